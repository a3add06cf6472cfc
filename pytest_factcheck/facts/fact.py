"""One fact of the facts file: which kind it is, its values, and what is wrong with them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError
from yaml.nodes import MappingNode, Node, SequenceNode

from pytest_factcheck.facts.fields import fields_of, read_fields
from pytest_factcheck.facts.keys import fault_of_id, nearest, unknown_key
from pytest_factcheck.facts.nodes import Entry, read_entries
from pytest_factcheck.facts.sheet import Mark, Sheet
from pytest_factcheck.kinds import all_kinds
from pytest_factcheck.model.fact import Fact, Setting

MISSING = {
    "fact": "`fact` is missing: write the sentence that a reader of the failure should see.",
    "source": "`source` is missing: say where the fact comes from.",
    "what": "`what` is missing: say in a few words what the other value is.",
    "name": "`name` is missing: say which source it is.",
}
NO_SUBJECT = "`of` is missing: write what is measured or dated, or no article can speak of the fact."


def read_fact(name: str, entry: Entry, sheet: Sheet, setting: Setting) -> Fact | None:
    """Read one fact; None, with its faults on the sheet, if it cannot be used."""
    before = len(sheet.faults)
    wrong_id = fault_of_id(name)
    if wrong_id:
        sheet.fault(entry.key.start_mark, wrong_id)
    entries = read_entries(
        entry.value, sheet, expected=f"The fact `{name}` takes keys such as fact, source and a value"
    )
    if not entries:
        return None
    kind = _choose_kind(entries, entry, sheet)
    if kind is None:
        return None
    values = read_fields(entries, kind, sheet, lambda key: _explain_key(key, kind))
    _check_order(values, entries, sheet)
    fact = _build(kind, {**values, "id": name, "setting": setting}, entry, sheet)
    if fact is not None and not fact.subjects() and len(sheet.faults) == before:
        sheet.fault(entry.key.start_mark, NO_SUBJECT)
    return fact if len(sheet.faults) == before else None


@cache
def kinds_by_key() -> Mapping[str, type[Fact]]:
    """Map the key that decides the kind of a fact to the kind."""
    return {kind.value_keys[0]: kind for kind in all_kinds()}


@cache
def every_key() -> tuple[str, ...]:
    """List the keys that any kind of fact may hold."""
    return tuple(dict.fromkeys(key for kind in all_kinds() for key in fields_of(kind)))


def _choose_kind(entries: Mapping[str, Entry], entry: Entry, sheet: Sheet) -> type[Fact] | None:
    kinds = kinds_by_key()
    found = [key for key in entries if key in kinds]
    if len(found) == 1:
        return kinds[found[0]]
    if len(found) > 1:
        names = " and ".join(f"`{key}`" for key in found)
        sheet.fault(
            entries[found[1]].key.start_mark, f"{names} are two values: a fact has one, so make two facts."
        )
        return None
    _explain_no_value(entries, entry, sheet)
    return None


def _explain_key(key: str, kind: type[Fact]) -> str:
    own = kind.value_keys[0]
    owners = [f"`{leading}`" for leading, other in kinds_by_key().items() if key in fields_of(other)]
    if owners:
        return f"`{key}` goes with {' or '.join(owners)}, and this fact has `{own}`."
    return unknown_key(key, fields_of(kind), f"a fact with `{own}`")


def _explain_no_value(entries: Mapping[str, Entry], entry: Entry, sheet: Sheet) -> None:
    kinds = kinds_by_key()
    for key in ("fact", "source"):
        if key not in entries and not any(nearest(other, every_key()) == key for other in entries):
            sheet.fault(entry.key.start_mark, MISSING[key])
    for key, (key_node, _) in entries.items():
        if key in every_key():
            continue
        near = nearest(key, every_key())
        hint = f": did you mean `{near}`?" if near else f". A value stands under one of {', '.join(kinds)}."
        sheet.fault(key_node.start_mark, f"`{key}` is no key of a fact{hint}")
        if near in kinds:
            return
    for leading, kind in kinds.items():
        second = next((key for key in kind.value_keys[1:] if key in entries), None)
        if second:
            sheet.fault(entries[second].key.start_mark, f"`{second}` needs `{leading}` beside it.")
            return
    sheet.fault(entry.key.start_mark, f"The fact has no value: write one of {', '.join(kinds)}.")


def _check_order(values: Mapping[str, Any], entries: Mapping[str, Entry], sheet: Sheet) -> None:
    for first, second in (("from", "until"), ("verified_on", "recheck")):
        if first in values and second in values and values[second] < values[first]:
            mark = entries[second].value.start_mark
            sheet.fault(mark, f"`{second}` lies before `{first}`: one of the two dates is wrong.")


def _build(kind: type[Fact], values: dict[str, Any], entry: Entry, sheet: Sheet) -> Fact | None:
    try:
        return kind.model_validate({**values, "place": sheet.place(entry.key.start_mark)})
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            _report(kind, problem, entry, sheet)
    return None


def _report(kind: type[Fact], problem: Any, entry: Entry, sheet: Sheet) -> None:
    where: tuple[str | int, ...] = problem["loc"]
    if problem["type"] == "missing":
        holder = _node_at(entry.value, where[:-1])
        key = str(where[-1])
        if _value_of(holder, key) is None:
            mark = entry.key.start_mark if len(where) == 1 else holder.start_mark
            sheet.fault(mark, MISSING.get(key, f"`{key}` is missing."))
        return
    sheet.fault(_mark_of(kind, where, entry), _sentence(problem, where))


def _mark_of(kind: type[Fact], where: tuple[str | int, ...], entry: Entry) -> Mark | None:
    if where:
        return _node_at(entry.value, where).start_mark
    given = [node for key in kind.value_keys if (node := _value_of(entry.value, key))]
    return given[-1].start_mark if given else entry.key.start_mark


def _sentence(problem: Any, where: tuple[str | int, ...]) -> str:
    key = next((str(part) for part in reversed(where) if isinstance(part, str)), "")
    context = problem.get("ctx", {})
    if problem["type"] == "literal_error":
        return f"`{key}` is one of {context['expected']}.".replace("'", "")
    reason = str(context["error"]) if "error" in context else f"{problem['msg']}."
    return f"`{key}`: {reason}" if key and f"`{key}`" not in reason else reason


def _node_at(node: Node, where: tuple[str | int, ...]) -> Node:
    """Go down to the value that a path of keys and positions leads to, as far as it is there."""
    for part in where:
        if isinstance(part, int):
            node = node.value[part] if isinstance(node, SequenceNode) and part < len(node.value) else node
        else:
            node = _value_of(node, part) or node
    return node


def _value_of(node: Node, key: str) -> Node | None:
    if not isinstance(node, MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)
