"""List marks and the counters around an article."""

from __future__ import annotations

import re

from pytest_factcheck.language.label import Label, plain_int
from pytest_factcheck.model.pattern import lazy_pattern

_LIST_MARK = lazy_pattern(r"\d{1,2}(?:\.\d{1,2}){0,2}[.)](?=[^\S\n]|$)")


_PAREN_MARK = lazy_pattern(r"\d{1,2}\)")


_FURNITURE = lazy_pattern(
    r"\d{1,3}(?:,?\d{3}){0,2}(?:[^\S\n]|-)?(?:min(?:ute)?s?(?:[^\S\n]|-)read|comments?|shares?|likes?|views?|repl(?:y|ies)|retweets|followers|reactions?)[^\S\n]*(?:\n|$)",
    re.IGNORECASE,
)


_BARE_REST = lazy_pattern(r"\d{1,7}(?=\)?[^\S\n]*(?:\n|$))")


def read_list_mark(text: str, at: int) -> Label | None:
    """Read "1." at the head of a line or "(2)" within it."""
    if at and text[at - 1] == "(":
        mark = _PAREN_MARK.match(text, at)
        if mark and text[max(0, at - 2) : at - 1] in ("", " ", "\n"):
            return Label(at - 1, mark.end(), "list mark", value=plain_int(mark.group()[:-1]))
    line = text.rfind("\n", max(0, at - 12), at)
    if line < 0 and at > 12:
        return None
    head = text[line + 1 : at]
    found = _LIST_MARK.match(text, at) if not head.strip(" \t•*-–>#") else None
    if not found or _bare_line(text, found.end()):
        return None
    return Label(at, found.end(), "list mark", value=plain_int(found.group().rstrip(".)")))


def _bare_line(text: str, end: int) -> bool:
    """Tell whether nothing follows on the line: then "8." ends a sentence."""
    return not text[end : end + 40].split("\n", 1)[0].strip()


def read_furniture(text: str, at: int) -> Label | None:
    """Read "0 Comments", "5 min read" where they fill a line."""
    line = text.rfind("\n", max(0, at - 16), at)
    head = text[line + 1 : at].strip().lower() if line >= 0 or at <= 16 else "?"
    if head.rstrip(" (:") in (
        "comments",
        "shares",
        "views",
        "likes",
        "replies",
        "read",
        "share",
    ) and _BARE_REST.match(text, at):
        return Label(at, _BARE_REST.match(text, at).end(), "furniture")  # type: ignore[union-attr]
    if head:
        return None
    found = _FURNITURE.match(text, at)
    return Label(at, found.end(), "furniture") if found else None
