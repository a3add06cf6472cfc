"""Signs that a time is of another event of the kind: the next one, somebody's own, one that is only called."""

from datetime import date

from pytest_factcheck.language.ages import measured, smallest_unit
from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.lengths import LOOSELY_AFTER
from pytest_factcheck.model.mention import Days, Length, Mention

TIMES = frozenset(("event", "date", "duration"))
FRESH = frozenset("new next current present coming ongoing upcoming latest".split())
FORWARD = frozenset("will due planned plans scheduled called calls next upcoming coming set".split())
PERSONAL = frozenset(("my", "your"))
LONGER = "it is longer than the time since, but may be told of something to come"
UP_TO_THEN = "it may be told up to something else that happened since"
CLOSE = 4  # units before a subject in which its modifiers stand
RATIO = (0.5, 2.0)  # "a one-day strike" is no mistake for eleven days of it


def another_one(case: Case) -> str:
    """Say why a time is of another event, if a word before the subject or the calendar tells so."""
    if case.profile.fact.kind not in TIMES:
        return ""
    modifiers = _modifiers(case)
    if "own" in modifiers and "own" not in case.profile.sentence_words and not _own_of_fact(case):
        return "“own” makes it another's"
    fresh = modifiers & FRESH - case.profile.sentence_words
    if fresh and _is_over(case):
        return f"“{min(fresh)}” picks out a later one"
    if _is_ahead(case):
        return "it lies ahead, and the fact is over"
    return ""


def doubt_another(case: Case) -> str:
    """Note what makes it doubtful that a time is the fact's."""
    if case.profile.fact.kind not in TIMES:
        return ""
    if _is_personal(case):
        case.doubts.append("it may be somebody's own")
    elif _is_one_of_many(case):
        case.doubts.append("“a” with so different a length may bring up another one")
    return ""


def told_from_it(case: Case, said: Mention, agrees: bool | None) -> str:
    """Note of "two years after the strike began" that it may run up to something else than the publication."""
    if agrees is not False or case.tie.construction != LOOSELY_AFTER or case.profile.fact.kind == "duration":
        return ""
    true = _time_since(case, said)
    is_longer = true is not None and isinstance(said.value, Length) and said.value.parts()[-1][1] > true
    return LONGER if is_longer else UP_TO_THEN


def _time_since(case: Case, said: Mention) -> float | None:
    """How long it is from the event's first day to publication, in the smallest unit of what is said."""
    began = case.profile.fact.value_of()
    if not isinstance(said.value, Length) or not isinstance(began, Days) or case.published is None:
        return None
    if began.start is None or began.start >= case.published:
        return None
    return measured(began.start, case.published, smallest_unit(said.value))


def _modifiers(case: Case) -> frozenset[str]:
    """The words before the subject in its own phrase."""
    letters, first = case.sentence.letters, case.tie.subject - case.tie.length
    found = []
    for at in range(first, max(-1, first - CLOSE), -1):
        if letters[at] not in "jnNdhFT":
            break
        found.append(case.low(at))
        if letters[at] == "d":
            break
    return frozenset(found)


def _own_of_fact(case: Case) -> bool:
    """ "Northland's own strike", where the fact is Northland's."""
    at = case.sentence.lows.index("own") if "own" in case.sentence.lows else 0
    return at > 0 and case.units[at - 1].letter == "N" and case.profile.owns(case.units[at - 1])


def _last_day(case: Case) -> date | None:
    """The last day that the fact names, exclusive; None for an event that goes on and for lengths."""
    fact = case.profile.fact
    if fact.kind == "duration":
        return None
    last = getattr(fact, fact.value_keys[-1], None)
    value = last.value if isinstance(last, Mention) else None
    return value.end if isinstance(value, Days) else None


def _is_over(case: Case) -> bool:
    last = _last_day(case)
    return last is not None and case.published is not None and last <= case.published


def _is_ahead(case: Case) -> bool:
    """Tell whether the stated time lies wholly after publication, and the event wholly before."""
    mention = case.units[case.figure].mention
    said = mention.value if mention else None
    if not isinstance(said, Days) or said.start is None or case.published is None:
        return False
    if "relative" not in said.given and FORWARD.isdisjoint(case.sentence.lows):
        return False  # "was signed on 18 August", in an article of the 9th, is a mistake
    return said.start > case.published and _is_over(case)


def _is_personal(case: Case) -> bool:
    """ "my contract", "my father had a guarantee on his car"."""
    return not PERSONAL.isdisjoint(case.sentence.lows[: case.tie.subject])


def _is_one_of_many(case: Case) -> bool:
    """ "called a one-day strike": an indefinite article, and a length that cannot be meant for the fact's."""
    mention = case.units[case.figure].mention
    value = mention.value if mention else None
    if case.low(case.figure - 1) not in ("a", "an", "another") or not isinstance(value, Length):
        return False
    true = _true_length(case, smallest_unit(value))
    said = value.parts()[-1][1]
    return true is not None and not RATIO[0] <= said / max(true, 0.01) <= RATIO[1]


def _true_length(case: Case, unit: str) -> float | None:
    began = case.profile.fact.value_of()
    if case.profile.fact.kind != "event" or not isinstance(began, Days) or began.start is None:
        return None
    last = _last_day(case) or case.published
    return measured(began.start, last, unit) if last and last > began.start else None
