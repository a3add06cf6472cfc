"""Which keys a facts file may hold, and the sentence for one that it may not."""

import re
from collections.abc import Iterable
from keyword import iskeyword

NEAR_ENOUGH = 0.6  # of difflib: "precent" is 0.86 like "percent", "value" 0.4 like "until"

PYTEST_FIXTURES = frozenset(
    [
        *(
            "article",
            "articles",
            "facts",
            "cache",
            "capfd",
            "capfdbinary",
            "caplog",
            "capsys",
            "capsysbinary",
        ),
        *(
            "capteesys",
            "cls",
            "doctest_namespace",
            "monkeypatch",
            "pytestconfig",
            "pytester",
            "record_property",
        ),
        *(
            "record_testsuite_property",
            "record_xml_attribute",
            "recwarn",
            "request",
            "self",
            "subtests",
            "testdir",
        ),
        *("testrun_uid", "tmp_path", "tmp_path_factory", "tmpdir", "tmpdir_factory", "worker_id"),
    ]
)
"""Names that mean something else to pytest, so that no fact may be called so."""


def unknown_key(key: str, known: Iterable[str], holder: str) -> str:
    """Say that a key is unknown, with the nearest one or all that are allowed."""
    if key[:1].isdigit() or key.count(" ") > 1:
        return f"`{key}` is no key of {holder}. Between {{ and }} a comma begins a new key: put the text in quotes."
    near = nearest(key, known)
    if near:
        return f"`{key}` is no key of {holder}: did you mean `{near}`?"
    return f"`{key}` is no key of {holder}. It may hold {', '.join(known)}."


def nearest(key: str, known: Iterable[str]) -> str | None:
    """Give the known key that is written most like this one, if any is near."""
    from difflib import get_close_matches

    wanted = re.sub(r"[\s-]+", "_", key.strip().casefold())
    found = get_close_matches(wanted, [*known], n=1, cutoff=NEAR_ENOUGH)
    return found[0] if found else None


def fault_of_id(name: str) -> str | None:
    """Say what is wrong with the id of a fact; None if it can name a fixture."""
    if name in PYTEST_FIXTURES or iskeyword(name):
        owner = "Python" if iskeyword(name) else "pytest"
        return f"“{name}” is a word of {owner}'s own: give the fact another id, such as `{name}_fact`."
    if name.isidentifier() and name == name.lower():
        return None
    better = re.sub(r"\W+", "_", name.lower()).strip("_")
    better = f"fact_{better}" if not better.isidentifier() else better
    return f"“{name}” cannot be the id of a fact: use lower-case letters, digits and _, such as `{better}`."
