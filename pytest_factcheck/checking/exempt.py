"""Which contradictions of an article do not fail it: those that are waived, and those of the baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pytest_factcheck.articles.article import Article
from pytest_factcheck.facts.globs import is_named
from pytest_factcheck.model.exemption import Exemption
from pytest_factcheck.model.verdict import Verdict

if TYPE_CHECKING:
    from pytest_factcheck.facts.baseline import Baseline
    from pytest_factcheck.facts.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Leave:
    """All waivers of a run and its baseline, if it has one."""

    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None

    def exempt(
        self, article: Article, names: Sequence[str], verdicts: Sequence[Verdict], today: date
    ) -> Iterator[Exemption | None]:
        """Say of each verdict, in turn, what exempts it; `names` are the article's paths as globs mean it."""
        waivers = [w for w in self.waivers if not w.is_expired(today) and is_named(names, w.article)]
        met: Counter[str] = Counter()
        for verdict in verdicts:
            if verdict.outcome == "agrees":
                yield None
                continue
            name = verdict.fact.id if verdict.fact else verdict.check
            yield _waived(article, verdict, name, waivers) or self._known(verdict, name, names, met)

    def _known(
        self, verdict: Verdict, name: str, names: Sequence[str], met: Counter[str]
    ) -> Exemption | None:
        if self.baseline is None or verdict.outcome != "contradicts":
            return None
        entry = self.baseline.find(names, name, verdict.text)
        if entry is None:
            return None
        met[str(entry.place)] += 1
        return entry.exemption() if met[str(entry.place)] <= entry.times else None


def _waived(article: Article, verdict: Verdict, name: str, waivers: Sequence[Waiver]) -> Exemption | None:
    mine = [waiver for waiver in waivers if waiver.fact == name]
    if not mine:
        return None
    around = _paragraph(article, verdict.start)
    return next((waiver.exemption() for waiver in mine if waiver.means(verdict.text, around)), None)


def _paragraph(article: Article, offset: int) -> str:
    index = article.block_at(offset)
    return article.blocks[index].span.of(article.text) if index is not None else article.text
