"""What the grammar reads in one line of copy, and what must hold of any text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.model.mention import Mention

CASES = Path(__file__).parent / "cases" / "mentions"
KINDS = ("number", "percent", "money", "quantity", "ordinal", "hedge", "label", "copy")


def _cases() -> list[Any]:
    rows = []
    for kind in KINDS:
        for case in yaml.safe_load((CASES / f"{kind}.yaml").read_text("utf-8")):
            rows.append(pytest.param(kind, case["text"], case["find"], id=f"{kind}: {case['text'][:60]}"))
    return rows


def _say(number: float | None) -> str:
    if number is None:
        return ""
    short = round(number, 6)
    return str(int(short)) if short == int(short) else repr(short)


def _note(mention: Mention, kind: str) -> str:
    if mention.kind == "label":
        return f"label: {mention.text} = {mention.label}"
    value: Any = mention.value
    words = f"{_say(value[0])}..{_say(value[1])}" if isinstance(value, tuple) else _say(value)
    parts = (f"{mention.text} = {words}", mention.unit, mention.hedge)
    note = " ".join(part for part in parts if part)
    return note if mention.kind == kind else f"{mention.kind}: {note}"


@pytest.mark.parametrize(("kind", "text", "find"), _cases())
def test_reads_the_line(kind: str, text: str, find: list[str]) -> None:
    found = [m for m in find_mentions(text, "2024-03-15") if m.kind not in ("date", "duration")]
    assert [_note(mention, kind) for mention in found] == find


# ------------------------------------------------------------------------------------ properties

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def in_words(number: int, *, with_and: bool) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        tail = (" and " if with_and else " ") + in_words(rest, with_and=with_and) if rest else ""
        return f"{SMALL[number // 100]} hundred{tail}"
    scale, word = next(pair for pair in SCALES if number >= pair[0])
    rest = number % scale
    joint = " and " if with_and and rest < 100 else " "
    tail = joint + in_words(rest, with_and=with_and) if rest else ""
    return f"{in_words(number // scale, with_and=with_and)} {word}{tail}"


def in_digits(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


numbers = st.one_of(st.integers(0, 10**12), st.integers(0, 9999), st.sampled_from([10**n for n in range(13)]))
spellings = st.sampled_from(["", ",", " ", "\u00a0", "\u202f", "\u2009", "words", "words and"])
hedges = st.sampled_from(
    [
        ("", None),
        ("nearly ", "~<"),
        ("about ", "~"),
        ("more than ", ">"),
        ("at least ", ">="),
        ("up to ", "<="),
    ]
)
units = st.sampled_from(
    [
        (" percent", "percent", None),
        (" euros", "money", "EUR"),
        (" kilometres", "quantity", "kilometre"),
        (" tonnes", "quantity", "tonne"),
        (" owls", "number", None),
        ("-owl", "number", None),
        ("-mile", "quantity", "mile"),
    ]
)


def _spell(number: int, spelling: str) -> str:
    if spelling.startswith("words"):
        return in_words(number, with_and=spelling.endswith("and"))
    return in_digits(number, spelling)


@given(numbers, spellings, hedges, units)
def test_any_number_reads_back(
    number: int, spelling: str, hedge: tuple[str, str | None], unit: tuple[str, str, str | None]
) -> None:
    assume(spelling == "," or not 1000 <= number <= 2999)  # such a number may be a year
    figure = _spell(number, spelling)
    ending, kind, name = unit
    before = "They counted "
    text = f"{before}{hedge[0]}{figure}{ending} there."
    [found] = [m for m in find_mentions(text) if m.kind not in ("date", "duration")]
    measured = "" if kind == "number" else ending
    assert (found.kind, found.value, found.unit, found.hedge) == (kind, number, name, hedge[1])
    assert found.text == f"{hedge[0]}{figure}{measured}"
    assert found.figure.of(text) == figure
    assert found.start == len(before)


PIECES = [
    *(
        "one two twenty hundred thousand million a an half third thirds of in to and or per percent"
        " % $ £ € 1 12 2014 1,234 800 000 1.5 .5 - – — , . ' \" ( ) / : nearly about over at least up"
        " or so -odd + ± km m kg degrees °C March Monday year years ago between from Article No. # @"
        " A1 5th first second points basis dollars cents p c pm a.m. o'clock 10:30 ½ ² ٣ 五 İ Kr Rs."
        " US$ couple dozens point minus − x 10^6 e5 1e400 99999999999999999999999999 1/0 3-1"
    ).split(),
    *"\n \t\u00a0",
]
jumbles = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@given(st.one_of(st.text(), jumbles))
def test_any_text_is_read_without_fault(text: str) -> None:
    found = find_mentions(text, "2024-03-15")
    assert found == find_mentions(text, "2024-03-15")
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        assert mention.start <= mention.figure.start <= mention.figure.end <= mention.end
        end = mention.end
