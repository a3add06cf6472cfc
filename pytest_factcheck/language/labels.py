"""Numbers that are no figures: identifiers, list marks, scores, times of day, "one of"."""

from __future__ import annotations

import re

from pytest_factcheck.language.clocks import PAST_HOUR, read_clock
from pytest_factcheck.language.codes import URL, read_code, read_dotted, read_phone, read_set_piece
from pytest_factcheck.language.furniture import read_furniture, read_list_mark
from pytest_factcheck.language.label import Label
from pytest_factcheck.language.labelnouns import label_value, read_noun
from pytest_factcheck.language.labelnouns import nouns as nouns
from pytest_factcheck.language.namednumbers import NAMED_GROUP, NUMBER_ONE, is_rank, read_named
from pytest_factcheck.language.number import GAP
from pytest_factcheck.language.ones import NO_ONE, read_one
from pytest_factcheck.model.pattern import lazy_pattern


def read_at_digit(text: str, at: int) -> Label | None:
    """Read the label whose first digit stands there; None where the digits are a figure or a date."""
    return (
        read_code(text, at)
        or read_list_mark(text, at)
        or read_clock(text, at)
        or read_set_piece(text, at)
        or read_dotted(text, at)
        or read_phone(text, at)
        or read_furniture(text, at)
        or read_named(text, at)
    )


_FOLD = lazy_pattern(rf"(?:-|{GAP})?fold\b|[^\S\n]?[x×](?![A-Za-z\d])", re.IGNORECASE)


def read_multiple(text: str, start: int, end: int) -> int | None:
    """Find where "tenfold", "10-fold", "4x" ends if the number that ends there is so used."""
    found = _FOLD.match(text, end)
    return found.end() if found else None


def read_at_word(text: str, at: int, word: str) -> list[Label]:
    """Read the labels that begin with that word (in lower case) at that offset."""
    if word == "one":
        label = read_one(text, at)
        return [label] if label else []
    if word == "no":
        none = NO_ONE.match(text, at)
        if none:
            return [Label(at, none.end(), "pronoun", value=0)]
    if word in ("no", "number"):
        found = NUMBER_ONE.match(text, at)
        if found and is_rank(text, at, found):
            figure = "digits" if found["digits"] else "word"
            return [
                Label(at, found.end(), "identifier", "number", label_value(found[figure]), found.span(figure))
            ]
    if word in ("half", "quarter"):
        past = PAST_HOUR.match(text, at)
        return [Label(at, past.end(), "time of day")] if past else []
    if word in ("http", "https", "www"):
        url = URL.match(text, at)
        if not url:
            return []
        end = at + len(url.group().rstrip(".,;:!?)”\"'"))
        return [Label(at, end, "identifier", "address")]
    if word in ("group", "big", "gang", "council"):
        group = NAMED_GROUP.match(text, at)
        if group:
            return [Label(at, group.end(), "name", word, label_value(group["figure"]), group.span("figure"))]
    return read_noun(text, at)


ANCHORS = (
    "half",
    "quarter",
    "one",
    "no",
    "number",
    "http",
    "https",
    "www",
    "group",
    "big",
    "gang",
    "council",
)
