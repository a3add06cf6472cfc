"""Where sentences begin and end."""

import re
from collections.abc import Iterable, Iterator

from pytest_factcheck.articles.abbreviations import (
    BEFORE_FIGURES,
    CLOCK_FOLLOWERS,
    MAY_END,
    MONTHS,
    SPEECH,
    STARTERS,
    TITLES,
    WEEKDAYS,
)
from pytest_factcheck.articles.parts import Block
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

CANDIDATE = lazy_pattern(
    r"""
    ([.!?…•▪●▸](?<![.!?…][.!?…])[.!?…]*+)    # a stop, or the mark of an item that runs on in one paragraph
    ((?:\s?»|["”’')\]])*)        # what closes with it
    (\s+(?:[•▪●▸]\s+)?|(?=["“‘«]?[A-Z][a-z]))    # scraped copy may lose the blank
    (["“‘«„('\[]*)              # what opens
    ([^\W_]+|\S)               # the word, or the mark, that would begin the next sentence
    """,
    re.VERBOSE,
)
BEFORE_WORD = lazy_pattern(r"[\s(\[“‘\"«/-]")
INLINE_ITEMS = "•▪●▸"
DOTTED = lazy_pattern(r"(?:\w\.)+\w\Z")
ATTRIBUTION = lazy_pattern(rf"(?:[A-Z][\w’'.-]*\s+){{1,4}}(?:{SPEECH})\b")
NOT_AT_THE_START = frozenset(",;:–—-/%")
LONGEST_ABBREVIATION = 16
LONGEST_PLAIN = 6
"""The longest abbreviation without a full stop inside it: "messrs"."""


def split_sentences(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """Divide every block but furniture into sentences; each is trimmed, none crosses the end of a block."""
    return tuple(
        sentence
        for block in blocks
        if block.role != "furniture"
        for sentence in _split_block(text, block.span)
    )


def _split_block(text: str, block: Span) -> Iterator[Span]:
    start, end = block
    for candidate in CANDIDATE.finditer(text, start, end):
        if not _ends_sentence(text, start, candidate):
            continue
        if candidate[1] in INLINE_ITEMS:
            stop, start = Span(start, candidate.start()), candidate.start(4)
            yield Span(stop.start, stop.start + len(stop.of(text).rstrip()))
        else:
            yield Span(start, candidate.end(2))
            start = candidate.start(4)
    if start < end:
        yield Span(start, end)


def _ends_sentence(text: str, start: int, candidate: re.Match[str]) -> bool:
    stop, close, gap, opened, following = candidate.groups()
    if stop in INLINE_ITEMS:
        return not close and candidate.start() > start and text[candidate.start() - 1].isspace()
    if (following[0].islower() and not following[1:2].isupper()) or following in NOT_AT_THE_START:
        return False
    if close and stop[-1] in "!?" and ATTRIBUTION.match(text, candidate.start(5)):
        return False
    if not gap and (following not in STARTERS or not text[candidate.start() - 1].islower()):
        return False
    if stop != "." or close:
        return True
    stop_at = candidate.start()
    if stop_at - start <= 2 and text[start:stop_at].isdecimal():  # "1. A numbered heading"
        return False
    word = text[max(start, stop_at - LONGEST_ABBREVIATION) : stop_at].split(" ")[-1]
    if len(word) > LONGEST_PLAIN and word.isalpha():
        return True
    word = BEFORE_WORD.split(word)[-1]
    return not word or _ends_after(word, following, quoted=bool(opened))


def _ends_after(word: str, following: str, *, quoted: bool) -> bool:
    """Judge a full stop by the words before and after it; `quoted`: a quotation begins between them."""
    lower = word.lower()
    begins = quoted or following in STARTERS
    if lower in ("a.m", "p.m"):
        return following not in CLOCK_FOLLOWERS and not following[0].isdigit()
    if len(word) == 1:
        return begins if word.isalpha() and (word.isupper() or lower in BEFORE_FIGURES) else True
    if lower in BEFORE_FIGURES:
        return not following[0].isdigit()
    if lower in TITLES:
        return False
    if lower in MONTHS and word[0].isupper():
        return begins
    if lower in MAY_END or (lower in WEEKDAYS and word[0].isupper()) or DOTTED.match(word):
        return begins
    return True
