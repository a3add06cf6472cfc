"""What a fact is about, word by word, and how much of it a sentence speaks of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from pytest_factcheck.linking import words
from pytest_factcheck.linking.profile import Profile, split_words
from pytest_factcheck.linking.sentence import Sentence, root
from pytest_factcheck.model.fact import Fact

RARE = 0.25  # a word in a larger share of the story's facts tells little of any one of them
FEW = 4  # facts; in so small a story every word tells
OF_ALL = 0.3  # what such a word tells
SHORTEST = 3  # letters of a word that tells anything

PLAIN = """people person year month week day hour minute second time percent per cent million billion thousand hundred
dozen number figure total euro dollar pound crown franc mark new last next one two three four five six seven eight nine
ten make made get got come came go went say said tell told take took give gave put set keep still since until more most
less least many much some few other same full part half third quarter around nearly about only just own time late later
early earlier long short big large small high low great good bad man woman member both first second old"""


@cache
def _plain() -> frozenset[str]:
    closed = (
        words.DETERMINERS,
        words.PREPOSITIONS,
        words.COORDINATORS,
        words.SUBORDINATORS,
        words.RELATIVES,
        words.AUXILIARIES,
        words.PRONOUNS,
        words.ADVERBS,
        words.MONTHS,
        words.WEEKDAYS,
        frozenset(PLAIN.split()),
        frozenset(("of", "by", "to", "from", "at", "not", "will")),
    )
    return frozenset(root(word) for members in closed for word in members)


def is_plain(word: str) -> bool:
    """Tell whether a word is so general that it tells nothing of a fact."""
    return root(word) in _plain()


def roots_of(texts: Iterable[str]) -> frozenset[str]:
    """Reduce texts to the roots of the words that tell something."""
    parts = (part for text in texts for word in split_words(text) for part in {word, *word.split("-")})
    found = {root(part) for part in parts if len(part) >= SHORTEST and not part[0].isdigit()}
    return frozenset(found - _plain())


def common_roots(facts: Iterable[Fact]) -> dict[int, frozenset[str]]:
    """Find the roots that many facts of a file share, by the id of the file's setting."""
    counts: dict[int, Counter[str]] = {}
    totals: Counter[int] = Counter()
    for fact in facts:
        totals[id(fact.setting)] += 1
        counts.setdefault(id(fact.setting), Counter()).update(roots_of((fact.fact, *fact.of, *fact.by)))
    return {
        story: frozenset(word for word, n in counted.items() if n > RARE * max(FEW, totals[story]))
        for story, counted in counts.items()
    }


class Topics:
    """What the facts of a book are about, each worked out when first asked for."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = facts
        self._known: dict[str, dict[str, float]] = {}

    @cached_property
    def _common(self) -> dict[int, frozenset[str]]:
        return common_roots(self._facts)

    def of(self, profile: Profile) -> dict[str, float]:
        """Give the words that a fact is about, with its people's and places' other names, and what each tells."""
        fact = profile.fact
        if fact.id not in self._known:
            texts = (fact.fact, *fact.of, *fact.by, *fact.with_, *fact.units(), *profile.own_names)
            common = self._common.get(id(fact.setting), frozenset())
            self._known[fact.id] = {word: OF_ALL if word in common else 1.0 for word in roots_of(texts)}
        return self._known[fact.id]


def told_by(topic: Mapping[str, float], sentence: Sentence) -> dict[str, float]:
    """Give the words of a fact's topic that a sentence holds, each with what it tells."""
    places = sentence.places(loose=True)
    found = {word: topic[word] for word in topic.keys() & places.keys()}
    for word in places:
        if "-" in word:
            found.update((part, topic[part]) for part in word.split("-") if part in topic)
    return found
