"""The "one" that does not count: pronouns and idioms."""

from __future__ import annotations

import re

from pytest_factcheck.language.fractionwords import opens_share
from pytest_factcheck.language.label import Label
from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.pattern import lazy_pattern

_ONE = lazy_pattern(
    rf"one(?P<of>{GAP}of(?:{GAP}(?:the|his|her|its|their|our|my|your|those|these|many|several|only|two|three|four|five))?\b)"
    rf"|one(?P<pronoun>{GAP}another|['’]s\b|self\b)"
    rf"|one(?P<phrase>{GAP}way{GAP}or{GAP}(?:another|the{GAP}other)|{GAP}hand(?=,|{GAP}and{GAP}))\b"
    r"|one-(?P<idiom>in-a-million|off|offs|on-one|sided|way|time|stop|size|upmanship|liner|liners|to-one|and-done|nil)\b",
    re.IGNORECASE,
)


_BEFORE_ONE = lazy_pattern(
    r"\b(?:no|the|this|that|which|whichever|each|any|every|some|another|last|first|next|other|new|old|big|good|only|same|whole"
    r"|right|wrong|loved|little|young|great|better|best|former|latter|number|a|an|former|square|day|[a-z]+(?:al|ous|ive"
    r"|ful|ic|able|ible|ing|ent|ish))[^\S\n]{1,2}$",
    re.IGNORECASE,
)


_AFTER_ONE = lazy_pattern(
    rf"{GAP}(?:is|was|has|had|would|could|can|cannot|should|must|will|might|may|knows|wants|does|did|who|that|which"
    r"|to|in|on|at|for|with|by|from|and|but|as|if|i|you|we|he|she|they|never|ever|always|thinks|said|says|sees|needs)\b"
    r"|[^\S\n]?(?:[.,;:!?)”\"']|$)",
    re.IGNORECASE,
)


_COUNTS_UP = lazy_pattern(
    rf"one(?:{GAP}|-)(?:hundred|thousand|million|billion|trillion|dozen|percent|per{GAP}cent|percentage|basis|point|half|third|quarter"
    rf"|fifth|sixth|eighth|tenth|and{GAP}an?{GAP}|in{GAP}|out{GAP}of{GAP})",
    re.IGNORECASE,
)


_THE_SOME_ONE = lazy_pattern(
    r"\b(?:the|an?|this|that|his|her|their|its|my|your|our)[^\S\n][\w-]+[^\S\n]$|\bthe[^\S\n]only[^\S\n]$|\bother[^\S\n]$",
    re.IGNORECASE,
)


_COUNTING = frozenset(
    "remaining additional extra past last next first single odd about nearly almost than least most"
    " further of same in to from for with at by on and or but".split()
)
"""Words before "one" that let it count: "the remaining one seat"."""


_GENERIC_ONE = lazy_pattern(
    rf"one{GAP}(?:can|cannot|must|should|might|would|could|does|never|that|who|where|which|whose|whom)\b|one{GAP}with{GAP}(?:the|an?)\b",
    re.IGNORECASE,
)


NO_ONE = lazy_pattern(rf"no(?:{GAP}|-)one\b", re.IGNORECASE)


def read_one(text: str, at: int) -> Label | None:
    """Read the "one" that begins there as a pronoun or an idiom; None where it counts."""
    if _COUNTS_UP.match(text, at) or opens_share(text, at):
        return None
    found = _ONE.match(text, at)
    if found:
        name = "one of" if found["of"] else "idiom" if found["idiom"] or found["phrase"] else "pronoun"
        return Label(at, found.end(), name, value=1, figure=(at, at + 3))
    if _GENERIC_ONE.match(text, at):
        return Label(at, at + 3, "pronoun", value=1, figure=(at, at + 3))
    owned = _THE_SOME_ONE.search(text, max(0, at - 24), at)
    if owned and (_AFTER_ONE.match(text, at + 3) or owned.group().lower().split()[-1] not in _COUNTING):
        return Label(at, at + 3, "pronoun", value=1, figure=(at, at + 3))
    before = _BEFORE_ONE.search(text, max(0, at - 20), at)
    if before and (before.group().lower().split()[0] in _SURE_PRONOUN or _AFTER_ONE.match(text, at + 3)):
        start = at
        return Label(start, at + 3, "pronoun", value=1, figure=(at, at + 3))
    return None


_SURE_PRONOUN = frozenset("no this which whichever each any every another loved the".split())
