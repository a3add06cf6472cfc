"""Lengths of time: "nearly four-year-old", "three years and nine months", "a decade and a half"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from pytest_factcheck.language.numbers import GAP, Number, read_number
from pytest_factcheck.model.mention import TIME_UNITS, Length, Mention
from pytest_factcheck.model.span import Span

ANCHORS: frozenset[str] = frozenset(
    "a an another half quarter several few many some numerous all whole entire full past last next coming"
    " decade decades year years month months week weeks day days hour hours minute minutes seconds century"
    " centuries yearlong monthlong weeklong daylong hourlong decadelong".split()
)
"""Lower-case words at which `read_unnumbered` may find a duration."""

UNITS = {
    "millennium": ("years", 1000),
    "century": ("years", 100),
    "decade": ("years", 10),
    "year": ("years", 1),
    "yr": ("years", 1),
    "quarter": ("months", 3),
    "month": ("months", 1),
    "fortnight": ("weeks", 2),
    "week": ("weeks", 1),
    "wk": ("weeks", 1),
    "day": ("days", 1),
    "night": ("days", 1),
    "hour": ("hours", 1),
    "hr": ("hours", 1),
    "minute": ("minutes", 1),
    "min": ("minutes", 1),
    "second": ("seconds", 1),
    "sec": ("seconds", 1),
}
"""Unit word in the singular to the part of a `Length` and how many of it."""

SIGNS = {"h": "hour", "s": "second", "y": "year"}
"""Letters that stand for a unit right after digits."""

FITS = {
    ("years", "months"): 12,
    ("years", "weeks"): 53,
    ("years", "days"): 366,
    ("months", "weeks"): 6,
    ("months", "days"): 32,
    ("weeks", "days"): 7,
    ("days", "hours"): 24,
    ("days", "minutes"): 1440,
    ("hours", "minutes"): 60,
    ("hours", "seconds"): 3600,
    ("minutes", "seconds"): 60,
}
"""How many of the smaller unit fit into one of the larger: "two years and 18 months" are two lengths."""

DESCRIBING = (
    "more|additional|further|extra|other|full|whole|entire|solid|long|short|straight|consecutive|successive|"
    "uninterrupted|continuous|working|business|calendar|trading|school|upcoming|coming|past|last|previous|next|"
    "remaining|critical|crucial|hard|tough|turbulent|brutal|bloody|difficult|mere|good|painful|gruelling|grueling"
)
"""Adjectives that may stand between a number and its unit of time."""

_UNIT_WORD = (
    r"(?P<unit>millenni(?:a|um)|centur(?:y|ies)|(?:decade|year|yr|quarter|month|fortnight|week|wk|day|night|hour|hr"
    r"|minute|min|second|sec)s?)(?![A-Za-z0-9_])"
)
_ANY_UNIT = rf"(?:{_UNIT_WORD}|(?P<sign>h(?=\d{{1,2}}[^\S\n]?m)|[hsyY](?![A-Za-z0-9_'’])))"
_ENDING = (
    rf"(?:-olds?\b|{GAP}olds?\b(?!{GAP}(?:age|guard|friend))|{GAP}of{GAP}age\b"
    rf"|-long\b|{GAP}long\b)?"
)
_HALF = rf"(?:{GAP}and{GAP}(?:an?{GAP})?(?P<share>half|quarter)\b(?!{GAP}(?:an?|of|[a-z]+ly)\b))?"


class Unit(NamedTuple):
    """A unit word as found: the part of a length, how many of it, and where the expression ends."""

    part: str
    factor: int
    end: int
    is_plural: bool
    word: str


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<hyphen>[-‐‑]|{GAP}-{GAP}?|-{GAP})|(?P<gap>{GAP}(?:(?:of|-){GAP}?)?(?:(?:{DESCRIBING}){GAP}){{0,2}})|)"
        rf"{_ANY_UNIT}\.?",
        re.IGNORECASE,
    )


@cache
def _ending_pattern() -> re.Pattern[str]:
    return re.compile(_ENDING, re.IGNORECASE)


@cache
def _half_pattern() -> re.Pattern[str]:
    return re.compile(_HALF, re.IGNORECASE)


@cache
def _fraction_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:{GAP}|-)of)?{GAP}(?:an?|the){GAP}{_UNIT_WORD}|-{_UNIT_WORD.replace('unit', 'joined')}", re.I
    )


@cache
def _and_half_unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"{GAP}and{GAP}(?:a{GAP})?half{GAP}{_UNIT_WORD}", re.IGNORECASE)


@cache
def _joint_pattern() -> re.Pattern[str]:
    return re.compile(rf",?{GAP}and{GAP}|,?{GAP}|", re.IGNORECASE)


@cache
def _to_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<hung>[-‐‑]{GAP})|-|{GAP}(?={GAP}?))?(?P<word>to|or|and)(?:-|{GAP})|{GAP}?(?P<dash>[-‐‑–—~]){GAP}?",
        re.IGNORECASE,
    )


def read_duration(text: str, number: Number) -> Mention | None:
    """Read a number that a unit of time follows, with all further parts of the length; None if none does."""
    return _fraction_of_unit(text, number) or _pair(text, number) or _single(text, number)


def _single(text: str, number: Number) -> Mention | None:
    unit = _unit_after(text, number)
    if unit is None:
        return None
    length, end, rules = _with_parts(text, number.value, unit)
    end = _ending(text, end, unit)
    return _mention(text, number.start, end, length, number, ("duration", *rules, *number.rules))


def _mention(
    text: str, start: int, end: int, value: Length, number: Number, rules: tuple[str, ...]
) -> Mention:
    figure = Span(number.start, number.end)
    return Mention(start, end, text[start:end], "duration", value, None, None, figure, number.grain, rules)


def _unit_after(text: str, number: Number) -> Unit | None:
    """Find the unit of time that a number counts, and turn down what only looks like one."""
    found = _unit_pattern().match(text, number.end)
    if not found or number.value < 0:
        return None
    touching = not found["hyphen"] and not found["gap"]
    digits = text[number.end - 1].isdecimal() or "fraction" in number.rules or "mixed" in number.rules
    if found["sign"]:
        return _sign_unit(text, number, found) if digits and not found["hyphen"] else None
    if touching and not digits:
        return None
    word = found["unit"].lower()
    unit = _unit(word, found)
    if word in ("min", "mins", "sec", "secs", "hr", "hrs", "yr", "yrs", "wk", "wks"):
        return unit
    unit = unit._replace(end=found.end("unit"))
    if _is_ordinal_second(number, found, word) or _is_fraction_quarter(text, number, found, word):
        return None
    return None if _is_someday(text, number, word) or _is_war(text, found) else unit


def _unit(word: str, found: re.Match[str]) -> Unit:
    singular = singular_of(word)
    part, factor = UNITS[singular]
    end = found.end()
    if text_ends_in_stop(found):
        end -= 1
    return Unit(part, factor, end, word != singular, singular)


def text_ends_in_stop(found: re.Match[str]) -> bool:
    """Tell whether the full stop that was matched ends a sentence rather than an abbreviation ("3 h. A")."""
    text = found.string
    return found.group().endswith(".") and not re.match(
        r"[^\S\n]+[a-z0-9]", text[found.end() : found.end() + 3]
    )


def singular_of(word: str) -> str:
    """Give the singular of a unit word."""
    word = word.lower()
    if word in ("centuries", "millennia"):
        return {"centuries": "century", "millennia": "millennium"}[word]
    return word[:-1] if word.endswith("s") and word[:-1] in UNITS else word


def _sign_unit(text: str, number: Number, found: re.Match[str]) -> Unit | None:
    sign = found["sign"]
    if sign in "HS" or (sign == "s" and not (found["gap"] and number.value < 1000)):
        return None
    if sign in "yY" and found["gap"]:
        return None
    part, factor = UNITS[SIGNS[sign.lower()]]
    return Unit(part, factor, found.end("sign"), False, SIGNS[sign.lower()])


def _is_ordinal_second(number: Number, found: re.Match[str], word: str) -> bool:
    """Tell "twenty-second" (the 22nd) and "two second homes" from seconds of time."""
    if word != "second" or number.value == 1:
        return False
    in_words = "words" in number.rules
    return in_words and (number.value % 10 == 0 and number.value >= 20 or not found["hyphen"])


def _is_fraction_quarter(text: str, number: Number, found: re.Match[str], word: str) -> bool:
    if not word.startswith("quarter") or found["hyphen"]:
        return False
    described = bool(found["gap"] and found["gap"].strip())
    return not described and (word == "quarter" or bool(re.match(r"\s+of\b", text[found.end("unit") :][:8])))


_WAR_AFTER = re.compile(r"['’]?[^\S\n]Wars?\b")
"""Behind a unit these make the name of a war of it: the Six-Day War."""


def _is_war(text: str, found: re.Match[str]) -> bool:
    return found["unit"][0].isupper() and bool(_WAR_AFTER.match(text, found.end("unit")))


_BEFORE_SOMEDAY = re.compile(r"\b(?:to|will|would|could|may|might|can|should|'ll|’ll|must)\s$", re.IGNORECASE)


def _is_someday(text: str, number: Number, word: str) -> bool:
    """Tell the vague "one day" (some day) from a day that is counted."""
    if word not in ("day", "night") or text[number.start : number.end].lower() != "one":
        return False
    return text[number.start] == "O" or bool(
        _BEFORE_SOMEDAY.search(text[max(0, number.start - 8) : number.start])
    )


def _with_parts(text: str, value: float, unit: Unit) -> tuple[Length, int, tuple[str, ...]]:
    """Add to the first part what follows it: "and a half", "and nine months", "15 min"."""
    parts = {unit.part: value * unit.factor}
    end = unit.end
    half = _half_pattern().match(text, end)
    if half and half["share"] and value == int(value):
        share = 0.5 if half["share"].lower() == "half" else 0.25
        parts[unit.part] += share * unit.factor
        return _length(parts), half.end(), ("and a half",)
    rules: tuple[str, ...] = ()
    last = unit
    while True:
        part = _next_part(text, last, end) or _article_part(text, last, end) or _bare_minutes(text, last, end)
        if part is None:
            return _length(parts), end, rules
        number, last = part
        parts[last.part] = parts.get(last.part, 0) + number.value * last.factor
        end, rules = last.end, ("compound",)


def _length(parts: dict[str, float]) -> Length:
    return Length(**{part: int(n) if n == int(n) else round(n, 9) for part, n in parts.items()})


def _next_part(text: str, last: Unit, at: int) -> tuple[Number, Unit] | None:
    joint = _joint_pattern().match(text, at)
    if joint is None:
        return None
    number = read_number(text, joint.end())
    if number is None or (not joint.group() and not text[joint.end()].isdecimal()):
        return None
    unit = _unit_after(text, number) or _minutes_sign(text, number, last)
    if unit is None or not 0 < number.value < FITS.get((last.part, unit.part), 0):
        return None
    return number, unit


def _article_part(text: str, last: Unit, at: int) -> tuple[Number, Unit] | None:
    """Read the "and a day" of "two weeks and a day"."""
    found = _and_article_pattern().match(text, at)
    if not found:
        return None
    word = found["unit"].lower()
    part, factor = UNITS[word]
    if factor != 1 or (last.part, part) not in FITS:
        return None
    number = Number(found.start("unit"), found.start("unit"), 1, 1.0, ("one",))
    return number, Unit(part, factor, found.end(), False, word)


@cache
def _and_article_pattern() -> re.Pattern[str]:
    return re.compile(rf",?{GAP}and{GAP}an?{GAP}(?P<unit>month|week|day|hour|minute)(?![A-Za-z-]|['’])", re.I)


def _bare_minutes(text: str, last: Unit, at: int) -> tuple[Number, Unit] | None:
    """Read the minutes of "an hour and fifteen"."""
    joint = _joint_pattern().match(text, at)
    if last.word != "hour" or joint is None or "," in joint.group() or not joint.group():
        return None
    number = read_number(text, joint.end())
    if number is None or number.grain != 1 or not 5 <= number.value < 60:
        return None
    closes = re.match(r"\s*(?:[.;!?)]|$)", text[number.end : number.end + 3])
    return (number, Unit("minutes", 1, number.end, True, "minute")) if closes else None


def _minutes_sign(text: str, number: Number, last: Unit) -> Unit | None:
    """Read the "m" of "2h 15m", which alone would be metres."""
    found = re.compile(r"[^\S\n]?m(?![A-Za-z0-9])").match(text, number.end)
    return Unit("minutes", 1, found.end(), False, "minute") if found and last.part == "hours" else None


def _ending(text: str, end: int, unit: Unit) -> int:
    found = _ending_pattern().match(text, end)
    return found.end() if found else end


def _fraction_of_unit(text: str, number: Number) -> Mention | None:
    """Read "half a century", "three-quarters of an hour", "half-hour"; "one and half hour" as well."""
    whole_and_half = _and_half_unit_pattern().match(text, number.end)
    if whole_and_half and number.value == int(number.value):
        part, factor = UNITS[singular_of(whole_and_half["unit"])]
        length = _length({part: (number.value + 0.5) * factor})
        return _mention(text, number.start, whole_and_half.end(), length, number, ("duration", *number.rules))
    if "fraction" not in number.rules or not 0 < number.value < 1:
        return None
    found = _fraction_pattern().match(text, number.end)
    if not found:
        return None
    word = singular_of(found["unit"] or found["joined"])
    if word in ("quarter", "second", "night") or (
        found["unit"] and word == "day" and " the " in found.group()
    ):
        return None
    part, factor = UNITS[word]
    end = _ending(text, found.end(), Unit(part, factor, found.end(), False, word))
    length = _length({part: number.value * factor})
    return _mention(text, number.start, end, length, number, ("duration", "fraction of a unit"))


def _pair(text: str, first: Number) -> Mention | None:
    """Read "three to five years", "5- to 7-year-old", "2-4 weeks"."""
    joint = _to_pattern().match(text, first.end)
    if not joint:
        return None
    word = (joint["word"] or "").lower()
    if (
        word == "and"
        and not joint["hung"]
        and not re.search(r"\bbetween\s+$", text[max(0, first.start - 10) : first.start], re.IGNORECASE)
    ):
        return None
    second = read_number(text, joint.end())
    if second is None or second.value <= first.value or first.value < 0:
        return None
    if word == "or" and second.value > first.value + max(1, first.value):
        return None
    unit = _unit_after(text, second)
    if unit is None:
        return None
    end = _ending(text, unit.end, unit)
    low, high = (_length({unit.part: n * unit.factor}) for n in (first.value, second.value))
    whole = replace(first, end=second.end, grain=None)
    mention = _mention(text, first.start, end, low, whole, ("duration", "range", *first.rules))
    return replace(mention, value=(low, high))


# ------------------------------------------------------------------------------------ without a number

_LONG_UNITS = "decade|year|month|week|day|hour"
_SPAN_UNITS = (
    r"(?P<unit>centur(?:y|ies)|(?:decade|year|month|fortnight|week|day|hour|minute)s?)(?![A-Za-z0-9_])"
)
_PLURALS = r"(?P<unit>centuries|(?:decade|year|month|fortnight|week|day|night|hour|minute|second)s)(?![A-Za-z0-9_'’])"

_BEFORE_A = frozenset(
    "about above after almost around approximately at barely before below beyond but by exactly for from half hardly in"
    " into just least like lasting lasted lasts less mere more most nearly of only or over past roughly since spend"
    " spending spends spent take taken takes taking than that to took under until up wait waited within without well"
    " additional serve served serving given get gets is was be been and with as nor not another".split()
)
"""Words before "a year" that make it a length; after "$5" or "three times" it is a rate."""

_AFTER_A = re.compile(
    rf"-?long\b|-old\b|{GAP}(?:ago|earlier|later|before|after|since|long|old|or|hence|from{GAP}now|in{GAP}advance"
    rf"|into|of|and{GAP}a{GAP}half|and{GAP}\d|and{GAP}an?{GAP}(?:day|month|week)|or{GAP}two|passed|is{GAP}a{GAP}long)\b",
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


_BEFORE_BARE = re.compile(
    r"\b(?:for|in|within|took|takes|taking|spent|spend|spending|matter\s+of|even|after|lasted|lasting|last)\s+$",
    re.IGNORECASE,
)
_AGO_AFTER = re.compile(rf"{GAP}ago\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([A-Za-z]+|[^\w\s]|\d)[^\S\n]*\n?$")


def read_unnumbered(text: str, at: int) -> Mention | None:
    """Read a length of time that begins without a number at that offset ("a fortnight", "several years")."""
    return (
        _read_quarter(text, at)
        or _read_vague(text, at)
        or _read_article(text, at)
        or _read_whole(text, at)
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
    end = _ending(text, found.end(), Unit(part, factor, found.end(), False, found["unit"]))
    return _bare_mention(text, at, end, _length({part: share * factor}), "fraction of a unit")


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
        pair = (_length({part: factor}), _length({part: 2 * factor}))
        return replace(_bare_mention(text, at, or_two.end(), None, "one or two"), value=pair)
    length, end, rules = _with_parts(text, 1, unit)
    mention = _bare_mention(text, at, _ending(text, end, unit), length, "one")
    return replace(mention, rules=(*mention.rules, *rules))


def _is_length(text: str, at: int, end: int) -> bool:
    if _back_pattern().match(text, end):
        return True
    before = _word_before(text, at)
    if text[at : at + 7].lower() == "another" or before in _BEFORE_A or _AFTER_A.match(text, end):
        return not (before.isdigit() or before in ("$", "%", "times", "twice", "once"))
    return not before and at == 0


def _read_whole(text: str, at: int) -> Mention | None:
    found = _whole_pattern().match(text, at)
    if not found:
        return None
    part, factor = UNITS[(found["all"] or found["whole"]).lower()]
    return _bare_mention(text, at, found.end(), _length({part: factor}), "whole")


def _read_long(text: str, at: int) -> Mention | None:
    found = _long_pattern().match(text, at)
    if not found:
        return None
    part, factor = UNITS[found["unit"].lower()]
    value = None if found["plural"] else _length({part: factor})
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
    return _bare_mention(text, at, found.end(), None if plural else _length({part: factor}), "past")


def _read_bare(text: str, at: int) -> Mention | None:
    found = _bare_pattern().match(text, at)
    if not found or not (
        _BEFORE_BARE.search(text[max(0, at - 16) : at]) or _AGO_AFTER.match(text, found.end())
    ):
        return None
    return _bare_mention(text, at, found.end(), None, "vague")


# ------------------------------------------------------------------------------------ facts files

_ISO = re.compile(
    r"P(?:(?P<years>[\d.]+)Y)?(?:(?P<months>[\d.]+)M)?(?:(?P<weeks>[\d.]+)W)?(?:(?P<days>[\d.]+)D)?"
    r"(?:T(?:(?P<hours>[\d.]+)H)?(?:(?P<minutes>[\d.]+)M)?(?:(?P<seconds>[\d.]+)S)?)?",
    re.IGNORECASE,
)


def read_length_text(text: str) -> Length:
    """Read the length that a facts file gives ("3 years 9 months", "PT5H"); ValueError says what is wrong."""
    words = text.strip()
    length = _read_iso(words)
    if length is None:
        number = read_number(words, 0)
        mention = read_duration(words, number) if number else read_unnumbered(words, 0)
        if mention and mention.end == len(words) and isinstance(mention.value, Length):
            length = mention.value
    if length is None or not length.parts():
        raise ValueError(
            f"“{text}” is not a length of time: write one such as “3 years 9 months”, “5 hours” or “PT5H”."
        )
    return length


def _read_iso(words: str) -> Length | None:
    found = _ISO.fullmatch(words)
    if not found:
        return None
    try:
        return _length({part: float(found[part]) for part in TIME_UNITS if found[part]})
    except ValueError:
        return None
