"""Sums and counts by the year, the month or the hour: a rate of another period is another figure."""

import re
from functools import lru_cache

from pytest_factcheck.model.pattern import lazy_pattern

_UNIT = r"(?P<unit>hour|day|week|month|quarter|year)\b"
_BEHIND = lazy_pattern(
    rf"\s+(?:of\s+[^\W\d]+\s+|[^\W\d]+\s+)?(?:an?|per|each|every)\s+{_UNIT}", re.IGNORECASE
)
_ANYWHERE = lazy_pattern(rf"\b(?:an?|per|each|every)\s+{_UNIT}", re.IGNORECASE)


def stated_period(end: int, text: str) -> str:
    """Give the unit of time for which the figure that ends there is stated: "month" for "420 million a month"."""
    found = _BEHIND.match(text, end)
    return found["unit"].casefold() if found else ""


@lru_cache(maxsize=10_000)
def period_of(sentence: str) -> str:
    """Give the one unit of time for which a fact's sentence states its value; empty if there is none or more."""
    units = {found["unit"].casefold() for found in _ANYWHERE.finditer(sentence)}
    return units.pop() if len(units) == 1 else ""
