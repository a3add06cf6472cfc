"""Facts in Python: the decorator by which a `conftest.py` declares or replaces a fact for its folder."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from pytest_factcheck.model.errors import UseError

Declaration = Callable[[], Mapping[str, Any]]
_MARK = "factcheck_declaration"


@dataclass(frozen=True, slots=True)
class Declared:
    """A fact that a `conftest.py` declares: its id, its keys as a facts file has them, and its place."""

    id: str
    keys: Mapping[str, Any]
    path: str
    line: int


def fact(declaration: Declaration) -> Any:
    """Declare a fact in a `conftest.py`; the function's name is its id, what it returns are its keys.

    The keys are those of a facts file, values as text, or as dates and numbers of Python:

        @pytest_factcheck.fact
        def plan_points():
            return {
                "fact": "The plan has 20 points",
                "number": 20,
                "unit": "point",
                "of": "plan",
                "source": "the plan as published",
            }

    The fact holds for the articles below the folder of the `conftest.py`; one with the id of a fact of the
    facts files takes its place there. It is a fixture of its name as well, with the fact as its value.
    """
    if inspect.signature(declaration).parameters:
        raise UseError(
            f"@pytest_factcheck.fact {declaration.__name__}: the function takes no arguments, because the "
            "fact is needed before tests run. To compute one, write a pytest fixture of its name."
        )
    identifier = declaration.__name__

    def value(request: pytest.FixtureRequest) -> Any:
        from pytest_factcheck.plugin.fixtures import declared_value

        return declared_value(request, read_declaration(identifier, declaration))

    value.__name__, value.__doc__ = identifier, declaration.__doc__
    setattr(value, _MARK, declaration)
    return pytest.fixture(scope="session", name=identifier)(value)


def find_declarations(conftest: object) -> list[Declared]:
    """List the facts that a `conftest.py` declares, in the order of the file."""
    members = [getattr(member, _MARK, None) for member in vars(conftest).values()]
    return [read_declaration(m.__name__, m) for m in dict.fromkeys(members) if m is not None]


def read_declaration(identifier: str, declaration: Declaration) -> Declared:
    """Call the function and keep where it stands."""
    code = inspect.unwrap(declaration).__code__
    try:
        keys = declaration()
    except Exception as error:
        place = f"{code.co_filename}:{code.co_firstlineno}"
        raise UseError(f"{place}: {identifier} raises {type(error).__name__}: {error}") from error
    if not isinstance(keys, Mapping):
        raise UseError(
            f"{code.co_filename}:{code.co_firstlineno}: {identifier} returns {type(keys).__name__}; "
            "it must return a dict with the keys of a fact"
        )
    return Declared(identifier, keys, code.co_filename, code.co_firstlineno)
