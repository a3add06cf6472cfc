"""The lists that stand beside the facts: files of YAML that hold one entry below the other."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from yaml.nodes import Node, SequenceNode

from pytest_factcheck.facts.fields import fields_of, read_fields
from pytest_factcheck.facts.files import SUFFIXES, read_sheet
from pytest_factcheck.facts.keys import unknown_key
from pytest_factcheck.facts.nodes import read_entries
from pytest_factcheck.facts.sheet import Sheet
from pytest_factcheck.facts.syntax import read_root
from pytest_factcheck.model.errors import FactsError, Fault

Record = TypeVar("Record", bound=BaseModel)


def read_records(path: Path, model: type[Record], holder: str, why: dict[str, str]) -> tuple[Record, ...]:
    """Read all entries of a file; `holder` names one of them, `why` says of each key that it is missing.

    Raise `FactsError` with every fault of the file. A file without entries is no fault.
    """
    sheet = read_sheet(path)
    if isinstance(sheet, Fault):
        raise FactsError([sheet])
    root = read_root(sheet)
    records = [_read_record(node, model, sheet, holder, why) for node in _items(root, sheet, holder)]
    if sheet.faults:
        raise FactsError(sheet.faults)
    return tuple(record for record in records if record is not None)


def find_beside(folder: Path, stem: str) -> Path | None:
    """Find the file of that stem in a folder, with either suffix of YAML."""
    places = (folder / f"{stem}{suffix}" for suffix in SUFFIXES)
    return next((place for place in places if place.is_file()), None)


def _items(root: Node | None, sheet: Sheet, holder: str) -> list[Node]:
    if root is None:
        return []
    if isinstance(root, SequenceNode):
        items: list[Node] = root.value
        return items
    if root.value:
        remedy = f"begin each {holder} on a line of its own with “- ”"
        sheet.fault(root.start_mark, f"The file is a list: {remedy}.")
    return []


def _read_record(
    node: Node, model: type[Record], sheet: Sheet, holder: str, why: dict[str, str]
) -> Record | None:
    before = len(sheet.faults)
    fields = fields_of(model)
    expected = f"A {holder} takes the keys {', '.join(fields)}"
    entries = read_entries(node, sheet, expected=expected)
    values = read_fields(entries, model, sheet, lambda key: unknown_key(key, fields, f"a {holder}"))
    if entries:
        for key, field in fields.items():
            if field.required and key not in entries:
                sheet.fault(node.start_mark, why.get(key, f"`{key}` is missing."))
    if len(sheet.faults) > before:
        return None
    try:
        return model.model_validate({**values, "place": sheet.place(node.start_mark)})
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            key = str(problem["loc"][0])
            sheet.fault(entries[key].value.start_mark, f"`{key}`: {problem['msg']}.")
        return None
