"""The plugin's door to pytest: its options, and the switch that loads the rest only when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import pytest

UnsureMode = Literal["ignore", "warn", "fail"]
UNSURE_MODES = get_args(UnsureMode)
DEFAULT_FACTS = "facts"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the fact check and their ini settings."""
    group = parser.getgroup("factcheck", "fact check of articles")
    group.addoption(
        "--factcheck",
        action="store_true",
        help="check the articles (.txt .text .md .markdown .html .htm) among the given paths against the "
        "facts, and run the examples of the facts files among them",
    )
    group.addoption(
        "--facts",
        action="append",
        metavar="PATH",
        help="facts file or folder, repeatable (ini: factcheck_facts; default: facts)",
    )
    group.addoption(
        "--published",
        metavar="DATE",
        help="publication date of articles that state none (ini: factcheck_published)",
    )
    group.addoption(
        "--factcheck-report",
        action="append",
        metavar="FILE",
        help="write a report, repeatable; the suffix chooses the format: .json .html .sarif .md "
        ".gitlab.json (ini: factcheck_report)",
    )
    group.addoption(
        "--factcheck-unsure",
        choices=UNSURE_MODES,
        help="what to do with statements that cannot be decided: ignore, warn or fail "
        "(ini: factcheck_unsure; default: warn)",
    )
    group.addoption(
        "--factcheck-explain",
        metavar="FILE:LINE",
        help="tell how the figures, titles, lists and quotes of one line were read and linked, and stop",
    )
    group.addoption(
        "--factcheck-baseline",
        metavar="FILE",
        help="contradictions that are known and do not fail (ini: factcheck_baseline; default: baseline.yaml "
        "beside the facts, if it is there)",
    )
    group.addoption(
        "--factcheck-baseline-update",
        action="store_true",
        help="write the baseline if there is none; else take out of it what is no longer there",
    )
    group.addoption(
        "--factcheck-changed-since",
        metavar="REV",
        help="check only the articles that have changed since a revision of git; all, if the facts have",
    )
    group.addoption(
        "--factcheck-coverage-min",
        metavar="PERCENT",
        help="fail if fewer of the statements that look checkable are checked (ini: factcheck_coverage_min)",
    )
    parser.addini("factcheck_baseline", "contradictions that are known and do not fail", default="")
    parser.addini("factcheck_coverage_min", "percentage of checkable statements to check", default="")
    parser.addini("factcheck_facts", "facts files or folders", type="paths")
    parser.addini("factcheck_published", "publication date of articles that state none", default="")
    parser.addini("factcheck_report", "reports to write", type="linelist")
    parser.addini("factcheck_unsure", "ignore, warn or fail: for what cannot be decided", default="warn")


def pytest_configure(config: pytest.Config) -> None:
    """Load the check if it is asked for; otherwise only name the facts as fixtures, if there are any."""
    config.addinivalue_line("markers", "article(path): the article that the `article` fixture reads")
    if config.getoption("factcheck"):
        from pytest_factcheck.plugin.start import quick_start

        with quick_start(config):
            from pytest_factcheck.plugin.gate import open_gate

            open_gate(config)
    elif _may_have_facts(config):
        from pytest_factcheck.plugin.fixtures import register_idle

        register_idle(config)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> pytest.ExitCode | None:
    """Answer `--factcheck-explain` instead of running tests."""
    if not config.getoption("factcheck_explain") or config.getoption("help"):
        return None
    from pytest_factcheck.plugin.explain import explain_line

    return explain_line(config)


def _may_have_facts(config: pytest.Config) -> bool:
    # Two look-ups in the file system are all that an idle plugin may cost.
    if config.getoption("facts") or config.getini("factcheck_facts"):
        return True
    here: list[Path] = [config.invocation_params.dir, config.rootpath]
    return any((folder / DEFAULT_FACTS).is_dir() for folder in here)
