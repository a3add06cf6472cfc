"""Where quotations begin and end."""

import re
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from pytest_factcheck.articles.parts import Block, Quotation
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

MARK = lazy_pattern(
    r"""
    (["“”„«»‘’'])
    (?: (?<=["“”„«»‘])
      | (?<=['’])(?!\w)          # a single mark that may close: not the apostrophe of "don't"
      | (?<=')(?<!\w')(?=\w)(?!\d\ds|n'|(?:em|tis|twas|til)\b)  # a straight single mark that may open
    )
    """,
    re.VERBOSE,
)
CLOSED_BY = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’'", "'": "'’"}
OPENS_PLAINLY = "“„«‘"
SINGLE = "‘'"
BEFORE_OPENING = "([{—–-/“‘«\"'"


class _Open:
    """A quotation whose end is not yet found; `weak` is a closing mark that may be a plural's apostrophe."""

    __slots__ = ("mark", "offset", "weak")

    def __init__(self, mark: str, offset: int) -> None:
        self.mark, self.offset, self.weak = mark, offset, -1


def find_quotations(text: str, blocks: Iterable[Block]) -> tuple[Quotation, ...]:
    """Find what stands between quotation marks; no quotation crosses the end of a block."""
    found: list[Quotation] = []
    running = ""
    for block in blocks:
        marks = [mark.start() for mark in MARK.finditer(text, *block.span)]
        if not marks:
            running = running if block.role == "furniture" else ""
            continue
        quotations, unclosed = _plain_pairs(text, block.span, marks), ""
        if not quotations:
            scan = _BlockScan(text, block.span)
            scan.run(marks)
            quotations, unclosed = sorted(scan.found, key=attrgetter("opened")), scan.running
        start = block.span.start
        if running and quotations and quotations[0].opened == start and text.startswith(running, start):
            quotations[0] = replace(quotations[0], continues=True)
        found += quotations
        running = unclosed
    return tuple(found)


def _plain_pairs(text: str, block: Span, marks: list[int]) -> list[Quotation]:
    """Pair the marks of a block off where nothing is nested, open or doubtful, as in most; else give none."""
    if "".join([text[mark] for mark in marks]) not in (len(marks) // 2 * "“”", len(marks) // 2 * '""'):
        return []
    quotations = []
    for opened, closed in zip(marks[::2], marks[1::2], strict=True):
        before = text[opened - 1] if opened > block.start else " "
        is_plain = before.isspace() or before in "(["
        if not is_plain or closed == opened + 1 or text[opened + 1].isspace() or text[closed - 1].isspace():
            return []
        quotations.append(Quotation(Span(opened + 1, closed), opened, closed + 1))
    return quotations


class _BlockScan:
    """One pass over the marks of a block."""

    def __init__(self, text: str, block: Span) -> None:
        self.text, self.block = text, block
        self.open: list[_Open] = []
        self.found: list[Quotation] = []
        self.running = ""

    def run(self, marks: list[int]) -> None:
        for mark in marks:
            self._take(self.text[mark], mark)
        self._finish()

    def _take(self, mark: str, offset: int) -> None:
        before = self.text[offset - 1] if offset > self.block.start else " "
        after = self.text[offset + 1] if offset + 1 < self.block.end else " "
        looks_opening = (before.isspace() or before in BEFORE_OPENING) and not after.isspace()
        closes = self._closes(mark)
        if mark in "'’" and closes is not None:
            self._close_single(closes, offset, before, after)
        elif closes is not None and not (looks_opening and mark in '"“«'):
            self._close(closes, offset)
        elif mark in OPENS_PLAINLY or looks_opening:
            if mark != "’":
                self.open.append(_Open("“" if mark == "”" else mark, offset))
        elif mark == '"' and not before.isalnum() and closes is None and before.isspace():
            self.open.append(_Open(mark, offset))

    def _closes(self, mark: str) -> int | None:
        """Find the innermost open quotation that this mark can close."""
        for index in range(len(self.open) - 1, max(-1, len(self.open) - 6), -1):
            if mark in CLOSED_BY[self.open[index].mark]:
                return index
        return None

    def _close_single(self, index: int, offset: int, before: str, after: str) -> None:
        if before.isspace():
            return
        # "the workers’ strike" inside single marks: a plural, unless nothing else closes the quotation
        if before in "sS" and after.isspace():
            self.open[index].weak = offset
        else:
            self._close(index, offset)

    def _close(self, index: int, offset: int) -> None:
        for inner in self.open[index + 1 :]:
            self._drop(inner)
        opened = self.open[index]
        del self.open[index:]
        self._keep(opened.offset, offset, offset + 1)

    def _drop(self, opened: _Open) -> None:
        if opened.weak >= 0:
            self._keep(opened.offset, opened.weak, opened.weak + 1)

    def _finish(self) -> None:
        for opened in self.open:
            if opened.mark in SINGLE:
                self._drop(opened)
            else:
                self._keep(opened.offset, self.block.end, self.block.end)
                self.running = self.running or opened.mark

    def _keep(self, opened: int, stop: int, closed: int) -> None:
        start = opened + 1
        words = self.text[start:stop]
        start += len(words) - len(words.lstrip())
        stop = max(start, stop - (len(words) - len(words.rstrip())))
        if start < stop:
            self.found.append(Quotation(Span(start, stop), opened, closed))
