"""Words and marks of a sentence, with their offsets."""

import re
from functools import cache
from typing import NamedTuple

from pytest_factcheck.model.span import Span


class Token(NamedTuple):
    """A word, a figure or one punctuation mark; `low` is the word in lower case without a possessive ending."""

    start: int
    end: int
    text: str
    low: str
    possessive: bool = False

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word or figure, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Tell whether the word is written with a capital."""
        return self.text[0].isupper()


_make = tuple.__new__  # a named tuple's own __new__ is a Python function: twice the time, for every word


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
        (                                         # a word, and what makes it a possessive
          (?:[A-Z]\.){2,}                         # U.S., J.K.
        | \d[\d,.\u202f\u2009]*\d | \d          # 1,500 and 3.75, left whole
        | [^\W_]+ (?:['’](?![sS]\b)[^\W\d_]+)*  # words, o'clock and O'Neill included
        )
        ( ['’][sS]\b | (?<=s)['’](?=\s) )?
        | [^\w\s]                                # one mark at a time
        """,
        re.VERBOSE,
    )


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Split a stretch of text into words and marks; "Russia's" is one token, its `low` is "russia"."""
    tokens = []
    for found in _pattern().finditer(text, *span):
        start, end = found.span()
        whole = found.group()
        word, owner = found.groups()
        low = (word or whole).casefold()
        tokens.append(_make(Token, (start, end, whole, low, owner is not None)))
    return tuple(tokens)
