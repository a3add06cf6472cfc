"""`try`: what new or changed facts would do over many articles, before they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pytest_factcheck.articles.article import Article
from pytest_factcheck.checking.check import check_article
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.facts.load import load_facts
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.linking.link import Linker
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.model.errors import UseError
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.figure import Figure
from pytest_factcheck.model.link import Refusal
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.reporting.report import Statement
from pytest_factcheck.reporting.text import brief, counted, place
from pytest_factcheck.tools.answer import BROKEN, CONTRADICTS, DONE, Answer
from pytest_factcheck.tools.archive import find_articles, read_articles

Sort = Literal["contradicts", "near miss", "unsure", "agrees", "left alone"]

SORTS: tuple[Sort, ...] = ("contradicts", "near miss", "unsure", "agrees", "left alone")
"""In what order findings are listed: what would fail an article comes first."""

WIDTH = max(map(len, SORTS))
MOST = 20
"""Lines of one sort and fact that are listed unless `--all` asks for more."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the user asks to see; without `facts`, all of them."""

    facts: frozenset[str] = frozenset()
    everything: bool = False
    left_alone: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, as one line; `key` is where it stands, so that two runs can be compared."""

    sort: Sort
    fact: str
    key: tuple[str, int, int]
    line: str


@dataclass(slots=True)
class Trial:
    """What was found in all articles, and what could not be read."""

    found: list[Found] = field(default_factory=list)
    before: list[Found] = field(default_factory=list)
    articles: int = 0
    faults: list[str] = field(default_factory=list)


def run_trial(
    facts: str, articles: Sequence[str], against: str | None, published: str | None, shown: Shown
) -> Answer:
    """Check all articles with the facts and, if they are given, with the old ones."""
    book, old = load_facts(facts), load_facts(against) if against else None
    wanted = _wanted([*book.facts, *(old.facts if old else ())], shown)
    paths = find_articles(articles, [facts, *([against] if against else [])])
    trial = Trial()
    for article in read_articles(paths, published, trial.faults):
        trial.articles += 1
        trial.found += _check(article, book, wanted, shown)
        trial.before += _check(article, old, wanted, shown) if old else ()
    lines = _compare(trial, shown) if old else _tell(trial, book, wanted, shown)
    return Answer(tuple(lines), tuple(trial.faults), _code(trial))


def _wanted(facts: Iterable[Fact], shown: Shown) -> frozenset[str]:
    known = frozenset(fact.id for fact in facts)
    if unknown := sorted(shown.facts - known):
        raise UseError(f"There is no fact {unknown[0]} in these files.")
    return shown.facts or known


def _code(trial: Trial) -> int:
    if trial.faults:
        return BROKEN
    before = {found.key for found in trial.before if found.sort == "contradicts"}
    new = (found for found in trial.found if found.sort == "contradicts" and found.key not in before)
    return CONTRADICTS if any(new) else DONE


def _check(article: Article, book: FactBook, wanted: frozenset[str], shown: Shown) -> Iterator[Found]:
    for verdict in check_article(article, book):
        if verdict.fact is not None and verdict.fact.id in wanted:
            yield _found(verdict, verdict.fact.id)
    if shown.left_alone:
        yield from _left_alone(article, book, wanted)


def _found(verdict: Verdict, fact: str) -> Found:
    sort: Sort = verdict.outcome
    if verdict.outcome == "contradicts" and verdict.strength == "loose":
        sort = "near miss"
    words = f"“{' '.join(verdict.text.split())}”" if sort == "agrees" else brief(Statement(verdict))
    why = f" ({'; '.join(verdict.why)})" if sort == "near miss" else ""
    key = (verdict.article, verdict.start, verdict.end)
    return Found(sort, fact, key, f"{place(verdict)}: {words}{why}")


def _left_alone(article: Article, book: FactBook, wanted: frozenset[str]) -> Iterator[Found]:
    reading = Reading(article)
    linker = Linker(reading)
    for name, hits in book.speaking_of(article.text, article.published).items():
        fact = book.by_id[name]
        if name not in wanted or not isinstance(fact, Figure):
            continue
        for one in linker.consider(Profile(fact), [hit.start for hit in hits]):
            if isinstance(one, Refusal):
                yield _refused(article, one)


def _refused(article: Article, refusal: Refusal) -> Found:
    mention = refusal.mention
    line, column = article.locate(mention.start)
    words = " ".join(mention.text.split())
    key = (article.path, mention.start, mention.end)
    told = f"{article.path}:{line}:{column}: “{words}”: {refusal.reason}"
    return Found("left alone", refusal.fact.id, key, told)


def _tell(trial: Trial, book: FactBook, wanted: frozenset[str], shown: Shown) -> Iterator[str]:
    yield f"{counted(trial.articles, 'article')}, {counted(len(wanted), 'fact')}: {_count(trial.found)}"
    by_fact: dict[str, list[Found]] = {}
    for found in trial.found:
        by_fact.setdefault(found.fact, []).append(found)
    for fact in book.facts:
        if fact.id in by_fact:
            mine = by_fact[fact.id]
            yield from ("", f"{fact.id} ({fact.place}): {_count(mine)}", f"  {fact.fact}")
            yield from _listed(mine, shown)
    if silent := [fact.id for fact in book.facts if fact.id in wanted and fact.id not in by_fact]:
        yield from ("", f"no article states: {', '.join(silent)}")


def _listed(found: Sequence[Found], shown: Shown) -> Iterator[str]:
    for sort in SORTS:
        mine = [one.line for one in found if one.sort == sort]
        if sort == "agrees" and not shown.everything:
            continue
        most = len(mine) if shown.everything else MOST
        yield from (f"  {sort:<{WIDTH}}  {line}" for line in mine[:most])
        if len(mine) > most:
            yield f"  {'':<{WIDTH}}  ... and {len(mine) - most} more of these (--all shows them)"


def _count(found: Sequence[Found]) -> str:
    number = {sort: sum(one.sort == sort for one in found) for sort in SORTS}
    misses = f"{number['near miss']} near miss{'' if number['near miss'] == 1 else 'es'}"
    told = (
        f"{number['agrees']} would agree, {number['contradicts']} contradict, {misses}, "
        f"{number['unsure']} unsure"
    )
    return told + (f", {number['left alone']} left alone" if number["left alone"] else "")


def _compare(trial: Trial, shown: Shown) -> Iterator[str]:
    new, old = _by_place(trial.found), _by_place(trial.before)
    differ = [where for where in sorted(new.keys() | old.keys()) if _sort(new, where) != _sort(old, where)]
    same = len(new.keys() | old.keys()) - len(differ)
    yield f"{counted(trial.articles, 'article')}: {counted(len(differ), 'difference')}, {same} as before"
    most = len(differ) if shown.everything else 5 * MOST
    for where in differ[:most]:
        told = new.get(where) or old[where]
        yield f"{_change(old.get(where), new.get(where))}: {told.fact}: {told.line}"
    if len(differ) > most:
        yield f"... and {len(differ) - most} more of these (--all shows them)"


Where = tuple[tuple[str, int, int], str]


def _by_place(found: Iterable[Found]) -> dict[Where, Found]:
    return {(one.key, one.fact): one for one in found}


def _sort(found: dict[Where, Found], where: Where) -> str:
    return found[where].sort if where in found else ""


def _change(old: Found | None, new: Found | None) -> str:
    if new is None:
        return f"{old.sort if old else ''} → nothing"
    return f"{old.sort} → {new.sort}" if old else f"new: {new.sort}"
