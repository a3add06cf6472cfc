"""A time and a subject word of one sentence, with what stands between them."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.linking.sentence import Sentence, Unit, root
from pytest_factcheck.model.mention import Mention

LONGEST = 18  # units between the two beyond which no construction ties them
TIMES_OF_DAY = frozenset(
    """dawn midnight noon midday sunrise sunset daybreak nightfall dusk dark lunch lunchtime breakfast dinner teatime
    kick-off closing""".split()
)
_NONE = Mention(0, 0, "", "number", None)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True)
class Pair:
    """A time (`figure`) and a subject word that ends at a unit and takes so many."""

    profile: Profile
    sentence: Sentence
    figure: int
    subject: int
    length: int

    @property
    def is_ahead(self) -> bool:
        """Tell whether the time stands before the subject."""
        return self.subject > self.figure

    @property
    def mention(self) -> Mention:
        """The time itself."""
        return self.sentence.units[self.figure].mention or _NONE

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.profile.fact.kind

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The first unit between the two, and the one after the last."""
        if self.is_ahead:
            return self.figure + 1, self.subject - self.length + 1
        last = self.figure
        while last - 1 > self.subject and self.sentence.letters[last - 1] == "j":
            last -= 1  # "for barely [a year]"
        return self.subject + 1, last

    @cached_property
    def letters(self) -> str:
        """The class letters of what stands between; "before dawn" is left out of them."""
        first, last = self.bounds
        row = self.sentence.letters[first:last]
        for at in range(len(row) - 1, 0, -1):
            if row[at - 1] in "si" and self.sentence.units[first + at].low in TIMES_OF_DAY:
                row = row[: at - 1] + row[at + 1 :]
        return row

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """What stands between."""
        return self.sentence.units[slice(*self.bounds)]

    @cached_property
    def lows(self) -> frozenset[str]:
        """The words between."""
        return frozenset(unit.low for unit in self.units)

    @property
    def last_low(self) -> str:
        """The last word between, empty if nothing stands there."""
        return self.units[-1].low if self.units else ""

    def low(self, index: int) -> str:
        """The word at a unit of the sentence, empty outside it."""
        units = self.sentence.units
        return units[index].low if 0 <= index < len(units) else ""

    def before(self, steps: int = 1) -> str:
        """The word so many units before the time."""
        return self.low(self.figure - steps)

    def after(self, steps: int = 1) -> str:
        """The word so many units after the time."""
        return self.low(self.figure + steps)

    def fits(self, pattern: str) -> bool:
        """Tell whether what stands between is of that pattern of class letters."""
        return len(self.letters) <= LONGEST and _compiled(pattern).fullmatch(self.letters) is not None

    @property
    def is_deed(self) -> bool:
        """Tell whether the subject is a verb: "suspended", "deliberated"."""
        return self.sentence.letters[self.subject] == "v"

    @cached_property
    def own_roots(self) -> frozenset[str]:
        """The roots of the fact's own words."""
        return frozenset(root(word) for word in self.profile.sentence_words)
