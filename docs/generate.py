"""The pages of the manual that are made from docstrings: `python docs/generate.py` writes them."""

import ast
import inspect
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import pytest_factcheck
from pytest_factcheck.kinds import all_kinds
from pytest_factcheck.model.fact import Fact

HERE = Path(__file__).parent
MADE_FROM = "<!-- Made from {source} by docs/generate.py; edit it there. -->"


def pages() -> dict[Path, str]:
    """Give every generated page with its text."""
    made = {HERE / f"reference/kinds/{kind.kind}.md": kind_page(kind) for kind in all_kinds()}
    made[HERE / "reference/kinds/index.md"] = kinds_index()
    made[HERE / "reference/python.md"] = python_page()
    made[HERE / "decisions/index.md"] = decisions_index()
    return made


def kind_page(kind: type[Fact]) -> str:
    """Write the page of a kind: its docstring, then its keys."""
    source = f"pytest_factcheck/kinds/{kind.__module__.rpartition('.')[2]}.py"
    keys = "\n".join(f"- {line}" for line in _keys(kind))
    more = "[The facts file](../facts-file.md) tells of the keys that every fact may have."
    return _page(_title(kind), MADE_FROM.format(source=source), _doc(kind), f"## Keys\n\n{keys}\n\n{more}")


def kinds_index() -> str:
    """Write the table of all kinds."""
    rows = [
        f"| [{kind.kind}]({kind.kind}.md) | {_quoted(kind.value_keys)} | {_first(kind)} |"
        for kind in all_kinds()
    ]
    table = "\n".join(["| kind | value keys | what it is |", "|---|---|---|", *rows])
    intro = "The first value key that stands in a fact decides its kind. There is one page for each."
    return _page("Kinds of facts", MADE_FROM.format(source="pytest_factcheck/kinds/"), intro, table)


def python_page() -> str:
    """Write the page of the public names."""
    made = MADE_FROM.format(source="the docstrings of the public names")
    intro = (
        "All of this is imported from `pytest_factcheck`. See also the [examples](../how-to/python-api.md)."
    )
    entries = (_entry(name) for name in sorted(pytest_factcheck.__all__, key=str.casefold))
    return _page("The Python interface", made, intro, *entries)


def decisions_index() -> str:
    """Write the list of decision records."""
    records = sorted((HERE / "decisions").glob("[0-9]*.md"))
    titles = {
        record.name: record.read_text(encoding="utf-8").splitlines()[0].lstrip("# ") for record in records
    }
    listed = "\n".join(f"- [{title}]({name})" for name, title in titles.items())
    intro = (
        "A decision record says in a page what was decided, when, and why, so that nobody has to\n"
        "guess later. A record is never rewritten; a new one replaces it and says so."
    )
    return _page("Decisions", MADE_FROM.format(source="the records in this folder"), intro, listed)


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", *parts]) + "\n"


def _title(kind: type[Fact]) -> str:
    return kind.kind.capitalize()


def _doc(thing: object) -> str:
    return inspect.getdoc(thing) or ""


def _quoted(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _first(thing: object) -> str:
    paragraph = _doc(thing).partition("\n\n")[0]
    return " ".join(paragraph.split())


def _keys(kind: type[Fact]) -> Iterator[str]:
    for name, field in kind.model_fields.items():
        if name in Fact.model_fields and name not in kind.value_keys:
            continue
        key = field.alias or name
        about = f": {field.description}" if field.description else ""
        need = "required" if field.is_required() else "optional"
        yield f"`{key}` ({need}){about}"


def _entry(name: str) -> str:
    thing = getattr(pytest_factcheck, name)
    if not inspect.isclass(thing):
        return f"## `{name}{_signature(thing)}`\n\n{_doc(thing)}"
    methods = [f"- {line}" for line in _members(thing)]
    return "\n\n".join([f"## `{name}`", _doc(thing), *(["\n".join(methods)] if methods else [])])


def _members(owner: type) -> Iterator[str]:
    """List the public members that a class itself defines and documents, each with its first sentence."""
    for name, member in vars(owner).items():
        function = getattr(
            member, "__func__", getattr(member, "fget", None) or getattr(member, "func", member)
        )
        if name.startswith("_") or not inspect.isfunction(function) or not function.__doc__:
            continue
        call = _signature(function) if member is function or hasattr(member, "__func__") else ""
        yield f"`{name}{call}`: {_first(function)}"


def _signature(function: object) -> str:
    """Write the arguments as they stand in the source, so that the page is the same under every Python."""
    module = import_module(function.__module__)
    name = function.__qualname__.rpartition(".")[2]  # type: ignore[attr-defined]
    first = function.__code__.co_firstlineno  # type: ignore[attr-defined]
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if (
            isinstance(node, ast.FunctionDef)
            and node.name == name
            and abs(node.lineno - first) <= len(node.decorator_list)
        ):
            node.args.args = [arg for arg in node.args.args if arg.arg not in ("self", "cls")]
            returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
            return f"({ast.unparse(node.args)}){returned}"
    return "()"


def out_of_step() -> dict[Path, str]:
    """Give the pages that are missing or differ from what the code says."""
    return {path: text for path, text in pages().items() if not _holds(path, text)}


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def main() -> None:
    """Write the pages that are out of step."""
    for path, text in out_of_step().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path.relative_to(HERE.parent)} written")


if __name__ == "__main__":
    main()
