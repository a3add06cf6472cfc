"""`explain`: one fact told in plain words, with what it accepts and rejects on a given day."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from pytest_factcheck.articles.article import Article
from pytest_factcheck.checking.check import check_article
from pytest_factcheck.checking.examples import for_examples, on_a_day_it_holds
from pytest_factcheck.facts.advice import advise
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.facts.keys import nearest
from pytest_factcheck.model.errors import UseError
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.figure import Figure
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.reporting.text import show_day, source_line, verified_line
from pytest_factcheck.tools.answer import Answer
from pytest_factcheck.tools.wordings import compare, wordings

LABEL = 11
WIDTH = 100
MOST = 8
"""Made-up statements that are shown as accepted, and as many as rejected."""

HEAD = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)

WORD_LISTS = (
    ("of", "the figure belongs to one of"),
    ("unit", "and counts"),
    ("by", "done by"),
    ("with_", "with one of these in the sentence"),
    ("not_", "with none of these in the clause"),
    ("also", "accepted as well"),
)


def explain(name: str, book: FactBook, today: date) -> Answer:
    """Tell all about the fact of that name."""
    fact = book.by_id.get(name)
    if fact is None:
        near = nearest(name, book.by_id)
        remedy = f"Did you mean {near}?" if near else f"There are: {', '.join(book.by_id)}."
        raise UseError(f"There is no fact {name}. {remedy}")
    parts = (_head(fact), _words(fact), _statements(fact, today), _examples(fact, book), _origin(fact, today))
    told = ("\n".join(part) for part in map(list, parts) if part)
    return Answer(tuple("\n\n".join(told).split("\n")))


def _head(fact: Fact) -> Iterator[str]:
    yield f"{fact.id} ({fact.place})"
    yield from _labelled("fact", fact.fact)
    yield from _labelled("checks", _section(fact, "What it checks"))
    yield from _labelled("leaves", _section(fact, "What it leaves alone"))


def _section(fact: Fact, head: str) -> str:
    sections = dict(HEAD.findall(inspect.getdoc(type(fact)) or ""))
    return " ".join(str(sections.get(head, "")).split())


def _words(fact: Fact) -> Iterator[str]:
    for key in fact.value_keys:
        field = next((n for n, info in type(fact).model_fields.items() if key in (n, info.alias)), key)
        yield from _labelled(key, _plain(getattr(fact, field)))
    for key, meaning in WORD_LISTS:
        words = getattr(fact, key, ())
        if words:
            yield from _labelled(key.rstrip("_"), f"{meaning}: {', '.join(words)}")
    for other in getattr(fact, "also_true", ()):
        yield from _labelled("also_true", other.what)
    yield from _labelled("holds", _span(fact))
    yield from _labelled("story", ", ".join(fact.setting.story))
    yield from _labelled("tolerance", _plain(fact.tolerance))
    yield from _labelled("severity", "" if fact.severity == "error" else f"{fact.severity}: never fails")
    yield from _labelled("required_in", ", ".join(fact.required_in))


def _plain(value: object) -> str:
    if isinstance(value, Mention):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None or value is False else str(value)


def _span(fact: Fact) -> str:
    first = f"from {show_day(fact.from_)}" if fact.from_ else ""
    last = f"until {show_day(fact.until)}" if fact.until else ""
    return " ".join(filter(None, (first, last)))


def _statements(fact: Fact, today: date) -> Iterator[str]:
    """Show made-up statements; a tolerance would judge them otherwise, so a fact with one has none."""
    if not isinstance(fact, Figure) or fact.tolerance is not None:
        return
    judged = {True: list[str](), False: list[str]()}
    expected = ""
    for words in dict.fromkeys(wordings(fact, today)):
        comparison = compare(fact, words, today)
        if comparison is not None and comparison.agrees is not None:
            judged[comparison.agrees].append(words)
            expected = max(expected, comparison.expected, key=len)
    if not judged[True] and not judged[False]:
        return
    yield f"in an article of {show_day(today)}"
    yield from _labelled("expected", expected)
    yield from _labelled("accepts", "; ".join(judged[True][:MOST]))
    yield from _labelled("rejects", "; ".join(judged[False][:MOST]))


def _examples(fact: Fact, book: FactBook) -> Iterator[str]:
    lines = [(w, text) for w in ("agree", "contradict", "ignore") for text in getattr(fact.examples, w)]
    if not lines:
        return
    day, alone = on_a_day_it_holds(fact, None), for_examples(book, fact)
    yield "its own examples" + (f", in an article of {show_day(day)}" if day else "")
    for wanted, text in lines:
        verdicts = check_article(Article.from_text(text, day), alone)
        mine = [v for v in verdicts if v.fact is not None and v.fact.id == fact.id]
        came = ", ".join(dict.fromkeys(_outcome(v.outcome, v.strength) for v in mine)) or "left alone"
        yield from _labelled(wanted, f"{text}  → {came}")


def _outcome(outcome: str, strength: str) -> str:
    return f"may {outcome.removesuffix('s')}" if (outcome, strength) == ("contradicts", "loose") else outcome


def _origin(fact: Fact, today: date) -> Iterator[str]:
    yield from _labelled("source", source_line(fact))
    yield from _labelled("verified", verified_line(fact))
    if fact.recheck:
        stale = ": it is stale, and no longer blocks" if fact.is_stale(today) else ""
        yield from _labelled("recheck", f"{show_day(fact.recheck)}{stale}")
    for advice in advise(fact):
        yield from _labelled("advice", advice.message)


def _labelled(label: str, text: str) -> Iterable[str]:
    if not text:
        return ()
    first = f"  {label:<{LABEL}} "
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
