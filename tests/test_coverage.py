"""Coverage: statements that no fact covers, facts that no article speaks of, and the least asked for."""

import json

import pytest

from pytest_factcheck import Article, FactBook, check_article, load_facts
from pytest_factcheck.checking.coverage import coverage, percent, spoken_of, why_silent
from tests.conftest import ELSEWHERE, FACTS, FERRIES, RIGHT, Newsroom

OK, FAILED, USAGE = 0, 1, 4

STORY = """\
story: Norrby
facts:
  bridges:
    fact: The town has 5 bridges
    number: 5
    unit: bridges
    of: town
    source: Town hall
    from: 1 January 2020
    until: 31 December 2020
"""


@pytest.fixture
def story(tmp_path_factory: pytest.TempPathFactory) -> FactBook:
    path = tmp_path_factory.mktemp("facts") / "story.yaml"
    path.write_text(STORY, encoding="utf-8")
    return load_facts(path)


def test_coverage_counts_what_looks_checkable() -> None:
    facts = load_facts("facts")
    article = Article.from_text(
        "The port moved 4.2 million tonnes in 2023, 31 percent more than forecast.",
        "2024-01-10",
    )
    found = coverage(article, check_article(article, facts))
    assert found.checked == 0
    assert [(gap.text, gap.kind, gap.line, gap.column) for gap in found.gaps] == [
        ("4.2 million tonnes", "quantity", 1, 16),
        ("2023", "date", 1, 38),
        ("31 percent", "percent", 1, 44),
    ]
    assert percent([found]) == 0
    assert percent([]) == 100


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        (
            "Norrby has many bridges.",
            "2020-05-01",
            "none of its words (town) stands in an article that tells its story (Norrby)",
        ),
        (
            "The town of Norrby has many bridges.",
            "2020-05-01",
            "its words stand in 1 article, with no statement that could be tied to it",
        ),
        (
            "The town of Norrby has 5 bridges.",
            "2024-05-01",
            "it holds from 1 January 2020 until 31 December 2020, and the articles with its words are of "
            "other days",
        ),
        (
            "The town has 6 bridges.",
            "2020-05-01",
            "none of its words (town) stands in an article that tells its story (Norrby)",
        ),
    ],
)
def test_a_fact_that_was_not_checked_says_why(story: FactBook, text: str, day: str, reason: str) -> None:
    spoken = spoken_of(Article.from_text(text, day), story)
    assert why_silent(story.by_id["bridges"], [spoken]) == reason


def test_verbose_tells_what_was_not_checked(newsroom: Newsroom) -> None:
    newsroom.write(
        {
            "facts/more.yaml": "facts:" + FERRIES,
            "news/a.txt": RIGHT + "\nIt cost 40 percent more.\n",
            "news/b.txt": ELSEWHERE,
        }
    )
    newsroom.run("news", "-v").stdout.fnmatch_lines(
        [
            "coverage: 1 of 2 checkable statements checked (50 %)",
            "news/a.txt:3:9: no fact covers “40 percent” (percent)",
            "not checked: ferries: none of its words (company) stands in an article",
        ]
    )
    plain = newsroom.run("news").stdout
    plain.no_fnmatch_line("*coverage*")


def test_json_tells_what_was_not_checked(newsroom: Newsroom) -> None:
    newsroom.write(
        {"facts/more.yaml": "facts:" + FERRIES, "news/a.txt": RIGHT + "\nIt cost 40 percent more.\n"}
    )
    newsroom.run("news", "--factcheck-report=o.json")
    report = json.loads(newsroom.read("o.json"))
    assert report["articles"][0]["coverage"] == {
        "checkable": 2,
        "checked": 1,
        "unchecked": [
            {"start": 36, "end": 46, "line": 3, "column": 9, "text": "40 percent", "kind": "percent"}
        ],
    }
    silent = {fact["id"]: fact.get("not_checked") for fact in report["facts"]}
    assert silent == {
        "cranes": None,
        "ferries": "none of its words (company) stands in an article",
    }


@pytest.mark.parametrize(
    ("least", "code", "line"),
    [
        ("50", OK, "coverage: 1 of 2 checkable statements checked (50 %)"),
        ("50.5%", FAILED, "coverage is 50 %, below the 50.5 % of --factcheck-coverage-min"),
        ("101", USAGE, ""),
        ("most", USAGE, ""),
    ],
)
def test_the_least_coverage_is_a_gate(newsroom: Newsroom, least: str, code: int, line: str) -> None:
    newsroom.write({"news/a.txt": RIGHT + "\nIt cost 40 percent more.\n"})
    result = newsroom.run("news", f"--factcheck-coverage-min={least}", "-q")
    assert result.ret == code
    if code == FAILED:
        result.stdout.fnmatch_lines([line])
    elif code == USAGE:
        result.stderr.fnmatch_lines(
            [f"ERROR: --factcheck-coverage-min is '{least}'; write a percentage from *"]
        )


def test_the_least_coverage_in_workers(newsroom: Newsroom) -> None:
    newsroom.write({"news/a.txt": RIGHT + "\nIt cost 40 percent more.\n", "facts/port.yaml": FACTS})
    run = newsroom.pytester.runpytest_subprocess
    result = run("--factcheck", "news", "-n1", "--factcheck-coverage-min=60")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(["coverage is 50 %, below the 60 % of --factcheck-coverage-min"])
