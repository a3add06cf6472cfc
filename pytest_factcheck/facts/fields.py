"""How the text of each key becomes what the field of the model wants, decided by the field's type."""

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from yaml.nodes import Node, ScalarNode, SequenceNode

from pytest_factcheck.facts.keys import unknown_key
from pytest_factcheck.facts.nodes import Entry, read_entries, read_item_nodes, read_text, read_words
from pytest_factcheck.facts.sheet import Sheet
from pytest_factcheck.language.day_texts import read_full_day
from pytest_factcheck.language.values import read_tolerance
from pytest_factcheck.model.fact import Examples, Fact, Source

T = TypeVar("T")
Reader = Callable[[Node, Sheet, str], Any]
"""Reads the value of a key; None, with a fault noted, if it cannot."""

SWITCH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a model: its reader, and whether it must be given."""

    key: str
    read: Reader
    required: bool


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Field]:
    """List the keys that a facts file may write for a model, in the model's order."""
    written = written_fields(model)
    fields = (
        Field(info.alias or name, _reader(name, info), info.is_required()) for name, info in written.items()
    )
    return {field.key: field for field in fields}


def written_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """List the fields of a model that a facts file gives; those of a kind before the shared ones."""
    left_out: frozenset[str] = getattr(model, "not_written", frozenset())
    fields = {name: info for name, info in model.model_fields.items() if name not in left_out}
    parent = model.__mro__[1]
    shared = parent.model_fields if issubclass(parent, Fact) else {}
    return dict(sorted(fields.items(), key=lambda item: item[0] in shared))


def read_fields(
    entries: Mapping[str, Entry], model: type[BaseModel], sheet: Sheet, explain: Callable[[str], str]
) -> dict[str, Any]:
    """Read the keys of a model; a key that it does not know is a fault, and is explained."""
    fields = fields_of(model)
    values: dict[str, Any] = {}
    for key, (key_node, node) in entries.items():
        if key in fields:
            value = fields[key].read(node, sheet, key)
            if value is not None:
                values[key] = value
        else:
            sheet.fault(key_node.start_mark, explain(key))
    return values


def read_day(node: Node, sheet: Sheet, key: str) -> date | None:
    """Read a full date."""
    return _read_with(read_full_day, node, sheet, key)


def _read_with(read: Callable[[str], T], node: Node, sheet: Sheet, key: str) -> T | None:
    text = read_text(node, sheet, key)
    if text is None:
        return None
    try:
        return read(text)
    except ValueError as error:
        sheet.fault(node.start_mark, f"`{key}`: {error}")
        return None


def _read_switch(node: Node, sheet: Sheet, key: str) -> bool | None:
    text = read_text(node, sheet, key)
    if text is not None and text not in SWITCH:
        sheet.fault(node.start_mark, f"`{key}` is true or false, and “{text}” stands here.")
    return SWITCH.get(text) if text else None


def _read_tolerance(node: Node, sheet: Sheet, key: str) -> Any:
    return _read_with(read_tolerance, node, sheet, key)


def _read_source(node: Node, sheet: Sheet, key: str) -> Any:
    if isinstance(node, ScalarNode):
        text = read_text(node, sheet, key)
        return None if text is None else {"name": text}
    return _read_model(Source, node, sheet, key)


def _read_examples(node: Node, sheet: Sheet, key: str) -> Any:
    return _read_model(Examples, node, sheet, key) or None


def _read_statements(node: Node, sheet: Sheet, key: str) -> tuple[str, ...] | None:
    if isinstance(node, SequenceNode):
        items = [read_text(item, sheet, key) for item in read_item_nodes(node, sheet, key)]
        return tuple(item for item in items if item) or None
    if isinstance(node, ScalarNode) and node.style != "|" and _runs_over_lines(node):
        sheet.fault(
            node.start_mark, f"YAML joins these lines into one: write “{key}: |”, then one statement a line."
        )
        return None
    text = read_text(node, sheet, key)
    return None if text is None else tuple(line.strip() for line in text.splitlines() if line.strip())


def _runs_over_lines(node: ScalarNode) -> bool:
    start, end = node.start_mark, node.end_mark
    return bool(start and end) and end.line > start.line


def _read_model(model: type[BaseModel], node: Node, sheet: Sheet, key: str) -> dict[str, Any] | None:
    known = fields_of(model)
    *names, last = known
    entries = read_entries(node, sheet, expected=f"`{key}` takes the keys {', '.join(names)} and {last}")
    if not entries:
        return None
    return read_fields(entries, model, sheet, lambda wrong: unknown_key(wrong, known, f"`{key}`"))


def _read_models(
    model: type[BaseModel], node: Node, sheet: Sheet, key: str
) -> tuple[dict[str, Any], ...] | None:
    items = read_item_nodes(node, sheet, key) if isinstance(node, SequenceNode) else [node]
    read = [_read_model(model, item, sheet, key) for item in items]
    return tuple(item for item in read if item is not None) or None


def _reader(name: str, info: FieldInfo) -> Reader:
    kind = without_none(info.annotation)
    if name in ("agree", "contradict", "ignore"):
        return _read_statements
    if name == "tolerance":
        return _read_tolerance
    if kind is Source:
        return _read_source
    if kind is Examples:
        return _read_examples
    return _reader_of_type(kind)


def _reader_of_type(kind: Any) -> Reader:
    if kind is date:
        return read_day
    if kind is bool:
        return _read_switch
    if get_origin(kind) is not tuple:
        return read_text
    item = get_args(kind)[0]
    if isinstance(item, type) and issubclass(item, BaseModel):
        return lambda node, sheet, key: _read_models(item, node, sheet, key)
    return read_words


def without_none(annotation: Any) -> Any:
    """Give the type that stands beside None in an annotation."""
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation
    rest = [part for part in get_args(annotation) if part is not type(None)]
    return rest[0] if len(rest) == 1 else annotation
