"""Annotations of GitHub Actions: commands that are printed into the log of a job."""

from __future__ import annotations

import os
from pathlib import Path

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
    lines = [*map(_command, found), *map(_notice, report.notes)]
    return "".join(f"{line}\n" for line in lines)


def _command(statement: Statement) -> str:
    verdict = statement.verdict
    properties = {
        "file": _in_repository(verdict.article),
        "line": str(verdict.line),
        "col": str(verdict.column),
        "title": check_name(verdict),
    }
    written = ",".join(f"{key}={_escape(value, PROPERTY)}" for key, value in properties.items())
    return f"::{COMMANDS[level(statement)]} {written}::{_escape(brief(statement), DATA)}"


def _notice(note: str) -> str:
    return f"::notice title=factcheck::{_escape(note, DATA)}"


def _in_repository(path: str) -> str:
    """Write a path from the root of the repository: a job may have started pytest in a folder below it."""
    root = os.environ.get("GITHUB_WORKSPACE")
    full = os.path.abspath(path)
    if not root or not full.startswith(f"{os.path.abspath(root)}{os.sep}"):
        return path
    return Path(os.path.relpath(full, root)).as_posix()


def _escape(text: str, table: dict[str, str]) -> str:
    return text.translate({ord(char): code for char, code in table.items()})
