"""A sentence taken apart into units: words, marks and whole figures, each with a class letter.

| letter | unit | letter | unit |
|---|---|---|---|
| F | a figure that could state a fact | T | a time (date, duration) |
| n | content word | N | a name |
| j | adverb | d | determiner, possessive pronoun |
| o | of | b | by |
| i | other preposition | t | to |
| f | from | a | at |
| v | verb | x | auxiliary, modal |
| c | and, or | s | subordinator (while, but, than) |
| r | relative pronoun | u | pronoun |
| , | comma | ; | harder mark |
| q | quotation mark | h | hyphen that joins |

A possessive name or word keeps its letter; `possessive` tells. The letters let constructions be written as
regular expressions over a string of one letter a unit.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from pytest_factcheck.language.reading import Reading
from pytest_factcheck.language.tokens import Token
from pytest_factcheck.linking import words
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

HYPHENS = "-–‑"
DASHES = "-–—"
QUOTES = '"“”„«»'
SOFT_MARKS = ","
HARD_MARKS = ";:—–()[]/|•…!?"


_make = tuple.__new__  # a named tuple's own __new__ is a Python function: twice the time, for every word


class Unit(NamedTuple):
    """One unit of a sentence; `low` and `stem` are of the word, empty for a figure."""

    letter: str
    start: int
    end: int
    low: str
    stem: str
    possessive: bool = False
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a row of units; `letters` is one class letter a unit."""

    span: Span
    units: tuple[Unit, ...]
    letters: str
    starts: tuple[int, ...]
    is_title: bool
    lows: tuple[str, ...] = ()
    """The words of the units, lower case."""
    met: dict[object, dict[int, int]] = field(default_factory=dict, repr=False, compare=False)
    """Where the phrases of facts end that were looked for, and how many units each takes."""
    _places: dict[bool, dict[str, list[int]]] = field(default_factory=dict, repr=False, compare=False)

    def places(self, loose: bool) -> dict[str, list[int]]:
        """The units of each word, by stems or, if `loose`, by roots."""
        known = self._places.get(loose)
        if known is None:
            known = self._places[loose] = {}
            for at, unit in enumerate(self.units):
                if unit.mention is None:
                    known.setdefault(root(unit.low) if loose else unit.stem, []).append(at)
        return known

    def unit_at(self, offset: int) -> int:
        """Number of the unit that holds the offset, or of the nearest one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Reduce a lower-case word to the form by which plurals meet their singular."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """Reduce a lower-case word further, so that the forms of a verb meet: lowered, lowering, lowers."""
    base = stem(word)
    for ending in ("ing", "ed"):
        if base.endswith(ending) and len(base) > len(ending) + 2:
            base = base[: -len(ending)]
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "sl":
                base = base[:-1]
            break
    return base.removesuffix("e")


@cache
def _letters() -> dict[str, str]:
    table: dict[str, str] = {}
    for letter, members in (
        ("v", words.verbs()),
        ("j", words.ADVERBS),
        ("i", words.PREPOSITIONS),
        ("u", words.PRONOUNS),
        ("d", words.DETERMINERS),
        ("s", words.SUBORDINATORS),
        ("r", words.RELATIVES - {"that"}),
        ("c", words.COORDINATORS),
        ("x", words.AUXILIARIES),
        ("o", {"of"}),
        ("b", {"by"}),
        ("t", {"to"}),
        ("f", {"from"}),
        ("a", {"at"}),
    ):
        table.update(dict.fromkeys(members, letter))
    return table


def names_one(sentence: Sentence) -> bool:
    """Tell whether the names of a sentence stand in one run: it speaks of one person at most."""
    return len(re.findall("N+", sentence.letters)) == 1


def is_counted(sentence: Sentence, subject: int, length: int) -> bool:
    """Tell whether a noun is counted: "with 91 votes on Friday" dates no vote."""
    at = subject - length
    return at >= 0 and sentence.letters[at] == "F" and sentence.units[subject].low.endswith("s")


def is_indefinite(sentence: Sentence, subject: int, length: int) -> bool:
    """Tell whether a noun is told of for the first time: "a tremor", "another strike"."""
    at = subject - length
    while at >= 0 and sentence.letters[at] in "jnvh":
        at -= 1
    return at >= 0 and sentence.units[at].low in ("a", "an", "another")


def take_apart(reading: Reading, span: Span) -> Sentence:
    """Make the units of a sentence."""
    tokens = _without_dateline(reading.text, span, reading.tokens(span))
    mentions = _mentions_in(reading, span)
    is_title = _is_title(tokens)
    units = _units(tokens, mentions, is_title)
    letters = _as_nouns("".join([unit.letter for unit in units]), units)
    starts = tuple([unit.start for unit in units])
    return Sentence(span, units, letters, starts, is_title, tuple([unit.low for unit in units]))


SETTLED = frozenset("nNvid")
"""Class letters that the neighbours of a word may change; "new", "as" and "that" are of them."""


def _as_nouns(letters: str, units: tuple[Unit, ...]) -> str:
    """Settle what a word is by its neighbours: "of the vote" is a noun, "the plan that failed" a relative."""
    row = list(letters)
    for at in range(1, len(row)):
        if row[at] not in SETTLED:
            continue
        before, low = row[at - 1], units[at].low
        after = row[at + 1] if at + 1 < len(row) else ""
        if low == "new" and at + 1 < len(row) and units[at + 1].low == "year":
            row[at] = "n"
        if low == "as" and (before == "," or units[at - 1].low in ("even", "just")):
            row[at] = "s"
        if low == "that" and before in "nN," and after in "xvNd":
            row[at] = "r"
        if (
            row[at] == "n"
            and before in "nN"
            and after in "duN"
            and low.endswith("s")
            and not low.endswith("ss")
        ):
            row[at] = "v"
        if row[at] == "v" and _is_noun(row, at, units, after):
            row[at] = "n"
    return "".join(row)


def _is_noun(row: list[str], at: int, units: tuple[Unit, ...], after: str) -> bool:
    low = units[at].low
    if units[at].letter == "n":
        return False
    is_past = low.endswith("ed") or low in _irregular()
    if row[at - 1] in "dohi" or units[at - 1].possessive:
        return not is_past or after in ("n", "N", "v")
    if is_past or row[at - 1] not in "nNF":
        return False
    if after and after in "vx":
        return True
    start = at - 1
    while start > 0 and row[start] in "nNhj":
        start -= 1
    if row[start] in "oiFbaf":
        return True
    return row[start] == "d" and (not after or after in ",;oc")


@cache
def _irregular() -> frozenset[str]:
    return frozenset(words.IRREGULAR.split()) - {
        "cut",
        "hit",
        "set",
        "cost",
        "cast",
        "put",
        "split",
        "spread",
        "shot",
    }


_DATELINE = lazy_pattern(r"\s*[A-Z][A-Z'’. -]{2,}(?:,[^–—\n-]{1,40})?(?:\([^()\n]{2,30}\))?\s*[–—-]+\s")


def _without_dateline(text: str, span: Span, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out "BERLIN, Dec 15 (Reuters) -": it says where and when the article was written."""
    found = _DATELINE.match(text, span.start, min(span.end, span.start + 90))
    if found is None:
        return tokens
    return tuple(token for token in tokens if token.start >= found.end())


def _mentions_in(reading: Reading, span: Span) -> list[Mention]:
    mentions = reading.mentions
    first = bisect_left(mentions, span.start, key=_start)
    last = bisect_left(mentions, span.end, key=_start)
    return list(mentions[first:last])


def _start(mention: Mention) -> int:
    return mention.start


def _is_title(tokens: tuple[Token, ...]) -> bool:
    """Tell whether the words are set in capitals or title case, so that a capital tells nothing of a name."""
    if not tokens or tokens[-1].text == ".":
        return False
    firsts = [token.text[0] for token in tokens if len(token.text) > 3]
    firsts = [first for first in firsts if first.isalnum() and not first.isdigit()]
    return len(firsts) >= 3 and sum([first.isupper() for first in firsts]) > 0.8 * len(firsts)


def _units(tokens: tuple[Token, ...], mentions: list[Mention], is_title: bool) -> tuple[Unit, ...]:
    units: list[Unit] = []
    at, count, m = 0, len(tokens), 0
    while at < count:
        token = tokens[at]
        while m < len(mentions) and mentions[m].end <= token.start:
            m += 1
        if m < len(mentions) and mentions[m].start < token.end:
            mention = mentions[m]
            while at < count and tokens[at].start < mention.end:
                at += 1
            possessive = mention.end < tokens[at - 1].end and tokens[at - 1].possessive
            units.append(_figure(mention, possessive))
            m += 1
            continue
        if token.text in DASHES and _is_dash(tokens, at):
            # "the peninsula - which fell in 2014 - and": a dash parts what a comma would part
            goes_on = at + 1 < count and tokens[at + 1].low in words.RELATIVES
            units.append(Unit("," if goes_on else ";", token.start, token.end, token.text, token.text))
            at += 1
            continue
        is_first = not units or units[-1].letter in ";q"
        last = _compound(tokens, at) if at + 2 < count and tokens[at + 1].text in HYPHENS else at
        if last == at:
            start, end, text, low, possessive = token
            letter, stemmed = _classed(text, low, is_title, is_first)
            units.append(_make(Unit, (letter, start, end, low, stemmed, possessive, None)))
        else:
            units.append(_joined(tokens[at : last + 1], is_title, is_first))
        at = last + 1
    return tuple(units)


def _is_dash(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a hyphen or dash has space on both sides."""
    before, after = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    return bool(before and after) and before[0].end < tokens[at].start and tokens[at].end < after[0].start


def _figure(mention: Mention, possessive: bool) -> Unit:
    letter = "T" if mention.kind in ("date", "duration") else "F"
    if mention.kind == "label" and mention.label in ("pronoun", "one of"):
        letter = "u"
    return Unit(letter, mention.start, mention.end, "", "", possessive, mention)


def _compound(tokens: tuple[Token, ...], at: int) -> int:
    """Index of the last token of a compound joined by hyphens without spaces: full-scale, war-damaged."""
    last = at
    while (
        last + 2 < len(tokens)
        and tokens[last].text[0].isalpha()
        and tokens[last + 1].text in HYPHENS
        and tokens[last].end == tokens[last + 1].start
        and tokens[last + 1].end == tokens[last + 2].start
        and tokens[last + 2].text[0].isalpha()
    ):
        last += 2
    return last


def _joined(tokens: tuple[Token, ...], is_title: bool, is_first: bool) -> Unit:
    first, last = tokens[0], tokens[-1]
    low = "-".join(token.low for token in tokens if token.text not in HYPHENS)
    letter, stemmed = _classed(first.text, low, is_title, is_first)
    return Unit(letter, first.start, last.end, low, stemmed, last.possessive)


@lru_cache(maxsize=50_000)
def _classed(text: str, low: str, is_title: bool, is_first: bool) -> tuple[str, str]:
    """Give the class letter and the stem of a word or mark: most words of an article have been met before."""
    return _letter(text, low, is_title, is_first), stem(low)


def _letter(text: str, low: str, is_title: bool, is_first: bool) -> str:
    if not text[0].isalnum():
        return _mark(text)
    known = _letters().get(low)
    is_name = text[0].isupper()
    capital = is_name and not is_title and low not in words.MONTHS and low not in words.WEEKDAYS
    if low in words.TITLES and is_name:
        return "n"
    if low in words.NOT_NAMES:
        return known or "n"
    if capital and not is_first and (known is None or known == "v" or text.isupper()) and low != "i":
        return "N"
    if known:
        return known
    if low.endswith("ly") and len(low) > 4:
        return "j"
    if "-" not in low and low.endswith(("ed", "ing")) and len(low) > 5 and low not in words.ING_NOUNS:
        return "v"
    return "n"


def _mark(mark: str) -> str:
    if mark in HYPHENS[:1] or mark == "‑":
        return "h"
    if mark == "+":
        return "j"
    if mark in SOFT_MARKS:
        return ","
    if mark in QUOTES:
        return "q"
    return ";" if mark in HARD_MARKS else "n" if mark in "$€£%°#&'’" else ";"
