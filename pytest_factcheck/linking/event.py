"""How ages, lengths and dates are tied to what began, lasted or took place."""

from pytest_factcheck.linking.datings import tie_date
from pytest_factcheck.linking.gate import is_anniversary
from pytest_factcheck.linking.lengths import tie_age, tie_anniversary, tie_length, tie_nth
from pytest_factcheck.linking.owner import Tie
from pytest_factcheck.linking.pair import Pair
from pytest_factcheck.linking.profile import Profile
from pytest_factcheck.linking.sentence import Sentence
from pytest_factcheck.model.mention import Days


def tie_event(profile: Profile, sentence: Sentence, figure: int, subject: int, length: int) -> Tie:
    """Say how an event is tied to a time; `construction` is empty where no construction ties them."""
    name, cost = _construction(Pair(profile, sentence, figure, subject, length))
    if name:
        return Tie(subject, length, name, cost)
    return Tie(subject, length, "", 1.2 + 0.2 * abs(figure - subject))


def _construction(pair: Pair) -> tuple[str, float]:
    kind = pair.mention.kind
    if is_anniversary(pair.sentence, pair.figure):
        return tie_anniversary(pair)
    if kind == "duration":
        return tie_age(pair) if pair.kind == "date" else tie_length(pair)
    if kind == "ordinal":
        return tie_nth(pair)
    return tie_date(pair) if kind == "date" else ("", 0.0)


def picks_another(sentence: Sentence, figure: int, tied: Tie) -> bool:
    """Tell whether a date before or "of" after a common noun may pick out another event: "the 2014 invasion"."""
    mention = sentence.units[figure].mention
    if mention is None or not isinstance(mention.value, Days) or sentence.letters[tied.subject] == "N":
        return False
    follows = tied.subject < figure and sentence.letters[tied.subject + 1 : figure] == "o"
    return tied.construction == "date modifier" or (follows and "day" not in mention.value.given)


def picks_an_earlier(sentence: Sentence, figure: int, true: object) -> bool:
    """Tell whether "the" and an earlier year pick out another event: "the 2014 strike"."""
    mention = sentence.units[figure].mention
    said = mention.value if mention else None
    if not isinstance(said, Days) or not isinstance(true, Days) or said.end is None or true.start is None:
        return False
    before = sentence.lows[figure - 1] if figure else ""
    return before in ("the", "a", "an") and "year" in said.given and said.end <= true.start
