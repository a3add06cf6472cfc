"""The article as the later stages see it."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from pytest_factcheck.articles.days import read_published
from pytest_factcheck.articles.layout import lay_out
from pytest_factcheck.articles.parts import Block as Block
from pytest_factcheck.articles.parts import BlockRole as BlockRole
from pytest_factcheck.articles.parts import Quotation as Quotation
from pytest_factcheck.articles.publication import NO_DATE, Publication, date_text
from pytest_factcheck.articles.quotations import find_quotations
from pytest_factcheck.articles.sentences import split_sentences
from pytest_factcheck.articles.source import Source
from pytest_factcheck.model.span import Span

_NOWHERE = Source("")
_PARTS = ("blocks", "sentences", "quotations", "_starts", "_outer")


@dataclass(frozen=True)
class Article:
    """An article: its text, the parts of it with their offsets, its date, and the way back to the file.

    `published_from` says in words where the date comes from; without a date it is empty.
    Blocks, sentences and quotations are worked out when they are first asked for.
    """

    path: str
    text: str
    published: date | None = None
    published_from: str = ""
    source: Source = field(default=_NOWHERE, repr=False, compare=False)
    laid: tuple[Block, ...] | None = field(default=None, repr=False, compare=False)
    stated: Publication = field(default=NO_DATE, repr=False, compare=False)

    @classmethod
    def from_text(cls, text: str, published: date | str | None = None, path: str = "") -> "Article":
        """Make an article of plain text; a date that is given here counts before one that the text states."""
        stated = date_text(text)
        day = read_published(published)
        if day is not None:
            return cls(path, text, day, "the date given", Source(text), None, stated)
        return cls(path, text, stated.day, stated.origin, Source(text), None, stated)

    def with_published(self, day: date, origin: str) -> "Article":
        """Copy the article with a date from elsewhere; a dateline without a year takes only the year."""
        dated = self.stated.completed(day, origin) if self.published is None else Publication(day, origin)
        copy = replace(self, published=dated.day, published_from=dated.origin)
        copy.__dict__.update({name: self.__dict__[name] for name in _PARTS if name in self.__dict__})
        return copy

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs, headings, items and cells, in order; none lies inside another."""
        return lay_out(self.text) if self.laid is None else self.laid

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order; none crosses the end of a block."""
        return split_sentences(self.text, self.blocks)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks, in the order of the opening marks, nested ones included."""
        return find_quotations(self.text, self.blocks)

    @cached_property
    def _outer(self) -> tuple[list[int], list[Quotation]]:
        outer: list[Quotation] = []
        for quotation in self.quotations:
            if not outer or quotation.opened >= outer[-1].closed:
                outer.append(quotation)
        return [quotation.opened for quotation in outer], outer

    def quotation_around(self, start: int, end: int) -> Quotation | None:
        """Find the outermost quotation that holds a stretch of the text."""
        opened, outer = self._outer
        index = bisect_right(opened, start) - 1
        return outer[index] if index >= 0 and end <= outer[index].closed else None

    def block_at(self, offset: int) -> int | None:
        """Find the index of the block that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.blocks[index].span.end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def locate(self, offset: int) -> tuple[int, int]:
        """Give line and column in the file, both from 1, of a character of the text."""
        return self.source.place(self.source.origin(offset))

    def source_span(self, start: int, end: int) -> Span:
        """Give the stretch of the file's characters that a stretch of the text was read from."""
        return self.source.span(start, end)

    def line_text(self, line: int) -> str:
        """Give a line of the file as it stands there, for an excerpt; lines count from 1."""
        return self.source.line(line)
