"""What a kind offers that finds its own statements: titles, lists, quotations, spellings."""

from typing import Protocol, runtime_checkable

from pytest_factcheck.language.reading import Reading
from pytest_factcheck.model.verdict import Finding


@runtime_checkable
class FindsStatements(Protocol):
    """A fact that reads the article itself, because no figure states it."""

    def find(self, reading: Reading) -> tuple[Finding, ...]:
        """Find and judge every statement of this fact in an article."""
        ...
