"""Times by which a figure is of another day, year or season than the fact's."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.gate import is_anniversary
from pytest_factcheck.linking.profile import epochs
from pytest_factcheck.model.mention import Days

OPENING_TIME = re.compile(r"[iaj](?:d?[jnN]{0,3}[ia])?d?T|dT(?=n)|T(?=;)")
"""A time at the head of a sentence dates all its figures: "At the election in April her party lost by ..."."""
RIGHT_BEHIND = 3  # units within which a time after a figure is the figure's own


def other_epoch(case: Case) -> str:
    """ "this season" is not "last season"."""
    own = case.profile.epochs
    if not own:
        return ""
    said = epochs(case.sentence.lows)
    for noun, which in said.items():
        if noun in own and own[noun] != which:
            return f"“{which} {noun}” is another than the fact's"
    return ""


def time_right_behind(case: Case) -> str:
    """A month or year right behind a figure of a dated fact settles whose it is: "3.1 percent in January"."""
    letters = case.sentence.letters
    if is_anniversary(case.sentence, case.figure) or _is_its_own_time(case):
        return ""
    for at in range(case.figure + 1, min(len(letters), case.figure + RIGHT_BEHIND + 1)):
        if letters[at] != "T" or not case.profile.dates:
            continue
        mention = case.units[at].mention
        said = mention.value if mention else None
        if isinstance(said, Days) and said.given & {"month", "year"}:
            is_met = any(meets(said, own) for own in case.profile.dates)
            return "" if is_met else f"it is of another time (“{mention.text if mention else ''}”)"
    return ""


def part_of_period(case: Case) -> str:
    """ "over the first nine months": a part of the time that the fact is of."""
    letters = case.sentence.letters
    for at in range(case.figure + 2, min(len(letters), case.figure + 8)):
        if letters[at] in ";s":
            return ""
        which, length = case.units[at - 1].mention, case.units[at].mention
        is_first = which.kind == "ordinal" if which is not None else case.low(at - 1) == "last"
        if letters[at] == "T" and is_first and length is not None and length.kind == "duration":
            text = f"{which.text if which else case.low(at - 1)} {length.text}"
            own = case.profile.fact.fact.casefold()
            return "" if text.casefold() in own else f"it is of a part of the time (“{text}”)"
    return ""


def told_on(case: Case) -> date | None:
    """The day for which an anniversary is told: "February 2025 will mark the third anniversary"."""
    for at in _times_of(case):
        mention = case.units[at].mention
        said = mention.value if mention else None
        if not isinstance(said, Days) or not said.given & {"year", "relative"}:
            continue
        if said.start and not any(meets(said, own) for own in case.profile.dates):
            middle = (said.end - said.start) // 2 if said.end else timedelta(0)
            return said.start + middle
    return case.published


def other_time(case: Case) -> str:
    """A time tied to the figure that is none of the fact's: another year, another month."""
    if is_anniversary(case.sentence, case.figure) or _is_its_own_time(case):
        return ""
    fact_dates = case.profile.dates
    reason = ""
    if _was_then(case):
        reason = "it is of another time (“then”)"
    for index in _times_of(case):
        mention = case.units[index].mention
        said = mention.value if mention else None
        if not isinstance(said, Days) or said.start is None or said.end is None:
            continue
        if any(meets(said, own) for own in fact_dates):
            case.bonus += 0.3
            case.at_own_time = True
            return ""
        if (
            not fact_dates
            and said.given & {"day", "month"}
            and any(meets(said, own) for own in case.profile.story_days)
        ):
            return ""
        if _is_now(case, said) or _is_day_of_deed(case, said):
            continue
        if fact_dates or _is_past(case, said):
            reason = reason or f"it is of another time (“{mention.text if mention else ''}”)"
    return reason


def _is_its_own_time(case: Case) -> bool:
    """Tell whether the figure is itself a date that the fact names: "the invasion of 2022 and the vote of 2023"."""
    mention = case.units[case.figure].mention
    said = mention.value if mention else None
    if not isinstance(said, Days) or case.profile.fact.kind not in ("event", "date"):
        return False
    return said.start is not None and any(meets(said, own) for own in case.profile.dates)


def _was_then(case: Case) -> bool:
    """ "the reserves were then 44 billion"."""
    if any(case.low(at) == "then" for at in range(case.figure + 1, case.figure + 4)):
        return True  # "Sixty-one died then"
    for at in (case.figure - 1, case.figure - 2):
        if case.low(at) == "then" and case.low(at - 1) in ("was", "were", "had", "stood", "until", "by", ","):
            return True
    return False


def _times_of(case: Case) -> Iterator[int]:
    """Units of the dates that belong to the figure: nearer to it than to any other figure, in its clause."""
    letters = case.sentence.letters
    within_phrase = case.tie.construction in ("modifier", "of-phrase", "of-figure")
    for at in range(case.figure + 1, min(len(letters), case.figure + 9)):
        if within_phrase and letters[at] in "vx":
            break
        if letters[at] in ";sF" or (letters[at] == "," and "T" not in letters[at + 1 : at + 4]):
            break
        if letters[at] == "T":
            yield at
            if at - case.figure <= RIGHT_BEHIND:
                return
    for at in range(case.figure - 1, max(-1, case.figure - 12), -1):
        if letters[at] in ";sF" or (letters[at] == "c" and letters[at + 1] in "vx"):
            break
        is_struck = letters[at - 2 : at] == "vi" and "," in letters[at : case.figure]
        if letters[at] == "T" and not is_struck:  # "under a deal struck in December, it pays ..."
            yield at
    yield from _time_of_when(case)
    first = case.units[0]
    is_of_it = first.possessive or (
        first.mention is not None and first.mention.text.casefold().startswith("the ")
    )
    if letters.startswith("T") and is_of_it:
        yield 0  # "Last year's budget was passed by 88 votes", "The 2021 strike was backed by 81 percent"
    opening = OPENING_TIME.match(letters)
    if opening and opening.end() - 1 < case.figure and ";" not in letters[opening.end() : case.figure]:
        yield opening.end() - 1


def _time_of_when(case: Case) -> Iterator[int]:
    """ "in 2021, when the aircraft was 13 years old": the time before "when" is the figure's."""
    letters = case.sentence.letters
    for at in range(case.figure - 1, 1, -1):
        if letters[at] == ";":
            return
        if letters[at] == "s" and case.low(at) == "when":
            before = at - 2 if letters[at - 1] == "," else at - 1
            if letters[before] == "T":
                yield before
            return


def meets(said: Days, own: Days) -> bool:
    """Tell whether two stretches of the calendar share a day; an open side may."""
    if own.start is None or own.end is None or said.start is None or said.end is None:
        return True
    return said.start < own.end and own.start < said.end


def _is_now(case: Case, said: Days) -> bool:
    """Tell whether a time is about the publication: a weekday, this week, today."""
    if said.given <= {"weekday", "relative", "part", "day"} and "year" not in said.given:
        return "weekday" in said.given or (
            said.end is not None and said.start is not None and (said.end - said.start).days < 40
        )
    return False


def _is_day_of_deed(case: Case, said: Days) -> bool:
    """ "On 5 June they suspended him for six months": the day tells when it was decided, not which time is meant."""
    is_deed = case.profile.fact.kind == "duration" and case.sentence.letters[case.tie.subject] == "v"
    return (
        is_deed and "day" in said.given and said.start is not None and said.start.year == case.published_year
    )


def _is_past(case: Case, said: Days) -> bool:
    year = case.published_year
    if said.start is None or year is None:
        return False
    if "year" in said.given or "relative" in said.given or "decade" in said.given:
        return said.start.year != year or bool(said.end and said.end.year < year)
    return "month" in said.given
