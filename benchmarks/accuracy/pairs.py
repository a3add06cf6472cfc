"""Every text held against the facts of every other subject: nothing may fail there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.accuracy.marks import Copy
from benchmarks.accuracy.score import Said, verdicts_on
from benchmarks.accuracy.subjects import Subject
from pytest_factcheck import FactBook, load_facts


@dataclass(frozen=True, slots=True)
class Crossed:
    """How many pairs of a text and a foreign fact were tried, and the failures among them."""

    pairs: int
    failures: tuple[str, ...]


def cross(subjects: tuple[Subject, ...], *, with_story: bool) -> Crossed:
    """Hold each text against all facts of all other subjects.

    Without their `story` words, and with the text dated on the facts' own day, nothing but the linking itself
    keeps the facts away: that is the hard form.
    """
    pairs = 0
    failures: list[str] = []
    for owner in subjects:
        book = load_facts(owner.facts) if with_story else book_without_story(owner.facts)
        for subject, copy in copies_of_others(subjects, owner):
            dated = copy if with_story else on_day(copy, as_of(owner.facts))
            pairs += len(owner.kinds)
            failed = (one for one in verdicts_on(dated, book) if one.fails and one.fact in owner.kinds)
            failures += [told(subject, copy, owner, one) for one in failed]
    return Crossed(pairs, tuple(failures))


def copies_of_others(subjects: Iterable[Subject], owner: Subject) -> Iterator[tuple[Subject, Copy]]:
    """List the texts of all subjects but one."""
    return ((subject, copy) for subject in subjects if subject is not owner for copy in subject.copies)


def book_without_story(facts: Path) -> FactBook:
    """Load a facts file as if it had no `story`."""
    lines = facts.read_text(encoding="utf-8").splitlines(keepends=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / facts.name
        path.write_text("".join(line for line in lines if not line.startswith("story:")), encoding="utf-8")
        return load_facts(path)


def as_of(facts: Path) -> date:
    """Read the `as_of` day of a facts file."""
    line = next(line for line in facts.read_text(encoding="utf-8").splitlines() if line.startswith("as_of: "))
    return datetime.strptime(line.removeprefix("as_of: "), "%d %B %Y").date()


def on_day(copy: Copy, day: date) -> Copy:
    """Give the same text as if it had been published on another day."""
    return Copy(copy.name, day, copy.style, copy.text, copy.labels)


def told(subject: Subject, copy: Copy, owner: Subject, one: Said) -> str:
    """Write one failure as a line."""
    return f"{subject.name}/{copy.name} against {owner.name}: {one}"
