"""Lengths of time without a number: "a fortnight", "half a century", "several years", "the past year"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pytest_factcheck.language.lengthparts import with_parts
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.timeunits import DESCRIBING, UNITS, Unit, make_length, past_ending, singular_of
from pytest_factcheck.model.mention import Length, Mention
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

_LONG_UNITS = "decade|year|month|week|day|hour"

_SPAN_UNITS = (
    r"(?P<unit>centur(?:y|ies)|(?:decade|year|month|fortnight|week|day|hour|minute)s?)(?![A-Za-z0-9_])"
)

_PLURALS = (
    r"(?P<unit>centuries|(?:decade|year|month|fortnight|week|day|night|hour|minute|second)s)"
    r"(?![A-Za-z0-9_'’])"
)

_BEFORE_A = frozenset(
    "about above after almost around approximately at barely before below beyond but by exactly for"
    " from half hardly in into just least like lasting lasted lasts less mere more most nearly of only"
    " or over past roughly since spend spending spends spent take taken takes taking than that to took"
    " under until up wait waited within without well additional serve served serving given get gets is"
    " was be been and with as nor not another".split()
)
"""Words before "a year" that make it a length; after "$5" or "three times" it is a rate."""

_AFTER_A = lazy_pattern(
    rf"-?long\b|-old\b|{GAP}(?:today|tomorrow|ago|earlier|later|before|after|since|long|old|or|hence|from{GAP}now|in{GAP}advance"
    rf"|into|of|and{GAP}a{GAP}half|and{GAP}\d|and{GAP}an?{GAP}(?:day|month|week)|or{GAP}two|and{GAP}(?:[a-z]+(?:-[a-z]+)?){GAP}(?:month|week|day|hour|minute|second)s?|passed|is{GAP}a{GAP}long)\b",
    re.IGNORECASE,
)


@cache
def _article_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:an?|another){GAP}(?:(?:{DESCRIBING}){GAP})?{_SPAN_UNITS}", re.IGNORECASE)


@cache
def _quarter_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:an?{GAP})?(?P<share>half|quarter)(?:{GAP}of)?(?:{GAP}an?{GAP}|-|{GAP})"
        r"(?P<unit>century|decade|year|day|hour|minute|month)(?![A-Za-z0-9_])",
        re.IGNORECASE,
    )


@cache
def _vague_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:a{GAP})?few|several|many|some|numerous)(?:{GAP}(?:{DESCRIBING}))?{GAP}{_PLURALS}",
        re.IGNORECASE,
    )


@cache
def _whole_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:all(?:{GAP}|-)(?P<all>day|night|week|month|year)|(?:whole|entire|full)(?:{GAP}|-)(?P<whole>day|week|month))"
        r"(?![A-Za-z0-9_-])",
        re.IGNORECASE,
    )


@cache
def _long_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<unit>{_LONG_UNITS})(?P<plural>s)?-?long(?![A-Za-z])", re.IGNORECASE)


@cache
def _past_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:past|last|next|coming){GAP}(?:(?P<vague>few|several|couple{GAP}of|many){GAP})?{_SPAN_UNITS}",
        re.IGNORECASE,
    )


@cache
def _bare_pattern() -> re.Pattern[str]:
    return re.compile(_PLURALS, re.IGNORECASE)


_BEFORE_BARE = lazy_pattern(
    r"\b(?:for|in|within|took|takes|taking|spent|spend|spending|matter\s+of|even|after|lasted|lasting|last)\s+$",
    re.IGNORECASE,
)

_AGO_AFTER = lazy_pattern(rf"{GAP}ago\b", re.IGNORECASE)

_WORD_BEFORE = lazy_pattern(r"([A-Za-z]+|[^\w\s]|\d)[^\S\n]*\n?$")


def read_unnumbered(text: str, at: int) -> Mention | None:
    """Read a length of time that begins without a number at that offset ("a fortnight", "several years")."""
    return (
        _read_quarter(text, at)
        or _read_vague(text, at)
        or _read_article(text, at)
        or _read_whole_unit(text, at)
        or _read_long(text, at)
        or _read_past(text, at)
        or _read_bare(text, at)
    )


def _bare_mention(text: str, start: int, end: int, value: Length | None, rule: str) -> Mention:
    return Mention(
        start, end, text[start:end], "duration", value, figure=Span(start, end), rules=("duration", rule)
    )


def _read_quarter(text: str, at: int) -> Mention | None:
    found = _quarter_pattern().match(text, at)
    if not found or (
        found["share"].lower() == "quarter" and found["unit"].lower() not in ("century", "hour")
    ):
        return None
    if found["share"].lower() == "half" and re.match(r"half[^\S\n]+(?!an?\b)", found.group(), re.IGNORECASE):
        return None
    part, factor = UNITS[found["unit"].lower()]
    share = 0.5 if found["share"].lower() == "half" else 0.25
    end = past_ending(text, found.end(), Unit(part, factor, found.end(), False, found["unit"]))
    return _bare_mention(text, at, end, make_length({part: share * factor}), "fraction of a unit")


def _read_vague(text: str, at: int) -> Mention | None:
    found = _vague_pattern().match(text, at)
    return _bare_mention(text, at, found.end(), None, "vague") if found else None


def _word_before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, at - 16) : at])
    return found[1].lower() if found else ""


@cache
def _or_two_pattern() -> re.Pattern[str]:
    return re.compile(rf"{GAP}or{GAP}two\b(?!{GAP}[a-z]+s\b)", re.IGNORECASE)


def is_counted_back(text: str, at: int) -> bool:
    """Tell whether "a year" there goes on with "ago", "earlier" or the like, which makes it no rate."""
    found = _article_pattern().match(text, at)
    return bool(found and _back_pattern().match(text, found.end()))


@cache
def _back_pattern() -> re.Pattern[str]:
    return re.compile(rf"{GAP}(?:ago|earlier|later|before|after|previously|since)\b", re.IGNORECASE)


def _read_article(text: str, at: int) -> Mention | None:
    """Read "a year", "an hour and 45 minutes"; a rate ("$5 a year", "twice a week") is none."""
    found = _article_pattern().match(text, at)
    if not found or singular_of(found["unit"]) != found["unit"].lower():
        return None
    if not _is_length(text, at, found.end()):
        return None
    part, factor = UNITS[found["unit"].lower()]
    unit = Unit(part, factor, found.end(), False, found["unit"].lower())
    or_two = _or_two_pattern().match(text, found.end())
    if or_two:
        pair = (make_length({part: factor}), make_length({part: 2 * factor}))
        return replace(_bare_mention(text, at, or_two.end(), None, "one or two"), value=pair)
    length, end, rules = with_parts(text, 1, unit)
    mention = _bare_mention(text, at, past_ending(text, end, unit), length, "one")
    return replace(mention, rules=(*mention.rules, *rules))


def _is_length(text: str, at: int, end: int) -> bool:
    if _back_pattern().match(text, end):
        return True
    before = _word_before(text, at)
    if text[at : at + 7].lower() == "another" or before in _BEFORE_A or _AFTER_A.match(text, end):
        return not (before.isdigit() or before in ("$", "%", "times", "twice", "once"))
    return not before and at == 0


def _read_whole_unit(text: str, at: int) -> Mention | None:
    found = _whole_pattern().match(text, at)
    if not found:
        return None
    part, factor = UNITS[(found["all"] or found["whole"]).lower()]
    return _bare_mention(text, at, found.end(), make_length({part: factor}), "whole")


def _read_long(text: str, at: int) -> Mention | None:
    found = _long_pattern().match(text, at)
    if not found:
        return None
    part, factor = UNITS[found["unit"].lower()]
    value = None if found["plural"] else make_length({part: factor})
    return _bare_mention(text, at, found.end(), value, "long")


def _read_past(text: str, at: int) -> Mention | None:
    """Read "the past year", "the last few months", "the coming decades"; "last year" is a date."""
    found = _past_pattern().match(text, at)
    if not found:
        return None
    word = found["unit"].lower()
    plural = singular_of(word) != word
    if not plural:
        opening = text[at : at + 4].lower()
        if (
            found["vague"]
            or opening not in ("past", "last", "next")
            or _word_before(text, at) not in ("the", "this")
        ):
            return None
        if opening == "last" and word not in ("year", "decade", "century", "hour"):
            return None
    part, factor = UNITS[singular_of(word)]
    return _bare_mention(text, at, found.end(), None if plural else make_length({part: factor}), "past")


def _read_bare(text: str, at: int) -> Mention | None:
    found = _bare_pattern().match(text, at)
    if not found or not (
        _BEFORE_BARE.search(text[max(0, at - 16) : at]) or _AGO_AFTER.match(text, found.end())
    ):
        return None
    return _bare_mention(text, at, found.end(), None, "vague")
