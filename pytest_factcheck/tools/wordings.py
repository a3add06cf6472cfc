"""Ways in which an article may state a figure, from right to wrong, made up for a fact's value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import floor, log10

from pytest_factcheck.language.ages import measured
from pytest_factcheck.language.days import spoken_day
from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.model.figure import Figure
from pytest_factcheck.model.mention import TIME_UNITS, Days, Length, Mention
from pytest_factcheck.model.verdict import Comparison

HEDGES = ("", "about ", "nearly ", "more than ", "fewer than ", "at least ", "up to ")
WORDS = "zero one two three four five six seven eight nine".split()
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
PARTS = ("early", "mid", "late")


def wordings(fact: Figure, today: date) -> Iterator[str]:
    """Make up statements of the fact's value and of others near it, for an article of that day."""
    value = fact.value_of()
    if isinstance(value, Days):
        yield from _of_days(value)
        if fact.kind == "event" and value.start is not None:
            yield from _of_age(value.start, _last_day(fact, today))
    elif isinstance(value, Length):
        unit, number = value.parts()[0]
        yield from _of_length(number, unit)
    elif isinstance(value, int | float):
        yield from _of_number(fact, value)


def compare(fact: Figure, words: str, today: date) -> Comparison | None:
    """Read a made-up statement and hold it against the fact; None if it is no statement of its kind."""
    mentions = find_mentions(words, today)
    if len(mentions) != 1 or mentions[0].kind not in fact.takes:
        return None
    return fact.compare(mentions[0], today)


def _last_day(fact: Figure, today: date) -> date:
    ended = getattr(fact, "ended", None)
    days = ended.value if isinstance(ended, Mention) else None
    return min(today, days.start) if isinstance(days, Days) and days.start else today


def _of_age(start: date, end: date) -> Iterator[str]:
    unit = next((u for u in ("years", "months", "weeks") if measured(start, end, u) >= 1), "days")
    whole = floor(measured(start, end, unit))
    for number in dict.fromkeys((whole + 1, whole, whole - 1, whole + 2)):
        if number > 0:
            yield from (f"{hedge}{_length(number, unit)}" for hedge in ("nearly ", "", "more than "))
    if unit == "years":
        yield f"{round(measured(start, end, 'months'))} months"
        yield from (f"in its {_nth(number)} year" for number in (whole + 1, whole + 2) if number > 1)


def _of_days(days: Days) -> Iterator[str]:
    start, end = days.start, days.end
    if start is None:
        return
    if end is not None and end - start == timedelta(days=1):
        yield from (spoken_day(start), f"{start:%B %Y}", f"{start:%Y}", spoken_day(start + timedelta(days=1)))
    elif {"year", "month"} <= days.given:
        yield f"{start:%B %Y}"
    yield f"{PARTS[(start.month - 1) // 4]} {start.year}"
    yield from (str(start.year), str(start.year - 1), str(start.year + 1))
    yield f"{start.replace(day=1) - timedelta(days=1):%B %Y}"


def _of_length(number: float, unit: str) -> Iterator[str]:
    whole = round(number)
    for other in dict.fromkeys((number, whole, whole + 1, whole - 1, 2 * whole)):
        if other > 0:
            yield from (f"{hedge}{_length(other, unit)}" for hedge in HEDGES[:4])
    smaller = TIME_UNITS[TIME_UNITS.index(unit) + 1 :][:1]
    if smaller and unit == "hours":
        yield f"{round(60 * number)} minutes"


def _of_number(fact: Figure, value: float) -> Iterator[str]:
    mention: Mention = getattr(fact, fact.value_keys[0])
    for number in _near(value):
        if fact.kind == "percent" and number > 100 > value:
            continue
        yield from (f"{hedge}{_written(fact, mention, number)}" for hedge in HEDGES)


def _near(value: float) -> list[float]:
    """Give the value, its roundings, and others near it; the nearest first."""
    if not value:
        return [0, 1]
    size = 10.0 ** floor(log10(abs(value)))
    rounded = [round(value / step) * step for step in (size, size / 10)]
    others = [value + size / 10, value - size / 10, value * 1.5, value / 2, value * 10]
    whole = value == int(value)
    near = [value, *(round(n) if whole else float(f"{n:.4g}") for n in (*rounded, *others))]
    return [number for number in dict.fromkeys(near) if number > 0 or value < 0]


def _written(fact: Figure, mention: Mention, number: float) -> str:
    if fact.kind == "percent":
        return f"{_digits(number)} percent"
    if fact.kind == "money":
        return _sum(mention, number)
    unit = fact.units()[0] if fact.units() else ""
    return f"{_digits(number)} {unit}".strip()


def _sum(mention: Mention, number: float) -> str:
    unit = mention.unit or ""
    return f"{unit} {_digits(number)}" if unit.isupper() and len(unit) == 3 else f"{unit}{_digits(number)}"


def _digits(number: float) -> str:
    for size, name in SCALES:
        if abs(number) >= size:
            return f"{number / size:.4g} {name}"
    return f"{number:,.0f}" if number == int(number) else f"{number:,g}"


def _length(number: float, unit: str) -> str:
    written = WORDS[int(number)] if number in range(1, 10) else _digits(number)
    return f"{written} {unit if number != 1 else unit.removesuffix('s')}"


def _nth(number: int) -> str:
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
