"""Figures that recall a fact by their value, where the fact's subject words stand elsewhere or nowhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pytest_factcheck.linking.gate import fits_kind, is_narrow, is_telling
from pytest_factcheck.linking.link import Candidate, Linker
from pytest_factcheck.linking.owner import Tie, counted
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.linking.rates import period_of, stated_period
from pytest_factcheck.linking.sentence import Sentence
from pytest_factcheck.linking.slips import SCALE, is_sure, is_sure_slip, number_of, slip_of
from pytest_factcheck.linking.topic import Topics, is_plain, told_by
from pytest_factcheck.model.link import Strength
from pytest_factcheck.model.mention import Days, Length, Mention

BESIDE = 0.7  # what a word tells that stands in the sentence before
CONFIRMS = 0.2  # so much of its topic must stand near a figure that confirms a fact
HINTS = 1.6  # and near a month or a "yesterday"
FAILS = 2.0  # and near a slip that fails an article
MANY = 100  # smaller numbers are like others by chance
AHEAD = ("within", "next", "in the next", "the next")
SAME_PERIOD = 1.0  # what "an hour" tells of an hourly wage
SURE = 1.0  # and near one of three digits or of the fact's own noun
RECALLED = 5.0  # cost of a link by the value alone


def recall(
    linker: Linker,
    pairs: Iterable[tuple[Profile, Mention]],
    topics: Topics,
    seen: set[tuple[str, int]],
) -> Iterator[Candidate]:
    """Weigh each pair that linking by subject words has not `seen`, a fact's id and a figure's start."""
    for profile, mention in pairs:
        if (profile.fact.id, mention.start) in seen:
            continue
        found = _weigh(linker, profile, mention, topics.of(profile))
        if found is not None:
            yield found


def _weigh(
    linker: Linker, profile: Profile, mention: Mention, topic: Mapping[str, float]
) -> Candidate | None:
    published = linker.reading.article.published
    index = linker.reading.sentence_index(mention.start)
    sentence = linker.sentence(index)
    figure = sentence.unit_at(mention.start) if sentence.units else -1
    if figure < 0 or sentence.units[figure].mention is not mention:
        return None
    if not fits_kind(profile, mention, sentence, figure):
        return None
    slip = slip_of(mention, profile)
    telling = is_telling(mention)
    hints = telling or is_narrow(mention)
    if not slip and not (hints and profile.fact.compare(mention, published).agrees):
        return None
    if slip and profile.fact.kind == "money" and mention.kind != "money":
        return None
    here = told_by(topic, sentence)
    before = told_by(topic, linker.sentence(index - 1)) if index else {}
    if index > 1 and not slip:
        before |= told_by(topic, linker.sentence(index - 2))
    if not slip and telling and is_sure(mention):
        here = {**here, "": CONFIRMS}
    told = sum(here.values()) + BESIDE * sum(tells for word, tells in before.items() if word not in here)
    is_age = isinstance(mention.value, Length) and profile.fact.kind in ("event", "date")
    if is_age and (mention.hedge == "<=" or mention.text.casefold().startswith(AHEAD)):
        return None
    period = period_of(profile.fact.fact)
    if period and stated_period(sentence.units[figure].end, linker.reading.text) == period:
        told += SAME_PERIOD
    enough = CONFIRMS if telling and not is_age else HINTS
    if told < (_needed(profile, mention, sentence, figure) if slip else enough):
        return None
    found = linker.judge(profile, sentence, figure, Tie(figure, 1, "", RECALLED))
    if not isinstance(found, Candidate) or found.comparison.agrees is None:
        return None
    words = _said(linker, index, here | before)
    if found.comparison.agrees:
        clues = (f"the fact's figure, near {words}",)
        is_plain_case = is_sure(mention) and told >= FAILS and not found.link.overruled
        strength: Strength = "strong" if is_plain_case else "loose"
        return replace(found, link=replace(found.link, strength=strength, clues=clues))
    if not slip or found.absorbed or not (is_sure(mention) or _counts_own(profile, sentence, figure)):
        return None
    reasons = (f"it looks like a slip: {slip}", f"near {words}")
    return replace(found, link=replace(found.link, strength="strong", clues=reasons, tied=True, slip=slip))


def _needed(profile: Profile, mention: Mention, sentence: Sentence, figure: int) -> float:
    """How much of its topic must stand near a slip: less if the digits or the counted noun are the fact's own."""
    if slip_of(mention, profile) == SCALE and not is_sure_slip(mention, profile):
        return FAILS  # "640 jobs" beside 6,400 is as likely another count
    if isinstance(mention.value, Days) and "ago today" in " ".join(mention.text.casefold().split()):
        return 0.0  # an anniversary that falls on the day of publication is no chance
    if isinstance(mention.value, Days):
        return HINTS  # every thirtieth day is the same day of another month
    own_noun = _counts_own(profile, sentence, figure) and not is_plain(sentence.units[figure + 1].low)
    return SURE if is_sure(mention) or (own_noun and abs(number_of(mention)) >= MANY) else FAILS


def _said(linker: Linker, index: int, told: Mapping[str, float]) -> str:
    """Write the words that tell of the fact, as they stand in a sentence and the two before it."""
    said: dict[str, str] = {}
    for sentence in map(linker.sentence, range(max(0, index - 2), index + 1)):
        places = sentence.places(loose=True)
        said.update((word, sentence.lows[places[word][0]]) for word in told if word in places)
    return ", ".join(f"“{word}”" for word in sorted(said.values())) or "nothing else of it"


def _counts_own(profile: Profile, sentence: Sentence, figure: int) -> bool:
    """Tell whether the figure counts what the fact counts."""
    return bool(profile.unit.stand_in(sentence, *counted(sentence, figure)))
