"""The index from the values that an article states to the facts of its story that may be meant."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from pytest_factcheck.language.fairness import signature
from pytest_factcheck.model.figure import Figure
from pytest_factcheck.model.mention import Mention, Value

NEAR = 1.3  # a hedged or rounded figure lies within this factor of the true one
MOST_TIMES = (
    200  # with more events, dates and lengths than these in one story, only their own days recall them
)


class ValueIndex:
    """The figure facts of one story by their values."""

    def __init__(self, facts: Iterable[Figure]) -> None:
        self._by_signature: dict[str, list[Figure]] = {}
        numbers: list[tuple[float, int, Figure]] = []
        self._times: list[Figure] = []
        for at, fact in enumerate(facts):
            value = fact.value_of()
            if isinstance(value, int | float):
                numbers.append((abs(value), at, fact))
                self._by_signature.setdefault(signature(value), []).append(fact)
            elif not isinstance(value, tuple):
                self._times.append(fact)
        numbers.sort(key=lambda entry: entry[:2])
        self._values = [value for value, _, _ in numbers]
        self._facts = [fact for _, _, fact in numbers]

    def near(self, mention: Mention) -> Iterator[Figure]:
        """Give the facts whose value a figure may state, rightly or by a slip; each once."""
        found: dict[str, Figure] = {}
        for value in _numbers_in(mention.value):
            low, high = sorted((abs(value) / NEAR, abs(value) * NEAR))
            first, last = bisect_left(self._values, low), bisect_right(self._values, high)
            for fact in (*self._facts[first:last], *self._by_signature.get(signature(value), ())):
                found[fact.id] = fact
        if mention.kind in ("date", "duration", "ordinal"):
            found.update((fact.id, fact) for fact in self._times[:MOST_TIMES])
        return (fact for fact in found.values() if mention.kind in fact.takes)


def _numbers_in(value: Value) -> Iterator[float]:
    sides = value if isinstance(value, tuple) else (value,)
    for side in sides:
        if isinstance(side, int | float) and side:
            yield side
