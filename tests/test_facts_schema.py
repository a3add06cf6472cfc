"""The JSON Schema that is shipped is the one that the models make, and it knows right from wrong."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pytest_factcheck.facts.descriptions import describe
from pytest_factcheck.facts.schema import SHIPPED, make_schema, schema_text
from pytest_factcheck.kinds import all_kinds

ROOT = Path(__file__).parent.parent
FACT: dict[str, Any] = {"fact": "A sentence", "source": "A source", "of": "bridge"}


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(make_schema())


def test_the_shipped_schema_is_in_step() -> None:
    assert SHIPPED.read_text("utf-8") == schema_text(), "run: python -m pytest_factcheck schema"


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text()))


def test_every_key_is_described() -> None:
    for kind in all_kinds():
        for key, schema in make_schema()["definitions"][kind.kind]["properties"].items():
            assert schema.get("description"), f"{kind.kind}: {key} has no description"
            assert describe(key)


@pytest.mark.parametrize("file", sorted((ROOT / "facts").glob("*.yaml")), ids=lambda file: file.name)
def test_the_projects_own_facts_fit(validator: jsonschema.Draft7Validator, file: Path) -> None:
    text = yaml.load(file.read_text("utf-8"), Loader=yaml.SafeLoader)
    faults = list(validator.iter_errors(json.loads(json.dumps(text, default=str))))
    assert not faults, faults[0].message


@pytest.mark.parametrize(
    "keys",
    [
        {"number": 20},
        {"number": "about 800,000", "unit": "troops, soldiers"},
        {"percent": 3.75, "tolerance": "2 points"},
        {"date": "2022-02-24", "from": "1 May 2020", "severity": "note"},
        {"money": "€14.50", "also_true": [{"money": "€12", "what": "the price of last year"}]},
        {"duration": "PT5H", "examples": {"agree": "five hours\n", "ignore": ["six hours"]}},
        {"began": "24 February 2022", "source": {"name": "The town", "url": "https://example.org"}},
    ],
)
def test_right_facts_fit(validator: jsonschema.Draft7Validator, keys: dict[str, Any]) -> None:
    assert list(validator.iter_errors({"facts": {"f": FACT | keys}})) == []


@pytest.mark.parametrize(
    ("keys", "path", "message"),
    [
        ({"number": 20, "untill": "1 May 2020"}, [], "untill"),
        ({"number": 20, "percent": 5}, [], "percent"),
        ({"percent": 20, "unit": "seats"}, [], "unit"),
        ({"number": [20]}, ["number"], "is not of type"),
        ({"number": 20, "severity": "fatal"}, ["severity"], "is not one of"),
        ({"number": 20, "from": "soon"}, ["from"], "does not match"),
        ({"number": 20, "examples": {"agrees": "x"}}, ["examples"], "agrees"),
        ({"number": 20, "also_true": [{"number": 5}]}, ["also_true", 0], "'what' is a required property"),
        ({"value": 20}, [], "value"),
    ],
)
def test_wrong_facts_do_not(
    validator: jsonschema.Draft7Validator, keys: dict[str, Any], path: list[Any], message: str
) -> None:
    faults = list(validator.iter_errors({"facts": {"f": FACT | keys}}))
    there = [fault.message for fault in faults if [*fault.path] == ["facts", "f", *path]]
    assert any(message in found for found in there), faults
