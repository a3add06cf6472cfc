"""Text put together from pieces of a file, block by block, with the way back."""

from pytest_factcheck.articles.furniture import is_furniture
from pytest_factcheck.articles.parts import Block, BlockRole
from pytest_factcheck.articles.source import Piece, Source
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

BETWEEN_BLOCKS = "\n\n"
_UNEVEN_SPACE = lazy_pattern(r"(?:[\t\n\r\f]| (?=[ \t\n\r\f]))[ \t\n\r\f]*")
"""White space other than one plain blank; written so that a long run costs no more than its length."""


class TextBuilder:
    """Collects the words of one block after another; what was handed in never changes afterwards."""

    def __init__(self, characters: str) -> None:
        self._characters = characters
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._open: list[tuple[str, int, int]] = []
        self._length = 0

    @property
    def last_block(self) -> int | None:
        """Index of the block that was ended last."""
        return len(self._blocks) - 1 if self._blocks else None

    @property
    def ends_in_space(self) -> bool:
        """Tell whether a blank more would say nothing: at a block's start and after white space."""
        return not self._open or self._open[-1][0][-1:].isspace()

    def ends_in(self, words: str) -> bool:
        """Tell whether the block so far ends in a piece that is just these words."""
        return bool(self._open) and self._open[-1][0] == words

    def add(self, words: str, start: int, end: int) -> None:
        """Take words that stand for the stretch `start` to `end` of the file."""
        if words:
            self._open.append((words, start, end))

    def add_words(self, words: str, start: int, end: int) -> None:
        """Take words, but no second blank after a blank."""
        if words[:1] == " " and self.ends_in_space:
            start = start + 1 if end - start == len(words) else start
            words = words[1:]
        self.add(words, start, end)

    def add_flow(self, start: int, end: int) -> None:
        """Take a stretch of the file itself, with every run of white space as one blank."""
        for run in _UNEVEN_SPACE.finditer(self._characters, start, end):
            self._add_even(start, run.start())
            if not self.ends_in_space:
                self.add(" ", run.start(), run.end())
            start = run.end()
        self._add_even(start, end)

    def _add_even(self, start: int, end: int) -> None:
        if start < end and self._characters[start] == " " and self.ends_in_space:
            start += 1
        if start < end:
            self.add(self._characters[start:end], start, end)

    def end_block(self, role: BlockRole, lead: int | None = None) -> int | None:
        """Make a block of what was taken since the last; give its index, or None if there were no words."""
        pieces, self._open = self._open, []
        words = "".join(piece[0] for piece in pieces)
        if not words.strip():
            return None
        if self._blocks:
            self._parts.append(BETWEEN_BLOCKS)
            self._length += len(BETWEEN_BLOCKS)
        start = self._length + len(words) - len(words.lstrip())
        end = self._length + len(words.rstrip())
        for text, origin, origin_end in pieces:
            self._pieces.append(Piece(self._length, self._length + len(text), origin, origin_end))
            self._length += len(text)
        self._parts.append(words)
        role = "furniture" if is_furniture(words.strip()) else role
        self._blocks.append(Block(Span(start, end), role, lead))
        return len(self._blocks) - 1

    def finish(self) -> tuple[str, Source, tuple[Block, ...]]:
        """Give the text, its source, and its blocks."""
        return "".join(self._parts), Source(self._characters, tuple(self._pieces)), tuple(self._blocks)
