"""How dates are tied to what began, ended or took place then."""

from itertools import pairwise

from pytest_factcheck.linking import words
from pytest_factcheck.linking.pair import Pair
from pytest_factcheck.linking.sentence import Unit, root
from pytest_factcheck.model.mention import Days

HAPPEN = frozenset(
    """hold held take took place happen happened occur occurred come came schedule scheduled set call called sign signed
    announce announced agree agreed vote voted strike struck hit follow followed unveil unveiled present presented
    introduce introduced decide decided adopt adopted ratify ratified crash crashed land landed win won mark marked
    continue continued go went move moved get got under way finish finished conclude concluded wrap wrapped
    lower lowered raise raised cut open opened start started begin began launch launched end ended invade invaded
    close closed file filed convict convicted sentence sentenced arrest arrested elect elected
    expire expired lapse lapsed lift lifted run ran wind wound
    tear tore rip ripped shake shook rock rocked rattle rattled jolt jolted kill killed destroy destroyed
    flatten flattened devastate devastated sweep swept burst break broke fail failed collapse collapsed
    explode exploded erupt erupted level levelled raze razed
    pass passed wreck wrecked gut gutted sink sank slam slammed""".split()
)
"""Verbs whose time is that of the event itself, not of what was said or felt about it later."""
OVER = words.END | frozenset("expired expires lapsed lapses lifted closes".split())
DECLARED = frozenset(
    "declared declares imposed imposes proclaimed introduced began started launched opened".split()
)
DONE = ("date, then the deed", "date when it was done")
KNOWN = frozenset("the its his her their".split())
BEGUN = DECLARED | frozenset("begun unleashed mounted staged".split())
TURNS = frozenset(
    tuple(turn.split())
    for turn in (
        "ran out,runs out,wound up,winds up,broke up,broke out,took effect,takes effect,into effect,into force"
    ).split(",")
)
"""Pairs of words that begin or end an event."""
TWO = 2  # units of a year and the hyphen behind it
OUTSIDE = frozenset("within before until till towards ahead prior by".split())

BEFORE = (
    r"(?:[oi]d?[jnNhFT]+){0,3},?[jr]*N{0,2}[xj]*(?:vi?)?(?:cv)?[jd]*"  # the election of X, which was held ...
    r"(?:n|d?N{1,2}|[iatb]d?[jnNTF]{1,3}){0,3},?(?:[ioa][jdn]{0,3}|o)?,?[jd]*(?:[;]j?)?"  # ... in Y on [9 May]
)
SINCE = r"(?:[oi]d?[jnNh]+){0,2},?[jr]*N{0,2}[xj]*v?[jnT]{0,2}s"  # at war with X since [May 2021]
RANGE = r"(?:[oi]d?[jnNh]+)?,?r?[xj]*vj*f(?:T(?:t|i))?"  # ran from [4 May] to [9 June]
IN_CLAUSE = r"[jnNdhoiabtFT]{0,12}"
AHEAD = {
    "date when it happened": r",?s[dj]*[jnNh]{0,4}",
    "date when it was done": r",?sd?[jnNh]{1,4}[xj]*v[jd]*[jnNh]{0,4}",  # in March 2021, when X began its [strike]
    "date modifier": r"[jnNh]{0,5}",
    "date, then the event": r",?d?[jnNh]{0,4}",
    "date, then the deed": r",?d?[jnNhF]{1,5}[xj]*v[jd]*[jnNh]{0,4}",
    "in the event's own phrase": r"od?[jnNh]{0,4}",
}

Tied = tuple[str, float]
NOT_TIED: Tied = ("", 0.0)


def tie_date(pair: Pair) -> Tied:
    """Name the construction that ties a date to the subject, and what it costs; an empty name for none."""
    return _date_ahead(pair) if pair.is_ahead else _date_behind(pair)


def _date_ahead(pair: Pair) -> Tied:
    letters = pair.letters
    if _is_of_another_verb(pair) or _ends_a_range(pair) or _does_something_else(pair):
        return NOT_TIED
    if "s" in letters and pair.units[letters.index("s")].low != "when":
        return NOT_TIED
    for name, pattern in AHEAD.items():
        if pair.fits(pattern) and (name not in DONE or _is_own_deed(pair)):
            return name, 0.1 + 0.05 * len(letters)
    return NOT_TIED


def _date_behind(pair: Pair) -> Tied:
    is_event = pair.kind == "event"
    if is_event and pair.fits(RANGE) and pair.lows & words.LAST:
        return "from one day to another", 0.4
    if pair.last_low in OUTSIDE or _is_anchor(pair):
        return NOT_TIED
    if pair.last_low == "since" and pair.fits(SINCE):
        return "since", 0.3
    if pair.fits(r"(?:[oi]d?[jnNh]+)?,?r?x*v[ij]*Tcv[ija]*"):
        return "date after the second verb", 0.4
    verbs = [unit for unit in pair.units if unit.letter == "v"]
    foreign = [unit for unit in verbs if unit.low not in HAPPEN and root(unit.low) not in pair.own_roots]
    if foreign or not pair.fits(BEFORE):
        plain = not foreign and pair.kind == "date" and pair.fits(IN_CLAUSE)
        return ("date in the same clause", 0.6) if plain else NOT_TIED
    if is_event and (not _begins(pair) or (not verbs and _is_object_of_another(pair))):
        return NOT_TIED
    return ("date after the verb" if verbs else "date after the event"), 0.2 + 0.04 * len(pair.letters)


def _is_anchor(pair: Pair) -> bool:
    """ "found three days after the [storm], in May": the subject only dates what the date is of."""
    letters, at = pair.sentence.letters, pair.subject - pair.length
    while at > 0 and letters[at] in "djn":
        at -= 1
    return at > 0 and letters[at - 1] == "T" and pair.low(at) in ("after", "before", "since")


def _does_something_else(pair: Pair) -> bool:
    """ "In May 2021 [Northland] said it would join": the date is that of what the one who is named did then."""
    letters, at = pair.sentence.letters, pair.subject + 1
    while letters[at : at + 1] in ("x", "j"):
        at += 1
    if letters[pair.subject] != "N" or letters[at : at + 1] != "v":
        return False
    low = pair.low(at)
    return low not in HAPPEN and root(low) not in pair.own_roots


def _ends_a_range(pair: Pair) -> bool:
    """ "the 2022-2024 [dispute]": the end of a range tells of another day than its beginning."""
    letters, at = pair.sentence.letters, pair.figure
    joined = letters[max(0, at - 2) : at]
    return len(joined) == TWO and joined[0] in "TF" and joined[1] in "h;"


def _is_own_deed(pair: Pair) -> bool:
    """Tell whether the verb between a date and its subject is the fact's own: "On Saturday they signed a deal"."""
    verbs = [unit.low for unit in pair.units if unit.letter == "v"]
    is_known = any(unit.possessive or unit.low in KNOWN for unit in pair.units)
    return all(root(low) in pair.own_roots or (is_known and low in BEGUN) for low in verbs)


def _is_of_another_verb(pair: Pair) -> bool:
    """ "The mayor, elected in 2016, opened the bridge": the date belongs to the verb right before it."""
    letters, at = pair.sentence.letters, pair.figure - 1
    while at > 0 and letters[at] in "iaj":
        at -= 1
    if at < 0 or letters[at] != "v":
        return False
    return root(pair.sentence.units[at].low) not in pair.own_roots


def _begins(pair: Pair) -> bool:
    """Tell whether a date is that of an event's beginning or end, not of something during it."""
    event = pair.sentence.units[pair.subject]
    lows = {event.low, *pair.lows}
    if lows & (words.BEGIN | OVER) or "since" in lows or _turns(pair.units):
        return True
    if event.low in pair.profile.deeds:
        return True  # "invaded the island in May"
    if _was_declared(pair):
        return True
    if event.stem in words.LASTING or len(pair.units) > 5:
        return False
    said = pair.mention.value
    if not isinstance(said, Days) or pair.mention.text.casefold().startswith(("this ", "the current ")):
        return False  # "hopes to end the strike this year"
    return bool(said.given & {"year", "month", "relative"})


def _is_object_of_another(pair: Pair) -> bool:
    """ "means to end the [strike] in May": the time is that of what is done about the event."""
    letters, at = pair.sentence.letters, pair.subject - pair.length
    while at > 0 and letters[at] in "djnNhTF":
        at -= 1
    if at < 1 or letters[at] != "v":
        return False
    low = pair.low(at)
    is_deed = low in HAPPEN or low in DECLARED or root(low) in pair.own_roots
    return letters[at - 1] == "t" or not is_deed


def _was_declared(pair: Pair) -> bool:
    """ "declared an [epidemic] ten weeks ago", "began the [strike] in May": the verb right before began it."""
    at = pair.subject - pair.length
    while at > 0 and pair.sentence.letters[at] in "djn":
        at -= 1
    return at >= 0 and pair.low(at) in DECLARED and pair.fits(r"(?:[oi]d?[jnNh]{1,3})?[iaj]*")


def _turns(units: tuple[Unit, ...]) -> bool:
    """ "ran out", "took effect"."""
    return not TURNS.isdisjoint(pairwise(unit.low for unit in units))
