"""Facts as fixtures: one of its own name for each fact, and the `article`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from pytest_factcheck.plugin.settings import find_facts_paths, read_settings

if TYPE_CHECKING:
    from pytest_factcheck.articles.article import Article
    from pytest_factcheck.model.fact import Fact
    from pytest_factcheck.plugin.books import Shelf
    from pytest_factcheck.plugin.declare import Declared

SHELF = pytest.StashKey["Shelf"]()

LIKELY_ID = re.compile(r"^[ ]{1,8}([a-z][a-z0-9_]*):(?=[ ]*(?:$|\{|\#))", re.MULTILINE)
"""What stands where a facts file names a fact. It finds some other keys too, which is harmless: a name that
turns out to be no fact is an error only for a test that asks for it."""

NO_FACTS = frozenset({"examples", "source", "names", "also_true"})


def fact_fixtures(names: Iterable[str], shelf: Callable[[], Shelf], published: date | None) -> ModuleType:
    """Make a plugin that consists of fixtures: one for each name, and the `article`."""
    plugin = ModuleType("factcheck_fixtures")
    plugin.__dict__.update(dict.fromkeys(names, _fact_fixture(shelf)))
    setattr(plugin, "article", _article_fixture(published))  # noqa: B010
    return plugin


def _fact_fixture(shelf: Callable[[], Shelf]) -> Any:
    """Make the one fixture that stands under the names of all facts: it learns its name when it is asked for."""

    def fact(request: pytest.FixtureRequest) -> Fact:
        """The fact of this name in the facts files."""
        name, facts = request.fixturename, shelf().book.by_id
        if name is None or name not in facts:
            raise pytest.UsageError(f"no facts file declares a fact {name}")
        return facts[name]

    # pytest asks for the parameters under each name, and working them out is half the time of ten thousand facts.
    fact.__signature__ = inspect.signature(fact)  # type: ignore[attr-defined]
    return pytest.fixture(scope="session")(fact)


def _article_fixture(published: date | None) -> Any:
    def article(request: pytest.FixtureRequest) -> Article:
        """The article under test; in a test of your own, the one that `@pytest.mark.article(path)` names."""
        own = getattr(request.node, "article", None)
        return own if own is not None else _named_article(request, published)

    return pytest.fixture(article)


def _named_article(request: pytest.FixtureRequest, published: date | None) -> Article:
    from pytest_factcheck.articles.reading import read_article

    mark = request.node.get_closest_marker("article")
    if mark is None or len(mark.args) != 1:
        raise pytest.UsageError(
            'the fixture `article` needs a mark on the test: @pytest.mark.article("path")'
        )
    path = Path(mark.args[0])
    places = (request.path.parent / path, request.config.rootpath / path)
    return read_article(next((place for place in places if place.exists()), places[0]), published)


def register_idle(config: pytest.Config) -> None:
    """Name the facts as fixtures without loading them; they are loaded when a test asks for the first."""
    from pytest_factcheck.facts.unhurried import unhurried

    with unhurried():
        if names := likely_names(find_facts_paths(config)):
            fixtures = fact_fixtures(names, lambda: idle_shelf(config), None)
            config.pluginmanager.register(fixtures, "factcheck-fixtures")


def idle_shelf(config: pytest.Config) -> Shelf:
    """Load the facts for a run without `--factcheck`, once."""
    if SHELF not in config.stash:
        from pytest_factcheck.plugin.start import find_plainly

        find_plainly(config)
        from pytest_factcheck.plugin import books

        settings = read_settings(config)
        config.stash[SHELF] = books.Shelf(books.load(settings.facts, settings.start), settings)
    return config.stash[SHELF]


def likely_names(paths: Iterable[Path]) -> list[str]:
    """Find by a glance at the facts files what their facts may be called."""
    names: dict[str, None] = {}
    for path in paths:
        files = [path] if path.is_file() else sorted(path.rglob("*.y*ml"))
        for file in files:
            text = file.read_text(encoding="utf-8", errors="replace")
            names.update(dict.fromkeys(LIKELY_ID.findall(text)))
    return [name for name in names if name not in NO_FACTS]


def declared_value(request: pytest.FixtureRequest, declared: Declared) -> Fact:
    """Give a fact declared in Python its value as a fixture."""
    from pytest_factcheck.plugin.gate import GATE

    gate = request.config.stash.get(GATE, None)
    shelf = gate.shelf if gate is not None else idle_shelf(request.config)
    return shelf.declared(declared)
