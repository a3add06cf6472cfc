"""Results of games and votes."""

from __future__ import annotations

import re

from pytest_factcheck.language.label import NUMBER_WORDS, Label
from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.pattern import lazy_pattern

VOTED = frozenset("vote votes ballots judges justices jurors".split())
"""Counted nouns of votes, which have one result."""
SCORED = VOTED | frozenset("goals tries points games sets frames runs legs seats members".split())
"""Counted nouns that a score tells without naming them: "won 3-2", "voted six to three"."""

_SIDE_BY_SIDE = lazy_pattern(
    r"(?P<a>\d{1,3})[^\S\n]?[-–—][^\S\n]?(?P<b>\d{1,3})(?P<more>(?:[-–]\d{1,3}){0,3})(?![\d%]|[.,]\d|[^\S\n]?%|-[A-Za-z]|[A-Za-z])"
)


_RATIO = lazy_pattern(r"(\d{1,3}):(\d{1,3})(?![\d:]|\.\d)")
_SCORE_BEFORE = lazy_pattern(
    r"\b(?:w[io]ns?|won|winning|beat(?:s|en|ing)?|los[et]s?|losing|defeat(?:s|ed|ing)?|dr[ae]ws?|drew|drawn|le(?:a)?ds?|leading|led|trail(?:s|ed|ing)?"
    r"|scores?|scored|victory|vote[ds]?|voting|thrash(?:ed|ing)|hammered|edged|tied|tie|aggregate|final|ahead|down|up|routed|ruled|record|sets|by)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)


_SCORE_AFTER = lazy_pattern(
    rf"{GAP}(?:home{GAP}|away{GAP}|aggregate{GAP}|first-leg{GAP}|shootout{GAP})?(?:wins?|victory|victories|defeats?|draws?|loss|losses|lead|deficit|thrashing|vote|votes|decision|ruling"
    r"|triumph|rout|success|split|majority|record|result|on{GAP}aggregate|on{GAP}penalties|at{GAP}half|advantage|margin|stalemate|tie|season|start|mark)\b".replace(
        "{GAP}", GAP
    ),
    re.IGNORECASE,
)


_COUNTED_AFTER = lazy_pattern(
    rf"(?:{GAP}|-)(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|per{GAP}?cent|percent|million|billion|km|miles|people|percentage|basis)\b",
    re.I,
)


def read_score(text: str, at: int) -> Label | None:
    """Read "3-1" as a score or a vote: falling or level, or with a word of winning beside it."""
    ratio = _RATIO.match(text, at)
    if ratio:
        return Label(at, ratio.end(), "score", value=(int(ratio[1]), int(ratio[2])))
    found = _SIDE_BY_SIDE.match(text, at)
    if not found or _COUNTED_AFTER.match(text, found.end()):
        return None
    first, second = int(found["a"]), int(found["b"])
    pair = None if found["more"] else (first, second)
    if (
        found["more"]
        or first >= second
        or _SCORE_AFTER.match(text, found.end())
        or _stands_alone(text, found)
    ):
        return Label(at, found.end(), "score", value=pair)
    before = _SCORE_BEFORE.search(text, max(0, at - 48), at)
    return (
        Label(at, found.end(), "score", value=pair)
        if before and second < 200 and not _PEOPLE.match(text, found.end())
        else None
    )


_NAME_BEFORE = lazy_pattern(r"[A-Z]\w*[^\S\n]$")
_NAME_AFTER = lazy_pattern(r"[^\S\n][A-Z][a-z]")
_SENTENCE_BEFORE = lazy_pattern(r"(?:[.!?][”\"]?|\n)\s+$")
_SENTENCE_AFTER = lazy_pattern(r"[.!?](?!\d)")


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Tell whether a rising pair is a score by its place: between two sides, or a sentence of its own."""
    at, end = found.span()
    if _NAME_BEFORE.search(text, max(0, at - 24), at) and _NAME_AFTER.match(text, end):
        return True
    return bool(_SENTENCE_BEFORE.search(text, max(0, at - 4), at) and _SENTENCE_AFTER.match(text, end))


_SMALL = "|".join(NUMBER_WORDS[:19])
_SPOKEN = lazy_pattern(
    rf"(?:(?P<a>{_SMALL})[-–](?P<b>{_SMALL}|nil|love)(?![\w-])"
    rf"|(?P<of>{_SMALL}|\d{{1,3}}){GAP}to{GAP}(?P<to>{_SMALL}|nil|none|love|\d{{1,3}})(?![\w%-]|[.,]\d|[^\S\n]?%))",
    re.IGNORECASE,
)
_UNIT_OF_ALL = (
    "votes|goals|tries|games|sets|points|runs|frames|legs|rounds|seats|members|judges|justices|ballots"
)
_UNITS_TO = lazy_pattern(rf"(?P<gap>{GAP})(?:{_UNIT_OF_ALL}){GAP}to{GAP}$", re.IGNORECASE)
_VOTE_NEAR = lazy_pattern(
    r"\b(?:vot(?:e|es|ed|ing)|ruled|ruling|split|decision|decided|majority|verdict|jury|court|judges|justices|panel|beat|beaten|w[io]n"
    r"|wins|winning|lost|losing|defeat(?:s|ed)?|led|leads?|score[ds]?|victory|margin|passed|rejected|backed|approved)\b",
    re.IGNORECASE,
)
_FROM = lazy_pattern(r"\b(?:from|between|within|by[^\S\n]another)[^\S\n]$", re.IGNORECASE)


def _count(word: str) -> int:
    low = word.lower()
    return int(low) if low.isdecimal() else NUMBER_WORDS.index(low) + 1 if low in NUMBER_WORDS else 0


def read_spoken_score(text: str, at: int) -> Label | None:
    """Read "three-two", "six to three": the larger number first, beside a word of voting or winning."""
    found = _SPOKEN.match(text, at)
    if not found or _COUNTED_AFTER.match(text, found.end()) or _FROM.search(text, max(0, at - 12), at):
        return None
    pair = (_count(found["a"] or found["of"]), _count(found["b"] or found["to"]))
    if pair[0] < pair[1] or (found["of"] and not _is_of_a_vote(text, at, found.end())):
        return None
    if found["a"] and _PEOPLE.match(text, found.end()):
        return None
    return Label(at, found.end(), "score", value=pair)


def _is_of_a_vote(text: str, at: int, end: int) -> bool:
    before = _CLAUSE_END.split(text[max(0, at - 48) : at])[-1]
    after = _CLAUSE_END.split(text[end : end + 40])[0]
    return bool(_VOTE_NEAR.search(before) or _VOTE_NEAR.search(after))


_CLAUSE_END = lazy_pattern(r"[.;!?](?=\s|$)|\n[^\S\n]*\n")


def is_other_side(text: str, at: int, last: int) -> bool:
    """Tell whether the number that begins there is the losers' in "three goals to two".

    `last` is where the figure before it ends.
    """
    found = _UNITS_TO.search(text, max(0, at - 20), at)
    if not found or found.start("gap") != last:
        return False
    return not _FROM.search(text, max(0, last - 28), last) and not _ITS_UNITS.match(text, at)


_ITS_UNITS = lazy_pattern(rf"[\w-]+{GAP}(?:{_UNIT_OF_ALL})\b", re.IGNORECASE)


_PEOPLE = lazy_pattern(rf"{GAP}[a-z]{{3,}}(?<!s)s\b|{GAP}people\b")
