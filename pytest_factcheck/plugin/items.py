"""The tests: an article held against one fact, and the example of a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_factcheck.model.errors import FactcheckError
from pytest_factcheck.plugin.outcome import ContradictionError, FactcheckWarning, settle_all
from pytest_factcheck.plugin.results import Result
from pytest_factcheck.reporting.excerpt import harmless
from pytest_factcheck.reporting.report import Statement
from pytest_factcheck.reporting.text import brief, describe, place, title

if TYPE_CHECKING:
    from pytest_factcheck.articles.article import Article
    from pytest_factcheck.plugin.gate import Gate


@dataclass(frozen=True, slots=True)
class Crash:
    """Where and why a test failed, in one line, as pytest's summary asks for it."""

    path: str
    lineno: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.lineno}: {self.message}"


@dataclass(frozen=True, slots=True)
class FailureText:
    """The text of a failure, in the form in which pytest prints what went wrong."""

    text: str
    reprcrash: Crash

    def __str__(self) -> str:
        return self.text

    def toterminal(self, tw: Any) -> None:
        """Print the text; titles and carets stand out."""
        for line in self.text.split("\n"):
            tw.line(line, **_markup(line))


def _markup(line: str) -> dict[str, bool]:
    if line and not line.startswith(" ") and ": " in line and " | " not in line:
        return {"bold": True, "red": True}
    carets = line.partition(" | ")[2].strip()
    return {"red": True} if carets and not carets.strip("^") else {}


class ArticleItem(pytest.Item):
    """An article held against one fact of the facts files, or checked against itself."""

    def __init__(self, *, gate: Gate, result: Result, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.gate, self.result = gate, result

    def warns(self) -> bool:
        """Tell whether the test will warn."""
        return bool(settle_all(self.gate.rules, self.result.statements)[2])

    def runtest(self) -> None:
        """Fail, warn or pass as the statements demand."""
        judge(self, self.gate, self.result)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Give the place of the statement that matters most."""
        return self.path, line_of(self.result) - 1, f"{self.path.name}: {self.name}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Write the finding instead of a traceback."""
        if isinstance(excinfo.value, FactcheckError | pytest.xfail.Exception):
            return str(excinfo.value)
        if isinstance(excinfo.value, ContradictionError):
            return failure_text(self, excinfo.value)
        return super().repr_failure(excinfo, style)


class FixtureItem(pytest.Function):
    """An article held against a fact that a fixture of the article's folder may have replaced."""

    def __init__(self, *, gate: Gate, result: Result, **kwargs: Any) -> None:
        self.gate, self.result = gate, result
        super().__init__(callobj=check_with_fixture, **kwargs)

    @cached_property
    def article(self) -> Article:
        """The article, for the `article` fixture."""
        return self.gate.read(self.path)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Give the place of the statement that matters most."""
        return self.path, line_of(self.result) - 1, f"{self.path.name}: {self.name}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:  # type: ignore[override]
        """Write the finding instead of a traceback."""
        if isinstance(excinfo.value, FactcheckError | pytest.xfail.Exception):
            return str(excinfo.value)
        if isinstance(excinfo.value, ContradictionError):
            return failure_text(self, excinfo.value)
        return super().repr_failure(excinfo)


def check_with_fixture(request: pytest.FixtureRequest) -> None:
    """Check an article against the fact as the fixture of its name gives it."""
    item = request.node
    fact = item.gate.as_fact(item.name, request.getfixturevalue(item.name), item.path.parent)
    if fact is not item.gate.book_for(item.path.parent).by_id[item.name]:
        item.result = item.gate.check_again(item.article, item.path, fact)
    judge(item, item.gate, item.result)


def judge(item: ArticleItem | FixtureItem, gate: Gate, result: Result) -> None:
    """Record what was found, warn of what is doubtful, fail for what contradicts."""
    settled, fails, exempt, warns = settle_all(gate.rules, result.statements)
    item.result = Result(result.article, result.published, settled)
    gate.record(item.nodeid, item.result)
    for statement in warns:
        item.warn(FactcheckWarning(warning_text(statement)))
    if fails:
        raise ContradictionError(fails)
    if exempt:
        pytest.xfail(harmless("; ".join(str(statement.exemption) for statement in exempt)))
        raise ContradictionError(exempt)  # under --runxfail, with which exempted tests fail like others


def warning_text(statement: Statement) -> str:
    """Say in one line what is doubtful and why it does not fail."""
    text = f"{title(statement)}: {brief(statement)}"
    return harmless(text + "".join(f" ({why})" for why in _why_not(statement)))


def _why_not(statement: Statement) -> Iterator[str]:
    verdict = statement.verdict
    if statement.stale and verdict.fact is not None:
        yield f"the fact is stale since {verdict.fact.recheck}, so it does not block"
    elif verdict.outcome == "contradicts" and verdict.strength == "loose":
        yield "loosely linked: " + "; ".join(verdict.why)
    elif verdict.outcome == "contradicts" and verdict.fact is not None:
        yield f"severity: {verdict.fact.severity}"


def failure_text(item: pytest.Item, failure: ContradictionError) -> FailureText:
    """Write all failing statements of an item, one below the other."""
    text = "\n\n".join(describe(statement, item.nodeid) for statement in failure.statements)
    return FailureText(text, crash_of(failure.statements[0]))


def crash_of(statement: Statement) -> Crash:
    """Say in one line where and why a test failed."""
    verdict = statement.verdict
    return Crash(verdict.article, verdict.line, harmless(f"{place(verdict)}: {brief(statement)}"))


def line_of(result: Result) -> int:
    """Find the line of the first statement that does not agree, else of the first."""
    order = sorted(result.statements, key=lambda s: (s.verdict.outcome == "agrees", not s.verdict.blocks))
    return order[0].verdict.line if order else 1
