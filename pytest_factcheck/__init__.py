"""Check news copy against the facts that fact-checkers keep.

Everything here is loaded on first use, so that `pytest` without `--factcheck` pays nothing for the plugin.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pytest_factcheck.articles.article import Article as Article
    from pytest_factcheck.articles.reading import read_article as read_article
    from pytest_factcheck.checking.check import check_article as check_article
    from pytest_factcheck.facts.book import FactBook as FactBook
    from pytest_factcheck.facts.load import load_facts as load_facts
    from pytest_factcheck.language.mentions import find_mentions as find_mentions
    from pytest_factcheck.model.errors import ArticleError as ArticleError
    from pytest_factcheck.model.errors import FactcheckError as FactcheckError
    from pytest_factcheck.model.errors import FactsError as FactsError
    from pytest_factcheck.model.mention import Mention as Mention
    from pytest_factcheck.model.verdict import Verdict as Verdict
    from pytest_factcheck.plugin.declare import fact as fact

__version__ = "0.1.0"

_HOMES = {
    "Article": "articles.article",
    "ArticleError": "model.errors",
    "FactBook": "facts.book",
    "FactcheckError": "model.errors",
    "FactsError": "model.errors",
    "Mention": "model.mention",
    "Verdict": "model.verdict",
    "check_article": "checking.check",
    "fact": "plugin.declare",
    "find_mentions": "language.mentions",
    "load_facts": "facts.load",
    "read_article": "articles.reading",
}

__all__ = [
    "Article",
    "ArticleError",
    "FactBook",
    "FactcheckError",
    "FactsError",
    "Mention",
    "Verdict",
    "check_article",
    "fact",
    "find_mentions",
    "load_facts",
    "read_article",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
