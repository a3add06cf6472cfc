"""Numbers that are no figures: identifiers, list marks, scores, times of day, "one of"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pytest_factcheck.language.numbers import GAP


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch that holds a number but states no amount; `name` says what kind of label it is."""

    start: int
    end: int
    name: str
    noun: str | None = None
    value: float | tuple[float, float] | None = None
    figure: tuple[int, int] | None = None


NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()


@cache
def nouns() -> dict[str, bool]:
    """Read labels.txt: each noun, and whether it needs a capital."""
    table: dict[str, bool] = {}
    capital = False
    for line in files(__package__).joinpath("labels.txt").read_text("utf-8").splitlines():
        if line.startswith("[capital]"):
            capital = True
        if line.startswith(("#", "[")) or not line.strip():
            continue
        for word in line.split(","):
            table.setdefault(word.strip(), capital)
    return table


# ------------------------------------------------------------------------------------- label nouns

_AFTER_NOUN = re.compile(
    rf"(?:{GAP}|-)(?:no\.?[^\S\n]?|number{GAP}|\#)?"
    rf"(?P<figure>\d{{1,6}}(?P<letter>[A-Za-z]?)(?:[.-]\d{{1,4}}){{0,3}}|(?:{'|'.join(NUMBER_WORDS)}))"
    r"(?![A-Za-z\d])(?!,\d{3}|[^\S\n]?%|[^\S\n]?°)",
    re.IGNORECASE,
)
_COUNTS_ON = re.compile(
    rf"(?:{GAP}|-)(?:per{GAP}?cent|percent|pct|percentage|million|billion|trillion|thousand|hundred|dozen|years?|months?|weeks?"
    r"|days?|hours?|minutes?|seconds?|people|men|women|children|miles?|km|kilometres?|kilometers?|meters|metres|feet|euros?"
    r"|dollars?|pounds?|tonnes?|tons?|times|others|more)\b",
    re.IGNORECASE,
)
_NEXT_IN_LIST = re.compile(
    rf"(?:,{GAP}|{GAP}?[-–]{GAP}?|{GAP}(?:and|or|to|through){GAP}|,{GAP}and{GAP})(?P<figure>\d{{1,5}})\b(?![.,]\d|%)"
)
_PLURAL_COUNT = re.compile(rf"{GAP}(?:[a-z]+{GAP})?[a-z]{{3,}}s\b")


def read_noun(text: str, at: int) -> list[Label]:
    """Read "Article 5", "pages 8 and 9", "Phase Two" at the noun that begins there."""
    word = _noun_at(text, at)
    if not word:
        return []
    table = nouns()
    needs_capital = table[word]
    if needs_capital and not text[at].isupper():
        return []
    found = _AFTER_NOUN.match(text, at + len(word))
    if not found or (
        text[found.end() : found.end() + 1] == "-"
        and text[found.end() + 1 : found.end() + 2].isalpha()
        and not text[at].isupper()
    ):
        return []
    spelled = not found["figure"][0].isdigit()
    if spelled and not (
        found["figure"][0].isupper() or word in ("day", "phase", "chapter", "stage", "type", "level", "page")
    ):
        return []
    if _COUNTS_ON.match(text, found.end()):
        return []
    if word in _PLACES and not spelled and _PLURAL_COUNT.match(text, found.end()):
        return []
    if word in _PLACES and "-" in found["figure"]:
        return []
    noun = word.rstrip(".")
    labels = [Label(at, found.end(), "identifier", noun, _value(found["figure"]), found.span("figure"))]
    while word.rstrip(".").endswith("s") and len(labels) < 8:
        more = _NEXT_IN_LIST.match(text, labels[-1].end)
        if not more or _COUNTS_ON.match(text, more.end()):
            break
        labels.append(
            Label(
                more.start("figure"), more.end(), "identifier", noun, int(more["figure"]), more.span("figure")
            )
        )
    return labels


_PLACES = frozenset(
    "area camp station pier dock track hole building site house hall ring lake pool bay floor fleet borough"
    " region project program world league division team car road street union local council bank tower studio"
    " warehouse france planet".split()
)
"""Nouns that often stand right before a count of other things: "At the camp 5 people"."""


def _noun_at(text: str, at: int) -> str | None:
    end = at
    while end < len(text) and end - at < 16 and (text[end].isalnum() or text[end] in "'’"):
        end += 1
    table = nouns()
    word = text[at:end].lower()
    if text[end : end + 1] == "." and word + "." in table:
        return word + "."
    return word if word in table else None


def _value(figure: str) -> float | None:
    low = figure.lower()
    if low in NUMBER_WORDS:
        return NUMBER_WORDS.index(low) + 1
    digits = re.match(r"\d+(?:\.\d+)?(?![\w.-])", figure)
    return None if not digits or not re.fullmatch(r"[\d.]+", figure) else _plain(figure)


def _plain(figure: str) -> float | None:
    if figure.count(".") > 1:
        return None
    value = float(figure)
    return int(value) if value == int(value) else value


# ------------------------------------------------------------------------------------- "one"

_ONE = re.compile(
    rf"one(?P<of>{GAP}of(?:{GAP}(?:the|his|her|its|their|our|my|your|those|these|many|several|only|two|three|four|five))?\b)"
    rf"|one(?P<pronoun>{GAP}another|['’]s\b|self\b)"
    r"|one-(?P<idiom>off|offs|on-one|sided|way|time|stop|size|upmanship|liner|liners|to-one|and-done|nil)\b",
    re.IGNORECASE,
)
_BEFORE_ONE = re.compile(
    r"\b(?:no|the|this|that|which|whichever|each|any|every|some|another|last|first|next|other|new|old|big|good|only|same|whole"
    r"|right|wrong|loved|little|young|great|better|best|former|latter|number|a|an|former|square|day|[a-z]+(?:al|ous|ive"
    r"|ful|ic|able|ible|ing|ent|ish))[^\S\n]{1,2}$",
    re.IGNORECASE,
)
_AFTER_ONE = re.compile(
    rf"{GAP}(?:is|was|has|had|would|could|can|cannot|should|must|will|might|may|knows|wants|does|did|who|that|which"
    r"|to|in|on|at|for|with|by|from|and|but|as|if|i|you|we|he|she|they|never|ever|always|thinks|said|says|sees|needs)\b"
    r"|[^\S\n]?(?:[.,;:!?)”\"']|$)",
    re.IGNORECASE,
)
_COUNTS_UP = re.compile(
    rf"one(?:{GAP}|-)(?:hundred|thousand|million|billion|trillion|dozen|percent|per{GAP}cent|percentage|basis|point|half|third|quarter"
    rf"|fifth|sixth|eighth|tenth|and{GAP}an?{GAP}|in{GAP}|out{GAP}of{GAP})",
    re.IGNORECASE,
)
_THE_SOME_ONE = re.compile(
    r"\b(?:the|an?|this|that|his|her|their|its|my|your|our)[^\S\n][\w-]+[^\S\n]$|\bthe[^\S\n]only[^\S\n]$|\bother[^\S\n]$",
    re.IGNORECASE,
)
_COUNTING = frozenset(
    "remaining additional extra past last next first single odd about nearly almost than least most further of same in to from"
    " for with at by on and or but".split()
)
"""Words before "one" that let it count: "the remaining one seat"."""
_GENERIC_ONE = re.compile(
    rf"one{GAP}(?:can|cannot|must|should|might|would|could|does|never|that|who|where|which|whose|whom)\b|one{GAP}with{GAP}(?:the|an?)\b",
    re.IGNORECASE,
)
_NO_ONE = re.compile(rf"no(?:{GAP}|-)one\b", re.IGNORECASE)


def read_one(text: str, at: int) -> Label | None:
    """Read the "one" that begins there as a pronoun or an idiom; None where it counts."""
    if _COUNTS_UP.match(text, at):
        return None
    found = _ONE.match(text, at)
    if found:
        name = "one of" if found["of"] else "idiom" if found["idiom"] else "pronoun"
        return Label(at, found.end(), name, value=1, figure=(at, at + 3))
    if _GENERIC_ONE.match(text, at):
        return Label(at, at + 3, "pronoun", value=1, figure=(at, at + 3))
    owned = _THE_SOME_ONE.search(text, max(0, at - 24), at)
    if owned and (_AFTER_ONE.match(text, at + 3) or owned.group().lower().split()[-1] not in _COUNTING):
        return Label(at, at + 3, "pronoun", value=1, figure=(at, at + 3))
    before = _BEFORE_ONE.search(text, max(0, at - 20), at)
    if before and (before.group().lower().split()[0] in _SURE_PRONOUN or _AFTER_ONE.match(text, at + 3)):
        start = at
        return Label(start, at + 3, "pronoun", value=1, figure=(at, at + 3))
    return None


_SURE_PRONOUN = frozenset("no this which whichever each any every another loved the".split())


# ------------------------------------------------------------------------------------- marks at digits

_CLOCK = re.compile(
    rf"""
    (?:[01]?\d|2[0-4])
    (?: [:.h][0-5]\d(?::[0-5]\d)?(?=(?P<half>[^\S\n]?(?:[ap]\.m\.?|[ap]m\b)))(?P=half)   # 10.30 a.m.
      | :[0-5]\d(?::[0-5]\d)?(?![\d:]|\.\d)                                            # 10:30
      | h[0-5]\d(?!\w)
      | [^\S\n]?(?:[ap]\.m\.?|[apAP][mM])(?!\w)                                        # 5 p.m.
      | {GAP}o['’]clock
    )
    (?:[^\S\n]?[ap]\.?m\.?(?!\w))?
    (?:[^\S\n](?:GMT|UTC|BST|EST|EDT|ET|CET|CEST|PST|PDT|PT|IST|MSK|local[^\S\n]time)\b)?
    | (?:[01]\d|2[0-3])[0-5]\d[^\S\n]?(?:GMT|UTC|BST|ET|EST|EDT|CET|hours|hrs|Z)\b      # 0200 GMT
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK_RANGE = re.compile(
    rf"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?[^\S\n]?[-–][^\S\n]?(?={_CLOCK.pattern})", re.VERBOSE | re.I
)
_DOTTED = re.compile(
    r"\d{1,5}(?:\.\d{1,5}){2,9}(?!\d)|\d{1,9}(?:-\d{1,9}){3,6}(?![\d-])|\d{1,9}-\d{4,9}-\d{1,9}(?![\d-])|401\(k\)"
)
_GROUPED_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,6}(?![.\d])")
_PHONE = re.compile(
    r"\+?\d{1,4}(?:[ -]\(?\d{2,4}\)?){1,2}[ -]\d{3,4}(?:[ -]\d{2,4})?(?!\d)|\d{3}-\d{4}(?!\d)|\d{3,4}[- ]\d{3}[- ]\d{3,4}(?!\d)"
)
_PHONE_CUE = re.compile(
    r"\b(?:call|phone|tel|telephone|hotline|helpline|dial|fax|text|number|contact|whatsapp)\b", re.IGNORECASE
)
_LIST_MARK = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.)](?=[^\S\n]|$)")
_PAREN_MARK = re.compile(r"\d{1,2}\)")
_NAME_BEFORE = re.compile(
    r"(?P<pre>[\w,;:'’)”-])?[^\S\n](?P<name>[A-Z]&[A-Z]+|[A-Za-z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z][a-z]+)[^\S\n]$"
)
_NAME_NUMBER = re.compile(r"\d{1,4}(?![\d\w%°]|[.,:/]\d|[^\S\n]?%|-\d)")
_YEAR_LIKE = re.compile(r"20[2-6]\d")
_ADDRESS = re.compile(
    rf"\d{{1,5}}[A-Za-z]?{GAP}(?:[A-Z][a-z]+{GAP}){{1,3}}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Place"
    rf"|Terrace|Crescent|Gardens)\b(?!{GAP}[a-z]+s\b)"
)
_NO_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december jan feb mar apr jun jul aug sep sept oct nov dec about around over under nearly almost some"
    " only just more less than at least most up to in on of by for from with the a an and but or as when while since until"
    " after before between among there they we it he she its their his her our all aged rs usd eur gbp inr rm".split()
)
_VERB_OR_PLURAL = re.compile(
    rf"""
    {GAP}(?:[A-Za-z]+-)?
    (?: (?!(?:was|is|has|will|and|or|as)\b)[a-z]+{GAP} )?                 # one adjective
    (?: (?!(?:was|is|has|as|this|its|plus|versus)\b)[a-z]{{2,}}(?<!s)s    # a plural
      | people | men | women | children | police | years? | times
      | died | killed | dead | were | had | have | more | others? | new | of | in | out | per
    )\b
    """,
    re.VERBOSE,
)


def _after_name(text: str, at: int) -> Label | None:
    """Read the number in "FTSE 100", "iPhone 11", "Voyager 2" as part of the name."""
    found = _NAME_NUMBER.match(text, at)
    if not found or _COUNTS_ON.match(text, found.end()) or _VERB_OR_PLURAL.match(text, found.end()):
        return None
    before = _NAME_BEFORE.search(text, max(0, at - 24), at)
    if not before or before["name"].lower() in _NO_NAME:
        return None
    name = before["name"]
    if _YEAR_LIKE.fullmatch(found.group()) and before["pre"]:
        return Label(at, found.end(), "name", name.lower(), _plain_int(found.group()))
    camel = any(mark.isupper() for mark in name[1:])
    if not camel and not before["pre"]:
        return None
    if not camel and len(found.group()) > 1:
        return None
    if camel and name.isupper() and "&" not in name:
        return None
    return Label(at, found.end(), "name", name.lower(), _plain_int(found.group()))


_GLUED = re.compile(r"\w[\w/-]{0,24}")
_HASH = re.compile(r"\d{1,6}\b")
_SET_PIECES = re.compile(
    r"(?:7[0-9]7(?=[^\S\n](?:MAX|Max|Dreamliner|jets?|airliners?|planes?|aircraft|jumbos?)\b)|24/7|9/11|\d{1,2}[x×]\d{2,4}m?|\d{1,3}-(?:for|of)-\d{1,3}|50[/-]50|20[/-]20|80[/-]20|7/7|4x4|4[x×]4|3-D|2-D|3D|2D|4K|8K|[2-6]G|1[.]0|2[.]0(?=[^\S\n]?(?:era|version)))(?![\w/])"
)
_FURNITURE = re.compile(
    r"\d{1,3}(?:,?\d{3}){0,2}(?:[^\S\n]|-)?(?:min(?:ute)?s?(?:[^\S\n]|-)read|comments?|shares?|likes?|views?|repl(?:y|ies)|retweets|followers|reactions?)[^\S\n]*(?:\n|$)",
    re.IGNORECASE,
)
_BARE_REST = re.compile(r"\d{1,7}(?=\)?[^\S\n]*(?:\n|$))")
_SIDE_BY_SIDE = re.compile(
    r"(?P<a>\d{1,3})[^\S\n]?[-–—][^\S\n]?(?P<b>\d{1,3})(?P<more>(?:[-–]\d{1,3}){0,3})(?![\d%]|[.,]\d|[^\S\n]?%|-[A-Za-z]|[A-Za-z])"
)
_SCORE_BEFORE = re.compile(
    r"\b(?:w[io]ns?|won|winning|beat(?:s|en|ing)?|los[et]s?|losing|defeat(?:s|ed|ing)?|dr[ae]ws?|drew|drawn|le(?:a)?ds?|leading|led|trail(?:s|ed|ing)?"
    r"|scores?|scored|victory|vote[ds]?|voting|thrash(?:ed|ing)|hammered|edged|tied|tie|aggregate|final|ahead|down|up|routed|ruled|record|sets|by)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_SCORE_AFTER = re.compile(
    rf"{GAP}(?:home{GAP}|away{GAP}|aggregate{GAP}|first-leg{GAP}|shootout{GAP})?(?:wins?|victory|victories|defeats?|draws?|loss|losses|lead|deficit|thrashing|vote|votes|decision|ruling"
    r"|triumph|rout|success|split|majority|record|result|on{GAP}aggregate|on{GAP}penalties|at{GAP}half|advantage|margin|stalemate|tie|season|start|mark)\b".replace(
        "{GAP}", GAP
    ),
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    rf"(?:{GAP}|-)(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|per{GAP}?cent|percent|million|billion|km|miles|people|percentage|basis)\b",
    re.I,
)


def read_at_digit(text: str, at: int) -> Label | None:
    """Read the label whose first digit stands there; None where the digits are a figure or a date."""
    return (
        _glued_to_letters(text, at)
        or _list_mark(text, at)
        or _clock(text, at)
        or _set_piece(text, at)
        or _dotted(text, at)
        or _phone(text, at)
        or _furniture(text, at)
        or _after_name(text, at)
    )


def _glued_to_letters(text: str, at: int) -> Label | None:
    """Read "G7", "F-16", "COVID-19", "#20", "M5S" from the letters that the digits are glued to."""
    before = text[at - 1] if at else ""
    if before == "#" or before == "@":
        end = _GLUED.match(text, at).end()  # type: ignore[union-attr]
        return Label(at - 1, end, "identifier", value=_plain_int(text[at:end]), figure=(at, end))
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
        return Label(start, end, "name", "age group", _plain_int(text[at : end - 1]), (at, end - 1))
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
        value=_plain_int(text[at:end]),
        figure=(at, end),
    )


_MORE_OF_CODE = re.compile(r"(?:\.\d{1,4}){1,4}(?!\d)|[^\S\n]\d[A-Z]{2}\b")


def _stem_end(text: str, at: int, end: int) -> int:
    """Stop before a hyphen and a word in lower case: "G7-led" names the G7."""
    hyphen = text.find("-", at, end)
    return hyphen if hyphen > 0 and text[hyphen + 1 : hyphen + 3].islower() else end


def _glued_behind(text: str, at: int) -> Label | None:
    found = _IDENTIFIER.match(text, at)
    return Label(at, found.end(), "identifier") if found else None


_IDENTIFIER = re.compile(
    r"\d{1,4}(?!(?:AM|PM|KM|MM|BN|MW|GW|KW|TW|MB|GB|TB|TH|ST|ND|RD|USD|EUR|GBP|CNY|MNT|MEUR)\b)[A-Z]{2,5}\d[A-Z\d]{0,6}\b|[1-9]\d?[A-F](?=-)"
)
_AGE_GROUP = re.compile(r"\d{1,2}s\b")
_WORD_PREFIX = re.compile(
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
    "covid apollo formula article section chapter type sars soyuz luna mars boeing airbus sputnik category phase gate".split()
)


def _plain_int(figure: str) -> float | None:
    return int(figure) if figure.isdecimal() and len(figure) < 12 else None


def _list_mark(text: str, at: int) -> Label | None:
    if at and text[at - 1] == "(":
        mark = _PAREN_MARK.match(text, at)
        if mark and text[max(0, at - 2) : at - 1] in ("", " ", "\n"):
            return Label(at - 1, mark.end(), "list mark", value=_plain_int(mark.group()[:-1]))
    line = text.rfind("\n", max(0, at - 12), at)
    if line < 0 and at > 12:
        return None
    head = text[line + 1 : at]
    found = _LIST_MARK.match(text, at) if not head.strip(" \t•*-–>#") else None
    if not found or _bare_line(text, found.end()):
        return None
    return Label(at, found.end(), "list mark", value=_plain_int(found.group().rstrip(".)")))


def _bare_line(text: str, end: int) -> bool:
    """Tell whether nothing follows on the line: then "8." ends a sentence."""
    return not text[end : end + 40].split("\n", 1)[0].strip()


def _clock(text: str, at: int) -> Label | None:
    ranged = _CLOCK_RANGE.match(text, at)
    found = _CLOCK.match(text, ranged.end() if ranged else at)
    if not found and text[at - 1 : at] in ("\n", ""):
        found = _LINE_CLOCK.match(text, at)
    if not found:
        return None
    return Label(at, found.end(), "time of day")


_FOLD = re.compile(rf"(?:-|{GAP})?fold\b|[^\S\n]?[x×](?![A-Za-z\d])", re.IGNORECASE)


def read_multiple(text: str, start: int, end: int) -> int | None:
    """Find where "tenfold", "10-fold", "4x" ends if the number that ends there is so used."""
    found = _FOLD.match(text, end)
    return found.end() if found else None


_ON_A_DAY = re.compile(
    rf"{GAP}(?:on{GAP}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this{GAP}(?:morning|afternoon|evening)|sharp|local{GAP}time"
    rf"|every{GAP}(?:day|morning|afternoon|evening|weekday)|tomorrow|yesterday|tonight|today)\b",
    re.IGNORECASE,
)
_LINE_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?=[^\S\n]*(?:\n|$))")
_DAY_PART = re.compile(
    rf"(?:{GAP}(?:o['’]clock|(?:in{GAP}the{GAP}(?:small{GAP}hours|morning|afternoon|evening)|at{GAP}night)\b)|[^\S\n]?[ap]\.m\b\.?|{GAP}[ap]m\b)",
    re.IGNORECASE,
)


def read_spoken_clock(text: str, start: int, end: int) -> Label | None:
    """Read the number that ends there as an hour: "three in the afternoon", "at four on Thursday"."""
    found = _DAY_PART.match(text, end)
    if not found and text[max(0, start - 4) : start].lower().strip() == "at":
        found = _ON_A_DAY.match(text, end)
        return Label(start, end, "time of day") if found else None
    return Label(start, found.end(), "time of day") if found else None


_REST_OF_CODE = re.compile(r"[A-Za-rt-z][A-Za-z0-9]{0,8}\b|s[A-Za-z0-9]{1,8}\b")


def read_glued(text: str, start: int, end: int) -> Label | None:
    """Read digits that run on into letters which are no unit: "14B", "3D"."""
    found = _REST_OF_CODE.match(text, end) if text[end - 1].isdigit() else None
    return Label(start, found.end(), "identifier") if found else None


def _set_piece(text: str, at: int) -> Label | None:
    found = _SET_PIECES.match(text, at)
    if found:
        return Label(at, found.end(), "name")
    address = _ADDRESS.match(text, at)
    return Label(at, address.end(), "identifier", "address") if address else None


def _dotted(text: str, at: int) -> Label | None:
    found = _DOTTED.match(text, at)
    if not found or _GROUPED_POINTS.match(text, at):
        return None
    return Label(at, found.end(), "identifier")


def _phone(text: str, at: int) -> Label | None:
    start = at - 1 if at and text[at - 1] in "+(" else at
    found = _PHONE.match(text, at)
    if not found:
        return None
    digits = sum(mark.isdecimal() for mark in found.group())
    certain = text[start:at] == "+" or ("-" in found.group() and digits in (10, 11))
    if digits < 7 or not (certain or _PHONE_CUE.search(text, max(0, at - 40), at)):
        return None
    return Label(start, found.end(), "phone number")


def _furniture(text: str, at: int) -> Label | None:
    line = text.rfind("\n", max(0, at - 16), at)
    head = text[line + 1 : at].strip().lower() if line >= 0 or at <= 16 else "?"
    if head.rstrip(" (:") in (
        "comments",
        "shares",
        "views",
        "likes",
        "replies",
        "read",
        "share",
    ) and _BARE_REST.match(text, at):
        return Label(at, _BARE_REST.match(text, at).end(), "furniture")  # type: ignore[union-attr]
    if head:
        return None
    found = _FURNITURE.match(text, at)
    return Label(at, found.end(), "furniture") if found else None


def read_score(text: str, at: int) -> Label | None:
    """Read "3-1" as a score or a vote: falling or level, or with a word of winning beside it."""
    found = _SIDE_BY_SIDE.match(text, at)
    if not found or _COUNTED_AFTER.match(text, found.end()):
        return None
    first, second = int(found["a"]), int(found["b"])
    pair = None if found["more"] else (first, second)
    if found["more"] or first >= second or _SCORE_AFTER.match(text, found.end()):
        return Label(at, found.end(), "score", value=pair)
    before = _SCORE_BEFORE.search(text, max(0, at - 48), at)
    return (
        Label(at, found.end(), "score", value=pair)
        if before and second < 200 and not _PEOPLE.match(text, found.end())
        else None
    )


_PEOPLE = re.compile(rf"{GAP}[a-z]{{3,}}(?<!s)s\b|{GAP}people\b")

_URL = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
_IDIOMS = re.compile(
    rf"(?:nine-to-five|nine{GAP}to{GAP}five|fifty-fifty|one-to-one|two-to-one|catch-22|square{GAP}one|hand{GAP}in{GAP}hand)\b",
    re.IGNORECASE,
)
_NUMBER_ONE = re.compile(
    rf"(?:number{GAP}(?P<word>one|two|three|four|five|\d{{1,3}})|(?P<short>no\.?)(?P<gap>[^\S\n]?)(?P<digits>\d{{1,3}}))\b(?!,\d|%|-\d)(?!{GAP}(?:percent|per|million|thousand))",
    re.IGNORECASE,
)
_NAMED_GROUP = re.compile(
    rf"(?:Group{GAP}of{GAP}|Big{GAP}|Gang{GAP}of{GAP}|Council{GAP}of{GAP})(?P<figure>{'|'.join(w.capitalize() for w in NUMBER_WORDS)}|\d\d?)\b"
)


def read_at_word(text: str, at: int, word: str) -> list[Label]:
    """Read the labels that begin with that word (in lower case) at that offset."""
    if word == "one":
        label = read_one(text, at)
        return [label] if label else []
    if word == "no":
        none = _NO_ONE.match(text, at)
        if none:
            return [Label(at, none.end(), "pronoun", value=0)]
    if word in ("no", "number"):
        found = _NUMBER_ONE.match(text, at)
        if found and _is_rank(text, at, found):
            figure = "digits" if found["digits"] else "word"
            return [Label(at, found.end(), "identifier", "number", _value(found[figure]), found.span(figure))]
    if word in ("half", "quarter"):
        past = _PAST_HOUR.match(text, at)
        return [Label(at, past.end(), "time of day")] if past else []
    if word in ("http", "https", "www"):
        url = _URL.match(text, at)
        if not url:
            return []
        end = at + len(url.group().rstrip(".,;:!?)”\"'"))
        return [Label(at, end, "identifier", "address")]
    if word in ("group", "big", "gang", "council"):
        group = _NAMED_GROUP.match(text, at)
        if group:
            return [Label(at, group.end(), "name", word, _value(group["figure"]), group.span("figure"))]
    return read_noun(text, at)


def _is_rank(text: str, at: int, found: re.Match[str]) -> bool:
    if found["word"]:
        return (
            (text[at].isupper() and not found["word"].isdecimal())
            or not text[at].isupper()
            or found["word"].isdecimal()
        )
    return "." in found["short"] or text[at].isupper()


_PAST_HOUR = re.compile(
    rf"(?:half{GAP}past|quarter{GAP}(?:past|to)){GAP}(?:{'|'.join(NUMBER_WORDS[:12])}|1?\d)\b", re.IGNORECASE
)
ANCHORS = (
    "half",
    "quarter",
    "one",
    "no",
    "number",
    "http",
    "https",
    "www",
    "group",
    "big",
    "gang",
    "council",
)
