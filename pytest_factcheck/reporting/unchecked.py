"""Statements that look checkable and that no fact covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pytest_factcheck.articles.article import Article
from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.model.mention import Days, Mention, Value
from pytest_factcheck.model.span import Span

CHECKABLE = frozenset({"percent", "money", "quantity", "number", "duration", "date"})
"""Kinds of mention that a fact could hold; ordinals and labels count or name something in passing."""

RELATIVE = frozenset({"relative", "anaphoric"})
"""What a date is given by that is only counted from another: "today", "the following week"."""

FULL = frozenset({"year", "month", "day"})
"""What gives a date in full; the full date of the publication itself is the dateline."""

SMALL = 10
"""Plain numbers below it ("two leaders", "one of") are seldom worth a fact."""


def find_unchecked(article: Article, published: date | None, checked: Iterable[Span]) -> tuple[Mention, ...]:
    """List, in the order of the text, the checkable mentions that none of the checked spans touches."""
    mentions = (
        m
        for m in find_mentions(article.text, published)
        if _is_checkable(m) and not _is_dateline(m.value, published)
    )
    return tuple(m for m in _untouched(mentions, sorted(checked)) if _is_copy(article, m.start))


def _is_checkable(mention: Mention) -> bool:
    if mention.kind not in CHECKABLE or mention.value is None or _is_vague(mention.value):
        return False
    return mention.kind != "number" or _size(mention.value) >= SMALL


def _is_vague(value: Value) -> bool:
    return isinstance(value, Days) and value.given <= RELATIVE


def _is_dateline(value: Value, published: date | None) -> bool:
    return isinstance(value, Days) and value.start == published and value.given >= FULL


def _size(value: Value) -> float:
    sides = value if isinstance(value, tuple) else (value,)
    numbers = [abs(side) for side in sides if isinstance(side, int | float)]
    # A fraction is written with two digits at least, and is as exact as a large number.
    return max((n if n == int(n) else SMALL for n in numbers if n == n and abs(n) != float("inf")), default=0)


def _untouched(mentions: Iterable[Mention], checked: list[Span]) -> Iterator[Mention]:
    # Both lists are in order: `reach` is the end of all that began before the mention.
    at, reach = 0, -1
    for mention in mentions:
        while at < len(checked) and checked[at].start < mention.end:
            reach = max(reach, checked[at].end)
            at += 1
        if reach <= mention.start:
            yield mention


def _is_copy(article: Article, offset: int) -> bool:
    index = article.block_at(offset)
    return index is not None and article.blocks[index].role != "furniture"
