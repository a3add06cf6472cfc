"""HTML as a row of tags and words, with the place of each in the file.

The standard library's `HTMLParser` is not used: it stops with an assertion at `<![`, takes quadratic time
over some broken tags, and tells places as lines and columns of its own counting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from pytest_factcheck.model.pattern import lazy_pattern

RAW = frozenset(
    {"script", "style", "template", "noscript", "textarea", "svg", "iframe", "object", "math", "title"}
)
"""Elements whose content is handed on as one stretch, unread."""

TOKEN = lazy_pattern(
    r"""
    <!--.*?(?:-->|\Z)
    | <[!?][^>]*>?
    | <(?P<close>/?)(?P<name>[a-zA-Z][^\s/<>]*)(?P<attributes>(?:[^'"<>]|"[^"]*"|'[^']*')*+)>
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)
    | (?P<words>[^<&]+|[<&])
    """,
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")

INVISIBLE = frozenset("\xad\u200b\u200c\u200d\u2060\ufeff")
FOOTNOTE_MARK = lazy_pattern(
    r"<sup\b[^<>]{0,200}>\s{0,9}(?:<a\b[^<>]{0,300}>)?\s{0,9}[\[(]?[\d*†‡,]{1,5}[\])]?\s{0,9}(?:</a>)?\s{0,9}</sup\s*>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, an entity or a stretch of words; for a raw element, `start` to `end` is its content."""

    kind: Literal["open", "close", "entity", "words", "raw"]
    start: int
    end: int
    name: str = ""
    attributes: str = ""


def scan(characters: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Cut a stretch of HTML into tokens; comments and declarations are left out, nothing ever raises."""
    stop = len(characters) if end is None else end
    while start < stop:
        match = TOKEN.match(characters, start, stop)
        if match is None:  # a "<" that begins no tag
            yield Token("words", start, start + 1)
            start += 1
            continue
        start = match.end()
        kind = match.lastgroup
        if kind in ("entity", "words"):
            yield Token("entity" if kind == "entity" else "words", match.start(), match.end())
        elif match["name"] is not None:
            name = match["name"].lower()
            is_open = not match["close"]
            yield Token("open" if is_open else "close", match.start(), match.end(), name, match["attributes"])
            if is_open and name in RAW and not match["attributes"].endswith("/"):
                content_end = _raw_end(characters, name, start, stop)
                yield Token("raw", start, content_end, name, match["attributes"])
                start = content_end


def _raw_end(characters: str, name: str, start: int, stop: int) -> int:
    end = re.compile(rf"</{re.escape(name)}(?![\w-])", re.IGNORECASE).search(characters, start, stop)
    return end.start() if end else stop


def attributes(text: str) -> dict[str, str]:
    """Read a tag's attributes; the first of a name counts, a value that is missing is empty."""
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
