"""What an article's words say in figures: the mention and its value."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pytest_factcheck.model.span import Span

MentionKind = Literal["number", "percent", "money", "quantity", "duration", "date", "ordinal", "label"]
Hedge = Literal["~", "<", ">", "<=", ">=", "~<", "~>"]
"""`~` about, `<` less than, `>` more than, `<=` up to, `>=` at least, `~<` nearly, `~>` just over."""

TIME_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
ANNIVERSARY = "anniversary"
"""The unit of an ordinal that counts anniversaries: "its third anniversary"."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as it was written: "2 hours 5 minutes" keeps both parts, "40 days" is not 1.3 months.

    A part that was not written is None; parts may be fractions ("three and a half years").
    """

    years: float | None = None
    months: float | None = None
    weeks: float | None = None
    days: float | None = None
    hours: float | None = None
    minutes: float | None = None
    seconds: float | None = None

    def parts(self) -> tuple[tuple[str, float], ...]:
        """List the parts that were written, the largest unit first."""
        said = (self.years, self.months, self.weeks, self.days, self.hours, self.minutes, self.seconds)
        return tuple([(unit, n) for unit, n in zip(TIME_UNITS, said, strict=True) if n is not None])

    def __str__(self) -> str:
        """Write ISO 8601: `P4Y`, `P1Y6M`, `PT5H`, `P3.5Y`."""
        letters = dict(zip(TIME_UNITS, "YMWDHMS", strict=True))
        days = "".join(f"{_plain(n)}{letters[u]}" for u, n in self.parts() if u in TIME_UNITS[:4])
        clock = "".join(f"{_plain(n)}{letters[u]}" for u, n in self.parts() if u in TIME_UNITS[4:])
        return f"P{days}" + (f"T{clock}" if clock else "")


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(float(number))


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of the calendar that words name: a day, a month, a year, a decade, a range.

    `start` is inclusive, `end` exclusive; None is an open side. `given` names the fields that the words
    themselves gave, of: year, month, day, weekday, quarter, half, season, part (early/mid/late), decade,
    century, relative (counted from the publication date: yesterday, last year, three years ago), anaphoric
    (counted from an earlier date of the text: the following day). What is not given was filled in from the
    publication date. `iso` is the benchmark's form: `2014`, `2014-03`, `2014-03-05`, `2014-W11`, `2014-Q2`,
    `199` (decade), `START/END` with END exclusive and `..` for open.
    """

    start: date | None
    end: date | None
    given: frozenset[str]
    iso: str
    part: Literal["early", "mid", "late"] | None = None

    def __str__(self) -> str:
        return self.iso


Scalar = float | Length | Days
Value = Scalar | tuple[Scalar | None, Scalar | None] | None
"""One value; a range `(low, high)` with None for an open end; or None, a vague amount ("several years")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure, a time or a label as it stands in the text.

    `start`/`end` hold the whole expression with its hedge and unit; `figure` only the digits or number words.
    `unit` is the ISO code or sign of money, the measure of a quantity, "percentage points" or "basis points"
    for those, the noun of a label ("article"). `grain` is the place value of the last digit that was written
    (0.1 for "3.0", 100000 for "1.5 million", 1 for "four"), None for ranges and vague amounts. `rules` names
    the grammar rules that built it, outermost first. `label` says what kind of label it is: identifier,
    list mark, score, time of day, phone number, one of, name.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    value: Value
    unit: str | None = None
    hedge: Hedge | None = None
    figure: Span = Span(0, 0)
    grain: float | None = None
    rules: tuple[str, ...] = ()
    label: str | None = None

    @property
    def span(self) -> Span:
        """The whole expression, hedge and unit included."""
        return Span(self.start, self.end)

    def to_dict(self) -> dict[str, Any]:
        """Give the seven public keys, in the conventions of the benchmark's README."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "value": plain_value(self.value),
            "unit": self.unit,
            "hedge": self.hedge,
        }


def plain_value(value: Value) -> Any:
    """Turn a value into what JSON can hold: numbers stay numbers, times become ISO 8601 text."""
    if isinstance(value, tuple):
        return [plain_value(side) for side in value]
    if isinstance(value, Length | Days):
        return str(value)
    return value
