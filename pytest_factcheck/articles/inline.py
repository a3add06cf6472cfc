"""The words of a stretch of Markdown, without emphasis, links and other marks, each with its place.

markdown-it tells the lines of a block but no columns inside it, so the marks inside a block are read here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from html import unescape
from unicodedata import category

from pytest_factcheck.articles.markup import FOOTNOTE_MARK, INVISIBLE
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

MARK = lazy_pattern(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<hard>\\(?=\n))
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)
    | (?P<code>`+)
    | <(?P<auto>[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,100}@[\w.-]{1,200})>
    | (?P<html><!--(?:(?!-->).){0,5000}--> | </?[a-zA-Z][^<>]{0,2000}>)
    | (?P<footnote>\[\^[^\]\s]{1,40}\]:?)
    | (?P<open>!?\[)
    | (?P<close>\])
    | (?P<run>\*+|_+|~~+)
    | (?P<line>\n)
    """,
    re.VERBOSE | re.DOTALL,
)
LINK_TAIL = lazy_pattern(
    r"""
    \]\(\s{0,9}
    (?:<[^<>\n]{0,2000}>|(?:[^\s()<]|\([^\s()]{0,500}\)){0,2000})
    (?:\s{1,9}(?:"(?:[^"\\]|\\.){0,1000}"|'(?:[^'\\]|\\.){0,1000}'|\((?:[^()\\]|\\.){0,1000}\)))?
    \s{0,9}\)
    """,
    re.VERBOSE,
)
REFERENCE_TAIL = lazy_pattern(r"\](?:\[([^\[\]]{0,500})\])?")
LONGEST_LABEL = 500


@dataclass(slots=True)
class _Run:
    """A run of emphasis marks: where in the output it stands, and how much of it found no partner."""

    index: int
    mark: str
    left: int
    opens: bool
    closes: bool
    was_opener: bool = False


@dataclass(slots=True)
class _Part:
    words: str
    start: int
    end: int


class InlineReader:
    """Reads one block: `lines` are the stretches of the file with its words, `breaks` those that end hard."""

    def __init__(
        self, characters: str, lines: list[Span], breaks: Collection[int], labels: Collection[str]
    ) -> None:
        self._lines, self._breaks, self._labels = lines, breaks, labels
        self._text = "\n".join(line.of(characters) for line in lines)
        self._starts = [0]
        for line in lines[:-1]:
            self._starts.append(self._starts[-1] + line.end - line.start + 1)
        self._parts: list[_Part] = []
        self._brackets: list[int] = []
        self._runs: list[_Run] = []
        self._code: dict[int, list[int]] | None = None

    def read(self) -> list[tuple[str, int, int]]:
        """Give the words in pieces, each with the stretch of the file it stands for."""
        position = 0
        while mark := MARK.search(self._text, position):
            self._keep(position, mark.start())
            position = self._take(mark)
        self._keep(position, len(self._text))
        self._pair_runs()
        return [(part.words, part.start, part.end) for part in self._parts if part.words]

    def _place(self, position: int) -> int:
        line = bisect_right(self._starts, position) - 1
        return self._lines[line].start + position - self._starts[line]

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            self._put(self._text[start:end], start, end)

    def _put(self, words: str, start: int, end: int) -> None:
        self._parts.append(_Part(words, self._place(start), self._place(end - 1) + 1))

    def _take(self, mark: re.Match[str]) -> int:
        """Take in one mark; give the position after what it covers."""
        start, end = mark.span()
        kind = mark.lastgroup
        if kind == "escaped":
            self._put(mark["escaped"], start, end)
        elif kind == "entity":
            self._take_entity(start, end)
        elif kind == "auto":
            self._keep(start + 1, end - 1)
        elif kind == "code":
            return self._take_code(start, end)
        elif kind == "html":
            return self._take_tag(start, end)
        elif kind == "open":
            self._brackets.append(len(self._parts))
            self._keep(start, end)
        elif kind == "close":
            return self._take_close(start, end)
        elif kind == "run":
            self._take_run(start, end)
        elif kind == "line":
            self._take_line(start)
        return end

    def _take_entity(self, start: int, end: int) -> None:
        character = unescape(self._text[start:end])
        if character not in INVISIBLE:
            self._put(character, start, end)

    def _take_code(self, start: int, end: int) -> int:
        if self._code is None:
            self._code = {}
            for run in re.finditer("`+", self._text):
                self._code.setdefault(run.end() - run.start(), []).append(run.start())
        closers = self._code.get(end - start, [])
        index = bisect_left(closers, end)
        if index == len(closers):
            self._keep(start, end)
            return end
        position = end
        while (line_end := self._text.find("\n", position, closers[index])) >= 0:
            self._keep(position, line_end)
            self._take_line(line_end)
            position = line_end + 1
        self._keep(position, closers[index])
        return closers[index] + end - start

    def _take_tag(self, start: int, end: int) -> int:
        tag = self._text[start:end].lower()
        if tag.startswith("<br"):
            self._put("\n", start, end)
        elif tag.startswith("<sup") and (footnote := FOOTNOTE_MARK.match(self._text, start)):
            return footnote.end()
        return end

    def _take_line(self, start: int) -> None:
        line = bisect_right(self._starts, start) - 1
        words = "\n" if line in self._breaks or self._text[start - 1 : start] == "\\" else " "
        self._parts.append(
            _Part(words, self._lines[line].end, max(self._lines[line].end, self._lines[line + 1].start))
        )

    def _take_close(self, start: int, end: int) -> int:
        opened = self._brackets.pop() if self._brackets else None
        tail = None if opened is None else self._link_tail(opened, start)
        if opened is None or tail is None:
            self._keep(start, end)
            return end
        if self._parts[opened].words == "![":  # a picture: its words are not seen
            del self._parts[opened + 1 :]
            while self._runs and self._runs[-1].index > opened:
                self._runs.pop()
        self._parts[opened].words = ""
        return tail

    def _link_tail(self, opened: int, start: int) -> int | None:
        if tail := LINK_TAIL.match(self._text, start):
            return tail.end()
        reference = REFERENCE_TAIL.match(self._text, start)
        if reference is None or not self._labels:
            return None
        words = [part.words for part in self._parts[opened + 1 : opened + 40]]
        label = reference[1] or "".join(words)[:LONGEST_LABEL]
        return reference.end() if " ".join(label.split()).upper() in self._labels else None

    def _take_run(self, start: int, end: int) -> None:
        before = self._text[start - 1] if start else " "
        after = self._text[end] if end < len(self._text) else " "
        left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
        right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
        opens, closes = left, right
        if self._text[start] == "_":
            opens, closes = left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
        self._runs.append(_Run(len(self._parts), self._text[start], end - start, opens, closes))
        self._keep(start, end)

    def _pair_runs(self) -> None:
        openers: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
        for run in self._runs:
            waiting = openers[run.mark]
            while run.closes and run.left and waiting:
                opener = waiting[-1]
                taken = min(2, opener.left, run.left)
                opener.left, run.left = opener.left - taken, run.left - taken
                if run.mark == "~":
                    self._strike(opener.index, run.index)
                if not opener.left:
                    waiting.pop()
            if run.opens and run.left:
                run.was_opener = True
                waiting.append(run)
        for run in self._runs:
            self._shorten(run)

    def _strike(self, first: int, last: int) -> None:
        for part in self._parts[first + 1 : last]:  # what is struck out is no longer said
            part.words = ""

    def _shorten(self, run: _Run) -> None:
        part = self._parts[run.index]
        if not part.words or run.left == len(part.words):
            return
        part.words = part.words[: run.left]
        if run.was_opener:
            part.end = part.start + run.left
        else:
            part.start = part.end - run.left


def _is_mark(character: str) -> bool:
    return category(character)[0] in "PS"
