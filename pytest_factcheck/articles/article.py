"""The article as the later stages see it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pytest_factcheck.model.span import Span

BlockRole = Literal["paragraph", "heading", "item", "cell", "quote", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or quoted block; `lead` is the index of the block that
    introduces it (the line before a list, the header cell of a column), or None."""

    span: Span
    role: BlockRole
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; `span` holds the words without the marks."""

    span: Span
    opened: int
    closed: int
