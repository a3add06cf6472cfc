"""Hedged figures and ages against true ones, row by row of tests/cases/fairness.yaml."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_factcheck.language.ages import agrees_with_age, nth_year_agrees
from pytest_factcheck.language.fairness import Interval, agrees, fair_values, grain_of, is_slip
from pytest_factcheck.model.mention import Length, Mention

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "fairness.yaml").read_text(encoding="utf-8"))


def _value(raw: Any) -> Any:
    return tuple(raw) if isinstance(raw, list) else raw


def _mention(value: Any, hedge: Any = None, written: float | None = None, kind: Any = "number") -> Mention:
    return Mention(0, 0, "", kind, value, hedge=hedge, grain=written)


@pytest.mark.parametrize("case", CASES["figures"], ids=str)
def test_figures(case: dict[str, Any]) -> None:
    said = _mention(_value(case["said"]), case.get("hedge"), case.get("written"))
    true = _mention(_value(case["held"]), case.get("held_hedge"))
    ceiling = case.get("ceiling", float("inf"))
    assert agrees(said, true, is_count=case.get("count", False), ceiling=ceiling) is case["fair"]


@pytest.mark.parametrize("case", CASES["ages"], ids=str)
def test_ages(case: dict[str, Any]) -> None:
    began, published = case.get("began", date(2022, 2, 24)), case.get("published", date(2025, 12, 15))
    said = _mention(Length(**case["said"]), case.get("hedge"), kind="duration")
    assert agrees_with_age(said, began, published, is_ago=case.get("ago", False)) is case["fair"]


@pytest.mark.parametrize("case", CASES["nth_years"], ids=str)
def test_nth_years(case: dict[str, Any]) -> None:
    assert nth_year_agrees(case["nth"], case["began"], case["published"]) is case["fair"]


@pytest.mark.parametrize("case", CASES["slips"], ids=str)
def test_slips(case: dict[str, Any]) -> None:
    assert is_slip(case["said"], case["held"]) == case["slip"]


def test_vague_amounts_are_not_compared() -> None:
    assert fair_values(_mention(None)) is None
    assert agrees(_mention(None), _mention(5)) is None


def test_grain_counts_the_last_digit_that_tells() -> None:
    assert [grain_of(v) for v in (800_000, 1_500_000, 37, 35, 0.25)] == [100_000, 500_000, 1, 5, 0.05]


def test_open_ends_touch_but_do_not_overlap() -> None:
    under, over = Interval(0, 5, high_open=True), Interval(5, 9)
    assert under.touches(over)
    assert not under.overlaps(over)
