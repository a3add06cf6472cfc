"""Whether the words around a time speak of what is to come or of what has been."""

from __future__ import annotations

import re
from functools import cache

from pytest_factcheck.model.pattern import lazy_pattern

AHEAD = (
    r"will|won['’]t|shall|['’]ll|is\s+to|are\s+to|was\s+to|were\s+to|due|set\s+(?:to|for)|scheduled|slated|going\s+to"
    r"|plans?|planned|expects?|expected|expecting|upcoming|forthcoming|next|hopes?|intends?|deadline|would|begins|starts"
    r"|opens|ends|closes|expires|resumes|returns|meets|meets?\s+again|votes|holds|faces|decides|visits|travels|heads"
    r"|hosts|kicks\s+off|arrives|leaves|departs|(?:is|are)\s+on|takes\s+(?:effect|place|office|over)|must|should|let['’]s|please|remind"
    r"|flies|goes\s+(?:on|to|before|into)|reports\s+on|reopens?|resume|lapses|expire|retires|runs?\s+out|forecast|foresees?|predicts?"
    r"|(?:has|have|['’]s|['’]ve)\s+(?:promised|pledged|vowed)|(?:has|have)\s+been\s+(?:summoned|called|invited|ordered)"
    r"|(?:is|are|remains?|stays?)\s+(?:closed|shut|suspended|cancelled|barred|banned|grounded|expected|blocked)\s+(?:until|till)"
    r"|travel\s+(?:home|back|to)|(?:has|have)\s+an?\s+(?:[a-z]+\s+)?(?:appointment|hearing|deadline|meeting)"
)
"""Words before a time, or after it, that place it ahead."""

BEHIND = (
    r"dates?\s+(?:from|back\s+to)|dating\s+(?:from|back\s+to)|said|says|told|was|were|had|did|went|came|took|made|gave|held|met|began|fell|rose|won|lost|led|left|ran|saw"
    r"|found|got|put|sent|hit|shot|cut|spoke|wrote|broke|became|grew|kept|paid|sold|bought|built|fought|drew|threw"
    r"|struck|stood|felt|knew|thought|brought|caught|sought|taught|rejected|ago|since|closed|[a-z]{2,}(?<!ne)(?<!spe)ed"
)
"""Words that place it behind."""


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:(?P<ahead>{AHEAD})|(?P<behind>{BEHIND}))(?![A-Za-z])", re.IGNORECASE)


_STOP = lazy_pattern(
    r"[.!?][\"”’)]*\s+(?=[A-Z\"“‘(0-9])|:\s+(?=[A-Z])|;|\n\s*\n|\n(?=\s*[•*–—-]\s)|(?<=[.!?:”\"])\n"
)
REACH = 160
"""How far to look, in characters."""

FRONTED = 3
"""Words before a time that opens its clause ("On Monday, the board will vote"): then the verb follows."""


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Tell whether the clause places a time ahead (True), behind (False), or does not say (None).

    The nearest cue to the left decides; where the time opens its clause the first to the right does.
    """
    clause = _OWN_CLAUSE.match(text, end)
    left = cue_before(text, start) if not clause else None
    if left is not None:
        return left
    if not clause and len(after_stop(text, start).split()) > FRONTED:
        return None
    at = clause.end() if clause else end
    right = text[at : at + REACH]
    stop = _STOP.search(right)
    found = _cue().search(right, 0, stop.start() if stop else len(right))
    return bool(found["ahead"]) if found else None


_OWN_CLAUSE = lazy_pattern(
    r",?[^\S\n]when[^\S\n](?:the|an?|it|he|she|they|its|his|her|their)[^\S\n]", re.IGNORECASE
)
"""Behind a time these open a clause that says what happens then: "on Saturday, when the season opens"."""


def cue_before(text: str, start: int) -> bool | None:
    """Tell what the nearest cue of the clause before that offset says: ahead, behind, or None without one."""
    cues = list(_cue().finditer(after_stop(text, start)))
    return bool(cues[-1]["ahead"]) if cues else None


_LONG_PAST = lazy_pattern(
    r"\bhad\s+(?:[a-z]+ly\s+|never\s+|not\s+|already\s+|first\s+|been\s+)?(?!planned|scheduled|hoped|expected|vowed|promised|agreed)"
    r"(?:[a-z]+ed|gone|come|taken|made|given|held|met|begun|fallen|risen|won|lost|spoken|told|said|put|set|sent)\b"
    r"(?![^.;]*\b(?:will|would|to|due)\b)[^.;:]*$"
    r"|\bdat(?:es|ed|ing)\s+(?:from|back\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""The past before the past: "he had testified in July"."""
_OF_BEFORE = lazy_pattern(r"(?:^|\s)(?P<word>of|in|on)\s+(?:the\s+)?$", re.IGNORECASE)


def is_long_past(text: str, start: int, end: int) -> bool:
    """Tell whether a time is surely over: "he had testified in July", "the report of 3 June found"."""
    if _LONG_PAST.search(after_stop(text, start)):
        return True
    before = _OF_BEFORE.search(text, max(0, start - 8), start)
    if not before:
        return False
    if _HAD_AFTER.match(text, end):
        return True
    right = _cue().match(text, end + 1) if text[end : end + 1].isspace() else None
    if right is None or not right["behind"]:
        return False
    return before["word"].lower() == "of"


_HAD_AFTER = lazy_pattern(r",?[^\S\n]had[^\S\n][a-z]", re.IGNORECASE)
_DONE = lazy_pattern(
    r"\b(?:was|were)\s+(?:(?:only|first|finally|formally|officially)\s+)?"
    r"(?:[a-z]+ed|held|sold|found|built|sent|made|won|lost|cut|put|wound|shut|told|given|taken|begun|born|paid)(?:\s+(?:up|off|out|down))?"
    r"\s+(?:on|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def was_done(text: str, start: int) -> bool:
    """Tell whether a passive of the past stands right before a time: "was wound up on 15 August"."""
    done = _DONE.search(text, max(0, start - 48), start)
    return bool(done) and not re.search(r"scheduled|expected|planned|supposed|hoped", done.group())  # type: ignore[union-attr]


def after_stop(text: str, start: int) -> str:
    """Give the words of the clause before that offset, within reach."""
    left = text[max(0, start - REACH) : start]
    last = 0
    for stop in _STOP.finditer(left):
        last = stop.end()
    return left[last:]
