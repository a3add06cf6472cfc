"""Days of a month that are named with it: "14-15 December 2025", "May 3", "the fourth of July"."""

from __future__ import annotations

import re
from datetime import timedelta

from pytest_factcheck.language.calendar import day_of, make_day, stretch
from pytest_factcheck.language.datewords import (
    DAY,
    MONTH,
    YEAR,
    compiled,
    day_number,
    month_number,
    year_number,
)
from pytest_factcheck.language.filling import fill_year
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Found, Page

_TO = (
    rf"(?:{GAP}?(?P<dash>[-‐‑–—~/&]){GAP}?|{GAP}(?P<word>to|and|or|through|thru|until|till){GAP})"
    rf"(?:the{GAP})?"
)

DAY_OF = rf"(?:(?:{GAP}day)?{GAP}of(?:{GAP}the)?{GAP}|{GAP}?[-/]?)"

BEFORE_YEAR = rf"(?:{GAP}?,?{GAP}(?:(?:of|in){GAP})?|[-/]|,)"

YEAR_TIED = rf"(?P<year>{YEAR}|(?<=of )\d{{2}}(?![\dA-Za-z%]|[.,:/-]\d))"

DAY_FIRST = (
    rf"(?:(?P<first>{DAY}){_TO})?(?P<day>{DAY}){DAY_OF}(?P<month>{MONTH})(?:{BEFORE_YEAR}{YEAR_TIED})?"
)

MONTH_FIRST = (
    rf"(?P<month>{MONTH})(?:{GAP}(?:the{GAP})?|[-/]|)(?P<day>{DAY})(?:{_TO}(?P<last>{DAY})(?!{GAP}{MONTH}))?"
    rf"(?:{BEFORE_YEAR}(?P<year>{YEAR}))?"
)

YEAR_AHEAD = (
    rf"(?:{GAP}?[-–—]{GAP}?|{GAP}(?:to|and|or|through|until|till|thru){GAP})(?:the{GAP})?"
    rf"(?:{DAY}{DAY_OF}{MONTH}|{MONTH}(?:{GAP}{DAY})?){BEFORE_YEAR}(?P<year>{YEAR})"
)

_COUNTED = (
    r"(?:people|men|women|children|troops|soldiers|police|per\s?cent|percent|pct|million|billion|thousand"
    r"|hundred|%)"
)


def read_day_first(page: Page, at: int) -> Found | None:
    """Read "24 February 2022", "the fourth of July", "14-15 December"."""
    found = compiled(DAY_FIRST).match(page.text, at)
    if not found or _is_modal(page.text, found):
        return None
    month, day = month_number(found["month"]), day_number(found["day"])
    year, given = year_meant(page, at, found, month, day)
    if not found["first"]:
        return one_day(found.end(), year, month, day, given)
    return _two_days(page, found, year, month, (day_number(found["first"]), day), given)


def _two_days(
    page: Page,
    found: re.Match[str],
    year: int | None,
    month: int,
    days: tuple[int, int],
    given: frozenset[str],
) -> Found | None:
    """Join "14-15 December" to one stretch; the first day of "5 and 20 May" stands for itself."""
    first, last = days
    word = (found["word"] or "").lower()
    if (word in ("and", "or") and last != first + 1 and not _after_between(page, found)) or word == "or":
        name = "first" if "first" in found.groupdict() else "day"
        end = found.end(name)
        return one_day(end, year, month, first, given)
    if year is None:
        return Found(found.end(), None, ("days", *sorted(given))) if first < last else None
    start, end_day = make_day(year, month, first), make_day(year, month, last)
    if start is None or end_day is None or start >= end_day:
        return None
    return Found(found.end(), stretch(start, end_day + timedelta(days=1), given), ("days", *sorted(given)))


def _after_between(page: Page, found: re.Match[str]) -> bool:
    return bool(
        re.search(r"between\s+(?:the\s+)?$", page.text[max(0, found.start() - 14) : found.start()], re.I)
    )


def one_day(end: int, year: int | None, month: int, day: int, given: frozenset[str]) -> Found | None:
    """Make the date of one day, open where its year is not known; None if there is no such day."""
    rules = ("day", *sorted(given))
    if year is None:
        return Found(end, None, rules) if make_day(2000, month, day) else None
    value = day_of(make_day(year, month, day), given)
    return Found(end, value, rules) if value else None


def year_meant(
    page: Page, at: int, found: re.Match[str], month: int, day: int | None
) -> tuple[int | None, frozenset[str]]:
    """Take the year that was written, or that of the date joined to this one, or fill it in."""
    fields = {"month"} if day is None else {"month", "day"}
    if found["year"]:
        return year_number(found["year"]), frozenset(fields | {"year"})
    joined = compiled(YEAR_AHEAD).match(page.text, found.end())
    if joined:
        return year_number(joined["year"]), frozenset(fields | {"year"})
    return fill_year(page, at, found.end(), month, day), frozenset(fields)


def _is_modal(text: str, found: re.Match[str]) -> bool:
    """Tell "the second may" and "they march 3 miles" from dates."""
    month = found["month"].lower()
    if month not in ("may", "march") or found["month"][0].isupper() or found["year"]:
        return False
    if found.start("month") > found.start("day"):
        return not re.search(
            r"of\s+(?:the\s+)?$", text[found.start("day") : found.start("month")], re.IGNORECASE
        )
    return bool(
        re.match(
            r"\s+(?!and\b|to\b|at\b|in\b|or\b|thru\b|through\b)[a-z]", text[found.end() : found.end() + 10]
        )
    )


def read_month_first(page: Page, at: int) -> Found | None:
    """Read "February 24, 2022", "Dec. 14-15"."""
    found = compiled(MONTH_FIRST).match(page.text, at)
    if not found or _is_modal(page.text, found) or _counts_people(page.text, found):
        return None
    if not found["year"] and (_is_short_year(page.text, found) or _is_name(found)):
        return None
    month, day = month_number(found["month"]), day_number(found["day"])
    year, given = year_meant(page, at, found, month, day)
    if found["last"]:
        both = _two_days(page, found, year, month, (day, day_number(found["last"])), given)
        if both:
            return both
    end = found.end() if not found["last"] else found.end("day")
    return one_day(end, year, month, day, given)


def _counts_people(text: str, found: re.Match[str]) -> bool:
    if found["year"] or not found["day"].isdecimal():
        return False
    return bool(compiled(rf"{GAP}{_COUNTED}").match(text, found.end("day")))


def _is_name(found: re.Match[str]) -> bool:
    """Tell "OCT4" and "Oct3/4" from "Dec31"."""
    return found.end("month") == found.start("day") and len(found["day"]) < 2


def _is_short_year(text: str, found: re.Match[str]) -> bool:
    return (
        text[found.end("month") : found.start("day")].strip() == ""
        and int(re.sub(r"\D", "", found["day"]) or 1) > 31
    )
