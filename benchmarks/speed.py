"""How fast articles are checked within one process, as ratios of one stdlib `re` pass over the same texts."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.accuracy.subjects import read_subjects
from benchmarks.line import Line
from benchmarks.mentions import alternation, others
from benchmarks.plugin import article, write_facts
from pytest_factcheck import Article, FactBook, check_article, find_mentions, load_facts

PUBLISHED = "2024-01-10"
ROUNDS = 5
LONG = (500_000, 1_000_000)
"""Characters of the two articles that show whether time grows with the text alone."""


def seconds(work: Callable[[], object]) -> float:
    """Give the processor time of the quickest of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def book_of(number: int) -> FactBook:
    """Load a book of so many facts about harbours that exist nowhere."""
    with tempfile.TemporaryDirectory() as folder:
        write_facts(Path(folder), number)
        return load_facts(folder)


def plain_copy(facts: int, number: int = 40) -> list[str]:
    """Make articles of 5 kB that speak of two facts each."""
    return [article(index, facts, 0, 2) for index in range(number)]


def check_all(texts: Sequence[str], book: FactBook) -> None:
    """Check every text against the book."""
    for text in texts:
        check_article(Article.from_text(text, PUBLISHED), book)


def measure_check() -> Iterator[Line]:
    """Compare a check with the `re` pass, on plain articles and on news dense with facts."""
    texts, book = plain_copy(1_000), book_of(1_000)
    check_all(texts, book)
    base = seconds(lambda: [alternation(text) for text in texts])
    spent = seconds(lambda: check_all(texts, book))
    more = f"{len(texts) / spent:,.0f} articles/s"
    yield Line("check of 5 kB, 1,000 facts, against the re pass", base / spent, 0.4, at_least=True, more=more)
    own = seconds(lambda: [find_mentions(text, PUBLISHED) for text in texts])
    yield Line("  its figures alone, against the re pass", base / own, 0.04, at_least=True)
    subjects = [(load_facts(subject.facts), subject.copies) for subject in read_subjects()]
    news = [(copy, book) for book, copies in subjects for copy in copies]
    work = [(Article.from_text(copy.text, copy.published), book) for copy, book in news]
    for one, facts in work:
        check_article(one, facts)
    base = seconds(lambda: [alternation(copy.text) for copy, _ in news])
    spent = seconds(lambda: [check_article(one, facts) for one, facts in work])
    size = sum(len(copy.text) for copy, _ in news) // len(news)
    more = f"{len(news) / spent:,.0f} articles/s"
    yield Line(f"check of {size:,} characters dense with facts, against re", base / spent, more=more)


def measure_facts() -> Iterator[Line]:
    """Compare the time of a check with few and with many facts."""
    spent = {}
    for number in (10, 1_000, 10_000):
        texts, book = plain_copy(number), book_of(number)
        check_all(texts, book)
        spent[number] = seconds(lambda texts=texts, book=book: check_all(texts, book))  # type: ignore[misc]
    yield Line("check with 1,000 facts against 10", spent[1_000] / spent[10])
    yield Line("check with 10,000 facts against 10", spent[10_000] / spent[10], 2.5)


def measure_length() -> Iterator[Line]:
    """Compare one long article with one of half its length, with 10,000 facts."""
    book, texts = book_of(10_000), plain_copy(10_000, 1 + LONG[1] // 4_900)
    spent = []
    for size in (LONG[0], *LONG):
        text = "".join(texts)[:size]
        begun = time.process_time()
        check_article(Article.from_text(text, PUBLISHED), book)
        spent.append(time.process_time() - begun)
    more = f"{spent[2]:.2f} s"
    yield Line("one article of 1 MB against one of half, 10,000 facts", spent[2] / spent[1], 2.5, more=more)


def measure_peers() -> Iterator[Line]:
    """Compare a check with what other extractors take for figures alone, where they are installed."""
    budgets = {"spaCy small": 200.0, "quantulum3": 300.0, "dateparser.search": 50.0}
    texts, book = plain_copy(1_000, 4), book_of(1_000)
    check_all(texts, book)
    own = seconds(lambda: check_all(texts, book))
    for name, read in others().items():
        begun = time.process_time()
        for text in texts:
            read(text)
        spent = time.process_time() - begun
        yield Line(f"check faster than {name}", spent / own, budgets.get(name), at_least=True)
