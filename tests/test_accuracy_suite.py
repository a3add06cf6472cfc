"""The accuracy suite is sound: marks, labels and facts files, not what the check makes of them."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.accuracy.figures import Figures
from benchmarks.accuracy.marks import VERDICTS, Copy, strip_marks
from benchmarks.accuracy.record import changes, worse
from benchmarks.accuracy.score import Said, score_copy
from benchmarks.accuracy.subjects import HALVES, Subject, read_subjects
from pytest_factcheck import load_facts

SUBJECTS = read_subjects()


@pytest.fixture(params=SUBJECTS, ids=lambda subject: subject.name)
def subject(request: pytest.FixtureRequest) -> Subject:
    found: Subject = request.param
    return found


def test_marks_come_out_and_offsets_count_the_text_without_them() -> None:
    text, labels = strip_marks("Up to [[4 percent|agree|rate]] from\n[[5\npercent|lookalike|rate|the old]].")
    assert text == "Up to 4 percent from\n5\npercent."
    assert [text[label.start : label.end] for label in labels] == ["4 percent", "5\npercent"]
    assert [label.note for label in labels] == ["", "the old"]


@pytest.mark.parametrize(
    ("verdict", "fact", "outcome", "strength", "fate"),
    [
        ("agree", "rate", "agrees", "strong", "confirmed"),
        ("agree", "loss", "agrees", "strong", "silent"),
        ("agree", "loss", "contradicts", "strong", "flagged"),
        ("agree", "rate", "contradicts", "loose", "warned"),
        ("contradict", "rate", "contradicts", "strong", "caught"),
        ("contradict", "weekday", "contradicts", "strong", "caught"),
        ("contradict", "loss", "contradicts", "strong", "under another fact"),
        ("contradict", "rate", "agrees", "strong", "confirmed"),
        ("lookalike", "rate", "contradicts", "strong", "flagged"),
        ("lookalike", "rate", "agrees", "loose", "taken for the fact"),
        ("lookalike", "loss", "agrees", "strong", "left alone"),
    ],
)
def test_the_fate_of_a_label(verdict: str, fact: str, outcome: str, strength: str, fate: str) -> None:
    text, labels = strip_marks(f"It fell to [[4 percent|{verdict}|rate]] in May, and shares fell too.")
    copy = Copy("01", date(2024, 5, 1), "wire", text, labels)
    subject = Subject("bank", "open", Path("facts.yaml"), {"rate": "percent", "loss": "money"}, (copy,))
    said = Said(fact, outcome, strength, 11, 20, "4 percent", "")
    (row,) = score_copy(subject, copy, (said,))
    assert row.fate == fate


def test_a_failure_on_no_label_is_false() -> None:
    copy = Copy("01", date(2024, 5, 1), "wire", "Shares fell 4 percent.", ())
    subject = Subject("bank", "open", Path("facts.yaml"), {"rate": "percent"}, (copy,))
    (row,) = score_copy(subject, copy, (Said("rate", "contradicts", "strong", 12, 21, "4 percent", ""),))
    assert (row.fate, row.kind) == ("false failure", "percent")


def test_what_got_worse_and_what_changed() -> None:
    old: dict[str, Figures] = {"open": {"recall": 90.0, "precision": None, "false_per_10k_words": 0.5}}
    better: dict[str, Figures] = {"open": {"recall": 91.0, "precision": 80.0, "false_per_10k_words": 0.5}}
    lower: dict[str, Figures] = {"open": {"recall": 90.0, "precision": 99.0, "false_per_10k_words": 0.6}}
    assert not list(worse(old, better))
    assert list(worse(old, lower)) == ["open: false_per_10k_words 0.5 -> 0.6"]
    assert list(worse(old, {})) == ["open: was recorded and is gone"]
    assert list(changes({"a": "silent", "b": "warned"}, {"b": "warned", "c": "flagged"})) == [
        "a: silent -> best",
        "c: best -> flagged",
    ]


def test_the_suite_is_as_large_as_it_must_be() -> None:
    assert len(SUBJECTS) >= 12
    assert sum(len(subject.copies) for subject in SUBJECTS) >= 60
    assert all(sum(one.half == half for one in SUBJECTS) >= 8 for half in HALVES)


def test_labels_stand_on_their_words(subject: Subject) -> None:
    for copy in subject.copies:
        assert "[[" not in copy.text
        assert "]]" not in copy.text
        assert "|" not in copy.text
        for label in copy.labels:
            assert copy.text[label.start : label.end] == label.text


def test_labels_name_a_verdict_and_a_fact(subject: Subject) -> None:
    labels = [label for copy in subject.copies for label in copy.labels]
    assert {label.verdict for label in labels} == set(VERDICTS)
    assert {label.fact for label in labels} == set(subject.kinds), (
        "a fact without a label, or a label without one"
    )


def test_each_subject_has_five_texts_or_more_one_of_them_without_error(subject: Subject) -> None:
    assert [copy.name for copy in subject.copies] in (
        [f"{n:02}" for n in range(1, last + 1)] for last in (5, 6, 8)
    )
    assert all(120 <= len(copy.text.split()) <= 400 for copy in subject.copies)
    faulty = [any(label.verdict == "contradict" for label in copy.labels) for copy in subject.copies]
    assert not all(faulty)


def test_facts_load(subject: Subject) -> None:
    book = load_facts(subject.facts)
    assert {fact.id: fact.kind for fact in book.facts} == subject.kinds


def test_each_text_names_its_story(subject: Subject) -> None:
    words = load_facts(subject.facts).facts[0].setting.story
    for copy in subject.copies:
        assert any(word.casefold() in copy.text.casefold() for word in words), copy.name
