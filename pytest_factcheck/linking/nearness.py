"""How near a stated value is to the true one, or how far."""

from pytest_factcheck.language.fairness import is_slip
from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.model.mention import Days, Mention

NEAR_MISS = (0.5, 2.0)  # a stated value this near to the truth is meant to be it


FAR_YEARS = 2


NEAR_DAYS = 10


def is_near_miss(mention: Mention, profile: Profile) -> bool:
    """Tell whether a value is so near to the truth, or so like a slip of it, that it must be meant."""
    true, said = profile.fact.value_of(), mention.value
    if not isinstance(said, int | float) or not isinstance(true, int | float) or not said or not true:
        return False
    return NEAR_MISS[0] <= abs(said / true) <= NEAR_MISS[1] or bool(is_slip(said, true))


def is_near_date(mention: Mention, profile: Profile) -> bool:
    """Tell whether a date is so near the true one, or so like it, that it must be meant."""
    said, true = mention.value, profile.fact.value_of()
    if not isinstance(said, Days) or not isinstance(true, Days) or said.start is None or true.start is None:
        return False
    if abs((said.start - true.start).days) <= NEAR_DAYS and said.given & {"day", "weekday"}:
        return True
    return "day" in said.given and (said.start.month, said.start.day) == (true.start.month, true.start.day)


def is_far_year(mention: Mention, case: Case) -> bool:
    """Tell whether a date lies years from the true one in a sentence that names nobody and nothing of the fact."""
    said, true = mention.value, case.profile.fact.value_of()
    if not isinstance(said, Days) or not isinstance(true, Days) or said.start is None or true.start is None:
        return False
    if abs(said.start.year - true.start.year) < FAR_YEARS:
        return False
    named = (at for at, letter in enumerate(case.sentence.letters) if letter == "N")
    return not any(case.profile.owns(case.units[at]) for at in named)
