"""From a file to an article."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from stat import S_ISDIR, S_ISREG

from pytest_factcheck.articles import formats
from pytest_factcheck.articles.article import Article
from pytest_factcheck.articles.days import read_published
from pytest_factcheck.articles.page import Page
from pytest_factcheck.articles.publication import date_text, settle
from pytest_factcheck.model.errors import ArticleError

SAVE_AS = "Save it as UTF-8 and try again."
FOREIGN = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a packed document (.docx, .odt, .epub or .zip)",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich-text document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
OTHER_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
DECLARED = re.compile(rb"<meta[^>]{0,200}\bcharset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
Reader = Callable[[str], Page]


def read_article(path: Path | str, published: date | str | None = None) -> Article:
    """Read a file by its suffix; `published` counts only if the article states no date itself.

    Raises `ArticleError` for a file that cannot be read, and `UseError` for a `published` that is no date.
    """
    given = read_published(published)
    reader = _reader(path)
    characters = decode(_read_bytes(path), path)
    if not characters.strip():
        raise ArticleError(path, "the article is empty", "Write it, or leave it out of the run.")
    page = reader(characters)
    if not page.text.strip():
        raise ArticleError(path, "the file holds no text to check", "See whether the whole page was saved.")
    stated = settle(page.metadata, date_text(page.text))
    article = Article(str(path), page.text, stated.day, stated.origin, page.source, page.blocks, stated)
    return article if given is None or stated.day else article.with_published(given, "--published")


@cache
def readers() -> dict[str, Reader]:
    """List the readers by suffix; each file of `formats/` brings its own."""
    modules = [import_module(f"{formats.__name__}.{found.name}") for found in iter_modules(formats.__path__)]
    return {suffix: module.read for module in modules for suffix in module.SUFFIXES}


def _reader(path: Path | str) -> Reader:
    suffix = Path(path).suffix.lower()
    if suffix in readers():
        return readers()[suffix]
    known = ", ".join(sorted(filter(None, readers())))
    raise ArticleError(path, f"there is no reader for {suffix} files", f"Save the article as one of {known}.")


def _read_bytes(path: Path | str) -> bytes:
    try:
        mode = Path(path).stat().st_mode
        if S_ISDIR(mode):
            raise ArticleError(path, "this is a folder, not an article", "Name a file.")
        if not S_ISREG(mode):
            raise ArticleError(path, "this is not a regular file", "Name a file.")
        return Path(path).read_bytes()
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        reason = f"the article cannot be read: {why[:1].lower()}{why[1:]}"
        raise ArticleError(path, reason, "See whether the file is there and you may read it.") from None


def decode(data: bytes, path: Path | str = "") -> str:
    """Turn a file's bytes into characters: UTF-8 with or without a byte order mark; line ends stay."""
    _refuse_foreign(data, path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        declared = _decode_declared(data, path)
        if declared is not None:
            return declared
        raise _undecodable(data, fault.start, path) from None


def _refuse_foreign(data: bytes, path: Path | str) -> None:
    for start, kind in FOREIGN.items():
        if data.startswith(start):
            raise ArticleError(path, f"this is {kind}, not text", "Save it as plain text, Markdown or HTML.")
    for start, encoding in OTHER_ENCODINGS.items():
        if data.startswith(start):
            raise ArticleError(path, f"the article is saved as {encoding}, not as UTF-8", SAVE_AS)
    nul = data.find(b"\0")
    if nul >= 0:
        reason = f"this is not text: byte {nul + 1} (line {_line(data, nul)}) is a NUL"
        raise ArticleError(path, reason, "If it is an article, save it as UTF-8 text.")


def _decode_declared(data: bytes, path: Path | str) -> str | None:
    """Decode an HTML page by the encoding that it declares itself."""
    declared = DECLARED.search(data[:4096]) if Path(path).suffix.lower() in (".html", ".htm") else None
    if declared is None:
        return None
    try:
        return data.decode(declared[1].decode("ascii"))
    except (LookupError, ValueError):
        return None


def _undecodable(data: bytes, offset: int, path: Path | str) -> ArticleError:
    place = f"byte {offset + 1} (line {_line(data, offset)}) is 0x{data[offset]:02X}"
    return ArticleError(path, f"the article is not UTF-8: {place}, which fits no character there", SAVE_AS)


def _line(data: bytes, offset: int) -> int:
    return len(data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
