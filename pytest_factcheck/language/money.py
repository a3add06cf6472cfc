"""Money: the currency before or after a number."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pytest_factcheck.language.number import GAP
from pytest_factcheck.language.numbers import read_number
from pytest_factcheck.language.units import Unit
from pytest_factcheck.model.pattern import lazy_pattern

MINOR = {
    "cent": ("$", 0.01),
    "cents": ("$", 0.01),
    "euro cents": ("EUR", 0.01),
    "eurocents": ("EUR", 0.01),
    "us cents": ("USD", 0.01),
    "u.s. cents": ("USD", 0.01),
    "canadian cents": ("CAD", 0.01),
    "australian cents": ("AUD", 0.01),
    "euro cent": ("EUR", 0.01),
    "pence": ("GBP", 0.01),
    "penny": ("GBP", 0.01),
    "pennies": ("$", 0.01),
    "sen": ("MYR", 0.01),
    "kopeck": ("RUB", 0.01),
    "kopecks": ("RUB", 0.01),
    "kopeks": ("RUB", 0.01),
    "kopiykas": ("UAH", 0.01),
    "paise": ("INR", 0.01),
    "centavos": ("peso", 0.01),
    "¢": ("$", 0.01),
    "c": ("$", 0.01),
    "p": ("GBP", 0.01),
}
"""Small coins: the currency they are part of, and which part."""

DOLLARS = frozenset(
    "$ USD CAD AUD NZD HKD SGD TWD JMD TTD ZWL MXN ARS CLP COP"
    " BBD BMD BND BZD FJD GYD KYD LRD NAD SRD XCD DOP".split()
)
"""What a bare "$" may stand for."""


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Read currencies.txt: signs, words in lower case, and the words of other meanings."""
    signs: dict[str, str] = {}
    words: dict[str, str] = {}
    doubtful = set()
    for line in files(__package__).joinpath("currencies.txt").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        code, written, names = (part.strip() for part in line.split("|"))
        signs.update((sign.strip(), code) for sign in written.split(",") if sign.strip())
        for name in filter(None, (part.strip().lower() for part in names.split(","))):
            bare = name.removesuffix("(!)")
            words[bare] = code
            if bare != name:
                doubtful.add(bare)
    return signs, words, frozenset(doubtful)


def same_currency(one: str | None, other: str | None) -> bool:
    """Tell whether two units of money may be the same: a bare "$" may be any dollar, "crown" any crown."""
    if one is None or other is None or one == other:
        return True
    if "$" in (one, other):
        return one in DOLLARS and other in DOLLARS
    families = {
        "crown": {"SEK", "NOK", "DKK", "CZK", "ISK", "SKK", "CSK", "EEK", "kr"},
        "kr": {"SEK", "NOK", "DKK", "ISK", "crown"},
    }
    families |= {
        "franc": {"CHF", "FRF", "XOF", "XAF", "BEF", "BIF", "CDF", "DJF", "GNF", "RWF"},
        "peso": {"MXN", "PHP", "ARS", "CLP", "COP", "CUP", "DOP", "UYU"},
    }
    families |= {
        "riyal": {"SAR", "QAR", "OMR"},
        "rial": {"IRR", "OMR", "YER"},
        "dinar": {"KWD", "IQD", "BHD", "DZD", "JOD", "LYD", "RSD", "TND", "YUD"},
        "shilling": {"KES", "UGX", "TZS", "SOS", "ATS"},
        "ITL": {"TRY"},
    }
    families |= {"INR": {"PKR", "LKR", "NPR", "MUR"}, "mark": {"DEM", "FIM", "BAM"}, "leu": {"RON", "MDL"}}
    return other in families.get(one, ()) or one in families.get(other, ())


def currency_named(word: str) -> str:
    """Give the code of a currency by its name ("florins"); empty if the word names none."""
    return _tables()[1].get(word.casefold(), "")


@cache
def sign_pattern() -> re.Pattern[str]:
    """Match a currency sign or code that stands before a figure."""
    signs = sorted(_tables()[0].keys() - {"R"}, key=len, reverse=True)
    codes = [re.escape(sign) for sign in signs if sign[-1].isalpha() or sign[-1] == "."]
    marks = [re.escape(sign) for sign in signs if not (sign[-1].isalpha() or sign[-1] == ".")]
    return re.compile(
        rf"(?P<sign>{'|'.join(marks)}|(?i:hk|c|us|nz)[^\S\n]\$|[A-Za-z]{{1,3}}\$|(?:{'|'.join(codes)})(?=[^A-Za-z])|R(?=\d{{1,3}}(?:,\d{{3}}|(?:\.\d{{1,2}})?[^\S\n]?(?:[mb]illion|bn|m\b))))(?:[^\S\n]{{0,2}}|\n)(?=[-−]?[\d.½¼¾a-z])"
    )


@cache
def word_signs() -> tuple[str, ...]:
    """List the signs that begin with a letter, for the scan."""
    return tuple(sign for sign in _tables()[0] if sign[0].isalpha())


def currency_of(sign: str) -> str:
    """Give the code of a sign as it is written."""
    signs = _tables()[0]
    flat = "".join(sign.split())
    return (
        signs.get(sign) or signs.get(flat) or signs.get(flat.upper()) or ("$" if flat.endswith("$") else flat)
    )


_SUFFIX = lazy_pattern(
    rf"(?P<gap>{GAP}|[^\S\n]?-[^\S\n]?|)(?P<word>[A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿō.]|-(?=marks)){{0,14}}(?:(?:{GAP}|-)[A-Za-zÀ-ÿ]{{2,12}})?(?:(?:{GAP}|-)[A-Za-z]{{3,12}})?"
    r"|[€£¥₹₽₴₩₪₺₦₱₫฿₾₸₿¢$])(?![A-Za-zÀ-ÿ])"
)
_OF_A_COUNTRY = lazy_pattern(
    r"(?P<country>[A-Z][a-zà-ÿ]{2,}(?:-[A-Z][a-z]+)?)[^\S\n](?P<coin>[a-zà-ÿ]{3,})(?![A-Za-z-])"
)
TITLES = frozenset("Olympic World Triple European National Continental Commonwealth Wimbledon Davis".split())
"""Words before "crowns" that make titles of them."""
_SUM_ENDS = lazy_pattern(r"[^\S\n]\([$€£¥]")
_MILLION_CODE = lazy_pattern(
    r"[^\S\n]?(?P<scale>[MB])(?P<code>EUR|USD|GBP|SEK|NOK|DKK|CHF)\b"
    r"|[^\S\n]?(?P<after>USD|EUR|GBP) (?P<word>million|billion)\b"
)


def read_suffix(text: str, at: int, *, digits: bool, large: bool) -> Unit | None:
    """Read the currency that follows a number; `large` says that it ended in "million" or the like."""
    coded = _MILLION_CODE.match(text, at)
    if coded:
        scale = {"M": 1e6, "B": 1e9, "million": 1e6, "billion": 1e9}[coded["scale"] or coded["word"]]
        return Unit(at, coded.end(), "money", coded["code"] or coded["after"], "currency after", scale)
    found = _SUFFIX.match(text, at)
    if not found:
        return None
    signs, words, doubtful = _tables()
    begin, end = found.span("word")
    while end > begin:
        written = " ".join(text[begin:end].replace("-", " ").split())
        unit = _suffix_unit(written, found["gap"], digits, large, signs, words, doubtful)
        if not unit and written.lower() in doubtful and _SUM_ENDS.match(text, end):
            unit = words[written.lower()], 1.0
        if unit and not text[end : end + 1].isalpha():
            code, factor = unit
            return Unit(at, end, "money", code, "currency after", factor)
        if text[end - 1] == ".":
            end -= 1
            continue
        shorter = max(text.rfind(mark, begin, end) for mark in " -\n\u00a0")
        if shorter <= begin:
            return _of_a_country(text, at, begin, large=large) if found["gap"].strip() == "" else None
        end = shorter
        while end > begin and text[end - 1].isspace():
            end -= 1
    return None


def _of_a_country(text: str, at: int, begin: int, *, large: bool) -> Unit | None:
    """Read "Ruritanian crowns": coins of a country that the list does not know."""
    found = _OF_A_COUNTRY.match(text, begin) if begin > at else None
    if not found:
        return None
    _, words, doubtful = _tables()
    coin = found["coin"]
    if coin not in words or (coin in doubtful and not large) or found["country"] in TITLES:
        return None
    return Unit(at, found.end(), "money", words[coin], "currency after")


def _suffix_unit(
    written: str,
    gap: str,
    digits: bool,
    large: bool,
    signs: dict[str, str],
    words: dict[str, str],
    doubtful: frozenset[str],
) -> tuple[str, float] | None:
    low = written.lower()
    if low in words:
        return None if low in doubtful and not large else (words[low], 1.0)
    if (low if len(low) > 1 else written) in MINOR and (len(low) > 1 or (digits and not gap and not large)):
        return MINOR[low]
    if written in signs and digits and (len(written) > 1 or not written.isalpha()):
        return (signs[written], 1.0)
    if low == "usd" and large:
        return "USD", 1.0
    return None


_CENTS = lazy_pattern(
    rf"(?:{GAP}(?:and{GAP})?|,{GAP})"
    r"(?P<minor>\d{1,2}|[A-Za-z]{3,9}(?:[ -](?!cent|pence)[A-Za-z]{3,5})?)"
    rf"(?P<word>(?:{GAP}|-|)(?:cents?|pence|c|p|kopiykas|kopecks|sen))\b"
)
_SPOKEN_CENTS = lazy_pattern(
    rf"{GAP}(?P<minor>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{{3,5}})?)"
    r"(?=[^\S\n]?[.,;:!?)]|[^\S\n](?:a|per|each|for|on|and|in|at|to)\b|\s*$)"
)
"""The cents of "two euros twenty"."""
_BARE_CENTS = lazy_pattern(
    rf"(?:[^\S\n]|{GAP}and{GAP})(?P<minor>\d\d)(?=[^\S\n]?(?:[.,;:!?)]|$)|[^\S\n]more\b)(?![.,]\d)"
)


def read_coins(text: str, at: int) -> tuple[float, int] | None:
    """Read the small coins that follow a full amount: "3 dollars and 50 cents"."""
    found = _CENTS.match(text, at)
    if found:
        number = read_number(text, found.start("minor"))
        if number and number.end == found.end("minor") and 0 < number.value < 100:
            return float(number.value), found.end()
    spoken = _SPOKEN_CENTS.match(text, at)
    if spoken:
        number = read_number(text, spoken.start("minor"))
        if number and number.end == spoken.end("minor") and 10 <= number.value < 100:
            return float(number.value), spoken.end()
    bare = _BARE_CENTS.match(text, at)
    return (float(bare["minor"]), bare.end()) if bare else None
