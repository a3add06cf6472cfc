"""Shares in percent, percentage points and basis points, brought to one measure."""

from collections.abc import Sequence
from dataclasses import replace

from pytest_factcheck.language.measures import ratio
from pytest_factcheck.model.mention import Mention

BASIS_POINTS = ("basis point", "bp", "bps")
PERCENTAGE_POINTS = ("percentage point", "pp", "ppt", "point")


def as_percent(mention: Mention) -> Mention:
    """Read a fraction or "all", "none" as percent; a percentage, or a number without its sign, stays as it is."""
    is_plain = isinstance(mention.value, int | float) and abs(mention.value) > 1
    if mention.kind == "percent" or (is_plain and mention.kind == "number"):
        return mention
    scaled = _scaled(mention, 100)
    return replace(scaled, grain=None)


def in_points(mention: Mention, units: Sequence[str]) -> Mention:
    """Bring points and measures to the fact's own unit: "half a percentage point" is 50 basis points."""
    wanted, said = _measure(units), _measure((mention.unit or "",))
    if mention.kind == "quantity" and units and not said:
        factor = ratio(mention.unit, units[0])
        return mention if factor in (None, 1.0) else replace(_scaled(mention, factor or 1.0), unit=units[0])
    if not wanted or not said or wanted == said:
        return mention
    return replace(_scaled(mention, 100 if wanted == "basis" else 0.01), grain=None)


def slips_into_points(mention: Mention, true: Mention, units: Sequence[str]) -> bool:
    """Tell whether a percentage is the fact's points with the wrong unit: "0.5 percent" for 50 basis points."""
    points = in_points(replace(mention, unit="percentage points"), units)
    return points.value == true.value


def is_points(unit: str | None) -> bool:
    """Tell whether a unit is percentage points or basis points."""
    return bool(unit) and _measure((unit or "",)) != ""


def _measure(units: Sequence[str]) -> str:
    for unit in units:
        low = unit.casefold()
        if low.startswith(BASIS_POINTS[0]) or low in BASIS_POINTS:
            return "basis"
        if "percentage point" in low or low in PERCENTAGE_POINTS[1:3]:
            return "percentage"
    return ""


def _scaled(mention: Mention, factor: float) -> Mention:
    value = mention.value
    if isinstance(value, tuple):
        low, high = (side * factor if isinstance(side, int | float) else None for side in value)
        return replace(mention, value=(low, high))
    return replace(mention, value=round(value * factor, 9)) if isinstance(value, int | float) else mention
