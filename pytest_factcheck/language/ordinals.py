"""Places in an order: "third", "21st", "twenty-first"; and the "second" that is none."""

from __future__ import annotations

import re
from functools import cache

from pytest_factcheck.language.lexicon import ORDINAL_SCALES, ORDINALS
from pytest_factcheck.language.number import GAP, Number
from pytest_factcheck.language.numbers import read_number
from pytest_factcheck.model.pattern import lazy_pattern

_DIGITS = lazy_pattern(
    r"(\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(?:[^\S\n]?)(?:st|nd|rd|th)(?![A-Za-z])", re.IGNORECASE
)
_JOINT = lazy_pattern(rf"(?:[-‐‑–—]|{GAP}(?:and{GAP})?)(?P<word>[A-Za-z]+)")
_WORD = lazy_pattern(r"[A-Za-z]+")


@cache
def ordinal_words() -> dict[str, int]:
    """List all single words that are ordinals."""
    return ORDINALS | ORDINAL_SCALES


def read_ordinal(text: str, at: int) -> Number | None:
    """Read the ordinal that begins exactly there; its value is the place."""
    digits = _DIGITS.match(text, at)
    if digits:
        value = int(digits[1].replace(",", ""))
        return Number(at, digits.end(), value, 1.0, ("ordinal", "digits")) if _suffix_fits(digits) else None
    found = _WORD.match(text, at)
    if not found:
        return None
    single = ordinal_words().get(found.group().lower())
    if single is not None:
        return Number(at, found.end(), single, 1.0, ("ordinal",))
    return _compound(text, at)


def _suffix_fits(found: re.Match[str]) -> bool:
    """Refuse "3th" in figures that cannot be read so; "111st" is let pass as a slip of the pen."""
    return len(found[1]) < 9


def _compound(text: str, at: int) -> Number | None:
    lead = read_number(text, at)
    if not lead or lead.rules[-1] != "words" or lead.value != int(lead.value):
        return None
    joint = _JOINT.match(text, lead.end)
    last = joint["word"].lower() if joint else ""
    value = int(lead.value)
    if joint and last in ORDINALS and _joins(value, ORDINALS[last]):
        return Number(at, joint.end(), value + ORDINALS[last], 1.0, ("ordinal", "words"))
    if joint and last in ORDINAL_SCALES and "and" not in joint.group().split():
        scale = ORDINAL_SCALES[last]
        group = value % (1000 if scale == 100 else scale * 1000)
        if 0 < group < max(scale, 1000):
            return Number(at, joint.end(), value - group + group * scale, 1.0, ("ordinal", "words"))
    return None


def _joins(lead: int, last: int) -> bool:
    if lead % 100 == 0:
        return lead > 0
    return lead % 10 == 0 and lead % 100 >= 20 and last < 10


_IDIOM = lazy_pattern(
    rf"(?:at{GAP})?(?:first{GAP}and{GAP}foremost|first{GAP}place\b|first(?:-|{GAP})(?:hand|name|names|lady|ladies|aid|minister|class)\b"
    rf"|second(?:-|{GAP})(?:hand|guess(?:ed|ing)?|nature|thoughts?|amendment|in{GAP}command)\b|third(?:-|{GAP})(?:party|parties|world|reich)\b"
    rf"|(?:first|second|third){GAP}world{GAP}war|fourth{GAP}estate|fifth{GAP}column|first(?:ly)?{GAP}things)\b",
    re.IGNORECASE,
)
_STREET = lazy_pattern(rf"{GAP}(?:Street|Avenue|Ave)\b")
_LADY = lazy_pattern(r"at[^\S\n]$", re.IGNORECASE)


def is_idiom(text: str, number: Number) -> bool:
    """Tell whether the ordinal is part of a fixed phrase or a name, not a place in an order."""
    if _IDIOM.match(text, number.start) or _STREET.match(text, number.end):
        return True
    word = text[number.start : number.end]
    if word.lower() == "first" and _is_adverb(text, number):
        return True
    if _LADY.search(text, max(0, number.start - 3), number.start):
        return True
    return word.isupper() and word.isalpha() and _lower_around(text, number)


_VERB = lazy_pattern(
    rf"{GAP}(?:[a-z]{{2,}}ed|came|saw|met|said|told|made|began|became|took|went|got|gave|found|spoke|wrote|ran|rose|won"
    r"|struck|heard|thought|knew|put|set|sent|sold|hit|led|built|broke|fell|seen|taken|given|known|shown|written)\b"
)
_OWNER_BEFORE = lazy_pattern(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|each|every|in|at|for|and|or|very)|['’]s|s['’]|-)[^\S\n]*$",
    re.IGNORECASE,
)


def _is_adverb(text: str, number: Number) -> bool:
    """Tell "they first noticed" from "the first noticed case"."""
    if not _VERB.match(text, number.end):
        return False
    return not _OWNER_BEFORE.search(text, max(0, number.start - 8), number.start) and number.start > 0


def _lower_around(text: str, number: Number) -> bool:
    around = text[max(0, number.start - 30) : number.start] + text[number.end : number.end + 30]
    letters = [mark for mark in around if mark.isalpha()]
    return bool(letters) and sum(mark.islower() for mark in letters) > len(letters) * 0.6


def is_unit_of_time(text: str, number: Number) -> bool:
    """Tell whether "second" is the sixtieth of a minute: "per second", "a split second", "30-second"."""
    if number.value != 2 or text[number.start : number.end].lower() != "second":
        return False
    before = text[max(0, number.start - 8) : number.start].lower()
    return bool(re.search(r"(?:\bsplit|\bper|\d|\ba|\bevery)[\s-]$", before)) and (
        not re.search(r"\ba[\s-]$|\bevery[\s-]$", before)
        or bool(re.match(r"[.,;]| (?:later|after|before|or two|longer)", text[number.end : number.end + 8]))
    )
