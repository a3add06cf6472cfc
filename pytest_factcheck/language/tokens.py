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


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?:[A-Z]\.){2,}                         # U.S., J.K.
        | \d[\d,.\u202f\u2009]*\d | \d          # 1,500 and 3.75, left whole
        | [^\W_]+ (?:['’](?![sS]\b)[^\W\d_]+)*  # words, o'clock and O'Neill included
        | [^\w\s]                               # one mark at a time
        """,
        re.VERBOSE,
    )


_POSSESSIVE = re.compile(r"['’][sS]\b|(?<=s)['’](?=\s)")


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Split a stretch of text into words and marks; "Russia's" is one token, its `low` is "russia"."""
    tokens = []
    at, end = span
    match_owner = _POSSESSIVE.match
    for found in _pattern().finditer(text, at, end):
        start, stop = found.span()
        if start < at:
            continue
        word = found.group()
        owner = match_owner(text, stop, end) if word[-1].isalnum() or word[-1] == "." else None
        at = owner.end() if owner else stop
        tokens.append(Token(start, at, text[start:at], word.casefold(), owner is not None))
    return tuple(tokens)
