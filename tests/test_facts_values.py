"""Awkward YAML is read as the text that it is, or refused with a message that says how to write it."""

from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_factcheck.facts.load import load_facts
from pytest_factcheck.model.errors import FactsError
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.mention import Mention, plain_value

CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("yaml_values.yaml").read_text("utf-8"))
HEAD = "facts:\n  f:\n    fact: A sentence\n    source: A source\n"


def test_there_are_enough_awkward_values() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=[case["case"].replace(" ", "-") for case in CASES])
def test_awkward_value(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_bytes(_text_of(case).encode())
    if "faults" in case:
        _check_faults(file, case["faults"])
    else:
        _check_reading(load_facts(file).facts[0], case["reads"])


def _text_of(case: dict[str, Any]) -> str:
    if "file" in case:
        return str(case["file"])
    return HEAD + "".join(f"    {line}\n" for line in case["keys"].splitlines())


def _check_faults(file: Path, expected: list[str]) -> None:
    with pytest.raises(FactsError) as caught:
        load_facts(file)
    found = [f"{fault.line}:{fault.column} {fault.message}" for fault in caught.value.faults]
    assert len(found) == len(expected), "\n".join(found)
    for fault, part in zip(found, expected, strict=True):
        place, words = part.split(" ", 1)
        assert fault.startswith(f"{place} "), fault
        assert words in fault


def _check_reading(fact: Fact, expected: dict[str, Any]) -> None:
    found = {path: _plain(_part(fact, path)) for path in expected}
    assert found == {path: _plain(value) for path, value in expected.items()}


def _part(fact: Fact, path: str) -> Any:
    part: Any = fact
    for name in path.split("."):
        part = part[int(name)] if name.isdecimal() else attrgetter(name)(part)
    return part


def _plain(value: Any) -> Any:
    if isinstance(value, Mention):
        stated = plain_value(value.value)
        words = " to ".join(map(str, stated)) if isinstance(stated, list) else str(stated)
        return f"{value.hedge} {words}" if value.hedge else words
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
