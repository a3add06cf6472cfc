"""The baseline: contradictions that an archive held when the check was taken up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import ClassVar

import yaml
from pydantic import BaseModel, ConfigDict, Field

from pytest_factcheck.facts.excerpts import same_words
from pytest_factcheck.facts.files import BASELINE
from pytest_factcheck.facts.records import read_records
from pytest_factcheck.model.exemption import Exemption
from pytest_factcheck.model.fact import Place

STEM = BASELINE
HEAD = """\
# Contradictions that were known when the check was taken up. They do not fail; new ones do.
# Written by --factcheck-baseline-update, which takes out what is no longer there and adds nothing.
"""
MISSING = {
    "article": "`article` is missing: name the article.",
    "fact": "`fact` is missing: write the id of the fact.",
}


class Known(BaseModel):
    """Words of one article that are known to contradict a fact, and how many times they stand there."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    not_written: ClassVar[frozenset[str]] = frozenset({"place"})

    article: str
    fact: str
    excerpt: str = ""
    times: int = Field(default=1, ge=1)
    place: Place = Field(default_factory=Place, exclude=True)

    @property
    def key(self) -> tuple[str, str]:
        """What is looked up: fact and words."""
        return self.fact, same_words(self.excerpt)

    def exemption(self) -> Exemption:
        """Give what the reports tell of it."""
        return Exemption("baseline", str(self.place))

    def to_yaml(self) -> dict[str, str | int]:
        """Give its keys as the file writes them; what says nothing is left out."""
        written: dict[str, str | int] = {"article": self.article, "fact": self.fact}
        if self.excerpt:
            written["excerpt"] = self.excerpt
        return {**written, "times": self.times} if self.times > 1 else written


@dataclass(frozen=True)
class Baseline:
    """The entries of one file."""

    path: Path
    entries: tuple[Known, ...] = ()

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], list[Known]]:
        found: dict[tuple[str, str], list[Known]] = {}
        for entry in self.entries:
            found.setdefault(entry.key, []).append(entry)
        return found

    def find(self, names: Iterable[str], fact: str, words: str) -> Known | None:
        """Find the entry for some words of an article; `names` are its paths, of which one ends so."""
        entries = self._by_key.get((fact, same_words(words)), ())
        found = (entry for entry in entries if any(_ends_with(name, entry.article) for name in names))
        return next(found, None)

    def shrunk(self, met: Mapping[str, int], gone: Iterable[Known]) -> "Baseline":
        """Drop what is gone, and lower what was met less often; `met` counts by the entries' places."""
        left_out = {str(entry.place) for entry in gone}
        entries = (_lowered(entry, met) for entry in self.entries if str(entry.place) not in left_out)
        return Baseline(self.path, tuple(entries))


def _lowered(entry: Known, met: Mapping[str, int]) -> Known:
    times = min(entry.times, met.get(str(entry.place), entry.times))
    return entry.model_copy(update={"times": max(1, times)})


def _ends_with(name: str, path: str) -> bool:
    parts = PurePosixPath(path).parts
    return PurePosixPath(name).parts[-len(parts) :] == parts


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; `FactsError` names every fault."""
    return Baseline(path, read_records(path, Known, "known contradiction", MISSING))


def write_baseline(baseline: Baseline) -> None:
    """Write a baseline in the order of its articles."""
    entries = sorted(baseline.entries, key=lambda entry: (entry.article, entry.fact, entry.excerpt))
    body = yaml.safe_dump(
        [entry.to_yaml() for entry in entries], allow_unicode=True, sort_keys=False, width=10_000
    )
    baseline.path.parent.mkdir(parents=True, exist_ok=True)
    text = HEAD + (body if entries else "[]\n")
    baseline.path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
