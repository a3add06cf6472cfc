"""The annotated copy in a real browser: marks, filters, keys, colours, paper, and no request at all."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pytest_factcheck.reporting import html
from pytest_factcheck.reporting.report import Report
from tests.browser.conftest import Opener, printed
from tests.html_samples import hostile, lacking, many, overlapping

WORDS = """() => Object.fromEntries([...document.querySelectorAll(".ref")].map(ref => {
    const pieces = document.querySelectorAll(`article mark[data-s~="${ref.dataset.n}"]`);
    return [ref.dataset.n, [...pieces].map(piece => piece.textContent).join("")];
}))"""
BROKEN_OUT = """() => {
    const all = [...document.querySelectorAll("*")];
    return [
        document.querySelectorAll('script:not([type="text/html"])').length - 1,
        all.filter(one => [...one.attributes].some(a => a.name.startsWith("on"))).length,
        document.querySelectorAll("img, iframe, object, b, base").length,
        [...document.links].filter(a => !/^(https?:|file:)/.test(a.href)).length,
    ];
}"""
AXE_RUN = """axe.run().then(found => found.violations.map(
    rule => [rule.id, rule.nodes.map(node => node.html + node.any.map(a => a.message))]))"""
NARROW = {"viewport": {"width": 360, "height": 740}}


def visible(page: Any, selector: str) -> int:
    return int(page.locator(selector).locator("visible=true").count())


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_each_highlight_is_the_words_of_its_verdict(show: Opener, tmp_path: Path) -> None:
    report = overlapping(tmp_path)
    page = show(html.render(report), "#a1")
    expected = {str(n): s.verdict.text for n, s in enumerate(report.articles[0].statements, 1)}
    found = page.evaluate(WORDS)
    assert {n: squeezed(words) for n, words in found.items()} == {
        n: squeezed(words) for n, words in expected.items()
    }


def test_marks_differ_without_colour(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)), "#a1")
    style = "e => getComputedStyle(e).textDecorationStyle"
    styles = {
        mark: page.locator(f"article mark.{mark}").first.evaluate(style)
        for mark in ("contradicts", "may", "unsure", "agrees")
    }
    assert styles == {"contradicts": "wavy", "may": "dashed", "unsure": "dotted", "agrees": "solid"}
    assert {ref[0] for ref in page.locator(".ref").all_inner_texts()} == set("✗≠?✓")


def test_cards_stand_beside_their_words_and_never_on_each_other(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)), "#a1")
    page.evaluate("document.querySelectorAll('.card').forEach(c => c.open = true)")
    page.wait_for_timeout(100)
    boxes = [card.bounding_box() for card in page.locator(".body .card").all()]
    text = page.locator(".body p").first.bounding_box()
    assert all(box["x"] > text["x"] + text["width"] for box in boxes)
    assert all(a["y"] + a["height"] <= b["y"] for a, b in pairwise(boxes))
    first = page.locator("article mark").first.bounding_box()
    assert abs(first["y"] - boxes[0]["y"]) < 30


def test_switches_hide_and_show_marks(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)), "#a1")
    page.click(".switch.agrees")
    assert visible(page, ".card.agrees") == visible(page, ".ref.agrees") == 0
    assert page.locator("article mark.agrees").count() == 0
    assert page.locator(".switch.agrees").get_attribute("aria-pressed") == "false"
    page.click(".switch.may")
    assert page.locator('mark[data-s="2 3 4"]').get_attribute("class") == "several unsure"
    page.click(".switch.may")
    page.click(".switch.agrees")
    assert visible(page, ".card.agrees") == 5


def test_keys_walk_through_the_statements(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)), "#a1")
    at = "document.activeElement.dataset.n || document.activeElement.closest('.card')?.dataset.n"
    walked = []
    for key in ("j", "j", "j", "k", "c"):
        page.keyboard.press(key)
        walked.append(page.evaluate(at))
    # The references stand where the words end, so the third statement comes before the second.
    order = [ref.get_attribute("data-n") for ref in page.locator(".ref").all()]
    assert walked[:4] == [order[0], order[1], order[2], order[1]]
    assert page.locator(".card.active").get_attribute("data-n") == walked[4]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.evaluate(at) == walked[4]
    page.keyboard.press("u")
    assert page.locator("#index").is_visible()


def test_the_skip_link_stays_in_the_article(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(many(tmp_path, 2)), "#a2")
    page.keyboard.press("Shift+Tab")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'content'")
    assert page.locator("#a2").is_visible()


def test_tab_reaches_everything_in_order(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)))
    names = []
    for _ in range(12):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert names[0] == "skip"
    assert (
        names.index("theme")
        < names.index("total contradicts")
        < names.index("search")
        < names.index("by-fact")
    )


def test_slash_searches_from_everywhere(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(many(tmp_path, 9)), "#a2")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'search'")
    page.keyboard.type("story 0004 jukt")
    assert page.locator("#shown").inner_text() == "0 of 9 articles"
    page.locator("#search").fill("STORY 0004")
    assert page.locator("#shown").inner_text() == "1 of 9 articles"
    assert visible(page, ".row") == 1


def test_single_keys_can_be_switched_off(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(many(tmp_path, 3)))
    page.keyboard.press("?")
    page.get_by_label("Use single keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("t")
    assert page.evaluate("document.documentElement.dataset.theme") is None


def test_filters(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(many(tmp_path, 9)))
    shown = page.locator("#shown")
    assert (visible(page, ".row"), visible(page, ".finding")) == (9, 3)
    page.click(".total.contradicts")
    assert (shown.inner_text(), visible(page, ".finding")) == ("3 of 9 articles", 3)
    page.click(".total.agrees")
    assert shown.inner_text() == "9 articles"
    page.click("#filters [type=reset]")
    folder = next(o for o in page.locator("#by-folder option").all_inner_texts() if o.endswith("/sea"))
    page.select_option("#by-folder", folder)
    assert (shown.inner_text(), visible(page, ".finding")) == ("4 of 9 articles", 1)
    page.click(".total.contradicts")
    assert shown.inner_text() == "1 of 9 articles"
    page.click("#filters [type=reset]")
    assert shown.inner_text() == "9 articles"
    page.select_option("#by-fact", label="cranes")
    assert (shown.inner_text(), visible(page, ".fact")) == ("9 articles", 1)


def test_a_long_list_of_findings_is_cut_until_asked_for(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(many(tmp_path, 48)))
    assert visible(page, ".finding") == 12
    page.click("text=Show all 16")
    assert visible(page, ".finding") == 16


def test_the_picture_leads_to_the_statement(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(many(tmp_path, 4)))
    strip = page.locator(".strip").nth(3)
    assert strip.get_attribute("aria-label") == "contradicts: cranes; agrees with 0 facts"
    strip.hover(position={"x": 9, "y": 9})
    assert page.locator("#hint").inner_text() == "cranes"
    strip.click(position={"x": 9, "y": 9})
    assert page.evaluate("document.activeElement.id") == "a4s1"
    assert page.locator("#a4").is_visible()
    assert not page.locator("#index").is_visible()
    page.go_back()
    page.wait_for_selector("#index:visible")


@pytest.mark.parametrize("count", [3, 60], ids=["ready", "kept as text"])
def test_articles_open_and_lead_to_each_other(show: Opener, tmp_path: Path, count: int) -> None:
    page = show(html.render(many(tmp_path, count)))
    page.click(".open >> text=Story 0")
    assert page.locator("#a1 h1").inner_text() == "Story 0"
    assert page.title() == "Story 0 · Fact check"
    page.keyboard.press("n")
    page.wait_for_selector("#a2:visible")
    page.keyboard.press("n")
    page.wait_for_selector("#a3:visible")
    page.keyboard.press("p")
    page.wait_for_selector("#a2:visible")
    assert "coast desk" in page.locator("#a2 .card").first.evaluate("e => e.textContent")
    assert page.locator("article.shown").count() == 1


def test_a_folder_of_pages(show: Opener, tmp_path: Path) -> None:
    html.write_pages(many(tmp_path, 3), tmp_path / "out")
    page = show(tmp_path / "out" / "index.html")
    page.click(".finding a")
    page.wait_for_function("document.activeElement.id === 'a1s1'")
    page.keyboard.press("n")
    page.wait_for_selector("#a2:visible")
    page.keyboard.press("u")
    page.wait_for_selector("#index:visible")


def test_dark_and_light(show: Opener, tmp_path: Path) -> None:
    text = html.render(overlapping(tmp_path))
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = show(text, color_scheme="dark")
    light = show(text, color_scheme="light")
    assert dark.locator("#theme").get_attribute("aria-pressed") == "true"
    before = light.evaluate(paper)
    assert dark.evaluate(paper) != before
    dark.click("#theme")
    assert dark.evaluate(paper) == before
    dark.reload()
    assert dark.evaluate(paper) == before


def test_a_narrow_screen_needs_no_scrolling_sideways(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)), "#a1", **NARROW)
    wide = "document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(wide) <= 0
    assert visible(page, ".card.agrees") == 0
    page.click(".ref.agrees >> nth=0")
    assert visible(page, ".card.agrees") == 1
    page.goto(page.url.split("#")[0] + "#index")
    assert page.evaluate(wide) <= 0


def test_on_paper_all_cards_follow_the_article(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)), "#a1")
    with printed(page):
        assert visible(page, ".endnotes .card dl") == 8
        assert visible(page, ".bar, .switches, .neighbours") == 0
    assert page.locator(".endnotes").count() == 0
    assert visible(page, ".body .card.agrees dl") == 0
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("count", [1, 60], ids=["ready", "kept as text"])
@pytest.mark.parametrize("place", ["", "#a1"])
def test_hostile_words_stay_words(show: Opener, tmp_path: Path, count: int, place: str) -> None:
    page = show(html.render(hostile(tmp_path, count)), place)
    assert page.evaluate(BROKEN_OUT) == [0, 0, 0, 0]
    if place:
        assert page.locator("#a1 h1").inner_text().startswith("Title <script>a")
        assert "<script>alert(9)<{{x}}&.txt" in page.locator("#a1 .head").inner_text()


def test_hostile_pages_stay_words(show: Opener, tmp_path: Path) -> None:
    html.write_pages(hostile(tmp_path), tmp_path / "out")
    page = show(next((tmp_path / "out" / "articles").iterdir()))
    assert page.evaluate(BROKEN_OUT) == [0, 0, 0, 0]


def test_findings_without_words_can_be_reached(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(lacking(tmp_path)))
    page.click("text=no statement of this fact")
    assert page.evaluate("document.activeElement.closest('.card').id") == "a3c1"


def test_without_scripts_everything_can_be_read(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)), java_script_enabled=False)
    assert page.locator("#index").is_visible()
    assert page.locator("#a1").is_visible()


# ---------------------------------------------------------------- accessibility


@pytest.mark.parametrize(
    ("make", "place", "scheme"),
    [
        (overlapping, "", "light"),
        (overlapping, "", "dark"),
        (overlapping, "#a1", "light"),
        (overlapping, "#a1", "dark"),
        (lacking, "#a3", "light"),
        (lambda folder: many(folder, 5), "", "light"),
    ],
)
def test_axe_finds_nothing(
    show: Opener, axe: str, tmp_path: Path, make: Any, place: str, scheme: str
) -> None:
    report: Report = make(tmp_path)
    page = show(html.render(report), place, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(axe)
    found = page.evaluate(AXE_RUN)
    assert found == []


def test_landmarks_headings_and_labels(show: Opener, tmp_path: Path) -> None:
    page = show(html.render(overlapping(tmp_path)))
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("search").count() == 1
    assert page.get_by_role("navigation", name="Pages").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("status").count() == 1
    page.goto(page.url + "#a1")
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("link", name="Statement 1 contradicts: cranes").count() == 1
