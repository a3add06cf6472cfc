"""Plain text: the text is the file itself."""

from pytest_factcheck.articles.front_matter import read_front_matter
from pytest_factcheck.articles.layout import lay_out
from pytest_factcheck.articles.page import Page
from pytest_factcheck.articles.source import Source

SUFFIXES = (".txt", ".text", "")


def read(characters: str) -> Page:
    """Take the file's characters as they are; front matter belongs to no block."""
    if not characters.startswith(("---", "+++")):
        return Page(characters, Source(characters))
    front = read_front_matter(characters)
    return Page(characters, Source(characters), lay_out(characters, front.end), front.publication)
