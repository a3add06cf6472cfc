"""What the items found, kept until the end of the run and carried from the workers of xdist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

from pytest_factcheck.model.exemption import Exemption
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.reporting.excerpt import Excerpt
from pytest_factcheck.reporting.report import CheckedArticle, Report, Statement

ATTRIBUTE = "factcheck"
"""The attribute of a test report under which a worker sends what an item found."""

REST = ("outcome", "strength", "start", "end", "line", "column", "text", "found", "expected", "why")
"""The fields of a verdict that are sent as they are."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one item found."""

    article: str
    published: date | None
    statements: tuple[Statement, ...]


class Results:
    """The results of the run by node id, so that a test that is run again replaces what it found before."""

    def __init__(self) -> None:
        self._by_node: dict[str, Result] = {}

    def record(self, node: str, result: Result) -> None:
        """Keep what an item found."""
        self._by_node[node] = result

    def report(self, facts: tuple[Fact, ...], read: Mapping[str, str | None]) -> Report:
        """Bring the results together by article; `read` names every article with its day."""
        gathered: dict[str, list[Statement]] = {path: [] for path in sorted(read)}
        for result in self._by_node.values():
            gathered.setdefault(result.article, []).extend(result.statements)
        articles = (
            CheckedArticle(path, _day(read.get(path)), tuple(sorted(found, key=lambda s: s.verdict.start)))
            for path, found in gathered.items()
        )
        return Report(tuple(articles), facts)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def pack(result: Result) -> list[Any]:
    """Turn a result into values that xdist can send."""
    day = result.published.isoformat() if result.published else None
    return [result.article, day, [_pack_statement(statement) for statement in result.statements]]


def unpack(packed: list[Any], facts: Mapping[str, Fact]) -> Result:
    """Turn what a worker sent back into a result."""
    article, day, statements = packed
    return Result(article, _day(day), tuple(_unpack_statement(s, article, facts) for s in statements))


def _pack_statement(statement: Statement) -> list[Any]:
    v = statement.verdict
    verdict = [v.fact and v.fact.id, v.check, *(getattr(v, name) for name in REST[:-1]), list(v.why)]
    exemption = _pack_exemption(statement.exemption)
    return [verdict, list(astuple(statement.excerpt)), statement.stale, statement.fails, exemption]


def _pack_exemption(exemption: Exemption | None) -> list[Any] | None:
    if exemption is None:
        return None
    *values, until = astuple(exemption)
    return [*values, until.isoformat() if until else None]


def _unpack_statement(packed: list[Any], article: str, facts: Mapping[str, Fact]) -> Statement:
    verdict, excerpt, stale, fails, exemption = packed
    fact, check, *rest = verdict
    known = facts.get(fact) if fact else None
    values: dict[str, Any] = dict(zip(REST, rest, strict=True)) | {"why": tuple(rest[-1])}
    judged = Verdict(article=article, fact=known, check=check if known or not fact else fact, **values)
    return Statement(judged, Excerpt(*excerpt), stale, fails, _unpack_exemption(exemption))


def _unpack_exemption(packed: list[Any] | None) -> Exemption | None:
    if packed is None:
        return None
    origin, place, reason, by, until = packed
    return Exemption(origin, place, reason, by, _day(until))
