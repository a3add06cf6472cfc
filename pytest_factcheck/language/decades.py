"""Fiscal years, decades and centuries."""

from __future__ import annotations

import re

from pytest_factcheck.language.calendar import century_of, decade_of, stretch, year_of
from pytest_factcheck.language.datewords import compiled, year_number
from pytest_factcheck.language.lexicon import ORDINALS
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Found, Page
from pytest_factcheck.model.pattern import lazy_pattern

FISCAL = frozenset("fiscal financial calendar school academic marketing tax crop".split())


_FISCAL_YEAR = (
    rf"(?:(?:(?:{'|'.join(sorted(FISCAL))})(?:{GAP}|-)(?:year{GAP}?)?|FY{GAP}?|CY{GAP}|year{GAP})"
    rf"(?P<year>(?:19|20)\d{{2}}(?!\d)|['’]\d{{2}}(?!\d)|(?<=FY)\d{{2}}(?!\d))"
    rf"(?:[-–/](?P<last>\d{{4}}|\d{{2}})(?!\d))?)"
)


def read_fiscal(page: Page, at: int) -> Found | None:
    """Read "fiscal 1989", "financial year 2023-24", "FY2019", "the year 2000"."""
    found = compiled(_FISCAL_YEAR).match(page.text, at)
    if not found:
        return None
    given = frozenset({"year"})
    first, last = year_of(year_number(found["year"]), given), None
    if found["last"] and first:
        last = (
            year_of(int(found["year"][:-2] + found["last"][-2:]), given) if len(found["year"]) == 4 else None
        )
    if first and last and first.start and last.end and first.start < last.end:
        return Found(found.end(), stretch(first.start, last.end, given), ("fiscal years", "year"))
    return Found(found.end(), first, ("fiscal year", "year"))


DECADE_WORDS = {
    name: 1900 + 10 * tens
    for tens, name in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}

_OWNED = lazy_pattern(
    r"\b(?:his|her|their|my|your|our|its|in\s+(?:his|her|their)\s+(?:early|mid|late)|(?:his|her|their|my)[\s-]+(?:early|mid|late)"
    r"|low|high|upper|lower)[\s-]*$",
    re.IGNORECASE,
)


def read_decade(page: Page, at: int) -> Found | None:
    """Read "1990s", "the '90s", "the nineties"; an age ("in his 40s") is none."""
    text = page.text
    before = text[max(0, at - 20) : at]
    found = compiled(r"(?P<year>[12]\d{2}0)['’]?s(?![A-Za-z])").match(text, at)
    if found and not (before and (before[-1].isalnum() or before[-1] in "$£€.,")):
        return _decade_found(found.end(), int(found["year"]))
    if _OWNED.search(before):
        return None
    short = compiled(r"(?P<mark>['‘’])?(?P<tens>[2-9]0)['’]?s(?![A-Za-z])").match(text, at)
    if short and (
        short["mark"] or re.search(r"\bthe\s+(?:(?:early|mid|late)[\s-]+)?$", before, re.IGNORECASE)
    ):
        if before[-1:].isalnum() or short.group().endswith("S"):
            return None
        return _decade_found(short.end(), 1900 + int(short["tens"]))
    words = compiled("|".join(DECADE_WORDS)).match(text, at)
    if words and re.search(r"\b(?:the|in|early|mid|late|roaring|swinging)[\s-]+$", before, re.IGNORECASE):
        return _decade_found(words.end(), DECADE_WORDS[words.group().lower()])
    return None


def _decade_found(end: int, year: int) -> Found | None:
    value = decade_of(year, frozenset({"decade"}))
    return Found(end, value, ("decade",)) if value else None


_CENTURY = (
    rf"(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|twent(?:y|ieth)(?:-(?:first|second))?|{'|'.join(ORDINALS)})"
    rf"(?:{GAP}|-)century(?![A-Za-z])"
)


def read_century(page: Page, at: int) -> Found | None:
    """Read "the 19th century", "twentieth-century"."""
    found = compiled(_CENTURY).match(page.text, at)
    if not found:
        return None
    words = found["nth"].lower()
    digits = re.match(r"\d+", words)
    number = (
        int(digits.group())
        if digits
        else sum(ORDINALS.get(word, 20 if word == "twenty" else 0) for word in words.split("-"))
    )
    value = century_of(number, frozenset({"century"}))
    return Found(found.end(), value, ("century",)) if value else None
