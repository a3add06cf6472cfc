"""Counts against the lists behind them: "four regions: A, B and C"."""

from collections.abc import Sequence
from typing import Protocol

from pytest_factcheck.language.lists import VERBS
from pytest_factcheck.language.people import Sentences
from pytest_factcheck.language.personal import PARTICLES
from pytest_factcheck.language.tokens import Token
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.verdict import Finding


class Counted(Sentences, Protocol):
    """What comparing counts with lists needs of a reading."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The figures of the article."""

    def in_quotation(self, start: int, end: int) -> bool:
        """Tell whether words stand between quotation marks."""


COUNT_LIMIT = 15
"""The largest count that is compared with the list behind it."""


def find_count_clashes(reading: Counted) -> tuple[Finding, ...]:
    """Find counts that the list right behind them does not bear out: "four regions: A, B and C"."""
    findings = []
    for mention in reading.mentions:
        value = mention.value
        if mention.kind not in ("number", "quantity") or mention.hedge or not isinstance(value, int | float):
            continue
        if value != int(value) or not 2 <= value <= COUNT_LIMIT or mention.label:
            continue
        finding = _clash(reading, mention, int(value))
        if finding is not None:
            findings.append(finding)
    return tuple(findings)


def _clash(reading: Counted, mention: Mention, count: int) -> Finding | None:
    sentence = reading.sentence_at(mention.start)
    tokens = reading.tokens(sentence)
    figure = mention.figure if mention.figure.end > mention.figure.start else mention.span
    at = next((number for number, token in enumerate(tokens) if token.start >= figure.end), len(tokens))
    before = next((token.low for token in reversed(tokens) if token.end <= mention.start), "")
    opener = at
    while opener < len(tokens) and opener < at + 8 and (tokens[opener].is_word or tokens[opener].text == "-"):
        if tokens[opener].low in VERBS or tokens[opener].low in ("and", "or", "to", "than"):
            return None
        opener += 1
    if opener == at or opener >= len(tokens) or tokens[opener].text not in (":", "(", "—", "–"):
        return None
    noun = tokens[opener - 1].low
    if (not noun.endswith("s") and noun not in ("people", "men", "women", "children")) or before in (
        "first",
        "last",
        "other",
    ):
        return None
    end = _list_end(tokens, opener)
    if end is None:
        return None
    parts = _parts(tokens, opener + 1, end)
    if parts is None or len(parts) == count:
        return None
    start, stop = mention.start, tokens[end - 1].end
    names = all(_is_plain_name(tokens[first:last]) for first, last in parts)
    strong = names and not reading.in_quotation(start, stop)
    figures = " ".join(reading.text[figure.start : tokens[opener - 1].end].split())
    return Finding(
        start,
        stop,
        "contradicts",
        "strong" if strong else "loose",
        f"“{figures}”, and {len(parts)} are listed",
        f"{len(parts)}, or another list",
        ("the list stands right behind its count",),
    )


def _list_end(tokens: Sequence[Token], opener: int) -> int | None:
    """Give the token that closes what was opened: the bracket, the second dash, the end of the sentence."""
    mark = tokens[opener].text
    stops = {":": (".", ";", "!", "?"), "(": (")",), "—": ("—", "–"), "–": ("–", "—")}[mark]
    for number in range(opener + 1, min(len(tokens), opener + 80)):
        if tokens[number].text in stops and not (
            tokens[number].text == "." and number + 1 < len(tokens) and tokens[number + 1].is_name
        ):
            return number
        if tokens[number].text in (":", "?", '"', "“"):
            return None
    return len(tokens) if mark in (":", "—", "–") else None


def _parts(tokens: Sequence[Token], first: int, end: int) -> list[tuple[int, int]] | None:
    """Split the tokens of a list at its commas and its one "and"; None if it is no plain list."""
    parts: list[tuple[int, int]] = []
    ands = 0
    begin = first
    for number in range(first, end):
        token = tokens[number]
        if token.text in (",", ";") or token.low in ("and", "&"):
            ands += token.low in ("and", "&")
            if number > begin:
                parts.append((begin, number))
            begin = number + 1
        elif token.low in VERBS or token.low in (
            "or",
            "including",
            "such",
            "other",
            "others",
            "but",
            "not",
            "who",
            "which",
            "etc",
        ):
            return None
    if end > begin:
        parts.append((begin, end))
    long = any(last - start > 6 for start, last in parts)
    return (
        parts
        if ands == 1 and len(parts) > 1 and not long and tokens[parts[-1][0] - 1].low in ("and", "&")
        else None
    )


def _is_plain_name(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word]
    return bool(words) and all(token.is_name or token.low in PARTICLES | {"of", "the"} for token in words)
