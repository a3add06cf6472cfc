"""Plain text: the text is the file itself."""

from pytest_factcheck.articles.page import Page
from pytest_factcheck.articles.source import Source

SUFFIXES = (".txt", ".text", "")


def read(characters: str) -> Page:
    """Take the file's characters as they are."""
    return Page(characters, Source(characters))
