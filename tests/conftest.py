"""A small newsroom in a folder of its own, for the tests that run pytest inside pytest."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

import pytest

from pytest_factcheck import Article, FactBook, Verdict

pytest_plugins = ["pytester"]

QUIET = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest")
"""hypothesis would be imported anew, for a second, in every inner run."""

FACTS = """\
as_of: 10 January 2024
facts:
  cranes:
    fact: The harbour has 12 cranes
    number: 12
    unit: cranes
    of: harbour
    source:
      name: Port authority, yearbook
      url: https://port.example/yearbook
      accessed: 8 January 2024
    verified_by: coast desk
    verified_on: 9 January 2024
    examples:
      agree: |
        The harbour has 12 cranes.
      contradict: |
        The harbour has 15 cranes.
      ignore: |
        The harbour has 15 tugs.
"""

FERRIES = """
  ferries:
    fact: The company runs 7 ferries
    number: 7
    unit: ferries
    of: company
    source: Company register
"""

RIGHT = "The harbour has 12 cranes.\n"
WRONG = "The harbour has 15 cranes.\n"
LOOSE = '"The harbour has 15 cranes," a docker said.\n'
ELSEWHERE = "Snow fell on the hills.\n"


@dataclass(frozen=True)
class Newsroom:
    """Facts, articles and a pytest that runs on them."""

    pytester: pytest.Pytester

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = self.pytester.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> pytest.RunResult:
        return self.pytester.runpytest_inprocess("--factcheck", *QUIET, *arguments)

    def read(self, name: str) -> str:
        return (self.pytester.path / name).read_text(encoding="utf-8")


STATED = re.compile(
    r"""(?P<quoted>"[^"\d]*)?(?P<about>about )?(?P<value>\d+) (?P<unit>cranes|ferries|berths)"""
)


def check_toys(article: Article, facts: FactBook) -> list[Verdict]:
    """Check counts as plainly as can be, so that these tests do not hang on how facts are linked."""
    return list(_toy_verdicts(article, facts))


def _toy_verdicts(article: Article, facts: FactBook) -> Iterator[Verdict]:
    spoken = facts.speaking_of(article.text, article.published)
    for match in STATED.finditer(article.text):
        fact = next((facts.by_id[name] for name in spoken if match["unit"] in facts.by_id[name].fact), None)
        if fact is None:
            continue
        start, end = match.start("value"), match.end()
        line, column = article.locate(start)
        truth = re.findall(r"\d+", fact.fact)[0]
        yield Verdict(
            article=article.path,
            fact=fact,
            check=fact.kind,
            outcome="unsure" if match["about"] else "agrees" if match["value"] == truth else "contradicts",
            strength="loose" if match["quoted"] else "strong",
            start=start,
            end=end,
            line=line,
            column=column,
            text=article.text[start:end],
            found=match["value"],
            expected=f"{truth} {match['unit']}",
            why=("“harbour” owns the figure", *(["between quotation marks"] if match["quoted"] else [])),
        )
    if (at := article.text.find("two harbours")) >= 0:
        line, column = article.locate(at)
        yield Verdict(
            article.path,
            None,
            "two_values",
            "contradicts",
            "strong",
            at,
            at + 12,
            line,
            column,
            "two harbours",
            "two",
            "one",
        )


@pytest.fixture(scope="session")
def _loaded() -> None:
    # pytester forgets what an inner run imports, and pydantic takes long to import.
    for name in (
        "plugin.start",
        "plugin.gate",
        "plugin.hooks",
        "plugin.fixtures",
        "plugin.explain",
        "linking.explain",
    ):
        import_module(f"pytest_factcheck.{name}")
    import_module("pytest_factcheck.kinds").all_kinds()
    import_module("pytest_factcheck.articles.reading").readers()
    import_module("pytest_factcheck.reporting.formats").formats()


@pytest.fixture
def newsroom(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, _loaded: None) -> Newsroom:
    monkeypatch.setattr("pytest_factcheck.plugin.gate.check_article", check_toys)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    room = Newsroom(pytester)
    room.write({"pytest.ini": "[pytest]\n", "facts/port.yaml": FACTS})
    return room
