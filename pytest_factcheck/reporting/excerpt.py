"""The words of an article around a statement, cut to one readable line."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

WIDTH = 100
"""Characters of the line that are shown at most."""

ELLIPSIS = "…"
BREAKS = {ord(c): " " for c in "\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
"""Characters that would break or shift the line of carets below the excerpt."""

COMMANDS = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160)), "\ufffd")
COMMANDS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
"""Characters that command a terminal, or turn the order of what it shows."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of text in which `text[start:end]` are the words that the verdict is about."""

    text: str = ""
    start: int = 0
    end: int = 0

    @property
    def words(self) -> str:
        """The words that the verdict is about, as far as the line shows them."""
        return self.text[self.start : self.end]

    def underline(self) -> str:
        """Draw carets that stand below the words on a terminal, wide and combining characters counted."""
        return " " * columns(self.text[: self.start]) + "^" * max(1, columns(self.words))


def cut_excerpt(text: str, start: int, end: int) -> Excerpt:
    """Cut the line of the text that holds the words; a long line is cut on both sides of them."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = min(_line_end(text, "\n", start), _line_end(text, "\r", start))
    end = min(max(end, start), last)
    left, right = _window(start, end, first, last)
    before = ELLIPSIS if left > first else ""
    after = ELLIPSIS if right < last else ""
    line = before + _printable(text[left:right]) + after
    return Excerpt(line, start - left + len(before), min(end, right) - left + len(before))


def columns(text: str) -> int:
    """Count the terminal columns that the text takes."""
    return sum(map(_width, text))


def _line_end(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return found if found >= 0 else len(text)


def _window(start: int, end: int, first: int, last: int) -> tuple[int, int]:
    if last - first <= WIDTH:
        return first, last
    room = max(0, WIDTH - (end - start)) // 2
    left = max(first, min(start - room, last - WIDTH))
    return left, left + WIDTH


def harmless(text: str) -> str:
    """Take out of an article's words, or of a file's name, what could command a terminal; lines are kept."""
    return text if text.isascii() and text.isprintable() else text.translate(COMMANDS)


def _printable(text: str) -> str:
    # One character for one, so that the offsets of the words stay right.
    return harmless(text.translate(BREAKS))


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
