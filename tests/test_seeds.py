"""The main job on the project's own articles: exactly these statements fail, and these agree."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from pytest_factcheck import Verdict, check_article, load_facts, read_article

ROOT = Path(__file__).parent.parent
ARTICLES = sorted(path.name for path in (ROOT / "seeds").iterdir())
EXPECTED = yaml.safe_load((Path(__file__).parent / "seeds_expected.yaml").read_text(encoding="utf-8"))
AGREES: dict[str, str] = EXPECTED["agrees"]
Row = tuple[str, ...]


@cache
def verdicts(name: str) -> tuple[Verdict, ...]:
    return tuple(check_article(read_article(ROOT / "seeds" / name), load_facts(ROOT / "facts")))


def rows(found: Iterable[Verdict]) -> list[Row]:
    return sorted((Path(v.article).name, v.to_dict()["fact"], " ".join(v.text.split())) for v in found)


def expected(key: str) -> list[Row]:
    return sorted(tuple(row) for row in EXPECTED[key])


def all_verdicts() -> Iterator[Verdict]:
    return (verdict for name in ARTICLES for verdict in verdicts(name))


def test_there_are_five_articles() -> None:
    assert sorted(AGREES) == ARTICLES


def test_exactly_these_statements_fail() -> None:
    assert rows(verdict for verdict in all_verdicts() if verdict.blocks) == expected("fails")


def test_exactly_these_statements_are_warned_of() -> None:
    mild = (v for v in all_verdicts() if v.outcome == "contradicts" and not v.blocks)
    assert rows(mild) == expected("warns")


@pytest.mark.parametrize("name", AGREES)
def test_true_statements_of_a_fact_agree(name: str) -> None:
    agreeing = {v.fact.id for v in verdicts(name) if v.fact is not None and v.outcome == "agrees"}
    assert set(AGREES[name].split()) - agreeing == set()


def test_every_fact_of_the_project_is_stated_by_some_article() -> None:
    stated = {v.fact.id for v in all_verdicts() if v.fact is not None}
    assert {fact.id for fact in load_facts(ROOT / "facts").facts} - stated == set()


def test_every_fact_has_source_verifier_and_examples() -> None:
    for fact in load_facts(ROOT / "facts").facts:
        assert fact.source.name
        assert fact.verified_by
        assert fact.verified_on
        assert all((fact.examples.agree, fact.examples.contradict, fact.examples.ignore)), fact.id


def test_pytest_fails_for_the_same_statements_and_no_others() -> None:
    command = [sys.executable, "-m", "pytest", "--factcheck", "seeds/", "-q", "-rf", "-p", "no:cacheprovider"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    failed = [line.split()[1] for line in run.stdout.splitlines() if line.startswith("FAILED ")]
    assert run.returncode == 1, run.stdout + run.stderr
    assert sorted(failed) == sorted(f"seeds/{article}::{fact}" for article, fact, _ in expected("fails"))
    assert "Traceback" not in run.stdout + run.stderr
