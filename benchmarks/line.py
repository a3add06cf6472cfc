"""A line of the table of budgets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was measured, and the budget it must reach or stay within."""

    name: str
    value: float
    budget: float | None = None
    at_least: bool = False
    unit: str = "x"
    more: str = ""

    @property
    def is_met(self) -> bool:
        """Tell whether the budget is met; a line without one always is."""
        if self.budget is None:
            return True
        return self.value >= self.budget if self.at_least else self.value <= self.budget

    def __str__(self) -> str:
        bound = "" if self.budget is None else f"{'>=' if self.at_least else '<='} {self.budget:g}"
        mark = "" if self.budget is None else "met" if self.is_met else "MISSED"
        return f"{self.name:58} {self.value:9.3g} {self.unit:3} {bound:9} {mark:7} {self.more}"
