"""The patterns of paths by which a facts file names articles."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePosixPath


def is_named(names: Iterable[str], glob: str) -> bool:
    """Tell whether a glob means an article: the end of its path ("*.md", "briefs/*.txt") or all of it."""
    return any(PurePosixPath(name).match(glob) or fnmatchcase(name, glob) for name in names)
