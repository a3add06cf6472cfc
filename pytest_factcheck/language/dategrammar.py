"""The grammar of one date: its parts, its holidays, its year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache

from pytest_factcheck.language import holidays
from pytest_factcheck.language.absolute import read_absolute
from pytest_factcheck.language.calendar import (
    DAY,
    SEASONS,
    add_days,
    day_of,
    make_day,
    month_of,
    nearest_weekday,
    stretch,
)
from pytest_factcheck.language.counted import COUNTED
from pytest_factcheck.language.datewords import (
    DAY_STARTS,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR_STARTS,
    compiled,
    weekday_number,
)
from pytest_factcheck.language.decades import DECADE_WORDS
from pytest_factcheck.language.filling import choose_year
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import APOSTROPHE, DIGIT, ORDINAL, Found, Page, Readers
from pytest_factcheck.language.periods import NUMBERED, PERIODS, year_after
from pytest_factcheck.language.relative import RELATIVES, step_unit
from pytest_factcheck.language.steps import read_after_next, read_weekday_of_week
from pytest_factcheck.language.stepwords import ANAPHORIC, RELATIVE, STEPS
from pytest_factcheck.language.weekdays import read_weekday
from pytest_factcheck.language.years import read_short_year
from pytest_factcheck.model.mention import Days
from pytest_factcheck.model.pattern import lazy_pattern

PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
    "latter": "late",
}

_OTHERS = (
    "today tonight yesterday tomorrow earlier later day week month year weekend midyear the fiscal financial"
    " calendar school academic tax fy cy q h quarter twentieth twenty thirtieth thirty fifth sixth seventh"
    " eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth two three four five eighteen nineteen rest now present final closing"
)

ANCHORS: frozenset[str] = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        *STEPS,
        *PARTS,
        *SEASONS,
        *NUMBERED,
        *DECADE_WORDS,
        *holidays.ANCHORS,
        *_OTHERS.split(),
    )
)
"""Lower-case words at which `read_date` may find a date; digits and an apostrophe always."""

AFTER_STEP: frozenset[str] = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        *SEASONS,
        *holidays.STARTS,
        *"year yr month week weekend quarter decade century day fiscal calendar school academic financial".split(),
        *"business reporting election tax upcoming coming past morning afternoon evening night lunchtime".split(),
    )
)
"""Lower-case words that must follow "this", "that" or "previous" for a date to begin there."""

SENTENCE = 120
"""How far back a year may stand for "the end of the year" to be its end."""

LATER = frozenset({"later", "earlier"})

_LETTERS = lazy_pattern(r"[A-Za-z]+")

FIRST_WORD = lazy_pattern(r"[A-Za-z0-9]+|['‘’](?=\d)")


def read_at(page: Page, at: int) -> Found | None:
    """Read the date that begins at that offset, with its article and the part that is meant of it."""
    word = _first_word(page.text, at)
    if word == "the":
        the = compiled(rf"the{GAP}").match(page.text, at)
        if the:
            return _read_after_the(page, the.end())
    found = _read_part(page, at) if word in PARTS else _read_later(page, at) if word in LATER else None
    return found or _read_whole(page, at)


def _read_after_the(page: Page, at: int) -> Found | None:
    word = FIRST_WORD.match(page.text, at)
    if not word or not (
        word.group().lower() in ANCHORS or word.group()[0].isdecimal() or word.group() in "'‘’"
    ):
        return None
    found = _read_part(page, at) or _read_whole(page, at)
    # "the 2014 vote": the article belongs to the vote
    return None if found and found.rules[0] == "year" and page.text[at].isdecimal() else found


def _read_whole(page: Page, at: int) -> Found | None:
    for reader in _readers(_first_word(page.text, at)):
        found = reader(page, at)
        if found:
            return found
    return None


def _first_word(text: str, at: int) -> str:
    """Give the word at an offset in lower case, or the sign that stands for digits, "3rd" or an apostrophe."""
    word = _LETTERS.match(text, at)
    if word:
        return word.group().lower()
    mark = text[at]
    if mark.isdecimal():
        return ORDINAL if text[at : at + 4].lstrip("0123456789")[:1].isalpha() else DIGIT
    return APOSTROPHE if mark in "'‘’" else ""


@lru_cache(maxsize=10_000)
def _readers(word: str) -> tuple[Callable[[Page, int], Found | None], ...]:
    """Say which readers may find something at a word, in the order of asking."""
    return tuple(
        reader for reader, starts in _all_readers() if any(word.startswith(start) for start in starts)
    )


@cache
def _all_readers() -> Readers:
    return (
        *COUNTED,
        (_nth_weekday_from, frozenset({*NUMBERED})),
        (read_named_day, holidays.STARTS),
        (read_weekday_of_week, frozenset({*WEEKDAYS, *STEPS, "the"})),
        (read_after_next, frozenset({*WEEKDAYS, *MONTHS})),
        (read_weekday, frozenset(WEEKDAYS)),
        *PERIODS,
        *RELATIVES,
        (_read_with_year, DAY_STARTS | YEAR_STARTS | MONTHS.keys() | {DIGIT}),
        (read_short_year, frozenset({APOSTROPHE})),
    )


def _read_with_year(page: Page, at: int) -> Found | None:
    """Read a day or month, with "last year" behind it."""
    found = read_absolute(page, at)
    return _with_year(page, found) if found else None


def _with_year(page: Page, found: Found) -> Found:
    if found.rules[0] not in ("month", "day") or "year" in found.rules:
        return found
    told = compiled(rf"{GAP}(?:of|in){GAP}(?:that|the{GAP}same){GAP}year(?![A-Za-z]|['’])").match(
        page.text, found.end
    )
    if told:
        return _in_told_year(page, found, told.end())
    tied = compiled(rf",?{GAP}(?:of{GAP})?(?P<step>last|this|next){GAP}year(?![A-Za-z]|['’])").match(
        page.text, found.end
    )
    if not tied or page.published is None or found.days is None or found.days.start is None:
        return found
    year, start = page.published.year + STEPS[tied["step"].lower()], found.days.start
    if found.rules[0] == "day":
        given = RELATIVE | {"month", "day"}
        return Found(tied.end(), day_of(make_day(year, start.month, start.day), given), ("day", "relative"))
    return Found(tied.end(), month_of(year, start.month, RELATIVE | {"month"}), ("month", "relative"))


def _in_told_year(page: Page, found: Found, end: int) -> Found:
    """Read "29 August of that year": the year of the date before."""
    earlier, days = page.earlier, found.days
    if earlier is None or earlier.start is None or days is None or days.start is None:
        return Found(end, None, (found.rules[0], "anaphoric"))
    year, start = earlier.start.year, days.start
    if found.rules[0] == "day":
        given = ANAPHORIC | {"month", "day"}
        return Found(end, day_of(make_day(year, start.month, start.day), given), ("day", "anaphoric"))
    return Found(end, month_of(year, start.month, ANAPHORIC | {"month"}), ("month", "anaphoric"))


_PART = rf"(?P<part>early|mid|late|end(?=-))(?P<tie>-|{GAP})(?:(?:in|on){GAP})?(?:the{GAP})?"

_PART_OF = (
    rf"(?P<part>beginning|start|end|close|middle|latter{GAP}part|early{GAP}part)"
    rf"{GAP}of{GAP}(?:the{GAP})?(?P<the>)"
)

_THIS_UNIT = r"(?P<unit>year|month|week|quarter|decade|century)(?![A-Za-z-]|['’])"


def _read_part(page: Page, at: int) -> Found | None:
    """Read "early 2023", "the end of last year"; the value is the whole, `part` says which part."""
    found = compiled(_PART).match(page.text, at) or compiled(_PART_OF).match(page.text, at)
    if not found or found.end() >= len(page.text):
        return None
    part = PARTS[re.split(r"\s", found["part"].lower())[0]]
    whole = _read_whole(page, found.end())
    if whole is None:
        whole = _the_unit(page, found)
    if whole is None or {"day", "day word", "weekend"} & set(whole.rules[:1]):
        return None
    if "weekday" in whole.rules[:1]:
        return Found(whole.end, whole.days, whole.rules)
    days = whole.days
    if days is not None and "-W" in days.iso:
        days = _part_of_week(days, found["part"].lower())
    elif days is not None:
        grain = {"month"} if days.iso[4:5] == "-" and days.iso[5:].isdecimal() else set()
        days = Days(days.start, days.end, days.given | {"part"} | grain, days.iso, part)  # type: ignore[arg-type]
    return Found(whole.end, days, ("part", *whole.rules))


def _part_of_week(week: Days, part: str) -> Days:
    """Give Monday to Wednesday for the start of a week, Friday to Sunday for its end, from Thursday if late."""
    assert week.start is not None
    first, last = (
        (3, 7) if part == "late" else {"early": (0, 3), "mid": (2, 5), "late": (4, 7)}[PARTS[part.split()[0]]]
    )
    return stretch(week.start + timedelta(days=first), week.start + timedelta(days=last), week.given)


def _the_unit(page: Page, found: re.Match[str]) -> Found | None:
    """Read "the year" in "the end of the year"."""
    unit = compiled(_THIS_UNIT).match(page.text, found.end())
    if not unit or not ("the" in found.re.groupindex or re.search(r"\bin\s+the\s+$", found.group(), re.I)):
        return None
    told = _told_year(page, found.start()) if unit["unit"].lower() == "year" else None
    if told:
        return Found(unit.end(), step_unit(told, "year", 0, ANAPHORIC), ("stepped", "anaphoric"))
    return Found(
        unit.end(), step_unit(page.published, unit["unit"].lower(), 0, RELATIVE), ("stepped", "relative")
    )


def _told_year(page: Page, at: int) -> date | None:
    """Give the date before in the same sentence if it named its year: "in 2019; by the end of the year"."""
    earlier = page.earlier
    if earlier is None or earlier.start is None or "year" not in earlier.given:
        return None
    words = re.split(r"[.!?]\s+(?=[A-Z])|\n\s*\n", page.text[max(0, at - SENTENCE) : at])[-1]
    return earlier.start if str(earlier.start.year) in words else None


def _read_later(page: Page, at: int) -> Found | None:
    """Read "later this year", "earlier in the month"."""
    found = compiled(rf"(?:later|earlier){GAP}(?:on{GAP}|in{GAP})?(?P<the>the{GAP})?").match(page.text, at)
    if not found or found.end() >= len(page.text):
        return None
    whole = _the_unit(page, found) if found["the"] else _read_whole(page, found.end())
    if whole is None or not {"stepped", "weekday", "month", "day word", "season"} & set(whole.rules[:1]):
        return None
    return whole


def read_named_day(page: Page, at: int) -> Found | None:
    """Read "Christmas 2014", "Easter", "Labor Day weekend"."""
    named = holidays.read_holiday(page.text, at)
    if not named:
        return None
    name, end = named
    weekend = compiled(rf"{GAP}weekend(?![A-Za-z])").match(page.text, end)
    end = weekend.end() if weekend else end
    tied = year_after(page, end)
    if tied:
        year, end = tied
        given = frozenset({"holiday", "year"})
    else:
        year = choose_year(page, at, end, lambda year: holidays.holiday_in(name, year))
        given = frozenset({"holiday"})
    if year is None:
        return Found(end, None, ("holiday", *sorted(given)))
    day = holidays.holiday_in(name, year)
    value = _weekend_of_holiday(day, given) if weekend else day_of(day, given)
    return Found(end, value, ("holiday", *sorted(given)))


def _nth_weekday_from(page: Page, at: int) -> Found | None:
    """Read "the third Tuesday after Easter", "the first Monday after 5 May"."""
    found = compiled(
        rf"(?P<which>first|second|third|fourth|1st|2nd|3rd|4th){GAP}(?P<weekday>{WEEKDAY}){GAP}(?P<way>after|before|following){GAP}"
    ).match(page.text, at)
    if not found or found.end() >= len(page.text):
        return None
    named = read_named_day(page, found.end()) or read_absolute(page, found.end())
    if named is None or not {"day", "holiday"} & set(named.rules):
        return None
    if named.days is None or named.days.start is None:
        return Found(named.end, None, ("nth weekday", *named.rules))
    way, weeks = (-1 if found["way"].lower() == "before" else 1), NUMBERED[found["which"].lower()] - 1
    weekday = weekday_number(found["weekday"])
    day = add_days(nearest_weekday(weekday, named.days.start + way * DAY, ahead=way > 0), way * 7 * weeks)
    return Found(named.end, day_of(day, named.days.given | {"weekday", "day"}), ("nth weekday", *named.rules))


def _weekend_of_holiday(day: date, given: frozenset[str]) -> Days:
    """Give the Saturday and Sunday next to a holiday, and the days between."""
    beside = (day.weekday() + 2) % 7 if day.weekday() in (0, 5, 6) else day.weekday() - 5
    saturday = day - timedelta(days=beside)
    return stretch(min(day, saturday), max(day, saturday + timedelta(days=1)) + timedelta(days=1), given)
