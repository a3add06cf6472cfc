"""What became of each labelled statement, and the figures made of that."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy.marks import Copy, Label
from benchmarks.accuracy.subjects import Subject
from pytest_factcheck import Article, FactBook, check_article, load_facts

NEAR = 80
"""A failure of an error's own fact counts as catching it from this many characters off, on no other label."""

BEST = {"agree": "confirmed", "contradict": "caught", "lookalike": "left alone"}
FOUND = ("caught", "caught close by")


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict, read from its public dictionary; `fails` stops an article, `warns` does not."""

    fact: str
    outcome: str
    strength: str
    start: int
    end: int
    text: str
    why: str

    @property
    def fails(self) -> bool:
        """Tell whether it is a strong contradiction."""
        return self.outcome == "contradicts" and self.strength == "strong"

    @property
    def agrees(self) -> bool:
        """Tell whether it confirms a statement."""
        return self.outcome == "agrees"

    @property
    def warns(self) -> bool:
        """Tell whether it is a loose contradiction or undecided."""
        return not self.fails and not self.agrees

    def touches(self, label: Label, room: int = 0) -> bool:
        """Tell whether it stands on the label's words, or at most `room` characters off."""
        return self.start < label.end + room and label.start - room < self.end

    def __str__(self) -> str:
        mark = {"agrees": "=", "contradicts": "!"}.get(self.outcome, "?")
        return f"{mark}{'' if self.strength == 'strong' else '~'}{self.fact} [{self.text}] ({self.why})"


@dataclass(frozen=True, slots=True)
class Scene:
    """One text with all that was said of it."""

    subject: Subject
    copy: Copy
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The fate of one label, or of one failure that stands on no label (then `label` is None)."""

    half: str
    subject: str
    copy: str
    kind: str
    verdict: str
    fate: str
    label: Label | None
    said: tuple[Said, ...]

    @property
    def name(self) -> str:
        """Name the statement so that the name outlives edits elsewhere in its text."""
        of = self.label or self.said[0]
        return f"{self.half}/{self.subject}/{self.copy} {of.fact} [{' '.join(of.text.split())}]"

    @property
    def is_best(self) -> bool:
        """Tell whether nothing better could have been said."""
        return self.fate == BEST.get(self.verdict)


@dataclass(frozen=True, slots=True)
class Result:
    """All rows of a run and the words that were read, by (half, subject)."""

    rows: tuple[Row, ...]
    words: Counter[tuple[str, str]]


def run(subjects: Iterable[Subject]) -> Result:
    """Check every text against the facts of its subject."""
    rows: list[Row] = []
    words: Counter[tuple[str, str]] = Counter()
    for subject in subjects:
        book = load_facts(subject.facts)
        for copy in subject.copies:
            rows += score_copy(subject, copy, verdicts_on(copy, book))
            words[subject.half, subject.name] += len(copy.text.split())
    return Result(tuple(rows), words)


def verdicts_on(copy: Copy, book: FactBook) -> tuple[Said, ...]:
    """Check one text through the public API."""
    article = Article.from_text(copy.text, published=copy.published)
    return tuple(said_by(verdict.to_dict()) for verdict in check_article(article, book))


def said_by(verdict: dict[str, Any]) -> Said:
    """Read one verdict's dictionary."""
    return Said(*(verdict[key] for key in ("fact", "outcome", "strength", "start", "end", "text", "why")))


def score_copy(subject: Subject, copy: Copy, said: tuple[Said, ...]) -> Iterator[Row]:
    """Tell what became of each label of a text, then what failed on no label."""
    scene = Scene(subject, copy, said)
    for label in copy.labels:
        here = tuple(one for one in said if one.touches(label))
        fate = FATES[label.verdict](label, here, scene)
        kind = subject.kinds[label.fact]
        yield Row(subject.half, subject.name, copy.name, kind, label.verdict, fate, label, here)
    for one in said:
        if one.fails and not any(one.touches(label) or is_close(one, label, copy) for label in copy.labels):
            kind = subject.kinds.get(one.fact, "no fact")
            yield Row(subject.half, subject.name, copy.name, kind, "none", "false failure", None, (one,))


def fate_of_truth(label: Label, here: tuple[Said, ...], _: Scene) -> str:
    """Name the fate of a true statement."""
    if any(one.fails for one in here):
        return "flagged"
    if any(one.agrees and one.fact == label.fact for one in here):
        return "confirmed"
    return "warned" if any(one.warns for one in here) else "silent"


def fate_of_error(label: Label, here: tuple[Said, ...], scene: Scene) -> str:
    """Name the fate of a wrong statement; a failure that needs no fact (a weekday) counts as its own."""
    own = [one for one in here if one.fact == label.fact or one.fact not in scene.subject.kinds]
    if any(one.fails for one in own):
        return "caught"
    if any(one.fails and is_close(one, label, scene.copy) for one in scene.said):
        return "caught close by"
    if any(one.fails for one in here):
        return "under another fact"
    if any(one.warns for one in own):
        return "warned"
    return "confirmed" if any(one.agrees for one in own) else "silent"


def fate_of_lookalike(label: Label, here: tuple[Said, ...], _: Scene) -> str:
    """Name the fate of a statement that only resembles the fact."""
    if any(one.fails for one in here):
        return "flagged"
    if any(one.agrees and one.fact == label.fact for one in here):
        return "taken for the fact"
    return "warned" if any(one.warns for one in here) else "left alone"


FATES = {"agree": fate_of_truth, "contradict": fate_of_error, "lookalike": fate_of_lookalike}


def is_close(one: Said, label: Label, copy: Copy) -> bool:
    """Tell whether a failure reports this error from nearby, without standing on another label."""
    if label.verdict != "contradict" or one.fact != label.fact or not one.touches(label, NEAR):
        return False
    return not any(one.touches(other) for other in copy.labels if other is not label)
