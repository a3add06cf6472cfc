"""The base of the kinds whose value is a figure: a number, a length or a date."""

from datetime import date
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.mention import Mention, Value
from pytest_factcheck.model.verdict import Comparison


class Alternative(BaseModel):
    """Another true value of the same words, which an article may state without being wrong."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True
    )

    what: str
    from_: date | None = Field(default=None, alias="from")
    until: date | None = None


class Figure(Fact):
    """A fact that is told which mention was linked to it, and only compares."""

    takes: ClassVar[frozenset[str]] = frozenset()
    """The kinds of mention that may be linked to such a fact."""

    not_written: ClassVar[frozenset[str]] = Fact.not_written | {"also"}

    also_true: tuple[Alternative, ...] = ()

    def compare(self, mention: Mention, published: date | None) -> Comparison:
        """Hold a stated value against this fact's, for an article of that day."""
        raise NotImplementedError

    def subjects(self) -> tuple[str, ...]:
        """List what is measured or dated; a fact that does not say so is known by who does it."""
        return self.setting.names.expand(self.of or self.by)

    def value_of(self) -> Value:
        """Give the typed value itself, without its words; for an event, its beginning."""
        mention: Mention = getattr(self, self.value_keys[0])
        return mention.value

    def units(self) -> tuple[str, ...]:
        """List the counted nouns or measures; empty for a kind that counts none."""
        return ()

    def others(self) -> tuple[Self, ...]:
        """Give the values of `also_true` as facts of the same kind; their sentence is the value's `what`."""
        return tuple(self.model_copy(update=self._changes(other)) for other in self.also_true)

    def _changes(self, other: Alternative) -> dict[str, object]:
        values = {key: getattr(other, key) for key in self.value_keys}
        return {**values, "fact": other.what, "from_": other.from_, "until": other.until, "also_true": ()}
