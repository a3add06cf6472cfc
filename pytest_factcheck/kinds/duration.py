"""Durations: how long something took or takes."""

from datetime import date
from typing import ClassVar

from pytest_factcheck.language.values import DurationValue
from pytest_factcheck.model.figure import Alternative, Figure
from pytest_factcheck.model.mention import Mention
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
    takes: ClassVar[frozenset[str]] = frozenset({"duration"})

    duration: DurationValue
    also_true: tuple[OtherDuration, ...] = ()

    def compare(self, mention: Mention, published: date | None) -> Comparison:
        """Hold a stated length against the fact's."""
        raise NotImplementedError
