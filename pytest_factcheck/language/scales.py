"""The scale behind digits: "million", "bn", and the "m" that may be metres."""

from __future__ import annotations

import re

from pytest_factcheck.language.lexicon import DOZENS, MONEY_SCALES, SCALES, SHORT_SCALES
from pytest_factcheck.language.number import GAP, Number
from pytest_factcheck.model.pattern import lazy_pattern

_SCALE_WORD = lazy_pattern(rf"(?:{GAP}|-|)({'|'.join(SCALES)}|hundred|dozens?)\b", re.IGNORECASE)


_SECOND_SCALE = lazy_pattern(rf"{GAP}(million|crore|billion|trillion)\b", re.IGNORECASE)
_STANDS_LAST = lazy_pattern(r"[^\S\n]*(?:$|\n)")


_SHORT_SCALE = lazy_pattern(r"[^\S\n]{0,2}(bn|mn|mln|bln|trn|tn|tln|MM|[kKMBGTmbt])(?![A-Za-z\d²³])")


_COUNTED = lazy_pattern(
    r"[^\S\n](?:people|men|women|children|(?!is\b|was\b|has\b|this\b|its\b|as\b|us\b|across\b|pass\b|less\b)"
    r"(?:[a-z]+-?){0,2}[a-z]{2,}(?<!s)s(?<!hurdles)(?<!sprints)(?<!races)(?<!runners)(?<!swimmers)(?<!waves)"
    r"|(?:cubic|square|metric|acre)[^\S\n]?-?[a-z]+"
    r"|(?:registered|eligible|young|older|low-income|active|extra|more|other|new|foreign|working|poor|hungry)[^\S\n]"
    r"(?:people|adults|[a-z]{3,}(?<!s)s))\b"
)
_OF_A_COUNTRY = lazy_pattern(
    r"\b(?:country|nation|state|city|continent|population|electorate|workforce|audience|readership|membership)"
    r"[^\S\n]of[^\S\n](?:(?:about|around|some|nearly|almost|over|roughly|just)[^\S\n]){0,2}$",
    re.IGNORECASE,
)
"""Words before "29m" that count people: "a country of 29m"."""


def scale_after(text: str, number: Number, money: bool) -> tuple[int, int]:
    """Find the scale behind a number and where it ends; 1 if there is none."""
    word = _SCALE_WORD.match(text, number.end)
    if word:
        name = word[1].lower()
        scale = SCALES.get(name) or DOZENS.get(name) or 100
        second = _SECOND_SCALE.match(text, word.end())
        if second and scale in (100, 10**3, 10**5):
            return scale * SCALES[second[1].lower()], second.end()
        return scale, word.end()
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


_COUNT_CUE = lazy_pattern(
    r"\b(?:sales|people|population|users|subscribers|viewers|customers|visitors|passengers|units|copies|votes|jobs|members|followers"
    r"|downloads|tickets|tourists|migrants|refugees|cars|homes|households|total|number|audience|readers|views|deaths|cases|doses"
    r"|shares|vehicles|streams|profits?|loss(?:es)?|revenues?|turnover|workforce|circulation|electorate|membership)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)


_LENGTH_CUE = lazy_pattern(
    r"\b(?:tall|high|long|wide|deep|height|depth|length|width|jump\w*|cleared|threw|swam|ran|race|wave\w*|water|level|metres?|above|below)\b",
    re.IGNORECASE,
)


def _counts_millions(text: str, number: Number, end: int) -> bool:
    """Tell "1.4m people" and "sales of 1.4m" from metres."""
    if _COUNTED.match(text, end) or _OF_A_COUNTRY.search(text, max(0, number.start - 50), number.start):
        return True
    if number.grain == 1 or not re.match(r"[.,;:)\s]", text[end : end + 1] or "."):
        return False
    window = max(0, number.start - 60)
    if _LENGTH_CUE.search(text, window, end) or _LENGTH_CUE.match(text, end + 1):
        return False
    return bool(_COUNT_CUE.search(text, window, number.start))


def _is_code(text: str, end: int) -> bool:
    """Tell whether "14B" is a seat rather than fourteen billion: nothing that is counted follows."""
    return not _COUNTED.match(text, end) and not _STANDS_LAST.match(text, end)
