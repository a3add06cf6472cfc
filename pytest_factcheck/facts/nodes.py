"""From a node of YAML to plain text, lists and keys, with nothing lost on the way."""

import re
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pytest_factcheck.facts.sheet import Sheet
from pytest_factcheck.model.pattern import lazy_pattern

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})  # how YAML writes no value, if it is not quoted
PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
COMMA = lazy_pattern(r"(?<!\d),|,(?!\d)")  # not the one of "800,000"
LIST_FOUND = "a list stands here. YAML splits a line between [ ] at its commas."
COMMENT = lazy_pattern(r"(\s*)#(.?)")
FREE_TEXT = frozenset({"fact", "quote", "what"})
"""Keys whose text may well hold a #: one space before it is then taken for a slip, not for a comment."""


class Entry(NamedTuple):
    """A key of a mapping and what stands behind it."""

    key: ScalarNode
    value: Node


def read_entries(node: Node, sheet: Sheet, *, expected: str) -> dict[str, Entry]:
    """List the keys of a mapping; a key that is given twice is a fault, and its first value counts."""
    if not isinstance(node, MappingNode):
        sheet.fault(node.start_mark, f"{expected}, each on a line of its own below, as “key: value”.")
        return {}
    _check_tag(node, sheet)
    entries: dict[str, Entry] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or not key.value:
            sheet.fault(key.start_mark, "A key must be one plain word or text, followed by a colon.")
        elif key.value in entries:
            line = entries[key.value].key.start_mark
            first = f" (line {line.line + 1})" if line else ""
            sheet.fault(key.start_mark, f"`{key.value}` is given twice{first}: keep one of the two.")
        else:
            entries[key.value] = Entry(key, value)
    return entries


def read_text(node: Node, sheet: Sheet, key: str) -> str | None:
    """Read one text; None, with a fault noted, if the key holds anything else."""
    if not isinstance(node, ScalarNode):
        found = LIST_FOUND if isinstance(node, SequenceNode) else "further keys stand here."
        sheet.fault(node.start_mark, f"`{key}` takes one text, and {found}")
        return None
    _check_tag(node, sheet)
    if not node.style and not _is_whole(node, sheet, key):
        return None
    text: str = node.value.strip()
    if text and (node.style or text not in NOTHING):
        return text
    sheet.fault(node.start_mark, f"`{key}` is empty: write its value, or remove the line.")
    return None


def read_words(node: Node, sheet: Sheet, key: str) -> tuple[str, ...] | None:
    """Read a word list: one line split at commas, or a YAML list."""
    if isinstance(node, SequenceNode):
        return _read_items(node, sheet, key)
    text = read_text(node, sheet, key)
    if text is None:
        return None
    words = [word.strip() for word in COMMA.split(text)]
    if not all(words):
        sheet.fault(node.start_mark, f"`{key}` holds an empty word: remove the comma that is too many.")
        return None
    quoted = next((word for word in words if word[0] == word[-1] == '"'), None)
    if quoted and isinstance(node, ScalarNode) and not node.style:
        sheet.fault(node.start_mark, f"`{key}` holds quotation marks: write {quoted[1:-1]} without them.")
        return None
    return tuple(dict.fromkeys(words))


def read_item_nodes(node: SequenceNode, sheet: Sheet, key: str) -> list[Node]:
    """List the items of a YAML list, which must not be empty nor hold a number that YAML cut at its comma."""
    _check_tag(node, sheet)
    if not node.value:
        sheet.fault(node.start_mark, f"`{key}` is an empty list: write its items, or remove the line.")
    for before, item in zip(node.value, node.value[1:], strict=False):
        if _was_one_number(before, item):
            whole = f"{before.value},{item.value}"
            sheet.fault(
                item.start_mark, f"YAML splits “{whole}” at its comma: write “{whole}” in quotation marks."
            )
    items: list[Node] = node.value
    return items


def _read_items(node: SequenceNode, sheet: Sheet, key: str) -> tuple[str, ...] | None:
    items = [read_text(item, sheet, key) for item in read_item_nodes(node, sheet, key)]
    texts = tuple(dict.fromkeys(item for item in items if item is not None))
    return texts if texts and len(texts) == len(dict.fromkeys(items)) else None


def _was_one_number(before: Node, item: Node) -> bool:
    if not (isinstance(before, ScalarNode) and isinstance(item, ScalarNode)) or before.style or item.style:
        return False
    end, start = before.end_mark, item.start_mark
    touching = bool(end and start) and (end.line, end.column + 1) == (start.line, start.column)
    return touching and before.value[-1:].isdigit() and re.match(r"\d{3}(?!\d)", item.value) is not None


def _check_tag(node: Node, sheet: Sheet) -> None:
    if node.tag not in PLAIN_TAGS:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        remedy = "remove it, or put a text that begins with ! between quotation marks"
        sheet.fault(node.start_mark, f"YAML takes “{tag}” for a tag, and facts need none: {remedy}.")


def _is_whole(node: ScalarNode, sheet: Sheet, key: str) -> bool:
    mark = node.end_mark
    if not mark or mark.line not in sheet.hashes:
        return True
    rest = sheet.rest_of_line(mark)
    comment = COMMENT.match(rest)
    if not comment or not _is_slip(comment[1], comment[2], key):
        return True
    sheet.fault(
        mark,
        f"YAML takes “{rest.strip()[:40]}” for a comment, so it is no part of `{key}`. Put the whole value "
        "between quotation marks; if it is a comment, write two spaces and “# ” before it.",
    )
    return False


def _is_slip(spaces: str, after: str, key: str) -> bool:
    return after.isalnum() or (key in FREE_TEXT and len(spaces) == 1 and after == " ")
