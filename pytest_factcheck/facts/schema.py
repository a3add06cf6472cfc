"""The JSON Schema of a facts file, made from the models, for editors that help while one writes."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from pytest_factcheck.facts.descriptions import FILE, describe
from pytest_factcheck.facts.fact import MISSING
from pytest_factcheck.facts.fields import without_none, written_fields
from pytest_factcheck.kinds import all_kinds
from pytest_factcheck.model.fact import Examples, Fact, Source

Schema = dict[str, Any]

SHIPPED = Path(__file__).parent.parent / "facts.schema.json"

BAD_ID = "The id of a fact is written in lower-case letters, digits and _."
ID = r"^[a-z_][a-z0-9_]*$"
TEXT: Schema = {"type": ["string", "number"], "minLength": 1, "errorMessage": "One text stands here."}
WORDS: Schema = {
    "type": ["string", "number", "array"],
    "minLength": 1,
    "minItems": 1,
    "items": {"type": ["string", "number", "boolean"]},
    "errorMessage": "One line split at commas stands here, or a YAML list.",
}
DAY: Schema = {
    "type": "string",
    "pattern": r"^(?=.*\d{4})(?=.*\d)[\w ,.-]+$",
    "patternErrorMessage": "A full date: day, month and year, such as 24 February 2022.",
    "examples": ["24 February 2022", "2022-02-24"],
}
STATEMENTS: Schema = {
    "type": ["string", "array"],
    "minLength": 1,
    "minItems": 1,
    "items": {"type": "string"},
    "errorMessage": "One statement a line stands here, behind “|”, or a YAML list.",
}


def make_schema() -> Schema:
    """Make the schema of a facts file from the models of the kinds."""
    kinds = all_kinds()
    definitions: Schema = {"words": WORDS, "text": TEXT, "day": DAY, "statements": STATEMENTS}
    definitions |= {kind.kind: _kind(kind) for kind in kinds}
    definitions["fact"] = _fact(kinds)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Facts of pytest-factcheck",
        "description": "What a newsroom holds to be true; articles are checked against it.",
        **_closed(_file_properties(), ["facts"], "a facts file"),
        "definitions": definitions,
    }


def schema_text() -> str:
    """Write the schema as the package ships it."""
    return json.dumps(make_schema(), indent=1, ensure_ascii=False) + "\n"


def _file_properties() -> Schema:
    names = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": _ref("words"),
        "errorMessage": "Here stand the house spellings, each with its other forms behind it.",
    }
    facts = {
        "type": "object",
        "minProperties": 1,
        "errorMessage": "Here stand the facts, each under its id.",
        "propertyNames": {"pattern": ID, "patternErrorMessage": BAD_ID},
        "additionalProperties": _ref("fact"),
    }
    schemas = {"story": _ref("words"), "as_of": _ref("day"), "names": names, "facts": facts}
    return {key: _described(schema, FILE[key]) for key, schema in schemas.items()}


def _fact(kinds: tuple[type[Fact], ...]) -> Schema:
    """Choose the kind by the first value key that is there, so that faults are told of that kind alone."""
    chain = _no_kind(kinds)
    for kind in reversed(kinds):
        chain = {"if": {"required": [kind.value_keys[0]]}, "then": _ref(kind.kind), "else": chain}
    every = {key: {"description": describe(key)} for kind in kinds for key in _properties(kind)}
    return {"properties": every, **chain}


def _no_kind(kinds: tuple[type[Fact], ...]) -> Schema:
    keys = [kind.value_keys[0] for kind in kinds]
    message = f"The fact needs a value, under one of these keys: {', '.join(keys)}."
    every: Schema = {key: True for kind in kinds for key in _properties(kind)}
    value = {"anyOf": [{"required": [key], "errorMessage": message} for key in keys]}
    return {"allOf": [_closed(every, ["fact", "source"], "a fact"), value]}


def _kind(kind: type[Fact]) -> Schema:
    holder = f"a fact with `{kind.value_keys[0]}`"
    return {"description": (kind.__doc__ or "").partition("\n")[0], **_object_of(kind, holder)}


def _object_of(model: type[BaseModel], holder: str) -> Schema:
    written = written_fields(model)
    required = [info.alias or name for name, info in written.items() if info.is_required()]
    return _closed(_properties(model), required, holder)


def _closed(properties: Schema, required: Sequence[str], holder: str) -> Schema:
    """Make an object that knows its keys; each demand has a message of its own, so that editors show that."""
    demands = [
        {"required": [key], "errorMessage": MISSING.get(key, f"`{key}` is missing.")} for key in required
    ]
    return {
        "allOf": [
            {"type": "object", "errorMessage": f"Here stand the keys of {holder}, one a line."},
            *demands,
        ],
        "properties": properties,
        "additionalProperties": False,
        "errorMessage": f"This is no key of {holder}. It may hold {', '.join(properties)}.",
    }


def _properties(model: type[BaseModel]) -> Schema:
    written = written_fields(model)
    return {info.alias or name: _property(info.alias or name, info) for name, info in written.items()}


def _property(key: str, info: FieldInfo) -> Schema:
    return _described(_schema_of(key, info), info.description or describe(key))


def _schema_of(key: str, info: FieldInfo) -> Schema:
    given = next((part.json_schema for part in info.metadata if isinstance(part, WithJsonSchema)), None)
    if given:
        forms = ", ".join(map(str, given["examples"]))
        return {**given, "errorMessage": f"One value stands here, such as {forms}."}
    kind = without_none(info.annotation)
    if key == "tolerance":
        return {"type": ["string", "number"], "examples": ["2 points", "5%", "10 days"]}
    if kind is Source:
        return {"if": {"type": "object"}, "then": _object_of(Source, "`source`"), "else": _ref("text")}
    return _schema_of_type(key, kind)


def _schema_of_type(key: str, kind: Any) -> Schema:
    if kind is date:
        return _ref("day")
    if kind is bool:
        return {"type": "boolean", "errorMessage": "true or false."}
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if kind is Examples:
        statements = {name: _described(_ref("statements"), describe(name)) for name in Examples.model_fields}
        return _closed(statements, [], "`examples`")
    if get_origin(kind) is tuple:
        return _schema_of_items(key, get_args(kind)[0])
    return _ref("text")


def _schema_of_items(key: str, item: Any) -> Schema:
    if isinstance(item, type) and issubclass(item, BaseModel):
        return {"type": "array", "minItems": 1, "items": _object_of(item, f"`{key}`")}
    return _ref("words")


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _described(schema: Schema, words: str) -> Schema:
    """Add a description; beside a $ref draft 7 would overlook it, so the $ref goes into an allOf."""
    if not words:
        return schema
    return {"description": words, **({"allOf": [schema]} if "$ref" in schema else schema)}
