"""The values of a facts file, read from their text by the grammar that reads articles."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from pytest_factcheck.language.day_texts import KEPT, read_days
from pytest_factcheck.model.mention import Hedge, Length, Mention, Value
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

if TYPE_CHECKING:
    from pytest_factcheck.language.numbers import Number

RULE = "facts file"

LONGEST = 150
"""Characters of the longest text that is taken for a value."""

AWKWARD = (
    (re.compile(r"\d+:\d"), "is a time of day or a ratio: write a number such as 12.5"),
    (
        re.compile(r"[-+]?0[xob]\w+$|[-+]?\.?(?:inf|nan)$", re.IGNORECASE),
        "is no number that a newspaper would print",
    ),
    (re.compile(r"[-+]?0\d"), "begins with a zero, which can be read in two ways: write it without the zero"),
    (re.compile(r".*\d[eE][-+]?\d"), "is a number as computers write it: write 1,000,000 or 1 million"),
    (re.compile(r".*\d_\d"), "holds an underscore: write 800,000 or 800 000"),
    (re.compile(r"\d{4}-\d\d(?:-\d\d)?$"), "is a date, and a number is expected here"),
    (re.compile(r".*\d,\d{1,2}$"), "has a decimal comma or a wrong group of digits: write 3.5 or 3,500"),
    (re.compile(r"[+]"), "begins with a plus sign: write the number without it"),
)
"""What YAML or a spreadsheet would turn into another value, and what to write instead."""

ELSEWHERE = (
    ("number", re.compile(r".*(?:%|\bper ?cent\b|\bpct\b)"), "is a percentage: use the key `percent`"),
    ("number", re.compile(r".*[$€£¥]"), "is a sum of money: use the key `money`"),
    ("percent", re.compile(r".*\bpoints?\b"), "is in points: use `number`, with `unit: percentage points`"),
    ("percent", re.compile(r".*[$€£¥]"), "is a sum of money: use the key `money`"),
)  # fmt: skip
"""Values that belong to another key."""

BACKWARDS = "is a range that ends below its beginning: write the smaller number first"
CURRENCY = lazy_pattern(r"^\D*?[$€£¥A-Z]\s?(?=\d)|\s?[^\d\W][^\d]*$")

FORMS = {
    "number": "a number such as 20, about 800,000, 37.4 billion or two-thirds; its noun goes to `unit`",
    "percent": "a percentage such as 80, about 31 or nearly 100",
    "money": "a sum with its currency, such as €14.50, $61 billion or 8.4 billion crowns; a currency that is "
    "not known goes to `number`, with its name as `unit`",
    "duration": "a length of time such as 5 hours, about 3 weeks, 3 years 9 months or PT5H",
}

WITH_UNIT = {"number": ("", " people"), "percent": ("", " percent"), "money": ("",), "duration": ("",)}
"""What is set behind a value, so that the grammar reads it as it would in an article."""

ACCEPTED: dict[str, frozenset[str]] = {
    "number": frozenset({"number", "ordinal"}),
    "percent": frozenset({"percent"}),
    "money": frozenset({"money"}),
    "duration": frozenset({"duration"}),
}

PERCENT_SIGN = lazy_pattern(r"\s?(?:%|per ?cent|pct\.?)$", re.IGNORECASE)
FRACTIONS = frozenset({"fraction", "share"})
"""Rules of the grammar whose numbers are parts of one: "half" is 50 percent."""

EXACT = lazy_pattern(r"(?:exactly|precisely)\s+(?!exactly|precisely)", re.IGNORECASE)
POINTS = lazy_pattern(r"\s*(?:percentage |(?P<basis>basis ))?points?$", re.IGNORECASE)
RANGE = lazy_pattern(r"\D*?(\d[\d,. ]*?)\s?(?:-|–|—| to | and )\s?[$€£¥]?(\d[\d,. ]*)\D*$")


@lru_cache(maxsize=KEPT)
def read_amount(text: str, kind: str) -> Mention:
    """Read a value of that kind (number, percent, money, duration, date); ValueError says how to write it.

    The mention covers the whole text: its hedge, its figure and its unit.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise ValueError(f"“{text[:40]}…” is too long for a value: write the value alone.")
    exact = EXACT.match(text)
    if exact:
        return _with_front(exact[0], read_amount(text[exact.end() :], kind))
    if kind == "date":
        return _whole(text, "date", read_days(text), figure=Span(0, len(text)))
    _refuse_awkward(text, kind)
    mention = (
        _read_plain(text, kind)
        or _read_by_grammar(text, kind)
        or _read_length(text, kind)
        or _read_coins(text, kind)
    )
    if mention is None:
        raise ValueError(f"“{text}” is not {FORMS[kind]}.")
    if mention.value is None or mention.value == (None, None):
        raise ValueError(f"“{text}” is too vague to check against: write {FORMS[kind]}.")
    if _runs_backwards(mention.value):
        raise ValueError(f"“{text}” {BACKWARDS}.")
    if isinstance(mention.value, Length) and not any(number for _, number in mention.value.parts()):
        raise ValueError(f"“{text}” lasts no time at all: write {FORMS[kind]}.")
    return mention


def read_tolerance(text: str) -> Mention:
    """Read the room that a fact allows: "2 points", "5%", "10 days", "€3 million" or a number."""
    points = POINTS.search(text)
    if points:
        number = _room(read_amount(text[: points.start()], "number"), text)
        unit = "basis points" if points["basis"] else "percentage points"
        return _whole(text, "quantity", number.value, unit=unit, figure=number.figure)
    for kind in ("percent", "number", "duration", "money"):
        if kind == "percent" and not PERCENT_SIGN.search(text):
            continue
        try:
            return _room(read_amount(text, kind), text)
        except ValueError:
            continue
    raise ValueError(f"“{text}” is no room to allow: write 2 points, 5%, 10 days, €3 million or a number.")


def is_negative(mention: Mention) -> bool:
    """Tell whether the amount, or the lower end of its range, lies below zero."""
    value = mention.value[0] if isinstance(mention.value, tuple) else mention.value
    return isinstance(value, int | float) and value < 0


def _with_front(front: str, mention: Mention) -> Mention:
    start, end = (side + len(front) for side in mention.figure)
    return replace(mention, text=front + mention.text, end=len(front) + mention.end, figure=Span(start, end))


def _room(mention: Mention, text: str) -> Mention:
    if mention.hedge or isinstance(mention.value, tuple) or is_negative(mention):
        raise ValueError(f"“{text}” is no room to allow: write one plain amount, such as 5%.")
    return mention


def _refuse_awkward(text: str, kind: str) -> None:
    figure = CURRENCY.sub("", text) if kind == "money" else text
    for pattern, reason in AWKWARD:
        if pattern.match(figure):
            raise ValueError(f"“{text}” {reason}.")
    for owner, pattern, reason in ELSEWHERE:
        if owner == kind and pattern.match(text):
            raise ValueError(f"“{text}” {reason}.")
    ends = RANGE.match(text)
    if ends and _digits(ends[1]) > _digits(ends[2]) > 0:
        raise ValueError(f"“{text}” {BACKWARDS}.")


def _runs_backwards(value: Value) -> bool:
    if not isinstance(value, tuple):
        return False
    low, high = value
    return isinstance(low, int | float) and isinstance(high, int | float) and low > high


def _digits(text: str) -> float:
    try:
        return float(re.sub(r"[, ]", "", text).rstrip("."))
    except ValueError:
        return 0.0


def _read_plain(text: str, kind: str) -> Mention | None:
    """Read one number and the hedge before it: most values of a facts file are no more than that."""
    if kind not in ("number", "percent"):
        return None
    sign = PERCENT_SIGN.search(text) if kind == "percent" else None
    body = text[: sign.start()] if sign else text
    for start in _word_starts(body):
        found = _number_to_the_end(body, start)
        if found:
            number, hedge = found
            figure = Span(start, len(body))
            rest = {"hedge": hedge, "figure": figure, "grain": number.grain, "rules": number.rules}
            is_part = kind == "percent" and not sign and number.rules[0] in FRACTIONS
            return _whole(text, kind, 100 * number.value if is_part else number.value, **rest)
    return None


def _number_to_the_end(text: str, start: int) -> tuple[Number, Hedge | None] | None:
    from pytest_factcheck.language.numbers import read_number

    number = read_number(text, start)
    if number is None or number.end != len(text):
        return None
    hedge = _hedge_to(text, start)
    return None if start and hedge is None else (number, hedge)


def _hedge_to(text: str, start: int) -> Hedge | None:
    """Read the hedge that fills the text up to that offset."""
    from pytest_factcheck.language.hedges import hedge_before

    hedge = hedge_before(text, start) if start else None
    return hedge[1] if hedge and hedge[0] == 0 else None


def _word_starts(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in re.finditer(r"(?<![\w.,])[-−.]?\w", text))[:8]


def _read_by_grammar(text: str, kind: str) -> Mention | None:
    from pytest_factcheck.language.mentions import find_mentions

    for tail in WITH_UNIT[kind]:
        found = [mention for mention in find_mentions(text + tail, None) if not mention.label]
        if len(found) == 1 and _covers(found[0], text) and found[0].kind in ACCEPTED[kind]:
            return _as_value(found[0], text, kind)
    return None


def _covers(mention: Mention, text: str) -> bool:
    return mention.start == 0 and mention.end >= len(text)


def _as_value(found: Mention, text: str, kind: str) -> Mention:
    unit = found.unit if kind == "money" else None
    figure = Span(found.figure.start, min(found.figure.end, len(text)))
    rest = {"hedge": found.hedge, "grain": found.grain, "rules": found.rules}
    return _whole(text, kind, found.value, unit=unit, figure=figure, **rest)


def _read_length(text: str, kind: str) -> Mention | None:
    if kind != "duration":
        return None
    from pytest_factcheck.language.durations import read_length_text

    for start in _word_starts(text):
        hedge = _hedge_to(text, start)
        if hedge:
            length = read_length_text(text[start:])
            return _whole(text, kind, length, hedge=hedge, figure=Span(start, len(text)))
    return _whole(text, kind, read_length_text(text), figure=Span(0, len(text)))


def _read_coins(text: str, kind: str) -> Mention | None:
    """Read "14 credits": under the key `money` a word of other meanings too is a currency."""
    if kind != "money":
        return None
    from pytest_factcheck.language.money import read_suffix
    from pytest_factcheck.language.numbers import read_number

    for start in _word_starts(text):
        number = read_number(text, start)
        unit = read_suffix(text, number.end, digits=True, large=True) if number else None
        hedge = _hedge_to(text, start)
        if number and unit and unit.end == len(text) and unit.factor == 1 and (hedge or not start):
            rest = {"hedge": hedge, "grain": number.grain, "rules": ("money", *number.rules)}
            return _whole(text, kind, number.value, unit=unit.name, figure=Span(start, number.end), **rest)
    return None


def _whole(text: str, kind: str, value: Value, **rest: Any) -> Mention:
    """Make the mention that covers a whole text."""
    rules = (RULE, *rest.pop("rules", ()))
    return Mention(0, len(text), text, kind, value, rules=rules, **rest)  # type: ignore[arg-type]


def _reader(kind: str) -> PlainValidator:
    def read(value: Any) -> Mention:
        return value if isinstance(value, Mention) else read_amount(str(value), kind)

    return PlainValidator(read)


def _written(*examples: str | int | float) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number"], "examples": list(examples)})


NumberValue = Annotated[Mention, _reader("number"), _written("about 800,000", "37.4 billion", 20)]
PercentValue = Annotated[Mention, _reader("percent"), _written("about 31", "80 %", 3.75)]
MoneyValue = Annotated[Mention, _reader("money"), _written("€14.50", "8.4 billion crowns", "USD 300 million")]
DurationValue = Annotated[Mention, _reader("duration"), _written("about 5 hours", "3 years 9 months", "PT5H")]
DateValue = Annotated[
    Mention, _reader("date"), _written("24 February 2022", "14-15 December 2025", "May 2019")
]
