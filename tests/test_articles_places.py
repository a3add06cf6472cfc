"""The way back from the words of an article to line and column of its file."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_factcheck.articles.article import Article
from pytest_factcheck.articles.formats import html, markdown, text
from pytest_factcheck.articles.page import Page
from pytest_factcheck.articles.reading import read_article
from pytest_factcheck.articles.sentences import split_sentences
from pytest_factcheck.articles.source import is_in_order

READ = {"text": text.read, "markdown": markdown.read, "html": html.read}

# The file, the words to look for in the text that was read, and the stretch of the file where they stand.
PLACES = {
    "emphasis": (
        ".md",
        "The *war* is **nearly four** years old.",
        "nearly four years",
        "nearly four** years",
    ),
    "emphasis inside a word": (".md", "an un**believ**able sum", "unbelievable", "un**believ**able"),
    "nested emphasis": (".md", "It is ***very* old**.", "very old", "very* old"),
    "underscores": (".md", "It _was_ a snake_case name", "snake_case", "snake_case"),
    "an escape": (".md", r"5 \* 3 is 15", "5 * 3", r"5 \* 3"),
    "an entity": (".md", "R&amp;D and 4&nbsp;years", "R&D and 4\xa0years", "R&amp;D and 4&nbsp;years"),
    "a wrapped line": (".md", "nearly\nfour years", "nearly four", "nearly\nfour"),
    "a blockquote over lines": (".md", "> It is nearly\n> four years", "nearly four", "nearly\n> four"),
    "a quote in a list": (".md", "- > It *is*\n  > four years", "is four", "is*\n  > four"),
    "a list item over lines": (".md", "1. It is nearly\n   four years", "nearly four", "nearly\n   four"),
    "front matter": (".md", "---\ndate: 2024-01-01\n---\n\nIt is four.", "It is four", "It is four"),
    "a title in front matter": (
        ".md",
        '---\ntitle: "War in year four"\n---\n\nText.',
        "year four",
        "year four",
    ),
    "a link": (
        ".md",
        "see [the *fourth* year](http://a.b/(c) 'x') of",
        "the fourth year of",
        "the *fourth* year](http://a.b/(c) 'x') of",
    ),
    "a reference link": (".md", "see [the year][1] of\n\n[1]: http://a.b", "year of", "year][1] of"),
    "a picture": (
        ".md",
        "before ![four years](a.png) after",
        "before after",
        "before ![four years](a.png) after",
    ),
    "a heading with hashes": (".md", "## Four *years* ##", "Four years", "Four *years"),
    "a setext heading": (".md", "Four years\n==========", "Four years", "Four years"),
    "a table": (".md", "| City | Years |\n|--|--|\n| Kyiv | **4** years |", "4 years", "4** years"),
    "a table cell with a bar": (".md", "|a|b|\n|-|-|\n|x\\|y|z|", "x|y", "x\\|y"),
    "code": (".md", "the `four years` of", "the four years of", "the `four years` of"),
    "struck out": (".md", "It is ~~three~~ four.", "is four", "is ~~three~~ four"),
    "a footnote mark": (".md", "50,000[^1] troops", "50,000 troops", "50,000[^1] troops"),
    "html in markdown": (".md", "<div>\n<p>It is <b>four</b></p>\n</div>\n\nText", "is four", "is <b>four"),
    "an inline tag in markdown": (".md", "It is <b>four</b> years", "four years", "four</b> years"),
    "CRLF": (".md", "One.\r\n\r\nIt is nearly\r\nfour.\r\n", "nearly four", "nearly\r\nfour"),
    "tabs": (".md", "-\tIt\tis *four*", "is four", "is *four"),
    "emoji and combining marks": (".md", "🎉 e\u0301t *é* 🇺🇦 four", "🇺🇦 four", "🇺🇦 four"),
    "tags": (
        ".html",
        "<p>The <em>war</em> is\n  <b>nearly</b> four",
        "war is nearly four",
        "war</em> is\n  <b>nearly</b> four",
    ),
    "nbsp": (".html", "<p>800&nbsp;000 troops", "800\xa0000 troops", "800&nbsp;000 troops"),
    "a numeric entity": (".html", "<p>It&#8217;s &#x34; years", "It’s 4", "It&#8217;s &#x34;"),
    "an ampersand alone": (".html", "<p>AT&T & co < four", "AT&T & co < four", "AT&T & co < four"),
    "a soft hyphen": (".html", "<p>an agree&shy;ment", "agreement", "agree&shy;ment"),
    "a footnote": (
        ".html",
        "<p>50,000<sup><a href='#1'>[1]</a></sup> men",
        "50,000 men",
        "50,000<sup><a href='#1'>[1]</a></sup> men",
    ),
    "an ordinal": (".html", "<p>the 5<sup>th</sup> year", "5th year", "5<sup>th</sup> year"),
    "a comment": (".html", "<p>nearly <!-- three --> four", "nearly four", "nearly <!-- three --> four"),
    "attributes with brackets": (".html", '<p title="a > b">four', "four", "four"),
    "a line break": (".html", "<p>nearly<br>four", "nearly\nfour", "nearly<br>four"),
    "preformatted": (".html", "<pre>a\n  b</pre>", "a\n  b", "a\n  b"),
    "a struck word": (".html", "<p>is <del>three</del> four", "is four", "is <del>three</del> four"),
    "plain": (".txt", "One.\r\nIt is nearly\r\nfour.", "nearly\r\nfour", "nearly\r\nfour"),
    "plain with emoji": (".txt", "🎉\ne\u0301t 🇺🇦 four", "🇺🇦 four", "🇺🇦 four"),
}


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "bom"])
def test_words_are_found_again_in_the_file(name: str, mark: str, tmp_path: Path) -> None:
    suffix, written, words, stands = PLACES[name]
    path = tmp_path / f"article{suffix}"
    path.write_bytes((mark + written).encode())
    article = read_article(path)
    start = article.text.index(words)
    span = article.source_span(start, start + len(words))
    assert written[span.start : span.end] == stands
    line, column = article.locate(start)
    assert re.split(r"\r\n|\r|\n", written)[line - 1][column - 1 :].startswith(stands[0])
    assert article.line_text(line) == re.split(r"\r\n|\r|\n", written)[line - 1]


def test_lines_and_columns_count_from_one() -> None:
    article = Article.from_text("One.\r\n\ttwo 🎉 three\rfour\n")
    assert article.locate(0) == (1, 1)
    assert article.locate(article.text.index("two")) == (2, 2)
    assert article.locate(article.text.index("three")) == (2, 8)
    assert article.locate(article.text.index("four")) == (3, 1)
    assert article.line_text(2) == "\ttwo 🎉 three"
    assert article.line_text(0) == article.line_text(9) == ""


BLOCKS = {
    "a page": (
        html.read,
        "<html><head><title>Site</title></head><body><nav><a>Home</a></nav><h1>Walk</h1><p>She walked."
        "<ul><li>One<ul><li>Two</ul><li>Three</ul><table><tr><th>City<th>Age<tr><td>Kyiv<td>4</table>"
        "<blockquote><p>Said</blockquote><figure><img><figcaption>Seen</figcaption></figure><p>Share this"
        "<aside>More</aside><footer>Foot</footer>",
        [
            "heading Walk",
            "paragraph She walked.",
            "item1 One",
            "item2 Two",
            "item1 Three",
            "cell City",
            "cell Age",
            "cell5 Kyiv",
            "cell6 4",
            "quote Said",
            "paragraph Seen",
            "furniture Share this",
        ],
    ),
    "a page with main": (
        html.read,
        "<header>Site</header><main><h1>Walk</h1><p>She walked.</main><div>Other</div>",
        ["heading Walk", "paragraph She walked."],
    ),
    "a title without a headline": (
        html.read,
        "<title>Walk</title><p>She walked.",
        ["heading Walk", "paragraph She walked."],
    ),
    "a nav that is never closed": (
        html.read,
        "<nav>Home<p>She walked.",
        ["paragraph Home", "paragraph She walked."],
    ),
    "all in an aside": (html.read, "<aside><p>She walked.</aside>", ["paragraph She walked."]),
    "a page inside a form": (
        html.read,
        "<form><p>She walked.<button>Go</button></form>",
        ["paragraph She walked."],
    ),
    "hidden words": (html.read, "<p hidden>Psst<p style='display: none'>Psst</p><p>Walk", ["paragraph Walk"]),
    "rows headed at the left": (
        html.read,
        "<table><tr><th>Age<td>4<tr><th>Size<td>5</table>",
        ["cell Age", "cell0 4", "cell0 Size", "cell2 5"],
    ),
    "two breaks end a block": (html.read, "<p>One.<br><br>Two.", ["paragraph One.", "paragraph Two."]),
    "markdown": (
        markdown.read,
        "# Walk\n\nShe walked:\n\n- One\n  - Two\n- Three\n\n> Said\n\n| City | Age |\n|--|--|\n"
        "| Kyiv | 4 |\n\n"
        "```\ncode\n```\n\n    indented\n\nPost a Comment\n",
        [
            "heading Walk",
            "paragraph She walked:",
            "item1 One",
            "item2 Two",
            "item1 Three",
            "quote Said",
            "cell City",
            "cell Age",
            "cell6 Kyiv",
            "cell7 4",
            "furniture code",
            "paragraph indented",
            "furniture Post a Comment",
        ],
    ),
    "a title above the text": (
        markdown.read,
        "---\ntitle: Walk\nsubtitle: A long one\n---\nText.",
        ["heading Walk", "paragraph A long one", "paragraph Text."],
    ),
    "a title and a headline": (markdown.read, "---\ntitle: Walk\n---\n# Stroll\n", ["heading Stroll"]),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks_of_markup(name: str) -> None:
    read, written, wanted = BLOCKS[name]
    page = read(written)
    assert page.blocks is not None
    leads = ["" if block.lead is None else str(block.lead) for block in page.blocks]
    words = [block.span.of(page.text) for block in page.blocks]
    assert [f"{b.role}{lead} {w}" for b, lead, w in zip(page.blocks, leads, words, strict=True)] == wanted


SCRAPS = st.sampled_from(
    [
        "The war is nearly four years old. ",
        "“We go,” she said. ",
        'He "won" ',
        "U.S. Gen. J. K. Dole ",
        "5 p.m. ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "  ",
        "* ",
        "- ",
        "1. ",
        "> ",
        "# ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "[",
        "](a)",
        "![",
        "]",
        "|",
        "\n|-|-|\n",
        "---\n",
        "+++\n",
        "date: 2024-01-01\n",
        "<p>",
        "</p>",
        "<b>",
        "<td>",
        "<table>",
        "<ul><li>",
        "</ul>",
        "<!--",
        "-->",
        "<![",
        "<?",
        "<a href='",
        "<script>",
        "<nav>",
        "</nav>",
        "<main>",
        "&amp;",
        "&nbsp;",
        "&",
        "&#0;",
        "&#x110000;",
        "<",
        ">",
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "…",
        "•",
        "🎉",
        "e\u0301",
        "\u2028",
        "\x0b",
        "\xa0",
        "\u202f",
        "\ufeff",
        "\\",
        "BERLIN, Dec 15 (Reuters) - ",
        "99999",
        "[^1]",
        "<sup>1</sup>",
        "```\n",
        "İ",
        "ß",
        "\ud800",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(SCRAPS, max_size=40).map("".join))
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(page: Page, written: str) -> None:
    """Hold a page to everything that must be true of it, whatever was written."""
    article = Article("", page.text, source=page.source, laid=page.blocks)
    last = 0
    for block in article.blocks:
        assert last <= block.span.start < block.span.end <= len(page.text)
        assert block.span.of(page.text) == block.span.of(page.text).strip()
        assert block.lead is None or 0 <= block.lead < len(article.blocks)
        last = block.span.end
        sentences = split_sentences(page.text, [block])
        if block.role != "furniture":
            assert sentences[0].start == block.span.start
            assert sentences[-1].end == block.span.end
        for before, after in pairwise(sentences):
            assert before.start < before.end <= after.start
            assert re.fullmatch(r"[\s•▪●▸]*", page.text[before.end : after.start])
    for quotation in article.quotations:
        assert (
            0
            <= quotation.opened
            < quotation.span.start
            < quotation.span.end
            <= quotation.closed
            <= len(page.text)
        )
    pieces = page.source.pieces
    if pieces is None:
        assert page.text == written
        return
    assert is_in_order(pieces)
    for piece in pieces:
        assert 0 <= piece.origin <= piece.origin_end <= len(written)
        words = page.text[piece.start : piece.end]
        if piece.is_verbatim and not words.isspace() and len(words) > 1:
            assert written[piece.origin : piece.origin_end] == words
    for offset in range(0, len(page.text), 7):
        line, column = article.locate(offset)
        assert line >= 1
        assert 1 <= column <= len(article.line_text(line)) + 2


@pytest.mark.parametrize("name", READ)
@FEW
@given(written=TEXTS)
def test_any_text_is_read_and_mapped(name: str, written: str) -> None:
    check(READ[name](written), written)


@FEW
@given(written=TEXTS)
def test_any_text_makes_an_article(written: str) -> None:
    article = Article.from_text(written)
    assert article.text == written
    assert article.published_from or article.published is None


WORDS = st.lists(
    st.sampled_from("nearly four years war the of talks Kyiv 800,000 percent".split()),
    min_size=1,
    max_size=30,
)


@FEW
@given(
    words=WORDS,
    marks=st.lists(
        st.sampled_from(["**{}**", "*{}*", "{}", "[{}](a.b)", "`{}`", "<b>{}</b>"]), min_size=30, max_size=30
    ),
)
def test_marks_take_no_word_away_and_move_none(words: list[str], marks: list[str]) -> None:
    written = " ".join(mark.format(word) for word, mark in zip(words, marks, strict=False))
    page = markdown.read(written)
    assert page.text.split() == words
    for found in re.finditer(r"\S+", page.text):
        assert page.source.span(*found.span()).of(written) == found.group()


# Costs must grow with the text and not with its square: each scrap, repeated, is read at 1x and 8x.
TRAPS = [
    "<a ",
    "<!--",
    "<",
    "&amp",
    "[",
    "![",
    "](",
    "*a ",
    "_",
    "`",
    "``` ",
    "> ",
    "- ",
    "|",
    "'",
    '"',
    "“",
    "‘s ",
    "’ ",
    ". ",
    "U.S. ",
    " ",
    "\n",
    "\t",
    "\u2028",
    "<td>",
    "<ul><li>",
    "<b>",
    "</i>",
    "<nav>",
    "<sup>",
    "a\n",
    "[^",
    "\\",
    "• ",
    "---\n",
    "a: b\n",
    '5" ',
    "...",
    "1. ",
    "<div>\n",
    "[a]: b\n",
    "<br>",
    "\r",
    "A.",
    "(A) ",
    "said Mr. ",
]


@pytest.mark.parametrize("scrap", TRAPS)
@pytest.mark.parametrize("name", READ)
def test_long_runs_are_read_without_fault(name: str, scrap: str) -> None:
    written = "Text " + scrap * 3_000
    check(READ[name](written), written)
