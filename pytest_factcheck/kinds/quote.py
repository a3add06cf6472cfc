"""Quotations: the words, and who said them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import field_validator

from pytest_factcheck.language.personal import Person, PersonName, fold_name, make_person
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.language.speech import GAP, INSERT, Saying, quoted_words
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.link import Strength
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span
from pytest_factcheck.model.verdict import Finding, Outcome

SHORT = 3
"""Words up to which a quotation may be anybody's."""
EVERY = 2
"""Words from one subject of a quotation to the next, so that a part of four words holds one."""
COMMON = 5
"""Words up to which an altered quotation counts only from the speaker's own mouth."""
LONG = 10
"""Words from which a quotation that only ends in other words is the same one, altered."""
ALTERED = 80.0
"""Likeness of the letters, in percent, from which other words are the same quotation, altered."""
ALTERED_SHORT = 55.0
FAR_SPEAKER = 20_000
"""Characters before a quotation in which a pronoun may have its person."""
NO_REACH, BANNER_REACH = 30, 60
"""Characters before a quotation in which "no" throws it back; behind it, in which a banner is named."""
NEAR_SPEAKER = 400
"""Characters before a quotation in which its speaker is looked for when no verb names one."""

DISOWNED = lazy_pattern(
    r"\b(?:den(?:y|ies|ied|ying)\s+(?:having\s+)?(?:ever\s+)?(?:sa(?:id|ying)|wr(?:ote|itten|iting)|us(?:ed|ing)|call(?:ed|ing)|claim\w*)"
    r"|(?:never|did not|didn['’]t|has not|hasn['’]t|does not|doesn['’]t)\s+(?:actually\s+|really\s+|ever\s+)?"
    r"(?:sa(?:y|id)|wr(?:ite|ote|itten)|used?|called?|claim(?:ed)?|utter(?:ed)?)"
    r"|(?:fake|false|bogus|doctored|invented|forged|hoax|viral|satirical|spoof)\s+(?:[a-z]+\s+){0,2}"
    r"(?:posts?|videos?|clips?|quotes?|quotations?|tweets?|letters?|statements?|images?|pictures?|recordings?|reports?|stories|story)"
    r"|falsely|fabricated|misquot\w+|wrongly quoted|deepfake|parod\w+)\b",
    re.IGNORECASE,
)
"""Words in the sentence of a quotation that nobody spoke."""
WRITTEN = lazy_pattern(
    r"\b(?:banners?|placards?|posters?|signs?|stickers?|graffiti|memes?|t-shirts?|headlines?|slogans?)\b",
    re.IGNORECASE,
)
"""Things on which words stand that play with the spoken ones."""
CHANTED = lazy_pattern(
    r"[,\s]*(?:[A-Z][\w-]+\s+){0,3}(?:chant|sang|sung|sing|recit|repeat|echo)", re.IGNORECASE
)
"""Words right behind a quotation that others say again."""
NO = lazy_pattern(
    r"\b(?:no|not|never|hardly|far from|anything but|nothing)\s+(?:an?\s+|the\s+)?[\"“‘'«]*$", re.IGNORECASE
)
"""Words right before a quotation that throw it back."""
THE_WORDS_OF = (
    "words?|lines?|vows?|pledges?|promises?|remarks?|phrases?|claims?|charges?|slogans?|quotes?|quotations?|statements?|warnings?"
    "|messages?|verdicts?|comments?|descriptions?|accusations?|mottos?|mantras?|boasts?|insistence|refusal|assertions?"
)
GIVES_BACK = (
    "agree[sd]? with|agreeing with|echo(?:ed|es|ing)|quot(?:ed|es|ing)|back(?:ed|s|ing)|second(?:ed|s|ing)"
    "|cit(?:ed|es|ing)|invok(?:ed|es|ing)|mock(?:ed|s|ing)"
)

Voice = Literal["speaker", "other", "unknown"]


@dataclass(frozen=True, slots=True)
class _Match:
    """A quotation that is the fact's: its place, and how its words differ."""

    saying: Saying
    span: Span
    changes: str
    likeness: float
    edits: int
    whole: bool = True


class Quote(Fact):
    """Words that a person said.

    ## What it checks
    What stands between quotation marks and is, or nearly is, the quotation: whether its words are the
    spoken ones, and whether it is given to the right speaker.

    ## Why it matters
    A quotation is a promise that these were the words. One swapped word can turn its meaning round, and a
    wrong name puts words into a mouth.

    ## Examples that contradict and that agree
    Ann Ray said "the harbour is ours to keep":

    - contradicts: Ray said "the harbour is ours to sell"; "The harbour is ours to keep," Tom Lind said
    - agrees: "The harbour," Ray said, "is ours to keep"; Ray called the harbour "ours to keep"

    ## What it leaves alone
    Paraphrase without quotation marks, parts of the quotation, words in brackets and ellipses, punctuation
    and house spelling, and the speaker's other quotations.
    """

    kind: ClassVar[str] = "quote"
    value_keys: ClassVar[tuple[str, ...]] = ("quote", "speaker")

    quote: str
    speaker: str

    @field_validator("quote", "speaker")
    @classmethod
    def _is_written(cls, text: str) -> str:
        text = " ".join(text.split())
        if not any(char.isalpha() for char in text):
            raise ValueError("Write the words that were said, and the name of the speaker.")
        return text

    def subjects(self) -> tuple[str, ...]:
        """List the speaker's forms, and words of the quotation, of which every part of it holds some."""
        names = self.setting.names
        forms = [*names.all_forms(self.speaker)]
        last = self.speaker.split()[-1]
        if len(last) > 2:
            forms.append(last)
        for wording in (self.quote, *self.also):
            words = wording.strip(" .,;:!?\"'“”‘’").split()
            starts = {*range(0, max(1, len(words) - SHORT), EVERY), max(0, len(words) - SHORT)}
            forms += [" ".join(words[start : start + SHORT]).strip(",.;:") for start in sorted(starts)]
        return tuple(dict.fromkeys(form for form in forms if form))

    def find(self, reading: Reading) -> tuple[Finding, ...]:
        """Compare every quotation of the article that has words of this one."""
        matches = [match for saying in reading.sayings for match in self._matches(saying)]
        if not matches:
            return ()
        matches = _without_parts(matches)
        told = any(not match.changes and self._voice(reading, match.saying) != "other" for match in matches)
        findings = [self._judge(reading, match, told) for match in matches]
        return tuple(finding for finding in findings if finding is not None)

    @cached_property
    def _person(self) -> Person:
        return make_person(self.speaker, self.setting.names)

    @cached_property
    def _other_surnames(self) -> frozenset[tuple[str, ...]]:
        """The last words of other declared names, where they are declared as a name themselves."""
        others = self._person.others
        return frozenset(form[-1:] for form in others if len(form) > 1 and form[-1:] in others)

    @cached_property
    def _wordings(self) -> tuple[tuple[str, ...], ...]:
        return tuple(quoted_words(text, Span(0, len(text)))[0] for text in (self.quote, *self.also))

    @cached_property
    def _bags(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(words) for words in self._wordings)

    def _matches(self, saying: Saying) -> Iterator[_Match]:
        best: _Match | None = None
        for words, bag in zip(self._wordings, self._bags, strict=True):
            if len(bag & saying.bag) * 10 < len(bag) * 3 and len(bag & saying.bag) * 2 < len(saying.bag):
                continue
            match = _match(saying, words)
            if match is not None and (best is None or match.likeness > best.likeness):
                best = match
        if best is not None:
            yield best

    def _voice(self, reading: Reading, saying: Saying) -> Voice:
        """Tell whose words the text says these are."""
        name = reading.speaker(saying).name
        if name is not None:
            likeness = self._person.liken(name)
            if likeness in ("same", "near"):
                return "speaker"
            if reading.speaker(saying).pronoun:
                return "unknown" if self._is_named_before(reading, saying) else "other"
            declared = name.doubtful and name.words in self._other_surnames
            return "other" if reading.speaker(saying).certain or declared else "unknown"
        return "unknown"

    def _is_given_back(self, reading: Reading, saying: Saying) -> bool:
        """Tell whether somebody else only repeats the speaker's words: "Lind mocked Ray's vow that"."""
        text, marks = reading.text, saying.marks
        if CHANTED.match(text, marks.end) or NO.search(text, max(0, marks.start - NO_REACH), marks.start + 1):
            return True
        return self._given_back.search(_leading_words(reading, saying)) is not None

    @cached_property
    def _given_back(self) -> re.Pattern[str]:
        names = {*self.setting.names.all_forms(self.speaker), self.speaker, self.speaker.split()[-1]}
        name = "(?:" + "|".join(re.escape(form) for form in sorted(names, key=len, reverse=True)) + ")"
        return re.compile(
            rf"\b{name}['’]s?\s+(?:[a-z-]+\s+){{0,2}}(?:{THE_WORDS_OF})\b"
            rf"|\b(?:{GIVES_BACK})\s+(?:[A-Za-z.]+\s+){{0,3}}{name}\b"
            rf"|\bwhat\s+(?:[A-Z][\w.]+\s+){{0,3}}{name}\s+(?:once\s+|has\s+|had\s+)?\w+(?:ed|lt)\b",
            re.IGNORECASE,
        )

    def _is_denied(self, reading: Reading, saying: Saying) -> bool:
        """Tell whether the words before the quotation say that it was never spoken."""
        return DISOWNED.search(_leading_words(reading, saying)) is not None

    def _is_disowned(self, reading: Reading, saying: Saying) -> bool:
        """Tell whether the sentence says that nobody spoke the words, or that they stand on a banner."""
        if self._is_denied(reading, saying) or WRITTEN.search(_leading_words(reading, saying)):
            return True
        behind = reading.text[saying.marks.end : saying.marks.end + BANNER_REACH]
        return WRITTEN.search(behind.split(".")[0].split(",")[0]) is not None

    def _is_named_before(self, reading: Reading, saying: Saying) -> bool:
        """Tell whether the speaker is named anywhere before the words, so that a pronoun may mean them."""
        end = saying.marks.start
        start = max(0, end - FAR_SPEAKER)
        return any(reading.low.find(form[-1], start, end) >= 0 for form in self._person.forms)

    def _is_about(self, reading: Reading, saying: Saying) -> bool:
        """Tell whether the speaker is named shortly before the quotation or right behind it."""
        around = reading.text[
            max(0, saying.marks.start - NEAR_SPEAKER) : saying.marks.end + NEAR_SPEAKER // 4
        ]
        surnames = {form[-1] for form in self._person.forms}
        return any(
            word in surnames
            for word in fold_name(around.replace("’s", "").replace("'s", "").replace(",", " "))
        )

    def _judge(self, reading: Reading, match: _Match, told: bool) -> Finding | None:
        voice = self._voice(reading, match.saying)
        if match.changes and voice != "speaker" and self._is_disowned(reading, match.saying):
            return None
        if match.changes and self._is_denied(reading, match.saying):
            return None
        if not match.changes:
            return self._judge_speaker(reading, match, voice, told)
        size = len(self._wordings[0])
        if size <= COMMON and (
            voice == "other" or (voice == "unknown" and not self._is_likely(reading, match))
        ):
            return None
        if told and (size <= COMMON or match.likeness < 90):
            return None  # the article has the true words as well: these are others
        strong = voice == "speaker" or (voice == "unknown" and match.edits <= max(1, size // 3))
        return self._finding(reading, match, "contradicts", "strong" if strong else "loose", match.changes)

    def _is_likely(self, reading: Reading, match: _Match) -> bool:
        return match.edits == 1 and match.likeness >= ALTERED and self._is_about(reading, match.saying)

    def _judge_speaker(self, reading: Reading, match: _Match, voice: Voice, told: bool) -> Finding | None:
        name = reading.speaker(match.saying).name
        if voice != "other" or name is None:
            reason = f"said by {name.text}" if voice == "speaker" and name else "the same words"
            return self._finding(reading, match, "agrees", "strong", reason)
        if told or len(self._wordings[0]) <= SHORT:
            return None
        if self._is_given_back(reading, match.saying) or self._is_disowned(reading, match.saying):
            return None
        strength: Strength = "strong" if match.span.end - match.span.start > 8 else "loose"
        tag = None if _is_described(reading, name) else Span(name.start, name.end)
        return self._finding(reading, match, "contradicts", strength, f"given to {name.text}", tag)

    def _finding(
        self,
        reading: Reading,
        match: _Match,
        outcome: Outcome,
        strength: Strength,
        reason: str,
        tag: Span | None = None,
    ) -> Finding:
        start, end = match.span
        words = " ".join(reading.text[start:end].split())
        found = f"“{words}”" + (f": {reason}" if outcome == "contradicts" else "")
        if tag is not None and max(tag.start - end, start - tag.end) < NEAR_SPEAKER:
            start, end = min(start, tag.start), max(end, tag.end)
        why = (f"{match.likeness:.0f} percent of the quotation's letters are the same", reason)
        return Finding(start, end, outcome, strength, found, f"“{self.quote}”, said by {self.speaker}", why)


def _leading_words(reading: Reading, saying: Saying) -> str:
    """Give the words of the sentence that leads to a quotation; none if a sentence ends before it."""
    sentence = reading.sentence_at(max(0, saying.marks.start - 1))
    before = reading.text[sentence.start : saying.marks.start].rstrip()
    return "" if before.endswith((".", "!", "?", "”", '"')) else before


def _is_described(reading: Reading, name: PersonName) -> bool:
    """Tell whether a title follows the name, which is a statement of its own and not underlined with the words."""
    known = reading.people.by_surname.get(name.words[-1], ())
    return any(titled.name.start == name.start and titled.tie == "apposition" for titled in known)


def _match(saying: Saying, words: tuple[str, ...]) -> _Match | None:
    """Hold a quotation against the words: the same, a part, words around them, or nearly the same."""
    said = saying.words
    at = _find(said, words)
    if at is not None:
        return _Match(saying, _span(saying, at, at + len(words)), "", 100.0, 0)
    if _is_part(said, words):
        return _Match(saying, _span(saying, 0, len(said)), "", 100.0, 0, whole=False)
    first, last = _window(said, words)
    window = said[first:last]
    if _fits_with_gaps(window, words):
        return _Match(saying, _span(saying, first, last), "", 100.0, 0)
    return _altered(saying, first, last, words)


def _find(said: Sequence[str], words: Sequence[str]) -> int | None:
    size = len(words)
    for at in range(len(said) - size + 1):
        if said[at] == words[0] and said[at : at + size] == words:
            return at
    return None


def _is_part(said: Sequence[str], words: Sequence[str]) -> bool:
    size = len(said)
    if size >= len(words) or (size < SHORT and size * 2 < len(words)) or size < 2:
        return False
    return _find(words, said) is not None


def _window(said: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int]:
    """Give the stretch of a longer quotation that is most like the words."""
    if len(said) <= len(words) + 2:
        return 0, len(said)
    from rapidfuzz import fuzz  # its import takes 5 ms, and not every run compares quotations

    text = " ".join(said)
    aligned = fuzz.partial_ratio_alignment(" ".join(words), text)
    if aligned is None:
        return 0, len(said)
    first = text.count(" ", 0, aligned.dest_start)
    last = text.count(" ", 0, max(aligned.dest_end - 1, aligned.dest_start)) + 1
    return first, min(last, len(said))


def _fits_with_gaps(said: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether the words differ only where the text says that it leaves out or inserts."""
    if GAP not in said and INSERT not in said:
        return False
    parts: list[list[str]] = [[]]
    for word in said:
        if word in (GAP, INSERT):
            parts.append([])
        else:
            parts[-1].append(word)
    at = 0
    for part in (tuple(part) for part in parts if part):
        found = _find(words[at:], part)
        if found is None:
            return False
        at += found + len(part)
    return sum(map(len, parts)) >= 2


def _altered(saying: Saying, first: int, last: int, words: tuple[str, ...]) -> _Match | None:
    said = saying.words[first:last]
    plain = tuple(word for word in said if word not in (GAP, INSERT))
    if not plain:
        return None
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    whole = len(words)
    if whole > COMMON:
        words = _without_ends(words, plain)
    likeness = fuzz.ratio(" ".join(words), " ".join(plain))
    edits = Levenshtein.distance(words, plain)
    size = len(words)
    swapped = sorted(words) == sorted(plain) and size > 1
    if whole <= COMMON:
        like = likeness >= ALTERED or swapped or (likeness >= ALTERED_SHORT and edits <= (size + 1) // 2)
        alike = like and abs(len(plain) - size) <= 2 and last - first == len(saying.words)
    else:
        alike = swapped or (likeness >= ALTERED and edits <= max(2, size * 2 // 5))
        alike = alike or (size >= LONG and last - first == len(saying.words) and _begins_alike(words, plain))
        if size < whole:
            alike = alike and size * 10 >= whole * 6 and edits * 4 <= size
    if not alike or size == 1:
        return None
    return _Match(saying, _span(saying, first, last), _changes(words, plain), likeness, edits)


def _begins_alike(words: Sequence[str], said: Sequence[str]) -> bool:
    """Tell whether a long quotation is the same up to its last few words, which are others."""
    pairs = zip(words, said, strict=False)
    shared = next((number for number, (one, other) in enumerate(pairs) if one != other), 0)
    return shared * 10 >= len(words) * 7 and abs(len(said) - len(words)) <= SHORT


def _without_ends(words: tuple[str, ...], said: Sequence[str]) -> tuple[str, ...]:
    """Drop what a partial quotation leaves out before its first word and after its last one."""
    from rapidfuzz.distance import Levenshtein

    steps = Levenshtein.opcodes(words, said)
    tags = [step.tag for step in steps]
    first = steps[0].src_end if tags[:1] == ["delete"] and tags[1:2] != ["replace"] else 0
    last = steps[-1].src_start if tags[-1:] == ["delete"] and tags[-2:-1] != ["replace"] else len(words)
    return words[first:last] if last - first > SHORT else words


def _changes(words: Sequence[str], said: Sequence[str]) -> str:
    """Tell in words how one wording differs from the other."""
    from rapidfuzz.distance import Levenshtein

    told = []
    for step in Levenshtein.opcodes(words, said):
        old = " ".join(words[step.src_start : step.src_end])
        new = " ".join(said[step.dest_start : step.dest_end])
        if step.tag == "replace":
            told.append(f"“{new}” for “{old}”")
        elif step.tag == "insert":
            told.append(f"“{new}” added")
        elif step.tag == "delete":
            told.append(f"“{old}” left out")
    return ", ".join(told)


def _span(saying: Saying, first: int, last: int) -> Span:
    return Span(saying.places[first].start, saying.places[last - 1].end)


def _without_parts(matches: Sequence[_Match]) -> list[_Match]:
    """Keep the better of two readings of the same words: the whole of a split quotation before its parts."""
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda match: match.span):
        while kept and match.span.touches(kept[-1].span) and _rank(match) < _rank(kept[-1]):
            kept.pop()
        if not kept or not match.span.touches(kept[-1].span):
            kept.append(match)
    return kept


def _rank(match: _Match) -> tuple[bool, bool, float, int]:
    return not match.whole, bool(match.changes), -match.likeness, match.span.start - match.span.end
