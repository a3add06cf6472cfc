"""A line that tells how far a long run is, how fast it goes and how long it will take."""

import os
import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TextIO, TypeVar

Item = TypeVar("Item")

STEP = 0.1
"""Seconds between two lines; a terminal that is written to more often flickers."""


def is_watched(stream: TextIO) -> bool:
    """Tell whether a person looks on: a terminal, and not the log of a job in CI."""
    return stream.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


def with_progress(items: Sequence[Item], noun: str, stream: TextIO | None = None) -> Iterator[Item]:
    """Go through the items and, if a person looks on, tell how far it is."""
    stream = stream or sys.stderr
    if not is_watched(stream):
        yield from items
        return
    begun = told = monotonic()
    for number, item in enumerate(items):
        now = monotonic()
        if now - told >= STEP:
            told = now
            stream.write(f"\r{line(number, len(items), now - begun, noun)}\x1b[K")
            stream.flush()
        yield item
    stream.write("\r\x1b[K")
    stream.flush()


def line(done: int, total: int, seconds: float, noun: str) -> str:
    """Write one line of progress.

    >>> line(500, 2000, 2.0, "articles")
    '500 of 2,000 articles, 250/s, about 6 s left'
    """
    rate = done / seconds if seconds > 0 else 0.0
    if not rate:
        return f"{done:,} of {total:,} {noun}"
    speed = f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
    return f"{done:,} of {total:,} {noun}, {speed}, about {_time((total - done) / rate)} left"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
