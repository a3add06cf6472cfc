"""The words and shapes of which dates are made: months, weekdays, day numbers, years in digits and words."""

from __future__ import annotations

import re
from functools import cache

from pytest_factcheck.language.lexicon import ORDINALS, TEENS, TENS, UNITS
from pytest_factcheck.language.numbers import GAP, read_number

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""Month name or its short form to its number."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "weds", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
"""Weekday name or its short form to its number, Monday 0."""

_FULL = 5
"""Names longer than this, and the short whole names, take no full stop."""


def _names(table: dict[str, int], whole: frozenset[str]) -> str:
    full = "|".join(name for name in table if name in whole)
    short = "|".join(sorted((name for name in table if name not in whole), key=len, reverse=True))
    return rf"(?:(?:{full})(?![A-Za-z])|(?:{short})(?![A-Za-z])\.?)"


WHOLE = frozenset(
    name
    for name in (*MONTHS, *WEEKDAYS)
    if len(name) > _FULL or name in ("march", "april", "may", "june", "july")
)
"""Names that are no short forms."""

MONTH = _names(MONTHS, WHOLE)
WEEKDAY = _names(WEEKDAYS, WHOLE)

_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TEENTHS = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
)
DAY_STARTS = frozenset(f"{_ONES}|{_TEENTHS}|twentieth|thirtieth|twenty|thirty".split("|"))
"""First words of `DAY_WORD`."""
DAY_WORD = rf"(?:(?:twenty|thirty)(?:-|{GAP})(?:{_ONES})|{_ONES}|{_TEENTHS}|twentieth|thirtieth)(?![A-Za-z])"
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?![\dA-Za-z%]|[.,:]\d)|\d{{1,2}}(?=[a-z]{{3}})|{DAY_WORD})"

_TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_UNIT = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UP_TO_99 = rf"(?:(?:{_TENS})(?:(?:-|{GAP})(?:{_UNIT}))?|{_TEEN}|{_UNIT})"
_FROM_10 = rf"(?:(?:{_TENS})(?:(?:-|{GAP})(?:{_UNIT}))?|{_TEEN}|oh{GAP}(?:{_UNIT}))"
YEAR_WORDS = (
    rf"(?:(?:eighteen|nineteen|twenty){GAP}(?:hundred(?:{GAP}(?:and{GAP})?{_UP_TO_99})?|{_FROM_10})"
    rf"|two{GAP}thousand(?:{GAP}(?:and{GAP})?{_UP_TO_99})?)(?![A-Za-z-])"
)
YEAR_STARTS = frozenset({"eighteen", "nineteen", "twenty", "two"})
"""First words of `YEAR_WORDS`."""
YEAR = rf"(?:[12]\d{{3}}(?![\dA-Za-z%]|[.,]\d)|['’]\d{{2}}(?![\dA-Za-z])|{YEAR_WORDS})"


def month_number(word: str) -> int:
    """Give the number of a month by its name."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """Give the number of a weekday by its name, Monday 0."""
    return WEEKDAYS[word.lower().rstrip(".")]


def day_number(words: str) -> int:
    """Give the number of a day of the month: "3", "3rd", "third", "twenty-third"."""
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits.group())
    return sum(TENS.get(word, 0) + ORDINALS.get(word, 0) for word in re.split(r"[^a-z]+", words.lower()))


def year_number(words: str) -> int:
    """Give the year of "1998", "'98", "nineteen ninety-eight", "two thousand and five"."""
    digits = re.sub(r"[^\d]", "", words)
    if len(digits) >= 4:
        return int(digits)
    if digits:
        return full_year(int(digits))
    return _spelled_year(words.lower())


def full_year(two_digits: int) -> int:
    """Give the year that two digits stand for: up to 49 in this century, from 50 in the last."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def _spelled_year(words: str) -> int:
    number = read_number(words, 0)
    if "thousand" in words and number:
        return int(number.value)
    parts = [word for word in re.split(r"[^a-z]+", words) if word not in ("and", "hundred", "oh")]
    small = {**UNITS, **TEENS, **TENS}
    return 100 * small[parts[0]] + sum(small[word] for word in parts[1:])


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once, the first time that it is needed; letter case does not matter."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE if pattern.startswith("\n") else re.IGNORECASE)
