"""Shares in words, vague amounts and multiples: "nearly all of", "tens of thousands", "doubled"."""

from __future__ import annotations

import re

from pytest_factcheck.language.label import Label
from pytest_factcheck.language.lexicon import SCALES, VAGUE
from pytest_factcheck.language.number import GAP, Number
from pytest_factcheck.model.pattern import lazy_pattern

_OF_WHAT = rf"(?!{GAP}(?:it|this|that|these|those|which|whom|us|you|them|his|her|my|your|our|their)\b)"
_WHOLE = lazy_pattern(
    rf"(?P<none>none{GAP}of|hardly{GAP}any{GAP}of)\b{_OF_WHAT}"
    rf"|(?:all|(?:the{GAP})?(?:whole|entirety)){GAP}of\b(?!{GAP}a{GAP}sudden\b){_OF_WHAT}"
    rf"|(?:entirely|wholly)\b",
    re.IGNORECASE,
)
_THE_BEFORE = lazy_pattern(rf"\bthe{GAP}$", re.IGNORECASE)

MULTIPLES = {
    "twice": 2,
    "thrice": 3,
    **dict.fromkeys("double doubled doubles doubling twofold".split(), 2),
    **dict.fromkeys("triple tripled triples tripling treble trebled threefold".split(), 3),
    **dict.fromkeys("quadruple quadrupled fourfold".split(), 4),
    **dict.fromkeys("halve halved halves halving".split(), 0.5),
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
    "hundredfold": 100,
}
"""Words that say by how much something grew or shrank."""

ANCHORS = ("none", "hardly", "all", "whole", "entirety", "entirely", "wholly", *MULTIPLES)


def read_share(text: str, at: int, word: str) -> Label | None:
    """Read "all of", "none of", "entirely" as a share of the whole; "doubled", "twofold" as a multiple."""
    if word in MULTIPLES:
        return Label(at, at + len(word), "multiple", value=MULTIPLES[word])
    found = _WHOLE.match(text, at)
    if not found:
        return None
    before = _THE_BEFORE.search(text, max(0, at - 6), at) if word in ("whole", "entirety") else None
    return Label(before.start() if before else at, found.end(), "share", value=0.0 if found["none"] else 1.0)


_VAGUE = lazy_pattern(
    rf"(?P<first>{'|'.join(VAGUE)})(?:{GAP}of{GAP}(?P<second>hundreds|thousands|millions|billions))?(?:(?P<more>{GAP}of{GAP}(?:thousands|millions))?)\b",
    re.IGNORECASE,
)


Vague = tuple[Number, tuple[float, float | None]]
"""A vague amount, and the range that it leaves open."""

_SEVERAL = lazy_pattern(
    rf"(?:(?:a{GAP})?few|several|(?P<two>(?:a{GAP})?couple(?:{GAP}of)?)){GAP}(?P<scale>hundred|dozen|{'|'.join(SCALES)})\b",
    re.IGNORECASE,
)


def read_several(text: str, at: int) -> Vague | None:
    """Read "several hundred", "a few million", "a couple of dozen"."""
    found = _SEVERAL.match(text, at)
    if not found:
        return None
    name = found["scale"].lower()
    scale = SCALES.get(name) or (12 if name == "dozen" else 100)
    high = 2 * scale if found["two"] else 10 * scale
    return Number(at, found.end(), 2 * scale, None, ("vague",), scale), (2 * scale, high)


def read_vague(text: str, at: int) -> Vague | None:
    """Read "tens of thousands", "dozens" as a range that is open where the words leave it so."""
    found = _VAGUE.match(text, at)
    if not found:
        return None
    first = VAGUE[found["first"].lower()]
    second = VAGUE[found["second"].lower()] if found["second"] else 1
    if (first == 10 and second == 1) or (
        first == 20 and not text[found.end() : found.end() + 4].lstrip().startswith("of")
    ):
        return None
    low = 2 * first * second
    high = None if first >= 1000 and second == 1 else first * second * 10
    return Number(at, found.end(), low, None, ("vague",)), (low, high)
