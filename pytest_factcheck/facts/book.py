"""The book of facts: all that the newsroom holds to be true, and the index into it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from pytest_factcheck.facts.advice import Advice, advise, advise_on_names
from pytest_factcheck.facts.index import Hit, SubjectIndex
from pytest_factcheck.facts.values import ValueIndex
from pytest_factcheck.model.errors import UseError
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.figure import Figure
from pytest_factcheck.model.mention import Mention


@dataclass(frozen=True, eq=False)
class FactBook:
    """The facts of one run, in the order of their files, and the files they come from."""

    facts: tuple[Fact, ...]
    files: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.by_id) < len(self.facts):
            ids = [fact.id for fact in self.facts]
            doubled = next(name for name in ids if ids.count(name) > 1)
            raise UseError(f"Two facts are called `{doubled}`: rename one of the two.")

    @classmethod
    def from_facts(cls, facts: Iterable[Fact]) -> Self:
        """Make a book of facts that were declared in Python."""
        listed = tuple(facts)
        return cls(listed, tuple(dict.fromkeys(fact.place.path for fact in listed if fact.place.path)))

    def __getstate__(self) -> dict[str, object]:
        """Leave the index behind when a book is sent to another process: it is soon made again."""
        return {"facts": self.facts, "files": self.files}

    def __len__(self) -> int:
        return len(self.facts)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def as_of(self) -> date | None:
        """The publication date to assume for an article that states none: the first that a file gives."""
        return next((fact.setting.as_of for fact in self.facts if fact.setting.as_of), None)

    @cached_property
    def _index(self) -> SubjectIndex:
        return SubjectIndex(self.facts)

    def speaking_of(self, text: str, published: date | None = None) -> dict[str, tuple[Hit, ...]]:
        """Find the facts that a text speaks of: fact id to the places of its subject words.

        Facts of a file whose `story` words the text does not hold are left out, and so are facts that do not
        hold on the day of publication.
        """
        return self._index.find(text, published)

    @cached_property
    def _values(self) -> dict[int, ValueIndex]:
        stories: dict[int, list[Figure]] = {}
        for fact in self.facts:
            if fact.setting.story and isinstance(fact, Figure):
                stories.setdefault(id(fact.setting), []).append(fact)
        return {story: ValueIndex(facts) for story, facts in stories.items()}

    def recalled_by(
        self, text: str, mentions: Iterable[Mention], published: date | None = None
    ) -> Iterator[tuple[Figure, Mention]]:
        """Pair the figures of a text with the facts that their values recall, of the stories that the text tells.

        The text need not hold the facts' subject words. Files without `story` words recall nothing.
        """
        told = [self._values[story] for story in self._index.told(text) if story in self._values]
        for mention in mentions if told else ():
            for values in told:
                for fact in values.near(mention):
                    if fact.holds_on(published):
                        yield fact, mention

    def override(self, facts: Iterable[Fact]) -> Self:
        """Give a book in which these facts take the place of those of the same id, or are added."""
        changed = {**self.by_id, **{fact.id: fact for fact in facts}}
        return type(self)(tuple(changed.values()), self.files)

    def advice(self) -> tuple[Advice, ...]:
        """Tell how the facts could be written to find more and to err less."""
        settings = {id(fact.setting): fact.setting for fact in self.facts}.values()
        on_names = (advice for setting in settings for advice in advise_on_names(setting))
        return (*on_names, *(advice for fact in self.facts for advice in advise(fact)))
