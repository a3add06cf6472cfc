"""Waivers, the baseline, and articles that have not changed: what does not fail, and how it is told."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from pytest_factcheck.facts.baseline import Baseline, Known, read_baseline, write_baseline
from pytest_factcheck.facts.excerpts import same_words
from pytest_factcheck.facts.waivers import Waiver, load_waivers
from pytest_factcheck.model.errors import FactsError
from tests.conftest import ELSEWHERE, FERRIES, RIGHT, WRONG, Newsroom

OK, FAILED, USAGE, NOTHING = 0, 1, 4, 5

WAIVER = """\
- article: news/*.txt
  fact: cranes
  excerpt: The harbour has 15 cranes
  reason: agency copy, corrected in the next edition
  by: coast desk
  until: 31 December 2999
"""
EXPIRED = WAIVER.replace("2999", "2001")


# ------------------------------------------------------------------ the file of waivers


def faults_of(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "waivers.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as raised:
        load_waivers([tmp_path])
    return [f"{fault.line}:{fault.column}: {fault.message}" for fault in raised.value.faults]


def test_a_waiver_is_read_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "waivers.yaml").write_text("# ours\n" + WAIVER, encoding="utf-8")
    (waiver,) = load_waivers([tmp_path, tmp_path])
    assert waiver.article == "news/*.txt"
    assert waiver.until == date(2999, 12, 31)
    assert (waiver.place.line, waiver.place.column) == (2, 3)


@pytest.mark.parametrize("text", ["", "# none at present\n", "[]\n"])
def test_a_file_may_be_without_waivers(tmp_path: Path, text: str) -> None:
    (tmp_path / "waivers.yml").write_text(text, encoding="utf-8")
    assert load_waivers([tmp_path]) == ()


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (
            ("  reason: agency copy, corrected in the next edition\n", ""),
            ["1:3: `reason` is missing: say why the words may stay. No waiver goes without one."],
        ),
        (
            ("agency copy, corrected in the next edition", '""'),
            ["4:11: `reason` is empty: write its value, or remove the line."],
        ),
        (("  by: coast desk\n", ""), ["1:3: `by` is missing: say who answers for it."]),
        (("reason:", "reson:"), [
            "1:3: `reason` is missing: say why the words may stay. No waiver goes without one.",
            "4:3: `reson` is no key of a waiver: did you mean `reason`?",
        ]),
        (
            ("31 December 2999", "31/12/2999"),
            [
                "6:10: `until`: “31/12/2999” can be read in two ways: write the month as a word, "
                "as in 24 February 2022."
            ],
        ),
        (
            ("- article", "  article"),
            ["1:3: The file is a list: begin each waiver on a line of its own with “- ”."],
        ),
        (
            (WAIVER, "- cranes\n"),
            [
                "1:3: A waiver takes the keys article, fact, excerpt, reason, by, until, each on a line of "
                "its own below, as “key: value”."
            ],
        ),
    ],
)  # fmt: skip
def test_faults_of_waivers_have_their_place(
    tmp_path: Path, change: tuple[str, str], faults: list[str]
) -> None:
    assert faults_of(tmp_path, WAIVER.replace(*change)) == faults


@pytest.mark.parametrize(
    ("excerpt", "words", "around", "meant"),
    [
        ("15 cranes", "15 cranes", "The harbour has 15 cranes.", True),
        ("The harbour has\n 15 CRANES", "15 cranes", "Yes, the harbour has 15 cranes.", True),
        ("5 cranes", "15 cranes", "The harbour has 15 cranes.", False),
        ("16 cranes", "15 cranes", "The harbour has 15 cranes.", False),
        ("The port has 15 cranes", "15 cranes", "The harbour has 15 cranes.", False),
        ("three-year", "nearly three-year", "The nearly three-year strike.", True),
        ("…", "15 cranes", "The harbour has 15 cranes.", False),
    ],
)
def test_a_waiver_means_its_words_alone(excerpt: str, words: str, around: str, meant: bool) -> None:
    waiver = Waiver(article="*", fact="cranes", excerpt=excerpt, reason="r", by="b")
    assert waiver.means(words, around) is meant


# ------------------------------------------------------------------ waivers in a run


def test_a_waived_contradiction_does_not_fail(newsroom: Newsroom) -> None:
    newsroom.write({"facts/waivers.yaml": WAIVER, "news/wrong.txt": WRONG})
    result = newsroom.run("news", "-rx")
    assert result.ret == OK
    result.assert_outcomes(xfailed=1)
    told = "waived by coast desk until 31 December 2999: agency copy, corrected in the next edition"
    result.stdout.fnmatch_lines(
        [
            "news/wrong.txt x *",
            "*statements: 0 agree, 0 contradict, 0 may contradict, 0 unsure, 1 waived",
            f"news/wrong.txt:1:17: contradicts cranes: *12 cranes [[]does not fail: {told} "
            "(facts/waivers.yaml:1)[]]",
            f"XFAIL news/wrong.txt::cranes - {told} (facts/waivers.yaml:1)",
        ]
    )


def test_a_waived_statement_has_no_traceback(newsroom: Newsroom) -> None:
    # Where somebody else takes part in the phases of a test, pytest itself writes the failure.
    watcher = "def pytest_runtest_teardown(item): pass\n"
    newsroom.write({"facts/waivers.yaml": WAIVER, "news/wrong.txt": WRONG, "conftest.py": watcher})
    result = newsroom.run("news", "--xfail-tb")
    result.assert_outcomes(xfailed=1)
    result.stdout.no_fnmatch_line("*.py:*")


def test_runxfail_shows_what_is_waived(newsroom: Newsroom) -> None:
    newsroom.write({"facts/waivers.yaml": WAIVER, "news/wrong.txt": WRONG})
    result = newsroom.run("news", "--runxfail")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(["  exempt:   waived by coast desk until *"])


def test_a_waiver_leaves_other_words_of_the_article_alone(newsroom: Newsroom) -> None:
    newsroom.write({"facts/waivers.yaml": WAIVER, "news/wrong.txt": WRONG + "Its harbour has 16 cranes.\n"})
    result = newsroom.run("news")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(["*1 contradict, 0 may contradict, 0 unsure, 1 waived"])


def test_every_report_shows_a_waiver(newsroom: Newsroom) -> None:
    newsroom.write({"facts/waivers.yaml": WAIVER, "news/wrong.txt": WRONG})
    names = ("o.json", "o.sarif", "o.md", "o.gitlab.json", "o.txt")
    newsroom.run("news", *(f"--factcheck-report={name}" for name in names), "--junitxml=o.xml")
    for name in (*names, "o.xml"):
        assert "corrected in the next edition" in newsroom.read(name), name
    (verdict,) = json.loads(newsroom.read("o.json"))["articles"][0]["verdicts"]
    assert verdict["exempt"] == {
        "origin": "waiver",
        "place": "facts/waivers.yaml:1",
        "reason": "agency copy, corrected in the next edition",
        "by": "coast desk",
        "until": "2999-12-31",
    }
    (run,) = json.loads(newsroom.read("o.sarif"))["runs"]
    assert [s["status"] for s in run["results"][0]["suppressions"]] == ["accepted"]


def test_an_expired_waiver_covers_nothing(newsroom: Newsroom) -> None:
    newsroom.write({"facts/waivers.yaml": EXPIRED, "news/wrong.txt": WRONG})
    result = newsroom.run("news", "--factcheck-report=o.json", "--factcheck-report=o.md")
    assert result.ret == FAILED
    note = (
        "facts/waivers.yaml:1: the waiver of cranes for “The harbour has 15 cranes” expired on "
        "31 December 2001: correct news/*.txt, or give the waiver another day."
    )
    result.stdout.fnmatch_lines([f"*FactcheckWarning: {_glob(note)}", _glob(note)])
    assert json.loads(newsroom.read("o.json"))["notes"] == [note]
    assert "### To see to" in newsroom.read("o.md")


@pytest.mark.parametrize(
    ("waiver", "note"),
    [
        (WAIVER, "no statement of news/[*].txt needs it. Remove it."),
        (
            WAIVER.replace("news/*.txt", "news/gone.txt"),
            "there is no article news/gone.txt. Remove it, or correct the path.",
        ),
        (WAIVER.replace("cranes\n", "crans\n", 1), "there is no fact of that name. Did you mean cranes?"),
        (WAIVER.replace("news/*.txt", "archive/*.txt"), None),
    ],
)
def test_a_waiver_of_no_use_is_reported(newsroom: Newsroom, waiver: str, note: str | None) -> None:
    newsroom.write({"facts/waivers.yaml": waiver, "news/right.txt": RIGHT})
    result = newsroom.run("news")
    assert result.ret == OK
    if note is None:
        result.stdout.no_fnmatch_line("*is of no use*")
    else:
        result.stdout.fnmatch_lines([f"*FactcheckWarning: *is of no use: {note}", f"*is of no use: {note}"])


def test_a_waiver_without_a_reason_ends_the_run(newsroom: Newsroom) -> None:
    bare = WAIVER.replace("  reason: agency copy, corrected in the next edition\n", "")
    newsroom.write({"facts/waivers.yaml": bare, "news/wrong.txt": WRONG})
    result = newsroom.run("news")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(
        ["*facts/waivers.yaml:1:3: `reason` is missing: *No waiver goes without one."]
    )


def test_waivers_work_in_workers(newsroom: Newsroom) -> None:
    unused = WAIVER.replace("cranes\n", "ferries\n", 1)
    newsroom.write(
        {
            "facts/waivers.yaml": WAIVER + unused,
            "facts/more.yaml": "facts:" + FERRIES,
            "news/wrong.txt": WRONG,
        }
    )
    result = newsroom.pytester.runpytest_subprocess("--factcheck", "news", "-n2", "-p", "no:cacheprovider")
    # In a process of its own the real check runs, which ties the cranes to the harbour as well.
    assert result.ret == OK
    result.assert_outcomes(xfailed=1, warnings=1)
    result.stdout.fnmatch_lines(["*, 1 waived", "facts/waivers.yaml:7: *is of no use: *"])


# ------------------------------------------------------------------ the baseline


def test_an_archive_is_adopted_and_one_new_error_fails(newsroom: Newsroom) -> None:
    newsroom.write({f"archive/{n:03}.txt": WRONG if n % 3 else RIGHT for n in range(30)})
    adopted = newsroom.run("archive", "--factcheck-baseline-update")
    assert adopted.ret == OK
    adopted.assert_outcomes(passed=10, xfailed=20)
    adopted.stdout.fnmatch_lines(["baseline facts/baseline.yaml: written with 20 known contradictions"])
    assert newsroom.read("facts/baseline.yaml").splitlines()[2:6] == [
        "- article: archive/001.txt",
        "  fact: cranes",
        "  excerpt: 15 cranes",
        "- article: archive/002.txt",
    ]

    # Lines above the known words do not matter; the same words once more do.
    newsroom.write({"archive/001.txt": "A new first line.\n\n" + WRONG, "archive/002.txt": WRONG + WRONG})
    result = newsroom.run("archive")
    assert result.ret == FAILED
    result.assert_outcomes(passed=10, xfailed=19, failed=1)
    result.stdout.fnmatch_lines(
        ["*20 known since the baseline", "FAILED archive/002.txt::cranes - archive/002.txt:2:17: *"]
    )


def test_the_baseline_only_shrinks(newsroom: Newsroom) -> None:
    newsroom.write({"a/1.txt": WRONG, "a/2.txt": WRONG + WRONG, "b/3.txt": WRONG})
    newsroom.run("a", "b", "--factcheck-baseline-update")
    newsroom.write({"a/1.txt": RIGHT, "a/2.txt": WRONG, "a/4.txt": WRONG})
    told = newsroom.run("a")
    told.stdout.fnmatch_lines(
        [
            "facts/baseline.yaml: 1 of 3 known contradictions is no longer there; "
            "--factcheck-baseline-update takes them out."
        ]
    )
    result = newsroom.run("a", "--factcheck-baseline-update")
    assert result.ret == FAILED  # a/4.txt is new, and no update takes it in
    result.stdout.fnmatch_lines(["baseline facts/baseline.yaml: 1 taken out, 2 known contradictions left"])
    assert newsroom.read("facts/baseline.yaml").splitlines()[2:] == [
        "- article: a/2.txt",
        "  fact: cranes",
        "  excerpt: 15 cranes",
        "- article: b/3.txt",
        "  fact: cranes",
        "  excerpt: 15 cranes",
    ]


def test_a_named_baseline_must_be_there(newsroom: Newsroom) -> None:
    newsroom.write({"news/wrong.txt": WRONG})
    result = newsroom.run("news", "--factcheck-baseline", "known.yaml")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(
        ["ERROR: There is no baseline known.yaml: write it with --factcheck-baseline-update, or *"]
    )
    assert newsroom.run("news", "--factcheck-baseline", "known.yaml", "--factcheck-baseline-update").ret == OK
    assert newsroom.run("news", "--factcheck-baseline", "known.yaml").ret == OK
    assert newsroom.run("news").ret == FAILED


def test_a_baseline_in_workers(newsroom: Newsroom) -> None:
    newsroom.write({f"a/{n}.txt": WRONG for n in range(6)})
    run = newsroom.pytester.runpytest_subprocess
    made = run("--factcheck", "a", "-n2", "--factcheck-baseline-update")
    made.stdout.fnmatch_lines(["baseline facts/baseline.yaml: written with 6 known contradictions"])
    newsroom.write({"a/0.txt": RIGHT})
    shrunk = run("--factcheck", "a", "-n2", "--factcheck-baseline-update")
    assert shrunk.ret == OK
    shrunk.stdout.fnmatch_lines(["baseline facts/baseline.yaml: 1 taken out, 5 known contradictions left"])


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    strange = ("no", "12:30", "“a” # b", "& *x", "- 5", "tab\there", "ü 漢字", "'", "{x}")
    entries = tuple(
        Known(article=f"a/{n}: é.txt", fact="x", excerpt=words, times=n + 1)
        for n, words in enumerate(strange)
    )
    path = tmp_path / "new" / "baseline.yaml"
    write_baseline(Baseline(path, entries))
    again = read_baseline(path).entries
    assert [(e.article, e.excerpt, e.times) for e in again] == [
        (e.article, e.excerpt, e.times) for e in entries
    ]
    write_baseline(Baseline(path))
    assert read_baseline(path).entries == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- article: a.txt\n", "1:3: `fact` is missing: write the id of the fact."),
        (
            "- {article: a.txt, fact: x, times: many}\n",
            "1:36: `times`: Input should be a valid integer, unable to parse string as an integer.",
        ),
    ],
)
def test_faults_of_a_baseline_have_their_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "baseline.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as raised:
        read_baseline(path)
    (fault,) = raised.value.faults
    assert f"{fault.line}:{fault.column}: {fault.message}" == message


def test_words_are_the_same_whatever_surrounds_them() -> None:
    assert same_words("“Nearly  three-year”\n war,") == "nearly three-year war"
    assert same_words("$15.5m") != same_words("£15.5m")
    assert same_words("-5 degrees") != same_words("5 degrees")


# ------------------------------------------------------------------ what has changed


@pytest.fixture
def repository(newsroom: Newsroom) -> Newsroom:
    newsroom.write({"news/old.txt": WRONG, "news/older.txt": RIGHT})
    _git(newsroom, "init", "-q", "-b", "main")
    _commit(newsroom, "first")
    return newsroom


def _git(newsroom: Newsroom, *arguments: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=newsroom.pytester.path, check=True, capture_output=True)


def _commit(newsroom: Newsroom, message: str) -> None:
    _git(newsroom, "add", "-A")
    _git(newsroom, "commit", "-q", "-m", message)


def test_only_changed_articles_are_checked(repository: Newsroom) -> None:
    repository.write({"news/ü new.txt": RIGHT, "news/older.txt": RIGHT + ELSEWHERE})
    result = repository.run("news", "--factcheck-changed-since", "HEAD")
    assert result.ret == OK
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(
        ["factcheck: only articles changed since HEAD", "left out as unchanged: 1 article"]
    )


def test_it_is_no_failure_that_no_article_changed(repository: Newsroom) -> None:
    assert repository.run("news", "--factcheck-changed-since", "main").ret == OK
    assert repository.run("facts/../empty", "--factcheck-changed-since", "main").ret != OK


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        ("facts/more.yaml", "facts:" + FERRIES, []),
        ("facts/waivers.yaml", "# none", ["--facts", "facts/port.yaml"]),
        ("known.yaml", "[]", ["--factcheck-baseline", "known.yaml"]),
        ("news/conftest.py", "", []),
    ],
)
def test_changed_facts_have_every_article_checked(
    repository: Newsroom, name: str, text: str, options: list[str]
) -> None:
    repository.write({name: text})
    result = repository.run("news", "--factcheck-changed-since", "main", *options)
    assert result.ret == FAILED
    result.stdout.fnmatch_lines([f"factcheck: {name} has changed since main, so every article is checked"])


def test_what_others_changed_meanwhile_does_not_count(repository: Newsroom) -> None:
    _git(repository, "checkout", "-q", "-b", "ours")
    repository.write({"news/ours.txt": RIGHT})
    _commit(repository, "ours")
    _git(repository, "checkout", "-q", "main")
    repository.write({"news/old.txt": WRONG + ELSEWHERE})
    _commit(repository, "theirs")
    _git(repository, "checkout", "-q", "ours")
    result = repository.run("news", "--factcheck-changed-since", "main")
    assert result.ret == OK
    result.assert_outcomes(passed=1)


def test_an_unknown_revision_is_told(repository: Newsroom) -> None:
    result = repository.run("news", "--factcheck-changed-since", "--nope")
    assert result.ret == USAGE
    result = repository.run("news", "--factcheck-changed-since=v9")
    result.stderr.fnmatch_lines(["ERROR: --factcheck-changed-since v9: git knows no such revision here. *"])


def _glob(text: str) -> str:
    return text.replace("[", "[[]").replace("*", "[*]")
