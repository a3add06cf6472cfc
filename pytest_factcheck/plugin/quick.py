"""The short way to run a test: one report instead of three, where nobody can tell the difference."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

import pytest

from pytest_factcheck.plugin.examples import ExampleItem
from pytest_factcheck.plugin.items import ArticleItem
from pytest_factcheck.plugin.onlookers import is_unwatched
from pytest_factcheck.plugin.outcome import FactcheckWarning

PHASES = (
    "pytest_runtestloop",
    "pytest_runtest_protocol",
    "pytest_runtest_setup",
    "pytest_runtest_call",
    "pytest_runtest_teardown",
    "pytest_runtest_makereport",
    "pytest_runtest_logreport",
    "pytest_exception_interact",
)
"""Hooks that see the three phases of a test."""

OPTIONS = ("usepdb", "trace", "setupshow", "setuponly", "setupplan", "xmlpath", "collectonly")
"""Options of pytest itself that need the three phases."""


def may_run_quickly(config: pytest.Config, items: Sequence[pytest.Item]) -> bool:
    """Tell whether all tests are ours, need no fixtures, and only pytest itself looks on."""
    if any(config.getoption(option, None) for option in OPTIONS):
        return False
    return all(type(item) in (ArticleItem, ExampleItem) for item in items) and is_unwatched(config, PHASES)


def run_all(session: pytest.Session) -> bool:
    """Run all tests; those that warn go through pytest's protocol, which catches warnings."""
    for item, nextitem in zip_longest(session.items, session.items[1:]):
        if isinstance(item, ArticleItem) and item.warns():
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=nextitem)
        else:
            run_quickly(item)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
    return True


def run_quickly(item: pytest.Item) -> None:
    """Run a test and report it once."""
    hooks = item.config.hook
    hooks.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    hooks.pytest_runtest_logreport(report=_report(item))
    hooks.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)


def _report(item: pytest.Item) -> pytest.TestReport:
    start, begun = time.time(), time.perf_counter()
    failure = _failure_of(item)
    is_exempt = isinstance(failure, pytest.xfail.Exception)
    report = pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords={item.name: 1},
        outcome="skipped" if is_exempt else "passed" if failure is None else "failed",
        longrepr=str(failure) if is_exempt else failure,
        when="call",
        duration=time.perf_counter() - begun,
        start=start,
        stop=time.time(),
    )
    if is_exempt:
        report.wasxfail = f"reason: {failure}"
    return report


def _failure_of(item: pytest.Item) -> Any:
    try:
        item.runtest()
    except pytest.xfail.Exception as exemption:
        return exemption
    except FactcheckWarning as warning:  # the user turns warnings into errors
        return str(warning)
    except Exception as error:
        return item.repr_failure(pytest.ExceptionInfo.from_exception(error))
    return None
