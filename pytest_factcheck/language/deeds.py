"""Nouns of events and the verbs that tell the same: an invasion is when somebody invaded."""

from collections.abc import Iterable
from functools import cache

DEEDS = """
abdication abdicated; accession acceded; acquisition acquired; annexation annexed; arrest arrested; assassination
assassinated; assault assaulted; attack attacked; conviction convicted; demolition demolished; dissolution dissolved;
election elected; eruption erupted; execution executed; expulsion expelled; explosion exploded; extradition extradited;
impeachment impeached; inauguration inaugurated; indictment indicted; invasion invaded; liberation liberated; merger
merged; nationalisation nationalised; nationalization nationalized; privatisation privatised; privatization privatized;
ratification ratified; resignation resigned; secession seceded
"""
"""A noun and the past form of its verb; only verbs that hardly tell of anything but such an event."""
REPEATED = frozenset("arrested assaulted attacked convicted elected erupted exploded indicted".split())
"""What happens to the same more than once, so that another time is often another one."""


@cache
def _table() -> dict[str, str]:
    return dict(entry.split() for entry in DEEDS.split(";"))


def deeds_of(words: Iterable[str]) -> tuple[str, ...]:
    """Give the verbs that tell what event nouns name, also those at the end of a phrase: "the full-scale invasion"."""
    lasts = (word.casefold().split()[-1] for word in words if word.strip())
    found = (_table().get(last) or _table().get(last.removesuffix("s")) for last in lasts)
    return tuple(dict.fromkeys(deed for deed in found if deed))
