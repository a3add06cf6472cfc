"""Events: when something began and, if it is over, when it ended."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from pytest_factcheck.language.ages import (
    agrees_with_age,
    exact_age,
    nth_anniversary_agrees,
    nth_year_agrees,
    spoken_age,
)
from pytest_factcheck.language.days import counts_back, dates_agree, length_of_ago, spoken_day
from pytest_factcheck.language.deeds import deeds_of
from pytest_factcheck.language.values import DateValue
from pytest_factcheck.model.figure import Alternative, Figure
from pytest_factcheck.model.mention import ANNIVERSARY, Days, Mention
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

    def subjects(self) -> tuple[str, ...]:
        """Add the verbs that tell the event: "invaded" for an invasion."""
        return (*super().subjects(), *deeds_of(self.of))

    def compare(self, mention: Mention, published: date | None) -> Comparison:
        """Hold a stated age, length or date against the calendar."""
        began = self.began.value
        if not isinstance(began, Days) or began.start is None:
            return Comparison(None, mention.text, self.began.text, "the fact's own date is open")
        if mention.kind == "date" and not counts_back(mention):
            return self._compare_date(mention, began, published)
        if published is None:
            return Comparison(None, mention.text, self.began.text, "the article states no publication date")
        return self._compare_age(mention, began.start, published)

    def _compare_date(self, mention: Mention, began: Days, published: date | None) -> Comparison:
        agreed, expected = dates_agree(mention, began, published)
        ended = self.ended.value if self.ended else None
        if not agreed and isinstance(ended, Days):
            at_end, end = dates_agree(mention, ended, published)
            # a weekday may be near the end and far from the beginning: what can be compared decides
            either = agreed if at_end is None else at_end
            return Comparison(either, mention.text, f"from {expected} to {end}")
        return Comparison(agreed, mention.text, expected)

    def _compare_age(self, mention: Mention, start: date, published: date) -> Comparison:
        ends = self._ends(published)
        agreed = [self._age_agrees(mention, start, end, published) for end in ends]
        expected = self._expected(start, ends[0])
        return Comparison(True if True in agreed else agreed[0], mention.text, expected)

    def _ends(self, published: date) -> tuple[date, ...]:
        """The days up to which an article may count: its own, or the event's last one."""
        ended = self.ended.value if self.ended else None
        if not isinstance(ended, Days) or ended.start is None or ended.start >= published:
            return (published,)
        return (ended.start, published)

    def _age_agrees(self, mention: Mention, start: date, end: date, published: date) -> bool | None:
        if mention.kind == "ordinal":
            return self._nth_agrees(mention, start, end, published)
        if counts_back(mention):
            length = length_of_ago(mention)
            starts = [start] if end == published else [start, end]
            fair = [agrees_with_age(length, first, published, is_ago=True) for first in starts]
            return True if True in fair else fair[0]
        return agrees_with_age(mention, start, end)

    @staticmethod
    def _nth_agrees(mention: Mention, start: date, end: date, published: date) -> bool | None:
        nth = mention.value
        if not isinstance(nth, int | float):
            return None
        if mention.unit == ANNIVERSARY:
            return nth_anniversary_agrees(nth, start, published)
        return nth_year_agrees(nth, start, end, mention.unit or "years")

    @staticmethod
    def _expected(start: date, end: date) -> str:
        return (
            f"{spoken_age(start, end)}: {spoken_day(start)} to {spoken_day(end)} is {exact_age(start, end)}"
        )


def _first(days: Days) -> date:
    return days.start or date.min


def _last(days: Days) -> date:
    return days.end or date.max
