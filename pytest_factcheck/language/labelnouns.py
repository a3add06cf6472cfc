"""Nouns that a number names: "Article 5", "pages 8 and 9"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pytest_factcheck.language.label import NUMBER_WORDS, Label
from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.pattern import lazy_pattern


@cache
def nouns() -> dict[str, bool]:
    """Read labels.txt: each noun, and whether it needs a capital."""
    table: dict[str, bool] = {}
    capital = False
    for line in files(__package__).joinpath("labels.txt").read_text("utf-8").splitlines():
        if line.startswith("[capital]"):
            capital = True
        if line.startswith(("#", "[")) or not line.strip():
            continue
        for word in line.split(","):
            table.setdefault(word.strip(), capital)
    return table


_AFTER_NOUN = lazy_pattern(
    rf"(?:{GAP}|-)(?:no\.?[^\S\n]?|number{GAP}|\#)?"
    rf"(?P<figure>\d{{1,6}}(?P<letter>[A-Za-z]?)(?:[.-]\d{{1,4}}){{0,3}}|(?:{'|'.join(NUMBER_WORDS)}))"
    r"(?![A-Za-z\d])(?!,\d{3}|[^\S\n]?%|[^\S\n]?°)",
    re.IGNORECASE,
)


COUNTS_ON = lazy_pattern(
    rf"(?:{GAP}|-)(?:per{GAP}?cent|percent|pct|percentage|million|billion|trillion|thousand|hundred|dozen|years?|months?|weeks?"
    r"|days?|hours?|minutes?|seconds?|people|men|women|children|miles?|km|kilometres?|kilometers?|meters|metres|feet|euros?"
    r"|dollars?|pounds?|tonnes?|tons?|times|others|more)\b",
    re.IGNORECASE,
)


_NEXT_IN_LIST = lazy_pattern(
    rf"(?:,{GAP}|{GAP}?[-–]{GAP}?|{GAP}(?:and|or|to|through){GAP}|,{GAP}and{GAP})(?P<figure>\d{{1,5}})\b(?![.,]\d|%)"
)


_PLURAL_COUNT = lazy_pattern(rf"{GAP}(?:[a-z]+{GAP})?[a-z]{{3,}}s\b")


def read_noun(text: str, at: int) -> list[Label]:
    """Read "Article 5", "pages 8 and 9", "Phase Two" at the noun that begins there."""
    word = _noun_at(text, at)
    if not word:
        return []
    table = nouns()
    needs_capital = table[word]
    if needs_capital and not text[at].isupper():
        return []
    found = _AFTER_NOUN.match(text, at + len(word))
    if not found or (
        text[found.end() : found.end() + 1] == "-"
        and text[found.end() + 1 : found.end() + 2].isalpha()
        and not text[at].isupper()
    ):
        return []
    spelled = not found["figure"][0].isdigit()
    if spelled and not (
        found["figure"][0].isupper() or word in ("day", "phase", "chapter", "stage", "type", "level", "page")
    ):
        return []
    if COUNTS_ON.match(text, found.end()):
        return []
    if word in _PLACES and not spelled and _PLURAL_COUNT.match(text, found.end()):
        return []
    if word in _PLACES and "-" in found["figure"]:
        return []
    noun = word.rstrip(".")
    labels = [Label(at, found.end(), "identifier", noun, label_value(found["figure"]), found.span("figure"))]
    while word.rstrip(".").endswith("s") and len(labels) < 8:
        more = _NEXT_IN_LIST.match(text, labels[-1].end)
        if not more or COUNTS_ON.match(text, more.end()):
            break
        labels.append(
            Label(
                more.start("figure"), more.end(), "identifier", noun, int(more["figure"]), more.span("figure")
            )
        )
    return labels


_PLACES = frozenset(
    "area camp station pier dock track hole building site house hall ring lake pool bay floor fleet borough"
    " region project program world league division team car road street union local council bank tower studio"
    " warehouse france planet".split()
)
"""Nouns that often stand right before a count of other things: "At the camp 5 people"."""


def _noun_at(text: str, at: int) -> str | None:
    end = at
    while end < len(text) and end - at < 16 and (text[end].isalnum() or text[end] in "'’"):
        end += 1
    table = nouns()
    word = text[at:end].lower()
    if text[end : end + 1] == "." and word + "." in table:
        return word + "."
    return word if word in table else None


def label_value(figure: str) -> float | None:
    """Give the number of a label: "Five" is 5, "14B" has none."""
    low = figure.lower()
    if low in NUMBER_WORDS:
        return NUMBER_WORDS.index(low) + 1
    digits = re.match(r"\d+(?:\.\d+)?(?![\w.-])", figure)
    return None if not digits or not re.fullmatch(r"[\d.]+", figure) else _plain(figure)


def _plain(figure: str) -> float | None:
    if figure.count(".") > 1:
        return None
    value = float(figure)
    return int(value) if value == int(value) else value
