"""Which noun owns a figure: constructions first, nearness only for want of one.

Each construction is a pattern over the letters of `linking/sentence.py` between a figure and a subject word. What a
construction ties may fail an article; what only stands near may confirm or warn.
"""

import re
from functools import cache
from typing import NamedTuple

from pytest_factcheck.linking.sentence import Sentence

REACH = 40  # units on either side of a figure in which a subject is looked for

AFTER_FIGURE = {  # the figure stands before the subject
    "modifier": r"h?[jnNh]{0,5}",  # 20-point US peace [plan]
    "of-phrase": r"h?[jnN]{0,3}od?[jnNhT]{0,5}",  # 80 percent of neighbouring [Donetsk]; six members of the [committee]
    "in-phrase": r"h?[jnN]{0,3}i[jd]*[jnNhT]{0,5}",  # two days in [Berlin]; 19 hours for the final [round]
    # 95 of the 180 [seats]; five of the nine men on the [board]
    "of-part": r"od?(?:F?[jnNhT]{0,4}|F[jn]{1,3}i[dj]*[jnNh]{0,3})",
    "passive": r"h?[jnN]{0,3}(?:[iof]d?[jnNT]+){0,2}[xj]*v(?:cv)?j?(?:[itb]d?[jnNT]{1,4}){0,2}[itbo]d?[jnNh]{0,5}",
    "part passive": r"od?F[jnN]{1,3}x[xj]*",  # five of the eight lifeboats were [launched]
    "verb": r"h?[jnN]{0,3}(?:[io]d?[jnNT]+)?[xj]*",  # 5.3 million people were [registered]
    "predicate": r"h?[jnN]{0,3}x[jd]*[jnN]{0,3}",  # 91 seats are the [majority]
}
BEFORE_FIGURE = {  # the subject stands before the figure
    "of-figure": r"j?(?:i[dj]*[jnNhT]{1,4})?oj?d?j?",  # turnout of [71.4 percent]
    "with-figure": r"j?[,;]?[ait]j?d?j?",  # turnout, at [71.4 percent]; cut to [20]
    # Core inflation, May: [4.8%]; Patients seen within four hours: [52 percent]
    "label": r"(?:v?i[dnNT]{1,3})?(?:,[nNTx]{1,3})?;j?",
    "apposition": r"n{0,2}[,;]d?[jn]{0,2}",  # Turnout: [71.4 percent]; the wage, [14.50 euros]
    "verb": (
        r"(?:[oi]d?[jnNhT]+(?:cd?[jnNh]+)?){0,2}T?(?:,[^,;F]{1,14},)?,?j*(?:,?rj*)?"
        r"[xj]*(?:v?(?:cv)?|n)[jTu]*(?:[itab]|jt)?[dj]*"
    ),  # inflation in February slowed to [3.1 percent]; the war has killed or injured [1.5 million]
    "verb-object": r"(?:[oi]d?[jnNhT]+){0,1},?r?[xj]*v(?:cv)?[jdnNhT]{0,5}[jT]*[tiab]j?d?",  # took the rate to [4.75]
    "from-to": r"(?:[oi]d?[jnNhT]+){0,2}[xj]*vj?fF[jn]{0,2}t[dj]*",  # was cut from 28 points to [22]
    "coordination": (
        r"(?:[oi]d?[jnNhT]+){0,2}[xj]*v?[jT]*(?:[itab])?(?:F[jn]{0,2}(?:[ia]d?[jnT]{1,3})?,?c?[xj]*v?[jT]*[itab]?){1,4}"
    ),  # rose 3 percent in March and [4 percent] in April
    "object-to": r"[jnT]{0,3}[tab]j?d?",  # lowered its benchmark by [half a point]
}
COSTS = {
    "modifier": 0.0,
    "of-phrase": 0.1,
    "of-figure": 0.0,
    "with-figure": 0.2,
    "apposition": 0.3,
    "label": 0.3,
    "verb": 0.3,
    "object-to": 0.3,
    "verb-object": 0.5,
    "from-to": 0.3,
    "coordination": 0.8,
    "of-part": 0.4,
    "part passive": 0.4,
    "in-phrase": 0.5,
    "passive": 0.5,
    "predicate": 0.4,
}
STEP = {
    ",": 0.8,
    ";": 1.5,
    "c": 0.6,
    "s": 1.2,
    "r": 0.5,
    "F": 0.9,
    "T": 0.25,
    "n": 0.35,
    "N": 0.5,
    "v": 0.2,
    "q": 0.6,
}
SMALL_STEP = 0.12
NEAR = 2.6  # what only stands near must cost less than this to be linked at all


class Tie(NamedTuple):
    """A figure and a subject word: how they are tied and what it costs; `construction` is empty if only near."""

    subject: int
    length: int
    construction: str
    cost: float


@cache
def _patterns(after: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = AFTER_FIGURE if after else BEFORE_FIGURE
    return tuple((name, re.compile(pattern)) for name, pattern in table.items())


def tie(sentence: Sentence, figure: int, subject: int, length: int) -> Tie:
    """Say how the subject that ends at a unit is tied to the figure at another."""
    if subject > figure:
        between = sentence.letters[figure + 1 : subject - length + 1]
        mention = sentence.units[figure].mention
        if mention is not None and mention.text.endswith(" of"):
            between = "o" + between
        name = _construction(between, after=True)
    else:
        between = sentence.letters[subject + 1 : figure]
        name = _construction(between, after=False)
        if name == "apposition" and sentence.units[subject].possessive:
            name = ""  # "on the jury's findings, four of the six died"
    if name:
        return Tie(subject, length, name, COSTS[name] + 0.05 * len(between))
    return Tie(subject, length, "", 1.0 + sum(STEP.get(letter, SMALL_STEP) for letter in between))


def _construction(between: str, *, after: bool) -> str:
    if len(between) > 24:
        return ""
    for name, pattern in _patterns(after):
        if pattern.fullmatch(between):
            return name
    return ""


def counted(sentence: Sentence, figure: int) -> tuple[int, int]:
    """Give the units of the noun phrase right after a figure ("[ten] European leaders"); empty if none."""
    first = figure + 1
    letters = sentence.letters
    if first < len(letters) and letters[first] == "h":
        first += 1
    at = first
    while at < len(letters) and at - first < 5 and letters[at] in "jnN":
        at += 1
        if sentence.units[at - 1].possessive:
            break
    while at > first and letters[at - 1] == "j":
        at -= 1
    return first, at


def of_phrase(sentence: Sentence, figure: int) -> tuple[int, int]:
    """Give the units of the phrase that "of" ties to a figure ("80 percent [of] neighbouring Donetsk")."""
    letters = sentence.letters
    at = counted(sentence, figure)[1]
    mention = sentence.units[figure].mention
    if mention is not None and mention.text.endswith(" of"):
        at = figure
    elif at >= len(letters) or letters[at] != "o":
        return at, at
    first = at + 1
    at = first
    while at < len(letters) and at - first < 9 and letters[at] in "djnNhFT":
        at += 1
    return first, at
