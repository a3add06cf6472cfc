"""The `key: value` lines between two fences at the top of a file."""

import re
from dataclasses import dataclass

from pytest_factcheck.articles.days import read_day
from pytest_factcheck.articles.publication import NO_DATE, Publication
from pytest_factcheck.articles.source import LINE_END
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

OPENED = lazy_pattern(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
CLOSED_BY = {"---": re.compile(r"(?:---|\.\.\.)[ \t]*"), "+++": re.compile(r"\+\+\+[ \t]*")}
ENTRY = lazy_pattern(r"""["']?([A-Za-z][\w .-]{0,40}?)["']?[ \t]*[:=][ \t]*(.*)""")
MOST_LINES = 500

DATE_KEYS = (
    "published",
    "date",
    "published_at",
    "published_time",
    "published_on",
    "date_published",
    "datepublished",
    "publication_date",
    "publish_date",
    "publishdate",
    "pubdate",
    "pub_date",
)
"""Keys that state the date of publication, the best first."""

TITLE_KEYS = ("title", "headline")
STANDFIRST_KEYS = ("subtitle", "standfirst", "subheading", "dek", "deck", "lede")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says of its article; `end` is where the article's own words may begin."""

    end: int = 0
    publication: Publication = NO_DATE
    titles: tuple[Span, ...] = ()
    standfirsts: tuple[Span, ...] = ()


def read_front_matter(characters: str) -> FrontMatter:
    """Read the front matter of a file; without a closing fence there is none."""
    opened = OPENED.match(characters)
    if opened is None:
        return FrontMatter()
    entries: dict[str, Span] = {}
    start = opened.end()
    for _ in range(MOST_LINES):
        line_end = LINE_END.search(characters, start)
        end = line_end.start() if line_end else len(characters)
        if CLOSED_BY[opened[1]].fullmatch(characters, start, end):
            return _described(characters, line_end.end() if line_end else end, entries)
        if entry := ENTRY.fullmatch(characters, start, end):
            entries.setdefault(entry[1].lower().replace(" ", "_").replace("-", "_"), Span(*entry.span(2)))
        if line_end is None:
            break
        start = line_end.end()
    return FrontMatter()


def _described(characters: str, end: int, entries: dict[str, Span]) -> FrontMatter:
    return FrontMatter(
        end,
        _publication(characters, entries),
        _values(characters, entries, TITLE_KEYS)[:1],
        _values(characters, entries, STANDFIRST_KEYS),
    )


def _publication(characters: str, entries: dict[str, Span]) -> Publication:
    for key in DATE_KEYS:
        if key in entries:
            written = read_day(entries[key].of(characters).strip(" \t\"'"))
            if written is not None and written.full is not None:
                return Publication(written.full, "front matter")
    return Publication()


def _values(characters: str, entries: dict[str, Span], keys: tuple[str, ...]) -> tuple[Span, ...]:
    spans = (_unquoted(characters, entries[key]) for key in keys if key in entries)
    return tuple(span for span in spans if span.of(characters).strip("|>+- "))


def _unquoted(characters: str, span: Span) -> Span:
    value = span.of(characters)
    start = span.start + len(value) - len(value.lstrip())
    end = span.start + len(value.rstrip())
    if end - start >= 2 and characters[start] in "\"'" and characters[end - 1] == characters[start]:
        return Span(start + 1, end - 1)
    return Span(start, max(start, end))
