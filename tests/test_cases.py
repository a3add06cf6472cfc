"""The cases of every kind: prose, the fact it is held against, and the verdict."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_factcheck.articles.article import Article
from pytest_factcheck.checking.check import check_article
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.facts.load import load_facts
from pytest_factcheck.kinds import all_kinds
from pytest_factcheck.model.errors import FactsError

CASES = Path(__file__).parent / "cases"
KINDS = tuple(kind.kind for kind in all_kinds())
SHEETS = (*KINDS, "reference")
VERDICTS = ("contradicts", "unsure", "agrees", "alone")


@cache
def sheet(kind: str) -> Any:
    return yaml.load((CASES / f"{kind}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def rows() -> Iterator[Any]:
    for kind in SHEETS:
        for number, row in enumerate(sheet(kind)["cases"]):
            verdict, fact, text, *published = row
            day = published[0] if published else sheet(kind)["published"]
            yield pytest.param(kind, verdict, fact, text, day, id=f"{kind}-{number}-{fact}-{verdict}")


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FactBook]:
    folder = tmp_path_factory.mktemp("facts")
    read = {}
    for kind in SHEETS:
        path = folder / f"{kind}.yaml"
        head = {key: sheet(kind)[key] for key in ("story", "names", "facts") if key in sheet(kind)}
        path.write_text(yaml.dump(head, allow_unicode=True), encoding="utf-8")
        read[kind] = load_facts(path)
    return read


def verdict_on(book: FactBook, fact: str, text: str, published: str) -> tuple[str, list[str]]:
    found = [verdict for verdict in check_article(Article.from_text(text, published), book) if verdict.fact]
    own = [verdict for verdict in found if verdict.fact is not None and verdict.fact.id == fact]
    told = [f"{verdict.outcome} {verdict.strength}: {verdict.found} {verdict.why}" for verdict in own]
    if any(verdict.outcome == "contradicts" and verdict.strength == "strong" for verdict in own):
        return "contradicts", told
    if any(verdict.outcome != "agrees" for verdict in own):
        return "unsure", told
    return ("agrees" if own else "alone"), told


@pytest.mark.parametrize(("kind", "verdict", "fact", "text", "published"), list(rows()))
def test_verdict(
    books: dict[str, FactBook], kind: str, verdict: str, fact: str, text: str, published: str
) -> None:
    found, told = verdict_on(books[kind], fact, text, published)
    assert found == verdict, told


@pytest.mark.parametrize("kind", KINDS)
def test_as_much_is_left_alone_as_is_wrong(kind: str) -> None:
    verdicts = [row[0] for row in sheet(kind)["cases"]]
    assert set(verdicts) <= set(VERDICTS)
    assert len(verdicts) - verdicts.count("contradicts") >= verdicts.count("contradicts")


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("kind", SHEETS)
def test_no_copy_raises_whatever_the_facts(kind: str, bare: bool, tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    facts = {
        id: {
            key: value for key, value in fact.items() if not bare or key not in ("unit", "with", "by", "not")
        }
        for id, fact in sheet(kind)["facts"].items()
    }
    head = {"story": "the", "names": sheet(kind)["names"], "facts": facts}
    path.write_text(yaml.dump(head, allow_unicode=True), encoding="utf-8")
    try:
        book = load_facts(path)
    except FactsError:
        pytest.skip("a fact of this sheet is nothing without one of the words left out")
    for other in SHEETS:
        copy = "\n\n".join(row[2] for row in sheet(other)["cases"])
        verdicts = check_article(Article.from_text(copy, "2024-05-20"), book)
        assert all(copy[verdict.start : verdict.end] for verdict in verdicts)
