"""A quick start: modules as they were installed, and a garbage collector that is not called in between."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

import pytest

from pytest_factcheck.facts.unhurried import unhurried

PACKAGE = f"{__name__.partition('.')[0]}."


class PlainFinder(MetaPathFinder):
    """Finds our modules as Python does.

    pytest takes every module of a plugin for one whose assertions it must rewrite: on a fresh machine it
    compiles all of them anew, and later it still reads and compares their sources. We have no assertions.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module below our package; all others are none of our business."""
        return PathFinder.find_spec(fullname, path, target) if fullname.startswith(PACKAGE) else None


@contextmanager
def quick_start(config: pytest.Config) -> Iterator[None]:
    """Load modules and facts: thousands of small values, which live until the end of the run."""
    find_plainly(config)
    with unhurried():
        yield
        gc.freeze()  # none of them will be garbage before the end, so none is looked at again
    if list(config.invocation_params.args) != sys.argv[1:]:  # called from Python: the process may live on
        config.add_cleanup(gc.unfreeze)


def find_plainly(config: pytest.Config) -> None:
    """Let Python itself load our modules until the end of the run."""
    finder = PlainFinder()
    sys.meta_path.insert(0, finder)

    def forget() -> None:
        if finder in sys.meta_path:
            sys.meta_path.remove(finder)

    config.add_cleanup(forget)
