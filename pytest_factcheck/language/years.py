"""Years, told from other numbers of four figures by the words around them."""

from __future__ import annotations

import re

from pytest_factcheck.language.calendar import stretch, year_of
from pytest_factcheck.language.datewords import YEAR_WORDS, compiled, full_year, year_number
from pytest_factcheck.language.page import Found, Page
from pytest_factcheck.model.pattern import lazy_pattern

YEARS_RANGE = r"(?P<year>(?:1[89]|20|21)\d{2})[-–—/](?P<last>\d{2})(?![\dA-Za-z%]|[-/.,]\d)"


def read_years(page: Page, at: int) -> Found | None:
    """Read "2012-13", a season or a business year."""
    found = compiled(YEARS_RANGE).match(page.text, at)
    if not found or (at and (page.text[at - 1].isalnum() or page.text[at - 1] in ".,-/:$£€#")):
        return None
    first = int(found["year"])
    last = first // 100 * 100 + int(found["last"])
    if last <= first:
        last += 100
    if not 0 < last - first <= 30:
        return None
    given = frozenset({"year"})
    start, end = year_of(first, given), year_of(last, given)
    return (
        Found(found.end(), stretch(start.start, end.end, given), ("years", "year")) if start and end else None
    )


_LABEL_BEFORE = lazy_pattern(
    r"(?:\b(?:Rule|Form|Agenda|No\.?|Article|Resolution|Section|Chapter|Room|Route|Highway|Flight|Boeing|Page|Bill|Act|Model|Windows|Unit|"
    r"Line|Level|Channel|Area|Box|Apollo|Order|Directive|Regulation|ISO|Case|Court)|[#$£€¥])\s*$"
)

_TIME_BEFORE = lazy_pattern(
    r"(?:\b(?:in|since|by|until|till|of|from|before|after|during|the|to|and|between|through|late|early|mid|circa|year|around|"
    r"for|on|or|AD|summer|spring|autumn|fall|winter|end|beginning|start|fiscal|FY|ca|post|pre|back\s+in|as|a|his|her|their|its|"
    r"our|than|with)|[(\[—–,;-])\s*$",
    re.IGNORECASE,
)

_OLD_TIME_BEFORE = lazy_pattern(r"\b(?:in|since|circa|c\.|year|AD)\s+$", re.IGNORECASE)

_QUANTITY_BEFORE = lazy_pattern(
    r"\b(?:some|nearly|almost|about|approximately|roughly|over|than|least|most|another|up\s+to|under|total\s+of|just)\s+$",
    re.IGNORECASE,
)

UNIT_AFTER = lazy_pattern(
    r"(?:\s?(?:%|°|£|€|GMT|UTC|EST|EDT|CET|BST|local\s+time|hours|hrs|h\b|kg\b|km\b|m\b|cm\b|mm\b|MW\b|GW\b|kW\b|lbs?\b"
    r"|ft\b|mph|km/h|sq\b)|-?\s?(?:per\s?cent|percent|points?|people|men|women|children|troops|soldiers|police|dollars?"
    r"|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|crowns?|miles?|met(?:er|re)s?|kilomet(?:er|re)s?|feet|foot|inches"
    r"|tons?|tonnes?|barrels?|acres?|hectares?|litres?|liters?|gallons?|degrees|calories|watts?|megawatts?|square|cubic"
    r"|votes|seats|jobs|homes|houses|years?|days?|weeks|months|minutes|seconds|times|million|billion|thousand|hundred|x\b)\b)"
)

PLURAL_AFTER = lazy_pattern(r"\s(?:[a-z]+(?:-[a-z]+)?\s)?[a-z]{2,}(?<!s)s\b")

_NO_NOUN = lazy_pattern(
    r"\s(?:is|was|has|as|this|its|his|us|does|says|always|across|towards|plus|perhaps|besides|unless)\b"
)


def read_year(page: Page, at: int) -> Found | None:
    """Read a year in four figures and tell it from a number of something."""
    found = compiled(r"[12]\d{3}(?![\dA-Za-z]|[.,:]\d|-(?!(?:1[89]|20)\d\d(?!\d))\d{3}|[^\S\n]?%)").match(
        page.text, at
    )
    if not found or not is_year(page.text, at, found.end()):
        return None
    return Found(found.end(), year_of(int(found.group()), frozenset({"year"})), ("year",))


def is_year(text: str, start: int, end: int) -> bool:
    """Tell whether four figures name a year, by their size and the words around them."""
    year = int(text[start:end])
    before = text[max(0, start - 16) : start]
    if before and (
        before[-1].isalnum()
        or before[-1] in ".,/:$£€#+_@&\\"
        or re.search(r"(?<!\b1[89]\d\d)(?<!\b20\d\d)(?<=\d)-$", before)
    ):
        return False
    if (
        _LABEL_BEFORE.search(before)
        or UNIT_AFTER.match(text, end)
        or (before[-1:] == "-" and not _is_prefix(before) and not re.search(r"\d-$", before))
    ):
        return False
    if _begins_a_count(text, end):
        return False
    counted = bool(PLURAL_AFTER.match(text, end)) and not _NO_NOUN.match(text, end)
    if counted and _QUANTITY_BEFORE.search(before):
        return False
    if 1900 <= year <= 2099:
        return not counted or year % 50 != 0 or bool(_TIME_BEFORE.search(before))
    return not counted and bool((_TIME_BEFORE if 1700 <= year < 1900 else _OLD_TIME_BEFORE).search(before))


def _begins_a_count(text: str, end: int) -> bool:
    """Tell "from 1990 to 2000 tons" from a span of years."""
    other = re.compile(r"\s?(?:and|to|or|[-–])\s?\d{4}(?!\d)").match(text, end)
    return bool(other and UNIT_AFTER.match(text, other.end()))


def _is_prefix(before: str) -> bool:
    return bool(
        re.search(r"\b(?:pre|post|mid|late|early|end|since|the|until|inter)-$", before, re.IGNORECASE)
    )


def read_short_year(page: Page, at: int) -> Found | None:
    """Read the '83 of "joined in '83"."""
    found = compiled(r"['‘’](?P<year>\d{2})(?![\dA-Za-z])").match(page.text, at)
    before = page.text[max(0, at - 12) : at]
    if not found or not re.search(
        r"\b(?:in|of|since|until|from|to|by|before|after|and|back\s+in)\s+$", before, re.IGNORECASE
    ):
        return None
    value = year_of(full_year(int(found["year"])), frozenset({"year"}))
    return Found(found.end(), value, ("year", "short")) if value else None


_NAMED_IN = lazy_pattern(r"(?:[A-Z][a-z]+[\])]?\s+(?:back\s+)?in|\bin\s+['’]?\d{2}\s+and)\s+$")


def read_bare_short_year(page: Page, at: int) -> Found | None:
    """Read the 84 and 88 of "Smith in 84 and Jones in 88", as people say them."""
    found = compiled(
        r"(?P<year>0\d|[4-9]\d)(?=\s*(?:[,.;?!)]\s|[,.;?!)]?$)|\s+and\s+\d{2}\s*(?:[,.;?!)\[]|$))"
    ).match(page.text, at)
    if not found or not _NAMED_IN.search(page.text[max(0, at - 28) : at]):
        return None
    value = year_of(full_year(int(found["year"])), frozenset({"year"}))
    return Found(found.end("year"), value, ("year", "short")) if value else None


def read_spelled_year(page: Page, at: int) -> Found | None:
    """Read "in nineteen ninety-eight", "since two thousand and five"."""
    found = compiled(YEAR_WORDS).match(page.text, at)
    if not found or PLURAL_AFTER.match(page.text, found.end()) or UNIT_AFTER.match(page.text, found.end()):
        return None
    before = page.text[max(0, at - 12) : at]
    if not re.search(
        r"\b(?:in|since|until|by|before|after|year|from|to|during|of)\s+$", before, re.IGNORECASE
    ):
        return None
    value = year_of(year_number(found.group()), frozenset({"year"}))
    return Found(found.end(), value, ("year", "words")) if value else None
