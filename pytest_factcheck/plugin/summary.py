"""What the terminal tells before and after the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.reporting.excerpt import harmless
from pytest_factcheck.reporting.report import Report, Statement
from pytest_factcheck.reporting.text import brief, counted, show_day, title, totals

if TYPE_CHECKING:
    from pytest_factcheck.plugin.gate import Gate

MOST = 50
"""Lines of one kind that are listed unless `-v` asks for all."""


def header(gate: Gate) -> str:
    """Tell how many facts there are and which day articles without a date get."""
    known = gate.shelf.known.values()
    files = len({*gate.book.files, *(fact.place.path for fact in known)})
    facts = f"{counted(len(known), 'fact')} from {counted(files, 'file')}"
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
    lines = [f"factcheck: {counted(tally.articles, 'article')}"] if tally.articles else []
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
    terminal.write_line(total(report, gate))
    if verbosity < 0:
        return
    for line in details(report, gate, verbosity):
        terminal.write_line(harmless(line))


def total(report: Report, gate: Gate) -> str:
    """Tell the numbers, and say it plainly if nothing was checked."""
    tally = gate.tally
    examples = f"{counted(tally.examples, 'example')} of the facts"
    if not tally.articles:
        return examples if tally.examples else "no article was found: nothing was checked"
    if tally.silent == tally.articles:
        return f"{counted(tally.articles, 'article')} read, none speaks of any fact: nothing was checked"
    read, facts = counted(tally.articles, "article"), counted(len(report.facts), "fact")
    return f"{read}, {facts}; {totals(report)}"


def details(report: Report, gate: Gate, verbosity: int) -> Iterator[str]:
    """List what contradicts, what is unsure and which facts were of no use."""
    most = len(list(report.statements())) if verbosity > 0 else MOST
    yield from _listed("contradicts", report, most)
    yield from _listed("unsure", report, most)
    if verbosity > 0:
        yield from _listed("agrees", report, most)
    if not gate.tally.articles:
        return
    if gate.tally.silent:
        yield f"speaks of no fact: {counted(gate.tally.silent, 'article')}"
    yield from _unmentioned(report.unmentioned(), verbosity)
    yield from _never_sure(report.never_sure(), verbosity)
    if verbosity > 0:
        yield from (f"advice: {advice}" for advice in gate.book.advice())
    elif gate.book.advice():
        yield f"advice on the facts: {counted(len(gate.book.advice()), 'line')} (-v shows them)"


def _listed(outcome: str, report: Report, most: int) -> Iterator[str]:
    found = list(report.statements(outcome))
    for statement in found[:most]:
        yield f"{title(statement)}: {brief(statement)}{_mild(statement)}"
    if len(found) > most:
        yield f"... and {len(found) - most} more of these (-v shows all)"


def _mild(statement: Statement) -> str:
    verdict = statement.verdict
    if statement.exemption is not None:
        return f" [does not fail: {statement.exemption}]"
    if verdict.outcome != "contradicts" or statement.fails:
        return ""
    if statement.stale:
        return " [does not fail: stale fact]"
    return " [does not fail: loosely linked]" if verdict.strength == "loose" else " [does not fail: severity]"


def _unmentioned(facts: tuple[Fact, ...], verbosity: int) -> Iterator[str]:
    if facts:
        names = [fact.id for fact in facts]
        yield f"no article mentions: {', '.join(names) if verbosity > 0 else _few(names)}"


def _never_sure(facts: tuple[Fact, ...], verbosity: int) -> Iterator[str]:
    if facts:
        names = [fact.id for fact in facts]
        listed = ", ".join(names) if verbosity > 0 else _few(names)
        yield f"only loosely linked, so never failing: {listed} (give `of` the words that the copy uses for it)"


def _few(names: list[str], most: int = 10) -> str:
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest
