"""`pytest --factcheck` from outside: what is collected, what comes out, with which exit code."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import ELSEWHERE, FACTS, FERRIES, LOOSE, QUIET, RIGHT, WRONG, Newsroom

OK, FAILED, USAGE, NOTHING = 0, 1, 4, 5


def test_an_article_that_agrees_passes(newsroom: Newsroom) -> None:
    newsroom.write({"news/right.txt": RIGHT})
    result = newsroom.run("news")
    assert result.ret == OK
    result.stdout.fnmatch_lines(
        [
            "factcheck: 1 fact from 1 file; published: 10 January 2024 where an article *no date (as_of)",
            "factcheck: 1 article",
            "news/right.txt . *",
            "1 article, 1 fact; statements: 1 agree, 0 contradict, 0 may contradict, 0 unsure",
            "=* 1 passed in *",
        ]
    )


def test_a_contradiction_reads_like_a_compilers_message(newsroom: Newsroom) -> None:
    newsroom.write({"news/wrong.txt": "A headline\n\n" + WRONG})
    result = newsroom.run("news")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(
        [
            "_* wrong.txt: cranes _*",
            "news/wrong.txt:3:17: contradicts cranes",
            "  |",
            "3 | The harbour has 15 cranes.",
            "  |                 ^^^^^^^^^",
            "  found:    15",
            "  expected: 12 cranes",
            "  because:  “harbour” owns the figure",
            "  fact:     The harbour has 12 cranes (facts/port.yaml:3)",
            "  source:   Port authority, yearbook <https://port.example/yearbook>, read on 8 January 2024",
            "  verified: by coast desk on 9 January 2024",
            "  silence:  if the statement is true as well, add it to `also_true` in facts/port.yaml:3",
            "            for one run, --deselect 'news/wrong.txt::cranes'",
            "=* fact check =*",
            "1 article, 1 fact; statements: 0 agree, 1 contradict, 0 may contradict, 0 unsure",
            "news/wrong.txt:3:17: contradicts cranes: “15 cranes”; expected 12 cranes",
            "FAILED news/wrong.txt::cranes - news/wrong.txt:3:17: “15 cranes”; expected 12*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*.py:*")


def test_what_is_loosely_linked_warns_and_says_why(newsroom: Newsroom) -> None:
    newsroom.write({"news/loose.txt": LOOSE})
    result = newsroom.run("news")
    assert result.ret == OK
    result.stdout.fnmatch_lines(
        [
            "*FactcheckWarning: news/loose.txt:1:18: may contradict cranes: *(loosely linked: *marks)",
            "news/loose.txt:1:18: may contradict cranes: *12 cranes* [[]does not fail: loosely linked[]]",
        ]
    )


@pytest.mark.parametrize(
    ("mode", "code", "warned"), [("ignore", OK, 0), ("warn", OK, 1), ("fail", FAILED, 0)]
)
def test_the_user_decides_about_what_is_unsure(newsroom: Newsroom, mode: str, code: int, warned: int) -> None:
    newsroom.write({"news/loose.txt": LOOSE})
    result = newsroom.run("news", "--factcheck-unsure", mode)
    assert result.ret == code
    result.assert_outcomes(passed=code == OK, failed=code != OK, warnings=warned)


def test_a_user_may_turn_warnings_into_failures(newsroom: Newsroom) -> None:
    newsroom.write({"news/loose.txt": LOOSE})
    result = newsroom.run("news", "-W", "error::pytest_factcheck.plugin.outcome.FactcheckWarning")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(["FAILED news/loose.txt::cranes*"])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("severity: warning", "severity: warning"),
        ("recheck: 10 January 2024", "the fact is stale since 2024-01-10*"),
    ],
)
def test_mild_and_stale_facts_never_fail(newsroom: Newsroom, line: str, why: str) -> None:
    facts = FACTS.replace("    verified_by:", f"    {line}\n    verified_by:")
    newsroom.write({"news/wrong.txt": WRONG, "facts/port.yaml": facts})
    result = newsroom.run("news", "--factcheck-unsure", "fail")
    assert result.ret == OK
    result.stdout.fnmatch_lines([f"*FactcheckWarning: news/wrong.txt:1:17: contradicts cranes: *({why})"])


def test_only_facts_that_an_article_speaks_of_are_tests(newsroom: Newsroom) -> None:
    newsroom.write(
        {
            "facts/port.yaml": FACTS + FERRIES,
            "news/a.txt": RIGHT,
            "news/b.md": "# Port\n\n" + RIGHT,
            "news/c.html": f"<p>{RIGHT}</p>",
            "news/d.txt": ELSEWHERE,
            "news/e.csv": RIGHT,
        }
    )
    result = newsroom.run("news", "--collect-only", "-q")
    assert result.ret == OK
    tests = [line for line in result.outlines if "::" in line]
    assert tests == ["news/a.txt::cranes", "news/b.md::cranes", "news/c.html::cranes"]


def test_the_summary_names_what_was_of_no_use(newsroom: Newsroom) -> None:
    newsroom.write({"facts/port.yaml": FACTS + FERRIES, "news/a.txt": RIGHT, "news/d.txt": ELSEWHERE})
    newsroom.run("news").stdout.fnmatch_lines(
        [
            "speaks of no fact: 1 article",
            "no article mentions: ferries",
            "advice on the facts: 2 lines (-v shows them)",
        ]
    )


def test_the_summary_advises_on_facts_that_are_only_loosely_linked(newsroom: Newsroom) -> None:
    newsroom.write({"facts/port.yaml": FACTS, "news/a.txt": LOOSE})
    result = newsroom.run("news")
    result.stdout.fnmatch_lines(
        ["only loosely linked, so never failing: cranes (give `of` the words that the copy uses for it)"]
    )
    newsroom.write({"news/b.txt": RIGHT})
    newsroom.run("news").stdout.no_fnmatch_line("only loosely linked*")


def test_verbose_lists_what_agrees_and_the_advice(newsroom: Newsroom) -> None:
    newsroom.write({"facts/port.yaml": FACTS + FERRIES, "news/a.txt": RIGHT})
    newsroom.run("news", "-v").stdout.fnmatch_lines(
        [
            "news/a.txt:1:17: agrees with cranes: “12*”; expected 12 cranes*",
            "advice: facts/port.yaml:22: `ferries`*",
        ]
    )


def test_quiet_leaves_the_totals(newsroom: Newsroom) -> None:
    newsroom.write({"news/wrong.txt": WRONG})
    result = newsroom.run("news", "-q")
    result.stdout.fnmatch_lines(["1 article, 1 fact; statements: 0 agree, 1 contradict, *"])
    result.stdout.no_fnmatch_line("news/wrong.txt:1:17: contradicts cranes: *")


def test_without_the_option_articles_are_left_alone(newsroom: Newsroom) -> None:
    newsroom.write({"news/wrong.txt": WRONG, "test_own.py": "def test_own(): pass\n"})
    result = newsroom.pytester.runpytest_inprocess(*QUIET)
    assert result.ret == OK
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*fact*check*:*")


def test_a_users_own_tests_run_beside(newsroom: Newsroom) -> None:
    newsroom.write({"news/wrong.txt": WRONG, "tests/test_own.py": "def test_own(): pass\n"})
    result = newsroom.run()
    assert result.ret == FAILED
    result.assert_outcomes(passed=4, failed=1)


@pytest.mark.parametrize(
    ("articles", "message"),
    [
        ({"news/note.csv": "1"}, "no article was found: nothing was checked"),
        ({"news/a.txt": ELSEWHERE}, "1 article read, none speaks of any fact: nothing was checked"),
        ({"news/test_own.py": "def test_own(): pass\n"}, "no article was found: nothing was checked"),
    ],
)
def test_a_run_that_checked_nothing_never_passes(
    newsroom: Newsroom, articles: dict[str, str], message: str
) -> None:
    newsroom.write(articles)
    result = newsroom.run("news")
    assert result.ret == NOTHING
    result.stdout.fnmatch_lines([message])


@pytest.mark.parametrize(
    ("facts", "messages"),
    [
        ("facts: {}\n", ["ERROR: *fact*"]),
        (
            FACTS.replace("number: 12", "number: twelvish").replace("unit:", "unti:"),
            ["*facts/port.yaml:5:*", "*facts/port.yaml:6:*unti*", "2 faults in the facts"],
        ),
    ],
)
def test_broken_facts_end_the_run_with_all_their_faults(
    newsroom: Newsroom, facts: str, messages: Sequence[str]
) -> None:
    newsroom.write({"news/a.txt": RIGHT, "facts/port.yaml": facts})
    result = newsroom.run("news")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(messages)
    assert "Traceback" not in str(result.stderr)


def test_without_facts_there_is_nothing_to_check_against(newsroom: Newsroom) -> None:
    newsroom.write({"news/a.txt": RIGHT})
    (newsroom.pytester.path / "facts/port.yaml").unlink()
    (newsroom.pytester.path / "facts").rmdir()
    result = newsroom.run("news")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(
        ["ERROR: There are no facts to check against. Write them into facts/[*].yaml, *"]
    )


def test_a_fact_must_not_take_the_name_of_a_fixture(newsroom: Newsroom) -> None:
    newsroom.write({"news/a.txt": RIGHT, "facts/port.yaml": FACTS.replace("  cranes:", "  caplog:")})
    result = newsroom.run("news")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(["ERROR: facts/port.yaml:3:3: “caplog” is a word of pytest's own: *"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "next week"], "ERROR: --published: *next week*2025-12-15*"),
        (
            ["--factcheck-report", "out.pdf"],
            "ERROR: --factcheck-report *out.pdf: no report has this suffix.*.json*",
        ),
        (["--facts", "nowhere"], "ERROR: There is no facts file or folder *nowhere*"),
        (["--factcheck-explain", "a.txt"], "ERROR: --factcheck-explain a.txt: write the file and the line*"),
    ],
)
def test_a_wrong_option_is_explained(newsroom: Newsroom, arguments: list[str], message: str) -> None:
    result = newsroom.run(*arguments)
    assert result.ret == USAGE
    result.stderr.fnmatch_lines([message])


def test_articles_that_cannot_be_read_are_all_named_and_the_rest_is_checked(newsroom: Newsroom) -> None:
    newsroom.write({"news/right.txt": RIGHT, "news/empty.txt": ""})
    (newsroom.pytester.path / "news/bytes.txt").write_bytes(b"The harbour \xff has 12 cranes.\n")
    (newsroom.pytester.path / "news/gone.txt").symlink_to("nowhere.txt")
    result = newsroom.run("news")
    assert result.ret == USAGE
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        [
            "ERROR: news/bytes.txt: *",
            "ERROR: news/empty.txt: the article is empty. *",
            "ERROR: news/gone.txt: *",
            "1 article, 1 fact; statements: 1 agree, *",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_an_undecodable_article_that_is_named_is_no_doctest(newsroom: Newsroom) -> None:
    path = newsroom.pytester.path / "bytes.txt"
    path.write_bytes(b"The harbour \xff has 12 cranes.\n")
    result = newsroom.run(str(path))
    assert result.ret == USAGE
    result.assert_outcomes()
    result.stdout.fnmatch_lines(["ERROR: bytes.txt: *"])


def test_a_link_that_leads_back_is_an_error(newsroom: Newsroom) -> None:
    newsroom.write({"news/deep/right.txt": RIGHT})
    (newsroom.pytester.path / "news/deep/loop").symlink_to(newsroom.pytester.path / "news")
    result = newsroom.run("news")
    assert result.ret == USAGE
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        ["ERROR: news/deep/loop: this link leads back to a folder that it lies in. *"]
    )


def test_hidden_folders_and_files_and_environments_are_left_out(newsroom: Newsroom) -> None:
    newsroom.write({f"{folder}a.txt": WRONG for folder in (".git/", "build/", "venv/", "news/.hidden-")})
    newsroom.write({"venv/pyvenv.cfg": "home = /usr/bin\n", "news/a.txt": RIGHT, "left/b.txt": WRONG})
    result = newsroom.run("--ignore", "left")
    assert result.ret == OK
    result.assert_outcomes(passed=4)


def test_the_folder_of_the_facts_holds_no_articles(newsroom: Newsroom) -> None:
    newsroom.write({"facts/README.md": WRONG, "news/a.txt": RIGHT})
    result = newsroom.run()
    assert result.ret == OK
    result.assert_outcomes(passed=4)


def test_named_files_and_tests_are_found_in_a_large_folder(newsroom: Newsroom) -> None:
    newsroom.write({f"news/{number}.txt": RIGHT for number in range(30)})
    result = newsroom.run("news/7.txt", "news/12.txt::cranes", "--collect-only", "-q")
    assert [line for line in result.outlines if "::" in line] == ["news/7.txt::cranes", "news/12.txt::cranes"]


def test_facts_are_taken_from_where_the_user_says(newsroom: Newsroom) -> None:
    (newsroom.pytester.path / "facts/port.yaml").rename(newsroom.pytester.path / "other.yaml")
    newsroom.write({"news/a.txt": RIGHT})
    newsroom.run("news", "--facts", "other.yaml").assert_outcomes(passed=1)
    newsroom.write({"pytest.ini": "[pytest]\nfactcheck_facts = other.yaml\n"})
    newsroom.run("news").assert_outcomes(passed=1)


def test_settings_may_stand_in_the_ini_file(newsroom: Newsroom) -> None:
    settings = "factcheck_unsure = fail\nfactcheck_published = 2 January 2024\nfactcheck_report = out.json\n"
    newsroom.write({"news/a.txt": LOOSE, "pytest.ini": f"[pytest]\n{settings}"})
    result = newsroom.run("news")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(["factcheck: *published: 2 January 2024 where *(--published)"])
    assert '"published": "2024-01-02"' in newsroom.read("out.json")


def test_a_wrong_setting_is_explained(newsroom: Newsroom) -> None:
    newsroom.write({"pytest.ini": "[pytest]\nfactcheck_unsure = maybe\n"})
    result = newsroom.run()
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(["ERROR: factcheck_unsure is 'maybe'; write one of: ignore, warn, fail."])


def test_articles_without_a_date_are_named(newsroom: Newsroom) -> None:
    newsroom.write({"news/a.txt": RIGHT, "facts/port.yaml": FACTS.replace("as_of: 10 January 2024\n", "")})
    newsroom.run("news").stdout.fnmatch_lines(
        ["factcheck: no date of publication, so ages and relative dates stay unsure: news/a.txt"]
    )


@pytest.mark.parametrize("glob", ["*.txt", "news/*.txt", "news/**"])
def test_a_required_fact_that_is_not_stated_fails(newsroom: Newsroom, glob: str) -> None:
    facts = FACTS.replace("    verified_by:", f"    required_in: [{glob!r}]\n    verified_by:")
    newsroom.write(
        {"facts/port.yaml": facts, "news/a.txt": ELSEWHERE, "news/b.txt": RIGHT, "note.md": ELSEWHERE}
    )
    result = newsroom.run("news", "note.md")
    assert result.ret == FAILED
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "news/a.txt:1:1: does not state cranes",
            "  found:    no statement of this fact in the article",
            "  expected: The harbour has 12 cranes",
            f"  because:  `required_in: {glob.replace('[', '[[]')}` names this article",
        ]
    )


def test_a_check_without_a_fact_is_a_test_of_its_own(newsroom: Newsroom) -> None:
    newsroom.write({"news/a.txt": f"Of two harbours, one. {RIGHT}"})
    result = newsroom.run("news")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(
        [
            "news/a.txt:1:4: contradicts two_values",
            "  silence:  for one run, --deselect 'news/a.txt::two_values'",
            "FAILED news/a.txt::two_values - news/a.txt:1:4: “two harbours”; expected one",
        ]
    )


def test_explain_prints_and_stops(newsroom: Newsroom) -> None:
    newsroom.write({"news/a.txt": WRONG})
    result = newsroom.run("--factcheck-explain", "news/a.txt:1")
    assert result.ret == OK
    result.stdout.fnmatch_lines(["news/a.txt:1", "*15*"])


def test_nothing_heavy_is_imported_until_it_is_asked_for(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.write({"test_own.py": "def test_own(): pass\n"})
    code = "import sys, pytest; pytest.main(['-q', '-p', 'no:cacheprovider']); print(sorted(sys.modules))"
    result = newsroom.pytester.run(sys.executable, "-c", code)
    for name in ("pydantic", "yaml", "dateparser", "rapidfuzz", "ahocorasick_rs", "pytest_factcheck.model"):
        result.stdout.no_fnmatch_line(f"*'{name}'*")


def test_our_modules_are_loaded_as_they_were_installed(newsroom: Newsroom) -> None:
    code = (
        "import gc, sys, pytest\n"
        "pytest.main(['-q', '-p', 'no:cacheprovider', '--factcheck', 'news'])\n"
        "print(type(sys.modules['pytest_factcheck.checking.check'].__spec__.loader).__name__)\n"
        "print('left as it was:', gc.isenabled() and not gc.get_freeze_count())\n"
        "print('PlainFinder' in str(sys.meta_path))\n"
    )
    newsroom.write({"news/right.txt": RIGHT})
    result = newsroom.pytester.runpython_c(code)
    result.stdout.fnmatch_lines(["SourceFileLoader", "left as it was: True", "False"])
