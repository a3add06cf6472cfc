"""Dates that name a day, a month or a year."""

from __future__ import annotations

from pytest_factcheck.language.datefigures import read_figures
from pytest_factcheck.language.monthdays import read_day_first, read_month_first
from pytest_factcheck.language.months import read_months, read_year_month
from pytest_factcheck.language.page import Found, Page
from pytest_factcheck.language.years import read_bare_short_year, read_spelled_year, read_year, read_years


def read_absolute(page: Page, at: int) -> Found | None:
    """Read a date that names its day, month or year."""
    mark = page.text[at]
    if mark.isdecimal():
        return (
            read_figures(page, at)
            or read_day_first(page, at)
            or read_year_month(page, at)
            or read_years(page, at)
            or read_year(page, at)
            or read_bare_short_year(page, at)
        )
    return (
        read_month_first(page, at)
        or read_day_first(page, at)
        or read_months(page, at)
        or read_spelled_year(page, at)
    )
