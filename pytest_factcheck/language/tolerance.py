"""A fact's own tolerance in place of the usual room."""

from datetime import timedelta

from pytest_factcheck.language.ages import in_unit, smallest_unit
from pytest_factcheck.model.mention import Days, Length, Mention


def agrees_within(stated: Mention, true: Mention, tolerance: Mention) -> bool | None:
    """Tell whether a stated value lies within the tolerance of the true one; None where it says nothing of them.

    "5%" is a share of the true value, "2 points" or "300" is counted in the value's own unit, "10 days" is for
    dates and lengths of time.
    """
    said, held, room = stated.value, true.value, tolerance.value
    if isinstance(room, Length):
        return _within_time(said, held, room)
    if (
        not isinstance(room, int | float)
        or not isinstance(said, int | float)
        or not isinstance(held, int | float)
    ):
        return None
    allowed = abs(held) * room / 100 if tolerance.kind == "percent" else room
    return abs(said - held) <= allowed * (1 + 1e-9)


def _within_time(said: object, held: object, room: Length) -> bool | None:
    if isinstance(said, Days) and isinstance(held, Days):
        days = in_unit(room, "days")
        if days is None or said.start is None or held.start is None or held.end is None:
            return None
        margin = timedelta(days=days)
        return held.start - margin <= said.start < held.end + margin
    if isinstance(said, Length) and isinstance(held, Length):
        unit = smallest_unit(room)
        one, other, allowed = in_unit(said, unit), in_unit(held, unit), in_unit(room, unit)
        return None if one is None or other is None or allowed is None else abs(one - other) <= allowed
    return None
