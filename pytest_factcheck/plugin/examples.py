"""The examples of a fact as tests of the fact itself."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.plugin.items import Crash, FailureText
from pytest_factcheck.plugin.outcome import FactcheckWarning
from pytest_factcheck.reporting.text import reason

if TYPE_CHECKING:
    from pytest_factcheck.plugin.gate import Gate

Wanted = Literal["agree", "contradict", "ignore"]

OUTCOMES: dict[Wanted, str] = {
    "agree": "agrees with the fact",
    "contradict": "contradicts the fact",
    "ignore": "is left alone",
}


@dataclass(frozen=True, slots=True)
class Example:
    """One statement of a fact's `examples`, and where it stands."""

    fact: Fact
    wanted: Wanted
    number: int
    text: str
    line: int


class ExampleError(Exception):
    """An example came out otherwise than its fact says."""

    def __init__(self, verdicts: tuple[Verdict, ...]) -> None:
        self.verdicts = verdicts
        super().__init__(verdicts)


class FactsFile(pytest.File):
    """A facts file whose examples are tests."""

    def collect(self) -> Iterator[pytest.Item]:
        """Make one test for each example; a fact without any is warned of."""
        from pytest_factcheck.plugin.gate import gate_of

        gate = gate_of(self.config)
        lines = self.path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        for fact in gate.facts_in(self.path):
            yield from self._tests_of(fact, lines, gate)

    def _tests_of(self, fact: Fact, lines: list[str], gate: Gate) -> Iterator[pytest.Item]:
        examples = list(find_examples(fact, lines))
        if not examples:
            message = f"{fact.place}: {fact.id} has no examples, so nothing proves that it works."
            warnings.warn_explicit(FactcheckWarning(message), None, str(self.path), fact.place.line)
        gate.tally.examples += len(examples)
        for example in examples:
            name = f"{fact.id}[{example.wanted}-{example.number}]"
            yield ExampleItem.from_parent(self, name=name, gate=gate, example=example)


class ExampleItem(pytest.Item):
    """One example: the line must come out as its fact says."""

    def __init__(self, *, gate: Gate, example: Example, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.gate, self.example = gate, example

    def runtest(self) -> None:
        """Check the line as if it were an article."""
        verdicts = self.gate.try_example(self.example)
        if not passes(self.example.wanted, verdicts):
            raise ExampleError(verdicts)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Give the line of the facts file."""
        return self.path, self.example.line - 1, self.name

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the line and what came out instead."""
        if not isinstance(excinfo.value, ExampleError):
            return super().repr_failure(excinfo, style)
        return explain_example(self.example, excinfo.value.verdicts, self.gate.settings.show(self.path))


def find_examples(fact: Fact, lines: list[str]) -> Iterator[Example]:
    """Go through the examples of a fact and find the line of the facts file on which each stands."""
    at = fact.place.line
    for wanted in OUTCOMES:
        for number, text in enumerate(getattr(fact.examples, wanted), 1):
            yield Example(fact, wanted, number, text, _line_with(text, lines, at))


def _line_with(text: str, lines: list[str], first: int) -> int:
    # The model keeps the words of an example, not its line; a text in quotation marks is written otherwise.
    return next((n for n, line in enumerate(lines[first - 1 :], first) if text in line), first)


def passes(wanted: Wanted, verdicts: tuple[Verdict, ...]) -> bool:
    """Tell whether the verdicts about a line are what its fact says."""
    against = [v for v in verdicts if v.outcome == "contradicts"]
    if wanted == "ignore":
        return not against
    if wanted == "contradict":
        return any(v.strength == "strong" for v in against)
    return not against and any(v.outcome == "agrees" for v in verdicts)


def explain_example(example: Example, verdicts: tuple[Verdict, ...], path: str) -> FailureText:
    """Write the line, what was wanted and what came out."""
    crash = Crash(path, example.line, f"{path}:{example.line}: wanted a line that {OUTCOMES[example.wanted]}")
    number = str(example.line)
    gutter = " " * len(number)
    came = [f"  {'came out:':<10}{_came_out(v)}" for v in verdicts] or [
        "  came out: nothing was linked to the fact"
    ]
    text = "\n".join(
        [
            f"{path}:{example.line}: example of {example.fact.id} does not work",
            f"{gutter} |",
            f"{number} | {example.text}",
            f"{gutter} |",
            f"  {'wanted:':<10}a line that {OUTCOMES[example.wanted]}",
            *came,
            f"  {'fact:':<10}{example.fact.fact} ({example.fact.place})",
        ]
    )
    return FailureText(text, crash)


def _came_out(verdict: Verdict) -> str:
    link = " loosely" if verdict.strength == "loose" and verdict.outcome == "contradicts" else ""
    return f"“{verdict.text}” {verdict.outcome}{link}: expected {verdict.expected} ({reason(verdict)})"
