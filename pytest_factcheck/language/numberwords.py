"""A number in words: "one hundred and five", "three point five", "two dozen", "a million"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pytest_factcheck.language.cardinal import WORD, Cardinal
from pytest_factcheck.language.digits import exact
from pytest_factcheck.language.fractionwords import add_fraction
from pytest_factcheck.language.lexicon import DENOMINATORS, DOZENS, SCALES, UNITS
from pytest_factcheck.language.number import DASH, GAP, Number, plain
from pytest_factcheck.language.scales import scale_after
from pytest_factcheck.model.pattern import lazy_pattern

_PLURALS = "|".join(word for word in DENOMINATORS if word.endswith(("ths", "thirds")))
_PLURAL_UNDER = lazy_pattern(
    rf"(?:{GAP}|[{DASH}])(?P<under>{_PLURALS})\b",
    re.IGNORECASE,
)


def read_words(text: str, at: int) -> Number | None:
    """Read a cardinal in words, with its decimals, fraction or dozens."""
    first = WORD.match(text, at)
    if not first:
        return None
    word = first.group().lower()
    if word in ("a", "an"):
        return _read_article(text, at, first.end())
    if word == "point":
        return None
    cardinal = Cardinal(text, at)
    if not cardinal.read(at):
        return None
    number = Number(at, cardinal.end, cardinal.value, float(cardinal.place), ("words",), cardinal.scale)
    return _parts_of(text, number, cardinal) or _finish_words(text, add_fraction(text, _point(text, number)))


def _parts_of(text: str, number: Number, cardinal: Cardinal) -> Number | None:
    """Read "fifty-four hundredths", also behind a whole number: "two hundred and five hundredths"."""
    found = _PLURAL_UNDER.match(text, number.end)
    if not found or number.value == 1:
        return None
    under = DENOMINATORS[found["under"].lower()]
    whole = cardinal.before_and
    over = number.value - whole
    if over >= under and whole:
        return None
    return Number(number.start, found.end(), whole + over / under, None, ("fraction", "words"))


def _finish_words(text: str, number: Number) -> Number:
    if ("and a fraction" in number.rules and number.scale == 1) or "point" in number.rules:
        scale, end = scale_after(text, number, money=False)
        if scale > 1 and end > number.end:
            value = plain(Decimal(repr(number.value)) * scale)
            grain = number.grain * scale if number.grain else None
            return replace(
                number, end=end, value=value, grain=grain, rules=("scale", *number.rules), scale=scale
            )
        return number
    dozen = _DOZEN.match(text, number.end)
    if dozen and number.scale == 1 and number.value < 100:
        return replace(
            number, end=dozen.end(), value=number.value * 12, grain=12.0, rules=("dozen",), scale=12
        )
    return number


_DOZEN = lazy_pattern(rf"(?:{GAP}|-)dozens?\b", re.IGNORECASE)


_A_SCALE = lazy_pattern(rf"(?:{GAP}|-)(hundred|dozen|{'|'.join(SCALES)})\b", re.IGNORECASE)


_A_COUPLE = lazy_pattern(rf"(?:{GAP}|-)couple(?:{GAP}of)?\b", re.IGNORECASE)


_POINT = lazy_pattern(
    rf"{GAP}point((?:{GAP}(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)\b){{1,6}})", re.I
)


def _point(text: str, number: Number) -> Number:
    """Add spoken decimals: "three point five"."""
    found = _POINT.match(text, number.end)
    if not found or number.value != int(number.value):
        return number
    digits = "".join(str(UNITS.get(word.lower(), 0)) for word in found[1].split())
    value = plain(exact(str(number.value), digits))
    return replace(number, end=found.end(), value=value, grain=10.0 ** -len(digits), rules=("point", "words"))


def _read_article(text: str, at: int, end: int) -> Number | None:
    """Read "a hundred and fifty", "a dozen", "a couple of"."""
    couple = _A_COUPLE.match(text, end)
    if couple:
        return Number(at, couple.end(), 2, None, ("a couple",))
    found = _A_SCALE.match(text, end)
    if not found:
        return None
    name = found[1].lower()
    if name in DOZENS:
        return Number(at, found.end(), DOZENS[name], None, ("dozen",), DOZENS[name])
    cardinal = Cardinal(text, at)
    cardinal.take_one(end)
    if not cardinal.read(found.start(1)):
        return None
    number = Number(at, cardinal.end, cardinal.value, float(cardinal.place), ("words",), cardinal.scale)
    return _parts_of(text, number, cardinal) or add_fraction(text, number)
