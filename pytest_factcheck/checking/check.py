"""An article and a book of facts make verdicts: the whole story."""

from collections.abc import Iterator
from functools import cache
from typing import cast
from weakref import WeakKeyDictionary

from pytest_factcheck.articles.article import Article
from pytest_factcheck.checking.consistency import clashes, elsewhere
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.language.statement import FindsStatements
from pytest_factcheck.linking.compete import Decision, decide
from pytest_factcheck.linking.link import Candidate, Linker
from pytest_factcheck.linking.profile import Holder, Profile, holders, story_days
from pytest_factcheck.linking.recall import recall
from pytest_factcheck.linking.topic import Topics
from pytest_factcheck.model.errors import UseError
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.figure import Figure
from pytest_factcheck.model.mention import Days
from pytest_factcheck.model.verdict import Finding, Outcome, Verdict

_PROFILES: WeakKeyDictionary[FactBook, dict[str, Profile]] = WeakKeyDictionary()
"""What linking worked out about the facts of each book that is alive: a cache, gone with its book."""
_TOPICS: WeakKeyDictionary[FactBook, Topics] = WeakKeyDictionary()
"""What each book's facts are about."""
_STORIES: WeakKeyDictionary[FactBook, dict[int, tuple[Days, ...]]] = WeakKeyDictionary()
"""The days that each file of a book names."""
_HOLDERS: WeakKeyDictionary[FactBook, dict[int, tuple[Holder, ...]]] = WeakKeyDictionary()
"""Who holds which office in each file of a book."""


def check_article(article: Article, facts: FactBook) -> list[Verdict]:
    """Read an article and say of each statement that speaks of a fact whether it agrees.

    Verdicts come in the order of the text. An article without a date of its own takes the book's `as_of`, if the
    facts it speaks of give one. Raises UseError for a plain text or path: make an `Article` of it first.
    """
    if not isinstance(article, Article):
        raise UseError(
            "check_article takes an Article: make one with Article.from_text(text) or read_article(path)."
        )
    spoken = facts.speaking_of(article.text, article.published)
    dated = _dated(article, [facts.by_id[id] for id in spoken])
    if dated is not article:
        spoken = facts.speaking_of(dated.text, dated.published)
    reading = Reading(dated)
    linker = Linker(reading)
    candidates: list[Candidate] = []
    seen: set[tuple[str, int]] = set()
    verdicts: list[Verdict] = []
    for id, hits in spoken.items():
        fact = facts.by_id[id]
        if isinstance(fact, Figure):
            profile, speaking = _profile(facts, fact), linker.sentences_of(hit.start for hit in hits)
            for one in linker.consider(profile, speaking):
                seen.add((id, one.link.mention.start if isinstance(one, Candidate) else one.mention.start))
                if isinstance(one, Candidate):
                    candidates.append(one)
            candidates += linker.confirm_elsewhere(profile, speaking)
            candidates += linker.slips_elsewhere(profile, speaking)
        elif _finds_statements(type(fact)):
            found = cast("FindsStatements", fact).find(reading)
            verdicts += [_from_finding(dated, fact, finding) for finding in found]
    candidates += _recalled(linker, facts, seen)
    decisions = decide(candidates)
    verdicts += [
        verdict
        for decision in decisions
        for verdict in _from_decision(dated, decision, elsewhere(decision, decisions))
    ]
    verdicts += [_from_finding(dated, None, finding, check) for check, finding in clashes(reading, decisions)]
    return sorted(verdicts, key=lambda v: (v.start, v.end, v.fact.id if v.fact else v.check))


def _recalled(linker: Linker, facts: FactBook, seen: set[tuple[str, int]]) -> Iterator[Candidate]:
    reading = linker.reading
    pairs = [
        (_profile(facts, fact), mention)
        for fact, mention in facts.recalled_by(reading.text, reading.mentions, reading.article.published)
    ]
    return recall(linker, pairs, _TOPICS.setdefault(facts, Topics(facts.facts)), seen)


@cache
def _finds_statements(kind: type[Fact]) -> bool:
    return issubclass(kind, FindsStatements)  # slow for a protocol, so asked once for each kind


def _dated(article: Article, spoken: list[Fact]) -> Article:
    if article.published is not None:
        return article
    for fact in spoken:
        if fact.setting.as_of is not None:
            return article.with_published(fact.setting.as_of, f"as_of of {fact.setting.path}")
    return article


def _profile(book: FactBook, fact: Figure) -> Profile:
    known = _PROFILES.setdefault(book, {})
    if fact.id not in known:
        stories = _STORIES.get(book)
        if stories is None:
            stories = _STORIES[book] = story_days(book.facts)
            _HOLDERS[book] = holders(book.facts)
        story = id(fact.setting)
        known[fact.id] = Profile(fact, stories.get(story, ()), _HOLDERS[book].get(story, ()))
    return known[fact.id]


def _from_decision(article: Article, decision: Decision, other: str) -> Iterator[Verdict]:
    link, comparison = decision.link, decision.comparison
    if decision.absorbed:
        return
    outcome: Outcome = (
        "unsure" if comparison.agrees is None else "agrees" if comparison.agrees else "contradicts"
    )
    if outcome != "agrees" and not decision.is_strong and (outcome == "unsure" or not link.tied):
        return
    why = tuple(filter(None, (*link.clues, *decision.doubts, comparison.reason, other)))
    mention = link.mention
    line, column = article.locate(mention.start)
    yield Verdict(
        article=article.path,
        fact=link.fact,
        check=link.fact.kind,
        outcome=outcome,
        strength="strong" if decision.is_strong else "loose",
        start=mention.start,
        end=mention.end,
        line=line,
        column=column,
        text=mention.text,
        found=comparison.found,
        expected=comparison.expected,
        why=why,
    )


def _from_finding(article: Article, fact: Fact | None, finding: Finding, check: str = "") -> Verdict:
    line, column = article.locate(finding.start)
    return Verdict(
        article=article.path,
        fact=fact,
        check=fact.kind if fact else check,
        outcome=finding.outcome,
        strength=finding.strength,
        start=finding.start,
        end=finding.end,
        line=line,
        column=column,
        text=article.text[finding.start : finding.end],
        found=finding.found,
        expected=finding.expected,
        why=finding.why,
    )
