"""What every output format renders: the articles with their verdicts, and the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pytest_factcheck.model.exemption import Exemption
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.reporting.excerpt import Excerpt

if TYPE_CHECKING:
    from pytest_factcheck.checking.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Statement:
    """A verdict with the words around it; what agrees has an empty excerpt, since nobody asks to see it.

    `stale` tells that the fact's day of re-check has passed, `fails` that the run counts it as a failure;
    `exemption` is the waiver, or the entry of the baseline, by which it does not fail.
    """

    verdict: Verdict
    excerpt: Excerpt = field(default_factory=Excerpt)
    stale: bool = False
    fails: bool = False
    exemption: Exemption | None = None


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article's place, its day of publication and what was found in it, in the order of the text."""

    path: str
    published: date | None
    statements: tuple[Statement, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts alone."""
        return tuple(statement.verdict for statement in self.statements)


@dataclass(frozen=True)
class Report:
    """The whole run: articles in the order of their paths, facts in the order of their files.

    `coverage` (by article) and `silent` (why a fact was not checked, by its id) are empty unless asked for;
    `notes` tell what an editor should see to, such as waivers that have expired.
    """

    articles: tuple[CheckedArticle, ...]
    facts: tuple[Fact, ...]
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    silent: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def statements(self, *outcomes: str) -> Iterator[Statement]:
        """Go through the statements with one of these outcomes, or through all."""
        for article in self.articles:
            for statement in article.statements:
                if not outcomes or statement.verdict.outcome in outcomes:
                    yield statement

    @cached_property
    def mentioned_in(self) -> dict[str, list[str]]:
        """For each fact that an article states, the paths of those articles."""
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for name in dict.fromkeys(v.fact.id for v in article.verdicts if v.fact and states(v)):
                found.setdefault(name, []).append(article.path)
        return found

    def unmentioned(self) -> tuple[Fact, ...]:
        """List the facts that no article states."""
        return tuple(fact for fact in self.facts if fact.id not in self.mentioned_in)

    def never_sure(self) -> tuple[Fact, ...]:
        """List the facts that articles state and no statement is strongly linked to: their words do not tie."""
        sure = {
            statement.verdict.fact.id
            for statement in self.statements()
            if statement.verdict.fact and statement.verdict.strength == "strong"
        }
        return tuple(fact for fact in self.facts if fact.id in self.mentioned_in and fact.id not in sure)


REQUIRED = "required_in"
"""The name of the check that an article states a fact at all."""


def states(verdict: Verdict) -> bool:
    """Tell whether a verdict is about words of the article, not about their absence."""
    return verdict.check != REQUIRED


def check_name(verdict: Verdict) -> str:
    """Give the fact's id, or the name of the check that needs no fact."""
    return verdict.fact.id if verdict.fact else verdict.check
