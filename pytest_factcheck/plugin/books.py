"""The facts of a run: those of the facts files, and those that a `conftest.py` declares for its folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from pytest_factcheck.articles.article import Article
from pytest_factcheck.checking.examples import for_examples as for_examples
from pytest_factcheck.checking.examples import on_a_day_it_holds as on_a_day_it_holds
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.facts.declare import make_fact
from pytest_factcheck.facts.load import load_facts
from pytest_factcheck.model.errors import FactsError, Fault, UseError
from pytest_factcheck.model.fact import Fact, Place, Setting
from pytest_factcheck.model.names import Names
from pytest_factcheck.plugin.declare import Declared, find_declarations
from pytest_factcheck.plugin.settings import Settings

CONFTEST = "conftest.py"
NO_FACTS = (
    "There are no facts to check against. Write them into facts/*.yaml, or name the file with --facts PATH."
)


@dataclass(slots=True)
class Local:
    """What one `conftest.py` says of facts."""

    declared: list[Declared] = field(default_factory=list)
    fixtures: frozenset[str] = frozenset()


class Shelf:
    """The book of the facts files, and the books of folders whose `conftest.py` changes it."""

    def __init__(self, book: FactBook, settings: Settings) -> None:
        self.book, self._settings = book, settings
        self._local: dict[Path, Local] = {}
        self._books: dict[Path, FactBook] = {}
        self._known: Mapping[str, Fact] | None = None
        # Kept with the book itself, so that its id is not given to another.
        self._required: dict[int, tuple[FactBook, tuple[Fact, ...]]] = {}

    @property
    def as_of(self) -> date | None:
        """The day that the facts files assume for an article that states none."""
        return self.book.as_of

    def names(self) -> Sequence[str]:
        """List the facts of the facts files by name."""
        return tuple(self.book.by_id)

    @property
    def known(self) -> Mapping[str, Fact]:
        """The facts of the facts files, and behind them those that only a `conftest.py` declares."""
        if self._known is None:
            declared = [self.declared(d) for local in self._local.values() for d in local.declared]
            added = {fact.id: fact for fact in declared if fact.id not in self.book.by_id}
            self._known = {**self.book.by_id, **added}
        return self._known

    def dated(self, article: Article) -> Article:
        """Give an article without a date that of `as_of`."""
        if article.published is not None or self.as_of is None:
            return article
        return article.with_published(self.as_of, "as_of of the facts file")

    def add_conftest(self, module: object, folder: Path) -> None:
        """Take note of what a `conftest.py` declares, and of the fixtures that it defines."""
        local = Local(find_declarations(module), _fixture_names(module))
        for declared in local.declared:
            self.declared(declared)
        if local.declared or local.fixtures:
            self._local[folder] = local
            self._books.clear()
            self._known = None

    def book_for(self, folder: Path) -> FactBook:
        """Give the facts that hold for a folder's articles; the nearest `conftest.py` has the last word."""
        if folder not in self._books:
            declared = [d for place in self._above(folder) for d in self._local[place].declared]
            self._books[folder] = (
                with_facts(self.book, map(self.declared, declared)) if declared else self.book
            )
        return self._books[folder]

    def required(self, book: FactBook) -> tuple[Fact, ...]:
        """List the facts of a book that some articles must state."""
        if id(book) not in self._required:
            self._required[id(book)] = (book, tuple(fact for fact in book.facts if fact.required_in))
        return self._required[id(book)][1]

    def replaced_below(self, folder: Path) -> frozenset[str]:
        """Name the facts for which a `conftest.py` of the folder, or above it, has a plain fixture."""
        if not self._local:
            return frozenset()
        found = frozenset[str]().union(*(self._local[place].fixtures for place in self._above(folder)))
        return found & self.book_for(folder).by_id.keys()

    def declared(self, declared: Declared) -> Fact:
        """Make the fact that a `conftest.py` declares; its faults name the function."""
        return fact_of(
            declared.id,
            declared.keys,
            Place(self._settings.show(Path(declared.path)), declared.line),
            self._setting(declared.id),
        )

    def as_fact(self, identifier: str, value: object, folder: Path) -> Fact:
        """Take what a fixture gave for a fact: a fact, or a dict with its keys."""
        if isinstance(value, Fact):
            return value if value.id == identifier else value.model_copy(update={"id": identifier})
        if isinstance(value, Mapping):
            place = self.book_for(folder).by_id[identifier].place
            return fact_of(identifier, value, place, self._setting(identifier))
        raise UseError(
            f"The fixture {identifier} gives {type(value).__name__}; it must give a fact or a dict."
        )

    def facts_in(self, path: Path) -> list[Fact]:
        """List the facts of one facts file, or those that a `conftest.py` declares."""
        if path.name == CONFTEST:
            return [self.declared(d) for d in self._local.get(path.parent, Local()).declared]
        return self._by_file.get(path.resolve(), [])

    @cached_property
    def _by_file(self) -> dict[Path, list[Fact]]:
        found: dict[Path, list[Fact]] = {}
        resolved = {name: Path(name).resolve() for name in self.book.files}
        for fact in self.book.facts:
            found.setdefault(resolved[fact.place.path], []).append(fact)
        return found

    def _above(self, folder: Path) -> list[Path]:
        return [place for place in reversed([folder, *folder.parents]) if place in self._local]

    def _setting(self, identifier: str) -> Setting:
        if identifier in self.book.by_id:
            return self.book.by_id[identifier].setting
        forms: dict[str, tuple[str, ...]] = {}
        for fact in self.book.facts:
            forms.update(fact.setting.names.forms)
        return Setting(names=Names(forms))


def load(paths: Sequence[Path], start: Path) -> FactBook:
    """Load the facts; paths are shown as seen from the folder in which pytest was started."""
    if not paths:
        raise pytest.UsageError(NO_FACTS)
    try:
        return load_facts([_shown(path, start) for path in paths])
    except UseError as error:
        raise pytest.UsageError(f"{error} {NO_FACTS}") from None
    except FactsError as error:
        raise pytest.UsageError(str(error)) from None


def with_facts(book: FactBook, facts: Iterable[Fact]) -> FactBook:
    """Give a book in which these facts take the place of those of the same id, or are added."""
    return book.override(facts)


def fact_of(identifier: str, keys: Mapping[str, Any], place: Place, setting: Setting) -> Fact:
    """Make a fact of the keys that a facts file would give it; its faults name the place in Python."""
    try:
        return make_fact(identifier, place=place, setting=setting, **keys)
    except FactsError as error:
        faults = [Fault(place.path, place.line, 1, f"{identifier}: {f.message}") for f in error.faults]
        raise FactsError(faults) from None


def _fixture_names(module: object) -> frozenset[str]:
    kind = type(pytest.fixture(lambda: None))
    found: set[str] = set()
    for key, member in vars(module).items():
        # Before pytest 8.4 a fixture was a function like any other: then every function may be one.
        if isinstance(member, kind) and not hasattr(member, "factcheck_declaration"):
            found |= {key, getattr(member, "name", key)}
    return frozenset(found)


def _shown(path: Path, start: Path) -> Path:
    return path.relative_to(start) if path.is_relative_to(start) and Path.cwd() == start else path
