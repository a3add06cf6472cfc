"""Reports made by hand, for the tests of the annotated copy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytest_factcheck import Article, Verdict, load_facts, read_article
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.reporting.excerpt import cut_excerpt
from pytest_factcheck.reporting.report import CheckedArticle, Report, Statement

HARBOUR = """\
# The harbour of Quay has "15 cranes" & one tug

QUAY, 10 January 2024 - The harbour has 15 cranes, the port authority says. Of them,
about 40 percent are new, and 12 cranes are for hire. Repairs cost $3 million.

- the northern basin, with 7 ferries,
- the southern basin, with 12 cranes.

Captain Ann Bell, the harbour master, may have 15 cranes by May.
"""

FACTS = """\
facts:
  cranes:
    fact: The harbour has 12 cranes
    number: 12
    unit: cranes
    of: harbour
    source:
      name: Port authority, yearbook
      url: https://port.example/yearbook
      accessed: 8 January 2024
    verified_by: coast desk
    verified_on: 9 January 2024
    recheck: 1 March 2024
  ferries:
    fact: The company runs 7 ferries
    number: 7
    unit: ferries
    of: company
    source: Company register
"""


def read_facts(folder: Path, text: str = FACTS) -> tuple[Fact, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "port.yaml"
    path.write_text(text, encoding="utf-8")
    return load_facts(path).facts


def write_article(folder: Path, name: str = "harbour.md", text: str = HARBOUR) -> Article:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_article(path)


def stated(
    article: Article,
    words: str,
    fact: Fact | None,
    outcome: Any = "contradicts",
    nth: int = 0,
    **changes: Any,
) -> Statement:
    """Say that words of the article agree, contradict or are unsure; `nth` counts from 0."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    line, column = article.locate(start)
    values = {
        "article": article.path,
        "fact": fact,
        "check": "number" if fact else "two_values",
        "outcome": outcome,
        "strength": "strong",
        "start": start,
        "end": start + len(words),
        "line": line,
        "column": column,
        "text": words,
        "found": words,
        "expected": "12 cranes",
        "why": ("“cranes” belongs to “harbour”", "counts what the fact counts"),
    }
    stale = changes.pop("stale", False)
    verdict = Verdict(**{**values, **changes})
    excerpt = cut_excerpt(article.text, verdict.start, verdict.end)
    return Statement(verdict, excerpt if outcome != "agrees" else type(excerpt)(), stale=stale)


def checked(article: Article, *statements: Statement) -> CheckedArticle:
    ordered = sorted(statements, key=lambda s: (s.verdict.start, s.verdict.end))
    return CheckedArticle(article.path, article.published, tuple(ordered))


def overlapping(folder: Path) -> Report:
    """An article with all outcomes, in which statements nest, cross and run over two blocks."""
    cranes, ferries = read_facts(folder)
    article = write_article(folder)
    return Report(
        (
            checked(
                article,
                stated(article, '"15 cranes" & one tug', cranes),
                stated(article, "15 cranes", cranes, "agrees", nth=1),
                stated(article, "The harbour has 15 cranes", None, "unsure", why=()),
                stated(article, "15 cranes, the port", ferries, strength="loose"),
                stated(article, "12 cranes", cranes, "agrees", stale=True),
                stated(article, "7 ferries,\n\nthe southern", ferries, "agrees"),
                stated(article, "Captain Ann Bell, the harbour master", cranes, "agrees"),
                stated(article, "Ann Bell", cranes, "agrees"),
            ),
        ),
        (cranes, ferries),
    )


def many(folder: Path, count: int) -> Report:
    """As many small articles as are asked for, in two folders, each third with a contradiction."""
    cranes, ferries = read_facts(folder)
    articles = []
    for number in range(count):
        count_stated = 15 if number % 3 == 0 else 12
        text = f"# Story {number}\n\nThe harbour has {count_stated} cranes, says keeper {number}.\n"
        article = write_article(folder, f"{'sea' if number % 2 else 'land'}/{number:04}.md", text)
        words, outcome = ("15 cranes", "contradicts") if number % 3 == 0 else ("12 cranes", "agrees")
        articles.append(checked(article, stated(article, words, cranes, outcome)))
    return Report(tuple(articles), (cranes, ferries))


EVIL = "<script>alert(1)</script>"
EVIL_NAMES = (
    EVIL,
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% raw %}",
    "</script><!--<script>",
    "' onclick='alert(1)",
)
EVIL_FACTS = """\
facts:
  cranes:
    fact: "The harbour has 12 cranes </script><script>alert(2)</script> {{ 7*7 }}"
    number: 12
    unit: cranes
    of: harbour
    source:
      name: "<b onmouseover=alert(3)>yearbook</b>"
      url: "javascript:alert(4)"
    verified_by: "</dd><script>alert(5)</script>"
  quays:
    fact: The harbour has 3 quays
    number: 3
    unit: quays
    of: harbour
    source:
      name: yearbook
      url: "https://port.example/a?b=1&c='\\"><script>alert(6)</script>"
"""


def hostile(folder: Path, count: int = 1) -> Report:
    """Article, file name and facts that try to break out of where they are shown."""
    cranes, quays = read_facts(folder, EVIL_FACTS)
    title = f"Title {EVIL} {{{{ 7*7 }}}} </template></script><!--<script>"
    text = f"{title}\n\nThe harbour `</mark>` \\<script> has 15 cranes.\n"
    articles = []
    for number in range(count):
        article = write_article(folder, f"{number} '\"<script>alert(9)<{{{{x}}}}&.txt", text)
        articles.append(
            checked(
                article,
                stated(article, "15 cranes", cranes, expected=EVIL, why=EVIL_NAMES, found=EVIL),
                stated(article, "15", quays, "unsure"),
                stated(article, text[:15], cranes, "agrees"),
            )
        )
    return Report(tuple(articles), (cranes, quays))


def lacking(folder: Path) -> Report:
    """An article that must state a fact and does not, one that has changed, and one that is gone."""
    cranes, ferries = read_facts(folder)
    silent = write_article(folder, "silent.txt", "Snow fell on the hills.\n")
    changed = write_article(folder, "changed.txt", "The harbour has 15 cranes.\n")
    gone = write_article(folder, "gone.txt", "The harbour has 15 cranes.\n")
    report = Report(
        (
            checked(changed, stated(changed, "15 cranes", cranes)),
            checked(gone, stated(gone, "15 cranes", cranes)),
            checked(
                silent,
                stated(
                    silent, "", ferries, check="required_in", found="no statement of this fact in the article"
                ),
            ),
        ),
        (cranes, ferries),
    )
    Path(changed.path).write_text("A harbour has fewer cranes.\n", encoding="utf-8")
    Path(gone.path).unlink()
    return report
