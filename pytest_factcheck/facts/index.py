"""The index from the words of an article to the facts that it speaks of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from pytest_factcheck.facts.unhurried import unhurried
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.pattern import lazy_pattern

SHORTEST_PLURAL = 4
"""Letters of the shortest word that is also found with an "s" behind it; "it" is not "its"."""

RUN = lazy_pattern(r"\s\s+")
SPACES = "\t\n\r\xa0\u2007\u2009\u202f\u2028"
BREAK = "\x00"


class Hit(NamedTuple):
    """A subject word where it stands in the text, as the facts file writes it."""

    start: int
    end: int
    word: str


class _Group(NamedTuple):
    """The facts of one file that have the same subject words: their hits are found once."""

    setting: int
    facts: list[Fact]


@dataclass(slots=True)
class _Word:
    """What one word leads to: groups of facts, and the settings whose story it tells."""

    word: str
    exact: bool
    groups: list[int] = field(default_factory=list)
    stories: list[int] = field(default_factory=list)


class SubjectIndex:
    """One automaton over the subject words of all facts and the story words of all files.

    A word is found in any case, unless it is an abbreviation in capitals ("US" is not "us"), at the bounds of
    a word, with any space or line break between its parts, and with an "s" behind it.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._words: dict[tuple[str, bool], _Word] = {}
        self._groups: list[_Group] = []
        self._open: set[int] = set()
        with unhurried():
            self._read(facts)
            self._build()

    def find(self, text: str, published: date | None) -> dict[str, tuple[Hit, ...]]:
        """Find the facts that a text speaks of, each with the places of its subject words, in their order."""
        flat, places = _flatten(text)
        hits = self._hits(flat)
        told = self._open.union(self._stories(hits))
        found: dict[int, list[Hit]] = {}
        for word, start, end in hits:
            hit = Hit(places.back(start), places.back(end - 1) + 1, word.word)
            for group in word.groups:
                if self._groups[group].setting in told:
                    found.setdefault(group, []).append(hit)
        spoken = ((self._groups[group].facts, tuple(hits)) for group, hits in found.items())
        return {fact.id: hits for facts, hits in spoken for fact in facts if fact.holds_on(published)}

    def told(self, text: str) -> list[int]:
        """List the settings whose `story` words a text holds."""
        return list(dict.fromkeys(self._stories(self._hits(_flatten(text)[0]))))

    @staticmethod
    def _stories(hits: Iterable[tuple[_Word, int, int]]) -> Iterator[int]:
        return chain.from_iterable(word.stories for word, _, _ in hits if word.stories)

    def _read(self, facts: Iterable[Fact]) -> None:
        settings: dict[int, Fact] = {}
        groups: dict[tuple[int, tuple[str, ...]], int] = {}
        for fact in facts:
            setting = id(fact.setting)
            settings.setdefault(setting, fact)
            words = tuple(dict.fromkeys(fact.subjects()))
            group = groups.setdefault((setting, words), len(groups))
            if group == len(self._groups):
                self._groups.append(_Group(setting, []))
                for word in words:
                    self._entry(word).groups.append(group)
            self._groups[group].facts.append(fact)
        for setting, fact in settings.items():
            self._add_story(setting, fact)

    def _entry(self, word: str) -> _Word:
        plain = _plain(" ".join(word.split()))
        exact = word.isupper() and any(letter.isalpha() for letter in word)
        return self._words.setdefault((plain, exact), _Word(word, exact))

    def _add_story(self, key: int, fact: Fact) -> None:
        if not fact.setting.story:
            self._open.add(key)
        for word in fact.setting.names.expand(fact.setting.story):
            # "museum", another form of one museum's name, is told of by any story of a museum
            if word in fact.setting.story or not word.islower():
                self._entry(word).stories.append(key)

    def _build(self) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self._entries: Sequence[_Word] = tuple(self._words.values())
        patterns = [plain for plain, _ in self._words]
        self._automaton = AhoCorasick(patterns, implementation=Implementation.DFA) if patterns else None

    def _hits(self, text: str) -> list[tuple[_Word, int, int]]:
        if self._automaton is None:
            return []
        plain = _plain(text)
        hits = []
        for index, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if start and plain[start - 1].isalnum() and plain[start].isalnum():
                continue
            word = self._entries[index]
            full = _word_end(plain, start, end)
            if full and (not word.exact or text[start:end].isupper()):
                hits.append((word, start, full))
        return hits


def _word_end(text: str, start: int, end: int) -> int:
    """Give where the word ends that was found, its plural "s" included; 0 if it goes on as another word."""
    if not text[end - 1].isalnum() or not text[end : end + 1].isalnum():
        return end
    is_plural = text[end] == "s" and end - start >= SHORTEST_PLURAL and not text[end + 1 : end + 2].isalnum()
    return end + 1 if is_plural else 0


def _plain(text: str) -> str:
    """Write a text in lower case and with plain spaces and apostrophes, character for character."""
    low = text.lower()
    if len(low) != len(text):  # "İ" is two characters in lower case
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    for letter in SPACES:
        low = low.replace(letter, " ")
    return low if low.isascii() else low.replace("’", "'").replace("‑", "-")


class _Places:
    """Where the runs of spaces stood that were shortened, to find the way back."""

    def __init__(self) -> None:
        self.ends, self.lost = [0], [0]

    def add(self, end: int, lost: int) -> None:
        """Note where a run ended in the short text, and how many characters are lost by then."""
        self.ends.append(end)
        self.lost.append(lost)

    def back(self, at: int) -> int:
        """Turn an offset of the short text into one of the text itself."""
        return at + self.lost[bisect_right(self.ends, at) - 1]


def _flatten(text: str) -> tuple[str, _Places]:
    """Shorten each run of spaces to one; a blank line becomes a mark that no word goes over."""
    pieces: list[str] = []
    places, last, lost = _Places(), 0, 0
    for run in RUN.finditer(text):
        pieces += (text[last : run.start()], BREAK if run.group().count("\n") > 1 else " ")
        last = run.end()
        lost += len(run.group()) - 1
        places.add(last - lost, lost)
    return "".join((*pieces, text[last:])), places
