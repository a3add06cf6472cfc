"""The words that stand in a title beside the role: status, rank, department, and what is stepped over."""

from typing import Literal

Status = Literal["", "past", "then", "future", "temporary", "outgoing"]

STATUSES: dict[str, Status] = {
    **dict.fromkeys("former ex onetime erstwhile past ex-".split(), "past"),
    **dict.fromkeys("then late ousted deposed retired previous disgraced predecessor".split(), "then"),
    **dict.fromkeys(
        "incoming future designate elect nominee candidate hopeful presumptive possible potential prospective "
        "likely aspiring eventual next hypothetical".split(),
        "future",
    ),
    **dict.fromkeys("acting interim caretaker provisional".split(), "temporary"),
    "outgoing": "outgoing",
}
AFTER_STATUSES = {
    "elect",
    "designate",
    "nominee",
    "candidate",
    "hopeful",
    "contender",
    "emeritus",
    "apparent",
}
RANKS = {
    "deputy": "deputy",
    "vice": "deputy",
    "assistant": "assistant",
    "associate": "assistant",
    "under": "assistant",
    "lieutenant": "deputy",
    "shadow": "shadow",
    "junior": "assistant",
    "honorary": "honorary",
}
PORTFOLIOS: dict[str, str] = {
    **{word: word for word in (
        "finance economy trade industry business energy environment climate agriculture transport "
        "health education justice culture sport labor housing science research digital tourism "
        "defense foreign interior treasury development planning security immigration migration family "
        "women veterans commerce press state infrastructure technology innovation communications "
        "information water mines petroleum oil railways forestry fisheries youth communities "
        "levelling equalities pensions work employment police"
    ).split()},
    "defence": "defense",
    "war": "defense",
    "labour": "labor",
    "economic": "economy",
    "financial": "finance",
    "home": "interior",
    "external": "foreign",
    "transportation": "transport",
    "agricultural": "agriculture",
    "environmental": "environment",
    "sports": "sport",
    "cultural": "culture",
    "affairs": "affairs",
}  # fmt: skip
SKIPPED = frozenset(
    "first second third current new newly elected re reelected long serving longtime long-time longest "
    "veteran female male woman black embattled populist conservative liberal socialist democratic "
    "republican centrist far left right wing leftist rightist nationalist moderate hardline pro western "
    "eastern northern southern incumbent sitting serving controversial popular unpopular young youngest "
    "old oldest billionaire reformist authoritarian autocratic beleaguered respected influential powerful "
    "charismatic outspoken combative ailing jailed exiled detained top chief senior lead principal main "
    "special political permanent official own year-old re-elected newly-elected self proclaimed proclaimed "
    "de facto minority majority independent social christian green labour tory".split()
)
NOUN_MODIFIERS = frozenset(
    "bank central city state county federal regional provincial national local town village police army "
    "navy club team company group party union government cabinet council committee board commission "
    "university college school hospital church diocese court ministry department agency office court "
    "company's parliament parliamentary presidential prime-ministerial district borough police force fire "
    "rights peace trade climate".split()
)
STARTERS = frozenset(
    "the a an but and or so yet when while as after before since because although though if in on at by "
    "from to for with without under over meanwhile however moreover yesterday today tomorrow also then now "
    "here there where who what why how this that these those both either neither only even still just not "
    "no yes according speaking meeting asked during following despite unlike like earlier later last next "
    "once it he she they we you i his her its their our my mr mrs ms miss dr sir dame lord lady professor "
    "prof rev gen col sgt lt capt st instead until including alongside amid among between against about "
    "says said told tells breaking exclusive live update opinion analysis video watch read more elsewhere "
    "besides furthermore nevertheless nonetheless afterwards thereafter indeed perhaps monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december critics supporters".split()
)
NOT_NOUNS = STARTERS | frozenset(
    "of into onto than that which who whom whose is are was were be been has have had do does did "
    "will would can could may might must should told met saw made took gave put let until since "
    "between among".split()
)
BODIES = frozenset(
    "bank house court board university ministry department institute church chamber council college office "
    "bureau school academy port city county town district state republic kingdom".split()
)
SMALL_WORDS = frozenset({"of", "for", "the", "and", "in", "at", "&", ","})
PREPOSITIONS = frozenset({"of", "for", "at", "with"})
