"""What a verdict does to a test: pass it, warn or fail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.plugin import UnsureMode
from pytest_factcheck.reporting.report import Statement

Effect = Literal["pass", "warn", "exempt", "fail"]
_OF_MODE: dict[str, Effect] = {"ignore": "pass", "warn": "warn", "fail": "fail"}


class FactcheckWarning(UserWarning):
    """A statement that does not fail its article, and that an editor should look at."""


class ContradictionError(Exception):
    """An article is at odds with a fact; holds the statements that say so."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self.statements = statements
        super().__init__(statements)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the run does with doubtful statements, and the day on which it runs."""

    unsure: UnsureMode
    today: date

    def settle(self, statement: Statement) -> tuple[Statement, Effect]:
        """Decide what a statement does, and write into it whether it fails."""
        verdict = statement.verdict
        stale = verdict.fact is not None and verdict.fact.is_stale(self.today)
        effect = self._effect(verdict, stale=stale)
        if statement.exemption is not None and verdict.outcome != "agrees":
            effect = "exempt" if effect == "fail" else "pass"
        return replace(statement, stale=stale, fails=effect == "fail"), effect

    def _effect(self, verdict: Verdict, *, stale: bool) -> Effect:
        if verdict.outcome == "agrees":
            return "warn" if stale else "pass"
        mild = stale or (verdict.fact is not None and verdict.fact.severity != "error")
        if verdict.outcome == "contradicts" and verdict.strength == "strong":
            return "warn" if mild else "fail"
        effect = _OF_MODE[self.unsure]
        return "warn" if mild and effect == "fail" else effect


def settle_all(
    rules: Rules, statements: Iterable[Statement]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...], tuple[Statement, ...], tuple[Statement, ...]]:
    """Give the settled statements, those of them that fail, those exempted from it, and those that warn."""
    settled = [rules.settle(statement) for statement in statements]
    exempt = tuple(statement for statement, effect in settled if effect == "exempt")
    fails = tuple(statement for statement, effect in settled if effect == "fail")
    warns = tuple(statement for statement, effect in settled if effect == "warn")
    return tuple(statement for statement, _ in settled), fails, exempt, warns
