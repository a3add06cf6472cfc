"""Which figures can state a fact at all, and as what they are read."""

from dataclasses import replace

from pytest_factcheck.language.fairness import is_slip
from pytest_factcheck.language.money import currency_named
from pytest_factcheck.language.points import as_percent, in_points, is_points, slips_into_points
from pytest_factcheck.language.scores import SCORED
from pytest_factcheck.linking.profile import Profile, split_words
from pytest_factcheck.linking.sentence import Sentence, root, stem
from pytest_factcheck.linking.totals import CHANGE_ROOTS
from pytest_factcheck.model.mention import ANNIVERSARY, TIME_UNITS, Days, Length, Mention

GRAMMAR = frozenset(
    "the and for that this from with was were has have had its his her their one two all".split()
)
RATIO = (0.05, 20.0)  # beyond this a bare count is another thing


MONTH = 31  # days
ANNIVERSARIES = frozenset(("anniversary", "anniversaries"))


def is_telling(mention: Mention) -> bool:
    """Tell whether a value says more than a small round number does."""
    value = mention.value
    if isinstance(value, Days):
        return bool(value.given & {"day", "weekday"})
    if isinstance(value, Length):
        return any(number > 2 for _, number in value.parts())
    if not isinstance(value, int | float):
        return False
    return mention.kind in ("percent", "money", "quantity") or value >= 10


def is_narrow(mention: Mention) -> bool:
    """Tell whether a time is so narrow that it agrees by chance only now and then: yesterday, March 2023, two years."""
    value = mention.value
    if isinstance(value, Days):
        named = value.given & {"relative"} or {"month", "year"} <= value.given
        return bool(named and value.start and value.end and (value.end - value.start).days <= MONTH)
    return isinstance(value, Length)


def is_exact(mention: Mention, profile: Profile) -> bool:
    """Tell whether a figure is the fact's to the last digit, and no round number that may stand for anything."""
    said, true = mention.value, profile.fact.value_of()
    if isinstance(said, Days) and isinstance(true, Days):
        return {"day", "month"} <= said.given and said.start == true.start
    if isinstance(said, Length) and isinstance(true, Length):
        return said == true
    if not isinstance(said, int | float) or said != true:
        return False
    return mention.kind in ("percent", "money") or len(f"{said:g}".strip("0.").replace(".", "")) >= 2


def with_unit(mention: Mention, sentence: Sentence, figure: int) -> Mention:
    """Give an ordinal the unit of time behind it, so that "its second week" is not a second year."""
    if is_anniversary(sentence, figure):
        return _as_nth_anniversary(mention)
    if mention.kind != "ordinal":
        return mention
    for unit in sentence.units[figure + 1 : figure + 4]:
        if unit.low.rstrip("s") + "s" in TIME_UNITS:
            return replace(mention, unit=unit.low.rstrip("s") + "s")
    return mention


def is_anniversary(sentence: Sentence, figure: int) -> bool:
    """Tell whether an anniversary is counted: "its third anniversary", "the ten-year anniversary"."""
    following = sentence.lows[figure + 1 : figure + 3]
    return not ANNIVERSARIES.isdisjoint(following)


def _as_nth_anniversary(mention: Mention) -> Mention:
    """Count the years of "the ten-year anniversary" as "the tenth anniversary"."""
    years = mention.value.years if isinstance(mention.value, Length) else mention.value
    if mention.kind not in ("ordinal", "duration") or not isinstance(years, int | float):
        return mention
    return replace(mention, kind="ordinal", value=years, unit=ANNIVERSARY)


def _is_pronoun(mention: Mention, sentence: Sentence, figure: int) -> bool:
    """ "One could not be launched": no number, but one of those spoken of."""
    return mention.text.casefold() == "one" and sentence.letters[figure + 1 : figure + 2] not in (
        "n",
        "N",
        "j",
        "h",
        "o",
    )


def fits_kind(profile: Profile, mention: Mention, sentence: Sentence, figure: int) -> bool:
    """The gate: same class of value, and a size that can mean the fact."""
    fact = profile.fact
    if mention.value is None or _is_pronoun(mention, sentence, figure):
        return False
    if mention.kind == "ordinal" and fact.kind in ("event", "duration"):
        return counts_time(sentence, figure)
    if mention.kind == "ordinal" and fact.kind == "date":
        return is_anniversary(sentence, figure)
    if fact.kind == "percent":
        return _fits_percent(mention, profile)
    if fact.kind == "number":
        return _fits_number(mention, profile, sentence)
    if fact.kind == "money":
        is_sum = mention.kind != "number" or is_exact(mention, profile) or _leaves_currency_out(mention)
        return is_sum and _fits_size(mention, profile) and fact.compare(mention, None).agrees is not None
    return True


def _leaves_currency_out(mention: Mention) -> bool:
    """ "it cost 48 million": a sum of which the currency is understood."""
    return mention.text.casefold().endswith("illion")


def _fits_size(mention: Mention, profile: Profile) -> bool:
    """Tell whether a value is of a size that can mean the fact, or a slip of it."""
    return _is_of_size(mention.value, profile.fact.value_of())


def _fits_percent(mention: Mention, profile: Profile) -> bool:
    if mention.kind == "label":
        return mention.label == "share"
    if is_points(mention.unit):
        return False
    if mention.kind == "number":
        is_share = isinstance(mention.value, float) and 0 < mention.value < 1
        return is_share or is_exact(mention, profile)
    return True


def without_own_hedge(mention: Mention, profile: Profile) -> Mention:
    """Take "capped at" for the fact's own word, where the fact is about a cap, and not for a hedge."""
    if mention.hedge is None or not any(profile.with_.texts):
        return mention
    figure = slice(mention.figure.start - mention.start, mention.figure.end - mention.start)
    around = mention.text[: figure.start] + " " + mention.text[figure.stop :]
    said = set(split_words(around)) & {word for text in profile.fact.with_ for word in split_words(text)}
    return replace(mention, hedge=None) if said - {"up", "at", "of", "than", "more"} else mention


def counts_time(sentence: Sentence, figure: int) -> bool:
    """Tell whether a unit of time or an anniversary follows an ordinal: "fourth year", "third straight day"."""
    following = [unit.low.removesuffix("s") + "s" for unit in sentence.units[figure + 1 : figure + 4]]
    return any(low in TIME_UNITS or low == "anniversarys" for low in following)


def new_value(mention: Mention, sentence: Sentence, figure: int) -> Mention:
    """Read "grown from 14 to 29 weeks" as the new value, not as a range."""
    if not isinstance(mention.value, tuple) or figure == 0 or mention.value[1] is None:
        return mention
    if sentence.units[figure - 1].low != "from" and not mention.text.casefold().startswith("from "):
        return mention
    before = {root(unit.low) for unit in sentence.units[max(0, figure - 8) : figure]}
    return replace(mention, value=mention.value[1]) if before & CHANGE_ROOTS else mention


def counted_time(mention: Mention, profile: Profile) -> Mention:
    """Read "48 days" as a count where the fact counts days."""
    value = mention.value
    if profile.fact.kind != "number" or not isinstance(value, Length) or len(value.parts()) != 1:
        return mention
    unit, number = value.parts()[0]
    if not any(stem(word.casefold().split()[-1]) == unit[:-1] for word in profile.fact.units()):
        return mention
    return replace(mention, kind="number", value=number, unit=None)


def _slips(mention: Mention, profile: Profile) -> bool:
    fact = profile.fact
    return slips_into_points(mention, getattr(fact, "number", mention), fact.units())


def _sides(value: object) -> tuple[float, ...]:
    """List the numbers of a value: one, or the ends of a range."""
    sides = value if isinstance(value, tuple) else (value,)
    return tuple(side for side in sides if isinstance(side, int | float) and side)


def _is_of_size(said: object, true: object) -> bool:
    """Tell whether a value is of a size that can mean the true one, or a slip of it; so of one end of a range."""
    pairs = [(one, other) for one in _sides(said) for other in _sides(true)]
    return not pairs or any(
        RATIO[0] <= abs(one / other) <= RATIO[1] or bool(is_slip(one, other)) for one, other in pairs
    )


def _fits_number(mention: Mention, profile: Profile, sentence: Sentence) -> bool:
    if mention.label == "score":
        return _fits_score(mention, profile, sentence)
    if mention.kind == "label" and mention.label != "identifier":
        return False
    mention = counted_time(mention, profile)
    if mention.kind == "duration":
        return False
    if mention.kind == "money":
        return _counts_coins(mention, profile) and _fits_size(mention, profile)
    true = profile.fact.value_of()
    said = in_points(mention, profile.fact.units()).value if mention.kind == "quantity" else mention.value
    if mention.kind == "percent":
        return profile.is_points and _slips(mention, profile)
    if mention.kind == "label" or is_points(mention.unit):
        return True
    return said == true if 0 in (said, true) else _is_of_size(said, true)


def _counts_coins(mention: Mention, profile: Profile) -> bool:
    """Tell whether a number's unit is the currency of a sum: "18.40 florins" where the unit is florins."""
    return any(currency_named(unit) == mention.unit for unit in profile.fact.units())


def _fits_score(mention: Mention, profile: Profile, sentence: Sentence) -> bool:
    """Tell whether one side of a score may be the fact's number; games have other scores before the last."""
    if not any(unit.casefold().split()[-1] in SCORED for unit in profile.fact.units()):
        return False
    agrees = profile.fact.compare(mention, None).agrees
    if agrees is not False or not DECIDED & {root(word) for word in split_words(profile.fact.fact)}:
        return agrees is True
    return _is_of_size(mention.value, profile.fact.value_of()) and _on_same_matter(profile, sentence)


DECIDED = frozenset(
    root(word) for word in "voted vote backed favour favor approved passed adopted beat won lost".split()
)
"""What a fact must tell for a score to contradict it: "a council of 60 members" is no vote."""
SHORTEST_TOPIC = 3
"""Letters of the shortest word that tells what a vote was about."""


def _on_same_matter(profile: Profile, sentence: Sentence) -> bool:
    """Tell whether a sentence tells what was voted on: a court votes on many matters."""
    fact = profile.fact
    who = {root(word) for text in (*fact.of, *fact.by, *fact.units()) for word in split_words(text)}
    told = set(split_words(fact.fact)) - GRAMMAR
    what = {root(word) for word in told if len(word) >= SHORTEST_TOPIC} - who
    return any(root(unit.low) in what for unit in sentence.units)


def in_fact_unit(mention: Mention, profile: Profile) -> Mention:
    """Bring a figure to the measure of the fact."""
    if profile.fact.kind == "percent":
        return as_percent(mention)
    return in_points(mention, profile.fact.units())
