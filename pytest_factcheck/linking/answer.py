"""Questions and their short answers: "How many have fled? Less than three million people." """

import re
from dataclasses import dataclass

from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.linking.sentence import Sentence, root

ASKS = re.compile(
    r"(?:and |but |so |then |exactly |roughly )*"
    r"(?:(?:for |by |in |since |until |to )?(?:how (?:many|much|long|big|large|high|low|far|old|strong|wide|deep|bad"
    r"|late|often|fast|steep|expensive|costly|soon)|what|when|which|who|whose)\b|the |his |her |its |their )"
)
"""How a question begins that asks for a value, in lower case: "how many", "since when", "and the savings"."""
SHORT = 24  # units; a longer question asks for more than a value
OPENING = re.compile(r"(?:ux)?(?:[jid,qcT]|d?n[o,]){0,4}")
"""What may stand before the figure of a short answer: "About", "On", "A total of", "There were"."""


OPENED = re.compile(r",?[jdnNhu]+[xj]*v")
"""A clause of its own behind a time: "In January, ministers met"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A question joined with the sentence that answers it; the figure is numbered in the joined sentence."""

    sentence: Sentence
    figure: int
    shift: int


def join_answer(question: Sentence, answer: Sentence, lead: str) -> Answer | None:
    """Join a question and its answer, if the answer opens with a figure; `lead` is the question as written."""
    if not asks(question, lead):
        return None
    figure = next((at for at, unit in enumerate(answer.units) if unit.mention is not None), -1)
    if figure < 0 or not OPENING.fullmatch(answer.letters[:figure]):
        return None
    asked = len(question.units) - 1  # without its mark
    units = (*question.units[:asked], *answer.units)
    joined = Sentence(
        answer.span,
        units,
        question.letters[:asked] + answer.letters,
        tuple(unit.start for unit in units),
        is_title=False,
        lows=tuple(unit.low for unit in units),
    )
    return Answer(joined, asked + figure, asked)


def asks(question: Sentence, lead: str) -> bool:
    """Tell whether a sentence is a short question after a value."""
    return (
        lead.rstrip("\"'”’*_ \n").endswith("?")
        and len(question.units) <= SHORT
        and ASKS.match(" ".join(lead.casefold().lstrip("\"'“‘*_#-–>q:. ").split())) is not None
    )


def is_elliptic(profile: Profile, answer: Answer) -> bool:
    """Tell whether an answer says the value alone, or with the verb of the question or of the fact."""
    letters, units = answer.sentence.letters, answer.sentence.units
    own = {root(word) for word in profile.sentence_words} | {root(unit.low) for unit in units[: answer.shift]}
    if letters[answer.figure] == "T" and OPENED.match(letters, answer.figure + 1):
        return False
    for at in range(answer.figure + 1, len(units)):
        if letters[at] in ",;sru":
            return True
        if letters[at] == "v" and root(units[at].low) not in own:
            return False
    return True
