"""Holidays that news copy names, and the day on which each falls in a year."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

FIXED = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "epiphany": (1, 6),
    "australia day": (1, 26),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "st valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "international workers' day": (5, 1),
    "cinco de mayo": (5, 5),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Name to month and day."""

BY_WEEKDAY = {
    "martin luther king day": (1, 0, 3, 0),
    "martin luther king jr. day": (1, 0, 3, 0),
    "presidents' day": (2, 0, 3, 0),
    "presidents day": (2, 0, 3, 0),
    "memorial day": (5, 0, -1, 0),
    "labor day": (9, 0, 1, 0),
    "columbus day": (10, 0, 2, 0),
    "thanksgiving": (11, 3, 4, 0),
    "thanksgiving day": (11, 3, 4, 0),
    "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4),
}
"""Name to month, weekday (Monday 0), which of them (-1 the last), and days to add."""

BY_EASTER = {
    "shrove tuesday": -47,
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
    "corpus christi": 60,
}
"""Name to days after Easter Sunday."""

NOT_BEFORE = (
    "island|islands|egg|eggs|bunny|tree|trees|card|cards|carol|carols|cake|decorations?|dinner|lights?|gifts?|presents?"
    "|songs?|albums?|jumpers?|rising|uprising|market|markets|carnival|offensive|quarter|season|shopping|trading|sales|break|holidays?|party|parties|message|speech|address|special|single|parade|parades|texas|movie|movies|film"
)
"""Nouns that turn the holiday before them into a name or a mere adjective."""

NEEDS_CAPITAL = frozenset(
    {"epiphany", "may day", "corpus christi", "pentecost", "holy saturday", "bonfire night"}
)
"""Names that in small letters mean something else."""

_WORDS = {
    "day",
    "eve",
    "of",
    "july",
    "friday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "saturday",
    "sunday",
}
ANCHORS: frozenset[str] = frozenset(
    re.split(r"\W", name)[0] for name in (*FIXED, *BY_WEEKDAY, *BY_EASTER) if name.split()[0] not in _WORDS
)
"""First words of the names."""


STARTS: frozenset[str] = frozenset(re.split(r"[^a-z]", name)[0] for name in (*FIXED, *BY_WEEKDAY, *BY_EASTER))
"""First words of all names, of those too that begin as other dates do."""


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((*FIXED, *BY_WEEKDAY, *BY_EASTER), key=len, reverse=True)
    forms = "|".join(
        re.escape(name).replace("'", "['’]?").replace("\\ ", r"[^\S\n]+").replace("st", r"st\.?", 1)
        if name.startswith("st ")
        else re.escape(name).replace("'", "['’]?").replace("\\ ", r"[^\S\n]+")
        for name in names
    )
    return re.compile(rf"(?P<name>{forms})(?![A-Za-z])(?!(?:['’]s)?[^\S\n](?:{NOT_BEFORE})\b)", re.IGNORECASE)


def read_holiday(text: str, at: int) -> tuple[str, int] | None:
    """Find the name of a holiday at that offset: the name as in the tables and where it ends."""
    found = _pattern().match(text, at)
    if found and _plain(found["name"]) == "new year" and not _is_turn_of_year(text, at, found.end()):
        return None
    if not found or (found.group()[0].islower() and _plain(found["name"]) in NEEDS_CAPITAL):
        return None
    return _plain(found["name"]), found.end()


_WANTS_A_DAY = re.compile(r"\b(?:before|after|by|until|till|since)\s+$", re.IGNORECASE)


def _is_turn_of_year(text: str, at: int, end: int) -> bool:
    """Tell "before New Year" from "the new year" (the months to come) and "New Year resolutions"."""
    return bool(_WANTS_A_DAY.search(text[max(0, at - 8) : at])) and not re.match(
        r"[^\S\n][A-Za-z]|['’-]", text[end : end + 2]
    )


@cache
def _plain_names() -> dict[str, str]:
    return {_key(name): name for name in (*FIXED, *BY_WEEKDAY, *BY_EASTER)}


def _key(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _plain(name: str) -> str:
    return _plain_names()[_key(name)]


def holiday_in(name: str, year: int) -> date:
    """Give the day on which the holiday falls in that year."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in BY_WEEKDAY:
        month, weekday, which, more = BY_WEEKDAY[name]
        return nth_weekday(year, month, weekday, which) + timedelta(days=more)
    return easter(year) + timedelta(days=BY_EASTER[name])


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """Give the first (1), second, ... or last (-1) weekday of a month; a fifth may lie in the next month."""
    if which < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=(following.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Compute Easter Sunday of the Western churches (Gauss's rule as corrected by Lichtenberg)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    epact = (19 * (year % 19) + moon) % 30
    shift = epact // 29 + (epact // 28 - epact // 29) * ((year % 19) // 11)
    full_moon = 21 + epact - shift
    sunday = 7 - (year + year // 4 + 2 - (3 * century + 3) // 4) % 7
    days = full_moon + 7 - (full_moon - sunday) % 7
    return date(year, 3, 1) + timedelta(days=days - 1)
