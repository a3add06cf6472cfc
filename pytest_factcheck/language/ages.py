"""Stated lengths of time held against true ones, by calendar arithmetic."""

from datetime import date, timedelta

from pytest_factcheck.language.calendar import add_months
from pytest_factcheck.language.fairness import Interval
from pytest_factcheck.model.mention import Length, Mention

SECONDS = {"weeks": 604800.0, "days": 86400.0, "hours": 3600.0, "minutes": 60.0, "seconds": 1.0}
DAYS_OF_MONTH = (28.0, 31.0)
DAYS_OF_YEAR = (365.0, 366.0)
MONTH_OF_GRACE = 1 / 12  # years are spoken of loosely by a month
NEAR_ANNIVERSARY = 0.1  # years around an anniversary in which no other one is spoken of
AGO_SLACK = 0.10  # "three years ago" may be rounded down by a tenth


def months_between(start: date, end: date) -> float:
    """Count the months from one day to another: whole ones by the calendar, the rest as a share of the next."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    if (add_months(start, whole) or date.max) > end:
        whole -= 1
    last, following = add_months(start, whole) or end, add_months(start, whole + 1) or date.max
    return whole + (end - last).days / max(1, (following - last).days)


def measured(start: date, end: date, unit: str) -> float:
    """Measure the time from one day to another in a unit of `TIME_UNITS`."""
    if unit == "years":
        return months_between(start, end) / 12
    if unit == "months":
        return months_between(start, end)
    return (end - start).days * SECONDS["days"] / SECONDS[unit]


def smallest_unit(length: Length) -> str:
    """Name the smallest unit that was written."""
    return length.parts()[-1][0]


def in_unit(length: Length, unit: str) -> float | None:
    """Express a length in one of its own or a smaller unit, exactly; None where the calendar leaves it open."""
    total = 0.0
    for part, number in length.parts():
        factor = _factor(part, unit)
        if factor is None:
            return None
        total += number * factor
    return total


def _factor(part: str, unit: str) -> float | None:
    if part == unit:
        return 1.0
    if part == "years" and unit == "months":
        return 12.0
    if part in SECONDS and unit in SECONDS:
        return SECONDS[part] / SECONDS[unit]
    return None


def fair_lengths(mention: Mention, *, is_ago: bool = False) -> tuple[Interval, str] | None:
    """Give the true lengths for which the statement is fair, and the unit they are measured in; None if vague."""
    value = mention.value
    if isinstance(value, tuple):
        return _fair_pair(value)
    if not isinstance(value, Length) or not value.parts():
        return None
    unit = smallest_unit(value)
    number = in_unit(value, unit)
    if number is None:
        return None
    step = _step(mention, unit, number)
    interval = _fair(number / step, mention.hedge, _grace(unit, number, step))
    if is_ago:
        interval = Interval(
            interval.low, max(interval.high, number / step * (1 + AGO_SLACK)), interval.low_open
        )
    return Interval(interval.low * step, interval.high * step, interval.low_open, interval.high_open), unit


def _fair_pair(value: tuple[object, object]) -> tuple[Interval, str] | None:
    low, high = value
    if not isinstance(low, Length) or not isinstance(high, Length):
        return None
    unit = smallest_unit(high)
    first, last = in_unit(low, unit), in_unit(high, unit)
    return None if first is None or last is None else (Interval(first, last), unit)


def _step(mention: Mention, unit: str, number: float) -> float:
    """How long one step of the statement is: ten years where it counts in decades."""
    words = mention.text.casefold()
    if unit == "years" and "decade" in words and number >= 10:
        return 10.0
    if unit == "years" and "centur" in words and number >= 50:
        return 100.0
    return 1.0


def _grace(unit: str, number: float, step: float) -> float:
    """Half a unit and what is customary beyond it, in steps."""
    if number != int(number):
        return 0.25 + (MONTH_OF_GRACE if unit == "years" else 0)
    if unit == "years":
        return 0.5 + (MONTH_OF_GRACE if step == 1 else 0)
    if unit == "months" and number >= 12:
        return 1.0
    if unit == "weeks" and number > 3:
        return 0.75
    return 1.0 if unit == "days" and number > 3 else 0.5


def _fair(v: float, hedge: str | None, grace: float) -> Interval:
    if hedge is None:
        return Interval(v - grace, v + grace)
    if hedge == "~":
        room = max(grace, 0.125 * v)
        return Interval(v - room, v + room)
    if hedge == "~<":
        return Interval(v - max(min(0.5, v / 4), 0.1 * v), v, high_open=True)
    if hedge == "~>":
        return Interval(v, v + max(min(0.5, v / 4), 0.1 * v), low_open=True)
    if hedge == ">":
        return Interval(v, v + max(1.0, 0.25 * v), low_open=True)
    if hedge == "<":
        return Interval(v - max(1.0, 0.25 * v), v, high_open=True)
    return Interval(v, 1.5 * v) if hedge == ">=" else Interval(v / 2, v)


def agrees_with_age(mention: Mention, start: date, end: date, *, is_ago: bool = False) -> bool | None:
    """Tell whether a stated age is fair for the time from one day to another; None for a vague one.

    Both days may count ("two days of talks" on the 14th and 15th), so days and weeks may be one day more.
    """
    fair = fair_lengths(mention, is_ago=is_ago)
    if fair is None:
        return _agrees_by_steps(mention, start, end)
    interval, unit = fair
    true = measured(start, end, unit)
    if unit in ("days", "weeks"):
        return interval.holds(true) or interval.holds(measured(start, end + timedelta(days=1), unit))
    return interval.holds(true)


def _agrees_by_steps(mention: Mention, start: date, end: date) -> bool | None:
    """Hold "three years, nine months and 21 days" against the calendar, step by step; None for a vague length."""
    value = mention.value
    if not isinstance(value, Length) or smallest_unit_or_none(value) not in ("days", "weeks"):
        return None
    months = 12 * (value.years or 0) + (value.months or 0)
    if months != int(months) or mention.hedge not in (None, "~"):
        return None
    stepped = add_months(start, int(months))
    if stepped is None:
        return None
    reached = stepped + timedelta(days=7 * (value.weeks or 0) + (value.days or 0))
    return abs((end - reached).days) <= (1 if value.days is not None else 4)


def smallest_unit_or_none(length: Length) -> str | None:
    """Name the smallest unit that was written, if any was."""
    return length.parts()[-1][0] if length.parts() else None


def nth_year_agrees(nth: float, start: date, end: date, unit: str = "years") -> bool:
    """Tell whether `end` lies in the Nth year (month, week, day) after `start`: [N-1, N)."""
    true = measured(start, end, unit)
    if unit == "days":
        return abs(true + 1 - nth) <= 1
    return nth - 1 <= true < nth


def nth_anniversary_agrees(nth: float, start: date, day: date) -> bool | None:
    """Tell whether the Nth anniversary of `start` is the one about which `day` lies; None if it is another's time.

    Around an anniversary only that one is meant; in between, the last and the next may both be spoken of.
    """
    if nth < 1 or day < start:
        return None
    years = measured(start, day, "years")
    if abs(years - round(years)) <= NEAR_ANNIVERSARY and round(years) >= 1:
        return nth == round(years)
    return True if nth in (int(years), int(years) + 1) else None


def agrees_with_length(stated: Mention, true: Mention) -> bool | None:
    """Tell whether a stated length is fair for a fact's length; None where the two cannot be compared."""
    said, held = fair_lengths(stated), fair_lengths(true)
    if said is None or held is None or not isinstance(true.value, Length):
        return None
    interval, unit = said
    point = _converted(true.value, unit)
    if true.hedge is None:
        return _touches_range(interval, point)
    room, held_unit = held
    if held_unit == unit:
        return _hedged_agrees(stated, true, interval, room, point)
    return _touches_range(interval, point)


def _hedged_agrees(
    stated: Mention, true: Mention, said: Interval, held: Interval, point: tuple[float, float]
) -> bool:
    if true.hedge == "~":
        return said.touches(Interval(point[0], point[1]))
    return said.overlaps(held)


def _touches_range(interval: Interval, point: tuple[float, float]) -> bool:
    if point[0] == point[1]:
        return interval.holds(point[0])
    return interval.overlaps(Interval(*point))


def _converted(length: Length, unit: str) -> tuple[float, float]:
    """A length in another unit, as the least and the most that the calendar allows."""
    exact = in_unit(length, unit)
    if exact is not None:
        return exact, exact
    low = sum(n * _days(part, 0) for part, n in length.parts())
    high = sum(n * _days(part, 1) for part, n in length.parts())
    return low / _days(unit, 1), high / _days(unit, 0)


def _days(unit: str, most: int) -> float:
    if unit == "years":
        return DAYS_OF_YEAR[most]
    if unit == "months":
        return DAYS_OF_MONTH[most]
    return SECONDS[unit] / SECONDS["days"]


def exact_age(start: date, end: date) -> str:
    """Say how long it is from one day to another, in the largest unit that tells: "3.81 years"."""
    years = measured(start, end, "years")
    if years >= 2:
        return f"{years:.2f} years"
    months = measured(start, end, "months")
    if months >= 2:
        return f"{months:.1f} months"
    days = (end - start).days
    return f"{days} day{'' if days == 1 else 's'}"


def spoken_age(start: date, end: date) -> str:
    """Say how long it is from one day to another as copy would: "nearly four years"."""
    for unit in ("years", "months", "weeks"):
        length = measured(start, end, unit)
        if length >= 2:
            return _spoken(length, unit)
    days = (end - start).days
    return f"{days} day{'' if days == 1 else 's'}"


NUMBER_WORDS = "zero one two three four five six seven eight nine ten".split()


def _spoken(length: float, unit: str) -> str:
    whole, rest = int(length), length - int(length)
    hedge, count = (
        ("nearly", whole + 1) if rest >= 0.6 else ("more than", whole) if rest >= 0.1 else ("", whole)
    )
    word = NUMBER_WORDS[count] if count < len(NUMBER_WORDS) else str(count)
    return f"{hedge} {word} {unit}".strip()
