"""A half-open stretch of an article's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Character offsets into the text as read: `text[start:end]` are the words."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Tell whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether the other stretch lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Cut the words out of the text that the offsets count in."""
        return text[self.start : self.end]
