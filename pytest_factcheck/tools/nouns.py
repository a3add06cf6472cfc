"""Words that may own a figure: the names and noun phrases of its sentence, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pytest_factcheck.facts.advice import general_words
from pytest_factcheck.linking.owner import counted, of_phrase
from pytest_factcheck.linking.sentence import Sentence, Unit
from pytest_factcheck.model.mention import Mention

RUN = re.compile(r"[nN]+")
LONGEST = 4
"""Words of the longest phrase; longer ones are hardly ever written twice."""

PLURALS = frozenset("people children women men police fish sheep cattle staff crew".split())

PREPOSITIONS = "oitfab"
"""The letters of prepositions in a sentence that was taken apart."""

BEHIND_PREPOSITION = 15
"""By how many words a noun behind a preposition counts as farther off."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december day week month year time today".split()
)


def counted_noun(sentence: Sentence, mention: Mention, text: str) -> str:
    """Give the noun that a figure counts ("12 [cranes]"); empty if none follows it."""
    first, last = counted(sentence, _figure(sentence, mention))
    runs = list(RUN.finditer(sentence.letters, first, last))
    units = sentence.units[runs[-1].start() : runs[-1].end()] if runs else ()
    plurals = [unit for unit in units if unit.low.endswith("s") or unit.low in PLURALS]
    return _words((plurals or units)[-1:], text) if units else ""


def owners(sentence: Sentence, mention: Mention, text: str) -> list[str]:
    """List what the figure may belong to; whole phrases before their last words."""
    figure = _figure(sentence, mention)
    runs = sorted(RUN.finditer(sentence.letters), key=lambda run: _distance(run, figure, sentence.letters))
    first, last = of_phrase(sentence, figure)
    owned = [run for run in runs if first <= run.start() < last]
    rest = [run for run in runs if run not in owned]
    found = (phrase for run in (*owned, *rest) for phrase in _phrases(sentence, run, text))
    return list(dict.fromkeys(found))


def _figure(sentence: Sentence, mention: Mention) -> int:
    return sentence.unit_at(mention.start)


def _distance(run: re.Match[str], figure: int, letters: str) -> int:
    # What stands before a figure is more often its subject than what stands behind it, and in "the vote of
    # the dockers" it is the vote.
    if run.start() >= figure:
        return 2 * (run.start() - figure)
    before = letters[: run.start()].rstrip("djh")[-1:]
    return figure - run.end() + (BEHIND_PREPOSITION if before and before in PREPOSITIONS else 0)


def _phrases(sentence: Sentence, run: re.Match[str], text: str) -> Iterator[str]:
    units = sentence.units[run.start() : run.end()]
    if len(units) <= LONGEST and not any(unit.possessive for unit in units[:-1]):
        yield from filter(None, [_usable(_words(units, text))])
    yield from filter(None, [_usable(_words(units[-1:], text))])


def _usable(words: str) -> str:
    low = words.casefold()
    is_common = low in general_words() or low in CALENDAR or len(low) < 3
    return "" if is_common or "," in words or any(char.isdigit() for char in words) else words


def _words(units: Sequence[Unit], text: str) -> str:
    words = " ".join(text[units[0].start : units[-1].end].split())
    return re.sub(r"['’]s?$", "", words)
