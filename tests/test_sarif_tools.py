"""SARIF as the validators of others see it: the published schema, and Microsoft's multitool.

Both come from npm and are no part of this project:
`npm install --ignore-scripts @microsoft/sarif-multitool @microsoft/jest-sarif`, here or in the folder that
FACTCHECK_NPM names.
"""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import FACTS, FERRIES, LOOSE, RIGHT, WRONG

ROOT = Path(__file__).parent.parent
MODULES = Path(os.environ.get("FACTCHECK_NPM", ROOT)) / "node_modules/@microsoft"
SCHEMAS = ("jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", "sarif-multitool-{system}/sarif-2.1.0.json")
SYSTEMS = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}

PEDANTIC = {
    "SARIF2002": "messages are whole sentences of the article and the fact; none has an id",
    "SARIF2003": "the report is written without asking git where the articles come from",
    "SARIF2005": "the project has no public address yet that informationUri could give",
    "SARIF2006": "whether a source can be reached is no property of the report",
    "SARIF2009": "a rule is a fact, and is called as its fact-checkers call it, not CS2001",
    "SARIF2011": "the end of a statement in the file is not known, and so no larger region",
    "SARIF2012": "a fact has no second name, and one whose source has no address has no helpUri",
}
"""Advice of the multitool that is not followed, with the reason."""


def installed(name: str) -> Path:
    """Find a file of one of the npm packages, or skip the test and say loudly what is missing."""
    path = MODULES / name.format(system=SYSTEMS.get(platform.system(), "linux"))
    if not path.exists():
        packages = "@microsoft/sarif-multitool @microsoft/jest-sarif"
        pytest.skip(f"SARIF NOT VALIDATED: {path.name} is missing (npm install --ignore-scripts {packages})")
    return path


WAIVERS = """\
- {article: news/waived.txt, fact: cranes, excerpt: 15 cranes, reason: asked, by: Mira, until: 1 May 2999}
- {article: news/none.txt, fact: cranes, excerpt: 15 cranes, reason: of no use, by: Mira, until: 1 May 2999}
"""
ODD = "news/50% [a] é#.txt"


def of_the_seeds(folder: Path) -> Path:
    return _report_of(ROOT, "seeds", folder)


def of_odd_articles(folder: Path) -> Path:
    files = {ODD: WRONG, "news/loose.md": LOOSE, "news/waived.txt": WRONG, "news/right.txt": RIGHT}
    files |= {"facts/port.yaml": FACTS + FERRIES, "facts/waivers.yaml": WAIVERS}
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return _report_of(folder, "news", folder)


def _report_of(folder: Path, articles: str, target: Path) -> Path:
    path = target / "out.sarif"
    command = [sys.executable, "-m", "pytest", "--factcheck", articles, "--factcheck-report", str(path)]
    subprocess.run([*command, "-p", "no:cacheprovider"], cwd=folder, capture_output=True, check=False)
    return path


@pytest.fixture(scope="module")
def multitool() -> Path:
    name = "Sarif.Multitool.exe" if platform.system() == "Windows" else "Sarif.Multitool"
    tool = installed(f"sarif-multitool-{{system}}/{name}")
    tool.chmod(0o755)  # npm asks before it lets a package do that
    return tool


@pytest.fixture(scope="module", params=SCHEMAS)
def schema(request: pytest.FixtureRequest) -> Any:
    return json.loads(installed(request.param).read_text(encoding="utf-8-sig"))


@pytest.fixture(scope="module", params=[of_the_seeds, of_odd_articles])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SARIF of the project's seeds, or of articles with an odd name, waivers and a note."""
    path: Path = request.param(tmp_path_factory.mktemp("sarif"))
    return path


def test_sarif_is_valid_by_the_schema(schema: Any, written: Path) -> None:
    validator = jsonschema.validators.validator_for(schema)
    log = json.loads(written.read_text(encoding="utf-8"))
    assert log["runs"][0]["results"]
    assert [error.message for error in validator(schema).iter_errors(log)] == []


def test_sarif_is_valid_by_the_multitool(multitool: Path, written: Path) -> None:
    findings = _validate(multitool, written)
    assert [finding for finding in findings if finding["ruleId"] not in PEDANTIC] == []


def _validate(tool: Path, log: Path) -> list[dict[str, Any]]:
    verdict = log.with_suffix(".verdict.sarif")
    levels = ("--level", "Error;Warning;Note", "--quiet")
    subprocess.run([tool, "validate", log, "--output", verdict, *levels], check=False, timeout=300)
    found: list[dict[str, Any]] = json.loads(verdict.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    return found
