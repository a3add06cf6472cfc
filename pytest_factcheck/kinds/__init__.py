"""One file per kind of fact; the folder is the registry."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pytest_factcheck.model.fact import Fact


@cache
def all_kinds() -> tuple[type[Fact], ...]:
    """List the kinds of fact: each module of this folder holds one class with a `kind` of its own."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    classes = (thing for module in modules for thing in vars(module).values() if isinstance(thing, type))
    kinds = {kind for kind in classes if issubclass(kind, Fact) and kind.__dict__.get("kind")}
    return tuple(sorted(kinds, key=lambda kind: kind.kind))
