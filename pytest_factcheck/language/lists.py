"""Lists in prose: "A, B and C", with the roles, articles and asides that stand inside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pytest_factcheck.language.jurisdictions import is_country_adjective
from pytest_factcheck.language.personal import HONORIFICS, PARTICLES, SUFFIXES, read_name, title_words
from pytest_factcheck.language.titles import families, joined
from pytest_factcheck.language.titlewords import (
    NOUN_MODIFIERS,
    PORTFOLIOS,
    RANKS,
    SKIPPED,
    STARTERS,
    STATUSES,
)
from pytest_factcheck.language.tokens import Token
from pytest_factcheck.model.span import Span

Separator = Literal["comma", "and", "beside", "or"]

PARTIAL_BEFORE = (
    "including", "included", "includes", "include", "such as", "among them", "like", "e.g.", "for example",
    "for instance", "notably", "especially", "particularly", "in particular", "among others", "say",
    "starting with",
)  # fmt: skip
PARTIAL_AFTER = (
    "among others",
    "among other",
    "and others",
    "and other",
    "etc",
    "et al",
    "to name",
    "and more",
)
ADDING = ("with", "alongside", "and", "besides", "joined", "joins", "join", "joining")
"""Words before a list to which somebody named earlier belongs as well."""
EXCLUDING = (
    "except", "except for", "excluding", "without", "other than", "apart from", "aside from", "besides",
    "not", "but not", "unlike", "instead of", "rather than", "neither", "minus", "save for", "not in it",
)  # fmt: skip
BESIDE = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("plus",), ("alongside",))
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december today yesterday tomorrow".split()
)
VERBS = frozenset(
    "is are was were be been has have had said says will would can could may might must should did do does "
    "voted met signed agreed took made gave went came held".split()
)
NO_NOUNS = VERBS | frozenset(
    "and or nor but if as so yet to of in on at by for from with without under over into onto about after "
    "before since until than then that this these those which who whom whose what when where while because "
    "although though not no never also only even both either neither he she it they we you i him them us "
    "his her its their our my your it all some many most more less few other another such same very too "
    "all each every any several two three four five six seven eight nine ten one including like via per "
    "between among against during through says tells told asks wants sees makes takes goes comes gives "
    "finds knows thinks gets keeps leads wins loses beat beats won lost led ran run sat stood spoke wrote "
    "read sent paid kept left felt found thought knew got there here now today yesterday tomorrow again "
    "still just back up down out off away".split()
)
CLOSERS = {"(": ")", "[": "]", "—": "—", "–": "–"}
LONGEST_DESCRIPTION = 5
"""Words of a description before the name of an item, its article included."""
LONGEST_LIST = 60
"""Items after which a list is no longer read."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `member` names the fact's member that it is, empty for a stranger."""

    start: int
    end: int
    text: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """An accepted form of a member where it stands: token numbers, the last exclusive.

    `possessive` if an ending follows that is no part of the form.
    """

    first: int
    last: int
    member: str
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Coordination:
    """A list as it stands in a sentence; `closed` if "and" or brackets show where it ends."""

    start: int
    end: int
    items: tuple[Item, ...]
    closed: bool
    partial: bool = False
    excluding: bool = False
    adding: bool = False

    @property
    def members(self) -> frozenset[str]:
        """The fact's members among the items."""
        return frozenset(item.member for item in self.items if item.member)

    @property
    def strangers(self) -> tuple[Item, ...]:
        """The items that are no members."""
        return tuple(item for item in self.items if not item.member)


def find_coordinations(text: str, tokens: Sequence[Token], units: Sequence[Unit]) -> tuple[Coordination, ...]:
    """Find the lists of a sentence that hold at least one of the units."""
    by_start = {unit.first: unit for unit in units if _is_item(tokens, unit)}
    ends = {unit.last: unit for unit in by_start.values()}
    found: list[Coordination] = []
    for unit in units:
        if unit.first not in by_start or (found and tokens[unit.first].start < found[-1].end):
            continue
        coordination = _read_around(text, tokens, unit, by_start, ends)
        if coordination is not None:
            found.append(coordination)
    return tuple(found)


def _is_item(tokens: Sequence[Token], unit: Unit) -> bool:
    """Tell whether the form stands for itself, not as a part of another name or word."""
    end = tokens[unit.last - 1]
    if unit.possessive:
        return False
    after = tokens[unit.last] if unit.last < len(tokens) else None
    before = tokens[unit.first - 1] if unit.first else None
    if not is_name_of_its_own(tokens, unit):
        return False
    if after is not None and after.text in ("-", "‑", "/") and joined(end, after):
        return False
    if before is not None and before.text in ("-", "‑", "/") and joined(before, tokens[unit.first]):
        return False
    if after is None or not after.is_name or not after.text[0].isalpha():
        return True
    return end.text == "." or after.low in CALENDAR


def is_name_of_its_own(tokens: Sequence[Token], unit: Unit) -> bool:
    """Tell whether no word before makes the form another name."""
    if not unit.first or unit.last - unit.first > 1:
        return True
    return not _is_another_name(tokens[unit.first - 1], unit.first)


def _is_another_name(before: Token, first: int) -> bool:
    """Tell whether the word before makes it another name: "Lower Resk" is not Resk, nor Maria Ito Sam Ito."""
    low = before.low
    if not before.is_name or not before.text[0].isalpha() or before.possessive or first == 1:
        return False
    known = low in families() or low in STATUSES or low in RANKS or low in HONORIFICS or low in title_words()
    return not (known or is_country_adjective(before.text) or low.endswith("s") or low in STARTERS)


def _read_around(
    text: str, tokens: Sequence[Token], unit: Unit, units: Mapping[int, Unit], ends: Mapping[int, Unit]
) -> Coordination | None:
    for start in _starts(tokens, unit, ends):
        coordination = _read_from(text, tokens, start, units)
        if coordination is not None and coordination.start <= tokens[unit.first].start < coordination.end:
            return coordination
    return None


def _starts(tokens: Sequence[Token], unit: Unit, ends: Mapping[int, Unit]) -> list[int]:
    """List where the list may begin, the farthest to the left first."""
    starts = [_before_item(tokens, unit.first)]
    for _ in range(LONGEST_LIST):
        at = _before_separator(tokens, starts[-1] - 1)
        if at < 0:
            break
        begin = _item_back(tokens, at, ends)
        if begin < 0:
            break
        starts.append(begin)
    if len(starts) > 1 and _is_opening(tokens, starts[-1], ends):
        starts.pop()
    return starts[::-1]


def _is_opening(tokens: Sequence[Token], start: int, ends: Mapping[int, Unit]) -> bool:
    """Tell whether the first item belongs to an opening phrase ("In Berlin, A and B")."""
    if not start or start > 3:
        return False
    if any(tokens[last - 1].start >= tokens[start].start and last < start + 6 for last in ends):
        holder = min((last for last in ends if last > start), default=0)
        if holder and not any(token.text == "," for token in tokens[start:holder]):
            return False
    return tokens[start - 1].low in {
        "in",
        "at",
        "on",
        "to",
        "from",
        "after",
        "for",
        "with",
        "by",
        "near",
        "under",
    }


def _before_item(tokens: Sequence[Token], first: int) -> int:
    """Step left over what may stand before a name inside an item: articles, roles, a country's possessive."""
    at = first
    while at > 0 and at > first - 8 and _is_modifier(tokens[at - 1]):
        at -= 1
    begin = at
    while begin > 0 and begin > at - 4 and _is_plain_noun(tokens[begin - 1]):
        begin -= 1
    return begin if begin < at and begin and _before_separator(tokens, begin - 1) >= 0 else at


def _is_plain_noun(token: Token) -> bool:
    """Tell whether a lower-case word may describe the name behind it: "poet Ann Ray"."""
    low = token.low
    return (
        token.text.islower()
        and low.isalpha()
        and low not in NO_NOUNS
        and not low.endswith(("ed", "ing", "ly"))
    )


def _is_modifier(token: Token) -> bool:
    low = token.low
    if low in ("and", "or", "&"):
        return False
    return (
        (token.is_name and token.text[0].isalpha())
        or low
        in ("the", "a", "an", "both", "-", "‑", "its", "his", "her", "their", "former", "fellow", "mr", "mrs")
        or low in families()
        or low in SKIPPED
        or low in RANKS
        or low in STATUSES
        or low in PORTFOLIOS
        or low in NOUN_MODIFIERS
    )


def _before_separator(tokens: Sequence[Token], at: int) -> int:
    """Give the last token before the separator that ends at a token, or -1 if none does."""
    if at < 1:
        return -1
    if tokens[at].low in ("and", "&", "or"):
        at -= 1
        return at - 1 if tokens[at].text == "," else at
    for words in BESIDE:
        size = len(words)
        if at - size >= 0 and tuple(token.low for token in tokens[at - size + 1 : at + 1]) == words:
            at -= size
            return at - 1 if tokens[at].text == "," else at
    return at - 1 if tokens[at].text in (",", ";") else -1


def _item_back(tokens: Sequence[Token], at: int, ends: Mapping[int, Unit]) -> int:
    """Give the first token of the item that ends at a token, or -1 if no item does."""
    if at < 0:
        return -1
    if tokens[at].text == ")":
        while at > 0 and tokens[at].text != "(":
            at -= 1
        at -= 1
        if at < 0:
            return -1
    unit = ends.get(at + 1)
    if unit is not None:
        return _before_item(tokens, unit.first)
    if (
        not (tokens[at].is_name and tokens[at].text[0].isalpha())
        or tokens[at].possessive
        or tokens[at].low in CALENDAR
    ):
        return -1
    first = at
    while first > 0 and first > at - 10:
        left = tokens[first - 1]
        named = left.is_name and left.text[0].isalpha()
        if (
            named
            or left.low in PARTICLES
            or (left.text in ("-", "‑", ".") and joined(left, tokens[first]))
            or (
                left.low in ("of", "the")
                and first > 1
                and (tokens[first - 2].is_name or tokens[first - 2].low == "of")
            )
        ):
            first -= 1
        else:
            break
    return _before_item(tokens, first)


def _read_from(
    text: str, tokens: Sequence[Token], start: int, units: Mapping[int, Unit]
) -> Coordination | None:
    """Read the list that begins at a token."""
    items: list[Item] = []
    separators: list[Separator] = []
    at = start
    while len(items) < LONGEST_LIST:
        read = _item_at(text, tokens, at, units)
        if read is None:
            break
        item, end = read
        items.append(item)
        end = _after_aside(tokens, _after_noun(tokens, end, item))
        separator, after = _separator_at(tokens, end)
        last_kind = separators[-1] if separators else None
        if separator is None or (last_kind == "and" and separator == "comma"):
            at = end
            break
        separators.append(separator)
        at = after
    else:
        return None
    kept = separators[: len(items) - 1]
    dangling = len(separators) > len(kept)
    if len(items) < 2:
        return None
    first, last = items[0], items[-1]
    closed = _is_closed(tokens, start, at, kept) and not (dangling and kept[-1:] != ["and"])
    opened = tokens[start].start
    before = text[max(0, opened - 40) : opened].casefold().rstrip(" :,(–—")
    behind = text[last.end : last.end + 30].casefold().lstrip(" ,")
    return Coordination(
        first.start,
        last.end,
        tuple(items),
        closed,
        partial=_ends_with(before, PARTIAL_BEFORE) or behind.startswith(PARTIAL_AFTER),
        excluding=_ends_with(before, EXCLUDING),
        adding=_ends_with(before, ADDING),
    )


def _ends_with(before: str, phrases: Sequence[str]) -> bool:
    return any(
        before.endswith(phrase) and not before[: -len(phrase)][-1:].isalnum() for phrase in phrases
    ) or any(before.endswith(f"{phrase} the") for phrase in phrases)


def _is_closed(tokens: Sequence[Token], start: int, at: int, separators: Sequence[Separator]) -> bool:
    """Tell whether the list shows its end: one "and", before the last item, or brackets around it."""
    if separators and separators[-1] in ("and", "beside") and "or" not in separators:
        middle = separators[:-1]
        return all(kind == "comma" for kind in middle) or set(separators) == {"and"} or middle[-1:] == ["and"]
    opener = tokens[start - 1].text if start else ""
    closer = tokens[at].text if at < len(tokens) else "."
    return CLOSERS.get(opener) == closer or (opener == ":" and closer in (".", ";"))


def _item_at(
    text: str, tokens: Sequence[Token], at: int, units: Mapping[int, Unit]
) -> tuple[Item, int] | None:
    """Read one item: a member behind its modifiers, or else a name of any kind."""
    at = _after_description(tokens, at)
    probe = at
    while probe < len(tokens) and probe < at + 12:
        unit = units.get(probe)
        if unit is not None:
            span = Span(tokens[unit.first].start, tokens[unit.last - 1].end)
            return Item(span.start, span.end, span.of(text), unit.member), unit.last
        described = probe < at + 3 and _is_plain_noun(tokens[probe])
        if not (_is_modifier(tokens[probe]) or described or (tokens[probe].low == "of" and probe > at)):
            break
        probe += 1
    return _stranger_at(text, tokens, at)


def _after_description(tokens: Sequence[Token], at: int) -> int:
    """Step over "a passing tanker," before the name of what is described so: "the Corin"."""
    if at >= len(tokens) or tokens[at].low not in ("a", "an", "another"):
        return at
    step = at + 1
    while step < len(tokens) and step < at + LONGEST_DESCRIPTION and _describes(tokens[step]):
        step += 1
    described = at + 1 < step < len(tokens) - 1 and tokens[step].text == ","
    name = step + 2 if described and tokens[step + 1].low == "the" else step + 1
    return step + 1 if described and name < len(tokens) and tokens[name].is_name else at


def _describes(token: Token) -> bool:
    return token.text.islower() and token.low.isalpha() and token.low not in NO_NOUNS


def _stranger_at(text: str, tokens: Sequence[Token], at: int) -> tuple[Item, int] | None:
    count = len(tokens)
    begin = at
    while (
        at < count
        and not tokens[at].is_name
        and (_is_modifier(tokens[at]) or (at < begin + 3 and _is_plain_noun(tokens[at])))
    ):
        at += 1
    if (
        at >= count
        or not tokens[at].is_name
        or not tokens[at].text[0].isalpha()
        or tokens[at].low in CALENDAR
    ):
        return None
    first = at
    head = -1
    while at < count and at < first + 12:
        token = tokens[at]
        named = token.is_name and token.text[0].isalpha()
        if named or token.low in families():
            head = at if token.low in families() else head
            at += 1
        elif (
            (
                token.low in PARTICLES | {"of", "the"}
                and at + 1 < count
                and (tokens[at + 1].is_name or tokens[at + 1].low == "the")
            )
            or (
                token.text in ("-", "‑", ".")
                and joined(tokens[at - 1], token)
                and at + 1 < count
                and ((token.text == "." and len(tokens[at - 1].text) <= 2) or joined(token, tokens[at + 1]))
            )
            or (
                token.low in PORTFOLIOS | RANKS.keys() | NOUN_MODIFIERS
                and at + 1 < count
                and _leads_on(tokens, at)
            )
        ):
            at += 1
        else:
            break
    if tokens[at - 1].possessive or tokens[at - 1].low in HONORIFICS:
        return None
    if head >= 0 and head + 1 < at:
        name, end = read_name(text, tokens, head + 1)
        if name is not None:
            return Item(name.start, tokens[end - 1].end, text[name.start : tokens[end - 1].end]), end
    if at < count and tokens[at].low in SUFFIXES:
        at += 1
    span = Span(tokens[first].start, tokens[at - 1].end)
    return Item(span.start, span.end, span.of(text)), at


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a lower-case word of a title is followed by its head: "foreign minister"."""
    return any(token.low in families() for token in tokens[at + 1 : at + 3])


def _after_noun(tokens: Sequence[Token], at: int, item: Item) -> int:
    """Step over the noun behind a country's adjective: "French diplomats, German officials and"."""
    if at + 1 >= len(tokens) or tokens[at].is_name or not tokens[at].text.isalpha():
        return at
    ahead = tokens[at + 1]
    listed = ahead.text in (",", ";") or ahead.low in ("and", "&")
    adjective = is_country_adjective(item.text) or item.text.endswith(("an", "ish", "ese"))
    return at + 1 if listed and adjective and tokens[at].low.endswith("s") else at


def _after_aside(tokens: Sequence[Token], at: int) -> int:
    """Step over "(PA)", "of Ann Ray", ", 54," behind an item."""
    count = len(tokens)
    if at < count and tokens[at].text == ".":
        step = at + 1
        if step < count and (tokens[step].text in (",", ";") or tokens[step].low in ("and", "&")):
            return step
    if at < count and tokens[at].text == "(":
        end = at + 1
        while end < count and end < at + 10 and tokens[end].text != ")":
            end += 1
        if end < count and tokens[end].text == ")":
            return _after_aside(tokens, end + 1)
    if at + 1 < count and tokens[at].low == "of" and tokens[at + 1].is_name:
        end = at + 1
        while end < count and tokens[end].is_name and tokens[end].text[0].isalpha():
            end += 1
        return end
    if at + 2 < count and tokens[at].text == "," and tokens[at + 1].text.isdigit():
        end = at + 2
        return end if tokens[end].text == "," or tokens[end].low == "and" else at
    return at


def _separator_at(tokens: Sequence[Token], at: int) -> tuple[Separator | None, int]:
    count = len(tokens)
    if at >= count:
        return None, at
    comma = tokens[at].text in (",", ";")
    step = at + 1 if comma else at
    for words in BESIDE:
        if tuple(token.low for token in tokens[step : step + len(words)]) == words:
            return "beside", step + len(words)
    if step < count and tokens[step].low in ("and", "&", "or"):
        kind: Separator = "or" if tokens[step].low == "or" else "and"
        step += 1
        if step < count and tokens[step].text == ",":
            end = step + 1
            while end < count and end < step + 6 and tokens[end].text != ",":
                end += 1
            if end < count and tokens[end].text == ",":
                return kind, end + 1
        if step < count and tokens[step].low in ("also", "finally", "lastly"):
            step += 1
        return kind, step
    return ("comma", step) if comma else (None, at)
