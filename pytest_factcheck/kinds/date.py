"""Dates: the day, month or year of something."""

import datetime
from typing import ClassVar

from pytest_factcheck.language.ages import agrees_with_age, exact_age, nth_anniversary_agrees
from pytest_factcheck.language.days import counts_back, dates_agree, length_of_ago, spoken_day
from pytest_factcheck.language.deeds import deeds_of
from pytest_factcheck.language.values import DateValue
from pytest_factcheck.model.figure import Alternative, Figure
from pytest_factcheck.model.mention import ANNIVERSARY, Days, Mention
from pytest_factcheck.model.verdict import Comparison


class OtherDate(Alternative):
    """Another date that goes by the same words."""

    date: DateValue


class Date(Figure):
    """The day, the month, the year or the days on which something happened or will happen.

    ## What it checks
    The dates that an article gives for it, also partial ones ("in May", "in 2019"), weekdays, and those
    counted from the day of publication ("yesterday", "last month", "three weeks ago"). Only the fields that
    the article gives are compared.

    ## Why it matters
    A wrong day sends readers to a closed polling station; a wrong year puts a law before the government
    that passed it.

    ## Examples that contradict and that agree
    The bridge was opened on 9 May 2019:

    - contradicts: "the bridge, opened in 2018", "the opening on May 19, 2019"
    - agrees: "opened in May 2019", "the 2019 opening of the bridge", "opened on 9 May"

    ## What it leaves alone
    Dates of something else in the sentence, dates that a `not` word excludes, and vague ones ("some years
    ago").
    """

    kind: ClassVar[str] = "date"
    value_keys: ClassVar[tuple[str, ...]] = ("date",)
    takes: ClassVar[frozenset[str]] = frozenset({"date", "duration", "ordinal"})

    date: DateValue
    also_true: tuple[OtherDate, ...] = ()

    def subjects(self) -> tuple[str, ...]:
        """Add the verbs that tell what is dated: "arrested" for an arrest."""
        return (*super().subjects(), *deeds_of(self.of))

    def compare(self, mention: Mention, published: datetime.date | None) -> Comparison:
        """Hold a stated date against the fact's, in the fields that both give."""
        true = self.date.value
        if isinstance(true, Days) and mention.kind == "ordinal":
            return self._compare_anniversary(mention, true, published)
        if isinstance(true, Days) and true.start and (mention.kind == "duration" or counts_back(mention)):
            return self._compare_age(mention, true.start, published)
        if not isinstance(mention.value, Days) or not isinstance(true, Days):
            return Comparison(None, mention.text, self.date.text, "the date is vague")
        agreed, expected = dates_agree(mention, true, published)
        return Comparison(agreed, mention.text, expected)

    def _compare_anniversary(
        self, mention: Mention, true: Days, published: datetime.date | None
    ) -> Comparison:
        """Hold "the tenth anniversary" against the calendar; a date of no day may be any of its days."""
        nth, expected = mention.value, self.date.text
        if published is None or true.start is None or true.end is None or mention.unit != ANNIVERSARY:
            return Comparison(None, mention.text, expected)
        if not isinstance(nth, int | float):
            return Comparison(None, mention.text, expected)
        last = true.end - datetime.timedelta(days=1)
        agreed = {nth_anniversary_agrees(nth, day, published) for day in (true.start, last)}
        expected = f"{expected}, {exact_age(true.start, published)} before {spoken_day(published)}"
        return Comparison(
            True if True in agreed else None if None in agreed else False, mention.text, expected
        )

    def _compare_age(
        self, mention: Mention, start: datetime.date, published: datetime.date | None
    ) -> Comparison:
        """Hold "11 years ago" or "the 11-year-old treaty" against the calendar."""
        if published is None:
            return Comparison(None, mention.text, self.date.text, "the article states no publication date")
        length = length_of_ago(mention) if mention.kind == "date" else mention
        agreed = agrees_with_age(length, start, published, is_ago=True)
        expected = f"{spoken_day(start)}, {exact_age(start, published)} before {spoken_day(published)}"
        return Comparison(agreed, mention.text, expected)
