"""`python -m pytest_factcheck`: what each tool says, and its exit codes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from pytest_factcheck import load_facts
from pytest_factcheck.facts.load import read_facts
from pytest_factcheck.facts.schema import schema_text
from pytest_factcheck.facts.sheet import Sheet
from pytest_factcheck.tools import progress
from pytest_factcheck.tools.command import main
from pytest_factcheck.tools.drafts import name_for, written
from tests.conftest import FACTS, FERRIES, LOOSE, RIGHT, WRONG, Newsroom

DONE, CONTRADICTS, USAGE, BROKEN = 0, 1, 2, 4

ARTICLE = """\
ELDEN, 10 January 2024 - The harbour has 12 cranes. Turnout in the vote of the dockers was 71.4 percent.

The council lent the yard $3.5 million on 4 March 2023, and the repair of the lock took nine weeks.
"We lost 40 percent of the trade," a docker said. Some 2,300 people watched the parade in the old town.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("facts/port.yaml", FACTS)
    return tmp_path


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


# ------------------------------------------------------------------ the command itself


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest_factcheck", "schema"], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["title"] == "Facts of pytest-factcheck"
    assert done.stdout == schema_text()


@pytest.mark.parametrize("command", ["init", "suggest", "explain", "try", "schema"])
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == DONE
    assert capsys.readouterr().out.startswith(f"usage: python -m pytest_factcheck {command}")


@pytest.mark.parametrize("arguments", [[], ["invent"], ["try", "facts"], ["explain"]])
def test_a_wrong_use_is_told(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == USAGE
    assert "usage: python -m pytest_factcheck" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["explain", "crane"], "There is no fact crane. Did you mean cranes?\n"),
        (["explain", "xyz"], "There is no fact xyz. There are: cranes.\n"),
        (
            ["explain", "cranes", "--published", "soon"],
            '"soon" is not a full date. Write it as 2025-12-15 or 15 December 2025.\n',
        ),
        (["explain", "cranes", "--facts", "gone"], "There is no facts file or folder gone.\n"),
        (
            ["suggest", "gone.txt"],
            "gone.txt: the article cannot be read: no such file or directory. See whether the file is there "
            "and you may read it.\n",
        ),
        (["try", "facts", "facts"], "There is no article in facts.\n"),
        (["try", "facts", ".", "--fact", "ferries"], "There is no fact ferries in these files.\n"),
        (["try", "bad.yaml", "."], "bad.yaml:1:1: The file has no key `facts`"),
    ],
)
def test_faults_are_told_without_a_traceback(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    write("bad.yaml", "story: x\n")
    code, out, err = told(capsys, *arguments)
    assert (code, out) == (BROKEN, "")
    assert err.startswith(message)
    assert "Traceback" not in err


def test_explain_asks_for_the_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(capsys, "explain", "x") == (
        BROKEN,
        "",
        "There is no folder facts here: name the facts with --facts PATH.\n",
    )


# ------------------------------------------------------------------ init


def test_a_new_newsroom_begins_green_and_turns_red(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pytest_factcheck.checking.check import check_article

    monkeypatch.setattr("pytest_factcheck.plugin.gate.check_article", check_article)
    monkeypatch.chdir(newsroom.pytester.mkdir("desk"))
    code, out, _ = told(capsys, "init")
    assert code == DONE
    assert out.splitlines()[:5] == [
        "written: facts/facts.yaml",
        "written: articles/harbour.txt",
        "written: .github/workflows/factcheck.yml",
        "written: facts/facts.schema.json",
        "written: pytest.ini",
    ]
    assert Path("facts/facts.schema.json").read_text("utf-8") == schema_text()
    newsroom.run("facts").assert_outcomes(passed=3)
    newsroom.run("articles").assert_outcomes(passed=1)
    article = Path("articles/harbour.txt")
    article.write_text(article.read_text("utf-8").replace("12", "15"), encoding="utf-8")
    newsroom.run("articles").assert_outcomes(failed=1)


def test_init_writes_over_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("pyproject.toml", "[project]\n")
    write("facts/facts.yaml", "mine")
    _, out, _ = told(capsys, "init")
    assert out.splitlines()[0] == "left as it is: facts/facts.yaml"
    assert Path("facts/facts.yaml").read_text("utf-8") == "mine"
    assert not Path("pytest.ini").exists()
    again = told(capsys, "init", "desk") and told(capsys, "init", "desk")
    assert again[1].count("left as it is: desk/") == 4


def test_init_tells_what_it_may_not_write(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("file", "")
    assert told(capsys, "init", "file") == (BROKEN, "", "file/facts: Not a directory.\n")


# ------------------------------------------------------------------ suggest


def test_drafts_of_facts(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("news/a.txt", ARTICLE)
    code, out, err = told(capsys, "suggest", "news/a.txt")
    assert code == DONE
    assert err == "5 drafted: write each source where TODO stands, and see to every word.\n"
    assert out == DRAFTS


DRAFTS = """\
# yaml-language-server: $schema=facts.schema.json
# Drafted from news/a.txt
# Nothing here is verified: check each statement against its source, write that where TODO stands,
# correct the words, and throw away what is not worth a fact.

as_of: 10 January 2024

facts:

  turnout:
    # news/a.txt:1
    fact: Turnout in the vote of the dockers was 71.4 percent.
    percent: 71.4 percent
    of: Turnout
    source: TODO
    examples:
      agree: |
        Turnout in the vote of the dockers was 71.4 percent.

  yard:
    # news/a.txt:3
    fact: The council lent the yard $3.5 million on 4 March 2023, and the repair of the lock took nine weeks.
    money: $3.5 million
    of: yard
    source: TODO
    examples:
      agree: |
        The council lent the yard $3.5 million on 4 March 2023, and the repair of the lock took nine weeks.

  yard_2:
    # news/a.txt:3
    fact: The council lent the yard $3.5 million on 4 March 2023, and the repair of the lock took nine weeks.
    date: 4 March 2023
    of: yard
    source: TODO
    examples:
      agree: |
        The council lent the yard $3.5 million on 4 March 2023, and the repair of the lock took nine weeks.

  repair:
    # news/a.txt:3
    fact: The council lent the yard $3.5 million on 4 March 2023, and the repair of the lock took nine weeks.
    duration: nine weeks
    of: repair
    source: TODO
    examples:
      agree: |
        The council lent the yard $3.5 million on 4 March 2023, and the repair of the lock took nine weeks.

  parade_people:
    # news/a.txt:4
    fact: Some 2,300 people watched the parade in the old town.
    number: some 2,300
    unit: people
    of: parade
    source: TODO
    examples:
      agree: |
        Some 2,300 people watched the parade in the old town.
"""


def test_drafts_load_once_the_source_is_written(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("news/a.txt", ARTICLE)
    _, out, _ = told(capsys, "suggest", "news/a.txt")
    sheet = Sheet("drafts.yaml", out.replace("TODO", "Town hall, letter of 9 January 2024"))
    facts = read_facts(sheet)
    assert sheet.faults == []
    assert {fact.source.name for fact in facts} == {"Town hall, letter of 9 January 2024"}


def test_the_examples_of_drafts_pass(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    from pytest_factcheck.checking.check import check_article

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pytest_factcheck.plugin.gate.check_article", check_article)
        newsroom.write({"news/a.txt": ARTICLE})
        _, out, _ = told(capsys, "suggest", "news/a.txt")
        newsroom.write({"facts/drafts.yaml": out})
        newsroom.run("facts/drafts.yaml").assert_outcomes(passed=out.count("agree: |"))


def test_nothing_to_suggest(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("news/a.txt", RIGHT)
    message = "news/a.txt: every statement that looks checkable is covered by a fact.\n"
    assert told(capsys, "suggest", "news/a.txt") == (DONE, "", message)


def test_drafts_of_hostile_text_load(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (
        'Turnout: 71 percent # not a comment, "quoted" & *starred* at the port {x}.',
        "NO: the port holds 31 percent, 'said' one: 4,000 boats \\n of it.",
        "- The true yes port has 45 percent @ 10:30, | and > 5,000 no's.",
        "Null null 20 percent of null; the null of 25 percent.",
        "ünïcode 漢字 port has 99 percent\u2028of   it.",
    )
    write("news/a\n#: b.txt", "\n\n".join(lines) + "\n")
    code, out, _ = told(capsys, "suggest", "news/a\n#: b.txt")
    assert code == DONE
    sheet = Sheet("drafts.yaml", out)
    assert len(read_facts(sheet)) >= 4
    assert sheet.faults == []


@pytest.mark.parametrize(
    "text", ["12", "about 5 %", "no", "a: b", "a #b", "'", '"', "$3.5 million", "x ", "- a", "?", "ü", "a\\b"]
)
def test_values_are_written_as_yaml_reads_them(text: str) -> None:
    sheet = Sheet(
        "x.yaml", f"facts:\n  x:\n    fact: {written(text)}\n    number: 1\n    of: a\n    source: b\n"
    )
    (fact,) = read_facts(sheet)
    assert sheet.faults == []
    assert fact.fact == text.strip()


@pytest.mark.parametrize(
    ("words", "taken", "name"),
    [
        (["harbour", "cranes"], [], "harbour_cranes"),
        (["The Harbour’s", ""], ["the_harbour_s"], "the_harbour_s_2"),
        (["2024"], [], "fact_2024"),
        (["request"], [], "fact_request"),
        (["漢字"], ["fact", "fact_2"], "fact_3"),
    ],
)
def test_names_of_drafts(words: list[str], taken: list[str], name: str) -> None:
    assert name_for(words, taken) == name


# ------------------------------------------------------------------ explain

EXPLAINED = """\
cranes (facts/port.yaml:3)
  fact        The harbour has 12 cranes
  checks      The numbers that an article gives for the counted noun (`unit`) of the subject (`of`),
              in digits or words, with their hedges.
  leaves      Parts ("12 musicians of the orchestra left"), additions ("20 more musicians"), numbers
              of another noun or of another owner, and whatever `also_true` declares.

  number      12
  of          the figure belongs to one of: harbour
  unit        and counts: cranes

in an article of 10 January 2024
  expected    12 cranes
  accepts     12 cranes; about 12 cranes; at least 12 cranes; up to 12 cranes; more than 10 cranes;
              at least 10 cranes; fewer than 13 cranes; up to 13 cranes
  rejects     nearly 12 cranes; more than 12 cranes; fewer than 12 cranes; 10 cranes; about 10
              cranes; nearly 10 cranes; fewer than 10 cranes; up to 10 cranes

its own examples, in an article of 10 January 2024
  agree       The harbour has 12 cranes.  → agrees
  contradict  The harbour has 15 cranes.  → contradicts
  ignore      The harbour has 15 tugs.  → left alone

  source      Port authority, yearbook <https://port.example/yearbook>, read on 8 January 2024
  verified    by coast desk on 9 January 2024
"""


def test_a_fact_in_plain_words(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "explain", "cranes", "--published", "2024-01-10") == (DONE, EXPLAINED, "")


STRIKE = """\
facts:
  strike:
    fact: The strike of the dockers began on 3 March 2021
    began: 3 March 2021
    of: strike
    source: TODO
    recheck: 1 January 2024
"""


@pytest.mark.parametrize(
    ("published", "lines"),
    [
        (
            "10 January 2024",
            [
                "  expected    nearly three years: 3 March 2021 to 10 January 2024 is 2.85 years",
                "  accepts     3 March 2021; March 2021; 2021; early 2021; nearly three years; three years; more than",
                "  recheck     1 January 2024: it is stale, and no longer blocks",
                "  advice      the source is still to be written.",
            ],
        ),
        ("10 April 2021", ["  expected    more than five weeks: 3 March 2021 to 10 April 2021 is 38 days"]),
    ],
)
def test_ages_are_told_for_the_day(
    desk: Path, capsys: pytest.CaptureFixture[str], published: str, lines: list[str]
) -> None:
    write("more/strike.yaml", STRIKE)
    code, out, _ = told(capsys, "explain", "strike", "--facts", "more", "--published", published)
    assert code == DONE
    assert [line for line in lines if line not in out.splitlines()] == []


def test_every_fact_of_the_project_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for name in load_facts("facts").by_id:
        code, out, err = told(capsys, "explain", name, "--published", "2025-12-15")
        assert (code, err) == (DONE, "")
        assert out.startswith(f"{name} (facts/")


# ------------------------------------------------------------------ try


def test_what_facts_would_do(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("facts/more.yaml", "facts:" + FERRIES)
    write("news/a.txt", RIGHT)
    write("news/b/c.md", WRONG)
    write("news/loose.txt", LOOSE)
    write("news/.draft.txt", WRONG)
    code, out, err = told(capsys, "try", "facts", "news")
    assert (code, err) == (CONTRADICTS, "")
    assert out == TRIED
    code, out, _ = told(capsys, "try", "facts", "news/a.txt", ".", "--fact", "cranes", "--all")
    assert "  agrees       news/a.txt:1:17: “12”" in out.splitlines()
    assert "no article states" not in out


TRIED = """\
3 articles, 2 facts: 1 would agree, 1 contradict, 1 near miss, 0 unsure

cranes (facts/port.yaml:3): 1 would agree, 1 contradict, 1 near miss, 0 unsure
  The harbour has 12 cranes
  contradicts  news/b/c.md:1:17: “15”; expected 12 cranes
  near miss    news/loose.txt:1:18: “15”; expected 12 cranes (“15” belongs to “harbour”; counts what the fact counts; it is in somebody's words, between quotation marks)

no article states: ferries
"""  # noqa: E501


def test_what_changed_facts_would_do(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("news/a.txt", RIGHT)
    write("news/b.txt", WRONG)
    write("new.yaml", FACTS.replace("number: 12", "number: 15"))
    assert told(capsys, "try", "new.yaml", "news", "--against", "facts") == (
        CONTRADICTS,
        "2 articles: 2 differences, 0 as before\n"
        "agrees → contradicts: cranes: news/a.txt:1:17: “12”; expected 15 cranes\n"
        "contradicts → agrees: cranes: news/b.txt:1:17: “15”\n",
        "",
    )
    write("news/a.txt", WRONG)
    assert told(capsys, "try", "new.yaml", "news", "--against", "facts")[0] == DONE


def test_an_unreadable_article_does_not_stop_the_others(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("news/a.txt", RIGHT)
    Path("news/b.txt").write_bytes(b"%PDF-1.4")
    code, out, err = told(capsys, "try", "facts", "news")
    assert code == BROKEN
    assert out.startswith("1 article, 1 fact: 1 would agree, ")
    assert err.startswith("news/b.txt: this is a PDF document, not text.")


# ------------------------------------------------------------------ progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("name", "value", "watched"), [("CI", "true", False), ("TERM", "dumb", False)])
def test_nobody_watches_a_job(monkeypatch: pytest.MonkeyPatch, name: str, value: str, watched: bool) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert progress.is_watched(Terminal())
    assert not progress.is_watched(io.StringIO())
    monkeypatch.setenv(name, value)
    stream = Terminal()
    assert list(progress.with_progress([1, 2], "articles", stream)) == [1, 2]
    assert stream.getvalue() == ""


def test_progress_tells_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    clock = iter(range(100))
    monkeypatch.setattr("pytest_factcheck.tools.progress.monotonic", lambda: next(clock))
    stream = Terminal()
    assert list(progress.with_progress("abc", "articles", stream)) == ["a", "b", "c"]
    assert stream.getvalue().replace("\x1b[K", "").split("\r")[1:] == [
        "0 of 3 articles",
        "1 of 3 articles, 0.5/s, about 4 s left",
        "2 of 3 articles, 0.7/s, about 2 s left",
        "",
    ]
    assert (
        progress.line(1000, 400_000, 2, "articles") == "1,000 of 400,000 articles, 500/s, about 13 min left"
    )
