"""What the user asked for: the options of the command line, else the ini settings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from pytest_factcheck.plugin import DEFAULT_FACTS, UNSURE_MODES, UnsureMode


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run; paths are absolute, `facts` names files and folders that exist."""

    facts: tuple[Path, ...]
    published: date | None
    reports: tuple[Path, ...]
    unsure: UnsureMode
    start: Path

    def show(self, path: Path) -> str:
        """Write a path as the user would type it: from the folder in which pytest was started."""
        full, start = os.fspath(path), f"{os.fspath(self.start)}{os.sep}"
        if full.startswith(start):  # the common case, without the cost of comparing part by part
            return full[len(start) :].replace(os.sep, "/")
        try:
            return Path(os.path.relpath(path, self.start)).as_posix()
        except ValueError:  # another drive
            return path.as_posix()


def read_settings(config: pytest.Config) -> Settings:
    """Gather the settings; a value that cannot be used is a usage error that names the remedy."""
    start = config.invocation_params.dir
    return Settings(
        facts=find_facts_paths(config),
        published=_read_published(config),
        reports=tuple(
            _report_path(start, name) for name in _either(config, "factcheck_report", "factcheck_report")
        ),
        unsure=_read_unsure(config),
        start=start,
    )


def find_facts_paths(config: pytest.Config) -> tuple[Path, ...]:
    """List where the facts are kept: `--facts`, else the ini setting, else the folder `facts`."""
    start = config.invocation_params.dir
    named = config.getoption("facts")
    if named:
        return tuple(Path(os.path.abspath(start / name)) for name in named)
    if from_ini := config.getini("factcheck_facts"):
        return tuple(from_ini)
    folders = (start / DEFAULT_FACTS, config.rootpath / DEFAULT_FACTS)
    return next(((folder,) for folder in folders if folder.is_dir()), ())


def _report_path(start: Path, name: str) -> Path:
    path = start / name
    is_folder = name.endswith(("/", os.sep)) or (path.suffix == ".html" and path.is_dir())
    return path / "index.html" if is_folder else path


def _either(config: pytest.Config, option: str, ini: str) -> list[str]:
    return config.getoption(option) or config.getini(ini) or []


def _read_unsure(config: pytest.Config) -> UnsureMode:
    mode = config.getoption("factcheck_unsure") or config.getini("factcheck_unsure")
    if mode not in UNSURE_MODES:
        raise pytest.UsageError(f"factcheck_unsure is {mode!r}; write one of: {', '.join(UNSURE_MODES)}.")
    return cast(UnsureMode, mode)


def _read_published(config: pytest.Config) -> date | None:
    from pytest_factcheck.articles.days import read_published
    from pytest_factcheck.model.errors import UseError

    try:
        return read_published(config.getoption("published") or config.getini("factcheck_published"))
    except UseError as error:
        raise pytest.UsageError(f"--published: {error}") from None
