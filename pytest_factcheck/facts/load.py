"""From facts files to a book of facts, with every fault of every file in one error."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from yaml.nodes import MappingNode, Node

from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.facts.fact import read_fact
from pytest_factcheck.facts.fields import read_day
from pytest_factcheck.facts.files import PathLike, find_files, read_sheet
from pytest_factcheck.facts.keys import nearest, unknown_key
from pytest_factcheck.facts.nodes import Entry, read_entries, read_words
from pytest_factcheck.facts.sheet import Sheet
from pytest_factcheck.facts.syntax import read_tree
from pytest_factcheck.facts.unhurried import unhurried
from pytest_factcheck.model.errors import FactsError, Fault, UseError
from pytest_factcheck.model.fact import Fact, Setting
from pytest_factcheck.model.names import Names

TOP_KEYS = ("story", "as_of", "names", "facts")


def load_facts(paths: PathLike | Sequence[PathLike]) -> FactBook:
    """Load the facts of a file, of a folder with all below it, or of several of them.

    Raise `FactsError` with every fault of every file, `UseError` if there is no file or no fact.
    """
    files = find_files(paths)
    faults: list[Fault] = []
    with unhurried():
        facts = [fact for file in files for fact in _read_file(file, faults)]
    faults += _ids_given_twice(facts)
    if faults:
        raise FactsError(faults)
    if not facts:
        raise UseError(f"No fact is declared in {', '.join(map(str, files))}.")
    return FactBook(tuple(facts), tuple(map(str, files)))


def _read_file(path: Path, faults: list[Fault]) -> tuple[Fact, ...]:
    sheet = read_sheet(path)
    if isinstance(sheet, Fault):
        faults.append(sheet)
        return ()
    facts = read_facts(sheet)
    faults += sheet.faults
    return facts


def read_facts(sheet: Sheet) -> tuple[Fact, ...]:
    """Read the facts of one file; its faults are left on the sheet."""
    root = read_tree(sheet)
    if root is None:
        return ()
    top = read_entries(root, sheet, expected="A facts file holds the keys story, as_of, names and facts")
    _check_top(top, sheet)
    setting = _read_setting(top, sheet)
    if "facts" not in top:
        sheet.fault(None, "The file has no key `facts`: the facts stand below it, each under its id.")
        return ()
    expected = "`facts` takes the ids of the facts"
    entries = read_entries(top["facts"].value, sheet, expected=expected)
    facts = (read_fact(name, entry, sheet, setting) for name, entry in entries.items())
    return tuple(fact for fact in facts if fact is not None)


def _check_top(top: dict[str, Entry], sheet: Sheet) -> None:
    for key, (key_node, node) in top.items():
        if key in TOP_KEYS:
            continue
        if _looks_like_fact(node) and not nearest(key, TOP_KEYS):
            sheet.fault(
                key_node.start_mark, f"The fact `{key}` must stand below `facts:`, indented by two spaces."
            )
        else:
            sheet.fault(key_node.start_mark, unknown_key(key, TOP_KEYS, "a facts file"))


def _looks_like_fact(node: Node) -> bool:
    return isinstance(node, MappingNode) and any(key.value == "fact" for key, _ in node.value)


def _read_setting(top: dict[str, Entry], sheet: Sheet) -> Setting:
    story = read_words(top["story"].value, sheet, "story") if "story" in top else ()
    as_of = read_day(top["as_of"].value, sheet, "as_of") if "as_of" in top else None
    return Setting(sheet.path, story or (), as_of, _read_names(top.get("names"), sheet))


def _read_names(entry: Entry | None, sheet: Sheet) -> Names:
    if entry is None:
        return Names()
    expected = "`names` takes the house spelling of each name, and behind it its other accepted forms"
    entries = read_entries(entry.value, sheet, expected=expected)
    forms = {name: read_words(found.value, sheet, name) for name, found in entries.items()}
    return Names({name: words or () for name, words in forms.items()})


def _ids_given_twice(facts: Iterable[Fact]) -> Iterator[Fault]:
    first: dict[str, Fact] = {}
    for fact in facts:
        other = first.setdefault(fact.id, fact)
        if other is not fact:
            place = fact.place
            yield Fault(
                place.path,
                place.line,
                place.column,
                f"`{fact.id}` is the id of another fact as well ({other.place}): rename one of the two.",
                f"{' ' * (place.column - 1)}{fact.id}:",
            )
