"""What a format's reader hands back."""

from dataclasses import dataclass

from pytest_factcheck.articles.parts import Block
from pytest_factcheck.articles.publication import NO_DATE, Publication
from pytest_factcheck.articles.source import Source


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file, its source, its blocks (None: to be found by layout), and its metadata's date."""

    text: str
    source: Source
    blocks: tuple[Block, ...] | None = None
    metadata: Publication = NO_DATE
