"""The subjects of the suite: a facts file each, and the news texts about it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.accuracy.marks import Copy, read_copy

HERE = Path(__file__).resolve().parent
HALVES = ("open", "frozen")
VALUE_KEYS = {
    "began": "event",
    "date": "date",
    "duration": "duration",
    "number": "number",
    "percent": "percent",
    "money": "money",
    "list": "list",
    "office": "office",
    "quote": "quote",
    "spelling": "spelling",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject: `half` is "open" (rules may be tuned on it) or "frozen"; `kinds` has each fact's kind."""

    name: str
    half: str
    facts: Path
    kinds: dict[str, str]
    copies: tuple[Copy, ...]


def read_subjects(root: Path = HERE) -> tuple[Subject, ...]:
    """Read every subject below the two folders, in alphabetical order."""
    return tuple(
        read_subject(facts.parent) for half in HALVES for facts in sorted(root.glob(f"{half}/*/facts.yaml"))
    )


def read_subject(folder: Path) -> Subject:
    """Read one subject's folder."""
    facts = folder / "facts.yaml"
    content = yaml.load(facts.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    kinds = {id: kind_of(entry) for id, entry in content["facts"].items()}
    copies = tuple(read_copy(path) for path in sorted(folder.glob("*.txt")))
    return Subject(folder.name, folder.parent.name, facts, kinds, copies)


def kind_of(entry: dict[str, Any]) -> str:
    """Name the kind of a fact by its value key."""
    return next(kind for key, kind in VALUE_KEYS.items() if key in entry)
