"""The annotated copy as text: its marks stand on the words, and nothing that it shows can break out."""

from __future__ import annotations

import hashlib
import re
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pytest_factcheck import FactcheckError, check_article, load_facts, read_article
from pytest_factcheck.articles.parts import Block
from pytest_factcheck.checking.coverage import coverage
from pytest_factcheck.model.exemption import Exemption
from pytest_factcheck.model.span import Span
from pytest_factcheck.reporting import html
from pytest_factcheck.reporting.annotated import annotate
from pytest_factcheck.reporting.formats import check_format, formats, write
from pytest_factcheck.reporting.pieces import cut, unplaced
from pytest_factcheck.reporting.report import CheckedArticle, Report, Statement
from tests.conftest import RIGHT, WRONG, Newsroom
from tests.html_samples import (
    EVIL,
    checked,
    hostile,
    lacking,
    many,
    overlapping,
    read_facts,
    stated,
    write_article,
)

ROOT = Path(__file__).parent.parent
VOID = frozenset("meta link br input hr img".split())


class Page(HTMLParser):
    """What a browser would build of the copy: elements, words by statement, scripts, addresses."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str]]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: dict[tuple[str, str], str] = {}
        self.unchecked: list[str] = []
        self.text: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {key: value or "" for key, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag == "path":
            return
        while self.open and self.open[-1][0] == "path":
            self.open.pop()
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1][0] == tag, f"</{tag}> closes <{self.open[-1][0]}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        tag, attributes = self.open[-1] if self.open else ("", {})
        self.text.setdefault(tag, []).append(data)
        if tag == "u":
            self.unchecked.append(data)
        if "data-s" in attributes:
            view = next(a["id"] for t, a in self.open if t == "article")
            for number in attributes["data-s"].split():
                self.words[view, number] = self.words.get((view, number), "") + data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown_statements(report: Report) -> Iterator[tuple[tuple[str, str], str]]:
    for number, article in enumerate(report.articles, 1):
        for at, statement in enumerate(article.statements, 1):
            yield (f"a{number}", str(at)), statement.verdict.text


def test_each_highlight_stands_on_exactly_the_words_of_its_verdict(tmp_path: Path) -> None:
    report = overlapping(tmp_path)
    page = Page(html.render(report))
    expected = dict(shown_statements(report))
    assert {key: squeezed(words) for key, words in page.words.items()} == {
        key: squeezed(words) for key, words in expected.items()
    }
    one_block = {key: words for key, words in expected.items() if "\n" not in words}
    assert {key: page.words[key] for key in one_block} == one_block


def test_the_seeds_are_marked_on_the_words_of_their_verdicts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    book = load_facts("facts")
    articles = []
    for path in sorted(Path("seeds").iterdir()):
        article = read_article(path)
        found = tuple(Statement(verdict) for verdict in check_article(article, book))
        articles.append(CheckedArticle(str(path), article.published, found))
    report = Report(tuple(articles), book.facts)
    page = Page(html.render(report))
    expected = {key: squeezed(words) for key, words in shown_statements(report)}
    assert len(expected) > 50
    assert {key: squeezed(words) for key, words in page.words.items()} == expected


def test_a_piece_takes_the_gravest_of_the_marks_over_it(tmp_path: Path) -> None:
    marks = Page(html.render(overlapping(tmp_path))).all("mark")
    kinds = {mark["data-s"]: mark["class"] for mark in marks if "data-s" in mark}
    assert kinds["1"] == "contradicts"
    assert kinds["2"] == "unsure"
    assert kinds["2 3 4"] == "may several"
    assert kinds["4"] == "may"
    assert kinds["6"] == "agrees"


def test_what_nobody_has_checked_is_marked(tmp_path: Path) -> None:
    page = Page(html.render(overlapping(tmp_path)))
    # The dateline, what a statement touches, numbers below ten and furniture are left alone.
    assert page.unchecked == ["about 40 percent", "$3 million", "12", "15", "May"]


def test_a_card_tells_all_that_an_editor_needs(tmp_path: Path) -> None:
    text = html.render(overlapping(tmp_path))
    (card,) = re.findall(r'<details class="card contradicts" id="a1c1".*?</details>', text, re.DOTALL)
    flat = " ".join(re.sub(r"<[^>]+>", " ", card).split())
    for words in (
        "1 ✗ contradicts cranes",
        "expected 12 cranes",
        "“cranes” belongs to “harbour” counts what the fact counts",
        "fact The harbour has 12 cranes",
        "source Port authority, yearbook , read on 8 January 2024",
        "verified by coast desk on 9 January 2024",
        "recheck by 1 March 2024",
        "port.yaml:2",
        "harbour.md:1:",
    ):
        assert words in flat
    assert 'href="https://port.example/yearbook" target="_blank" rel="noopener noreferrer"' in card
    assert "stale" not in card
    assert "it no longer blocks" in text


def test_a_finding_is_told_in_whole_words(tmp_path: Path) -> None:
    article = write_article(
        tmp_path, "long.txt", "Grandiloquent words go on and on. " * 5 + "15 cranes. " + "Nothing else. " * 9
    )
    (card,) = annotate(1, checked(article, stated(article, "15 cranes", None))).cards
    before, words, after = card.context
    assert words == "15 cranes"
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert set(before.split() + after.split()) <= {"…", ".", *article.text.split()}


def test_a_computation_stands_on_its_own_line(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    words = "nearly four years: 24 February 2022 to 15 December 2025 is 3.81 years"
    report = Report((CheckedArticle(article.path, None, (stated(article, "15", None, expected=words),)),), ())
    flat = " ".join(re.sub(r"<[^>]+>", " ", html.render(report)).split())
    assert "expected nearly four years computed 24 February 2022 to 15 December 2025 is 3.81 years" in flat


def test_findings_without_words_are_shown_above_the_article(tmp_path: Path) -> None:
    text = html.render(lacking(tmp_path))
    assert "does not state" in text
    assert "no statement of this fact in the article" in text
    assert "The article has changed since it was checked" in text
    assert "The article could not be read again" in text
    assert Page(text).words == {}


def test_what_is_let_pass_is_marked_as_such(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    (cranes, _) = read_facts(tmp_path)
    leave = Exemption("waiver", "waivers.yaml:3", "a <quotation> of 1990", "Ann Bell", date(2024, 2, 1))
    known = Exemption("baseline", "baseline.yaml:9")
    statements = (
        replace(stated(article, "15 cranes", cranes), exemption=leave),
        replace(stated(article, "15 cranes", cranes, nth=1), exemption=known),
    )
    report = Report((checked(article, *statements),), (cranes,), notes=("the waiver <i> has expired",))
    text = html.render(report)
    assert "waived by Ann Bell until 1 February 2024: a &lt;quotation&gt; of 1990 (waivers.yaml:3)" in text
    assert "known since the baseline (baseline.yaml:9)" in text
    assert "2 contradictions waived or known before" in text
    assert "No statement contradicts a fact." in text
    assert "the waiver &lt;i&gt; has expired" in text
    assert {mark["class"] for mark in Page(text).all("mark") if "data-s" in mark} == {"waived"}


def test_coverage_of_the_run_is_told(tmp_path: Path) -> None:
    report = overlapping(tmp_path)
    (article,) = report.articles
    found = coverage(read_article(article.path), article.verdicts)
    told = replace(
        report, coverage={article.path: found}, silent={"ferries": "none of its words stands there"}
    )
    text = html.render(told)
    assert f"percent of {found.checkable} checkable statements checked" in text
    assert "none of its words stands there" in text
    assert Page(text).unchecked == [gap.text for gap in found.gaps]


def test_an_empty_report_is_a_page(tmp_path: Path) -> None:
    assert "0 articles held against 0 facts" in html.render(Report((), ()))
    html.write_pages(Report((), ()), tmp_path)
    assert (tmp_path / "index.html").is_file()


# ---------------------------------------------------------------- hostile words


@pytest.fixture(params=[1, 3], ids=["ready", "kept as text"])
def evil(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(html, "OPEN_MOST", 2)
    return html.render(hostile(tmp_path, request.param))


def test_nothing_hostile_becomes_markup(evil: str) -> None:
    page = Page(evil)
    assert not page.open
    scripts = page.all("script")
    assert [attributes for attributes in scripts if attributes.get("type") != "text/html"] == [{}]
    assert not page.all("img")
    assert not page.all("b")
    assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on")]
    assert not [attributes for _, attributes in page.elements if "style" in attributes]


def test_hostile_words_are_shown_as_they_are(evil: str) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in evil
    assert EVIL not in evil
    assert "{{ 7*7 }}" in evil


def test_only_addresses_of_the_web_become_links(evil: str) -> None:
    page = Page(evil)
    for attributes in page.all("a"):
        assert re.match(r"#|https?://", attributes["href"])
    assert "javascript:alert(4)" in "".join(page.text["span"])


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://port.example/yearbook?a=1&b=2#c", True),
        ("HTTP://port.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("\thttps://port.example", False),
        ('https://port.example/" onclick="', False),
        ("https://port.example/a b", False),
        ("data:text/html,x", False),
        ("//port.example", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("", False),
        (None, False),
    ],
)
def test_web_address(url: str | None, is_safe: bool) -> None:
    assert bool(html.web_address(url)) is is_safe


def test_the_policy_allows_this_style_and_this_script_only(tmp_path: Path) -> None:
    text = html.render(overlapping(tmp_path))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.replace("&#39;", "'").split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert "unsafe" not in policy


def test_pages_cannot_leave_their_folder(tmp_path: Path) -> None:
    names = [
        html.page_name(path)
        for path in ("../../etc/passwd", "a/b.md", "c/b.md", "<script>.md", "日本.txt", "")
    ]
    assert all(re.fullmatch(r"[a-z0-9-]+\.html", name) for name in names)
    assert len(set(names)) == len(names)


# ---------------------------------------------------------------- many articles


def test_of_many_articles_each_is_text_until_it_is_opened(tmp_path: Path) -> None:
    text = html.render(many(tmp_path, html.OPEN_MOST + 1))
    page = Page(text)
    assert not page.all("article")
    kept = [a for a in page.all("script") if a.get("type") == "text/html"]
    assert len(kept) == html.OPEN_MOST + 1
    assert len(page.all("template")) == 2
    assert not Page(html.render(many(tmp_path, html.OPEN_MOST))).all("template")


def test_a_folder_gets_an_index_and_a_page_for_each_article(tmp_path: Path) -> None:
    report = many(tmp_path / "copy", 3)
    html.write_pages(report, tmp_path / "out")
    index = Page((tmp_path / "out" / "index.html").read_text("utf-8"))
    links = {a["href"].split("#")[0] for a in index.all("a") if a["href"].startswith("articles/")}
    assert links == {f"articles/{html.page_name(article.path)}" for article in report.articles}
    for link in links:
        page = Page((tmp_path / "out" / link).read_text("utf-8"))
        assert {"../index.html"} <= {a["href"] for a in page.all("a")}
        for attributes in page.all("a"):
            here = attributes["href"].split("#")[0]
            assert not here or here.startswith("https:") or (tmp_path / "out" / "articles" / here).is_file()


def test_every_inner_link_leads_somewhere(tmp_path: Path) -> None:
    for make in (overlapping, lacking, lambda folder: many(folder, 4)):
        page = Page(html.render(make(tmp_path)))
        ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        assert {a["href"][1:] for a in page.all("a") if a["href"][0] == "#"} <= {*ids, "content"}


# ---------------------------------------------------------------- cutting


BLOCKS = (Block(Span(0, 10), "paragraph"), Block(Span(12, 20), "paragraph"))
TEXT = "abcdefghij\n\nklmnopqr"


def shown(*marks: tuple[int, int]) -> list[list[tuple[str, tuple[int, ...], tuple[int, ...]]]]:
    parts = cut(TEXT, BLOCKS, [Span(*mark) for mark in marks])
    return [[(piece.text, piece.marks, piece.ends) for piece in part.pieces] for part in parts]


@pytest.mark.parametrize(
    ("marks", "first"),
    [
        ([], [("abcdefghij", (), ())]),
        ([(0, 10)], [("abcdefghij", (0,), (0,))]),
        ([(2, 5)], [("ab", (), ()), ("cde", (0,), (0,)), ("fghij", (), ())]),
        (
            [(1, 6), (4, 8)],
            [("a", (), ()), ("bcd", (0,), ()), ("ef", (0, 1), (0,)), ("gh", (1,), (1,)), ("ij", (), ())],
        ),
        ([(0, 4), (0, 4)], [("abcd", (0, 1), (0, 1)), ("efghij", (), ())]),
        ([(8, 14)], [("abcdefgh", (), ()), ("ij", (0,), ())]),
        ([(8, 11)], [("abcdefgh", (), ()), ("ij", (0,), (0,))]),
    ],
)
def test_cut(marks: list[tuple[int, int]], first: list[tuple[str, tuple[int, ...], tuple[int, ...]]]) -> None:
    assert shown(*marks)[0] == first


def test_marks_over_two_blocks_begin_once_and_end_once() -> None:
    parts = cut(TEXT, BLOCKS, [Span(8, 14), Span(11, 13), Span(10, 12), Span(5, 5)])
    assert [part.begins for part in parts] == [(0,), (1,)]
    assert [[piece.ends for piece in part.pieces if piece.ends] for part in parts] == [[], [(1,), (0,)]]
    assert unplaced(BLOCKS, [Span(8, 14), Span(11, 13), Span(10, 12), Span(5, 5)]) == {2, 3}


# ---------------------------------------------------------------- the option


def test_the_format_is_found_by_its_suffix() -> None:
    assert formats()[".html"] is html


def test_a_file_or_a_folder_is_written_by_a_run(newsroom: Newsroom) -> None:
    newsroom.write({"news/right.txt": RIGHT, "news/wrong.txt": WRONG})
    newsroom.run("news", "--factcheck-report=copy.html", "--factcheck-report=copy/")
    assert Page(newsroom.read("copy.html")).words == {("a1", "1"): "12 cranes", ("a2", "1"): "15 cranes"}
    assert "2 articles held against" in newsroom.read("copy/index.html")
    assert "15 cranes" in newsroom.read(f"copy/articles/{html.page_name('news/wrong.txt')}")


def test_without_jinja_the_run_ends_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytest_factcheck.reporting.html.find_spec", lambda _: None)
    with pytest.raises(FactcheckError, match=r"pip install 'pytest-factcheck\[html\]'"):
        check_format(Path("copy.html"))
    check_format(Path("report.json"))


def test_jinja_is_not_imported_before_it_is_needed(pytester: pytest.Pytester) -> None:
    code = "import sys, pytest_factcheck.reporting.html; sys.exit('jinja2' in sys.modules)"
    assert pytester.run(sys.executable, "-c", code).ret == 0


def test_the_same_report_gives_the_same_copy(tmp_path: Path) -> None:
    report = overlapping(tmp_path)
    write(report, tmp_path / "one.html")
    assert (tmp_path / "one.html").read_text("utf-8") == html.render(report)
