"""The book of facts: which facts a text speaks of, what overrides what, and advice to who writes facts."""

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.facts.load import load_facts
from pytest_factcheck.model.errors import UseError

BRIDGES = """
story: Ostby
names:
  Ostby: Östby, Oestby
  European Union: EU, the Union
facts:
  bridges: {fact: Ostby has 5 bridges, number: 5, unit: bridges, of: "Ostby, old bridge", source: The town}
  budget: {fact: The budget is 3 million, money: €3 million, of: EU, source: The town, from: 1 May 2020}
  seats: {fact: The Left has 3 seats, number: 3, unit: seats, by: "Workers' Left", source: The town}
"""
WEATHER = """
facts:
  rain: {fact: It rained on 20 days, number: 20, unit: days, of: rain, source: The weather office}
"""


@pytest.fixture
def book(tmp_path: Path) -> FactBook:
    (tmp_path / "a.yaml").write_text(BRIDGES, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(WEATHER, encoding="utf-8")
    return load_facts(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Ostby the old bridge fell.", {"bridges": ["Ostby", "old bridge"]}),
        ("OSTBY is calm, and in Östby", {"bridges": ["OSTBY", "Östby"]}),
        ("The old\nbridge of Ostby", {"bridges": ["old\nbridge", "Ostby"]}),
        ("The old \n   bridge of Ostby", {"bridges": ["old \n   bridge", "Ostby"]}),
        ("The old\n\nbridge of Ostby", {"bridges": ["Ostby"]}),
        ("Ostby's old bridges", {"bridges": ["Ostby", "old bridges"]}),
        ("The old bridge of no town", {}),
        ("Ostbyland is not Ost-by", {}),
        ("Ostby and the EU and us in Europe", {"bridges": ["Ostby"], "budget": ["EU"]}),
        ("Ostby: eu is no word", {"bridges": ["Ostby"]}),
        ("The Workers’ Left of Ostby", {"bridges": ["Ostby"], "seats": ["Workers’ Left"]}),
        ("Three seats in Ostby", {"bridges": ["Ostby"], "seats": ["seats"]}),
        ("Rain on the training ground", {"rain": ["Rain"]}),
        ("İstanbul has rain", {"rain": ["rain"]}),
        ("", {}),
    ],
)
def test_which_facts_a_text_speaks_of(book: FactBook, text: str, words: dict[str, list[str]]) -> None:
    found = book.speaking_of(text)
    assert {name: [text[hit.start : hit.end] for hit in hits] for name, hits in found.items()} == words


def test_facts_that_do_not_hold_on_the_day_are_left_out(book: FactBook) -> None:
    text = "Ostby and the EU"
    assert set(book.speaking_of(text, date(2020, 5, 1))) == {"bridges", "budget"}
    assert set(book.speaking_of(text, date(2020, 4, 30))) == {"bridges"}


@given(st.text(alphabet="Ostby old\n\t bridge rainİß’'EU", max_size=60))
def test_every_place_holds_its_word(text: str) -> None:
    found = _plain_book().speaking_of(text)
    for hits in found.values():
        for hit in hits:
            stated = " ".join(text[hit.start : hit.end].casefold().split())
            assert stated in (hit.word.casefold(), f"{hit.word.casefold()}s")


def _plain_book() -> FactBook:
    if not _kept:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            file = Path(folder) / "a.yaml"
            file.write_text(WEATHER + BRIDGES.partition("facts:\n")[2], encoding="utf-8")
            _kept.append(load_facts(file))
    return _kept[0]


_kept: list[FactBook] = []


def test_a_fact_takes_the_place_of_its_namesake(book: FactBook) -> None:
    later = book.by_id["rain"].model_copy(update={"fact": "It rained on 30 days"})
    other = later.model_copy(update={"id": "snow"})
    changed = book.override([later, other])
    assert changed.by_id["rain"].fact == "It rained on 30 days"
    assert [fact.id for fact in changed][-2:] == ["rain", "snow"]
    assert book.by_id["rain"].fact == "It rained on 20 days"
    assert set(changed.speaking_of("rain")) == {"rain", "snow"}


def test_a_book_of_facts_declared_in_python(book: FactBook) -> None:
    assert len(FactBook.from_facts(book.facts)) == 4
    with pytest.raises(UseError, match="Two facts are called `rain`"):
        FactBook.from_facts([book.by_id["rain"], book.by_id["rain"]])


def test_a_book_goes_to_another_process(book: FactBook) -> None:
    book.speaking_of("rain")
    other = pickle.loads(pickle.dumps(book))
    assert other.speaking_of("rain in Oestby").keys() == book.speaking_of("rain in Oestby").keys()


def test_a_form_of_two_names_is_told(tmp_path: Path) -> None:
    head = "names:\n  Ann Ellis: Ellis\n  Bob Ellis: ellis, Bob\n"
    (tmp_path / "a.yaml").write_text(head + WEATHER)
    told = [str(item) for item in load_facts(tmp_path).advice() if item.fact == "names"]
    assert len(told) == 1
    assert "“ellis” is a form of both Ann Ellis and Bob Ellis" in told[0]


def test_an_empty_book_speaks_of_nothing() -> None:
    assert FactBook.from_facts([]).speaking_of("rain") == {}


ADVICE = """
facts:
  a: {fact: A sentence, number: 5, of: "country, old bridge", source: TODO}
  b:
    fact: A sentence
    number: 5
    of: bridge
    not: bridge
    source: {name: The town, url: "javascript:alert(1)"}
    examples: {agree: five bridges}
  c: {fact: A sentence, number: 5, of: bridge, source: The town, examples: {agree: five, contradict: six}}
"""


def test_advice(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ADVICE)
    told = [(item.fact, item.place.line, item.message) for item in load_facts(file).advice()]
    assert [(name, line) for name, line, _ in told] == [("a", 3)] * 3 + [("b", 4)] * 3
    parts = ["“country” in `of`", "source", "no examples", "stands in `not`", "web address", "no example"]
    assert all(part in message for (_, _, message), part in zip(told, parts, strict=True)), told
