"""Durations: how long something took or takes."""

from datetime import date
from typing import ClassVar

from pytest_factcheck.language.ages import agrees_with_length, in_unit
from pytest_factcheck.language.values import DurationValue
from pytest_factcheck.model.figure import Alternative, Figure
from pytest_factcheck.model.mention import Length, Mention
from pytest_factcheck.model.verdict import Comparison


class OtherDuration(Alternative):
    """Another length that goes by the same words."""

    duration: DurationValue


class Duration(Figure):
    """A length of time that does not change with the day of the article: a flight, a hearing, a term.

    ## What it checks
    The lengths that an article gives for it, with their hedges and in whatever unit: "90 minutes" is
    "an hour and a half".

    ## Why it matters
    Lengths are retold from memory and rounded twice; "about two hours" becomes "nearly three".

    ## Examples that contradict and that agree
    The hearing took about 7 hours:

    - contradicts: "the two-hour hearing", "a hearing of more than 12 hours"
    - agrees: "the seven-hour hearing", "after nearly seven hours of hearings"

    ## What it leaves alone
    Lengths of other things in the sentence ("a five-minute recess"), and whatever `also_true` declares.
    """

    kind: ClassVar[str] = "duration"
    value_keys: ClassVar[tuple[str, ...]] = ("duration",)
    takes: ClassVar[frozenset[str]] = frozenset({"duration", "ordinal"})

    duration: DurationValue
    also_true: tuple[OtherDuration, ...] = ()

    def compare(self, mention: Mention, published: date | None) -> Comparison:
        """Hold a stated length against the fact's."""
        if mention.kind == "ordinal":
            return self._count_of_days(mention)
        return Comparison(agrees_with_length(mention, self.duration), mention.text, self.duration.text)

    def _count_of_days(self, mention: Mention) -> Comparison:
        """Hold "a third consecutive day" against the number of days; an earlier day contradicts nothing."""
        length, nth = self.duration.value, mention.value
        whole = in_unit(length, "days") if isinstance(length, Length) and length.days is not None else None
        if whole is None or not isinstance(nth, int | float):
            return Comparison(None, mention.text, self.duration.text, "the units differ")
        agreed = True if nth == whole else False if nth > whole else None
        return Comparison(
            agreed, mention.text, self.duration.text, "" if agreed is not None else "an earlier day"
        )
