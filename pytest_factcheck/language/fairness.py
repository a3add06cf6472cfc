"""Which true values make a stated figure fair: a hedge is an interval.

The numbers in `ROOM` were fitted on real copy (see the manual, "hedges are intervals"); they stand in one table
so that they can be tuned.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import inf

from pytest_factcheck.model.mention import Mention

ROOM = {
    "bare": (0.0, 0.05),  # at most this share of the value, however coarse the grain
    "about": (0.025, 0.125),
    "nearly": (0.05, 0.125),
    "over": (0.10, 0.25),
}
AGREED_WITHIN = 0.025  # an "about" fact takes a plain figure this near
EXACT_COUNT_UP_TO = 20  # a bare small count means itself


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of numbers; an open side leaves its end out."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: float) -> bool:
        """Tell whether the value lies inside, an error of the last binary digit allowed for."""
        slack = 1e-9 * max(1.0, abs(value))
        above = value > self.low + slack if self.low_open else value >= self.low - slack
        below = value < self.high - slack if self.high_open else value <= self.high + slack
        return above and below

    def touches(self, other: "Interval") -> bool:
        """Tell whether the two share a value, or would if their ends were closed."""
        slack = 1e-9 * max(1.0, abs(self.low), abs(other.low)) if inf not in (self.high, other.high) else 1e-9
        return self.low <= other.high + slack and other.low <= self.high + slack

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether the two share a value."""
        if not self.touches(other):
            return False
        if self.high == other.low:
            return not (self.high_open or other.low_open)
        if other.high == self.low:
            return not (other.high_open or self.low_open)
        return True


def grain_of(value: float, written: float | None = None) -> float:
    """Say how finely a value was stated: 10^k for k trailing zeros, 5·10^k when the last digit that counts is 5.

    `written` is the place value of the last digit that was written: "3.0" has a grain of 0.1, not 1.
    """
    if value == 0:
        return written or 1.0
    digits = Decimal(repr(value)).normalize()
    last = digits.as_tuple().digits[-1]
    exponent = int(digits.as_tuple().exponent)
    place = 10.0**exponent
    if written is not None and 0 < written < 1 and written < place:
        return written
    return 5 * place if last == 5 else place


def _kept(size: float, value: float, limits: tuple[float, float]) -> float:
    return min(max(size, limits[0] * value), limits[1] * value)


def fair_values(mention: Mention, *, is_count: bool = False) -> Interval | None:
    """Give the true values for which the statement is fair, or None for a vague amount or a time.

    `is_count` says that whole things are counted, so that a bare number up to 20 means itself.
    """
    value = mention.value
    if isinstance(value, tuple):
        return _fair_range(value)
    if not isinstance(value, int | float):
        return None
    well = "well " in mention.text.casefold()
    if value < 0:
        mirrored = _fair(-value, MIRROR.get(mention.hedge or "", mention.hedge), None, is_count, well)
        return Interval(-mirrored.high, -mirrored.low, mirrored.high_open, mirrored.low_open)
    return _fair(value, mention.hedge, mention.grain, is_count, well)


def is_fraction(value: float) -> bool:
    """Tell whether a value can only come from a fraction in words: 33.3333..., 66.6667, 0.142857."""
    mantissa = f"{value:.7e}".partition("e")[0]
    return len(mantissa.replace(".", "").strip("0-")) > 6


MIRROR = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _fair_range(value: tuple[object, object]) -> Interval | None:
    low, high = value
    if not isinstance(low, int | float | None) or not isinstance(high, int | float | None):
        return None
    return Interval(-inf if low is None else low, inf if high is None else high)


def _fair(v: float, hedge: str | None, written: float | None, is_count: bool, well: bool) -> Interval:
    grain = v if is_fraction(v) else grain_of(v, written)
    if hedge is None:
        exact = is_count and v <= EXACT_COUNT_UP_TO and v == int(v)
        room = 0.0 if exact else _kept(grain / 2, v, ROOM["bare"])
        return Interval(v - room, v + room)
    if hedge == "~":
        room = _kept(grain / 2, v, ROOM["about"])
        return Interval(v - room, v + room)
    if hedge == "~<":
        return Interval(v - _kept(grain / 2, v, ROOM["nearly"]), v, high_open=True)
    if hedge == "~>":
        return Interval(v, v + _kept(grain / 2, v, ROOM["nearly"]), low_open=True)
    if hedge == ">":
        return (
            Interval(1.02 * v, 2 * v)
            if well
            else Interval(v, v + _kept(grain, v, ROOM["over"]), low_open=True)
        )
    if hedge == "<":
        return (
            Interval(v / 2, 0.98 * v)
            if well
            else Interval(v - _kept(grain, v, ROOM["over"]), v, high_open=True)
        )
    return Interval(v, 1.5 * v) if hedge == ">=" else Interval(v / 2, v)


def agrees(stated: Mention, true: Mention, *, is_count: bool = False, ceiling: float = inf) -> bool | None:
    """Tell whether a stated value is fair usage for a fact's value; None if either is vague.

    A plain fact must lie in the statement's interval; an "about" fact also takes a plain figure within 2.5 %, or
    an interval that touches it; a fact with a direction ("more than") needs overlapping intervals.
    """
    said, held = fair_values(stated, is_count=is_count), fair_values(true, is_count=is_count)
    if said is None or held is None:
        return None
    said, held = _capped(said, ceiling), _capped(held, ceiling)
    point = true.value if isinstance(true.value, int | float) else None
    if point is None:
        return said.touches(held)
    if true.hedge is None:
        return said.holds(point)
    if true.hedge == "~":
        return _agrees_about(stated, said, point)
    return said.overlaps(held)


def _agrees_about(stated: Mention, said: Interval, point: float) -> bool:
    if said.holds(point):
        return True
    if stated.hedge in (None, "~"):
        return isinstance(stated.value, int | float) and abs(stated.value - point) <= AGREED_WITHIN * abs(
            point
        )
    return said.touches(Interval(point, point))


def _capped(interval: Interval, ceiling: float) -> Interval:
    if interval.high <= ceiling:
        return interval
    return Interval(min(interval.low, ceiling), ceiling, interval.low_open and interval.low < ceiling, False)


def is_slip(stated: float, true: float) -> str:
    """Name the slip of the pen that would turn one value into the other, or give an empty string.

    >>> is_slip(83, 38), is_slip(1.5e9, 1.5e6), is_slip(4, 5)
    ('transposed digits', 'another scale', '')
    """
    if not stated or not true or stated == true:
        return ""
    said, held = _digits(stated), _digits(true)
    if said == held:
        return "another scale"
    if len(held) > 1 and len(said) == len(held) and sorted(said) == sorted(held) and _near(stated, true, 10):
        return "transposed digits"
    return ""


def signature(value: float) -> str:
    """Give the digits that a value keeps when its scale slips or its digits change places.

    >>> signature(1.5e9), signature(51), signature(83.0)
    ('15', '15', '38')
    """
    return "".join(sorted(_digits(value).replace("0", "")))


def _digits(value: float) -> str:
    return "".join(map(str, Decimal(repr(value)).normalize().as_tuple().digits)).strip("0")


def _near(one: float, other: float, factor: float) -> bool:
    return 1 / factor <= abs(one / other) <= factor
