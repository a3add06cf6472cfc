"""An article's blocks cut into pieces, so that the words of each statement can be marked where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pytest_factcheck.articles.parts import Block, BlockRole
from pytest_factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words over which the same marks lie; `ends` names the marks whose last piece this is."""

    text: str
    marks: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A block as the copy shows it; `begins` names the marks whose first piece stands in it."""

    role: BlockRole
    pieces: tuple[Piece, ...]
    begins: tuple[int, ...] = ()


def cut(text: str, blocks: Sequence[Block], marks: Sequence[Span]) -> tuple[Part, ...]:
    """Cut the blocks at the ends of the marks, which may overlap and may run over several blocks."""
    touched = _touched_blocks(blocks, marks)
    lying: dict[int, list[int]] = {}
    for number, indexes in touched.items():
        for index in indexes:
            lying.setdefault(index, []).append(number)
    return tuple(
        _Cutter(index, block, {n: marks[n] for n in lying.get(index, ())}, touched).part(text)
        for index, block in enumerate(blocks)
    )


def unplaced(blocks: Sequence[Block], marks: Sequence[Span]) -> frozenset[int]:
    """Name the marks that stand in no block: they are empty, or lie between blocks."""
    touched = _touched_blocks(blocks, marks)
    return frozenset(number for number, indexes in touched.items() if not indexes)


def _touched_blocks(blocks: Sequence[Block], marks: Sequence[Span]) -> dict[int, list[int]]:
    starts = [block.span.start for block in blocks]
    return {number: list(_touched(starts, blocks, mark)) for number, mark in enumerate(marks)}


def _touched(starts: list[int], blocks: Sequence[Block], mark: Span) -> Iterator[int]:
    index = max(0, bisect_right(starts, mark.start) - 1)
    while index < len(blocks) and starts[index] < mark.end:
        if mark.start < mark.end and mark.touches(blocks[index].span):
            yield index
        index += 1


@dataclass(frozen=True, slots=True)
class _Cutter:
    """One block with the marks that lie over it; `touched` tells over which blocks each mark runs."""

    index: int
    block: Block
    marks: Mapping[int, Span]
    touched: Mapping[int, list[int]]

    def part(self, text: str) -> Part:
        begins = tuple(number for number in self.marks if self.touched[number][0] == self.index)
        return Part(self.block.role, tuple(self._pieces(text)), begins)

    def _pieces(self, text: str) -> Iterator[Piece]:
        start, end = self.block.span
        opening: dict[int, list[int]] = {}
        closing: dict[int, list[int]] = {}
        for number, span in self.marks.items():
            opening.setdefault(max(span.start, start), []).append(number)
            closing.setdefault(min(span.end, end), []).append(number)
        lying: dict[int, None] = {}
        for place, after in pairwise(sorted({start, end, *opening, *closing})):
            for number in closing.get(place, ()):
                lying.pop(number)
            lying.update(dict.fromkeys(opening.get(place, ())))
            ends = (n for n in closing.get(after, ()) if self.touched[n][-1] == self.index)
            yield Piece(text[place:after], tuple(lying), tuple(ends))
