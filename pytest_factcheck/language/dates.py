"""Dates: days, months, years, decades, ranges, and those counted from the publication date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from pytest_factcheck.language import holidays
from pytest_factcheck.language.absolute import read_absolute, read_short_year, read_weekday
from pytest_factcheck.language.calendar import (
    SEASONS,
    add,
    century_of,
    day_of,
    decade_of,
    make_day,
    month_of,
    stretch,
    week_of,
    year_of,
)
from pytest_factcheck.language.counted import COUNTS, read_counted
from pytest_factcheck.language.datewords import MONTHS, WEEKDAYS, compiled
from pytest_factcheck.language.filling import choose_year
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Found, Page
from pytest_factcheck.language.periods import _DECADE_WORDS, NUMBERED, read_period, year_after
from pytest_factcheck.language.relative import (
    ANAPHORIC,
    RELATIVE,
    STEPS,
    read_relative,
    read_same_period,
    read_weekday_of_week,
    read_weekend,
)
from pytest_factcheck.language.tense import cue_before
from pytest_factcheck.model.mention import Days, Length, Mention
from pytest_factcheck.model.span import Span

_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
    "latter": "late",
}
_OTHERS = (
    "today tonight yesterday tomorrow earlier later day week month year weekend the fiscal financial calendar fy cy"
    " twentieth twenty thirtieth thirty fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth q h two three four five eighteen nineteen"
)
ANCHORS: frozenset[str] = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        *STEPS,
        *_PARTS,
        *SEASONS,
        *NUMBERED,
        *_DECADE_WORDS,
        *holidays.ANCHORS,
        *_OTHERS.split(),
    )
)
"""Lower-case words at which `read_date` may find a date; digits and an apostrophe always."""

_FIRST_WORD = re.compile(r"[A-Za-z0-9]+|['‘’](?=\d)")


def read_date(text: str, at: int, published: date | None, earlier: Days | None) -> Mention | None:
    """Read the date that begins at that offset; `earlier` is the nearest date before it in the text."""
    if at >= len(text):
        return None
    page = Page(text, published, earlier)
    found = _read(page, at)
    if found is None:
        return None
    return Mention(
        at,
        found.end,
        text[at : found.end],
        "date",
        found.days,
        figure=Span(at, found.end),
        rules=("date", *found.rules),
    )


def _read(page: Page, at: int) -> Found | None:
    the = compiled(rf"the{GAP}").match(page.text, at)
    if the:
        word = _FIRST_WORD.match(page.text, the.end())
        if not word or not (
            word.group().lower() in ANCHORS or word.group()[0].isdecimal() or word.group() in "'‘’"
        ):
            return None
        return _read_after_the(page, the.end())
    return _read_part(page, at) or _read_later(page, at) or _read_whole(page, at)


def _read_after_the(page: Page, at: int) -> Found | None:
    found = _read_part(page, at) or _read_whole(page, at)
    if found is None or found.rules[0] == "year" and page.text[at].isdecimal() and found.days is not None:
        return None if found is None else found if _names_year(page.text, found.end) else None
    return found


def _names_year(text: str, end: int) -> bool:
    """Tell whether "the 2014" is followed by what it picks out, which leaves the article outside."""
    return False


def _read_whole(page: Page, at: int) -> Found | None:
    letter = page.text[at]
    counted = read_counted(page, at)
    if counted:
        return counted
    if letter.isalpha():
        return (
            _read_named_day(page, at)
            or read_weekday_of_week(page, at)
            or read_weekday(page, at)
            or read_period(page, at)
            or read_relative(page, at)
            or read_weekend(page, at)
            or read_same_period(page, at)
            or _read_with_year(page, at)
        )
    return read_period(page, at) or (
        _read_with_year(page, at) if letter.isdecimal() else read_short_year(page, at)
    )


def _read_with_year(page: Page, at: int) -> Found | None:
    """Read a day or month, with "last year" behind it."""
    found = read_absolute(page, at)
    return _with_year(page, found) if found else None


def _with_year(page: Page, found: Found) -> Found:
    if found.rules[0] not in ("month", "day") or "year" in found.rules:
        return found
    tied = compiled(rf",?{GAP}(?:of{GAP})?(?P<step>last|this|next){GAP}year(?![A-Za-z]|['’])").match(
        page.text, found.end
    )
    if not tied or page.published is None or found.days is None or found.days.start is None:
        return found
    year, start = page.published.year + STEPS[tied["step"].lower()], found.days.start
    if found.rules[0] == "day":
        given = RELATIVE | {"month", "day"}
        return Found(tied.end(), day_of(make_day(year, start.month, start.day), given), ("day", "relative"))
    return Found(tied.end(), month_of(year, start.month, RELATIVE | {"month"}), ("month", "relative"))


# ------------------------------------------------------------------------------------ parts


_PART = rf"(?P<part>early|mid|late)(?P<tie>-|{GAP})(?:(?:in|on){GAP})?(?:the{GAP})?"
_PART_OF = rf"(?P<part>beginning|start|end|close|middle|latter{GAP}part|early{GAP}part){GAP}of{GAP}(?:the{GAP})?(?P<the>)"
_THIS_UNIT = r"(?P<unit>year|month|week|quarter|decade|century)(?![A-Za-z-]|['’])"


def _read_part(page: Page, at: int) -> Found | None:
    """Read "early 2023", "mid-March", "the end of last year"; the value is the whole, `part` says which part."""
    found = compiled(_PART).match(page.text, at) or compiled(_PART_OF).match(page.text, at)
    if not found or found.end() >= len(page.text):
        return None
    part = _PARTS[re.split(r"\s", found["part"].lower())[0]]
    whole = _read_whole(page, found.end())
    if whole is None:
        whole = _the_unit(page, found)
    if whole is None or {"day", "day word", "weekend"} & set(whole.rules[:1]):
        return None
    if "weekday" in whole.rules[:1]:
        return Found(whole.end, whole.days, whole.rules)
    days = whole.days
    if days is not None and "-W" in days.iso:
        days = _part_of_week(days, part)
    elif days is not None:
        days = Days(days.start, days.end, days.given | {"part"}, days.iso, part)  # type: ignore[arg-type]
    return Found(whole.end, days, ("part", *whole.rules))


def _part_of_week(week: Days, part: str) -> Days:
    """Give Monday to Wednesday for the start of a week, Friday to Sunday for its end."""
    assert week.start is not None
    assert week.end is not None
    start = week.start + timedelta(days={"early": 0, "mid": 2, "late": 4}[part])
    whole = stretch(start, start + timedelta(days=3), week.given | {"part"})
    return Days(whole.start, whole.end, whole.given, whole.iso, part)  # type: ignore[arg-type]


def _the_unit(page: Page, found: re.Match[str]) -> Found | None:
    """Read "the year" in "the end of the year"."""
    unit = compiled(_THIS_UNIT).match(page.text, found.end())
    if not unit or "the" not in found.re.groupindex:
        return None
    from pytest_factcheck.language.relative import step_unit

    return Found(
        unit.end(), step_unit(page.published, unit["unit"].lower(), 0, RELATIVE), ("stepped", "relative")
    )


def _read_later(page: Page, at: int) -> Found | None:
    """Read "later this year", "earlier in the month"."""
    found = compiled(rf"(?:later|earlier){GAP}(?:on{GAP}|in{GAP})?(?P<the>the{GAP})?").match(page.text, at)
    if not found or found.end() >= len(page.text):
        return None
    whole = _the_unit(page, found) if found["the"] else _read_whole(page, found.end())
    if whole is None or not {"stepped", "weekday", "month", "day word", "season"} & set(whole.rules[:1]):
        return None
    return whole


# ------------------------------------------------------------------------------------ holidays


def _read_named_day(page: Page, at: int) -> Found | None:
    """Read "Christmas 2014", "Easter", "Labor Day weekend"."""
    named = holidays.read_holiday(page.text, at)
    if not named:
        return None
    name, end = named
    weekend = compiled(rf"{GAP}weekend(?![A-Za-z])").match(page.text, end)
    end = weekend.end() if weekend else end
    tied = year_after(page, end)
    if tied:
        year, end = tied
        given = frozenset({"holiday", "year"})
    else:
        year = choose_year(page, at, end, lambda year: holidays.holiday_in(name, year))
        given = frozenset({"holiday"})
    if year is None:
        return Found(end, None, ("holiday", *sorted(given)))
    day = holidays.holiday_in(name, year)
    value = _weekend_of_holiday(day, given) if weekend else day_of(day, given)
    return Found(end, value, ("holiday", *sorted(given)))


def _weekend_of_holiday(day: date, given: frozenset[str]) -> Days:
    """Give the Saturday and Sunday next to a holiday, and the days between."""
    saturday = day - timedelta(
        days=(day.weekday() + 2) % 7 if day.weekday() == 0 or day.weekday() > 4 else day.weekday() - 5
    )
    return stretch(min(day, saturday), max(day, saturday + timedelta(days=1)) + timedelta(days=1), given)


# ------------------------------------------------------------------------------------ "three years ago"

_AGO = rf"{GAP}(?P<way>ago|earlier|later|before|after|previously|hence|from{GAP}(?:now|today|tomorrow)|from)(?![A-Za-z-])"


def read_ago(text: str, duration: Mention, published: date | None, earlier: Days | None) -> Mention | None:
    """Turn a duration that "ago", "earlier", "later" ... follows into a date ("three years ago")."""
    page = Page(text, published, earlier)
    found = compiled(_AGO).match(text, duration.end)
    if not found:
        return _in_days(page, duration)
    way = found["way"].lower()
    alone = way == "before" and re.match(r"\s*(?:[.,;:)]|$)", page.text[found.end() : found.end() + 4])
    if way in ("before", "after", "from") and not alone:
        return _from_named(page, duration, found, -1 if way == "before" else 1)
    if compiled(rf"{GAP}than\b").match(text, found.end()):
        return None
    sign = 1 if way in ("later", "hence") or way.startswith("from") else -1
    anchored = way in ("earlier", "later", "previously", "before") and _is_anchor(earlier, sign)
    base = earlier.start if anchored and earlier else published
    if way.endswith("tomorrow") and base:
        base += timedelta(days=1)
    given = ANAPHORIC if anchored else RELATIVE
    return _moved(page, duration, found.end(), base, sign, given, exact=way != "ago" and sign > 0)


def _is_anchor(earlier: Days | None, sign: int) -> bool:
    """Tell whether a length may be counted from the date named before.

    "A year earlier" said twice compares twice with the same year, it does not step back twice.
    """
    if earlier is None or earlier.start is None or earlier.end is None:
        return False
    stepped = bool(earlier.given & (RELATIVE | ANAPHORIC)) and (earlier.end - earlier.start).days > 300
    return sign > 0 or not stepped


def _in_days(page: Page, duration: Mention) -> Mention | None:
    """Read "will meet in two weeks"; "in two weeks of talks" and "the first in ten days" are lengths."""
    value = duration.value
    if not isinstance(value, Length) or [part for part, _ in value.parts()] not in (["days"], ["weeks"]):
        return None
    start = duration.start
    if not re.search(r"\bin\s+$", page.text[max(0, start - 6) : start], re.IGNORECASE):
        return None
    if re.match(r"\s+of\b|['’]|-", page.text[duration.end : duration.end + 5]):
        return None
    if cue_before(page.text, start) is not True:
        return None
    return _moved(page, duration, duration.end, page.published, 1, RELATIVE, exact=True)


def _moved(
    page: Page,
    duration: Mention,
    end: int,
    base: date | None,
    sign: int,
    given: frozenset[str],
    *,
    exact: bool,
) -> Mention | None:
    value: Days | None = None
    if isinstance(duration.value, Length):
        if any(part in ("hours", "minutes", "seconds") for part, _ in duration.value.parts()[:1]):
            return None
        moved = add(base, duration.value, sign) if base else None
        value = _at_grain(duration, moved, given, exact=exact) if moved else None
    return replace(
        duration,
        end=end,
        text=page.text[duration.start : end],
        kind="date",
        value=value,
        rules=("date", "ago", *sorted(given), *duration.rules),
    )


def _at_grain(duration: Mention, day: date, given: frozenset[str], *, exact: bool) -> Days | None:
    """Name as much of the calendar as the words are fine: "three years ago" is a year, "two days ago" a day."""
    assert isinstance(duration.value, Length)
    unit, _ = duration.value.parts()[-1]
    words = duration.text.lower()
    if "day" in given:
        return day_of(day, given)
    whole = duration.value.years or 0
    if "centur" in words and whole % 100 == 0:
        return century_of(day.year // 100 + 1, given)
    if "decade" in words and whole % 10 == 0:
        return decade_of(day.year, given)
    if unit == "years":
        return year_of(day.year, given)
    if unit == "months":
        return month_of(day.year, day.month, given)
    if unit == "weeks" and not exact:
        return week_of(day, given)
    return day_of(day, given)


def _from_named(page: Page, duration: Mention, found: re.Match[str], sign: int) -> Mention | None:
    """Read "two days before Christmas", "a day after 3 May"; "two days before the vote" stays a length."""
    gap = compiled(GAP).match(page.text, found.end())
    if not gap or gap.end() >= len(page.text):
        return None
    named = _read(page, gap.end()) if _FIRST_WORD.match(page.text, gap.end()) else None
    if named is None or named.days is None or named.days.start is None or named.rules[0] == "year":
        return None
    given = named.days.given
    if (named.days.end or named.days.start) - named.days.start == timedelta(days=1):
        given |= {"day"}
    return _moved(page, duration, named.end, named.days.start, sign, given, exact=True)


# ------------------------------------------------------------------------------------ facts files


def read_day_text(text: str) -> Days:
    """Read the date that a facts file gives ("24 February 2022", "2022-02"); ValueError says what is wrong."""
    words = text.strip()
    days = _whole_text(words) or _range_text(words)
    if days is None:
        raise ValueError(
            f"“{text}” is not a date: write one such as “24 February 2022”, “2022-02-24” or “May 2019”."
        )
    return days


def _whole_text(words: str) -> Days | None:
    mention = read_date(words, 0, None, None) if words else None
    if re.fullmatch(r"\d{4}", words) and int(words):
        return year_of(int(words), frozenset({"year"}))
    if mention is None or mention.end != len(words) or not isinstance(mention.value, Days):
        return None
    return mention.value


def _range_text(words: str) -> Days | None:
    """Read "30 November - 2 December 2025", "March 2014 to May 2015"."""
    for joint in re.finditer(r"\s*[-–—]\s*|\s+to\s+|/", words):
        last = _whole_text(words[joint.end() :])
        first = read_date(words, 0, None, None)
        start = (
            first.value if first and first.end == joint.start() and isinstance(first.value, Days) else None
        )
        if last and start and start.start and last.end and start.start < last.end:
            given = start.given & last.given
            return Days(start.start, last.end, given, f"{start.start}/{last.end}")
    return None
