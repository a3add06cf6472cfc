"""Waivers and the baseline in a run: what they exempt, which of them are out of use, and the update."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.checking.exempt import Leave
from pytest_factcheck.facts.files import BASELINE, WAIVERS
from pytest_factcheck.facts.globs import is_named
from pytest_factcheck.facts.keys import nearest
from pytest_factcheck.facts.records import find_beside
from pytest_factcheck.model.errors import FactsError
from pytest_factcheck.model.exemption import Exemption
from pytest_factcheck.plugin.outcome import Rules
from pytest_factcheck.plugin.results import Result
from pytest_factcheck.reporting.report import Statement, check_name
from pytest_factcheck.reporting.text import counted, show_day

if TYPE_CHECKING:
    from pytest_factcheck.articles.article import Article
    from pytest_factcheck.facts.baseline import Baseline, Known
    from pytest_factcheck.facts.waivers import Waiver
    from pytest_factcheck.plugin.gate import Gate
    from pytest_factcheck.plugin.settings import Settings


@dataclass(slots=True)
class Exemptions:
    """The waivers and the baseline of a run; `is_new` says that the baseline is about to be made."""

    leave: Leave = field(default_factory=Leave)
    path: Path | None = None
    update: bool = False
    is_new: bool = False
    written: str = ""

    def apply(self, article: Article, names: tuple[str, ...], result: Result, rules: Rules) -> Result:
        """Write into each statement what exempts it, if anything does."""
        if not self.is_new and not self.leave.waivers and self.leave.baseline is None:
            return result
        verdicts = [statement.verdict for statement in result.statements]
        found = self.leave.exempt(article, names, verdicts, rules.today)
        statements = (
            replace(statement, exemption=exemption or self._as_new(statement, rules))
            for statement, exemption in zip(result.statements, found, strict=True)
        )
        return replace(result, statements=tuple(statements))

    def _as_new(self, statement: Statement, rules: Rules) -> Exemption | None:
        if not self.is_new or statement.verdict.outcome != "contradicts":
            return None
        return Exemption("baseline", str(self.path)) if rules.settle(statement)[1] == "fail" else None


def load_exemptions(config: pytest.Config, settings: Settings, facts_files: Iterable[str]) -> Exemptions:
    """Read the waivers and the baseline that stand beside the facts, or the baseline that an option names."""
    beside = [Path(file).parent for file in facts_files]
    given = [_shown(path if path.is_dir() else path.parent, settings) for path in settings.facts]
    folders = list(dict.fromkeys([*given, *beside]))
    path, update = _baseline_path(config, settings, folders), config.getoption("factcheck_baseline_update")
    try:
        waivers = _waivers(folders)
        baseline = _baseline(path)
    except FactsError as error:
        raise pytest.UsageError(str(error)) from None
    if path is not None and baseline is None and not update:
        raise pytest.UsageError(
            f"There is no baseline {path}: write it with --factcheck-baseline-update, or correct its name."
        )
    return Exemptions(Leave(waivers, baseline), path, update, is_new=update and baseline is None)


def _waivers(folders: list[Path]) -> tuple[Waiver, ...]:
    if not any(find_beside(folder, WAIVERS) for folder in folders):
        return ()
    from pytest_factcheck.facts.waivers import load_waivers

    return load_waivers(folders)


def _baseline(path: Path | None) -> Baseline | None:
    if path is None or not path.is_file():
        return None
    from pytest_factcheck.facts.baseline import read_baseline

    return read_baseline(path)


def _baseline_path(config: pytest.Config, settings: Settings, folders: list[Path]) -> Path | None:
    if named := config.getoption("factcheck_baseline"):
        return _shown(settings.start / named, settings)
    if from_ini := config.getini("factcheck_baseline"):
        return _shown(config.rootpath / from_ini, settings)
    found = next((path for folder in folders if (path := find_beside(folder, BASELINE))), None)
    if found is None and config.getoption("factcheck_baseline_update") and folders:
        return folders[0] / f"{BASELINE}.yaml"
    return found


def _shown(path: Path, settings: Settings) -> Path:
    return Path(settings.show(path)) if Path.cwd() == settings.start else path


def count_met(results: Iterable[Result], met: dict[str, int]) -> None:
    """Count by its place how often each waiver, and each entry of the baseline, was met in one article."""
    here: dict[str, int] = {}
    for result in results:
        for statement in result.statements:
            if statement.exemption is not None:
                here[statement.exemption.place] = here.get(statement.exemption.place, 0) + 1
    for place, times in here.items():
        met[place] = max(times, met.get(place, 0))


def notes_on_waivers(gate: Gate) -> Iterator[str]:
    """Tell which waivers have expired, and which cover nothing in the articles that were read."""
    read = [(name, (gate.settings.start / name).as_posix()) for name in gate.tally.read]
    for waiver in gate.exemptions.leave.waivers:
        if waiver.is_expired(gate.rules.today):
            yield (
                f"{waiver.place}: the waiver of {waiver.fact} for “{waiver.excerpt}” expired on "
                f"{show_day(waiver.until)}: correct {waiver.article}, or give the waiver another day."
            )
        elif str(waiver.place) not in gate.tally.met and (reason := _of_no_use(waiver, read, gate)):
            yield f"{waiver.place}: the waiver of {waiver.fact} for “{waiver.excerpt}” is of no use: {reason}"


def _of_no_use(waiver: Waiver, read: list[tuple[str, str]], gate: Gate) -> str:
    if waiver.fact not in gate.shelf.known and (near := nearest(waiver.fact, gate.shelf.known)):
        return f"there is no fact of that name. Did you mean {near}?"
    if any(is_named(names, waiver.article) for names in read):
        return f"no statement of {waiver.article} needs it. Remove it."
    is_pattern = any(sign in waiver.article for sign in "*?[")
    if not is_pattern and not _is_there(waiver.article, gate):
        return f"there is no article {waiver.article}. Remove it, or correct the path."
    return ""


def _is_there(path: str, gate: Gate) -> bool:
    start = gate.settings.start
    return any((folder / path).exists() for folder in (start, *start.parents))


def notes_on_baseline(gate: Gate) -> Iterator[str]:
    """Tell how many entries of the baseline are no longer met."""
    baseline, gone = gate.exemptions.leave.baseline, no_longer_met(gate)
    if baseline is None or not gone or gate.exemptions.update:
        return
    verb = "is" if len(gone) == 1 else "are"
    yield (
        f"{baseline.path}: {len(gone)} of {counted(len(baseline.entries), 'known contradiction')} {verb} "
        "no longer there; --factcheck-baseline-update takes them out."
    )


def no_longer_met(gate: Gate) -> list[Known]:
    """List the entries of the baseline whose articles were read without meeting them, or are gone."""
    baseline = gate.exemptions.leave.baseline
    if baseline is None:
        return []
    read = _endings(gate)
    unmet = [entry for entry in baseline.entries if str(entry.place) not in gate.tally.met]
    return [e for e in unmet if e.article in read or not _is_there(e.article, gate)]


def _endings(gate: Gate) -> set[str]:
    found: set[str] = set()
    for name in gate.tally.read:
        parts = PurePosixPath((gate.settings.start / name).as_posix()).parts
        found.update("/".join(parts[at:]) for at in range(1, len(parts)))
        found.add(name)
    return found


def update_baseline(gate: Gate) -> None:
    """Write the baseline anew: all that fails if there was none, else only what is left of it."""
    exemptions = gate.exemptions
    if not exemptions.update or exemptions.path is None:
        return
    old = exemptions.leave.baseline
    new = _first(gate, exemptions.path) if old is None else old.shrunk(gate.tally.met, no_longer_met(gate))
    if old is None or old.entries != new.entries:
        from pytest_factcheck.facts.baseline import write_baseline

        try:
            write_baseline(new)
        except OSError as error:
            gate.fault(f"{error.filename}: the baseline cannot be written: {error.strerror}.")
            return
    exemptions.written = _told(old, new)


def _first(gate: Gate, path: Path) -> Baseline:
    from pytest_factcheck.facts.baseline import Baseline, Known

    counts: dict[tuple[str, str, str], int] = {}
    for statement in gate.report().statements("contradicts"):
        if statement.exemption is not None and statement.exemption.origin == "baseline":
            verdict = statement.verdict
            key = verdict.article, check_name(verdict), " ".join(verdict.text.split())
            counts[key] = counts.get(key, 0) + 1
    entries = (
        Known(article=article, fact=fact, excerpt=excerpt, times=times)
        for (article, fact, excerpt), times in counts.items()
    )
    return Baseline(path, tuple(entries))


def _told(old: Baseline | None, new: Baseline) -> str:
    if old is None:
        return f"{new.path}: written with {counted(len(new.entries), 'known contradiction')}"
    dropped = len(old.entries) - len(new.entries)
    return f"{new.path}: {dropped} taken out, {counted(len(new.entries), 'known contradiction')} left"
