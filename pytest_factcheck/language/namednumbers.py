"""Numbers that end a name: "iPhone 15", "Voyager 2", "Group of Seven", "No. 10"."""

from __future__ import annotations

import re

from pytest_factcheck.language.label import NUMBER_WORDS, Label, plain_int
from pytest_factcheck.language.labelnouns import COUNTS_ON
from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.pattern import lazy_pattern

_NAME_BEFORE = lazy_pattern(
    r"(?P<pre>[\w,;:'’)”-])?[^\S\n](?P<name>[A-Z]&[A-Z]+|[A-Za-z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z][a-z]+)[^\S\n]$"
)


_NAME_NUMBER = lazy_pattern(r"\d{1,4}(?![\d\w%°]|[.,:/]\d|[^\S\n]?%|-\d)")


_YEAR_LIKE = lazy_pattern(r"20[2-6]\d")


_NO_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
    " about around over under nearly almost some only just more less than at least most up to in on of"
    " by for from with the a an and but or as when while since until after before between among there"
    " they we it he she its their his her our all aged rs usd eur gbp inr rm".split()
)


_VERB_OR_PLURAL = lazy_pattern(
    rf"""
    {GAP}(?:[A-Za-z]+-)?
    (?: (?!(?:was|is|has|will|and|or|as)\b)[a-z]+{GAP} )?                 # one adjective
    (?: (?!(?:was|is|has|as|this|its|plus|versus)\b)[a-z]{{2,}}(?<!s)s    # a plural
      | people | men | women | children | police | years? | times
      | died | killed | dead | were | had | have | more | others? | new | of | in | out | per
    )\b
    """,
    re.VERBOSE,
)


def read_named(text: str, at: int) -> Label | None:
    """Read the number in "FTSE 100", "iPhone 11", "Voyager 2" as part of the name."""
    found = _NAME_NUMBER.match(text, at)
    if not found or COUNTS_ON.match(text, found.end()) or _VERB_OR_PLURAL.match(text, found.end()):
        return None
    before = _NAME_BEFORE.search(text, max(0, at - 24), at)
    if not before or before["name"].lower() in _NO_NAME:
        return None
    name = before["name"]
    if _YEAR_LIKE.fullmatch(found.group()) and before["pre"]:
        return Label(at, found.end(), "name", name.lower(), plain_int(found.group()))
    camel = any(mark.isupper() for mark in name[1:])
    if not camel and not before["pre"]:
        return None
    if not camel and len(found.group()) > 1:
        return None
    if camel and name.isupper() and "&" not in name:
        return None
    return Label(at, found.end(), "name", name.lower(), plain_int(found.group()))


NUMBER_ONE = lazy_pattern(
    rf"(?:number{GAP}(?P<word>one|two|three|four|five|\d{{1,3}})|(?P<short>no\.?)[^\S\n]?(?P<digits>\d{{1,3}}))\b"
    rf"(?!,\d|%|-\d)(?!{GAP}(?:percent|per|million|thousand))",
    re.IGNORECASE,
)


NAMED_GROUP = lazy_pattern(
    rf"(?:(?:Group|Gang|Council){GAP}of|Big){GAP}"
    rf"(?P<figure>{'|'.join(map(str.capitalize, NUMBER_WORDS))}|\d\d?)\b"
)


def is_rank(text: str, at: int, found: re.Match[str]) -> bool:
    """Tell "number two" and "No 3" from a number of things."""
    if found["word"]:
        return (
            (text[at].isupper() and not found["word"].isdecimal())
            or not text[at].isupper()
            or found["word"].isdecimal()
        )
    return "." in found["short"] or text[at].isupper()
