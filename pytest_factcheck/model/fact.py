"""The base of every kind of fact: the keys that all of them share."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.names import Names


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key stands in its facts file; lines and columns count from 1."""

    path: str = ""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Setting:
    """What a facts file says for all its facts."""

    path: str = ""
    story: tuple[str, ...] = ()
    as_of: date | None = None
    names: Names = field(default_factory=Names)


class Source(BaseModel):
    """Where a fact comes from."""

    # built when the first one is read: a facts file uses some of the kinds, and building all takes a while
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: str
    url: str | None = None
    accessed: date | None = None


class Examples(BaseModel):
    """Statements that prove the fact works, one a line."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    agree: tuple[str, ...] = ()
    contradict: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Fact(BaseModel):
    """What a fact-checker holds to be true; each kind of fact is a subclass in `kinds/`.

    Word lists are tuples of the words as written in the facts file; `setting.names` expands them.
    """

    model_config = ConfigDict(
        defer_build=True, frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True
    )

    kind: ClassVar[str] = ""
    value_keys: ClassVar[tuple[str, ...]] = ()
    """The keys of which the first makes a fact one of this kind; the others belong to the value."""

    not_written: ClassVar[frozenset[str]] = frozenset({"id", "setting", "place"})
    """The fields that no key of the facts file gives."""

    id: str
    fact: str
    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    with_: tuple[str, ...] = Field(default=(), alias="with")
    not_: tuple[str, ...] = Field(default=(), alias="not")
    also: tuple[str, ...] = ()
    from_: date | None = Field(default=None, alias="from")
    until: date | None = None
    tolerance: Mention | None = None
    severity: Literal["error", "warning", "note"] = "error"
    required_in: tuple[str, ...] = ()
    source: Source
    verified_by: str | None = None
    verified_on: date | None = None
    recheck: date | None = None
    examples: Examples = Examples()
    setting: Setting = Field(default_factory=Setting, exclude=True)
    place: Place = Field(default_factory=Place, exclude=True)

    def subjects(self) -> tuple[str, ...]:
        """List the words by which an article speaks of this fact; the index of the book is made of them."""
        return self.setting.names.expand(self.of)

    def holds_on(self, day: date | None) -> bool:
        """Tell whether an article of that day is checked against this fact."""
        if day is None:
            return True
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)

    def is_stale(self, today: date) -> bool:
        """Tell whether the day of its re-check has passed."""
        return self.recheck is not None and today > self.recheck
