"""One figure goes to one fact: the cheapest, with charity for the one that makes the statement true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pytest_factcheck.linking.gate import is_telling
from pytest_factcheck.linking.link import Candidate
from pytest_factcheck.model.link import Link
from pytest_factcheck.model.verdict import Comparison

IN_SENTENCE = 3.0  # what costs less is tied within its sentence
ABOUT_AS_CHEAP = 0.8  # among candidates this near in cost, the one that is true wins


@dataclass(frozen=True, slots=True)
class Decision:
    """The candidate that won a figure, and the doubts that the contest added."""

    link: Link
    comparison: Comparison
    absorbed: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def is_strong(self) -> bool:
        """Tell whether this may fail an article."""
        return self.link.strength == "strong" and not self.doubts


def decide(candidates: Iterable[Candidate]) -> list[Decision]:
    """Give each figure to one fact at most, in the order of the text."""
    by_figure: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_figure.setdefault(candidate.link.mention.start, []).append(candidate)
    decisions = [decision for start in sorted(by_figure) for decision in _winners(by_figure[start])]
    return _only_one_truth(decisions)


def _only_one_truth(decisions: list[Decision]) -> list[Decision]:
    """Where an article states a fact rightly, another figure of its words is likely that of something else.

    Only a slip, or the age of an event, is then still held against it.
    """
    right = {d.link.fact.id for d in decisions if d.comparison.agrees and not d.link.overruled}
    return [_doubted(d) if d.link.fact.id in right else d for d in decisions]


def _doubted(decision: Decision) -> Decision:
    link = decision.link
    if decision.comparison.agrees is not False or link.fact.kind in ("event", "date"):
        return decision
    is_label = link.mention.kind == "label" and link.cost <= 0.35
    if link.slip or is_label:
        return decision
    return replace(decision, doubts=(*decision.doubts, "the article states the fact rightly elsewhere"))


def _winners(rivals: Sequence[Candidate]) -> list[Decision]:
    """An agreeing fact wins over a contradicting one that is not clearly closer; several may agree."""
    ranked = sorted(rivals, key=_rank)
    best = ranked[0]
    agreeing = [c for c in ranked if c.comparison.agrees]
    if agreeing:
        near = [c for c in agreeing if _is_near(c, best)]
        if near:
            return [_decision(c) for c in near]
    absorbed = [c for c in ranked if c.absorbed]
    if absorbed and _is_near(absorbed[0], best):
        return [_decision(absorbed[0])]
    contradicting = [c for c in ranked if c.comparison.agrees is False and not c.absorbed]
    contradicting.sort(key=lambda c: not c.link.slip)
    if not contradicting:
        return [_decision(best)]
    first, *rest = contradicting
    if any(c.link.tied and c.link.cost < IN_SENTENCE and is_telling(c.link.mention) for c in agreeing):
        return [_decision(first, "another fact has this very figure")]
    if any(_is_tied(other, first) for other in rest):
        return [_decision(first, "two facts fit it equally well")]
    return [_decision(first)]


def _rank(candidate: Candidate) -> tuple[bool, float, str]:
    return candidate.link.strength == "loose", candidate.link.cost, candidate.link.fact.id


def _is_near(candidate: Candidate, best: Candidate) -> bool:
    if candidate is best or candidate.link.strength == "strong":
        return True
    if best.comparison.agrees is False and best.link.strength == "loose":
        return True  # what is true of one fact is no mistake about another that it hardly speaks of
    return candidate.link.cost <= best.link.cost + ABOUT_AS_CHEAP


def _is_tied(other: Candidate, first: Candidate) -> bool:
    if first.link.slip and not other.link.slip:
        return False
    return other.link.strength == first.link.strength and abs(other.link.cost - first.link.cost) < 0.05


def _decision(candidate: Candidate, *doubts: str) -> Decision:
    return Decision(candidate.link, candidate.comparison, candidate.absorbed, doubts)
