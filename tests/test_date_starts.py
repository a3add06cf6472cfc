"""No reader of dates is kept from a word at which it would find something."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from pytest_factcheck.language.dategrammar import _all_readers, _first_word
from pytest_factcheck.language.page import Page

CASES = Path(__file__).parent / "cases"
WORD = re.compile(r"[A-Za-z]+|\d+|['‘’](?=\d)")


def texts(node: object) -> Iterator[str]:
    """List every text of the cases, whatever they are called."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def test_each_reader_is_asked_wherever_it_finds_something() -> None:
    """Hold the tables of first words against what the readers themselves find."""
    missed = set()
    for path in sorted(CASES.glob("*.yaml")):
        for text in set(texts(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))):
            page = Page(text, date(2024, 3, 15))
            for place in WORD.finditer(text):
                word = _first_word(text, place.start())
                for reader, starts in _all_readers():
                    if not any(word.startswith(start) for start in starts) and reader(page, place.start()):
                        missed.add((reader.__name__, place.group(), text))
    assert not missed
