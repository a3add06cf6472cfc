"""Measures in two parts: "5 feet 7 inches", "12 stone 4 pounds"."""

from __future__ import annotations

import re
from dataclasses import replace

from pytest_factcheck.language.number import GAP, Number, plain
from pytest_factcheck.language.numbers import read_number
from pytest_factcheck.language.term import Term
from pytest_factcheck.language.timeunits import make_length
from pytest_factcheck.language.units import Unit, read_measure
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

HEIGHT = lazy_pattern(r"([2-9])['’′][^\S\n]?(\d{1,2}(?:\.\d)?)(?:[\"”″]|'')")


MINUTES_AND_SECONDS = 12
"""From so many on the second part is no inches: 2'20" are minutes and seconds."""


def height_term(at: int, found: re.Match[str]) -> Term:
    """Read 5'10", a height in feet and inches; 2'30" is a time in minutes and seconds."""
    if float(found[2]) >= MINUTES_AND_SECONDS:
        return _minutes_term(at, found)
    value = plain(round(int(found[1]) + float(found[2]) / 12, 9))
    number = Number(at, found.end(2), value, None, ("compound", "digits"))
    return Term(at, found.end(), number, Unit(found.end(2), found.end(), "quantity", "foot", "measure"))


def _minutes_term(at: int, found: re.Match[str]) -> Term:
    number = Number(at, found.end(2), int(found[1]), None, ("compound", "digits"))
    length = make_length({"minutes": int(found[1]), "seconds": float(found[2])})
    figure, rules = Span(at, found.end(2)), ("duration", "compound")
    mention = Mention(at, found.end(), found.group(), "duration", length, figure=figure, rules=rules)
    return Term(at, found.end(), number, None, mention)


_AFTER_STONE = lazy_pattern(
    rf"[^\S\n]?(?:[.,;:!?()]|$)|{GAP}(?:\d|and|in|to|at|man|woman|overweight|heavier|lighter)"
)


def is_weight_in_stone(text: str, number: Number, measure: Unit) -> bool:
    """Tell whether "12 stone" is a weight and not masonry."""
    return 5 <= number.value <= 60 and bool(_AFTER_STONE.match(text, measure.end))


_PARTS = {
    ("foot", "inch"): 12,
    ("mile", "yard"): 1760,
    ("mile", "foot"): 5280,
    ("yard", "foot"): 3,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("kilometre", "metre"): 1000,
    ("metre", "centimetre"): 100,
    ("kilogram", "gram"): 1000,
    ("tonne", "kilogram"): 1000,
}
"""How many of the second measure one of the first holds, where both are written: "5 feet 7 inches"."""


_PART_JOINT = lazy_pattern(rf"(?:,?{GAP}(?:and{GAP})?|-|)(?=[\d]|[a-z])", re.IGNORECASE)


_FOOT_END = lazy_pattern(r"(?![\d.,]*\d)(?=[\s.,;)-])|$")


_INCH_MARK = lazy_pattern(r"[^\S\n]?(?:in\b(?!{GAP}(?:the|a)\b)|″|\"|'')".replace("{GAP}", GAP))


def add_smaller_measure(text: str, term: Term) -> Term:
    """Add the smaller measure: "5 ft 2 in", "7 feet and 10 inches"."""
    if not term.unit or term.number.value != int(term.number.value):
        return term
    joint = _PART_JOINT.match(text, term.end)
    number = read_number(text, joint.end()) if joint else None
    if not number or number.value <= 0:
        return term
    digits = text[number.start].isdigit()
    measure = read_measure(text, number.end, digits=digits)
    name, end = (measure.name, measure.end) if measure else (None, 0)
    if not measure and term.unit.name == "foot" and digits:
        mark = _INCH_MARK.match(text, number.end)
        name, end = ("inch", mark.end()) if mark else (None, 0)
    if (
        not measure
        and term.unit.name == "foot"
        and text[term.end] == "-"
        and _FOOT_END.match(text, number.end)
    ):
        name, end = "inch", number.end
    holds = _PARTS.get((term.unit.name or "", name or ""))
    if not holds or number.value >= holds:
        return term
    value = plain(round(term.number.value + number.value / holds, 9))
    whole = replace(term.number, value=value, grain=None, rules=("compound", *term.number.rules))
    return replace(term, end=end, number=whole)
