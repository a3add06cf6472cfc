"""What each key of a facts file holds, in a sentence, for the schema that editors read."""

FILE = {
    "story": "These facts apply only to articles that hold one of these words.",
    "as_of": "The publication date that is assumed for an article that states none.",
    "names": "One entity a line: the house spelling, and behind it all other accepted forms.",
    "facts": "The facts, each under its id: a lower-case name of letters, digits and _.",
}

FACT = {
    "fact": "The sentence that a reader of the failure sees; the names in it are the fact's own.",
    "began": "The day on which the event began; its age is computed for the article's own date.",
    "ended": "The day on which the event ended; leave it out while the event goes on.",
    "date": "A day, month, year or range of days.",
    "duration": "A length of time; a hedge may stand before it.",
    "number": "A number in digits or words; a hedge (about, nearly, more than ...) may stand before it.",
    "percent": "A percentage; a hedge may stand before it.",
    "money": "A sum with its currency; a hedge may stand before it.",
    "list": "The members: a YAML list, or one line split at commas. Each may be a key of `names`.",
    "complete": "true if a shorter list contradicts, unless the text says “including” or “such as”.",
    "office": "The office that the person holds, with its country or body.",
    "person": "Who holds the office.",
    "only_one": "true if nobody else may be called so.",
    "only_office": "true if the person holds no other office, of whatever place.",
    "quote": "The words as they were said.",
    "speaker": "Who said them.",
    "spelling": "The house spelling of a name.",
    "of": "What is measured or dated: the words that own the figure.",
    "unit": "The nouns that are counted.",
    "by": "Who does it; another doer rules the fact out.",
    "with": "One of these words must stand near.",
    "not": "One of these words near rules the fact out.",
    "also": "Other accepted wordings of the office or the quotation.",
    "also_true": "Other true values of the same words; they are left alone.",
    "from": "Articles published before this day are not checked. For an office: the first day of the tenure.",
    "until": "Articles published after this day are not checked. For an office: the last day of the tenure.",
    "tolerance": "How far a statement may be off, in place of the default: 2 points, 5%, 10 days.",
    "severity": "What a contradiction is: an error fails the article, a warning and a note do not.",
    "required_in": "Patterns of files, such as politics/*.md: these articles must state the fact.",
    "source": "Where the fact comes from: one line, or the keys name, url and accessed.",
    "verified_by": "Who checked the fact.",
    "verified_on": "The day on which it was checked.",
    "recheck": "Past this day the fact warns that it is stale.",
    "examples": "Statements that prove the fact works; they run as tests.",
}

PARTS = {
    "what": "What the other value is, in a few words.",
    "name": "The name of the source.",
    "url": "Its address on the web.",
    "accessed": "The day on which it was read.",
    "agree": "Statements that agree with the fact, one a line.",
    "contradict": "Statements that contradict it, one a line.",
    "ignore": "Statements that resemble it and speak of something else, one a line.",
}


def describe(key: str) -> str:
    """Give the sentence of a key; empty if there is none."""
    return FACT.get(key) or PARTS.get(key) or FILE.get(key) or ""
