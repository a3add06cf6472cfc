"""Dates counted from the publication date or from the date named before: "last year", "the following day"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from pytest_factcheck.language.calendar import (
    add_days,
    add_months,
    century_of,
    day_of,
    decade_of,
    month_of,
    quarter_of,
    stretch,
    week_of,
    weekend_of,
    year_of,
)
from pytest_factcheck.language.datewords import compiled
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Found, Page, Readers
from pytest_factcheck.language.steps import (
    read_stepped_date,
    read_stepped_day,
    read_stepped_holiday,
    read_stepped_month,
    read_stepped_season,
)
from pytest_factcheck.language.stepwords import ANAPHORIC, FROM_EARLIER, RELATIVE, STEP, STEPS
from pytest_factcheck.language.tense import looks_ahead
from pytest_factcheck.model.mention import Days
from pytest_factcheck.model.pattern import lazy_pattern

WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tonite": 0}

UNIT = r"(?P<unit>year|yr|month|week|weekend|quarter|decade|century|day)"

_CALLED = r"(?:fiscal|calendar|school|academic|financial|business|reporting|election|tax)"


def read_same_period(page: Page, at: int) -> Found | None:
    """Read "for the quarter" where the date named before is a quarter."""
    found = compiled(
        r"(?P<unit>year|quarter|month|week)(?![A-Za-z-]|['’]|\s+(?:of|ended|ending|before|after|earlier|later|when|that|to)\b)"
    ).match(page.text, at)
    if not found or page.earlier is None:
        return None
    if not re.search(r"\b(?:in|for|during)\s+the\s+$", page.text[max(0, at - 12) : at], re.IGNORECASE):
        return None
    shape = {"year": r"\d{4}", "quarter": r"\d{4}-Q\d", "month": r"\d{4}-\d\d", "week": r"\d{4}-W\d\d"}[
        found["unit"].lower()
    ]
    if not re.fullmatch(shape, page.earlier.iso):
        return None
    days = Days(page.earlier.start, page.earlier.end, ANAPHORIC, page.earlier.iso)
    return Found(found.end(), days, ("same period", "anaphoric"))


def _word(page: Page, at: int) -> Found | None:
    """Read "yesterday", "tonight", "this morning", "last night"."""
    found = compiled(
        rf"(?P<word>today|tonight|yesterday|tomorrow)(?![A-Za-z])(?P<part>{GAP}(?:morning|afternoon|evening|night)\b)?"
    ).match(page.text, at)
    if found:
        if re.match(r"\s(?:Show|programme|FM)\b", page.text[found.end() : found.end() + 11]):
            return None
        return day_away(page, found.end(), WORDS[found["word"].lower()], "day word")
    found = compiled(
        rf"(?P<when>next|following|previous|same|that){GAP}(?:morning|afternoon|evening|night)(?![A-Za-z])"
    ).match(page.text, at)
    if found and (found["when"].lower() == "that" or word_before(page.text, at) == "the"):
        value, given = step_from_earlier(page, "day", STEPS[found["when"].lower()])
        return Found(found.end(), value, ("day word", *given))
    found = compiled(
        rf"(?P<when>this|last|earlier{GAP}this|later{GAP}this){GAP}(?P<part>morning|afternoon|evening|night|lunchtime)(?![A-Za-z])"
    ).match(page.text, at)
    if not found:
        return None
    return day_away(page, found.end(), -1 if found["when"].lower() == "last" else 0, "day word")


def day_away(page: Page, end: int, step: int, rule: str) -> Found:
    """Give the day so many days from publication."""
    day = add_days(page.published, step) if page.published else None
    return Found(end, day_of(day, RELATIVE), (rule, "relative"))


_BEFORE_LAST = (
    rf"(?P<unit>weekend|week|month|year){GAP}before{GAP}last"
    rf"(?![A-Za-z-]|{GAP}[A-Za-z0-9]*(?:day|week|month|year))"
)


def _the_day_before(page: Page, at: int) -> Found | None:
    """Read "the day before yesterday", "the day before", "the week after next"."""
    found = compiled(
        rf"day{GAP}(?P<way>before|after){GAP}(?P<word>yesterday|tomorrow|today)(?![A-Za-z])"
    ).match(page.text, at)
    if found:
        way = -1 if found["way"].lower() == "before" else 1
        return day_away(page, found.end(), WORDS[found["word"].lower()] + way, "day before")
    found = compiled(rf"(?P<unit>day|week|month|year){GAP}after{GAP}next\b").match(page.text, at)
    if found:
        return Found(
            found.end(),
            step_unit(page.published, found["unit"].lower(), 2, RELATIVE),
            ("after next", "relative"),
        )
    found = compiled(_BEFORE_LAST).match(page.text, at)
    if found and word_before(page.text, at) == "the":
        value = step_unit(page.published, found["unit"].lower(), -2, RELATIVE)
        return Found(found.end(), value, ("before last", "relative"))
    found = compiled(
        rf"(?P<unit>day|week|month|year){GAP}(?P<way>before|after|earlier|later)(?![A-Za-z])"
    ).match(page.text, at)
    if not found or not _stands_alone(page.text, found.end()) or word_before(page.text, at) != "the":
        return None
    way = -1 if found["way"].lower() in ("before", "earlier") else 1
    value, _ = step_from_earlier(page, found["unit"].lower(), way)
    return Found(found.end(), value, ("day before", "anaphoric"))


def _stands_alone(text: str, end: int) -> bool:
    """Tell whether nothing follows that would say before or after what."""
    return bool(
        re.match(r"\s*(?:[.,;:!?)\]”\"]|$|(?:and|but|when|in|at|with|by|on|as)\b)", text[end : end + 8])
    )


def word_before(text: str, at: int) -> str:
    """Give the word right before an offset, in lower case."""
    found = re.search(r"([A-Za-z]+)\s+$", text[max(0, at - 16) : at])
    return found[1].lower() if found else ""


def step_unit(base: date | None, unit: str, step: int, given: frozenset[str]) -> Days | None:
    """Give the unit (a year, a week ...) so many steps away from the one in which a day lies."""
    if base is None:
        return None
    if unit in ("year", "yr"):
        return year_of(base.year + step, given)
    if unit == "month":
        month = add_months(base, step)
        return month_of(month.year, month.month, given) if month else None
    if unit == "quarter":
        month = add_months(base, 3 * step)
        return quarter_of(month.year, (month.month + 2) // 3, given) if month else None
    if unit == "decade":
        return decade_of(base.year + 10 * step, given)
    if unit == "century":
        return century_of(base.year // 100 + 1 + step, given)
    day = add_days(base, step * (1 if unit == "day" else 7))
    if day is None:
        return None
    if unit == "weekend":
        return weekend_of(day, given)
    return week_of(day, given) if unit == "week" else day_of(day, given)


LONGEST = {
    "day": 7,
    "weekend": 31,
    "week": 31,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "yr": 366,
    "decade": 3660,
    "century": 36600,
}
"""How many days the date named before may have for a step in that unit to mean something."""


def step_from_earlier(page: Page, unit: str, step: int) -> tuple[Days | None, frozenset[str]]:
    """Step from the date named before; from the publication date if the text named none so far."""
    if page.earlier is None or page.earlier.start is None or page.earlier.end is None:
        return step_unit(page.published, unit, step, ANAPHORIC), ANAPHORIC
    length = (page.earlier.end - page.earlier.start).days
    if length > LONGEST[unit]:
        return None, ANAPHORIC
    base = page.earlier.end - timedelta(days=1) if step > 0 else page.earlier.start
    return step_unit(base, unit, step, ANAPHORIC), ANAPHORIC


_SPANNING = lazy_pattern(r"\b(?:within|over|during|for|throughout)\s+the\s+$", re.IGNORECASE)
"""Before "next year" these make a length of it: "over the next year"."""


def _stepped_unit(page: Page, at: int) -> Found | None:
    """Read "last year", "this week", "the following day", "the current quarter", "last weekend"."""
    found = compiled(
        rf"(?:{STEP}){GAP}(?:{_CALLED}{GAP})?{UNIT}(?![A-Za-z]|-(?:old|long|end|on|round|to))"
    ).match(page.text, at)
    if not found:
        return None
    word, unit = found["step"].lower(), found["unit"].lower()
    before = word_before(page.text, at)
    if not _steps(word, unit, before) or (word == "next" and _is_length(page, at, unit)):
        return None
    if unit == "weekend":
        return _weekend(page, found.end(), word)
    if word in FROM_EARLIER:
        value, given = step_from_earlier(page, unit, STEPS[word])
        if value is None and word == "same":
            return None
        return Found(found.end(), value, ("stepped", *given))
    if word == "next" and unit == "day" and page.earlier is not None:
        value, given = step_from_earlier(page, unit, 1)
        return Found(found.end(), value, ("stepped", *given))
    return Found(found.end(), step_unit(page.published, unit, STEPS[word], RELATIVE), ("stepped", "relative"))


def _is_length(page: Page, at: int, unit: str) -> bool:
    """Tell "over the next year" (a length) from "for the next quarter", which reports and plans name."""
    spanning = _SPANNING.search(page.text[max(0, at - 16) : at])
    return bool(spanning) and not (unit == "quarter" and spanning.group().lower().startswith("for"))  # type: ignore[union-attr]


def _steps(word: str, unit: str, before: str) -> bool:
    """Tell "last year" and "the following week" from "the past year" (a length) and "at that day"."""
    if word == "past":
        return unit in ("weekend", "week") and before not in ("the", "this")
    if word == "last" and before in ("the", "these") and unit in ("year", "decade", "century", "day"):
        return False
    if unit == "day" and word in ("last", "this", "current", "present", "coming", "upcoming"):
        return False
    if word == "that" and unit == "weekend":
        return before != "said"
    if word == "that":
        return unit in ("year", "month", "week", "weekend", "day") and before in (
            "",
            "later",
            "earlier",
            "in",
            "of",
            "on",
            "during",
        )
    return not (word == "same" and before not in ("the", "that", "this"))


def _weekend(page: Page, end: int, word: str) -> Found:
    published = page.published
    if published is None:
        return Found(end, None, ("weekend", "relative"))
    if word in FROM_EARLIER and page.earlier is not None:
        value, given = step_from_earlier(page, "weekend", STEPS[word])
        return Found(end, value, ("weekend", *given))
    step = STEPS[word]
    if word in ("last", "past") and published.weekday() == 6:
        step = -1
    return Found(end, step_unit(published, "weekend", step, RELATIVE), ("weekend", "relative"))


def read_weekend(page: Page, at: int) -> Found | None:
    """Read "over the weekend": the last one up to publication, or the next if so told."""
    found = compiled(r"weekend(?![A-Za-z])").match(page.text, at)
    if (
        not found
        or word_before(page.text, at) != "the"
        or re.match(r"\s+of\b", page.text[found.end() : found.end() + 4])
    ):
        return None
    if not re.search(
        r"\b(?:over|during|at|on|for|before|after|by|since|until)\s+the\s+$",
        page.text[max(0, at - 14) : at],
        re.I,
    ):
        return None
    if page.published is None:
        return Found(found.end(), None, ("weekend", "relative"))
    ahead = looks_ahead(page.text, at, found.end()) is True
    step = 0 if ahead or page.published.weekday() >= 5 else -1
    return Found(found.end(), step_unit(page.published, "weekend", step, RELATIVE), ("weekend", "relative"))


def _year_ago_adjective(page: Page, at: int) -> Found | None:
    """Read the "year-ago" and "year-earlier" of a comparison."""
    found = compiled(
        rf"(?P<unit>year|month|week)-(?:ago|earlier)(?![A-Za-z])(?P<quarter>{GAP}quarter(?![A-Za-z]))?"
    ).match(page.text, at)
    if not found:
        return None
    earlier = page.earlier
    if (
        found["quarter"]
        and found["unit"].lower() == "year"
        and earlier
        and earlier.start
        and "-Q" in earlier.iso
    ):
        start = earlier.start
        value = quarter_of(start.year - 1, (start.month + 2) // 3, ANAPHORIC)
        return Found(found.end(), value, ("year-ago", "anaphoric"))
    return Found(
        found.end(), step_unit(page.published, found["unit"].lower(), -1, RELATIVE), ("year-ago", "relative")
    )


def _to_date(page: Page, at: int) -> Found | None:
    """Read "year-end 2024", "by mid-year", "the year to date"."""
    found = compiled(
        rf"(?:year(?:['’]s)?(?:-|{GAP})end|(?P<mid>mid-?year)|(?P<date>year(?:-|{GAP})to(?:-|{GAP})date))(?![A-Za-z])"
    ).match(page.text, at)
    if not found:
        return None
    if found["date"]:
        start = page.published.replace(month=1, day=1) if page.published else None
        return Found(
            found.end(), stretch(start, page.published, RELATIVE) if start else None, ("to date", "relative")
        )
    part: Literal["mid", "late"] = "mid" if found["mid"] else "late"
    tied = compiled(rf"{GAP}(?:of{GAP})?(?P<year>(?:19|20)\d{{2}})(?!\d)").match(page.text, found.end())
    if tied:
        return Found(
            tied.end(), _part(year_of(int(tied["year"]), frozenset({"year"})), part), ("year end", "year")
        )
    return Found(
        found.end(), _part(step_unit(page.published, "year", 0, RELATIVE), part), ("year end", "relative")
    )


def _part(days: Days | None, part: Literal["mid", "late"]) -> Days | None:
    return Days(days.start, days.end, days.given | {"part"}, days.iso, part) if days else None


def _rest(page: Page, at: int) -> Found | None:
    """Read "the rest of the week": what is left of it from publication on."""
    found = compiled(
        rf"rest{GAP}of{GAP}(?:(?:the|this){GAP})?(?:current{GAP})?(?P<unit>week|month)(?![A-Za-z-]|['’])"
    ).match(page.text, at)
    if not found:
        return None
    whole = step_unit(page.published, found["unit"].lower(), 0, RELATIVE)
    return Found(
        found.end(), stretch(page.published, whole.end, RELATIVE) if whole else None, ("rest", "relative")
    )


_UP_TO_NOW = lazy_pattern(
    r"\b(?:from|between|since)\s[^.;:!?]{3,40}\s(?:and|to|until|till|through)\s(?:the\s)?$", re.IGNORECASE
)


def _now(page: Page, at: int) -> Found | None:
    """Read the "now" or "the present" that ends a stretch: "between May 2019 and now"."""
    if page.earlier is None or not _UP_TO_NOW.search(page.text[max(0, at - 60) : at]):
        return None
    found = compiled(rf"(?:now|present(?:{GAP}day)?)(?![A-Za-z]|{GAP}[A-Za-z])").match(page.text, at)
    if not found or not re.search(r"\d", page.text[max(0, at - 50) : at]):
        return None
    return day_away(page, found.end(), 0, "now")


_STEPS = frozenset(STEPS)
RELATIVES: Readers = (
    (_word, _STEPS | WORDS.keys() | {"earlier", "later"}),
    (_rest, frozenset({"rest"})),
    (_now, frozenset({"now", "present"})),
    (_the_day_before, frozenset({"day", "week", "weekend", "month", "year"})),
    (_stepped_unit, _STEPS),
    (read_stepped_day, _STEPS),
    (read_stepped_date, frozenset({"last", "next", "coming"})),
    (read_stepped_month, _STEPS),
    (read_stepped_season, _STEPS),
    (read_stepped_holiday, _STEPS),
    (_year_ago_adjective, frozenset({"year", "month", "week"})),
    (_to_date, frozenset({"year", "mid"})),
    (read_weekend, frozenset({"weekend"})),
    (read_same_period, frozenset({"year", "quarter", "month", "week"})),
)
"""Readers of a date that only the publication date, or the one named before, can tell."""
