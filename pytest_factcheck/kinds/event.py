"""Events: when something began and, if it is over, when it ended."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from pytest_factcheck.language.values import DateValue
from pytest_factcheck.model.figure import Alternative, Figure
from pytest_factcheck.model.mention import Days, Mention
from pytest_factcheck.model.verdict import Comparison


class OtherEvent(Alternative):
    """Another event that goes by the same words."""

    began: DateValue
    ended: DateValue | None = None


class Event(Figure):
    """Something that lasts: a strike, a war, a trial.

    ## What it checks
    Ages ("the three-year-old strike"), lengths ("after nearly three years of strikes"), anniversaries,
    years counted ("in its third year"), and the dates on which it began or ended. All are computed by the
    calendar for the day on which the article was published.

    ## Why it matters
    An age is right on the day it is written and wrong a year later. Copy that is reused carries old ages
    along, and two desks that update it on different days end with two ages in one article.

    ## Examples that contradict and that agree
    The dockers' strike began on 3 March 2021, the article is of 10 January 2024:

    - contradicts: "the nearly two-year-old strike", "four years after the strike began"
    - agrees: "the nearly three-year-old strike", "more than two and a half years of strikes"

    ## What it leaves alone
    Lengths of parts ("a five-hour picket during the strike"), other events of the same name ("the 1998
    strike", or whatever `also_true` declares), and dates that fall inside the event.
    """

    kind: ClassVar[str] = "event"
    value_keys: ClassVar[tuple[str, ...]] = ("began", "ended")
    takes: ClassVar[frozenset[str]] = frozenset({"duration", "date", "ordinal"})

    began: DateValue
    ended: DateValue | None = None
    also_true: tuple[OtherEvent, ...] = ()

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        began, ended = self.began.value, self.ended and self.ended.value
        if isinstance(began, Days) and isinstance(ended, Days) and _last(ended) < _first(began):
            raise ValueError("`ended` lies before `began`: one of the two dates is wrong.")
        return self

    def compare(self, mention: Mention, published: date | None) -> Comparison:
        """Hold a stated age, length or date against the calendar."""
        raise NotImplementedError


def _first(days: Days) -> date:
    return days.start or date.min


def _last(days: Days) -> date:
    return days.end or date.max
