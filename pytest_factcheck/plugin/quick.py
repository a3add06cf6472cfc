"""The short way to run a test: one report instead of three, where nobody can tell the difference."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import pytest

from pytest_factcheck.plugin.examples import ExampleItem
from pytest_factcheck.plugin.items import ArticleItem
from pytest_factcheck.plugin.outcome import FactcheckWarning

PHASES = (
    "pytest_runtest_protocol",
    "pytest_runtest_setup",
    "pytest_runtest_call",
    "pytest_runtest_teardown",
    "pytest_runtest_makereport",
    "pytest_runtest_logreport",
    "pytest_exception_interact",
)
"""Hooks that see the three phases of a test."""

IDLE_UNLESS = {"hypothesispytest": "", "rerunfailures": "reruns", "html": "htmlpath"}
"""Plugins in these hooks that only look on as long as their option is not given."""

OPTIONS = ("usepdb", "trace", "setupshow", "setuponly", "setupplan", "xmlpath")
"""Options of pytest itself that need the three phases."""


def may_run_quickly(config: pytest.Config, items: Sequence[pytest.Item]) -> bool:
    """Tell whether all tests are ours, need no fixtures, and only pytest itself looks on."""
    if any(config.getoption(option, None) for option in OPTIONS):
        return False
    return all(type(item) in (ArticleItem, ExampleItem) for item in items) and not _is_watched(config)


def _is_watched(config: pytest.Config) -> bool:
    return any(
        not _looks_on_only(hook.plugin_name, hook.plugin, config)
        for phase in PHASES
        for hook in getattr(config.hook, phase).get_hookimpls()
    )


def _looks_on_only(name: str, plugin: object, config: pytest.Config) -> bool:
    home = getattr(plugin, "__name__", None) or type(plugin).__module__
    if home.startswith(("_pytest.", "pytest_factcheck.")):
        return True
    option = IDLE_UNLESS.get(name)
    return option is not None and not (option and config.getoption(option, None))


def run_quickly(item: pytest.Item) -> None:
    """Run a test and report it once."""
    hooks = item.config.hook
    hooks.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    hooks.pytest_runtest_logreport(report=_report(item))
    hooks.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)


def _report(item: pytest.Item) -> pytest.TestReport:
    start, begun = time.time(), time.perf_counter()
    failure = _failure_of(item)
    return pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords={item.name: 1},
        outcome="passed" if failure is None else "failed",
        longrepr=failure,
        when="call",
        duration=time.perf_counter() - begun,
        start=start,
        stop=time.time(),
    )


def _failure_of(item: pytest.Item) -> Any:
    try:
        item.runtest()
    except FactcheckWarning as warning:  # the user turns warnings into errors
        return str(warning)
    except Exception as error:
        return item.repr_failure(pytest.ExceptionInfo.from_exception(error))
    return None
