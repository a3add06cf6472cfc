"""The report for programs."""

from __future__ import annotations

import json
from typing import Any

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.reporting.report import CheckedArticle, Report

SUFFIX = ".json"
VERSION = 1
"""Raised when a key changes its meaning or goes away; new keys do not raise it."""


def render(report: Report) -> str:
    """Write the report as JSON."""
    articles = [_article(article) for article in report.articles]
    facts = [_fact(fact, report.mentioned_in.get(fact.id, [])) for fact in report.facts]
    shape = {"version": VERSION, "articles": articles, "facts": facts}
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _article(article: CheckedArticle) -> dict[str, Any]:
    published = article.published.isoformat() if article.published else None
    verdicts = [verdict.to_dict() for verdict in article.verdicts]
    return {"path": article.path, "published": published, "verdicts": verdicts}


def _fact(fact: Fact, mentioned_in: list[str]) -> dict[str, Any]:
    place = fact.place
    return {
        "id": fact.id,
        "fact": fact.fact,
        "file": place.path,
        "line": place.line,
        "mentioned_in": mentioned_in,
    }
