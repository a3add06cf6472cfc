"""Every figure, time and label of an English text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytest_factcheck.language import clocks, codes, dates, durations, labels, ordinals, scores, shares
from pytest_factcheck.language.elided import elide_units
from pytest_factcheck.language.figures import read_figures
from pytest_factcheck.language.hedging import add_hedge
from pytest_factcheck.language.label import Label
from pytest_factcheck.language.lexicon import VAGUE
from pytest_factcheck.language.noise import is_noise
from pytest_factcheck.language.page import Page
from pytest_factcheck.language.scan import Reader, find_anchors
from pytest_factcheck.language.terms import read_money_of, read_one_and_coins, read_percent_of
from pytest_factcheck.language.units import ARTICLE_UNITS, read_measure
from pytest_factcheck.model.mention import Days, Mention, MentionKind
from pytest_factcheck.model.span import Span


def find_mentions(text: str, published: date | str | None = None) -> list[Mention]:
    """Read all mentions of a text, in the order in which they stand; none overlaps another.

    `published`, a date or its ISO form, is what "last March" and "three years ago" are counted from.
    """
    reader = _Reader(text, _day(published))
    for start, end, kinds in find_anchors(text):
        if start >= reader.done:
            reader.read(start, end, kinds)
    return elide_units(text, reader.mentions)


PUBLISHED = range(100, 9900)
"""Years in which a text may be published; steps from them stay within the calendar."""


def _day(published: date | str | None) -> date | None:
    if isinstance(published, str):
        try:
            published = date.fromisoformat(published[:10])
        except ValueError:
            return None
    return published if published and published.year in PUBLISHED else None


class _Reader:
    """The mentions read so far, and the offset up to which the text is used up."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text, self.published = text, published
        self.mentions: list[Mention] = []
        self.done = 0
        self.earlier: Days | None = None
        self.page = Page(text, published)
        self.inherited: tuple[int, Mention] | None = None

    def read(self, start: int, end: int, kinds: tuple[Reader, ...]) -> None:
        """Ask the readers in turn; the first that finds something uses up its words."""
        for kind in kinds:
            found = _ASK[kind](self, start, end)
            if found:
                for mention in found:
                    self._keep(mention)
                return

    def _keep(self, mention: Mention) -> None:
        if isinstance(mention.value, Days):
            self.earlier = mention.value
            self.page = Page(self.text, self.published, self.earlier)
        self.mentions.append(mention)
        self.done = max(self.done, mention.end)

    # ------------------------------------------------------------------ one reader for each kind

    def _labels(self, start: int, end: int) -> list[Mention]:
        text = self.text
        if text[start].isdigit():
            label = labels.read_at_digit(text, start) or scores.read_score(text, start)
            found = [label] if label and label.start >= self.done else []
        else:
            found = labels.read_at_word(text, start, text[start:end].lower())
        return [_label_mention(text, label) for label in found]

    def _share(self, start: int, end: int) -> list[Mention]:
        label = shares.read_share(self.text, start, self.text[start:end].lower())
        if not label or label.start < self.done:
            return []
        mention = _label_mention(self.text, label)
        return [self._hedged(mention) if label.name == "share" else mention]

    def _date(self, start: int, end: int) -> list[Mention]:
        found = dates.read_on(self.page, start)
        return [found] if found and found.end > start else []

    def _duration(self, start: int, end: int) -> list[Mention]:
        if self._is_rate(start):
            return []
        found = durations.read_unnumbered(self.text, start)
        return [self._dated(self._hedged(found))] if found and found.start >= self.done else []

    def _is_rate(self, start: int) -> bool:
        """Tell whether "a month" follows a figure: "800 crowns a month" is no month."""
        last = self.mentions[-1] if self.mentions else None
        return (
            last is not None
            and last.end == self.done
            and last.kind in ("money", "quantity", "number", "percent")
            and start - last.end <= 2
            and self.text[start] in "aA"
            and not durations.is_counted_back(self.text, start)
            and self.text[last.end : start].strip() == ""
        )

    def _dated(self, mention: Mention) -> Mention:
        if mention.kind != "duration":
            return mention
        return dates.read_ago(self.text, mention, self.published, self.earlier) or mention

    def _ordinal(self, start: int, end: int) -> list[Mention]:
        number = ordinals.read_ordinal(self.text, start)
        if not number or ordinals.is_unit_of_time(self.text, number):
            return []
        if ordinals.is_idiom(self.text, number):
            return [_label_mention(self.text, Label(start, number.end, "name", value=number.value))]
        span = Span(number.start, number.end)
        words = self.text[start : number.end]
        return [
            Mention(start, number.end, words, "ordinal", number.value, None, None, span, 1.0, number.rules)
        ]

    def _number(self, start: int, end: int) -> list[Mention]:
        told = clocks.read_past_hour(self.text, start) or scores.read_spoken_score(self.text, start)
        if told:
            return [_label_mention(self.text, told)]
        start = self._with_sign(start)
        word = self.text[start:end].lower()
        if word in VAGUE:
            return self._vague(start)
        if word == "minus" and self.text[max(0, start - 8) : start].lower().endswith("plus or "):
            return []
        found = read_figures(self.text, start)
        if found and is_noise(self.text, found[0]):
            return []
        if len(found) == 1 and found[0].rules[0] == "number" and found[0].unit is None:
            fold = labels.read_multiple(self.text, start, found[0].end)
            if fold:
                value = found[0].value if isinstance(found[0].value, int | float) else None
                return [_label_mention(self.text, Label(start, fold, "multiple", value=value))]
            glued = codes.read_glued(self.text, start, found[0].end)
            if glued:
                return [_label_mention(self.text, glued)]
            clock = clocks.read_spoken_clock(self.text, start, found[0].end)
            if clock:
                return [_label_mention(self.text, clock)]
            if self.mentions and scores.is_other_side(self.text, start, self.mentions[-1].end):
                value = found[0].value if isinstance(found[0].value, int | float) else None
                return [_label_mention(self.text, Label(start, found[0].end, "score", value=value))]
        return [self._dated(self._hedged(mention)) for mention in found]

    def _with_sign(self, start: int) -> int:
        """Step back over a minus sign that belongs to the number."""
        text = self.text
        if (
            start > self.done
            and text[start - 1] in "-−–"
            and (start < 2 or text[start - 2] in " \n\t(\u00a0:=≤≥<>~")
        ):
            return start - 1
        if start > self.done and text[start - 1] == "." and (start < 2 or text[start - 2] in " \n(<>=~"):
            return start - 1
        return start

    def _several(self, start: int, end: int) -> list[Mention]:
        return self._vague(start, shares.read_several(self.text, start))

    def _vague(self, start: int, found: shares.Vague | None = None) -> list[Mention]:
        found = found or shares.read_vague(self.text, start)
        if not found:
            return []
        number, ends = found
        value = ends[0] if ends[0] == ends[1] else ends
        span = Span(number.start, number.end)
        money = read_money_of(self.text, number.end)
        kind: MentionKind = "money" if money else "number"
        end, unit = (money.end, money.name) if money else (number.end, None)
        words = self.text[start:end]
        return [
            self._hedged(Mention(start, end, words, kind, value, unit, None, span, None, (kind, "vague")))
        ]

    def _article(self, start: int, end: int) -> list[Mention]:
        """Read what "a" counts once: "a hundred", "a third of", "within a mile"."""
        found = read_figures(self.text, start)
        if found and is_noise(self.text, found[0]):
            return []
        if found:
            return [self._dated(self._hedged(mention)) for mention in found]
        if self._is_rate(start):
            return []
        coins = read_one_and_coins(self.text, start, end)
        if coins:
            return [self._hedged(coins)]
        unit = read_measure(self.text, end, digits=True)
        if not unit or not unit.name or unit.name not in ARTICLE_UNITS or self.text[end : end + 1] != " ":
            return []
        span = Span(start, end)
        words = self.text[start : unit.end]
        mention = Mention(
            start, unit.end, words, "quantity", 1, unit.name, None, span, 1.0, ("quantity", "one measure")
        )
        return [self._hedged(mention)]

    def _percent(self, start: int, end: int) -> list[Mention]:
        found = read_percent_of(self.text, start)
        return [found] if found else []

    def _money(self, start: int, end: int) -> list[Mention]:
        text = self.text
        sign = start
        while sign > self.done and sign > start - 3 and text[sign - 1].isalpha() and text[sign - 1].isupper():
            sign -= 1
        if (
            sign > self.done
            and text[sign - 1] in "-−"
            and (sign < 2 or text[sign - 2] in " \n(")
            and text[start] in "$€£¥"
        ):
            return [
                replace(m, value=-m.value, start=sign - 1, text=text[sign - 1 : m.end])
                if isinstance(m.value, int | float)
                else m
                for m in read_figures(text, sign)
            ]
        found = read_figures(text, sign) or (read_figures(text, start) if sign < start else [])
        if found and found[0].kind != "money":
            return []
        return [self._hedged(mention) for mention in found]

    def _hedged(self, mention: Mention) -> Mention:
        return add_hedge(self.text, mention, self.mentions[-1] if self.mentions else None)


_ASK = {
    "label": _Reader._labels,
    "share": _Reader._share,
    "date": _Reader._date,
    "duration": _Reader._duration,
    "ordinal": _Reader._ordinal,
    "number": _Reader._number,
    "article": _Reader._article,
    "several": _Reader._several,
    "percent": _Reader._percent,
    "money": _Reader._money,
}


def _label_mention(text: str, label: Label) -> Mention:
    figure = Span(*label.figure) if label.figure else Span(label.start, label.end)
    return Mention(
        label.start,
        label.end,
        text[label.start : label.end],
        "label",
        label.value,
        label.noun,
        None,
        figure,
        None,
        ("label", label.name),
        label.name,
    )
