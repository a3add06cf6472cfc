"""The characters of an article's file, and the way back to them from the text that was read out of it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

LINE_END = lazy_pattern(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and the stretch of the file it was read from.

    Where both are as long, each character stands for one of the file; otherwise (an entity, a run of white
    space) the whole stretch stands for the whole.
    """

    start: int
    end: int
    origin: int
    origin_end: int

    @property
    def is_verbatim(self) -> bool:
        """Tell whether the text stands in the file character for character."""
        return self.end - self.start == self.origin_end - self.origin


@dataclass(frozen=True)
class Source:
    """A file's characters, without a byte order mark; `pieces` is None where the text is the file itself."""

    text: str = field(repr=False)
    pieces: tuple[Piece, ...] | None = field(default=None, repr=False)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(end.end() for end in LINE_END.finditer(self.text))]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces or ()]

    def place(self, origin: int) -> tuple[int, int]:
        """Give line and column, from 1, of a character of the file."""
        line = bisect_right(self._lines, origin)
        return line, origin - self._lines[line - 1] + 1

    def line(self, number: int) -> str:
        """Give a line of the file, counted from 1, without its line end; empty if there is no such line."""
        if not 1 <= number <= len(self._lines):
            return ""
        start = self._lines[number - 1]
        end = self._lines[number] if number < len(self._lines) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def origin(self, offset: int) -> int:
        """Find where in the file the character at an offset of the text begins."""
        return self._origin(offset, at_end=False)

    def span(self, start: int, end: int) -> Span:
        """Find the stretch of the file that a stretch of the text was read from."""
        first = self.origin(start)
        if end <= start:
            return Span(first, first)
        return Span(first, max(first, self._origin(end - 1, at_end=True)))

    def _origin(self, offset: int, *, at_end: bool) -> int:
        if self.pieces is None:
            return max(0, min(offset + at_end, len(self.text)))
        if not self.pieces:
            return 0
        piece = self.pieces[max(0, bisect_right(self._starts, offset) - 1)]
        if offset >= piece.end:  # between two pieces: what was set there to part two blocks
            return piece.origin_end
        if piece.is_verbatim:
            return piece.origin + (offset - piece.start) + at_end
        return piece.origin_end if at_end else piece.origin


def is_in_order(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether pieces follow one another in the text without overlap, as `Source` needs them."""
    return all(before.end <= after.start for before, after in pairwise(pieces))
