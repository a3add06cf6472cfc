"""People and the titles that a text gives them, found once for an article and without any fact."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, Protocol

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
from rapidfuzz.distance import OSA

from pytest_factcheck.language.jurisdictions import country_of
from pytest_factcheck.language.titles import (
    STARTERS,
    STATUSES,
    Family,
    Head,
    Role,
    families,
    joined,
    plural_of,
    read_role,
)
from pytest_factcheck.language.tokens import Token
from pytest_factcheck.model.names import Names
from pytest_factcheck.model.span import Span

Tie = Literal["before", "after", "apposition", "is", "was"]
"""How a title is tied to its holder: before the name, with the name after a comma, after the name and a comma,
by a verb that tells of today, by a verb that tells of the past."""

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady prof professor rev reverend hon fr father sister brother st saint "
    "madam monsieur herr frau don".split()
)
PARTICLES = frozenset(
    "von van der den de da di do du dos das la le el al bin ibn ben ten ter zu zum af av y e della del dela "
    "'t abu".split()
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
ABBREVIATED = frozenset({"gov", "sen", "gen", "col"})
NOT_NAMES = STARTERS | frozenset(
    "president minister office administration government party ministry council committee commission parliament "
    "house senate congress university bank company group team club court department agency street road city state "
    "states republic union league association federation institute foundation church north south east west "
    "european russian international national federal".split()
)
SPEECH_ENDS = frozenset(
    "said says told tells who has had is was will would also warned added and but in at on to from since during "
    "for until with after before when while as speaking announced called wrote confirmed declined".split()
)
TERMS = frozenset({"in", "from", "between", "during"})
"""Words before the years of an office, which say nothing new behind "became"."""
LINKS_NOW = frozenset({"is", "remains", "becomes", "serves", "are"})
LINKS_PAST = frozenset({"was", "became", "been", "served", "were", "took"})
LINKS_MADE = frozenset(
    "elected appointed named sworn chosen re-elected reelected installed confirmed".split()
)
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
class PersonName:
    """A personal name as it stands in the text; `words` are folded: no case, no accents, no initials."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    suffix: str = ""
    possessive: bool = False
    honorific: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Titled:
    """A person and one title that the text gives them; `clear` is False where the words could be read otherwise."""

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


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Take case and accents off a word, so that a name written without them is the same name."""
    spread = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(char for char in spread if not unicodedata.combining(char))


def fold_name(name: str) -> tuple[str, ...]:
    """Reduce a name to the words that tell people apart: no honorific, initial or suffix."""
    words = fold(name).replace(".", ". ").replace("-", " ").split()
    kept = [
        word.rstrip(".,")
        for word in words
        if word.rstrip(".,") not in HONORIFICS | SUFFIXES
        and not (len(word.rstrip(".")) == 1 and word[-1] == ".")
    ]
    return tuple(kept) or tuple(word.rstrip(".,") for word in words)


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
    return _gather(reading, hits)


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
    return _gather(reading, sorted(hits, key=lambda hit: hit[0])) if hits else People()


def _is_whole(low: str, start: int, end: int) -> bool:
    return not (start and low[start - 1].isalnum()) and not (end < len(low) and low[end].isalnum())


def _gather(reading: Sentences, hits: Sequence[tuple[int, int, Family, bool]]) -> People:
    titled: list[Titled] = []
    index = 0
    while index < len(hits):
        sentence = reading.sentence_at(hits[index][0])
        group = []
        while index < len(hits) and hits[index][0] < max(sentence.end, hits[index][0] if not group else 0):
            group.append(hits[index])
            index += 1
        if not group:
            group.append(hits[index])
            index += 1
        titled.extend(_in_sentence(reading, sentence, group))
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
    )


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
    return Titled(start, end, name, role, words, tie, sentence, clear)


def _name_follows(text: str, sentence: Span, tokens: Sequence[Token], role: Role) -> Titled | None:
    """Read "US President Donald Trump" and "Chancellor Merz of Germany"."""
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
    """Read "Donald Trump, the US president," and "Ann Ray, 54, president of the bank, said"."""
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
        elif low not in LINK_FILLERS and not (low == "," and verb):
            break
        at -= 1
    if not verb or at < 0:
        return None
    name = read_name_back(text, tokens, at, floor)
    if name is None or name.possessive:
        return None
    if role.status_words in TERMS:
        role = replace(role, status="", status_words="")
    now = verb in LINKS_NOW or (verb == "been" and not made)
    return _titled(text, sentence, tokens, role, name, "is" if now and not made else "was")


def _before_aside(tokens: Sequence[Token], at: int) -> int:
    """Step back over "Ann Ray, the tireless doctor who has been ...": give the last token of the name."""
    for step in range(at, max(-1, at - 8), -1):
        if tokens[step].text == ",":
            return step - 1
        if tokens[step].is_name:
            return -1
    return -1


def _name_after_comma(text: str, sentence: Span, tokens: Sequence[Token], role: Role) -> Titled | None:
    """Read "the Ukrainian president, Volodymyr Zelenskyy," and "the vice-governor of the bank, Mrs. Halvern"."""
    if role.last >= len(tokens) or tokens[role.last].text not in (",", ":", "–", "—"):
        return None
    if role.article in ("a", "an") or not (role.article or role.place or role.owner):
        return None
    name, after = read_name(text, tokens, role.last + 1)
    if name is None:
        return None
    following = tokens[after] if after < len(tokens) else None
    closed = following is None or following.text in (",", ".", ";", ")", "–", "—", ":", "!", "?", '"', "”")
    if not closed and not name.possessive:
        return None
    return _titled(text, sentence, tokens, role, name, "after", clear=role.article != "" or bool(role.place))


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


def read_name(text: str, tokens: Sequence[Token], at: int) -> tuple[PersonName | None, int]:
    """Read the personal name that starts at a token; give it and the number of the token after it."""
    count = len(tokens)
    honorific = False
    while at < count and tokens[at].low in HONORIFICS and tokens[at].is_name and not tokens[at].possessive:
        honorific = True
        at += 1
        if at < count and tokens[at].text == ".":
            at += 1
    first = at
    while at < count and at < first + 8:
        token = tokens[at]
        if _continues_name(tokens, at, first):
            at += 1
            if token.possessive:
                break
            continue
        break
    while at > first and not tokens[at - 1].is_word and tokens[at - 1].text != ".":
        at -= 1
    suffix = ""
    after = at
    if at > first:
        step = at + 1 if at < count and tokens[at].text == "," else at
        if step < count and tokens[step].low in SUFFIXES and tokens[step].is_name:
            suffix = tokens[step].low
            after = step + 1
    return _make_name(text, tokens, first, at, suffix, honorific=honorific), after


def _continues_name(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.low in SUFFIXES and at > first:
        return False
    if token.is_name and token.text[0].isalpha():
        return token.low not in NOT_NAMES or (
            at > first and token.low in ("may", "sun", "august", "june", "april")
        )
    if token.text == "." and at > first:
        initial = tokens[at - 1].text
        return (
            len(initial) == 1
            and initial.isalpha()
            and joined(tokens[at - 1], token)
            and after is not None
            and after.is_name
        )
    if token.text in ("-", "‑"):
        return (
            at > first
            and after is not None
            and joined(tokens[at - 1], token)
            and joined(token, after)
            and (after.is_name or after.text.isalpha())
        )
    if at > first and tokens[at - 1].text in ("-", "‑"):
        return token.text.isalpha() and joined(tokens[at - 1], token)
    if token.low in PARTICLES:
        ahead = tokens[at + 1 : at + 3]
        if ahead and ahead[0].text == "-":
            return len(ahead) > 1 and ahead[1].is_name
        return bool(ahead) and (
            ahead[0].is_name
            and ahead[0].low not in NOT_NAMES
            or (ahead[0].low in PARTICLES and len(ahead) > 1 and ahead[1].is_name)
        )
    return False


def _make_name(
    text: str, tokens: Sequence[Token], first: int, last: int, suffix: str, *, honorific: bool
) -> PersonName | None:
    if last <= first:
        return None
    end_token = tokens[last - 1]
    start, end = tokens[first].start, end_token.end
    if end_token.possessive:
        end -= 2 if text[end - 2] in "'’" else 1
    words = fold_name(text[start:end])
    if not words or all(word in PARTICLES for word in words) or not any(len(word) > 1 for word in words):
        return None
    if country_of(text[start:end]):
        return None
    return PersonName(start, end, text[start:end], words, suffix, end_token.possessive, honorific)


@cache
def title_words() -> frozenset[str]:
    """List the single words of all titles, before which a name that is read backwards ends."""
    words = {word for wording in families() for word in wording.replace("-", " ").split()}
    return frozenset(words - {"of", "the", "in"})


def read_name_back(text: str, tokens: Sequence[Token], at: int, floor: int = 0) -> PersonName | None:
    """Read the personal name that ends at a token."""
    if at < floor or at < 0:
        return None
    suffix = ""
    last = at + 1
    if tokens[at].low in SUFFIXES and at > 0:
        suffix = tokens[at].low
        at -= 2 if tokens[at - 1].text == "," else 1
        last = at + 1
    if tokens[at].possessive or not tokens[at].is_name:
        return None
    first = at
    while first > floor and first > last - 8:
        left = tokens[first - 1]
        if left.possessive:
            break
        if (
            left.is_name
            and left.text[0].isalpha()
            and left.low not in NOT_NAMES | HONORIFICS
            and left.low not in title_words()
            and left.low not in STATUSES
        ):
            first -= 1
        elif (
            left.text in ("-", "‑")
            and joined(left, tokens[first])
            and first >= 2
            and joined(tokens[first - 2], left)
        ):
            first -= 1
        elif (
            left.text == "." and first >= 2 and len(tokens[first - 2].text) == 1 and tokens[first - 2].is_name
        ):
            first -= 2
        elif (
            left.low in PARTICLES
            and first >= 2
            and (tokens[first - 2].is_name or tokens[first - 2].low in PARTICLES)
        ):
            first -= 1
        else:
            break
    if tokens[first].low in NOT_NAMES | HONORIFICS or not tokens[first].is_word:
        return None
    honorific = first > 0 and tokens[first - 1].low in HONORIFICS | {"."}
    return _make_name(text, tokens, first, last, suffix, honorific=honorific)


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    lines = Path(__file__).with_name("nicknames.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.strip() and not line.startswith("#"):
            for word in line.split():
                table.setdefault(word, set()).add(number)
    return {word: frozenset(lines) for word, lines in table.items()}


Likeness = Literal["same", "near", "kin", "other"]
"""`near`: one letter or two off; `kin`: the same surname with another first name."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the facts: every accepted form of the name, folded."""

    name: str
    forms: frozenset[tuple[str, ...]]
    surnames: frozenset[tuple[str, ...]]
    others: frozenset[tuple[str, ...]] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The last words of all forms, under which a text's people are filed."""
        return frozenset(form[-1] for form in self.forms)

    def liken(self, name: PersonName) -> Likeness:
        """Tell whether a name that stands in a text is this person's."""
        words = name.words
        if name.suffix and name.suffix not in fold(self.name).replace(".", "").split():
            return "kin"
        if words in self.forms or words in self.surnames:
            return "same"
        if words in self.others:
            return "other"
        return self._liken_words(words)

    def _liken_words(self, words: tuple[str, ...]) -> Likeness:
        best: Likeness = "other"
        for form in self.forms:
            if len(words) > 1 and len(form) > 1 and words[-1] == form[-1]:
                if _same_first(words[0], form[0]) or (words[0] == form[0]):
                    return "same"
                best = "kin"
            if len(form) > 1 and len(words) > len(form) and words[: len(form)] == form:
                return "same"
        if any(_nearly(words, form) for form in self.forms | self.surnames):
            return "near"
        return best


def _same_first(one: str, other: str) -> bool:
    """Tell whether two first names may be the same: an initial, or a short form."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    known = _nicknames()
    return bool(known.get(one, frozenset()) & known.get(other, frozenset()))


def _nearly(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    if len(words) != len(form):
        return False
    gaps = [
        (OSA.distance(one, other, score_cutoff=3), one, other) for one, other in zip(words, form, strict=True)
    ]
    changed = [(gap, one, other) for gap, one, other in gaps if gap]
    if len(changed) != 1:
        return (
            sum(gap for gap, _, _ in changed) <= 2
            and len(words) > 1
            and all(min(len(a), len(b)) > 4 for _, a, b in changed)
        )
    gap, one, other = changed[0]
    shorter = min(len(one), len(other))
    if len(words) == 1:
        return shorter >= 5 and gap <= (2 if shorter >= 7 else 1) and one[0] == other[0]
    return gap <= (2 if shorter >= 5 else 1)


def make_person(name: str, names: Names) -> Person:
    """Gather what a facts file says of a person's name."""
    own = names.all_forms(name)
    forms = {fold_name(form) for form in (name, *own)}
    house = names.house(name)
    others = {
        fold_name(form) for key, listed in names.forms.items() if key != house for form in (key, *listed)
    } - forms
    surnames = {_surname(form) for form in forms if len(form) > 1}
    return Person(name, frozenset(forms), frozenset(surnames - others), frozenset(others))


def _surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """Take the last name with its particles: "von der leyen"."""
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return words[first:]
