"""What a fact says about itself, made ready for linking: its phrases, its own names, its own dates."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from pytest_factcheck.language.deeds import deeds_of
from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.language.points import is_points
from pytest_factcheck.linking import words
from pytest_factcheck.linking.sentence import Sentence, Unit, root, stem
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.figure import Figure
from pytest_factcheck.model.mention import TIME_UNITS, Days, Mention
from pytest_factcheck.model.pattern import lazy_pattern

_WORD = lazy_pattern(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*")
_OWNER = lazy_pattern(r"['’]s$|(?<=s)['’]$")
_CAPITALISED = lazy_pattern(r"(?<![\w'’.])[A-Z][\w'’-]*[^\W\d_]")
Phrase = tuple[str, ...]
Holder = tuple[str, str]
"""A person, and the office held."""


@lru_cache(maxsize=20_000)
def split_words(text: str) -> tuple[str, ...]:
    """Split into lower-case words, possessive endings dropped, hyphens kept."""
    return tuple(_OWNER.sub("", word.casefold()) for word in _WORD.findall(text))


@dataclass(frozen=True, eq=False)
class Phrases:
    """A word list ready to be met in a sentence: by plural-blind stems, or by verb-blind roots if `loose`."""

    texts: tuple[str, ...]
    loose: bool = False

    @cached_property
    def by_last(self) -> dict[str, tuple[Phrase, ...]]:
        """The phrases by their last word, the longest first."""
        reduce = root if self.loose else stem
        table: dict[str, list[Phrase]] = {}
        for text in self.texts:
            phrase = tuple(reduce(word) for word in split_words(text))
            if phrase:
                table.setdefault(phrase[-1], []).append(phrase)
        return {last: tuple(sorted(phrases, key=len, reverse=True)) for last, phrases in table.items()}

    def ends_at(self, sentence: Sentence, index: int) -> int:
        """How many units the longest phrase that ends at this unit takes; 0 if none does."""
        return self.met(sentence).get(index, 0)

    def met(self, sentence: Sentence) -> dict[int, int]:
        """The units at which a phrase ends, in order, each with how many units the longest one takes."""
        known = sentence.met.get(self)
        if known is None:
            known = sentence.met[self] = self._meet(sentence) if self.texts else {}
        return known

    def _meet(self, sentence: Sentence) -> dict[int, int]:
        places = sentence.places(self.loose)
        found: dict[int, int] = {}
        for last in self.by_last.keys() & places.keys():
            phrases = self.by_last[last]
            for index in places[last]:
                length = self._longest(sentence, index, phrases)
                if length:
                    found[index] = length
        if self.loose:
            for index, unit in enumerate(sentence.units):
                if unit.mention is not None and self._in_figure(unit.mention.text):
                    found[index] = 1
        return dict(sorted(found.items())) if len(found) > 1 else found

    def _longest(self, sentence: Sentence, index: int, phrases: tuple[Phrase, ...]) -> int:
        reduce = root if self.loose else stem
        for phrase in phrases:
            length = len(phrase)
            if length == 1 or (length <= index + 1 and _same(sentence, index, phrase, reduce)):
                return length
        return 0

    def _in_figure(self, text: str) -> bool:
        """Tell whether one of the words stands inside a figure or a time: "February" in "12 February 2024"."""
        words = tuple(root(part) for word in split_words(text) for part in word.split("-"))
        return any(
            phrase == words[at : at + len(phrase)]
            for at, word in enumerate(words)
            for phrases in (self.by_last.get(word, ()),)
            for phrase in phrases
            if len(phrase) == 1
        ) or any(_padded(phrase).strip() and _padded(phrase) in _padded(text) for phrase in self._long)

    @cached_property
    def _long(self) -> tuple[str, ...]:
        return tuple(text for text in self.texts if len(split_words(text)) > 1)

    def stand_in(self, sentence: Sentence, first: int = 0, last: int | None = None) -> list[int]:
        """List the units at which a phrase ends, between two units."""
        met = self.met(sentence)
        end = len(sentence.units) if last is None else last
        return [at for at in met if first <= at < end] if met else []


def _same(sentence: Sentence, index: int, phrase: Phrase, reduce: object) -> bool:
    start = index - len(phrase) + 1
    units = sentence.units[start : index + 1]
    return all(reduce(unit.low) == word for unit, word in zip(units, phrase, strict=True))  # type: ignore[operator]


class Profile:
    """One figure fact, with all that linking asks of it worked out once."""

    def __init__(
        self, fact: Figure, story_days: tuple[Days, ...] = (), holders: tuple[Holder, ...] = ()
    ) -> None:
        self.fact = fact
        self.story_days = story_days
        """Days that other facts of the same file name: an article may date a figure by them."""
        self._holders = holders if fact.kind in ("event", "date") else ()
        names = fact.setting.names
        self.of = Phrases(names.expand(fact.of))
        self.by = Phrases(names.expand(fact.by))
        self.with_ = Phrases(names.expand(fact.with_), loose=True)
        self.not_ = Phrases(names.expand(fact.not_), loose=True)
        unit = fact.units()
        self.unit = Phrases(tuple(unit))
        self.deeds = frozenset(deeds_of(fact.of) if fact.kind in ("event", "date") else ()) - {*fact.of}
        """Verbs that tell what the fact's own nouns name."""
        self.subject = self.of if fact.of else Phrases(names.expand((*unit, *fact.by)))
        if self.deeds:
            self.subject = Phrases((*self.of.texts, *sorted(self.deeds)))

    @cached_property
    def sentence_words(self) -> frozenset[str]:
        """The words of the fact's sentence, of its word lists and of its doers, lower case and stemmed."""
        fact = self.fact
        texts = (fact.fact, *fact.of, *fact.by, *fact.with_, *fact.units())
        return frozenset(form for text in texts for word in split_words(text) for form in _forms(word))

    @cached_property
    def own_names(self) -> frozenset[str]:
        """Single words of every name that belongs to the fact, with all accepted forms, lower case."""
        fact, names = self.fact, self.fact.setting.names
        texts = [fact.fact, *fact.of, *fact.by, *fact.with_, *fact.setting.story]
        said = _padded(" ".join(texts))
        known = [
            key for key, forms in names.forms.items() if any(_padded(form) in said for form in (key, *forms))
        ]
        expanded = [form for key in known for form in names.all_forms(key)]
        return frozenset(
            part for text in (*texts, *expanded) for word in split_words(text) for part in _forms(word)
        )

    @cached_property
    def proper_names(self) -> tuple[str, ...]:
        """Every accepted form of the names that the fact's sentence holds, as written; empty if it names nothing."""
        names = self.fact.setting.names
        sentence = self.fact.fact
        found = [
            name.group()
            for name in _CAPITALISED.finditer(sentence, 1)
            if name.group().casefold() not in words.MONTHS | words.WEEKDAYS | words.TITLES
        ]
        said = _padded(sentence)
        known = [
            key for key, forms in names.forms.items() if any(_padded(form) in said for form in (key, *forms))
        ]
        return tuple(dict.fromkeys((*found, *names.expand(known))))

    @cached_property
    def names_of_story(self) -> frozenset[str]:
        """The words of every name that the facts file declares, and of its `story`, lower case."""
        setting = self.fact.setting
        texts = [
            *setting.story,
            *(form for key in setting.names.forms for form in setting.names.all_forms(key)),
        ]
        return frozenset(word for text in texts for word in split_words(text))

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words of the fact's names, lower case: at the head of a sentence a capital does not show a name."""
        return frozenset(word for name in self.proper_names for word in split_words(name))

    @cached_property
    def named(self) -> frozenset[str]:
        """House spellings of the declared names that stand in the fact's sentence."""
        names, said = self.fact.setting.names, _padded(self.fact.fact)
        return frozenset(
            key for key, forms in names.forms.items() if any(_padded(form) in said for form in (key, *forms))
        )

    def says_together(self, name: str, noun: str) -> bool:
        """Tell whether the fact's own sentence or words have that name right before that noun."""
        texts = (self.fact.fact, *self.fact.of)
        return any(f" {name} {noun} " in _padded(text) for text in texts)

    @cached_property
    def dates(self) -> tuple[Days, ...]:
        """The times that the fact's sentence and value name."""
        found = [
            m.value
            for m in find_mentions(self.fact.fact, self.fact.setting.as_of)
            if isinstance(m.value, Days)
        ]
        values = [getattr(self.fact, key, None) for key in self.fact.value_keys]
        found += [v.value for v in values if isinstance(v, Mention) and isinstance(v.value, Days)]
        return tuple(found)

    @cached_property
    def takes(self) -> frozenset[str]:
        """The kinds of mention that may state the fact; one that counts days takes lengths of time too."""
        counts_time = any(f"{stem(unit.casefold().split()[-1])}s" in TIME_UNITS for unit in self.unit.texts)
        return self.fact.takes | {"duration"} if counts_time else self.fact.takes

    @cached_property
    def is_points(self) -> bool:
        """Tell whether the fact counts percentage points or basis points."""
        return any(is_points(unit) for unit in self.fact.units())

    @cached_property
    def epochs(self) -> dict[str, str]:
        """What the fact's sentence says of a season or a term: "last" of the season."""
        return epochs(split_words(self.fact.fact))

    @cached_property
    def is_change(self) -> bool:
        """Tell whether the fact states by how much something changed."""
        changes = (
            words.CHANGE_NOUNS
            | words.CHANGE_BEFORE
            | {"cut", "reduction", "raise", "raised", "lowered", "growth"}
        )
        return bool(changes & self.sentence_words)

    @cached_property
    def is_plan(self) -> bool:
        """Tell whether the fact itself is a forecast, a demand or a plan."""
        return bool(words.PLANNED & self.sentence_words) or " will " in self.fact.fact

    @cached_property
    def is_attributed(self) -> bool:
        """Tell whether the fact's own sentence says whose word it is: "The ministry says 38 have died"."""
        return not words.SPEECH.isdisjoint(split_words(self.fact.fact)[:5])

    @cached_property
    def whole(self) -> float | None:
        """The whole of which the fact counts a part: nine for "six of the nine members"; None if it states none."""
        value = self.fact.value_of()
        found = [m.value for m in find_mentions(self.fact.fact, None) if isinstance(m.value, int | float)]
        rest = [number for number in found if number != value]
        return float(rest[0]) if self.is_part and len(rest) == 1 else None

    @cached_property
    def is_part(self) -> bool:
        """Tell whether the fact's own sentence counts a part: "six of the nine members"."""
        return bool(re.search(r"\bof (?:the|its|all) \w+ ", self.fact.fact))

    def owns(self, unit: Unit) -> bool:
        """Tell whether a name belongs to this fact, or is of one who stands for a party of its event."""
        parts = unit.low.split("-")
        if any(part in self.own_names or stem(part) in self.own_names for part in parts):
            return True
        return bool(self._holders) and not self._standing.isdisjoint(parts)

    @cached_property
    def _standing(self) -> frozenset[str]:
        """Names of those who hold an office of somebody the event names: whoever governs it does what it does."""
        names = self.fact.setting.names
        found = [
            person
            for person, office in self._holders
            if any(_padded(form) in _padded(office) for key in self.named for form in names.all_forms(key))
        ]
        return frozenset(
            word
            for person in found
            for form in (person, *names.all_forms(person))
            for word in split_words(form)
        )


def holders(facts: Iterable[Fact]) -> dict[int, tuple[Holder, ...]]:
    """List who holds which office in each file, by the id of the file's setting."""
    found: dict[int, tuple[Holder, ...]] = {}
    for fact in facts:
        person, office = getattr(fact, "person", None), getattr(fact, "office", None)
        if fact.kind == "office" and isinstance(person, str) and isinstance(office, str):
            found[id(fact.setting)] = (*found.get(id(fact.setting), ()), (person, office))
    return found


def epochs(lows: Sequence[str]) -> dict[str, str]:
    """Tell which season, term and the like a text speaks of: the noun, and the word that picks it out."""
    pairs = pairwise(lows)
    return {noun: which for which, noun in pairs if noun in words.EPOCHS and which in words.WHICH_EPOCH}


def _forms(word: str) -> set[str]:
    return {word, stem(word), *word.split("-")}


@lru_cache(maxsize=20_000)
def _padded(text: str) -> str:
    return f" {' '.join(split_words(text))} "


def story_days(facts: Iterable[Fact]) -> dict[int, tuple[Days, ...]]:
    """List the single days that the date facts of each file name, by the id of the file's setting."""
    found: dict[int, tuple[Days, ...]] = {}
    for fact in facts:
        days = fact.value_of() if fact.kind == "date" and isinstance(fact, Figure) else None
        if isinstance(days, Days) and "day" in days.given:
            found[id(fact.setting)] = (*found.get(id(fact.setting), ()), days)
    return found
