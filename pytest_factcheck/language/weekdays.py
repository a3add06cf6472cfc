"""Weekdays: with their date, with a day of the month, or alone."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pytest_factcheck.language.calendar import day_of, make_day, nearest_weekday
from pytest_factcheck.language.datefigures import read_iso, read_three_numbers
from pytest_factcheck.language.datewords import DAY, WEEKDAY, WHOLE, compiled, day_number, weekday_number
from pytest_factcheck.language.filling import fill_weekday
from pytest_factcheck.language.monthdays import read_day_first, read_month_first
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Found, Page
from pytest_factcheck.language.stepwords import RELATIVE
from pytest_factcheck.model.mention import Days
from pytest_factcheck.model.pattern import lazy_pattern

NOT_A_DAY = lazy_pattern(
    r"['’](?![sS]\b)[A-Za-z]|[A-Za-z]|\s(?:Times|Telegraph|Mirror|Express|Mail|World|Post|Herald|Star|Tribune|Night\s(?:Live|Football)|People"
    r"|[Ss]chools?|[Bb]est|shifts?|roasts?|trading|lunch(?:es)?|papers?|newspapers?|leagues?|rotas?|opening\shours)\b"
)

_NOT_AFTER = lazy_pattern(
    r"\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Aa]|[Oo]ne|[Ss]ome|most|per|alternate|Black|Bloody|Good|Super|Giving|Maundy|Shrove|Palm|Easter|Cyber|Ash|Whit"
    r"|Holy|Sheffield|Mail\son|Independent\son|Scotland\son|Man|Freaky|Joe|Manic|Blue|Ruby)\s+$"
)

PART_OF_DAY = (
    rf"(?:{GAP}(?:morning|afternoon|evening|night|lunchtime|noon)s?\b(?!{GAP}(?:Live|Football|Show)\b))?"
)

DAY_AFTER_WEEKDAY = (
    rf"(?:,?{GAP}|,)(?:the{GAP})?(?P<day>\d{{1,2}}(?:st|nd|rd|th)(?![A-Za-z])|(?<=the\s){DAY})"
)


_FIRST = lazy_pattern(r",\s*the\s+(?:first|second|third)$", re.IGNORECASE)
ORDERS = lazy_pattern(
    r"\s+(?!(?:and|or|at|in|on|of|to|when|for|from|is|was|will|with|by|as|after|before|until|but|while)\b)[a-z]"
)
"""A noun behind an ordinal, which then is no day: "on Saturday, the first win for years"."""


def read_weekday(page: Page, at: int) -> Found | None:
    """Read "Friday, May 3, 2024", "Tuesday the 19th", "Thursday night"."""
    found = compiled(rf"(?P<weekday>{WEEKDAY})").match(page.text, at)
    if not found:
        return None
    weekday = weekday_number(found["weekday"])
    return _with_date(page, found) or _with_day(page, found, weekday) or _bare_weekday(page, found, weekday)


def _with_date(page: Page, found: re.Match[str]) -> Found | None:
    gap = compiled(rf",?{GAP}(?:the{GAP})?|,").match(page.text, found.end())
    if not gap or gap.end() >= len(page.text):
        return None
    dated = read_month_first(page, gap.end()) or read_day_first(page, gap.end())
    if dated is None and page.text[gap.end()].isdecimal():
        dated = read_iso(page, gap.end()) or read_three_numbers(page, gap.end())
    if dated is None:
        return None
    days = dated.days
    if days is not None:
        days = Days(days.start, days.end, days.given | {"weekday"}, days.iso)
    return Found(dated.end, days, ("weekday", *dated.rules))


def _with_day(page: Page, found: re.Match[str], weekday: int) -> Found | None:
    """Find the month in which "Tuesday the 19th" fits, the nearest to publication."""
    dayed = compiled(DAY_AFTER_WEEKDAY).match(page.text, found.end())
    if not dayed or ("," in dayed.group() and _orders(page.text, dayed)):
        return None
    number, given = day_number(dayed["day"]), frozenset({"weekday", "day"})
    if page.published is None:
        return Found(dayed.end(), None, ("weekday", "day"))
    first = page.published.replace(day=1)
    months = [(first.year * 12 + first.month - 1 + step) for step in range(-6, 7)]
    days = [make_day(month // 12, month % 12 + 1, number) for month in months]
    fitting = [day for day in days if day and day.weekday() == weekday]
    nearest = min(fitting, key=lambda day: abs((day - page.published).days)) if fitting else None  # type: ignore[operator]
    return Found(dayed.end(), day_of(nearest, given), ("weekday", "day"))


def _orders(text: str, dayed: re.Match[str]) -> bool:
    """Tell whether an ordinal counts something: "Saturday, the first win", "Saturday, the first for years"."""
    is_place = _FIRST.search(dayed.group()) and text[dayed.end() : dayed.end() + 1].isspace()
    return bool(is_place or ORDERS.match(text, dayed.end()))


_THE_BEFORE = lazy_pattern(r"\bthe\s$", re.IGNORECASE)
_OF_AN_EVENT = lazy_pattern(
    r"\s(?:of\s(?!this|last|next|that|[A-Z])|to\sthe\s|(?:before|after)\s(?:the|his|her|its|their|an?)\s|they|he|she|it\b)"
    r"|[^\S\n]?[.,;:!?)]"
)
"""Behind "the Saturday" these tell of one that the story names, whenever it was: "the Saturday of the final"."""
_WEEK_AFTER = lazy_pattern(r"\sweek(?![A-Za-z-]|['’]|\s(?:of|in|long)\b)")
"""Behind a weekday this puts it off by a week: "Thursday week"."""


def _bare_weekday(page: Page, found: re.Match[str], weekday: int) -> Found | None:
    text, at = page.text, found.start()
    name = found["weekday"].lower().rstrip(".")
    end = at + len(name)
    before = text[max(0, at - 16) : at]
    if name not in WHOLE and not _short_weekday(text, found, before):
        return None
    if re.match(r"s\b|['’](?![sS]\b)[A-Za-z]|[A-Za-z]", text[end : end + 3]) or NOT_A_DAY.match(text, end):
        return None
    if _NOT_AFTER.search(before) or (_THE_BEFORE.search(before) and _OF_AN_EVENT.match(text, end)):
        return None
    week = _WEEK_AFTER.match(text, end)
    if week and page.published:
        coming = nearest_weekday(weekday, page.published + timedelta(days=1), ahead=True)
        return Found(week.end(), day_of(coming + timedelta(days=7), RELATIVE | {"weekday"}), ("weekday",))
    near = re.search(r"\b(?:later|earlier|late|early)\s+(?:on\s+)?$", before, re.IGNORECASE)
    if near and page.published:
        ago = (page.published.weekday() - weekday) % 7
        day: date | None = page.published - timedelta(days=ago)
    else:
        day = fill_weekday(page, at, end, weekday)
    part = compiled(PART_OF_DAY).match(text, end)
    return Found(part.end() if part else end, day_of(day, frozenset({"weekday"})), ("weekday",))


def _short_weekday(text: str, found: re.Match[str], before: str) -> bool:
    """Tell whether "Fri" or "Mon." is a day: alone, or after a word that wants a day."""
    name = found["weekday"].lower().rstrip(".")
    if name in ("sun", "sat", "wed") or not found["weekday"][0].isupper():
        return not before.strip() and not text[found.end() :].strip()
    return (
        bool(re.search(r"\b(?:on|last|next|this|until|by|since)\s+$", before, re.IGNORECASE))
        or not before.strip()
    )
