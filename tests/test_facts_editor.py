"""A facts file in an editor: the YAML language server reads the schema and shows each mistake at its line.

Runs where the command `yaml-language-server` (of the npm package of that name) is found.
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import IO, Any

import pytest

from pytest_factcheck.facts.schema import SHIPPED

SERVER = shutil.which("yaml-language-server")

TEN_MISTAKES = """\
storry: Ostby                                  # no key of a facts file. It may hold story
as_of: soon                                    # A full date
facts:
  Bridges:                                     # lower-case letters
    fact: Ostby has 5 bridges
    number: 5
    untill: 1 May 2020                         # no key of a fact with `number`. It may hold number, unit
    of: Ostby
    source: The town
  share:
    fact: Half of Ostby is built over
    percent: [about 50, 60]                    # One value stands here
    severity: fatal                            # Valid values: "error", "warning", "note"
    of: Ostby
    source:
      title: The town                          # no key of `source`. It may hold name, url, accessed
      name: The town
  talks:
    fact: The talks took two days
    duratoin: 2 days                           # no key of a fact. It may hold
    of: talks
    source: The town
  price:
    fact: The ticket costs 3 euros
    money: €3
    of: []                                     # too few items
    source: The town
    also_true:
      - money: €2                              # `what` is missing
"""


@pytest.mark.skipif(
    SERVER is None, reason="yaml-language-server is not installed (npm install yaml-language-server)"
)
def test_ten_mistakes_are_shown_at_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(f"# yaml-language-server: $schema={SHIPPED.as_uri()}\n{TEN_MISTAKES}", encoding="utf-8")
    expected = {
        line: words.strip()
        for line, (_, mark, words) in enumerate(
            (row.partition(" # ") for row in TEN_MISTAKES.splitlines()), start=2
        )
        if mark
    }
    assert len(expected) == 10
    found = diagnose(file)
    for line, words in expected.items():
        assert any(words in message for message in found.get(line, [])), (line, words, found)
    assert set(found) - set(expected) <= {19}, "only `talks` itself may be marked besides: it has no value"


def diagnose(file: Path) -> dict[int, list[str]]:
    """Open a file in the language server and give its messages by line."""
    assert SERVER
    with subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin
        assert server.stdout
        try:
            return _talk(server.stdin, server.stdout, file)
        finally:
            server.kill()


def _talk(to: IO[bytes], back: IO[bytes], file: Path) -> dict[int, list[str]]:
    settings = {"yaml": {"validate": True, "schemaStore": {"enable": False}}}
    _send(to, id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
    while True:
        message = _receive(back)
        if message.get("id") == 1:
            document = {
                "uri": file.as_uri(),
                "languageId": "yaml",
                "version": 1,
                "text": file.read_text("utf-8"),
            }
            _send(to, method="initialized", params={})
            _send(to, method="workspace/didChangeConfiguration", params={"settings": settings})
            _send(to, method="textDocument/didOpen", params={"textDocument": document})
        elif message.get("method") == "textDocument/publishDiagnostics":
            return _by_line(message["params"]["diagnostics"])
        elif "id" in message and "method" in message:
            _send(to, id=message["id"], result=None)


def _by_line(diagnostics: list[dict[str, Any]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for diagnostic in diagnostics:
        found.setdefault(diagnostic["range"]["start"]["line"] + 1, []).append(diagnostic["message"])
    return found


def _send(to: IO[bytes], **message: Any) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    to.flush()


def _receive(back: IO[bytes]) -> dict[str, Any]:
    size = 0
    while (line := back.readline().strip()) or not size:
        if line.lower().startswith(b"content-length:"):
            size = int(line.split(b":")[1])
    message: dict[str, Any] = json.loads(back.read(size))
    return message
