"""How plain text falls into blocks."""

import re
from dataclasses import dataclass
from itertools import pairwise

from pytest_factcheck.articles.furniture import is_furniture
from pytest_factcheck.articles.parts import Block, BlockRole
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

_MARK = r"[•‣◦▪●∙·○■□►▶▸✓✔*+–—-]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\)"
_LINE = rf"(\s*)(?:({_MARK})[^\S\r\n]+(?=\S))?"
LINE = re.compile(_LINE + r"(\S.*)")
ODD_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
ODD_LINE = lazy_pattern(_LINE + rf"(\S[^\n{ODD_ENDS}]*)")
"""For text with other ends of line than "\\n", which alone is found three times as fast."""

STOPS = frozenset(".!?:;…")
AFTER_STOP = "\"”’»')]"
WIDEST = 120
"""Longer lines are whole paragraphs: nobody wraps by hand at more than this."""
SHORTEST = 16
SHARE_WRAPPED = 1 / 3
HEADING = 120


@dataclass(slots=True)
class _Line:
    """A line that is not blank: its words without the white space around them, its list mark cut off."""

    start: int
    end: int
    indent: int
    mark: str
    after_blank: bool
    words: str

    @property
    def opens_low(self) -> bool:
        return self.words[:1].islower()

    @property
    def is_stopped(self) -> bool:
        return self.words[-1] in STOPS or self.words.rstrip(AFTER_STOP)[-1:] in STOPS


def lay_out(text: str, start: int = 0) -> tuple[Block, ...]:
    """Divide plain text into blocks: a line is a paragraph, unless the file is wrapped by hand."""
    lines = _read_lines(text, start)
    width = _wrap_width(lines)
    return _Layout().run(_join(lines, width))


def _read_lines(text: str, start: int) -> list[_Line]:
    lines: list[_Line] = []
    pattern = ODD_LINE if any(end in text for end in ODD_ENDS) else LINE
    for match in pattern.finditer(text, start, len(text.rstrip())):
        gap, mark, words = match.groups()
        blank = not lines or gap.count("\n") > 1 or gap.count("\r") > 1
        indent = len(gap) - 1 - max(gap.rfind("\n"), gap.rfind("\r"))
        if words[-1].isspace():
            words = words.rstrip()
        begin = match.start(3)
        lines.append(_Line(begin, begin + len(words), indent, mark or "", blank, words))
    return lines


def _wrap_width(lines: list[_Line]) -> int:
    """Measure the width at which the file was wrapped, 0 if its lines are paragraphs."""
    lengths = [line.end - line.start for line in lines]
    short = [length for length in lengths if length <= WIDEST]
    if len(short) < 0.9 * len(lengths):
        return 0
    pairs = low = 0
    for before, after in pairwise(lines):
        if after.after_blank or after.mark:
            continue
        pairs += 1
        low += after.opens_low and not before.is_stopped
    return max(short) if pairs and low >= SHARE_WRAPPED * pairs else 0


def _join(lines: list[_Line], width: int) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(before: _Line, after: _Line, width: int) -> bool:
    """Tell whether a line is the rest of the paragraph of the line before it."""
    if after.after_blank:
        return False
    if after.mark and not (width and after.mark[:1].isdigit() and not before.mark and not before.is_stopped):
        return False
    if after.opens_low and not before.is_stopped:
        return bool(width) or len(before.words) >= SHORTEST
    if not width:
        return False
    # A line that had ample room for the next word was ended on purpose.
    room = width - (before.end - before.start)
    return len(after.words.split(None, 1)[0]) + 1 > room - width * 0.3


class _Layout:
    """Gives blocks their roles, and items the block that introduces them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.leads: dict[tuple[str, int], int | None] = {}

    def run(self, groups: list[list[_Line]]) -> tuple[Block, ...]:
        for group in groups:
            self._add(group)
        return tuple(self.blocks)

    def _add(self, group: list[_Line]) -> None:
        first, last = group[0], group[-1]
        span = Span(first.start, last.end)
        if first.mark:
            self.blocks.append(Block(span, "item", self._lead(first)))
            return
        self.leads.clear()
        self.blocks.append(Block(span, _role(group)))

    def _lead(self, line: _Line) -> int | None:
        key = ("1" if line.mark.strip("()")[:1].isdigit() else line.mark, line.indent)
        if key not in self.leads:
            self.leads[key] = len(self.blocks) - 1 if self.blocks else None
        return self.leads[key]


def _role(group: list[_Line]) -> BlockRole:
    last = group[-1]
    if last.end - group[0].start > HEADING:
        return "paragraph"
    if len(group) == 1 and is_furniture(last.words):
        return "furniture"
    return "paragraph" if last.is_stopped or last.words.endswith(",") else "heading"
