"""People and the titles that a text gives them, found once for an article and without any fact."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, Protocol

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from pytest_factcheck.language.personal import PersonName, read_name, read_name_back, title_words
from pytest_factcheck.language.titlephrase import read_role
from pytest_factcheck.language.titles import Family, Head, Role, families, plural_of
from pytest_factcheck.language.titleverbs import find_led, find_told, led_role, told_role
from pytest_factcheck.language.tokens import Token
from pytest_factcheck.model.span import Span

Tie = Literal["before", "after", "apposition", "is", "was"]
"""How a title is tied to its holder: before the name, with the name after a comma, after the name and a
comma, by a verb that tells of today, by a verb that tells of the past."""

ABBREVIATED = frozenset({"gov", "sen", "gen", "col"})
SPEECH_ENDS = frozenset(
    "said says told tells who has had is was will would also warned added and but in at on to "
    "from since during for until with after before when while as speaking announced called wrote "
    "confirmed declined".split()
)
MOST_HOLDERS = 12
"""Names that may follow a title in the plural."""
TITLE_WORDS = 5
"""Words of a title between "led by" and a name, and the name's first."""
TERMS = frozenset({"in", "from", "between", "during"})
"""Words before the years of an office, which say nothing new behind "became"."""
LINKS_NOW = frozenset({"is", "remains", "becomes", "serves", "are"})
LINKS_PAST = frozenset({"was", "became", "been", "served", "were", "took"})
LINKS_MADE = frozenset(
    "elected appointed named made sworn chosen re-elected reelected installed confirmed".split()
)
IDENTIFIES = frozenset({"is", "remains", "was"})
"""Verbs between a title and the name of its holder."""
CLOSES_NAME = frozenset({",", ".", ";", ")", "–", "—", ":", "!", "?", '"', "”"})
FOLLOWED = frozenset({"replaced", "succeeded", "followed"})
LINK_FILLERS = frozenset(
    "over also now still currently has had have as in into the who re newly he she".split()
)


class Sentences(Protocol):
    """What finding people needs of a reading."""

    @property
    def text(self) -> str:
        """The article's text."""

    @property
    def low(self) -> str:
        """The same text in lower case, character for character."""

    def sentence_at(self, offset: int) -> Span:
        """The sentence around an offset."""

    def tokens(self, sentence: Span) -> tuple[Token, ...]:
        """The words and marks of a sentence."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A person and one title that the text gives them; not `clear` where the words have another reading."""

    start: int
    end: int
    name: PersonName
    role: Role
    words: str
    tie: Tie
    sentence: Span
    clear: bool = True


@dataclass(frozen=True, slots=True)
class People:
    """All titled people of an article, by the last word of their names and by the role they are given."""

    titled: tuple[Titled, ...] = ()
    by_surname: Mapping[str, tuple[Titled, ...]] = field(default_factory=dict)
    by_family: Mapping[str, tuple[Titled, ...]] = field(default_factory=dict)


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[Family, bool], ...]]:
    patterns: list[str] = []
    payloads: list[tuple[Family, bool]] = []
    for wording, family in families().items():
        patterns += [wording, plural_of(wording)]
        payloads += [(family, False), (family, True)]
    automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return automaton, tuple(payloads)


def find_people(reading: Sentences) -> People:
    """Find every person to whom the text gives a title of the table of roles."""
    low = reading.low
    automaton, payloads = _automaton()
    hits = [
        (start, end, *payloads[index])
        for index, start, end in automaton.find_matches_as_indexes(low)
        if _is_whole(low, start, end)
    ]
    titled = [*_titles(reading, hits), *_told(reading)]
    return _file(titled)


def find_called(reading: Sentences, wordings: Iterable[str]) -> People:
    """Find the people whose title is one of these wordings, which the table of roles does not know."""
    low = reading.low
    hits: list[tuple[int, int, Family, bool]] = []
    for wording in wordings:
        family = Family(wording, "own", exclusive=False)
        at = low.find(wording)
        while at >= 0:
            if _is_whole(low, at, at + len(wording)):
                hits.append((at, at + len(wording), family, False))
            at = low.find(wording, at + 1)
    return _file(_titles(reading, sorted(hits, key=lambda hit: hit[0]))) if hits else People()


def _is_whole(low: str, start: int, end: int) -> bool:
    return not (start and low[start - 1].isalnum()) and not (end < len(low) and low[end].isalnum())


def _titles(reading: Sentences, hits: Sequence[tuple[int, int, Family, bool]]) -> list[Titled]:
    titled: list[Titled] = []
    index = 0
    while index < len(hits):
        sentence = reading.sentence_at(hits[index][0])
        group: list[tuple[int, int, Family, bool]] = []
        while index < len(hits) and hits[index][0] < max(sentence.end, hits[index][0] if not group else 0):
            group.append(hits[index])
            index += 1
        if not group:
            group.append(hits[index])
            index += 1
        titled.extend(_in_sentence(reading, sentence, group))
    return titled


def _file(titled: Sequence[Titled]) -> People:
    surnames: dict[str, list[Titled]] = {}
    roles: dict[str, list[Titled]] = {}
    for person in titled:
        surnames.setdefault(person.name.words[-1], []).append(person)
        roles.setdefault(person.role.family.name, []).append(person)
    return People(
        tuple(titled),
        {key: tuple(people) for key, people in surnames.items()},
        {key: tuple(people) for key, people in roles.items()},
    )


def _told(reading: Sentences) -> Iterator[Titled]:
    """Read the titles that a verb tells: "Ann Ray, who chairs the club", "the club, led by Ann Ray"."""
    for start, end, wording, now in find_told(reading.text):
        sentence, tokens, first, last = _tokens_at(reading, start, end)
        name = _name_before_who(reading.text, tokens, first)
        role = told_role(tokens, first, last, wording)
        if name is not None and role is not None:
            yield _titled(reading.text, sentence, tokens, role, name, "is" if now else "was")
    for start, end, wording in find_led(reading.text):
        sentence, tokens, first, last = _tokens_at(reading, start, end)
        name = _name_behind_titles(reading.text, tokens, last)
        if name is not None and first < last:
            role = led_role(tokens, first, last, wording)
            yield _titled(reading.text, sentence, tokens, role, name, "is")


def _tokens_at(reading: Sentences, start: int, end: int) -> tuple[Span, tuple[Token, ...], int, int]:
    """Give the sentence around some words, its tokens, and the numbers of those that the words are."""
    sentence = reading.sentence_at(start)
    tokens = reading.tokens(sentence)
    first = bisect_left(tokens, start, key=lambda token: token.start)
    last = bisect_left(tokens, end, key=lambda token: token.start)
    return sentence, tokens, first, last


def _name_before_who(text: str, tokens: Sequence[Token], first: int) -> PersonName | None:
    """Read the name of "Ann Ray, who has chaired" and "Ann Ray, a former teacher, who chairs"."""
    at = first - 1
    while at > 0 and tokens[at].low != "who":
        at -= 1
    at -= 2 if at > 0 and tokens[at - 1].text == "," else 1
    name = read_name_back(text, tokens, at) if at >= 0 else None
    if name is None and at > 0:
        back = _before_aside(tokens, at)
        name = read_name_back(text, tokens, back) if back >= 0 else None
    return None if name is None or name.possessive else name


def _name_behind_titles(text: str, tokens: Sequence[Token], at: int) -> PersonName | None:
    """Read the name of "led by the retired judge Ann Ray"."""
    for step in range(at, min(len(tokens), at + TITLE_WORDS)):
        if tokens[step].low not in title_words() and tokens[step].is_name:
            return read_name(text, tokens, step)[0]
        if not tokens[step].is_word:
            return None
    return None


def _in_sentence(
    reading: Sentences, sentence: Span, hits: Sequence[tuple[int, int, Family, bool]]
) -> Iterator[Titled]:
    tokens = reading.tokens(sentence)
    heads = list(_heads(tokens, hits))
    roles = [read_role(tokens, head) for head in heads]
    found: list[Titled | None] = [
        _tie(reading.text, sentence, tokens, role, _taken(roles, number)) for number, role in enumerate(roles)
    ]
    _share(tokens, roles, found)
    for person in found:
        if person is not None:
            yield person
    for role in roles:
        if role.plural:
            yield from _several(reading.text, sentence, tokens, role)


def _heads(tokens: Sequence[Token], hits: Sequence[tuple[int, int, Family, bool]]) -> Iterator[Head]:
    at = 0
    for start, end, family, plural in hits:
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if at < last and tokens[at].start <= start:
            dotted = last - at == 1 and tokens[at].low in ABBREVIATED and last < len(tokens)
            yield Head(at, last + (dotted and tokens[last].text == "."), family, plural)


def _taken(roles: Sequence[Role], number: int) -> int:
    """Give the token before which the walk to the left must stop: the end of the title before."""
    if not number or roles[number].first < roles[number - 1].last:
        return 0
    return roles[number - 1].last


def _tie(text: str, sentence: Span, tokens: Sequence[Token], role: Role, floor: int) -> Titled | None:
    if role.possessive or role.plural:
        return None
    return (
        _name_follows(text, sentence, tokens, role)
        or _name_precedes(text, sentence, tokens, role, floor)
        or _verb_precedes(text, sentence, tokens, role, floor)
        or _name_after_comma(text, sentence, tokens, role)
        or _name_after_verb(text, sentence, tokens, role)
    )


def _several(text: str, sentence: Span, tokens: Sequence[Token], role: Role) -> Iterator[Titled]:
    """Read "Presidents Ray and Lind": each has the title, of a place that the words leave open."""
    role = replace(role, place="", owner="")
    names = list(_listed_names(text, tokens, role.last))
    if len(names) > 1:  # one name behind it is no list: "she coaches Ostby"
        for name in names:
            yield _titled(text, sentence, tokens, role, name, "before", clear=role.status == "past")


def _listed_names(text: str, tokens: Sequence[Token], at: int) -> Iterator[PersonName]:
    for _ in range(MOST_HOLDERS):
        name, after = read_name(text, tokens, at)
        if name is None or name.possessive:
            return
        yield name
        if after < len(tokens) and tokens[after].text == ",":
            after += 1
        elif after >= len(tokens) or tokens[after].low != "and":
            return
        at = after + 1 if after < len(tokens) and tokens[after].low == "and" else after


def _titled(
    text: str,
    sentence: Span,
    tokens: Sequence[Token],
    role: Role,
    name: PersonName,
    tie: Tie,
    *,
    clear: bool = True,
) -> Titled:
    first, last = tokens[role.first].start, tokens[role.last - 1].end
    start, end = min(first, name.start), max(last, name.end)
    words = text[tokens[role.first].start : last]
    return Titled(start, end, name, role, words, tie, sentence, clear and not role.doubtful)


def _name_follows(text: str, sentence: Span, tokens: Sequence[Token], role: Role) -> Titled | None:
    """Read "US President Ann Ray" and "Chancellor Ray of Ostland"."""
    name, after = read_name(text, tokens, role.last)
    if name is None:
        return None
    if role.complement and not tokens[role.last - 1].is_name:
        return _titled(text, sentence, tokens, role, name, "before", clear=len(name.words) > 1)
    if not role.place and not name.possessive and after + 1 < len(tokens) and tokens[after].low == "of":
        end = after + 1
        while end < len(tokens) and tokens[end].is_name and end < after + 5:
            end += 1
        place = text[tokens[after + 1].start : tokens[end - 1].end] if end > after + 1 else ""
        if place and not tokens[end - 1].possessive:
            role = replace(role, place=place)
    return _titled(text, sentence, tokens, role, name, "before")


def _name_precedes(
    text: str, sentence: Span, tokens: Sequence[Token], role: Role, floor: int
) -> Titled | None:
    """Read "Tom Lind, the US president," and "Ann Ray, 54, president of the bank, said"."""
    at = role.first - 1
    if at < 1 or tokens[at].text not in (",", "–", "—", "("):
        return None
    at -= 1
    if tokens[at].text.isdigit() and at > 1 and tokens[at - 1].text == ",":
        at -= 2
    name = read_name_back(text, tokens, at, floor)
    if name is None:
        return None
    after = tokens[role.last] if role.last < len(tokens) else None
    beyond = tokens[role.last + 1] if role.last + 1 < len(tokens) else None
    closed = (
        after is None
        or after.text in (",", ".", ";", ")", "–", "—", ":", "!", "?")
        or after.low in SPEECH_ENDS
    )
    coordinated = after is not None and (
        after.low in ("and", "or")
        or (after.text == "," and beyond is not None and beyond.low in ("and", "or"))
    )
    if not closed:
        return None
    other, _ = (
        read_name(text, tokens, role.last + 1) if after is not None and after.text == "," else (None, 0)
    )
    listed = name.start > 0 and _ends_a_list(tokens, name)
    clear = not coordinated and other is None and not listed
    return _titled(text, sentence, tokens, role, name, "apposition", clear=clear)


def _ends_a_list(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell whether the name is an item of a list of names ("Starmer, Macron, the chancellor, ...")."""
    first = bisect_left(tokens, name.start, key=lambda token: token.start)
    return first > 1 and tokens[first - 1].text == "," and tokens[first - 2].is_name


def _verb_precedes(
    text: str, sentence: Span, tokens: Sequence[Token], role: Role, floor: int
) -> Titled | None:
    """Read "X is president", "X, who became governor of", "X was elected mayor"."""
    at = role.first - 1
    verb = ""
    made = False
    while at >= max(floor, role.first - 7):
        low = tokens[at].low
        if low in LINKS_NOW | LINKS_PAST and not verb:
            verb = low
        elif low in LINKS_MADE:
            made = True
        elif low == "," and verb and tokens[at + 1].low == "who":
            pass
        elif verb and tokens[at + 1].low == "who" and tokens[at].text.islower():
            at = _before_aside(tokens, at)
            break
        elif low not in LINK_FILLERS and not (verb and (low == "," or low.isdigit())):
            break
        at -= 1
    if not verb and tokens[role.first - 1].low == "as":
        chosen = role.first > 1 and tokens[role.first - 2].is_name
        at = role.first - 2 if chosen else _before_who(tokens, role.first - 1)
        verb = "was"
        if chosen and not _is_made(tokens, text, at, floor):
            return None
    elif verb and at >= floor and tokens[at].text.islower() and tokens[at + 1].text == ",":
        at = _before_aside(tokens, at)
    if not verb or at < 0:
        return None
    name = read_name_back(text, tokens, at, floor)
    if name is None or name.possessive:
        return None
    if role.status_words in TERMS:
        role = replace(role, status="", status_words="")
    now = verb in LINKS_NOW or (verb == "been" and not made)
    return _titled(text, sentence, tokens, role, name, "is" if now and not made else "was")


def _is_made(tokens: Sequence[Token], text: str, at: int, floor: int) -> bool:
    """Tell whether the name that ends at a token was put into an office: "elected Ann Ray as mayor"."""
    name = read_name_back(text, tokens, at, floor)
    first = bisect_left(tokens, name.start, key=lambda token: token.start) if name is not None else 0
    before = tokens[first - 1].low if first else ""
    return before in LINKS_MADE or (before == "by" and first > 1 and tokens[first - 2].low in FOLLOWED)


def _before_who(tokens: Sequence[Token], at: int) -> int:
    """Step back over "Ann Ray, who has headed the bank as": give the last token of the name."""
    for step in range(at, max(0, at - 9), -1):
        if tokens[step].low == "who":
            return step - 2 if tokens[step - 1].text == "," else step - 1
    return -1


def _before_aside(tokens: Sequence[Token], at: int) -> int:
    """Step back over "Ann Ray, the tireless doctor who has been ...": give the last token of the name."""
    for step in range(at, max(-1, at - 8), -1):
        if tokens[step].text == ",":
            return step - 1
        if tokens[step].is_name:
            return -1
    return -1


def _name_after_comma(text: str, sentence: Span, tokens: Sequence[Token], role: Role) -> Titled | None:
    """Read "the Ostish president, Ann Ray," and "the vice-governor of the bank, Mrs. Ray"."""
    if role.last >= len(tokens) or tokens[role.last].text not in (",", ":", "–", "—"):
        return None
    if role.article in ("a", "an") or not (role.article or role.place or role.owner):
        return None
    name, after = read_name(text, tokens, role.last + 1)
    if name is None:
        return None
    following = tokens[after] if after < len(tokens) else None
    closed = following is None or following.text in CLOSES_NAME
    if not closed and not name.possessive:
        return None
    return _titled(text, sentence, tokens, role, name, "after", clear=role.article != "" or bool(role.place))


def _name_after_verb(text: str, sentence: Span, tokens: Sequence[Token], role: Role) -> Titled | None:
    """Read "the governor of Ostland is Ann Ray": a full name behind the verb, and nothing that goes on."""
    if role.last + 1 >= len(tokens) or tokens[role.last].low not in IDENTIFIES:
        return None
    if role.article in ("a", "an") or not (role.article or role.place or role.owner):
        return None
    name, after = read_name(text, tokens, role.last + 1)
    if name is None or name.possessive or len(name.words) < 2:
        return None
    if after < len(tokens) and tokens[after].text not in CLOSES_NAME and tokens[after].low not in SPEECH_ENDS:
        return None
    return _titled(text, sentence, tokens, role, name, "was" if tokens[role.last].low == "was" else "is")


def _share(tokens: Sequence[Token], roles: Sequence[Role], found: list[Titled | None]) -> None:
    """Give both of two joined titles the same holder: "President and CEO Jane Roe"."""
    for number in range(len(roles) - 1):
        left, right = roles[number], roles[number + 1]
        if right.first - left.last != 1 or tokens[left.last].low not in ("and", "&", "/"):
            continue
        one, two = found[number], found[number + 1]
        if one is None and two is not None and two.tie == "before" and left.article != "the":
            place = left.place or (right.place if not right.owner else "")
            found[number] = replace(two, role=replace(left, place=place), words=_words_of(two, tokens, left))
        elif two is None and one is not None and one.tie in ("apposition", "is"):
            place = left.place or ("" if left.owner or right.owner else right.place)
            found[number] = replace(one, role=replace(left, place=place), clear=True)
            found[number + 1] = replace(one, role=right, words=_words_of(one, tokens, right), clear=False)


def _words_of(person: Titled, tokens: Sequence[Token], role: Role) -> str:
    return " ".join(token.text for token in tokens[role.first : role.last])
