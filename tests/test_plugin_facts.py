"""Facts as fixtures, facts in Python, and the examples of facts as tests."""

import pytest

from tests.conftest import ELSEWHERE, FACTS, LOOSE, QUIET, RIGHT, WRONG, Newsroom

OK, FAILED, USAGE = 0, 1, 4

BERTHS = """\
import pytest_factcheck

@pytest_factcheck.fact
def berths():
    return {
        "fact": "The harbour has 5 berths",
        "number": 5,
        "unit": ["berth", "berths"],
        "of": "harbour",
        "source": {"name": "Port authority", "accessed": datetime.date(2024, 1, 8)},
        "examples": {"agree": "The harbour has 5 berths.\\nIt is a harbour of 5 berths."},
    }
""".replace("import pytest_factcheck\n", "import datetime\nimport pytest_factcheck\n")

EARLIER = """\
import pytest

@pytest.fixture
def cranes(cranes):
    nine = {"fact": "The harbour had 9 cranes", "number": "9", "unit": "cranes"}
    return {**nine, "of": "harbour", "source": "yearbook"}
"""


def test_a_conftest_replaces_a_fact_for_its_folder(newsroom: Newsroom) -> None:
    nine = "The harbour has 9 cranes.\n"
    newsroom.write({"news/a.txt": nine, "archive/conftest.py": EARLIER, "archive/deep/a.txt": nine})
    result = newsroom.run("news", "archive")
    assert result.ret == FAILED
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["FAILED news/a.txt::cranes - news/a.txt:1:17: “9 cranes”; expected 12 cranes"]
    )


def test_a_replaced_fact_fails_as_any_other(newsroom: Newsroom) -> None:
    newsroom.write({"archive/conftest.py": EARLIER, "archive/a.txt": RIGHT})
    result = newsroom.run("archive")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(
        ["  expected: 9 cranes", "  fact:     The harbour had 9 cranes (facts/port.yaml:3)"]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_the_conftest_of_the_root_may_replace_a_fact(newsroom: Newsroom) -> None:
    newsroom.write({"conftest.py": EARLIER, "news/a.txt": "The harbour has 9 cranes.\n"})
    newsroom.run("news").assert_outcomes(passed=1)


def test_a_replacing_fixture_may_ask_for_the_article(newsroom: Newsroom) -> None:
    fixture = """\
import pytest

@pytest.fixture
def cranes(cranes, article):
    number = article.text.count("crane") * 15
    return cranes.model_copy(update={"fact": f"The harbour has {number} cranes"})
"""
    newsroom.write({"conftest.py": fixture, "news/a.txt": WRONG, "news/b.txt": RIGHT})
    newsroom.run("news").assert_outcomes(passed=1, failed=1)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("12", "*The fixture cranes gives int; it must give a fact or a dict*"),
        ('{"fact": "x"}', "*cranes: The fact has no value*"),
    ],
)
def test_a_fixture_that_is_no_fact_is_explained(newsroom: Newsroom, value: str, message: str) -> None:
    fixture = f"import pytest\n@pytest.fixture\ndef cranes():\n    return {value}\n"
    newsroom.write({"conftest.py": fixture, "news/a.txt": RIGHT})
    result = newsroom.run("news")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines([message])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_fact_is_declared_in_python(newsroom: Newsroom) -> None:
    newsroom.write({"news/conftest.py": BERTHS, "news/a.txt": f"The harbour has 6 berths. {RIGHT}"})
    newsroom.write({"elsewhere/a.txt": f"The harbour has 6 berths. {RIGHT}"})
    result = newsroom.run("news/a.txt", "elsewhere")
    assert result.ret == FAILED
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        [
            "news/a.txt:1:17: contradicts berths",
            "  fact:     The harbour has 5 berths (news/conftest.py:4)",
            "2 articles, 2 facts; *",
        ]
    )


def test_a_fact_declared_in_python_takes_the_place_of_another(newsroom: Newsroom) -> None:
    python = BERTHS.replace("berths", "cranes").replace("berth", "crane")
    newsroom.write({"news/conftest.py": python, "news/a.txt": "The harbour has 5 cranes.\n"})
    newsroom.run("news/a.txt").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"number": 5', '"numbre": 5', "ERROR: conftest.py:4:1: berths: *numbre*"),
        ("    return {", "    return 1 / 0, {", "ERROR: *conftest.py:4: berths raises ZeroDivisionError: *"),
        (
            "    return {",
            "    return 5, {",
            "ERROR: *conftest.py:4: berths returns tuple; it must return a dict *",
        ),
    ],
)
def test_a_wrong_declaration_is_a_fault(newsroom: Newsroom, old: str, new: str, message: str) -> None:
    newsroom.write({"conftest.py": BERTHS.replace(old, new), "news/a.txt": RIGHT})
    result = newsroom.run("news")
    assert result.ret == USAGE
    result.stdout.fnmatch_lines([message])


OWN_TESTS = """\
import pytest

def test_fact(cranes):
    assert cranes.fact == "The harbour has 12 cranes"
    assert cranes.source.name.startswith("Port")

@pytest.mark.article("../news/a.txt")
def test_article(article, cranes):
    assert "harbour" in article.text
"""


@pytest.mark.parametrize("arguments", [(), ("--factcheck",)])
def test_own_tests_may_ask_for_facts_and_articles(newsroom: Newsroom, arguments: tuple[str, ...]) -> None:
    newsroom.write({"tests/test_own.py": OWN_TESTS, "news/a.txt": RIGHT})
    result = newsroom.pytester.runpytest_inprocess(*QUIET, "--strict-markers", "tests", *arguments)
    result.assert_outcomes(passed=2)


def test_own_tests_see_the_fact_of_their_folder(newsroom: Newsroom) -> None:
    own = "def test_fact(cranes, berths):\n    assert (cranes['number'], berths.number.value) == ('9', 5)\n"
    newsroom.write({"conftest.py": BERTHS, "tests/conftest.py": EARLIER, "tests/test_own.py": own})
    newsroom.pytester.runpytest_inprocess(*QUIET, "tests").assert_outcomes(passed=1)


def test_an_article_must_be_named(newsroom: Newsroom) -> None:
    newsroom.write({"test_own.py": "def test_article(article): pass\n"})
    result = newsroom.pytester.runpytest_inprocess(*QUIET)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*the fixture `article` needs a mark on the test: @pytest.mark.article*"])


def test_a_users_own_article_fixture_stays_theirs(newsroom: Newsroom) -> None:
    own = "import pytest\n@pytest.fixture\ndef article(): return 1\ndef test_own(article): assert article\n"
    newsroom.write({"test_own.py": own})
    newsroom.pytester.runpytest_inprocess(*QUIET).assert_outcomes(passed=1)


def test_examples_are_tests_of_their_fact(newsroom: Newsroom) -> None:
    result = newsroom.run("facts", "-v")
    assert result.ret == OK
    result.stdout.fnmatch_lines(
        [
            "facts/port.yaml::cranes[[]agree-1[]] PASSED *",
            "facts/port.yaml::cranes[[]contradict-1[]] PASSED *",
            "facts/port.yaml::cranes[[]ignore-1[]] PASSED *",
            "3 examples of the facts",
        ]
    )


def test_the_examples_of_a_fact_in_python_are_tests_too(newsroom: Newsroom) -> None:
    newsroom.write({"conftest.py": BERTHS})
    result = newsroom.run("conftest.py", "-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["conftest.py::berths[[]agree-1[]] PASSED *"])


@pytest.mark.parametrize(
    ("wanted", "line", "came_out"),
    [
        ("agree", RIGHT.replace("12", "13"), "“13 cranes” contradicts: expected 12 cranes (*)"),
        ("agree", ELSEWHERE, "nothing was linked to the fact"),
        ("contradict", RIGHT, "“12 cranes” agrees: expected 12 cranes (*)"),
        ("contradict", LOOSE, "“15 cranes” contradicts loosely: expected 12 cranes (*)"),
        ("contradict", ELSEWHERE, "nothing was linked to the fact"),
        ("ignore", WRONG, "“15 cranes” contradicts: expected 12 cranes (*)"),
    ],
)
def test_an_example_that_does_not_work_fails(
    newsroom: Newsroom, wanted: str, line: str, came_out: str
) -> None:
    head, _, _ = FACTS.partition("      agree:")
    newsroom.write({"facts/port.yaml": f"{head}      {wanted}: |\n        {line}"})
    result = newsroom.run("facts")
    assert result.ret == FAILED
    result.stdout.fnmatch_lines(
        [
            "facts/port.yaml:16: example of cranes does not work",
            f"16 | {line.strip()}",
            "  wanted:   a line that *",
            f"  came out: {came_out}",
            "  fact:     The harbour has 12 cranes (facts/port.yaml:3)",
            f"FAILED facts/port.yaml::cranes[[]{wanted}-1[]] - facts/port.yaml:16: wanted *",
        ]
    )


def test_an_example_need_not_tell_the_story_nor_fit_the_date(newsroom: Newsroom) -> None:
    facts = FACTS.replace("facts:", "story: Portville\nfacts:").replace(
        "    unit:", "    until: 1 May 2020\n    unit:"
    )
    newsroom.write({"facts/port.yaml": facts})
    newsroom.run("facts").assert_outcomes(passed=3)


def test_a_fact_without_examples_is_warned_of(newsroom: Newsroom) -> None:
    head, _, _ = FACTS.partition("    examples:")
    newsroom.write({"facts/port.yaml": head, "facts/more.yaml": FACTS.replace("  cranes:", "  lifts:")})
    result = newsroom.run("facts")
    assert result.ret == OK
    result.stdout.fnmatch_lines(
        ["*FactcheckWarning: facts/port.yaml:3: cranes has no examples, so nothing proves that it works."]
    )
