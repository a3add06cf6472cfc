"""YAML text to its tree of nodes, with YAML's own complaints put in plain English."""

import re

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from pytest_factcheck.facts.sheet import Mark, Sheet
from pytest_factcheck.model.pattern import lazy_pattern

TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}

UNREADABLE = lazy_pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MAY_SHARE = lazy_pattern(r"(?:^|[\s,\[{:-])[&*][^\s&*]", re.MULTILINE)
"""Where an anchor or an alias may stand; whether one does, only YAML's events tell."""

TAB = "A tab stands where YAML allows only spaces: indent with spaces."
MISPLACED = "The line does not fit its place: indent it like its neighbours."
AFTER_QUOTE = (
    "The value ends at its second quotation mark, and more follows: put the whole value between quotation "
    "marks, and write a single one inside as two ('')."
)
REMEDIES = (
    ("tab character", TAB),
    (
        "mapping values are not allowed",
        "A second colon stands in the value, or the line is indented too far. Put a text that holds “: ” "
        "between quotation marks.",
    ),
    (
        "cannot start any token",
        "A value cannot begin with this character: put the whole value between quotation marks.",
    ),
    (
        "found undefined alias",
        "YAML takes a word that begins with * for an alias: put the whole value between quotation marks.",
    ),
    (
        "while scanning an alias",
        "YAML takes a word that begins with * for an alias: put the whole value between quotation marks.",
    ),
    (
        "while scanning an anchor",
        "YAML takes a word that begins with & for an anchor: put the whole value between quotation marks.",
    ),
    ("quoted scalar", "A quotation mark is opened here and never closed."),
    ("unknown escape character", "Between double quotation marks, \\ must be written \\\\."),
    ("expected ',' or ']'", "The list opened with [ is not closed with ], or a comma is missing."),
    ("expected ',' or '}'", "The brace { is not closed with }, or a comma is missing."),
    ("expected <block end>", MISPLACED),
    ("did not find expected key", MISPLACED),
    (
        "could not find expected ':'",
        "The line is not of the form “key: value”, with a space behind the colon.",
    ),
    ("did not find expected '-' indicator", "A line of a list must begin with “- ”, like the others."),
    ("block sequence entries are not allowed", "A list must begin on a line of its own, below its key."),
    (
        "single document",
        "A second document begins here: remove the line of three dashes, one file is one document.",
    ),
    ("document start", "YAML expects nothing more here: remove what follows the end of the document."),
    ("tag", "YAML takes a word that begins with ! for a tag: put the whole value between quotation marks."),
    ("directive", "A line that begins with % is a directive of YAML: put the text between quotation marks."),
)
UNKNOWN = "YAML cannot read this line: {problem}."


class TextLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """A loader that types nothing: every value stays the text that it is."""

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:
        """Give the tag of a node by its form alone."""
        return TAGS[kind]

    def descend_resolver(self, node: object, index: object) -> None:
        """Keep no path: no tag depends on it."""

    def ascend_resolver(self) -> None:
        """Keep no path."""


def read_tree(sheet: Sheet) -> MappingNode | None:
    """Read the file's outermost mapping; None, with a fault noted, if there is none."""
    before = len(sheet.faults)
    root = read_root(sheet)
    if root is None and len(sheet.faults) > before:
        return None
    return _as_mapping(root, sheet)


def read_root(sheet: Sheet) -> Node | None:
    """Read the file's outermost node, whatever it is; None for an empty file, or with a fault noted."""
    if not _is_readable(sheet):
        return None
    try:
        if _may_share(sheet.text):
            _refuse_sharing(sheet)
        root: Node | None = TextLoader(sheet.text).get_single_node()
    except yaml.MarkedYAMLError as error:
        if not sheet.faults:  # an alias that was refused may lead nowhere as well
            _report(error, sheet)
        return None
    except (yaml.YAMLError, RecursionError):
        sheet.fault(None, "YAML cannot read this file: it is nested too deeply or is not a text.")
        return None
    return root


def _is_readable(sheet: Sheet) -> bool:
    strange = _find_unreadable(sheet.text)
    if not strange:
        return True
    before = sheet.text[: strange.start()]
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    sheet.fault(
        _At(line, column), f"An invisible control character (U+{ord(strange[0]):04X}) stands here: remove it."
    )
    return False


def _find_unreadable(text: str) -> re.Match[str] | None:
    for letter in "\n\r\t":
        text = text.replace(letter, " ")
    return None if text.isprintable() else UNREADABLE.search(text)


def _may_share(text: str) -> bool:
    return ("&" in text or "*" in text) and MAY_SHARE.search(text) is not None


class _At:
    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


def _refuse_sharing(sheet: Sheet) -> None:
    for event in yaml.parse(sheet.text, Loader=TextLoader):
        anchor = getattr(event, "anchor", None)
        if anchor is None:
            continue
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        sheet.fault(
            event.start_mark,
            f"YAML takes “{sign}{anchor}” for a reference to another place. Facts are written out in full; "
            f"put a text that begins with {sign} between quotation marks.",
        )


def _report(error: yaml.MarkedYAMLError, sheet: Sheet) -> None:
    mark = _mark_of(error)
    message = _in_plain_english(error)
    if mark is not None and sheet.rest_of_line(mark).startswith("\t"):
        message = TAB
    elif mark is not None and message == MISPLACED and sheet.start_of_line(mark).strip():
        message = AFTER_QUOTE
    sheet.fault(mark, message)


def _mark_of(error: yaml.MarkedYAMLError) -> Mark | None:
    """Choose where the mistake was made, which may be before the place where YAML noticed it."""
    noticed_late = "unexpected end" in (error.problem or "") or "expected ':'" in (error.problem or "")
    mark: Mark | None = error.context_mark if noticed_late else error.problem_mark
    return mark or error.problem_mark or error.context_mark


def _in_plain_english(error: yaml.MarkedYAMLError) -> str:
    for where in (error.problem or "", error.context or ""):
        for sign, remedy in REMEDIES:
            if sign in where:
                return remedy
    return UNKNOWN.format(problem=error.problem or error.context or "its form is not YAML")


def _as_mapping(root: Node | None, sheet: Sheet) -> MappingNode | None:
    if root is None or not root.value:
        sheet.fault(None, "The file is empty: write “facts:” and below it one fact or more.")
        return None
    if not isinstance(root, MappingNode):
        sheet.fault(
            root.start_mark, "A facts file begins with a key such as “facts:”, not with a list or a text."
        )
        return None
    return root
