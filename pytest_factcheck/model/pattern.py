"""Regular expressions that are compiled when they are first used."""

import re
from typing import Any, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


class _Pattern:
    """Stands in for a pattern; from its first use on, its methods are those of the compiled one."""

    def __init__(self, text: str, flags: int) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(*self._written)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Write a pattern down without compiling it: the grammar has hundreds, one run needs some of them."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
