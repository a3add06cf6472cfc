"""Entities and all the forms of their names that the house accepts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Names:
    """The `names` of a facts file: house spelling to accepted forms. An undeclared name stands for itself."""

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        house = {form.casefold(): key for key, forms in self.forms.items() for form in forms}
        house.update({key.casefold(): key for key in self.forms})
        object.__setattr__(self, "_house", house)

    def house(self, name: str) -> str:
        """Give the house spelling of a name, or the name itself if it is not declared."""
        known: dict[str, str] = self._house  # type: ignore[attr-defined]
        return known.get(name.casefold(), name)

    def knows(self, name: str) -> bool:
        """Tell whether the name is declared, as a house spelling or as an accepted form."""
        return name.casefold() in self._house  # type: ignore[attr-defined]

    def all_forms(self, name: str) -> tuple[str, ...]:
        """List every accepted form of the entity that the name stands for, the house spelling first."""
        key = self.house(name)
        return (key, *self.forms.get(key, ()))

    def expand(self, words: Iterable[str]) -> tuple[str, ...]:
        """Add to each word that is a declared name its other accepted forms; order kept, doubles dropped."""
        return tuple(dict.fromkeys(form for word in words for form in (word, *self.all_forms(word))))
