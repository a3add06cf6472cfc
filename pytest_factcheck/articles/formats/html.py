"""HTML: the words of the page, without what stands around the article."""

import re
from html import unescape
from typing import NamedTuple

from pytest_factcheck.articles import markup
from pytest_factcheck.articles.builder import TextBuilder
from pytest_factcheck.articles.days import read_day
from pytest_factcheck.articles.page import Page
from pytest_factcheck.articles.parts import BlockRole
from pytest_factcheck.articles.publication import Publication
from pytest_factcheck.articles.table import Table
from pytest_factcheck.model.pattern import lazy_pattern

SUFFIXES = (".html", ".htm")

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "dl", "menu"})
ITEMS = frozenset({"li", "dd", "dt"})
ENDS_HEADING = HEADINGS | LISTS | {"p", "table", "section", "article", "blockquote"}
CELLS = frozenset({"td", "th"})
BREAKS = (
    HEADINGS
    | LISTS
    | ITEMS
    | CELLS
    | {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "details",
        "dialog",
        "div",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "main",
        "nav",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "title",
    }
)
"""Tags that end a block of text, opened or closed."""

ASIDE = frozenset(
    {"del", "s", "strike", "nav", "aside", "footer", "button", "select", "label", "head", "dialog"}
)
"""What belongs to the page and not to the article, or was struck out. Not `form`: it may hold the page."""

HIDDEN = "hidden"
"""Stands beside these tags for whatever element a page itself does not show."""

MOST_READINGS = 4
"""How often a page is read again because an element that was left out is never closed."""

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
HIDDEN_STYLE = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

META_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.published",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
)
"""Names under which `<meta>` states the date of publication, the best first."""

LINKED_DATE = lazy_pattern(r'"datePublished"\s{0,20}:\s{0,20}"([^"]{8,40})"')
TIME_RANK, LINKED_RANK = len(META_DATES), len(META_DATES) + 1


def read(characters: str) -> Page:
    """Read a page; if that leaves no words, read it again and leave nothing out but scripts and styles."""
    has_main = re.search(r"<main\b", characters, re.IGNORECASE) is not None
    left_out = ASIDE | {HIDDEN}
    for _ in range(MOST_READINGS):
        page, unclosed = _read(characters, left_out, only_main=has_main)
        if not unclosed:
            break
        left_out = left_out - {unclosed if unclosed in left_out else HIDDEN}
    return page if page.text.strip() else _read(characters, frozenset(), only_main=False)[0]


def _read(characters: str, aside: frozenset[str], *, only_main: bool) -> tuple[Page, str]:
    reader = PageReader(characters, aside, only_main=only_main)
    for token in markup.scan(characters):
        reader.take(token)
    reader.finish()
    return reader.page(), reader.skipping


class _List(NamedTuple):
    """An open list: the block that introduces it, and how many items are open around it."""

    lead: int | None
    items: dict[str, int]


class PageReader:
    """Takes tags and words one after another; `skipping` names the element that is being left out."""

    def __init__(
        self,
        characters: str,
        aside: frozenset[str],
        *,
        only_main: bool = False,
        builder: TextBuilder | None = None,
    ) -> None:
        self.characters, self.aside = characters, aside
        self.builder = builder or TextBuilder(characters)
        self.skipping, self.depth = "", 0
        self.waiting = only_main
        self.has_headline = re.search(r"<h1\b", characters, re.IGNORECASE) is not None
        self.open: dict[str, int] = {}
        self.lists: list[_List] = []
        self.tables: list[Table] = []
        self.cell = ""
        self.dates: dict[int, Publication] = {}

    def take(self, token: markup.Token) -> None:
        """Go on by one token."""
        if token.kind == "raw":
            self._take_raw(token)
        elif token.name in ("meta", "time") and token.kind == "open":
            self._take_date(token)
        elif self.skipping:
            self._skip(token)
        elif token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token)
        elif not self.waiting:
            self._take_words(token)

    def finish(self) -> None:
        """End the last block."""
        self._end_block()

    def page(self) -> Page:
        """Give what was read."""
        text, source, blocks = self.builder.finish()
        metadata = self.dates[min(self.dates)] if self.dates else Publication()
        return Page(text, source, blocks, metadata)

    def _take_words(self, token: markup.Token) -> None:
        if token.kind == "entity":
            character = unescape(self.characters[token.start : token.end])
            if character not in markup.INVISIBLE and not (character == " " and self.builder.ends_in_space):
                self.builder.add(character, token.start, token.end)
        elif self.open.get("pre"):
            self.builder.add(self.characters[token.start : token.end], token.start, token.end)
        else:
            self.builder.add_flow(token.start, token.end)

    def _take_raw(self, token: markup.Token) -> None:
        if token.name == "script" and "ld+json" in token.attributes.lower():
            found = LINKED_DATE.search(self.characters, token.start, token.end)
            self._note_date(LINKED_RANK, found[1] if found else "", "JSON-LD datePublished")
        elif token.name == "title" and not self.has_headline and not self.open.get("svg"):
            self.builder.add_flow(token.start, token.end)
            self.builder.end_block("heading")

    def _take_date(self, token: markup.Token) -> None:
        found = markup.attributes(token.attributes)
        if token.name == "meta":
            name = (found.get("property") or found.get("name") or found.get("itemprop") or "").strip().lower()
            if name in META_DATES:
                self._note_date(META_DATES.index(name), found.get("content", ""), f"<meta {name}>")
            return
        is_published = found.get("itemprop", "").lower() == "datepublished" or "pubdate" in found
        if is_published or not (self.skipping or self.waiting):
            self._note_date(0 if is_published else TIME_RANK, found.get("datetime", ""), "<time datetime>")

    def _note_date(self, rank: int, value: str, origin: str) -> None:
        written = read_day(value.strip())
        if written is not None and written.full is not None:
            self.dates.setdefault(rank, Publication(written.full, origin))

    def _skip(self, token: markup.Token) -> None:
        if self.skipping == "p" and token.kind == "open" and token.name in BREAKS:
            self.skipping = ""
            self._open(token)
            return
        if token.name != self.skipping:
            return
        self.depth += 1 if token.kind == "open" else -1
        if self.depth == 0:
            self.skipping = ""

    def _open(self, token: markup.Token) -> None:
        name = token.name
        if name in BREAKS:
            self._end_block()
        if name not in VOID and self._is_left_out(token):
            self.skipping, self.depth = name, 1
            return
        if name == "br":
            self._break_line(token)
        elif name == "main":
            self.waiting = False
        elif name in LISTS:
            items = {item: self.open.get(item, 0) for item in ITEMS}
            self.lists.append(_List(self.builder.last_block, items))
        elif name == "table":
            self.tables.append(Table())
        elif name == "tr" and self.tables:
            self.tables[-1].begin_row()
        elif name in CELLS and self.tables:
            self.tables[-1].begin_cell(markup.attributes(token.attributes).get("colspan", ""))
        if name in ENDS_HEADING:  # a heading that was never closed
            self.open.update(dict.fromkeys(HEADINGS, 0))
        if name in CELLS:
            self.cell = name
        elif name not in VOID:
            self.open[name] = self.open.get(name, 0) + 1

    def _is_left_out(self, token: markup.Token) -> bool:
        if token.name in self.aside:
            return True
        if token.name == "sup" and markup.FOOTNOTE_MARK.match(self.characters, token.start):
            return True
        if (
            HIDDEN not in self.aside
            or not token.attributes.strip()
            or token.name in ("html", "body", "main", "article")
        ):
            return False
        found = markup.attributes(token.attributes)
        return (
            "hidden" in found
            or found.get("aria-hidden", "").lower() == "true"
            or found.get("role", "").lower() in ("navigation", "search", "contentinfo", "menu")
            or HIDDEN_STYLE.search(found.get("style", "")) is not None
        )

    def _break_line(self, token: markup.Token) -> None:
        if self.waiting:
            return
        if self.builder.ends_in("\n"):
            self._end_block()
        else:
            self.builder.add("\n", token.start, token.end)

    def _close(self, token: markup.Token) -> None:
        name = token.name
        if name in BREAKS:
            self._end_block()
        if name in CELLS or name in ("tr", "table"):
            self.cell = ""
        if name == "table" and self.tables:
            self.tables.pop()
        if not self.open.get(name):
            return
        self.open[name] -= 1
        if name in LISTS and self.lists:
            self.open.update(self.lists.pop().items)
        elif name == "main" and not self.open[name]:
            self.waiting = True

    def _end_block(self) -> None:
        role, lead = self._role()
        block = self.builder.end_block(role, lead)
        if block is not None and role == "cell" and self.cell == "th" and self.tables:
            self.tables[-1].head(block)

    def _role(self) -> tuple[BlockRole, int | None]:
        if self.cell and self.tables:
            return "cell", self.tables[-1].lead(is_header=self.cell == "th")
        if any(self.open.get(name) for name in HEADINGS):
            return "heading", None
        if any(self.open.get(name) for name in ITEMS):
            return "item", self.lists[-1].lead if self.lists else None
        return ("quote", None) if self.open.get("blockquote") else ("paragraph", None)
