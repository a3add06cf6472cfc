"""The closed classes of English words and the news verbs by which a sentence is taken apart."""

from functools import cache

DETERMINERS = frozenset(
    "the a an this that these those its their his her our your my each every all both any no".split()
)
PREPOSITIONS = frozenset(
    """in on for with between among across over under within during into through throughout toward towards
via outside inside around near off onto upon per amid despite without including until till behind
beyond along beside below above like as about regarding concerning versus""".split()
)
OF, BY, TO, FROM, AT = "of", "by", "to", "from", "at"
COORDINATORS = frozenset("and or nor & plus".split())
SUBORDINATORS = frozenset(
    """but while whereas although though because unless if whether after before when since once yet so
except than compared against versus vs""".split()
)
RELATIVES = frozenset("which who whom whose where that".split())
AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did will would shall should can could
may might must 's 're 've""".split()
)
PRONOUNS = frozenset(
    "it he she they we i you him her them us me there this that one ones these those".split()
)
SUBJECT_PRONOUNS = frozenset("it he she they".split())
TAKES_UP = frozenset("the that this these those its their his her".split())
"""Determiners by which a noun takes up what was told before."""
ADVERBS = frozenset(
    """now currently still already only just even also again then later almost nearly about roughly around
approximately some not never ever far well instead together overall altogether officially reportedly
so yet once twice more less most least too very quite rather up down out ago long today yesterday
tomorrow""".split()
)
CHANGE_BEFORE = frozenset(
    "up down rose fell risen fallen climbed dropped gained lost slipped jumped added".split()
)
CHANGE_AFTER = frozenset(
    """higher lower more less fewer increase rise decrease drop fall gain decline jump cut reduction
    stronger weaker cheaper dearer faster slower above below ahead behind taller longer shorter""".split()
)
CHANGE_NOUNS = frozenset(
    "increase rise decrease drop fall gain decline jump hike surge slump raise boost gap".split()
)
MEASURES_CHANGE = frozenset(
    """inflation price growth grow grew grown expand expanded expansion contract contracted contraction
rise rose increase cut reduction fall fell drop decline swing gain shrink shrank deflation output""".split()
)
"""A subject that is itself a change: "prices rose 3 percent" states it, and is no change of it."""
NOT_THE_TOTAL = frozenset("other more additional further extra another others remaining fewer".split())
ANOTHER_OF_THE_KIND = frozenset(
    """first second third previous earlier prior former original old next another other civil cold latest
    preceding subsequent future upcoming separate similar rival alternative draft past final initial""".split()
)
FIRST_WORDS = frozenset("first initial opening".split())
PLANNED = frozenset(
    """would could might forecast forecasts forecasting predicted predicts predict expects expect expected
projected projects projections estimates demanded demands wanted wants want sought seeks asked hoped
hopes promised proposed proposes aims aimed hypothetical scenario if unless poll polls survey
surveys pollsters rumoured rumored suppose imagine""".split()
)
WISHED = frozenset(
    """demanded demands wanted wants sought seeks asked hoped hopes proposed proposes suggested suggests
    offered offers poll polls survey surveys pollsters rumoured rumored""".split()
)
"""What others wish or guess, which is no statement even of a plan."""
NEEDED = frozenset("need needs needed needing require requires required lack lacks lacked".split())
"""Words by which a figure is what is wanting, not what is."""
MAYBE = frozenset("perhaps maybe possibly conceivably".split())
DENIED = frozenset(
    """not never denied denies deny false wrong wrongly mistaken mistakenly incorrectly falsely rejected
dismissed disputed refuted untrue myth without neither cannot""".split()
)
GUESSERS = frozenset(
    """analyst analysts economist economists expert experts forecaster forecasters bookmaker bookmakers bookies
    broker brokers pundit pundits readers viewers listeners callers
    commentator commentators critic critics modeller modellers modeler
    modelers strategist strategists poll polls survey surveys trader traders investor investors pollster
    pollsters consultancy consultants campaigners rumours forecast forecasts model models projection
    projections prediction predictions scenario scenarios""".split()
)
"""Those whose figures are their own reckoning."""
INTERIM = frozenset("half-time halftime halfway midway".split())
"""Words by which a figure is of the way, not of the end."""
COUNTED = frozenset("counted declared tallied processed reporting".split())
OPENED_CLOSED = frozenset("open opened opens opening close closed closes closing".split())
PERSONAL = frozenset("i my mine myself i'm i've i'd i’m i’ve i’d".split())
"""Words by which a writer speaks of himself."""
OPPOSED = frozenset(
    "opposed opposing oppose opposes dissented dissenting dissent abstained abstaining rejected reject".split()
)
NOW = frozenset("now new current currently today latest nowadays present presently".split())
SUBGROUPS = frozenset(
    """women men young younger older elderly children child youth girls boys teenagers pensioners aged migrants
    foreigners students undergraduates graduates unmarried blacks whites minorities female male adults teens
    toddlers infants newborns among""".split()
)
"""Words that narrow a figure to a part of the people it could be about."""
PARTS_OF_TOTAL = frozenset("new fresh further additional extra more other remaining last first".split())
"""Words between a number and its noun by which it is no total: "38 new cases"."""
PREDECESSORS = frozenset("predecessor predecessors forerunner forerunners".split())
INCLUDED = frozenset("with including incl plus without excluding".split())
PEOPLE = frozenset("people persons souls folk folks individuals human humans beings".split())
THOSE = frozenset("them these those whom which".split())
EPOCHS = frozenset(
    "season term campaign session round match game half tournament legislature decade century".split()
)
WHICH_EPOCH = frozenset("this last next previous current coming past".split())
SUFFERED = frozenset("suffered suffers suffer lost loses lose losing sustained sustains".split())
PRESENT = frozenset("has have is are holds hold stands stand remains remain".split())
LOCAL = frozenset(
    """county city town village district borough constituency municipality ward local locally regional
municipal neighbourhood neighborhood suburb parish here our my your""".split()
)
"""Words that narrow a figure to a place smaller than the fact's."""
NARROWER = LOCAL | SUBGROUPS
SPEECH = frozenset(
    """said says say told tells added adds announced announces reported reports wrote writes stated states
explained explains according noted notes stressed insisted confirmed warned claimed argued declared
tweeted posted revealed showed shows show found estimates put puts""".split()
)
BEGIN = frozenset(
    """began begin begins begun start started starts launched launch launches opened open opens erupted
    broke commenced kicked got called begun""".split()
)
END = frozenset("ended end ends concluded concludes finished closed wrapped completed broke stopped".split())
LAST = frozenset(
    """lasted lasting lasts last raged dragged waged fought gone going continued continues dragging raging
took take taken takes been went ran run runs stretched stretching stretches spanned spans endured
persisted stood stayed held remained kept""".split()
)
PLAIN_MODIFIERS = frozenset(
    """others little old poor sorry sad messy ugly wretched miserable dreadful terrible awful horrible nasty epic
    gruelling grueling punishing marathon exhausting crippling damaging painful shameful disgraceful mighty
    monster massive giant terrifying frightening unbelievable incredible amazing stunning remarkable famous
    notorious infamous beloved long-running long-awaited hard-fought ill-fated annual yearly monthly
    quarterly weekly daily national overall total official officially headline full-scale new current
    present whole entire key main major big huge small large long recent ongoing latest final final combined
    joint general average median typical standard regular formal informal direct high-level top-level
    intensive tough difficult bitter bloody brutal devastating deadly violent grinding costly controversial
    proposed planned so-called full own first-ever historic unprecedented widespread fresh renewed high low
    record estimated expected confirmed known public state federal year-on-year nominal actual exact single
    double initial provisional preliminary how what who why when whose which government ministry police
    internal certified strong weak good bad great real true much many few several early late mid""".split()
)
"""Words before a subject that do not make it another one."""

MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec""".split()
)
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
TITLES = frozenset(
    """mr mrs ms dr president prime minister chancellor premier governor mayor senator secretary general
king queen prince pope bishop judge justice chief head chair chairman chairwoman director professor
captain colonel king's sir lady lord former foreign finance defence defense interior vice deputy""".split()
)

NOT_NAMES = frozenset(
    """year christmas easter internet parliament congress government state court bank assembly senate council
    cabinet commission committee chamber treasury ministry board city county town capital republic diet duma
    rada knesset bundestag sejm riksdag storting althing folketing eduskunta cortes majlis commons lords
    chamber department agency authority institute federation union club league""".split()
)
"""Words that copy capitalises without naming anybody."""
ING_NOUNS = frozenset(
    """building meeting ceiling spending housing funding morning evening king spring string wing ring thing
    nothing something anything everything wedding pudding clothing painting offspring fighting bargaining
    gathering hearing sitting ruling filing crossing landing opening closing standing ranking rating
    training warning feeling beginning being during shipping banking mining farming fishing holding
    earning saving sibling ceiling darling sterling viking""".split()
)
LASTING = frozenset(
    """war conflict fighting talk negotiation strike crisis siege trial campaign bargaining occupation
    outbreak epidemic pandemic drought recession occupation blockade lockdown hearing search investigation
    inquiry session round mission tour season embargo shutdown standoff dispute feud rule reign""".split()
)
"""Nouns of what lasts: "the war in 2023" names no beginning."""

VERBS = """accept achieve acquire add admit agree allow amount annex announce appear apply approve argue arrive
ask assume attack attract average award axe back bag bar batter become begin believe block boost
borrow break bring broaden build burn buy call campaign cap capture carry cast cause charge check
claim clear climb close collapse collect come command comprise concern conclude confirm consist
contain continue contract control convict cost cough count cover crash create creep cross cut damage
deal decide declare decline defeat delay deliver demand deny deploy descend destroy detain die dip
displace dispute dodge double drag drop earn ease edge elect employ empty enclose end enjoy enter
equal erupt estimate exceed expand expect export extend face fail fall feature feel fetch fight file
fill find finish fire flare flee flood fly focus follow force form found freeze gain gather get give
go govern grab grant grow halt halve hand happen harm heal help hire hit hold host house import
impose improve include increase indicate infect inject injure insist invade invest involve join jump
keep kick kill know land last launch lead leak learn leave lend let level lift limit link list live
loan look lose lower maintain make march mark measure meet merge miss mount move nab name narrow
need negotiate note nudge number occupy occur offer open operate oppose order own participate pass
pay peak pick plan play pledge plummet plunge pocket poll post produce project promise propose
provide publish pull push put quit rage raise range reach rebuild recall receive reckon recommend
record recover reduce reelect register reject release relocate remain remove repair repay replace
report represent request require rescue resign resume retain retire return reveal review rise rocket
rule run rush sack save say score scrap secure see seek seem seize sell send sentence serve set
settle shed shell ship shoot show shrink shut sign sink sit slash slide slip slow slump smash soar
spend spill splash split spread stage stand start stay steal stem step stick stop strike strip study
stump submit succeed suffer suggest sum summon supply support surge surpass surrender survive
suspend swear sweep take talk target teach tell test think threaten tick top total touch trade train
transfer travel treat trigger trim triple try tumble turn undergo unveil use vacate value visit vote
wage wait walk want warn weaken weigh widen win withdraw work worth wound wrap write yield"""
IRREGULAR = """began begun broke broken brought built bought came cast caught chose chosen cost cut dealt drew
drawn drove driven ate eaten fell fallen fed felt fought found fled flew flown froze frozen gave
given went gone grew grown held hit kept knew known laid led left lent let lost made meant met paid
put quit ran rose risen said saw seen sold sent set shed shot showed shown shrank shrunk shut sank
sunk sat slid spent split spread stood stole stolen stuck struck swore sworn swept took taken taught
told thought threw thrown understood won withdrew withdrawn wrote written worn hurt dragged"""


@cache
def verbs() -> frozenset[str]:
    """Give all forms of the news verbs."""
    forms = set(IRREGULAR.split())
    for verb in VERBS.split():
        forms.update(_forms(verb))
    return frozenset(forms)


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    doubled = verb + verb[-1]
    return verb, plural, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"
