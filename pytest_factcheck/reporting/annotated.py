"""An article with what was found in it, in the form in which the annotated copy shows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from itertools import groupby
from pathlib import PurePath, PurePosixPath
from typing import Literal

from pytest_factcheck.articles.article import Article
from pytest_factcheck.articles.reading import read_article
from pytest_factcheck.checking.coverage import Coverage, Gap, coverage
from pytest_factcheck.model.errors import ArticleError
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.span import Span
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.reporting.excerpt import ELLIPSIS
from pytest_factcheck.reporting.pieces import Part, cut, unplaced
from pytest_factcheck.reporting.report import CheckedArticle, Statement, check_name, states

Mark = Literal["contradicts", "may", "unsure", "waived", "agrees", "unchecked"]

MARKS: tuple[Mark, ...] = ("contradicts", "may", "unsure", "waived", "agrees", "unchecked")
"""How words are marked, the gravest first: where statements overlap, the gravest gives the colour."""

LABELS: dict[Mark, str] = {
    "contradicts": "contradicts",
    "may": "may contradict",
    "unsure": "unsure",
    "waived": "waived",
    "agrees": "agrees",
    "unchecked": "nobody has checked this",
}
AMOUNTS: dict[Mark, str] = {
    **LABELS,
    "contradicts": "contradict",
    "agrees": "agree",
    "unchecked": "unchecked",
}
"""What stands behind a number of statements."""

SYMBOLS: dict[Mark, str] = {
    "contradicts": "✗",
    "may": "≠",
    "unsure": "?",
    "waived": "⊘",
    "agrees": "✓",
    "unchecked": "○",
}

COMPUTED = re.compile(
    r"""
    (?P<value>[^:“”]{1,80}):\s   # what the article should say
    (?P<sum>.+\ is\ .+)          # "24 February 2022 to 15 December 2025 is 3.81 years"
    """,
    re.VERBOSE | re.DOTALL,
)

CHANGED = "The article has changed since it was checked; run the check again to see it marked."
GONE = "The article could not be read again, so only what was found in it is shown."
LONGEST_TITLE = 160

TOGETHER = frozenset({"item", "cell", "furniture"})
"""Roles of blocks that follow one another as one list."""


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as its card in the margin tells it; numbers count from 1 in the article."""

    number: int
    statement: Statement
    mark: Mark

    @property
    def verdict(self) -> Verdict:
        """What was found."""
        return self.statement.verdict

    @property
    def fact(self) -> Fact | None:
        """The fact, if the statement was held against one."""
        return self.verdict.fact

    @property
    def name(self) -> str:
        """The fact's id, or the name of the check."""
        return check_name(self.verdict)

    @property
    def words(self) -> str:
        """The statement's words; what an article fails to state has none."""
        return " ".join(self.verdict.text.split())

    @property
    def context(self) -> tuple[str, str, str]:
        """Give the line around the words, in three parts, without the halves of words at its ends."""
        line, start, end = astuple(self.statement.excerpt)
        before, after = line[:start], line[end:]
        if before.startswith(ELLIPSIS) and " " in before:
            before = f"{ELLIPSIS} {before.partition(' ')[2]}"
        if after.endswith(ELLIPSIS) and " " in after:
            after = f"{after.rpartition(' ')[0]} {ELLIPSIS}"
        return before, line[start:end], after

    @property
    def label(self) -> str:
        """Say what the verdict is."""
        if self.statement.exemption is not None:
            return "waived" if self.statement.exemption.origin == "waiver" else "known before"
        return LABELS[self.mark] if states(self.verdict) else "does not state"

    @property
    def symbol(self) -> str:
        """Say it in one character, for those who do not see the colour."""
        return SYMBOLS[self.mark]

    @property
    def place(self) -> str:
        """Write file, line and column."""
        return f"{self.verdict.article}:{self.verdict.line}:{self.verdict.column}"

    @property
    def expected(self) -> tuple[str, str]:
        """Give what was expected, and the computation behind it if there is one."""
        computed = COMPUTED.fullmatch(self.verdict.expected)
        return (computed["value"], computed["sum"]) if computed else (self.verdict.expected, "")


@dataclass(frozen=True)
class AnnotatedArticle:
    """An article as the copy shows it: its parts, its cards, and what nobody has checked."""

    number: int
    path: str
    title: str
    published: object
    cards: tuple[Card, ...]
    parts: tuple[Part, ...] = ()
    loose: tuple[Card, ...] = ()
    """The cards whose words cannot be shown in the text."""
    unchecked: tuple[Gap, ...] = ()
    notice: str = ""

    @property
    def folder(self) -> str:
        """The folder that the article lies in."""
        return PurePosixPath(self.path).parent.as_posix()

    @property
    def has_title(self) -> bool:
        """Tell whether the text begins with its own title."""
        return bool(self.parts) and self.parts[0].role == "heading"

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """The words of the statements, for the search; each once."""
        return tuple(dict.fromkeys(card.words.casefold() for card in self.cards if card.words))

    @cached_property
    def counts(self) -> Counter[str]:
        """Count the statements by mark."""
        return Counter([card.mark for card in self.cards]) + Counter(unchecked=len(self.unchecked))

    @cached_property
    def by_name(self) -> dict[str, Card]:
        """For each fact and check, the card with the gravest mark, the first of them in the text."""
        found: dict[str, Card] = {}
        for card in sorted(self.cards, key=lambda card: MARKS.index(card.mark)):
            found.setdefault(card.name, card)
        return found

    def groups(self) -> Iterator[tuple[str, tuple[Part, ...]]]:
        """Bring the items of a list together, and the cells of a table; all other parts stand alone."""
        for (role, _), parts in groupby(enumerate(self.parts), key=_group):
            yield role, tuple(part for _, part in parts)

    def to_correct(self) -> tuple[Card, ...]:
        """List what an editor has to look at: all that does not agree and is not waived."""
        return tuple(card for card in self.cards if card.mark not in ("agrees", "waived"))

    def waived(self) -> tuple[Card, ...]:
        """List what contradicts a fact and is let pass."""
        return tuple(card for card in self.cards if card.mark == "waived")

    def card(self, number: int) -> Card:
        """Give a card by its number."""
        return self.cards[number - 1]

    def mark_of(self, numbers: Sequence[int]) -> Mark:
        """Give the gravest of the marks that lie over a piece."""
        marks: Iterable[Mark] = (self.cards[n].mark for n in numbers if n < len(self.cards))
        return min(marks, key=MARKS.index, default="unchecked")

    def checked(self, numbers: Iterable[int]) -> list[int]:
        """Take those of the marks that are statements, numbered as their cards."""
        return [n + 1 for n in numbers if n < len(self.cards)]

    def not_checked(self, numbers: Iterable[int]) -> list[int]:
        """Take those of the marks that nobody has checked, numbered from 1."""
        return [n - len(self.cards) + 1 for n in numbers if n >= len(self.cards)]


def _group(numbered: tuple[int, Part]) -> tuple[str, int]:
    number, part = numbered
    return part.role, -1 if part.role in TOGETHER else number


def annotate(number: int, checked: CheckedArticle, covered: Coverage | None = None) -> AnnotatedArticle:
    """Read the article again and put what was found in its place; `covered` is worked out if it is not given."""
    cards = tuple(_cards(checked))
    try:
        article = read_article(checked.path)
    except ArticleError:
        return _without_text(number, checked, cards, PurePath(checked.path).name, GONE)
    covered = covered or coverage(article, checked.verdicts)
    if not _stands(article.text, [*checked.verdicts, *covered.gaps]):
        return _without_text(number, checked, cards, _title(article), CHANGED)
    return _annotated(number, article, checked, covered)


def _stands(text: str, found: Iterable[Verdict | Gap]) -> bool:
    return all(text[one.start : one.end].split() == one.text.split() for one in found)


def _without_text(
    number: int, checked: CheckedArticle, cards: tuple[Card, ...], title: str, notice: str
) -> AnnotatedArticle:
    return AnnotatedArticle(number, checked.path, title, checked.published, cards, loose=cards, notice=notice)


def _annotated(number: int, article: Article, checked: CheckedArticle, covered: Coverage) -> AnnotatedArticle:
    cards = tuple(_cards(checked))
    placed: list[Verdict | Gap] = [*checked.verdicts, *covered.gaps]
    marks = [Span(one.start, one.end) for one in placed]
    nowhere = unplaced(article.blocks, marks)
    return AnnotatedArticle(
        number=number,
        path=checked.path,
        title=_title(article),
        published=checked.published,
        cards=cards,
        parts=cut(article.text, article.blocks, marks),
        loose=tuple(card for card in cards if card.number - 1 in nowhere),
        unchecked=covered.gaps,
    )


def _cards(checked: CheckedArticle) -> Iterator[Card]:
    for number, statement in enumerate(checked.statements, 1):
        yield Card(number, statement, mark_of(statement))


def mark_of(statement: Statement) -> Mark:
    """Say how the words of a statement are marked."""
    if statement.exemption is not None:
        return "waived"
    verdict = statement.verdict
    if verdict.outcome == "contradicts" and verdict.strength == "loose":
        return "may"
    return verdict.outcome


def _title(article: Article) -> str:
    headings = (block.span.of(article.text) for block in article.blocks if block.role == "heading")
    title = " ".join(next(headings, "").split()) or PurePath(article.path).name
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
