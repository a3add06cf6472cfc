"""Measure the accuracy of the check on news texts of our own: `python -m benchmarks.accuracy --help`."""

import argparse
import sys
from typing import Any

from benchmarks.accuracy.pairs import cross
from benchmarks.accuracy.record import read_record, to_record, worse, write_record
from benchmarks.accuracy.score import run
from benchmarks.accuracy.subjects import HALVES, Subject, read_subjects
from benchmarks.accuracy.tables import LEGEND, compared, short_rows, table


def main() -> int:
    """Run what the options ask for; exit with 1 if a figure got worse or a foreign fact failed a text."""
    options = read_options()
    subjects = chosen(options.subject)
    if options.pairs:
        return show_pairs(subjects)
    result = run(subjects)
    new = to_record(result)
    print(LEGEND)
    print("\n".join(table(new["figures"])), end="\n\n")
    if options.show is not None:
        print("\n".join(short_rows(result, None if options.show == "all" else options.show)), end="\n\n")
    if options.subject:
        return 0
    return compare(new, check=options.check, record=options.record)


def compare(new: dict[str, Any], *, check: bool, record: bool) -> int:
    """Print the changes; record them, or fail on them, if that was asked for."""
    old = read_record()
    print("\n".join(compared(old, new)))
    if record:
        write_record(new)
        return 0
    if not check:
        return 0
    return int(old is None or any(worse(old["figures"], new["figures"])))


def show_pairs(subjects: tuple[Subject, ...]) -> int:
    """Hold all texts against all foreign facts; exit with 1 if a fact as it is written fails one."""
    written = cross(subjects, with_story=True)
    bare = cross(subjects, with_story=False)
    for title, crossed in {"facts as written": written, "without their story words": bare}.items():
        print(f"{title}: {crossed.pairs} pairs, {len(crossed.failures)} strong contradictions")
        print("".join(f"  {failure}\n" for failure in crossed.failures), end="")
    return int(bool(written.failures))


def chosen(names: list[str] | None) -> tuple[Subject, ...]:
    """Read the subjects, all or those named."""
    subjects = read_subjects()
    unknown = set(names or ()) - {subject.name for subject in subjects}
    if unknown:
        known = ", ".join(subject.name for subject in subjects)
        sys.exit(f"There is no subject {', '.join(sorted(unknown))}; there are {known}.")
    return tuple(subject for subject in subjects if not names or subject.name in names)


def read_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit with 1 if a recorded figure got worse")
    parser.add_argument("--record", action="store_true", help="write the result to recorded.json")
    parser.add_argument(
        "--show",
        nargs="?",
        const="open",
        choices=(*HALVES, "all"),
        help="list what fell short, with the verdicts' reasons (default: of the open half only)",
    )
    parser.add_argument(
        "--pairs", action="store_true", help="hold all texts against the facts of other subjects"
    )
    parser.add_argument(
        "--subject", action="append", help="only this subject, compared with nothing; repeatable"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
