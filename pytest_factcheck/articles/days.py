"""Dates as publication lines write them: a small reader, for whole dates only."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from pytest_factcheck.model.errors import UseError
from pytest_factcheck.model.pattern import lazy_pattern

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = {"sept": 9, **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}}

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun[e.]?|Jul[y.]?"
_MONTH += r"|Aug(?:ust|\.)?|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)"
DAY = rf"""
(?P<isoyear>\d{{4}})(?P<sep>[-/.])(?P<isomonth>\d{{1,2}})(?P=sep)(?P<isoday>\d{{1,2}})(?!\d)
| {_WEEKDAY}?(?:the\s+)?(?P<dday>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dmonth>{_MONTH})(?!\w)
  (?:,?\s+(?P<dyear>\d{{4}})(?!\d))?
| {_WEEKDAY}?(?P<mmonth>{_MONTH})\s+(?P<mday>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])
  (?:,?\s+(?P<myear>\d{{4}})(?!\d))?
| (?P<nfirst>\d{{1,2}})(?P<nsep>[./-])(?P<nsecond>\d{{1,2}})(?P=nsep)(?P<nyear>\d{{4}})(?!\d)
| (?P<packed>(?:19|20)\d{{6}})(?!\d)
"""
"""A verbose pattern for one date, with or without its year; match without regard to case."""

_WHOLE = lazy_pattern(rf"\s*(?:{DAY})(?:$|[\sT,;].*)", re.VERBOSE | re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as it was written; the year is None where the words give none."""

    year: int | None
    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """Give the day in a year, or None for a day that this year does not have."""
        if not 1 <= year <= 9999 or not 1 <= self.month <= 12:
            return None
        return date(year, self.month, self.day) if 1 <= self.day <= monthrange(year, self.month)[1] else None

    @property
    def full(self) -> date | None:
        """The day, where the words gave its year too."""
        return None if self.year is None else self.in_year(self.year)


def from_match(match: re.Match[str]) -> WrittenDay | None:
    """Read the groups of `DAY`; None if no calendar has such a day or its order is open (3/4/2024)."""
    found = match.groupdict()
    if found["isoyear"]:
        return _checked(found["isoyear"], found["isomonth"], found["isoday"])
    if found["dday"]:
        return _checked(found["dyear"], _month_number(found["dmonth"]), found["dday"])
    if found["mday"]:
        return _checked(found["myear"], _month_number(found["mmonth"]), found["mday"])
    if found["packed"]:
        return _checked(found["packed"][:4], found["packed"][4:6], found["packed"][6:])
    first, second = int(found["nfirst"]), int(found["nsecond"])
    if found["nsep"] == "." or first > 12 or first == second:  # with full stops the day comes first
        return _checked(found["nyear"], second, first)
    return _checked(found["nyear"], first, second) if second > 12 else None


def _checked(year: str | None, month: str | int, day: str | int) -> WrittenDay | None:
    written = WrittenDay(int(year) if year else None, int(month), int(day))
    leap_or_its_own = 2000 if written.year is None else written.year
    return written if written.in_year(leap_or_its_own) else None


def _month_number(name: str) -> int:
    return _SHORT[name[:3].lower()]


def read_day(text: str) -> WrittenDay | None:
    """Read a date that begins a text ("14 March 2024", "2024-03-14T09:00:00Z"); what follows it is let be."""
    match = _WHOLE.match(text[:200])
    return from_match(match) if match else None


def read_published(published: date | str | None) -> date | None:
    """Take a publication date in any plain form; a text that is no full date is an error of use."""
    if published is None or published == "":
        return None
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    day = read_day(published)
    if day is None or day.full is None:
        raise UseError(f'"{published}" is not a full date. Write it as 2025-12-15 or 15 December 2025.')
    return day.full


def in_words(day: date) -> str:
    """Write a date as an editor would: 15 December 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
