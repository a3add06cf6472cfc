"""How ages and lengths of time are tied to what lasted, was waited for or took so long."""

from collections.abc import Callable

from pytest_factcheck.linking import words
from pytest_factcheck.linking.pair import TIMES_OF_DAY, Pair
from pytest_factcheck.linking.sentence import root

SPENT = frozenset(("spend", "spent", "took", "last"))
TOOK = frozenset("took take takes taken taking".split())
PASSED = frozenset("passed elapsed went gone passing".split())
OUTSIDE = frozenset("within before until till towards ahead prior".split())
OTHERWISE = frozenset(
    """late later away off behind early ahead too short before after earlier apart from past to ago into left
    remaining longer more less shorter""".split()
)
"""Words right behind a length by which it measures something else: "the flight was 3 hours late"."""
PERSONS = ("er", "or", "ist", "ian", "man", "ant", "ent", "eer", "ee")
PEOPLE = frozenset(
    """woman women men boy girl mother father son daughter brother sister child baby widow nurse cook pilot
    guard guest couple pair chief king queen prince judge""".split()
)

BEGINNINGS = frozenset("start beginning outbreak launch day declaration".split())
NTH_ANNIVERSARY = ("nth anniversary", 0.2)
LONG = 9  # units between a subject and "its third anniversary"

BEFORE = r"(?:[oi]d?[jnNhT]+){0,2},?[jr]*N{0,2}[xj]*v{0,2}[jnic]{0,3}[ijfa]?[dj]*(?:[jn]{1,2})?"
OBJECT = r"[dnNuj]{0,6}(?:[io]d?[jnN]{1,4})?"

LOOSELY_AFTER = "loosely after"
"""Told from the event on: up to now, or up to something else that happened since."""
Tied = tuple[str, float]
NOT_TIED: Tied = ("", 0.0)


def tie_length(pair: Pair) -> Tied:
    """Name the construction that ties a length to the subject, and what it costs; an empty name for none."""
    if _is_clock(pair):
        return NOT_TIED
    if pair.after() in ("after", "since", "before") and pair.after(2) in words.PRONOUNS:
        return _since_it_began(pair)
    for construction in AHEAD if pair.is_ahead else BEHIND:
        found = construction(pair)
        if found[0]:
            return found
    return NOT_TIED


def tie_nth(pair: Pair) -> Tied:
    """Only "in its fourth year" counts: an ordinal before a unit of time, the event before or "of" after it."""
    at = pair.figure + 1
    while pair.low(at) in ("consecutive", "straight", "full", "successive", "calendar"):
        at += 1
    if pair.low(at).removesuffix("s") not in ("year", "month", "week", "day", "anniversary"):
        return NOT_TIED
    if pair.is_ahead:
        return ("nth year of", 0.2) if pair.fits(r"j*n{1,2}(?:j|in)?[oi]d?[jnNh]{0,4}") else NOT_TIED
    if pair.fits(r"(?:[oi]d?[jnN]+){0,2},?r?[xj]*v?[jd]*n?[oitf]{0,2}d?n?[oi]?d?") and len(pair.letters) <= 9:
        return "in its nth year", 0.3
    return NOT_TIED


def tie_anniversary(pair: Pair) -> Tied:
    """ "the third anniversary of the start of the [strike]", "the [strike] reached its third anniversary"."""
    if pair.is_ahead:
        if pair.lows & BEGINNINGS and pair.fits(r"nod?j?n[oi]d?[jnNh]{0,5}"):
            return NTH_ANNIVERSARY
        return NTH_ANNIVERSARY if pair.fits(r"n[ois]d?[jnNh]{0,5}") else NOT_TIED
    if pair.fits(r"(?:[oi]d?[jnNh]+){0,2},?r?[xj]*[vn]?[jd]*(?:T,?)?") and len(pair.letters) <= LONG:
        return "nth anniversary", 0.3
    return NOT_TIED


def tie_age(pair: Pair) -> Tied:
    """Name the construction that ties an age to what has a date: "the 11-year-old treaty"."""
    if "old" not in pair.mention.text:
        return NOT_TIED
    if pair.is_ahead:
        return ("age", 0.0) if pair.fits(r"h?[jnNh]{0,4}") else NOT_TIED
    return _age_in_apposition(pair)


def _is_clock(pair: Pair) -> bool:
    """ "one minute past midnight", "five minutes to noon"."""
    return pair.after() == "past" or (pair.after() == "to" and pair.after(2) in TIMES_OF_DAY)


def _modifier(pair: Pair) -> Tied:
    """ "the five-hour [talks]", "five hours of [talks]"."""
    cost = 0.05 * len(pair.letters)
    if pair.fits(r"h?[jnNh]{0,4}"):
        return "age", cost
    if pair.fits(r"od?[jnNh]{0,5}(?:[io]d?[jnN]{1,3})?"):
        return "length of", cost
    return NOT_TIED


def _spent(pair: Pair) -> Tied:
    """ "spent five hours in the [talks]"."""
    spent = root(pair.before()) in SPENT
    return (
        ("spent in it", 0.3) if spent and _is_length(pair) and pair.fits(r"[ia]d?[jnNh]{0,3}") else NOT_TIED
    )


def _took_until(pair: Pair) -> Tied:
    """ "It took 40 minutes before the [alarm] rang", "two hours passed before the [gates] opened"."""
    if not _is_length(pair):
        return NOT_TIED
    took = not TOOK.isdisjoint(pair.before(step) for step in (1, 2, 3))
    if took and pair.fits(r"[si]d?[jnNhF]{0,4}") and pair.units[0].low in ("before", "until"):
        return "took until", 0.3
    if pair.after() in PASSED and pair.fits(r"v[si]d?[jnNhF]{0,4}") and pair.lows & {"before", "until"}:
        return "took until", 0.3
    return NOT_TIED


def _loosely_after(pair: Pair) -> Tied:
    """ "five years after the [treaty]", "two years on from the [treaty]", "a year after it launched its [strike]"."""
    if not pair.units or pair.units[0].low in OUTSIDE:
        return NOT_TIED
    start = r"(?:d?j?no)?" if pair.lows & BEGINNINGS else ""
    is_on = pair.units[0].low == "on" and pair.fits(rf"j?if{start}d?[jnNh]{{0,5}}")
    if is_on or pair.fits(rf"[is]{start}d?[jnNh]{{0,5}}"):
        return LOOSELY_AFTER, 0.8
    begun = [unit.low for unit in pair.units if unit.letter == "v"]
    is_begun = bool(begun) and words.BEGIN.issuperset(begun)
    return (LOOSELY_AFTER, 0.9) if is_begun and pair.fits(r"sd?[jnNh]{1,4}x?vd?[jnNh]{0,4}") else NOT_TIED


def _so_long_on(pair: Pair) -> Tied:
    """ "A year on, the [strike] has emptied the quays"."""
    if pair.after() != "on" or pair.after(2) not in (",", ""):
        return NOT_TIED
    if not pair.is_ahead:
        return (LOOSELY_AFTER, 0.9) if set(pair.letters) & set(",;") else NOT_TIED
    return (LOOSELY_AFTER, 0.8) if pair.fits(r"[ij],d?[jnNh]{0,5}") else NOT_TIED


def _since_it_began(pair: Pair) -> Tied:
    """ "The [strike] began 11 days after they had warned of it" tells nothing, "after it began" does."""
    if pair.is_ahead or pair.after() == "before" or pair.after(3) not in words.BEGIN:
        return NOT_TIED
    return ("time since it began", 0.3) if pair.fits(r"(?:[oi]d?[jnNh]+)?,?j*") else NOT_TIED


def _lasted(pair: Pair) -> Tied:
    """ "The [talks] dragged on for five hours", "ran for a punishing 19 hours"."""
    goes_on = bool(pair.lows & words.LAST) or (pair.last_low == "for" and pair.letters[-2:-1] == "v")
    if not goes_on or pair.lows & {"could", "would"} or not pair.fits(BEFORE):
        return NOT_TIED
    if "will" in pair.lows and not _is_plan(pair):
        return NOT_TIED
    return "lasted", 0.2 + 0.03 * len(pair.letters)


def _age_behind(pair: Pair) -> Tied:
    """ "the [treaty], 11 years old", "the [strike], nine days long", "the [war] is three years old"."""
    said = pair.mention.text
    if pair.fits(r",?j?") and (
        pair.after() == "old" or "old" in said or (_is_length(pair) and "long" in said)
    ):
        return "age after the event", 0.2
    if pair.fits(r"(?:[io]d?[jnNhT]+)?x[jd]*") and (
        pair.after() in ("old", "long") or said.endswith(("old", "long"))
    ):
        return "age", 0.2
    return _age_in_apposition(pair) if pair.kind == "event" else NOT_TIED


def _age_in_apposition(pair: Pair) -> Tied:
    """ "the [bridge], an 80-year-old steel structure": no person that only speaks."""
    if "old" not in pair.mention.text or pair.after() == "" or not pair.fits(r"[,;]d[jn]{0,2}"):
        return NOT_TIED
    letters, first = pair.sentence.letters, pair.subject - pair.length
    while first >= 0 and letters[first] in "djnNh":
        first -= 1
    last = pair.figure + 1
    while last < len(letters) and letters[last] in "jnh":
        last += 1
    if first >= 0 and letters[first] not in ",;sc":
        return NOT_TIED  # "next to the bridge, an 80-year-old woman"
    nouns = [pair.low(at) for at in range(pair.figure + 1, last)]
    if not nouns or any(_is_person(noun) for noun in nouns) or pair.low(last) in words.SPEECH:
        return NOT_TIED
    return "age in apposition", 0.3


def _is_person(noun: str) -> bool:
    return noun in PEOPLE or noun.endswith(PERSONS)


def _of_that_length(pair: Pair) -> Tied:
    """ "[talks] of five hours"."""
    return ("event of that length", 0.2) if pair.fits(r"oj?d?j?") else NOT_TIED


def _is_so_long(pair: Pair) -> Tied:
    """ "the [term] is five years", "the [ban]: four months"."""
    if not _is_length(pair) or pair.after() in OTHERWISE or "old" in pair.mention.text:
        return NOT_TIED
    if pair.fits(r"x[jd]{0,2}") and pair.lows & {"is", "was", "are", "were"}:
        return "is so long", 0.3
    return ("label", 0.3) if pair.fits(r";") else NOT_TIED


def _first_in(pair: Pair) -> Tied:
    """ "the first [title] that the club have won in 47 years", "a first [rise] for nine years"."""
    if not _is_length(pair) or pair.last_low not in ("in", "for") or not _is_first(pair):
        return NOT_TIED
    return (
        ("first in", 0.3)
        if pair.fits(r"(?:[oif]d?[jnN]+)?,?r?(?:d?[jnNhu]{1,5})?[xj]*v{0,2}[jn]{0,2}i")
        else NOT_TIED
    )


def _is_first(pair: Pair) -> bool:
    """Tell whether "first" stands before the subject, with no more than two words between."""
    at = pair.subject - pair.length
    for unit in pair.sentence.units[max(0, at - 2) : at + 1]:
        if unit.low in words.FIRST_WORDS or (unit.mention and unit.mention.text.casefold() == "first"):
            return True
    return False


def _going_on(pair: Pair) -> Tied:
    """ "has held it for three years", "has been on [strike] for nine days"."""
    before = {unit.low for unit in pair.sentence.units[max(0, pair.figure - 8) : pair.figure]}
    letters, first = pair.sentence.letters, pair.bounds[0]
    is_held = pair.kind == "event" and pair.letters == "i" and pair.units[0].low == "for"
    if is_held and before & {"has", "have", "had"} and letters[first - 2 : first - 1] != "F":
        return "held for", 0.4
    is_still_on = pair.kind == "event" and _has_been(before) and pair.last_low == "for"
    if is_still_on and pair.fits(r"(?:i?d?[jnN]{1,3})?i"):
        return "going on", 0.4
    return NOT_TIED


def _for_that_long(pair: Pair) -> Tied:
    """ "The court [banned] him for six months", "[retired] on 8 May and talked for 31 hours"."""
    before = {unit.low for unit in pair.sentence.units[max(0, pair.figure - 8) : pair.figure]}
    if not _is_length(pair) or pair.last_low not in ("for", "by", "to", "at", "in") or _has_been(before):
        return NOT_TIED
    if pair.fits(r"(?:[oi]d?[jnNh]+)?,?r?[xj]*v{0,2}[jn]{0,2}[ibta]"):
        return "for that long", 0.3
    if not pair.is_deed or pair.last_low not in ("for", "to"):
        return NOT_TIED
    if pair.fits(rf"{OBJECT}[it]"):
        return "for that long", 0.3
    return ("for that long", 0.5) if pair.fits(r"(?:iT)?,?cvj?i") else NOT_TIED


def _over_after(pair: Pair) -> Tied:
    """ "The [talks] ended after five hours"."""
    if pair.last_low != "after" or not _is_length(pair):
        return NOT_TIED
    ends = pair.lows & words.END and pair.fits(r"[xj]*v[ji]{0,2}s")
    return ("over after", 0.3) if ends or pair.fits(r"x?[jin]{0,2}s") else NOT_TIED


def _has_been(before: set[str]) -> bool:
    return bool(before & {"has", "have"}) and "been" in before


def _is_length(pair: Pair) -> bool:
    return pair.kind == "duration"


def _is_plan(pair: Pair) -> bool:
    """Tell whether the fact itself speaks of what is to come or holds always: "The agreement runs for 27 months"."""
    return _is_length(pair) and not pair.profile.sentence_words & PAST


PAST = frozenset("took lasted ran was were waited had dragged went stood spent".split())

AHEAD: tuple[Callable[[Pair], Tied], ...] = (_modifier, _spent, _took_until, _loosely_after, _so_long_on)
BEHIND: tuple[Callable[[Pair], Tied], ...] = (
    _lasted,
    _age_behind,
    _of_that_length,
    _is_so_long,
    _first_in,
    _going_on,
    _for_that_long,
    _over_after,
    _so_long_on,
)
"""In the order in which they are tried; the first that fits names the tie."""
