"""What the check says of one statement."""

from dataclasses import dataclass
from typing import Any, Literal

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.link import Strength

Outcome = Literal["agrees", "contradicts", "unsure"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stated value held against a fact's: `agrees` is None where the two cannot be compared.

    `found` and `expected` are full phrases for the editor ("nearly three years"; "nearly four years: 24 February
    2022 to 15 December 2025 is 3.81 years").
    """

    agrees: bool | None
    found: str
    expected: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement that a kind found and judged by itself (titles, lists, quotations, spellings)."""

    start: int
    end: int
    outcome: Outcome
    strength: Strength
    found: str
    expected: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one statement of one article.

    `fact` is None, and `check` names the check, where an article is at odds with itself (two values for one
    subject, a count against its list, a weekday against its date). `line` and `column` count from 1 in the file.
    """

    article: str
    fact: Fact | None
    check: str
    outcome: Outcome
    strength: Strength
    start: int
    end: int
    line: int
    column: int
    text: str
    found: str
    expected: str
    why: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Tell whether this verdict alone fails the article: a strong contradiction of an error-level fact."""
        severe = self.fact is None or self.fact.severity == "error"
        return self.outcome == "contradicts" and self.strength == "strong" and severe

    def to_dict(self) -> dict[str, Any]:
        """Give the public keys; `fact` is the fact's id, or the name of the check that needs no fact."""
        return {
            "article": self.article,
            "fact": self.fact.id if self.fact else self.check,
            "outcome": self.outcome,
            "strength": self.strength,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "text": self.text,
            "found": self.found,
            "expected": self.expected,
            "why": "; ".join(self.why),
        }
