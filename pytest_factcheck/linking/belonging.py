"""Which noun a figure counts, describes or is a share of."""

from pytest_factcheck.language.measures import ratio
from pytest_factcheck.linking import words
from pytest_factcheck.linking.case import Case, said
from pytest_factcheck.linking.owner import counted, of_phrase
from pytest_factcheck.linking.sentence import stem
from pytest_factcheck.linking.totals import stands_for_unit

PLACE_NOUNS = frozenset(
    "region province oblast area district county state city territory front side group party".split()
)


BARE = (
    "answer to the question",
    "from-to",
    "of-figure",
    "with-figure",
    "verb",
    "object-to",
    "apposition",
    "verb-object",
    "modifier",
)


HEADS = frozenset(
    """number rate level share total amount part majority end start beginning year month day week size value cost
    price sum figure percentage proportion lot half quarter third most all some one member people""".split()
)
"""Nouns before "of" that leave the subject the subject: "the price of gas"."""


def own_head(case: Case) -> str:
    """A hyphened figure belongs to the noun it describes: "a majority in the 180-seat chamber"."""
    letters = case.sentence.letters
    if letters[case.figure + 1 : case.figure + 2] != "h":
        return ""
    at = case.figure + 2
    while at + 1 < len(letters) and letters[at + 1] in "nN":
        at += 1
    subjects = case.profile.subject.stand_in(case.sentence, case.figure + 2, at + 1)
    if subjects or at == case.figure + 2:
        return ""
    return f"it describes “{said(case, case.figure + 2, at + 1)}”"


def own_phrase(case: Case) -> str:
    """A figure that has an "of" phrase of its own belongs to that phrase, whatever stands further off."""
    first, last = of_phrase(case.sentence, case.figure)
    if first == last:
        return _percent_noun(case)
    subjects = case.profile.subject.stand_in(case.sentence, first, last)
    first_counted, last_counted = counted(case.sentence, case.figure)
    if case.profile.unit.stand_in(case.sentence, first_counted, last_counted):
        return ""
    if not subjects:
        holder = case.tie.subject
        if any(
            case.units[at].stem in case.profile.sentence_words for at in range(first, last) if case.low(at)
        ):
            return ""
        if case.profile.unit.stand_in(case.sentence, first, last) or case.tie.construction == "of-figure":
            return ""
        if first <= holder < last or _spells_out(case, first, last):
            return ""
        return f"it is a figure of “{said(case, first, last)}”"
    owner = subjects[-1]
    if case.units[owner].possessive and owner + 1 < last:
        return f"it belongs to “{said(case, owner, last)}”"
    if owner + 1 < last and case.sentence.letters[owner + 1] == "n" and not _is_plain_noun(case, owner + 1):
        return f"it belongs to “{said(case, owner, last)}”"
    return ""


def _spells_out(case: Case, first: int, last: int) -> bool:
    """Tell whether words are an abbreviation of the fact's, written out: "gross domestic product" for GDP."""
    initials = "".join(case.low(at)[:1] for at in range(first, last) if case.sentence.letters[at] in "nNj")
    return len(initials) > 1 and initials in case.profile.sentence_words


def _percent_noun(case: Case) -> str:
    """ "13 percent alcohol": a noun right behind a percentage owns it, unless it is the subject's."""
    mention = case.units[case.figure].mention
    first, last = counted(case.sentence, case.figure)
    if mention is None or mention.kind != "percent" or first == last or case.tie.subject > case.figure:
        return ""
    noun = case.units[first]
    if (
        case.sentence.letters[first] != "n"
        or noun.low in words.CHANGE_AFTER
        or noun.low in case.profile.sentence_words
    ):
        return ""
    if noun.stem in ("year", "quarter", "month", "point") or noun.low in words.PLAIN_MODIFIERS:
        return ""
    return f"it is a share of “{said(case, first, last)}”"


def _is_plain_noun(case: Case, at: int) -> bool:
    """Tell whether a noun after the subject only says what the subject is: "the Donetsk region"."""
    low = case.low(at)
    return (
        low in PLACE_NOUNS or low in case.profile.sentence_words or stem(low) in case.profile.sentence_words
    )


def unit_noun(case: Case) -> str:
    """A counted noun must be one of the fact's; a bare count may stand for it."""
    profile = case.profile
    mention = case.units[case.figure].mention
    if not profile.unit.texts or mention is None or mention.kind == "percent":
        return ""
    if mention.kind == "duration" or mention.label == "score":
        return ""
    if mention.unit and profile.unit.by_last.get(stem(mention.unit.casefold().split()[-1])):
        return ""
    first, last = counted(case.sentence, case.figure)
    is_folk = words.PEOPLE.issuperset(case.sentence.lows[first:last]) and profile.unit.by_last.get("people")
    if is_folk and last > first:
        case.clues.append("counts people, as the fact does")
        return ""
    is_same = case.low(case.figure + 1) == "others" and stands_for_unit(case)
    if is_same or profile.unit.stand_in(case.sentence, first, last):
        case.clues.append("counts what the fact counts")
        return ""
    if case.low(case.figure + 1) == "of" and profile.unit.stand_in(
        case.sentence, case.figure + 2, case.figure + 7
    ):
        if not profile.is_part:
            case.doubts.append("it is a part of the whole")
        return ""
    if _is_part_of_same(case):
        case.clues.append("a part of the same whole")
        return ""
    if last > first and any(case.sentence.letters[i] == "n" for i in range(first, last)) and not mention.unit:
        if profile.of.stand_in(case.sentence, last - 1, last):
            return ""
        return f"it counts “{said(case, first, last)}”"
    if mention.unit and any(ratio(mention.unit, unit) is not None for unit in profile.fact.units()):
        return ""
    if mention.unit:
        return f"it is in {mention.unit}"
    other = _counted_before(case)
    if other:
        return f"it counts “{other}”"
    if case.tie.construction not in BARE and not _governed_by_own(case):
        case.doubts.append("the counted noun is left out")
    return ""


def _is_part_of_same(case: Case) -> bool:
    """ "five of the nine wise men": the whole is the fact's, so what is counted is the fact's too."""
    whole = case.profile.whole
    if whole is None or case.low(case.figure + 1) != "of":
        return False
    mentions = [unit.mention for unit in case.units[case.figure + 2 : case.figure + 5] if unit.mention]
    return any(mention.value == whole for mention in mentions)


def _counted_before(case: Case) -> str:
    """ "eleven leaflets from them, nine from us": a bare count repeats the noun that the one before it counts."""
    letters = case.sentence.letters
    for at in range(case.figure - 1, -1, -1):
        if letters[at] == ";":
            return ""
        if letters[at] == "F":
            first, last = counted(case.sentence, at)
            nouns = [i for i in range(first, last) if letters[i] == "n"]
            is_own = case.profile.unit.stand_in(case.sentence, first, last)
            after = letters[case.figure + 1 : case.figure + 2]
            return (
                said(case, first, last)
                if nouns and not is_own and after in ("f", "i", "o", "b", "", ",")
                else ""
            )
    return ""


def _governed_by_own(case: Case) -> bool:
    """ "a peacetime limit of 850,000": the word before "of" is one of the fact's."""
    at = case.figure - 1
    while at > 0 and case.sentence.letters[at] in "dj":
        at -= 1
    if case.sentence.letters[at] not in "oat":
        return False
    profile = case.profile
    return bool(profile.with_.ends_at(case.sentence, at - 1) or profile.of.ends_at(case.sentence, at - 1))


def identifies(case: Case) -> str:
    """ "the 28-point plan" may be another plan: a figure with "the" before it tells which one is meant.

    Where the fact declares the other values under `also_true`, the others are known.
    """
    if case.profile.fact.also_true:
        return ""
    letters = case.sentence.letters
    is_hyphened = case.profile.fact.kind == "number" and letters[case.figure + 1 : case.figure + 2] == "h"
    if is_hyphened and case.low(case.figure - 1) in ("the", "this", "that"):
        case.doubts.append("with “the” before it, the figure may tell which one is meant")
    return ""


def inside_other(case: Case) -> str:
    """ "the Ministry of Economy": the subject word only belongs to another noun."""
    at = case.tie.subject - case.tie.length
    while at > 0 and case.sentence.letters[at] in "dj":
        at -= 1
    is_governed = case.sentence.letters[at] == "o" or case.low(at) in ("for", "on")
    if at < 1 or not is_governed or case.sentence.letters[at - 1] not in "nN":
        return ""
    head = case.units[at - 1]
    first, last = counted(case.sentence, case.figure)
    if first <= at - 1 < last or head.stem in HEADS or head.stem in case.profile.sentence_words:
        return ""
    if not case.profile.owns(head):
        case.doubts.append(f"“{case.low(case.tie.subject)}” belongs to “{head.low}”")
    return ""
