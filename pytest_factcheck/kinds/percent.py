"""Percentages: which share of something, or by how much it changed."""

import re
from datetime import date
from math import inf
from typing import ClassVar

from pytest_factcheck.language.fairness import agrees
from pytest_factcheck.language.points import as_percent
from pytest_factcheck.language.values import PercentValue
from pytest_factcheck.model.figure import Alternative, Figure
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.verdict import Comparison


class OtherPercent(Alternative):
    """Another percentage that goes by the same words."""

    percent: PercentValue


class Percent(Figure):
    """A share or a change in percent.

    ## What it checks
    Percentages of the subject (`of`), also in words ("four-fifths of the vineyards", "nearly all
    vineyards").

    ## Why it matters
    A share without its whole means nothing, and percent are easily taken for percentage points.

    ## Examples that contradict and that agree
    Frost destroyed about 60 percent of the valley's vineyards (`percent: about 60`, `of: vineyards`):

    - contradicts: "frost took a third of the vineyards", "almost 90 percent of the valley's vineyards"
    - agrees: "some 60 percent of the vineyards", "about three-fifths of the vineyards"

    ## What it leaves alone
    Shares of another whole ("60 percent of the growers"), of another doer, percentage points, and whatever
    `also_true` declares.
    """

    kind: ClassVar[str] = "percent"
    value_keys: ClassVar[tuple[str, ...]] = ("percent",)
    takes: ClassVar[frozenset[str]] = frozenset({"percent", "number", "label"})

    percent: PercentValue
    also_true: tuple[OtherPercent, ...] = ()

    def compare(self, mention: Mention, published: date | None) -> Comparison:
        """Hold a stated share against the fact's; fractions and "all", "none" are shares too."""
        agreed = agrees(as_percent(mention), self.percent, ceiling=self._ceiling())
        return Comparison(agreed, mention.text, f"{_without_sign(self.percent.text)} percent")

    def _ceiling(self) -> float:
        value = self.percent.value
        return 100.0 if isinstance(value, int | float) and 0 <= value <= 100 else inf


def _without_sign(text: str) -> str:
    return _SIGN.sub("", text).strip()


_SIGN = lazy_pattern(r"\s*(?:%|per\s?cent|pct)\.?\s*$", re.IGNORECASE)
