"""Dates: days, months, years, decades, ranges, and those counted from the publication date."""

from __future__ import annotations

import re
from datetime import date

from pytest_factcheck.language.ago import read_ago
from pytest_factcheck.language.calendar import year_of
from pytest_factcheck.language.dategrammar import AFTER_STEP, ANCHORS, read_at
from pytest_factcheck.language.page import Page
from pytest_factcheck.model.mention import Days, Mention
from pytest_factcheck.model.span import Span

__all__ = ["AFTER_STEP", "ANCHORS", "read_ago", "read_date", "read_day_text", "read_on"]


def read_date(text: str, at: int, published: date | None, earlier: Days | None) -> Mention | None:
    """Read the date that begins at that offset; `earlier` is the nearest date before it in the text."""
    if at >= len(text):
        return None
    return read_on(Page(text, published, earlier), at)


def read_on(page: Page, at: int) -> Mention | None:
    """Read the date that begins at that offset of a page."""
    found = read_at(page, at)
    if found is None:
        return None
    return Mention(
        at,
        found.end,
        page.text[at : found.end],
        "date",
        found.days,
        figure=Span(at, found.end),
        rules=("date", *found.rules),
    )


def read_day_text(text: str) -> Days:
    """Read the date that a facts file gives ("24 February 2022"); ValueError says what is wrong."""
    words = text.strip()
    days = _whole_text(words) or _range_text(words)
    if days is None:
        raise ValueError(
            f"“{text}” is not a date: write one such as “24 February 2022”, “2022-02-24” or “May 2019”."
        )
    return days


def _whole_text(words: str) -> Days | None:
    mention = read_date(words, 0, None, None) if words else None
    if re.fullmatch(r"\d{4}", words) and int(words):
        return year_of(int(words), frozenset({"year"}))
    if mention is None or mention.end != len(words) or not isinstance(mention.value, Days):
        return None
    return mention.value


def _range_text(words: str) -> Days | None:
    """Read "30 November - 2 December 2025", "March 2014 to May 2015"."""
    for joint in re.finditer(r"\s*[-–—]\s*|\s+to\s+|/", words):
        last = _whole_text(words[joint.end() :])
        first = read_date(words, 0, None, None)
        start = (
            first.value if first and first.end == joint.start() and isinstance(first.value, Days) else None
        )
        if last and start and start.start and last.end and start.start < last.end:
            given = start.given & last.given
            return Days(start.start, last.end, given, f"{start.start}/{last.end}")
    return None
