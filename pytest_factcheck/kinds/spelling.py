"""Spellings: how the house writes a name."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import ClassVar

from pydantic import field_validator

from pytest_factcheck.language.personal import fold
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.language.titles import families
from pytest_factcheck.language.titlewords import STARTERS
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.link import Strength
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.verdict import Finding, Outcome

WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ADDRESS_MARKS = "@#/\\_=&?+~"
SHORTEST_TWIN = 5
"""Letters of the shortest surname of which one or two may be wrong."""
SHORTEST_ALONE = 7
"""Letters of the shortest name that is recognised without a first name, beside one of the fact's words."""


class Spelling(Fact):
    """The way the house writes a name.

    ## What it checks
    Whether the name and its accepted forms (`names`) are written with their capitals, and whether a name in
    the text that has the same first name misses its surname by a letter or two.

    ## Why it matters
    A misspelt name is the first thing that its bearer sees, and the error that no spell-checker finds.

    ## Examples that contradict and that agree
    Ilse Marevik (`spelling: Ilse Marevik`, accepted as well: Marevik):

    - contradicts: "Ilse marevik", "Ilse Marevick said"
    - agrees: "Ilse Marevik", "Marevik said", "ILSE MAREVIK" in a headline

    ## What it leaves alone
    Other people's names however similar, names in capitals, addresses of the web and of mail, handles, and
    ordinary words that a surname is as well ("bush").
    """

    kind: ClassVar[str] = "spelling"
    value_keys: ClassVar[tuple[str, ...]] = ("spelling",)

    spelling: str

    @field_validator("spelling")
    @classmethod
    def _is_written(cls, text: str) -> str:
        text = " ".join(text.split())
        if not any(char.isalpha() for char in text):
            raise ValueError("Write the name as it should stand in an article.")
        return text

    def subjects(self) -> tuple[str, ...]:
        """List the name's accepted forms and its first word, by which a misspelt surname is found."""
        first = self.spelling.split()[0]
        context = (*self.with_, *self.of) if len(self.spelling.split()) == 1 else ()
        return tuple(dict.fromkeys((*self._forms, *((first,) if len(first) > 2 else ()), *context)))

    def find(self, reading: Reading) -> tuple[Finding, ...]:
        """Look at every place where the name, or nearly the name, is written."""
        found: dict[int, Finding] = {}
        taken: set[int] = set()
        for form in sorted(self._forms, key=len, reverse=True):
            for start, end in _places(reading.low, form.lower()):
                if start in taken or end - 1 in taken:
                    continue
                taken.update(range(start, end))
                finding = self._judge(reading, start, end, form)
                if finding is not None:
                    found[start] = finding
        for finding in self._misspelt(reading):
            if finding.start not in taken and finding.end - 1 not in taken:
                found.setdefault(finding.start, finding)
        return tuple(found[start] for start in sorted(found))

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.spelling, *self.setting.names.all_forms(self.spelling))))

    @cached_property
    def _declared(self) -> frozenset[str]:
        """Every word of every declared name, folded: none of them is a misspelling."""
        listed = (form for key, forms in self.setting.names.forms.items() for form in (key, *forms))
        return frozenset(fold(word) for form in (*listed, *self._forms) for word in form.split())

    def _judge(self, reading: Reading, start: int, end: int, form: str) -> Finding | None:
        text = reading.text
        written = text[start:end]
        if _is_address(text, start, end):
            return None
        if " ".join(written.split()) == form or written.isupper() or form.isupper():
            return self._finding(reading, start, end, "agrees", "strong", "an accepted form")
        if written.title() == written and form.casefold() == form:
            return None
        if self._is_certain(reading, start, form):
            return self._finding(
                reading, start, end, "contradicts", "strong", f"written otherwise than “{form}”"
            )
        if self._follows_its_name(reading, start, form):
            return self._finding(
                reading, start, end, "contradicts", "strong", f"written otherwise than “{form}”"
            )
        return None

    def _is_certain(self, reading: Reading, start: int, form: str) -> bool:
        """Tell whether other capitals can only be a slip: several words, or the declared name itself."""
        if " " in form:
            return True
        inner = any(char.isupper() for char in form[1:])
        return form == self.spelling and (inner or (len(form) >= 4 and form.casefold() not in STARTERS))

    def _follows_its_name(self, reading: Reading, start: int, form: str) -> bool:
        """Tell whether the word before is a first name or a title, so that no ordinary word is meant."""
        before = WORD.findall(reading.text[max(0, start - 40) : start])
        if not before or reading.text[start - 1 : start] != " ":
            return False
        firsts = {other.split()[0].casefold() for other in self._forms if " " in other}
        word = before[-1].casefold()
        return (
            word in firsts or (word in families() and before[-1][0].isupper()) or word in ("mr", "mrs", "ms")
        )

    def _misspelt(self, reading: Reading) -> Iterator[Finding]:
        for form in self._forms:
            parts = form.split()
            if len(parts) > 1:
                yield from self._beside_first_name(reading, parts[0], parts[-1], len(parts))
        if " " not in self.spelling and len(self.spelling) >= SHORTEST_ALONE and (self.with_ or self.of):
            yield from self._beside_context(reading)

    def _beside_first_name(self, reading: Reading, first: str, last: str, size: int) -> Iterator[Finding]:
        """Find the first name with a surname that is nearly the right one."""
        text = reading.text
        for start, end in _places(reading.low, first.lower()):
            if (
                not text[start].isupper()
                or text[end : end + 1] not in (" ", "\n")
                or _is_address(text, start, end)
            ):
                continue
            following = [
                match for _, match in zip(range(size + 1), WORD.finditer(text, end, end + 60), strict=False)
            ]
            if len(following) < size - 1:
                continue
            match = following[size - 2]
            if text[end : match.start()].strip(
                ". -" if size == 2 else ". -abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
            ):
                continue
            word = _bare(match.group())
            if self._is_twin(word, last):
                stop = match.start() + len(word)
                reason = f"“{word}” is nearly “{last}”, and no accepted form"
                yield self._finding(reading, start, stop, "contradicts", "strong", reason)

    def _beside_context(self, reading: Reading) -> Iterator[Finding]:
        """Find a word that is nearly the name, in a sentence with one of the fact's words."""
        text = reading.text
        cues = [cue.casefold() for cue in (*self.with_, *self.of)]
        for match in _capitalised(text):
            word = _bare(match.group())
            if word[0] == self.spelling[0] and self._is_twin(word, self.spelling):
                sentence = reading.sentence_at(match.start())
                if any(cue in reading.low[sentence.start : sentence.end] for cue in cues):
                    reason = f"“{word}” is nearly “{self.spelling}”, and no accepted form"
                    yield self._finding(
                        reading, match.start(), match.start() + len(word), "contradicts", "strong", reason
                    )

    def _is_twin(self, word: str, name: str) -> bool:
        """Tell whether a word misses the name by a letter or two and is no declared name itself."""
        one, other = fold(word), fold(name)
        if not word[0].isupper() or len(other) < SHORTEST_TWIN or one == other or one in self._declared:
            return False
        if _is_derived(one, other):
            return False
        room = 1 if len(other) < SHORTEST_ALONE else 2
        if abs(len(one) - len(other)) > room:
            return False
        from rapidfuzz.distance import OSA  # its import takes 5 ms, and not every run compares spellings

        return OSA.distance(one, other, score_cutoff=room) <= room

    def _finding(
        self, reading: Reading, start: int, end: int, outcome: Outcome, strength: Strength, reason: str
    ) -> Finding:
        written = " ".join(reading.text[start:end].split())
        return Finding(start, end, outcome, strength, f"“{written}”", f"“{self.spelling}”", (reason,))


def _places(low: str, form: str) -> Iterator[tuple[int, int]]:
    """Find a form at the bounds of words, with any single space or line break between its parts."""
    first, *rest = form.split()
    at = low.find(first)
    while at >= 0:
        end = at + len(first)
        for part in rest:
            gap = low[end : end + 1]
            end = end + 1 + len(part) if gap.isspace() and low.startswith(part, end + 1) else -1
            if end < 0:
                break
        if end > 0 and not low[end : end + 1].isalnum() and not (at and low[at - 1].isalnum()):
            yield at, end
        at = low.find(first, at + 1)


def _is_address(text: str, start: int, end: int) -> bool:
    """Tell whether the word is a part of a web address, a mail address, a handle or a file name."""
    before = text[start - 1 : start] if start else " "
    after = text[end : end + 1]
    if (before and before in ADDRESS_MARKS) or (after and after in ADDRESS_MARKS.replace("?", "")):
        return True
    if after == "." and text[end + 1 : end + 2].isalnum() and text[end + 1 : end + 2].islower():
        return True
    return before in (".", "-") and start > 1 and not text[start - 2].isspace() and text[start - 2].islower()


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _is_derived(word: str, name: str) -> bool:
    """Tell whether a word is the name with an ending: a plural or an adjective."""
    return word.startswith(name) and word[len(name) :] in ("s", "es", "n", "an", "i", "a", "ic")


@cache
def _capital_pattern() -> re.Pattern[str]:
    return re.compile(r"\b[^\W\d_a-z][^\W\d_]{5,}(?:['’][^\W\d_]+)?")


def _capitalised(text: str) -> Iterator[re.Match[str]]:
    return _capital_pattern().finditer(text)
