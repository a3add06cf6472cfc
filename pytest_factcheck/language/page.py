"""What a reader of dates knows besides the words: the text, the publication date, the date named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pytest_factcheck.model.mention import Days

EDGE = 4
"""Signs at most beside a date that is all the text there is."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text, the day it was published if that is known, and the nearest date before the one to be read."""

    text: str
    published: date | None = None
    earlier: Days | None = None

    def is_all(self, start: int, end: int) -> bool:
        """Tell whether the text holds nothing else, as a diary or a cell of a table does."""
        return (
            start < EDGE
            and len(self.text) - end < EDGE
            and not (self.text[:start] + self.text[end:]).strip(" .\n")
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A date as read: where its words end, what it names if that can be told, the rules that read it."""

    end: int
    days: Days | None
    rules: tuple[str, ...]


DIGIT, ORDINAL, APOSTROPHE = "0", "0th", "'"

Readers = tuple[tuple[Callable[[Page, int], Found | None], frozenset[str]], ...]
"""Readers in the order of asking, each with the words or signs that may begin what it reads.

A word stands also for the longer ones that begin with it. They spare a reader the places where it can find nothing.
"""
