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
)
"""Words before a time, or after it, that place it ahead."""

BEHIND = (
    r"said|says|told|was|were|had|did|went|came|took|made|gave|held|met|began|fell|rose|won|lost|led|left|ran|saw"
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
    left = cue_before(text, start)
    if left is not None:
        return left
    if len(after_stop(text, start).split()) > FRONTED:
        return None
    right = text[end : end + REACH]
    stop = _STOP.search(right)
    found = _cue().search(right, 0, stop.start() if stop else len(right))
    return bool(found["ahead"]) if found else None


def cue_before(text: str, start: int) -> bool | None:
    """Tell what the nearest cue of the clause before that offset says: ahead, behind, or None without one."""
    cues = list(_cue().finditer(after_stop(text, start)))
    return bool(cues[-1]["ahead"]) if cues else None


def after_stop(text: str, start: int) -> str:
    """Give the words of the clause before that offset, within reach."""
    left = text[max(0, start - REACH) : start]
    last = 0
    for stop in _STOP.finditer(left):
        last = stop.end()
    return left[last:]
