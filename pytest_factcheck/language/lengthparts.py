"""The further parts of a length: "and a half", "and nine months", "15 min"."""

from __future__ import annotations

import re
from functools import cache

from pytest_factcheck.language.numbers import GAP, Number, read_number
from pytest_factcheck.language.timeunits import UNITS, Unit, make_length, unit_after
from pytest_factcheck.model.mention import Length

FITS = {
    ("years", "months"): 12,
    ("years", "weeks"): 53,
    ("years", "days"): 366,
    ("months", "weeks"): 6,
    ("months", "days"): 32,
    ("weeks", "days"): 7,
    ("days", "hours"): 24,
    ("days", "minutes"): 1440,
    ("hours", "minutes"): 60,
    ("hours", "seconds"): 3600,
    ("minutes", "seconds"): 60,
}
"""How many of the smaller unit fit into one of the larger: "two years and 18 months" are two lengths."""

_EVERY = "yearly|monthly|weekly|daily|hourly"
_HALF = rf"(?:{GAP}and{GAP}(?:an?{GAP})?(?P<share>half|quarter)\b(?!{GAP}(?:an?|of|{_EVERY})\b))?"


@cache
def _half_pattern() -> re.Pattern[str]:
    return re.compile(_HALF, re.IGNORECASE)


@cache
def _joint_pattern() -> re.Pattern[str]:
    return re.compile(rf",?{GAP}and{GAP}|,?{GAP}|", re.IGNORECASE)


def with_parts(text: str, value: float, unit: Unit) -> tuple[Length, int, tuple[str, ...]]:
    """Add to the first part what follows it: "and a half", "and nine months", "15 min"."""
    parts = {unit.part: value * unit.factor}
    end = unit.end
    half = _half_pattern().match(text, end)
    if half and half["share"] and value == int(value):
        share = 0.5 if half["share"].lower() == "half" else 0.25
        parts[unit.part] += share * unit.factor
        return make_length(parts), half.end(), ("and a half",)
    rules: tuple[str, ...] = ()
    last = unit
    while True:
        part = (
            _next_part(text, last, end, listed=bool(rules))
            or _article_part(text, last, end)
            or _bare_minutes(text, last, end)
        )
        if part is None:
            return make_length(parts), end, rules
        number, last = part
        parts[last.part] = parts.get(last.part, 0) + number.value * last.factor
        end, rules = last.end, ("compound",)


def _next_part(text: str, last: Unit, at: int, *, listed: bool) -> tuple[Number, Unit] | None:
    joint = _joint_pattern().match(text, at)
    if joint is None or (not listed and joint.group()[:1] == "," and "and" in joint.group().lower()):
        return None  # "for three decades, and two weeks ago" are two times
    number = read_number(text, joint.end())
    if number is None or (not joint.group() and not text[joint.end()].isdecimal()):
        return None
    unit = unit_after(text, number) or _minutes_sign(text, number, last)
    if unit is None or not 0 < number.value < FITS.get((last.part, unit.part), 0):
        return None
    return number, unit


def _article_part(text: str, last: Unit, at: int) -> tuple[Number, Unit] | None:
    """Read the "and a day" of "two weeks and a day"."""
    found = _and_article_pattern().match(text, at)
    if not found:
        return None
    word = found["unit"].lower()
    part, factor = UNITS[word]
    if factor != 1 or (last.part, part) not in FITS:
        return None
    number = Number(found.start("unit"), found.start("unit"), 1, 1.0, ("one",))
    return number, Unit(part, factor, found.end(), False, word)


@cache
def _and_article_pattern() -> re.Pattern[str]:
    return re.compile(rf",?{GAP}and{GAP}an?{GAP}(?P<unit>month|week|day|hour|minute)(?![A-Za-z-]|['’])", re.I)


def _bare_minutes(text: str, last: Unit, at: int) -> tuple[Number, Unit] | None:
    """Read the minutes of "an hour and fifteen"."""
    joint = _joint_pattern().match(text, at)
    if last.word != "hour" or joint is None or "," in joint.group() or not joint.group():
        return None
    number = read_number(text, joint.end())
    if number is None or number.grain != 1 or not 5 <= number.value < 60:
        return None
    closes = re.match(r"\s*(?:[.;!?)]|$)", text[number.end : number.end + 3])
    return (number, Unit("minutes", 1, number.end, True, "minute")) if closes else None


def _minutes_sign(text: str, number: Number, last: Unit) -> Unit | None:
    """Read the "m" of "2h 15m", which alone would be metres."""
    found = re.compile(r"[^\S\n]?m(?![A-Za-z0-9])").match(text, number.end)
    return Unit("minutes", 1, found.end(), False, "minute") if found and last.part == "hours" else None
