"""Codes, addresses, telephone numbers, and names that a number belongs to."""

from __future__ import annotations

import re

from pytest_factcheck.language.label import Label, plain_int
from pytest_factcheck.language.number import GAP
from pytest_factcheck.model.pattern import lazy_pattern

_DOTTED = lazy_pattern(
    r"\d{1,5}(?:\.\d{1,5}){2,9}(?!\d)|\d{1,9}(?:-\d{1,9}){3,6}(?![\d-])|\d{1,9}-\d{4,9}-\d{1,9}(?![\d-])|401\(k\)"
)


_GROUPED_POINTS = lazy_pattern(r"[1-9]\d{0,2}(?:\.\d{3}){2,6}(?![.\d])")


_PHONE = lazy_pattern(
    r"\+?\d{1,4}(?:[ -]\(?\d{2,4}\)?){1,2}[ -]\d{3,4}(?:[ -]\d{2,4})?(?!\d)"
    r"|\d{3}-\d{4}(?!\d)|\d{3,4}[- ]\d{3}[- ]\d{3,4}(?!\d)"
)


_PHONE_CUE = lazy_pattern(
    r"\b(?:call|phone|tel|telephone|hotline|helpline|dial|fax|text|number|contact|whatsapp)\b", re.IGNORECASE
)


_ADDRESS = lazy_pattern(
    rf"\d{{1,5}}[A-Za-z]?{GAP}(?:[A-Z][a-z]+{GAP}){{1,3}}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Place"
    rf"|Terrace|Crescent|Gardens)\b(?!{GAP}[a-z]+s\b)"
)


_GLUED = lazy_pattern(r"\w[\w/-]{0,24}")


_SET_PIECES = lazy_pattern(
    r"(?:7[0-9]7(?=[^\S\n](?:MAX|Max|Dreamliner|jets?|airliners?|planes?|aircraft|jumbos?)\b)|24/7|9/11|\d{1,2}[x×]\d{2,4}m?|\d{1,3}-(?:for|of)-\d{1,3}|50[/-]50|20[/-]20|80[/-]20|7/7|4x4|4[x×]4|3-D|2-D|3D|2D|4K|8K|[2-6]G|1[.]0|2[.]0(?=[^\S\n]?(?:era|version)))(?![\w/])"
)


def read_code(text: str, at: int) -> Label | None:
    """Read "G7", "F-16", "COVID-19", "#20", "M5S" from the letters that the digits are glued to."""
    before = text[at - 1] if at else ""
    if before == "#" or before == "@":
        end = _GLUED.match(text, at).end()  # type: ignore[union-attr]
        return Label(at - 1, end, "identifier", value=plain_int(text[at:end]), figure=(at, end))
    if not before or not (before.isalpha() or before in "-‑_/"):
        return _glued_behind(text, at)
    start = at - 1
    floor = max(0, at - 24)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in "-‑_"):
        start -= 1
    stem = text[start:at]
    if stem in ("-", "‑", "_", "/") or not stem[0].isalpha():
        return None
    if stem.lower() in ("under-", "over-") and _AGE_GROUP.match(text, at):
        end = _AGE_GROUP.match(text, at).end()  # type: ignore[union-attr]
        return Label(start, end, "name", "age group", plain_int(text[at : end - 1]), (at, end - 1))
    if not _is_identifier(stem):
        return None
    end = _GLUED.match(text, at).end()  # type: ignore[union-attr]
    while end > at + 1 and text[end - 1] in "-/":
        end -= 1
    end = _stem_end(text, at, end)
    more = _MORE_OF_CODE.match(text, end)
    end = more.end() if more else end
    return Label(
        start,
        end,
        "identifier",
        noun=stem.rstrip("-‑_").lower(),
        value=plain_int(text[at:end]),
        figure=(at, end),
    )


_MORE_OF_CODE = lazy_pattern(r"(?:\.\d{1,4}){1,4}(?!\d)|[^\S\n]\d[A-Z]{2}\b")


def _stem_end(text: str, at: int, end: int) -> int:
    """Stop before a hyphen and a word in lower case: "G7-led" names the G7."""
    hyphen = text.find("-", at, end)
    return hyphen if hyphen > 0 and text[hyphen + 1 : hyphen + 3].islower() else end


def _glued_behind(text: str, at: int) -> Label | None:
    found = _IDENTIFIER.match(text, at)
    return Label(at, found.end(), "identifier") if found else None


_IDENTIFIER = lazy_pattern(
    r"\d{1,4}(?!(?:AM|PM|KM|MM|BN|MW|GW|KW|TW|MB|GB|TB|TH|ST|ND|RD|USD|EUR|GBP|CNY|MNT|MEUR)\b)[A-Z]{2,5}\d[A-Z\d]{0,6}\b|[1-9]\d?[A-F](?=-)"
)


_AGE_GROUP = lazy_pattern(r"\d{1,2}s\b")


_WORD_PREFIX = lazy_pattern(
    r"^(?:mid|early|late|pre|post|under|over|sub|top|non|all|nearly|almost|some|about|around|plus|minus|than|the|of|a|an|age|ages"
    r"|aged|to|and|or|circa|in|by|for|from|since|until|per|at|x|v|vs|ca|c|approx|est|est\.|u)[-‑]$",
    re.IGNORECASE,
)


def _is_identifier(stem: str) -> bool:
    if _WORD_PREFIX.match(stem) and not re.match(r"^[A-Z][-‑]$", stem):
        return False
    if stem[-1] in "-‑":
        head = stem[:-1]
        return (
            (len(head) <= 3 and head[0].isupper())
            or head.isupper()
            or (head[0].isupper() and head.lower() in _NAMED)
            or (len(head) > 1 and any(c.isupper() for c in head[1:]))
        )
    return True


_NAMED = frozenset(
    "covid apollo formula article section chapter type sars soyuz luna mars boeing airbus sputnik"
    " category phase gate".split()
)


_IN_HER = lazy_pattern(r"\b(?:his|her|their|our|my|your)[^\S\n](?:(?:early|mid|late)[ -])?$", re.IGNORECASE)
_REST_OF_CODE = lazy_pattern(r"[A-Za-rt-z][A-Za-z0-9]{0,8}\b|s[A-Za-z0-9]{1,8}\b")


def read_glued(text: str, start: int, end: int) -> Label | None:
    """Read digits that run on into letters which are no unit: "14B", "3D"."""
    if text[end : end + 1] == "s" and _IN_HER.search(text, max(0, start - 24), start):
        return Label(start, end + 1, "name", "age group", plain_int(text[start:end]), (start, end))
    found = _REST_OF_CODE.match(text, end) if text[end - 1].isdigit() else None
    return Label(start, found.end(), "identifier") if found else None


def read_set_piece(text: str, at: int) -> Label | None:
    """Read "24/7", "50-50" and the like, or the number of a house in its street."""
    found = _SET_PIECES.match(text, at)
    if found:
        return Label(at, found.end(), "name")
    address = _ADDRESS.match(text, at)
    return Label(at, address.end(), "identifier", "address") if address else None


def read_dotted(text: str, at: int) -> Label | None:
    """Read digits parted by more than one point or hyphen: addresses of machines, versions, book numbers."""
    found = _DOTTED.match(text, at)
    if not found or _GROUPED_POINTS.match(text, at):
        return None
    return Label(at, found.end(), "identifier")


def read_phone(text: str, at: int) -> Label | None:
    """Read a telephone number, certain by its form or by the word before it."""
    start = at - 1 if at and text[at - 1] in "+(" else at
    found = _PHONE.match(text, at)
    if not found:
        return None
    digits = sum(mark.isdecimal() for mark in found.group())
    certain = text[start:at] == "+" or ("-" in found.group() and digits in (10, 11))
    if digits < 7 or not (certain or _PHONE_CUE.search(text, max(0, at - 40), at)):
        return None
    return Label(start, found.end(), "phone number")


URL = lazy_pattern(r"(?:https?://|www\.)\S*", re.IGNORECASE)
