"""Dates that name a day, a month or a year: "14-15 December 2025", "Friday, May 3", "Feb. 2022", "1945"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from pytest_factcheck.language.calendar import day_of, make_day, month_of, stretch, year_of
from pytest_factcheck.language.datewords import (
    DAY,
    MONTH,
    WEEKDAY,
    WHOLE,
    YEAR,
    YEAR_WORDS,
    compiled,
    day_number,
    full_year,
    month_number,
    weekday_number,
    year_number,
)
from pytest_factcheck.language.filling import fill_weekday, fill_year
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Found, Page
from pytest_factcheck.model.mention import Days

_TO = rf"(?:{GAP}?(?P<dash>[-‐‑–—~/&]){GAP}?|{GAP}(?P<word>to|and|or|through|thru|until|till){GAP})(?:the{GAP})?"
_OF = rf"(?:(?:{GAP}day)?{GAP}of(?:{GAP}the)?{GAP}|{GAP}?[-/]?)"
_BEFORE_YEAR = rf"(?:{GAP}?,?{GAP}(?:(?:of|in){GAP})?|[-/]|,)"
_YEAR = rf"(?P<year>{YEAR}|(?<=of )\d{{2}}(?![\dA-Za-z%]|[.,:/-]\d))"

DAY_FIRST = rf"(?:(?P<first>{DAY}){_TO})?(?P<day>{DAY}){_OF}(?P<month>{MONTH})(?:{_BEFORE_YEAR}{_YEAR})?"
MONTH_FIRST = (
    rf"(?P<month>{MONTH})(?:{GAP}(?:the{GAP})?|[-/]|)(?P<day>{DAY})(?:{_TO}(?P<last>{DAY})(?!{GAP}{MONTH}))?"
    rf"(?:{_BEFORE_YEAR}(?P<year>{YEAR}))?"
)
MONTH_YEAR = rf"(?P<month>{MONTH})(?:{_BEFORE_YEAR}){_YEAR}"
MONTHS_RANGE = rf"(?P<month>{MONTH}){GAP}?[-–—/]{GAP}?(?P<last>{MONTH})(?:{_BEFORE_YEAR}(?P<year>{YEAR}))?"
YEAR_AHEAD = (
    rf"(?:{GAP}?[-–—]{GAP}?|{GAP}(?:to|and|or|through|until|till|thru){GAP})(?:the{GAP})?"
    rf"(?:{DAY}{_OF}{MONTH}|{MONTH}(?:{GAP}{DAY})?){_BEFORE_YEAR}(?P<year>{YEAR})"
)
ISO_DAY = r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d|[-/.]\d)(?:T\d[\d:.]*Z?)?"
NUMERIC = (
    r"(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\dA-Za-z]|(?P=mark)\d)"
)
TWO_NUMBERS = r"(?P<a>\d{1,2})[^\S\n]?/[^\S\n]?(?P<b>\d{1,2})(?![\dA-Za-z%]|[^\S\n]?[-/.:–][^\S\n]?\d|,\d)"
YEAR_MONTH = r"(?P<year>[12]\d{3})(?:-|[^\S\n]?/[^\S\n]?)(?P<month>0[1-9]|1[0-2]|[1-9])(?![\dA-Za-z]|[-/.]\d)"
MONTH_SLASH_YEAR = (
    r"(?P<month>0?[1-9]|1[0-2])(?:/|[^\S\n]-[^\S\n])(?P<year>(?:19|20)\d{2})(?![\dA-Za-z]|[-/.]\d)"
)
YEARS_RANGE = r"(?P<year>(?:1[89]|20|21)\d{2})[-–—/](?P<last>\d{2})(?![\dA-Za-z%]|[-/.,]\d)"

AMBIGUOUS = frozenset({"may", "march", "april", "june", "august"})
"""Months that are also verbs or names of people: alone they need a word before them that wants a time."""

WANTS_TIME = (
    r"\b(?:in|since|until|till|by|during|before|after|from|through|to|and|between|of|for|early|mid|late|last|next|this|every|"
    r"on|end|beginning|start|middle|or|late-|mid-|early-|around|about|than|as|ending|ended|ends)[\s-]+(?:the\s+)?$"
)
_COUNTED = r"(?:people|men|women|children|troops|soldiers|police|per\s?cent|percent|pct|million|billion|thousand|hundred|%)"


def read_absolute(page: Page, at: int) -> Found | None:
    """Read a date that names its day, month or year."""
    mark = page.text[at]
    if mark.isdecimal():
        return _numeric(page, at) or _day_first(page, at) or _years(page, at) or read_year(page, at)
    return _month_first(page, at) or _day_first(page, at) or _months(page, at) or _spelled_year(page, at)


# ------------------------------------------------------------------------------------ day and month


def _day_first(page: Page, at: int) -> Found | None:
    found = compiled(DAY_FIRST).match(page.text, at)
    if not found or _is_modal(page.text, found):
        return None
    month, day = month_number(found["month"]), day_number(found["day"])
    year, given = _year(page, at, found, month, day)
    if not found["first"]:
        return _one_day(found.end(), year, month, day, given)
    return _two_days(page, found, year, month, (day_number(found["first"]), day), given)


def _two_days(
    page: Page,
    found: re.Match[str],
    year: int | None,
    month: int,
    days: tuple[int, int],
    given: frozenset[str],
) -> Found | None:
    """Join "14-15 December" to one stretch; the first day of "5 and 20 May" stands for itself."""
    first, last = days
    word = (found["word"] or "").lower()
    if (word in ("and", "or") and last != first + 1 and not _after_between(page, found)) or word == "or":
        name = "first" if "first" in found.groupdict() else "day"
        end = found.end(name)
        return _one_day(end, year, month, first, given)
    if year is None:
        return Found(found.end(), None, ("days", *sorted(given))) if first < last else None
    start, end_day = make_day(year, month, first), make_day(year, month, last)
    if start is None or end_day is None or start >= end_day:
        return None
    return Found(found.end(), stretch(start, end_day + timedelta(days=1), given), ("days", *sorted(given)))


def _after_between(page: Page, found: re.Match[str]) -> bool:
    return bool(
        re.search(r"between\s+(?:the\s+)?$", page.text[max(0, found.start() - 14) : found.start()], re.I)
    )


def _one_day(end: int, year: int | None, month: int, day: int, given: frozenset[str]) -> Found | None:
    rules = ("day", *sorted(given))
    if year is None:
        return Found(end, None, rules) if make_day(2000, month, day) else None
    value = day_of(make_day(year, month, day), given)
    return Found(end, value, rules) if value else None


def _year(
    page: Page, at: int, found: re.Match[str], month: int, day: int | None
) -> tuple[int | None, frozenset[str]]:
    """Take the year that was written, or that of the date joined to this one, or fill it in."""
    fields = {"month"} if day is None else {"month", "day"}
    if found["year"]:
        return year_number(found["year"]), frozenset(fields | {"year"})
    joined = compiled(YEAR_AHEAD).match(page.text, found.end())
    if joined:
        return year_number(joined["year"]), frozenset(fields | {"year"})
    return fill_year(page, at, found.end(), month, day), frozenset(fields)


def _is_modal(text: str, found: re.Match[str]) -> bool:
    """Tell "the second may" and "they march 3 miles" from dates."""
    month = found["month"].lower()
    if month not in ("may", "march") or found["month"][0].isupper() or found["year"]:
        return False
    if found.start("month") > found.start("day"):
        return not re.search(
            r"of\s+(?:the\s+)?$", text[found.start("day") : found.start("month")], re.IGNORECASE
        )
    return bool(
        re.match(
            r"\s+(?!and\b|to\b|at\b|in\b|or\b|thru\b|through\b)[a-z]", text[found.end() : found.end() + 10]
        )
    )


def _month_first(page: Page, at: int) -> Found | None:
    found = compiled(MONTH_FIRST).match(page.text, at)
    if not found or _is_modal(page.text, found) or _counts_people(page.text, found):
        return None
    if not found["year"] and len(found["day"]) == 2 and _is_short_year(page.text, found):
        return None
    month, day = month_number(found["month"]), day_number(found["day"])
    year, given = _year(page, at, found, month, day)
    if found["last"]:
        both = _two_days(page, found, year, month, (day, day_number(found["last"])), given)
        if both:
            return both
    end = found.end() if not found["last"] else found.end("day")
    return _one_day(end, year, month, day, given)


def _counts_people(text: str, found: re.Match[str]) -> bool:
    if found["year"] or not found["day"].isdecimal():
        return False
    return bool(compiled(rf"{GAP}{_COUNTED}").match(text, found.end("day")))


def _is_short_year(text: str, found: re.Match[str]) -> bool:
    return (
        text[found.end("month") : found.start("day")].strip() == ""
        and int(re.sub(r"\D", "", found["day"]) or 1) > 31
    )


# ------------------------------------------------------------------------------------ months


def _months(page: Page, at: int) -> Found | None:
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
    year, given = _year(page, at, found, last, None)
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
    if name not in WHOLE and not found["month"].endswith("."):
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
    if not text[:at].strip() and not text[end:].strip():
        return True
    if re.match(r"['’]?[A-Za-z]", text[end : end + 2]) and not re.match(r"['’]s\b", text[end : end + 3]):
        return False
    if name not in AMBIGUOUS:
        return True
    before = text[max(0, at - 16) : at]
    if not capital:
        return bool(re.search(r"\b(?:in|last|next|since|until|mid|late|early)[\s-]+$", before, re.IGNORECASE))
    if re.match(r"\s+[A-Z][a-z]", text[end : end + 3]) and not re.match(
        r"\s+(?:Day|Bank)\b", text[end : end + 5]
    ):
        return bool(
            re.search(r"\b(?:in|since|until|last|next|this|by|during|mid|late|early)[\s-]+$", before, re.I)
        )
    return bool(re.search(WANTS_TIME, before, re.IGNORECASE))


# ------------------------------------------------------------------------------------ figures only


def _numeric(page: Page, at: int) -> Found | None:
    before = page.text[max(0, at - 6) : at]
    if before and (
        before[-1].isalnum() or before[-1] in ".,/:$£€#" or re.search(r"(?<!/\d{4})\d-$|^-$", before)
    ):
        return None
    return (
        _iso(page, at)
        or _three_numbers(page, at)
        or _attack_day(page, at)
        or _two_numbers(page, at)
        or _month_in_figures(page, at)
    )


def _iso(page: Page, at: int) -> Found | None:
    found = compiled(ISO_DAY).match(page.text, at)
    if not found:
        return None
    given = frozenset({"year", "month", "day"})
    day = make_day(int(found["year"]), int(found["month"]), int(found["day"]))
    return Found(found.end(), day_of(day, given), ("iso", *sorted(given))) if day else None


def _three_numbers(page: Page, at: int) -> Found | None:
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
    if value is None and (order or not make_day(year, a, b) and not make_day(year, b, a)):
        return None
    rules = ("figures", *sorted(given))
    return Found(found.end(), day_of(value, given) if order else None, rules)


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
    return _one_day(found.end(), year, month, day, frozenset({"month", "day"}))


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


# ------------------------------------------------------------------------------------ years


def _years(page: Page, at: int) -> Found | None:
    """Read "2012-13", a season or a business year."""
    found = compiled(YEARS_RANGE).match(page.text, at)
    if not found or (at and (page.text[at - 1].isalnum() or page.text[at - 1] in ".,-/:$£€#")):
        return None
    first = int(found["year"])
    last = first // 100 * 100 + int(found["last"])
    if last <= first:
        last += 100
    if not 0 < last - first <= 30:
        return None
    given = frozenset({"year"})
    start, end = year_of(first, given), year_of(last, given)
    return (
        Found(found.end(), stretch(start.start, end.end, given), ("years", "year")) if start and end else None
    )


_LABEL_BEFORE = re.compile(
    r"(?:\b(?:Rule|Form|Agenda|No\.?|Article|Resolution|Section|Chapter|Room|Route|Highway|Flight|Boeing|Page|Bill|Act|Model|Windows|Unit|"
    r"Line|Level|Channel|Area|Box|Apollo|Order|Directive|Regulation|ISO|Case|Court)|[#$£€¥])\s*$"
)
_TIME_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|before|after|during|the|to|and|between|through|late|early|mid|circa|year|around|"
    r"for|on|or|AD|summer|spring|autumn|fall|winter|end|beginning|start|fiscal|FY|ca|post|pre|back\s+in|as|a|his|her|their|its|"
    r"our|than|with)|[(\[—–,;-])\s*$",
    re.IGNORECASE,
)
_OLD_TIME_BEFORE = re.compile(r"\b(?:in|since|circa|c\.|year|AD|around|until|by)\s+$", re.IGNORECASE)
_QUANTITY_BEFORE = re.compile(
    r"\b(?:some|nearly|almost|about|approximately|roughly|over|than|least|most|another|up\s+to|under|total\s+of|just)\s+$",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"(?:\s?(?:%|°|£|€|GMT|UTC|EST|EDT|CET|BST|local\s+time|hours|hrs|h\b|kg\b|km\b|m\b|cm\b|mm\b|MW\b|GW\b|kW\b|lbs?\b"
    r"|ft\b|mph|km/h|sq\b)|-?\s?(?:per\s?cent|percent|points?|people|men|women|children|troops|soldiers|police|dollars?"
    r"|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|crowns?|miles?|met(?:er|re)s?|kilomet(?:er|re)s?|feet|foot|inches"
    r"|tons?|tonnes?|barrels?|acres?|hectares?|litres?|liters?|gallons?|degrees|calories|watts?|megawatts?|square|cubic"
    r"|votes|seats|jobs|homes|houses|years?|days?|weeks|months|minutes|seconds|times|million|billion|thousand|hundred|x\b)\b)"
)
_PLURAL_AFTER = re.compile(r"\s(?:[a-z]+(?:-[a-z]+)?\s)?[a-z]{2,}(?<!s)s\b")
_NO_NOUN = re.compile(
    r"\s(?:is|was|has|as|this|its|his|us|does|says|always|across|towards|plus|perhaps|besides|unless)\b"
)


def read_year(page: Page, at: int) -> Found | None:
    """Read a year in four figures and tell it from a number of something."""
    found = compiled(r"[12]\d{3}(?![\dA-Za-z]|[.,:]\d|-(?!(?:1[89]|20)\d\d(?!\d))\d{3}|[^\S\n]?%)").match(
        page.text, at
    )
    if not found or not is_year(page.text, at, found.end()):
        return None
    return Found(found.end(), year_of(int(found.group()), frozenset({"year"})), ("year",))


def is_year(text: str, start: int, end: int) -> bool:
    """Tell whether four figures name a year, by their size and the words around them."""
    year = int(text[start:end])
    before = text[max(0, start - 16) : start]
    if before and (
        before[-1].isalnum()
        or before[-1] in ".,/:$£€#+_@&\\"
        or re.search(r"(?<!\b1[89]\d\d)(?<!\b20\d\d)(?<=\d)-$", before)
    ):
        return False
    if (
        _LABEL_BEFORE.search(before)
        or _UNIT_AFTER.match(text, end)
        or (before[-1:] == "-" and not _is_prefix(before) and not re.search(r"\d-$", before))
    ):
        return False
    counted = bool(_PLURAL_AFTER.match(text, end)) and not _NO_NOUN.match(text, end)
    if counted and _QUANTITY_BEFORE.search(before):
        return False
    if 1900 <= year <= 2099:
        return not counted or year % 50 != 0 or bool(_TIME_BEFORE.search(before))
    return not counted and bool((_TIME_BEFORE if 1700 <= year < 1900 else _OLD_TIME_BEFORE).search(before))


def _is_prefix(before: str) -> bool:
    return bool(re.search(r"\b(?:pre|post|mid|late|early|since|the|until|inter)-$", before, re.IGNORECASE))


def read_short_year(page: Page, at: int) -> Found | None:
    """Read the '83 of "joined in '83"."""
    found = compiled(r"['‘’](?P<year>\d{2})(?![\dA-Za-z])").match(page.text, at)
    before = page.text[max(0, at - 12) : at]
    if not found or not re.search(
        r"\b(?:in|of|since|until|from|to|by|before|after|and|back\s+in)\s+$", before, re.IGNORECASE
    ):
        return None
    value = year_of(full_year(int(found["year"])), frozenset({"year"}))
    return Found(found.end(), value, ("year", "short")) if value else None


def _spelled_year(page: Page, at: int) -> Found | None:
    """Read "in nineteen ninety-eight", "since two thousand and five"."""
    found = compiled(YEAR_WORDS).match(page.text, at)
    if not found or _PLURAL_AFTER.match(page.text, found.end()) or _UNIT_AFTER.match(page.text, found.end()):
        return None
    before = page.text[max(0, at - 12) : at]
    if not re.search(
        r"\b(?:in|since|until|by|before|after|year|from|to|during|of)\s+$", before, re.IGNORECASE
    ):
        return None
    value = year_of(year_number(found.group()), frozenset({"year"}))
    return Found(found.end(), value, ("year", "words")) if value else None


# ------------------------------------------------------------------------------------ weekdays

NOT_A_DAY = re.compile(
    r"['’](?![sS]\b)[A-Za-z]|[A-Za-z]|\s(?:Times|Telegraph|Mirror|Express|Mail|World|Post|Herald|Star|Tribune|Night\s(?:Live|Football)|People"
    r"|[Ss]chools?|[Bb]est)\b"
)
_NOT_AFTER = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Aa]|[Ss]ome|most|per|alternate|Black|Bloody|Good|Super|Giving|Maundy|Shrove|Palm|Easter|Cyber|Ash|Whit"
    r"|Holy|Sheffield|Mail\son|Independent\son|Scotland\son|Man|Freaky|Joe|Manic|Blue|Ruby)\s+$"
)
PART_OF_DAY = (
    rf"(?:{GAP}(?:morning|afternoon|evening|night|lunchtime|noon)s?\b(?!{GAP}(?:Live|Football|Show)\b))?"
)
DAY_AFTER_WEEKDAY = (
    rf"(?:,?{GAP}|,)(?:the{GAP})?(?P<day>\d{{1,2}}(?:st|nd|rd|th)(?![A-Za-z])|(?<=the\s){DAY})"
)


def read_weekday(page: Page, at: int) -> Found | None:
    """Read "Friday, May 3, 2024", "Tuesday the 19th", "Thursday night"."""
    found = compiled(rf"(?P<weekday>{WEEKDAY})").match(page.text, at)
    if not found:
        return None
    weekday = weekday_number(found["weekday"])
    return _with_date(page, found) or _with_day(page, found, weekday) or _bare_weekday(page, found, weekday)


def _with_date(page: Page, found: re.Match[str]) -> Found | None:
    gap = compiled(rf",?{GAP}(?:the{GAP})?|,").match(page.text, found.end())
    if not gap or gap.end() >= len(page.text):
        return None
    dated = _month_first(page, gap.end()) or _day_first(page, gap.end())
    if dated is None and page.text[gap.end()].isdecimal():
        dated = _iso(page, gap.end()) or _three_numbers(page, gap.end())
    if dated is None:
        return None
    days = dated.days
    if days is not None:
        days = Days(days.start, days.end, days.given | {"weekday"}, days.iso)
    return Found(dated.end, days, ("weekday", *dated.rules))


def _with_day(page: Page, found: re.Match[str], weekday: int) -> Found | None:
    """Find the month in which "Tuesday the 19th" fits, the nearest to publication."""
    dayed = compiled(DAY_AFTER_WEEKDAY).match(page.text, found.end())
    if not dayed:
        return None
    number, given = day_number(dayed["day"]), frozenset({"weekday", "day"})
    if page.published is None:
        return Found(dayed.end(), None, ("weekday", "day"))
    first = page.published.replace(day=1)
    months = [(first.year * 12 + first.month - 1 + step) for step in range(-6, 7)]
    days = [make_day(month // 12, month % 12 + 1, number) for month in months]
    fitting = [day for day in days if day and day.weekday() == weekday]
    nearest = min(fitting, key=lambda day: abs((day - page.published).days)) if fitting else None  # type: ignore[operator]
    return Found(dayed.end(), day_of(nearest, given), ("weekday", "day"))


def _bare_weekday(page: Page, found: re.Match[str], weekday: int) -> Found | None:
    text, at = page.text, found.start()
    name = found["weekday"].lower().rstrip(".")
    end = at + len(name)
    before = text[max(0, at - 16) : at]
    if name not in WHOLE and not _short_weekday(text, found, before):
        return None
    if re.match(r"s\b|['’](?![sS]\b)[A-Za-z]|[A-Za-z]", text[end : end + 3]) or NOT_A_DAY.match(text, end):
        return None
    if _NOT_AFTER.search(before):
        return None
    near = re.search(r"\b(?:later|earlier|late|early)\s+(?:on\s+)?$", before, re.IGNORECASE)
    if near and page.published:
        ago = (page.published.weekday() - weekday) % 7
        day: date | None = page.published - timedelta(days=ago)
    else:
        day = fill_weekday(page, at, end, weekday)
    part = compiled(PART_OF_DAY).match(text, end)
    return Found(part.end() if part else end, day_of(day, frozenset({"weekday"})), ("weekday",))


def _short_weekday(text: str, found: re.Match[str], before: str) -> bool:
    """Tell whether "Fri" or "Mon." is a day: alone, or after a word that wants a day; "Sun" and "sat" never."""
    name = found["weekday"].lower().rstrip(".")
    if name in ("sun", "sat", "wed") or not found["weekday"][0].isupper():
        return not before.strip() and not text[found.end() :].strip()
    return (
        bool(re.search(r"\b(?:on|last|next|this|until|by|since)\s+$", before, re.IGNORECASE))
        or not before.strip()
    )
