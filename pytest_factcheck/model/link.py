"""The tie between a mention and a fact."""

from dataclasses import dataclass
from typing import Literal

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.mention import Mention

Strength = Literal["strong", "loose"]


@dataclass(frozen=True, slots=True)
class Link:
    """A mention tied to a fact, or refused; the clues say why, in words an editor understands."""

    mention: Mention
    fact: Fact
    strength: Strength
    clues: tuple[str, ...] = ()
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fact that was considered for a mention and turned down, with the reason."""

    mention: Mention
    fact: Fact
    reason: str
