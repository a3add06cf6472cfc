"""Why a contradiction does not fail its article."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Exemption:
    """The leave that a person gave (a waiver), or the baseline in which the contradiction was known already.

    `place` is the entry's own, as path:line.
    """

    origin: Literal["waiver", "baseline"]
    place: str
    reason: str = ""
    by: str = ""
    until: date | None = None

    def __str__(self) -> str:
        if self.origin == "baseline":
            return f"known since the baseline ({self.place})"
        until = f" until {self.until:%-d %B %Y}" if self.until else ""
        return f"waived by {self.by}{until}: {self.reason} ({self.place})"

    def to_dict(self) -> dict[str, Any]:
        """Give what a report for programs holds."""
        until = self.until.isoformat() if self.until else None
        return {
            "origin": self.origin,
            "place": self.place,
            "reason": self.reason,
            "by": self.by,
            "until": until,
        }
