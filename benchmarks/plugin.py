"""How long `pytest --factcheck` takes beside a pytest that does nothing: `python -m benchmarks.plugin`.

All figures are ratios of runs on the same machine in the same minutes. The floor is a plugin with a file
and a do-nothing test for each article.
"""

from __future__ import annotations

import argparse
import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FLOOR = """
import pytest
class Nothing(pytest.Item):
    def runtest(self): pass
class Article(pytest.File):
    def collect(self): yield Nothing.from_parent(self, name="nothing")
def pytest_collect_file(file_path, parent):
    if file_path.suffix == ".txt":
        return Article.from_parent(parent, path=file_path)
"""

BARE = (
    "-q",
    "-p",
    "no:cacheprovider",
    "--tb=no",
    "--no-header",
    "-p",
    "no:hypothesispytest",
    "-p",
    "no:xdist",
)
OTHERS = ("-p", "no:html", "-p", "no:metadata", "-p", "no:rerunfailures")

FILLER = (
    "The council of {place} met on Tuesday and spoke about the road to the coast. Nobody disagreed in "
    "the end. A baker who had waited outside said that the morning had been cold, and that she would come "
    "again. "
)
PLACES = ("Alden", "Borrow", "Caster", "Dunmore", "Elmsley", "Farrow", "Garvald", "Holme", "Inver", "Jarrow")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of pytest: seconds, megabytes at the peak, what its last line says."""

    seconds: float
    megabytes: float
    closing: str
    processor: float = 0.0
    """Seconds of processor time, which a busy machine stretches less."""


def run(folder: Path, *arguments: str) -> Run:
    """Run pytest in a process of its own, and measure it."""
    command = [sys.executable, "-m", "pytest", *BARE, *OTHERS, *arguments]
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    output = process.stdout.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    closing = output.strip().splitlines()[-1] if output.strip() else ""
    return Run(seconds, usage.ru_maxrss / 1024, closing, usage.ru_utime + usage.ru_stime)


@cache
def _environment() -> dict[str, str]:
    """Keep byte code, as an installed package has it: else a run measures Python's compiler."""
    kept = tempfile.mkdtemp(prefix="benchmarks-")
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = others | {"PYTHONPYCACHEPREFIX": kept}
    with newsroom() as folder:  # the first run compiles, and counts for nothing
        write_facts(folder / "facts", 1)
        write_articles(folder / "articles", 1, facts=1)
        command = [sys.executable, "-m", "pytest", *BARE, *OTHERS, "--factcheck", "articles"]
        subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    return environment


def best(folder: Path, times: int, *arguments: str) -> Run:
    """Give the quickest of several runs: noise only adds."""
    return min((run(folder, *arguments) for _ in range(times)), key=lambda one: one.seconds)


def write_facts(folder: Path, number: int) -> None:
    """Write facts about towns that exist nowhere."""
    lines = ["as_of: 10 January 2024", "facts:"]
    for index in range(number):
        lines += [
            f"  cranes_{index}:",
            f"    fact: The harbour of {town(index)} has {10 + index % 50} cranes",
            f"    number: {10 + index % 50}",
            "    unit: cranes",
            f"    of: harbour of {town(index)}",
            "    source: Port authority, yearbook",
        ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "facts.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def town(index: int) -> str:
    """Name a town; all names differ."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(index))
    return f"{PLACES[index % len(PLACES)]}{letters}"


def write_articles(folder: Path, number: int, *, facts: int, wrong: float = 0.0, each: int = 2) -> None:
    """Write articles of about 5 kB, each with a few statements, a share of them with a wrong one."""
    for index in range(number):
        path = folder / f"{index // 100:03}" / f"{index:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        slip = int((index * wrong) % 1 + wrong + 1e-9)
        path.write_text(article(index, facts, slip, each), encoding="utf-8")


def article(index: int, facts: int, slip: int, each: int) -> str:
    """Write one article."""
    paragraphs = [FILLER.format(place=PLACES[(index + n) % len(PLACES)]) * 3 for n in range(8)]
    for n in range(each):
        fact = (index * each + n) % facts
        value = 10 + fact % 50 + (slip if n == 0 else 0)
        paragraphs[2 * n + 1] += f"The harbour of {town(fact)} has {value} cranes."
    return "PORTVILLE, Jan 10, 2024 - " + "\n\n".join(paragraphs) + "\n"


@contextmanager
def newsroom() -> Iterator[Path]:
    """Make a folder for the run and take it away again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        (folder / "floor.py").write_text(FLOOR, encoding="utf-8")
        yield folder


def floor(folder: Path, times: int) -> Run:
    """Run the plugin that does nothing over the same articles."""
    return best(folder, times, "-p", "floor", "-p", "no:factcheck", "--rootdir=.", "articles")


def measure_articles(number: int, facts: int, times: int) -> Iterator[str]:
    """Compare with the floor, and failing articles with none that fails."""
    with newsroom() as folder:
        write_facts(folder / "facts", facts)
        write_articles(folder / "articles", number, facts=facts)
        ground = floor(folder, times)
        checked = best(folder, times, "--factcheck", "articles")
        yield _line(f"{number:,} articles, floor", ground)
        yield _line(
            f"{number:,} articles, {facts:,} facts", checked, f"{_ratio(checked, ground)} x floor (1.5)"
        )
    with newsroom() as folder:
        write_facts(folder / "facts", facts)
        write_articles(folder / "articles", number, facts=facts, wrong=0.16)
        failing = best(folder, times, "--factcheck", "articles")
        yield _line("16 % of them failing", failing, f"{_ratio(failing, checked)} x none failing (1.2)")


def measure_growth(number: int, facts: int, times: int) -> Iterator[str]:
    """Compare the time per article of few and many articles, and the time with few and many facts."""
    spent = []
    for count in (number // 100, number):
        with newsroom() as folder:
            write_facts(folder / "facts", facts)
            write_articles(folder / "articles", count, facts=facts)
            empty = best(folder, times, "--factcheck", "facts", "--collect-only")
            checked = best(folder, times, "--factcheck", "articles")
            spent.append((checked.seconds - empty.seconds) / count)
    yield f"{'time per article, many against few':40} {spent[1] / spent[0]:6.2f} x (1.15)"
    runs = []
    for count in (10, 10_000):
        with newsroom() as folder:
            write_facts(folder / "facts", count)
            write_articles(folder / "articles", number, facts=count)
            runs.append(best(folder, times, "--factcheck", "articles"))
    yield _line("10 facts", runs[0])
    yield _line("10,000 facts", runs[1], f"{_ratio(runs[1], runs[0])} x 10 facts (2.5)")


def measure_named_files(times: int) -> Iterator[str]:
    """Name a hundred files of a folder of a thousand."""
    with newsroom() as folder:
        write_facts(folder / "facts", 10)
        for index in range(1000):
            path = folder / "articles" / f"{index:04}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(article(index, 10, 0, 2), encoding="utf-8")
        names = [f"articles/{index:04}.txt" for index in range(0, 1000, 10)]
        whole = best(folder, times, "--factcheck", "articles")
        named = best(folder, times, "--factcheck", *names)
        yield _line("folder of 1,000", whole)
        yield _line("100 files of it by name", named, f"{_ratio(named, whole)} x the whole folder")


def start_times(times: int) -> dict[str, float]:
    """Time the start of pytest without the plugin, with it idle, with it active; in seconds of processor time."""
    with newsroom() as folder:
        (folder / "test_own.py").write_text("def test_own(): pass\n", encoding="utf-8")
        write_facts(folder / "facts", 20)
        write_articles(folder / "articles", 1, facts=20)
        runs = {
            "without": ("-p", "no:factcheck", "test_own.py"),
            "idle": ("test_own.py",),
            "active": ("--factcheck", "articles"),
        }
        quickest = dict.fromkeys(runs, float("inf"))
        for _ in range(times):  # taken in turns, so that a busy minute hits all of them
            for name, arguments in runs.items():
                quickest[name] = min(quickest[name], run(folder, *arguments).processor)
    return quickest


def measure_start(times: int) -> Iterator[str]:
    """Measure what the plugin costs a run that has nothing to do with it, and one that has."""
    quickest = start_times(times)
    for name, allowed in (("idle", 5), ("active", 150)):
        more = 1000 * (quickest[name] - quickest["without"])
        yield f"{'start, ' + name:40} {more:6.1f} ms more than without ({allowed})"


def measure_run(number: int, facts: int, times: int) -> tuple[Run, Run, Run]:
    """Run the floor, then ours over the same articles, then ours with 16 % of them failing."""
    with newsroom() as folder:
        write_facts(folder / "facts", facts)
        write_articles(folder / "articles", number, facts=facts)
        ground = floor(folder, times)
        clean = best(folder, times, "--factcheck", "articles")
    with newsroom() as folder:
        write_facts(folder / "facts", facts)
        write_articles(folder / "articles", number, facts=facts, wrong=0.16)
        return ground, clean, best(folder, times, "--factcheck", "articles")


def overhead(facts: int, times: int) -> float:
    """Time what a run takes with a single article: start-up and the loading of the facts."""
    with newsroom() as folder:
        write_facts(folder / "facts", facts)
        write_articles(folder / "articles", 1, facts=facts)
        return best(folder, times, "--factcheck", "articles").processor


def bare_run(times: int) -> Run:
    """Run pytest without the plugin on one test."""
    with newsroom() as folder:
        (folder / "test_own.py").write_text("def test_own(): pass\n", encoding="utf-8")
        return best(folder, times, "-p", "no:factcheck", "test_own.py")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print all figures, the budget of each in parentheses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--facts", type=int, default=1_000)
    parser.add_argument("--times", type=int, default=2, help="runs of each, of which the quickest counts")
    parser.add_argument("--only", default="", help="names of the measures: start, named, articles, growth")
    chosen = parser.parse_args(arguments)
    measures: dict[str, Callable[[], Iterator[str]]] = {
        "start": lambda: measure_start(8 * chosen.times),
        "named": lambda: measure_named_files(chosen.times),
        "articles": lambda: measure_articles(chosen.articles, chosen.facts, chosen.times),
        "growth": lambda: measure_growth(chosen.articles, chosen.facts, chosen.times),
    }
    for name, measure in measures.items():
        if not chosen.only or name in re.split(r"\W+", chosen.only):
            for line in measure():
                print(line, flush=True)


def _ratio(one: Run, other: Run) -> str:
    return f"{one.seconds / other.seconds:.2f}"


def _line(label: str, one: Run, more: str = "") -> str:
    return f"{label:40} {one.seconds:6.2f} s {one.megabytes:5.0f} MB  {more:32} {one.closing}"


if __name__ == "__main__":
    main()
