"""Whether two sums are in one currency, as the grammar of money tells it."""

from pytest_factcheck.language.money import same_currency

__all__ = ["same_currency"]
