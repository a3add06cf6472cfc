"""SARIF 2.1.0, the format of code scanning services and editors."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pytest_factcheck import __version__
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.reporting.fingerprint import fingerprint
from pytest_factcheck.reporting.report import Report, Statement, check_name
from pytest_factcheck.reporting.text import brief, reason, source_line

SUFFIX = ".sarif"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report) -> str:
    """Write one run with a rule for every fact and a result for all that does not agree."""
    results = list(_results(report))
    driver = {"name": "pytest-factcheck", "version": __version__, "rules": _rules(report)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if report.notes:
        run["invocations"] = [_invocation(report.notes)]
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def level(statement: Statement) -> str:
    """Give the level of a finding: what fails is an error, a fact's own milder severity is kept."""
    if statement.fails:
        return "error"
    fact = statement.verdict.fact
    return "note" if fact is not None and fact.severity == "note" else "warning"


def _rules(report: Report) -> list[dict[str, Any]]:
    known = {fact.id for fact in report.facts}
    checks = dict.fromkeys(check_name(statement.verdict) for statement in report.statements())
    return [*map(_rule, report.facts), *({"id": name} for name in checks if name not in known)]


def _rule(fact: Fact) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": fact.id,
        "shortDescription": {"text": fact.fact},
        "help": {"text": f"{fact.fact}. Source: {source_line(fact)}. Kept in {fact.place}."},
    }
    if fact.source.url and fact.source.url.startswith(("http://", "https://")):
        rule["helpUri"] = fact.source.url
    return rule


def _invocation(notes: tuple[str, ...]) -> dict[str, Any]:
    told = [{"level": "warning", "message": {"text": note}} for note in notes]
    return {"executionSuccessful": True, "toolConfigurationNotifications": told}


def _results(report: Report) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for statement in report.statements("contradicts", "unsure"):
        name = fingerprint(statement.verdict)
        seen[name] += 1
        yield _result(statement, f"{name}:{seen[name]}")


def _result(statement: Statement, name: str) -> dict[str, Any]:
    verdict = statement.verdict
    result = {
        "ruleId": check_name(verdict),
        "level": level(statement),
        "message": {"text": f"{brief(statement)}. {reason(verdict)}."},
        "locations": [{"physicalLocation": _location(statement)}],
        "partialFingerprints": {"factAndWords/v1": name},
        "properties": {"outcome": verdict.outcome, "strength": verdict.strength},
    }
    if statement.exemption is not None:
        justification = str(statement.exemption)
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    return result


def _location(statement: Statement) -> dict[str, Any]:
    verdict = statement.verdict
    # Only the start is given in lines: the end of a statement in marked-up copy may stand anywhere.
    region: dict[str, Any] = {"startLine": verdict.line, "startColumn": verdict.column}
    if verdict.text:
        region["snippet"] = {"text": verdict.text}
    return {"artifactLocation": {"uri": _uri(verdict.article)}, "region": region}


def _uri(path: str) -> str:
    # A path on another drive cannot be told from where pytest was started, and is absolute.
    return Path(path).as_uri() if Path(path).is_absolute() else quote(os.fsencode(path))
