"""A finding as a person reads it in the terminal: the manner of a good compiler."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.reporting.excerpt import harmless
from pytest_factcheck.reporting.report import REQUIRED, Report, Statement, check_name

LABEL = 10
"""Width of the column of labels."""

SUFFIX = ".txt"


def render(report: Report) -> str:
    """Write every statement that does not agree, in full."""
    return "\n\n".join(describe(statement) for statement in report.statements("contradicts", "unsure")) + "\n"


def describe(statement: Statement, node: str = "") -> str:
    """Write one finding: place, excerpt, found, expected, reason, fact, source, how to silence it."""
    return harmless("\n".join([title(statement), *_shown(statement), *_lines(statement, node)]))


def totals(report: Report) -> str:
    """Count the statements by what they do."""
    exempt = Counter(s.exemption.origin for s in report.statements() if s.exemption)
    count = Counter(_judgement(s) for s in report.statements() if not s.exemption)
    contradict = count["contradicts"] + count["does not state"]
    doubtful = f"{count['may contradict']} may contradict, {count['cannot decide']} unsure"
    waived = f", {exempt['waiver']} waived" if exempt["waiver"] else ""
    known = f", {exempt['baseline']} known since the baseline" if exempt["baseline"] else ""
    return f"statements: {count['agrees with']} agree, {contradict} contradict, {doubtful}{waived}{known}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def title(statement: Statement) -> str:
    """Write the line that a terminal makes clickable: place, what is wrong, which fact."""
    verdict = statement.verdict
    return f"{place(verdict)}: {_judgement(statement)} {check_name(verdict)}"


def place(verdict: Verdict) -> str:
    """Write path, line and column."""
    return f"{verdict.article}:{verdict.line}:{verdict.column}"


def brief(statement: Statement) -> str:
    """Say on one line what was found and what was expected."""
    verdict = statement.verdict
    if verdict.check == REQUIRED:
        return f"{verdict.found}; {verdict.expected}"
    words = _quoted(verdict.text)
    if verdict.outcome == "unsure":
        return f"{words}: {reason(verdict)}"
    return f"{words}; expected {verdict.expected}"


def reason(verdict: Verdict) -> str:
    """Say why in one line."""
    return "; ".join(verdict.why) or "cannot be decided"


def _judgement(statement: Statement) -> str:
    verdict = statement.verdict
    if verdict.check == REQUIRED:
        return "does not state"
    if verdict.outcome == "unsure":
        return "cannot decide"
    if verdict.outcome == "agrees":
        return "agrees with"
    return "contradicts" if verdict.strength == "strong" else "may contradict"


def _shown(statement: Statement) -> list[str]:
    excerpt, verdict = statement.excerpt, statement.verdict
    if not excerpt.text:
        return []
    number = str(verdict.line)
    gutter = " " * len(number)
    return [f"{gutter} |", f"{number} | {excerpt.text}", f"{gutter} | {excerpt.underline()}"]


def _lines(statement: Statement, node: str) -> Iterator[str]:
    verdict = statement.verdict
    yield _line("found", verdict.found)
    yield _line("expected", verdict.expected)
    yield from _labelled("because", verdict.why)
    if verdict.fact is not None:
        yield from _about(verdict.fact, stale=statement.stale)
    if statement.exemption is not None:
        yield _line("exempt", str(statement.exemption))
    yield from _labelled("silence", _remedies(verdict, node))


def _labelled(label: str, lines: Sequence[str]) -> Iterator[str]:
    for head, text in zip((label, *[""] * len(lines)), lines, strict=False):
        yield _line(head, text)


def _about(fact: Fact, *, stale: bool) -> Iterator[str]:
    yield _line("fact", f"{fact.fact} ({fact.place})")
    yield _line("source", source_line(fact))
    if verified := verified_line(fact):
        yield _line("verified", verified)
    if stale:
        yield _line("stale", f"was to be checked again by {show_day(fact.recheck)}; it no longer blocks")


def source_line(fact: Fact) -> str:
    """Name the source, its address and the day on which it was read."""
    source = fact.source
    url = f" <{source.url}>" if source.url else ""
    accessed = f", read on {show_day(source.accessed)}" if source.accessed else ""
    return f"{source.name}{url}{accessed}"


def verified_line(fact: Fact) -> str:
    """Say who verified the fact and when, as far as it is known."""
    parts = [f"by {fact.verified_by}" if fact.verified_by else ""]
    parts.append(f"on {show_day(fact.verified_on)}" if fact.verified_on else "")
    return " ".join(filter(None, parts))


def show_day(day: object) -> str:
    """Write a day as the house does: 15 December 2025."""
    return f"{day:%-d %B %Y}" if day else "no date"


def _remedies(verdict: Verdict, node: str) -> list[str]:
    fact = verdict.fact
    ways = [f"for one run, --deselect '{node}'"] if node else []
    if fact is None:
        return ways or ["correct the article"]
    if verdict.check == REQUIRED:
        return [f"take the article out of `required_in` in {fact.place}", *ways]
    return [f"{_way_in_the_file(fact)} in {fact.place}", *ways]


def _way_in_the_file(fact: Fact) -> str:
    if "also_true" in type(fact).model_fields:
        return "if the statement is true as well, add it to `also_true`"
    if fact.kind == "quote":
        return "if these words were said as well, add them to `also`"
    return "if the article is right, correct the fact"


def _line(label: str, text: str) -> str:
    head = f"{label}:" if label else ""
    first, *rest = text.split("\n")
    indent = " " * (LABEL + 2)
    return "\n".join([f"  {head:<{LABEL}}{first}", *(indent + more for more in rest)])


def _quoted(words: str) -> str:
    flat = " ".join(words.split())
    return f"“{flat}”"
