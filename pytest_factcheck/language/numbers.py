"""One number, in digits or words, with its scale and its fraction."""

from __future__ import annotations

import re
from dataclasses import replace

from pytest_factcheck.language.digits import read_digits
from pytest_factcheck.language.fractionwords import read_fraction, read_share_of
from pytest_factcheck.language.lexicon import VULGAR
from pytest_factcheck.language.number import DASH, GAP, Number, plain
from pytest_factcheck.language.numberwords import read_words
from pytest_factcheck.model.pattern import lazy_pattern

__all__ = ["DASH", "GAP", "Number", "plain", "read_number"]

_SIGN = lazy_pattern(r"[-−–](?=[.\d])|-[^\S\n](?=\d)|(?:minus|negative)" + GAP, re.IGNORECASE)


def read_number(text: str, at: int, *, money: bool = False) -> Number | None:
    """Read the one number that begins exactly at that offset; behind a currency sign "m" means million."""
    if at >= len(text):
        return None
    sign = _SIGN.match(text, at)
    if sign:
        number = _read_unsigned(text, sign.end(), money)
        return (
            replace(number, start=at, value=-number.value, rules=("minus", *number.rules)) if number else None
        )
    return _read_unsigned(text, at, money)


def _read_unsigned(text: str, at: int, money: bool) -> Number | None:
    mark = text[at : at + 1]
    if mark in VULGAR:
        over, under = VULGAR[mark]
        return Number(at, at + 1, over / under, None, ("fraction",))
    if mark.isdecimal() or mark == ".":
        number = read_digits(text, at, money)
        return (read_share_of(text, number) or number) if number else None
    if not mark.isalpha():
        return None
    return read_fraction(text, at) or _read_shared_words(text, at)


def _read_shared_words(text: str, at: int) -> Number | None:
    number = read_words(text, at)
    return (read_share_of(text, number) or number) if number else None
