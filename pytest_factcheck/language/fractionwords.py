"""Fractions and shares in words: "two-thirds", "and a half", "nine in ten"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from pytest_factcheck.language.lexicon import (
    DENOMINATORS,
    DOZENS,
    SCALES,
    SINGLE_DENOMINATORS,
    TEENS,
    TENS,
    TIME_WORDS,
    UNITS,
)
from pytest_factcheck.language.number import DASH, GAP, Number, plain
from pytest_factcheck.model.pattern import lazy_pattern

_AND_FRACTION = lazy_pattern(
    rf"(?:{GAP}|-)and(?:{GAP}|-)(?P<over>an?|one|two|three|four|five|six|seven|eight|nine)(?:{GAP}|-)"
    rf"(?P<under>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b",
    re.IGNORECASE,
)


_OF_SCALE = lazy_pattern(
    rf"(?:(?:{GAP}|-)of)?(?:(?:{GAP}|-)(?:an?|one))?(?:{GAP}|-)({'|'.join(SCALES)}|dozen)\b", re.IGNORECASE
)


_HALF_SCALE = lazy_pattern(
    rf"half(?:(?:{GAP}|-)an?)?(?:{GAP}|-)({'|'.join(SCALES)}|dozen|hundred)\b", re.IGNORECASE
)


_SHARE = lazy_pattern(
    rf"(?:{GAP}|-)(?P<tie>in|out{GAP}of|of{GAP}every|in{GAP}every|out{GAP}of{GAP}every)(?:{GAP}|-)"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a{GAP})?hundred|\d{1,3}(?!\d))"
    rf"(?![A-Za-z%]|[.,:/]\d|-\d)(?:(?:{GAP}|-)(?P<next>[A-Za-z]+))?".replace("{GAP}", GAP),
    re.IGNORECASE,
)


_AFTER_THIRD = lazy_pattern(
    rf"{GAP}(?:of|the|to|in|were|was|are|is|have|had|has|said|say|more|less|fewer|higher|lower|from|or|that|who|this"
    r"|on|by|since|did|do|did|voted|off)\b|[^\S\n]?(?:[.,;:!?)\]]|$)",
    re.IGNORECASE,
)


_QUARTERED = lazy_pattern(
    rf"(?:{GAP}|-)(?:(?:percentage{GAP}|per{GAP}cent|percent)|points?|miles?|lit(?:re|er)s?|inch|tons?|tonnes?|pounds?|cups?"
    r"|teaspoons?|tablespoons?|acres?|gallons?|kilos?|kilomet(?:re|er)s?)\b",
    re.IGNORECASE,
)


def add_fraction(text: str, number: Number) -> Number:
    """Add "and a half": of the scale word just read ("three million and a half"), otherwise of one."""
    found = _AND_FRACTION.match(text, number.end)
    if not found:
        return number
    over, under = found["over"].lower(), found["under"].lower()
    count = UNITS.get(over, 1)
    if (count == 1) != (under in SINGLE_DENOMINATORS) or count >= DENOMINATORS[under]:
        return number
    whole = number.scale if number.scale >= 1000 else 1
    share = Decimal(count * whole) / DENOMINATORS[under]
    value = plain(Decimal(repr(number.value)) + share)
    return replace(number, end=found.end(), value=value, grain=None, rules=("and a fraction", *number.rules))


@cache
def _fractions() -> re.Pattern[str]:
    overs = "|".join(["an?", *(word for word in (*UNITS, *TEENS) if UNITS.get(word, 1))])
    unders = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
    return re.compile(
        rf"(?P<over>{overs})(?:{GAP}|[{DASH}]|[^\S\n]-[^\S\n])(?P<under>{unders})(?![A-Za-z])", re.IGNORECASE
    )


def read_fraction(text: str, at: int) -> Number | None:
    """Read a fraction in words, of a scale where one follows: "three-quarters of a million"."""
    half = _HALF_SCALE.match(text, at)
    if half:
        scale = SCALES.get(half[1].lower()) or DOZENS.get(half[1].lower()) or 100
        return Number(at, half.end(), scale // 2, None, ("half a scale",), scale)
    low = text[at : at + 7].lower()
    if low.startswith("half") and not text[at + 4 : at + 5].isalpha():
        return Number(at, at + 4, 0.5, None, ("fraction",))
    if low.startswith("quarter") and not text[at + 7 : at + 8].isalpha():
        number = Number(at, at + 7, 0.25, None, ("fraction",))
        scaled = _of_scale(text, number)
        return scaled if scaled is not number or _QUARTERED.match(text, at + 7) else None
    found = _fractions().match(text, at)
    if not found:
        return None
    over, under = found["over"].lower(), found["under"].lower()
    count = UNITS.get(over) or TEENS.get(over) or 1
    hyphened = "-" in found.group()
    if (count == 1) != (under in SINGLE_DENOMINATORS) and not (hyphened and (count, under) == (3, "quarter")):
        return None
    if (count, under) == (2, "quarters"):
        return None
    if (
        over in ("a", "an")
        and under not in ("half", "quarter")
        and (not _AFTER_THIRD.match(text, found.end()) or _is_one_more(text, at, found.end(), under))
    ):
        return None
    value = count / DENOMINATORS[under]
    return _of_scale(text, Number(at, found.end(), value, None, ("fraction",)))


_PART_BEFORE = lazy_pattern(
    r"\b(?:by|to|of|than|about|around|nearly|almost|over|under|only|just|roughly|some|barely|at|is|was|are|were|lost|shed"
    r"|rose|fell|cut|dropped|up|down|holds?|held|has|have|had|covers?|got|gets?|another|and|or|for|from|with|in)\s$",
    re.IGNORECASE,
)


_SENTENCE_ENDS = frozenset((".", "!", "?", ";", "”", '"', ""))


def _is_one_more(text: str, at: int, end: int, under: str) -> bool:
    """Tell "A fourth, the nurse, was freed" (one more person) from "fell by a fourth, ..."."""
    if text[end : end + 1] != ",":
        return False
    opens = text[at].isupper() or text[max(0, at - 2) : at].strip()[-1:] in _SENTENCE_ENDS
    return (opens or DENOMINATORS[under] > 10) and not _PART_BEFORE.search(text, max(0, at - 12), at)


def _of_scale(text: str, number: Number) -> Number:
    found = _OF_SCALE.match(text, number.end)
    if not found:
        return number
    scale = SCALES.get(found[1].lower(), 12)
    value = plain(round(number.value * scale, 6))
    return replace(
        number, end=found.end(), value=value, rules=("fraction of a scale", *number.rules), scale=scale
    )


_SHARE_OF_NOUNS = lazy_pattern(
    rf"{GAP}(?P<noun>[a-z]+(?:-[a-z]+)?)(?:{GAP}[a-z]+)?{GAP}(?:in(?:{GAP}every)?|out{GAP}of(?:{GAP}every)?){GAP}"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a{GAP})?hundred|10{1,3})"
    rf"(?![\w%-]|[.,:/]\d)(?:{GAP}(?P<next>[A-Za-z]+))?".replace("{GAP}", GAP)
)
_NO_SHARE = frozenset(
    "star stars point points goal goals win wins game games match matches set sets day days step steps hit hits place"
    " places defeat defeats run runs title titles".split()
)
"""Nouns that are counted, not shared out: "two stars out of five", "three wins in five"."""
_SHARED_OUT = frozenset(
    "person man woman child adult pupil student worker voter household family house home patient citizen resident"
    " couple reader driver farmer teacher nurse employee company firm".split()
)
_COUNTED_NEXT = frozenset("people men women children police troops staff".split())
_VERBS_IN_S = frozenset("is was has does this as lives says thinks goes us".split())


def _of_nouns(text: str, number: Number) -> re.Match[str] | None:
    """Find the whole in "one person in seven"; in "two people in five cars" there is none."""
    found = _SHARE_OF_NOUNS.match(text, number.end)
    if not found or found["noun"] in TIME_WORDS or found["noun"] in _NO_SHARE:
        return None
    if number.value == 1 and found["noun"] in _SHARED_OUT:
        return found  # "one person in seven smokes"
    following = (found["next"] or "").lower()
    counts = following.endswith("s") and not following.endswith("ss") and following not in _VERBS_IN_S
    return None if counts or following in _COUNTED_NEXT else found


def opens_share(text: str, at: int) -> bool:
    """Tell whether the "one" that stands there opens a share: "one person in seven"."""
    return _of_nouns(text, Number(at, at + 3, 1, 1.0, ("words",))) is not None


def read_share_of(text: str, number: Number) -> Number | None:
    """Read "nine in ten", "3 of every 4", "one person in seven" as the share that it is."""
    if number.value != int(number.value) or not 0 < number.value < 100:
        return None
    found = _SHARE.match(text, number.end) or _of_nouns(text, number)
    if not found or (found["next"] or "").lower() in TIME_WORDS | SCALES.keys() | {"hundred"}:
        return None
    word = found["whole"].lower()
    whole = int(word) if word.isdecimal() else 100 if word.endswith("hundred") else _small(word)
    if number.value >= whole:
        return None
    end = found.end("whole")
    return Number(number.start, end, number.value / whole, None, ("share", *number.rules))


def _small(word: str) -> int:
    return UNITS.get(word) or TEENS.get(word) or TENS.get(word) or 0
