"""Numbers: how many there are of something."""

from dataclasses import replace
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from pytest_factcheck.language.fairness import agrees
from pytest_factcheck.language.points import in_points
from pytest_factcheck.language.scores import VOTED
from pytest_factcheck.language.values import NumberValue, is_negative
from pytest_factcheck.model.figure import Alternative, Figure
from pytest_factcheck.model.mention import Mention, Value
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.verdict import Comparison

MEASURES_BELOW_ZERO = ("degree", "point", "°", "celsius", "fahrenheit", "metre", "meter")
"""Parts of the units that may go below zero; whatever else is counted may not."""


GROUPED_BY_POINT = lazy_pattern(r"\d{1,3}\.\d{3}")
"""Digits that may be a decimal or, as on the Continent, thousands: "800.000"."""


def _thousandfold(value: Value) -> Value:
    return value * 1000 if isinstance(value, int | float) else value


ALREADY_PLURAL = frozenset(
    "people men women children staff personnel police dead wounded cattle sheep".split()
)
SHORTEST_NOUN = 4
"""Letters of the shortest noun that takes an "s"; shorter ones are signs of measures."""


def plural(noun: str) -> str:
    """Give a counted noun its plural, if it has none yet: "point" is "points", "people" and "km" stay."""
    is_open = noun.isalpha() and len(noun) >= SHORTEST_NOUN and not noun.endswith("s")
    return f"{noun}s" if is_open and noun not in ALREADY_PLURAL else noun


class OtherNumber(Alternative):
    """Another number that goes by the same words."""

    number: NumberValue


class Number(Figure):
    """A count, a measure, a share written as a fraction, or the number of an article or a resolution.

    ## What it checks
    The numbers that an article gives for the counted noun (`unit`) of the subject (`of`), in digits or
    words, with their hedges.

    ## Why it matters
    Figures are the part of an article that readers quote and that nobody can check by ear: a slipped digit
    or a million for a billion reads as well as the truth.

    ## Examples that contradict and that agree
    The orchestra has 96 musicians (`unit: musicians, players`, `of: orchestra`):

    - contradicts: "the 69-member orchestra", "an orchestra of more than 120 musicians"
    - agrees: "the orchestra's 96 players", "nearly 100 musicians of the orchestra"

    ## What it leaves alone
    Parts ("12 musicians of the orchestra left"), additions ("20 more musicians"), numbers of another noun
    or of another owner, and whatever `also_true` declares.
    """

    kind: ClassVar[str] = "number"
    value_keys: ClassVar[tuple[str, ...]] = ("number",)
    takes: ClassVar[frozenset[str]] = frozenset(
        {"number", "quantity", "label", "ordinal", "percent", "money"}
    )

    number: NumberValue
    unit: tuple[str, ...] = ()
    also_true: tuple[OtherNumber, ...] = ()

    @model_validator(mode="after")
    def _counts_are_not_negative(self) -> Self:
        measured = any(part in unit.casefold() for unit in self.unit for part in MEASURES_BELOW_ZERO)
        if is_negative(self.number) and not measured:
            raise ValueError("A count cannot be negative: write the number without its sign.")
        return self

    def units(self) -> tuple[str, ...]:
        """List the counted nouns or measures."""
        return self.unit

    def subjects(self) -> tuple[str, ...]:
        """List whose number it is; a fact that does not say so is known by its unit and its doer."""
        return self.setting.names.expand(self.of or (*self.unit, *self.by))

    def compare(self, mention: Mention, published: date | None) -> Comparison:
        """Hold a stated number against the fact's; percent and points are brought to one measure."""
        true = self.number
        if mention.label == "score":
            return Comparison(self._agrees_with_score(mention.value), mention.text, self._expected(mention))
        if mention.kind == "percent":
            expected = f"{true.text} {self.unit[0] if self.unit else ''}".rstrip()
            return Comparison(False, mention.text, expected, "percent is not the same as percentage points")
        stated = in_points(mention, self.unit)
        agreed = agrees(stated, true, is_count=not stated.unit)
        if agreed is False and GROUPED_BY_POINT.fullmatch(
            mention.text[-7:].lstrip("abcdefghijklmnopqrstuvwxyz ")
        ):
            agreed = agrees(replace(stated, value=_thousandfold(stated.value), grain=None), true)
        return Comparison(agreed, mention.text, self._expected(mention))

    def _agrees_with_score(self, score: Value) -> bool | None:
        """Hold "6-3" or "six to three" against one side's number.

        A vote has one result and can be wrong; a game has many, at half time and in the end.
        """
        if not isinstance(score, tuple) or not self.unit or None in score:
            return None
        if self.number.value in score:
            return True
        first, second = score
        is_vote = any(unit.casefold().split()[-1] in VOTED for unit in self.unit)
        told = isinstance(first, int | float) and isinstance(second, int | float) and first > second
        return False if is_vote and told else None

    def _expected(self, mention: Mention) -> str:
        """Write the fact's number with its noun: "20 points", "Article 5"."""
        true = self.number
        if not self.unit:
            return true.text
        if mention.label == "identifier":
            return f"{self.unit[0].capitalize()} {true.text}"
        noun = self.unit[0]
        plural = f"{noun}s"
        return (
            f"{true.text} {plural if true.value != 1 and (plural in self.unit or noun == 'point') else noun}"
        )
