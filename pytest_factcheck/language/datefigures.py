"""Dates in figures only, in the order that the text uses: 2022-02-24, 24/02/2022, 9/11."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pytest_factcheck.language.calendar import day_of, make_day, month_of
from pytest_factcheck.language.datewords import MONTH, compiled, full_year, month_number
from pytest_factcheck.language.filling import fill_year
from pytest_factcheck.language.monthdays import one_day
from pytest_factcheck.language.page import Found, Page
from pytest_factcheck.language.years import PLURAL_AFTER, UNIT_AFTER

ISO_DAY = (
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d|[-/.]\d)"
    r"(?:T\d[\d:.]*Z?)?"
)

NUMERIC = (
    r"(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\dA-Za-z]|(?P=mark)\d)"
)

TWO_NUMBERS = r"(?P<a>\d{1,2})[^\S\n]?/[^\S\n]?(?P<b>\d{1,2})(?![\dA-Za-z%]|[^\S\n]?[-/.:–][^\S\n]?\d|,\d)"

YEAR_MONTH = r"(?P<year>[12]\d{3})(?:-|[^\S\n]?/[^\S\n]?)(?P<month>0[1-9]|1[0-2]|[1-9])(?![\dA-Za-z]|[-/.]\d)"

MONTH_SLASH_YEAR = (
    r"(?P<month>0?[1-9]|1[0-2])(?:/|[^\S\n]-[^\S\n])(?P<year>(?:19|20)\d{2})(?![\dA-Za-z]|[-/.]\d)"
)


YEAR_FIRST_NAMED = (
    rf"(?:(?P<year>[12]\d{{3}})(?P<mark>[-/.])(?:(?P<month>{MONTH})(?P=mark)(?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}})(?P=mark)(?P<month2>{MONTH}))"
    rf"|(?P<day3>\d{{1,2}})(?P<mark2>[-/])(?P<year3>[12]\d{{3}})(?P=mark2)(?P<month3>{MONTH}))(?![\dA-Za-z]|[-/]\d)"
)

RUN_TOGETHER = r"(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?![\dA-Za-z%]|[-.,:/]\d)"


def read_figures(page: Page, at: int) -> Found | None:
    """Read a date that is written in figures only."""
    before = page.text[max(0, at - 6) : at]
    if before and (
        before[-1].isalnum() or before[-1] in ".,/:$£€#" or re.search(r"(?<!/\d{4})\d-$|^-$", before)
    ):
        return None
    return (
        read_iso(page, at)
        or read_three_numbers(page, at)
        or _with_named_month(page, at)
        or _run_together(page, at)
        or _attack_day(page, at)
        or _two_numbers(page, at)
        or _month_in_figures(page, at)
    )


def read_iso(page: Page, at: int) -> Found | None:
    """Read 2022-02-24."""
    found = compiled(ISO_DAY).match(page.text, at)
    if not found:
        return None
    given = frozenset({"year", "month", "day"})
    day = make_day(int(found["year"]), int(found["month"]), int(found["day"]))
    return Found(found.end(), day_of(day, given), ("iso", *sorted(given))) if day else None


def read_three_numbers(page: Page, at: int) -> Found | None:
    """Read 3/12/2025 in the order that the text uses elsewhere; without a sign of it the value stays open."""
    found = compiled(NUMERIC).match(page.text, at)
    if not found or (found["mark"] == "." and len(found["year"]) == 2):
        return None
    a, b = int(found["a"]), int(found["b"])
    year = int(found["year"]) if len(found["year"]) == 4 else full_year(int(found["year"]))
    given = frozenset({"year", "month", "day"})
    order = _order(a, b) or ("day" if found["mark"] == "." else numeric_order(page.text))
    if a == b:
        order = "day"
    day, month = (a, b) if order == "day" else (b, a)
    value = make_day(year, month, day)
    if value is None and (order or not (make_day(year, a, b) or make_day(year, b, a))):
        return None
    rules = ("figures", *sorted(given))
    return Found(found.end(), day_of(value, given) if order else None, rules)


def _with_named_month(page: Page, at: int) -> Found | None:
    """Read 2019/Aug/01, 2020-23-Sep, 23-2020-September."""
    start = page.text[at : at + 5]
    if start[4:] not in ("-", "/", ".") and "-" not in start[:3] and "/" not in start[:3]:
        return None
    found = compiled(YEAR_FIRST_NAMED).match(page.text, at)
    if not found:
        return None
    year, day = found["year"] or found["year3"], found["day"] or found["day2"] or found["day3"]
    month = month_number(found["month"] or found["month2"] or found["month3"])
    end = found.end() - found.group().endswith(".")
    return one_day(end, int(year), month, int(day), frozenset({"year", "month", "day"}))


def _run_together(page: Page, at: int) -> Found | None:
    """Read 20220224, as file names and tables have it."""
    found = compiled(RUN_TOGETHER).match(page.text, at) if page.text[at : at + 8].isdecimal() else None
    if not found or UNIT_AFTER.match(page.text, found.end()) or PLURAL_AFTER.match(page.text, found.end()):
        return None
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    return one_day(found.end(), year, month, day, frozenset({"year", "month", "day"}))


def _order(a: int, b: int) -> str | None:
    if a > 12 >= b:
        return "day"
    return "month" if b > 12 >= a else None


@lru_cache(maxsize=8)
def numeric_order(text: str) -> str | None:
    """Tell whether the text writes its dates day first or month first; None if it shows neither or both."""
    orders = {
        _order(int(a), int(b))
        for a, b in re.findall(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)", text)
    }
    orders.discard(None)
    if not orders:
        if compiled(rf"\b{MONTH} \d{{1,2}}, \d{{4}}\b").search(text):
            orders.add("month")
        if compiled(rf"(?<!\d)\d{{1,2}} {MONTH},? \d{{4}}\b").search(text):
            orders.add("day")
    return orders.pop() if len(orders) == 1 else None


def _attack_day(page: Page, at: int) -> Found | None:
    """Read 9/11, which is a name before it is a date."""
    if not re.match(r"9/11(?![\d/])", page.text[at : at + 6]):
        return None
    return Found(at + 4, day_of(date(2001, 9, 11), frozenset({"month", "day"})), ("named day",))


def _two_numbers(page: Page, at: int) -> Found | None:
    """Read "on 4/22" where the order is plain."""
    found = compiled(TWO_NUMBERS).match(page.text, at)
    if not found:
        return None
    a, b = int(found["a"]), int(found["b"])
    order = _order(a, b) or (numeric_order(page.text) if a <= 12 and b <= 12 else None)
    before = page.text[max(0, at - 10) : at]
    cue = re.search(
        r"(?:\b(?:on|by|until|since|from|before|after|dated|and|or|to)\s+|,\s|^)$", before, re.IGNORECASE
    )
    alone = not before.strip() and not page.text[found.end() :].strip()
    listed = re.search(r"\d/\d{1,2}(?:,|,? (?:or|and|to)|-) ?$", page.text[max(0, at - 10) : at])
    on = re.search(r"\b(?:on|dated)\s+$", before)
    if order is None or not (on or alone or listed or (cue and numeric_order(page.text))):
        return None
    day, month = (a, b) if order == "day" else (b, a)
    year = fill_year(page, at, found.end(), month, day)
    return one_day(found.end(), year, month, day, frozenset({"month", "day"}))


def _month_in_figures(page: Page, at: int) -> Found | None:
    found = compiled(YEAR_MONTH).match(page.text, at)
    if found and int(found["month"]) == (int(found["year"]) + 1) % 100:
        return None
    found = found or compiled(MONTH_SLASH_YEAR).match(page.text, at)
    if not found:
        return None
    given = frozenset({"year", "month"})
    value = month_of(int(found["year"]), int(found["month"]), given)
    return Found(found.end(), value, ("figures", *sorted(given))) if value else None
