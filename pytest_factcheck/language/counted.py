"""Days and weeks counted within a month or year: "the first Monday of July", "the week of March 3"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pytest_factcheck.language.absolute import read_absolute
from pytest_factcheck.language.calendar import (
    add_days,
    add_months,
    day_of,
    make_day,
    month_of,
    stretch,
    week_of,
    weekend_of,
)
from pytest_factcheck.language.datewords import (
    DAY_STARTS,
    DAY_WORD,
    MONTH,
    WEEKDAY,
    YEAR,
    compiled,
    day_number,
    month_number,
    weekday_number,
    year_number,
)
from pytest_factcheck.language.filling import fill_year
from pytest_factcheck.language.holidays import nth_weekday
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import DIGIT, ORDINAL, Found, Page, Readers
from pytest_factcheck.language.stepwords import RELATIVE, STEPS
from pytest_factcheck.language.tense import looks_ahead
from pytest_factcheck.language.weekdays import read_weekday
from pytest_factcheck.model.mention import Days

WHICH = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "last": -1,
}
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}

_WHICH = rf"(?P<which>{'|'.join(WHICH)})"
_STEP_MONTH = rf"(?:the{GAP})?(?P<step>this|last|next|the|current){GAP}month(?![A-Za-z])"
_OF_MONTH = (
    rf"{GAP}(?:of|in){GAP}(?:{_STEP_MONTH}|(?P<month>{MONTH})(?:(?:,?{GAP}(?:of{GAP})?)(?P<year>{YEAR}))?)"
)
_OF_YEAR = rf"{GAP}(?:of|in){GAP}(?P<year>{YEAR})"


def _month_meant(page: Page, found: re.Match[str]) -> Days | None:
    """Find the month in "of July 2017", "of last month"."""
    if found["step"]:
        step = STEPS.get(found["step"].lower(), 0)
        month = add_months(page.published.replace(day=1), step) if page.published else None
        return month_of(month.year, month.month, RELATIVE) if month else None
    number = month_number(found["month"])
    given = frozenset({"month", "year"} if found["year"] else {"month"})
    year = (
        year_number(found["year"]) if found["year"] else fill_year(page, found.start(), found.end(), number)
    )
    return month_of(year, number, given) if year else None


NTH_WEEKDAY = rf"{_WHICH}{GAP}(?P<weekday>{WEEKDAY})(?:{_OF_MONTH})"


def _nth_weekday(page: Page, at: int) -> Found | None:
    """Read "the first Monday of July", which some elections are held on."""
    found = compiled(NTH_WEEKDAY).match(page.text, at)
    if not found:
        return None
    month, end = _month_meant(page, found), _end(found)
    if month is None or month.start is None:
        return Found(end, None, ("nth weekday",))
    day = nth_weekday(
        month.start.year, month.start.month, weekday_number(found["weekday"]), WHICH[found["which"].lower()]
    )
    if day.month != month.start.month:
        return Found(end, None, ("nth weekday",))
    return Found(end, day_of(day, month.given | {"weekday"}), ("nth weekday", *sorted(month.given)))


def _end(found: re.Match[str]) -> int:
    return found.end() - found.group().endswith(".")


WEEK_OF_YEAR = rf"{_WHICH}{GAP}week{_OF_YEAR}"

NTH_WEEK = rf"{_WHICH}{GAP}week(?:end)?(?:{_OF_MONTH})"


def _nth_week(page: Page, at: int) -> Found | None:
    """Read "the second week of March", "the last week of 2015", by the weeks from Monday to Sunday."""
    found = compiled(NTH_WEEK).match(page.text, at)
    period = _month_meant(page, found) if found else None
    if not found:
        found = compiled(WEEK_OF_YEAR).match(page.text, at)
        if not found:
            return None
        year = year_number(found["year"])
        period = stretch(make_day(year, 1, 1), make_day(year + 1, 1, 1), frozenset({"year"}))
    if period is None or period.start is None or period.end is None:
        return Found(_end(found), None, ("nth week",))
    if "weekend" in found.group().lower():
        return Found(_end(found), _weekend_in(period, WHICH[found["which"].lower()]), ("nth weekend",))
    return Found(
        _end(found), _week_in(period, WHICH[found["which"].lower()]), ("nth week", *sorted(period.given))
    )


_NEAR = 28


def _has_last(text: str, at: int) -> bool:
    """Look for "last" among the next words, which is cheaper than to try a pattern."""
    return "last" in text[at : at + _NEAR].lower()


NTH_LAST = (
    rf"(?P<nth>{DAY_WORD}|\d{{1,2}}(?:st|nd|rd|th))(?:{GAP}|-)(?:to{GAP}|to-)?last"
    rf"{GAP}(?P<unit>day|week|{WEEKDAY})(?:{_OF_MONTH})"
)


def _nth_last(page: Page, at: int) -> Found | None:
    """Read "the second last week of October", "the third-to-last day of May", counted from the month's end."""
    found = compiled(NTH_LAST).match(page.text, at) if _has_last(page.text, at) else None
    if not found:
        return None
    month, end = _month_meant(page, found), _end(found)
    back = day_number(found["nth"]) - 1
    if month is None or month.start is None or month.end is None or not 0 < back < 31:
        return Found(end, None, ("nth last",))
    rules = ("nth last", *sorted(month.given))
    unit = found["unit"].lower()
    if unit == "week":
        last = _week_in(month, -1)
        week = week_of(last.start - timedelta(days=7 * back), month.given) if last.start else None
        return Found(end, week, rules)
    if unit == "day":
        day = month.end - timedelta(days=back + 1)
    else:
        weekday = weekday_number(found["unit"])
        day = nth_weekday(month.start.year, month.start.month, weekday, -1) - timedelta(days=7 * back)
    return Found(end, day_of(day, month.given | {"day"}) if day >= month.start else None, rules)


END_DAY = rf"(?:last|final|closing){GAP}day(?:{_OF_MONTH})"


def _end_day(page: Page, at: int) -> Found | None:
    """Read "the last day of May", "the final day of last month"."""
    found = compiled(END_DAY).match(page.text, at)
    if not found:
        return None
    month = _month_meant(page, found)
    day = month.end - timedelta(days=1) if month and month.end else None
    given = (month.given if month else frozenset()) | {"day"}
    return Found(_end(found), day_of(day, given), ("day", *sorted(given)))


def _weekend_in(month: Days, which: int) -> Days | None:
    """Count the weekends of a month by its Saturdays."""
    assert month.start is not None
    saturday = nth_weekday(month.start.year, month.start.month, 5, which)
    return weekend_of(saturday, month.given) if saturday.month == month.start.month else None


def _week_in(period: Days, which: int) -> Days:
    """Count weeks as ISO does: the first is that which has most of its days inside."""
    assert period.start is not None
    assert period.end is not None
    if which < 0:
        last = week_of(period.end - timedelta(days=1), period.given)
        return (
            last
            if period.end.weekday() in (0, 4, 5, 6)
            else week_of(period.end - timedelta(days=8), period.given)
        )
    first = period.start if period.start.weekday() <= 3 else period.start + timedelta(days=7)
    return week_of(first + timedelta(days=7 * (which - 1)), period.given)


def _week_of_day(page: Page, at: int) -> Found | None:
    """Read "the week of March 3", "the week starting 4 February"."""
    found = compiled(
        rf"week{GAP}(?P<tie>of|starting|beginning|commencing|ending|ended){GAP}(?:on{GAP})?(?:the{GAP})?"
    ).match(page.text, at)
    if not found or found.end() >= len(page.text):
        return None
    dated = (
        read_weekday(page, found.end())
        or read_absolute(page, found.end())
        or _day_of_month(page, found.end(), tied=True)
    )
    if dated is None or "day" not in dated.rules:
        return None
    if dated.days is None or dated.days.start is None:
        return Found(dated.end, None, ("week of", *dated.rules))
    if found["tie"].lower() in ("ending", "ended"):
        return Found(dated.end, _back_a_week(dated.days), ("week ending", *dated.rules))
    return Found(dated.end, week_of(dated.days.start, dated.days.given), ("week of", *dated.rules))


def _back_a_week(days: Days) -> Days | None:
    start = add_days(days.end, -7) if days.end else None
    return stretch(start, days.end, days.given) if start else None


def _numbered_week(page: Page, at: int) -> Found | None:
    found = compiled(
        rf"week{GAP}(?P<number>\d{{1,2}})(?:{GAP}of{GAP}(?P<year>(?:19|20)\d{{2}}))?(?![\d.,%]|{GAP}of)"
    ).match(page.text, at)
    before = page.text[max(0, at - 14) : at]
    if not found or not (
        found["year"] or re.search(r"\b(?:in|the|between|and|from|to|until|since|by|for)\s+$", before, re.I)
    ):
        return None
    year = int(found["year"]) if found["year"] else page.published.year if page.published else None
    try:
        monday = date.fromisocalendar(year, int(found["number"]), 1) if year else None
    except ValueError:
        return None
    return Found(found.end(), week_of(monday, frozenset({"week"})) if monday else None, ("numbered week",))


NTH_MONTH = rf"(?P<nth>{DAY_WORD}|\d{{1,2}}(?:st|nd|rd|th)){GAP}month{_OF_YEAR}"


def _nth_month(page: Page, at: int) -> Found | None:
    found = compiled(NTH_MONTH).match(page.text, at)
    if not found:
        return None
    value = month_of(year_number(found["year"]), day_number(found["nth"]), frozenset({"month", "year"}))
    return Found(found.end(), value, ("nth month", "year")) if value else None


DAY_OF_MONTH = (
    rf"(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{DAY_WORD})(?![A-Za-z-])"
    rf"(?P<of>(?:{GAP}day)?{GAP}(?:of{GAP})?{_STEP_MONTH})?"
)


def _day_of_month(page: Page, at: int, *, tied: bool = False) -> Found | None:
    """Read "on the 21st", "the 21st of this month"; an ordinal before a noun is none."""
    found = compiled(DAY_OF_MONTH).match(page.text, at)
    if not found or not 1 <= day_number(found["nth"]) <= 31:
        return None
    number = day_number(found["nth"])
    if found["of"]:
        step = STEPS.get(found["step"].lower(), 0)
        first = add_months(page.published.replace(day=1), step) if page.published else None
        day = make_day(first.year, first.month, number) if first else None
        return Found(found.end(), day_of(day, RELATIVE | {"day"}), ("day", "relative"))
    if not found["nth"][0].isdecimal() or not (tied or _stands_for_day(page.text, at, found.end())):
        return None
    return Found(found.end(), day_of(_nearest(page, at, found.end(), number), frozenset({"day"})), ("day",))


def _stands_for_day(text: str, at: int, end: int) -> bool:
    before = text[max(0, at - 14) : at]
    after = re.match(r"\s*(?:[.,;:!?)”\"]|$)", text[end : end + 4])
    return bool(
        after
        and re.search(
            r"\b(?:on|by|until|till|since|before|after|for|from|to|and)\s+the\s+$", before, re.IGNORECASE
        )
    )


def _nearest(page: Page, start: int, end: int, number: int) -> date | None:
    if page.published is None:
        return None
    first = page.published.replace(day=1)
    months = [add_months(first, step) for step in (-1, 0, 1)]
    days = [make_day(month.year, month.month, number) for month in months if month]
    ahead = looks_ahead(page.text, start, end)
    known = [day for day in days if day]
    if ahead is None:
        return min(known, key=lambda day: abs((day - page.published).days), default=None)  # type: ignore[operator]
    fitting = [day for day in known if (day >= page.published if ahead else day <= page.published)]
    return (fitting[0] if ahead else fitting[-1]) if fitting else None


WEEKDAYS_AGO = (
    rf"(?P<count>{'|'.join(COUNTS)}){GAP}(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s"
    rf"{GAP}(?P<way>ago|from{GAP}now)\b"
)


def _weekdays_ago(page: Page, at: int) -> Found | None:
    """Read "two Saturdays ago", "three Fridays from now"."""
    found = compiled(WEEKDAYS_AGO).match(page.text, at)
    if not found:
        return None
    if page.published is None:
        return Found(found.end(), None, ("weekdays ago", "relative"))
    weekday, count = weekday_number(found["weekday"]), COUNTS[found["count"].lower()]
    if found["way"].lower() == "ago":
        back = (page.published.weekday() - weekday) % 7 or 7
        day = page.published - timedelta(days=back + 7 * (count - 1))
    else:
        ahead = (weekday - page.published.weekday()) % 7 or 7
        day = page.published + timedelta(days=ahead + 7 * (count - 1))
    return Found(found.end(), day_of(day, RELATIVE | {"weekday"}), ("weekdays ago", "relative"))


COUNTED: Readers = (
    (_nth_weekday, frozenset({*WHICH, ORDINAL})),
    (_nth_week, frozenset({*WHICH, ORDINAL})),
    (_end_day, frozenset({"last", "final", "closing"})),
    (_nth_last, DAY_STARTS | {ORDINAL}),
    (_week_of_day, frozenset({"week"})),
    (_numbered_week, frozenset({"week"})),
    (_nth_month, DAY_STARTS | {ORDINAL}),
    (_day_of_month, DAY_STARTS | {ORDINAL}),
    (_weekdays_ago, frozenset({*COUNTS, DIGIT})),
)
"""Readers of a day or week that is counted within a longer stretch."""
