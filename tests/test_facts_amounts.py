"""The values of a facts file are read exactly as an article's are."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.language.day_texts import read_full_day
from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.language.values import read_amount, read_tolerance
from pytest_factcheck.model.mention import Days

HEDGES = {"": None, "about ": "~", "nearly ": "~<", "more than ": ">", "at least ": ">=", "up to ": "<="}
numbers = st.integers(min_value=0, max_value=10**12)
shares = st.decimals(min_value=0, max_value=999, places=2, allow_nan=False)
hedges = st.sampled_from(sorted(HEDGES))


@given(numbers, hedges, st.sampled_from(["", ",", " "]))
def test_any_number_is_read_back(number: int, hedge: str, mark: str) -> None:
    text = hedge + f"{number:,}".replace(",", mark)
    mention = read_amount(text, "number")
    assert (mention.value, mention.hedge, mention.text) == (number, HEDGES[hedge], text)
    assert text[mention.figure.start : mention.figure.end] == text.removeprefix(hedge)


@settings(max_examples=60)
@given(st.integers(min_value=21, max_value=10**9), hedges)
def test_a_value_is_what_the_article_says(number: int, hedge: str) -> None:
    stated = f"{hedge}{number:,}"
    (said,) = find_mentions(f"{stated} people", None)
    mention = read_amount(stated, "number")
    assert (mention.value, mention.hedge, mention.grain) == (said.value, said.hedge, said.grain)


@given(shares, hedges, st.sampled_from(["", "%", " percent"]))
def test_any_percentage_is_read_back(number: object, hedge: str, sign: str) -> None:
    mention = read_amount(f"{hedge}{number}{sign}", "percent")
    assert (mention.value, mention.hedge, mention.unit) == (float(str(number)), HEDGES[hedge], None)


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2200, 1, 1)))
def test_any_day_is_read_back(day: date) -> None:
    month = day.strftime("%B")
    for text in (day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        assert read_full_day(text) == day
        value = read_amount(text, "date").value
        assert isinstance(value, Days)
        assert (value.start, value.end, value.iso) == (day, day + timedelta(days=1), day.isoformat())


@given(st.text(max_size=40), st.sampled_from(["number", "percent", "money", "duration", "date"]))
def test_no_text_raises_anything_else(text: str, kind: str) -> None:
    for read in (lambda: read_amount(text, kind), lambda: read_full_day(text), lambda: read_tolerance(text)):
        with suppress(ValueError):
            read()


@pytest.mark.parametrize(
    "word", ["exactly ", "Sunday ", "about ", "5-", "(", "-", "1,", "a half ", "$", "9" * 50]
)
@pytest.mark.parametrize("kind", ["number", "percent", "money", "duration", "date"])
def test_a_text_without_end_raises_nothing_else(word: str, kind: str) -> None:
    with suppress(ValueError):
        read_amount(word * 2000, kind)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("2 points", "quantity", 2, "percentage points"),
        ("1 percentage point", "quantity", 1, "percentage points"),
        ("25 basis points", "quantity", 25, "basis points"),
        ("0.5 %", "percent", 0.5, None),
        ("€3 million", "money", 3_000_000, "EUR"),
        ("3", "number", 3, None),
    ],
)
def test_room(text: str, kind: str, value: float, unit: str | None) -> None:
    room = read_tolerance(text)
    assert (room.kind, room.value, room.unit) == (kind, value, unit)
