"""`init`: the first fact, an article that speaks of it, and a job for CI."""

from importlib.resources import files
from pathlib import Path

from pytest_factcheck.facts.schema import schema_text
from pytest_factcheck.tools.answer import Answer

STARTER = {
    "facts/facts.yaml": "facts.yaml",
    "articles/harbour.txt": "harbour.txt",
    ".github/workflows/factcheck.yml": "factcheck.yml",
}
"""The files to write, and the files of this package that they are copies of."""

SCHEMA = "facts/facts.schema.json"
PYTEST = "pytest.ini"
SETTINGS = (PYTEST, ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg")
"""Where pytest's own settings may stand already."""

INI = """\
[pytest]
# The articles are checked with: pytest --factcheck articles/
factcheck_facts = facts
"""
NEXT = (
    "",
    "Next:",
    "  pytest --factcheck facts/        each example of each fact is a test",
    "  pytest --factcheck articles/     the articles against the facts",
    "Then write 15 for the 12 in articles/harbour.txt, and run it again to see it fail.",
    "More facts: python -m pytest_factcheck suggest ARTICLE",
)


def begin(folder: Path) -> Answer:
    """Write the files that are not there yet, and say what comes next."""
    texts = {path: _starter(name) for path, name in STARTER.items()} | {SCHEMA: schema_text()}
    if not any((folder / name).exists() for name in SETTINGS):
        texts[PYTEST] = INI
    told = [_write(folder / path, text) for path, text in texts.items()]
    steps = (f"  cd {folder}", *NEXT[2:]) if folder != Path() else NEXT[2:]
    return Answer((*told, *NEXT[:2], *steps))


def _starter(name: str) -> str:
    return files(__package__).joinpath("starter", name).read_text("utf-8")


def _write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return f"left as it is: {path}"
    return f"written: {path}"
