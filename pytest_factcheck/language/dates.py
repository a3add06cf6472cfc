"""Dates: days, months, years, decades, ranges, and those counted from the publication date."""

from __future__ import annotations

from datetime import date

from pytest_factcheck.model.mention import Days, Mention

ANCHORS: frozenset[str] = frozenset()
"""Lower-case words at which `read_date` may find a date; digits and an apostrophe always."""


def read_date(text: str, at: int, published: date | None, earlier: Days | None) -> Mention | None:
    """Read the date that begins at that offset; `earlier` is the nearest date before it in the text."""
    return None


def read_ago(text: str, duration: Mention, published: date | None, earlier: Days | None) -> Mention | None:
    """Turn a duration that "ago", "earlier", "later" ... follows into a date ("three years ago")."""
    return None


def read_day_text(text: str) -> Days:
    """Read the date that a facts file gives ("24 February 2022", "2022-02"); ValueError says what is wrong."""
    raise ValueError(f"“{text}” is not a date.")
