"""The recorded result of the suite, and what a new run changes in it."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy.figures import HIGHER_IS_BETTER, LOWER_IS_BETTER, Figures, all_figures
from benchmarks.accuracy.score import Result
from benchmarks.accuracy.subjects import HERE

RECORDED = HERE / "recorded.json"


def to_record(result: Result) -> dict[str, Any]:
    """Give what is recorded: all figures, and each statement that fell short of the best."""
    return {"figures": all_figures(result), "fell_short": dict(sorted(short_of_best(result)))}


def short_of_best(result: Result) -> Iterator[tuple[str, str]]:
    """Name each statement that fell short, with its fate; the second of the same words is "#2"."""
    seen = Counter[str]()
    for row in result.rows:
        seen[row.name] += 1
        number = f" #{seen[row.name]}" if seen[row.name] > 1 else ""
        if not row.is_best:
            yield row.name + number, row.fate


def write_record(record: dict[str, Any], path: Path = RECORDED) -> None:
    """Write the record, one figure and one statement a line, so that a change of it reads well in a diff."""
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_record(path: Path = RECORDED) -> dict[str, Any] | None:
    """Read the record, None where there is none yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def worse(old: dict[str, Figures], new: dict[str, Figures]) -> Iterator[str]:
    """Name each recorded figure that got worse; a part that is gone counts as worse."""
    for part, before in old.items():
        if part not in new:
            yield f"{part}: was recorded and is gone"
            continue
        for key in (*HIGHER_IS_BETTER, *LOWER_IS_BETTER):
            was, now = before.get(key), new[part].get(key)
            if is_worse(key, was, now):
                yield f"{part}: {key} {was} -> {now}"


def is_worse(key: str, was: float | None, now: float | None) -> bool:
    """Tell whether a figure got worse; what cannot be measured is no change."""
    if was is None or now is None:
        return False
    return now < was if key in HIGHER_IS_BETTER else now > was


def changes(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    """Tell each statement whose fate changed; "best" stands for confirmed, caught or left alone."""
    for name in sorted({*old, *new}):
        was, now = old.get(name, "best"), new.get(name, "best")
        if was != now:
            yield f"{name}: {was} -> {now}"
