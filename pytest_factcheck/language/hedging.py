"""Figures with the hedges that stand around them, or that they inherit."""

from __future__ import annotations

import re
from dataclasses import replace

from pytest_factcheck.language.hedges import hedge_after, hedge_before
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.pattern import lazy_pattern

JOINTS = (" (", " or ", "; ", ", or ")
"""What stands between a hedged figure and its conversion, which inherits the hedge."""

HEDGED = frozenset("number percent money quantity duration".split())

_OVER_TIME = lazy_pattern(
    r"\b(?:for|after|lasting|lasted|lasts|last|took|takes|take|spent|spend|with|just|well|slightly|of|is|was|been|be|waited|wait"
    r"|than|in|at|aged|little|bit|now|already|still|far|even|or|and|being)\s$",
    re.IGNORECASE,
)


def add_hedge(text: str, mention: Mention, last: Mention | None) -> Mention:
    """Add the hedge before or after the figure, or that of the figure before, of which it is a conversion."""
    if mention.hedge is not None or (mention.kind not in HEDGED and mention.label != "share"):
        return mention
    before = hedge_before(text, mention.start)
    if before and before[0] >= (last.end if last else 0) and _holds(text, before[0], mention):
        start, sign = before
        rules = ("hedge before", *mention.rules)
        return replace(mention, start=start, text=text[start : mention.end], hedge=sign, rules=rules)
    after = hedge_after(text, mention.end)
    if after:
        end, sign = after
        rules = ("hedge after", *mention.rules)
        return replace(mention, end=end, text=text[mention.start : end], hedge=sign, rules=rules)
    return _inherit(text, mention, last)


def _inherit(text: str, mention: Mention, last: Mention | None) -> Mention:
    """Give "800 km" in "about 500 miles (800 km)" the hedge of the miles."""
    if not last or last.hedge is None or last.kind != mention.kind:
        return mention
    joint = text[last.end : mention.start]
    if joint not in JOINTS or (joint != " (" and mention.kind not in ("money", "quantity")):
        return mention
    return replace(mention, hedge=last.hedge, rules=("hedge inherited", *mention.rules))


def _holds(text: str, start: int, mention: Mention) -> bool:
    """Tell whether the words from there are the hedge of this figure, not a preposition of place or time."""
    if mention.kind == "number":
        return not _is_place(text, start, mention)
    return mention.kind != "duration" or _holds_time(text, start, mention)


def _holds_time(text: str, start: int, mention: Mention) -> bool:
    """Tell whether the words before a length of time hedge it: "a fund over four years" only lasts them."""
    words = text[start : mention.start].lower().split()
    if words[:1] in (["higher"], ["lower"], ["above"], ["below"]):
        return False
    if words != ["over"]:
        return True
    at_start = not text[max(0, start - 2) : start].strip() or text[start].isupper()
    return (
        at_start
        or mention.text.lower().endswith("old")
        or bool(_OVER_TIME.search(text[max(0, start - 12) : start]))
    )


def _is_place(text: str, start: int, mention: Mention) -> bool:
    """Tell whether "near" says where: "a camp near two villages"."""
    small = isinstance(mention.value, int | float) and 1 < mention.value < 100
    return small and text[start : mention.start].strip().lower() == "near"
