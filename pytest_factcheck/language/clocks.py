"""Times of day."""

from __future__ import annotations

import re

from pytest_factcheck.language.label import NUMBER_WORDS, Label
from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.pattern import lazy_pattern

_CLOCK_TEXT = rf"""
    (?:[01]?\d|2[0-4])
    (?: [:.h][0-5]\d(?::[0-5]\d)?(?=(?P<half>[^\S\n]?(?:[ap]\.m\.?|[ap]m\b)))(?P=half)   # 10.30 a.m.
      | :[0-5]\d(?::[0-5]\d)?(?![\d:]|\.\d)                                            # 10:30
      | h[0-5]\d(?!\w)
      | [^\S\n]?(?:[ap]\.m\.?|[apAP][mM])(?!\w)                                        # 5 p.m.
      | {GAP}o['’]clock
    )
    (?:[^\S\n]?[ap]\.?m\.?(?!\w))?
    (?:[^\S\n](?:GMT|UTC|BST|EST|EDT|ET|CET|CEST|PST|PDT|PT|IST|MSK|local[^\S\n]time)\b)?
    | (?:[01]\d|2[0-3])[0-5]\d[^\S\n]?(?:GMT|UTC|BST|ET|EST|EDT|CET|hours|hrs|Z)\b      # 0200 GMT
    """
_CLOCK = lazy_pattern(_CLOCK_TEXT, re.VERBOSE | re.IGNORECASE)

_CLOCK_RANGE = lazy_pattern(
    rf"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?[^\S\n]?[-–][^\S\n]?(?={_CLOCK_TEXT})", re.VERBOSE | re.I
)


def read_clock(text: str, at: int) -> Label | None:
    """Read "10:30", "5 p.m.", "0200 GMT" at its first digit."""
    ranged = _CLOCK_RANGE.match(text, at)
    found = _CLOCK.match(text, ranged.end() if ranged else at)
    if not found and text[at - 1 : at] in ("\n", ""):
        found = _LINE_CLOCK.match(text, at)
    if not found and text[at - 1 : at] != ".":
        found = _NOUGHT_CLOCK.match(text, at) or _train_time(text, at)
    if not found:
        return None
    return Label(at, found.end(), "time of day")


def _train_time(text: str, at: int) -> re.Match[str] | None:
    """Find the time that a departure is known by: "the 7.12 from Carrow"."""
    if text[max(0, at - 4) : at].lower() not in ("the ", "the\n"):
        return None
    return _TRAIN.match(text, at)


_TRAIN = lazy_pattern(
    rf"(?:[01]?\d|2[0-3])[.:][0-5]\d(?={GAP}(?:(?:from|to|out{GAP}of|for){GAP}[A-Z]|train\b|service\b|ferry\b|bus\b|express\b))"
)
_NOUGHT_CLOCK = lazy_pattern(
    r"0\d(?:[.:]|(?<=[A-Za-z][^\S\n]0\d))[0-5]\d(?![\d\w%°]|[.,:/-]\d|[^\S\n]?%|[^\S\n]\d)"
)
"""Digits that open with a nought are no amount: "06.55", "0715"."""

_MINUTES = "|".join(NUMBER_WORDS)
_HOUR = rf"(?:{'|'.join(NUMBER_WORDS[:12])}|1[0-2]|[1-9])(?![\w-]|[.,]\d)"
_PAST = lazy_pattern(
    rf"""
    (?: (?:twenty[-\s](?:{_MINUTES})|{_MINUTES}|[1-5]?\d)
        (?: {GAP}minutes?{GAP}(?:past|to|before|after){GAP}(?:{_HOUR}|(?:noon|midday|midnight|the{GAP}hour)\b)
          | {GAP}past{GAP}(?:{_HOUR}|(?:noon|midday|midnight)\b)
        )
      | (?P<to>(?:five|ten|twenty(?:[-\s]five)?){GAP}to{GAP}{_HOUR})
    )
    (?:{GAP}(?:in{GAP}the{GAP}(?:morning|afternoon|evening)|at{GAP}night|[ap]\.m\.|[ap]m\b))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_HOUR = lazy_pattern(
    rf"[^\S\n]?[.,;:!?)”\"]|{GAP}(?:in|on|this|that|when|and|but|yesterday|today|tonight|local|sharp|as)\b|\s*$"
)
_AT = lazy_pattern(
    r"\b(?:at|was|is|by|until|about|around|since|nearly|almost|after|before|just)\s$", re.IGNORECASE
)
_COUNTED_HOURS = lazy_pattern(
    rf"{GAP}(?:per{GAP}?cent|percent|points?|times|(?!this\b|was\b|has\b)[a-z]{{3,}}(?<!s)s)\b"
)


def read_past_hour(text: str, at: int) -> Label | None:
    """Read "twenty past four", "eight minutes to five" at its first word or digit."""
    found = _PAST.match(text, at)
    if not found or _COUNTED_HOURS.match(text, found.end()):
        return None
    if found["to"] and not (
        _AT.search(text, max(0, at - 8), at)
        and ("the" in found.group().lower().split() or _AFTER_HOUR.match(text, found.end()))
    ):
        return None
    return Label(at, found.end(), "time of day")


_ON_A_DAY = lazy_pattern(
    rf"{GAP}(?:on{GAP}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this{GAP}(?:morning|afternoon|evening)|sharp|local{GAP}time"
    rf"|every{GAP}(?:day|morning|afternoon|evening|weekday)|tomorrow|yesterday|tonight|today)\b",
    re.IGNORECASE,
)


_LINE_CLOCK = lazy_pattern(
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?=[^\S\n]*(?:\n|$))"
    r"|(?:[01]\d|2[0-3])[.:h][0-5]\d(?=[^\S\n]+[–—-]?[^\S\n]*[“\"‘']?[A-Z])"
)


_DAY_PART = lazy_pattern(
    rf"(?:{GAP}(?:o['’]clock|(?:in{GAP}the{GAP}(?:small{GAP}hours|morning|afternoon|evening)|at{GAP}night)\b)|[^\S\n]?[ap]\.m\b\.?|{GAP}[ap]m\b)",
    re.IGNORECASE,
)


def read_spoken_clock(text: str, start: int, end: int) -> Label | None:
    """Read the number that ends there as an hour: "three in the afternoon", "at four on Thursday"."""
    found = _DAY_PART.match(text, end)
    if not found and text[max(0, start - 4) : start].lower().strip() == "at":
        found = _ON_A_DAY.match(text, end)
        return Label(start, end, "time of day") if found else None
    return Label(start, found.end(), "time of day") if found else None


PAST_HOUR = lazy_pattern(
    rf"(?:half{GAP}past|quarter{GAP}(?:past|to)){GAP}(?:{'|'.join(NUMBER_WORDS[:12])}|1?\d)\b", re.IGNORECASE
)
