"""Figures with their units: percents, money, quantities, ranges, and lists that share a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from pytest_factcheck.language import durations
from pytest_factcheck.language.money import currency_of, read_coins, read_suffix, sign_pattern
from pytest_factcheck.language.numbers import GAP, Number, plain, read_number
from pytest_factcheck.language.units import Unit, read_measure, read_percent
from pytest_factcheck.model.mention import Length, Mention, MentionKind, Value
from pytest_factcheck.model.span import Span

LONGEST_LIST = 8
"""Figures that one unit may be shared by."""


@dataclass(frozen=True, slots=True)
class Term:
    """One number with the unit that stands at it, if any."""

    start: int
    end: int
    number: Number
    unit: Unit | None = None
    length: Mention | None = None

    @property
    def is_bare(self) -> bool:
        """Tell whether no unit stands at the number."""
        return self.unit is None and self.length is None


_TO = re.compile(
    rf"(?P<dash>[^\S\n]?[-‐‑–—−][^\S\n]?~?)|-?{GAP}to{GAP}(?:about{GAP}|around{GAP}|as{GAP}(?:many|much|high){GAP}as{GAP})?",
    re.I,
)
_AND = re.compile(rf"-?{GAP}and{GAP}(?:about{GAP}|around{GAP})?", re.IGNORECASE)
_OR = re.compile(rf"-?{GAP}or{GAP}", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\bbetween{GAP}(?:about{GAP}|around{GAP}|roughly{GAP}|an?{GAP}estimated{GAP}|some{GAP})?$",
    re.IGNORECASE,
)
_FROM = re.compile(rf"\bfrom{GAP}(?:about{GAP}|around{GAP}|roughly{GAP})?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|increas\w+|grow\w*|grew|grown|climb\w*|jump\w*|surg\w+|soar\w*|up|rais\w+|lift\w*|boost\w*"
    r"|hik\w+|fall\w*|fell|drop\w*|declin\w+|decreas\w+|down|cut|cuts|cutting|slash\w*|reduc\w+|lower\w*|shr[aiu]nk\w*|slid\w*"
    r"|plung\w+|slow\w*|dip\w*|tumbl\w+|slump\w*|mov\w+|went|go|goes|going|gone|chang\w+|expand\w*|shift\w*|edg\w+|improv\w+"
    r"|accelerat\w+|eas\w+|widen\w*|narrow\w*|doubl\w+|tripl\w+|swell\w*|revis\w+|ballooned|rebound\w*|trimm?\w*|halv\w+|advanc\w+"
    r"|weaken\w*|strengthen\w*|sank|sink\w*|leapt|leap\w*|swung|swing\w*|upgrad\w+|downgrad\w+|turn\w*|took|tak\w+|bring\w*|brought"
    r"|extend\w*|push\w*|crept|creep\w*|inch\w*|quadrupl\w+|adjust\w*|cool\w*|pick\w*)\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?P<comma>,{GAP}(?P<closing>(?:and|or){GAP})?)|{GAP}(?:and|or|to){GAP}|[^\S\n]?/[^\S\n]?",
    re.IGNORECASE,
)
_STANDS_BARE = re.compile(r"[.,;:!?)]?(?:[”\"’']?[.,]?)(?:\s|$)(?![^\S\n]?(?:[\w%°€£$({\[±+²-]))|[,;.)]\s")
"""What shows at a glance that no unit follows."""
_PLUS_MINUS = re.compile(r"[^\S\n]?(?:±|\+/[-−]|\+-)[^\S\n]?\d{1,9}(?:\.\d{1,9})?(?:[eE][-−]?\d{1,2})?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


def read_term(text: str, at: int) -> Term | None:
    """Read one number with its currency, percent word, measure or unit of time."""
    sign = sign_pattern().match(text, at)
    if sign:
        return _signed_term(text, at, sign)
    height = _HEIGHT.match(text, at)
    if height:
        return _height_term(at, height)
    number = read_number(text, at)
    return _with_unit(text, number) if number else None


_HEIGHT = re.compile(r"([2-9])['’′][^\S\n]?(\d{1,2}(?:\.\d)?)(?:[\"”″]|'')")


def _height_term(at: int, found: re.Match[str]) -> Term:
    """Read 5'10", a height in feet and inches."""
    value = plain(round(int(found[1]) + float(found[2]) / 12, 9))
    number = Number(at, found.end(2), value, None, ("compound", "digits"))
    return Term(at, found.end(), number, Unit(found.end(2), found.end(), "quantity", "foot", "measure"))


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
    money = read_suffix(text, number.end, digits=digits, large=number.scale >= 1000)
    if money and not _weighs(text, number, money):
        return _with_coins(text, number, money)
    measure = read_measure(
        text, number.end, digits=digits, part=part or number.value == 0.5 or number.value == 0.25
    )
    if measure and (measure.name != "stone" or _is_weight_in_stone(text, number, measure)):
        return _compound(text, Term(number.start, measure.end, number, measure))
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


_POUND = re.compile(r"pounds?$", re.IGNORECASE)
_ONE_COIN = re.compile(rf"{GAP}(dollar|euro|pound|crown|rupee|franc)(?={GAP}and{GAP})", re.IGNORECASE)


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


_PERCENT_OF = re.compile(rf"per{GAP}?cent(?:age)?{GAP}of{GAP}(?=[\da-z])", re.IGNORECASE)


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


_WEIGHT_AFTER = re.compile(
    rf"{GAP}(?:of{GAP}(?!debt|damage|compensation|savings|investment|funding|cuts|cash|public|tax|his|her|their|your|my|our)|heavier|lighter|overweight|"
    rf"per{GAP}square|in{GAP}weight)|{GAP}[\d.]+{GAP}?oz|{GAP}\w+{GAP}ounces?",
    re.IGNORECASE,
)
_WEIGHT_BEFORE = re.compile(
    r"\b(?:weigh(?:s|ed|ing|t)?|los[et]|losing|gain(?:ed|s)?|drop(?:ped)?|shed|lift(?:ed|ing)?|carr(?:y|ied|ying)|burn(?:ed|s)?|caught|pull(?:ed)?)\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)


def _weighs(text: str, number: Number, money: Unit) -> bool:
    """Tell whether "pounds" are a weight here; as money they stand after "million" or in copy that writes £."""
    words = text[number.end : money.end].strip("- \n")
    if not _POUND.fullmatch(words) or number.scale >= 10**6:
        return False
    if _WEIGHT_AFTER.match(text, money.end) or _WEIGHT_BEFORE.search(
        text, max(0, number.start - 40), number.start
    ):
        return True
    if words.lower() == "pound" and text[number.end] == "-":
        return not _NOTE_AFTER.match(text, money.end)
    return not (_writes_sterling(text) or _COST_BEFORE.search(text, max(0, number.start - 48), number.start))


_NOTE_AFTER = re.compile(
    rf"(?:-a-\w+)?{GAP}(?:notes?|coins?|fines?|tickets?|fees?|prizes?|loans?|bills?|deals?|cheques?|bets?)\b"
)
_COST_BEFORE = re.compile(
    r"\b(?:cost(?:s|ing)?|pa(?:y|ys|id|ying)|worth|prices?d?|fine[ds]?|sold|rais(?:e|ed|ing)|spen[dt]s?|spending|earn(?:s|ed|ing)?"
    r"|ow(?:e|es|ed)|bet|won|charg(?:e|es|ed)|sav(?:e|es|ed|ings)|debts?|budget|fees?|rewards?|salary|wages?|rent|loans?|donat(?:e|ed)"
    r"|grants?|prizes?|bill|bought|invest(?:s|ed)?|fund|tax|profits?|money|cash)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4)
def _writes_sterling(text: str) -> bool:
    """Tell whether the copy writes of British money anywhere; then its pounds are no weights."""
    return "£" in text or "sterling" in text or "pence" in text


_AFTER_STONE = re.compile(
    rf"[^\S\n]?(?:[.,;:!?()]|$)|{GAP}(?:\d|and|in|to|at|man|woman|overweight|heavier|lighter)"
)


def _is_weight_in_stone(text: str, number: Number, measure: Unit) -> bool:
    return 5 <= number.value <= 60 and bool(_AFTER_STONE.match(text, measure.end))


_PARTS = {
    ("foot", "inch"): 12,
    ("mile", "yard"): 1760,
    ("mile", "foot"): 5280,
    ("yard", "foot"): 3,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("kilometre", "metre"): 1000,
    ("metre", "centimetre"): 100,
    ("kilogram", "gram"): 1000,
    ("tonne", "kilogram"): 1000,
}
"""How many of the second measure one of the first holds, where both are written: "5 feet 7 inches"."""
_PART_JOINT = re.compile(rf"(?:,?{GAP}(?:and{GAP})?|-|)(?=[\d]|[a-z])", re.IGNORECASE)
_FOOT_END = re.compile(r"(?![\d.,]*\d)(?=[\s.,;)-])|$")
_INCH_MARK = re.compile(r"[^\S\n]?(?:in\b(?!{GAP}(?:the|a)\b)|″|\"|'')".replace("{GAP}", GAP))


def _compound(text: str, term: Term) -> Term:
    """Add the smaller measure: "5 ft 2 in", "7 feet and 10 inches"."""
    if not term.unit or term.number.value != int(term.number.value):
        return term
    joint = _PART_JOINT.match(text, term.end)
    number = read_number(text, joint.end()) if joint else None
    if not number or number.value <= 0:
        return term
    digits = text[number.start].isdigit()
    measure = read_measure(text, number.end, digits=digits)
    name, end = (measure.name, measure.end) if measure else (None, 0)
    if not measure and term.unit.name == "foot" and digits:
        mark = _INCH_MARK.match(text, number.end)
        name, end = ("inch", mark.end()) if mark else (None, 0)
    if (
        not measure
        and term.unit.name == "foot"
        and text[term.end] == "-"
        and _FOOT_END.match(text, number.end)
    ):
        name, end = "inch", number.end
    holds = _PARTS.get((term.unit.name or "", name or ""))
    if not holds or number.value >= holds:
        return term
    value = plain(round(term.number.value + number.value / holds, 9))
    whole = replace(term.number, value=value, grain=None, rules=("compound", *term.number.rules))
    return replace(term, end=end, number=whole)


# ------------------------------------------------------------------------------------- several figures


def read_figures(text: str, at: int) -> list[Mention]:
    """Read the figure at that offset: alone, as a range, or with the list whose unit it shares."""
    first = read_term(text, at)
    if not first:
        return []
    ranged = _read_range(text, first)
    if ranged:
        return [ranged]
    terms = _share_unit(text, first)
    return [mention_of(text, term) for term in terms]


def mention_of(text: str, term: Term, *extra: str) -> Mention:
    """Make the mention of one number with its unit."""
    if term.length:
        return replace(term.length, rules=(*extra, *term.length.rules))
    number, unit = term.number, term.unit
    kind, name, factor = _kind_of(unit)
    value = number.value if factor == 1 else plain(Decimal(repr(number.value)) * Decimal(repr(factor)))
    grain = number.grain * factor if number.grain else None
    rules = (*extra, *((kind, unit.rule) if unit else (kind,)), *number.rules)
    span = Span(number.start, number.end)
    return Mention(
        term.start, term.end, text[term.start : term.end], kind, value, name, None, span, grain, rules
    )


def _kind_of(unit: Unit | None) -> tuple[MentionKind, str | None, float]:
    if not unit:
        return "number", None, 1.0
    kind: MentionKind = "number" if unit.kind == "points" else unit.kind
    return kind, unit.name, unit.factor


def _read_range(text: str, first: Term) -> Mention | None:
    joint, between, opened = _range_joint(text, first)
    if not joint:
        return None
    second = read_term(text, joint.end())
    if not second or not _same_unit(first, second):
        return None
    dashed = not between and bool(joint.groupdict().get("dash"))
    if dashed and second.number.value < 0:
        return None
    first, second = _share_scale(text, first, second, dashed)
    low, high = _amount(first, second), _amount(second, first)
    if (
        low is None
        or high is None
        or not _rises(low, high)
        or (dashed and not first.unit and second.is_bare and _is_code(text, first, second))
    ):
        return None
    start = first.start if opened is None else opened
    return _range_mention(text, start, first, second, (low, high), "between" if between else "range")


def _range_joint(text: str, first: Term) -> tuple[re.Match[str] | None, bool, int | None]:
    """Find what joins the two ends, whether "between" opens them, and where the opening word stands."""
    window = max(0, first.start - 24)
    between = _BETWEEN.search(text, window, first.start)
    if between:
        joint = _AND.match(text, first.end) or _TO.match(text, first.end)
        if joint:
            return joint, True, between.start()
        shorter = None
        return shorter, True, None
    joint = _TO.match(text, first.end)
    if not joint:
        return None, False, None
    opening = _FROM.search(text, window, first.start)
    if not joint["dash"] and not opening and _is_step(text, first, joint):
        return None, False, None
    if not joint["dash"] and opening and _CHANGE.search(text, max(0, opening.start() - 90), opening.start()):
        return None, False, None
    return joint, False, opening.start() if opening else None


def _is_step(text: str, first: Term, joint: re.Match[str]) -> bool:
    """Tell a step and its result ("rose $2 to $85", "by a third to 90") from a range ("rose 5 to 10 percent")."""
    if not _CHANGE.search(text, max(0, first.start - 40), first.start):
        return False
    if not first.is_bare:
        return True
    second = read_term(text, joint.end())
    return bool(second and second.is_bare) or "fraction" in first.number.rules


def _same_unit(first: Term, second: Term) -> bool:
    if first.length or (first.unit and first.length):
        return bool(second.length)
    if first.unit is None:
        return True
    if second.unit is None:
        return first.unit.rule == "currency before" and second.length is None
    return first.unit.kind == second.unit.kind and (
        first.unit.name == second.unit.name
        or (first.unit.name == "degree" and second.unit.name in ("celsius", "fahrenheit"))
        or "$" in (first.unit.name, second.unit.name)
    )


def _share_scale(text: str, first: Term, second: Term, dashed: bool) -> tuple[Term, Term]:
    """Give the low end the scale of the high one: "2-3 million", "$4 to $5 billion", "40-50,000"."""
    low, high = first.number, second.number
    if low.scale > 1 or "fraction" in low.rules:
        return first, second
    scale = high.scale if high.scale >= 12 and high.scale != 100 else 1
    if (
        scale == 1
        and dashed
        and low.value < 1000 <= high.value
        and high.value % 1000 == 0
        and "grouped" in high.rules
    ):
        scale = 1000
    if scale == 1 or low.value * scale > high.value or low.value >= 1000:
        return first, second
    value = plain(Decimal(repr(low.value)) * scale)
    scaled = replace(
        low, value=value, grain=(low.grain or 1) * scale, scale=scale, rules=("shared scale", *low.rules)
    )
    return replace(first, number=scaled), second


def _amount(term: Term, other: Term) -> float | Length | None:
    """Give the end of a range in the unit that either end may name."""
    if term.length:
        return term.length.value if isinstance(term.length.value, Length) else None
    if other.length:
        parts = other.length.value.parts() if isinstance(other.length.value, Length) else ()
        if len(parts) != 1 or not other.number.value:
            return None
        unit, number = parts[0]
        factor = number / other.number.value
        return Length(**{unit: plain(term.number.value * factor)})
    unit = term.unit or other.unit
    factor = unit.factor if unit else 1.0
    return (
        term.number.value if factor == 1 else plain(Decimal(repr(term.number.value)) * Decimal(repr(factor)))
    )


def _rises(low: float | Length, high: float | Length) -> bool:
    if isinstance(low, Length) or isinstance(high, Length):
        if (
            not isinstance(low, Length)
            or not isinstance(high, Length)
            or len(low.parts()) != 1
            or len(high.parts()) != 1
        ):
            return False
        (unit, small), (other, large) = low.parts()[0], high.parts()[0]
        return unit == other and small < large
    return low < high


def _is_code(text: str, first: Term, second: Term) -> bool:
    """Tell whether "737-800" or "12-2345" is a code: the two ends are no two sides of one amount."""
    return text[second.end : second.end + 1] in "-–" and text[second.end + 1 : second.end + 2].isdigit()


def _range_mention(text: str, start: int, first: Term, second: Term, value: Value, rule: str) -> Mention:
    end = max(second.end, first.end)
    figure = Span(first.number.start, second.number.end)
    if second.length or first.length:
        return Mention(
            start, end, text[start:end], "duration", value, None, None, figure, None, ("duration", rule)
        )
    unit = second.unit or first.unit
    kind, name, _ = _kind_of(unit)
    rules = (kind, rule, *second.number.rules)
    return Mention(start, end, text[start:end], kind, value, name, None, figure, None, rules)


def _share_unit(text: str, first: Term) -> list[Term]:
    """Give the figures of "3, 4 and 5 percent" the unit of the last; the first alone if none is shared."""
    if not first.is_bare or first.number.value != first.number.value:
        return [first]
    terms, closed = [first], False
    while len(terms) < LONGEST_LIST and not closed:
        joint = _NEXT.match(text, terms[-1].end)
        if not joint or _is_year(text, terms[-1]):
            return [first]
        following = read_term(text, joint.end())
        if not following:
            return [first]
        closed = not (joint["comma"] and not joint["closing"])
        if not following.is_bare:
            return _shared(text, terms, following) if closed else [first]
        if closed and not joint["comma"] and joint.group().strip().lower() == "to":
            return [first]
        if closed and len(terms) == 1 and joint.group().strip().lower() == "or":
            scaled, _ = _share_scale(text, first, following, dashed=False)
            return [scaled, following] if scaled is not first else [first]
        terms.append(following)
        closed = not (joint["comma"] and not joint["closing"])
    return [first]


def _shared(text: str, terms: list[Term], last: Term) -> list[Term]:
    unit = last.unit
    if unit and unit.rule == "currency before":
        return terms[:1]
    shared = []
    for term in terms:
        if last.length:
            length = _amount(term, last)
            if not isinstance(length, Length):
                return terms[:1]
            mention = replace(
                last.length,
                start=term.start,
                end=term.end,
                text=text[term.start : term.end],
                value=length,
                figure=Span(term.number.start, term.number.end),
                grain=term.number.grain,
                rules=("shared unit", *last.length.rules),
            )
            shared.append(replace(term, length=mention))
            continue
        assert unit is not None
        shared.append(replace(term, unit=replace(unit, rule="shared unit")))
    return [*shared, last]


def _is_year(text: str, term: Term) -> bool:
    return bool(_YEAR.match(text[term.start : term.end]))
