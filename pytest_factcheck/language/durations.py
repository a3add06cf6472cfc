"""Lengths of time: "nearly four-year-old", "three years and nine months", "a decade and a half"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pytest_factcheck.language.lengthparts import with_parts
from pytest_factcheck.language.numbers import GAP, Number, read_number
from pytest_factcheck.language.timeunits import (
    DESCRIBING,
    UNIT_WORD,
    UNITS,
    Unit,
    make_length,
    past_ending,
    singular_of,
    unit_after,
)
from pytest_factcheck.language.unnumbered import is_counted_back, read_unnumbered
from pytest_factcheck.model.mention import TIME_UNITS, Hedge, Length, Mention
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

__all__ = [
    "ANCHORS",
    "DESCRIBING",
    "UNITS",
    "is_counted_back",
    "read_duration",
    "read_length_text",
    "read_unnumbered",
]

ANCHORS: frozenset[str] = frozenset(
    "a an another half quarter several few many some numerous all whole entire full past last next coming"
    " decade decades year years month months week weeks day days hour hours minute minutes seconds century"
    " centuries yearlong monthlong weeklong daylong hourlong decadelong".split()
)
"""Lower-case words at which `read_unnumbered` may find a duration."""


@cache
def _fraction_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:{GAP}|-)of)?{GAP}(?:an?|the){GAP}{UNIT_WORD}|-{UNIT_WORD.replace('unit', 'joined')}", re.I
    )


@cache
def _and_half_unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"{GAP}and{GAP}(?:a{GAP})?half{GAP}{UNIT_WORD}", re.IGNORECASE)


@cache
def _to_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<hung>[-‐‑]{GAP})|-|{GAP}(?={GAP}?))?(?P<word>to|or|and)(?:-|{GAP})|{GAP}?(?P<dash>[-‐‑–—~]){GAP}?",
        re.IGNORECASE,
    )


HEDGE_TAILS: dict[str, Hedge] = {"odd": "~", "some": "~", "plus": ">=", "+": ">="}
"""Endings between a number and its unit: "500-plus days", "20-odd years"."""


@cache
def _tail_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:-|[^\S\n])?(odd|plus|\+)(?=[-\s])|-(some)(?=[-\s])", re.IGNORECASE)


def read_duration(text: str, number: Number) -> Mention | None:
    """Read a number that a unit of time follows, with all further parts of the length; None if none does."""
    return _fraction_of_unit(text, number) or _pair(text, number) or _single(text, number)


def _single(text: str, number: Number) -> Mention | None:
    tail = _tail_pattern().match(text, number.end)
    counted = replace(number, end=tail.end()) if tail else number
    unit = unit_after(text, counted)
    if unit is None:
        return None
    length, end, rules = with_parts(text, number.value, unit)
    end = past_ending(text, end, unit)
    mention = _mention(text, number.start, end, length, number, ("duration", *rules, *number.rules))
    return replace(mention, hedge=HEDGE_TAILS[(tail[1] or tail[2]).lower()]) if tail else mention


def _mention(
    text: str, start: int, end: int, value: Length, number: Number, rules: tuple[str, ...]
) -> Mention:
    figure = Span(number.start, number.end)
    return Mention(start, end, text[start:end], "duration", value, None, None, figure, number.grain, rules)


def _fraction_of_unit(text: str, number: Number) -> Mention | None:
    """Read "half a century", "three-quarters of an hour", "half-hour"; "one and half hour" as well."""
    whole_and_half = _and_half_unit_pattern().match(text, number.end)
    if whole_and_half and number.value == int(number.value):
        part, factor = UNITS[singular_of(whole_and_half["unit"])]
        length = make_length({part: (number.value + 0.5) * factor})
        return _mention(text, number.start, whole_and_half.end(), length, number, ("duration", *number.rules))
    if "fraction" not in number.rules or not 0 < number.value < 1:
        return None
    found = _fraction_pattern().match(text, number.end)
    if not found:
        return None
    word = singular_of(found["unit"] or found["joined"])
    if word in ("quarter", "second", "night") or (
        found["unit"] and word == "day" and " the " in found.group()
    ):
        return None
    part, factor = UNITS[word]
    end = past_ending(text, found.end(), Unit(part, factor, found.end(), False, word))
    length = make_length({part: number.value * factor})
    return _mention(text, number.start, end, length, number, ("duration", "fraction of a unit"))


def _pair(text: str, first: Number) -> Mention | None:
    """Read "three to five years", "5- to 7-year-old", "2-4 weeks"."""
    joint = _to_pattern().match(text, first.end)
    if not joint:
        return None
    word = (joint["word"] or "").lower()
    if (
        word == "and"
        and not joint["hung"]
        and not re.search(r"\bbetween\s+$", text[max(0, first.start - 10) : first.start], re.IGNORECASE)
    ):
        return None
    second = read_number(text, joint.end())
    if second is None or second.value <= first.value or first.value < 0:
        return None
    if word == "or" and second.value > first.value + max(1, first.value):
        return None
    unit = unit_after(text, second)
    if unit is None:
        return None
    end = past_ending(text, unit.end, unit)
    low, high = (make_length({unit.part: n * unit.factor}) for n in (first.value, second.value))
    whole = replace(first, end=second.end, grain=None)
    mention = _mention(text, first.start, end, low, whole, ("duration", "range", *first.rules))
    return replace(mention, value=(low, high))


_ISO = lazy_pattern(
    r"P(?:(?P<years>[\d.]+)Y)?(?:(?P<months>[\d.]+)M)?(?:(?P<weeks>[\d.]+)W)?(?:(?P<days>[\d.]+)D)?"
    r"(?:T(?:(?P<hours>[\d.]+)H)?(?:(?P<minutes>[\d.]+)M)?(?:(?P<seconds>[\d.]+)S)?)?",
    re.IGNORECASE,
)


def read_length_text(text: str) -> Length:
    """Read the length that a facts file gives ("3 years 9 months", "PT5H"); ValueError says what is wrong."""
    words = text.strip()
    length = _read_iso(words)
    if length is None:
        number = read_number(words, 0)
        mention = read_duration(words, number) if number else read_unnumbered(words, 0)
        if mention and mention.end == len(words) and isinstance(mention.value, Length):
            length = mention.value
    if length is None or not length.parts():
        raise ValueError(
            f"“{text}” is not a length of time: write one such as “3 years 9 months”, “5 hours” or “PT5H”."
        )
    return length


def _read_iso(words: str) -> Length | None:
    found = _ISO.fullmatch(words)
    if not found:
        return None
    try:
        return make_length({part: float(found[part]) for part in TIME_UNITS if found[part]})
    except ValueError:
        return None
