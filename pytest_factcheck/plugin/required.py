"""Facts that certain articles must state: `required_in`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pytest_factcheck.articles.article import Article
from pytest_factcheck.facts.globs import is_named
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.reporting.report import REQUIRED


def missing(
    article: Article, verdicts: Sequence[Verdict], facts: Iterable[Fact], names: Sequence[str]
) -> Iterator[Verdict]:
    """Find the facts that the article must state and does not; `names` are its paths as globs may mean it."""
    stated = {verdict.fact.id for verdict in verdicts if verdict.fact is not None}
    for fact in facts:
        if not fact.required_in or fact.id in stated or not fact.holds_on(article.published):
            continue
        glob = next((glob for glob in fact.required_in if is_named(names, glob)), None)
        if glob is not None:
            yield _verdict(article, fact, glob)


def _verdict(article: Article, fact: Fact, glob: str) -> Verdict:
    return Verdict(
        article=article.path,
        fact=fact,
        check=REQUIRED,
        outcome="contradicts",
        strength="strong",
        start=0,
        end=0,
        line=1,
        column=1,
        text="",
        found="no statement of this fact in the article",
        expected=fact.fact,
        why=(f"`required_in: {glob}` names this article",),
    )
