"""Statements that look checkable and that no fact covers, as the annotated copy marks them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pytest_factcheck.articles.article import Article
from pytest_factcheck.checking.coverage import checkable, untouched
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.span import Span


def find_unchecked(article: Article, published: date | None, checked: Iterable[Span]) -> tuple[Mention, ...]:
    """List, in the order of the text, the checkable mentions that none of the checked spans touches."""
    return tuple(untouched(checkable(article, published), list(checked)))
