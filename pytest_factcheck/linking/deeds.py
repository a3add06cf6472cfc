"""Verbs that tell an event ("invaded" for an invasion): who did it to whom must be the fact's own."""

from pytest_factcheck.language.deeds import REPEATED
from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.nearness import is_near_date
from pytest_factcheck.linking.sentence import Unit
from pytest_factcheck.model.mention import Days, Mention

ITS = frozenset("it them him her".split())
OTHERS = "who did it may be another"
OTHER_DEED = "it may have been done another time too"
REPEATED_DEED = "it is done again and again"
FAR = 13 * 31  # days by which a wrong date of one deed is off at most; further off it may be another deed


def deed_parties(case: Case) -> str:
    """ "Northland invaded Westland in 2008" tells nothing of its invasion of Southland."""
    if not is_deed(case):
        return ""
    before, after = _phrase_before(case), _phrase_after(case)
    foreign = [unit.low for unit in (*before, *after) if _is_foreign(case, unit)]
    if foreign:
        return f"“{foreign[0].title()}” has a part in it, who is not of this fact"
    is_passive = case.sentence.letters[case.tie.subject - 1 : case.tie.subject] == "x"
    is_alone = not any(unit.letter in "nNu" for unit in after)
    whom = before if is_passive or is_alone else after
    if not any(_is_own(case, unit) for unit in (*before, *after)):
        case.doubts.append(OTHERS)
    elif not any(_is_own(case, unit) or unit.low in ITS for unit in whom):
        case.doubts.append("to whom it was done may be another")
    elif whom is after and before and not any(_is_own(case, unit) or unit.letter == "u" for unit in before):
        case.doubts.append(OTHERS)
    return ""


def is_deed(case: Case) -> bool:
    """Tell whether the subject is a verb that tells the fact's event."""
    return case.low(case.tie.subject) in case.profile.deeds


def doubt_deed(case: Case, mention: Mention) -> list[str]:
    """Say of a wrong time why it may be that of another deed of the kind."""
    said, true = mention.value, case.profile.fact.value_of()
    if is_near_date(mention, case.profile) or not isinstance(said, Days) or not isinstance(true, Days):
        return []
    if case.low(case.tie.subject) in REPEATED or said.start is None or true.start is None:
        return [REPEATED_DEED]
    return [OTHER_DEED] if abs((said.start - true.start).days) > FAR else []


def _phrase_before(case: Case) -> tuple[Unit, ...]:
    """Who or what stands before the verb, as far as its own phrase reaches."""
    letters, last = case.sentence.letters, case.tie.subject
    while last > 0 and letters[last - 1] in "xjr,":
        last -= 1
    first = last
    while first > 0 and letters[first - 1] in "dnNhoc":
        first -= 1
    return case.units[first:last]


def _phrase_after(case: Case) -> tuple[Unit, ...]:
    """Who or what stands after the verb, also behind "by"."""
    letters, first = case.sentence.letters, case.tie.subject + 1
    last = first
    while last < len(letters) and letters[last] in "dnNhocbju" and last - first < REACH:
        last += 1
    return case.units[first:last]


REACH = 8


def _is_foreign(case: Case, unit: Unit) -> bool:
    return unit.letter == "N" and not case.profile.owns(unit)


def _is_own(case: Case, unit: Unit) -> bool:
    is_word = unit.letter in "nN" and unit.stem in case.profile.sentence_words
    return is_word or (unit.letter in "nN" and case.profile.owns(unit))
