"""What is wrong in an article whatever the facts are: it disagrees with itself or with the calendar."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from pytest_factcheck.language.days import WEEKDAYS, spoken_day
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.linking.compete import Decision
from pytest_factcheck.model.mention import Days
from pytest_factcheck.model.verdict import Finding

NEAR_PUBLICATION = 300  # days within which the year that a date leaves out is beyond doubt


def clashes(reading: Reading, decisions: Sequence[Decision]) -> Iterator[tuple[str, Finding]]:
    """Give each clash with the name of its check."""
    yield from (("weekday", finding) for finding in wrong_weekdays(reading))
    yield from (("two_values", finding) for finding in two_values(decisions))
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
        if "year" not in days.given and (published is None or abs((days.start - published).days) > NEAR_PUBLICATION):
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


def two_values(decisions: Sequence[Decision]) -> Iterator[Finding]:
    """Find two incompatible values that one article gives for the subject of one fact.

    The one that the fact contradicts is marked, and pointed to the other.
    """
    by_fact: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.is_strong and not decision.absorbed:
            by_fact.setdefault(decision.link.fact.id, []).append(decision)
    for group in by_fact.values():
        right = [d for d in group if d.comparison.agrees]
        for wrong in (d for d in group if d.comparison.agrees is False):
            if not right or wrong.link.mention.kind != right[0].link.mention.kind:
                continue
            mention, other = wrong.link.mention, right[0].link.mention
            why = (f"the article gives two values for one subject: “{mention.text}” and “{other.text}”",)
            yield Finding(
                mention.start, mention.end, "contradicts", "strong", mention.text, f"“{other.text}”, as elsewhere", why
            )


def counts_against_lists(reading: Reading) -> Iterator[Finding]:
    """Find counts that disagree with the list right beside them: "four regions: A, B and C"."""
    from pytest_factcheck.language.lists import find_count_clashes

    return iter(find_count_clashes(reading))
