"""Sentences that go on about another time, another one of the kind, or the kind in general."""

import re

from pytest_factcheck.linking import words
from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.doers import is_speaker
from pytest_factcheck.linking.sentence import Sentence, is_indefinite
from pytest_factcheck.linking.times import meets
from pytest_factcheck.model.mention import Days

IN_GENERAL = re.compile(
    r"\b(?:on average|as a rule|averages|an? typical|typically|usually|normally|generally)\b"
)
OF_KIND = re.compile(r"of th(?:is|at) (?:kind|size|sort|type)\b")
"""What is told of all of a kind: "a takeover of this size carries a premium of 28 percent on average"."""
LEAD = 400  # characters of an article that tell the news itself
LONG_PAST = 1  # years before publication from which a date opens a digression


def in_general(case: Case) -> str:
    """A rule, an average: no statement on the fact's own."""
    found = IN_GENERAL.search(" ".join(case.sentence.lows))
    kind = OF_KIND.match(" ".join(case.sentence.lows[case.tie.subject + 1 : case.tie.subject + 4]))
    found = kind or found
    if found and found.group() not in case.profile.fact.fact.casefold():
        case.doubts.append(f"“{found.group()}”: it is told of all of the kind")
    return ""


def goes_on_elsewhere(case: Case) -> str:
    """ "In 2011 another bank fell. The trial lasted 30 months": still the other one's."""
    if case.before is None or _names_own(case, case.sentence) or _starts_paragraph(case):
        return ""
    if _names_own(case, case.before):
        return ""
    other = _another_one(case.before) or _dated_new_one(case, case.before)
    if not other and _takes_up(case):
        other = _another_time(case, case.before) or _others_only(case, case.before)
    if other:
        case.doubts.append(f"the sentence before is about another (“{other}”)")
    return ""


def new_one(case: Case) -> str:
    """ "A walkout by signalmen in March shut the port": told for the first time, with nobody of the fact's."""
    mention = case.units[case.figure].mention
    if mention is None or mention.kind != "date" or _names_own(case, case.sentence):
        return ""
    is_lead = case.before is None or case.sentence.span.start < LEAD
    if not is_lead and is_indefinite(case.sentence, case.tie.subject, case.tie.length):
        case.doubts.append(f"“{case.low(case.tie.subject)}” may be another, told of for the first time")
    return ""


def _takes_up(case: Case) -> bool:
    """Tell whether the subject is told of as known: "the trial", "that offer", "it"."""
    at = case.tie.subject - case.tie.length
    while at >= 0 and case.sentence.letters[at] in "jnvh":
        at -= 1
    return case.low(case.tie.subject) in words.PRONOUNS or case.low(at) in words.TAKES_UP


def _names_own(case: Case, sentence: Sentence) -> bool:
    first = sentence.units[0] if sentence.units else None
    own = any(unit.letter == "N" and case.profile.owns(unit) for unit in sentence.units)
    return own or (first is not None and first.low in case.profile.name_words)


def _starts_paragraph(case: Case) -> bool:
    assert case.before is not None
    return case.text[case.before.span.end : case.sentence.span.start].count("\n") > 1


def _another_time(case: Case, sentence: Sentence) -> str:
    for unit in sentence.units:
        said = unit.mention.value if unit.mention is not None else None
        if not isinstance(said, Days) or said.end is None or said.start is None or case.published is None:
            continue
        is_past = "year" in said.given and said.end.year <= case.published.year - LONG_PAST
        if is_past and not any(meets(said, own) for own in (*case.profile.dates, *case.profile.story_days)):
            return unit.mention.text if unit.mention else ""
    return ""


def _another_one(sentence: Sentence) -> str:
    at = next((i for i, low in enumerate(sentence.lows) if low == "another"), None)
    return f"another {sentence.lows[at + 1]}" if at is not None and at + 1 < len(sentence.lows) else ""


def _dated_new_one(case: Case, sentence: Sentence) -> str:
    """ "In October a round of talks failed. They lasted an hour": told for the first time, with its own date."""
    if "T" not in sentence.letters:
        return ""
    for at, length in case.profile.subject.met(sentence).items():
        start = max((i for i in range(at) if sentence.letters[i] in "do"), default=at)
        start = start - 1 if start > 0 and sentence.letters[start] == "o" else start
        if is_indefinite(sentence, at, length) or is_indefinite(sentence, start, 1):
            return sentence.lows[at]
    return ""


def _others_only(case: Case, sentence: Sentence) -> str:
    """Give a name of the sentence, if it names only others, and as its subject."""
    verb = next((at for at, letter in enumerate(sentence.letters) if letter in "vx"), len(sentence.letters))
    named = [
        at for at in range(verb) if sentence.letters[at] == "N" and sentence.lows[at] not in words.WEEKDAYS
    ]
    spoken = Case(case.profile, sentence, 0, case.tie, case.published)
    known = case.profile.names_of_story
    foreign = [
        at for at in named if not is_speaker(spoken, at) and sentence.lows[at] not in known | words.PRONOUNS
    ]
    return sentence.lows[foreign[0]].title() if foreign and len(foreign) == len(named) else ""
