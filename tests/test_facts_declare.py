"""Facts declared in Python are read as those of a file are."""

from datetime import date
from typing import Any

import pytest

from pytest_factcheck.facts.declare import make_fact
from pytest_factcheck.model.errors import FactsError
from pytest_factcheck.model.fact import Place


def test_the_keys_are_those_of_the_file() -> None:
    fact = make_fact(
        "bridges",
        place=Place("conftest.py", 7, 1),
        fact="Ostby has about 5 bridges",
        number="about 5",
        unit="bridges, spans",
        of=["Ostby", "the town"],
        with_="has, counts",
        not_="railway",
        from_=date(2020, 5, 1),
        until="1 May 2030",
        source={"name": "The town", "accessed": date(2020, 5, 1)},
        examples={"agree": ["five bridges"], "contradict": "six bridges"},
    )
    assert fact.kind == "number"
    assert fact.subjects() == ("Ostby", "the town")
    assert (fact.with_, fact.not_) == (("has", "counts"), ("railway",))
    assert (fact.from_, fact.until) == (date(2020, 5, 1), date(2030, 5, 1))
    assert fact.examples.contradict == ("six bridges",)
    assert str(fact.place) == "conftest.py:7"


def test_numbers_and_switches_of_python() -> None:
    assert make_fact("a", fact="A", percent=3.75, of="rate", source="B").kind == "percent"
    assert make_fact("a", fact="A", list=["Ann", "Ben"], complete=True, with_="x", source="B").kind == "list"


@pytest.mark.parametrize(
    ("keys", "part"),
    [
        ({"number": "1e6", "of": "bridge"}, "1,000,000"),
        ({"number": 5}, "`of` is missing"),
        ({"numbre": 5, "of": "bridge"}, "did you mean `number`?"),
        ({"number": 5, "of": []}, "`of` is an empty list"),
    ],
)
def test_faults_are_told_as_for_a_file(keys: dict[str, Any], part: str) -> None:
    with pytest.raises(FactsError) as caught:
        make_fact("a", fact="A", source="B", **keys)
    assert part in str(caught.value)
