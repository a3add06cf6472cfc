"""Who does what the figure tells, where the fact says who does it."""

from pytest_factcheck.linking import words
from pytest_factcheck.linking.case import Case, said
from pytest_factcheck.linking.profile import split_words


def doer(case: Case) -> str:
    """Where the fact says who does it, the doer in the text must be that one."""
    profile = case.profile
    if not profile.by.texts:
        return ""
    if "respectively" in {unit.low for unit in case.units[case.figure : case.figure + 14]}:
        doer = _respective_doer(case)
    else:
        doer = _find_doer(case)
    if doer is None and (_common_doer(case) or _pronoun_doer(case)):
        return ""
    if doer is None:
        case.doubts.append("the text does not say who does it")
        return ""
    if profile.by.stand_in(case.sentence, doer[0], doer[1]):
        case.clues.append(f"done by “{said(case, *doer)}”")
        case.bonus += 0.3
        return ""
    return f"done by “{said(case, *doer)}”"


def _respective_doer(case: Case) -> tuple[int, int] | None:
    """ "A, B and C won 43, 38 and 12 seats respectively": the nth figure is the nth name's."""
    letters = case.sentence.letters
    first = last = case.figure
    while first > 0 and letters[first - 1] in "F,c":
        first -= 1
    while last + 1 < len(letters) and letters[last + 1] in "F,c":
        last += 1
    figures = [at for at in range(first, last + 1) if letters[at] == "F"]
    names: list[tuple[int, int]] = []
    for at in range(first):
        if letters[at] != "N":
            continue
        if names and names[-1][1] == at:
            names[-1] = (names[-1][0], at + 1)
        else:
            names.append((at, at + 1))
    if len(names) != len(figures):
        return None
    return names[figures.index(case.figure)]


def _common_doer(case: Case) -> bool:
    """ "the bank", where the fact's doer is the National Bank, will be that bank."""
    nouns = {word for text in case.profile.by.texts for word in split_words(text)[-1:]}
    for at in range(case.figure - 1, max(0, case.figure - 20), -1):
        if case.low(at) in nouns and case.low(at - 1) in ("the", "its") and case.sentence.letters[at] == "n":
            case.clues.append(f"done by “the {case.low(at)}”")
            return True
    return False


def _pronoun_doer(case: Case) -> bool:
    """ "It holds 27 percent": the first that the sentence before names, if that is the fact's doer."""
    opening = case.low(0)
    if opening not in words.SUBJECT_PRONOUNS or case.before is None:
        return False
    before = case.before
    own = case.profile.by.stand_in(before)
    named = next((at for at, letter in enumerate(before.letters) if letter == "N" and at not in own), 99)
    if not own or (named < own[0] - 1 and not case.profile.owns(before.units[named])):
        return False
    if not case.profile.with_.stand_in(case.sentence):
        case.doubts.append(f"“{opening}” may be another, or speak of another time")
        return True
    case.clues.append(f"done by “{opening}”, of the sentence before")
    return True


def _find_doer(case: Case) -> tuple[int, int] | None:
    """Units of the doer: "by X" after the figure, else the name before the verb."""
    letters, figure = case.sentence.letters, case.figure
    _, clause_end = case.clause(figure)
    for at in range(figure + 1, min(clause_end, figure + 14)):
        if letters[at : at + 2] in ("uv", "ux"):
            break  # "took over in July he inherited what was built by somebody else"
        if letters[at] == "b":
            last = at + 1
            while last < len(letters) and letters[last] in "djnN":
                last += 1
            if "N" in letters[at + 1 : last] or case.profile.by.stand_in(case.sentence, at + 1, last):
                return at + 1, last
    at, seen_verb = figure - 1, False
    while at >= 0 and figure - at < 26:
        seen_verb = seen_verb or letters[at] in "vx"
        if letters[at] in ";s" and figure - at > 1 and letters[at] == ";":
            return None
        own = case.profile.by.ends_at(case.sentence, at)
        if own:
            return at - own + 1, at + 1
        if (
            letters[at] == "n"
            and letters[at + 1 : figure].lstrip("j")[:1] in ("v", "x")
            and at + 1 < figure
            and not is_speaker(case, at)
            and not _is_patient(case, at)
        ):
            first = at
            while first > 0 and letters[first - 1] in "nNh":
                first -= 1
            is_pronoun = case.low(at).partition("'")[0].partition("’")[0] in words.PRONOUNS
            if not is_pronoun and not case.profile.of.stand_in(case.sentence, first, at + 1):
                return first, at + 1
        does = seen_verb or figure - at <= 2
        if letters[at] == "N" and does and not _is_own_subject(case, at) and not _is_governed(case, at):
            first = at
            while first > 0 and letters[first - 1] == "N":
                first -= 1
            return first, at + 1
        at -= 1
    return None


def _is_patient(case: Case, at: int) -> bool:
    """ "people were killed and 250 taken": they did nothing, it was done to them."""
    return (
        case.low(at + 1) in ("was", "were", "been", "are", "is", "being")
        and "v" in case.sentence.letters[at + 2 : at + 4]
    )


def _is_governed(case: Case, at: int) -> bool:
    """Tell whether a name only speaks, or belongs to a preposition: "nearly all of X and 80 percent of Y"."""
    if is_speaker(case, at):
        return True
    while at > 0 and case.sentence.letters[at] in "nNdj":
        at -= 1
    return case.sentence.letters[at] in "oiatfF"


def _is_own_subject(case: Case, at: int) -> bool:
    return bool(case.profile.of.texts and case.profile.of.ends_at(case.sentence, at))


def is_speaker(case: Case, at: int) -> bool:
    """Tell whether a name only says what the sentence tells."""
    around = (case.low(at + 1), case.low(at - 1), case.low(at - 2))
    return any(word in words.SPEECH for word in around) or "to" in around[1:2]
