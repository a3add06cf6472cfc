"""Measures of one dimension brought to one unit: miles and kilometres, inches and centimetres."""

from functools import cache

from pytest_factcheck.language.units import measure_name

DIMENSIONS = {
    "length": {
        "millimetre": 0.001, "centimetre": 0.01, "decimetre": 0.1, "metre": 1.0, "kilometre": 1000.0,
        "inch": 0.0254, "foot": 0.3048, "yard": 0.9144, "mile": 1609.344, "nautical mile": 1852.0,
    },
    "mass": {
        "milligram": 1e-6, "gram": 0.001, "kilogram": 1.0, "tonne": 1000.0, "kilotonne": 1e6, "megatonne": 1e9,
        "ounce": 0.0283495, "pound": 0.453592, "stone": 6.35029, "ton": 907.185,
    },
    "area": {
        "square metre": 1.0, "square kilometre": 1e6, "hectare": 1e4, "acre": 4046.86, "square mile": 2.59e6,
        "square foot": 0.092903,
    },
    "volume": {"millilitre": 0.001, "litre": 1.0, "cubic metre": 1000.0, "gallon": 3.78541, "barrel": 158.987},
    "power": {"watt": 1.0, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9},
    "energy": {"kilowatt-hour": 1.0, "megawatt-hour": 1e3, "gigawatt-hour": 1e6, "terawatt-hour": 1e9},
    "speed": {"kilometre per hour": 1.0, "mile per hour": 1.609344, "metre per second": 3.6, "knot": 1.852},
}  # fmt: skip
"""How many of the first unit of its dimension each unit is."""


@cache
def _table() -> dict[str, tuple[str, float]]:
    return {unit: (name, size) for name, units in DIMENSIONS.items() for unit, size in units.items()}


def ratio(stated: str | None, wanted: str) -> float | None:
    """How many of the wanted unit one of the stated unit is; None if they do not measure the same.

    >>> ratio("kilometre", "metres")
    1000.0
    """
    ours, theirs = _table().get(measure_name(stated or "")), _table().get(measure_name(wanted))
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return None
    return ours[1] / theirs[1]
