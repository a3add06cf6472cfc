"""A facts file under the eyes of the reader: its path, its lines, and the faults found so far."""

from dataclasses import dataclass, field
from typing import Protocol

from pytest_factcheck.model.errors import Fault
from pytest_factcheck.model.fact import Place
from pytest_factcheck.model.pattern import lazy_pattern

LINE_BREAK = lazy_pattern("\r\n|[\r\n\x85\u2028\u2029]")  # what YAML takes for the end of a line
LONGEST_EXCERPT = 160


class Mark(Protocol):
    """A place as YAML gives it; lines and columns count from 0."""

    line: int
    column: int


@dataclass(slots=True)
class Sheet:
    """One facts file; faults are collected, so that all of them are reported at once."""

    path: str
    text: str
    faults: list[Fault] = field(default_factory=list)
    lines: list[str] = field(init=False)
    hashes: set[int] = field(init=False)
    """The lines on which a ` #` stands: only there may a value have lost its end to a comment."""

    def __post_init__(self) -> None:
        self.lines = LINE_BREAK.split(self.text)
        self.hashes = {at for at, line in enumerate(self.lines) if " #" in line or "\t#" in line}

    def fault(self, mark: Mark | None, message: str) -> None:
        """Note a fault at that place."""
        line, column = (mark.line, mark.column) if mark else (0, 0)
        self.faults.append(Fault(self.path, line + 1, column + 1, message, self._excerpt(line, column)))

    def place(self, mark: Mark | None) -> Place:
        """Turn a mark of YAML into a place that counts from 1."""
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)

    def start_of_line(self, mark: Mark) -> str:
        """Give what stands before a mark on its line."""
        return self.lines[mark.line][: mark.column] if mark.line < len(self.lines) else ""

    def rest_of_line(self, mark: Mark) -> str:
        """Give what follows a mark on its line."""
        return self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""

    def _excerpt(self, line: int, column: int) -> str:
        if line >= len(self.lines) or column > LONGEST_EXCERPT:
            return ""
        words = self.lines[line].replace("\t", " ")
        return words if len(words) <= LONGEST_EXCERPT else words[:LONGEST_EXCERPT] + "…"
