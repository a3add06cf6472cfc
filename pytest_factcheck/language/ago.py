"""Lengths of time counted from a date: "three years ago", "a week later", "two days before Christmas"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from pytest_factcheck.language.calendar import (
    add,
    add_days,
    add_months,
    century_of,
    day_of,
    decade_of,
    month_of,
    nearest_weekday,
    stretch,
    week_of,
    year_of,
)
from pytest_factcheck.language.dategrammar import FIRST_WORD, read_at
from pytest_factcheck.language.datewords import compiled, weekday_number
from pytest_factcheck.language.numbers import GAP
from pytest_factcheck.language.page import Page
from pytest_factcheck.language.stepwords import ANAPHORIC, RELATIVE
from pytest_factcheck.language.tense import cue_before
from pytest_factcheck.model.mention import Days, Length, Mention
from pytest_factcheck.model.pattern import lazy_pattern

_AGO = (
    rf"{GAP}(?P<way>ago|earlier|later|before|after|previously|hence|from{GAP}(?:now|today|tomorrow)|from)"
    r"(?![A-Za-z-])"
)


def read_ago(text: str, duration: Mention, published: date | None, earlier: Days | None) -> Mention | None:
    """Turn a duration that "ago", "earlier", "later" ... follows into a date ("three years ago")."""
    page = Page(text, published, earlier)
    found = compiled(_AGO).match(text, duration.end)
    if not found:
        return _from_today(page, duration) or _in_days(page, duration) or _stretch_beside(page, duration)
    way = found["way"].lower()
    if way == "ago":
        named = _ago_named(page, duration, found.end())
        if named:
            return named
    alone = way == "before" and re.match(r"\s*(?:[.,;:)]|$)", page.text[found.end() : found.end() + 4])
    if way in ("before", "after", "from") and not alone:
        return _from_named(page, duration, found, -1 if way == "before" else 1)
    if compiled(rf"{GAP}than\b").match(text, found.end()):
        return None
    sign = 1 if way in ("later", "hence") or way.startswith("from") else -1
    anchored = way in ("earlier", "later", "previously", "before") and _is_anchor(earlier, sign)
    base = earlier.start if anchored and earlier else published
    if anchored and _is_too_coarse(duration, earlier):
        base = None
    if way.endswith("tomorrow") and base:
        base += timedelta(days=1)
    given = ANAPHORIC if anchored else RELATIVE
    if way.endswith(("today", "tomorrow")):
        given |= {"day"}
    if way.startswith("from ") and _is_limit(text, duration):
        return _within(page, duration, found.end(), base)
    return _moved(page, duration, found.end(), base, sign, given, exact=way != "ago" and sign > 0)


def _is_anchor(earlier: Days | None, sign: int) -> bool:
    """Tell whether a length may be counted from the date named before.

    "A year earlier" said twice compares twice with the same year, it does not step back twice.
    """
    if earlier is None or earlier.start is None or earlier.end is None:
        return False
    stepped = bool(earlier.given & (RELATIVE | ANAPHORIC)) and (earlier.end - earlier.start).days > 300
    return sign > 0 or not stepped


_LASTING = lazy_pattern(r"\b(?:for|over|during|throughout)\s$", re.IGNORECASE)
"""Before a length these say how long: "for six months before 3 May it was dry"."""

_TODAY = (
    rf"{GAP}(?:(?P<today>today|tomorrow)|on{GAP}(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day))"
    r"(?![A-Za-z-]|['’])"
)
_SINCE_THEN = lazy_pattern(
    r"(?:\b(?:it|that|this)(?:['’]s|\s(?:is|was))|\bmarks?|\bmarked|\bfor|\bbeen|\bsince)\s(?:exactly\s|just\s)?$",
    re.I,
)
_SINCE_AFTER = lazy_pattern(r"[^\S\n]?,?\s(?:since|that)\b", re.IGNORECASE)


def _from_today(page: Page, duration: Mention) -> Mention | None:
    """Read "opens a week today", "a fortnight on Monday"; "it is a year today since" counts back."""
    found = compiled(_TODAY).match(page.text, duration.end)
    if not found or not isinstance(duration.value, Length) or duration.hedge or page.published is None:
        return None
    units = [part for part, _ in duration.value.parts()]
    if units[:1] not in (["weeks"], ["months"], ["years"]):
        return None
    ahead = cue_before(page.text, duration.start)
    base, sign = page.published, 1
    if found["weekday"]:
        if (
            ahead is not True
            or units != ["weeks"]
            or page.text[found.end() : found.end() + 2].strip().isupper()
        ):
            return None
        base = nearest_weekday(weekday_number(found["weekday"]), base + timedelta(days=1), ahead=True)
    elif found["today"].lower() == "tomorrow":
        base += timedelta(days=1)
    window = page.text[max(0, duration.start - 24) : duration.start]
    if not found["weekday"] and (
        ahead is False or _SINCE_THEN.search(window) or _SINCE_AFTER.match(page.text, found.end())
    ):
        sign = -1
    return _moved(page, duration, found.end(), base, sign, RELATIVE | {"day"}, exact=True)


WEEK = 7


def _is_too_coarse(duration: Mention, earlier: Days | None) -> bool:
    """Tell whether days are counted from a whole month or year: "in May ...; nine days later" is no day."""
    if not earlier or not earlier.start or not earlier.end or not isinstance(duration.value, Length):
        return False
    unit = duration.value.parts()[-1][0]
    return unit in ("days", "weeks") and (earlier.end - earlier.start).days > WEEK


_NAMED_AGO = (
    rf"{GAP}(?:on{GAP})?(?:(?P<today>today|yesterday)|(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    rf"(?:{GAP}(?:morning|afternoon|evening|night))?)(?![A-Za-z-]|['’])"
)


def _ago_named(page: Page, duration: Mention, at: int) -> Mention | None:
    """Read "a year ago today", "two weeks ago Tuesday": the day that the words name so long before."""
    found = compiled(_NAMED_AGO).match(page.text, at)
    if not found or not isinstance(duration.value, Length) or duration.hedge:
        return None
    units = [part for part, _ in duration.value.parts()]
    if (
        page.published is None
        or (found["weekday"] and units != ["weeks"])
        or units[0] not in ("weeks", "months", "years")
    ):
        return None
    back = 1 if (found["today"] or "").lower() == "yesterday" else 0
    base = page.published - timedelta(days=back)
    if found["weekday"]:
        base = nearest_weekday(weekday_number(found["weekday"]), base, ahead=False)
    return _moved(page, duration, found.end(), base, -1, RELATIVE | {"day"}, exact=True)


def _is_limit(text: str, duration: Mention) -> bool:
    before = text[max(0, duration.start - 8) : duration.start]
    return duration.hedge in ("<", "<=") or bool(re.search(r"\bwithin\s+$", before, re.IGNORECASE))


def _within(page: Page, duration: Mention, end: int, base: date | None) -> Mention | None:
    """Read "within two weeks from today": any day up to then."""
    last = add(base, duration.value) if base and isinstance(duration.value, Length) else None
    value = stretch(base, last, RELATIVE) if base and last and base < last else None
    return _as_date(page, duration, duration.start, end, value, "within")


_STEP_BESIDE = lazy_pattern(
    rf"(?<=[A-Za-z,]){GAP}(?P<step>last|past|previous|next|coming){GAP}$|^(?P<first>last|past|previous|next|coming){GAP}$",
    re.IGNORECASE,
)

_TIES = lazy_pattern(
    r"\b(?:the|these|those|this|in|over|within|for|during|of|through|throughout|across|after|before|since|by|than|his|her|its"
    r"|their|our|my|your|and|at|on|to|from|into|as)$",
    re.IGNORECASE,
)
"""Words before "next two years" that make a length of it: "the next two years", "over next two years"."""


def _stretch_beside(page: Page, duration: Mention) -> Mention | None:
    """Read "he will be away next five days": beside a verb it says when, not how long."""
    value, text = duration.value, page.text
    if not isinstance(value, Length) or duration.hedge or len(value.parts()) != 1:
        return None
    if value.parts()[0][0] not in ("days", "weeks", "months", "years"):
        return None
    window = max(0, duration.start - STEP_REACH)
    step = _STEP_BESIDE.search(text[window : duration.start])
    if not step or (step["first"] and window):
        return None
    start = window + step.start("step" if step["step"] else "first")
    if step["step"] and _TIES.search(text[max(0, start - STEP_REACH) : start].rstrip()):
        return None
    if step["first"] and not page.is_all(start, duration.end):
        return None
    if re.match(r"\s+of\b|['’-]", text[duration.end : duration.end + 4]):
        return None
    word = (step["step"] or step["first"]).lower()
    if word == "past" and (value.years or 0) > OLD:
        return None
    quarters = "quarter" in duration.text.lower()
    days = _beside(page.published, value, ahead=word in ("next", "coming"), quarters=quarters)
    return _as_date(page, duration, start, duration.end, days, "beside")


OLD = 15
"""Years beyond which "past" tells an age ("men past 60 years")."""


def _beside(published: date | None, length: Length, *, ahead: bool, quarters: bool) -> Days | None:
    """Give the days before publication, or those from the next day on; quarters are those of the calendar."""
    base = add_days(published, 1) if published and ahead else published
    if base and published and quarters:
        first = published.replace(day=1, month=(published.month - 1) // 3 * 3 + 1)
        base = add_months(first, 3) if ahead else first
    other = add(base, length, 1 if ahead else -1) if base else None
    if base is None or other is None or base == other:
        return None
    return stretch(min(base, other), max(base, other), RELATIVE)


def _as_date(page: Page, duration: Mention, start: int, end: int, value: Days | None, rule: str) -> Mention:
    return replace(
        duration,
        start=start,
        end=end,
        text=page.text[start:end],
        kind="date",
        value=value,
        hedge=None,
        rules=("date", rule, "relative", *duration.rules),
    )


STEP_REACH = 16
"""Characters before a length in which "last" or "next" may stand."""


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
    """Name the calendar as finely as the words do: "three years ago" is a year, "two days ago" a day."""
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
    lasts = found["way"].lower() != "from" and _LASTING.search(
        page.text, max(0, duration.start - 12), duration.start
    )
    if not gap or gap.end() >= len(page.text) or lasts:
        return None
    named = read_at(page, gap.end()) if FIRST_WORD.match(page.text, gap.end()) else None
    if named is None or named.days is None or named.days.start is None or named.rules[0] == "year":
        return None
    given = named.days.given
    if (named.days.end or named.days.start) - named.days.start == timedelta(days=1):
        given |= {"day"}
    return _moved(page, duration, named.end, named.days.start, sign, given, exact=True)
