"""A real Chromium for the annotated copy, or a loud reason why there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
NAMES = ("chromium", "chromium-browser", "google-chrome")
AXE = "FACTCHECK_AXE"
"""The environment variable that names the file `axe.min.js` of the npm package axe-core."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave no trace of these tests in a run that cannot have them but the reason."""
    reason = _why_not()
    for item in items:
        if reason and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"NOT TESTED IN A BROWSER: {reason}"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say it where nobody can overlook it."""
    if reason := _why_not():
        terminalreporter.write_line(f"NOT TESTED IN A BROWSER: {reason}", yellow=True, bold=True)


def _why_not() -> str:
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "Playwright is missing (pip install 'pytest-factcheck[browser]')"
    return "" if _chromium() else f"no Chromium on the PATH (looked for {', '.join(NAMES)})"


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


@dataclass(slots=True)
class Watch:
    """What a page did besides showing itself."""

    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
        yield chromium
        chromium.close()


Opener = Callable[..., Any]


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Open a copy; afterwards see that it asked nobody for anything and complained of nothing."""
    watch, contexts = Watch(), []

    def opener(text: str | Path, place: str = "", **options: Any) -> Any:
        path = text if isinstance(text, Path) else tmp_path / "copy.html"
        if isinstance(text, str):
            path.write_text(text, encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1300, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        _observe(page, watch)
        page.goto(f"{path.as_uri()}{place}")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert watch.console == []
    assert watch.dialogs == []
    assert [url for url in watch.requests if not url.startswith(("file:", "data:"))] == []
    assert all(url.split("#")[0].endswith(".html") for url in watch.requests if url.startswith("file:"))


def _observe(page: Any, watch: Watch) -> None:
    page.on("console", lambda message: watch.console.append(message.text))
    page.on("pageerror", lambda error: watch.console.append(str(error)))
    page.on("request", lambda request: watch.requests.append(request.url))
    page.on("dialog", lambda dialog: _refuse(dialog, watch))


def _refuse(dialog: Any, watch: Watch) -> None:
    watch.dialogs.append(dialog.message)
    dialog.dismiss()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from where npm put it."""
    places = [os.environ.get(AXE, ""), "node_modules/axe-core/axe.min.js"]
    found = next((Path(place) for place in places if place and Path(place).is_file()), None)
    if found is None:
        pytest.skip(f"NOT TESTED WITH AXE: npm install axe-core, and name its axe.min.js in {AXE}")
    return found.read_text(encoding="utf-8")


@contextmanager
def printed(page: Any) -> Iterator[None]:
    """See a page as the printer does."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    yield
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
