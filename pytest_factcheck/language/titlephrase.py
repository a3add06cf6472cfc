"""The words around a role: how far a title reaches to the left and right, and what each word adds to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pytest_factcheck.language.jurisdictions import country_of, is_country_adjective
from pytest_factcheck.language.titles import Family, Head, Role, families, joined, portfolio_of
from pytest_factcheck.language.titlewords import (
    AFTER_STATUSES,
    BODIES,
    NOT_NOUNS,
    NOUN_MODIFIERS,
    PORTFOLIOS,
    PREPOSITIONS,
    RANKS,
    SKIPPED,
    SMALL_WORDS,
    STARTERS,
    STATUSES,
    Status,
)
from pytest_factcheck.language.tokens import Token, tokenize
from pytest_factcheck.model.span import Span


def read_titles(phrase: str) -> tuple[Role, ...]:
    """Read the titles that a short phrase names ("President of the European Commission").

    A phrase without any known role is a role of its own, named by its last word before "of".
    """
    tokens = tokenize(phrase, Span(0, len(phrase)))
    table = families()
    heads: list[Head] = []
    at = 0
    while at < len(tokens):
        head = _head_at(tokens, at, table)
        if head is None:
            at += 1
            continue
        heads.append(head)
        at = head.last
    roles = [read_role(tokens, head) for head in heads]
    kept = [
        role
        for number, role in enumerate(roles)
        if not role.possessive and not _is_inside(tokens, role, roles[:number])
    ]
    return tuple(kept) or _own_title(tokens)


def _head_at(tokens: Sequence[Token], at: int, table: dict[str, Family]) -> Head | None:
    for size in range(min(5, len(tokens) - at), 0, -1):
        words = _spelled(tokens[at : at + size])
        family = table.get(words)
        if family is not None:
            return Head(at, at + size, family)
    return None


def _spelled(tokens: Sequence[Token]) -> str:
    """Write tokens as the phrase that they stand for, hyphens without spaces."""
    text = ""
    for number, token in enumerate(tokens):
        apart = number and not joined(tokens[number - 1], token)
        text += (" " if apart else "") + token.low
    return text


def _is_inside(tokens: Sequence[Token], role: Role, before: Sequence[Role]) -> bool:
    """Tell whether a role only completes another one ("adviser to the president")."""
    if any(role.head < other.last for other in before):
        return True
    linking = tokens[before[-1].last].low if before and before[-1].last < len(tokens) else ""
    return linking in PREPOSITIONS | {"to"} and role.first == before[-1].last + 1


def _own_title(tokens: Sequence[Token]) -> tuple[Role, ...]:
    end = next(
        (number for number, token in enumerate(tokens) if token.low in PREPOSITIONS and number), len(tokens)
    )
    while end and not tokens[end - 1].is_word:
        end -= 1
    if not end:
        return ()
    return (read_role(tokens, Head(end - 1, end, Family(tokens[end - 1].low, "own"))),)


def read_role(tokens: Sequence[Token], head: Head) -> Role:
    """Read the title around its head words: status, rank, department, body or country, complement."""
    before = _read_before(tokens, head)
    after = _read_after(tokens, head)
    status, words = (
        (after.status, after.status_words) if after.status else (before.status, before.status_words)
    )
    own = portfolio_of([t.low for t in tokens[head.first : head.last]] if head.last - head.first > 1 else [])
    named = frozenset(before.portfolio + after.portfolio) | (own if head.family.portfolio else frozenset())
    return Role(
        family=head.family,
        first=before.first,
        last=after.last,
        head=head.first,
        status=status,
        status_words=words,
        rank=before.rank,
        portfolio=portfolio_of(sorted(named)) if named else frozenset(),
        place=before.place or after.place,
        owner=before.owner,
        article=before.article,
        plural=head.plural,
        possessive=tokens[head.last - 1].possessive,
        complement=after.last > head.last,
        wording=" ".join(token.low for token in tokens[head.first : head.last]),
        doubtful=before.doubtful,
    )


@dataclass(slots=True)
class _Before:
    first: int
    status: Status = ""
    status_words: str = ""
    rank: str = ""
    portfolio: tuple[str, ...] = ()
    place: str = ""
    owner: str = ""
    article: str = ""
    doubtful: bool = False


@dataclass(slots=True)
class _After:
    last: int
    status: Status = ""
    status_words: str = ""
    portfolio: tuple[str, ...] = ()
    place: str = ""


def _read_before(tokens: Sequence[Token], head: Head) -> _Before:
    """Walk left from the head words over everything that belongs to the title."""
    got = _Before(head.first)
    place: list[int] = []
    departments: list[str] = []
    at = head.first - 1
    limit = max(-1, head.first - 14)
    while at > limit:
        token = tokens[at]
        low = token.low
        if low in ("-", "‑", "–"):
            if not (joined(token, tokens[at + 1]) and at and joined(tokens[at - 1], token)):
                break
        elif token.possessive:
            got.first = _read_owner(tokens, at, got)
            break
        elif low in STATUSES:
            if low == "late" and at and tokens[at - 1].low in ("a", "in", "of"):
                break
            got.status, got.status_words = STATUSES[low], token.text
            got.first = at
        elif low == "one" and at + 2 < len(tokens) and tokens[at + 2].low == "time":
            got.status, got.status_words, got.first = "past", "one-time", at
        elif low == "be" and at > 1 and tokens[at - 2].low in ("would", "to"):
            got.status, got.status_words, got.first = "future", "would-be", at - 2
            at -= 2
        elif low == "time":
            pass
        elif low in RANKS and not (low == "under" and (at + 1 >= len(tokens) or tokens[at + 1].low != "-")):
            if place and not token.is_name:
                break
            got.rank = got.rank or RANKS[low]
            got.first = at
        elif low in PORTFOLIOS and not place and _is_department(tokens, at, head):
            departments.append(low)
            got.first = at
        elif low in ("and", "&") and departments and at and tokens[at - 1].low in PORTFOLIOS:
            pass
        elif low in SKIPPED and not (token.is_name and place):
            got.first = at
        elif low in ("the", "a", "an"):
            got.article = low
            got.first = at
            break
        elif low in ("his", "her", "its", "their", "our", "my", "whose"):
            got.article, got.owner = "the", low
            got.first = at
            break
        elif low == "of" and place and at and tokens[at - 1].is_name and _of_joins(tokens, at, place):
            place.append(at)
        elif low == "of":
            break
        elif token.text == "." and at and _is_abbreviation(tokens, at):
            pass
        elif (
            (token.is_name and _may_be_place(tokens, at))
            or (low in NOUN_MODIFIERS and token.is_word)
            or _is_own_noun(tokens, at)
        ):
            place.append(at)
            got.first = at
        else:
            _read_far_adjective(tokens, at, got, place)
            break
        at -= 1
    while place and tokens[place[-1]].low in ("of", "and"):
        place.pop()
    got.portfolio = tuple(departments)
    got.place = " ".join(tokens[i].text for i in reversed(place))
    return got


def _read_far_adjective(tokens: Sequence[Token], at: int, got: _Before, place: list[int]) -> None:
    """Take the adjective before one or two nouns: "Ostish strongman President Ray" is Ostland's president."""
    if place or got.owner:
        return
    for number in range(at, max(-1, at - FAR_NOUNS - 1), -1):
        token = tokens[number]
        if number < at and token.is_name and token.low.endswith(ADJECTIVES) and not token.possessive:
            place.append(number)
            got.first, got.doubtful = number, True
            return
        if not _is_apposed_noun(token) or (number == at and token.low.endswith("s")):
            return


def _is_apposed_noun(token: Token) -> bool:
    """Tell whether a lower-case word may be a noun beside a title: no verb, adverb or small word."""
    low = token.low
    plain = token.text.islower() and low.isalpha() and not token.possessive
    return plain and low not in NOT_NOUNS and not low.endswith(("ed", "ly", "ing"))


def _is_department(tokens: Sequence[Token], at: int, head: Head) -> bool:
    """Tell whether a department's word stands directly before the head, or before another department's."""
    if head.family.portfolio:
        return True
    after = tokens[at + 1].low if at + 1 < head.first else ""
    return head.family.name in ("spokesperson", "adviser") and after in PORTFOLIOS


def _is_own_noun(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a lower-case noun belongs to the title: "former flight director"."""
    for number in range(at, max(-1, at - 3), -1):
        token = tokens[number]
        low = token.low
        if (
            token.possessive
            or low in STATUSES
            or low in RANKS
            or low in ("the", "a", "an", "its", "his", "her")
        ):
            return number < at
        if low == "-" and number < at and joined(token, tokens[number + 1]):
            continue
        if not token.text.islower() or not low.isalpha() or low in NOT_NOUNS or low.endswith(("ed", "ly")):
            return False
    return False


def _is_abbreviation(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the point belongs to the word before it: "Acme Corp. chief executive"."""
    left = tokens[at - 1]
    return left.low in ("corp", "inc", "co", "ltd", "st", "mt", "bros", "gov", "dr") and joined(
        left, tokens[at]
    )


def _may_be_place(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not token.text[0].isalpha() or token.low in families():
        return False
    if at and tokens[at - 1].text not in ('"', "“", "”", "'", "‘", "’", "•", ":", "«"):
        return token.low not in _NEVER_PLACES
    if token.text.isupper() and len(token.text) > 1:
        return True
    return token.low not in STARTERS and not token.low.endswith(("ly", "ing"))


FAR_NOUNS = 2
"""Nouns that may stand between a country's adjective and the title."""
ADJECTIVES = ("an", "ish", "ese", "ic", "i", "ch", "ss")
"""Endings of the adjectives that are made from the names of countries and places."""
_NEVER_PLACES = frozenset(
    "mr mrs ms miss dr sir dame lord lady monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december i the when after but "
    "and".split()
)


def _of_joins(tokens: Sequence[Token], at: int, place: list[int]) -> bool:
    """Tell whether "of" binds a name ("Bank of England Governor"), not a noun to the whole title."""
    right = " ".join(tokens[i].text for i in reversed(place))
    return not is_country_adjective(right) and (at >= 2 or tokens[at - 1].low in BODIES)


def _read_owner(tokens: Sequence[Token], at: int, got: _Before) -> int:
    """Read the noun phrase that ends in a possessive; give the number of its first token."""
    if not tokens[at].is_name:
        got.article, got.owner = "the", tokens[at].low
        first = at
        while first > 0 and (
            tokens[first - 1].low in NOUN_MODIFIERS or tokens[first - 1].low in ("the", "a")
        ):
            first -= 1
        return first
    first = at
    while first > 0:
        left = tokens[first - 1]
        if left.possessive or (not left.is_word and left.text not in ("-",)):
            break
        if (left.is_name and _may_be_place(tokens, first - 1)) or left.low in (
            "von",
            "van",
            "der",
            "de",
            "of",
            "-",
        ):
            first -= 1
            continue
        break
    while first < at and not tokens[first].is_name:
        first += 1
    words = [tokens[i] for i in range(first, at + 1)]
    text = " ".join(t.text for t in words)
    got.owner = _without_possessive(text)
    got.article = "the"
    while first and _introduces_owner(tokens[first - 1]):
        first -= 1
        if tokens[first].low == "the":
            break
    return first


def _introduces_owner(token: Token) -> bool:
    return token.low in _BEFORE_OWNER or token.low in families() or is_country_adjective(token.text)


_BEFORE_OWNER = frozenset("the former then prime foreign finance deputy vice mr mrs ms dr sir".split())
"""Words of an owner's own title ("US President Ann Ray's envoy")."""


def _without_possessive(text: str) -> str:
    for ending in ("'s", "’s", "'S", "’S"):
        if text.endswith(ending):
            return text[:-2]
    return text.rstrip("'’")


def _read_after(tokens: Sequence[Token], head: Head) -> _After:
    """Walk right from the head words: "-elect", "of Finance", "of the European Commission"."""
    got = _After(head.last)
    at = head.last
    count = len(tokens)
    if tokens[head.last - 1].possessive:
        return got
    dash = at + 1 < count and tokens[at].low in ("-", "‑", "–") and joined(tokens[at - 1], tokens[at])
    step = 1 if dash else 0
    if (
        at + step < count
        and tokens[at + step].low in AFTER_STATUSES
        and (dash or not tokens[at + step].is_name or tokens[at + step].low in ("elect", "designate"))
    ):
        word = tokens[at + step]
        got.status = "past" if word.low == "emeritus" else "future"
        got.status_words = word.text
        got.last = at = at + step + 1
    while at < count and tokens[at].low in PREPOSITIONS | {"to", "in"}:
        if tokens[at].low in ("to", "in") and head.family.name not in ("ambassador", "envoy"):
            break
        end, departments, place = read_complement(tokens, at + 1, head)
        if end == at + 1:
            break
        if tokens[at].low not in ("to", "in"):
            got.portfolio += departments
            got.place = got.place or place
        got.last = at = end
    if not got.status and at + 1 < count:
        _read_term(tokens, at, got)
    return got


def _read_term(tokens: Sequence[Token], at: int, got: _After) -> None:
    """Read a term of office that is over: "chairman until last week", "mayor from 2010 to 2015"."""
    low, following = tokens[at].low, tokens[at + 1]
    if low == "until":
        over = following.low in ("last", "yesterday", "recently", "earlier")
        got.status, got.status_words = ("past" if over else "then"), "until"
    elif low in ("from", "between", "in", "during") and following.text[:2] in ("17", "18", "19", "20"):
        got.status, got.status_words = "then", low


def read_complement(tokens: Sequence[Token], at: int, head: Head) -> tuple[int, tuple[str, ...], str]:
    """Read the noun phrase after "of" or "for": its end, the departments and the body that it names."""
    start = at
    count = len(tokens)
    if at < count and tokens[at].low in ("the", "its", "his", "her", "their", "our", "all", "this"):
        at += 1
    departments: list[str] = []
    place: list[Token] = []
    last = start
    while at < count and at < start + 12:
        token = tokens[at]
        if head.family.portfolio and not place and token.low in PORTFOLIOS:
            departments.append(token.low)
        elif token.is_name and token.text[0].isalpha():
            if departments and not place and tokens[at - 1].low not in SMALL_WORDS:
                break
            if (
                place
                and country_of(" ".join(t.text for t in place))
                and not country_of(" ".join(t.text for t in (*place, token)))
            ):
                break
            place.append(token)
        elif (
            (token.low in NOUN_MODIFIERS and not any(t.is_name for t in place))
            or _is_common_noun(tokens, start, at, place)
            or (
                token.low in ("of", "the", "for", "de", "des", "du", "and", "-", "&")
                and place
                and _goes_on(tokens, at, place)
            )
        ):
            place.append(token)
        elif token.low in ("and", ",", "&", "affairs") and departments and _department_follows(tokens, at):
            pass
        else:
            break
        at += 1
        last = at
        if token.possessive:
            return start, (), ""
    return last, tuple(departments), " ".join(t.text for t in place)


def _is_common_noun(tokens: Sequence[Token], start: int, at: int, place: list[Token]) -> bool:
    """Tell whether a lower-case noun names the body: "president of the conference"."""
    token = tokens[at]
    if (
        tokens[start].low not in ("the", "this")
        or tokens[start - 1].low == "with"
        or at == start
        or len(place) > 2
    ):
        return False
    if any(word.is_name for word in place) or token.low in NOT_NOUNS or len(token.low) < 4:
        return False
    return token.text.islower() and token.low.isalpha() and not token.low.endswith(("ed", "ing", "ly"))


def _goes_on(tokens: Sequence[Token], at: int, place: list[Token]) -> bool:
    """Tell whether a small word inside a name is followed by more of the name."""
    token = tokens[at]
    if token.low in ("and", "&"):
        body = " ".join(t.low for t in place)
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        return bool(after and after.low in PORTFOLIOS and any(word in PORTFOLIOS for word in body.split()))
    if token.low == "-":
        return at + 1 < len(tokens) and joined(tokens[at - 1], token) and joined(token, tokens[at + 1])
    for ahead in tokens[at + 1 : at + 3]:
        if ahead.is_name:
            return True
        if ahead.low not in ("the", "of"):
            return False
    return False


def _department_follows(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].low == "affairs":
        return True
    return at + 1 < len(tokens) and tokens[at + 1].low in PORTFOLIOS and tokens[at].low != ","
