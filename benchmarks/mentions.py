"""How fast figures are read, as a share of one stdlib `re` pass: `python -m benchmarks.mentions`."""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pytest_factcheck.language.mentions import find_mentions

COPY = Path(__file__).parent / "accuracy" / "open"
TARGET = 0.04
"""The least share of the characters per second of the `re` pass."""

WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    " thousand million billion half dozen"
).split()
HARD = {
    "digits": "1",
    "spaces": " ",
    "commas": ",",
    "hyphens": "-",
    "quotes": "'",
    "double quotes": '"',
    "digits and spaces": "1 ",
    "digits and commas": "1,",
    "digits and hyphens": "1-",
    "number words": "hundred ",
    "small number words": "one ",
    "ands": "hundred and ",
    "hedges": "more than ",
    "signs": "$1 ",
}
SIZE = 1_000_000
WORST_RATIO = 2.6
"""How much longer twice the text may take; 2 is linear, the rest is noise."""


def copy(least: int) -> str:
    """Put the articles of the accuracy suite together, as often as the length asks for."""
    articles = [path.read_text("utf-8") for path in sorted(COPY.glob("*/*.txt"))]
    text = re.sub(r"\[\[([^|\]]*)\|[^\]]*\]\]", r"\1", "\n\n".join(articles))
    return (text + "\n\n") * (least // max(len(text), 1) + 1)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Time the work; the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def alternation(text: str) -> int:
    """Find digits and number words with one pattern of the standard library."""
    pattern = re.compile(r"\b(?:\d[\d,.]*|" + "|".join(WORDS) + r")\b", re.IGNORECASE)
    return sum(1 for _ in pattern.finditer(text))


def others() -> dict[str, Callable[[str], object]]:
    """Give the other extractors that are installed."""
    found: dict[str, Callable[[str], object]] = {}
    makers: dict[str, Callable[[], Callable[[str], object]]] = {
        "dateparser.search": lambda: importlib.import_module("dateparser.search").search_dates,
        "quantulum3": lambda: importlib.import_module("quantulum3.parser").parse,
        "spaCy small": lambda: importlib.import_module("spacy").load("en_core_web_sm"),
    }
    for name, maker in makers.items():
        try:
            found[name] = maker()
        except (ImportError, OSError):
            print(f"{name:24} not installed")
    return found


def speed(text: str, *, compare: bool) -> bool:
    """Print characters per second of each reader and their share of the `re` pass."""
    find_mentions(text[:2000], "2024-03-15")
    passes = [
        (seconds(lambda: alternation(text), 1), seconds(lambda: find_mentions(text, "2024-03-15"), 1))
        for _ in range(7)
    ]
    base, own = (len(text) / min(times) for times in zip(*passes, strict=True))
    print(f"{len(text):,} characters of news\n{'re alternation':24} {base:12,.0f} characters/s    1")
    print(f"{'find_mentions':24} {own:12,.0f} characters/s    {own / base:.4f}")
    for name, read in others().items() if compare else ():
        part = text[:20_000]
        rate = len(part) / seconds(lambda read=read, part=part: read(part), 1)  # type: ignore[misc]
        print(f"{name:24} {rate:12,.0f} characters/s    {rate / base:.4f}")
    return own >= TARGET * base


def linear(size: int) -> bool:
    """Print how much longer twice the text takes, for texts made to be hard."""
    good = True
    for name, piece in HARD.items():
        text = (piece * (size // len(piece) + 1))[:size]
        half = seconds(lambda text=text: find_mentions(text[: size // 2]), 2)  # type: ignore[misc]
        whole = seconds(lambda text=text: find_mentions(text), 2)  # type: ignore[misc]
        ratio = whole / max(half, 1e-4)
        good = good and (ratio <= WORST_RATIO or whole < 0.05)
        print(f"{name:24} {whole:8.3f} s for {size:,} characters, {ratio:.2f} times the half")
    return good


def main() -> int:
    """Run both parts; the exit status says whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE, help="characters of each hard text")
    parser.add_argument("--no-peers", action="store_true", help="leave other extractors out")
    options = parser.parse_args()
    fast = speed(copy(300_000), compare=not options.no_peers)
    return 0 if linear(options.size) and fast else 1


if __name__ == "__main__":
    sys.exit(main())
