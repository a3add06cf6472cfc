"""Lists: who or what belongs to a group."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from pydantic import Field, field_validator

from pytest_factcheck.articles.parts import Block
from pytest_factcheck.language.jurisdictions import country_of
from pytest_factcheck.language.lists import (
    CALENDAR,
    Coordination,
    Item,
    Unit,
    find_coordinations,
    is_name_of_its_own,
)
from pytest_factcheck.language.personal import NOT_NAMES, fold
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.language.tokens import Token
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.link import Strength
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span
from pytest_factcheck.model.verdict import Finding

CONTINUES = lazy_pattern(
    r"\b(?:also|too|as well|in addition|joined by|besides|another|others)\b", re.IGNORECASE
)
NEGATES = lazy_pattern(r"\b(?:not|never|neither|nor|no longer|without)\b|n['’]t\b", re.IGNORECASE)
CLAUSE = lazy_pattern(r"[,;:—–(]|\b(?:that|which|who|but|while)\b")
PAIR = lazy_pattern(r"(?<![\w-])(?P<one>[A-Z][\w.]+)[-–](?P<other>[A-Z][\w.]+)(?:[ \t]+\w+){0,2}[ \t]+$")
BEFORE_CUE = 60  # characters before a cue in which a pair of names may stand
OWNED = lazy_pattern(r"[a-z]s\s+(?:of|in|from)\s+(?:the\s+)?$")
PART_OF = lazy_pattern(
    r"\b(?:two|three|four|five|six|some|several|most|both|many|parts?) of (?:the|its|their)\b[^,:;]*(?:[,:–—(-]\s*)?$",
    re.IGNORECASE,
)
PART_BEHIND = lazy_pattern(
    r"[\s,–—(-]*(?:two|three|four|five|six|some|several|most|both|many|part) of (?:the|its|their)\b",
    re.IGNORECASE,
)
"""Words behind a list that is a part: "Ost, West and Sund, three of the four towns"."""
ASIDE = lazy_pattern(
    r"\b(?:(?:in|on|at|for|to|of|by|under|about|with|from|near|through|around|along|across)\s+which|whose|where|when|while|after|before|because"
    r"|although|though|until)\b|;",
    re.IGNORECASE,
)
"""Words between a list and a cue word that stands in a clause of its own."""
TREATS = lazy_pattern(
    r"\b(?:discuss|debat|criticis|criticiz|condemn|mock|prais|welcom|oppos|reject|boycott|denounc|protest|review|weigh|shun"
    r"|study|studied|cover|report|comment)\w*\s+(?:on\s+|over\s+|at\s+)?(?:the\s+|its\s+|a\s+|their\s+)?$",
    re.IGNORECASE,
)
"""Words before a cue word that say what others do about the thing, not who belongs to it."""
ABOUT = lazy_pattern(
    r"\b(?:against|about|over|despite|amid|ahead of|opposed to|opposition to|criticism of|reactions? to|talks on"
    r"|vote on|debate on)\s+(?:the\s+|its\s+|a\s+|their\s+)?$",
    re.IGNORECASE,
)
BEFORE_WORD = 40
"""Characters before a cue word that tell how it is spoken of."""
NO_SURNAMES = NOT_NAMES | frozenset(
    "alliance list front left right bay hill island valley bridge flats river park lake greens".split()
)
"""Last words that show a member to be no person."""
ALONGSIDE = lazy_pattern(
    r"\b(?:alongside|joined by|together with|along with|as did|as well as)\b", re.IGNORECASE
)
JOINS = lazy_pattern(r"\b(?:with|alongside|joined by)\s+(?:the\s+)?$", re.IGNORECASE)
"""Words that tie a list to a member named before it."""
EXCEPTS = lazy_pattern(
    r"\b(?:not|never|neither|nor|no longer|without|except|unlike|but for|instead|rather than|skips?|leaves? out)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
GOES_ON = lazy_pattern(r"(?:It|They|This|These|That|Those)\b")
"""First words of a sentence whose subject is that of the sentence before."""
CONTENT = lazy_pattern(r"[^\W\d_]{5,}")
MANY, CARRIED = 4, 3
"""Members of a list of people that needs no cue word; sentences over which a cue word is carried."""
BESIDE_LIST = 2
"""Sentences before and behind a list's in which a member that it leaves out may be told of."""
ITEM_OPENING = 30
"""Characters of a bullet within which its member stands."""
ANY_TWO = 2
"""Members up to which a list without any cue word may be about anything."""
NEAR_BEFORE, NEAR_AFTER = 90, 60
"""Characters between a cue word and a list that belongs to it."""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    member: str


class List(Fact):
    """The members of a group.

    ## What it checks
    Lists in prose ("A, B and C"), after a colon, in brackets and in bullets, that name at least half of the
    members in a sentence with one of the `with` words. The order does not matter. With `complete: true` a
    member left out contradicts as well as one added or swapped.

    ## Why it matters
    Lists are copied and shortened at speed: the one party, company or country that is dropped or swapped is
    the one that complains.

    ## Examples that contradict and that agree
    The orchestra tours Ostby, Norrby and Sund (`with: tour, concerts`, `complete: true`):

    - contradicts: "concerts in Ostby, Norrby and Karlin", "a tour of Ostby and Norrby"
    - agrees: "concerts in Sund, Ostby and Norrby", "a tour of towns including Sund"

    ## What it leaves alone
    Lists of anything else, sentences without a `with` word, lists that say "including" or "such as" (unless
    they name a stranger), lists that go on in the next sentence ("Norrby was also visited"), and exceptions
    ("everywhere except Ostby and Sund").
    """

    kind: ClassVar[str] = "list"
    value_keys: ClassVar[tuple[str, ...]] = ("list", "complete")

    members: tuple[str, ...] = Field(alias="list")
    complete: bool = False

    @field_validator("members")
    @classmethod
    def _are_several(cls, members: tuple[str, ...]) -> tuple[str, ...]:
        folded = [fold(member) for member in members]
        if len(set(folded)) != len(folded):
            raise ValueError("A member is listed twice.")
        if len(members) < 2:
            raise ValueError("A list has at least two members.")
        return members

    def subjects(self) -> tuple[str, ...]:
        """List every accepted form of the members."""
        return self.setting.names.expand(self.members)

    def find(self, reading: Reading) -> tuple[Finding, ...]:
        """Compare every list of the article that is about this group."""
        told = not self._cues or any(cue in reading.low for cue in self._cues)
        if not told and len(self.members) <= ANY_TWO:
            return ()
        pairs = tuple(self._in_pairs(reading)) if self.complete else ()
        hits = self._hits(reading)
        if len({hit.member for hit in hits}) < self._half:
            return pairs
        findings = [*pairs, *self._in_sentences(reading, hits), *self._in_bullets(reading, hits)]
        return tuple(sorted(findings, key=lambda finding: finding.start))

    @cached_property
    def _cues(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word.casefold() for word in (*self.with_, *self.of)))

    @cached_property
    def _forms(self) -> tuple[tuple[str, str, str], ...]:
        """Every form of every member: in lower case, as written, with its member; the longest first."""
        forms = {}
        for member in self.members:
            for form in (member, *self.setting.names.all_forms(member)):
                bare = form.removeprefix("the ").removeprefix("The ").replace("’", "'")
                forms[bare] = member
            if self._are_people and " " in member:
                forms.setdefault(member.split()[-1], member)
        return tuple(
            (form.lower(), form, member) for form, member in sorted(forms.items(), key=lambda f: -len(f[0]))
        )

    @cached_property
    def _are_people(self) -> bool:
        """Guess whether the members are people: two to four capitalised words, and no last word twice."""
        words = [member.split() for member in self.members]
        lasts = {parts[-1] for parts in words}
        if any(last.casefold() in NO_SURNAMES for last in lasts):
            return False
        return len(lasts) == len(words) and all(
            2 <= len(parts) <= 4 and parts[0][0].isupper() and parts[-1][0].isupper() for parts in words
        )

    @cached_property
    def _are_countries(self) -> bool:
        return all(
            country_of(member) or member in ("Europe", "European Union", "EU") for member in self.members
        )

    @property
    def _half(self) -> int:
        return (len(self.members) + 1) // 2

    def _hits(self, reading: Reading) -> list[_Hit]:
        found: list[_Hit] = []
        text, low = reading.flat, reading.low
        for folded, form, member in self._forms:
            where, needle = (text, form) if form.isupper() else (low, folded)
            at = where.find(needle)
            while at >= 0:
                end = at + len(needle)
                if _stands_alone(text, at, end) and (text[at].isupper() or not form[0].isupper()):
                    found.append(_Hit(at, end, member))
                at = where.find(needle, end)
        return _longest(found)

    # -- lists inside a sentence

    def _in_sentences(self, reading: Reading, hits: Sequence[_Hit]) -> Iterator[Finding]:
        for sentence, group in _by_sentence(reading, hits):
            named = len({hit.member for hit in group})
            if named < min(ANY_TWO, self._half):
                continue
            cue = self._cue_span(reading, sentence) or self._carried_cue(reading, sentence, named)
            if (cue is None and named < len(self.members)) or self._is_ruled_out(sentence.of(reading.text)):
                continue
            tokens = reading.tokens(sentence)
            units = _units(tokens, group)
            lists = find_coordinations(reading.text, tokens, units)
            best = max(lists, key=lambda c: (len(c.members), -len(c.strangers)), default=None)
            if best is None or best.excluding:
                continue
            finding = self._judge(
                reading,
                sentence,
                best,
                frozenset(unit.member for unit in units if is_name_of_its_own(tokens, unit)),
                cue,
            )
            if finding is not None:
                yield finding

    def _in_pairs(self, reading: Reading) -> Iterator[Finding]:
        """Judge "the A-B talks in C": two declared names right before a cue of several words, one of them a member."""
        for cue in (cue for cue in self._cues if " " in cue):
            for span in _find_words(reading.low, cue, Span(0, len(reading.text))):
                found = PAIR.search(reading.text, max(0, span.start - BEFORE_CUE), span.start)
                if found is None:
                    continue
                items = tuple(self._pair_item(found, side) for side in ("one", "other"))
                known = all(item.member or self.setting.names.knows(item.text) for item in items)
                strangers = [item for item in items if not item.member]
                if known and len(strangers) == 1:
                    stated = Coordination(items[0].start, items[1].end, items, closed=True, partial=True)
                    yield self._differs(reading, stated, strangers, [], certain=True)

    def _pair_item(self, found: re.Match[str], side: str) -> Item:
        house = self.setting.names.house(found[side])
        members = {self.setting.names.house(member): member for member in self.members}
        return Item(found.start(side), found.end(side), found[side], members.get(house, ""))

    def _is_ruled_out(self, words: str) -> bool:
        low = words.casefold()
        return any(re.search(rf"\b{re.escape(word.casefold())}\b", low) for word in self.not_)

    def _cue_span(self, reading: Reading, sentence: Span) -> Span | None:
        """Find a cue word in the sentence, or in the line that introduces its block; None if none is."""
        if not self._cues:
            return sentence
        here = [span for cue in self._cues for span in _find_words(reading.low, cue, sentence)]
        if here:
            return here[0] if len(here) == 1 else Span(min(s.start for s in here), max(s.end for s in here))
        number = reading.article.block_at(sentence.start)
        lead = reading.article.blocks[number].lead if number is not None else None
        if lead is not None and self._has_cue(reading, reading.article.blocks[lead]):
            return Span(sentence.start, sentence.start)
        return None

    def _carried_cue(self, reading: Reading, sentence: Span, named: int) -> Span | None:
        """Find a cue word in the question before, or in what "it" and "they" go on from; people need none.

        A list that names all but one of four people and more can hardly be another list.
        """
        here = Span(sentence.start, sentence.start)
        if self._are_people and named >= max(MANY, len(self.members) - 1):
            return here
        number = reading.sentence_index(sentence.start)
        for _ in range(CARRIED):
            if number == 0:
                return None
            goes_on = GOES_ON.match(reading.text, reading.sentences[number].start) is not None
            number -= 1
            before = reading.sentences[number]
            asked = reading.text[before.start : before.end].rstrip().endswith("?")
            if not (goes_on or asked):
                return None
            if any(next(_find_words(reading.low, cue, before), None) for cue in self._cues) or (
                asked and self._is_asked(before.of(reading.low))
            ):
                return here
        return None

    def _is_asked(self, question: str) -> bool:
        """Tell whether a question uses a noun of the fact's own sentence."""
        members = {word for folded, _, _ in self._forms for word in folded.split()}
        own = {word for word in CONTENT.findall(self.fact.lower()) if word not in members}
        return not own.isdisjoint(CONTENT.findall(question))

    def _has_cue(self, reading: Reading, block: Block) -> bool:
        return not self._cues or any(
            next(_find_words(reading.low, cue, block.span), None) for cue in self._cues
        )

    def _judge(
        self,
        reading: Reading,
        sentence: Span,
        stated: Coordination,
        in_sentence: frozenset[str],
        cue: Span | None,
    ) -> Finding | None:
        stated = _without_owner(reading, sentence, stated)
        members = stated.members
        strangers = self._strangers(stated)
        missing = [member for member in self.members if member not in members]
        if not missing and not strangers:
            return (
                self._finding(reading, stated, "agrees", "strong", "all members, and nobody else")
                if stated.closed or cue
                else None
            )
        near = cue is not None and self._is_near(reading, sentence, stated, cue)
        beside = in_sentence - members
        if not strangers and beside.issuperset(missing):
            return self._judge_spread(reading, sentence, stated, near)
        if cue is None:
            return None
        if stated.partial and not strangers and near and len(members) > 1:
            return self._finding(reading, stated, "agrees", "strong", "a part of the members")
        if len(in_sentence | members) < self._half:
            return None
        if stated.partial or not self.complete:
            return self._judge_part(reading, stated, strangers, near)
        before = reading.text[sentence.start : stated.start]
        after = reading.text[stated.end : min(sentence.end, stated.end + NEAR_AFTER)]
        behind = not strangers and PART_BEHIND.match(reading.text, stated.end) is not None
        if behind or PART_OF.search(before) or (not strangers and CONTINUES.search(after)):
            return None
        if not strangers and (stated.adding or not beside.isdisjoint(missing)):
            return None  # the others are named beside the list
        denied = bool(NEGATES.search(CLAUSE.split(before)[-1] + " " + CLAUSE.split(after)[0]))
        if strangers and beside and JOINS.search(before):
            left = [member for member in missing if member not in beside]
            alike = len(strangers) == len(left) == 1 and near and not denied
            return self._differs(reading, stated, strangers, left, certain=stated.closed) if alike else None
        if len(missing) > 1 and len(missing) + len(strangers) >= len(members):
            return None  # more wrong than right: another list
        certain = stated.closed and self._is_certain(members, strangers, missing, near)
        certain = (
            certain and in_sentence.isdisjoint(missing) and not self._is_aside(reading, sentence, stated)
        )
        if not strangers:
            certain = certain and not self._is_named_near(reading, sentence, missing)
        if self._are_countries and len(strangers) < len(stated.strangers):
            certain = False  # a capital stands for its country, and no table here holds them all
        return self._differs(reading, stated, strangers, missing, certain=certain and not denied)

    def _judge_spread(
        self, reading: Reading, sentence: Span, stated: Coordination, near: bool
    ) -> Finding | None:
        """Judge a sentence that names all members, some of them outside the list: it can only confirm."""
        if near and (stated.adding or ALONGSIDE.search(reading.text, stated.end, sentence.end)):
            return self._finding(reading, stated, "agrees", "strong", "the others are named beside the list")
        told = near or any(cue in reading.low for cue in self._cues)
        if not told or len(self.members) <= ANY_TWO or EXCEPTS.search(sentence.of(reading.text)):
            return None
        return self._finding(reading, stated, "agrees", "loose", "all members are named in the sentence")

    def _judge_part(
        self, reading: Reading, stated: Coordination, strangers: Sequence[Item], near: bool
    ) -> Finding | None:
        if not strangers:
            return self._finding(
                reading, stated, "agrees", "strong" if near else "loose", "a part of the members"
            )
        if not self.complete or len(stated.members) < len(strangers):
            return None
        return self._differs(reading, stated, strangers, [], certain=near and stated.closed)

    def _is_certain(
        self, members: frozenset[str], strangers: Sequence[Item], missing: Sequence[str], near: bool
    ) -> bool:
        if not strangers:
            return len(missing) == 1 and len(members) >= 2
        if len(members) < self._half or len(strangers) > len(members) or len(missing) > len(strangers):
            return False
        return near or len(members) > 2 or (len(members) == 2 and len(strangers) == 1)

    def _is_named_near(self, reading: Reading, sentence: Span, missing: Sequence[str]) -> bool:
        """Tell whether what is left out is told of in the sentences around: "one is sold, talks on A and B go on"."""
        number = reading.sentence_index(sentence.start)
        forms = [form for _, form, member in self._forms if member in missing]
        return any(
            _is_written(reading.flat, form, span)
            for span in reading.sentences[max(0, number - BESIDE_LIST) : number + BESIDE_LIST + 1]
            if span != sentence and any(next(_find_words(reading.low, cue, span), None) for cue in self._cues)
            for form in forms
        )

    def _is_near(self, reading: Reading, sentence: Span, stated: Coordination, cue: Span) -> bool:
        """Tell whether a cue word stands close to the list, or introduces it from the line before."""
        if not self._cues or cue.start == cue.end:
            return True
        for word in self._cues:
            for span in _find_words(reading.low, word, sentence):
                if 0 <= stated.start - span.end <= NEAR_BEFORE or 0 <= span.start - stated.end <= NEAR_AFTER:
                    return True
        return False

    def _is_aside(self, reading: Reading, sentence: Span, stated: Coordination) -> bool:
        """Tell whether the cue words stand in another clause, or for what others think: "protests against the pact"."""
        spans = [span for cue in self._cues for span in _find_words(reading.low, cue, sentence)]
        outer = [span for span in spans if not stated.start <= span.start < stated.end]
        return bool(outer) and all(_is_beside(reading.text, sentence, stated, span) for span in outer)

    def _strangers(self, stated: Coordination) -> list[Item]:
        """The items that are of the members' sort and no members."""
        return [item for item in stated.strangers if self._is_of_their_sort(item)]

    def _is_of_their_sort(self, item: Item) -> bool:
        if item.text.casefold() in CALENDAR:
            return False
        if self._are_countries:
            return bool(country_of(item.text.split()[0])) or bool(country_of(item.text))
        return True

    # -- bullets and table cells

    def _in_bullets(self, reading: Reading, hits: Sequence[_Hit]) -> Iterator[Finding]:
        blocks = reading.article.blocks
        starts = [hit.start for hit in hits]
        groups: dict[int, list[tuple[Span, str]]] = {}
        for block in blocks:
            if block.role in ("item", "cell") and block.lead is not None:
                at = bisect_left(starts, block.span.start)
                first = (
                    hits[at] if at < len(hits) and hits[at].start < block.span.start + ITEM_OPENING else None
                )
                inside = first is not None and first.start < block.span.end
                groups.setdefault(block.lead, []).append(
                    (block.span, first.member if first and inside else "")
                )
        for lead, items in groups.items():
            named = {member for _, member in items if member}
            if len(named) >= max(2, self._half) and self._has_cue(reading, blocks[lead]):
                yield from self._judge_bullets(reading, items, named)

    def _judge_bullets(
        self, reading: Reading, items: Sequence[tuple[Span, str]], named: set[str]
    ) -> Iterator[Finding]:
        listed = tuple(Item(span.start, span.end, span.of(reading.text), member) for span, member in items)
        stated = Coordination(listed[0].start, listed[-1].end, listed, closed=True)
        strangers = [item for item in listed if not item.member and len(item.text.split()) <= 6]
        odd = any(not item.member and len(item.text.split()) > 6 for item in listed)
        missing = [member for member in self.members if member not in named]
        if not missing and not strangers:
            yield self._finding(reading, stated, "agrees", "strong", "all members, one an item")
        elif self.complete and (missing or strangers):
            yield self._differs(
                reading,
                stated,
                strangers,
                missing,
                certain=not odd and len(strangers) <= 1 and len(missing) <= 1,
            )

    # -- findings

    def _differs(
        self,
        reading: Reading,
        stated: Coordination,
        strangers: Sequence[Item],
        missing: Sequence[str],
        *,
        certain: bool,
    ) -> Finding:
        parts = []
        if strangers:
            parts.append("not a member: " + ", ".join(item.text for item in strangers))
        if missing:
            parts.append("left out: " + ", ".join(missing))
        quoted = reading.in_quotation(stated.start, stated.end)
        strength: Strength = "strong" if certain and not quoted else "loose"
        return self._finding(reading, stated, "contradicts", strength, "; ".join(parts))

    def _finding(
        self, reading: Reading, stated: Coordination, outcome: str, strength: Strength, reason: str
    ) -> Finding:
        found = " ".join(reading.text[stated.start : stated.end].split())
        shared = f"{len(stated.members)} of the {len(self.members)} members stand in the list"
        return Finding(
            stated.start,
            stated.end,
            "agrees" if outcome == "agrees" else "contradicts",
            strength,
            found,
            _join(self.members),
            (shared, reason),
        )


def _join(members: Sequence[str]) -> str:
    return ", ".join(members[:-1]) + " and " + members[-1]


def _without_owner(reading: Reading, sentence: Span, stated: Coordination) -> Coordination:
    """Take off a first item that only says whose they are: "four regions of Marn, Ost, West, Sund and Karl"."""
    first, *rest = stated.items
    if first.member or len(rest) < len(stated.members) or len(rest) < 2:
        return stated
    if not OWNED.search(reading.text[sentence.start : stated.start]):
        return stated
    return replace(stated, start=rest[0].start, items=tuple(rest))


def _stands_alone(text: str, start: int, end: int) -> bool:
    if start and (text[start - 1].isalnum() or text[start - 1] in "@#/"):
        return False
    return not (end < len(text) and (text[end].isalnum() or text[end] == "@"))


def _longest(hits: Iterable[_Hit]) -> list[_Hit]:
    """Drop the hits that lie inside longer ones."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _by_sentence(reading: Reading, hits: Sequence[_Hit]) -> Iterator[tuple[Span, list[_Hit]]]:
    group: list[_Hit] = []
    sentence = Span(0, 0)
    for hit in hits:
        if hit.start >= sentence.end:
            if group:
                yield sentence, group
            sentence, group = reading.sentence_at(hit.start), []
        group.append(hit)
    if group:
        yield sentence, group


def _units(tokens: Sequence[Token], hits: Sequence[_Hit]) -> list[Unit]:
    """Turn stretches of text into token numbers."""
    units = []
    at = 0
    for hit in hits:
        while at < len(tokens) and tokens[at].end <= hit.start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < hit.end:
            last += 1
        if last > at:
            end = tokens[last - 1]
            units.append(Unit(at, last, hit.member, end.possessive and end.end > hit.end))
    return units


def _is_beside(text: str, sentence: Span, stated: Coordination, cue: Span) -> bool:
    before = text[max(sentence.start, cue.start - BEFORE_WORD) : cue.start]
    if TREATS.search(before) or ABOUT.search(before):
        return True
    return cue.start >= stated.end and ASIDE.search(text, stated.end, cue.start) is not None


def _is_written(text: str, form: str, span: Span) -> bool:
    at = text.find(form, span.start, span.end)
    while at >= 0 and not _stands_alone(text, at, at + len(form)):
        at = text.find(form, at + 1, span.end)
    return at >= 0


def _find_words(low: str, words: str, span: Span) -> Iterator[Span]:
    at = low.find(words, span.start, span.end)
    while at >= 0:
        end = at + len(words)
        starts = at == 0 or not low[at - 1].isalnum()
        if starts and (not low[end : end + 1].isalnum() or low[end : end + 2] in ("s ", "s,", "s.", "s:")):
            yield Span(at, end)
        at = low.find(words, end, span.end)
