"""A fact as it is drafted: its keys, and how they are written into a facts file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import yaml

from pytest_factcheck.facts.keys import fault_of_id

PLAIN = re.compile(r"[A-Za-z0-9$€£¥“‘][^\n#:\"'\[\]{}&*!|>%@`\\]*[^\n#:\"'\[\]{}&*!|>@`\\\s]|[A-Za-z0-9]")
"""What YAML reads as it stands, wherever it stands behind a key."""

NOTHING = frozenset({"null", "Null", "NULL", "true", "false", "yes", "no", "on", "off"})
LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """The keys of one fact, in the order in which they are written, and the lines that prove it."""

    name: str
    keys: dict[str, str]
    place: str
    agree: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    def unproved(self, remark: str) -> Draft:
        """Take the example away, and say why."""
        return replace(self, agree=(), remarks=(*self.remarks, remark))

    def lines(self) -> Iterator[str]:
        """Write the fact below `facts:`."""
        yield f"  {self.name}:"
        yield from (f"    # {remark}" for remark in (self.place, *self.remarks))
        yield from (f"    {key}: {written(value)}" for key, value in self.keys.items())
        if self.agree:
            yield from ("    examples:", "      agree: |", *(f"        {line}" for line in self.agree))


def written(value: str) -> str:
    """Write a value so that YAML gives back the same text."""
    if PLAIN.fullmatch(value) and value not in NOTHING:
        return value
    text: str = yaml.safe_dump(value, allow_unicode=True, default_style='"', width=100_000)
    return text.removesuffix("\n...\n").rstrip("\n")


def name_for(words: Iterable[str], taken: Iterable[str]) -> str:
    """Make an id of some words that no other fact has."""
    base = (
        re.sub(r"[^a-z0-9]+", "_", " ".join(dict.fromkeys(" ".join(words).lower().split())))
        .strip("_")[:LONGEST_ID]
        .strip("_")
        or "fact"
    )
    if fault_of_id(base):
        base = f"fact_{base}"
    known = frozenset(taken)
    names = (base, *(f"{base}_{number}" for number in range(2, len(known) + 3)))
    return next(name for name in names if name not in known)
