"""Figures that are no total: parts, changes, comparisons, the other side."""

from pytest_factcheck.linking import words
from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.owner import counted
from pytest_factcheck.linking.sentence import root, stem

CHANGES = """rise fall drop climb cut raise lower increase decrease reduce grow slow ease jump slip double halve
move take"""


CHANGE_ROOTS = frozenset(root(word) for word in CHANGES.split())


MOVES = "go went gone come came shoot shot jump climb rise rose edge tick move inch creep crept be"


MOVE_ROOTS = frozenset(root(word) for word in MOVES.split())


PLACES = frozenset("above below ahead behind".split())


def stands_for_unit(case: Case) -> bool:
    """ "1,200 people were killed and 251 others abducted": "others" are of the noun that was counted before."""
    unit, letters = case.profile.unit, case.sentence.letters
    earlier = (at for at in range(case.figure) if letters[at] == "F")
    return any(unit.stand_in(case.sentence, *counted(case.sentence, at)) for at in earlier)


def not_the_total(case: Case) -> str:
    """ "20 more soldiers": a number before "other", "more", "additional" is no total."""
    mention = case.units[case.figure].mention
    if mention is None or mention.kind in ("percent", "money", "date"):
        return ""
    following, preceding = case.low(case.figure + 1), case.low(case.figure - 1)
    if following == "others" and stands_for_unit(case):
        return ""
    if {following, preceding} & words.NOT_THE_TOTAL & case.profile.sentence_words:
        return ""
    if following in words.NOT_THE_TOTAL or preceding in words.NOT_THE_TOTAL:
        return f"“{following if following in words.NOT_THE_TOTAL else preceding}” makes it a further number, no total"
    return ""


def compared(case: Case) -> str:
    """ "up from 66 percent", "against 40 last year", "from 28 to 20": the old or the other value."""
    at = case.figure - 1
    while at > 0 and case.sentence.letters[at] in "dj":
        at -= 1
    before, earlier = case.low(at), case.low(at - 1)
    if before == "from":
        after = [case.low(i) for i in range(case.figure + 1, case.figure + 9)]
        to_before = (
            case.sentence.letters[max(0, at - 3) : at].replace("d", "").replace("j", "").endswith("tF")
        )
        if to_before or earlier in words.CHANGE_BEFORE or "to" in after or _changed(case, at):
            return "it is the value before a change (“from”)"
    if case.low(case.figure + 1) in ("instead", "rather"):
        return "the text says that it was another"
    if before in ("than", "against", "versus", "vs") or (before in ("to", "with") and earlier == "compared"):
        return f"it is only compared with (“{before}”)"
    return ""


def _changed(case: Case, at: int) -> bool:
    window = case.sentence.lows[max(0, at - 9) : max(0, at)]
    return any(low in words.CHANGE_BEFORE or root(low) in CHANGE_ROOTS for low in window)


def change_amount(case: Case) -> str:
    """An amount of change is no level: "up 4 percent", "by 25 basis points", "3 points higher"."""
    subject = case.low(case.tie.subject)
    if case.profile.is_change or stem(subject) in words.MEASURES_CHANGE:
        return ""
    before, following = case.low(case.figure - 1), case.low(case.figure + 1)
    verb = case.figure - 2
    is_phrasal = before in ("up", "down") and case.sentence.letters[max(0, verb)] == "v"
    if is_phrasal and root(case.low(verb)) not in MOVE_ROOTS:
        return ""
    if before in words.CHANGE_BEFORE and before not in ("gained", "lost", "added"):
        return f"it says by how much something changed (“{before}”)"
    if before == "by" and _changed(case, case.figure - 1):
        return "it says by how much something changed (“by”)"
    mention = case.units[case.figure].mention
    is_distance = mention is not None and mention.kind == "quantity" and following in PLACES
    if (
        following in words.CHANGE_AFTER
        and case.low(case.figure + 2) not in ("of", "than")
        and not is_distance
    ):
        return f"it says by how much something changed (“{following}”)"
    if before == "of" and case.low(case.figure - 2) in words.CHANGE_NOUNS:
        return f"it says by how much something changed (“{case.low(case.figure - 2)} of”)"
    return ""


def other_side(case: Case) -> str:
    """Those against are not those for."""
    around = range(max(0, case.figure - 12), min(len(case.units), case.figure + 16))
    opposed = {case.low(at) for at in around if case.low(at) in words.OPPOSED and not _is_of_other(case, at)}
    if _is_vote_against(case):
        opposed = opposed | {"against"}
    if opposed and not words.OPPOSED & case.profile.sentence_words and case.profile.fact.kind == "number":
        return f"“{min(opposed)}” makes it the other side"
    return ""


def _is_of_other(case: Case, at: int) -> bool:
    """ "124 in favour, 119 against": a word belongs to the figure beside it."""
    first, last = sorted((at, case.figure))
    return "F" in case.sentence.letters[first + 1 : last]


def _is_vote_against(case: Case) -> bool:
    """Tell whether "against" is how somebody voted, not what a figure is compared with."""
    if "against" not in case.sentence.lows:
        return False
    for at in range(max(0, case.figure - 12), min(len(case.units), case.figure + 16)):
        if case.low(at) == "against" and not _is_of_other(case, at):
            voted = root(case.low(at - 1)) in ("vot", "decid") or case.low(at - 1) in words.AUXILIARIES
            if voted or case.sentence.letters[at + 1 : at + 2] in (",", ";", ""):
                return True
    return False


def the_whole(case: Case) -> str:
    """ "212 of some 640": the whole of a part that is stated right before it."""
    if case.profile.fact.kind != "number" or case.low(case.figure - 1) != "of":
        return ""
    is_whole = case.sentence.letters[case.figure - 2 : case.figure - 1] == "F"
    return "it is the whole of a part" if is_whole else ""


def one_of_many(case: Case) -> str:
    """ "after the first fire": one of many, and no count of them."""
    mention = case.units[case.figure].mention
    if mention is None or mention.kind != "ordinal" or case.profile.fact.kind != "number":
        return ""
    said, true = mention.value, case.profile.fact.value_of()
    is_fewer = isinstance(said, int | float) and isinstance(true, int | float) and said < true
    return f"“{mention.text}” is one of them" if is_fewer else ""


def part_of_total(case: Case) -> str:
    """ "38 new cases", "214 cases in the capital alone": a part, where the fact counts all."""
    if case.profile.fact.kind != "number":
        return ""
    own = case.profile.sentence_words
    if (
        case.low(case.figure + 1) == "of"
        and case.low(case.figure + 2) in words.THOSE
        and not case.profile.is_part
    ):
        return f"“of {case.low(case.figure + 2)}” makes it a part of the total"
    first, last = counted(case.sentence, case.figure)
    for at in range(first, last):
        if case.low(at) in words.PARTS_OF_TOTAL and case.low(at) not in own:
            return f"“{case.low(at)}” makes it a part of the total"
    for at in range(case.figure + 1, min(len(case.units), case.figure + 8)):
        if case.sentence.letters[at] in ",;sF":
            break
        if case.low(at) == "alone" and "alone" not in own:
            return "“alone” makes it a part of the total"
    return ""
