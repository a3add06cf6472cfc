"""The three ways in which input can be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One mistake in a facts file: where it stands, the line itself, and a sentence that says the remedy."""

    path: str
    line: int
    column: int
    message: str
    excerpt: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        if not self.excerpt:
            return f"{place}: {self.message}"
        gutter = " " * len(str(self.line))
        caret = " " * (self.column - 1) + "^"
        return f"{place}: {self.message}\n  {self.line} | {self.excerpt}\n  {gutter} | {caret}"


class FactcheckError(Exception):
    """Base of all errors that this package raises for bad input."""


class FactsError(FactcheckError):
    """Faults in facts files: all of them, in the order of their places."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__(self.faults)

    def __str__(self) -> str:
        count = f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''} in the facts"
        return "\n\n".join([*map(str, self.faults), count])


class ArticleError(FactcheckError):
    """An article that cannot be read: which file, why, and what to do about it."""

    def __init__(self, path: Path | str, reason: str, remedy: str = "") -> None:
        self.path, self.reason, self.remedy = str(path), reason, remedy
        super().__init__(path, reason, remedy)

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}." + (f" {self.remedy}" if self.remedy else "")


class UseError(FactcheckError):
    """A call or an option that cannot be carried out as it was given."""
