"""Coverage in a run: what was not checked, gathered while the articles are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

import pytest

from pytest_factcheck.articles.article import Article
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.reporting.text import counted

if TYPE_CHECKING:
    from pytest_factcheck.checking.coverage import Coverage
    from pytest_factcheck.plugin.gate import Gate
    from pytest_factcheck.plugin.settings import Settings

TOLD_BY = frozenset({".json", ".html"})
"""Reports that tell of coverage."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whether coverage is worked out at all, and the percentage below which the run fails."""

    is_on: bool = False
    least: float | None = None


def read_wanted(config: pytest.Config, settings: Settings) -> Wanted:
    """See whether anybody asks for coverage."""
    least = _read_least(config)
    is_told = any(path.suffix.lower() in TOLD_BY for path in settings.reports)
    return Wanted(is_told or least is not None or config.getoption("verbose", 0) > 0, least)


def _read_least(config: pytest.Config) -> float | None:
    text = config.getoption("factcheck_coverage_min") or config.getini("factcheck_coverage_min")
    if not text:
        return None
    try:
        least = float(text.rstrip("% "))
    except ValueError:
        least = -1.0
    if 0 <= least <= 100:
        return least
    raise pytest.UsageError(f"--factcheck-coverage-min is {text!r}; write a percentage from 0 to 100.")


def take(article: Article, verdicts: Sequence[Verdict], book: FactBook) -> list[Any]:
    """Work out what was not checked in an article, as values that xdist can send."""
    from pytest_factcheck.checking.coverage import coverage, spoken_of

    covered, spoken = coverage(article, verdicts), spoken_of(article, book)
    gaps = [list(astuple(gap)) for gap in covered.gaps]
    return [covered.checked, gaps, sorted(spoken.facts), sorted(spoken.out_of_date)]


def coverages(taken: Mapping[str, list[Any]]) -> dict[str, Coverage]:
    """Give the coverage of each article."""
    from pytest_factcheck.checking.coverage import Coverage, Gap

    return {
        path: Coverage(checked, tuple(Gap(*gap) for gap in gaps))
        for path, (checked, gaps, *_) in taken.items()
    }


def silent(gate: Gate, mentioned: Mapping[str, object]) -> dict[str, str]:
    """Say of each fact that no article states why it was not checked."""
    from pytest_factcheck.checking.coverage import Spoken, why_silent

    taken = gate.tally.coverage.values()
    spoken = [Spoken(frozenset(facts), frozenset(late)) for *_, facts, late in taken]
    facts = gate.shelf.known.values()
    return {fact.id: why_silent(fact, spoken) for fact in facts if fact.id not in mentioned}


def shortfall(gate: Gate) -> str:
    """Say by how much coverage misses what was asked for; empty if it does not."""
    least = gate.coverage.least
    if least is None or not gate.tally.articles:
        return ""
    from pytest_factcheck.checking.coverage import percent

    share = percent(coverages(gate.tally.coverage).values())
    if share >= least:
        return ""
    # Rounded down: what fails must not read as if it had reached the mark.
    return f"coverage is {int(10 * share) / 10:g} %, below the {least:g} % of --factcheck-coverage-min"


def lines(gate: Gate, verbosity: int) -> Iterator[str]:
    """Tell how much was checked and, with `-v`, what was not and why."""
    if not gate.tally.coverage or not gate.tally.articles:
        return
    from pytest_factcheck.checking.coverage import percent

    found = coverages(gate.tally.coverage)
    checked, every = (sum(getattr(c, name) for c in found.values()) for name in ("checked", "checkable"))
    share = f" ({int(10 * percent(found.values())) / 10:g} %)" if every else ""
    yield f"coverage: {checked} of {counted(every, 'checkable statement')} checked{share}"
    if verbosity <= 0:
        return
    for path, covered in sorted(found.items()):
        for gap in covered.gaps:
            yield f"{path}:{gap.line}:{gap.column}: no fact covers “{gap.text}” ({gap.kind})"
    for name, reason in gate.report().silent.items():
        yield f"not checked: {name}: {reason}"
