"""The one pass over a text that finds where any mention can start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from pytest_factcheck.language import dates, durations, labels, shares
from pytest_factcheck.language.lexicon import (
    DOZENS,
    ORDINAL_SCALES,
    ORDINALS,
    SCALES,
    TEENS,
    TENS,
    UNITS,
    VAGUE,
    VULGAR,
)

Reader = Literal["label", "date", "number", "ordinal", "duration", "money", "share", "article", "several"]

_ANCHOR = re.compile(r"[A-Za-z]+(?=([’']s)?)|\d+|[$€£¥₹₽₴₩₪₺₦₱₫฿₾₸₿½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]|[’'](?=\d)")

DIGITS: tuple[Reader, ...] = ("date", "label", "ordinal", "number")
SIGNS: tuple[Reader, ...] = ("money",)


@cache
def readers() -> dict[str, tuple[Reader, ...]]:
    """Say for each word, in lower case, which readers may begin at it, in the order in which they are asked."""
    table: dict[str, list[Reader]] = {}

    def add(words: object, reader: Reader) -> None:
        for word in words:  # type: ignore[attr-defined]
            table.setdefault(word, []).append(reader)

    add(labels.ANCHORS, "label")
    add((noun.split()[0].rstrip(".") for noun in labels.nouns()), "label")
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
    add(durations.ANCHORS, "duration")
    return {word: tuple(dict.fromkeys(kinds)) for word, kinds in table.items()}


@cache
def _money_words() -> frozenset[str]:
    from pytest_factcheck.language.money import word_signs

    return frozenset(re.match(r"[A-Za-z]+", sign).group() for sign in word_signs())  # type: ignore[union-attr]


def find_anchors(text: str) -> Iterator[tuple[int, int, tuple[Reader, ...]]]:
    """Yield each place where a mention may start: its offset, the end of the word, and the readers to ask."""
    table, money = readers(), _money_words()
    for found in _ANCHOR.finditer(text):
        start, end = found.span()
        mark = text[start]
        if mark.isalpha() and mark not in VULGAR:
            word = text[start:end]
            kinds = table.get(word.lower(), ())
            if word in money or (end - start <= 3 and text[end : end + 2].lstrip()[:1] == "$"):
                kinds = ("money", *kinds)
            if kinds:
                yield start, end, kinds
        elif mark.isdecimal():
            yield start, end, DIGITS
        elif mark in VULGAR:
            yield start, end, ("number",)
        elif mark in "’'":
            yield start, end, ("date",)
        else:
            yield start, end, SIGNS
