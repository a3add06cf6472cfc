"""One number with the unit that stands at it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from pytest_factcheck.language.number import Number, plain
from pytest_factcheck.language.units import Unit
from pytest_factcheck.model.mention import Mention, MentionKind
from pytest_factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """One number with the unit that stands at it, if any."""

    start: int
    end: int
    number: Number
    unit: Unit | None = None
    length: Mention | None = None

    @property
    def is_bare(self) -> bool:
        """Tell whether no unit stands at the number."""
        return self.unit is None and self.length is None


def mention_of(text: str, term: Term, *extra: str) -> Mention:
    """Make the mention of one number with its unit."""
    if term.length:
        return replace(term.length, rules=(*extra, *term.length.rules))
    number, unit = term.number, term.unit
    kind, name, factor = kind_of_unit(unit)
    value = number.value if factor == 1 else plain(Decimal(repr(number.value)) * Decimal(repr(factor)))
    grain = number.grain * factor if number.grain else None
    rules = (*extra, *((kind, unit.rule) if unit else (kind,)), *number.rules)
    span = Span(number.start, number.end)
    return Mention(
        term.start, term.end, text[term.start : term.end], kind, value, name, None, span, grain, rules
    )


def kind_of_unit(unit: Unit | None) -> tuple[MentionKind, str | None, float]:
    """Give the kind of mention that a unit makes, the unit it carries and the factor into it."""
    if not unit:
        return "number", None, 1.0
    kind: MentionKind = "number" if unit.kind == "points" else unit.kind
    return kind, unit.name, unit.factor
