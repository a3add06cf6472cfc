"""Units that are left out: "6.3 percent in May, 6.1 in June"."""

from __future__ import annotations

import re
from dataclasses import replace

from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.pattern import lazy_pattern

FARTHEST = 120
"""Characters between a percentage and the figure that leaves its sign out."""

_PREPOSITION = lazy_pattern(rf"{GAP}(in|for|among|at|on|during|by|last|a|the)\b", re.IGNORECASE)
_CLOSED = lazy_pattern(
    rf"{GAP}(?:in|for|from|last|a{GAP}year|a{GAP}month|the{GAP}previous|the{GAP}month|previously|earlier|at|on|by|during|since|among|respectively|as|after)\b"
    r"|[.,;:)”\"’]*(?:\s|$)(?![a-z])|[,;)](?:\s|$)",
    re.IGNORECASE,
)
_TURN = lazy_pattern(rf"\b(?:from|to|against|versus|vs\.?|compared{GAP}(?:with|to)|and){GAP}$", re.IGNORECASE)
_BREAK = lazy_pattern(r"[.!?][\s”\"]|\n\s*\n|\n•")


def elide_units(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give bare figures the percent sign, or the currency, of a strictly parallel figure before them."""
    owner: Mention | None = None
    result = []
    for mention in mentions:
        if mention.kind in ("percent", "money"):
            # "412 billion crowns ($58 billion) from 389 billion": what stands in brackets only converts
            if not (owner and mention.kind == "money" and text[mention.start - 1 : mention.start] == "("):
                owner = mention
        elif owner and _is_bare(mention) and _takes(text, owner, mention):
            rules = (owner.kind, "elided unit", *mention.rules[1:])
            mention = owner = replace(mention, kind=owner.kind, unit=owner.unit, rules=rules)
        result.append(mention)
    return result


def _is_bare(mention: Mention) -> bool:
    return mention.kind == "number" and mention.unit is None and isinstance(mention.value, int | float)


def _takes(text: str, owner: Mention, mention: Mention) -> bool:
    between = text[owner.end : mention.start]
    if len(between) > FARTHEST or _BREAK.search(between) or not _CLOSED.match(text, mention.end):
        return False
    if owner.kind == "money":
        return _takes_currency(between, owner, mention)
    return _is_parallel(text, between, owner, mention)


def _takes_currency(between: str, owner: Mention, mention: Mention) -> bool:
    """Take "38 billion crowns, up from 33.5 billion": both are large, and one turn of phrase joins them."""
    large = (mention.grain or 0) >= 1000 and (owner.grain or 0) >= 1000
    return (
        large and len(between) <= 60 and bool(_TURN.search(between)) and not between.strip().startswith("and")
    )


def _is_parallel(text: str, between: str, percent: Mention, mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, int | float) or not 0 <= abs(value) < 1000:
        return False
    fine = mention.grain is None or mention.grain < 1
    if len(between) <= 60 and _TURN.search(between) and (fine or _is_whole(percent)):
        return not between.strip().startswith("and") or fine
    first = _PREPOSITION.match(text, percent.end)
    second = _PREPOSITION.match(text, mention.end)
    listed = between.rstrip().endswith((",", ", and", " and", ";"))
    return fine and listed and bool(first and second and first[1].lower() == second[1].lower())


def _is_whole(percent: Mention) -> bool:
    return percent.grain is not None and percent.grain >= 1
