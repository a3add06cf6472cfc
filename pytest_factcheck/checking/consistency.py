"""What is wrong in an article whatever the facts are: it disagrees with itself or with the calendar."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from pytest_factcheck.language.ages import fair_lengths
from pytest_factcheck.language.days import WEEKDAYS, spoken_day
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.linking.compete import Decision
from pytest_factcheck.model.mention import Days, Mention
from pytest_factcheck.model.verdict import Finding

NEAR_PUBLICATION = 300  # days within which the year that a date leaves out is beyond doubt


def clashes(reading: Reading, decisions: Sequence[Decision]) -> Iterator[tuple[str, Finding]]:
    """Give each clash with the name of its check."""
    yield from (("weekday", finding) for finding in wrong_weekdays(reading))
    yield from (("two_ages", finding) for finding in two_ages(reading, decisions))
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


def two_ages(reading: Reading, decisions: Sequence[Decision]) -> Iterator[Finding]:
    """Find two lengths that cannot both be true of one noun: "the three-year trial" and "the five-year trial".

    Only a warning, since the article may speak of two trials; what a fact decides is left to the fact.
    """
    decided = {decision.link.mention.start for decision in decisions}
    first: dict[tuple[str, str], Mention] = {}
    for mention in reading.mentions:
        noun = _aged_noun(reading, mention)
        if not noun or mention.start in decided:
            continue
        fair = fair_lengths(mention)
        if fair is None:
            continue
        earlier = first.setdefault((noun, fair[1]), mention)
        known = fair_lengths(earlier)
        if known is None or known[0].touches(fair[0]):
            continue
        why = (f"the article also says “{earlier.text} {noun}”",)
        yield Finding(
            mention.start,
            mention.end,
            "contradicts",
            "loose",
            mention.text,
            f"“{earlier.text}”, as before",
            why,
        )


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


def counts_against_lists(reading: Reading) -> Iterator[Finding]:
    """Find counts that disagree with the list right beside them: "four regions: A, B and C"."""
    from pytest_factcheck.language.counts import find_count_clashes

    return iter(find_count_clashes(reading))
