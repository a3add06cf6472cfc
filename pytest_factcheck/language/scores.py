"""Results of games and votes."""

from __future__ import annotations

import re

from pytest_factcheck.language.label import Label
from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.pattern import lazy_pattern

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
    if found["more"] or first >= second or _SCORE_AFTER.match(text, found.end()):
        return Label(at, found.end(), "score", value=pair)
    before = _SCORE_BEFORE.search(text, max(0, at - 48), at)
    return (
        Label(at, found.end(), "score", value=pair)
        if before and second < 200 and not _PEOPLE.match(text, found.end())
        else None
    )


_PEOPLE = lazy_pattern(rf"{GAP}[a-z]{{3,}}(?<!s)s\b|{GAP}people\b")
