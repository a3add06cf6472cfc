"""What may stand behind a number: a percent word, a measure, a rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.pattern import lazy_pattern

UnitKind = Literal["percent", "points", "money", "quantity"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands in the text; `factor` turns its amounts into the named unit (cents: 0.01)."""

    start: int
    end: int
    kind: UnitKind
    name: str | None
    rule: str
    factor: float = 1.0


_PERCENT = lazy_pattern(
    rf"""
    (?: [^\S\n]{{0,2}}(?:%|％)(?:-points?\b)?
      | (?:{GAP}|-|)(?: per(?:{GAP}|-)?cents?(?:age(?:{GAP}|-)points?)? | pct\.? | pc ) (?![A-Za-z])
      | (?:{GAP}|-)p\.c\.
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_POINTS = lazy_pattern(
    rf"(?:{GAP}|-)?(?:(?P<percentage>percentage(?:{GAP}|-)points?|%(?:{GAP}|-)points?|per{GAP}cent{GAP}points?"
    rf"|percent(?:{GAP}|-)points?|ppts?|pp)|(?P<basis>basis(?:{GAP}|-)points?|bps?))(?![A-Za-z])",
    re.IGNORECASE,
)
_PART_POINT = lazy_pattern(r"-?(?:[^\S\n])?points?(?![A-Za-z])", re.IGNORECASE)
_OF_ONE = lazy_pattern(rf"(?:(?:{GAP}|-)of)?(?:{GAP}|-)(?:an?|one|1)(?=[\s-])", re.IGNORECASE)
_CANDIDATE = lazy_pattern(
    rf"(?P<gap>{GAP}|[^\S\n]?-[^\S\n]?|‑|)(?:[({{](?=[A-Za-z°]{{1,3}}[)}}]))?"
    r"(?P<unit>°[^\S\n]?[CF]|[A-Za-zµμ°º℃℉′″']{1,24}(?:[/][A-Za-z]{1,6}[²³23]?|[²³]|[23](?!\d))?\.?"
    rf"(?:(?:{GAP}|-)[A-Za-z]{{1,14}})?(?:(?:{GAP}|-)[A-Za-z]{{1,14}})?)"
)
_RATE = lazy_pattern(
    rf"(?:{GAP}|-)?(?:(?:per|an?|each|every)(?:{GAP}|-)|/)"
    r"(?P<per>second|minute|hour|day|night|week|month|year|capita|head|person|household|hectare|acre|mile|gallon"
    r"|kilomet(?:re|er)|lit(?:re|er)|barrel|tonne|ton|kilogram|kg|gram|cubic met(?:re|er)|millisecond|ms|sec"
    r"|s|min|h|hr|d|yr|annum|ha|km|game|match|inhabitant|resident|worker|hundred)\b"
    rf"(?!{GAP}(?:ago|earlier|before|later|after|since)\b)",  # "$5 million a year earlier" is no rate
    re.IGNORECASE,
)
_SINGLE_DIGITS_ONLY = frozenset("m g l L t K b C F W V N J".split())
_TIGHT = frozenset("′ ″ '' ° º".split())
_AFTER_DEGREES = lazy_pattern(
    rf"[^\S\n]?(?:[.,;:!?()]|$|\n)|{GAP}(?:in|on|at|by|to|and|or|for|this|during|above|below|with|heat|temperatures?)\b"
)
_AFTER_WORDS = frozenset("km kg mm cm ft lb lbs oz kW MW GW kb kB MB GB TB Hz kHz MHz GHz mph".split())
"""Marks that may follow a number in words."""
_PERS = {
    "sec": "second",
    "s": "second",
    "min": "minute",
    "h": "hour",
    "hr": "hour",
    "d": "day",
    "yr": "year",
    "annum": "year",
    "ms": "millisecond",
    "kg": "kilogram",
    "km": "kilometre",
    "ha": "hectare",
    "liter": "litre",
    "kilometer": "kilometre",
    "head": "head",
}
ARTICLE_UNITS = frozenset(
    "mile kilometre metre kilogram gallon litre millilitre tonne hectare acre ounce kg km gram pound".split()
)
"""Measures that "a" counts once: "within a mile"."""


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    words: dict[str, str] = {}
    marks: dict[str, str] = {}
    table = words
    for line in files(__package__).joinpath("units.txt").read_text("utf-8").splitlines():
        if line.startswith(("[", "#")) or not line.strip():
            table = marks if line == "[marks]" else table
            continue
        name, _, forms = line.partition(": ")
        table.update((form.strip(), name) for form in forms.split(","))
        if table is words:
            words[name] = name
    return words, marks


def measure_name(unit: str) -> str:
    """Give the name under which the grammar knows a measure ("kms": "kilometre"), or the words themselves."""
    words, marks = _tables()
    flat = " ".join(unit.split())
    return marks.get(flat) or words.get(flat.casefold()) or flat


def article_forms() -> frozenset[str]:
    """List the single words, in lower case, that "a" may count once."""
    words, marks = _tables()
    return frozenset(
        form.lower().split()[0] for form, name in (*words.items(), *marks.items()) if name in ARTICLE_UNITS
    )


def read_percent(text: str, at: int, *, part: bool = False) -> Unit | None:
    """Read "%", "per cent", "percentage points" at that offset; `part` says that the number is a fraction."""
    start = at
    if part:
        one = _OF_ONE.match(text, at)
        at = one.end() if one else at
    points = _POINTS.match(text, at)
    if points:
        name = "basis points" if points["basis"] else "percentage points"
        return Unit(start, points.end(), "points", name, "points")
    percent = _PERCENT.match(text, at)
    if percent:
        kind: UnitKind = "points" if "point" in percent.group().lower() else "percent"
        return Unit(start, percent.end(), kind, "percentage points" if kind == "points" else None, "percent")
    half = _PART_POINT.match(text, at) if part and at == start else None
    if half and half.end() > half.start() and text[at] in "- ":
        return Unit(start, half.end(), "points", "percentage points", "part of a point")
    return None


def read_measure(text: str, at: int, *, digits: bool, part: bool = False) -> Unit | None:
    """Read a measure at that offset, with the rate that follows it ("barrels per day")."""
    start = at
    if part:
        one = _OF_ONE.match(text, at)
        at = one.end() if one else at
    found = _CANDIDATE.match(text, at)
    if not found:
        return None
    end, name = _longest(text, found, digits)
    if not name:
        return None
    if text[found.start("unit") - 1] in "({" and text[end : end + 1] in (")", "}"):
        end += 1
    rate = _RATE.match(text, end)
    if rate and not name.endswith("hour") and " per " not in name:
        per = rate["per"].lower()
        return Unit(start, rate.end(), "quantity", f"{name} per {_PERS.get(per, per)}", "rate")
    return Unit(start, end, "quantity", name, "measure")


def _longest(text: str, found: re.Match[str], digits: bool) -> tuple[int, str]:
    words, marks = _tables()
    begin, end = found.span("unit")
    gap = found["gap"]
    while end > begin:
        written = " ".join(text[begin:end].split())
        name = marks.get(written)
        if name and _mark_fits(written, gap, digits, text, end):
            return end, name
        name = words.get(written.lower()) or words.get(written.lower().replace("-", " "))
        if name and not text[end : end + 1].isalpha() and (gap or digits):
            return end, name
        shorter = max(
            text.rfind(" ", begin, end),
            text.rfind("-", begin, end),
            text.rfind("\n", begin, end),
            text.rfind("/", begin, end),
        )
        if shorter <= begin:
            end = end - 1 if text[end - 1] in ".23²³'" else begin
            continue
        end = shorter
        while end > begin and text[end - 1].isspace():
            end -= 1
    return begin, ""


def _mark_fits(mark: str, gap: str, digits: bool, text: str, end: int) -> bool:
    if text[end : end + 1].isalnum():
        return False
    if not digits:
        return gap == " " and mark in _AFTER_WORDS
    if len(mark) == 1 and mark.isalpha():
        if text[end : end + 1] in ("'", "’", "-"):
            return gap == "" and text[end] == "-"
        if mark == "b" and gap == "-":
            return False
        if gap and mark in ("C", "F"):
            return gap != "-" and bool(_AFTER_DEGREES.match(text, end))
        return mark in _SINGLE_DIGITS_ONLY and (not gap or mark not in ("N", "J", "V")) and gap != "-"
    if mark in _TIGHT:
        return gap == ""
    return True
