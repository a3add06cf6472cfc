"""One number, in digits or words, with its scale and its fraction."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from pytest_factcheck.language.lexicon import (
    DENOMINATORS,
    DOZENS,
    MONEY_SCALES,
    SCALES,
    SHORT_SCALES,
    SINGLE_DENOMINATORS,
    TEENS,
    TENS,
    TIME_WORDS,
    UNITS,
    VULGAR,
)

LONGEST_RUN = 40
"""Digits in a row beyond which a run is no figure of anything."""

GAP = r"(?:[^\S\n]{1,4}\n?[^\S\n]{0,4}|\n[^\S\n]{0,4})"
"""A space between two words of one expression, a line break included, a blank line not."""

DASH = "-‐‑–—"


@dataclass(frozen=True, slots=True)
class Number:
    """One number as written; `scale` is the factor that its last word gave ("1.5 million": 1000000)."""

    start: int
    end: int
    value: int | float
    grain: float | None
    rules: tuple[str, ...]
    scale: int = 1


def plain(value: Decimal | int | float) -> int | float:
    """Give a whole number as int and any other as float."""
    return int(value) if value == int(value) else float(value)


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


_COMMA_DECIMALS = re.compile(
    r",(\d{1,2})(?=[^\S\n]?(?:%|€|per\s?cent|pct|milli(?:on|ard)|billion|trillion|euros?\b|km\b|kg\b|degrees|tonnes))"
)
_SLASH = re.compile(r"(\d{1,3})[/⁄](\d{1,4})(?![/⁄\d])")
_MIXED = re.compile(r"(?:[^\S\n]{1,2}|-)(\d{1,2})[/⁄](\d{1,2})(?![/⁄\d.])")
_SCALE_WORD = re.compile(rf"(?:{GAP}|-|)({'|'.join(SCALES)}|hundred|dozens?)\b", re.IGNORECASE)
_STANDS_LAST = re.compile(r"[^\S\n]*(?:$|\n)")
_SHORT_SCALE = re.compile(r"[^\S\n]{0,2}(bn|mn|mln|bln|trn|tn|tln|MM|[kKMBGTmbt])(?![A-Za-z\d²³])")
_POWER = re.compile(r"(?:[^\S\n]?[x×][^\S\n]?10(?:\^|\*\*)?([-−–]?\d{1,2})|[eE]([-+−]?\d{1,2}))(?![\d.]*\d)")
_COUNTED = re.compile(
    r"[^\S\n](?:people|men|women|children|(?!is\b|was\b|has\b|this\b|its\b|as\b|us\b|across\b|pass\b|less\b)"
    r"(?:[a-z]+-?){0,2}[a-z]{2,}(?<!s)s)\b"
)
_WORD = re.compile(r"[A-Za-z]+")
_JOIN = re.compile(rf"[^\S\n]-[^\S\n]|{GAP}|[{DASH}]")
_AND_FRACTION = re.compile(
    rf"(?:{GAP}|-)and(?:{GAP}|-)(?P<over>an?|one|two|three|four|five|six|seven|eight|nine)(?:{GAP}|-)"
    rf"(?P<under>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b",
    re.IGNORECASE,
)
_OF_SCALE = re.compile(
    rf"(?:(?:{GAP}|-)of)?(?:(?:{GAP}|-)(?:an?|one))?(?:{GAP}|-)({'|'.join(SCALES)}|dozen)\b", re.IGNORECASE
)
_HALF_SCALE = re.compile(
    rf"half(?:(?:{GAP}|-)an?)?(?:{GAP}|-)({'|'.join(SCALES)}|dozen|hundred)\b", re.IGNORECASE
)
_SHARE = re.compile(
    rf"(?:{GAP}|-)(?P<tie>in|out{GAP}of|of{GAP}every|in{GAP}every|out{GAP}of{GAP}every)(?:{GAP}|-)"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a{GAP}hundred|\d{1,3}(?!\d))"
    rf"(?![A-Za-z%]|[.,:/]\d|-\d)(?:{GAP}(?P<next>[A-Za-z]+))?".replace("{GAP}", GAP),
    re.IGNORECASE,
)
_AFTER_THIRD = re.compile(
    rf"{GAP}(?:of|the|to|in|were|was|are|is|have|had|has|said|say|more|less|fewer|higher|lower|from|or|that|who|this"
    r"|on|by|since|did|do|did|voted|off)\b|[^\S\n]?(?:[.,;:!?)\]]|$)",
    re.IGNORECASE,
)
_QUARTERED = re.compile(
    rf"(?:{GAP}|-)(?:(?:percentage{GAP}|per{GAP}cent|percent)|points?|miles?|lit(?:re|er)s?|inch|tons?|tonnes?|pounds?|cups?"
    r"|teaspoons?|tablespoons?|acres?|gallons?|kilos?|kilomet(?:re|er)s?)\b",
    re.IGNORECASE,
)
_PLURAL_UNDER = re.compile(
    rf"(?:{GAP}|[{DASH}])(?P<under>(?:{'|'.join(w for w in DENOMINATORS if w.endswith('ths') or w == 'thirds' or w == 'fifths')}))\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[-−–](?=[.\d])|-[^\S\n](?=\d)|(?:minus|negative)" + GAP, re.IGNORECASE)


def read_number(text: str, at: int, *, money: bool = False) -> Number | None:
    """Read the one number that begins exactly at that offset; behind a currency sign "m" means million."""
    if at >= len(text):
        return None
    sign = _SIGN.match(text, at)
    if sign:
        number = _read_unsigned(text, sign.end(), money)
        return (
            replace(number, start=at, value=-number.value, rules=("minus", *number.rules)) if number else None
        )
    return _read_unsigned(text, at, money)


def _read_unsigned(text: str, at: int, money: bool) -> Number | None:
    mark = text[at : at + 1]
    if mark in VULGAR:
        over, under = VULGAR[mark]
        return Number(at, at + 1, over / under, None, ("fraction",))
    if mark.isdecimal() or mark == ".":
        number = _read_digits(text, at, money)
        return (_share(text, number) or number) if number else None
    if not mark.isalpha():
        return None
    return _read_fraction(text, at) or _read_shared_words(text, at)


def _read_shared_words(text: str, at: int) -> Number | None:
    number = _read_words(text, at)
    return (_share(text, number) or number) if number else None


# ---------------------------------------------------------------------------------------------- digits


def _read_digits(text: str, at: int, money: bool) -> Number | None:
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
    value = _decimal(digits, decimals)
    rules = (
        ("digits", "grouped") if found["grouped"] else ("digits", "decimal comma") if comma else ("digits",)
    )
    number = Number(at, end, plain(value), 10.0 ** -len(decimals), rules)
    return _tail(text, _power(text, number) or _vulgar(text, number), value, money)


def _whole(found: re.Match[str]) -> str:
    return "" if found["bare"] else found.group()


def _decimal(digits: str, decimals: str) -> Decimal:
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
    number = _and_fraction(text, number)
    scale, end = _scale_after(text, number, money)
    if scale == 1:
        return number
    exact = value if number.value == plain(value) else Decimal(repr(number.value))
    grain = None if number.grain is None else number.grain * scale
    rules = ("scale", *number.rules)
    scaled = Number(number.start, end, plain(exact * scale), grain, rules, scale)
    return _smaller_part(text, _and_fraction(text, scaled))


def _scale_after(text: str, number: Number, money: bool) -> tuple[int, int]:
    word = _SCALE_WORD.match(text, number.end)
    if word:
        name = word[1].lower()
        return SCALES.get(name) or DOZENS.get(name) or 100, word.end()
    short = _SHORT_SCALE.match(text, number.end)
    if not short:
        return 1, number.end
    spaced = short.start(1) > number.end
    name = short[1]
    if money:
        return MONEY_SCALES[name], short.end()
    if name == "m" and not spaced and _counts_millions(text, number, short.end()):
        return 10**6, short.end()
    if (
        name in "MBG"
        and not spaced
        and number.grain == 1
        and number.value < 100
        and _is_code(text, short.end())
    ):
        return 1, number.end
    if name not in SHORT_SCALES or (spaced and len(name) == 1 and not _STANDS_LAST.match(text, short.end())):
        return 1, number.end
    return SHORT_SCALES[name], short.end()


_COUNT_CUE = re.compile(
    r"\b(?:sales|people|population|users|subscribers|viewers|customers|visitors|passengers|units|copies|votes|jobs|members|followers"
    r"|downloads|tickets|tourists|migrants|refugees|cars|homes|households|total|number|audience|readers|views|deaths|cases|doses"
    r"|shares|vehicles|streams|profits?|loss(?:es)?|revenues?|turnover|workforce|circulation|electorate|membership)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_LENGTH_CUE = re.compile(
    r"\b(?:tall|high|long|wide|deep|height|depth|length|width|jump\w*|cleared|threw|swam|ran|race|wave\w*|water|level|metres?|above|below)\b",
    re.IGNORECASE,
)


def _counts_millions(text: str, number: Number, end: int) -> bool:
    """Tell "1.4m people" and "sales of 1.4m" from metres."""
    if _COUNTED.match(text, end):
        return True
    if number.grain == 1 or not re.match(r"[.,;:)\s]", text[end : end + 1] or "."):
        return False
    window = max(0, number.start - 60)
    if _LENGTH_CUE.search(text, window, end) or _LENGTH_CUE.match(text, end + 1):
        return False
    return bool(_COUNT_CUE.search(text, window, number.start))


def _is_code(text: str, end: int) -> bool:
    """Tell whether "14B" is a seat or a flat rather than fourteen billion: nothing that is counted follows."""
    return not _COUNTED.match(text, end) and not _STANDS_LAST.match(text, end)


_SMALLER = re.compile(
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


# ---------------------------------------------------------------------------------------------- fractions


def _and_fraction(text: str, number: Number) -> Number:
    """Add "and a half": of the scale word just read ("three million and a half"), otherwise of one."""
    found = _AND_FRACTION.match(text, number.end)
    if not found:
        return number
    over, under = found["over"].lower(), found["under"].lower()
    count = UNITS.get(over, 1)
    if (count == 1) != (under in SINGLE_DENOMINATORS) or count >= DENOMINATORS[under]:
        return number
    whole = number.scale if number.scale >= 1000 else 1
    share = Decimal(count * whole) / DENOMINATORS[under]
    value = plain(Decimal(repr(number.value)) + share)
    return replace(number, end=found.end(), value=value, grain=None, rules=("and a fraction", *number.rules))


@cache
def _fractions() -> re.Pattern[str]:
    overs = "|".join(["an?", *(word for word in (*UNITS, *TEENS) if UNITS.get(word, 1))])
    unders = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
    return re.compile(
        rf"(?P<over>{overs})(?:{GAP}|[{DASH}]|[^\S\n]-[^\S\n])(?P<under>{unders})(?![A-Za-z])", re.IGNORECASE
    )


def _read_fraction(text: str, at: int) -> Number | None:
    half = _HALF_SCALE.match(text, at)
    if half:
        scale = SCALES.get(half[1].lower()) or DOZENS.get(half[1].lower()) or 100
        return Number(at, half.end(), scale // 2, None, ("half a scale",), scale)
    low = text[at : at + 7].lower()
    if low.startswith("half") and not text[at + 4 : at + 5].isalpha():
        return Number(at, at + 4, 0.5, None, ("fraction",))
    if low.startswith("quarter") and not text[at + 7 : at + 8].isalpha():
        number = Number(at, at + 7, 0.25, None, ("fraction",))
        scaled = _of_scale(text, number)
        return scaled if scaled is not number or _QUARTERED.match(text, at + 7) else None
    found = _fractions().match(text, at)
    if not found:
        return None
    over, under = found["over"].lower(), found["under"].lower()
    count = UNITS.get(over) or TEENS.get(over) or 1
    hyphened = "-" in found.group()
    if (count == 1) != (under in SINGLE_DENOMINATORS) and not (hyphened and (count, under) == (3, "quarter")):
        return None
    if (count, under) == (2, "quarters"):
        return None
    if over in ("a", "an") and under not in ("half", "quarter") and not _AFTER_THIRD.match(text, found.end()):
        return None
    value = count / DENOMINATORS[under]
    return _of_scale(text, Number(at, found.end(), value, None, ("fraction",)))


def _of_scale(text: str, number: Number) -> Number:
    found = _OF_SCALE.match(text, number.end)
    if not found:
        return number
    scale = SCALES.get(found[1].lower(), 12)
    value = plain(round(number.value * scale, 6))
    return replace(
        number, end=found.end(), value=value, rules=("fraction of a scale", *number.rules), scale=scale
    )


def _share(text: str, number: Number) -> Number | None:
    """Read "nine in ten", "one out of five", "3 of every 4" as the share that it is."""
    if number.value != int(number.value) or not 0 < number.value < 100:
        return None
    found = _SHARE.match(text, number.end)
    if not found or (found["next"] or "").lower() in TIME_WORDS | SCALES.keys() | {"hundred"}:
        return None
    word = found["whole"].lower()
    whole = int(word) if word.isdecimal() else 100 if word.startswith("a") else _small(word)
    if number.value >= whole:
        return None
    end = found.end("whole")
    return Number(number.start, end, number.value / whole, None, ("share", *number.rules))


def _small(word: str) -> int:
    return UNITS.get(word) or TEENS.get(word) or TENS.get(word) or 0


# ---------------------------------------------------------------------------------------------- words


def _read_words(text: str, at: int) -> Number | None:
    """Read a cardinal in words by its classes: units, teens, tens, hundred, scales, each smaller than the last."""
    first = _WORD.match(text, at)
    if not first:
        return None
    word = first.group().lower()
    if word in ("a", "an"):
        return _read_article(text, at, first.end())
    if word == "point":
        return None
    cardinal = _Cardinal(text, at)
    if not cardinal.read(at):
        return None
    number = Number(at, cardinal.end, cardinal.value, float(cardinal.place), ("words",), cardinal.scale)
    return _parts_of(text, number, cardinal) or _finish_words(text, _and_fraction(text, _point(text, number)))


def _parts_of(text: str, number: Number, cardinal: _Cardinal) -> Number | None:
    """Read "fifty-four hundredths" and, with a whole number before it, "two hundred and fifty-four hundredths"."""
    found = _PLURAL_UNDER.match(text, number.end)
    if not found or number.value == 1:
        return None
    under = DENOMINATORS[found["under"].lower()]
    whole = cardinal.before_and
    over = number.value - whole
    if over >= under and whole:
        return None
    return Number(number.start, found.end(), whole + over / under, None, ("fraction", "words"))


def _finish_words(text: str, number: Number) -> Number:
    if ("and a fraction" in number.rules and number.scale == 1) or "point" in number.rules:
        scale, end = _scale_after(text, number, money=False)
        if scale > 1 and end > number.end:
            value = plain(Decimal(repr(number.value)) * scale)
            grain = number.grain * scale if number.grain else None
            return replace(
                number, end=end, value=value, grain=grain, rules=("scale", *number.rules), scale=scale
            )
        return number
    dozen = _DOZEN.match(text, number.end)
    if dozen and number.scale == 1 and number.value < 100:
        return replace(
            number, end=dozen.end(), value=number.value * 12, grain=12.0, rules=("dozen",), scale=12
        )
    return number


_DOZEN = re.compile(rf"(?:{GAP}|-)dozens?\b", re.IGNORECASE)
_A_SCALE = re.compile(rf"(?:{GAP}|-)(hundred|dozen|{'|'.join(SCALES)})\b", re.IGNORECASE)
_A_COUPLE = re.compile(rf"(?:{GAP}|-)couple(?:{GAP}of)?\b", re.IGNORECASE)
_POINT = re.compile(
    rf"{GAP}point((?:{GAP}(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)\b){{1,6}})", re.I
)


def _point(text: str, number: Number) -> Number:
    """Add spoken decimals: "three point five"."""
    found = _POINT.match(text, number.end)
    if not found or number.value != int(number.value):
        return number
    digits = "".join(str(UNITS.get(word.lower(), 0)) for word in found[1].split())
    value = plain(_decimal(str(number.value), digits))
    return replace(number, end=found.end(), value=value, grain=10.0 ** -len(digits), rules=("point", "words"))


def _read_article(text: str, at: int, end: int) -> Number | None:
    """Read "a hundred and fifty", "a dozen", "a couple of"."""
    couple = _A_COUPLE.match(text, end)
    if couple:
        return Number(at, couple.end(), 2, None, ("a couple",))
    found = _A_SCALE.match(text, end)
    if not found:
        return None
    name = found[1].lower()
    if name in DOZENS:
        return Number(at, found.end(), DOZENS[name], None, ("dozen",), DOZENS[name])
    cardinal = _Cardinal(text, at)
    cardinal.take_one(end)
    if not cardinal.read(found.start(1)):
        return None
    number = Number(at, cardinal.end, cardinal.value, float(cardinal.place), ("words",), cardinal.scale)
    return _parts_of(text, number, cardinal) or _and_fraction(text, number)


class _Cardinal:
    """The state of reading one cardinal, word by word."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.end = text, at
        self.total = self.group = 0
        self.last = ""
        self.scale, self.place = 1, 1
        self.smallest = 10**30
        self.joined = False
        self.before_and = 0

    @property
    def value(self) -> int:
        return self.total + self.group

    def take_one(self, end: int) -> None:
        """Count the article of "a hundred" as one."""
        self.group, self.last, self.end = 1, "unit", end

    def read(self, at: int) -> bool:
        """Take words from there for as long as they make one number."""
        position: int | None = at
        while position is not None:
            found = _WORD.match(self.text, position)
            if not found or not self._take(found.group().lower(), found.end()):
                break
            position = self._next(found.end())
        return self.last not in ("", "alone")

    def _take(self, word: str, end: int) -> bool:
        taken = (
            self._small(word)
            or (word == "hundred" and self._hundred())
            or (word in SCALES and self._scaled(SCALES[word]))
        )
        if taken:
            self.end = end
        return taken

    def _small(self, word: str) -> bool:
        if word in UNITS:
            value, allowed = UNITS[word], ("", "tens", "hundred", "scale")
            if self.last and not value:
                return False
        elif word in TEENS:
            value, allowed = TEENS[word], ("", "hundred", "scale")
        elif word in TENS:
            value, allowed = TENS[word], ("", "hundred", "scale")
        else:
            return False
        if self.last not in allowed:
            return False
        self.group += value
        self.last = "unit" if word in UNITS else "teen" if word in TEENS else "tens"
        self.place, self.scale = 1, 1
        return True

    def _hundred(self) -> bool:
        if self.last in ("hundred", "scale") or not self.group < 100 or (self.last and not self.group):
            return False
        self.group = (self.group or 1) * 100
        self.last, self.place, self.scale = "hundred", 100, 100
        return True

    def _scaled(self, scale: int) -> bool:
        if self.last == "scale":
            return self._times(scale)
        if scale >= self.smallest or (self.last and not self.group):
            return False
        self.total += (self.group or 1) * scale
        self.group, self.smallest = 0, scale
        self.last, self.place, self.scale = "scale", scale, scale
        return True

    def _times(self, scale: int) -> bool:
        """Take "thousand million", once."""
        if self.joined or scale < self.smallest:
            return False
        self.joined = True
        self.total *= scale
        self.smallest = self.place = self.scale = self.scale * scale
        return True

    def _next(self, end: int) -> int | None:
        """Find where the next word of the number may begin, past "and" where one may stand."""
        joint = _JOIN.match(self.text, end)
        if not joint:
            return None
        spaced_hyphen = "-" in joint.group() and joint.end() - joint.start() > 1
        if spaced_hyphen and self.last != "tens":
            return None
        if joint.group() in "–—" and self.last != "tens":
            return None
        found = _WORD.match(self.text, joint.end())
        if not found or found.group().lower() != "and":
            return joint.end()
        position = self._after_and(found.end())
        if position is not None:
            self.before_and = self.value
        return position

    def _after_and(self, end: int) -> int | None:
        if self.last not in ("hundred", "scale"):
            return None
        joint = _JOIN.match(self.text, end)
        if not joint:
            return None
        ahead = _Cardinal(self.text, joint.end())
        found = _WORD.match(self.text, joint.end())
        if (
            not found
            or found.group().lower() in ("hundred", "zero", *SCALES)
            or not ahead.read_group(joint.end())
        ):
            return None
        # "one hundred and two hundred" are two numbers; "two thousand and two hundred" is one
        if self.last == "hundred" and ahead.group >= 100:
            return None
        after = ahead.end
        gap = _JOIN.match(self.text, after)
        word = _WORD.match(self.text, gap.end()) if gap else None
        follows = word.group().lower() if word else ""
        if follows in DENOMINATORS and follows.endswith("s") and ahead.group < 20:
            return None
        if follows in SCALES and (
            SCALES[follows] >= self.smallest or (self.last == "hundred" and self.smallest == 10**30)
        ):
            return joint.end() if self.last == "hundred" and self._joins(follows, ahead.group) else None
        return joint.end()

    def _joins(self, scale: str, group: int) -> bool:
        """Tell whether "six hundred and fifty thousand" goes on as one number: it does below a hundred."""
        return group < 100 and SCALES[scale] < self.smallest

    def read_group(self, at: int) -> bool:
        """Take a number below a thousand and nothing more."""
        position: int | None = at
        while position is not None:
            found = _WORD.match(self.text, position)
            if not found:
                break
            word = found.group().lower()
            if not (self._small(word) or (word == "hundred" and self._hundred())):
                break
            self.end = found.end()
            joint = _JOIN.match(self.text, self.end)
            position = joint.end() if joint else None
        return self.last != ""
