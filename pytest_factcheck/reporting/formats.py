"""The list of formats that can be written to a file: the folder itself."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from pytest_factcheck import reporting
from pytest_factcheck.model.errors import UseError
from pytest_factcheck.reporting.report import Report


@cache
def formats() -> dict[str, ModuleType]:
    """Give the module of each suffix, the longest suffix first."""
    modules = [
        import_module(f"{reporting.__name__}.{m.name}") for m in pkgutil.iter_modules(reporting.__path__)
    ]
    found = {module.SUFFIX: module for module in modules if hasattr(module, "SUFFIX")}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def check_format(path: Path) -> None:
    """Raise a use error for a file whose suffix no format claims, or whose format lacks what it needs."""
    module = _format_of(path)
    if hasattr(module, "require"):
        module.require()


def write(report: Report, path: Path) -> None:
    """Write a report, or the pages of one if the file is a format's index; the folder is made if need be."""
    module = _format_of(path)
    if path.name == getattr(module, "INDEX", None):
        module.write_pages(report, path.parent)
        return
    text = module.render(report)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def _format_of(path: Path) -> ModuleType:
    for suffix, module in formats().items():
        if path.name.lower().endswith(suffix):
            return module
    raise UseError(f"{path}: no report has this suffix. Write one of: {', '.join(formats())}.")
