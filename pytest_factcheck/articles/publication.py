"""When an article was published: what its metadata, dateline and byline say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pytest_factcheck.articles.days import DAY, WrittenDay, from_match, in_words
from pytest_factcheck.model.pattern import lazy_pattern

HEAD = 4_000
HEAD_LINES = 8
DIGIT = lazy_pattern(r"\d")
LONGEST_BYLINE = 140
NOT_A_PLACE = frozenset(
    (
        "on",
        "in",
        "by",
        "from",
        "since",
        "until",
        "after",
        "before",
        "as",
        "at",
        "the",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "published",
        "issued",
        "posted",
        "released",
        "updated",
        "modified",
        "last",
        "first",
    )
)

_FLAGS = re.VERBOSE
_DAY = f"(?i:{DAY})"
_CLOCK = r"(?:[\s,|•·–—-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?)?"

_AGENCY = r"\s*[(\[/][^)\]\n]{1,50}[)\]/]"

DATELINE = lazy_pattern(
    rf"""
    (?P<place>[A-Z][\w.’' -]{{1,40}}?(?:\s?[,/;]\s?[A-Z][\w.’' -]{{1,30}}?){{0,3}})
    (?:\s?[,:(.]\s?|\s[–—-]\s)
    {_DAY}
    \)?\.?
    (?:{_AGENCY}\s*\. | (?:{_AGENCY})?\s*(?:[–—]|-{{1,2}}(?!\w)))
    """,
    _FLAGS,
)
PUBLISHED = lazy_pattern(
    rf"""
    \b(?i:first\s+published|published|posted|issued|released|dateline|date|dated)
    (?:\s+(?:on|at)\b|\s*:|\s*,|\s+\d{{1,2}}[:.]\d{{2}}(?:\s*[apAP]\.?[mM]\.?)?(?:\s+[A-Z]{{2,5}})?,?){{0,3}}
    \s*
    {_DAY}
    """,
    _FLAGS,
)
UPDATED = lazy_pattern(rf"(?i:(?:last\s+)?(?:updated|modified))\b[^.]{{0,40}}?{_DAY}", _FLAGS)
WIRE = lazy_pattern(rf"{_DAY}{_AGENCY}\s*(?:[–—]|-{{1,2}}(?!\w))", _FLAGS)
BYLINE = lazy_pattern(
    rf"(?:by|By|BY|.{{2,40}}?\s(?:by|By|BY))\s[A-Z].{{1,90}}?[\s,|•·–—-]\s*{_DAY}{_CLOCK}\s*$", _FLAGS
)
WHOLE_LINE = lazy_pattern(rf"[\s(\[•·|]*{_DAY}{_CLOCK}\s*[)\]]?\s*$", _FLAGS)
CAPTION = lazy_pattern(
    r"\b(?:in|on|at|of|near|after|before|during|from|since|photo|picture|image|file)\b", re.IGNORECASE
)
DATED_LINE = lazy_pattern(rf"[^.!?]{{2,60}}?[,|•·–—]\s*{_DAY}{_CLOCK}\s*$", _FLAGS)
ANY_YEAR = lazy_pattern(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication date and where it comes from; `yearless` is a dateline's day that wants a year."""

    day: date | None = None
    origin: str = ""
    yearless: WrittenDay | None = None
    is_certain: bool = True

    def completed(self, day: date, origin: str) -> "Publication":
        """Fill in what the article does not state from a date that is known from elsewhere."""
        if self.day is not None:
            return self
        near = None if self.yearless is None else _near(self.yearless, day)
        if near is None:
            return Publication(day, origin)
        return Publication(near, f"dateline, the year from {origin}")


def _near(written: WrittenDay, day: date) -> date | None:
    """Put a day without a year into the year of another day, or over the turn of the year beside it."""
    same = written.in_year(day.year)
    if same is not None and (same - day).days > 182:  # datelined in December, published in January
        return written.in_year(day.year - 1)
    if same is not None and (day - same).days > 350:
        return written.in_year(day.year + 1)
    return same


NO_DATE = Publication()


def settle(metadata: Publication, text: Publication) -> Publication:
    """Choose between metadata and words: a full date in the words overrides metadata that it contradicts."""
    if metadata.day is None:
        return text
    if text.day is None:
        return text.completed(metadata.day, metadata.origin)
    if text.day == metadata.day or not text.is_certain:
        return metadata
    return Publication(text.day, f"{text.origin}; {metadata.origin} says {in_words(metadata.day)}")


def date_text(text: str) -> Publication:
    """Read the dateline or byline in the first lines of a text."""
    yearless: WrittenDay | None = None
    uncertain = NO_DATE
    for number, line in enumerate(_head(text)):
        found, origin, certain = _read_line(line, number)
        if found is None:
            continue
        if found.full is None:
            yearless = yearless or found
        elif certain:
            return Publication(found.full, origin)
        elif uncertain.day is None:
            uncertain = Publication(found.full, origin, is_certain=False)
    return uncertain if uncertain.day else Publication(yearless=yearless)


def _head(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[:HEAD].splitlines())
    for number, line in enumerate(filter(None, lines)):
        if number == HEAD_LINES:
            return
        yield line


def _read_line(line: str, number: int) -> tuple[WrittenDay | None, str, bool]:
    """Read one line of the head: its date, what kind of line it is, and whether that is beyond doubt."""
    if not DIGIT.search(line, 0, LONGEST_BYLINE):
        return None, "", False
    dateline = DATELINE.match(line[:LONGEST_BYLINE])
    if dateline and dateline["place"].split()[0].lower() not in NOT_A_PLACE:
        return from_match(dateline), "dateline", True
    if wire := WIRE.match(line[:LONGEST_BYLINE]):
        return from_match(wire), "dateline", True
    if len(line) > LONGEST_BYLINE or not ANY_YEAR.search(line):
        return None, "", False
    for pattern in (BYLINE, WHOLE_LINE):
        if match := pattern.match(line):
            return from_match(match), "byline", True
    if match := PUBLISHED.search(line):
        return from_match(match), "byline", True
    if match := UPDATED.match(line):
        return from_match(match), "byline", False
    if 1 <= number <= 3 and not CAPTION.search(line) and (match := DATED_LINE.match(line)):
        return from_match(match), "byline", False
    return None, "", False
