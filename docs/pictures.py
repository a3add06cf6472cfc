"""The pictures of the manual, taken of real reports: `python docs/pictures.py` (needs Playwright and a Chromium)."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
SIZE = {"width": 1120, "height": 720}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FENCE = re.compile(r"^```[\w-]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def write_reports(folder: Path) -> None:
    """Write the annotated copies of the seeds and of the tutorial's article."""
    blocks = FENCE.findall((HERE / "tutorial.md").read_text(encoding="utf-8"))
    files = {"facts/harbour.yaml": "as_of:", "articles/quays.txt": "PORT ELDEN"}
    for name, beginning in files.items():
        (folder / name).parent.mkdir()
        block = next(block for block in blocks if block.startswith(beginning))
        (folder / name).write_text(block, encoding="utf-8")
    check(folder, "articles/", folder / "copy.html")
    check(HERE.parent, "seeds/", folder / "seeds.html")


def check(folder: Path, articles: str, report: Path) -> None:
    """Run the check; what it exits with does not matter, since there is something to see."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--factcheck", articles]
    subprocess.run(
        [*command, "--factcheck-report", str(report)], cwd=folder, check=False, capture_output=True
    )


def take(page: Any, name: str, **options: Any) -> None:
    """Take a picture once everything stands where it belongs."""
    page.wait_for_timeout(400)
    page.screenshot(path=HERE / "images" / name, **options)


def pictures(page: Any, folder: Path) -> None:
    """Go through the reports as a reader does, and take a picture at each stop."""
    page.goto((folder / "copy.html").as_uri())
    page.locator("a[href^='#a']").first.click()
    take(page, "tutorial-copy.png", clip={"x": 0, "y": 0, "width": 1120, "height": 545})
    page.goto((folder / "seeds.html").as_uri())
    take(page, "index.png")
    page.get_by_role("heading", name="Articles and facts").evaluate("e => e.scrollIntoView()")
    take(page, "matrix.png")
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name=re.compile("Berlin talks bring")).first.click()
    take(page, "article.png")


def main() -> None:
    """Take all pictures, in light mode."""
    (HERE / "images").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_reports(Path(folder))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        pictures(browser.new_page(viewport=SIZE, color_scheme="light"), Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
