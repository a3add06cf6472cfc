"""Months: "Feb. 2022", "March-May", and a month alone where the words want a time."""

from __future__ import annotations

import re

from pytest_factcheck.language.calendar import month_of, stretch
from pytest_factcheck.language.datewords import MONTH, WHOLE, YEAR, compiled, month_number, year_number
from pytest_factcheck.language.filling import fill_year
from pytest_factcheck.language.monthdays import BEFORE_YEAR, YEAR_AHEAD, YEAR_TIED, year_meant
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Found, Page

MONTH_YEAR = rf"(?P<month>{MONTH})(?:{BEFORE_YEAR}){YEAR_TIED}"

MONTHS_RANGE = rf"(?P<month>{MONTH}){GAP}?[-–—/]{GAP}?(?P<last>{MONTH})(?:{BEFORE_YEAR}(?P<year>{YEAR}))?"

AMBIGUOUS = frozenset({"may", "march", "april", "june", "august"})
"""Months that are also verbs or names of people: alone they need a word before them that wants a time."""

WANTS_TIME = (
    r"\b(?:in|since|until|till|by|during|before|after|from|through|to|and|between|of|for|early|mid|late|last|next|this|every|"
    r"on|end|beginning|start|middle|or|late-|mid-|early-|around|about|than|as|ending|ended|ends)[\s-]+(?:the\s+)?$"
)


YEAR_MONTH_NAMED = (
    rf"(?P<year>(?:19|20)\d{{2}}){GAP}(?P<month>{MONTH})"
    rf"(?={GAP}?(?:[,;)–—-]|\.?$|[.?!][^\S\n])|{GAP}(?:and|to|until|till)\b)"
)


def read_year_month(page: Page, at: int) -> Found | None:
    """Read "2018 June", which puts the year first."""
    found = compiled(YEAR_MONTH_NAMED).match(page.text, at) if page.text[at + 4 : at + 5].isspace() else None
    if not found or not found["month"][0].isupper():
        return None
    value = month_of(int(found["year"]), month_number(found["month"]), frozenset({"month", "year"}))
    end = found.end() - found.group().endswith(".")
    return Found(end, value, ("month", "month", "year")) if value else None


def read_months(page: Page, at: int) -> Found | None:
    """Read "February 2022", "March-May 2024", "in May"."""
    return _month_year(page, at) or _month_range(page, at) or _bare_month(page, at)


def _month_year(page: Page, at: int) -> Found | None:
    found = compiled(MONTH_YEAR).match(page.text, at)
    if not found:
        return None
    given = frozenset({"month", "year"})
    value = month_of(year_number(found["year"]), month_number(found["month"]), given)
    return Found(found.end(), value, ("month", *sorted(given))) if value else None


def _month_range(page: Page, at: int) -> Found | None:
    found = compiled(MONTHS_RANGE).match(page.text, at)
    if not found:
        return None
    first, last = month_number(found["month"]), month_number(found["last"])
    year, given = year_meant(page, at, found, last, None)
    end = found.end()
    if year is None:
        return Found(end, None, ("months", *sorted(given)))
    start, final = month_of(year - (first > last), first, given), month_of(year, last, given)
    if not start or not final:
        return None
    return Found(end, stretch(start.start, final.end, given), ("months", *sorted(given)))


def _bare_month(page: Page, at: int) -> Found | None:
    found = compiled(rf"(?P<month>{MONTH})(?P<year>)").match(page.text, at)
    if not found:
        return None
    name = found["month"].lower().rstrip(".")
    if name not in WHOLE and not (found["month"].endswith(".") and found["month"][0].isupper()):
        return None
    end = found.end()
    joined = compiled(YEAR_AHEAD).match(page.text, end)
    if not joined and not _is_time(page.text, at, end, name):
        return None
    month = month_number(name)
    year = year_number(joined["year"]) if joined else fill_year(page, at, end, month)
    given = frozenset({"month", "year"} if joined else {"month"})
    value = month_of(year, month, given) if year else None
    return Found(end, value, ("month", *sorted(given)))


def _is_time(text: str, at: int, end: int, name: str) -> bool:
    """Tell whether a month named alone is a time: "in May", not "May said" or "they march"."""
    capital = text[at].isupper()
    if at + len(text) - end < 40 and not text[:at].strip() and not text[end:].strip():
        return True
    if re.match(r"['’]?[A-Za-z]", text[end : end + 2]) and not re.match(r"['’]s\b", text[end : end + 3]):
        return False
    if name not in AMBIGUOUS:
        return True
    before = text[max(0, at - 16) : at]
    if not capital and name in ("april", "june"):
        return bool(re.search(WANTS_TIME, before, re.IGNORECASE))
    if not capital:
        return bool(re.search(r"\b(?:in|last|next|since|until|mid|late|early)[\s-]+$", before, re.IGNORECASE))
    if re.match(r"\s+[A-Z][a-z]", text[end : end + 3]) and not re.match(
        r"\s+(?:Day|Bank)\b", text[end : end + 5]
    ):
        return bool(
            re.search(r"\b(?:in|since|until|last|next|this|by|during|mid|late|early)[\s-]+$", before, re.I)
        )
    return bool(re.search(WANTS_TIME, before, re.IGNORECASE))
