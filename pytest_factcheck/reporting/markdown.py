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
"""Rows of a table at most; a job's page holds one megabyte."""


def render(report: Report) -> str:
    """Write the totals, then a table of what contradicts and one of what is unsure."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield "## Fact check"
    yield ""
    read, facts = counted(len(report.articles), "article"), counted(len(report.facts), "fact")
    yield f"{read}, {facts}; {totals(report)}."
    yield from _table("Contradicts", report.statements("contradicts"))
    yield from _table("Unsure", report.statements("unsure"))
    if unmentioned := report.unmentioned():
        names = ", ".join(f"`{fact.id}`" for fact in unmentioned)
        yield from ("", f"<details><summary>{len(unmentioned)} facts that no article mentions</summary>")
        yield from ("", names, "", "</details>")


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
    cells = (place, says, verdict.expected, check_name(verdict), reason(verdict))
    return "| " + " | ".join(map(_escape, cells)) + " |"


def _escape(text: str) -> str:
    return SPECIAL.sub(r"\\\1", harmless(" ".join(text.split())))
