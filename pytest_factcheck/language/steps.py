"""Weekdays, months, seasons and holidays a step away: "last Friday", "next March", "this summer"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pytest_factcheck.language.calendar import SEASONS, day_of, make_day, month_of, nearest_weekday, season_of
from pytest_factcheck.language.datewords import MONTH, WEEKDAY, WHOLE, compiled, month_number, weekday_number
from pytest_factcheck.language.holidays import holiday_in, read_holiday
from pytest_factcheck.language.monthdays import read_day_first, read_month_first
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Found, Page
from pytest_factcheck.language.stepwords import ANAPHORIC, FROM_EARLIER, RELATIVE, STEP, STEPS
from pytest_factcheck.language.tense import looks_ahead
from pytest_factcheck.model.mention import Days


def read_stepped_day(page: Page, at: int) -> Found | None:
    """Read "last Friday", "next Tuesday", "this upcoming Monday", "the following Sunday"."""
    found = compiled(
        rf"(?:{STEP}){GAP}(?:(?:upcoming|coming|past){GAP})?(?P<weekday>{WEEKDAY})(?P<part>{GAP}(?:morning|afternoon|evening|night)\b)?"
    ).match(page.text, at)
    if not found:
        return None
    name = found["weekday"].lower().rstrip(".")
    end = found.end() - (found.group().endswith("."))
    if name not in WHOLE and not found["weekday"][0].isupper():
        return None
    base, word = page.published, found["step"].lower()
    given = RELATIVE | {"weekday"}
    if word in FROM_EARLIER and page.earlier is not None and page.earlier.start is not None:
        base, given = page.earlier.start, ANAPHORIC | {"weekday"}
    if base is None:
        return Found(end, None, ("weekday", "relative"))
    return Found(
        end,
        day_of(_weekday_step(page, found, base, weekday_number(name), word), given),
        ("weekday", "relative"),
    )


def _weekday_step(page: Page, found: re.Match[str], base: date, weekday: int, word: str) -> date:
    if STEPS[word] < 0:
        return nearest_weekday(weekday, base - timedelta(days=1), ahead=False)
    if word == "next":
        monday = base + timedelta(days=7 - base.weekday())
        return monday + timedelta(days=weekday)
    if STEPS[word] > 0 or looks_ahead(page.text, found.start(), found.end()):
        return nearest_weekday(weekday, base + timedelta(days=STEPS[word] > 0), ahead=True)
    return base + timedelta(days=weekday - base.weekday())


def read_weekday_of_week(page: Page, at: int) -> Found | None:
    """Read "Monday of last week", "Tuesday next week", "last week's Sunday", "next week on Friday"."""
    week = rf"(?:(?:the{GAP})?{STEP}){GAP}week"
    found = compiled(
        rf"(?P<weekday>{WEEKDAY})(?:{GAP}(?:morning|afternoon|evening|night))?,?{GAP}(?:(?:of|in){GAP})?{week}(?![A-Za-z])"
    ).match(page.text, at) or compiled(
        rf"{week}(?:['’]s{GAP}|{GAP}on{GAP}|{GAP})(?P<weekday>{WEEKDAY})"
    ).match(page.text, at)
    if not found or page.published is None:
        return None
    monday = page.published - timedelta(days=page.published.weekday())
    day = monday + timedelta(days=7 * STEPS[found["step"].lower()] + weekday_number(found["weekday"]))
    end = found.end() - found.group().endswith(".")
    return Found(end, day_of(day, RELATIVE | {"weekday"}), ("weekday", "relative"))


def read_stepped_month(page: Page, at: int) -> Found | None:
    """Read "last March", "next May"."""
    found = compiled(
        rf"(?P<step>last|next|this|coming){GAP}(?:past{GAP})?(?P<month>{MONTH})(?!{GAP}\d)"
    ).match(page.text, at)
    if not found:
        return None
    name = found["month"].lower().rstrip(".")
    if (name not in WHOLE or name in ("may", "march")) and not found["month"][0].isupper():
        return None
    end = found.start("month") + len(name)
    given = RELATIVE | {"month"}
    if page.published is None:
        return Found(end, None, ("month", "relative"))
    month, here = month_number(name), page.published
    year, step = here.year, STEPS[found["step"].lower()]
    if step < 0 and month >= here.month:
        year -= 1
    if step > 0 and month <= here.month:
        year += 1
    return Found(end, month_of(year, month, given), ("month", "relative"))


_AFTER_NEXT = rf"(?:(?P<month>{MONTH})|(?P<weekday>{WEEKDAY})){GAP}after{GAP}next(?![A-Za-z-]|{GAP}[a-z0-9])"


def read_after_next(page: Page, at: int) -> Found | None:
    """Read "March after next", "Friday after next": the one behind the coming one."""
    if "next" not in page.text[at : at + 24].lower():
        return None
    found = compiled(_AFTER_NEXT).match(page.text, at)
    if not found or page.published is None:
        return None
    if found["weekday"]:
        coming = nearest_weekday(
            weekday_number(found["weekday"]), page.published + timedelta(days=1), ahead=True
        )
        return Found(
            found.end(), day_of(coming + timedelta(days=7), RELATIVE | {"weekday"}), ("weekday", "relative")
        )
    month = month_number(found["month"])
    year = page.published.year + 1 + (month <= page.published.month)
    return Found(found.end(), month_of(year, month, RELATIVE | {"month"}), ("month", "relative"))


_STEP_TO_DATE = (
    rf"(?P<step>last|next|coming){GAP}(?=\d{{1,2}}(?:st|nd|rd|th)?{GAP}[A-Za-z]|(?:{MONTH}){GAP}\d)"
)


def read_stepped_date(page: Page, at: int) -> Found | None:
    """Read "next 6 April", "last May 3"."""
    found = compiled(_STEP_TO_DATE).match(page.text, at)
    if not found:
        return None
    dated = read_day_first(page, found.end()) or read_month_first(page, found.end())
    if (
        not dated
        or dated.rules[0] != "day"
        or "year" in dated.rules
        or dated.days is None
        or dated.days.start is None
    ):
        return None
    start, published = dated.days.start, page.published
    if published is None:
        return None
    step = STEPS[found["step"].lower()]
    years = (published.year, published.year + step)
    days = [make_day(year, start.month, start.day) for year in years]
    day = next((day for day in days if day and (day > published if step > 0 else day < published)), None)
    return Found(dated.end, day_of(day, RELATIVE | {"month", "day"}), ("day", "relative")) if day else None


def read_stepped_season(page: Page, at: int) -> Found | None:
    """Read "last summer", "this spring"."""
    found = compiled(
        rf"(?P<step>last|next|this|coming|previous|following){GAP}(?:past{GAP})?(?P<season>{'|'.join(SEASONS)})(?![A-Za-z])"
    ).match(page.text, at)
    if not found:
        return None
    given = RELATIVE | {"season"}
    published, name = page.published, found["season"].lower()
    if published is None:
        return Found(found.end(), None, ("season", "relative"))
    step = STEPS[found["step"].lower()]
    around = [season_of(published.year + shift, name, given) for shift in (-2, -1, 0, 1, 2)]
    known = [season for season in around if season and season.start and season.end]
    if step < 0:
        value = [s for s in known if s.end and s.end <= published][-1]
    elif step > 0:
        value = next(s for s in known if s.start and s.start > published)
    else:
        value = min(known, key=lambda s: _distance(s, published))
    return Found(found.end(), value, ("season", "relative"))


def _distance(season: Days, day: date) -> int:
    start, end = season.start or day, season.end or day
    if start <= day < end:
        return 0
    if start.year == day.year and start.month < 12:
        return 1
    return min(abs((start - day).days), abs((end - day).days))


def read_stepped_holiday(page: Page, at: int) -> Found | None:
    """Read "last Christmas", "next Easter"."""
    found = compiled(rf"(?P<step>last|next|this|coming){GAP}(?:past{GAP})?").match(page.text, at)
    named = read_holiday(page.text, found.end()) if found else None
    if not found or not named:
        return None
    name, end = named
    if page.published is None:
        return Found(end, None, ("holiday", "relative"))
    year, step = page.published.year, STEPS[found["step"].lower()]
    day = holiday_in(name, year)
    if step < 0 and day >= page.published:
        day = holiday_in(name, year - 1)
    if step > 0 and day <= page.published:
        day = holiday_in(name, year + 1)
    return Found(end, day_of(day, RELATIVE | {"holiday"}), ("holiday", "relative"))
