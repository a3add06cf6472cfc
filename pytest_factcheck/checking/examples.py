"""A fact's own examples: the day and the book with which a line alone can prove the fact."""

from dataclasses import replace
from datetime import date

from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.model.fact import Fact


def on_a_day_it_holds(fact: Fact, published: date | None) -> date | None:
    """Choose an example's day of publication: as run and file say, but one on which the fact holds."""
    day = published or fact.setting.as_of
    if fact.holds_on(day):
        return day or fact.from_ or fact.until or fact.verified_on
    return fact.from_ or fact.until


def for_examples(book: FactBook, fact: Fact) -> FactBook:
    """Give the book in which a line alone can speak of the fact, though it does not tell the whole story."""
    neighbours = [other for other in book.facts if other.place.path == fact.place.path]
    return book.override(map(_without_story, neighbours))


def _without_story(fact: Fact) -> Fact:
    if not fact.setting.story:
        return fact
    return fact.model_copy(update={"setting": replace(fact.setting, story=())})
