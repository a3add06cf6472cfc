"""The values of a facts file, read from their text by the grammar that reads articles."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from pytest_factcheck.model.mention import Mention


def read_amount(text: str, kind: str) -> Mention:
    """Read a value of that kind (number, percent, money, duration, date); ValueError says how to write it."""
    raise ValueError(f"“{text}” is not a {kind}.")


def is_negative(mention: Mention) -> bool:
    """Tell whether the amount, or the lower end of its range, lies below zero."""
    value = mention.value[0] if isinstance(mention.value, tuple) else mention.value
    return isinstance(value, int | float) and value < 0


def _reader(kind: str) -> PlainValidator:
    def read(value: Any) -> Mention:
        return value if isinstance(value, Mention) else read_amount(value, kind)

    return PlainValidator(read)


def _written(*examples: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number"], "examples": list(examples)})


NumberValue = Annotated[Mention, _reader("number"), _written("about 800,000", "37.4 billion", "two-thirds")]
PercentValue = Annotated[Mention, _reader("percent"), _written("about 31", "80 %", "nearly 100")]
MoneyValue = Annotated[Mention, _reader("money"), _written("€14.50", "8.4 billion crowns", "USD 300 million")]
DurationValue = Annotated[Mention, _reader("duration"), _written("about 5 hours", "3 years 9 months", "PT5H")]
DateValue = Annotated[
    Mention, _reader("date"), _written("24 February 2022", "14-15 December 2025", "May 2019")
]
