"""What the terminal tells before and after the tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.reporting.report import Report, Statement, check_name
from pytest_factcheck.reporting.text import brief, place, show_day

if TYPE_CHECKING:
    from pytest_factcheck.plugin.gate import Gate

MOST = 50
"""Lines of one kind that are listed unless `-v` asks for all."""


def header(gate: Gate) -> str:
    """Tell how many facts there are and which day articles without a date get."""
    facts = f"{_count(len(gate.book.facts), 'fact')} from {_count(len(gate.book.files), 'file')}"
    return f"factcheck: {facts}; published: {_published(gate)}"


def _published(gate: Gate) -> str:
    if gate.settings.published is not None:
        return f"{show_day(gate.settings.published)} where an article states no date (--published)"
    if gate.shelf.as_of is not None:
        return f"{show_day(gate.shelf.as_of)} where an article states no date (as_of)"
    return "as each article states it"


def read_line(gate: Gate) -> list[str]:
    """Tell how many articles were read, and which have no date."""
    tally = gate.tally
    lines = [f"factcheck: {_count(tally.articles, 'article')}"] if tally.articles else []
    if tally.undated:
        undated = _few(tally.undated)
        lines.append(f"factcheck: no date of publication, so ages and relative dates stay unsure: {undated}")
    return lines


def summarize(terminal: pytest.TerminalReporter, gate: Gate, verbosity: int) -> None:
    """Write the section of the fact check."""
    report = gate.report()
    terminal.write_sep("=", "fact check")
    for fault in gate.tally.faults:
        terminal.write_line(f"ERROR: {fault}", red=True)
    for line in totals(report, gate):
        terminal.write_line(line)
    if verbosity < 0:
        return
    for line in details(report, gate, verbosity):
        terminal.write_line(line)


def totals(report: Report, gate: Gate) -> Iterator[str]:
    """Tell the numbers, and say it plainly if nothing was checked."""
    tally = gate.tally
    count = Counter(statement.verdict.outcome for statement in report.statements())
    if tally.examples and not tally.articles:
        yield f"{_count(tally.examples, 'example')} of {_count(len(report.facts), 'fact')}"
        return
    if not tally.articles:
        yield "no article was found: nothing was checked."
    elif tally.silent == tally.articles:
        yield f"{_count(tally.articles, 'article')} read, none speaks of any fact: nothing was checked."
    else:
        read, facts = _count(tally.articles, "article"), _count(len(report.facts), "fact")
        yield (
            f"{read}, {facts}: {_count(count['agrees'], 'statement')} agree, "
            f"{count['contradicts']} contradict, {count['unsure']} unsure"
        )


def details(report: Report, gate: Gate, verbosity: int) -> Iterator[str]:
    """List what contradicts, what is unsure and which facts were of no use."""
    most = len(list(report.statements())) if verbosity > 0 else MOST
    yield from _listed("contradicts", report.statements("contradicts"), most)
    yield from _listed("unsure", report.statements("unsure"), most)
    if verbosity > 0:
        yield from _listed("agrees", report.statements("agrees"), most)
    if not gate.tally.articles:
        return
    if gate.tally.silent:
        yield f"speaks of no fact: {_count(gate.tally.silent, 'article')}"
    yield from _unmentioned(report.unmentioned(), verbosity)
    if verbosity > 0:
        yield from (f"advice: {advice}" for advice in gate.book.advice())
    elif gate.book.advice():
        yield f"advice on the facts: {_count(len(gate.book.advice()), 'line')} (-v shows them)"


def _listed(outcome: str, statements: Iterable[Statement], most: int) -> Iterator[str]:
    found = list(statements)
    for statement in found[:most]:
        verdict = statement.verdict
        yield f"{place(verdict)}: {outcome} {check_name(verdict)}: {brief(statement)}{_mild(statement)}"
    if len(found) > most:
        yield f"... and {len(found) - most} more: {outcome} (-v shows all)"


def _mild(statement: Statement) -> str:
    verdict = statement.verdict
    if verdict.outcome != "contradicts" or statement.fails:
        return ""
    if statement.stale:
        return " [does not fail: stale fact]"
    return " [does not fail: loosely linked]" if verdict.strength == "loose" else " [does not fail: severity]"


def _unmentioned(facts: tuple[Fact, ...], verbosity: int) -> Iterator[str]:
    if facts:
        names = [fact.id for fact in facts]
        yield f"no article mentions: {', '.join(names) if verbosity > 0 else _few(names)}"


def _few(names: list[str], most: int = 10) -> str:
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
