"""The dates of a facts file, read from their text."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pytest_factcheck.model.mention import Days
from pytest_factcheck.model.pattern import lazy_pattern

KEPT = 50_000
"""Texts whose reading is remembered: "1 January 2026" stands in many facts."""

DATE = "a date such as 24 February 2022, February 2022, 2022 or 14-15 December 2025"

WEEKDAY = re.compile(r"(?P<day>[A-Z][a-z]+day),?\s+(?=\d|[A-Z])")
FULL_DAY = frozenset({"year", "month", "day"})
PLAIN_DAY = lazy_pattern(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)$"
    r"|(?P<d2>\d{1,2}) (?P<m2>[A-Za-z]+),? (?P<y2>\d{4})$"
    r"|(?P<m3>[A-Za-z]+) (?P<d3>\d{1,2}), (?P<y3>\d{4})$"
)
SLASHED_DATE = lazy_pattern(r"\d{1,4}[./]\d{1,2}[./]\d{1,4}$")


@lru_cache(maxsize=KEPT)
def read_full_day(text: str) -> date:
    """Read a date that names its day, month and year; ValueError says how to write it."""
    day = _plain_day(text.strip())
    if day:
        return day
    days = _days(text.strip())
    if days.start is None or not days.given >= FULL_DAY or "/" in days.iso:
        raise ValueError(f"“{text}” is not a full date: write day, month and year, such as 24 February 2022.")
    return days.start


def read_days(text: str) -> Days:
    """Read a day, a month, a year or a range of days; ValueError says how to write it."""
    days = _days(text)
    if days.start and days.end and days.end <= days.start:
        raise ValueError(f"“{text}” ends before it begins: write the earlier day first.")
    return days


def _days(text: str) -> Days:
    if SLASHED_DATE.match(text):
        remedy = "write the month as a word, as in 24 February 2022"
        raise ValueError(f"“{text}” can be read in two ways: {remedy}.")
    weekday = WEEKDAY.match(text)
    if weekday:
        return _on_weekday(_days_of_calendar(text[weekday.end() :]), weekday["day"], text)
    return _days_of_calendar(text)


def _days_of_calendar(text: str) -> Days:
    from pytest_factcheck.language.dates import read_day_text

    day = _plain_day(text)
    if day:
        return Days(day, date.fromordinal(day.toordinal() + 1), FULL_DAY, day.isoformat())
    return read_day_text(text)


def _on_weekday(days: Days, name: str, text: str) -> Days:
    from pytest_factcheck.language.datewords import WEEKDAYS

    number = WEEKDAYS.get(name.casefold())
    if number is None or days.start is None or not days.given >= FULL_DAY:
        raise ValueError(f"“{text}” is not {DATE}.")
    if number != days.start.weekday():
        right = next(day for day, at in WEEKDAYS.items() if at == days.start.weekday()).capitalize()
        raise ValueError(f"“{text}” was no {name} but a {right}: one of the two is wrong.")
    return days


def _plain_day(text: str) -> date | None:
    """Read a full date in one of the three usual forms; None for any other text."""
    from pytest_factcheck.language.datewords import MONTHS

    found = PLAIN_DAY.match(text)
    if not found:
        return None
    year, month, day = (found[f"{part}"] or found[f"{part}2"] or found[f"{part}3"] for part in "ymd")
    number = int(month) if month.isdecimal() else MONTHS.get(month.casefold())
    if not number:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        raise ValueError(f"“{text}” is a day that no calendar has.") from None
