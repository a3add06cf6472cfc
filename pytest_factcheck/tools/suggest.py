"""`suggest`: drafts of facts for the statements of an article that no fact covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pytest_factcheck.articles.article import Article
from pytest_factcheck.articles.reading import read_article
from pytest_factcheck.checking.check import check_article
from pytest_factcheck.checking.coverage import checkable, untouched
from pytest_factcheck.checking.examples import for_examples, on_a_day_it_holds
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.facts.declare import make_fact
from pytest_factcheck.facts.load import read_facts
from pytest_factcheck.facts.sheet import Sheet
from pytest_factcheck.language.days import spoken_day
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.linking.sentence import Sentence, take_apart
from pytest_factcheck.model.errors import FactsError
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.mention import Days, Mention
from pytest_factcheck.model.span import Span
from pytest_factcheck.tools.answer import Answer
from pytest_factcheck.tools.drafts import Draft, name_for
from pytest_factcheck.tools.nouns import counted_noun, owners

TODO = "TODO"
MOST_OWNERS = 6
LONGEST_SENTENCE = 400
UNSURE = "Which words own the figure is a guess: correct `of`, then write an example that agrees."

KEYS = {"percent": "percent", "money": "money", "duration": "duration", "date": "date"}
FULL = frozenset({"year", "month", "day"})

HEAD = (
    "# yaml-language-server: $schema=facts.schema.json",
    "# Drafted from {path}",
    "# Nothing here is verified: check each statement against its source, write that where TODO stands,",
    "# correct the words, and throw away what is not worth a fact.",
)


def suggest(path: str, facts: FactBook | None, published: str | None) -> Answer:
    """Draft a fact for each statement of an article that looks checkable and that no fact covers."""
    article = read_article(path, published)
    drafts = draft_all(article, facts)
    if not drafts:
        return Answer(remarks=(f"{path}: every statement that looks checkable is covered by a fact.",))
    told = f"{len(drafts)} drafted: write each source where TODO stands, and see to every word."
    return Answer(tuple(_file(article, drafts)), (told,))


def draft_all(article: Article, facts: FactBook | None) -> list[Draft]:
    """Draft the facts of an article in the order of its text; each loads without a fault.

    An example that proves its fact alone, and not among the other drafts, is left out.
    """
    drafts = list(_drafts(article, facts))
    book = FactBook(read_facts(Sheet(article.path, "\n".join(_file(article, drafts))))) if drafts else None
    return [d if book and _is_proved(d, book) else d.unproved(UNSURE) for d in drafts]


def _file(article: Article, drafts: Sequence[Draft]) -> Iterator[str]:
    path = " ".join(article.path.split())
    yield from (line.format(path=path) for line in HEAD)
    if article.published:
        yield from ("", f"as_of: {spoken_day(article.published)}")
    yield from ("", "facts:")
    for draft in drafts:
        yield from ("", *draft.lines())


def _is_proved(draft: Draft, book: FactBook) -> bool:
    fact = book.by_id[draft.name]
    day = on_a_day_it_holds(fact, None)
    return bool(draft.agree) and all(
        _agrees(fact.id, for_examples(book, fact), line, day) for line in draft.agree
    )


def _drafts(article: Article, facts: FactBook | None) -> Iterator[Draft]:
    verdicts = check_article(article, facts) if facts else []
    spans = [Span(verdict.start, verdict.end) for verdict in verdicts]
    reading, taken = Reading(article), set(facts.by_id if facts else ())
    for mention in untouched(checkable(article, article.published), spans):
        if reading.in_quotation(mention.start, mention.end):
            continue  # what a speaker says is the speaker's own
        draft = _draft(reading, mention, taken)
        if draft is not None:
            taken.add(draft.name)
            yield draft


def _draft(reading: Reading, mention: Mention, taken: set[str]) -> Draft | None:
    span = reading.sentence_at(mention.start)
    sentence = take_apart(reading, span)
    if not sentence.units:
        return None
    # The first unit, not the sentence: a dateline before it is no part of the statement.
    statement = " ".join(reading.text[sentence.units[0].start : span.end].split())
    value = _value(mention, reading, sentence)
    if value is None or len(statement) > LONGEST_SENTENCE:
        return None
    line, _ = reading.article.locate(mention.start)
    tried = _try_owners(reading, mention, sentence, value, statement)
    if tried is None:
        return None
    keys, proves = tried
    name = name_for([keys["of"], keys.get("unit", "")], taken)
    draft = Draft(name, keys, f"{' '.join(reading.article.path.split())}:{line}", (statement,))
    return draft if proves else draft.unproved(UNSURE)


def _value(mention: Mention, reading: Reading, sentence: Sentence) -> dict[str, str] | None:
    """Write the value of a mention under its key, with its unit; None if the facts file has no form for it."""
    if mention.kind == "date":
        text = _day(mention)
        return {"date": text} if text else None
    words = " ".join(mention.text.split())
    if mention.kind == "duration" and words.lower().startswith(("a ", "an ")):
        return None  # "in a year" is hardly ever a statement about its length
    if mention.kind in KEYS:
        return {KEYS[mention.kind]: words.replace("-", " ") if mention.kind == "duration" else words}
    unit = mention.unit or counted_noun(sentence, mention, reading.text)
    figure = " ".join(mention.figure.of(reading.text).split())
    hedge = reading.text[mention.start : mention.figure.start].strip().lower()
    return {"number": f"{hedge} {figure}".strip()} | ({"unit": unit} if unit else {})


def _day(mention: Mention) -> str:
    days = mention.value
    if not isinstance(days, Days) or days.start is None or days.part or "/" in days.iso:
        return " ".join(mention.text.split()) if isinstance(days, Days) and days.given >= FULL else ""
    if "day" in days.given or ("relative" in days.given and len(days.iso) == len("2024-01-10")):
        return spoken_day(days.start)
    if {"year", "month"} <= days.given:
        return f"{days.start:%B %Y}"
    return str(days.start.year) if days.given == {"year"} else ""


def _try_owners(
    reading: Reading, mention: Mention, sentence: Sentence, value: dict[str, str], statement: str
) -> tuple[dict[str, str], bool] | None:
    """Take the first owner with which the draft agrees with its own sentence; else the likeliest that loads."""
    fallback: dict[str, str] | None = None
    unit = value.get("unit", "")
    words = [word for word in owners(sentence, mention, reading.text) if not unit or not word.endswith(unit)]
    for owner in words[:MOST_OWNERS]:
        keys = {"fact": statement, **value, "of": owner, "source": TODO}
        fact = _made(keys)
        if fact is None:
            continue
        if _agrees(fact.id, FactBook((fact,)), statement, reading.article.published):
            return keys, True
        fallback = fallback or keys
    return (fallback, False) if fallback else None


def _made(keys: dict[str, Any], name: str = "draft") -> Fact | None:
    try:
        return make_fact(name, **keys)
    except FactsError:
        return None


def _agrees(name: str, book: FactBook, statement: str, published: date | None) -> bool:
    verdicts = check_article(Article.from_text(statement, published), book)
    mine = [v.outcome for v in verdicts if v.fact is not None and v.fact.id == name]
    return "agrees" in mine and "contradicts" not in mine
