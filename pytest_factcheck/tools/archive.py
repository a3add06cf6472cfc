"""Which files of the given paths are articles, and their text."""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pytest_factcheck.articles.article import Article
from pytest_factcheck.articles.reading import read_article, readers
from pytest_factcheck.model.errors import ArticleError, UseError
from pytest_factcheck.tools.progress import with_progress


def find_articles(paths: Iterable[str], facts: Iterable[str] = ()) -> list[Path]:
    """List the articles: files as given, folders with all below them but what is hidden or keeps the facts."""
    kept = [Path(path).resolve() for path in facts]
    found = list(dict.fromkeys(article for path in paths for article in _articles_of(Path(path), kept)))
    if not found:
        raise UseError(f"There is no article in {', '.join(map(str, paths))}.")
    return found


def read_articles(
    paths: Sequence[Path], published: date | str | None, faults: list[str]
) -> Iterator[Article]:
    """Read the articles one after the other; one that cannot be read is noted, and the others go on."""
    for path in with_progress(paths, "articles"):
        try:
            yield read_article(path, published)
        except ArticleError as error:
            faults.append(str(error))


def _articles_of(path: Path, kept: list[Path]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    suffixes = frozenset(filter(None, readers()))
    for root, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if _is_open(Path(root, name), kept))
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in suffixes:
                yield Path(root, name)


def _is_open(folder: Path, kept: list[Path]) -> bool:
    return not folder.name.startswith(".") and folder.resolve() not in kept
