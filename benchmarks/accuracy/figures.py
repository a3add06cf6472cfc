"""The figures of a run: precision, recall, coverage and false failures, of any part of the rows."""

from collections import Counter
from collections.abc import Iterable

from benchmarks.accuracy.score import FOUND, Result, Row

Figures = dict[str, float | None]

HIGHER_IS_BETTER = ("precision", "recall", "coverage")
LOWER_IS_BETTER = ("truths_flagged", "lookalikes_flagged", "false_per_10k_words")


def all_figures(result: Result) -> dict[str, Figures]:
    """Give the figures of each half, and of each kind and each subject within it."""
    table: dict[str, Figures] = {}
    for half in dict.fromkeys(row.half for row in result.rows):
        rows = [row for row in result.rows if row.half == half]
        words = sum(count for (of, _), count in result.words.items() if of == half)
        table[half] = figures(rows, words)
        for kind in sorted({row.kind for row in rows}):
            table[f"{half}, kind {kind}"] = figures((row for row in rows if row.kind == kind), words)
        for subject in dict.fromkeys(row.subject for row in rows):
            own = (row for row in rows if row.subject == subject)
            table[f"{half}, subject {subject}"] = figures(own, result.words[half, subject])
    return table


def figures(rows: Iterable[Row], words: int) -> Figures:
    """Give shares in percent, and how many failures of true or unlabelled statements fall on 10,000 words.

    Precision is the share of failures that report an error; recall the share of errors that are caught;
    coverage the share of true statements that are confirmed.
    """
    fates = Counter((row.verdict, row.fate) for row in rows)
    of = Counter[str]()
    for (verdict, _), count in fates.items():
        of[verdict] += count
    caught = sum(fates["contradict", fate] for fate in FOUND)
    blamed = caught + fates["contradict", "under another fact"]
    false = fates["agree", "flagged"] + fates["lookalike", "flagged"] + of["none"]
    return {
        "agree": of["agree"],
        "contradict": of["contradict"],
        "lookalike": of["lookalike"],
        "precision": percent(blamed, blamed + false),
        "recall": percent(caught, of["contradict"]),
        "coverage": percent(fates["agree", "confirmed"], of["agree"]),
        "truths_flagged": percent(fates["agree", "flagged"], of["agree"]),
        "lookalikes_flagged": percent(fates["lookalike", "flagged"], of["lookalike"]),
        "false_per_10k_words": round(1e4 * false / words, 2) if words else None,
    }


def percent(part: int, whole: int) -> float | None:
    """Give a share in percent, None of nothing."""
    return round(100 * part / whole, 1) if whole else None
