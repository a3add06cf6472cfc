"""What a check did not look at: statements that no fact covers, and facts that no article speaks of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pytest_factcheck.articles.article import Article
from pytest_factcheck.facts.book import FactBook
from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.mention import Days, Mention, Value
from pytest_factcheck.model.span import Span
from pytest_factcheck.model.verdict import Verdict

CHECKABLE = frozenset({"percent", "money", "quantity", "number", "duration", "date"})
"""Kinds of mention that a fact could hold; ordinals and labels count or name something in passing."""

RELATIVE = frozenset({"relative", "anaphoric", "weekday"})
"""What a date is given by that only counts from another: "today", "on Monday", "the following week"."""

FULL = frozenset({"year", "month", "day"})
"""What gives a date in full; the full date of the publication itself is the dateline."""

SMALL = 10
"""Plain numbers below it ("two leaders", "one of them") are seldom worth a fact."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A statement that looks checkable and that no verdict touches; lines and columns count from 1."""

    start: int
    end: int
    line: int
    column: int
    text: str
    kind: str

    def to_dict(self) -> dict[str, Any]:
        """Give what a report for programs holds."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of an article's checkable statements were checked, and those that were not."""

    checked: int
    gaps: tuple[Gap, ...]

    @property
    def checkable(self) -> int:
        """Count all statements that look checkable."""
        return self.checked + len(self.gaps)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The facts whose words stand in an article, and those of them that do not hold on its day."""

    facts: frozenset[str]
    out_of_date: frozenset[str]


def coverage(article: Article, verdicts: Iterable[Verdict]) -> Coverage:
    """Hold the checkable statements of an article against the words that its verdicts are about."""
    mentions = checkable(article, article.published)
    spans = [Span(verdict.start, verdict.end) for verdict in verdicts]
    gaps = tuple(_gap(article, mention) for mention in untouched(mentions, spans))
    return Coverage(len(mentions) - len(gaps), gaps)


def percent(coverages: Iterable[Coverage]) -> float:
    """Give the share of checkable statements that were checked; 100 if there was none to check."""
    counts = [(one.checked, one.checkable) for one in coverages]
    total = sum(checkable for _, checkable in counts)
    return 100 * sum(checked for checked, _ in counts) / total if total else 100.0


def checkable(article: Article, published: date | None) -> list[Mention]:
    """List, in the order of the text, the figures and times that a fact could hold."""
    mentions = find_mentions(article.text, published)
    found = (m for m in mentions if _is_checkable(m) and not _is_dateline(m.value, published))
    return [mention for mention in found if _is_copy(article, mention.start)]


def untouched(mentions: Iterable[Mention], spans: Sequence[Span]) -> Iterator[Mention]:
    """Go through the mentions that none of the spans touches."""
    # Both are in order: `reach` is the end of all that began before the mention's end.
    ordered, at, reach = sorted(spans), 0, -1
    for mention in mentions:
        while at < len(ordered) and ordered[at].start < mention.end:
            reach = max(reach, ordered[at].end)
            at += 1
        if reach <= mention.start:
            yield mention


def spoken_of(article: Article, facts: FactBook) -> Spoken:
    """Find the facts whose words stand in an article, on whatever day it was published."""
    every = facts.speaking_of(article.text, None).keys()
    today = facts.speaking_of(article.text, article.published).keys()
    return Spoken(frozenset(today), frozenset(every - today))


def why_silent(fact: Fact, spoken: Iterable[Spoken]) -> str:
    """Say why no article was checked against a fact."""
    told = list(spoken)
    near = sum(fact.id in one.facts for one in told)
    if near:
        articles = "1 article" if near == 1 else f"{near:,} articles"
        return f"its words stand in {articles}, with no statement that could be tied to it"
    if any(fact.id in one.out_of_date for one in told):
        return f"it holds {_span(fact)}, and the articles with its words are of other days"
    words = ", ".join(fact.subjects()[:4])
    story = f" that tells its story ({', '.join(fact.setting.story[:4])})" if fact.setting.story else ""
    return f"none of its words ({words}) stands in an article{story}"


def _span(fact: Fact) -> str:
    first = f"from {fact.from_:%-d %B %Y}" if fact.from_ else ""
    last = f"until {fact.until:%-d %B %Y}" if fact.until else ""
    return " ".join(filter(None, (first, last)))


def _gap(article: Article, mention: Mention) -> Gap:
    line, column = article.locate(mention.start)
    return Gap(mention.start, mention.end, line, column, " ".join(mention.text.split()), mention.kind)


def _is_checkable(mention: Mention) -> bool:
    if mention.kind not in CHECKABLE or mention.value is None or _is_vague(mention.value):
        return False
    return mention.kind != "number" or _size(mention.value) >= SMALL


def _is_vague(value: Value) -> bool:
    return isinstance(value, Days) and value.given <= RELATIVE


def _is_dateline(value: Value, published: date | None) -> bool:
    return isinstance(value, Days) and value.start == published and value.given >= FULL


def _size(value: Value) -> float:
    sides = value if isinstance(value, tuple) else (value,)
    numbers = [abs(side) for side in sides if isinstance(side, int | float)]
    # A fraction is written with two digits at least, and is as exact as a large number.
    return max((n if n == int(n) else SMALL for n in numbers if n == n and abs(n) != float("inf")), default=0)


def _is_copy(article: Article, offset: int) -> bool:
    index = article.block_at(offset)
    return index is not None and article.blocks[index].role != "furniture"
