"""A stretch that holds a number but states no amount."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch that holds a number but states no amount; `name` says what kind of label it is."""

    start: int
    end: int
    name: str
    noun: str | None = None
    value: float | tuple[float, float] | None = None
    figure: tuple[int, int] | None = None


NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
).split()


def plain_int(figure: str) -> float | None:
    """Give a run of digits as a number; None if it is more than that."""
    return int(figure) if figure.isdecimal() and len(figure) < 12 else None
