"""The manual holds: its Python runs, its facts prove themselves, its pages are in step."""

import contextlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from itertools import zip_longest
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from pytest_factcheck import Article, check_article, load_facts
from pytest_factcheck.kinds import all_kinds
from pytest_factcheck.plugin.books import for_examples, on_a_day_it_holds
from pytest_factcheck.plugin.examples import find_examples, passes

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(?P<language>[\w-]*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)\s]+)\)")
HEADS = (
    "What it checks",
    "Why it matters",
    "Examples that contradict and that agree",
    "What it leaves alone",
)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of a page, and the block of its expected output, if one follows."""

    page: Path
    line: int
    language: str
    code: str
    output: str = ""

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


def fences(language: str) -> list[Fence]:
    return [fence for page in PAGES for fence in _fences_of(page) if fence.language == language]


def _fences_of(page: Path) -> Iterator[Fence]:
    text = page.read_text(encoding="utf-8")
    found = list(FENCE.finditer(text))
    for match, after in zip_longest(found, found[1:]):
        output = after["code"] if after is not None and after["language"] == "output" else ""
        yield Fence(page, text.count("\n", 0, match.start()) + 1, match["language"], match["code"], output)


def _named(found: list[Fence]) -> list[object]:
    return [pytest.param(fence, id=fence.name) for fence in found]


def test_the_manual_has_examples() -> None:
    assert len(fences("python")) >= 5
    assert len(fences("yaml")) >= 4


@pytest.mark.parametrize("fence", _named(fences("python")))
def test_python_of_the_manual_runs(fence: Fence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    module = {"__name__": "manual"}
    with contextlib.redirect_stdout(printed):
        exec(compile("\n" * fence.line + fence.code, str(fence.page), "exec"), module)
    if fence.output:
        assert printed.getvalue() == fence.output


@pytest.mark.parametrize("fence", _named([f for f in fences("yaml") if "facts:" in f.code]))
def test_facts_of_the_manual_prove_themselves(fence: Fence, tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(fence.code, encoding="utf-8")
    book = load_facts(path)
    lines = fence.code.splitlines()
    for example in (example for fact in book.facts for example in find_examples(fact, lines)):
        day = on_a_day_it_holds(example.fact, None)
        article = Article.from_text(example.text, published=day)
        verdicts = check_article(article, for_examples(book, example.fact))
        own = tuple(v for v in verdicts if v.fact is not None and v.fact.id == example.fact.id)
        assert passes(example.wanted, own), (example.text, [v.to_dict() for v in own])


@pytest.mark.parametrize("fence", _named(fences("console")))
def test_printed_failures_are_those_of_today(fence: Fence, tmp_path: Path) -> None:
    command, _, printed = fence.code.partition("\n")
    folder = ROOT if fence.page.name == "README.md" else tutorial_folder(fence.page, tmp_path)
    arguments = [*command.removeprefix("$ pytest ").split(), "-p", "no:cacheprovider"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=folder, capture_output=True, check=False
    )
    assert printed in run.stdout.decode("utf-8").replace("\r\n", "\n")


def tutorial_folder(page: Path, folder: Path) -> Path:
    """Make the two files that the tutorial has its reader write."""
    facts = next(fence.code for fence in _fences_of(page) if fence.language == "yaml")
    article = next(fence.code for fence in _fences_of(page) if fence.code.startswith("PORT ELDEN"))
    for name, code in (("facts/harbour.yaml", facts), ("articles/quays.txt", article)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(code, encoding="utf-8")
    return folder


@pytest.mark.parametrize("fence", _named(fences("yaml")))
def test_yaml_of_the_manual_is_yaml(fence: Fence) -> None:
    assert yaml.safe_load(fence.code)


@pytest.mark.parametrize("page", [pytest.param(p, id=p.relative_to(ROOT).as_posix()) for p in PAGES])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = {target.partition("#")[0] for target in LINK.findall(page.read_text(encoding="utf-8"))}
    assert not [target for target in sorted(targets) if not (page.parent / target).exists()]


def test_generated_pages_are_in_step_with_the_code() -> None:
    generate = _load(ROOT / "docs/generate.py")
    assert not [path.name for path in generate.out_of_step()], "run: python docs/generate.py"


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.kind) for kind in all_kinds()])
def test_the_docstring_of_a_kind_has_the_four_heads(kind: type) -> None:
    heads = re.findall(r"^\s*## (.+)$", kind.__doc__ or "", re.MULTILINE)
    assert heads[: len(HEADS)] == list(HEADS)


def test_every_page_is_in_the_navigation() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = set(re.findall(r"[\w/-]+\.md", str(settings["nav"])))
    pages = {page.relative_to(ROOT / "docs").as_posix() for page in PAGES if "docs" in page.parts}
    unlisted = {page for page in pages if not re.match(r"reference/kinds/|decisions/\d", page)}
    assert unlisted - listed == set()
    assert listed - pages == set()


def test_every_kind_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    row = next(line for line in glossary.splitlines() if line.startswith("| kind |"))
    assert not [kind.kind for kind in all_kinds() if not re.search(rf"\b{kind.kind}\b", row)]


def _load(path: Path) -> ModuleType:
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_page_names_this_machine() -> None:
    assert not [
        page.name for page in PAGES if re.search(r"/(?:root|work|tmp)/", page.read_text(encoding="utf-8"))
    ]
