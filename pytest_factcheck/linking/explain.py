"""Tell how each figure of a line was read, which facts were considered for it, and why each was linked or refused."""

from collections.abc import Iterator

from pytest_factcheck.articles.article import Article
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.language.statement import FindsStatements
from pytest_factcheck.linking.compete import decide
from pytest_factcheck.linking.link import Candidate, Linker
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.linking.recall import recall
from pytest_factcheck.linking.topic import Topics
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.figure import Figure
from pytest_factcheck.model.link import Refusal
from pytest_factcheck.model.mention import Mention, plain_value


def explain(article: Article, book: FactBook, line: int) -> list[str]:
    """Write the story of one line of an article's file, a statement a paragraph."""
    reading = Reading(article)
    spoken = book.speaking_of(article.text, article.published)
    linker = Linker(reading)
    considered: list[Candidate | Refusal] = []
    told: list[str] = []
    for id, hits in spoken.items():
        fact = book.by_id[id]
        if isinstance(fact, Figure):
            considered += linker.consider(Profile(fact), linker.sentences_of(hit.start for hit in hits))
        elif isinstance(fact, FindsStatements):
            told += [
                f"{article.text[f.start : f.end]!r}: {fact.id}: {f.outcome}, {f.strength}: {'; '.join(f.why)}"
                for f in fact.find(reading)
                if article.locate(f.start)[0] == line
            ]
    mentions = [m for m in reading.mentions if article.locate(m.start)[0] == line]
    seen = {(_fact_of(one).id, _mention_of(one).start) for one in considered}
    here = [m for m in reading.mentions if article.locate(m.start)[0] == line]
    figures = book.recalled_by(article.text, here, article.published)
    considered += recall(
        linker, [(Profile(fact), mention) for fact, mention in figures], Topics(book.facts), seen
    )
    lines = [text for mention in mentions for text in _about(mention, considered)]
    if not lines and not told:
        return [f"line {line}: no figure, time, title, list or quotation that a fact could speak of"]
    return [*lines, *told]


def _about(mention: Mention, considered: list[Candidate | Refusal]) -> Iterator[str]:
    rules = f" (read by {', '.join(mention.rules)})" if mention.rules else ""
    hedge = f", hedge {mention.hedge}" if mention.hedge else ""
    unit = f" {mention.unit}" if mention.unit else ""
    yield f"“{mention.text}”: {mention.kind} {plain_value(mention.value)}{unit}{hedge}{rules}"
    mine = [one for one in considered if _mention_of(one).start == mention.start]
    if not mine:
        yield "    no fact speaks of it"
    winners = {d.link.fact.id for d in decide(one for one in mine if isinstance(one, Candidate))}
    for one in mine:
        if isinstance(one, Refusal):
            yield f"    {one.fact.id}: refused: {one.reason}"
            continue
        state = "linked" if one.link.fact.id in winners else "lost to another fact"
        agreed = {True: "agrees", False: "contradicts", None: "cannot be compared"}[one.comparison.agrees]
        if one.comparison.agrees is False and one.link.strength == "loose" and not one.link.tied:
            agreed = "contradicts, but with too much doubt to be reported"
        if one.absorbed:
            agreed = f"states another true value: {one.absorbed}"
        yield f"    {one.link.fact.id}: {state}, {one.link.strength}, {agreed}: {'; '.join(one.link.clues)}"


def _fact_of(one: Candidate | Refusal) -> Fact:
    return one.fact if isinstance(one, Refusal) else one.link.fact


def _mention_of(one: Candidate | Refusal) -> Mention:
    return one.mention if isinstance(one, Refusal) else one.link.mention
