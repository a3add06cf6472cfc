"""Every output format, from the same findings."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pytest_factcheck import FactcheckError, Verdict, load_facts
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.reporting import github, gitlab, markdown, sarif, text
from pytest_factcheck.reporting import json as json_report
from pytest_factcheck.reporting.excerpt import Excerpt, cut_excerpt
from pytest_factcheck.reporting.fingerprint import fingerprint
from pytest_factcheck.reporting.formats import check_format, formats, write
from pytest_factcheck.reporting.report import CheckedArticle, Report, Statement
from tests.conftest import FACTS, FERRIES, LOOSE, RIGHT, WRONG, Newsroom

HOSTILE = "<script>|`*x*`@all\n::error::\x1b[31m%0A"


@pytest.fixture
def facts(tmp_path: Path) -> tuple[Fact, ...]:
    path = tmp_path / "port.yaml"
    path.write_text(FACTS + FERRIES, encoding="utf-8")
    return load_facts(path).facts


def verdict(fact: Fact | None, outcome: Any = "contradicts", at: int = 16, **changes: Any) -> Verdict:
    values = {
        "article": "news/a b.txt",
        "fact": fact,
        "check": "number" if fact else "two_values",
        "outcome": outcome,
        "strength": "strong",
        "start": at,
        "end": at + 9,
        "line": 3,
        "column": at + 1,
        "text": "15 cranes",
        "found": "15",
        "expected": "12 cranes",
        "why": ("“15” belongs to “harbour”", "counts what the fact counts"),
    }
    return Verdict(**{**values, **changes})


def statement(fact: Fact | None, outcome: Any = "contradicts", **changes: Any) -> Statement:
    found = verdict(fact, outcome, **changes)
    return Statement(found, cut_excerpt(WRONG, 16, 25), fails=found.blocks)


@pytest.fixture
def report(facts: tuple[Fact, ...]) -> Report:
    statements = (
        statement(facts[0], "agrees", at=0),
        statement(facts[0]),
        statement(facts[0], "unsure", at=40, why=()),
        statement(facts[0], at=60, strength="loose"),
        statement(None, at=80),
    )
    empty = CheckedArticle("news/empty.txt", None, ())
    return Report((CheckedArticle("news/a b.txt", date(2024, 1, 10), statements), empty), facts)


def test_the_folder_is_the_list_of_formats() -> None:
    assert {".json", ".sarif", ".md", ".gitlab.json", ".txt"} <= set(formats())
    assert list(formats()).index(".gitlab.json") < list(formats()).index(".json")


def test_a_suffix_that_no_format_claims_is_an_error_of_use() -> None:
    with pytest.raises(FactcheckError, match=r"out\.pdf: no report has this suffix\. Write one of: .*\.json"):
        check_format(Path("out.pdf"))


def test_a_report_is_written_into_a_new_folder(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "new" / "OUT.GITLAB.JSON")
    assert (tmp_path / "new" / "OUT.GITLAB.JSON").read_text("utf-8") == gitlab.render(report)


def test_json_has_the_public_form(report: Report) -> None:
    shape = json.loads(json_report.render(report))
    assert sorted(shape) == ["articles", "facts", "version"]
    first, empty = shape["articles"]
    assert (first["path"], first["published"], len(first["verdicts"])) == ("news/a b.txt", "2024-01-10", 5)
    assert first["verdicts"][1] == report.articles[0].verdicts[1].to_dict()
    assert empty == {"path": "news/empty.txt", "published": None, "verdicts": []}
    cranes, ferries = shape["facts"]
    assert cranes.pop("file").endswith("port.yaml")
    assert cranes == {
        "id": "cranes",
        "fact": "The harbour has 12 cranes",
        "line": 3,
        "mentioned_in": ["news/a b.txt"],
    }
    assert ferries["mentioned_in"] == []


def test_sarif_names_rules_places_and_levels(report: Report) -> None:
    run = json.loads(sarif.render(report))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["cranes", "ferries", "two_values"]
    assert run["tool"]["driver"]["rules"][0]["helpUri"] == "https://port.example/yearbook"
    assert "invocations" not in run
    assert [result["level"] for result in run["results"]] == ["error", "warning", "warning", "error"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "news/a%20b.txt"}
    assert place["region"] == {"startLine": 3, "startColumn": 17, "snippet": {"text": "15 cranes"}}
    prints = [result["partialFingerprints"]["factAndWords/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("news/50% more, no: 2.txt", "news/50%25%20more%2C%20no%3A%202.txt"),
        ("../elsewhere/a.md", "../elsewhere/a.md"),
        ("news/Süd.txt", "news/S%C3%BCd.txt"),
        ("news/not-utf8-\udce9.txt", "news/not-utf8-%E9.txt"),
        (Path("/news/a b.txt").absolute().as_posix(), Path("/news/a b.txt").absolute().as_uri()),
    ],
)
def test_sarif_writes_any_path_as_an_address(facts: tuple[Fact, ...], path: str, uri: str) -> None:
    odd = Report((CheckedArticle(path, None, (statement(facts[0], article=path),)),), facts)
    (result,) = json.loads(sarif.render(odd))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_what_an_editor_should_see_to_is_told_in_every_format(facts: tuple[Fact, ...]) -> None:
    noted = Report((), facts, notes=("waivers.yaml:3: expired, 1%\nfor all",))
    (run,) = json.loads(sarif.render(noted))["runs"]
    (told,) = run["invocations"][0]["toolConfigurationNotifications"]
    assert told["message"]["text"] == noted.notes[0]
    assert github.render(noted) == "::notice title=factcheck::waivers.yaml:3: expired, 1%25%0Afor all\n"
    assert "- waivers.yaml\\:3\\: expired, 1% for all" in markdown.render(noted)


def test_fingerprints_outlive_edits_elsewhere(facts: tuple[Fact, ...]) -> None:
    before = verdict(facts[0])
    assert fingerprint(before) == fingerprint(verdict(facts[0], at=700, line=40, text="15\n  Cranes"))
    assert fingerprint(before) != fingerprint(verdict(facts[0], text="16 cranes"))
    assert fingerprint(before) != fingerprint(verdict(facts[1]))
    assert fingerprint(before) != fingerprint(verdict(facts[0], article="news/c.txt"))


def test_gitlab_lists_what_does_not_agree(report: Report) -> None:
    issues = json.loads(gitlab.render(report))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "minor", "major"]
    assert issues[0]["location"] == {"path": "news/a b.txt", "lines": {"begin": 3}}
    assert issues[0]["description"] == "“15 cranes”; expected 12 cranes"
    assert len({issue["fingerprint"] for issue in issues}) == 4


def test_github_annotates_errors_first(report: Report) -> None:
    lines = github.render(report).splitlines()
    assert lines[0] == (
        "::error file=news/a b.txt,line=3,col=17,title=cranes::“15 cranes”; expected 12 cranes"
    )
    assert [line.split()[0] for line in lines] == ["::error", "::error", "::warning", "::warning"]


def test_github_escapes_what_could_be_a_command(facts: tuple[Fact, ...]) -> None:
    hostile = statement(facts[0], article="a,b:c%.txt", expected=HOSTILE)
    (line,) = github.render(Report((CheckedArticle("", None, (hostile,)),), facts)).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac%25.txt,line=3,")
    assert "%0A::error::" in line
    assert line.endswith("%250A")


def test_github_is_given_paths_from_the_root_of_the_repository(
    facts: tuple[Fact, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert _annotated_file(facts, "news/a.txt") == "desk/news/a.txt"
    assert _annotated_file(facts, "../news/a.txt") == "news/a.txt"
    assert _annotated_file(facts, "../../news/a.txt") == "../../news/a.txt"


def _annotated_file(facts: tuple[Fact, ...], path: str) -> str:
    report = Report((CheckedArticle(path, None, (statement(facts[0], article=path),)),), facts)
    return github.render(report).partition("file=")[2].partition(",")[0]


def test_markdown_keeps_to_what_a_page_of_a_job_holds(facts: tuple[Fact, ...]) -> None:
    many = tuple(statement(facts[0], at=at, text="words " * 999) for at in range(300))
    rendered = markdown.render(Report((CheckedArticle("a.txt", None, many),), facts * 300))
    assert len(rendered) < 1_000_000
    assert "… and 100 more." in rendered


def test_markdown_has_totals_and_tables(report: Report) -> None:
    lines = markdown.render(report).splitlines()
    assert "## Fact check" in lines[:3]
    assert "2 articles, 2 facts; statements: 1 agree, 2 contradict, 1 may contradict, 1 unsure." in lines
    assert lines.index("### Contradicts") < lines.index("### Unsure")
    assert sum(line.startswith("| news/a b.txt") for line in lines) == 4
    assert "`ferries`" in lines


def test_markdown_escapes_markup(facts: tuple[Fact, ...]) -> None:
    hostile = statement(facts[0], text=HOSTILE)
    rendered = markdown.render(Report((CheckedArticle("", None, (hostile,)),), facts))
    row = next(line for line in rendered.splitlines() if line.startswith("| news"))
    assert r"\<script\>\|\`\*x\*\`\@all" in row
    assert "\x1b" not in row


def test_text_takes_commands_of_the_terminal_away(facts: tuple[Fact, ...]) -> None:
    written = text.describe(statement(facts[0], expected=HOSTILE, article="a\x1b[2J.txt"))
    assert "\x1b" not in written


def test_a_year_before_1000_and_no_day_can_be_shown() -> None:
    assert text.show_day(date(814, 1, 28)) == "28 January 814"
    assert text.show_day(None) == "no date"


@pytest.mark.parametrize(
    ("line", "words", "underline"),
    [
        ("The harbour has 15 cranes.", "15", "                ^^"),
        ("\tport\t15", "15", "      ^^"),
        ("日本 15 cranes", "15", "     ^^"),
        ("cafe\u0301 15", "15", "     ^^"),
        ("fifteen 日本", "日本", "        ^^^^"),
        ("e\x1bc 15", "15", "    ^^"),
    ],
)
def test_carets_stand_below_the_words(line: str, words: str, underline: str) -> None:
    start = line.index(words)
    excerpt = cut_excerpt(f"Before.\n{line}\nAfter.", 8 + start, 8 + start + len(words))
    assert excerpt.underline() == underline
    assert excerpt.words == words


@pytest.mark.parametrize("at", [0, 3, 500, 990])
def test_a_long_line_is_cut_around_the_words(at: int) -> None:
    line = "x" * at + "15 cranes" + "y" * (1000 - at)
    excerpt = cut_excerpt(line, at, at + 9)
    assert len(excerpt.text) <= 102
    assert excerpt.words == "15 cranes"
    assert excerpt.text.startswith("…") == (at > 50)


@pytest.mark.parametrize(("start", "end"), [(0, 300), (50, 700), (0, 0), (700, 700)])
def test_any_stretch_can_be_shown(start: int, end: int) -> None:
    excerpt = cut_excerpt("z" * 700, start, end)
    assert 0 <= excerpt.start <= excerpt.end <= len(excerpt.text) <= 102


def test_words_over_two_lines_are_underlined_to_the_end_of_the_first() -> None:
    assert cut_excerpt("has 15\r\ncranes now", 4, 14) == Excerpt("has 15", 4, 6)


def test_reports_are_written_at_the_end_of_a_run(newsroom: Newsroom) -> None:
    newsroom.write({"news/right.txt": RIGHT, "news/wrong.txt": WRONG, "news/loose.txt": LOOSE})
    names = ("out/a.json", "a.sarif", "a.md", "a.gitlab.json")
    newsroom.run("news", *(f"--factcheck-report={name}" for name in names))
    shape = json.loads(newsroom.read("out/a.json"))
    outcomes = [[v["outcome"] for v in article["verdicts"]] for article in shape["articles"]]
    assert outcomes == [["contradicts"], ["agrees"], ["contradicts"]]
    assert [article["published"] for article in shape["articles"]] == ["2024-01-10"] * 3
    assert shape["facts"][0]["mentioned_in"] == ["news/loose.txt", "news/right.txt", "news/wrong.txt"]
    assert len(json.loads(newsroom.read("a.sarif"))["runs"][0]["results"]) == 2
    assert "## Fact check\n" in newsroom.read("a.md")


def test_a_report_that_cannot_be_written_is_a_fault(newsroom: Newsroom) -> None:
    newsroom.write({"news/right.txt": RIGHT, "taken/file": ""})
    (newsroom.pytester.path / "taken.json").mkdir()
    result = newsroom.run("news", "--factcheck-report", "taken.json")
    assert result.ret == 4
    result.stdout.fnmatch_lines(["ERROR: *taken.json: the report cannot be written: *"])


def test_github_gets_annotations_and_a_summary(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(newsroom.pytester.path / "summary.md"))
    newsroom.write({"news/wrong.txt": WRONG, "summary.md": "# Before\n"})
    result = newsroom.run("news")
    result.stdout.fnmatch_lines(
        ["::error file=news/wrong.txt,line=1,col=17,title=cranes::“15 cranes”; expected 12 cranes"]
    )
    summary = newsroom.read("summary.md")
    assert summary.startswith("# Before\n")
    assert "\n## Fact check\n" in summary
