"""Words that step from one date to another: last, this, next, following."""

from __future__ import annotations

RELATIVE = frozenset({"relative"})

ANAPHORIC = frozenset({"anaphoric"})

STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "subsequent": 1,
}
"""Word before a unit to the number of steps."""

FROM_EARLIER = frozenset({"following", "previous", "preceding", "prior", "same", "that", "subsequent"})
"""Steps counted from the date named before, not from the publication date."""

STEP = rf"(?P<step>{'|'.join(STEPS)})"
