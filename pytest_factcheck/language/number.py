"""What one number of a text is, and the gaps that its words may have."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

LONGEST_RUN = 40
"""Digits in a row beyond which a run is no figure of anything."""


GAP = r"(?:[^\S\n]{1,4}\n?[^\S\n]{0,4}|\n[^\S\n]{0,4})"
"""A space between two words of one expression, a line break included, a blank line not."""


DASH = "-‐‑–—"


@dataclass(frozen=True, slots=True)
class Number:
    """One number as written; `scale` is the factor that its last word gave ("1.5 million": 1000000)."""

    start: int
    end: int
    value: int | float
    grain: float | None
    rules: tuple[str, ...]
    scale: int = 1


def plain(value: Decimal | int | float) -> int | float:
    """Give a whole number as int and any other as float."""
    return int(value) if value == int(value) else float(value)
