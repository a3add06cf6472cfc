"""The check beside what else people run pytest with."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from tests.conftest import ELSEWHERE, FACTS, LOOSE, QUIET, RIGHT, WRONG, Newsroom

OK, FAILED, USAGE, NOTHING = 0, 1, 4, 5
NEWS = {
    "news/right.txt": RIGHT,
    "news/wrong.txt": WRONG,
    "news/loose.txt": LOOSE,
    "news/other.txt": ELSEWHERE,
}


@pytest.mark.parametrize(
    ("arguments", "passed", "failed"),
    [
        (["-k", "wrong"], 0, 1),
        (["-k", "cranes and not wrong"], 2, 0),
        (["-x"], 2, 1),
        (["--deselect", "news/wrong.txt::cranes"], 2, 0),
        (["--tb=no"], 2, 1),
        (["--tb=line"], 2, 1),
        (["--setup-show"], 2, 1),
        (["-s"], 2, 1),
        (["-p", "no:randomly"], 2, 1),
        (["--durations=3"], 2, 1),
        (["--keep-duplicates"], 2, 1),
    ],
)
def test_options_of_pytest_work(newsroom: Newsroom, arguments: list[str], passed: int, failed: int) -> None:
    newsroom.write(NEWS)
    result = newsroom.run("news", *arguments)
    outcomes = result.parseoutcomes()
    assert (outcomes.get("passed", 0), outcomes.get("failed", 0)) == (passed, failed)
    assert result.ret == (FAILED if failed else OK)


def test_only_what_failed_last_time_is_run_again(newsroom: Newsroom) -> None:
    newsroom.write(NEWS)
    first = newsroom.pytester.runpytest_inprocess("--factcheck", "-p", "no:hypothesispytest", "news")
    first.assert_outcomes(passed=2, failed=1, warnings=1)
    again = newsroom.pytester.runpytest_inprocess("--factcheck", "-p", "no:hypothesispytest", "news", "--lf")
    assert again.parseoutcomes()["failed"] == 1
    assert "passed" not in again.parseoutcomes()


def test_junit_has_file_and_line(newsroom: Newsroom) -> None:
    newsroom.write({"news/wrong.txt": "A headline\n\n" + WRONG})
    newsroom.run("news", "facts", "--junitxml=out.xml")
    case = next(ElementTree.fromstring(newsroom.read("out.xml")).iter("testcase"))
    properties = {p.get("name"): p.get("value") for p in case.iter("property")}
    assert case.get("name") == "cranes"
    assert properties == {"file": "news/wrong.txt", "line": "3"}
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("message") == "news/wrong.txt:3:17: “15 cranes”; expected 12 cranes"
    assert "source:   Port authority" in (failure.text or "")


def test_the_plugin_can_be_shut_out(newsroom: Newsroom) -> None:
    newsroom.write({"test_own.py": "def test_own(): pass\n"})
    newsroom.pytester.runpytest_inprocess(*QUIET, "-p", "no:factcheck").assert_outcomes(passed=1)
    result = newsroom.run("-p", "no:factcheck")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(["*unrecognized arguments: --factcheck*"])


def test_it_runs_without_a_terminal(newsroom: Newsroom) -> None:
    newsroom.write({**NEWS, "pytest.ini": "[pytest]\n"})
    result = newsroom.pytester.runpytest_inprocess("--factcheck", *QUIET, "-p", "no:terminal", "news")
    assert result.ret == FAILED
    assert not result.outlines


def test_failures_are_run_again(newsroom: Newsroom) -> None:
    pytest.importorskip("pytest_rerunfailures")
    newsroom.write(NEWS)
    result = newsroom.run("news", "--reruns", "2", "--factcheck-report", "out.json")
    assert result.parseoutcomes()["rerun"] == 2
    assert newsroom.read("out.json").count('"contradicts"') == 2  # the loose one and, once, the one run again


def test_the_html_report_of_pytest_shows_all(newsroom: Newsroom) -> None:
    pytest.importorskip("pytest_html")
    newsroom.write(NEWS)
    newsroom.run("news", "--html=out.html", "--self-contained-html")
    html = newsroom.read("out.html")
    assert "news/wrong.txt::cranes" in html
    assert "news/right.txt::cranes" in html


def test_hooks_of_a_conftest_see_all_phases(newsroom: Newsroom) -> None:
    hook = "def pytest_runtest_logreport(report): print('SEEN', report.nodeid, report.when)\n"
    newsroom.write({"news/right.txt": RIGHT, "conftest.py": hook})
    result = newsroom.run("news", "-s")
    assert re.findall(r"SEEN news/right.txt::cranes (\w+)", result.stdout.str()) == [
        "setup",
        "call",
        "teardown",
    ]


def test_a_mixed_run_keeps_fixtures_in_order(newsroom: Newsroom) -> None:
    own = "import pytest\n@pytest.fixture(scope='package')\ndef base(): yield\ndef test_own(base): pass\n"
    newsroom.write({f"{folder}/test_own_{folder}.py": own for folder in "ace"})
    newsroom.write({f"{folder}/{name}.txt": WRONG for folder in "abcde" for name in ("one", "zwei")})
    newsroom.run("a", "b", "c", "d", "e").assert_outcomes(passed=3, failed=10)


@pytest.mark.parametrize(
    "files", [NEWS, {"news/note.csv": ""}, {"news/empty.txt": "", "news/right.txt": RIGHT}]
)
def test_workers_of_xdist_tell_the_same(newsroom: Newsroom, files: dict[str, str]) -> None:
    pytest.importorskip("xdist")
    # The workers are processes of their own, in which the toy check must be put in place again.
    toys = (
        "import pytest\nfrom tests.conftest import check_toys\nimport pytest_factcheck.plugin.gate as gate\n"
    )
    newsroom.write({**files, "conftest.py": f"{toys}gate.check_article = check_toys\n"})
    alone = newsroom.run("news", "--factcheck-report", "alone.json", "-p", "no:xdist")
    spread = newsroom.run("news", "--factcheck-report", "spread.json", "-n", "2")
    assert alone.ret == spread.ret
    assert newsroom.read("alone.json") == newsroom.read("spread.json")
    assert _section(alone) == _section(spread)


def _section(result: pytest.RunResult) -> list[str]:
    lines = result.outlines
    start = next(number for number, line in enumerate(lines) if " fact check " in line)
    return sorted(
        line for line in lines[start:] if line.startswith(("news/", "ERROR", "FAILED")) or "article" in line
    )


def test_a_failure_is_not_looked_up_among_all_others(newsroom: Newsroom) -> None:
    newsroom.write({**NEWS, "conftest.py": "def pytest_runtest_setup(): pass\n"})
    plugin = Stats()
    newsroom.pytester.inline_run("--factcheck", *QUIET, "news", plugins=[plugin])
    assert plugin.empty_reports == 0


class Stats:
    empty_reports = -1

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        self.empty_reports = len(terminalreporter.stats.get("", ()))


def test_facts_on_other_days_are_left_out(newsroom: Newsroom) -> None:
    facts = FACTS.replace("    unit:", "    until: 1 May 2020\n    unit:")
    newsroom.write({"facts/port.yaml": facts, "news/wrong.txt": WRONG})
    assert newsroom.run("news", "--published", "1 June 2020").ret == NOTHING
    assert newsroom.run("news", "--published", "1 April 2020").ret == FAILED


@pytest.mark.parametrize(
    "conftest",
    [
        "collect_ignore = ['wrong.txt']\n",
        "collect_ignore_glob = ['w*.txt']\n",
        "def pytest_ignore_collect(collection_path): return True if 'wrong' in collection_path.name else None\n",
    ],
)
def test_a_conftest_may_choose_the_articles(newsroom: Newsroom, conftest: str) -> None:
    newsroom.write({"news/wrong.txt": WRONG, "news/right.txt": RIGHT, "news/conftest.py": conftest})
    newsroom.run("news").assert_outcomes(passed=1)


def test_pytest_may_be_told_to_ignore_articles(newsroom: Newsroom) -> None:
    newsroom.write({"news/wrong.txt": WRONG, "news/right.txt": RIGHT})
    newsroom.run("news", "--ignore-glob", "*/wrong.*").assert_outcomes(passed=1)
