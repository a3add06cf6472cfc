"""Lengths of time: "nearly four-year-old", "three years and nine months", "a decade and a half"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_factcheck.model.mention import Length, Mention

if TYPE_CHECKING:
    from pytest_factcheck.language.numbers import Number

ANCHORS: frozenset[str] = frozenset(
    "a an half several few many some couple decade decades year years month months week weeks day days hour hours"
    " minute minutes fortnight century centuries overnight".split()
)
"""Lower-case words at which `read_unnumbered` may find a duration."""


def read_duration(text: str, number: Number) -> Mention | None:
    """Read a number that a unit of time follows, with all further parts of the length; None if none does."""
    return None


def read_unnumbered(text: str, at: int) -> Mention | None:
    """Read a length of time that begins without a number at that offset ("a fortnight", "several years")."""
    return None


def read_length_text(text: str) -> Length:
    """Read the length that a facts file gives ("3 years 9 months", "PT5H"); ValueError says what is wrong."""
    raise ValueError(f"“{text}” is not a length of time.")
