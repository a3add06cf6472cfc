"""Which articles have changed since a revision of git: `--factcheck-changed-since`."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from pytest_factcheck.facts.files import OTHER_FILES
from pytest_factcheck.plugin.books import CONFTEST
from pytest_factcheck.plugin.settings import Settings

OPTION = "--factcheck-changed-since"


@dataclass(frozen=True, slots=True)
class Changed:
    """The files that have changed; where the facts themselves have, every article is checked again."""

    revision: str
    files: frozenset[str]
    facts: str = ""

    def leaves_out(self, path: Path) -> bool:
        """Tell whether an article is as it was, and is held against the same facts."""
        return not self.facts and os.path.realpath(path) not in self.files

    def tell(self) -> str:
        """Say for the head of the run what is checked."""
        if self.facts:
            return f"factcheck: {self.facts} has changed since {self.revision}, so every article is checked"
        return f"factcheck: only articles changed since {self.revision}"


def find_changed(config: pytest.Config, settings: Settings, baseline: Path | None) -> Changed | None:
    """Ask git for the files that differ from a revision, those not yet under its care included."""
    revision = config.getoption("factcheck_changed_since")
    if revision is None:
        return None
    top = Path(_git(settings.start, "rev-parse", "--show-toplevel").rstrip("\n"))
    commit = _commit(settings.start, revision)
    names = _names(top, "diff", "--name-only", "-z", "--diff-filter=d", "--no-ext-diff", _base(top, commit))
    names += _names(top, "ls-files", "--others", "--exclude-standard", "-z")
    gone = _names(top, "diff", "--name-only", "-z", "--diff-filter=D", "--no-ext-diff", _base(top, commit))
    files = frozenset(os.path.realpath(top / name) for name in names)
    places = [Path(os.path.realpath(place)) for place in (*settings.facts, *([baseline] if baseline else []))]
    facts = (top / name for name in sorted({*names, *gone}) if _decides(top / name, places))
    first = next(facts, None)
    return Changed(revision, files, settings.show(first) if first else "")


def _decides(path: Path, places: list[Path]) -> bool:
    """Tell whether a file has a say in what comes out: facts, waivers, the baseline, a `conftest.py`."""
    real = Path(os.path.realpath(path))
    if path.name == CONFTEST or any(place == real or place in real.parents for place in places):
        return True
    return path.stem in OTHER_FILES and any(place.parent == real.parent for place in places)


def _commit(start: Path, revision: str) -> str:
    try:
        name = f"{revision}^{{commit}}"
        return _git(start, "rev-parse", "--verify", "--quiet", "--end-of-options", name).strip()
    except pytest.UsageError:
        raise pytest.UsageError(
            f"{OPTION} {revision}: git knows no such revision here. Write a commit, a branch or a tag; "
            "in CI, fetch the history as well (fetch-depth: 0)."
        ) from None


def _base(top: Path, commit: str) -> str:
    """Choose where the two lines of work parted, so that what others changed since does not count."""
    try:
        return _git(top, "merge-base", commit, "HEAD").strip() or commit
    except pytest.UsageError:
        return commit


def _names(top: Path, *arguments: str) -> list[str]:
    return [name for name in _git(top, *arguments).split("\0") if name]


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=True, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise pytest.UsageError(f"{OPTION} needs git, and there is none on this machine.") from None
    except subprocess.CalledProcessError as error:
        told = os.fsdecode(error.stderr).strip().removeprefix("fatal: ")
        raise pytest.UsageError(f"{OPTION}: git says: {told}") from None
    return os.fsdecode(done.stdout)
