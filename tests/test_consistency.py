"""Clashes inside an article, for which no fact is needed, row by row of tests/cases/consistency.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_factcheck.articles.article import Article
from pytest_factcheck.checking.check import check_article
from pytest_factcheck.facts.book import FactBook

SHEET: Any = yaml.load(
    (Path(__file__).parent / "cases" / "consistency.yaml").read_text("utf-8"), yaml.BaseLoader
)


@pytest.mark.parametrize(("check", "strength", "text"), SHEET["cases"])
def test_clash(check: str, strength: str, text: str) -> None:
    found = check_article(Article.from_text(text, SHEET["published"]), FactBook(()))
    told = [(verdict.check, verdict.strength) for verdict in found]
    assert told == ([] if check == "alone" else [(check, strength)])


def test_as_much_is_left_alone_as_is_wrong() -> None:
    alone = [check for check, _, _ in SHEET["cases"] if check == "alone"]
    assert len(alone) * 2 >= len(SHEET["cases"])
