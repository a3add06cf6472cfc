"""Named parts of years and groups of years: quarters, halves, seasons, fiscal years, decades, centuries."""

from __future__ import annotations

import re
from datetime import date

from pytest_factcheck.language.calendar import (
    SEASONS,
    decade_of,
    half_of,
    quarter_of,
    season_of,
    stretch,
)
from pytest_factcheck.language.datewords import (
    YEAR,
    YEAR_STARTS,
    compiled,
    full_year,
    month_number,
    year_number,
)
from pytest_factcheck.language.decades import DECADE_WORDS, FISCAL, read_century, read_decade, read_fiscal
from pytest_factcheck.language.filling import choose_year
from pytest_factcheck.language.lexicon import ORDINALS
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import APOSTROPHE, DIGIT, Found, Page, Readers
from pytest_factcheck.language.tense import looks_ahead
from pytest_factcheck.model.pattern import lazy_pattern

NUMBERED = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}

_NTH = "|".join(NUMBERED)

YEAR_STEPS = {
    "last": -1,
    "previous": -1,
    "this": 0,
    "the": 0,
    "current": 0,
    "next": 1,
    "that": 0,
    "same": 0,
    "coming": 1,
}

_FISCAL_SIGN = rf"(?<=[ -])(?:FY|CY){GAP}?['’]?(?:20\d{{2}}|\d{{2}})(?!\d)"

YEAR_OF = (
    rf"(?:(?:,?{GAP}of{GAP}|,?{GAP}in{GAP}|,?{GAP}|-)(?:(?:the{GAP})?(?:fiscal|financial|calendar)(?:{GAP}|-))?"
    rf"(?:(?:the{GAP})?year{GAP})?(?P<year>{YEAR}|{_FISCAL_SIGN})"
    rf"(?![-–]\d|{GAP}(?:people|percent|per{GAP}cent))"
    rf"|,?{GAP}(?:of{GAP}|in{GAP})?(?P<step>last|this|next|the{GAP}previous|the{GAP}current)"
    rf"{GAP}(?:fiscal{GAP})?year(?:['’]s)?\b"
    rf"|{GAP}of{GAP}the{GAP}(?P<same>(?:fiscal{GAP}|financial{GAP})?year)\b(?!['’]))"
)
"""What ties a part to its year: "of 2024", " 2024", "last year", "of the year"."""

OWNER = rf"(?:(?P<owner>{YEAR}|(?P<ownstep>last|this|next){GAP}year)(?:['’]s)?(?:{GAP}|-)(?:the{GAP})?)?"

QUARTER = (
    rf"(?:(?:fiscal|financial){GAP})?(?P<nth>{_NTH})(?:-|{GAP})(?:(?:fiscal|financial|calendar){GAP})?"
    r"(?:quarter|qtr)(?![A-Za-z])"
)

QUARTER_SIGN = (
    r"(?:Q(?P<q>[1-4])(?![A-Za-z0-9.]\d|[A-Za-z])"
    r"|(?P<q2>[1-4])Q(?![A-Za-z.]\d|[A-Za-z])(?=(?:\d{4}|\d{2})?(?!\d)))"
)

HALF = rf"(?P<nth>first|second|1st|2nd|latter)(?P<tie>-|{GAP})half(?![A-Za-z])"

OWNED_QUARTER, OWNED_HALF = OWNER + QUARTER, OWNER + HALF

OWNED_SIGN = rf"(?:(?P<owner>(?:19|20)\d{{2}})(?:{GAP}|-)|(?P<short>\d{{2}}))?{QUARTER_SIGN}"

HALF_SIGN = rf"(?:(?P<owner>(?:19|20)\d{{2}})(?:-|{GAP}))?H(?P<h>[12])(?![A-Za-z0-9])"

_FINANCE = (
    rf"{GAP}(?:net|profits?|earnings|results?|sales|revenues?|pre-?tax|loss|losses|income|operating|trading|figures"
    rf"|growth|performance|of{GAP}the{GAP}year)\b"
)
"""Words behind "first half" that make it half a year, not of a match."""

SEASON = r"(?P<season>spring|summer|autumn|fall|winter)(?![A-Za-z])"


def year_after(page: Page, at: int) -> tuple[int | None, int] | None:
    """Find the year that a part belongs to and where its words end; the year is None if it cannot be told."""
    found = compiled(YEAR_OF).match(page.text, at)
    if not found:
        return None
    if found["year"]:
        return year_number(found["year"]), found.end()
    return _stepped(page, found["step"] or "this"), found.end()


def _stepped(page: Page, words: str) -> int | None:
    step = YEAR_STEPS[re.split(r"\s+", words.lower())[-1]]
    return page.published.year + step if page.published else None


def _owner(page: Page, found: re.Match[str]) -> int | None:
    if not found["owner"]:
        return None
    return _stepped(page, found["ownstep"]) if found["ownstep"] else year_number(found["owner"])


def _quarter(page: Page, at: int) -> Found | None:
    found = compiled(OWNED_QUARTER).match(page.text, at)
    number = NUMBERED[found["nth"].lower()] if found else 0
    if not found:
        found = compiled(OWNED_SIGN).match(page.text, at)
        if not found:
            return None
        number = int(found["q"] or found["q2"])
    owner = found["owner"]
    if owner:
        year: int | None = _owner(page, found) if "ownstep" in found.groupdict() else int(owner)
        return _quarter_found(found.end(), year, number, frozenset({"quarter", "year"}))
    if "short" in found.groupdict() and found["short"]:
        return _quarter_found(
            found.end(), full_year(int(found["short"])), number, frozenset({"quarter", "year"})
        )
    tied = year_after(page, found.end()) or _short_year(page, found)
    if tied:
        return _quarter_found(tied[1], tied[0], number, frozenset({"quarter", "year"}))
    year = _finance_year(page, at, found.end(), lambda y: quarter_of(y, number, frozenset()))
    return _quarter_found(found.end(), year, number, frozenset({"quarter"}))


QUARTERS_LISTED = (
    rf"(?P<nth>{_NTH})(?:,|{GAP}(?:and|or|to|through)){GAP}(?P<last>{_NTH}){GAP}quarters?(?![A-Za-z])"
)

_LISTED_BEFORE = lazy_pattern(rf"\b(?:{_NTH})(?:,|\s(?:and|or|to|through))\s$", re.IGNORECASE)

LAST_LISTED = rf"(?P<last>{_NTH}){GAP}quarters(?![A-Za-z])"


def _listed_quarter(page: Page, at: int) -> Found | None:
    """Read the "second" and the "third quarters" of "the second and third quarters of 2024"."""
    first = compiled(QUARTERS_LISTED).match(page.text, at)
    found = first or compiled(LAST_LISTED).match(page.text, at)
    if not found or not (first or _LISTED_BEFORE.search(page.text[max(0, at - 16) : at])):
        return None
    last, tied = NUMBERED[found["last"].lower()], year_after(page, found.end())
    given = frozenset({"quarter", "year"} if tied else {"quarter"})
    if tied:
        year, end = tied
    else:
        year = _finance_year(page, at, found.end(), lambda y: quarter_of(y, last, frozenset()))
        end = found.end()
    if first:
        return _quarter_found(first.end("nth"), year, NUMBERED[first["nth"].lower()], given)
    return _quarter_found(end, year, last, given)


MONTH_QUARTER = rf"(?P<month>march|june|september|december){GAP}(?P<unit>quarter|half)(?![A-Za-z])"


def _quarter_to_month(page: Page, at: int) -> Found | None:
    """Read "the December quarter", which that month ends; "the June half" likewise."""
    found = compiled(MONTH_QUARTER).match(page.text, at)
    if not found:
        return None
    month = month_number(found["month"])
    if found["unit"].lower() == "quarter":
        tied = year_after(page, found.end())
        given = frozenset({"quarter", "year"} if tied else {"quarter"})
        if tied:
            return _quarter_found(tied[1], tied[0], month // 3, given)
        year = _finance_year(page, at, found.end(), lambda y: quarter_of(y, month // 3, frozenset()))
        return _quarter_found(found.end(), year, month // 3, given)
    if month % 6:
        return None
    year = _finance_year(page, at, found.end(), lambda y: half_of(y, month // 6, frozenset()))
    return _half_found(found.end(), year, month // 6, frozenset({"half"}))


def _short_year(page: Page, found: re.Match[str]) -> tuple[int, int] | None:
    """Read the "24" of "4Q24" or "Q4 '24"."""
    short = compiled(r"\s?['’]?((?<=[qQ])20\d{2}|\d{2})(?![\dA-Za-z%]|[.,]\d)").match(page.text, found.end())
    if (
        not short
        or "q" not in found.groupdict()
        or (short.group()[0] == " " and "'" not in short.group().replace("’", "'"))
    ):
        return None
    return year_number(short[1]), short.end()


def _quarter_found(end: int, year: int | None, number: int, given: frozenset[str]) -> Found:
    return Found(end, quarter_of(year, number, given) if year else None, ("quarter", *sorted(given)))


def _finance_year(page: Page, start: int, end: int, period_in: object) -> int | None:
    """Choose the year of a quarter named alone: reports speak of the last one begun, plans of the next."""
    if page.published is None:
        return None
    year = page.published.year
    if page.is_all(start, end):
        return year
    period = period_in(year)  # type: ignore[operator]
    if period.start <= page.published:
        ended_long_ago = (page.published - period.end).days > 0
        return year + 1 if ended_long_ago and looks_ahead(page.text, start, end) else year
    return year if looks_ahead(page.text, start, end) else year - 1


def _half(page: Page, at: int) -> Found | None:
    sign = compiled(HALF_SIGN).match(page.text, at)
    if sign and page.text[sign.start("h") - 1] == "H":
        return _half_sign(page, sign)
    found = compiled(OWNED_HALF).match(page.text, at)
    if not found:
        return None
    half = 1 if found["nth"].lower() in ("first", "1st") else 2
    if found["owner"]:
        return _half_found(found.end(), _owner(page, found), half, frozenset({"half", "year"}))
    tied = year_after(page, found.end())
    if tied:
        return _half_found(tied[1], tied[0], half, frozenset({"half", "year"}))
    decade = _half_decade(page, found.end(), half)
    if decade:
        return decade
    if not compiled(_FINANCE).match(page.text, found.end()):
        return None
    year = _finance_year(page, at, found.end(), lambda y: half_of(y, half, frozenset()))
    return _half_found(found.end(), year, half, frozenset({"half"}))


def _half_decade(page: Page, at: int, half: int) -> Found | None:
    """Read "of the 1980s" behind "the second half"."""
    tie = compiled(rf"{GAP}of{GAP}the{GAP}").match(page.text, at)
    decade = (
        _this_decade(page, tie.end()) or read_decade(page, tie.end())
        if tie and tie.end() < len(page.text)
        else None
    )
    if not decade or not decade.days or not decade.days.start or not decade.days.end:
        return None
    middle = decade.days.start.replace(year=decade.days.start.year + 5)
    sides = (decade.days.start, middle) if half == 1 else (middle, decade.days.end)
    return Found(decade.end, stretch(*sides, decade.days.given), ("half", "decade"))


def _this_decade(page: Page, at: int) -> Found | None:
    word = compiled(r"decade(?![A-Za-z-]|['’])").match(page.text, at)
    if not word or page.published is None:
        return None
    return Found(word.end(), decade_of(page.published.year, frozenset({"relative"})), ("decade", "relative"))


def _half_sign(page: Page, sign: re.Match[str]) -> Found | None:
    half = int(sign["h"])
    if sign["owner"]:
        return _half_found(sign.end(), int(sign["owner"]), half, frozenset({"half", "year"}))
    tied = year_after(page, sign.end())
    return _half_found(tied[1], tied[0], half, frozenset({"half", "year"})) if tied else None


def _half_found(end: int, year: int | None, half: int, given: frozenset[str]) -> Found:
    return Found(end, half_of(year, half, given) if year else None, ("half", *sorted(given)))


def _season(page: Page, at: int) -> Found | None:
    """Read "the summer of 2014", "winter 2015-16", "in the spring"."""
    found = compiled(SEASON).match(page.text, at)
    if not found:
        return None
    name = found["season"].lower()
    years = compiled(rf"{GAP}(?:of{GAP})?(?P<year>[12]\d{{3}})[-–/]\d{{2}}(?!\d)").match(
        page.text, found.end()
    )
    if years and name == "winter":
        return _season_found(years.end(), int(years["year"]), name, frozenset({"season", "year"}))
    tied = year_after(page, found.end())
    if tied and not (name == "fall" and _is_falling(page.text, at, page.text[found.end() : tied[1]])):
        return _season_found(tied[1], tied[0], name, frozenset({"season", "year"}))
    before = page.text[max(0, at - 16) : at]
    if not re.search(
        r"\b(?:in|by|until|since|during|early|late|mid|over|through|for)[\s-]+the\s+$|\b(?:early|late|mid)[\s-]+$|\b(?:by|until|since|before)\s+$",
        before,
        re.I,
    ):
        return None
    if re.match(
        r"\s+of\b|['’-]|\s+(?!(?:and|or|to|when|as|with|after|before|by|said|but|that|if|for|at|on|in)\b)[a-z]",
        page.text[found.end() : found.end() + 10],
    ):
        return None
    year = choose_year(page, at, found.end(), lambda y: date(y, SEASONS[name][1], 15))
    return _season_found(found.end(), year, name, frozenset({"season"}))


def _is_falling(text: str, at: int, year: str) -> bool:
    """Tell "prices fall this year" and "the fall in 2014" from the season."""
    before = re.search(
        r"\b(?:the|in|by|since|until|early|late|for|from|of|and|between)[\s-]+$",
        text[max(0, at - 12) : at],
        re.I,
    )
    return not before or "in" in year.split()


def _season_found(end: int, year: int | None, name: str, given: frozenset[str]) -> Found:
    return Found(end, season_of(year, name, given) if year else None, ("season", *sorted(given)))


_OWNERS = YEAR_STARTS | {"last", "this", "next", DIGIT, APOSTROPHE}
PERIODS: Readers = (
    (_listed_quarter, frozenset(NUMBERED)),
    (_quarter_to_month, frozenset({"march", "june", "september", "december"})),
    (_quarter, _OWNERS | NUMBERED.keys() | {"fiscal", "financial", "q"}),
    (_half, _OWNERS | {"first", "second", "latter", "h"}),
    (_season, frozenset(SEASONS)),
    (read_fiscal, FISCAL | {"fy", "cy", "year"}),
    (read_decade, frozenset({*DECADE_WORDS, DIGIT, APOSTROPHE})),
    (read_century, frozenset({*ORDINALS, "twent", DIGIT})),
)
"""Readers of a part of a year, a fiscal year, a decade or a century."""
