"""A fact declared in Python, with the same keys and the same readers as in a facts file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pytest_factcheck.facts.fact import read_fact
from pytest_factcheck.facts.nodes import Entry
from pytest_factcheck.facts.sheet import Sheet
from pytest_factcheck.model.errors import FactsError
from pytest_factcheck.model.fact import Fact, Place, Setting

NO_SETTING = Setting()
TAG = "tag:yaml.org,2002:"


def make_fact(id: str, /, *, place: Place | None = None, setting: Setting = NO_SETTING, **keys: Any) -> Fact:
    """Make a fact from the keys of a facts file; `from`, `with` and `not` are written with a `_` behind them.

    Values are written as in the file, or as Python's own: numbers, dates, lists, True.

    >>> make_fact("bridges", fact="Ostby has 5 bridges", number=5, of="bridges", source="The town").kind
    'number'
    """
    place = place or Place()
    sheet = Sheet(place.path or "Python", "")
    written = {key.removesuffix("_"): value for key, value in keys.items() if value is not None}
    fact = read_fact(id, Entry(_scalar(id), _node(written)), sheet, setting)
    if fact is None:
        raise FactsError(sheet.faults)
    return fact.model_copy(update={"place": place})


def _node(value: Any) -> Node:
    if isinstance(value, Mapping):
        return MappingNode(f"{TAG}map", [(_scalar(str(key)), _node(inner)) for key, inner in value.items()])
    if isinstance(value, list | tuple | set | frozenset):
        return SequenceNode(f"{TAG}seq", [_node(inner) for inner in value])
    if isinstance(value, date):
        return _scalar(value.isoformat())
    return _scalar(str(value).lower() if isinstance(value, bool) else str(value))


def _scalar(text: str) -> ScalarNode:
    return ScalarNode(f"{TAG}str", text, style='"')
