"""News texts with their labels written into them: `[[4.75 percent|agree|key_rate|a note]]`."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

VERDICTS = ("agree", "contradict", "lookalike")
MARK = re.compile(r"\[\[(?P<words>[^|\[\]]+)\|(?P<verdict>\w+)\|(?P<fact>\w+)(?:\|(?P<note>[^|\[\]]*))?\]\]")


@dataclass(frozen=True, slots=True)
class Label:
    """What a person says of one statement; offsets count characters of the text without its marks."""

    start: int
    end: int
    text: str
    verdict: str
    fact: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One news text without its marks, the day it was published, and its labels."""

    name: str
    published: date
    style: str
    text: str
    labels: tuple[Label, ...]


def read_copy(path: Path) -> Copy:
    """Read a marked-up text: `published:` and `style:` lines, an empty line, then the copy."""
    head, _, body = path.read_bytes().decode("utf-8").partition("\n\n")
    about = dict(line.split(": ", 1) for line in head.splitlines())
    text, labels = strip_marks(body)
    return Copy(path.stem, date.fromisoformat(about["published"]), about["style"], text, labels)


def strip_marks(marked: str) -> tuple[str, tuple[Label, ...]]:
    """Take the marks out of a text and give their labels with the offsets that the words then have.

    >>> strip_marks("It fell to [[2 percent|agree|rate|rounded]] in May.")[0]
    'It fell to 2 percent in May.'
    """
    parts: list[str] = []
    labels: list[Label] = []
    length = last = 0
    for mark in MARK.finditer(marked):
        before, words = marked[last : mark.start()], mark["words"]
        start = length + len(before)
        length = start + len(words)
        labels.append(Label(start, length, words, mark["verdict"], mark["fact"], mark["note"] or ""))
        parts += [before, words]
        last = mark.end()
    return "".join([*parts, marked[last:]]), tuple(labels)
