"""The hooks of pytest in which the check takes part once it is switched on."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from pytest_factcheck.model.errors import FactcheckError
from pytest_factcheck.plugin.books import CONFTEST
from pytest_factcheck.plugin.collect import (
    ARTICLE_SUFFIXES,
    FACTS_SUFFIXES,
    ArticleFile,
    Folder,
    is_loop,
)
from pytest_factcheck.plugin.cover import shortfall
from pytest_factcheck.plugin.examples import FactsFile
from pytest_factcheck.plugin.fixtures import fact_fixtures
from pytest_factcheck.plugin.gate import Gate, Tally
from pytest_factcheck.plugin.items import FailureText, crash_of
from pytest_factcheck.plugin.leave import update_baseline
from pytest_factcheck.plugin.onlookers import is_unwatched
from pytest_factcheck.plugin.quick import may_run_quickly, run_all, run_quickly
from pytest_factcheck.plugin.remarks import remarks, warn_of_waivers
from pytest_factcheck.plugin.results import ATTRIBUTE, pack, unpack
from pytest_factcheck.plugin.summary import header, read_line, summarize
from pytest_factcheck.reporting.excerpt import harmless
from pytest_factcheck.reporting.formats import check_format, write

HOOKS_OF_CHOICE = ("pytest_ignore_collect", "pytest_collect_file")
CHOOSING = (*HOOKS_OF_CHOICE, "collect_ignore", "collect_ignore_glob")
"""What a `conftest.py` may hold to choose which files are collected."""

ENDED = frozenset({pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED})
"""How a run ends that came to its end."""

TALLY = "factcheck_tally"
"""The key under which a worker of xdist sends what it read."""


class Hooks:
    """A plugin that collects articles and facts files, runs them and tells what was found."""

    def __init__(self, gate: Gate, config: pytest.Config) -> None:
        self.gate, self.config = gate, config
        self.is_worker = hasattr(config, "workerinput")
        self.is_quick = False
        self.has_fixtures = False
        for path in gate.settings.reports:
            _refuse_unknown(path)

    def _offer_fixtures(self) -> None:
        """Name the facts as fixtures; only tests of the user ask for them, and ten thousand take a while."""
        if self.has_fixtures:
            return
        self.has_fixtures = True
        shelf = self.gate.shelf
        fixtures = fact_fixtures(shelf.names(), lambda: shelf, self.gate.settings.published)
        self.config.pluginmanager.register(fixtures, "factcheck-fixtures")

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """See whether only pytest itself chooses what is collected."""
        if self.config.getoption("showfixtures") or self.config.getoption("show_fixtures_per_test"):
            self._offer_fixtures()
        options = ("ignore", "ignore_glob", "doctestglob")
        chosen = any(self.config.getoption(option, None) for option in options)
        self.gate.is_walk_plain &= (
            not chosen and self.gate.changed is None and is_unwatched(self.config, HOOKS_OF_CHOICE)
        )

    def pytest_report_header(self) -> list[str]:
        """Tell how many facts there are, which day articles without a date get, and what is left out."""
        told = [header(self.gate)]
        return [*told, self.gate.changed.tell()] if self.gate.changed else told

    def pytest_plugin_registered(self, plugin: object, plugin_name: str | None = None) -> None:
        """Look what a `conftest.py` declares or replaces."""
        file = getattr(plugin, "__file__", None)
        if file and Path(file).name == CONFTEST:
            self._offer_fixtures()
            self.gate.is_walk_plain &= not any(hasattr(plugin, name) for name in CHOOSING)
            try:
                self.gate.shelf.add_conftest(plugin, Path(file).parent)
            except FactcheckError as error:
                self.gate.fault(str(error))

    @pytest.hookimpl(tryfirst=True)
    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Leave out hidden files, and links that lead back to where they lie."""
        hidden = collection_path.name.startswith(".")
        if hidden and collection_path.suffix.lower() in ARTICLE_SUFFIXES | FACTS_SUFFIXES:
            return True
        if collection_path.is_symlink() and collection_path.is_dir() and is_loop(collection_path):
            self.gate.fault(
                f"{self.gate.settings.show(collection_path)}: this link leads back to a folder that it lies "
                "in. Remove it, or leave it out with --ignore."
            )
            return True
        return None

    def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """List folders in our own way, packages of Python excepted."""
        if (path / "__init__.py").is_file():
            return None
        folder: pytest.Collector = Folder.from_parent(parent, path=path)
        return folder

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
        """Collect articles and facts files."""
        others = yield
        if others:
            self._offer_fixtures()
        suffix = file_path.suffix.lower()
        is_kept = suffix in FACTS_SUFFIXES and self.gate.keeps_facts(file_path)
        if is_kept or (file_path.name == CONFTEST and self.gate.facts_in(file_path)):
            return [*others, FactsFile.from_parent(parent, path=file_path)]
        if suffix not in ARTICLE_SUFFIXES or self.gate.keeps_facts(file_path):
            return others
        if self.gate.changed is not None and self.gate.changed.leaves_out(file_path):
            self.gate.tally.unchanged += 1
            return others
        # pytest takes a text file that is named for a doctest; an article is one only if the user says so.
        others = others if self.config.getoption("doctestglob", None) else []
        return [*others, ArticleFile.from_parent(parent, path=file_path)]

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """See whether the tests may run on the short way, and warn of waivers that are out of use."""
        self.is_quick = may_run_quickly(self.config, session.items)
        if not self.is_worker or self.config.workerinput["workerid"] == "gw0":  # type: ignore[attr-defined]
            warn_of_waivers(self.gate)

    def pytest_report_collectionfinish(self) -> list[str]:
        """Tell how many articles were read."""
        return read_line(self.gate)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Run all tests on the short way if that makes no difference to anybody."""
        return run_all(session) if self.is_quick and not session.testsfailed else None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Run a test on the short way if that makes no difference to anybody."""
        if not self.is_quick:
            return None
        run_quickly(item)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[Any]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Give a worker's report what the item found."""
        report = yield
        if hasattr(item, "gate"):
            report.is_factcheck = True  # type: ignore[attr-defined]
        if self.is_worker and call.when == "call" and hasattr(item, "result"):
            setattr(report, ATTRIBUTE, pack(item.result))
        return report

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Give JUnit the file and the line."""
        if self.config.getoption("xmlpath", None) and hasattr(item, "gate"):
            path, line, _ = item.reportinfo()
            item.user_properties = [
                ("file", self.gate.settings.show(Path(path))),
                ("line", (line or 0) + 1),
            ]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take over what a worker found."""
        packed = getattr(report, ATTRIBUTE, None)
        if not packed or self.is_worker:
            return
        result = unpack(packed, self.gate.shelf.known)
        self.gate.record(report.nodeid, result)
        fails = tuple(statement for statement in result.statements if statement.fails)
        if fails and isinstance(report.longrepr, str):
            report.longrepr = FailureText(report.longrepr, crash_of(fails[0]))  # type: ignore[assignment]

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker of xdist read; all of them read the same."""
        if packed := getattr(node, "workeroutput", {}).get(TALLY):
            self.gate.tally = Tally(**packed)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the reports, and never let a run pass that checked nothing."""
        if self.is_worker:
            self.config.workeroutput[TALLY] = self.gate.tally.pack()  # type: ignore[attr-defined]
            return
        if session.exitstatus in ENDED and not self.config.getoption("collectonly"):
            update_baseline(self.gate)
        self._write_reports()
        self._forget_phases()
        session.exitstatus = self._exit_code(session.exitstatus)

    def _exit_code(self, status: int) -> int:
        tally = self.gate.tally
        if status not in ENDED:
            return status
        if tally.faults:
            return pytest.ExitCode.USAGE_ERROR
        if status != pytest.ExitCode.TESTS_FAILED and shortfall(self.gate):
            return pytest.ExitCode.TESTS_FAILED
        if tally.unchanged:  # there are articles, and none of those that changed speaks of a fact
            return pytest.ExitCode.OK if status == pytest.ExitCode.NO_TESTS_COLLECTED else status
        nothing = tally.articles == tally.silent and not tally.examples
        return pytest.ExitCode.NO_TESTS_COLLECTED if nothing and status == pytest.ExitCode.OK else status

    def _forget_phases(self) -> None:
        # For every failure, pytest goes through the reports of all set-ups and tear-downs. Ours hold nothing.
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None and terminal.stats.get(""):
            terminal.stats[""] = [r for r in terminal.stats[""] if not getattr(r, "is_factcheck", False)]

    def _write_reports(self) -> None:
        report = self.gate.report()
        try:
            for path in self.gate.settings.reports:
                write(report, path)
            if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
                from pytest_factcheck.reporting import markdown

                with Path(summary).open("a", encoding="utf-8", errors="backslashreplace") as file:
                    file.write(markdown.render(report))
        except OSError as error:
            self.gate.fault(f"{error.filename}: the report cannot be written: {error.strerror}.")

    @pytest.hookimpl(tryfirst=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell what agreed, what contradicts and what could not be decided."""
        if self.config.getoption("collectonly") and not self.gate.tally.faults:
            return
        verbosity = self.config.getoption("verbose")
        summarize(terminalreporter, self.gate, verbosity)
        for line, is_grave in remarks(self.gate, verbosity):
            terminalreporter.write_line(harmless(line), red=is_grave)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            from pytest_factcheck.reporting import github

            terminalreporter.write(github.render(self.gate.report()))


def _refuse_unknown(path: Path) -> None:
    try:
        check_format(path)
    except FactcheckError as error:
        raise pytest.UsageError(f"--factcheck-report {error}") from None
