"""The case for linking one figure to one fact, as it is put together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from pytest_factcheck.linking import words
from pytest_factcheck.linking.owner import Tie
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.linking.sentence import Sentence, Unit

CLAUSE_END = frozenset(";s")


@dataclass
class Case:
    """The case for linking one figure to one fact, as it is put together."""

    profile: Profile
    sentence: Sentence
    figure: int
    tie: Tie
    published: date | None
    clues: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    bonus: float = 0.0
    at_own_time: bool = False
    overruled: bool = False
    text: str = ""
    """The article, to see where paragraphs end."""
    earlier: Callable[[], Sentence | None] = lambda: None
    """Gives the sentence before, taken apart when first asked for."""

    @property
    def before(self) -> Sentence | None:
        """The sentence before, if there is one."""
        return self.earlier()

    @property
    def published_year(self) -> int | None:
        """The year of publication, if the article states its day."""
        return self.published.year if self.published else None

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of the sentence."""
        return self.sentence.units

    def low(self, index: int) -> str:
        """The word at a unit, empty outside the sentence."""
        lows = self.sentence.lows
        return lows[index] if 0 <= index < len(lows) else ""

    def says_now(self) -> bool:
        """Tell whether the clause speaks of the present in so many words."""
        first, last = segment(self)
        return not words.NOW.isdisjoint(self.sentence.lows[first:last])

    def is_present(self) -> bool:
        """Tell whether the figure is stated of the present, and no time stands in the sentence: "seven have died"."""
        if "T" in self.sentence.letters:
            return False
        first, last = sorted((self.tie.subject, self.figure))
        around = {self.low(at) for at in range(first, min(last + 4, len(self.units)))}
        return bool(around & words.PRESENT) and not around & {"had", "was", "were"}

    def clause(self, at: int) -> tuple[int, int]:
        """First unit of the clause that holds a unit, and the one after its last."""
        letters = self.sentence.letters
        first = at
        while first > 0 and letters[first - 1] not in CLAUSE_END:
            first -= 1
        last = at + 1
        while last < len(letters) and letters[last] not in CLAUSE_END:
            last += 1
        return first, last


def said(case: Case, first: int, last: int) -> str:
    """Give the words of some units, for a message."""
    units = case.units[first:last]
    return " ".join(unit.mention.text if unit.mention else unit.low for unit in units)


def segment(case: Case) -> tuple[int, int]:
    """Units from one comma or harder mark to the next, around the figure."""
    letters, first, last = case.sentence.letters, case.figure, case.figure + 1
    while first > 0 and letters[first - 1] not in ",;s" and case.figure - first < 14:
        first -= 1
    while last < len(letters) and letters[last] not in ",;s" and last - case.figure < 8:
        last += 1
    return first, last
