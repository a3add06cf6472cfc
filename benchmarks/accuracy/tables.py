"""What the suite prints."""

from collections.abc import Iterator
from typing import Any

from benchmarks.accuracy.figures import Figures
from benchmarks.accuracy.record import changes, worse
from benchmarks.accuracy.score import Result, Row

COLUMNS = {
    "precision": "precision",
    "recall": "recall",
    "coverage": "coverage",
    "truths flagged": "truths_flagged",
    "lookalikes flagged": "lookalikes_flagged",
    "false/10k words": "false_per_10k_words",
}

LEGEND = """\
precision  of all failures, the share that report an error      recall    of the errors, the share caught
coverage   of the true statements, the share confirmed          flagged   failed although nothing is wrong
All in percent but the last column. a/c/l: how many true, wrong and look-alike statements there are.
"""


def table(parts: dict[str, Figures]) -> Iterator[str]:
    """Print a line of figures for each half, kind and subject."""
    width = max(map(len, parts))
    yield f"{'':{width}}  {'a/c/l':>12}  " + "  ".join(COLUMNS)
    for part, of in parts.items():
        if ", " not in part:
            yield ""
        counts = f"{of['agree']}/{of['contradict']}/{of['lookalike']}"
        cells = (f"{shown(of[key]):>{len(title)}}" for title, key in COLUMNS.items())
        yield f"{part:{width}}  {counts:>12}  " + "  ".join(cells)


def shown(figure: float | None) -> str:
    """Write one figure, a dash for what cannot be measured."""
    return "-" if figure is None else f"{figure:g}"


def compared(old: dict[str, Any] | None, new: dict[str, Any]) -> Iterator[str]:
    """Tell what changed since the recorded result."""
    if old is None:
        yield "No result is recorded yet; --record writes one."
        return
    changed = list(changes(old["fell_short"], new["fell_short"]))
    lost = list(worse(old["figures"], new["figures"]))
    yield f"Since the recorded result {len(changed)} statements changed and {len(lost)} figures got worse."
    yield from (f"  {line}" for line in changed)
    yield from (f"  WORSE {line}" for line in lost)


def short_rows(result: Result, half: str | None) -> Iterator[str]:
    """List the statements that fell short of the best, the worst fates first, with the verdicts there."""
    rows = [row for row in result.rows if not row.is_best and half in (None, row.half)]
    for verdict, fate in sorted({(row.verdict, row.fate) for row in rows}, key=severity):
        own = [row for row in rows if (row.verdict, row.fate) == (verdict, fate)]
        yield f"\n{verdict}, {fate}: {len(own)}"
        yield from (line for row in own for line in shown_row(row))


def severity(pair: tuple[str, str]) -> tuple[int, str]:
    """Order fates: false failures, then missed errors, then what was only not confirmed."""
    verdict, fate = pair
    if fate in ("flagged", "false failure"):
        return 0, verdict
    return (1, fate) if verdict == "contradict" else (2, verdict + fate)


def shown_row(row: Row) -> Iterator[str]:
    """Write a statement, its note, and each verdict that touches it."""
    yield f"  {row.name}" + (f": {row.label.note}" if row.label and row.label.note else "")
    yield from (f"      {one}" for one in row.said)
