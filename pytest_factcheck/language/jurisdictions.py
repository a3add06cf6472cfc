"""Countries and bodies that an office belongs to: whether two wordings name the same one."""

import itertools
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pytest_factcheck.model.names import Names

VAGUE = frozenset(
    "the a an his her its their our my whose country nation state government bank city town company club "
    "team party group firm university school church court council county region province presidential "
    "parliamentary central federal national local regional provincial police army cabinet board committee "
    "office department parish ministry agency union hospital village district".split()
)
COMPANY = frozenset("inc corp plc ag ltd co se sa nv gmbh holding holdings international".split())
"""Words that a company's full name has and its common name leaves out."""
SMALL = frozenset({"the", "of", "for", "and", "de", "du", "des", "a", "an", "&", "-"})
ORGANISATIONS = {
    "un": "united nations",
    "u.n.": "united nations",
    "eu": "european union",
    "e.u.": "european union",
}
SHORTEST_STEM = 4
"""Letters that an adjective must share with its country's name ("Tarvonian", "Tarvonia")."""


@cache
def _tables() -> tuple[dict[str, str], frozenset[str], dict[str, str]]:
    countries: dict[str, str] = {}
    adjectives: set[str] = set()
    seats: dict[str, str] = {}
    for line in Path(__file__).with_name("countries.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, others, seat = (part.strip() for part in line.split("|"))
        forms = [form.strip().casefold() for form in others.split(",") if form.strip()]
        countries.update(dict.fromkeys((name.casefold(), *forms), name))
        adjectives.update(form for form in forms if form not in ("holland", "america"))
        seats.update({form.strip().casefold(): name for form in seat.split(",") if form.strip()})
    return countries, frozenset(adjectives), seats


def countries_in(text: str) -> frozenset[str]:
    """List the names and adjectives of countries that a text uses, as words of one or two parts."""
    words = [word.strip(".,;:()\"“”'’!?") for word in text.replace("’s", "").replace("'s", "").split()]
    known = _tables()[0]
    single = {word for word in words if word[:1].isupper() and word.casefold() in known}
    pairs = itertools.pairwise(words)
    double = {
        f"{one} {two}" for one, two in pairs if one[:1].isupper() and f"{one} {two}".casefold() in known
    }
    return frozenset(single | double)


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """Write a body's name in lower case without its article, possessive ending or doubled spaces."""
    words = " ".join(words.casefold().replace("’", "'").split())
    words = words.removeprefix("the ")
    return words.removesuffix("'s").removesuffix("'")


def country_of(words: str) -> str:
    """Give the country that a name or adjective stands for, or an empty text."""
    return _tables()[0].get(plain(words), "")


def seat_of(words: str) -> str:
    """Give the country whose government a seat stands for ("Kremlin"), or an empty text."""
    return _tables()[2].get(plain(words), "")


def is_country_adjective(words: str) -> bool:
    """Tell whether the words are a country's adjective or short form ("Ukrainian", "US")."""
    return plain(words) in _tables()[1]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """What an office belongs to: the words, a country if one is named, and the body beside it."""

    words: str
    country: str = ""
    body: str = ""
    keys: frozenset[str] = frozenset()
    common: bool = False

    @property
    def named(self) -> bool:
        """Tell whether anything in particular is named ("Germany's", not "the country's")."""
        return bool(self.country or self.body)


NOWHERE = Jurisdiction("")


def read_jurisdiction(words: str, names: Names) -> Jurisdiction:
    """Split the words before or after a title into country and body, with all names each goes by."""
    low = plain(words)
    if not low or (_is_vague(low) and not words.endswith(" Party")):
        return NOWHERE
    whole = country_of(low)
    if whole:
        return Jurisdiction(words, whole, "", _keys(low, whole, names))
    parts = low.split()
    for size in (3, 2, 1):
        start = country_of(" ".join(parts[:size])) if len(parts) > size else ""
        if start:
            body = " ".join(parts[size:])
            if all(word in VAGUE for word in body.split()):
                return Jurisdiction(words, start, "", _keys(start, start, names))
            return Jurisdiction(words, start, body, _keys(low, "", names) | _keys(body, "", names))
    common = words == words.lower() and not names.knows(words)
    return Jurisdiction(words, "", low, _keys(low, seat_of(low), names), common)


def _is_vague(low: str) -> bool:
    """Tell whether the words name nothing: "the national government" (but the National Party is a party)."""
    return all(word in VAGUE or word in SMALL for word in low.replace("-", " ").split())


def _keys(low: str, country: str, names: Names) -> frozenset[str]:
    found = {low, country.casefold(), ORGANISATIONS.get(low, low)}
    for form in (low, f"the {low}", country):
        if form and names.knows(form):
            found.update(plain(known) for known in names.all_forms(form))
    return frozenset(found - {""})


def compare(stated: Jurisdiction, known: Jurisdiction) -> bool | None:
    """Tell whether both name the same country or body; None where one cannot tell."""
    if not stated.named or not known.named:
        return None
    if stated.keys & known.keys:
        return True
    if stated.common or known.common:
        return True if stated.body and known.body and _shortened(stated, known) else None
    if stated.body and known.body:
        return _compare_bodies(stated, known)
    if stated.country and known.country:
        return stated.country == known.country
    return _compare_mixed(stated, known)


def _compare_bodies(stated: Jurisdiction, known: Jurisdiction) -> bool | None:
    if stated.country and known.country and stated.country != known.country:
        return False
    if _same_stem(stated.body, known.body) or _shortened(stated, known):
        return True
    return None if _extended(stated, known) else False


def _compare_mixed(stated: Jurisdiction, known: Jurisdiction) -> bool | None:
    """Compare a country with a body: "Norwegian" beside a company says nothing, beside a ministry little."""
    body, country = (stated, known.country) if stated.body else (known, stated.country)
    seat = seat_of(body.body)
    if seat:
        return seat == country
    if body.country:
        return None if body.country == country else False
    return None


def _words(text: str) -> set[str]:
    return {word for word in text.replace("-", " ").split() if word not in SMALL}


def _shortened(stated: Jurisdiction, known: Jurisdiction) -> bool:
    """Tell whether one is the other with words left out ("Commission" for "European Commission")."""
    mine = _words(stated.body)
    forms = [_words(form) for form in (*known.keys, known.body)]
    said = VAGUE.union(COMPANY, *forms)
    return any(mine <= other or (other <= mine and mine <= said) for other in forms if mine and other)


def _extended(stated: Jurisdiction, known: Jurisdiction) -> bool:
    """Tell whether one is the other with words added, as a daughter's name is ("Acme Shipping" of Acme)."""
    mine = _words(stated.body)
    return any(other < mine for form in (*known.keys, known.body) if (other := _words(form)))


def _same_stem(one: str, other: str) -> bool:
    """Tell whether one word is the other's adjective: they share all but an ending."""
    if " " in one or " " in other:
        return False
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    shorter = min(len(one), len(other))
    longer = max(len(one), len(other))
    return shared >= SHORTEST_STEM and shared >= shorter - 2 and longer - shared <= 3
