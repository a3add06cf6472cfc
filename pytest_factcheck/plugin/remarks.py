"""What the terminal tells of waivers, the baseline, coverage and articles that have not changed."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pytest_factcheck.plugin.cover import lines, shortfall
from pytest_factcheck.plugin.leave import no_longer_met, notes_on_baseline, notes_on_waivers
from pytest_factcheck.plugin.outcome import FactcheckWarning
from pytest_factcheck.reporting.text import counted

if TYPE_CHECKING:
    from pytest_factcheck.plugin.gate import Gate


def remarks(gate: Gate, verbosity: int) -> Iterator[tuple[str, bool]]:
    """Give the lines that follow the summary, each with whether it is grave."""
    if verbosity >= 0:
        if gate.tally.unchanged:
            yield f"left out as unchanged: {counted(gate.tally.unchanged, 'article')}", False
        for note in (*notes_on_waivers(gate), *notes_on_baseline(gate)):
            yield note, False
        for entry in no_longer_met(gate) if verbosity > 0 else ():
            yield f"{entry.place}: no longer there: {entry.article}: {entry.fact}: “{entry.excerpt}”", False
        if gate.exemptions.written:
            yield f"baseline {gate.exemptions.written}", False
        yield from ((line, False) for line in lines(gate, verbosity))
    if failure := shortfall(gate):
        yield failure, True


def warn_of_waivers(gate: Gate) -> None:
    """Warn of waivers that have expired or are of no use."""
    for note in notes_on_waivers(gate):
        path, line, _ = note.split(":", 2)
        try:
            warnings.warn_explicit(FactcheckWarning(note), None, path, int(line))
        except FactcheckWarning:  # the user turns warnings into errors
            gate.fault(note)
