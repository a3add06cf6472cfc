"""Which files hold the facts, and their text."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pytest_factcheck.facts.sheet import Sheet
from pytest_factcheck.model.errors import Fault, UseError

SUFFIXES = (".yaml", ".yml")
WAIVERS, BASELINE = "waivers", "baseline"
OTHER_FILES = frozenset({WAIVERS, BASELINE})
"""Stems of the files that stand beside the facts and hold none."""

PathLike = str | os.PathLike[str]


def find_files(paths: PathLike | Sequence[PathLike]) -> tuple[Path, ...]:
    """List the facts files among the paths: files as given, folders with all that is below them."""
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    if not given:
        raise UseError("No facts file was named.")
    return tuple(dict.fromkeys(file for path in given for file in _files_of(Path(path))))


def read_sheet(path: Path) -> Sheet | Fault:
    """Read the text of a facts file; a file that cannot be read is a fault."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return Fault(str(path), 1, 1, f"The file cannot be read: {error.strerror or error}.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(str(path), 1, 1, "The file is written in UTF-16: save it as UTF-8.")
    try:
        return Sheet(str(path), data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error.start)


def _undecodable(path: Path, data: bytes, at: int) -> Fault:
    before = data[:at].decode("utf-8-sig", "replace").split("\n")
    line = data[:at].count(b"\n")
    words = data.split(b"\n")[line].decode("utf-8", "replace").rstrip("\r")[:160]
    byte = f"{data[at]:02X}"
    return Fault(
        str(path),
        line + 1,
        len(before[-1]) + 1,
        f"The file is not UTF-8 (byte {byte}): save it as UTF-8.",
        words,
    )


def _files_of(path: Path) -> Iterable[Path]:
    if path.is_dir():
        found = sorted(_walk(path))
        if not found:
            raise UseError(f"The folder {path} holds no facts file: add one that ends in .yaml.")
        return found
    if not path.exists():
        raise UseError(f"There is no facts file or folder {path}.")
    return (path,)


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            stem, suffix = os.path.splitext(name)
            if suffix.lower() in SUFFIXES and stem not in OTHER_FILES and not name.startswith("."):
                yield Path(root, name)
