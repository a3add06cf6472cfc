"""The code quality report of GitLab, shown in its merge requests."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from pytest_factcheck.reporting.fingerprint import fingerprint
from pytest_factcheck.reporting.report import Report, Statement, check_name
from pytest_factcheck.reporting.sarif import level
from pytest_factcheck.reporting.text import brief

SUFFIX = ".gitlab.json"
SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """Write a list of all that does not agree."""
    seen: Counter[str] = Counter()
    issues = []
    for statement in report.statements("contradicts", "unsure"):
        name = fingerprint(statement.verdict)
        seen[name] += 1
        # GitLab drops issues whose fingerprint it has seen, so the second of two equal ones is numbered.
        issues.append(_issue(statement, name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(statement: Statement, name: str) -> dict[str, Any]:
    verdict = statement.verdict
    exemption = f" [does not fail: {statement.exemption}]" if statement.exemption else ""
    return {
        "description": brief(statement) + exemption,
        "check_name": check_name(verdict),
        "fingerprint": name,
        "severity": SEVERITIES["note" if exemption else level(statement)],
        "location": {"path": verdict.article, "lines": {"begin": verdict.line}},
    }
