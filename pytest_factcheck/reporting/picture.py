"""Articles and facts as a picture: a row of signs for each article, a column for each fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.reporting.annotated import LABELS, MARKS, AnnotatedArticle, Mark

CELL = 18
"""Width and height of a cell in pixels."""

MOST = 80
"""Columns at most: those that are contradicted come first, then those that most articles mention."""

SHAPES: dict[Mark, str] = {
    "contradicts": "m4 4 10 10m0-10-10 10",
    "may": "m3.5 7h11m-11 4h11m-2.5-8-6 12",
    "unsure": "m9 3.5 5.5 5.5-5.5 5.5-5.5-5.5z",
    "waived": "m4 9a5 5 0 1 0 10 0a5 5 0 1 0-10 0m2 3 6-6",
    "agrees": "m5.5 5.5h7v7h-7z",
}
"""One shape for each mark, drawn from the upper left corner of its cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A fact, or a check that needs none, and how the articles stand to it."""

    index: int
    name: str
    counts: Counter[str]


@dataclass(frozen=True, slots=True)
class Row:
    """The signs of one article: a path for each mark, the number of the card behind each cell, and words."""

    paths: tuple[tuple[Mark, str], ...]
    cells: dict[int, int]
    words: str


def columns(articles: Sequence[AnnotatedArticle]) -> tuple[Column, ...]:
    """List the facts that the articles speak of, the most contradicted first."""
    counts: dict[str, Counter[str]] = {}
    for article in articles:
        for name, card in article.by_name.items():
            counts.setdefault(name, Counter())[card.mark] += 1
    ranked = sorted(counts, key=lambda name: _rank(name, counts[name]))
    return tuple(Column(index, name, counts[name]) for index, name in enumerate(ranked))


def _rank(name: str, count: Counter[str]) -> tuple[object, ...]:
    return (*(-count[mark] for mark in MARKS[:4]), -count.total(), name)


def row(article: AnnotatedArticle, drawn: Sequence[Column]) -> Row:
    """Draw one article."""
    cells = {c.index: article.by_name[c.name] for c in drawn if c.name in article.by_name}
    paths = []
    for mark, shape in SHAPES.items():
        places = [index for index, card in cells.items() if card.mark == mark]
        if places:
            paths.append((mark, "".join(f"M{index * CELL} 0{shape}" for index in places)))
    numbers = {index: card.number for index, card in cells.items()}
    return Row(tuple(paths), numbers, "; ".join(_words(article)))


def _words(article: AnnotatedArticle) -> Iterator[str]:
    for mark in MARKS[:4]:
        names = [name for name, card in article.by_name.items() if card.mark == mark]
        if names:
            yield f"{LABELS[mark]}: {', '.join(names)}"
    agreeing = sum(card.mark == "agrees" for card in article.by_name.values())
    yield f"agrees with {agreeing} fact{'s' if agreeing != 1 else ''}"
