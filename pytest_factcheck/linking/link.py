"""Mentions and facts to links: candidates by index, clues for and against, one fact or none."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice

from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.language.points import in_points
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.language.scores import SCORED
from pytest_factcheck.language.tolerance import agrees_within
from pytest_factcheck.linking.another import UP_TO_THEN, told_from_it
from pytest_factcheck.linking.answer import Answer, is_elliptic, join_answer
from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.claims import GIVEN_OUT_SO, NO_WITH_WORD
from pytest_factcheck.linking.deeds import OTHERS, REPEATED_DEED, doubt_deed, is_deed
from pytest_factcheck.linking.event import picks_an_earlier, picks_another, tie_event
from pytest_factcheck.linking.gate import (
    counted_time,
    fits_kind,
    in_fact_unit,
    is_telling,
    new_value,
    with_unit,
    without_own_hedge,
)
from pytest_factcheck.linking.nearness import is_far_year, is_near_date, is_near_miss
from pytest_factcheck.linking.owner import NEAR, REACH, Tie, tie
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.linking.rates import period_of, stated_period
from pytest_factcheck.linking.refuse import Weight, refusal
from pytest_factcheck.linking.sentence import Sentence, is_counted, is_indefinite, names_one, root, take_apart
from pytest_factcheck.linking.slips import SCALE, TRANSPOSED, is_sure, is_sure_slip, number_of, slip_of
from pytest_factcheck.linking.times import told_on
from pytest_factcheck.linking.topic import roots_of
from pytest_factcheck.model.link import Link, Refusal, Strength
from pytest_factcheck.model.mention import ANNIVERSARY, Days, Mention
from pytest_factcheck.model.span import Span
from pytest_factcheck.model.verdict import Comparison

STRONG_UP_TO = 1.4  # cost of a tie that may fail an article


ELSEWHERE = 4.0  # cost of a subject in another sentence
AGAINST = 1.5  # cost of a reason against a link that the exact figure overrules
PRONOUNS = frozenset("it he she they this that".split())
PERSONS = frozenset(("he", "she"))
OTHER_ONE = re.compile(r"[ud][io]")
TAKEN_UP = re.compile(r"(?P<subject>d[jn]+)[xv]")
MANY_WORDS = 2  # words of the fact's sentence that take its subject up, as "the standard rate" does
LARGE = 10_000  # a count of so much is the fact's own whatever noun stands behind it
PART = 0.3  # a count smaller than this share of the fact's may be of some of them
WHOLE = frozenset(("the", "all", "its", "their", "only", "just", "total"))
NEAR_ENOUGH = 5.0
UNSETTLED = (
    "deny",
    "forecast",
    "condition",
    "names nobody",
    "another",
    "guess",
    "on the way",
    "part",
    "`with`",
)
"""Words of doubts that the fact's own figure does not settle: what is said may still not be the fact."""
SILENT_FROM = 2  # with more doubts than these a contradiction is not even worth a warning
FAR = 7.5  # cost beyond which a subject in the same sentence tells nothing
ANSWER = "answer to the question"
SAID_RIGHT = "the fact's own figure stands in the same sentence"
QUOTED = "it is in somebody's words, between quotation marks"
HELD_AGAINST_SLIPS = (SAID_RIGHT, QUOTED, GIVEN_OUT_SO)
"""Words of doubts that even a slip does not settle: what is quoted or corrected."""
WITHIN_EVENT = "it may be a time within the event"
EARLIER = "the year picks out an earlier one of the kind"
SILENT = frozenset((NO_WITH_WORD, WITHIN_EVENT, UP_TO_THEN, EARLIER, OTHERS, REPEATED_DEED))
"""Doubts with which a contradiction is not worth a warning."""

NEAR_BY = 1000  # characters around a figure in which a name is looked for first
NAMED = 2  # of the fact's people and places, so many must stand in an article
SHORT = 3  # sentences of a text too short to tell its story
NEAREST = 2  # subject words looked at on either side of a figure


@dataclass(frozen=True, slots=True)
class Candidate:
    """A link with its comparison, before the facts compete."""

    link: Link
    comparison: Comparison
    absorbed: str = ""  # what the alternative value is, if the figure states one of `also_true`


class Linker:
    """Links the figures of one article; sentences are taken apart when first needed."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._sentences: dict[int, Sentence] = {}
        self._kinds: dict[int, set[str]] = {}
        self._told: dict[str, bool] = {}
        self._answers: dict[int, Answer | None] = {}
        self._by_value: dict[object, list[Mention]] | None = None

    def sentence(self, index: int) -> Sentence:
        """A sentence by number, as units."""
        known = self._sentences.get(index)
        if known is None:
            known = self._sentences[index] = take_apart(self.reading, self.reading.sentences[index])
        return known

    def sentences_of(self, starts: Iterable[int]) -> list[int]:
        """Number the sentences in which subject words stand, given where those words start."""
        return list(dict.fromkeys(map(self.reading.sentence_index, starts)))

    def consider(self, profile: Profile, speaking: Iterable[int]) -> Iterator[Candidate | Refusal]:
        """Weigh every figure that stands in one sentence with a subject word, given the numbers of these."""
        done: set[int] = set()
        for index in speaking:
            if index in done:
                continue
            done.add(index)
            if self._has_figure(index, profile.takes):
                yield from self._in_sentence(profile, self.sentence(index))
            following = index + 1
            if following in self._taking_up and following not in done:
                done.add(following)
                if self._has_figure(following, profile.takes):
                    yield from self._in_sentence(profile, self.sentence(following))
            answer = self._answer(index)
            if answer is not None and following not in done:
                yield from self._in_answer(profile, answer)

    @cached_property
    def _taking_up(self) -> frozenset[int]:
        """Sentences that begin with a pronoun or with "the": what they speak of may stand in the one before."""
        text = self.reading.text
        firsts = [text[span.start : span.start + 5].casefold().split()[:1] for span in self.reading.sentences]
        opens = PRONOUNS | {"the"}
        return frozenset(number for number, first in enumerate(firsts) if first and first[0] in opens)

    def _pronoun(self, profile: Profile, sentence: Sentence) -> list[tuple[int, int]]:
        """Take "It" at the start of a sentence for the fact's subject, if the sentence before is about that."""
        index = self.reading.sentence_index(sentence.span.start)
        if not sentence.units or index == 0:
            return []
        if sentence.units[0].low == "the":
            return self._taken_up(profile, sentence)
        if sentence.units[0].low not in PRONOUNS or OTHER_ONE.match(sentence.letters):
            return []  # "That on diesel is 39 cents": another one of the kind
        before = self.sentence(index - 1)
        verb = next((at for at, letter in enumerate(before.letters) if letter in "vx"), len(before.units))
        opening = profile.subject.stand_in(before, 0, verb)
        if opening and not is_indefinite(before, opening[0], profile.subject.met(before)[opening[0]]):
            return [(0, 1)]
        is_person = sentence.units[0].low in PERSONS and names_one(before)
        return [(0, 1)] if is_person and profile.subject.stand_in(before) else []

    @staticmethod
    def _taken_up(profile: Profile, sentence: Sentence) -> list[tuple[int, int]]:
        """Take "The standard rate is ..." for the fact's subject, if those are words of the fact's own sentence."""
        found = TAKEN_UP.match(sentence.letters)
        if not found or profile.fact.kind not in ("number", "percent", "money"):
            return []
        own, last = roots_of((profile.fact.fact,)), found.end("subject")
        words = [root(unit.low) for unit in sentence.units[1:last]]
        return [(last - 1, last - 1)] if len(words) >= MANY_WORDS and own.issuperset(words) else []

    def _answer(self, index: int) -> Answer | None:
        """Join the question of that number, if it is one, with the sentence after it."""
        if index not in self._answers:
            sentences = self.reading.sentences
            span = sentences[index] if index + 1 < len(sentences) else Span(0, 0)
            lead = self.reading.text[span.start : span.end]
            self._answers[index] = (
                join_answer(self.sentence(index), self.sentence(index + 1), lead) if "?" in lead else None
            )
        return self._answers[index]

    def _in_answer(self, profile: Profile, answer: Answer) -> Iterator[Candidate | Refusal]:
        """Weigh the figure that answers a question about the fact's subject."""
        sentence, figure = answer.sentence, answer.figure
        mention = sentence.units[figure].mention
        assert mention is not None
        asked = [(at, n) for at, n in profile.subject.met(sentence).items() if at < answer.shift]
        if not asked or mention.kind not in profile.takes or not is_elliptic(profile, answer):
            return
        if fits_kind(profile, mention, sentence, figure):
            yield self.judge(profile, sentence, figure, Tie(*asked[-1], ANSWER, 0.4))

    def _has_figure(self, index: int, takes: frozenset[str]) -> bool:
        """Tell whether a sentence holds a figure of those kinds, before it is taken apart."""
        kinds = self._kinds.get(index)
        if kinds is None:
            span = self.reading.sentences[index] if self.reading.sentences else Span(0, 0)
            mentions = self.reading.mentions
            first = bisect_left(mentions, span.start, key=_start)
            kinds = self._kinds[index] = set()
            while first < len(mentions) and mentions[first].start < span.end:
                kinds.add(mentions[first].kind)
                first += 1
        return not kinds.isdisjoint(takes)

    def _in_sentence(self, profile: Profile, sentence: Sentence) -> Iterator[Candidate | Refusal]:
        takes = profile.takes
        figures = [
            at
            for at, unit in enumerate(sentence.units)
            if unit.mention is not None and unit.mention.kind in takes
        ]
        if not figures:
            return
        subjects = self._pronoun(profile, sentence)
        subjects += profile.subject.met(sentence).items()
        for figure in figures:
            found = self._weigh(profile, sentence, figure, subjects)
            if found is not None:
                yield found

    def _weigh(
        self, profile: Profile, sentence: Sentence, figure: int, subjects: list[tuple[int, int]]
    ) -> Candidate | Refusal | None:
        mention = sentence.units[figure].mention
        assert mention is not None
        if not fits_kind(profile, mention, sentence, figure):
            return None
        ties = sorted(self._ties(profile, sentence, figure, subjects), key=lambda tied: tied.cost)
        if not ties:
            return None
        first: Refusal | None = None
        for tied in ties[:3]:
            found = self.judge(profile, sentence, figure, tied)
            if isinstance(found, Candidate):
                return found
            first = first or found
        return first

    def _ties(
        self, profile: Profile, sentence: Sentence, figure: int, subjects: list[tuple[int, int]]
    ) -> Iterator[Tie]:
        at = bisect_left(subjects, (figure, 0))
        near = subjects[max(0, at - NEAREST) : at + NEAREST]
        make = tie_event if profile.fact.kind in ("event", "date", "duration") else tie
        for subject, length in near:
            if abs(subject - figure) > REACH or subject == figure:
                continue
            if make is tie_event and is_counted(sentence, subject, length):
                continue
            if make is tie_event:
                yield tie_event(profile, sentence, figure, subject, length)
            else:
                yield tie(sentence, figure, subject, length)

    def judge(self, profile: Profile, sentence: Sentence, figure: int, tied: Tie) -> Candidate | Refusal:
        """Link a figure to a fact by a tie, or say why not."""
        mention = sentence.units[figure].mention
        assert mention is not None
        mention = counted_time(new_value(mention, sentence, figure), profile)
        published = self.reading.article.published
        case = Case(profile, sentence, figure, tied, published)
        case.earlier, case.text = partial(self._before, sentence), self.reading.text
        reason, weight = refusal(case)
        if reason and not self._overrules(case, mention, weight):
            return Refusal(mention, profile.fact, reason)
        if reason:
            case.doubts.append(reason)
            case.bonus -= AGAINST
            case.overruled = True
        stated = without_own_hedge(with_unit(mention, sentence, figure), profile)
        day = told_on(case) if stated.unit == ANNIVERSARY else published
        comparison = _with_tolerance(profile, stated, profile.fact.compare(stated, day))
        said_for = stated_period(sentence.units[figure].end, self.reading.text)
        true_for = period_of(profile.fact.fact)
        if said_for and true_for and said_for != true_for:
            if not comparison.agrees:
                return Refusal(mention, profile.fact, f"it is for the {said_for}, not for the {true_for}")
            expected = f"{comparison.expected} a {true_for}"
            comparison = replace(
                comparison, agrees=False, expected=expected, reason=f"it is for the {said_for}"
            )
        absorbed = ""
        if comparison.agrees is False:
            other = _absorbed(profile, mention, published)
            if other and (case.at_own_time or self._is_stale(case, other)):
                case.clues.append(f"it was true of something else: {other}")
            else:
                absorbed = other
        link = self._link(case, mention, comparison)
        return Candidate(link, comparison, absorbed)

    def _before(self, sentence: Sentence) -> Sentence | None:
        index = self.reading.sentence_index(sentence.span.start)
        return self.sentence(index - 1) if index else None

    def _is_stale(self, case: Case, other: str) -> bool:
        """Tell whether a value of the past is stated as the present one: "has 44 seats in the new Assembly"."""
        published = self.reading.article.published
        dated = [
            m.value for m in find_mentions(other, published) if isinstance(m.value, Days) and m.value.end
        ]
        is_over = bool(dated) and published is not None and all(d.end <= published for d in dated if d.end)
        return is_over and (case.says_now() or (bool(case.tie.construction) and case.is_present()))

    def _confirms(self, profile: Profile, mention: Mention) -> bool:
        """Tell whether a figure is the fact's although something speaks against the link: too like to be chance."""
        return (
            is_telling(mention)
            and profile.fact.compare(mention, self.reading.article.published).agrees is True
        )

    def _overrules(self, case: Case, mention: Mention, weight: Weight) -> bool:
        """Tell whether a figure is so much the fact's own, or a slip of it, that a reason against does not hold."""
        if weight == "final" or (weight == "unless sure" and number_of(mention) < LARGE):
            return False
        return self._confirms(case.profile, mention) or self._is_sure_slip(case, mention)

    @staticmethod
    def _is_sure_slip(case: Case, mention: Mention) -> bool:
        """Tell whether a slip of the fact's value is so sure that it overrules a reason against the link."""
        is_excluded = bool(case.profile.not_.stand_in(case.sentence))
        of_digits = slip_of(mention, case.profile) in (TRANSPOSED, SCALE)
        return of_digits and is_sure_slip(mention, case.profile) and not is_excluded

    def confirm_elsewhere(self, profile: Profile, speaking: Iterable[int]) -> Iterator[Candidate]:
        """Confirm a fact by its exact figure near a sentence that speaks of it, or by one that can be no chance."""
        near = sorted(speaking)
        for mention in self.same_value(profile):
            index = self.reading.sentence_index(mention.start)
            at = bisect_left(near, index)
            distance = min((abs(index - other) for other in near[max(0, at - 1) : at + 1]), default=99)
            if distance == 0 or not (is_sure(mention) or (distance <= 2 and is_telling(mention))):
                continue
            sentence = self.sentence(index)
            figure = sentence.unit_at(mention.start) if sentence.units else -1
            if figure < 0 or sentence.units[figure].mention is not mention:
                continue
            if not fits_kind(profile, mention, sentence, figure):
                continue
            found = self.judge(profile, sentence, figure, Tie(figure, 1, "", ELSEWHERE))
            if isinstance(found, Candidate) and found.comparison.agrees:
                clues = ("the exact figure, though the subject stands in another sentence",)
                yield Candidate(replace(found.link, strength="loose", clues=clues), found.comparison)

    def slips_elsewhere(self, profile: Profile, speaking: Iterable[int]) -> Iterator[Candidate]:
        """Find slips of the fact's value in the sentence right after one that speaks of it."""
        near = set(speaking)
        for index in sorted({at + 1 for at in near} - near):
            if index >= len(self.reading.sentences) or not self._has_figure(index, profile.takes):
                continue
            sentence = self.sentence(index)
            for figure, unit in enumerate(sentence.units):
                mention = unit.mention
                if mention is None or mention.kind not in profile.takes or not is_sure(mention):
                    continue
                if not is_sure_slip(mention, profile) or not fits_kind(profile, mention, sentence, figure):
                    continue
                found = self.judge(profile, sentence, figure, Tie(figure, 1, "", ELSEWHERE))
                if isinstance(found, Candidate) and found.comparison.agrees is False:
                    yield found

    def same_value(self, profile: Profile) -> list[Mention]:
        """Figures of the article whose value is the fact's."""
        if self._by_value is None:
            self._by_value = {}
            for mention in self.reading.mentions:
                self._by_value.setdefault(_key(mention.value), []).append(mention)
        return [m for m in self._by_value.get(_key(profile.fact.value_of()), []) if m.kind in profile.takes]

    @staticmethod
    def _slip_counts(case: Case, mention: Mention) -> bool:
        """A slip overrides doubts where it is no chance, or where the subject is tied or the noun is the fact's."""
        if case.sentence.is_title or case.tie.cost > FAR:
            return False
        supported = bool(case.tie.construction) or len(case.clues) > 0
        return is_sure(mention) or supported

    def _tells_the_story(self, profile: Profile, at: int) -> bool:
        """Tell whether an article holds one of the names in the fact's sentence, if there are any.

        A line or two need not name what they speak of.
        """
        if len(self.reading.sentences) <= SHORT:
            return True
        fact = profile.fact.id
        if fact not in self._told:
            names = profile.proper_names
            text, near = self.reading.text, self.reading.text[max(0, at - NEAR_BY) : at + NEAR_BY]
            # a look around the figure spares most facts the way through a long text
            told = not names or any(name in near for name in names) or any(name in text for name in names)
            self._told[fact] = told and self._names_two(profile)
        return self._told[fact]

    def _names_two(self, profile: Profile) -> bool:
        """Tell whether an article names two of those that the fact's sentence names, if it names two."""
        forms = profile.fact.setting.names.all_forms
        named = (key for key in profile.named if any(form in self.reading.text for form in forms(key)))
        return len(profile.named) < NAMED or len(list(islice(named, NAMED))) == NAMED

    @staticmethod
    def _is_alone(case: Case) -> bool:
        """Tell whether nothing but plain words stands between a figure and the subject near it."""
        first, last = sorted((case.tie.subject, case.figure))
        return not set(case.sentence.letters[first + 1 : last]) & set(";sFNr,")

    @staticmethod
    def _is_telling_truth(case: Case, mention: Mention, doubts: list[str]) -> bool:
        """Tell whether a true figure near its subject settles the doubts about the tie: it can hardly be chance."""
        if case.overruled or case.tie.cost > NEAR_ENOUGH or not (is_sure(mention) or is_telling(mention)):
            return False
        if not case.tie.construction and not is_sure(mention):
            return False
        return not any(word in doubt for doubt in doubts for word in UNSETTLED)

    @staticmethod
    def _says_it_right(case: Case, mention: Mention) -> bool:
        """Tell whether another figure of the sentence is the fact's own: then this one is of something else."""
        true, letters = case.profile.fact.value_of(), case.sentence.letters
        for at, unit in enumerate(case.units):
            other = unit.mention
            if other is None or at == case.figure or other.value != true or other.kind != mention.kind:
                continue
            is_dated = "T" in letters[at + 1 : at + 4] or case.low(at - 1) in ("from", "than", "against")
            return is_telling(mention) and not is_dated
        return False

    @staticmethod
    def _counts_only(case: Case) -> bool:
        """Tell whether only the counted noun ties a figure to a fact: any bill may fail by 80 votes."""
        fact, at = case.profile.fact, case.tie.subject
        if fact.kind != "number" or at < case.figure or not case.profile.unit.ends_at(case.sentence, at):
            return False
        if case.low(at) not in SCORED:
            return False
        own = roots_of((fact.fact, *fact.of, *fact.with_)) - roots_of(fact.units())
        counted = root(case.low(at))
        told = any(root(unit.low) in own and root(unit.low) != counted for unit in case.units if unit.low)
        return not told and not any(case.profile.owns(unit) for unit in case.units if unit.letter == "N")

    @staticmethod
    def _may_be_part(case: Case, mention: Mention) -> bool:
        """Tell whether a count is so small beside the fact's that it may be of some of them: "seven member states"."""
        said, true = mention.value, case.profile.fact.value_of()
        if case.profile.fact.kind not in ("number", "money") or not isinstance(said, int | float):
            return False
        if case.profile.with_.stand_in(case.sentence):
            return False
        if not isinstance(true, int | float) or said >= PART * true or case.low(case.figure - 1) in WHOLE:
            return False
        return not case.sentence.letters[: case.figure].endswith(("d", "dj"))

    def _link(self, case: Case, mention: Mention, comparison: Comparison) -> Link:
        tied, cost = case.tie, case.tie.cost - case.bonus
        subject = case.units[tied.subject]
        words = self.reading.text[case.units[tied.subject - tied.length + 1].start : subject.end]
        clue = f"“{mention.text}” belongs to “{words}”" if tied.construction else f"“{words}” stands near it"
        doubts = list(case.doubts)
        if case.sentence.is_title:
            doubts.append("it stands in a headline")
        if is_near_date(mention, case.profile):
            doubts = [doubt for doubt in doubts if "may be something else" not in doubt]
        if tied.construction == "nth year of" and not case.says_now():
            doubts.append(WITHIN_EVENT)
        if is_far_year(mention, case):
            doubts.append("the year is far from the fact's, and nobody of the fact is named")
        if tied.construction == "coordination" and not case.at_own_time:
            doubts.append("the figure is one of several")
        if case.low(len(case.units) - 2) == "respectively" and not case.profile.by.texts:
            doubts.append("“respectively” gives each its own figure")
        if not self._tells_the_story(case.profile, mention.start):
            doubts.append("the article names nobody and nothing of this fact")
        if self.reading.in_quotation(mention.start, mention.end):
            doubts.append(QUOTED)
        since = told_from_it(case, mention, comparison.agrees)
        if since:
            doubts.append(since)
        if comparison.agrees is False and is_deed(case):
            doubts += doubt_deed(case, mention)
        may_be_another = not comparison.agrees and not is_near_date(mention, case.profile)
        if may_be_another and picks_another(case.sentence, case.figure, tied):
            is_other = picks_an_earlier(case.sentence, case.figure, case.profile.fact.value_of())
            doubts.append(EARLIER if is_other else "the date may pick out another event")
        if not tied.construction and not (
            cost < NEAR and self._is_alone(case) and is_near_miss(mention, case.profile)
        ):
            doubts.append("no construction ties it to the subject")
        if subject.low == "it" and case.sentence.letters[case.figure + 1 : case.figure + 3] == "tv":
            doubts.append("“it” may stand for nothing: “it took them ten days to believe it”")
        is_own = tied.construction == ANSWER or case.profile.subject.ends_at(case.sentence, tied.subject)
        is_value = mention.kind not in ("date", "duration", "ordinal")
        if is_value and not is_own and not is_near_miss(mention, case.profile):
            doubts.append(f"“{subject.low}” may mean something else")
        if comparison.agrees is False and self._says_it_right(case, mention):
            doubts.append(SAID_RIGHT)
        if tied.construction and self._counts_only(case):
            doubts.append("nothing else of the fact stands in the sentence")
        if self._may_be_part(case, mention):
            doubts.append("so much smaller, it may count a part")
        if cost > STRONG_UP_TO + (1.0 if not tied.construction else 0):
            doubts.append("the subject stands far off")
        slip = slip_of(mention, case.profile) if comparison.agrees is False else ""
        held = HELD_AGAINST_SLIPS if is_sure(mention) else (*HELD_AGAINST_SLIPS, "sentence before")
        is_said = any(word in doubt for doubt in doubts for word in held)
        if slip and doubts and not is_said and self._slip_counts(case, mention):
            doubts, case.clues = [], [*case.clues, f"it looks like a slip: {slip}"]
        if comparison.agrees and doubts and self._is_telling_truth(case, mention, doubts):
            doubts, case.clues = [], [*case.clues, "the figure is the fact's own"]
        strength: Strength = "loose" if doubts else "strong"
        is_tied = (
            bool(tied.construction)
            and (len(doubts) <= SILENT_FROM or bool(slip))
            and SILENT.isdisjoint(doubts)
        )
        return Link(
            mention,
            case.profile.fact,
            strength,
            (clue, *case.clues, *doubts),
            cost,
            slip,
            is_tied,
            case.overruled,
        )


def _start(mention: Mention) -> int:
    return mention.start


def _key(value: object) -> object:
    if isinstance(value, Days):
        return value.start, value.end
    return round(value, 9) if isinstance(value, int | float) else value


def _with_tolerance(profile: Profile, stated: Mention, comparison: Comparison) -> Comparison:
    """Put the fact's own tolerance, if it has one, in place of the usual room; a hedge keeps its own room too."""
    fact = profile.fact
    true = getattr(fact, fact.value_keys[0])
    if fact.tolerance is None:
        return comparison
    room = in_points(fact.tolerance, fact.units() or ("percentage points",))
    within = agrees_within(in_fact_unit(stated, profile), true, room)
    if within is None or (stated.hedge is not None and comparison.agrees):
        return comparison
    return replace(comparison, agrees=within, reason=f"the fact allows {fact.tolerance.text}")


def _absorbed(profile: Profile, mention: Mention, published: object) -> str:
    """What a figure states instead, if it is one of the fact's `also_true` values."""
    for other in profile.fact.others():
        if other.compare(mention, published).agrees:  # type: ignore[arg-type]
            return other.fact
    return ""
