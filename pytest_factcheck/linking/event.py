"""How ages, lengths and dates are tied to what began, lasted or took place."""

import re
from functools import cache

from pytest_factcheck.linking import words
from pytest_factcheck.linking.owner import Tie
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.linking.sentence import Sentence, Unit, root
from pytest_factcheck.model.mention import Days, Mention

SPENT = frozenset(("spend", "spent", "took", "last"))
HAPPEN = frozenset(
    """hold held take took place happen happened occur occurred come came schedule scheduled set call called sign signed
    announce announced agree agreed vote voted strike struck hit follow followed unveil unveiled present presented
    introduce introduced decide decided adopt adopted ratify ratified crash crashed land landed win won mark marked
    continue continued go went move moved get got under way finish finished conclude concluded wrap wrapped
    lower lowered raise raised cut open opened start started begin began launch launched end ended invade invaded
    close closed file filed convict convicted sentence sentenced arrest arrested elect elected""".split()
)
OUTSIDE = frozenset("within before until till towards ahead prior".split())
LOOSE_PREPOSITIONS = frozenset("after into since during for over amid through throughout".split())
DURATION_AFTER = {
    "age": r"h?[jnNh]{0,4}",
    "length of": r"od?[jnNh]{0,5}(?:[io]d?[jnN]{1,3})?",
}
DURATION_BEFORE = r"(?:[oi]d?[jnNhT]+){0,2},?[jr]*N{0,2}[xj]*v{0,2}[jnic]{0,3}[ijfa]?[dj]*"
DATE_BEFORE = (
    r"(?:[oi]d?[jnNhFT]+){0,3},?[jr]*N{0,2}[xj]*(?:vi?)?(?:cv)?[jd]*"  # the election of X, which was held ...
    r"(?:n|d?N{1,2}|[iat]d?[jnNTF]{1,3}){0,3},?(?:[ioa][jdn]{0,3}|o)?,?[jd]*(?:[;]j?)?"  # ... in Y on [9 May]
)
DATE_SINCE = r"(?:[oi]d?[jnNh]+){0,2},?[jr]*N{0,2}[xj]*v?[jnT]{0,2}s"  # at war with X since [May 2021]
DATE_RANGE = r"(?:[oi]d?[jnNh]+)?,?r?[xj]*vj*f(?:T(?:t|i))?"  # ran from [4 May] to [9 June]
DATE_IN_CLAUSE = r"[jnNdhoiabtFT]{0,12}"
DATE_AFTER = {
    "date when it happened": r",?s[dj]*[jnNh]{0,4}",
    "date modifier": r"[jnNh]{0,5}",
    "date, then the event": r",?d?[jnNh]{0,4}",
    "date, then the deed": r",?d?[jnNhF]{1,5}[xj]*v[jd]*[jnNh]{0,4}",
    "in the event's own phrase": r"od?[jnNh]{0,4}",
}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _fits(pattern: str, letters: str) -> bool:
    return len(letters) <= 18 and _compiled(pattern).fullmatch(letters) is not None


def tie_event(profile: Profile, sentence: Sentence, figure: int, subject: int, length: int) -> Tie:
    """Say how an event is tied to a time; `construction` is empty where no construction ties them."""
    mention = sentence.units[figure].mention
    assert mention is not None
    name, cost = "", 0.0
    if mention.kind == "duration" and profile.fact.kind == "date":
        if (
            "old" in mention.text
            and subject > figure
            and _fits(r"h?[jnNh]{0,4}", sentence.letters[figure + 1 : subject - length + 1])
        ):
            name = "age"
    elif mention.kind == "duration":
        name, cost = _duration(profile, sentence, figure, subject, length)
    elif mention.kind == "ordinal":
        name, cost = _ordinal(sentence, figure, subject, length)
    elif mention.kind == "date":
        name, cost = _date(profile, sentence, figure, subject, length)
    if name:
        return Tie(subject, length, name, cost)
    distance = abs(figure - subject)
    return Tie(subject, length, "", 1.2 + 0.2 * distance)


def _between(sentence: Sentence, figure: int, subject: int, length: int) -> tuple[int, int]:
    if subject > figure:
        return figure + 1, subject - length + 1
    return subject + 1, figure


def _duration(
    profile: Profile, sentence: Sentence, figure: int, subject: int, length: int
) -> tuple[str, float]:
    first, last = _between(sentence, figure, subject, length)
    letters = sentence.letters[first:last]
    units = sentence.units[first:last]
    if subject > figure:
        for name, pattern in DURATION_AFTER.items():
            if _fits(pattern, letters):
                return name, 0.05 * len(letters)
        spent = root(_low(sentence, figure - 1)) in SPENT
        if spent and profile.fact.kind == "duration" and _fits(r"[ia]d?[jnNh]{0,3}", letters):
            return "spent in it", 0.3
        if letters[:1] in ("i", "s") and _fits(r"[is]d?[jnNh]{0,4}", letters):
            return ("", 0.0) if units[0].low in OUTSIDE else ("loosely after", 0.8)
        return "", 0.0
    lows = {unit.low for unit in units}
    following = _low(sentence, figure + 1)
    if following in ("after", "since", "before") and _low(sentence, figure + 2) in words.PRONOUNS:
        begins = _low(sentence, figure + 3) in words.BEGIN and _fits(r"(?:[oi]d?[jnNh]+)?,?j*", letters)
        return ("time since it began", 0.3) if begins and following != "before" else ("", 0.0)
    goes_on = bool(lows & words.LAST) or (units[-1:] and units[-1].low == "for" and letters[-2:-1] == "v")
    if goes_on and not lows & {"will", "could", "would"} and _fits(DURATION_BEFORE, letters):
        return "lasted", 0.2 + 0.03 * len(letters)
    if _fits(r",?j?", letters) and (
        following == "old" or "old" in (sentence.units[figure].mention or _NONE).text
    ):
        return "age after the event", 0.2
    if _fits(r"(?:[io]d?[jnNhT]+)?x[jd]*", letters) and following in ("old", "long"):
        return "age", 0.2
    if _fits(r"oj?d?", letters):
        return "event of that length", 0.2
    before = {unit.low for unit in sentence.units[max(0, figure - 8) : figure]}
    is_going_on = bool(before & {"has", "have"}) and "been" in before
    is_held = profile.fact.kind == "event" and letters == "i" and units[0].low == "for"
    if is_held and before & {"has", "have", "had"} and sentence.letters[first - 2 : first - 1] != "F":
        return "held for", 0.4
    is_still_on = profile.fact.kind == "event" and is_going_on and bool(units) and units[-1].low == "for"
    if is_still_on and _fits(r"(?:i?d?[jnN]{1,3})?i", letters):
        return "going on", 0.4
    is_for = units and units[-1].low in ("for", "by", "to", "at", "in") and profile.fact.kind == "duration"
    if is_for and not is_going_on and _fits(r"(?:[oi]d?[jnNh]+)?,?r?[xj]*v{0,2}[jn]{0,2}[ibta]", letters):
        return "for that long", 0.3
    if (
        units
        and units[-1].low == "after"
        and (
            _fits(r"x?[jin]{0,2}s", letters)
            or (bool(lows & words.END) and _fits(r"[xj]*v[ji]{0,2}s", letters))
        )
        and profile.fact.kind == "duration"
    ):
        return "over after", 0.3
    return "", 0.0


def _ordinal(sentence: Sentence, figure: int, subject: int, length: int) -> tuple[str, float]:
    """Only "in its fourth year" counts: an ordinal before a unit of time, the event before or "of" after it."""
    at = figure + 1
    while _low(sentence, at) in ("consecutive", "straight", "full", "successive", "calendar"):
        at += 1
    if _low(sentence, at).removesuffix("s") not in ("year", "month", "week", "day", "anniversary"):
        return "", 0.0
    first, last = _between(sentence, figure, subject, length)
    letters = sentence.letters[first:last]
    if subject > figure:
        return ("nth year of", 0.2) if _fits(r"j*n{1,2}(?:j|in)?[oi]d?[jnNh]{0,4}", letters) else ("", 0.0)
    if _fits(r"(?:[oi]d?[jnN]+){0,2},?r?[xj]*v?[jd]*n?[oitf]{0,2}d?n?[oi]?d?", letters) and len(letters) <= 9:
        return "in its nth year", 0.3
    return "", 0.0


def _date(profile: Profile, sentence: Sentence, figure: int, subject: int, length: int) -> tuple[str, float]:
    first, last = _between(sentence, figure, subject, length)
    letters = sentence.letters[first:last]
    units = sentence.units[first:last]
    if subject > figure:
        if _is_of_another_verb(profile, sentence, figure):
            return "", 0.0
        if "s" in letters and units[letters.index("s")].low != "when":
            return "", 0.0
        for name, pattern in DATE_AFTER.items():
            if _fits(pattern, letters) and (name != "date, then the deed" or _is_own_deed(profile, units)):
                return name, 0.1 + 0.05 * len(letters)
        return "", 0.0
    is_range = profile.fact.kind == "event" and _fits(DATE_RANGE, letters)
    if is_range and {unit.low for unit in units} & words.LAST:
        return "from one day to another", 0.4
    if units and units[-1].low in OUTSIDE | {"by"}:
        return "", 0.0
    if units and units[-1].low == "since" and _fits(DATE_SINCE, letters):
        return "since", 0.3
    if _fits(r"(?:[oi]d?[jnNh]+)?,?r?x*v[ij]*Tcv[ija]*", letters):
        return "date after the second verb", 0.4
    verbs = [unit for unit in units if unit.letter == "v"]
    own = profile.sentence_words
    foreign = [unit for unit in verbs if unit.low not in HAPPEN and root(unit.low) not in _roots(own)]
    if foreign or not _fits(DATE_BEFORE, letters):
        plain = not foreign and profile.fact.kind == "date" and _fits(DATE_IN_CLAUSE, letters)
        return ("date in the same clause", 0.6) if plain else ("", 0.0)
    if profile.fact.kind == "event" and not _begins(profile, sentence, subject, units, figure):
        return "", 0.0
    return ("date after the verb" if verbs else "date after the event"), 0.2 + 0.04 * len(letters)


def _is_own_deed(profile: Profile, units: tuple[Unit, ...]) -> bool:
    """Tell whether the verb between a date and its subject is the fact's own: "On Saturday they signed a deal"."""
    roots = _roots(profile.sentence_words)
    return all(root(unit.low) in roots for unit in units if unit.letter == "v")


def _is_of_another_verb(profile: Profile, sentence: Sentence, figure: int) -> bool:
    """ "The mayor, elected in 2016, opened the bridge": the date belongs to the verb right before it."""
    letters, at = sentence.letters, figure - 1
    while at > 0 and letters[at] in "iaj":
        at -= 1
    if at < 0 or letters[at] != "v":
        return False
    return root(sentence.units[at].low) not in _roots(profile.sentence_words)


def _begins(profile: Profile, sentence: Sentence, subject: int, units: tuple[Unit, ...], figure: int) -> bool:
    """Tell whether a date is that of an event's beginning or end, not of something during it."""
    event = sentence.units[subject]
    lows = {unit.low for unit in (event, *units)}
    if lows & (words.BEGIN | words.END) or "since" in lows:
        return True
    if event.stem in words.LASTING or len(units) > 5:
        return False
    mention = sentence.units[figure].mention
    said = mention.value if mention else None
    return isinstance(said, Days) and bool(said.given & {"year", "month", "relative"})


def _roots(own: frozenset[str]) -> set[str]:
    return {root(word) for word in own}


def _low(sentence: Sentence, index: int) -> str:
    return sentence.units[index].low if 0 <= index < len(sentence.units) else ""


_NONE = Mention(0, 0, "", "number", None)


def picks_another(sentence: Sentence, figure: int, tied: Tie) -> bool:
    """Tell whether a date before or "of" after a common noun may pick out another event: "the 2014 invasion"."""
    mention = sentence.units[figure].mention
    if mention is None or not isinstance(mention.value, Days) or sentence.letters[tied.subject] == "N":
        return False
    follows = tied.subject < figure and sentence.letters[tied.subject + 1 : figure] == "o"
    return tied.construction == "date modifier" or (follows and "day" not in mention.value.given)
