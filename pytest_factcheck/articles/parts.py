"""The parts of an article: its blocks of text, and the words between quotation marks."""

from dataclasses import dataclass
from typing import Literal

from pytest_factcheck.model.span import Span

BlockRole = Literal["paragraph", "heading", "item", "cell", "quote", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or quoted block; `lead` is the index of the block that
    introduces it (the line before a list, the header cell of a column), or None.

    `span` holds the words alone: no list mark, no white space around them. A block of furniture is what a
    page carries beside its article ("Post a Comment"); its words belong to no sentence.
    """

    span: Span
    role: BlockRole
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; `span` holds the words without the marks.

    `text[opened:closed]` are the words with their marks. A quotation that runs over paragraphs is one
    `Quotation` for each paragraph, all but the first with `continues`; one that is never closed ends
    at its block.
    """

    span: Span
    opened: int
    closed: int
    continues: bool = False
