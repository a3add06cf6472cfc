"""The one pass over a text that finds where any mention can start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from pytest_factcheck.language import dates, durations, labels, shares
from pytest_factcheck.language.labelnouns import nouns
from pytest_factcheck.language.lexicon import (
    DENOMINATORS,
    DOZENS,
    ORDINAL_SCALES,
    ORDINALS,
    SCALES,
    TEENS,
    TENS,
    TIME_WORDS,
    UNITS,
    VAGUE,
    VULGAR,
)
from pytest_factcheck.language.number import GAP
from pytest_factcheck.language.stepwords import STEPS
from pytest_factcheck.language.units import article_forms
from pytest_factcheck.model.pattern import lazy_pattern

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Reader = Literal[
    "label", "date", "number", "ordinal", "duration", "money", "share", "article", "several", "percent"
]

DIGITS: tuple[Reader, ...] = ("date", "label", "ordinal", "number")
FIGURES: tuple[Reader, ...] = ("label", "ordinal", "number")
"""Who is asked at digits that are no date."""
SIGNS: tuple[Reader, ...] = ("money",)


@cache
def readers() -> dict[str, tuple[Reader, ...]]:
    """Say for each word, in lower case, which readers may begin at it, in the order of asking."""
    table: dict[str, list[Reader]] = {}

    def add(words: object, reader: Reader) -> None:
        for word in words:  # type: ignore[attr-defined]
            table.setdefault(word, []).append(reader)

    add(labels.ANCHORS, "label")
    add((noun.split()[0].rstrip(".") for noun in nouns()), "label")
    add(shares.ANCHORS, "share")
    add(dates.ANCHORS, "date")
    add(UNITS.keys() | TEENS.keys() | TENS.keys(), "ordinal")
    add(ORDINALS.keys() | ORDINAL_SCALES.keys(), "ordinal")
    add(
        UNITS.keys()
        | TEENS.keys()
        | TENS.keys()
        | SCALES.keys()
        | DOZENS.keys()
        | {"half", "quarter", "hundred"},
        "number",
    )
    add(VAGUE.keys() | {"minus", "negative", "point"}, "number")
    add({"several", "few", "a", "couple"}, "several")
    add({"a", "an"}, "article")
    add({"percent", "percentage", "per"}, "percent")
    add(durations.ANCHORS, "duration")
    return {word: tuple(dict.fromkeys(kinds)) for word, kinds in table.items()}


@cache
def _money_words() -> frozenset[str]:
    from pytest_factcheck.language.money import word_signs

    return frozenset(re.match(r"[A-Za-z]+", sign).group() for sign in word_signs())  # type: ignore[union-attr]


_NO_DATE = lazy_pattern(
    r"""
    \d+ (?: ,\d{3}(?!\d)                                          # 1,500
          | [^\S\n]?%
          | \.\d+(?![.\d])(?![^\S\n]?[ap]\.?m)                     # 3.75, but not 3.45 p.m.
          | [^\S\n](?:percent|per[ ]cent|million|billion|people)\b
        )
    | \d{5,7}(?![\d-])
    """,
    re.VERBOSE,
)
"""Digits at which no date can begin; one look spares the readers of dates."""
_NEXT_WORDS = lazy_pattern(rf"(?:{GAP}|-)([A-Za-z]+|\d|['‘’])(?:(?:{GAP}|-)([A-Za-z]+))?")
_LENGTHS = TIME_WORDS | {"century", "centuries", "fortnight", "fortnights", "weekend", "millennium"}


@cache
def _followers() -> dict[str, frozenset[str]]:
    """Say for the commonest words what must follow for a mention to begin there."""
    counted = SCALES.keys() | DOZENS.keys() | DENOMINATORS.keys() | {"hundred", "couple", "few"}
    coins = {"dollar", "euro", "pound", "crown", "rupee", "franc"}
    after_a = frozenset(counted) | coins | _LENGTHS | article_forms()
    steps = {
        word: dates.AFTER_STEP for word, kinds in readers().items() if word in STEPS and kinds == ("date",)
    }
    return {"a": after_a, "an": after_a, "the": dates.ANCHORS | frozenset("0123456789'‘’")} | steps


def find_anchors(text: str) -> Iterator[tuple[int, int, tuple[Reader, ...]]]:
    """Yield each place where a mention may start: its offset, the end of the word, and the readers to ask."""
    table, money, followers = readers(), _money_words(), _followers()
    priced: set[int] = set()
    marks = _find_marks(text, priced)
    words = _find_words(text)
    known = {start for start, _ in words}
    words += [(start, _WORD.match(text, start).end()) for start in priced - known]  # type: ignore[union-attr]
    for start, end in sorted(words + marks):
        mark = text[start]
        if mark.isalpha():
            word = text[start:end]
            low = word.lower()
            kinds = table.get(low, ())
            if kinds and low in followers and not _goes_on(text, end, followers[low]):
                kinds = ()
            if word in money or start in priced:
                kinds = ("money", *kinds)
            if kinds:
                yield start, end, kinds
        elif mark.isdecimal():
            yield start, end, FIGURES if _NO_DATE.match(text, start) else DIGITS
        elif mark in VULGAR:
            yield start, end, ("number",)
        elif mark in "’'":
            yield start, end, ("date",)
        else:
            yield start, end, SIGNS


_MARK = lazy_pattern(r"[\d$€£¥₹₽₴₩₪₺₦₱₫฿₾₸₿½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞’']\d*")
_WORD = lazy_pattern(r"[A-Za-z]+")
_LOW = bytes(code if chr(code).islower() else code + 32 if chr(code).isupper() else 32 for code in range(128))
_LOW += b" " * 128
"""What each ASCII code becomes: letters small, all else a blank."""
_SHORT = 3
"""Letters at most of a word that names a dollar, as in "US$"."""


def _find_marks(text: str, priced: set[int]) -> list[tuple[int, int]]:
    """Find digits, signs of money, fractions and apostrophes of years; note the words that a "$" stands behind."""
    found = []
    for match in _MARK.finditer(text):
        start, end = match.span()
        mark = text[start]
        if mark.isdecimal():
            found.append((start, end))
            continue
        if mark not in "’'" or end > start + 1:
            found.append((start, start + 1))
        if end > start + 1:
            found.append((start + 1, end))
        if mark == "$":
            last = start - 1 if start and text[start - 1].isspace() else start
            first = last
            while (
                first and last - first <= _SHORT and text[first - 1].isascii() and text[first - 1].isalpha()
            ):
                first -= 1
            if 0 < last - first <= _SHORT:
                priced.add(first)
    return found


def _find_words(text: str) -> list[tuple[int, int]]:
    """Find the words at which a mention may start, in one pass of an automaton over all of them."""
    plain = b" %b " % text.encode("ascii", "replace").translate(_LOW)
    hits = _automaton().find_matches_as_indexes(plain.decode("ascii"), overlapping=True)
    return [(start, end - 2) for _, start, end in hits]


@cache
def _automaton() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick, Implementation

    words = sorted({*readers(), *(word.lower() for word in _money_words())})
    return AhoCorasick([f" {word} " for word in words], implementation=Implementation.DFA)


def _goes_on(text: str, end: int, followers: frozenset[str]) -> bool:
    """Tell whether one of the words follows, or an adjective and a unit of time ("a full year")."""
    found = _NEXT_WORDS.match(text, end)
    if not found:
        return False
    return found[1].lower() in followers or bool(found[2] and found[2].lower() in _LENGTHS)
