"""Clues for and against a link that stand around the figure: doers, places, times, parts, plans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pytest_factcheck.language.measures import ratio
from pytest_factcheck.linking import words
from pytest_factcheck.linking.event import HAPPEN
from pytest_factcheck.linking.owner import Tie, counted, of_phrase
from pytest_factcheck.linking.profile import Profile, epochs, split_words
from pytest_factcheck.linking.sentence import Sentence, Unit, root, stem
from pytest_factcheck.model.mention import Days

NO_WITH_WORD = "none of the fact's `with` words stands in the sentence"
CLAUSE_END = frozenset(";s")


@dataclass
class Case:
    """The case for linking one figure to one fact, as it is put together."""

    profile: Profile
    sentence: Sentence
    figure: int
    tie: Tie
    published_year: int | None
    clues: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    bonus: float = 0.0
    at_own_time: bool = False
    overruled: bool = False

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of the sentence."""
        return self.sentence.units

    def low(self, index: int) -> str:
        """The word at a unit, empty outside the sentence."""
        lows = self.sentence.lows
        return lows[index] if 0 <= index < len(lows) else ""

    def says_now(self) -> bool:
        """Tell whether the clause speaks of the present in so many words."""
        first, last = _segment(self)
        return not words.NOW.isdisjoint(self.sentence.lows[first:last])

    def is_present(self) -> bool:
        """Tell whether the figure is stated of the present, and no time stands in the sentence: "seven have died"."""
        if "T" in self.sentence.letters:
            return False
        first, last = sorted((self.tie.subject, self.figure))
        around = {self.low(at) for at in range(first, min(last + 4, len(self.units)))}
        return bool(around & words.PRESENT) and not around & {"had", "was", "were"}

    def clause(self, at: int) -> tuple[int, int]:
        """First unit of the clause that holds a unit, and the one after its last."""
        letters = self.sentence.letters
        first = at
        while first > 0 and letters[first - 1] not in CLAUSE_END:
            first -= 1
        last = at + 1
        while last < len(letters) and letters[last] not in CLAUSE_END:
            last += 1
        return first, last


def refusal(case: Case) -> tuple[str, bool]:
    """Give the first reason to turn the link down, if any; doubts and clues are noted on the way.

    A final reason holds whatever the value; another one does not keep the fact's exact figure from being confirmed.
    """
    for check in CHECKS:
        reason = check(case)
        if reason:
            return reason, check in FINAL
    return "", False


def _not_words(case: Case) -> str:
    """A `not` word in the clause or close to the figure rules the fact out."""
    letters, figure = case.sentence.letters, case.figure
    found = [
        at
        for at in case.profile.not_.stand_in(case.sentence, *_near(case))
        if "F" not in letters[min(at, figure) + 1 : max(at, figure)]
    ]
    if not found:
        return ""
    at = min(found, key=lambda i: abs(i - case.figure))
    return f"“{_said(case, at, at + 1)}” stands near it, which the fact excludes"


def _near(case: Case) -> tuple[int, int]:
    """Units of the clause around the figure, and of a little of its neighbours."""
    clause = case.clause(case.figure)
    first = max(0, case.figure - 14, clause[0] - 4)
    return first, min(case.figure + 15, clause[1] + 4)


def _not_words_close(case: Case) -> str:
    """The same, where no comma, "and" or other figure parts the word from the figure: then it is final."""
    letters = case.sentence.letters
    for at in case.profile.not_.stand_in(case.sentence, *_near(case)):
        first, last = sorted((at, case.figure))
        if not set(letters[first + 1 : last]) & set(",;scF"):
            return f"“{_said(case, at, at + 1)}” stands near it, which the fact excludes"
    return ""


def _not_the_total(case: Case) -> str:
    mention = case.units[case.figure].mention
    if mention is None or mention.kind in ("percent", "money", "date"):
        return ""
    following, preceding = case.low(case.figure + 1), case.low(case.figure - 1)
    if {following, preceding} & words.NOT_THE_TOTAL & case.profile.sentence_words:
        return ""
    if following in words.NOT_THE_TOTAL or preceding in words.NOT_THE_TOTAL:
        return f"“{following if following in words.NOT_THE_TOTAL else preceding}” makes it a further number, no total"
    return ""


def _compared(case: Case) -> str:
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


CHANGES = """rise fall drop climb cut raise lower increase decrease reduce grow slow ease jump slip double halve
move take"""
CHANGE_ROOTS = frozenset(root(word) for word in CHANGES.split())


def _change_amount(case: Case) -> str:
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


MOVES = "go went gone come came shoot shot jump climb rise rose edge tick move inch creep crept be"
MOVE_ROOTS = frozenset(root(word) for word in MOVES.split())
PLACES = frozenset("above below ahead behind".split())


def _own_head(case: Case) -> str:
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
    return f"it describes “{_said(case, case.figure + 2, at + 1)}”"


def _other_side(case: Case) -> str:
    """Those against are not those for."""
    around = set(case.sentence.lows[max(0, case.figure - 12) : case.figure + 16])
    opposed = words.OPPOSED & around
    if _is_vote_against(case):
        opposed = opposed | {"against"}
    if opposed and not words.OPPOSED & case.profile.sentence_words and case.profile.fact.kind == "number":
        return f"“{min(opposed)}” makes it the other side"
    return ""


def _is_vote_against(case: Case) -> bool:
    """Tell whether "against" is how somebody voted, not what a figure is compared with."""
    if "against" not in case.sentence.lows:
        return False
    for at in range(max(0, case.figure - 12), min(len(case.units), case.figure + 16)):
        if case.low(at) == "against":
            voted = root(case.low(at - 1)) in ("vot", "decid") or case.low(at - 1) in words.AUXILIARIES
            if voted or case.sentence.letters[at + 1 : at + 2] in (",", ";", ""):
                return True
    return False


def _part_of_total(case: Case) -> str:
    """ "38 new cases", "214 cases in the capital alone": a part, where the fact counts all."""
    if case.profile.fact.kind != "number":
        return ""
    own = case.profile.sentence_words
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


def _other_epoch(case: Case) -> str:
    """ "this season" is not "last season"."""
    own = case.profile.epochs
    if not own:
        return ""
    said = epochs(case.sentence.lows)
    for noun, which in said.items():
        if noun in own and own[noun] != which:
            return f"“{which} {noun}” is another than the fact's"
    return ""


def _local(case: Case) -> str:
    """A figure of the county is not the country's, one of the young not everybody's."""
    if case.profile.fact.kind not in ("number", "percent", "money"):
        return ""
    first, last = case.clause(case.figure)
    for at in range(max(first, case.figure - 12), min(last, case.figure + 8)):
        low = case.low(at)
        if (
            low in words.LOCAL | words.SUBGROUPS
            and case.sentence.letters[at] != "N"
            and low not in case.profile.sentence_words
            and not case.profile.owns(case.units[at])
        ):
            case.doubts.append(f"“{low}” may make it the figure of a part")
            return ""
    return ""


def _own_phrase(case: Case) -> str:
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
        if first <= holder < last:
            return ""
        return f"it is a figure of “{_said(case, first, last)}”"
    owner = subjects[-1]
    if case.units[owner].possessive and owner + 1 < last:
        return f"it belongs to “{_said(case, owner, last)}”"
    if owner + 1 < last and case.sentence.letters[owner + 1] == "n" and not _is_plain_noun(case, owner + 1):
        return f"it belongs to “{_said(case, owner, last)}”"
    return ""


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
    return f"it is a share of “{_said(case, first, last)}”"


def _is_plain_noun(case: Case, at: int) -> bool:
    """Tell whether a noun after the subject only says what the subject is: "the Donetsk region"."""
    low = case.low(at)
    return (
        low in PLACE_NOUNS or low in case.profile.sentence_words or stem(low) in case.profile.sentence_words
    )


PLACE_NOUNS = frozenset(
    "region province oblast area district county state city territory front side group party".split()
)


def _said(case: Case, first: int, last: int) -> str:
    units = case.units[first:last]
    return " ".join(unit.mention.text if unit.mention else unit.low for unit in units)


def _unit_noun(case: Case) -> str:
    """A counted noun must be one of the fact's; a bare count may stand for it."""
    profile = case.profile
    mention = case.units[case.figure].mention
    if not profile.unit.texts or mention is None or mention.kind == "percent":
        return ""
    if mention.kind == "duration":
        return ""
    if mention.unit and profile.unit.by_last.get(stem(mention.unit.casefold().split()[-1])):
        return ""
    first, last = counted(case.sentence, case.figure)
    if profile.unit.stand_in(case.sentence, first, last):
        case.clues.append("counts what the fact counts")
        return ""
    if case.low(case.figure + 1) == "of" and profile.unit.stand_in(
        case.sentence, case.figure + 2, case.figure + 7
    ):
        if not profile.is_part:
            case.doubts.append("it is a part of the whole")
        return ""
    if last > first and any(case.sentence.letters[i] == "n" for i in range(first, last)) and not mention.unit:
        if profile.of.stand_in(case.sentence, last - 1, last):
            return ""
        return f"it counts “{_said(case, first, last)}”"
    if mention.unit and any(ratio(mention.unit, unit) is not None for unit in profile.fact.units()):
        return ""
    if mention.unit:
        return f"it is in {mention.unit}"
    if case.tie.construction not in BARE and not _governed_by_own(case):
        case.doubts.append("the counted noun is left out")
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


BARE = ("from-to", "of-figure", "with-figure", "verb", "object-to", "apposition", "verb-object", "modifier")


def _other_event(case: Case) -> str:
    """ "the first war", "the previous plan": another one of the kind."""
    at = case.tie.subject - case.tie.length
    for _ in range(4):
        unit = case.units[at] if at >= 0 else None
        if unit is None or unit.letter not in "nNjvdh" or at == case.figure:
            return ""
        if unit.low in words.ANOTHER_OF_THE_KIND and unit.low not in case.profile.sentence_words:
            if unit.low in words.FIRST_WORDS and words.FIRST_WORDS & case.profile.sentence_words:
                return ""
            return f"“{unit.low} {case.low(case.tie.subject)}” is another one"
        at -= 1
    return ""


def _rival_names(case: Case) -> str:
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
        if case.sentence.letters[at] == "n" and _is_rival_modifier(case, unit):
            case.doubts.append(f"“{unit.low} {case.low(subject)}” may be something else")
        if unit.letter == "v" and not unit.low.endswith(("ed", "ing", "en")):
            break
        at -= 1
        steps += 1
    mention = case.units[case.figure].mention
    is_time = mention is not None and mention.kind in ("date", "duration", "ordinal")
    return (
        _apposition(case, first)
        or _names_between(case)
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
    while at >= 0 and letters[at] in "nN":
        if letters[at] == "N" and not case.profile.owns(case.units[at]):
            return f"it is said of “{case.low(at).title()}”"
        at -= 1
    return ""


def _agent(case: Case) -> str:
    """ "a loss was reported by X": done by somebody else."""
    if case.profile.by.texts:
        return ""
    letters, (_, end) = case.sentence.letters, case.clause(case.figure)
    for at in range(case.figure + 1, min(end, case.figure + 12)):
        if letters[at] != "b":
            continue
        after = at + 1
        while after < len(letters) and letters[after] in "djn":
            after += 1
        if letters[after : after + 1] == "N" and not case.profile.owns(case.units[after]):
            return f"done by “{case.low(after).title()}”, which is not of this fact"
    return ""


def _one_side(case: Case) -> str:
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


def _identifies(case: Case) -> str:
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
        if letters[back] == "N" and not _is_speaker(case, back):
            return f"“{case.low(at)}” is “{case.low(back).title()}”, which is not of this fact"
    return ""


def _verb_subject(case: Case) -> str:
    """ "the seaplane of X, which crashed on 2 July": who or what does a verb must not be another's."""
    letters, at = case.sentence.letters, case.tie.subject - case.tie.length
    if letters[case.tie.subject] != "v":
        return ""
    while at >= 0 and letters[at] in "xjr,":
        at -= 1
    foreign = ""
    while at >= 0 and letters[at] in "nNdhoij":
        unit = case.units[at]
        if case.sentence.letters[at] == "N" and case.profile.owns(unit):
            return ""
        if case.sentence.letters[at] == "N" and not foreign and not _is_speaker(case, at):
            foreign = unit.low.title()
        at -= 1
    return f"“{foreign}” is not of this fact" if foreign else ""


def _names_between(case: Case) -> str:
    first, last = sorted((case.tie.subject, case.figure))
    for at in range(first + 1, last):
        unit = case.units[at]
        if case.sentence.letters[at] == "N" and not case.profile.owns(unit) and not _is_speaker(case, at):
            return f"“{unit.low.title()}” stands between, which is not of this fact"
    return ""


HEADS = frozenset(
    """number rate level share total amount part majority end start beginning year month day week size value cost
    price sum figure percentage proportion lot half quarter third most all some one member people""".split()
)
"""Nouns before "of" that leave the subject the subject: "the price of gas"."""


def _inside_other(case: Case) -> str:
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


def _is_rival_modifier(case: Case, unit: Unit) -> bool:
    low = unit.low
    if (
        low in words.PLAIN_MODIFIERS
        or low in case.profile.sentence_words
        or unit.stem in case.profile.sentence_words
    ):
        return False
    return not case.profile.owns(unit)


NEW_CLAUSE = re.compile(r"cd?[nN]{1,3}[xvF]")  # ... and the Greens [won] 12


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


def _time_right_behind(case: Case) -> str:
    """A month or year right behind a figure of a dated fact settles whose it is: "3.1 percent in January"."""
    letters = case.sentence.letters
    for at in range(case.figure + 1, min(len(letters), case.figure + RIGHT_BEHIND + 1)):
        if letters[at] != "T" or not case.profile.dates:
            continue
        mention = case.units[at].mention
        said = mention.value if mention else None
        if isinstance(said, Days) and said.given & {"month", "year"}:
            meets = any(_meets(said, own) for own in case.profile.dates)
            return "" if meets else f"it is of another time (“{mention.text if mention else ''}”)"
    return ""


def _other_time(case: Case) -> str:
    """A time tied to the figure that is none of the fact's: another year, another month."""
    fact_dates = case.profile.dates
    reason = ""
    if _was_then(case):
        reason = "it is of another time (“then”)"
    for index in _times_of(case):
        mention = case.units[index].mention
        said = mention.value if mention else None
        if not isinstance(said, Days) or said.start is None or said.end is None:
            continue
        if any(_meets(said, own) for own in fact_dates):
            case.bonus += 0.3
            case.at_own_time = True
            return ""
        if (
            not fact_dates
            and "day" in said.given
            and any(_meets(said, own) for own in case.profile.story_days)
        ):
            return ""
        if _is_now(case, said):
            continue
        if fact_dates or _is_past(case, said):
            reason = reason or f"it is of another time (“{mention.text if mention else ''}”)"
    return reason


def _was_then(case: Case) -> bool:
    """ "the reserves were then 44 billion"."""
    for at in (case.figure - 1, case.figure - 2):
        if case.low(at) == "then" and case.low(at - 1) in ("was", "were", "had", "stood", "until", "by"):
            return True
    return False


RIGHT_BEHIND = 3  # units within which a time after a figure is the figure's own


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
        if letters[at] == "T":
            yield at


def _meets(said: Days, own: Days) -> bool:
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


def _is_past(case: Case, said: Days) -> bool:
    year = case.published_year
    if said.start is None or year is None:
        return False
    if "year" in said.given or "relative" in said.given or "decade" in said.given:
        return said.start.year != year or bool(said.end and said.end.year < year)
    return "month" in said.given


def _doer(case: Case) -> str:
    """Where the fact says who does it, the doer in the text must be that one."""
    profile = case.profile
    if not profile.by.texts:
        return ""
    if "respectively" in {unit.low for unit in case.units[case.figure : case.figure + 14]}:
        doer = _respective_doer(case)
    else:
        doer = _find_doer(case)
    if doer is None and _common_doer(case):
        return ""
    if doer is None:
        case.doubts.append("the text does not say who does it")
        return ""
    if profile.by.stand_in(case.sentence, doer[0], doer[1]):
        case.clues.append(f"done by “{_said(case, *doer)}”")
        case.bonus += 0.3
        return ""
    return f"done by “{_said(case, *doer)}”"


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


def _find_doer(case: Case) -> tuple[int, int] | None:
    """Units of the doer: "by X" after the figure, else the name before the verb."""
    letters, figure = case.sentence.letters, case.figure
    _, clause_end = case.clause(figure)
    for at in range(figure + 1, min(clause_end, figure + 14)):
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
            and not _is_speaker(case, at)
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


def _is_governed(case: Case, at: int) -> bool:
    """Tell whether a name only speaks, or belongs to a preposition: "nearly all of X and 80 percent of Y"."""
    if _is_speaker(case, at):
        return True
    while at > 0 and case.sentence.letters[at] in "nNdj":
        at -= 1
    return case.sentence.letters[at] in "oiatfF"


def _is_own_subject(case: Case, at: int) -> bool:
    return bool(case.profile.of.texts and case.profile.of.ends_at(case.sentence, at))


def _is_speaker(case: Case, at: int) -> bool:
    around = (case.low(at + 1), case.low(at - 1), case.low(at - 2))
    return any(word in words.SPEECH for word in around) or "to" in around[1:2]


def _foreign_subject(case: Case) -> str:
    """Another's name as the subject of the verb, the fact's own subject only its object: "X sent 5,000 troops"."""
    if case.profile.by.texts or case.tie.construction not in ("", "in-phrase", "of-part", "object-to"):
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
            and not _is_speaker(case, at)
        ):
            if case.units[at].possessive or case.low(at - 1) in ("to", "by", "according"):
                continue
            return f"“{case.low(at).title()}” does it, who is not of this fact"
    return ""


def _segment(case: Case) -> tuple[int, int]:
    """Units from one comma or harder mark to the next, around the figure."""
    letters, first, last = case.sentence.letters, case.figure, case.figure + 1
    while first > 0 and letters[first - 1] not in ",;s" and case.figure - first < 14:
        first -= 1
    while last < len(letters) and letters[last] not in ",;s" and last - case.figure < 8:
        last += 1
    return first, last


def _plan_or_denial(case: Case) -> str:
    """A forecast, a demand or a denial of somebody's is no statement of the fact."""
    first, last = _segment(case)
    if case.low(first - 1) in ("if", "unless"):
        case.doubts.append(f"“{case.low(first - 1)}” makes it a condition")
    mention = case.units[case.figure].mention
    is_label = mention is not None and mention.kind == "label"
    lows = case.sentence.lows
    for at in range(first, last):
        low = lows[at]
        is_wish = low in words.WISHED or (low in words.PLANNED and not case.profile.is_plan)
        if is_wish and low not in case.profile.sentence_words:
            if case.sentence.letters[at] == "n" or case.low(at - 1) in words.DETERMINERS:
                continue
            if low in words.WISHED and not is_label:
                return f"“{low}” makes it somebody's wish or guess"
            case.doubts.append(f"“{low}” makes it a plan, a forecast or a guess")
            break
    for at in range(case.figure - 1, max(-1, case.figure - 9), -1):
        low = case.low(at)
        if case.sentence.letters[at] in ",;":
            break
        if low in words.DENIED and low not in case.profile.sentence_words:
            case.doubts.append(f"“{low}” may deny it")
            break
    return ""


def _with_words(case: Case) -> str:
    """One of the `with` words must stand in the sentence for a strong link."""
    profile = case.profile
    if not profile.with_.texts:
        return ""
    figure = case.figure
    found = profile.with_.stand_in(case.sentence, figure - 25, figure + 26)
    if not found:
        case.doubts.append(NO_WITH_WORD)
        return ""
    nearest = min(found, key=lambda at: abs(at - figure))
    case.clues.append(f"“{_said(case, nearest, nearest + 1)}” in the sentence")
    case.bonus += 0.3
    return ""


CHECKS = (
    _not_words_close,
    _not_words,
    _not_the_total,
    _compared,
    _change_amount,
    _own_phrase,
    _own_head,
    _part_of_total,
    _other_epoch,
    _unit_noun,
    _other_side,
    _other_event,
    _rival_names,
    _inside_other,
    _one_side,
    _identifies,
    _time_right_behind,
    _other_time,
    _doer,
    _foreign_subject,
    _plan_or_denial,
    _local,
    _with_words,
)
"""In the order of what they cost; the first reason ends it."""

FINAL = frozenset(
    (
        _not_words_close,
        _not_the_total,
        _compared,
        _change_amount,
        _own_head,
        _part_of_total,
        _other_epoch,
        _unit_noun,
        _other_side,
        _time_right_behind,
    )
)

__all__ = ["HAPPEN", "Case", "refusal"]
