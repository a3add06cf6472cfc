"""Tables of what the articles room must find, and errors for files that are no articles."""

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_factcheck.articles.article import Article
from pytest_factcheck.articles.formats import html
from pytest_factcheck.articles.layout import lay_out
from pytest_factcheck.articles.reading import read_article, readers
from pytest_factcheck.articles.sentences import split_sentences
from pytest_factcheck.model.errors import ArticleError, UseError

CASES = Path(__file__).parent / "cases" / "articles"


def cases(name: str) -> list[Any]:
    listed: list[Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return listed


def write(folder: Path, text: str, suffix: str = ".txt") -> Path:
    path = folder / f"article{suffix}"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("row", cases("sentences"))
def test_sentences_end_where_they_should(row: str) -> None:
    text = row.replace(" / ", " ")
    wanted = [part.removeprefix("• ") for part in row.split(" / ")]
    assert [sentence.of(text) for sentence in Article.from_text(text).sentences] == wanted


def test_the_figure_of_a_numbered_heading_is_no_sentence() -> None:
    page = html.read("<h2>1. The town steps back</h2><p>It was 2014. The rest left.")
    assert page.blocks is not None
    found = [sentence.of(page.text) for sentence in split_sentences(page.text, page.blocks)]
    assert found == ["1. The town steps back", "It was 2014.", "The rest left."]


def test_a_blank_that_was_lost_still_ends_a_sentence() -> None:
    text = "They signed the ceasefire.The talks went on.“We won.”He left Booking.com and Node.Js alone."
    found = [sentence.of(text) for sentence in Article.from_text(text).sentences]
    assert found == [
        "They signed the ceasefire.",
        "The talks went on.",
        "“We won.”",
        "He left Booking.com and Node.Js alone.",
    ]


@pytest.mark.parametrize("case", cases("quotations"), ids=lambda case: case["text"][:40])
def test_quotations(case: dict[str, Any]) -> None:
    article = Article.from_text(case["text"])
    assert [quotation.span.of(article.text) for quotation in article.quotations] == case["quotes"]
    if "continues" in case:
        assert [quotation.continues for quotation in article.quotations] == case["continues"]
    for quotation in article.quotations:
        assert article.text[quotation.opened] in "\"“”„«»‘'"
        assert quotation.opened < quotation.span.start < quotation.span.end <= quotation.closed


@pytest.mark.parametrize("case", cases("layout"), ids=lambda case: case["name"])
def test_layout_of_plain_text(case: dict[str, Any]) -> None:
    text = case["text"]
    found = []
    for block in lay_out(text):
        words = re.sub(r"\s+", " ", block.span.of(text))
        lead = "" if block.lead is None else f" {block.lead}"
        found.append(f"{block.role}{lead} | {words}")
    assert found == case["blocks"]


@pytest.mark.parametrize(
    "case", cases("dates"), ids=lambda case: f"{case['text'][:30]} {case.get('given', '')}"
)
def test_publication_date(case: dict[str, Any], tmp_path: Path) -> None:
    article = read_article(write(tmp_path, case["text"], case.get("suffix", ".txt")), case.get("given"))
    assert (article.published, article.published_from) == (case["date"], case["origin"])


def test_from_text_takes_the_date_it_is_given() -> None:
    article = Article.from_text("Long walk\n18 December 2024\nShe walked.", "2025-12-15")
    assert article.published == date(2025, 12, 15)
    assert Article.from_text("She walked.", date(2025, 12, 15)).published == date(2025, 12, 15)
    assert Article.from_text("She walked.").published is None


def test_with_published_names_the_origin_and_keeps_what_was_found() -> None:
    article = Article.from_text("BERLIN, Dec 14 (dpa) - “Talks” began.")
    quotations = article.quotations
    copy = article.with_published(date(2025, 12, 15), "as_of of facts/ukraine.yaml")
    assert copy.published == date(2025, 12, 14)
    assert copy.published_from == "dateline, the year from as_of of facts/ukraine.yaml"
    assert copy.quotations is quotations
    assert article.published is None


def test_a_published_that_is_no_date_is_an_error_of_use() -> None:
    with pytest.raises(UseError, match="not a full date"):
        Article.from_text("She walked.", "some day")
    with pytest.raises(UseError, match="not a full date"):
        Article.from_text("She walked.", "15 December")


BROKEN = [
    ("latin.txt", "Caf\xe9 on the quay\n".encode("latin-1"), "byte 4 (line 1) is 0xE9", "UTF-8"),
    ("second.txt", b"One.\r\nTwo \x97 three.", "byte 11 (line 2) is 0x97", "UTF-8"),
    ("empty.txt", b"", "is empty", "Write it"),
    ("blank.md", b" \n\t\n", "is empty", "Write it"),
    ("bom.txt", b"\xef\xbb\xbf", "is empty", "Write it"),
    ("wide.txt", "Text".encode("utf-16"), "saved as UTF-16", "UTF-8"),
    ("nul.txt", b"Text\nwith \0 in it", "byte 11 (line 2) is a NUL", "UTF-8"),
    ("paper.txt", b"%PDF-1.7 ...", "a PDF document", "plain text"),
    ("letter.md", b"PK\x03\x04....", "a packed document", "plain text"),
    ("bare.html", b"<html><script>var a = 1</script><img src=a></html>", "no text to check", "saved"),
    ("bare.md", b"---\ndate: 2024-01-01\n---\n", "no text to check", "saved"),
    ("article.docx", b"whatever", "no reader for .docx files", ".html"),
]


@pytest.mark.parametrize(("name", "data", "reason", "remedy"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_file_that_is_no_article_is_named_with_reason_and_remedy(
    name: str, data: bytes, reason: str, remedy: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    assert str(path) in str(caught.value)
    assert reason in caught.value.reason
    assert remedy in caught.value.remedy


def test_what_cannot_be_opened_is_an_article_error(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path in (tmp_path / "missing.txt", tmp_path, loop, pipe, Path("nul\0.txt")):
        with pytest.raises(ArticleError):
            read_article(path)


def test_an_html_page_may_declare_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes('<meta charset="windows-1252"><p>Café — “quay”'.encode("cp1252"))
    assert read_article(path).text == "Café — “quay”"


def test_readers_are_the_files_of_the_folder() -> None:
    assert {".txt", "", ".md", ".html"} <= set(readers())


def test_suffixes_are_read_in_any_case(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "# Walk\n\nShe walked.", ".MD")).text == "Walk\n\nShe walked."


def test_helpers_find_the_block_and_the_quotation_around_words() -> None:
    article = Article.from_text("Before.\n\nHe said “one ‘two’ three”.\n\nPost a Comment")
    start = article.text.index("two")
    around = article.quotation_around(start, start + 3)
    assert around is not None
    assert around.span.of(article.text) == "one ‘two’ three"
    assert article.quotation_around(0, 6) is None
    assert article.block_at(start) == 1
    assert article.block_at(8) is None
    assert len(article.sentences) == 2
