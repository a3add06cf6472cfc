"""How articles and facts files are found among the given paths."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.articles.reading import readers
from pytest_factcheck.model.errors import ArticleError
from pytest_factcheck.plugin.items import ArticleItem, FixtureItem

if TYPE_CHECKING:
    from pytest_factcheck.plugin.gate import Gate

FACTS_SUFFIXES = frozenset({".yaml", ".yml"})
REPORT_SUFFIXES = frozenset({".html", ".htm", ".md"})
REPORT_MARK = b"written by pytest-factcheck"
REPORT_HEAD = 400  # bytes at the start of a report in which its mark stands
ARTICLE_SUFFIXES = frozenset(filter(None, readers()))
"""The suffixes for which there is a reader; a file without any is no article."""


class ArticleFile(pytest.File):
    """An article; its tests are the facts that it speaks of."""

    def collect(self) -> Iterator[pytest.Item]:
        """Read and check the article, and make one test for each fact, or check, that found something."""
        from pytest_factcheck.plugin.gate import gate_of

        gate = gate_of(self.config)
        try:
            results = gate.check(self.path)
        except ArticleError as error:
            shown = gate.settings.show(self.path)
            gate.fault(str(ArticleError(shown, error.reason, error.remedy)))
            return
        replaced = gate.replaced_below(self.path.parent)
        for name, result in results.items():
            kind = FixtureItem if name in replaced else ArticleItem
            yield kind.from_parent(self, name=name, gate=gate, result=result)


class Folder(pytest.Directory):
    """A folder that is listed once and, unless it lies among the given paths, only for what leads to them.

    pytest lists the folder of a named file anew for each file that is named; this keeps a hundred named
    files in a folder of thousands quick.
    """

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """List files and folders in the order of their names."""
        from pytest_factcheck.plugin.gate import gate_of

        gate = gate_of(self.config)
        holds_articles = gate.is_walk_plain and not gate.keeps_facts(self.path)
        for entry in self._entries(gate):
            if holds_articles and _is_plain_article(entry):
                yield ArticleFile.from_parent(self, path=self.path / entry.name)
            else:
                yield from self._collect_entry(self.path / entry.name)

    def _entries(self, gate: Gate) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            gate.fault(f"{gate.settings.show(self.path)}: the folder cannot be read: {error.strerror}.")
            return []
        return entries if self._is_given() else [entry for entry in entries if self._leads_on(entry)]

    def _is_given(self) -> bool:
        return any(map(self.session.isinitpath, (self.path, *self.path.parents)))

    def _leads_on(self, entry: os.DirEntry[str]) -> bool:
        return self.session.isinitpath(self.path / entry.name, with_parents=True)

    def _collect_entry(self, path: Path) -> Iterator[pytest.Item | pytest.Collector]:
        hooks = self.ihook
        if not self.session.isinitpath(path, with_parents=True) and hooks.pytest_ignore_collect(
            collection_path=path, config=self.config
        ):
            return
        if path.is_dir():
            if (folder := hooks.pytest_collect_directory(path=path, parent=self)) is not None:
                yield folder
        elif path.is_file() or path.suffix.lower() in ARTICLE_SUFFIXES:
            yield from hooks.pytest_collect_file(file_path=path, parent=self)


def _is_plain_article(entry: os.DirEntry[str]) -> bool:
    suffix = os.path.splitext(entry.name)[1].lower()
    is_readable = suffix in ARTICLE_SUFFIXES and not entry.name.startswith(".") and entry.is_file()
    return is_readable and not (suffix in REPORT_SUFFIXES and is_report(entry.path))


def is_report(path: str) -> bool:
    """Tell whether a file is a report that this plugin wrote; a report is no article."""
    try:
        with open(path, "rb") as file:
            return REPORT_MARK in file.read(REPORT_HEAD)
    except OSError:
        return False


def is_loop(path: Path) -> bool:
    """Tell whether a folder is a link to a folder that it lies in."""
    if not path.is_symlink():
        return False
    try:
        return path.resolve() in path.parent.resolve().parents or path.resolve() == path.parent.resolve()
    except (OSError, RuntimeError):
        return True
