"""What is said of a figure: a plan, a denial, a part of the country; words that must or must not stand near."""

import re

from pytest_factcheck.linking import words
from pytest_factcheck.linking.case import Case, said, segment
from pytest_factcheck.linking.nearness import is_near_miss
from pytest_factcheck.linking.sentence import is_indefinite
from pytest_factcheck.linking.slips import number_of
from pytest_factcheck.model.mention import Days

BEHIND = 2  # units behind a figure in which a word is that figure's own
GIVEN_OUT_SO = "it may have been so planned or printed, and not be so"
GIVEN_OUT = re.compile(
    r"\b(?:was|were|is) to (?:be|have|last|take|cost)\b"
    r"|\b(?:given|printed|misstated|planned|announced|reported) as(?: an?)?(?: \w+ of)?$"
)
"""What was planned, or printed by mistake: "what was to be a strike of three days", "was given as 64 million"."""
NO_WITH_WORD = "none of the fact's `with` words stands in the sentence"


def not_words(case: Case) -> str:
    """A `not` word in the clause or close to the figure rules the fact out."""
    letters, figure = case.sentence.letters, case.figure
    found = [
        at
        for at in case.profile.not_.stand_in(case.sentence, *_near(case))
        if "F" not in letters[min(at, figure) + 1 : max(at, figure)] and not _has_its_own(letters, at, figure)
    ]
    if not found:
        return ""
    at = min(found, key=lambda i: abs(i - case.figure))
    return f"“{said(case, at, at + 1)}” stands near it, which the fact excludes"


def _has_its_own(letters: str, at: int, figure: int) -> bool:
    """Tell whether a word belongs to another figure: "[7.1 billion], of which insurers bear 620 million"."""
    if at < figure or "," not in letters[figure + 1 : at]:
        return False
    other = letters.find("F", at)
    return 0 <= other - at < at - figure + 3 and not set(letters[at:other]) & set(",;")


def _near(case: Case) -> tuple[int, int]:
    """Units of the clause around the figure, and of a little of its neighbours."""
    clause = case.clause(case.figure)
    first = max(0, case.figure - 14, clause[0] - 4)
    return first, min(case.figure + 15, clause[1] + 4)


def not_words_close(case: Case) -> str:
    """The same, where no comma, "and" or other figure parts the word from the figure: then it is final."""
    letters = case.sentence.letters
    for at in case.profile.not_.stand_in(case.sentence, *_near(case)):
        first, last = sorted((at, case.figure))
        if not set(letters[first + 1 : last]) & set(",;scF"):
            return f"“{said(case, at, at + 1)}” stands near it, which the fact excludes"
    return ""


def local(case: Case) -> str:
    """A figure of the county is not the country's, one of the young not everybody's."""
    if case.profile.fact.kind not in ("number", "percent", "money"):
        return ""
    first, last = case.clause(case.figure)
    if case.low(case.tie.subject + 1) == "there" or case.low(case.figure + 1) == "there":
        case.doubts.append("“there” may mean another place")
        return ""
    for at in range(max(first, case.figure - 12), min(last, case.figure + 8)):
        low = case.low(at)
        if case.profile.of.ends_at(case.sentence, at + 1) or case.profile.unit.ends_at(case.sentence, at + 1):
            continue
        if (
            low in words.NARROWER
            and case.sentence.letters[at] != "N"
            and low not in case.profile.sentence_words
            and not case.profile.owns(case.units[at])
        ):
            case.doubts.append(f"“{low}” may make it the figure of a part")
            return ""
    return ""


def plan_or_denial(case: Case) -> str:
    """A forecast, a demand or a denial of somebody's is no statement of the fact."""
    if _stands_fast(case):
        return ""
    first, last = segment(case)
    if case.low(first - 1) in ("if", "unless"):
        case.doubts.append(f"“{case.low(first - 1)}” makes it a condition")
    mention = case.units[case.figure].mention
    is_label = mention is not None and mention.kind == "label"
    lows = case.sentence.lows
    for at in range(first, last):
        low = lows[at]
        is_needed = low in words.NEEDED and case.profile.fact.kind == "number"
        is_plan = low in words.PLANNED or is_needed
        is_wish = low in words.WISHED or (is_plan and not case.profile.is_plan)
        if is_wish and low not in case.profile.sentence_words:
            if case.sentence.letters[at] == "n" or case.low(at - 1) in words.DETERMINERS:
                continue
            if low in words.WISHED and not is_label:
                return f"“{low}” makes it somebody's wish or guess"
            case.doubts.append(f"“{low}” makes it a plan, a forecast or a guess")
            break
    if case.tie.construction == "date when it happened":
        return ""  # "has not been home since May, when it began"
    around = " ".join(case.sentence.lows[max(0, case.figure - 12) : case.figure])
    if GIVEN_OUT.search(around):
        case.doubts.append(GIVEN_OUT_SO)
    if case.low(case.figure - 1) in words.MAYBE:
        case.doubts.append(f"“{case.low(case.figure - 1)}” makes it a guess")
    for at in range(case.figure - 1, max(-1, case.figure - 9), -1):
        low = case.low(at)
        if case.sentence.letters[at] in ",;":
            break
        if low in words.DENIED and low not in case.profile.sentence_words:
            case.doubts.append(f"“{low}” may deny it")
            break
    return ""


def _stands_fast(case: Case) -> bool:
    """ "would mark the third anniversary", "hopes to end the strike that began in 2021": told as known."""
    if case.tie.construction in ("nth anniversary", "date modifier"):
        return True
    between = case.sentence.letters[case.tie.subject + 1 : case.figure]
    return case.profile.fact.kind == "event" and KNOWN_SINCE.fullmatch(between) is not None


KNOWN_SINCE = re.compile(r"(?:[oi]d?[jnNh]+)?,?r[xj]*v[ij]*")


def that_earlier_one(case: Case) -> str:
    """ "That offer had valued it at 2 billion": the one spoken of before, not the fact's."""
    at = case.tie.subject - case.tie.length
    letters = case.sentence.letters
    if case.low(at) != "that" or case.before is None or (at > 0 and letters[at - 1] not in ",;ic"):
        return ""  # a conjunction otherwise: "he said that the offer had ..."
    if "had" in case.sentence.lows[case.tie.subject : case.figure]:
        return f"“that {case.low(case.tie.subject)}” had been so before"
    foreign = (unit for unit in case.before.units if unit.letter == "N" and not case.profile.owns(unit))
    if any(foreign):
        case.doubts.append(f"“that {case.low(case.tie.subject)}” may be the one of the sentence before")
    return ""


def any_one(case: Case) -> str:
    """ "A new captain has some 3,500 hours": any of the kind, where the fact speaks of one."""
    subject, length = case.tie.subject, case.tie.length
    if case.tie.construction != "verb" or not is_indefinite(case.sentence, subject, length):
        return ""
    if f"a {case.low(subject)}" in case.profile.fact.fact.casefold():
        return ""
    case.doubts.append(f"“{case.low(subject)}” may be any, told of for the first time")
    return ""


def older(case: Case) -> str:
    """ "Lind, who turned 62": people grow older than a fact knows."""
    mention = case.units[case.figure].mention
    fact, published = case.profile.fact, case.published
    true = fact.value_of()
    is_age = "old" in case.profile.sentence_words and any("year" in unit for unit in fact.units())
    if not is_age or mention is None or not isinstance(true, int | float):
        return ""
    as_of = fact.setting.as_of
    if number_of(mention) == true + 1 and published is not None and (as_of is None or published > as_of):
        return "a year may have passed"
    return ""


def the_last_time(case: Case) -> str:
    """ "In 1987, when Rovers last won the title": an earlier one of the kind."""
    if case.profile.fact.kind not in ("date", "event"):
        return ""
    first, last = case.clause(case.figure)
    for at in range(max(0, first - 1), min(last + 8, len(case.units) - 1)):
        if case.low(at) == "last" and case.sentence.letters[at + 1] == "v":
            case.doubts.append(f"“last {case.low(at + 1)}” may be of an earlier one")
            return ""
    return ""


def of_a_predecessor(case: Case) -> str:
    """ "Her predecessor's draft had a deficit of 8 billion"."""
    first, _ = case.clause(case.figure)
    said = words.PREDECESSORS.intersection(case.sentence.lows[first : case.figure])
    return f"it is of the “{min(said)}”" if said and not said & case.profile.sentence_words else ""


def still_going_on(case: Case) -> str:
    """ "The debate is now 14 hours old": less than it will have lasted."""
    if case.profile.fact.kind != "duration" or "now" not in case.sentence.lows:
        return ""
    mention = case.units[case.figure].mention
    is_age = mention is not None and (mention.text.endswith("old") or case.low(case.figure + 1) == "old")
    return "it is the age of something that goes on" if is_age else ""


def either_way(case: Case) -> str:
    """ "whether it is 3 billion or 32": neither is claimed."""
    first, _ = case.clause(case.figure)
    if "whether" in case.sentence.lows[max(0, first - 2) : case.figure]:
        return "“whether” claims neither"
    return ""


def included(case: Case) -> str:
    """ "with debt £3.2 billion": the noun is in the figure, the figure is not its."""
    at = case.tie.subject - case.tie.length
    mention = case.units[case.figure].mention
    if mention is None or mention.kind == "label":
        return ""
    if case.tie.subject == case.figure - 1 and case.low(at) in words.INCLUDED:
        return f"“{case.low(at)} {case.low(case.tie.subject)}” is in the figure, and more"
    return ""


def guess(case: Case) -> str:
    """ "Analysts put losses at 800 million": the reckoning of somebody whom the fact does not name."""
    letters = case.sentence.letters
    first, _ = case.clause(case.figure)
    verb = next((at for at in range(first, case.figure) if letters[at] == "v"), case.figure)
    for at in range(first, verb):
        low = case.low(at)
        if low in words.GUESSERS and low not in case.profile.sentence_words and not _opens(case, at):
            return f"it is the reckoning of “{low}”"
    return ""


def _opens(case: Case, at: int) -> bool:
    """ "Polls closed at eight": the places, not the surveys."""
    return case.low(at + 1) in words.OPENED_CLOSED or case.low(at - 2) == "to"


def interim(case: Case) -> str:
    """ "with a third counted", "at half-time": a figure on the way to the fact's."""
    if case.profile.fact.kind not in ("number", "percent", "money"):
        return ""
    lows = case.sentence.lows
    around = (*lows, *(case.before.lows if case.before else ()))
    found = set(words.INTERIM.intersection(around))
    if not found:
        counted = (at for at, low in enumerate(lows) if low in words.COUNTED and at)
        found = {case.low(at) for at in counted if "F" in case.sentence.letters[max(0, at - 4) : at]}
    if found and not found & case.profile.sentence_words:
        case.doubts.append(f"“{min(found)}” may make it a figure on the way")
    return ""


def one_day(case: Case) -> str:
    """ "840 trains cancelled today": the count of one day, far from the fact's total."""
    mention = case.units[case.figure].mention
    if (
        mention is None
        or case.profile.fact.kind not in ("number", "money")
        or is_near_miss(mention, case.profile)
    ):
        return ""
    for at in range(len(case.units)):
        day = case.units[at].mention
        said = day.value if day is not None and day.kind == "date" else None
        if (
            not isinstance(said, Days)
            or not said.given & {"day", "weekday", "relative"}
            or not _is_one_day(said)
        ):
            continue
        if all(said.start != own.start for own in case.profile.dates):
            case.doubts.append(f"it may be the count of one day (“{day.text if day else ''}”)")
            return ""
    return ""


def _is_one_day(said: Days) -> bool:
    return said.start is not None and said.end is not None and (said.end - said.start).days == 1


def personal(case: Case) -> str:
    """ "My mother had a guarantee for two years": a writer's own life is no news of the fact's."""
    first, last = case.clause(case.figure)
    is_time = case.profile.fact.kind in ("event", "date")
    around = case.sentence.lows[first:last] if is_time else case.sentence.lows
    said = set(words.PERSONAL.intersection(around))
    if "we" in case.sentence.lows[first : case.figure]:
        said |= {"we"}
    if said:
        case.doubts.append(f"with “{min(said)}” the writer may speak of his or her own life")
    return ""


def other_source(case: Case) -> str:
    """ "Northland says 400" is no word of what Southland says, where the fact says whose count it gives."""
    if not case.profile.is_attributed:
        return ""
    letters, (first, last) = case.sentence.letters, case.clause(case.figure)
    for at in range(first, last):
        is_name = letters[at] == "N" or (at == 0 and letters[at] == "n")
        if not is_name or case.profile.owns(case.units[at]):
            continue
        after = at + 1
        while after < last and letters[after] in "nNj":
            after += 1
        if case.low(after) in words.SPEECH or (case.low(at - 1) == "to" and case.low(at - 2) == "according"):
            return f"it is said by “{case.low(at).title()}”, not by the fact's source"
    return ""


def _is_of_another_figure(case: Case, at: int) -> bool:
    """ "to save 1.5 billion a year, but will cost 900 million": the words right behind another figure are its own."""
    letters = case.sentence.letters
    other = letters.rfind("F", 0, at + 1)
    behind = other >= 0 and other != case.figure and at - other <= BEHIND
    return behind and letters[other + 1 : at].strip("dinT") == "" and not other < case.figure < at


def with_words(case: Case) -> str:
    """One of the `with` words must stand in the sentence for a strong link."""
    profile = case.profile
    if not profile.with_.texts:
        return ""
    figure = case.figure
    near = profile.with_.stand_in(case.sentence, figure - 25, figure + 26)
    found = [at for at in near if not _is_of_another_figure(case, at)]
    if not found:
        case.doubts.append(NO_WITH_WORD)
        return ""
    nearest = min(found, key=lambda at: abs(at - figure))
    case.clues.append(f"“{said(case, nearest, nearest + 1)}” in the sentence")
    case.bonus += 0.3
    return ""
