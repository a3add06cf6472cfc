"""Titles: the table of roles, and what one title says."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pytest_factcheck.language.titlewords import PORTFOLIOS, Status
from pytest_factcheck.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Family:
    """Wordings that name the same role, and what the role is like."""

    name: str
    domain: str
    exclusive: bool = False
    portfolio: bool = False
    head: bool = False
    fulltime: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """One title as it stands in a sentence.

    `first`/`last` number its tokens (last is exclusive). `place` holds the words of the body or country it
    belongs to, as written; `owner` the words of a possessive before it ("Ray's special envoy"). `doubtful` if
    a noun of another kind stands between the place and the role ("Ostish strongman President Ray"), `told`
    if a verb tells of the role ("who chairs the club").
    """

    family: Family
    first: int
    last: int
    head: int
    status: Status = ""
    status_words: str = ""
    rank: str = ""
    portfolio: frozenset[str] = frozenset()
    place: str = ""
    owner: str = ""
    article: str = ""
    plural: bool = False
    possessive: bool = False
    complement: bool = False
    wording: str = ""
    doubtful: bool = False
    told: bool = False

    def words_end_with(self, word: str) -> bool:
        """Tell whether the head words end with a shorter title ("chief justice", "justice")."""
        return self.wording != word and self.wording.endswith(" " + word)


class Head(NamedTuple):
    """Where the head words of a role stand among the tokens of a sentence."""

    first: int
    last: int
    family: Family
    plural: bool = False


@cache
def families() -> dict[str, Family]:
    """Read the table of roles: each wording with its family."""
    table: dict[str, Family] = {}
    for line in Path(__file__).with_name("roles.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, domain, flags, wordings = (part.strip() for part in line.split("|"))
        family = Family(
            name, domain, "exclusive" in flags, "portfolio" in flags, "head" in flags, "fulltime" in flags
        )
        table.update({wording.strip(): family for wording in wordings.split(",")})
    return table


def plural_of(wording: str) -> str:
    """Give the plural of a role's wording, where news copy writes one."""
    if wording.endswith("man"):
        return wording[:-3] + "men"
    if wording.endswith("woman"):
        return wording[:-5] + "women"
    return wording + ("es" if wording.endswith(("ch", "s")) else "s")


def portfolio_of(words: Sequence[str]) -> frozenset[str]:
    """Reduce the words of a department to a set that two wordings share."""
    found = {PORTFOLIOS[word] for word in words if word in PORTFOLIOS}
    return frozenset(found - {"affairs"}) if len(found) > 1 else frozenset(found)


def joined(left: Token, right: Token) -> bool:
    """Tell whether two tokens touch, as the parts of a hyphenated word do."""
    return left.end == right.start
