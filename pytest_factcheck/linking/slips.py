"""Slips of the pen: a wrong value so like the true one that it must be meant."""

from pytest_factcheck.language.fairness import is_slip
from pytest_factcheck.language.points import as_percent, in_points
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.model.mention import Days, Length, Mention

THOUSANDFOLD = 999  # "million" for "billion"
FEW = 5  # smaller numbers stand before any unit
TRANSPOSED = "transposed digits"
SCALE = "another scale"
WRONG_SIDE = "the wrong side of a bound"
BESIDE = 0.05  # share of the true value within which a bound is meant for it
MANY = 20  # a bound of less is no slip
CLOCK_UNITS = frozenset(("hours", "minutes", "seconds"))
SURE_DIGITS = 3  # with so many digits a slip is no chance


def slip_of(mention: Mention, profile: Profile) -> str:
    """Name the slip that turns the fact's value into the stated one, or give an empty string."""
    true = profile.fact.value_of()
    if mention.kind == "percent" and profile.is_points:
        return "percent for points"
    if isinstance(true, Length) and isinstance(mention.value, Length):
        return _slip_of_length(mention.value, true)
    if isinstance(true, Days) and isinstance(mention.value, Days):
        return _slip_of_date(mention.value, true)
    if mention.kind == "quantity" and mention.value == true and _measured(mention, profile).value != true:
        return "another unit"
    said = _measured(mention, profile).value
    if mention.hedge and isinstance(said, int | float) and isinstance(true, int | float):
        return is_slip(said, true) or _wrong_side(said, true)
    if isinstance(said, int | float) and isinstance(true, int | float):
        slip = is_slip(said, true)
        return slip if slip != SCALE or _digits(said) >= 2 or has_scale_word(mention) else ""
    return ""


def _wrong_side(said: float, true: float) -> str:
    """ "more than 120" of 118: the bound is meant for this value and lies beyond it."""
    is_beside = 0 < abs(said - true) <= BESIDE * abs(true)
    return WRONG_SIDE if is_beside and abs(true) >= MANY else ""


def is_sure_slip(mention: Mention, profile: Profile) -> bool:
    """Tell whether the value is a slip that can hardly be chance; ten times as much, of two digits, may be."""
    slip = slip_of(mention, profile)
    if slip == SCALE and not has_scale_word(mention):
        return False
    if slip == SCALE and _digits(number_of(mention)) < SURE_DIGITS:
        true = profile.fact.value_of()
        times = (
            max(number_of(mention) / true, true / number_of(mention))
            if isinstance(true, int | float) and true
            else 0
        )
        return times >= THOUSANDFOLD
    return bool(slip) and is_sure(mention)


def number_of(mention: Mention) -> float:
    """Give the number of a figure, of a time its largest part, 0 if it has none."""
    value = mention.value
    if isinstance(value, Length):
        return max((number for _, number in value.parts()), default=0.0)
    return float(value) if isinstance(value, int | float) else 0.0


def is_sure(mention: Mention) -> bool:
    """Tell whether a slip in this value can hardly be chance: three digits that tell, a full date, two units."""
    value = mention.value
    if isinstance(value, Days):
        return True
    if isinstance(value, Length):
        return _is_telling_length(value)
    if not isinstance(value, int | float):
        return False
    return _digits(value) >= SURE_DIGITS or (_digits(value) == SURE_DIGITS - 1 and has_scale_word(mention))


def _is_telling_length(value: Length) -> bool:
    """Tell whether a slip in a length is no chance: two units, three digits, or two digits of a clock's unit."""
    unit, number = value.parts()[0]
    if len(value.parts()) > 1 or _digits(number) >= SURE_DIGITS:
        return True
    return unit in CLOCK_UNITS and _digits(number) == SURE_DIGITS - 1


def _measured(mention: Mention, profile: Profile) -> Mention:
    if profile.fact.kind == "percent":
        return as_percent(mention)
    return in_points(mention, profile.fact.units())


def _digits(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0-"))


def has_scale_word(mention: Mention) -> bool:
    """Tell whether "million" or the like stands in the figure."""
    return "illion" in mention.text.casefold() or mention.text.casefold().rstrip(".").endswith(
        ("bn", "m", "tn")
    )


def _slip_of_length(said: Length, true: Length) -> str:
    ours, theirs = said.parts(), true.parts()
    if len(ours) != len(theirs) or said == true:
        return ""
    if len(ours) > 1:
        swapped = [n for _, n in ours] == [n for _, n in reversed(theirs)]
        return "swapped units" if swapped and [u for u, _ in ours] == [u for u, _ in theirs] else ""
    (unit, number), (true_unit, true_number) = ours[0], theirs[0]
    if unit != true_unit:
        return "another unit" if number == true_number and number >= FEW else ""
    slip = is_slip(number, true_number)
    return slip if slip == TRANSPOSED else ""


def _slip_of_date(said: Days, true: Days) -> str:
    if said.start is None or true.start is None or "day" not in said.given or said.start == true.start:
        return ""
    ours, theirs = said.start, true.start
    if (ours.month, ours.day) == (theirs.month, theirs.day) and "year" in said.given:
        return "another year"
    if ours.day == theirs.day and ours.year == theirs.year and ours.day > 1:
        return "another month"
    same_month = (ours.year, ours.month) == (theirs.year, theirs.month)
    return TRANSPOSED if same_month and sorted(f"{ours.day:02}") == sorted(f"{theirs.day:02}") else ""
