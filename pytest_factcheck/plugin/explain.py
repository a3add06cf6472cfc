"""The answer to `--factcheck-explain FILE:LINE`."""

from __future__ import annotations

import sys

import pytest

from pytest_factcheck.model.errors import FactcheckError
from pytest_factcheck.plugin import books
from pytest_factcheck.plugin.settings import Settings, read_settings


def explain_line(config: pytest.Config) -> pytest.ExitCode:
    """Print how the statements of one line were read and linked."""
    path, line = _split(config.getoption("factcheck_explain"))
    settings = read_settings(config)
    try:
        lines = _explain(path, line, settings)
    except FactcheckError as error:
        raise pytest.UsageError(str(error)) from None
    sys.stdout.write("\n".join([f"{path}:{line}", *lines]) + "\n")
    return pytest.ExitCode.OK


def _explain(path: str, line: int, settings: Settings) -> list[str]:
    from pytest_factcheck.articles.reading import read_article
    from pytest_factcheck.linking.explain import explain

    shelf = books.Shelf(books.load(settings.facts, settings.start), settings)
    article = shelf.dated(read_article(path, settings.published))
    return explain(article, shelf.book, line) or [
        "nothing on this line is a figure, a title, a list or a quote"
    ]


def _split(text: str) -> tuple[str, int]:
    path, _, line = text.rpartition(":")
    if not path or not line.isdecimal() or int(line) < 1:
        raise pytest.UsageError(
            f"--factcheck-explain {text}: write the file and the line, as in article.txt:12."
        )
    return path, int(line)
