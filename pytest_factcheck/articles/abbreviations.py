"""Words that end in a full stop without ending a sentence."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words(
    """
    adm amb ald asst atty attn brig capt cmdr cmdt col cpl det dir dr drs fr gen gov gr hon insp lt
    maj messrs mlle mme mr mrs ms mx msgr ofc pfc pres prof pvt rep reps rev rt sec sen sens sgt sr
    supt treas asst approx ca cca cf vs viz esp incl excl ft mt
    """
)
"""Never the end of a sentence: something always follows."""

BEFORE_FIGURES = _words(
    """
    no nos nr kr rs sfr art arts ch chap cl ex fig figs eq op p pp par para pt sec sect sects vol vols v c
    """
)
"""Not the end of a sentence before a figure: "No. 10", "Art. 5", "pp. 3-9"."""

MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")

WEEKDAYS = _words("mon tue tues wed thu thur thurs fri sat sun")

MAY_END = _words(
    """
    al assn ave blvd bros co corp dept dist div est etc ext gmbh hr hrs hwy inc int jr lab llc ltd
    min mins mos natl plc rd st sq univ yr yrs bn mn tn ala ariz ark calif colo conn del fla ga ill
    ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont
    que phd bsc msc
    """
)
"""The end of a sentence only before a word that likes to begin one."""

STARTERS = _words(
    """
    A About Above After Again All Also Although Among An Another Any As Because Before Both But By
    Did Does During Each Earlier Even Every For From Had Has Have He Her Here His How However I If
    In Instead It Its Last Later Many Meanwhile More Most My Neither No Nobody None Nor Not Nothing
    Now On Once One Only Other Our Over Separately She Since So Some Still Such That The Their Then
    There These They This Those Though Three Through Thus To Today Two Under Until We Were What When
    Where Whether Which While Who Why Will With Without Yesterday Yet You Your
    """
)
"""Words that begin sentences and seldom stand inside one with a capital."""

CLOCK_FOLLOWERS = _words(
    """
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST EET EEST MSK IST AEST JST
    Eastern Central Pacific Mountain Greenwich Moscow Kyiv Berlin London Paris Tokyo Beijing Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon
    Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    """
)
"""What follows "5 p.m." inside one sentence: zones, weekdays, months."""

SPEECH = "said|says|say|asked|asks|told|added|adds|wrote|writes|replied|exclaimed|shouted|cried|quipped|joked"
"""Verbs after which a question in quotation marks still belongs to the sentence around it."""
