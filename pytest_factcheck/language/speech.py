"""Quotations with their words, and the person to whom the text gives them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from pytest_factcheck.articles.article import Article
from pytest_factcheck.articles.parts import Quotation
from pytest_factcheck.language.jurisdictions import country_of, seat_of
from pytest_factcheck.language.people import People, Sentences
from pytest_factcheck.language.personal import NOT_NAMES, PersonName, fold, read_name_back, title_words
from pytest_factcheck.language.titles import families
from pytest_factcheck.language.tokens import Token, tokenize
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.span import Span

WORD = lazy_pattern(r"\[[^\]\n]{0,80}\]|…|\.\s?\.\s?\.|[^\W_]+(?:['’‑-][^\W_]+)*")
GAP, INSERT = "…", "[]"
"""How an ellipsis and a bracketed insertion stand among the words of a quotation."""
TAG_LONGEST = 100
"""Characters between two parts of one quotation that a tag ("he said,") splits."""
AFTER_LONGEST, BEFORE_LONGEST = 160, 600
"""Characters behind and before a quotation in which its speaker is looked for."""
LONGEST_CHAIN = 8
"""Quotations of one paragraph over which a speaker is followed back."""
DEEPEST = 3
"""Quotations inside one another that are read; more are marks that were never closed."""
LONGEST_SAYING = 4000
"""Characters of a quotation that are read."""
COLON_REACH = 8
"""Words and marks between a name and the colon before its words."""
PRONOUN_REACH = 400
"""Characters before a quotation in which a pronoun's person is looked for."""
LOOKS = 20
"""Places at which a surname is looked at for a first name before it."""
PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
ORGANISED = NOT_NAMES | frozenset(
    "news agency times post herald guardian telegraph reuters press network channel radio television tv "
    "twitter facebook instagram court police army kremlin ministry spokesman spokeswoman".split()
)
CLAUSE_OPENERS = frozenset(
    "although though but while whereas because which and so yet when since until after before if unless even "
    "where".split()
)
"""Words behind a quotation that begin a clause of their own: whoever it names did not speak the quotation."""
DASHES = frozenset({"-", "–", "—", "("})
SIGNED_WITH = DASHES | {"according", "to", "mr", "mrs", "ms", "dr", "."}
"""What may stand between a quotation and the name that signs it."""
GOVERNS = frozenset("of with by to for from in on at about against like that whom which near behind".split())
"""Words before a name that is not the one who speaks: "said a friend of Ann Ray"."""
QUOTES = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
"""Verbs whose object spoke the words: "Lind quoted Ray"."""
THE_WORDS = frozenset({"it", "them", "this", "these", "that", "those"})
"""What a quotation is called when it is spoken of again."""
SHORT_FORMS = {
    "it's": ("it", "is"), "that's": ("that", "is"), "there's": ("there", "is"), "what's": ("what", "is"),
    "he's": ("he", "is"), "she's": ("she", "is"), "we're": ("we", "are"), "you're": ("you", "are"),
    "they're": ("they", "are"), "i'm": ("i", "am"), "we've": ("we", "have"), "i've": ("i", "have"),
    "don't": ("do", "not"), "doesn't": ("does", "not"), "didn't": ("did", "not"), "can't": ("can", "not"),
    "cannot": ("can", "not"), "won't": ("will", "not"), "isn't": ("is", "not"), "aren't": ("are", "not"),
    "wasn't": ("was", "not"), "we'll": ("we", "will"), "i'll": ("i", "will"), "it'll": ("it", "will"),
    "couldn't": ("could", "not"), "wouldn't": ("would", "not"), "shouldn't": ("should", "not"),
    "haven't": ("have", "not"), "hasn't": ("has", "not"), "let's": ("let", "us"), "percent": ("per", "cent"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have spoken; `certain` if a verb of speech ties a personal name to the words."""

    name: PersonName | None = None
    certain: bool = False
    pronoun: bool = False


NOBODY = Speaker()


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of one quotation, or of two parts around a tag; `marks` holds the quotation marks as well.

    `joins` if a tag ties it to the quotation before it, whose speaker is its own.
    """

    marks: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]
    bag: frozenset[str]
    quotation: Quotation
    joins: bool = False
    before: "Saying | None" = field(default=None, repr=False, compare=False)


class Quoted(Sentences, Protocol):
    """What finding speakers needs of a reading."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def people(self) -> People:
        """Everyone to whom the article gives a title."""


@cache
def speech_verbs() -> frozenset[str]:
    """Read the verbs that introduce somebody's words, in all their forms."""
    forms: set[str] = set()
    for line in Path(__file__).with_name("speech_verbs.txt").read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(":")
        if kind == "regular":
            forms.update(form for word in words.split() for form in _forms_of(word))
        elif kind == "irregular":
            forms.update(words.split())
    return frozenset(forms)


def _forms_of(base: str) -> Iterator[str]:
    """Make the forms that stand beside a subject; the bare form is a noun as often ("her remark")."""
    if base.endswith("y") and base[-2] not in "aeiou":
        yield from (base[:-1] + "ied", base[:-1] + "ies", base + "ing")
        return
    stem = base[:-1] if base.endswith("e") else base
    if base in ("admit", "quip", "snap", "slam", "grin", "shrug", "dub", "sob", "label"):
        double = base + base[-1]
        yield from (double + "ed", double + "ing", base + "ed", base + "ing", base + "s")
        return
    yield from (stem + "ed", stem + "ing", base + ("es" if base.endswith(("s", "sh", "ch", "ss")) else "s"))


def quoted_words(text: str, span: Span) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Cut a stretch of text into words without case, marks and spelling variants."""
    words: list[str] = []
    places: list[Span] = []
    for match in WORD.finditer(text, *span):
        for word in _plain_words(match.group()):
            words.append(word)
            places.append(Span(*match.span()))
    return tuple(words), tuple(places)


@lru_cache(maxsize=50_000)
def _plain_words(found: str) -> tuple[str, ...]:
    if found[0] == "[":
        return (INSERT,)
    if found[0] in ".…":
        return (GAP,)
    word = fold(found).replace("’", "'").replace("‑", "-")
    if word in SHORT_FORMS:
        return SHORT_FORMS[word]
    return tuple(_american(part) for part in word.split("-") if part)


def _american(word: str) -> str:
    """Write British spellings as American ones, so that house styles do not differ."""
    if len(word) < 5:
        return word
    word = re.sub(r"isation(s?)$", r"ization\1", word)
    word = re.sub(r"(?<=[a-z]{2})is(e|ed|es|ing)$", r"iz\1", word)
    word = re.sub(r"(?<=[a-z]{2})our(s|ed|ing|able|ite|ful|ly)?$", r"or\1", word)
    return {
        "defence": "defense",
        "offence": "offense",
        "centre": "center",
        "programme": "program",
        "towards": "toward",
    }.get(word, word)


def find_sayings(reading: Quoted) -> tuple[Saying, ...]:
    """Find every quotation of the article with its words; two parts around a tag are a saying as well."""
    text = reading.text
    sayings: list[Saying] = []
    last: Saying | None = None
    around: list[int] = []
    for quotation in reading.article.quotations:
        while around and around[-1] <= quotation.opened:
            around.pop()
        if len(around) >= DEEPEST:
            continue
        around.append(quotation.closed)
        start, end = quotation.span
        words, places = quoted_words(text, Span(start, min(end, start + LONGEST_SAYING)))
        if not words:
            continue
        joins = last is not None and _is_tag(text, last.marks.end, quotation.opened)
        marks = Span(quotation.opened, quotation.closed)
        saying = Saying(marks, words, places, frozenset(words), quotation, joins, last)
        sayings.append(saying)
        if joins and last is not None:
            both = Span(last.marks.start, saying.marks.end)
            words, places = last.words + words, last.places + places
            sayings.append(Saying(both, words, places, frozenset(words), last.quotation, before=last.before))
        last = saying
    return tuple(sayings)


def find_speaker(reading: Quoted, saying: Saying) -> Speaker:
    """Find who is said to have spoken: named around the words, or around those they go on from."""
    for _ in range(LONGEST_CHAIN):
        if saying.joins and saying.before is not None:
            saying = saying.before
            continue
        found = _speaker_around(reading, saying.quotation)
        if found is not None and found.pronoun and found.name is None:
            return Speaker(_meant(reading, saying.quotation), pronoun=True)
        before = saying.before
        if found is not None or before is None or not _goes_on_from(reading, saying, before):
            return found or NOBODY
        saying = before
    return NOBODY


def _is_tag(text: str, start: int, end: int) -> bool:
    """Tell whether what stands between two quotations only names the speaker of both."""
    if not 0 < end - start <= TAG_LONGEST:
        return False
    between = text[start:end].strip()
    if "\n" in between or not between.endswith((",", ":", "—", "–")) or re.search(r"[.!?]\s", between):
        return False
    return any(word.strip(",.").casefold() in speech_verbs() for word in between.split())


_MARK = lazy_pattern(r"(?:Mrs?|Ms|Dr)\.? ")
LONGEST_NAME = 60
"""Characters of a name, at most."""


def _meant(reading: Quoted, quotation: Quotation) -> PersonName | None:
    """Give the one person named shortly before a quotation that "he said" or "she said" belongs to."""
    number = reading.article.block_at(quotation.opened) or 0
    start = max(reading.article.blocks[max(0, number - 1)].span.start, quotation.opened - PRONOUN_REACH)
    tokens = tokenize(reading.text, Span(start, quotation.opened))
    named = {name.words[-1]: name for name in _names(reading, tokens) if _is_person(reading, name)}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_person(reading: Quoted, name: PersonName) -> bool:
    """Tell whether the article treats a name as a person's: it has a title or is called Mr, Ms or Dr."""
    last, addressed = name.text.split()[-1], _addressed(reading.text)
    at = bisect_left(addressed, last)
    if at < len(addressed) and addressed[at].startswith(last):
        return True
    return name.words[-1] in reading.people.by_surname


@lru_cache(maxsize=1)
def _addressed(text: str) -> tuple[str, ...]:
    """List in order what stands behind "Mr", "Ms" or "Dr" in a text: found once, however many names are asked for."""
    return tuple(sorted({text[mark.end() : mark.end() + LONGEST_NAME] for mark in _MARK.finditer(text)}))


def _speaker_around(reading: Quoted, quotation: Quotation) -> Speaker | None:
    number = reading.article.block_at(quotation.opened)
    block = reading.article.blocks[number].span if number is not None else Span(0, len(reading.text))
    return _after(reading, quotation, block) or _before(reading, quotation, block)


def _is_close(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell whether at most a few words stand between a name and the colon: "Ann Ray, hoarse:"."""
    return len([token for token in tokens if token.start >= name.end]) <= COLON_REACH


def _goes_on_from(reading: Quoted, saying: Saying, before: Saying) -> bool:
    """Tell whether a quotation right behind another one, in the same paragraph, goes on with its speaker."""
    first, last = before.marks.end, saying.marks.start
    return 0 <= last - first <= AFTER_LONGEST and "\n" not in reading.text[first:last]


def _after(reading: Quoted, quotation: Quotation, block: Span) -> Speaker | None:
    """Read what follows the quotation: "said X", "X said", "said the governor, X"."""
    text = reading.text
    end = min(block.end, quotation.closed + AFTER_LONGEST)
    tokens = _clause(tokenize(text, Span(quotation.closed, end)))
    if tokens and tokens[0].text == ",":
        tokens = tokens[1:]
    inside = text[quotation.span.start : quotation.span.end].rstrip()
    if not tokens or inside.endswith("."):
        return None
    if tokens[0].low in CLAUSE_OPENERS:
        return _who_spoke_it(reading, tokens)
    signed = _signature(reading, tokens, text[quotation.closed : end])
    if signed is not None:
        return signed
    verbs = speech_verbs()
    first = tokens[0]
    if first.low in PRONOUNS and len(tokens) > 1 and _verb_near(tokens, 1, 2):
        return Speaker(pronoun=True)
    pause = inside.endswith((",", "?", "!")) or text[quotation.closed : quotation.closed + 1] == ","
    if not first.low.endswith("ing") and (first.low in verbs or (pause and _looks_like_verb(first))):
        name = next((name for name in _names(reading, tokens[:14]) if not _is_governed(tokens, name)), None)
        if name is not None:
            return Speaker(name, certain=pause and not (name.doubtful or _is_one_of_two(tokens, name)))
    found = [name for name in _names(reading, tokens[:10]) if not _is_governed(tokens, name)]
    if found and pause and first.low not in ("a", "an"):
        name = found[0]
        following = [token for token in tokens if token.start >= name.end][:14]
        spoken = any(token.low in verbs for token in following) or (
            following[:1] and _looks_like_verb(following[0])
        )
        if name.start - quotation.closed <= 40 and spoken:
            alone = not (name.possessive or name.doubtful or _is_one_of_two(tokens, name))
            return Speaker(name, certain=alone)
    return None


def _signature(reading: Quoted, tokens: Sequence[Token], behind: str) -> Speaker | None:
    """Read "(Ann Ray)", "— Ann Ray" and "according to Ann Ray" behind a quotation."""
    if tokens[0].text in DASHES or tokens[0].low == "according":
        line = len(behind.split("\n", 1)[0].rstrip(" .)"))
        name = next(iter(_names(reading, tokens[1:8])), None)
        if name is None or name.possessive or name.doubtful:
            return None
        begins = all(token.low in SIGNED_WITH for token in tokens if token.end <= name.start)
        ends = name.end - tokens[0].start + (len(behind) - len(behind.lstrip())) >= line
        if begins and (ends or tokens[0].low == "according"):
            return Speaker(name, certain=True)
    return None


def _is_governed(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell whether a preposition stands before a name, whose owner speaks or is the speaker's friend, or "that"."""
    before = [token for token in tokens if token.end <= name.start]
    return bool(before) and before[-1].low in GOVERNS and [t.low for t in before[-2:]] != ["according", "to"]


def _who_spoke_it(reading: Quoted, tokens: Sequence[Token]) -> Speaker | None:
    """Read "and below it the name of Ann Ray, who said it": of a new clause, only what names the words again."""
    for name in _names(reading, tokens):
        behind = [token.low for token in tokens if token.start >= name.end][:4]
        said = len(behind) == 4 and behind[2] in speech_verbs() and behind[3] in THE_WORDS
        if behind[:2] == [",", "who"] and said:
            return Speaker(name, certain=not name.doubtful)
    return None


def _looks_like_verb(token: Token) -> bool:
    return token.text.islower() and token.text.endswith(("ed", "s")) and len(token.text) > 3


def _verb_near(tokens: Sequence[Token], start: int, reach: int) -> bool:
    return any(token.low in speech_verbs() for token in tokens[start : start + reach])


def _clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """Cut at the end of the sentence and at the next quotation."""
    for number, token in enumerate(tokens):
        if token.text in ('"', "“", "«", "‘", "!", "?", "„"):
            return tokens[:number]
        ends = token.text == "." and number and len(tokens[number - 1].text) > 3
        if ends and (number + 1 >= len(tokens) or tokens[number + 1].is_name):
            return tokens[:number]
    return tokens


def _before(reading: Quoted, quotation: Quotation, block: Span) -> Speaker | None:
    """Read what leads to the quotation: "X said that", "X called it", "X:"."""
    text = reading.text
    sentence = reading.sentence_at(max(block.start, quotation.opened - 1))
    start = max(block.start, sentence.start, quotation.opened - BEFORE_LONGEST)
    if start >= quotation.opened:
        return None
    tokens = list(tokenize(text, Span(start, quotation.opened)))
    if not tokens:
        return None
    verbs = speech_verbs()
    at = next((number for number in range(len(tokens) - 1, -1, -1) if tokens[number].low in verbs), -1)
    colon = tokens[-1].text == ":"
    names = list(_names(reading, tokens))
    named = _named_as_source(tokens, names)
    if named is not None:
        return named
    if at < 0:
        if colon and len(names) == 1 and _is_close(tokens, names[0]):
            return Speaker(names[0], certain=not names[0].possessive)
        return Speaker(names[0]) if len(names) == 1 else None
    verb = tokens[at]
    if at and tokens[at - 1].low in PRONOUNS - {"who"}:
        return Speaker(pronoun=True)
    ahead = [name for name in names if name.end <= verb.start and not name.possessive]
    if not ahead:
        return None
    if verb.low.endswith("ing"):
        return Speaker(ahead[0], certain=len({name.words[-1] for name in ahead}) == 1)
    nearest = _before_pause(tokens[:at], ahead)
    between = [token for token in tokens[:at] if token.start >= nearest.end]
    direct = len(between) <= 2 or (between[0].text == "," and between[-1].text == ",")
    certain = direct or (len(ahead) == 1 and len(between) <= 12)
    alone = not (nearest.doubtful or _is_one_of_two(tokens, nearest))
    return Speaker(nearest, certain=certain and alone)


def _is_one_of_two(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell whether two spoke together: "Ann Ray and Tom Lind said"."""
    before = [token for token in tokens if token.end <= name.start][-2:]
    after = [token for token in tokens if token.start >= name.end][:2]
    led = len(before) == 2 and before[1].low == "and" and before[0].is_name
    return led or (len(after) == 2 and after[0].low == "and" and after[1].is_name)


def _before_pause(tokens: Sequence[Token], names: Sequence[PersonName]) -> PersonName:
    """Give the one who speaks: the last name before the verb, or that before an aside that the verb ends."""
    if tokens and tokens[-1].text == ",":
        commas = {token.start for token in tokens[:-1] if token.text == ","}
        return next((name for name in names if name.end in commas), names[-1])
    return names[-1]


def _named_as_source(tokens: Sequence[Token], names: Sequence[PersonName]) -> Speaker | None:
    """Read "according to Ann Ray", "in the words of Ann Ray", and "Lind quoted Ann Ray as saying"."""
    for name in reversed(names):
        if name.possessive:
            continue
        before = [token.low for token in tokens if token.end <= name.start][-4:]
        source = before[-2:] == ["according", "to"] or before[-4:] == ["in", "the", "words", "of"]
        behind = [token.low for token in tokens if token.start >= name.end]
        quoted = (
            before[-1:]
            and before[-1] in QUOTES
            and (behind in ([":"], [","]) or behind[:2] == ["as", "saying"])
        )
        if quoted or (source and all(low in (",", ":", "that") for low in behind)):
            return Speaker(name, certain=not name.doubtful)
    return None


def _names(reading: Quoted, tokens: Sequence[Token]) -> Iterator[PersonName]:
    """Find the personal names among tokens: two words, or one that the article knows as a person's."""
    at = 0
    count = len(tokens)
    while at < count:
        if not (tokens[at].is_name and tokens[at].text[0].isalpha()):
            at += 1
            continue
        end = at
        while end + 1 < count and not tokens[end].possessive and _goes_on(tokens, end):
            end += 1
        titled = end + 1 < count and not tokens[end].possessive and tokens[end + 1].low in title_words()
        name = None if titled else _name_at(reading, tokens, end, at)
        if name is not None:
            yield name
        at = end + 1


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1]
    if after.is_name and after.text[0].isalpha():
        return True
    if after.text in ("-", ".") and at + 2 < len(tokens):
        return tokens[at + 2].is_name and (after.text == "-" or len(tokens[at].text) <= 4)
    return after.low in ("von", "van", "de", "der", "den", "la", "di", "da", "al", "bin") and at + 2 < len(
        tokens
    )


def _name_at(reading: Quoted, tokens: Sequence[Token], end: int, first: int) -> PersonName | None:
    token = tokens[end]
    bare = token._replace(possessive=False)
    probe = [*tokens[:end], bare]
    name = read_name_back(reading.text, probe, end, first)
    if name is None:
        return None
    if token.possessive:
        name = PersonName(
            name.start, name.end - 2, name.text[:-2], (*name.words[:-1], fold(token.low)), "", True
        )
    if any(word in ORGANISED or word in families() for word in name.words) or country_of(name.text):
        return None
    words = name.text.split()
    if len(words) > 1 and country_of(words[0]):
        return None
    if len(name.words) > 1 or name.honorific or _is_known(reading, name):
        return name
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    before = tokens[first - 1] if first else None
    speaks = (after is not None and (after.low in speech_verbs() or after.text == ":")) or (
        before is not None and before.low in speech_verbs() and (after is None or not after.is_word)
    )
    speaks = speaks and not token.possessive and not seat_of(name.text)
    return replace(name, doubtful=True) if speaks else None


def _is_known(reading: Quoted, name: PersonName) -> bool:
    """Tell whether a single word is the surname of somebody whom the article names in full."""
    if name.words[-1] in reading.people.by_surname:
        return True
    at = reading.text.find(name.text)
    for _ in range(LOOKS):
        if at < 0:
            break
        before = reading.text[max(0, at - 24) : at]
        if re.search(r"[^\W\d_a-z][\w’'-]+ (?:[^\W\d_a-z]\. )?$", before) and before.split()[
            -1
        ].casefold() not in (NOT_NAMES | families().keys()):
            return True
        at = reading.text.find(name.text, at + 1)
    return False
