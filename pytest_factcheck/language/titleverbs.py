"""Titles told by a verb: "X, who chairs the club", "the inquiry, led by X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pytest_factcheck.language.titlephrase import read_complement
from pytest_factcheck.language.titles import Head, Role, families
from pytest_factcheck.language.titlewords import NOT_NOUNS
from pytest_factcheck.language.tokens import Token
from pytest_factcheck.model.pattern import lazy_pattern

VERBS = {
    "chair": "chairman", "head": "head", "lead": "leader", "run": "head", "direct": "director", "coach": "coach",
    "manage": "manager", "captain": "captain", "skipper": "captain", "edit": "editor", "govern": "governor",
    "preside over": "president", "conduct": "conductor",
}  # fmt: skip
"""Verbs of holding an office, and the role that each tells of."""
PAST_FORMS = {"lead": ("led", "led"), "run": ("ran", "run")}
BETWEEN = frozenset({",", "is", "was", "now", "which", "and"})
"""Words between what is led and "led by"."""
LONGEST_NOUN = 4
"""Words of what is led."""
SLOW = r"(?:also|now|still|currently|since|long|once|previously|formerly)"


def _verbs() -> dict[str, tuple[str, str]]:
    """Give each form of a verb with its role and its tense: "now", "past" or "done"."""
    forms: dict[str, tuple[str, str]] = {}
    for verb, role in VERBS.items():
        base, _, rest = verb.partition(" ")
        tail = f" {rest}" if rest else ""
        ending = "es" if base.endswith("ch") else "s"
        regular = base + ("d" if base.endswith("e") else "ed")
        past, done = PAST_FORMS.get(base, (regular, regular))
        forms[base + tail] = forms[base + ending + tail] = (role, "now")
        forms[past + tail] = (role, "past")
        forms.setdefault(done + tail, (role, "past"))
    return forms


FORMS = _verbs()
_ALL = "|".join(sorted((re.escape(form).replace(r"\ ", r"\s+") for form in FORMS), key=len, reverse=True))
WHO = lazy_pattern(rf"\bwho\s+(?:(?P<has>has|have|had)\s+)?(?:{SLOW}\s+)?(?P<verb>{_ALL})\s+(?=\w)")
BY = lazy_pattern(r"\bby\s+(?=\w)")
LONGEST_VERB = 16


def find_told(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Find "who chairs": the place of the verb, its role, and whether it tells of today."""
    for found in WHO.finditer(text):
        role, tense = FORMS[" ".join(found["verb"].split())]
        now = tense == "now" if found["has"] is None else found["has"] != "had"
        yield found.start("verb"), found.end("verb"), role, now


def find_led(text: str) -> Iterator[tuple[int, int, str]]:
    """Find "chaired by": the place of the two words and the role."""
    for found in BY.finditer(text):
        before = text[max(0, found.start() - LONGEST_VERB) : found.start()]
        verb = before.split()[-1:] or [""]
        role, tense = FORMS.get(verb[0], ("", ""))
        if tense == "past" and before[-1:].isspace():
            yield found.start() - len(before) + before.rindex(verb[0]), found.start() + 2, role


def told_role(tokens: Sequence[Token], first: int, last: int, wording: str) -> Role | None:
    """Read what the verb governs: "chairs the club" is the chairman's role, of the club.

    None where a noun goes on: "leads the Ostby choir" is no office of Ostby.
    """
    head = Head(first, last, families()[wording])
    end, departments, place = read_complement(tokens, last, head)
    if last < end < len(tokens) and tokens[end - 1].is_name and _is_of_a_noun(tokens[end]):
        return None
    return replace(_role(head, wording, place), last=max(end, last), portfolio=frozenset(departments))


def led_role(tokens: Sequence[Token], first: int, last: int, wording: str) -> Role:
    """Read what is led: "the inquiry, led by" is the leader's role, of the inquiry."""
    at = first - 1
    while at >= 0 and tokens[at].low in BETWEEN:
        at -= 1
    start = at + 1
    while start > 0 and start > at - LONGEST_NOUN and _is_of_a_noun(tokens[start - 1]):
        start -= 1
    place = " ".join(token.text for token in tokens[start : at + 1])
    return _role(Head(first, last, families()[wording]), wording, place)


def _role(head: Head, wording: str, place: str) -> Role:
    return Role(head.family, head.first, head.last, head.first, place=place, wording=wording, told=True)


def _is_of_a_noun(token: Token) -> bool:
    if token.is_name and token.text.isalpha():
        return token.low not in NOT_NOUNS
    return token.text.islower() and token.low.isalpha() and token.low not in NOT_NOUNS
