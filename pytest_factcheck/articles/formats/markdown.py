"""Markdown: CommonMark with tables and front matter."""

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pytest_factcheck.articles import markup
from pytest_factcheck.articles.builder import TextBuilder
from pytest_factcheck.articles.formats.html import ASIDE, HIDDEN, PageReader
from pytest_factcheck.articles.front_matter import FrontMatter, read_front_matter
from pytest_factcheck.articles.inline import InlineReader
from pytest_factcheck.articles.page import Page
from pytest_factcheck.articles.parts import BlockRole
from pytest_factcheck.articles.source import LINE_END
from pytest_factcheck.articles.table import Table
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown", ".mdown")

CLOSING_HASHES = lazy_pattern(r"(?<=[ \t])#+[ \t]*$")
PIPE = re.compile(r"(?<!\\)\|")


def read(characters: str) -> Page:
    """Read a Markdown file."""
    return _MarkdownReader(characters).read()


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # costs 30 ms: only for those who write Markdown

    return MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable("inline")


class _MarkdownReader:
    """Walks the blocks that markdown-it finds, and reads the words of each."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        self.front = read_front_matter(characters)
        self.lines = _lines(characters)
        self.builder = TextBuilder(characters)
        self.labels: frozenset[str] = frozenset()
        self.depth = {"blockquote": 0, "list_item": 0}
        self.heading = False
        self.cell = ""
        self.leads: list[int | None] = []
        self.table = Table()
        self.row: list[Span] = []

    def read(self) -> Page:
        environment: dict[str, Any] = {}
        body = "\n".join("" if line.end < self.front.end else line.of(self.characters) for line in self.lines)
        tokens = _parser().parse(body, environment)
        self.labels = frozenset(environment.get("references", ()))
        self._add_titles(self.front, has_headline=bool(tokens) and tokens[0].tag == "h1")
        for token in tokens:
            self._take(token)
        text, source, blocks = self.builder.finish()
        return Page(text, source, blocks, self.front.publication)

    def _add_titles(self, front: FrontMatter, *, has_headline: bool) -> None:
        for title in () if has_headline else front.titles:
            self.builder.add(title.of(self.characters), *title)
            self.builder.end_block("heading")
        for standfirst in front.standfirsts:
            self.builder.add(standfirst.of(self.characters), *standfirst)
            self.builder.end_block("paragraph")

    def _take(self, token: "Token") -> None:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "inline":
            self._take_inline(token)
        elif name in self.depth:
            self.depth[name] += token.nesting
        elif name in ("bullet_list", "ordered_list"):
            self._enter_list(token.nesting)
        elif name == "heading":
            self.heading = token.nesting > 0
        elif name in ("table", "tr", "th", "td"):
            self._enter_table(name, token)
        elif name in ("fence", "code_block", "html_block") and token.map:
            self._take_lines(name, token.map[0], token.map[1])

    def _enter_list(self, nesting: int) -> None:
        if nesting > 0:
            self.leads.append(self.builder.last_block)
        elif self.leads:
            self.leads.pop()

    def _enter_table(self, name: str, token: "Token") -> None:
        if token.nesting < 0:
            self.cell = ""
        elif name == "table":
            self.table = Table()
        elif name == "tr":
            self.table.begin_row()
            self.row = self._cells(token.map[0]) if token.map else []
        else:
            self.cell = name
            self.table.begin_cell()

    def _cells(self, number: int) -> list[Span]:
        """Cut a row at its bars, the cells in reverse order, so that the next one is popped off the end."""
        line = self.lines[number]
        bars = [bar.start() for bar in PIPE.finditer(self.characters, line.start, line.end)]
        edges = [line.start - 1, *bars, line.end]
        cells = [_trimmed(self.characters, left + 1, right) for left, right in pairwise(edges)]
        return cells[::-1]

    def _take_inline(self, token: "Token") -> None:
        if not token.content.strip() or not token.map:
            if self.cell and self.row:
                self._next_cell(token.content)
            return
        stretches, breaks = self._stretches(token)
        for words, start, end in InlineReader(self.characters, stretches, breaks, self.labels).read():
            self.builder.add_words(words, start, end)
        role, lead = self._role()
        block = self.builder.end_block(role, lead)
        if self.cell == "th" and block is not None:
            self.table.head(block)

    def _stretches(self, token: "Token") -> tuple[list[Span], set[int]]:
        """Find where the words of each line of a block stand in the file."""
        assert token.map is not None
        if self.cell:
            return [self._next_cell(token.content)], set()
        contents = token.content.split("\n")
        stretches = [self._stretch(token.map[0] + number, content) for number, content in enumerate(contents)]
        return stretches, {number for number, content in enumerate(contents) if content.endswith("  ")}

    def _stretch(self, number: int, content: str) -> Span:
        # What stands before the words of a line (a quote's ">", a list's mark, an indent) varies; what
        # stands after them is white space, or the closing hashes of a heading.
        line = self.lines[min(number, len(self.lines) - 1)]
        raw, words = line.of(self.characters).rstrip(), content.strip()
        if self.heading and not raw.endswith(words):
            raw = CLOSING_HASHES.sub("", raw).rstrip()
        end = line.start + len(raw)
        return Span(end - len(words), end) if raw.endswith(words) else line

    def _next_cell(self, content: str) -> Span:
        wanted = content.strip()
        while self.row:
            cell = self.row.pop()
            if cell.of(self.characters).replace("\\|", "|") == wanted:
                return cell
        return Span(0, 0)

    def _take_lines(self, name: str, first: int, last: int) -> None:
        if name == "html_block":
            start, end = self.lines[first].start, self.lines[min(last, len(self.lines)) - 1].end
            reader = PageReader(self.characters, ASIDE | {HIDDEN}, builder=self.builder)
            for token in markup.scan(self.characters, start, end):
                reader.take(token)
            reader.finish()
            return
        inner = self.lines[first + 1 : last - 1] if name == "fence" else self.lines[first:last]
        for line, after in zip(inner, [*inner[1:], inner[-1]], strict=True) if inner else ():
            self.builder.add(line.of(self.characters), line.start, line.end)
            self.builder.add("\n", line.end, max(line.end, after.start))
        self.builder.end_block("furniture" if name == "fence" else "paragraph")

    def _role(self) -> tuple[BlockRole, int | None]:
        if self.cell:
            return "cell", self.table.lead(is_header=self.cell == "th")
        if self.heading:
            return "heading", None
        if self.depth["list_item"]:
            return "item", self.leads[-1] if self.leads else None
        return ("quote", None) if self.depth["blockquote"] else ("paragraph", None)


def _lines(characters: str) -> list[Span]:
    lines, start = [], 0
    for end in LINE_END.finditer(characters):
        lines.append(Span(start, end.start()))
        start = end.end()
    lines.append(Span(start, len(characters)))
    return lines


def _trimmed(characters: str, start: int, end: int) -> Span:
    words = characters[start:end]
    left = start + len(words) - len(words.lstrip())
    return Span(left, max(left, start + len(words.rstrip())))
