"""The gate: what one run knows, and the hooks of pytest through which it works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_factcheck.articles.article import Article
from pytest_factcheck.articles.reading import read_article
from pytest_factcheck.checking.check import check_article
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.plugin import books
from pytest_factcheck.plugin.changed import Changed, find_changed
from pytest_factcheck.plugin.cover import Wanted, coverages, read_wanted, silent, take
from pytest_factcheck.plugin.leave import (
    Exemptions,
    count_met,
    load_exemptions,
    notes_on_baseline,
    notes_on_waivers,
)
from pytest_factcheck.plugin.outcome import Rules
from pytest_factcheck.plugin.required import missing
from pytest_factcheck.plugin.results import Result, Results
from pytest_factcheck.plugin.settings import Settings, read_settings
from pytest_factcheck.reporting.excerpt import Excerpt, cut_excerpt
from pytest_factcheck.reporting.report import Report, Statement, check_name, states

if TYPE_CHECKING:
    from pytest_factcheck.facts.book import FactBook
    from pytest_factcheck.plugin.examples import Example

GATE = pytest.StashKey["Gate"]()


def gate_of(config: pytest.Config) -> Gate:
    """Give the gate of the run."""
    return config.stash[GATE]


@dataclass(slots=True)
class Tally:
    """What was read, whether or not it became a test."""

    read: dict[str, str | None] = field(default_factory=dict)
    """The articles, each with its day of publication in ISO form."""
    silent: int = 0
    """Articles that speak of no fact."""
    examples: int = 0
    faults: list[str] = field(default_factory=list)
    unchanged: int = 0
    """Articles that were left out because they have not changed."""
    met: dict[str, int] = field(default_factory=dict)
    """Waivers and entries of the baseline by their places, with how often they were met in one article."""
    coverage: dict[str, list[Any]] = field(default_factory=dict)
    """What was not checked, by article."""

    @property
    def articles(self) -> int:
        """Count the articles."""
        return len(self.read)

    @property
    def undated(self) -> list[str]:
        """List the articles without a date."""
        return [path for path, day in self.read.items() if day is None]

    def pack(self) -> dict[str, Any]:
        """Turn it into values that xdist can send."""
        return {name: getattr(self, name) for name in self.__slots__}


class Gate:
    """The facts, the settings and the results of one run."""

    def __init__(self, settings: Settings, shelf: books.Shelf, rules: Rules) -> None:
        self.settings, self.shelf, self.rules = settings, shelf, rules
        self.results, self.tally = Results(), Tally()
        self.exemptions, self.coverage = Exemptions(), Wanted()
        self.changed: Changed | None = None
        self.is_walk_plain = True
        """Whether only pytest itself chooses which files are collected."""
        self._example_books: dict[str, FactBook] = {}

    @property
    def book(self) -> FactBook:
        """The facts of the facts files."""
        return self.shelf.book

    def book_for(self, folder: Path) -> FactBook:
        """Give the facts that hold for the articles of a folder."""
        return self.shelf.book_for(folder)

    def replaced_below(self, folder: Path) -> frozenset[str]:
        """Name the facts for which a folder's `conftest.py`, or one above it, has a fixture of its own."""
        return self.shelf.replaced_below(folder)

    def fault(self, message: str) -> None:
        """Note that something could not be read: the run goes on, and does not pass."""
        if message not in self.tally.faults:
            self.tally.faults.append(message)

    def read(self, path: Path) -> Article:
        """Read an article, dated by itself or by `--published`."""
        return replace(read_article(path, self.settings.published), path=self.settings.show(path))

    def check(self, path: Path) -> Mapping[str, Result]:
        """Read and check an article; give what was found by fact and by check."""
        article = self.read(path)
        book = self.book_for(path.parent)
        verdicts = check_article(article, book)
        if required := self.shelf.required(book):
            verdicts = [*verdicts, *missing(article, verdicts, required, self.names_of(path))]
        self.tally.silent += not verdicts
        day = _day(article, verdicts) or self.shelf.as_of
        self.tally.read[article.path] = day.isoformat() if day else None
        if self.coverage.is_on:
            self.tally.coverage[article.path] = take(article, verdicts, book)
        results = {name: _result(article, found) for name, found in _by_check(verdicts).items()}
        results = {name: self._exempt(article, path, result) for name, result in results.items()}
        count_met(results.values(), self.tally.met)
        return results

    def check_again(self, article: Article, path: Path, fact: Fact) -> Result:
        """Check an article with another fact in the place of one; give what was found for that one."""
        book = books.with_facts(self.book_for(path.parent), [fact])
        verdicts = check_article(article, book)
        verdicts = [*verdicts, *missing(article, verdicts, [fact], self.names_of(path))]
        found = [v for v in verdicts if v.fact is not None and v.fact.id == fact.id]
        return self._exempt(article, path, _result(article, found))

    def _exempt(self, article: Article, path: Path, result: Result) -> Result:
        return self.exemptions.apply(article, self.names_of(path), result, self.rules)

    def names_of(self, path: Path) -> tuple[str, ...]:
        """Give the names by which `required_in` may mean an article."""
        return (self.settings.show(path), path.as_posix())

    def as_fact(self, identifier: str, value: object, folder: Path) -> Fact:
        """Take what a fixture gave for a fact."""
        return self.shelf.as_fact(identifier, value, folder)

    def keeps_facts(self, path: Path) -> bool:
        """Tell whether a path lies where the facts are kept."""
        return any(place == path or place in path.parents for place in self.settings.facts)

    def facts_in(self, path: Path) -> list[Fact]:
        """List the facts of one facts file."""
        return self.shelf.facts_in(path)

    def try_example(self, example: Example) -> tuple[Verdict, ...]:
        """Check an example's line as if it were an article of a day on which the fact holds."""
        fact = example.fact
        day = books.on_a_day_it_holds(fact, self.settings.published)
        article = Article.from_text(example.text, day, f"{fact.place.path}")
        verdicts = check_article(article, self._example_book(fact))
        return tuple(v for v in verdicts if v.fact is not None and v.fact.id == fact.id)

    def _example_book(self, fact: Fact) -> FactBook:
        path = fact.place.path
        if path not in self._example_books:
            book = (
                self.book_for((self.settings.start / path).parent)
                if path.endswith(books.CONFTEST)
                else self.book
            )
            self._example_books[path] = books.for_examples(book, fact)
        return self._example_books[path]

    def record(self, node: str, result: Result) -> None:
        """Keep what an item found."""
        self.results.record(node, result)

    def report(self) -> Report:
        """Give what the run has found so far."""
        report = self.results.report(tuple(self.shelf.known.values()), self.tally.read)
        notes = (*notes_on_waivers(self), *notes_on_baseline(self))
        if not self.coverage.is_on:
            return replace(report, notes=notes)
        reasons = silent(self, report.mentioned_in)
        return replace(report, notes=notes, coverage=coverages(self.tally.coverage), silent=reasons)


def open_gate(config: pytest.Config) -> None:
    """Load the facts and let the check take part in the run; faults end it before it begins."""
    from pytest_factcheck.plugin.hooks import Hooks

    settings = read_settings(config)
    shelf = books.Shelf(books.load(settings.facts, settings.start), settings)
    gate = Gate(settings, shelf, Rules(settings.unsure, date.today()))
    gate.exemptions = load_exemptions(config, settings, shelf.book.files)
    gate.coverage = read_wanted(config, settings)
    gate.changed = find_changed(config, settings, gate.exemptions.path)
    config.stash[GATE] = gate
    config.pluginmanager.register(Hooks(gate, config), "factcheck-gate")


def _by_check(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        found.setdefault(check_name(verdict), []).append(verdict)
    return found


def _result(article: Article, verdicts: Sequence[Verdict]) -> Result:
    return Result(article.path, _day(article, verdicts), tuple(_statements(article, verdicts)))


def _day(article: Article, verdicts: Sequence[Verdict]) -> date | None:
    # The check gives an article without a date that of the facts file it speaks of.
    as_of = (v.fact.setting.as_of for v in verdicts if v.fact is not None and v.fact.setting.as_of)
    return article.published or next(as_of, None)


def _statements(article: Article, verdicts: Iterable[Verdict]) -> Iterator[Statement]:
    for verdict in verdicts:
        shown = verdict.outcome != "agrees" and states(verdict)
        yield Statement(
            verdict, cut_excerpt(article.text, verdict.start, verdict.end) if shown else Excerpt()
        )
