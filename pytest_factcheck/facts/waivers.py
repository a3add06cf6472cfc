"""Waivers: contradictions that a person lets pass, each with a reason."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from pytest_factcheck.facts.excerpts import holds, same_words
from pytest_factcheck.facts.files import WAIVERS
from pytest_factcheck.facts.records import find_beside, read_records
from pytest_factcheck.model.errors import FactsError, Fault
from pytest_factcheck.model.exemption import Exemption
from pytest_factcheck.model.fact import Place

STEM = WAIVERS

MISSING = {
    "article": "`article` is missing: name the article, or a pattern such as archive/*.txt.",
    "fact": "`fact` is missing: write the id of the fact that the article may contradict.",
    "excerpt": "`excerpt` is missing: write the words of the article that may stay as they are.",
    "reason": "`reason` is missing: say why the words may stay. No waiver goes without one.",
    "by": "`by` is missing: say who answers for it.",
}


class Waiver(BaseModel):
    """Leave for some words of an article to contradict a fact."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    not_written: ClassVar[frozenset[str]] = frozenset({"place"})

    article: str
    fact: str
    excerpt: str
    reason: str
    by: str
    until: date | None = None
    place: Place = Field(default_factory=Place, exclude=True)

    def is_expired(self, today: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and today > self.until

    def means(self, words: str, around: str) -> bool:
        """Tell whether its excerpt is these words of an article, or holds them; `around` is the paragraph."""
        excerpt, stated = same_words(self.excerpt), same_words(words)
        if not excerpt or not stated:
            return False
        if holds(stated, excerpt):
            return True
        return holds(excerpt, stated) and holds(same_words(around), excerpt)

    def exemption(self) -> Exemption:
        """Give what the reports tell of it."""
        return Exemption("waiver", str(self.place), self.reason, self.by, self.until)


def load_waivers(folders: Iterable[Path]) -> tuple[Waiver, ...]:
    """Read the `waivers.yaml` of each folder that has one; `FactsError` names every fault of all of them."""
    waivers: list[Waiver] = []
    faults: list[Fault] = []
    for folder in dict.fromkeys(folders):
        path = find_beside(folder, STEM)
        if path is None:
            continue
        try:
            waivers += read_records(path, Waiver, "waiver", MISSING)
        except FactsError as error:
            faults += error.faults
    if faults:
        raise FactsError(faults)
    return tuple(waivers)
