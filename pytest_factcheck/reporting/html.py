"""The annotated copy: every article as it reads, each checked statement marked, its card in the margin."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pytest_factcheck.checking.coverage import percent
from pytest_factcheck.model.errors import UseError
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.reporting.annotated import AMOUNTS, LABELS, MARKS, SYMBOLS, AnnotatedArticle, annotate
from pytest_factcheck.reporting.excerpt import harmless
from pytest_factcheck.reporting.picture import CELL, MOST, Column, columns, row
from pytest_factcheck.reporting.report import Report, check_name
from pytest_factcheck.reporting.text import counted, show_day, verified_line

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = ".html"
INDEX = "index.html"
FOLDER = "articles"
"""Where the pages of the articles lie, beside the index."""

OPEN_MOST = 50
"""Articles that one file holds ready; of more, each is built only when it is opened."""

TEMPLATES = Path(__file__).parent / "templates"
WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f\"'<>\\^`{|}]+", re.IGNORECASE)
MISSING = "the annotated copy needs Jinja2. Install it with: pip install 'pytest-factcheck[html]'"


def require() -> None:
    """Raise a use error, which says how to install it, if Jinja2 is missing."""
    if find_spec("jinja2") is None:
        raise UseError(MISSING)


def render(report: Report) -> str:
    """Write all articles into one file that needs no network."""
    sheet = _Sheet(report, tuple(_annotated(report)), lambda article: f"#a{article.number}")
    return sheet.render("copy.html", is_lazy=len(report.articles) > OPEN_MOST)


def write_pages(report: Report, folder: Path) -> None:
    """Write an index and a page for each article into a folder."""
    sheet = _Sheet(report, tuple(_annotated(report)), lambda article: f"{FOLDER}/{page_name(article.path)}")
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    _write(folder / INDEX, sheet.render("index.html"))
    for article, before, after in _with_neighbours(sheet.articles):
        page = sheet.render("page.html", article=article, before=before, after=after)
        _write(folder / FOLDER / page_name(article.path), page)


def page_name(path: str) -> str:
    """Name the page of an article: stable from run to run, and safe on any disk."""
    slug = re.sub(r"[^a-z0-9]+", "-", PurePosixPath(path).stem.lower()).strip("-")[:60]
    mark = hashlib.sha256(path.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"{slug or 'article'}-{mark}.html"


def web_address(url: str | None) -> str:
    """Give an address that may become a link: of the web, without characters that could end it."""
    return url if url and WEB_ADDRESS.fullmatch(url) else ""


@dataclass(frozen=True, slots=True)
class _FactRow:
    """A fact in the index: how the articles stand to it."""

    number: int
    fact: Fact
    column: Column | None
    stale: bool
    silent: str
    """Why no article was checked against it, if none was."""


@dataclass(frozen=True)
class _Sheet:
    """What the templates show; `link` gives the address of an article as seen from the index."""

    report: Report
    articles: tuple[AnnotatedArticle, ...]
    link: Callable[[AnnotatedArticle], str]

    def render(self, template: str, **values: Any) -> str:
        """Fill one of the templates."""
        return _environment().get_template(template).render({**self._index, **values})

    @cached_property
    def _index(self) -> dict[str, Any]:
        every = columns(self.articles)
        drawn = every[:MOST]
        numbers = {column.name: column.index for column in every}
        return {
            "articles": self.articles,
            "columns": every,
            "drawn": drawn,
            "numbers": numbers,
            "facts": self._facts(every),
            "folders": _folders(self.articles),
            "notes": self.report.notes,
            "share": self._share(),
            "link": self.link,
            "row": lambda article: row(article, drawn),
            "totals": {mark: sum(a.counts[mark] for a in self.articles) for mark in MARKS},
            "is_lazy": False,
        }

    def _share(self) -> str:
        covered = self.report.coverage.values()
        every = sum(one.checkable for one in covered)
        if not every:
            return ""
        return f"{int(percent(covered))} percent of {counted(every, 'checkable statement')} checked"

    def _facts(self, every: tuple[Column, ...]) -> tuple[_FactRow, ...]:
        column_of = {column.name: column for column in every}
        stale = {check_name(s.verdict) for s in self.report.statements() if s.stale}
        return tuple(
            _FactRow(
                number, fact, column_of.get(fact.id), fact.id in stale, self.report.silent.get(fact.id, "")
            )
            for number, fact in enumerate(self.report.facts, 1)
        )


def _annotated(report: Report) -> Iterator[AnnotatedArticle]:
    for number, article in enumerate(report.articles, 1):
        yield annotate(number, article, report.coverage.get(article.path))


def _with_neighbours(
    articles: tuple[AnnotatedArticle, ...],
) -> Iterator[tuple[AnnotatedArticle, AnnotatedArticle | None, AnnotatedArticle | None]]:
    around = (None, *articles, None)
    for before, article, after in zip(around, articles, around[2:], strict=False):
        yield article, before, after


def _folders(articles: tuple[AnnotatedArticle, ...]) -> list[str]:
    folders = {PurePosixPath(article.path).parent for article in articles}
    return sorted({p.as_posix() for folder in folders for p in (folder, *folder.parents)} - {".", "/"})


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


@cache
def _environment() -> Environment:
    require()
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: harmless(value) if type(value) is str else value,
    )
    style, script = (_read(name) for name in ("copy.css", "copy.js"))
    environment.globals |= {
        "style": Markup(style),
        "script": Markup(script),
        "policy": _policy(style, script),
        "marks": MARKS,
        "labels": LABELS,
        "amounts": AMOUNTS,
        "symbols": SYMBOLS,
        "cell": CELL,
        "page_name": page_name,
        "counted": counted,
    }
    environment.filters |= {"day": show_day, "web": web_address, "verified": verified_line}
    return environment


def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    # Nothing may be loaded, sent or framed; only this very style and this very script count.
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
