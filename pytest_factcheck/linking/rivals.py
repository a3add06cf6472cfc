"""Names and modifiers by which a statement is about somebody or something else."""

import re

from pytest_factcheck.linking import words
from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.doers import is_speaker
from pytest_factcheck.linking.sentence import Unit, is_indefinite

REACH_BACK = 12  # units before a subject in which the parties of what is done to it are looked for
OPENING_WORDS = 8  # "its" so near the head of a sentence may be of the one before
NEW_CLAUSE = re.compile(r"cd?[nN]{1,3}[xvF]")  # ... and the Greens [won] 12


def other_event(case: Case) -> str:
    """ "the first war", "the previous plan": another one of the kind."""
    at = case.tie.subject - case.tie.length
    for _ in range(4):
        unit = case.units[at] if at >= 0 else None
        if unit is not None and _is_own_one(case, at):
            return f"“{case.low(at)} {case.low(case.tie.subject)}” is another one"
        if unit is None or unit.letter not in "nNjvdhT" or at == case.figure:
            return ""
        if unit.low in words.ANOTHER_OF_THE_KIND and unit.low not in case.profile.sentence_words:
            if unit.low in words.FIRST_WORDS and words.FIRST_WORDS & case.profile.sentence_words:
                return ""
            return f"“{unit.low} {case.low(case.tie.subject)}” is another one"
        at -= 1
    return ""


def _is_own_one(case: Case, at: int) -> bool:
    """ "their own stoppage", "a new season": of somebody else, or another time."""
    low = case.low(at)
    if low == "new":
        return case.profile.fact.kind == "event" and low not in case.profile.sentence_words
    return low == "own" and case.low(at - 1) in ("its", "their", "his", "her", "our")


def _new_elsewhere(case: Case) -> str:
    """ "The railways of Sorland lost 15 million in a walkout of nine days": told for the first time, of another."""
    if case.profile.fact.kind not in ("event", "duration", "date"):
        return ""
    if not is_indefinite(case.sentence, case.tie.subject, case.tie.length):
        return ""
    named = [at for at in range(case.tie.subject) if case.sentence.letters[at] == "N"]
    if not named or any(case.profile.owns(case.units[at]) for at in named):
        return ""
    return f"it is told of “{case.low(named[0]).title()}”"


def rival_names(case: Case) -> str:
    """A name that is not the fact's own, tied to the subject, means another story."""
    subject, first = case.tie.subject, case.tie.subject - case.tie.length + 1
    at = first - 1
    steps = 0
    while at >= 0 and steps < 5 and case.sentence.letters[at] in "nNjdvhF":
        unit = case.units[at]
        if at == case.figure:
            at -= 1
            continue
        if case.sentence.letters[at] == "N" and not case.profile.owns(unit):
            return f"“{unit.low.title()}” is not of this fact"
        if unit.letter == "d":
            break
        # "the board banned him for a year": who did it is no modifier; "the museum opened" is another opening
        is_deed = case.sentence.letters[subject] == "v" and case.profile.fact.kind == "duration"
        if case.sentence.letters[at] == "n" and not is_deed and _is_rival_modifier(case, unit):
            case.doubts.append(f"“{unit.low} {case.low(subject)}” may be something else")
        if unit.letter == "v" and not unit.low.endswith(("ed", "ing", "en")):
            break
        at -= 1
        steps += 1
    mention = case.units[case.figure].mention
    is_time = mention is not None and mention.kind in ("date", "duration", "ordinal")
    return (
        _new_elsewhere(case)
        or _apposition(case, first)
        or _names_between(case)
        or (_whose_object(case, first) if is_time else "")
        or ("" if is_time else _its_owner(case))
        or _verb_subject(case)
        or ("" if is_time else _agent(case))
        or _names_after(case, subject + 1)
        or ("" if is_time else _names_after(case, case.figure + 1))
    )


def _apposition(case: Case, first: int) -> str:
    """ "the Korean War, a three-year conflict": the phrase only renames another thing."""
    letters, at = case.sentence.letters, min(first, case.figure)
    while at > 0 and letters[at - 1] in "jnNdFTh":
        at -= 1
    if at < 2 or letters[at - 1] != "," or letters[at] != "d":
        return ""
    at -= 2
    if letters[: at + 1].rstrip("nNd").endswith(("i", "a")):
        return ""  # "In The Hague, all 32 members agreed": only where it was said
    while at >= 0 and letters[at] in "nN":
        if letters[at] == "N" and not case.profile.owns(case.units[at]):
            return f"it is said of “{case.low(at).title()}”"
        at -= 1
    return ""


PARTIES = re.compile(r"(?:i[dj]*N[nNcd,]*)r?[xj]*v$")
"""Parties of what does something to the subject: a truce [between X and Y that ended]."""


def _whose_object(case: Case, first: int) -> str:
    """ "a deal between X and Y that ended the three-day stoppage": X's and Y's, not the fact's."""
    letters, at = case.sentence.letters, min(first, case.figure)
    while at > 0 and letters[at - 1] in "djnhF":
        at -= 1
    found = PARTIES.search(letters[max(0, at - REACH_BACK) : at])
    if not found:
        return ""
    start = max(0, at - REACH_BACK) + found.start()
    foreign = [unit for unit in case.units[start:at] if unit.letter == "N" and not case.profile.owns(unit)]
    return f"it is of what “{foreign[0].low.title()}” has a part in" if foreign else ""


def _agent(case: Case) -> str:
    """ "a loss was reported by X": done by somebody else."""
    if case.profile.by.texts:
        return ""
    letters, (_, end) = case.sentence.letters, case.clause(case.figure)
    for at in range(case.figure + 1, min(end, case.figure + 12)):
        if letters[at] == "F":
            return ""
        if letters[at] != "b":
            continue
        after = at + 1
        while after < len(letters) and letters[after] in "djn":
            after += 1
        if letters[after : after + 1] == "N" and not case.profile.owns(case.units[after]):
            return f"done by “{case.low(after).title()}”, which is not of this fact"
    return ""


def one_side(case: Case) -> str:
    """ "Russian casualties" are not all casualties, where the fact names two sides."""
    profile = case.profile
    if profile.fact.kind not in ("number", "percent", "money") or profile.by.texts or len(profile.named) < 2:
        return ""
    at = case.tie.subject - case.tie.length
    is_lost = {case.low(i) for i in range(max(0, case.figure - 4), case.figure)} & words.SUFFERED
    if (
        at >= 0
        and case.sentence.letters[at] == "N"
        and not profile.says_together(case.low(at), case.low(at + 1))
    ):
        case.doubts.append(f"“{case.low(at).title()}” may be one side of several")
    elif is_lost and not words.SUFFERED & profile.sentence_words:
        case.doubts.append(f"“{min(is_lost)}” may be said of one side")
    return ""


def _its_owner(case: Case) -> str:
    """ "fines X for skipping 3 percent of its checks": "its" is the nearest name's before it."""
    letters, at = case.sentence.letters, case.tie.subject - case.tie.length
    while at > 0 and letters[at] in "jnNh":
        at -= 1
    if at < 0 or case.low(at) not in ("its", "their", "his", "her"):
        return ""
    for back in range(at - 1, max(-1, at - 20), -1):
        if letters[back] == ";" or (letters[back] == "N" and case.profile.owns(case.units[back])):
            return ""
        if letters[back] == "N" and not is_speaker(case, back):
            return f"“{case.low(at)}” is “{case.low(back).title()}”, which is not of this fact"
    return _owner_before(case, at)


def _owner_before(case: Case, at: int) -> str:
    """ "Lyssia has the highest rate. Its central bank missed its target": "its" is of the sentence before."""
    if case.before is None or at > OPENING_WORDS:
        return ""
    named = [i for i, letter in enumerate(case.before.letters) if letter == "N"]
    foreign = [i for i in named if not case.profile.owns(case.before.units[i])]
    if not named or len(foreign) < len(named) or case.profile.owns(case.before.units[0]):
        return ""
    return f"“{case.low(at)}” may be “{case.before.units[named[0]].low.title()}”, of the sentence before"


def _verb_subject(case: Case) -> str:
    """ "the seaplane of X, which crashed on 2 July": who or what does a verb must not be another's."""
    letters, at = case.sentence.letters, case.tie.subject - case.tie.length
    if letters[case.tie.subject] != "v":
        return ""
    while at >= 0 and letters[at] in "xjr,":
        at -= 1
    if at > 1 and letters[at] == "c" and letters[1] in "vx" and not case.profile.owns(case.units[0]):
        name = case.units[0]
        return f"“{name.low.title()}” is not of this fact" if letters[0] in "nN" else ""
    foreign = ""
    while at >= 0 and letters[at] in "nNdhoij":
        unit = case.units[at]
        if (case.sentence.letters[at] == "N" or at == 0) and case.profile.owns(unit):
            return ""
        if case.sentence.letters[at] == "N" and not foreign and not is_speaker(case, at):
            foreign = unit.low.title()
        at -= 1
    return f"“{foreign}” is not of this fact" if foreign else ""


def _names_between(case: Case) -> str:
    first, last = sorted((case.tie.subject, case.figure))
    for at in range(first + 1, last):
        unit = case.units[at]
        if case.sentence.letters[at] == "N" and not case.profile.owns(unit) and not is_speaker(case, at):
            return f"“{unit.low.title()}” stands between, which is not of this fact"
    return ""


def _is_rival_modifier(case: Case, unit: Unit) -> bool:
    low = unit.low
    if unit.possessive and low in words.NOT_NAMES:
        return False  # "the Bank's committee"
    if (
        low in words.PLAIN_MODIFIERS
        or low in case.profile.sentence_words
        or unit.stem in case.profile.sentence_words
    ):
        return False
    return not case.profile.owns(unit)


def _names_after(case: Case, at: int) -> str:
    """ "the war in X", "the talks between X and Y": X must be the fact's own."""
    letters = case.sentence.letters
    end = min(len(letters), at + 9)
    while at < end and letters[at] in "nj" and case.low(at) not in words.verbs():
        at += 1
    if at >= end or letters[at] not in "oi":
        return ""
    preposition = case.low(at)
    if preposition in ("about", "as", "like", "until", "till", "without", "despite", "amid", "including"):
        return ""
    at += 1
    while at < end and letters[at] in "djnNcT" and not NEW_CLAUSE.match(letters, at):
        unit = case.units[at]
        if case.sentence.letters[at] == "N" and not case.profile.owns(unit):
            return f"“{preposition} {unit.low.title()}” is not of this fact"
        at += 1
    return ""


def foreign_subject(case: Case) -> str:
    """Another's name as the subject of the verb, the fact's own subject only its object: "X sent 5,000 troops"."""
    if case.profile.by.texts:
        return ""
    gives = case.low(case.figure - 1) in ("a", "an") and case.tie.construction == "modifier"
    if not gives and case.tie.construction not in ("", "in-phrase", "of-part", "object-to"):
        return ""
    return _named_before(case, min(case.figure, case.tie.subject))


def _named_before(case: Case, end: int) -> str:
    letters = case.sentence.letters
    first, _ = case.clause(max(0, end - 1))
    seen_verb = False
    for at in range(end - 1, max(first, end - 14) - 1, -1):
        if letters[at] in "vx":
            seen_verb = True
        if (
            letters[at] == "N"
            and seen_verb
            and not case.profile.owns(case.units[at])
            and not is_speaker(case, at)
        ):
            if case.units[at].possessive or case.low(at - 1) in ("to", "by", "according"):
                continue
            return f"“{case.low(at).title()}” does it, who is not of this fact"
    return ""
