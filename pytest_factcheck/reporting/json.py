"""The report for programs."""

from __future__ import annotations

import json
from typing import Any

from pytest_factcheck.checking.coverage import Coverage
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.reporting.report import CheckedArticle, Report, Statement

SUFFIX = ".json"
VERSION = 1
"""Raised when a key changes its meaning or goes away; new keys do not raise it."""


def render(report: Report) -> str:
    """Write the report as JSON."""
    articles = [_article(article, report.coverage.get(article.path)) for article in report.articles]
    facts = [_fact(fact, report) for fact in report.facts]
    shape = {"version": VERSION, "articles": articles, "facts": facts}
    if report.notes:
        shape["notes"] = report.notes
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _article(article: CheckedArticle, coverage: Coverage | None) -> dict[str, Any]:
    published = article.published.isoformat() if article.published else None
    verdicts = [_verdict(statement) for statement in article.statements]
    shape: dict[str, Any] = {"path": article.path, "published": published, "verdicts": verdicts}
    if coverage is not None:
        unchecked = [gap.to_dict() for gap in coverage.gaps]
        shape["coverage"] = {
            "checkable": coverage.checkable,
            "checked": coverage.checked,
            "unchecked": unchecked,
        }
    return shape


def _verdict(statement: Statement) -> dict[str, Any]:
    shape = statement.verdict.to_dict()
    return {**shape, "exempt": statement.exemption.to_dict()} if statement.exemption else shape


def _fact(fact: Fact, report: Report) -> dict[str, Any]:
    place = fact.place
    shape = {
        "id": fact.id,
        "fact": fact.fact,
        "file": place.path,
        "line": place.line,
        "mentioned_in": report.mentioned_in.get(fact.id, []),
    }
    return {**shape, "not_checked": report.silent[fact.id]} if fact.id in report.silent else shape
