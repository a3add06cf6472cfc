"""The reading of one cardinal in words, class by class."""

from __future__ import annotations

from pytest_factcheck.language.lexicon import DENOMINATORS, SCALES, TEENS, TENS, UNITS
from pytest_factcheck.language.number import DASH, GAP
from pytest_factcheck.model.pattern import lazy_pattern

WORD = lazy_pattern(r"[A-Za-z]+")


_JOIN = lazy_pattern(rf"[^\S\n]-[^\S\n]|{GAP}|[{DASH}]")


_SMALL = UNITS | TEENS | TENS


class Cardinal:
    """The state of reading one cardinal, word by word."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.end = text, at
        self.total = self.group = 0
        self.last = ""
        self.scale, self.place = 1, 1
        self.smallest = 10**30
        self.joined = False
        self.before_and = 0

    @property
    def value(self) -> int:
        """The number that the words taken so far make."""
        return self.total + self.group

    def take_one(self, end: int) -> None:
        """Count the article of "a hundred" as one."""
        self.group, self.last, self.end = 1, "unit", end

    def read(self, at: int) -> bool:
        """Take words from there for as long as they make one number."""
        position: int | None = at
        while position is not None:
            found = WORD.match(self.text, position)
            if not found or not self._take(found.group().lower(), found.end()):
                break
            position = self._next(found.end())
        return self.last not in ("", "alone")

    def _take(self, word: str, end: int) -> bool:
        taken = (
            self._small(word)
            or (word == "hundred" and self._hundred())
            or (word in SCALES and self._scaled(SCALES[word]))
        )
        if taken:
            self.end = end
        return taken

    def _small(self, word: str) -> bool:
        value = _SMALL.get(word)
        if value is None or (self.last and not value):
            return False
        if self.last not in ("", "hundred", "scale") and not (self.last == "tens" and word in UNITS):
            return False
        self.group += value
        self.last = "unit" if word in UNITS else "teen" if word in TEENS else "tens"
        self.place, self.scale = 1, 1
        return True

    def _hundred(self) -> bool:
        if self.last in ("hundred", "scale") or not self.group < 100 or (self.last and not self.group):
            return False
        self.group = (self.group or 1) * 100
        self.last, self.place, self.scale = "hundred", 100, 100
        return True

    def _scaled(self, scale: int) -> bool:
        if self.last == "scale":
            return self._times(scale)
        if scale >= self.smallest or (self.last and not self.group):
            return False
        self.total += (self.group or 1) * scale
        self.group, self.smallest = 0, scale
        self.last, self.place, self.scale = "scale", scale, scale
        return True

    def _times(self, scale: int) -> bool:
        """Take "thousand million", once."""
        if self.joined or scale < self.smallest:
            return False
        self.joined = True
        self.total *= scale
        self.smallest = self.place = self.scale = self.scale * scale
        return True

    def _next(self, end: int) -> int | None:
        """Find where the next word of the number may begin, past "and" where one may stand."""
        joint = _JOIN.match(self.text, end)
        if not joint:
            return None
        spaced_hyphen = "-" in joint.group() and joint.end() - joint.start() > 1
        if spaced_hyphen and self.last != "tens":
            return None
        if joint.group() in "–—" and self.last != "tens":
            return None
        found = WORD.match(self.text, joint.end())
        if not found or found.group().lower() != "and":
            return joint.end()
        position = self._after_and(found.end())
        if position is not None:
            self.before_and = self.value
        return position

    def _after_and(self, end: int) -> int | None:
        if self.last not in ("hundred", "scale"):
            return None
        joint = _JOIN.match(self.text, end)
        if not joint:
            return None
        ahead = Cardinal(self.text, joint.end())
        found = WORD.match(self.text, joint.end())
        if (
            not found
            or found.group().lower() in ("hundred", "zero", *SCALES)
            or not ahead.read_group(joint.end())
        ):
            return None
        # "one hundred and two hundred" are two numbers; "two thousand and two hundred" is one
        if self.last == "hundred" and ahead.group >= 100:
            return None
        after = ahead.end
        gap = _JOIN.match(self.text, after)
        word = WORD.match(self.text, gap.end()) if gap else None
        follows = word.group().lower() if word else ""
        if follows in DENOMINATORS and follows.endswith("s") and ahead.group < 20:
            return None
        if follows in SCALES and (
            SCALES[follows] >= self.smallest or (self.last == "hundred" and self.smallest == 10**30)
        ):
            return joint.end() if self.last == "hundred" and self._joins(follows, ahead.group) else None
        return joint.end()

    def _joins(self, scale: str, group: int) -> bool:
        """Tell whether "six hundred and fifty thousand" goes on as one number: it does below a hundred."""
        return group < 100 and SCALES[scale] < self.smallest

    def read_group(self, at: int) -> bool:
        """Take a number below a thousand and nothing more."""
        position: int | None = at
        while position is not None:
            found = WORD.match(self.text, position)
            if not found:
                break
            word = found.group().lower()
            if not (self._small(word) or (word == "hundred" and self._hundred())):
                break
            self.end = found.end()
            joint = _JOIN.match(self.text, self.end)
            position = joint.end() if joint else None
        return self.last != ""
