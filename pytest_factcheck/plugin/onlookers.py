"""Who takes part in a hook beside pytest itself: where nobody does, the long way is not needed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

IDLE_UNLESS = {"hypothesispytest": "", "rerunfailures": "reruns", "html": "htmlpath"}
"""Plugins that only look on as long as their option is not given."""


def is_unwatched(config: pytest.Config, hooks: Iterable[str]) -> bool:
    """Tell whether only pytest itself, and plugins that only look on, take part in these hooks."""
    return all(
        _looks_on_only(hook.plugin_name, hook.plugin, config)
        for name in hooks
        for hook in getattr(config.pluginmanager.hook, name).get_hookimpls()
    )


def _looks_on_only(name: str, plugin: object, config: pytest.Config) -> bool:
    home = getattr(plugin, "__name__", None) or type(plugin).__module__
    if home.startswith(("_pytest.", "pytest_factcheck.")):
        return True
    option = IDLE_UNLESS.get(name)
    return option is not None and not (option and config.getoption(option, None))
