"""Dates and lengths of time: what is read, what is left alone, and that any of them reads back."""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.language.calendar import add, add_months, days_in_month, elapsed
from pytest_factcheck.language.dates import read_day_text
from pytest_factcheck.language.durations import read_length_text
from pytest_factcheck.language.holidays import easter, holiday_in
from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.model.mention import Days, Length, Mention

CASES = Path(__file__).parent / "cases" / "mentions"
MARKED = re.compile(r"\[(?P<words>[^\]=]+) = (?P<value>[^\]]+)\]")
TIMES = ("date", "duration")


def load(name: str) -> list[Any]:
    groups = yaml.safe_load((CASES / name).read_text("utf-8"))
    return [
        pytest.param(line, group.get("published"), kind, id=f"{kind}: {line[:60]}")
        for group in groups
        for kind in ("read", "leave")
        for line in group.get(kind, "").splitlines()
        if line and not line.startswith("#")
    ]


def shown(mention: Mention) -> str:
    """Write a mention's value as the cases do."""
    value = mention.value
    part = value.part if isinstance(value, Days) else None
    sides = value if isinstance(value, tuple) else ("?" if value is None else value,)
    words = "..".join(str(side) for side in sides)
    return f"{mention.hedge or ''}{words}{' ' + part if part else ''}"


def marked(text: str, mentions: list[Mention]) -> str:
    """Mark the mentions of a text as the cases do."""
    pieces, at = [], 0
    for mention in mentions:
        words = text[mention.start : mention.end]
        pieces.append(f"{text[at : mention.start]}[{words} = {shown(mention)}]")
        at = mention.end
    return "".join([*pieces, text[at:]])


@pytest.mark.parametrize(("line", "published", "kind"), [*load("date.yaml"), *load("duration.yaml")])
def test_a_line_is_read_as_marked(line: str, published: date | None, kind: str) -> None:
    line = line.replace("⏎", "\n")
    text = MARKED.sub(lambda found: found["words"], line)
    mentions = [mention for mention in find_mentions(text, published) if mention.kind in TIMES]
    assert marked(text, mentions) == line


def test_a_third_of_the_cases_hold_no_time() -> None:
    cases = [*load("date.yaml"), *load("duration.yaml")]
    left_alone = [case for case in cases if case.values[2] == "leave"]
    assert len(cases) >= 400
    assert len(left_alone) * 3.2 >= len(cases)


# ---------------------------------------------------------------------- every date reads back

MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FORMS = (
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d:%a} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day}{ordinal_ending(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}{ordinal_ending(d.day)}, {d.year}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: d.isoformat(),
)


def ordinal_ending(number: int) -> str:
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@given(day=DAYS, form=st.sampled_from(FORMS), published=st.none() | DAYS)
def test_a_full_date_reads_back_with_its_exact_span(day: date, form: Any, published: date | None) -> None:
    words = form(day)
    (mention,) = find_mentions(f"It was signed on {words} in Bern.", published)
    assert (mention.text, str(mention.value)) == (words, day.isoformat())


@given(day=DAYS, published=st.none() | DAYS)
def test_a_month_and_a_year_read_back(day: date, published: date | None) -> None:
    words = f"{MONTHS[day.month - 1]} {day.year}"
    (mention,) = find_mentions(f"It was signed in {words} in Bern.", published)
    assert (mention.text, str(mention.value)) == (words, f"{day:%Y-%m}")


@given(day=DAYS, days=st.integers(1, 27))
def test_a_range_within_a_month_reads_back(day: date, days: int) -> None:
    first, last = day.replace(day=days), day.replace(day=days + 1)
    words = f"{first.day}-{last.day} {MONTHS[day.month - 1]} {day.year}"
    (mention,) = find_mentions(f"They met on {words} in Bern.", None)
    assert mention.text == words
    assert isinstance(mention.value, Days)
    assert (mention.value.start, mention.value.end) == (first, last + timedelta(days=1))


@given(published=DAYS, weekday=st.integers(0, 6))
def test_a_bare_weekday_lies_within_the_week_before_publication(published: date, weekday: int) -> None:
    name = f"{date(2024, 1, 1 + weekday):%A}"
    (mention,) = find_mentions(f"The court ruled on {name} in Bern.", published)
    assert isinstance(mention.value, Days)
    assert mention.value.start is not None
    assert 0 <= (published - mention.value.start).days < 7
    assert mention.value.start.weekday() == weekday


@given(
    count=st.integers(2, 999), unit=st.sampled_from(("years", "months", "weeks", "days", "hours", "minutes"))
)
def test_a_length_reads_back(count: int, unit: str) -> None:
    (mention,) = find_mentions(f"The strike lasted {count} {unit} in Bern.", None)
    assert mention.text == f"{count} {unit}"
    assert mention.value == Length(**{unit: count})


# ---------------------------------------------------------------------- any text whatever

PIECES = st.sampled_from(
    [
        *"the last next of 3 14 31 2014 '90s first second may March Sept. Friday Christmas".split(),
        *"quarter half year years ago later earlier before from to - – / . , a an in early".split(),
        *"mid- week weekend 1990s twenty one two Q2 century -old and".split(),
        *"last day weeks rest now present New Year 4Q24 20210325 2021/Mar/05 2/29 today oh quarters".split(),
        "\n",
    ]
)


@settings(max_examples=400)
@given(pieces=st.lists(PIECES, max_size=14), published=st.none() | st.dates())
def test_any_words_of_time_are_read_without_an_error(pieces: list[str], published: date | None) -> None:
    text = " ".join(pieces)
    mentions = find_mentions(text, published)
    assert mentions == find_mentions(text, published)
    assert all(mention.text == text[mention.start : mention.end] for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


@given(text=st.text(max_size=80), published=st.none() | st.dates())
def test_any_text_is_read_without_an_error(text: str, published: date | None) -> None:
    find_mentions(text, published)


@pytest.mark.parametrize(
    "piece",
    [
        "12 ",
        "3/4/",
        "two years and ",
        "the last ",
        "March ",
        "2014-",
        "of the year ",
        "'90",
        "3 days, ",
        "a year ",
    ],
)
def test_repeated_words_of_time_take_linear_work(piece: str) -> None:
    short, long = (work(piece * count) for count in (200, 800))
    assert long <= 6 * short


def work(text: str) -> int:
    """Count the regular-expression calls that reading takes, a measure that no clock disturbs."""
    calls = 0

    def count(frame: Any, event: str, arg: Any) -> None:
        nonlocal calls
        calls += event == "c_call"

    sys.setprofile(count)
    try:
        find_mentions(text, date(2025, 12, 15))
    finally:
        sys.setprofile(None)
    return max(calls, 1)


# ---------------------------------------------------------------------- the calendar


@given(start=DAYS, months=st.integers(0, 600), days=st.integers(0, 27))
def test_elapsed_time_added_to_the_start_gives_the_end(start: date, months: int, days: int) -> None:
    reached = add_months(start, months)
    assert reached is not None
    end = reached + timedelta(days=days)
    gone = elapsed(start, end)
    assert add(start, Length(years=gone.years, months=gone.months, days=gone.days)) == end


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-02-24", "2025-12-15", (3, 9, 21)),
        ("2020-02-29", "2021-02-28", (1, 0, 0)),
        ("2024-01-31", "2024-02-29", (0, 1, 0)),
        ("2023-01-31", "2023-03-01", (0, 1, 1)),
        ("2024-12-31", "2025-01-01", (0, 0, 1)),
        ("2025-12-15", "2025-12-15", (0, 0, 0)),
    ],
)
def test_elapsed_counts_by_the_calendar(start: str, end: str, expected: tuple[int, int, int]) -> None:
    gone = elapsed(date.fromisoformat(start), date.fromisoformat(end))
    assert (gone.years, gone.months, gone.days) == expected


def test_elapsed_wants_the_start_first() -> None:
    with pytest.raises(ValueError, match="before the start"):
        elapsed(date(2025, 1, 2), date(2025, 1, 1))


@given(year=st.integers(1900, 2100))
def test_easter_is_a_sunday_between_the_equinox_and_may(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert holiday_in("thanksgiving", year).weekday() == 3
    assert days_in_month(year, 2) in (28, 29)


# ---------------------------------------------------------------------- facts files


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("24 February 2022", "2022-02-24"),
        ("2022-02-24", "2022-02-24"),
        ("February 24, 2022", "2022-02-24"),
        ("February 2022", "2022-02"),
        ("2022-02", "2022-02"),
        ("2022", "2022"),
        ("14-15 December 2025", "2025-12-14/2025-12-16"),
        ("30 November - 2 December 2025", "2025-11-30/2025-12-03"),
        ("March 2014 to May 2015", "2014-03-01/2015-06-01"),
        ("2014-2018", "2014-01-01/2019-01-01"),
    ],
)
def test_a_facts_file_date_is_read(text: str, iso: str) -> None:
    assert str(read_day_text(text)) == iso


@pytest.mark.parametrize(
    "text", ["", "soon", "30 February 2022", "yesterday", "March", "24 February 2022 or so", "12"]
)
def test_what_is_no_date_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        read_day_text(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3 years 9 months", "P3Y9M"),
        ("PT5H", "PT5H"),
        ("P1Y6M", "P1Y6M"),
        ("2 hours 5 minutes 41 seconds", "PT2H5M41S"),
        ("five hours", "PT5H"),
        ("a decade and a half", "P15Y"),
        ("40 days", "P40D"),
    ],
)
def test_a_facts_file_length_is_read(text: str, iso: str) -> None:
    assert str(read_length_text(text)) == iso


@pytest.mark.parametrize("text", ["", "long", "P", "PT", "5 apples", "3 to 5 years", "several years"])
def test_what_is_no_length_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="is not a length of time"):
        read_length_text(text)
