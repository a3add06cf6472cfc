"""The table of budgets, as ratios of one run: `python -m benchmarks`; `--full` measures at full size."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from benchmarks import plugin
from benchmarks.line import Line


def measure_start(times: int) -> Iterator[Line]:
    """Measure what the plugin adds to the start of pytest, idle and active, in milliseconds."""
    spent = plugin.start_times(times)
    for name, budget in (("idle", 5.0), ("active", 150.0)):
        more = 1000 * (spent[name] - spent["without"])
        yield Line(f"start of pytest, plugin {name}, over bare", more, budget, unit="ms")


def measure_runs(articles: int, facts: int, times: int) -> Iterator[Line]:
    """Compare whole runs of pytest with a plugin that does nothing for each article."""
    few, many = max(articles // 4, 20), articles
    runs = {number: plugin.measure_run(number, facts, times) for number in (few, many)}
    floor, clean, failing = runs[many]
    name = f"pytest --factcheck, {many:,} articles, {facts:,} facts"
    yield Line(f"{name}, against the floor", clean.processor / floor.processor, 1.5)
    yield Line("16 % of the articles failing against none", failing.processor / clean.processor, 1.2)
    start = plugin.overhead(facts, times)
    each = [(run[1].processor - start) / number for number, run in runs.items()]
    yield Line(f"time per article, {many:,} against {few:,}", each[1] / each[0], 1.15)


def measure_memory(articles: int, times: int) -> Iterator[Line]:
    """Measure the peak memory of a run with 10,000 facts over that of a bare pytest."""
    bare, ours = plugin.bare_run(times), plugin.measure_run(articles, 10_000, 1)[1]
    name = f"peak memory over bare pytest, {articles:,} articles, 10,000 facts"
    yield Line(name, ours.megabytes - bare.megabytes, 120.0, unit="MB")


def in_process(part: str) -> Iterator[Line]:
    """Measure a part within this process; its memory would count for the processes started after it."""
    from benchmarks import speed

    measures: dict[str, Callable[[], Iterator[Line]]] = {
        "check": speed.measure_check,
        "facts": speed.measure_facts,
        "length": speed.measure_length,
        "peers": speed.measure_peers,
    }
    return measures[part]()


def main() -> int:
    """Print the lines of the chosen parts; the exit status says whether every budget is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parts: dict[str, Callable[[argparse.Namespace], Iterator[Line]]] = {
        "start": lambda chosen: measure_start(chosen.times * 4),
        "runs": lambda chosen: measure_runs(chosen.articles, chosen.facts, chosen.times),
        "memory": lambda chosen: measure_memory(chosen.articles // 5, chosen.times),
        "check": lambda _: in_process("check"),
        "facts": lambda _: in_process("facts"),
        "length": lambda _: in_process("length"),
        "peers": lambda _: in_process("peers"),
    }
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(parts)}; all but peers where none is given")
    parser.add_argument("--articles", type=int, default=500, help="articles of the whole runs")
    parser.add_argument("--facts", type=int, default=1_000, help="facts of the whole runs")
    parser.add_argument("--times", type=int, default=2, help="runs of each, of which the quickest counts")
    parser.add_argument("--full", action="store_true", help="10,000 articles and 10,000 facts")
    chosen = parser.parse_args()
    unknown = set(chosen.parts) - set(parts)
    if unknown:
        parser.error(f"no part is called {', '.join(sorted(unknown))}")
    if chosen.full:
        chosen.articles, chosen.facts = 10_000, 10_000
    good = True
    for name in chosen.parts or [part for part in parts if part != "peers"]:
        for line in parts[name](chosen):
            print(line, flush=True)
            good = good and line.is_met
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
