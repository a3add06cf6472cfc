"""A summary in Markdown, for a merge request, a job's page or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pytest_factcheck.reporting.excerpt import harmless
from pytest_factcheck.reporting.report import Report, Statement, check_name
from pytest_factcheck.reporting.text import counted, reason, totals

SUFFIX = ".md"
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@:-])")
"""Characters by which an article's words could become markup, a link or a mention of somebody."""

MOST = 200
"""Rows of a table, or names of a list, at most; a job's page holds one megabyte."""

LONGEST = 240
"""Characters of a cell at most."""


def render(report: Report) -> str:
    """Write the totals, then a table of what contradicts and one of what is unsure."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield "<!-- written by pytest-factcheck -->"
    yield ""
    yield "## Fact check"
    yield ""
    read, facts = counted(len(report.articles), "article"), counted(len(report.facts), "fact")
    yield f"{read}, {facts}; {totals(report)}."
    open_ones = [s for s in report.statements("contradicts", "unsure") if s.exemption is None]
    yield from _table("Contradicts", (s for s in open_ones if s.verdict.outcome == "contradicts"))
    yield from _table("Unsure", (s for s in open_ones if s.verdict.outcome == "unsure"))
    yield from _table("Waived, or known before", (s for s in report.statements() if s.exemption is not None))
    if report.notes:
        yield from ("", "### To see to", "", *(f"- {_escape(note)}" for note in report.notes))
    if unmentioned := report.unmentioned():
        names = ", ".join(f"`{fact.id}`" for fact in unmentioned[:MOST])
        number = counted(len(unmentioned), "fact")
        yield from ("", f"<details><summary>{number} that no article mentions</summary>")
        yield from ("", f"{names}, …" if len(unmentioned) > MOST else names, "", "</details>")


def _table(head: str, statements: Iterable[Statement]) -> Iterator[str]:
    rows = list(statements)
    if not rows:
        return
    yield from ("", f"### {head}", "", "| place | says | expected | fact | why |", "|---|---|---|---|---|")
    yield from map(_row, rows[:MOST])
    if len(rows) > MOST:
        yield from ("", f"… and {len(rows) - MOST} more.")


def _row(statement: Statement) -> str:
    verdict = statement.verdict
    place = f"{verdict.article}:{verdict.line}:{verdict.column}"
    says = verdict.text or verdict.found
    if not statement.fails and verdict.outcome == "contradicts":
        says = f"{says} (does not block)"
    why = str(statement.exemption) if statement.exemption else reason(verdict)
    cells = (place, says, verdict.expected, check_name(verdict), why)
    return "| " + " | ".join(map(_escape, cells)) + " |"


def _escape(text: str) -> str:
    flat = " ".join(text.split())
    cut = flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}…"
    return SPECIAL.sub(r"\\\1", harmless(cut))
