"""Words that hold a figure loosely: "nearly", "more than", "or so"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pytest_factcheck.model.mention import Hedge
from pytest_factcheck.model.pattern import lazy_pattern

LONGEST = 6
"""Words in the longest hedge."""

_WORD_BEFORE = lazy_pattern(r"[\w.'’-]+|[~∼≈<>≤≥]=?")
_WINDOW = 64
_AFTER = lazy_pattern(
    r"(?:[^\S\n]{1,2}|,[^\S\n]|\n|-)?(\+|[A-Za-z]+(?:[^\S\n]{1,2}|\n)?(?:[A-Za-z]+)?(?:(?:[^\S\n]{1,2}|\n)[A-Za-z]+)?)"
)


@cache
def _tables() -> tuple[dict[str, Hedge], dict[str, Hedge]]:
    """Read the phrases of hedges.txt: those before a figure, and those after it."""
    before: dict[str, Hedge] = {}
    after: dict[str, Hedge] = {}
    families: dict[str, list[str]] = {}
    for line in files(__package__).joinpath("hedges.txt").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, phrases = line.partition(": ")
        words = [phrase.strip() for phrase in phrases.split(",")]
        if head.startswith("no "):
            continue
        if head.startswith("{"):
            families[head] = words
            continue
        sign, place = head.split()
        table = before if place == "before" else after
        for phrase in words:
            table.update(dict.fromkeys(_expand(phrase, families), sign))  # type: ignore[arg-type]
    return before, after


def _expand(phrase: str, families: dict[str, list[str]]) -> list[str]:
    for name, words in families.items():
        if name in phrase:
            return [full for word in words for full in _expand(phrase.replace(name, word, 1), families)]
    return [phrase]


@cache
def _prepositions() -> dict[str, frozenset[str]]:
    """Read for each phrase the words after which it is a preposition and holds nothing."""
    lines = files(__package__).joinpath("hedges.txt").read_text("utf-8").splitlines()
    pairs = (line[3:].split(" after: ") for line in lines if line.startswith("no "))
    return {phrase: frozenset(words.split(", ")) for phrase, words in pairs}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in _tables()[0])


def hedge_before(text: str, start: int) -> tuple[int, Hedge] | None:
    """Find the hedge that ends right before that offset: where it starts, and what it means.

    Two hedges in a row ("up to about") are one, which starts with the first; the one that takes a side wins.
    """
    found = _one_before(text, start)
    if not found:
        return None
    outer = _one_before(text, found[0])
    if not outer:
        return found
    at, sign = outer
    if sign == "~" or (found[1] != "~" and sign != found[1]):
        sign = found[1]
    return at, sign


def _one_before(text: str, start: int) -> tuple[int, Hedge] | None:
    floor = max(0, start - _WINDOW)
    end = start
    while end > floor and (text[end - 1].isspace() or text[end - 1] in "-‐‑"):
        end -= 1
    if start - end > 4 or end == floor or text[end:start].count("\n") > 1:
        return None
    words: list[tuple[int, str]] = []
    last_words = _last_words()
    position = end
    while position > floor and len(words) < LONGEST:
        begin = _word_start(text, position, floor)
        if begin == position:
            break
        words.append((begin, text[begin:position].lower()))
        if len(words) == 1 and words[0][1] not in last_words:
            return _glued(text, words[0][0], position)
        position = begin
        while position > floor and text[position - 1] in "  \t\n":
            position -= 1
        if begin - position > 4:
            break
    table = _tables()[0]
    for count in range(len(words), 0, -1):
        phrase = " ".join(word for _, word in reversed(words[:count]))
        if phrase not in table:
            continue
        before = words[count][1] if count < len(words) else ""
        refused = _prepositions().get(phrase)
        return None if refused and before in refused else (words[count - 1][0], table[phrase])
    return None


def _word_start(text: str, end: int, floor: int) -> int:
    begin = end
    if text[begin - 1] in "~∼≈<>≤≥=":
        while begin > floor and text[begin - 1] in "~∼≈<>≤≥=":
            begin -= 1
        return begin
    while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in ".-"):
        begin -= 1
    if begin > floor and text[begin - 1] in "'’":
        return end
    return begin


def _glued(text: str, begin: int, end: int) -> tuple[int, Hedge] | None:
    """Read "-nearly" and the like: a hyphenated tail that is a hedge by itself."""
    head, dash, tail = text[begin:end].lower().rpartition("-")
    table = _tables()[0]
    if dash and not head and tail in table:
        return end - len(tail), table[tail]
    return None


def hedge_after(text: str, end: int) -> tuple[int, Hedge] | None:
    """Find the hedge that begins right after that offset: where it ends, and what it means."""
    found = _AFTER.match(text, end)
    if not found or (found[1] != "+" and found.start(1) == end):
        return None
    table = _tables()[1]
    words = [(m.end() + found.start(1), m.group().lower()) for m in re.finditer(r"\+|[A-Za-z]+", found[1])]
    mark = text[end : found.start(1)]
    for count in range(len(words), 0, -1):
        phrase = " ".join(word for _, word in words[:count])
        if phrase in table and _fits(phrase, mark, text, words[count - 1][0]):
            return words[count - 1][0], table[phrase]
    return None


_BARE_AFTER = lazy_pattern(r"[^\S\n]?(?:$|\n|[.,;:!?)\]])")


def _fits(phrase: str, mark: str, text: str, end: int) -> bool:
    """Hold "plus", "odd", "tops" and "at least" to the places where they speak of the figure before them."""
    if phrase == "+":
        return not text[end : end + 1].isalnum()
    if phrase in ("some", "something"):
        return mark == "-"
    if phrase in ("odd", "plus"):
        return "-" in mark or (phrase == "odd" and not _BARE_AFTER.match(text, end))
    if mark == "-":
        return False
    if phrase in (
        "at least",
        "at most",
        "at the most",
        "maximum",
        "minimum",
        "tops",
        "approximately",
        "at a minimum",
    ):
        return bool(_BARE_AFTER.match(text, end))
    return mark != "," and (
        mark != ", " or phrase in ("give or take", "and counting", "more or less", "or so")
    )
