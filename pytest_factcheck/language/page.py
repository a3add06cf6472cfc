"""What a reader of dates knows besides the words: the text, the publication date, the date named before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pytest_factcheck.model.mention import Days


@dataclass(frozen=True, slots=True)
class Page:
    """A text, the day it was published if that is known, and the nearest date before the one to be read."""

    text: str
    published: date | None = None
    earlier: Days | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A date as read: where its words end, what it names if that can be told, the rules that read it."""

    end: int
    days: Days | None
    rules: tuple[str, ...]
