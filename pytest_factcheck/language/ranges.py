"""Ranges of figures: "40-45", "between $3 and $5 billion"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pytest_factcheck.language.number import GAP, plain
from pytest_factcheck.language.term import Term, kind_of_unit
from pytest_factcheck.language.terms import read_term
from pytest_factcheck.model.mention import Length, Mention, Value
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

_TO = lazy_pattern(
    rf"(?P<dash>[^\S\n]?[-‐‑–—−][^\S\n]?~?)|-?{GAP}to{GAP}(?:about{GAP}|around{GAP}|as{GAP}(?:many|much|high){GAP}as{GAP})?",
    re.I,
)


_AND = lazy_pattern(rf"-?{GAP}and{GAP}(?:about{GAP}|around{GAP})?", re.IGNORECASE)


_BETWEEN = lazy_pattern(
    rf"\bbetween{GAP}(?:about{GAP}|around{GAP}|roughly{GAP}|an?{GAP}estimated{GAP}|some{GAP})?$",
    re.IGNORECASE,
)


_FROM = lazy_pattern(rf"\bfrom{GAP}(?:about{GAP}|around{GAP}|roughly{GAP})?$", re.IGNORECASE)


_CHANGE = lazy_pattern(
    r"\b(?:ris(?:e|es|ing|en)|rose|increas\w+|grow\w*|grew|grown|climb\w*|jump\w*|surg\w+|soar\w*|up|rais\w+|lift\w*|boost\w*"
    r"|hik\w+|fall\w*|fell|drop\w*|declin\w+|decreas\w+|down|cut|cuts|cutting|slash\w*|reduc\w+|lower\w*|shr[aiu]nk\w*|slid\w*"
    r"|plung\w+|slow\w*|dip\w*|tumbl\w+|slump\w*|mov\w+|went|go|goes|going|gone|chang\w+|expand\w*|shift\w*|edg\w+|improv\w+"
    r"|accelerat\w+|eas\w+|widen\w*|narrow\w*|doubl\w+|tripl\w+|swell\w*|revis\w+|ballooned|rebound\w*|trimm?\w*|halv\w+|advanc\w+"
    r"|weaken\w*|strengthen\w*|sank|sink\w*|leapt|leap\w*|swung|swing\w*|upgrad\w+|downgrad\w+|turn\w*|took|tak\w+|bring\w*|brought"
    r"|extend\w*|push\w*|crept|creep\w*|inch\w*|quadrupl\w+|adjust\w*|cool\w*|pick\w*)\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)


def read_range(text: str, first: Term) -> Mention | None:
    """Read the range that begins with that figure; None if it is a figure alone."""
    joint, between, opened = _range_joint(text, first)
    if not joint:
        return None
    second = read_term(text, joint.end())
    if not second or not _same_unit(first, second):
        return None
    dashed = not between and bool(joint.groupdict().get("dash"))
    if dashed and second.number.value < 0:
        return None
    first, second = share_scale(text, first, second, dashed)
    low, high = end_of_range(first, second), end_of_range(second, first)
    if (
        low is None
        or high is None
        or not _rises(low, high)
        or (dashed and not first.unit and second.is_bare and _is_code(text, first, second))
    ):
        return None
    start = first.start if opened is None else opened
    return _range_mention(text, start, first, second, (low, high), "between" if between else "range")


def _range_joint(text: str, first: Term) -> tuple[re.Match[str] | None, bool, int | None]:
    """Find what joins the two ends, whether "between" opens them, and where the opening word stands."""
    window = max(0, first.start - 24)
    between = _BETWEEN.search(text, window, first.start)
    if between:
        joint = _AND.match(text, first.end) or _TO.match(text, first.end)
        if joint:
            return joint, True, between.start()
        shorter = None
        return shorter, True, None
    joint = _TO.match(text, first.end)
    if not joint:
        return None, False, None
    opening = _FROM.search(text, window, first.start)
    if not joint["dash"] and not opening and _is_step(text, first, joint):
        return None, False, None
    if not joint["dash"] and opening and _CHANGE.search(text, max(0, opening.start() - 90), opening.start()):
        return None, False, None
    return joint, False, opening.start() if opening else None


def _is_step(text: str, first: Term, joint: re.Match[str]) -> bool:
    """Tell a step and its result ("rose $2 to $85") from a range ("rose 5 to 10 percent")."""
    if not _CHANGE.search(text, max(0, first.start - 40), first.start):
        return False
    if not first.is_bare:
        return True
    second = read_term(text, joint.end())
    return bool(second and second.is_bare) or "fraction" in first.number.rules


def _same_unit(first: Term, second: Term) -> bool:
    if first.length or (first.unit and first.length):
        return bool(second.length)
    if first.unit is None:
        return True
    if second.unit is None:
        return first.unit.rule == "currency before" and second.length is None
    return first.unit.kind == second.unit.kind and (
        first.unit.name == second.unit.name
        or (first.unit.name == "degree" and second.unit.name in ("celsius", "fahrenheit"))
        or "$" in (first.unit.name, second.unit.name)
    )


def share_scale(text: str, first: Term, second: Term, dashed: bool) -> tuple[Term, Term]:
    """Give the low end the scale of the high one: "2-3 million", "$4 to $5 billion", "40-50,000"."""
    low, high = first.number, second.number
    if low.scale > 1 or "fraction" in low.rules:
        return first, second
    scale = high.scale if high.scale >= 12 and high.scale != 100 else 1
    if (
        scale == 1
        and dashed
        and low.value < 1000 <= high.value
        and high.value % 1000 == 0
        and "grouped" in high.rules
    ):
        scale = 1000
    if scale == 1 or low.value * scale > high.value or low.value >= 1000:
        return first, second
    value = plain(Decimal(repr(low.value)) * scale)
    scaled = replace(
        low, value=value, grain=(low.grain or 1) * scale, scale=scale, rules=("shared scale", *low.rules)
    )
    return replace(first, number=scaled), second


def end_of_range(term: Term, other: Term) -> float | Length | None:
    """Give the end of a range in the unit that either end may name."""
    if term.length:
        return term.length.value if isinstance(term.length.value, Length) else None
    if other.length:
        parts = other.length.value.parts() if isinstance(other.length.value, Length) else ()
        if len(parts) != 1 or not other.number.value:
            return None
        part, number = parts[0]
        times = number / other.number.value
        return Length(**{part: plain(term.number.value * times)})
    unit = term.unit or other.unit
    factor = unit.factor if unit else 1.0
    return (
        term.number.value if factor == 1 else plain(Decimal(repr(term.number.value)) * Decimal(repr(factor)))
    )


def _rises(low: float | Length, high: float | Length) -> bool:
    if isinstance(low, Length) or isinstance(high, Length):
        if (
            not isinstance(low, Length)
            or not isinstance(high, Length)
            or len(low.parts()) != 1
            or len(high.parts()) != 1
        ):
            return False
        (unit, small), (other, large) = low.parts()[0], high.parts()[0]
        return unit == other and small < large
    return low < high


def _is_code(text: str, first: Term, second: Term) -> bool:
    """Tell whether "737-800" or "12-2345" is a code: the two ends are no two sides of one amount."""
    return text[second.end : second.end + 1] in "-–" and text[second.end + 1 : second.end + 2].isdigit()


def _range_mention(text: str, start: int, first: Term, second: Term, value: Value, rule: str) -> Mention:
    end = max(second.end, first.end)
    figure = Span(first.number.start, second.number.end)
    if second.length or first.length:
        return Mention(
            start, end, text[start:end], "duration", value, None, None, figure, None, ("duration", rule)
        )
    unit = second.unit or first.unit
    kind, name, _ = kind_of_unit(unit)
    rules = (kind, rule, *second.number.rules)
    return Mention(start, end, text[start:end], kind, value, name, None, figure, None, rules)
