"""The reading of one number with its currency, percent word, measure or unit of time."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pytest_factcheck.language import durations
from pytest_factcheck.language.compounds import HEIGHT, add_smaller_measure, height_term, is_weight_in_stone
from pytest_factcheck.language.money import currency_of, read_coins, read_suffix, sign_pattern
from pytest_factcheck.language.number import GAP, Number, plain
from pytest_factcheck.language.numbers import read_number
from pytest_factcheck.language.pounds import is_weight
from pytest_factcheck.language.term import Term, mention_of
from pytest_factcheck.language.units import Unit, read_measure, read_percent
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.pattern import lazy_pattern

_STANDS_BARE = lazy_pattern(r"[.,;:!?)]?(?:[”\"’']?[.,]?)(?:\s|$)(?![^\S\n]?(?:[\w%°€£$({\[±+²-]))|[,;.)]\s")
"""What shows at a glance that no unit follows."""


LARGE = 10_000  # so many "marks" or "won" are money
_PLUS_MINUS = lazy_pattern(r"[^\S\n]?(?:±|\+/[-−]|\+-)[^\S\n]?\d{1,9}(?:\.\d{1,9})?(?:[eE][-−]?\d{1,2})?")


def read_term(text: str, at: int) -> Term | None:
    """Read one number with its currency, percent word, measure or unit of time."""
    sign = sign_pattern().match(text, at)
    if sign:
        return _signed_term(text, at, sign)
    height = HEIGHT.match(text, at)
    if height:
        return height_term(at, height)
    number = read_number(text, at)
    return _with_unit(text, number) if number else None


def _signed_term(text: str, at: int, sign: re.Match[str]) -> Term | None:
    number = read_number(text, sign.end(), money=True)
    if not number:
        return None
    if sign["sign"] == "COP" and sign.end() - at == 3:
        return None
    code = currency_of(sign["sign"])
    unit = Unit(at, sign.end(), "money", code, "currency before")
    after = read_suffix(text, number.end, digits=True, large=True)
    end = number.end
    if after and text[after.end - 1].isalpha() and after.end - number.end > 3 and after.factor == 1:
        end, unit = after.end, replace(unit, name=after.name or code)
    return Term(at, end, number, unit)


def _with_unit(text: str, number: Number) -> Term:
    if _STANDS_BARE.match(text, number.end):
        return Term(number.start, number.end, number)
    error = _PLUS_MINUS.match(text, number.end)
    if error:
        number = replace(number, end=error.end(), rules=("margin of error", *number.rules))
    digits = (
        text[number.end - 1].isdigit() or text[number.start : number.start + 2].strip("-−.")[:1].isdigit()
    )
    part = 0 < number.value < 1 and bool({"fraction", "share"} & set(number.rules))
    percent = read_percent(text, number.end, part=part)
    if percent:
        return Term(number.start, percent.end, number, percent)
    length = durations.read_duration(text, number)
    if length:
        return Term(number.start, length.end, number, None, length)
    is_large = number.scale >= 1000 or number.value >= LARGE
    money = read_suffix(text, number.end, digits=digits, large=is_large)
    if money and not is_weight(text, number, money):
        return _with_coins(text, number, money)
    measure = read_measure(
        text, number.end, digits=digits, part=part or number.value == 0.5 or number.value == 0.25
    )
    if measure and (measure.name != "stone" or is_weight_in_stone(text, number, measure)):
        return add_smaller_measure(text, Term(number.start, measure.end, number, measure))
    if money:
        return _with_coins(text, number, money)
    return Term(number.start, number.end, number)


def _with_coins(text: str, number: Number, money: Unit) -> Term:
    if money.factor not in (1.0, 0.01):
        value = plain(Decimal(repr(number.value)) * int(money.factor))
        grain = number.grain * money.factor if number.grain else None
        number = replace(number, value=value, grain=grain, scale=int(money.factor))
        return Term(number.start, money.end, number, replace(money, factor=1.0))
    coins = read_coins(text, money.end) if money.factor == 1 and number.value == int(number.value) else None
    if not coins:
        return Term(number.start, money.end, number, money)
    value = plain(Decimal(repr(number.value)) + Decimal(repr(coins[0])) / 100)
    return Term(
        number.start, coins[1], replace(number, value=value, grain=0.01), replace(money, end=coins[1])
    )


_ONE_COIN = lazy_pattern(rf"{GAP}(dollar|euro|pound|crown|rupee|franc)(?={GAP}and{GAP})", re.IGNORECASE)


def read_one_and_coins(text: str, start: int, end: int) -> Mention | None:
    """Read "a dollar and 42 cents", whose article ends at `end`."""
    found = _ONE_COIN.match(text, end)
    coins = read_coins(text, found.end()) if found else None
    unit = read_suffix(text, end, digits=False, large=False) if coins else None
    if not coins or not unit:
        return None
    value = plain(1 + Decimal(repr(coins[0])) / 100)
    number = Number(start, coins[1], value, 0.01, ("one", "coins"))
    return mention_of(text, Term(start, coins[1], number, unit))


_OF = lazy_pattern(rf"{GAP}of(?={GAP})", re.IGNORECASE)


def read_money_of(text: str, at: int) -> Unit | None:
    """Read the currency of a vague sum: "tens of millions of dollars"."""
    of = _OF.match(text, at)
    return read_suffix(text, of.end() if of else at, digits=False, large=True)


_PERCENT_OF = lazy_pattern(rf"per{GAP}?cent(?:age)?{GAP}of{GAP}(?=[\da-z])", re.IGNORECASE)


def read_percent_of(text: str, at: int) -> Mention | None:
    """Read the entry "per cent of 210", which opens its line, as it is put in tables."""
    found = _PERCENT_OF.match(text, at)
    if not found or text[max(0, at - 80) : at].rpartition("\n")[2].strip():
        return None
    number = read_number(text, found.end())
    if not number:
        return None
    unit = Unit(at, found.end(), "percent", None, "percent of")
    return mention_of(text, Term(at, number.end, number, unit))
