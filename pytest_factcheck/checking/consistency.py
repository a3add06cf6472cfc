"""What is wrong in an article whatever the facts are: it disagrees with itself or with the calendar."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice, takewhile

from pytest_factcheck.language.ages import fair_lengths
from pytest_factcheck.language.days import WEEKDAYS, spoken_day
from pytest_factcheck.language.fairness import Interval, fair_values
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.linking.compete import Decision
from pytest_factcheck.model.mention import Days, Mention
from pytest_factcheck.model.verdict import Finding

STATES = re.compile(
    r"\s*(?:[Tt]he\s+)?(?P<subject>[^\W\d]+(?:\s+[^\W\d]+)?)\s+(?:was|is|were|are|stood\s+at|came\s+to|reached)\s+"
)
NO_SUBJECTS = frozenset("it this that there he she they we what which another one the rest".split())
NEAR_PUBLICATION = 300  # days within which the year that a date leaves out is beyond doubt


def clashes(reading: Reading, decisions: Sequence[Decision]) -> Iterator[tuple[str, Finding]]:
    """Give each clash with the name of its check."""
    yield from (("weekday", finding) for finding in wrong_weekdays(reading))
    yield from (("two_values", finding) for finding in two_values(reading, decisions))
    yield from (("count_and_list", finding) for finding in counts_against_lists(reading))


def wrong_weekdays(reading: Reading) -> Iterator[Finding]:
    """Find dates whose weekday is not that of their day: "Friday, 14 March 2024" was a Thursday."""
    published = reading.article.published
    for mention in reading.mentions:
        days = mention.value
        if mention.kind != "date" or not isinstance(days, Days) or days.start is None or days.end is None:
            continue
        if not {"weekday", "day", "month"} <= days.given or days.end - days.start != timedelta(days=1):
            continue
        said = _weekday_in(mention.text)
        if said is None or said == days.start.weekday():
            continue
        if "year" not in days.given and (
            published is None or abs((days.start - published).days) > NEAR_PUBLICATION
        ):
            continue
        true = WEEKDAYS[days.start.weekday()]
        yield Finding(
            mention.start,
            mention.end,
            "contradicts",
            "strong",
            mention.text,
            f"{spoken_day(days.start)} is a {true}",
            ("the weekday is not that date's",),
        )


def _weekday_in(text: str) -> int | None:
    low = text.casefold()
    for index, name in enumerate(WEEKDAYS):
        if name.casefold() in low or f"{name[:3].casefold()}." in low:
            return index
    return None


def elsewhere(decision: Decision, decisions: Sequence[Decision]) -> str:
    """Name the true value that the same article gives for a fact which it also states wrongly, if it does."""
    if decision.comparison.agrees is not False:
        return ""
    fact, kind = decision.link.fact, decision.link.mention.kind
    for other in decisions:
        if other.link.fact is fact and other.comparison.agrees and other.link.mention.kind == kind:
            return f"the article contradicts itself: elsewhere it says “{other.link.mention.text}”"
    return ""


def two_values(reading: Reading, decisions: Sequence[Decision]) -> Iterator[Finding]:
    """Find two values that cannot both be true of one subject, though no fact tells which is right.

    "the three-year trial" and "the five-year trial"; "turnout was 71 percent" and "turnout was 64 percent". Only a
    warning, since the article may speak of two; what a fact decides is left to the fact.
    """
    decided = {decision.link.mention.start for decision in decisions}
    first: dict[tuple[str, str], tuple[Mention, Interval]] = {}
    for mention in reading.mentions:
        subject = _aged_noun(reading, mention) or _stated_subject(reading, mention)
        fair = _fair(mention)
        if not subject or fair is None or mention.start in decided:
            continue
        interval, unit = fair
        earlier, known = first.setdefault((subject, unit), (mention, interval))
        if known.touches(interval):
            continue
        why = (f"the article also says “{earlier.text}” of “{subject}”",)
        expected = f"“{earlier.text}”, as before"
        yield Finding(mention.start, mention.end, "contradicts", "loose", mention.text, expected, why)


def _fair(mention: Mention) -> tuple[Interval, str] | None:
    """The values for which a statement is fair, and the unit in which two of them can be compared."""
    if mention.kind == "duration":
        return fair_lengths(mention)
    interval = fair_values(mention, is_count=True) if mention.kind in ("percent", "money") else None
    return (interval, f"{mention.kind} {mention.unit or ''}") if interval else None


def _aged_noun(reading: Reading, mention: Mention) -> str:
    """The noun right after "the ... N-year-old", if the length stands there as its modifier."""
    text = reading.text
    if mention.kind != "duration" or "-" not in mention.text:
        return ""
    before = text[max(0, mention.start - 8) : mention.start].casefold().split()
    if not before or before[-1] != "the":
        return ""
    following = text[mention.end : mention.end + 30].split()
    return following[0].strip(".,;:!?”’\"'").casefold() if following else ""


def _stated_subject(reading: Reading, mention: Mention) -> str:
    """The one or two words that open a sentence and of which it states a figure: "Turnout was 71 percent"."""
    if mention.kind not in ("percent", "money"):
        return ""
    sentence = reading.sentence_at(mention.start)
    found = STATES.fullmatch(reading.text, sentence.start, mention.start)
    if found is None or found["subject"].casefold() in NO_SUBJECTS:
        return ""
    first = bisect_left(reading.mentions, sentence.start, key=lambda m: m.start)
    inside = takewhile(lambda m: m.start < sentence.end, islice(reading.mentions, first, None))
    return "" if any(m.kind == "date" for m in inside) else " ".join(found["subject"].casefold().split())


def counts_against_lists(reading: Reading) -> Iterator[Finding]:
    """Find counts that disagree with the list right beside them: "four regions: A, B and C"."""
    from pytest_factcheck.language.counts import find_count_clashes

    return iter(find_count_clashes(reading))
