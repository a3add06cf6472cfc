"""An article as it was read: its tokens, figures and people, each worked out once, when first asked for."""

from bisect import bisect_right
from functools import cached_property

from pytest_factcheck.articles.article import Article
from pytest_factcheck.language.jurisdictions import countries_in
from pytest_factcheck.language.mentions import find_mentions
from pytest_factcheck.language.people import People, find_people
from pytest_factcheck.language.speech import Saying, Speaker, find_sayings, find_speaker
from pytest_factcheck.language.tokens import Token, tokenize
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.span import Span

PLAIN = {**dict.fromkeys("\t\n\r\xa0\u2007\u2009\u202f", " "), "’": "'"}


class Reading:
    """What the language rooms know of one article; it changes nothing in the article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self._tokens: dict[int, tuple[Token, ...]] = {}

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every figure, time and label of the article, in order."""
        return tuple(find_mentions(self.text, self.article.published))

    @cached_property
    def flat(self) -> str:
        """The text with plain spaces and apostrophes, character for character."""
        flat = self.text
        for char, plain in PLAIN.items():  # faster than one translation: most are not there
            flat = flat.replace(char, plain)
        return flat

    @cached_property
    def mention_from(self) -> dict[int, Mention]:
        """The figures and times by the offsets at which they start."""
        return {mention.start: mention for mention in self.mentions}

    @cached_property
    def low(self) -> str:
        """The flat text in lower case, character for character."""
        low = self.flat.lower()
        if len(low) == len(self.text):
            return low
        return "".join(char.lower() if len(char.lower()) == 1 else char for char in self.flat)

    @cached_property
    def people(self) -> People:
        """Everyone to whom the article gives a title."""
        return find_people(self)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """Every quotation with its words."""
        return find_sayings(self)

    @cached_property
    def _speakers(self) -> dict[Span, Speaker]:
        return {}

    def speaker(self, saying: Saying) -> Speaker:
        """Who is said to have spoken a quotation."""
        known = self._speakers.get(saying.marks)
        if known is None:
            known = self._speakers[saying.marks] = find_speaker(self, saying)
        return known

    @cached_property
    def countries(self) -> frozenset[str]:
        """The names and adjectives of countries that the article uses."""
        return countries_in(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The article's sentences, in order."""
        return self.article.sentences

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """Number of the sentence that holds the offset (or the last one before it), counted from 0."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the offset; the whole text if the article has no sentences."""
        if not self.sentences:
            return Span(0, len(self.text))
        return self.sentences[self.sentence_index(offset)]

    def tokens(self, sentence: Span) -> tuple[Token, ...]:
        """The words and marks of a sentence."""
        known = self._tokens.get(sentence.start)
        if known is None:
            known = self._tokens[sentence.start] = tokenize(self.text, sentence)
        return known

    def in_quotation(self, start: int, end: int) -> bool:
        """Tell whether the words stand between quotation marks."""
        return self.article.quotation_around(start, end) is not None
