"""Personal names: reading them out of a text, and telling whether two are the same person's."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from pytest_factcheck.language.jurisdictions import country_of
from pytest_factcheck.language.titles import families, joined
from pytest_factcheck.language.titlewords import STARTERS, STATUSES
from pytest_factcheck.language.tokens import Token
from pytest_factcheck.model.names import Names

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady prof professor rev reverend hon fr father sister brother st "
    "saint madam monsieur herr frau don".split()
)
WORN = frozenset(
    "gen general lt lieutenant maj major col colonel adm admiral vadm brig brigadier capt captain cdr cmdr commander "
    "commodore sgt sergeant marshal cpl corporal ensign supt superintendent insp inspector det detective "
    "constable pc judge justice baroness baron viscount viscountess countess earl ambassador sen senator rep "
    "representative gov congressman congresswoman councillor councilor cllr archbishop bishop cardinal".split()
)
"""Ranks and titles that stand before a name like an honorific, behind another title or a comma."""
PARTICLES = frozenset(
    "von van der den de da di do du dos das la le el al bin ibn ben ten ter zu zum af av y e della del dela "
    "'t abu".split()
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
NOT_NAMES = STARTERS | frozenset(
    "president minister office administration government party ministry council committee commission "
    "parliament house senate congress university bank company group team club court department agency "
    "street road city state states republic union league association federation institute foundation "
    "church north south east west european russian international national federal".split()
)


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
    while len(kept) > 1 and kept[0] in WORN:
        del kept[0]
    return tuple(kept) or tuple(word.rstrip(".,") for word in words)


def read_name(text: str, tokens: Sequence[Token], at: int) -> tuple[PersonName | None, int]:
    """Read the personal name that starts at a token; give it and the number of the token after it."""
    count = len(tokens)
    behind = _behind_honorifics(tokens, at)
    honorific = behind > at
    at = behind
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


def _behind_honorifics(tokens: Sequence[Token], at: int) -> int:
    """Step over "Dr", "Prof Sir" and "Lt. Gen."; a rank counts only where a name follows it ("PM Major")."""
    count = len(tokens)
    behind = at
    while at < count and tokens[at].is_name and not tokens[at].possessive:
        is_rank = tokens[at].low in WORN
        if not is_rank and tokens[at].low not in HONORIFICS:
            break
        at += 1
        while at < count and tokens[at].text in (".", "-", "‑") and joined(tokens[at - 1], tokens[at]):
            at += 1
        if not is_rank or (at < count and tokens[at].is_name and tokens[at].low not in NOT_NAMES - WORN):
            behind = at
    return behind


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
            (ahead[0].is_name and ahead[0].low not in NOT_NAMES)
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
            and left.low not in NOT_NAMES | HONORIFICS | WORN
            and left.low not in title_words()
            and left.low not in STATUSES
        ) or (
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
    from rapidfuzz.distance import OSA  # its import takes 5 ms, and not every run compares names

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
