"""The accuracy suite is sound: marks, labels and facts files, not what the check makes of them."""

import pytest

from benchmarks.accuracy.marks import VERDICTS, strip_marks
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


def test_the_suite_is_as_large_as_it_must_be() -> None:
    assert len(SUBJECTS) >= 12
    assert sum(len(subject.copies) for subject in SUBJECTS) >= 60
    assert {half: sum(one.half == half for one in SUBJECTS) for half in HALVES} == {"open": 8, "frozen": 8}


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


def test_each_subject_has_five_texts_one_of_them_without_error(subject: Subject) -> None:
    assert [copy.name for copy in subject.copies] == ["01", "02", "03", "04", "05"]
    assert all(120 <= len(copy.text.split()) <= 260 for copy in subject.copies)
    faulty = [any(label.verdict == "contradict" for label in copy.labels) for copy in subject.copies]
    assert not all(faulty)


def test_facts_load(subject: Subject) -> None:
    book = load_facts(subject.facts)
    assert {fact.id: fact.kind for fact in book.facts} == subject.kinds


def test_each_text_names_its_story(subject: Subject) -> None:
    words = load_facts(subject.facts).facts[0].setting.story
    for copy in subject.copies:
        assert any(word.casefold() in copy.text.casefold() for word in words), copy.name
