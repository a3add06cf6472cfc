"""Figures with their units: percents, money, quantities, ranges, and lists that share a unit."""

from __future__ import annotations

import re
from dataclasses import replace

from pytest_factcheck.language.number import GAP
from pytest_factcheck.language.ranges import end_of_range, read_range, share_scale
from pytest_factcheck.language.term import Term, mention_of
from pytest_factcheck.language.terms import read_term
from pytest_factcheck.model.mention import Length, Mention
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

LONGEST_LIST = 8
"""Figures that one unit may be shared by."""


_NEXT = lazy_pattern(
    rf"(?P<comma>,{GAP}(?P<closing>(?:and|or){GAP})?)|{GAP}(?:and|or|to){GAP}|[^\S\n]?/[^\S\n]?",
    re.IGNORECASE,
)


_YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d$")


def read_figures(text: str, at: int) -> list[Mention]:
    """Read the figure at that offset: alone, as a range, or with the list whose unit it shares."""
    first = read_term(text, at)
    if not first:
        return []
    ranged = read_range(text, first)
    if ranged:
        return [ranged]
    terms = _share_unit(text, first)
    return [mention_of(text, term) for term in terms]


def _share_unit(text: str, first: Term) -> list[Term]:
    """Give the figures of "3, 4 and 5 percent" the unit of the last; the first alone if none is shared."""
    if not first.is_bare or first.number.value != first.number.value:
        return [first]
    terms, closed = [first], False
    while len(terms) < LONGEST_LIST and not closed:
        joint = _NEXT.match(text, terms[-1].end)
        if not joint or _is_year(text, terms[-1]):
            return [first]
        following = read_term(text, joint.end())
        if not following:
            return [first]
        closed = not (joint["comma"] and not joint["closing"])
        if not following.is_bare:
            apposed = len(terms) == 1 and joint["comma"]  # "two of 5, or 40%" says one thing twice
            return _shared(text, terms, following) if closed and not apposed else [first]
        if closed and not joint["comma"] and joint.group().strip().lower() == "to":
            return [first]
        if closed and len(terms) == 1 and joint.group().strip().lower() == "or":
            scaled, _ = share_scale(text, first, following, dashed=False)
            return [scaled, following] if scaled is not first else [first]
        terms.append(following)
        closed = not (joint["comma"] and not joint["closing"])
    return [first]


def _shared(text: str, terms: list[Term], last: Term) -> list[Term]:
    unit = last.unit
    if unit and unit.rule == "currency before":
        return terms[:1]
    shared = []
    for term in terms:
        if last.length:
            length = end_of_range(term, last)
            if not isinstance(length, Length):
                return terms[:1]
            mention = replace(
                last.length,
                start=term.start,
                end=term.end,
                text=text[term.start : term.end],
                value=length,
                figure=Span(term.number.start, term.number.end),
                grain=term.number.grain,
                rules=("shared unit", *last.length.rules),
            )
            shared.append(replace(term, length=mention))
            continue
        assert unit is not None
        shared.append(replace(term, unit=replace(unit, rule="shared unit")))
    return [*shared, last]


def _is_year(text: str, term: Term) -> bool:
    return bool(_YEAR.match(text[term.start : term.end]))
