"""Annotations of GitHub Actions: commands that are printed into the log of a job."""

from __future__ import annotations

from pytest_factcheck.reporting.report import Report, Statement, check_name
from pytest_factcheck.reporting.sarif import level
from pytest_factcheck.reporting.text import brief

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}

DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
"""What a command's text must not hold as it is."""

PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}


def render(report: Report) -> str:
    """Write one command a line for all that does not agree, errors first: GitHub shows only the first few."""
    told = (s for s in report.statements("contradicts", "unsure") if s.exemption is None)
    found = sorted(told, key=lambda s: level(s) != "error")
    return "".join(f"{_command(statement)}\n" for statement in found)


def _command(statement: Statement) -> str:
    verdict = statement.verdict
    properties = {
        "file": verdict.article,
        "line": str(verdict.line),
        "col": str(verdict.column),
        "title": check_name(verdict),
    }
    written = ",".join(f"{key}={_escape(value, PROPERTY)}" for key, value in properties.items())
    return f"::{COMMANDS[level(statement)]} {written}::{_escape(brief(statement), DATA)}"


def _escape(text: str, table: dict[str, str]) -> str:
    return text.translate({ord(char): code for char, code in table.items()})
