"""Units of time as they stand behind a number, and what only looks like one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pytest_factcheck.language.numbers import GAP, Number
from pytest_factcheck.model.mention import Length
from pytest_factcheck.model.pattern import lazy_pattern

UNITS = {
    "millennium": ("years", 1000),
    "century": ("years", 100),
    "decade": ("years", 10),
    "year": ("years", 1),
    "yr": ("years", 1),
    "quarter": ("months", 3),
    "month": ("months", 1),
    "fortnight": ("weeks", 2),
    "week": ("weeks", 1),
    "wk": ("weeks", 1),
    "day": ("days", 1),
    "night": ("days", 1),
    "hour": ("hours", 1),
    "hr": ("hours", 1),
    "minute": ("minutes", 1),
    "min": ("minutes", 1),
    "second": ("seconds", 1),
    "sec": ("seconds", 1),
    "summer": ("years", 1),
    "winter": ("years", 1),
}
"""Unit word in the singular to the part of a `Length` and how many of it."""

SIGNS = {"h": "hour", "s": "second", "y": "year"}
"""Letters that stand for a unit right after digits."""

DESCRIBING = (
    "more|additional|further|extra|other|full|whole|entire|solid|long|short|straight|consecutive|successive|"
    "uninterrupted|continuous|working|business|calendar|trading|school|upcoming|coming|past|last|previous|next|"
    "remaining|critical|crucial|hard|tough|turbulent|brutal|bloody|difficult|mere|good|painful|gruelling|grueling"
)
"""Adjectives that may stand between a number and its unit of time."""

UNIT_WORD = (
    r"(?P<unit>millenni(?:a|um)|centur(?:y|ies)|(?:decade|year|yr|quarter|month|fortnight|week|wk|day|night|hour|hr"
    r"|minute|min|second|sec)s?|summers|winters)(?![A-Za-z0-9_])"
)

_ANY_UNIT = rf"(?:{UNIT_WORD}|(?P<sign>h(?=\d{{1,2}}[^\S\n]?m)|[hsyY](?![A-Za-z0-9_'’⁻]|[-−–]\d)))"

_ENDING = (
    rf"(?:-olds?\b|{GAP}olds?\b(?!{GAP}(?:age|guard|friend))|{GAP}of{GAP}age\b"
    rf"|-long\b|{GAP}long\b)?"
)


class Unit(NamedTuple):
    """A unit word as found: the part of a length, how many of it, and where the expression ends."""

    part: str
    factor: int
    end: int
    is_plural: bool
    word: str


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<hyphen>[-‐‑]|{GAP}-{GAP}?|-{GAP})|(?P<gap>{GAP}(?:(?:of|-){GAP}?)?(?:(?:{DESCRIBING}){GAP}){{0,2}})|)"
        rf"{_ANY_UNIT}\.?",
        re.IGNORECASE,
    )


@cache
def _ending_pattern() -> re.Pattern[str]:
    return re.compile(_ENDING, re.IGNORECASE)


def unit_after(text: str, number: Number) -> Unit | None:
    """Find the unit of time that a number counts, and turn down what only looks like one."""
    found = _unit_pattern().match(text, number.end)
    if not found or number.value < 0:
        return None
    touching = not found["hyphen"] and not found["gap"]
    digits = text[number.end - 1].isdecimal() or "fraction" in number.rules or "mixed" in number.rules
    if found["sign"]:
        return _sign_unit(text, number, found) if digits and not found["hyphen"] else None
    if touching and not digits:
        return None
    word = found["unit"].lower()
    unit = _unit(word, found)
    if word in ("min", "mins", "sec", "secs", "hr", "hrs", "yr", "yrs", "wk", "wks"):
        return unit
    unit = unit._replace(end=found.end("unit"))
    if _is_ordinal_second(number, found, word) or _is_fraction_quarter(text, number, found, word):
        return None
    if _is_someday(text, number, word) or _is_war(text, found) or _is_another(number, unit, found):
        return None
    return unit


def _is_another(number: Number, unit: Unit, found: re.Match[str]) -> bool:
    """Tell "61 last week" and "9,800 of last year's" from "the 61 last weeks": what follows is a date."""
    steps = _STEP_IN_GAP.search(found["gap"] or "")
    if unit.is_plural or number.value == 1:
        return False
    at_night = unit.word == "night" and not found["hyphen"] and _PLURAL_NEXT.match(found.string, unit.end)
    return bool(steps or at_night)


_PLURAL_NEXT = lazy_pattern(r"[^\S\n][a-z]{3,}(?<!s)s\b")
"""Behind "two night" these make shifts of it: "two night guards"."""


_STEP_IN_GAP = lazy_pattern(r"\b(?:last|past|next|previous)\b", re.IGNORECASE)


def _unit(word: str, found: re.Match[str]) -> Unit:
    singular = singular_of(word)
    part, factor = UNITS[singular]
    end = found.end()
    if text_ends_in_stop(found):
        end -= 1
    return Unit(part, factor, end, word != singular, singular)


def text_ends_in_stop(found: re.Match[str]) -> bool:
    """Tell whether the full stop that was matched ends a sentence rather than an abbreviation ("3 h. A")."""
    text = found.string
    return found.group().endswith(".") and not re.match(
        r"[^\S\n]+[a-z0-9]", text[found.end() : found.end() + 3]
    )


def singular_of(word: str) -> str:
    """Give the singular of a unit word."""
    word = word.lower()
    if word in ("centuries", "millennia"):
        return {"centuries": "century", "millennia": "millennium"}[word]
    return word[:-1] if word.endswith("s") and word[:-1] in UNITS else word


def _sign_unit(text: str, number: Number, found: re.Match[str]) -> Unit | None:
    sign = found["sign"]
    if sign in "HS" or (sign == "s" and not (found["gap"] and number.value < 1000)):
        return None
    if sign in "yY" and found["gap"]:
        return None
    part, factor = UNITS[SIGNS[sign.lower()]]
    return Unit(part, factor, found.end("sign"), False, SIGNS[sign.lower()])


def _is_ordinal_second(number: Number, found: re.Match[str], word: str) -> bool:
    """Tell "twenty-second" (the 22nd) and "two second homes" from seconds of time."""
    if word != "second" or number.value == 1:
        return False
    in_words = "words" in number.rules
    return in_words and ((number.value % 10 == 0 and number.value >= 20) or not found["hyphen"])


def _is_fraction_quarter(text: str, number: Number, found: re.Match[str], word: str) -> bool:
    if not word.startswith("quarter") or found["hyphen"]:
        return False
    described = bool(found["gap"] and found["gap"].strip())
    return not described and (word == "quarter" or bool(re.match(r"\s+of\b", text[found.end("unit") :][:8])))


_WAR_AFTER = lazy_pattern(r"['’]?[^\S\n]Wars?\b")
"""Behind a unit these make the name of a war of it: the Six-Day War."""


def _is_war(text: str, found: re.Match[str]) -> bool:
    return found["unit"][0].isupper() and bool(_WAR_AFTER.match(text, found.end("unit")))


_BEFORE_SOMEDAY = lazy_pattern(
    r"\b(?:to|will|would|could|may|might|can|should|'ll|’ll|must)\s$", re.IGNORECASE
)


def _is_someday(text: str, number: Number, word: str) -> bool:
    """Tell the vague "one day" (some day) from a day that is counted."""
    if word not in ("day", "night") or text[number.start : number.end].lower() != "one":
        return False
    return text[number.start] == "O" or bool(
        _BEFORE_SOMEDAY.search(text[max(0, number.start - 8) : number.start])
    )


def make_length(parts: dict[str, float]) -> Length:
    """Make a length of its parts; whole numbers stay whole."""
    return Length(**{part: int(n) if n == int(n) else round(n, 9) for part, n in parts.items()})


def past_ending(text: str, end: int, unit: Unit) -> int:
    """Step over the "-old", "of age" or "long" behind a unit."""
    found = _ending_pattern().match(text, end)
    return found.end() if found else end
