"""The tie between a mention and a fact."""

from dataclasses import dataclass
from typing import Literal

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.mention import Mention

Strength = Literal["strong", "loose"]


@dataclass(frozen=True, slots=True)
class Link:
    """A mention tied to a fact; the clues say why, in words an editor understands.

    `slip` names the slip of the pen that would turn the fact's value into the stated one, if there is one. `tied` is
    False where the subject only stands near; `overruled` is True where something speaks against the link and only
    the exact figure for it.
    """

    mention: Mention
    fact: Fact
    strength: Strength
    clues: tuple[str, ...] = ()
    cost: float = 0.0
    slip: str = ""
    tied: bool = True
    overruled: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fact that was considered for a mention and turned down, with the reason."""

    mention: Mention
    fact: Fact
    reason: str
