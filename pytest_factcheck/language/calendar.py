"""Arithmetic of the calendar: named stretches of it, exact steps along it, exact lengths between two days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from pytest_factcheck.model.mention import Days, Length

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1, 9998

SEASONS = {
    "spring": ("SP", 3),
    "summer": ("SU", 6),
    "fall": ("FA", 9),
    "autumn": ("FA", 9),
    "winter": ("WI", 12),
}
"""Season to its sign and first month, as meteorologists of the northern half count them."""


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The whole years, months and days from one day to another."""

    years: int
    months: int
    days: int


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month."""
    return monthrange(year, month)[1]


def make_day(year: int, month: int, day: int) -> date | None:
    """Make a day of the calendar, or None where there is none (30 February)."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= days_in_month(year, month) else None


def add_months(day: date, months: int) -> date | None:
    """Step by whole months; a day that the month reached lacks becomes its last (31 January + 1)."""
    years, index = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, index + 1, min(day.day, days_in_month(year, index + 1)))


def add_days(day: date, days: int) -> date | None:
    """Step by whole days, or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add(day: date, length: Length, sign: int = 1) -> date | None:
    """Step by a length of time: years and months by the calendar, what is left of them in days."""
    months = 12 * (length.years or 0) + (length.months or 0)
    if abs(months) > 12 * LAST_YEAR:
        return None
    whole = round(months) if abs(months - round(months)) < 1e-6 else int(months)
    moved = add_months(day, sign * whole)
    hours = (length.hours or 0) + (length.minutes or 0) / 60 + (length.seconds or 0) / 3600
    days = 7 * (length.weeks or 0) + (length.days or 0) + hours // 24 + round((months - whole) * 30)
    if moved is None or abs(days) > 366 * LAST_YEAR:
        return None
    return add_days(moved, sign * int(days))


def elapsed(start: date, end: date) -> Elapsed:
    """Count the whole years, months and days from one day to a later one.

    A birthday on 29 February falls on 28 February in common years, and a month from the 31st ends on the last
    day of a shorter month: 31 January to 28 February is a month.
    """
    if end < start:
        raise ValueError("The end lies before the start.")
    months = (end.year - start.year) * 12 + end.month - start.month
    reached = add_months(start, months)
    if reached is None or reached > end:
        months -= 1
        reached = add_months(start, months) or start
    return Elapsed(months // 12, months % 12, (end - reached).days)


def year_of(year: int, given: frozenset[str]) -> Days | None:
    """Give the stretch of a year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Days(date(year, 1, 1), date(year + 1, 1, 1), given, f"{year:04}")


def month_of(year: int, month: int, given: frozenset[str]) -> Days | None:
    """Give the stretch of a month."""
    start = make_day(year, month, 1)
    return Days(start, add_months(start, 1), given, f"{year:04}-{month:02}") if start else None


def day_of(day: date | None, given: frozenset[str]) -> Days | None:
    """Give the stretch of one day."""
    return Days(day, day + DAY, given, day.isoformat()) if day and day < date.max else None


def week_of(day: date, given: frozenset[str]) -> Days:
    """Give the week, Monday to Sunday, in which a day lies."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    return Days(monday, monday + timedelta(days=7), given, f"{year:04}-W{week:02}")


def weekend_of(day: date, given: frozenset[str]) -> Days:
    """Give the Saturday and Sunday of the week in which a day lies."""
    saturday = day + timedelta(days=5 - day.weekday())
    return stretch(saturday, saturday + timedelta(days=2), given)


def quarter_of(year: int, quarter: int, given: frozenset[str]) -> Days | None:
    """Give the stretch of a quarter of the calendar year."""
    start = make_day(year, 3 * quarter - 2, 1)
    return Days(start, add_months(start, 3), given, f"{year:04}-Q{quarter}") if start else None


def half_of(year: int, half: int, given: frozenset[str]) -> Days | None:
    """Give the stretch of the first or second half of a year."""
    start = make_day(year, 6 * half - 5, 1)
    return Days(start, add_months(start, 6), given, f"{year:04}-H{half}") if start else None


def season_of(year: int, season: str, given: frozenset[str]) -> Days | None:
    """Give the three months of a season; a winter bears the year of its December."""
    sign, month = SEASONS[season]
    start = make_day(year, month, 1)
    return Days(start, add_months(start, 3), given, f"{year:04}-{sign}") if start else None


def decade_of(year: int, given: frozenset[str]) -> Days | None:
    """Give the decade in which a year lies."""
    first = year // 10 * 10
    if first < FIRST_YEAR or first + 10 > LAST_YEAR:
        return None
    return Days(date(first, 1, 1), date(first + 10, 1, 1), given, f"{first // 10:03}")


def century_of(number: int, given: frozenset[str]) -> Days | None:
    """Give a century as news copy counts it: the 20th is 1900 to 1999."""
    first = (number - 1) * 100
    if first < FIRST_YEAR or first + 100 > LAST_YEAR:
        return None
    return Days(date(first, 1, 1), date(first + 100, 1, 1), given, f"{first // 100:02}")


def stretch(start: date | None, end: date | None, given: frozenset[str]) -> Days:
    """Give the days from one inclusive to another exclusive; None leaves a side open."""
    iso = f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
    return Days(start, end, given, iso)


def nearest_weekday(weekday: int, near: date, *, ahead: bool) -> date:
    """Find a weekday (Monday 0) on the day itself or the last before it; `ahead` looks forward instead."""
    if ahead:
        return near + timedelta(days=(weekday - near.weekday()) % 7)
    return near - timedelta(days=(near.weekday() - weekday) % 7)
