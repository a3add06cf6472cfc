"""Words of an article in the form in which they are found again after an edit elsewhere."""

import unicodedata

from pytest_factcheck.model.pattern import lazy_pattern

WORD = lazy_pattern(r"\w+(?:[.,'’-]\w+)*|[^\w\s]")
MARKS = frozenset(".,;:!?\"'“”‘’()[]–—…*_")
"""What does not count: an editor may change it and leave the statement as it is."""


def same_words(text: str) -> str:
    """Bring words to the form in which they are compared: no case, no line breaks, no punctuation.

    >>> same_words("“Nearly  three-year”")
    'nearly three-year'
    """
    flat = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(word for word in WORD.findall(flat) if word not in MARKS)


def holds(text: str, words: str) -> bool:
    """Tell whether whole words stand in a text; both in the form of `same_words`."""
    return f" {words} " in f" {text} "
