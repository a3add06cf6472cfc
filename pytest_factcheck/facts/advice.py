"""Advice to who writes facts: what is allowed, and will not work well."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pytest_factcheck.model.fact import Fact, Place, Setting


@dataclass(frozen=True, slots=True)
class Advice:
    """A remark on one fact, or on the `names` of a file; it never fails a run."""

    place: Place
    fact: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: `{self.fact}`: {self.message}"


def advise(fact: Fact) -> Iterator[Advice]:
    """Say how a fact could be written to find more and to err less."""
    for message in (*_on_subject(fact), *_on_words(fact), *_on_source(fact), *_on_examples(fact)):
        yield Advice(fact.place, fact.id, message)


def advise_on_names(setting: Setting) -> Iterator[Advice]:
    """Say which forms are given to two names: the later of them wins, and the other is never meant."""
    owners: dict[str, str] = {}
    for name, forms in setting.names.forms.items():
        for form in (name, *forms):
            owner = owners.setdefault(form.casefold(), name)
            if owner != name:
                message = f"“{form}” is a form of both {owner} and {name}: leave it to one of the two."
                yield Advice(Place(setting.path), "names", message)


@cache
def general_words() -> frozenset[str]:
    """Read the words that stand in articles about anything."""
    lines = files(__package__).joinpath("general_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _on_subject(fact: Fact) -> Iterator[str]:
    if fact.with_ or fact.by:
        return
    for word in fact.of:
        if word.casefold() in general_words():
            yield (
                f"“{word}” in `of` is too general, it stands in articles about anything: add words "
                "that only this subject has, or narrow it with `with` and `by`."
            )


def _on_words(fact: Fact) -> Iterator[str]:
    wanted = {word.casefold() for word in (*fact.of, *fact.with_, *fact.by)}
    for word in fact.not_:
        if word.casefold() in wanted:
            yield f"“{word}” stands in `not` and among the wanted words: no figure can be linked there."


def _on_source(fact: Fact) -> Iterator[str]:
    if fact.source.name.strip().casefold() in ("todo", "tbd", "?"):
        yield "the source is still to be written."
    url = fact.source.url
    if url and not url.casefold().startswith(("https://", "http://")):
        yield "the source's url is no web address: it should begin with https://."


def _on_examples(fact: Fact) -> Iterator[str]:
    examples = fact.examples
    if not (examples.agree or examples.contradict or examples.ignore):
        yield "it has no examples: write a statement that agrees and one that contradicts; they run as tests."
    elif not examples.contradict:
        yield "no example contradicts it: write one, or nothing shows that the fact can fail an article."
