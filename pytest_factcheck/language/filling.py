"""The year, month or week that words leave out, filled in from the publication date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from pytest_factcheck.language.calendar import make_day, nearest_weekday
from pytest_factcheck.language.datewords import MONTH, compiled
from pytest_factcheck.language.page import Page
from pytest_factcheck.language.tense import is_long_past, looks_ahead, was_done
from pytest_factcheck.model.pattern import lazy_pattern

MOVED_ON = 45
"""Days after which what is said to come is of the next year ("will open in March", said in June)."""

TOLD_AS_PAST = 140
"""Days ahead beyond which a past verb means the year before ("rose in October", said in March)."""

NEXT_MONTH = 35
"""Days ahead up to which "was done on 12 July" is a slip of the month, and beyond which it was last year."""

FAR = 270
"""Without a verb a date so many days away is rather that of the neighbouring year."""

NEARER = 190
"""Without a verb a month so many days ahead is nearer in the year before; a day is of the current year."""

_SINCE = lazy_pattern(r"\bsince\s+(?:the\s+|late\s+|mid-?\s*|early\s+)?$", re.IGNORECASE)

_UNTIL = lazy_pattern(r"\b(?:until|till|by)\s+(?:the\s+|late\s+|mid-?\s*|early\s+)?$", re.IGNORECASE)


def fill_year(page: Page, start: int, end: int, month: int, day: int | None = None) -> int | None:
    """Choose the year of a day or month that was named without one; newspapers leave out the current year."""
    carried = _carried_year(page, start, end, month, day)
    if carried or page.published is None:
        return carried
    return choose_year(
        page, start, end, lambda year: make_day(year, month, day or 15), whole_month=day is None
    )


_JOINT_BEFORE = lazy_pattern(
    r"(?:[A-Za-z.]|\d(?:st|nd|rd|th)?)\s*(?:[-–—]|\b(?:to|until|till|through|thru|and))\s*(?:the\s+)?$"
)
CARRIED_OVER = 200
"""Characters over which a full date lends its year to the next."""


def _carried_year(page: Page, start: int, end: int, month: int, day: int | None) -> int | None:
    """Take the year of the date before: the first side of a range, or a full date just told."""
    earlier = page.earlier
    if earlier is None or earlier.start is None or "relative" in earlier.given:
        return None
    here = make_day(earlier.start.year, month, day or 28)
    before = page.text[max(0, start - CARRIED_OVER) : start]
    if "month" in earlier.given and _JOINT_BEFORE.search(before[-40:]) and _names_month(before[-40:]):
        return earlier.start.year + (here is not None and here < earlier.start)
    told = {"month", "day"} <= earlier.given and day is not None and str(earlier.start.year) in before
    if not told or "\n\n" in before or here is None or here < earlier.start:
        return None
    return earlier.start.year if looks_ahead(page.text, start, end) is not True else None


def _names_month(words: str) -> bool:
    return bool(
        compiled(rf"(?<![A-Za-z]){MONTH}[^A-Za-z]{{0,12}}(?:[A-Za-z]{{2,7}}\s+)?(?:the\s+)?$").search(words)
    )


def choose_year(
    page: Page, start: int, end: int, day_in: Callable[[int], date | None], *, whole_month: bool = False
) -> int | None:
    """Choose the year for something that comes once a year."""
    published = page.published
    if published is None:
        return None
    year = published.year
    here = day_in(year) or day_in(year - 1) or day_in(year + 1) or day_in(year - 2)
    if here is None:
        return None
    year, away = here.year, (here - published).days
    if away == 0 or (whole_month and here.year == published.year and here.month == published.month):
        return year
    ahead = looks_ahead(page.text, start, end)
    before = page.text[max(0, start - 12) : start]
    if away > 0 and _SINCE.search(before):
        return year - 1
    until = bool(_UNTIL.search(before))
    if away < 0:
        next_year = (ahead and away < -MOVED_ON) or (ahead is None and away < (-MOVED_ON if until else -FAR))
        return year + 1 if next_year and day_in(year + 1) else year
    if until:
        return year
    last_year = (
        (ahead is False and away > TOLD_AS_PAST)
        or (ahead is None and away > (NEARER if whole_month else FAR))
        or is_long_past(page.text, start, end)
        or (away > NEXT_MONTH and was_done(page.text, start))
    )
    return year - 1 if last_year and day_in(year - 1) else year


_WEEKDAY_JOINT = lazy_pattern(
    r"day(?:\s+(?:morning|afternoon|evening|night))?\s*(?:[-–—]|,?\s+(?:to|until|till|through|thru|and|or)\s)\s*$"
)
"""Between two weekdays these put the second behind the first."""


def _heads_an_entry(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday heads an entry of a diary: "Monday: the register publishes its data"."""
    before = text[max(0, start - 4) : start].rpartition("\n")[2] if start else ""
    return text[end : end + 1] == ":" and not before.strip(" \t*•–-")


def fill_weekday(page: Page, start: int, end: int, weekday: int) -> date | None:
    """Choose the day that a bare weekday means: the last one up to publication, or the next if so told."""
    if page.published is None:
        return None
    earlier = page.earlier.start if page.earlier and "weekday" in page.earlier.given else None
    if earlier and _WEEKDAY_JOINT.search(page.text[max(0, start - 24) : start]):
        return nearest_weekday(weekday, earlier, ahead=True)
    ahead = looks_ahead(page.text, start, end)
    if ahead is None and (
        _UNTIL.search(page.text[max(0, start - 12) : start])
        or page.is_all(start, end)
        or _heads_an_entry(page.text, start, end)
    ):
        ahead = True
    return nearest_weekday(weekday, page.published, ahead=ahead is True)
