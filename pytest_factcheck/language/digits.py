"""A number in digits: groups, decimals, fractions, powers of ten, scales."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from pytest_factcheck.language.fractionwords import add_fraction
from pytest_factcheck.language.lexicon import SCALES, VULGAR
from pytest_factcheck.language.number import GAP, LONGEST_RUN, Number, plain
from pytest_factcheck.language.scales import scale_after
from pytest_factcheck.model.pattern import lazy_pattern


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?: (?P<grouped>                                     # 800 000, 12'500: one kind of mark throughout
                [1-9]\d{0,2}(?P<mark>[ \u00a0\u2007\u2009\u202f'’])\d{3}(?:(?P=mark)\d{3}){0,6}
              | [1-9]\d{0,2}(?:,\d{3}){1,8}                  # 1,500,000
              | [1-9]\d?(?:,\d{2}){1,6},\d{3}                # 12,34,567
              | [1-9]\d{0,2}(?:\.\d{3}){2,6}                 # 1.500.000
            )(?!\d)
          | \d+
        )
        (?P<decimals>\.\d{1,20}(?!\d))?
      | (?P<bare>\.\d{1,20}(?!\d))                           # .64
        """,
        re.VERBOSE,
    )


_COMMA_DECIMALS = lazy_pattern(
    r",(\d{1,2})(?=[^\S\n]?(?:%|€|per\s?cent|pct|milli(?:on|ard)|billion|trillion|euros?\b|km\b|kg\b|degrees|tonnes))"
)


_SLASH = lazy_pattern(r"(\d{1,3})[/⁄](\d{1,4})(?![/⁄\d])")


_MIXED = lazy_pattern(r"(?:[^\S\n]{1,2}|-)(\d{1,2})[/⁄](\d{1,2})(?![/⁄\d.])")


_POWER = lazy_pattern(
    r"(?:[^\S\n]?[x×][^\S\n]?10(?:\^|\*\*)?([-−–]?\d{1,2})|[eE]([-+−]?\d{1,2}))(?![\d.]*\d)"
)


def read_digits(text: str, at: int, money: bool) -> Number | None:
    """Read the number whose first digit or decimal point stands there."""
    found = _digits().match(text, at)
    if not found or found.end() - at > LONGEST_RUN:
        return None
    slash = _SLASH.match(text, at)
    if slash and slash.end() > found.end():
        return _slashed(at, slash)
    digits = re.sub(r"[^\d]", "", text[at : found.start("decimals")] if found["decimals"] else _whole(found))
    decimals = (found["decimals"] or found["bare"] or ".")[1:]
    end = found.end()
    comma = None if found["decimals"] or found["grouped"] else _COMMA_DECIMALS.match(text, end)
    if comma:
        decimals, end = comma[1], comma.end(1)
    value = exact(digits, decimals)
    rules = (
        ("digits", "grouped") if found["grouped"] else ("digits", "decimal comma") if comma else ("digits",)
    )
    number = Number(at, end, plain(value), 10.0 ** -len(decimals), rules)
    return _tail(text, _power(text, number) or _vulgar(text, number), value, money)


def _whole(found: re.Match[str]) -> str:
    return "" if found["bare"] else found.group()


def exact(digits: str, decimals: str) -> Decimal:
    """Give the exact value of digits and decimals."""
    return Decimal(f"{digits or '0'}.{decimals or '0'}")


def _slashed(at: int, slash: re.Match[str]) -> Number | None:
    over, under = int(slash[1]), int(slash[2])
    if not 0 < over < under:
        return None
    return Number(at, slash.end(), over / under, None, ("fraction",))


def _power(text: str, number: Number) -> Number | None:
    found = _POWER.match(text, number.end)
    if not found:
        return None
    exponent = int((found[1] or found[2]).replace("−", "-").replace("–", "-"))
    value = number.value * 10.0**exponent
    return replace(
        number, end=found.end(), value=plain(value), grain=None, rules=("power of ten", *number.rules)
    )


def _vulgar(text: str, number: Number) -> Number:
    """Add the fraction that follows whole digits: 3½, 3 1/2."""
    if number.grain != 1:
        return number
    mark = text[number.end : number.end + 1]
    gap = 1 if mark in ("\u2009", "\u202f", " ") and text[number.end + 1 : number.end + 2] in VULGAR else 0
    mark = text[number.end + gap : number.end + gap + 1]
    if mark and mark in VULGAR:
        over, under = VULGAR[mark]
        end = number.end + gap + 1
        return replace(
            number, end=end, value=number.value + over / under, grain=None, rules=("mixed", *number.rules)
        )
    found = _MIXED.match(text, number.end)
    if not found or int(found[1]) >= int(found[2]):
        return number
    value = number.value + int(found[1]) / int(found[2])
    return replace(number, end=found.end(), value=value, grain=None, rules=("mixed", *number.rules))


def _tail(text: str, number: Number, value: Decimal, money: bool) -> Number:
    """Add what may follow digits: "and a half", a scale word or its short form."""
    number = add_fraction(text, number)
    scale, end = scale_after(text, number, money)
    if scale == 1:
        return number
    exact = value if number.value == plain(value) else Decimal(repr(number.value))
    grain = None if number.grain is None else number.grain * scale
    rules = ("scale", *number.rules)
    scaled = Number(number.start, end, plain(exact * scale), grain, rules, scale)
    return _smaller_part(text, add_fraction(text, scaled))


_SMALLER = lazy_pattern(
    rf"{GAP}(?:and{GAP})?(\d{{1,3}}){GAP}({'|'.join(SCALES)}|hundred)\b(?:{GAP}and{GAP}([1-9]\d?)(?=[^\S\n]*(?:$|[.,;]|is\b)))?",
    re.IGNORECASE,
)


def _smaller_part(text: str, number: Number) -> Number:
    """Add the next smaller part of "2 million 300 thousand"."""
    found = _SMALLER.match(text, number.end)
    scale = 0 if not found else SCALES.get(found[2].lower(), 100)
    if not found or scale >= number.scale or int(found[1]) * scale >= number.scale:
        return number
    rest = int(found[3] or 0)
    value = number.value + int(found[1]) * scale + rest
    return replace(number, end=found.end(), value=value, grain=1.0 if rest else float(scale))
