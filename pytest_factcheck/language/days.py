"""Stated dates held against true ones: only the fields that the words give are compared."""

import re
from dataclasses import replace
from datetime import date, timedelta

from pytest_factcheck.language.durations import read_duration
from pytest_factcheck.language.numbers import read_number
from pytest_factcheck.model.mention import Days, Length, Mention
from pytest_factcheck.model.pattern import lazy_pattern

PARTS_OF_YEAR = {"early": (1, 4), "mid": (4, 9), "late": (9, 12)}
PARTS_OF_MONTH = {"early": (1, 12), "mid": (8, 22), "late": (19, 31)}
YEAR = timedelta(days=366)
WEEKDAY_REACH = 8  # a bare weekday lies within so many days of publication
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AGO = lazy_pattern(r"\b(?:ago|back)\b", re.IGNORECASE)


def counts_back(mention: Mention) -> bool:
    """Tell whether a date is a length counted back from publication ("nearly three years ago")."""
    return mention.kind == "date" and _AGO.search(mention.text) is not None


def length_of_ago(mention: Mention) -> Mention:
    """Give the length that an "ago" counts back, with its hedge."""
    number = read_number(mention.text, mention.figure.start - mention.start) if mention.figure.end else None
    found = read_duration(mention.text, number) if number else None
    if found is None:
        return replace(mention, kind="duration", value=_unnumbered(mention.text))
    return replace(found, hedge=mention.hedge, text=mention.text)


ONE_OF = {
    "decade": Length(years=10),
    "year": Length(years=1),
    "month": Length(months=1),
    "fortnight": Length(weeks=2),
    "week": Length(weeks=1),
    "day": Length(days=1),
}


def _unnumbered(text: str) -> Length | None:
    found = re.search(r"\b(?:an?|one)\s+(\w+)\b", text.casefold())
    return ONE_OF.get(found.group(1)) if found else None


def spoken_day(day: date) -> str:
    """Write a day as the facts files do: 24 February 2022."""
    return f"{day.day} {day:%B %Y}"


def spoken(days: Days) -> str:
    """Write the days that a value names, as plainly as they were given."""
    if days.start is None or days.end is None:
        return days.iso
    last = days.end - timedelta(days=1)
    if days.start == last:
        return f"{WEEKDAYS[last.weekday()]}, {spoken_day(last)}"
    if {"month", "day", "year"} <= days.given or "day" in days.given:
        return f"{spoken_day(days.start)} to {spoken_day(last)}"
    if "month" in days.given and days.start.month == last.month:
        return f"{last:%B %Y}"
    return (
        str(last.year) if days.start.year == last.year else f"{spoken_day(days.start)} to {spoken_day(last)}"
    )


def dates_agree(mention: Mention, true: Days, published: date | None) -> tuple[bool | None, str]:
    """Tell whether a stated date fits the true one, and what was expected in words."""
    said = mention.value
    expected = spoken(true)
    if not isinstance(said, Days) or true.start is None or true.end is None:
        return None, expected
    if said.start is None or said.end is None:
        return _open_agrees(said, true), expected
    last = true.end - timedelta(days=1)
    if said.given <= {"weekday", "relative", "part"} and "weekday" in said.given:
        return _weekday_agrees(said, true.start, last, published), expected
    agreed = _fields_agree(said, true.start, last)
    if agreed and _is_ahead_of(said, true, published):
        return None, expected
    if not agreed and _is_told_from(mention, said):
        return None, expected  # "nine days later" is counted from a date that only the sense tells
    return agreed, expected


def _is_ahead_of(said: Days, true: Days, published: date | None) -> bool:
    """Tell whether only the month and the day agree, and the true day lies years after publication."""
    if published is None or said.start is None or said.end is None or true.start is None or true.end is None:
        return False
    meets = said.start < true.end and true.start < said.end
    return not meets and not said.given & {"year", "relative"} and true.start > published + YEAR


def _is_told_from(mention: Mention, said: Days) -> bool:
    """Tell whether a date is counted from another one of the text: "nine days later"."""
    if "weekday" in said.given:
        return False
    return "anaphoric" in said.given or mention.text.casefold().endswith((" later", " earlier"))


def _open_agrees(said: Days, true: Days) -> bool | None:
    """ "since 2022", "until June": the side that is given must be the true one."""
    side = said.start or said.end
    if side is None or true.start is None or true.end is None:
        return None
    if "day" in said.given:
        return true.start <= side <= true.end
    if "month" in said.given:
        return any((day.year, day.month) == (side.year, side.month) for day in (true.start, true.end))
    return side.year in (true.start.year, (true.end - timedelta(days=1)).year)


def _weekday_agrees(said: Days, first: date, last: date, published: date | None) -> bool | None:
    if said.start is None:
        return None
    if "relative" in said.given and said.end is not None and said.start <= last and first < said.end:
        return True  # "Tuesday of last week" is exact, though further off
    if published is not None and abs((first - published).days) > WEEKDAY_REACH:
        return None
    days = [first + timedelta(days=n) for n in range(min(7, (last - first).days + 1))]
    return said.start.weekday() in {day.weekday() for day in days}


def _fields_agree(said: Days, first: date, last: date) -> bool:
    assert said.start is not None
    assert said.end is not None
    if said.part and "day" not in said.given:
        return _part_agrees(said, first) or _part_agrees(said, last)
    overlap = said.start <= last and first < said.end
    if overlap or "relative" in said.given or "anaphoric" in said.given:
        return overlap
    if said.given & {"year", "decade", "century"}:
        return False
    return _without_year(said, first, last)


def _without_year(said: Days, first: date, last: date) -> bool:
    """Compare month and day alone where the words give no year."""
    assert said.start is not None
    assert said.end is not None
    for year in {first.year, last.year}:
        try:
            start = said.start.replace(year=year)
        except ValueError:  # 29 February of a year that has none
            continue
        if start <= last and first < start + (said.end - said.start):
            return True
    return False


def _part_agrees(said: Days, day: date) -> bool:
    assert said.start is not None
    if "month" in said.given:
        first, last = PARTS_OF_MONTH[said.part or "mid"]
        return (day.year, day.month) == (said.start.year, said.start.month) and first <= day.day <= last
    if not said.given & {"decade", "century", "quarter"}:
        first, last = PARTS_OF_YEAR[said.part or "mid"]
        return day.year == said.start.year and first <= day.month <= last
    return said.start <= day and (said.end is None or day < said.end)
