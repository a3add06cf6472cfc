"""Offices: who holds which, and since when."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import field_validator

from pytest_factcheck.language.jurisdictions import (
    NOWHERE,
    Jurisdiction,
    compare,
    plain,
    read_jurisdiction,
)
from pytest_factcheck.language.lists import CALENDAR
from pytest_factcheck.language.people import People, Titled, find_called
from pytest_factcheck.language.personal import Person, fold, fold_name, make_person
from pytest_factcheck.language.reading import Reading
from pytest_factcheck.language.titlephrase import read_titles
from pytest_factcheck.language.titles import Family, Role, families
from pytest_factcheck.language.titlewords import STARTERS
from pytest_factcheck.model.fact import Fact
from pytest_factcheck.model.figure import Alternative
from pytest_factcheck.model.link import Strength
from pytest_factcheck.model.mention import Days, Mention
from pytest_factcheck.model.pattern import lazy_pattern
from pytest_factcheck.model.verdict import Finding, Outcome

MINISTERS = frozenset({"minister", "secretary"})
GOVERNMENTS = frozenset({"president", "prime minister", "chancellor", "first minister"})
GENERIC = frozenset({"director", "manager", "commander"})
"""Roles of which a person may hold another one beside the fact's."""
WORN = frozenset({"general", "colonel", "admiral", "commander", "police inspector"})
"""Ranks, which whoever holds an office may wear beside its title."""
HONOURS = frozenset({"judge", "king", "queen", "prince", "princess", "emperor"})
"""Titles that people keep before their names in offices of other domains."""
HANDOVER = timedelta(days=1)
"""Around the day on which an office changes hands, the titles of both holders are fair."""
ONE_A_PLACE = frozenset({"state", "crown", "police", "church", "court", "military", "school", "own"})
"""Domains of which a story has one holder of each role, so that a title without a place is the fact's."""
ONE_A_COUNTRY = frozenset({"chief medical officer"})
"""Roles of other domains of which a country has one."""
OF_BODIES = frozenset({"secretary general", "commissioner", "speaker", "opposition leader"})
"""Roles of which every body of the news has one, so that the last body named is the title's."""
LOOSE_WORDS = frozenset({"boss", "chief", "supremo", "head"})
"""Words for whoever leads, which may confirm an office when they stand right before the name."""
ELSEWHERE = lazy_pattern(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear) [^\W\d_a-z]\w+")
LEVELS = {
    **dict.fromkeys(("president", "prime minister", "chancellor", "minister", "secretary"), "country"),
    **dict.fromkeys(("governor", "first minister"), "region"),
    **dict.fromkeys(("mayor", "council leader", "sheriff"), "town"),
}
"""What roles govern: a title of another level, without a place, belongs to another place."""
LEVEL_WORDS = frozenset("state federal national regional provincial county district local village".split())
"""Words for the place of an office that say of which level it is, not which place."""
HEADS = {
    "head of state": frozenset({"president", "king", "queen", "emperor", "prince", "governor"}),
    "judge": frozenset({"chief justice"}),
    "head of government": frozenset(
        {"prime minister", "chancellor", "first minister", "president", "governor"}
    ),
}
NEW_CLAUSE = lazy_pattern(r";|\b(?:that|which|whose|where|since|because|whom)\b", re.IGNORECASE)
"""Words by which a date is of another clause than the title: "to end the war that began in 2022"."""
PAST = lazy_pattern(
    r"\b(?:at the time|back then|years? ago|decades? ago|century|in the (?:19|20)\d0s|formerly|under|when|"
    r"previous|predecessor|succeeded|replaced|successor|history|historic|died|late|last year|then)\b",
    re.IGNORECASE,
)
MOST_HOLDERS, MOST_COUNTRIES = 60, 12
"""Titles of one role, and countries, above which an article is not about one place."""
SINCE = lazy_pattern(r",?\s+(since|in|on)\s+(?:the\s+)?(?=\w)")
STARTED = lazy_pattern(
    r",?\s+who\s+(?:took over|took office|took charge|started)(?:\s+(?:since|in|on))?\s+(?:the\s+)?(?=\w)"
)
BECAME = lazy_pattern(r"\b(?:became|took over|took office)\b")
SLIP = 3
"""Years by which a start is off that is a slip; farther away it may be an earlier term."""
SHORT_FORM = 3
"""Letters up to which a place's name is an abbreviation."""
BODY_REACH = 1500
"""Characters before a title in which the fact's body is the last one named."""
INSIDE_NAME = lazy_pattern(r"(?<=[^\W\dA-Z_,;:])[,;:]?\s+[“\"‘']?([^\W\d_a-z]\w+)")
"""A capitalised word inside a sentence."""
FIRST_WORD = lazy_pattern(r"[^\W\d_]+")
NEARBY = 60
"""Characters around a title in which words of the past make it a former one."""
DONE_BY = lazy_pattern(
    r"\b(?:[a-z]{2,}ed|sent|made|built|sold|bought|set|put|begun|brought|drawn|driven|given|held|kept|laid|led|left|lent"
    r"|lost|met|paid|shut|struck|sworn|taken|told|won|written|cut|chosen|hit|hurt|run|spent|thrown)"
    r"(?:[ \t]+[a-z]+){0,2}\s+by\s+(?:the\s+)?$"
)
"""A participle and "by" before a title."""
OF_THEN = lazy_pattern(
    r"\b(?:under|when|replac(?:ed|es|ing)|succeed(?:ed|s|ing)|successor (?:of|to)|took over from"
    r"|taking over from|defeat(?:ed|ing)|beat(?:ing)?|oust(?:ed|ing)|unseat(?:ed|ing)|toppl(?:ed|ing)|inherited from"
    r"|predecessor,?|(?:his|her|their)\s+(?:[a-z-]+\s+){0,3}(?:years?|months|time|tenure|spell|term|stint|days|reign)\s+as"
    r")\s+(?:the\s+|then\s+)?$",
    re.IGNORECASE,
)
"""Words right before a title that put its holder into the past: "under Mayor Ray", "took over from"."""
FICTION = lazy_pattern(
    r"\b(?:film|movie|novel|drama|thriller|sitcom|musical|fiction(?:al)?|played by|starring|portray\w+)\b",
    re.IGNORECASE,
)
YEAR_SET = lazy_pattern(
    r"(?:It was|It is|In|Back in|By|The year (?:is|was))\s+(?:[A-Za-z,]+\s+){0,4}(?P<year>(?:1[5-9]|20)\d\d)\b"
)
"""A sentence's opening that sets the year of the story that goes on behind it."""
TOOK_OVER = lazy_pattern(
    r"\b(?:took (?:office|over|charge)|tak(?:es|ing) (?:office|over|charge)|succe(?:eded|eds|eding)|replac(?:ed|es|ing)"
    r"|inherit(?:ed|s|ing)|appointed|sworn in|elected|came to power|defeated|beat|ousted|toppled|unseated|resigned)\b"
)
"""Words of a change: beside the fact's person, another holder is the one before or after."""
FOR_EVER = lazy_pattern(
    r"\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|only|last|longest|shortest|youngest|oldest)\b",
    re.IGNORECASE,
)
"""Words of a title that stay true when the office is over: "Ostby's first female mayor, Ann Ray"."""
VISITS = lazy_pattern(
    r"\b(?:visit\w*|arriv\w+|land(?:ed|ing)|fl(?:ew|ies|ying) (?:in)?to|trip|tour(?:ed|ing|s)?|guest|host(?:s|ed|ing)?"
    r"|welcom\w+|receiv\w+|travel\w+|on (?:his|her) way)\b",
    re.IGNORECASE,
)
"""Words for a stay of which the holder of another place's office may be told without that place."""
KINDS_OF_PLACES = frozenset(
    "police army navy bank party union university college school hospital church court parliament club company"
    " council committee board commission".split()
)
"""Words before a title that may name another body than the fact's: "a former police spokesman"."""
EVENT = lazy_pattern(
    r"[ \t]*,?\s(?:after|before|during|following|in response to|in the wake of|amid|at the start of)\s"
)
NEWS_DAY = lazy_pattern(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|this (?:week|month|morning|year)"
    r"|last (?:week|night))\b"
)
"""Words for the days that news is of."""
SPEAKS = lazy_pattern(
    r",?\s+(?:has\s+)?(?:said|says|told|tells|added|adds|warned|warns|insisted|insists|argued|argues|announced|announces)\b"
)
YEAR = lazy_pattern(r"\b(?:1[5-9]|20)\d\d\b")
NEGATED = lazy_pattern(
    r"\b(?:not|never|nor|no longer|isn['’]t|wasn['’]t|if|as if|instead of|rather than)\s*$", re.IGNORECASE
)


class OtherOffice(Alternative):
    """Another true office of the person, or another true holder of the office."""

    office: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """One accepted wording of the office, taken apart."""

    role: Role
    jurisdiction: Jurisdiction
    words: str

    @property
    def is_former(self) -> bool:
        """Tell whether the fact itself says "former"."""
        return self.role.status == "past"


Sameness = Literal["same", "vague", "rank", "department", "different"]


class Office(Fact):
    """A person and the office that they hold.

    ## What it checks
    The titles that an article gives to the person, in any construction ("US President Ann Ray", "Ann Ray,
    the American president", "Ann Ray, who became president"), with their status: former, acting, -elect,
    deputy. With `only_one`, also whether the office is given to somebody else. `from` and `until` are the
    tenure: later articles must say "former", earlier ones must not use the title. An office of another place
    or level may be held beside the fact's and only warns, unless `only_office` says that it is the only one.

    ## Why it matters
    A wrong title insults its holder, tells readers that the article is out of date, and is the error that
    readers report most.

    ## Examples that contradict and that agree
    Ann Ray has been Mayor of Ostby since 1 May 2024 (`only_one: true`):

    - contradicts: "former Ostby mayor Ann Ray", "deputy mayor Ann Ray", "Mayor of Norrby Ann Ray",
      "Ostby's mayor, Tom Lind,"
    - agrees: "Mayor Ann Ray", "Ann Ray, the mayor of Ostby,", "Ray, who became mayor last year"

    ## What it leaves alone
    The name alone, loose words ("the Ostby politician", "party leader Ann Ray", "a former teacher"), former
    offices of another kind, other people's former or future titles, and offices of other places.
    """

    kind: ClassVar[str] = "office"
    value_keys: ClassVar[tuple[str, ...]] = ("office", "person")

    office: str
    person: str
    only_one: bool = False
    only_office: bool = False
    also_true: tuple[OtherOffice, ...] = ()

    @field_validator("office", "person")
    @classmethod
    def _is_written(cls, text: str) -> str:
        if not text.strip() or not any(char.isalpha() for char in text):
            raise ValueError("Write the words of the office and the name of the person.")
        return " ".join(text.split())

    def holds_on(self, day: date | None) -> bool:
        """Check articles of every day: outside the tenure the title itself is wrong."""
        return True

    def subjects(self) -> tuple[str, ...]:
        """List the person's forms, the office's wordings, and what the office belongs to."""
        names = self.setting.names
        words = [*names.all_forms(self.person), *self._surnames, self.office, *self.also]
        if self.only_one:
            places = [place for held in self._held for place in (held.role.place, held.role.owner) if place]
            words += [form for place in places for form in names.all_forms(place.removeprefix("the "))]
            words += [word for word in self.setting.story if any(_stem(word, place) for place in places)]
            words += [
                wording for wording, family in families().items() if not places and family in self._families
            ]
        return tuple(dict.fromkeys(words))

    def find(self, reading: Reading) -> tuple[Finding, ...]:
        """Judge every title that the article gives to the person, and every holder of the office."""
        day = reading.article.published or self.setting.as_of
        groups = [reading.people]
        if self._own_wordings:
            groups.append(find_called(reading, self._own_wordings))
        findings: dict[int, list[Finding]] = {}
        for people in groups:
            for titled, finding in self._judge_all(reading, people, day):
                findings.setdefault(titled.name.start, []).append(finding)
        return tuple(finding for found in findings.values() for finding in _settle(found))

    def _judge_all(
        self, reading: Reading, people: People, day: date | None
    ) -> Iterator[tuple[Titled, Finding]]:
        seen: set[int] = set()
        for key in self._person.keys:
            for titled in people.by_surname.get(key, ()):
                if self._person.liken(titled.name) == "same":
                    seen.add(id(titled))
                    finding = self._judge_title(reading, titled, people, day)
                    if finding is not None:
                        yield titled, finding
        for family in self._families:
            for titled in people.by_family.get(family.name, ()):
                if id(titled) not in seen:
                    finding = self._judge_holder(reading, titled, people, day)
                    if finding is not None:
                        yield titled, finding

    @cached_property
    def _person(self) -> Person:
        return make_person(self.person, self.setting.names)

    @cached_property
    def _surnames(self) -> tuple[str, ...]:
        last = self.person.split()[-1]
        return (last,) if len(last) > 2 and not self.setting.names.knows(last) else ()

    @cached_property
    def _holders(self) -> tuple[Person, ...]:
        return tuple(
            make_person(other.person, self.setting.names) for other in self.also_true if other.person
        )

    @cached_property
    def _held(self) -> tuple[Held, ...]:
        """The accepted offices: the fact's wordings, and those that its sentence uses."""
        wordings = [self.office, *self.also, *(other.office for other in self.also_true if other.office)]
        return tuple(self._take_apart(wordings))

    @cached_property
    def _also_held(self) -> tuple[Held, ...]:
        return tuple(held for held in self._take_apart([self.fact]) if not held.role.plural)

    def _take_apart(self, wordings: Iterable[str]) -> Iterator[Held]:
        for wording in wordings:
            for role in read_titles(wording):
                yield Held(role, self._jurisdiction(role, None), wording)

    @cached_property
    def _families(self) -> tuple[Family, ...]:
        current = (held.role.family for held in self._held if not held.is_former)
        return tuple(dict.fromkeys(current))

    @cached_property
    def _own_wordings(self) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(held.role.family.name for held in self._held if held.role.family.domain == "own")
        )

    @cached_property
    def _home(self) -> Jurisdiction:
        return next((held.jurisdiction for held in self._held if held.jurisdiction.named), NOWHERE)

    def _jurisdiction(self, role: Role, people: People | None) -> Jurisdiction:
        names = self.setting.names
        place = read_jurisdiction(role.place, names) if role.place else NOWHERE
        if place.named or not role.owner:
            return place
        if (
            people is not None
            and fold_name(role.owner)[-1:]
            and fold_name(role.owner)[-1] in people.by_surname
        ):
            return NOWHERE
        return read_jurisdiction(role.owner, names)

    def _covers(self, day: date | None) -> bool:
        return day is None or (
            (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)
        )

    def _before(self, day: date | None) -> bool:
        return day is not None and self.from_ is not None and day < self.from_

    def _is_over(self, day: date | None) -> bool:
        return day is not None and self.until is not None and day > self.until

    def _is_handed_over(self, day: date | None) -> bool:
        """Tell whether the office changes hands on the day, the day before or the day after."""
        if day is None:
            return False
        return any(turn is not None and abs(day - turn) <= HANDOVER for turn in (self.from_, self.until))

    # -- the title of the fact's person

    def _judge_title(
        self, reading: Reading, titled: Titled, people: People, day: date | None
    ) -> Finding | None:
        role = titled.role
        stated = self._jurisdiction(role, people)
        fits = [(held, _sameness(role, held.role), compare(stated, held.jurisdiction)) for held in self._held]
        if _negated(reading.text, titled):
            return None
        if role.told:
            return self._judge_told(reading, titled, stated, fits, day)
        places = [place for _, same, place in fits if same == "same"]
        elsewhere = False in places and True not in places
        matching = [
            held for held, same, place in fits if same == "same" and place is not False and not elsewhere
        ]
        if role.status == "then":
            over = role.status_words == "until" and bool(matching) and self._is_over(day)
            return self._agrees(reading, titled, "the tenure is over") if over else None
        if role.status == "past":
            return self._judge_former(reading, titled, matching, day)
        if role.status == "future":
            return self._judge_future(reading, titled, matching, day)
        if (
            role.status == "temporary"
            and matching
            and not any(h.role.status == "temporary" for h in matching)
        ):
            return self._differs(reading, titled, f"“{role.status_words}” is not part of the office")
        current = [held for held in matching if not held.is_former]
        if current:
            return self._judge_current(reading, titled, day)
        if matching and titled.tie != "was":
            return self._differs(reading, titled, "the office is a former one")
        if matching:
            return None
        if any(same == "vague" and place is True for _, same, place in fits):
            return self._agrees(reading, titled, "a loose word for the same office")
        if self._is_loosely_called(reading, titled, stated, fits):
            return self._finding(reading, titled, "agrees", "loose", "a loose word for an office like it")
        if self._is_told(role, stated):
            return None
        return self._judge_other(reading, titled, stated, fits, day)

    def _is_loosely_called(
        self,
        reading: Reading,
        titled: Titled,
        stated: Jurisdiction,
        fits: list[tuple[Held, Sameness, bool | None]],
    ) -> bool:
        """Tell whether "boss Ann Ray" stands in an article about the body that she leads."""
        if titled.tie != "before" or titled.role.wording not in LOOSE_WORDS or stated.named:
            return False
        vague = any(same == "vague" and held.role.family.exclusive for held, same, _ in fits)
        return vague and any(_stands_in(reading, form) for form in self._home.keys)

    def _judge_told(
        self,
        reading: Reading,
        titled: Titled,
        stated: Jurisdiction,
        fits: list[tuple[Held, Sameness, bool | None]],
        day: date | None,
    ) -> Finding | None:
        """Judge "X, who chairs the club": it confirms the office, and no other one speaks against it."""
        if any(same in ("same", "vague") and place is True for _, same, place in fits) or (
            any(same == "same" for _, same, _ in fits) and not stated.named
        ):
            return self._judge_current(reading, titled, day)
        return None

    def _is_told(self, role: Role, stated: Jurisdiction) -> bool:
        """Tell whether the fact's own sentence gives the person that title as well."""
        return any(
            _sameness(role, held.role) == "same"
            and compare(stated, held.jurisdiction) is not False
            and held.role.status == role.status
            for held in self._also_held
        )

    def _judge_former(
        self, reading: Reading, titled: Titled, matching: list[Held], day: date | None
    ) -> Finding | None:
        if any(held.is_former for held in matching):
            return self._agrees(reading, titled, f"“{titled.role.status_words}” belongs to the office")
        if not matching:
            return None
        if self._is_over(day):
            return self._agrees(reading, titled, f"the tenure ended on {_day(self.until)}")
        if self._before(day) or titled.tie == "was" or self._is_handed_over(day):
            return None
        if self._is_of_another_kind(titled.role):
            return None
        return self._differs(
            reading,
            titled,
            f"“{titled.role.status_words}” is wrong while the office is held",
            clear=titled.clear,
        )

    def _is_of_another_kind(self, role: Role) -> bool:
        """Tell whether a common word of the title names a kind of body that the office does not name."""
        own = {word for words in (self.office, self.fact, *self.also) for word in words.casefold().split()}
        return not KINDS_OF_PLACES.intersection(role.place.casefold().split()) <= own

    def _judge_future(
        self, reading: Reading, titled: Titled, matching: list[Held], day: date | None
    ) -> Finding | None:
        if not matching:
            return None
        certain = plain(titled.role.status_words) in ("elect", "designate", "incoming")
        if certain and self._before(day):
            return self._agrees(reading, titled, f"the tenure begins on {_day(self.from_)}")
        if not certain or self.from_ is None or titled.tie == "was" or not self._covers(day):
            return None
        if self._is_handed_over(day):
            return None
        return self._differs(reading, titled, f"in office since {_day(self.from_)}", clear=titled.clear)

    def _judge_current(self, reading: Reading, titled: Titled, day: date | None) -> Finding | None:
        if self._covers(day):
            return self._judge_start(reading, titled) or self._agrees(
                reading, titled, "the office and its holder"
            )
        if titled.tie == "was" or titled.role.status == "outgoing" or self._is_handed_over(day):
            return None
        if self._before(day) and titled.role.article in ("a", "an"):
            return None  # "a President Ray could": a thought of what may come
        if self._is_over(day) and (_holds_for_ever(titled) or self._is_of_then(reading, titled)):
            return None
        clear = titled.clear and not self._tells_of_past(reading, titled, day)
        clear = clear and not _is_done_by(reading, titled)
        if self._before(day):
            return self._differs(reading, titled, f"the tenure begins on {_day(self.from_)}", clear=clear)
        return self._differs(
            reading, titled, f"the tenure ended on {_day(self.until)}: say “former”", clear=clear
        )

    def _judge_start(self, reading: Reading, titled: Titled) -> Finding | None:
        """Judge the day from which the text says that the office is held: "mayor since May 2022"."""
        mention = self._start_of(reading, titled) if self.from_ is not None else None
        stated = mention.value if mention is not None and mention.kind == "date" else None
        if self.from_ is None or not isinstance(stated, Days) or stated.start is None or stated.end is None:
            return None
        if stated.start <= self.from_ < stated.end:
            finding = self._agrees(reading, titled, f"the office and its holder since {_day(self.from_)}")
            return replace(finding, end=mention.end) if mention is not None else finding
        near = abs(stated.start.year - self.from_.year) <= SLIP
        reason = f"in office since {_day(self.from_)}, not {mention.text if mention else ''}"
        return self._differs(reading, titled, reason, clear=titled.clear and near)

    def _start_of(self, reading: Reading, titled: Titled) -> Mention | None:
        """Find the day behind a title from which the office is held: "since May", "who took over in May"."""
        after = titled.end
        took = SINCE.match(reading.text, after)
        if took is not None:
            between = reading.text[titled.name.end : after]
            if took.group(1) != "since" and not BECAME.search(between):
                return None
        else:
            took = STARTED.match(reading.text, after)
        if took is None:
            return None
        return reading.mention_from.get(took.end()) or reading.mention_from.get(took.end() - len("the "))

    def _judge_other(
        self,
        reading: Reading,
        titled: Titled,
        stated: Jurisdiction,
        fits: list[tuple[Held, Sameness, bool | None]],
        day: date | None,
    ) -> Finding | None:
        """Judge a title that is none of the accepted ones."""
        role = titled.role
        if titled.tie == "was" or role.family.head or role.status == "outgoing":
            return None
        if not self._covers(day) or self._is_handed_over(day):
            return None
        if self._is_worn(titled) or self._is_dated_before(reading, titled):
            return None
        if any(same == "same" for _, same, _ in fits):
            reason = f"“{stated.words}” is not what the office belongs to"
            return self._differs(
                reading, titled, reason, clear=titled.clear and self._is_certain(role, stated)
            )
        if any(same == "rank" and place is not False for _, same, place in fits):
            return self._differs(reading, titled, "the rank is another one", clear=titled.clear)
        if any(same == "department" and place is not False for _, same, place in fits):
            return self._differs(reading, titled, "the department is another one", clear=titled.clear)
        if (
            not role.family.exclusive
            or role.family.name in GENERIC
            or any(same == "vague" for _, same, _ in fits)
        ):
            return None
        same_body = any(place is True for _, _, place in fits)
        governs = role.family.name in GOVERNMENTS and bool(stated.country) and not stated.body
        if stated.named and not same_body and not (role.family.fulltime or governs):
            return None
        if not same_body and not any(_rivals(role, held.role) for held, _, _ in fits):
            return None
        beside = role.rank == "deputy" and role.family.name in GOVERNMENTS
        if beside and any(held.role.family.name in MINISTERS for held, _, _ in fits):
            return None
        beside = not same_body and not self.only_office and self._is_of_another_place(role, stated)
        return self._differs(reading, titled, "the role is another one", clear=titled.clear and not beside)

    def _is_worn(self, titled: Titled) -> bool:
        """Tell whether a title is a rank or an honour, worn beside whatever office: "Gen Ann Ray"."""
        family = titled.role.family
        if family.name in WORN:
            return not any(held.role.family.name in WORN for held in self._held)
        honoured = titled.tie == "before" and family.name in HONOURS
        return honoured and not any(held.role.family.domain in ("crown", "court") for held in self._held)

    def _is_of_another_place(self, role: Role, stated: Jurisdiction) -> bool:
        """Tell whether an office may be held beside the fact's: it belongs to another place or level."""
        if any(held.role.family.domain in ("staff", "own") for held in self._held):
            return False
        if stated.named or LEVEL_WORDS.intersection(role.place.casefold().split()):
            return True
        level = LEVELS.get(role.family.name)
        known = {LEVELS.get(held.role.family.name) for held in self._held}
        return level is not None and None not in known and level not in known

    def _is_certain(self, role: Role, stated: Jurisdiction) -> bool:
        """Tell whether a foreign body may fail an article: not an association beside the fact's country."""
        known = self._home
        if stated.country and not stated.body:
            return bool(known.country or known.body)
        return not (stated.body and known.country and not known.body) or stated.country not in (
            "",
            known.country,
        )

    # -- the holder of the fact's office

    def _judge_holder(
        self, reading: Reading, titled: Titled, people: People, day: date | None
    ) -> Finding | None:
        likeness = self._person.liken(titled.name)
        if likeness == "same" or any(other.liken(titled.name) == "same" for other in self._holders):
            return None
        if not self.only_one and likeness != "near":
            return None
        role = titled.role
        if (
            role.status
            or role.plural
            or titled.tie == "was"
            or not self._covers(day)
            or _negated(reading.text, titled)
        ):
            return None
        if likeness != "near" and (self._is_handed_over(day) or self._is_of_another_time(reading, titled)):
            return None
        stated = self._jurisdiction(role, people)
        places = [
            compare(stated, held.jurisdiction)
            for held in self._held
            if not held.is_former and _sameness(role, held.role, strict=True) == "same"
        ]
        if not places or (False in places and True not in places) or self._is_first_name(titled):
            return None
        if role.family.head and True not in places:
            return None  # everybody is the head or leader of something
        return self._name_holder(reading, titled, people, day, likeness == "near", True in places, stated)

    def _is_first_name(self, titled: Titled) -> bool:
        """Tell whether only the person's first name was read, as before a surname in lower case."""
        words = titled.name.words
        return len(words) == 1 and any(form[0] == words[0] for form in self._person.forms)

    def _name_holder(
        self,
        reading: Reading,
        titled: Titled,
        people: People,
        day: date | None,
        near: bool,
        placed: bool,
        stated: Jurisdiction,
    ) -> Finding | None:
        name = titled.name
        if not placed and not near and VISITS.search(titled.sentence.of(reading.text)):
            return None
        if not placed and (stated.named or not (near or self._is_home(reading, titled, people))):
            return None
        if near:
            reason = f"“{name.text}” is not an accepted spelling of {self.person}"
            return self._differs(reading, titled, reason, clear=titled.clear and len(name.words) > 1)
        known = len(name.words) > 1 or name.honorific or name.words in self._person.others
        if not known and not placed:
            return None
        clear = (
            titled.clear
            and known
            and not self._tells_of_past(reading, titled, day)
            and not _is_shouted(name.text)
            and (placed or self._is_of_the_story(reading, titled))
        )
        return self._differs(reading, titled, f"the office is given to {name.text}", clear=clear)

    def _is_of_the_story(self, reading: Reading, titled: Titled) -> bool:
        """Tell whether a title that names no place can only be of the fact's place or body."""
        family = titled.role.family
        if _is_elsewhere(reading, titled):
            return False
        if family.name in OF_BODIES and self._home.body:
            return self._is_last_body(reading, titled)
        if family.domain in ONE_A_PLACE or family.name in ONE_A_COUNTRY:
            return True
        if family.domain != "company" or not family.exclusive or family.name in GENERIC:
            return False
        return self._is_last_body(reading, titled)

    def _is_last_body(self, reading: Reading, titled: Titled) -> bool:
        """Tell whether the fact's body is named before the title, and no other name stands between."""
        floor = max(0, titled.start - BODY_REACH)
        ends = [
            at + len(form)
            for form in self._home.keys
            if len(form) > SHORT_FORM and (at := reading.low.rfind(form, floor, titled.start)) >= 0
        ]
        if not ends:
            return False
        known = {word for person in reading.people.titled for word in person.name.words} | CALENDAR
        known.update(word for form in self._home.keys for word in form.split())
        last = max(ends)
        around = reading.text[reading.sentence_at(last - 1).start : titled.start]
        opening = FIRST_WORD.search(around)
        opens = opening is None or fold(opening.group()) in known | STARTERS
        return opens and all(fold(word) in known for word in INSIDE_NAME.findall(around))

    def _is_home(self, reading: Reading, titled: Titled, people: People) -> bool:
        """Tell whether a title without a place can only be the fact's: no rival is in the article."""
        home = self._home
        same_role = people.by_family.get(titled.role.family.name, ())
        if len(same_role) > MOST_HOLDERS:
            return False
        for other in same_role:
            place = self._jurisdiction(other.role, people)
            rival = other.name.words != titled.name.words and self._person.liken(other.name) not in (
                "same",
                "near",
            )
            if rival and not other.role.status:
                return False
            if place.named and compare(place, home) is not True:
                return False
        if home.named and not any(_stands_in(reading, form) for form in home.keys):
            return False
        if titled.role.family.domain == "company":
            return True  # a firm stays the story's, whatever countries it deals with
        if len(reading.countries) > MOST_COUNTRIES:
            return False
        return all(
            compare(read_jurisdiction(name, self.setting.names), home) is True for name in reading.countries
        )

    def _tells_of_past(self, reading: Reading, titled: Titled, day: date | None) -> bool:
        first, last = titled.sentence
        before = reading.text[max(first, titled.start - NEARBY) : titled.start]
        after = reading.text[titled.end : min(last, titled.end + NEARBY)]
        clause = NEW_CLAUSE.search(after)
        around = before + (after[: clause.start()] if clause else after)
        number = reading.sentence_index(first)
        opening = YEAR_SET.match(reading.text, reading.sentences[number - 1].start) if number else None
        if opening is not None and day is not None and int(opening["year"]) < day.year:
            return True
        if FICTION.search(titled.sentence.of(reading.text)):
            return True
        years = [int(year) for year in YEAR.findall(around)]
        return bool(PAST.search(around)) or (day is not None and any(year < day.year for year in years))

    def _is_of_then(self, reading: Reading, titled: Titled) -> bool:
        """Tell whether the sentence tells a deed of the tenure: by its date, or by an event of then."""
        if _follows_then(reading, titled):
            return True
        if _speaks(reading, titled):
            return False
        inside = any(
            (self.from_ is None or self.from_ <= days.start)
            and (self.until is None or days.end <= self.until + HANDOVER)
            for days in _dates(reading, titled)
            if days.start is not None and days.end is not None
        )
        return inside or (_is_done_by(reading, titled) and EVENT.match(reading.text, titled.end) is not None)

    def _is_of_another_time(self, reading: Reading, titled: Titled) -> bool:
        """Tell whether another holder's deed is dated before the tenure, or only a thought of what may come."""
        if titled.role.article in ("a", "an") and titled.tie == "before":
            return True
        if _holds_for_ever(titled) or _follows_then(reading, titled):
            return True
        words = titled.sentence.of(reading.text)
        if TOOK_OVER.search(words) and any(form[-1] in fold_name(words) for form in self._person.forms):
            return True
        return self._is_dated_before(reading, titled)

    def _is_dated_before(self, reading: Reading, titled: Titled) -> bool:
        """Tell whether the sentence dates what it tells before the tenure."""
        if self.from_ is None or _speaks(reading, titled):
            return False
        ends = [days.end for days in _dates(reading, titled) if days.end is not None]
        return any(end <= self.from_ + HANDOVER for end in ends)

    # -- findings

    def _agrees(self, reading: Reading, titled: Titled, reason: str) -> Finding:
        return self._finding(reading, titled, "agrees", "strong", reason)

    def _differs(self, reading: Reading, titled: Titled, reason: str, *, clear: bool = True) -> Finding:
        quoted = reading.in_quotation(titled.start, titled.end)
        strength: Strength = "strong" if clear and not quoted else "loose"
        more = " (inside a quotation)" if quoted else ""
        return self._finding(reading, titled, "contradicts", strength, reason + more)

    def _finding(
        self, reading: Reading, titled: Titled, outcome: Outcome, strength: Strength, reason: str
    ) -> Finding:
        found = " ".join(reading.text[titled.start : titled.end].split())
        title = " ".join(titled.words.split())
        return Finding(
            titled.start,
            titled.end,
            outcome,
            strength,
            found,
            self._expectation(),
            (f"“{title}” is said of {titled.name.text}", reason),
        )

    def _expectation(self) -> str:
        since = f" since {_day(self.from_)}" if self.from_ else ""
        until = f" until {_day(self.until)}" if self.until else ""
        return f"{self.person}, {self.office}{since}{until}"


def _sameness(stated: Role, known: Role, *, strict: bool = False) -> Sameness:
    """Tell how a stated role stands to an accepted one, places and status aside."""
    if not _same_family(stated, known):
        if _is_vague(stated, known):
            return "vague"
        return "different"
    if stated.rank != known.rank and "honorary" not in (stated.rank, known.rank):
        return "rank"
    mine, theirs = _department(stated), _department(known)
    if mine and theirs and not mine & theirs:
        return "department"
    if strict and mine != theirs and not (mine and theirs):
        return "different"
    return "same"


def _same_family(stated: Role, known: Role) -> bool:
    one, other = stated.family.name, known.family.name
    if one == other:
        return True
    return {one, other} == MINISTERS and bool(_department(stated)) and bool(_department(known))


def _department(role: Role) -> frozenset[str]:
    if not role.family.portfolio:
        return frozenset()
    if role.family.name == "secretary" and role.portfolio == {"state"}:
        return frozenset({"foreign"})
    return role.portfolio - {"state"} if len(role.portfolio) > 1 else role.portfolio


def _is_vague(stated: Role, known: Role) -> bool:
    if stated.rank != known.rank:
        return False
    allowed = HEADS.get(stated.family.name)
    if allowed is not None:
        return known.family.name in allowed
    if stated.family.head:
        return True
    return known.family.name.startswith(stated.family.name + " ") or known.words_end_with(stated.family.name)


def _rivals(stated: Role, known: Role) -> bool:
    """Tell whether nobody holds both roles at once."""
    one, other = stated.family, known.family
    if one.domain == other.domain and one.exclusive:
        return other.exclusive or other.domain == "state"
    if one.domain == "state" and other.domain == "staff":
        return True
    return one.fulltime and (other.fulltime or other.domain in ("staff", "own"))


def _settle(findings: list[Finding]) -> list[Finding]:
    """Keep what counts of the findings about one name: one right title beside another one is right."""
    agreeing = [finding for finding in findings if finding.outcome == "agrees"]
    if agreeing:
        return [replace(agreeing[0], end=max(finding.end for finding in agreeing))]
    strong = [finding for finding in findings if finding.strength == "strong"]
    return (strong or findings)[:1]


def _negated(text: str, titled: Titled) -> bool:
    return titled.tie in ("is", "was") and bool(
        NEGATED.search(text[max(0, titled.end - len(titled.words) - 30) : titled.end - len(titled.words)])
    )


def _dates(reading: Reading, titled: Titled) -> Iterator[Days]:
    """Give the days, months and years of the sentence, but for those of a clause that starts between."""
    sentence = titled.sentence
    first = bisect_left(reading.mentions, sentence.start, key=lambda mention: mention.start)
    for mention in itertools.islice(reading.mentions, first, None):
        if mention.start >= sentence.end:
            return
        if mention.kind != "date" or not isinstance(mention.value, Days):
            continue
        between = reading.text[titled.end : mention.start] or reading.text[mention.end : titled.start]
        if NEW_CLAUSE.search(between) is None:
            yield mention.value


def _speaks(reading: Reading, titled: Titled) -> bool:
    """Tell whether the holder speaks in the sentence, as in news of today: a date in it may be of the words."""
    return SPEAKS.match(reading.text, titled.end) is not None


def _follows_then(reading: Reading, titled: Titled) -> bool:
    """Tell whether the words before the title put its holder into the past."""
    before = reading.text[max(titled.sentence.start, titled.start - NEARBY) : titled.start]
    return OF_THEN.search(before) is not None and NEWS_DAY.search(titled.sentence.of(reading.text)) is None


def _holds_for_ever(titled: Titled) -> bool:
    """Tell whether the title counts or ranks the holders of the office, as it may for ever."""
    return FOR_EVER.search(titled.words.casefold().replace(titled.role.wording, "")) is not None


def _is_done_by(reading: Reading, titled: Titled) -> bool:
    """Tell whether the holder did what a participle tells, as in a background: "sent there by Mayor Ray"."""
    before = reading.text[max(titled.sentence.start, titled.start - NEARBY) : titled.start]
    return DONE_BY.search(before) is not None and NEWS_DAY.search(titled.sentence.of(reading.text)) is None


def _stands_in(reading: Reading, form: str) -> bool:
    """Tell whether a place is named in the article; short forms only in capitals ("US" is not "us")."""
    pattern = rf"\b{re.escape(form.upper() if len(form) <= SHORT_FORM else form)}\b"
    return re.search(pattern, reading.text if len(form) <= SHORT_FORM else reading.low) is not None


def _is_elsewhere(reading: Reading, titled: Titled) -> bool:
    """Tell whether the words before the title lead to another place: "In Sund, Mayor ..."."""
    return ELSEWHERE.search(reading.text, titled.sentence.start, titled.start) is not None


def _is_shouted(name: str) -> bool:
    return name.isupper() and len(name) > 4


def _stem(word: str, place: str) -> bool:
    one, other = plain(word), plain(place)
    return len(one) > 3 and len(other) > 3 and (one.startswith(other[:-2]) or other.startswith(one[:-2]))


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
