"""Words of number that count nothing where they stand."""

from __future__ import annotations

import re

from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.pattern import lazy_pattern

_MULTI = lazy_pattern(r"\bmulti[- ]$", re.IGNORECASE)
_LONE_SCALES = frozenset("hundred thousand million billion trillion dozen crore lakh crores lakhs".split())
_HALF_OF_WHAT = lazy_pattern(
    r"\b(?:first|second|latter|other|better|final|top|bottom|opening|third|fourth)[\s-]$", re.IGNORECASE
)


def is_noise(text: str, mention: Mention) -> bool:
    """Tell whether a lone word counts nothing here: "half-empty", "the second half", "per thousand"."""
    if mention.figure.of(text) in _LONE_SCALES and mention.start > 0:
        return mention.rules[0] == "number" or bool(
            _MULTI.search(text, max(0, mention.start - 7), mention.start)
        )
    if mention.rules[0] != "number" or mention.figure.of(text).lower() not in (
        "half",
        "a half",
        "quarter",
        "a quarter",
    ):
        return False
    hyphened = (
        text[mention.end : mention.end + 1] == "-" and text[mention.end + 1 : mention.end + 2].isalpha()
    )
    return hyphened or bool(_HALF_OF_WHAT.search(text[max(0, mention.start - 10) : mention.start]))
