"""The number words of English: cardinals, ordinals, scales, fractions, vague amounts."""

UNITS = {
    word: value for value, word in enumerate("zero one two three four five six seven eight nine".split())
} | {"nought": 0, "naught": 0}

TEENS = {
    word: value
    for value, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), start=10
    )
}

TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}

SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lkh": 10**5,
    "lac": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "krore": 10**7,
    "krores": 10**7,
    "milliard": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "quintillion": 10**18,
    "sextillion": 10**21,
}

DOZENS = {"dozen": 12, "dozens": 12, "score": 20}

SHORT_SCALES = {
    "k": 10**3,
    "K": 10**3,
    "mn": 10**6,
    "mln": 10**6,
    "MM": 10**6,
    "M": 10**6,
    "G": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "B": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
}
"""Endings written at the figure ("800k", "5.4bn") whatever it counts."""

MONEY_SCALES = SHORT_SCALES | {"m": 10**6, "b": 10**9, "T": 10**12, "t": 10**12}
"""What the same endings mean behind a currency sign; elsewhere "m" are metres and "t" tonnes."""

VAGUE = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}

ORDINALS = (
    {
        word: value
        for value, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
            start=1,
        )
    }
    | {
        word: value * 10
        for value, word in enumerate(
            "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), start=2
        )
    }
    | {"nineth": 9, "twelvth": 12}
)

ORDINAL_SCALES = {
    "hundredth": 100,
    "thousandth": 10**3,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}

DENOMINATORS = (
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {word + "s": value for word, value in ORDINALS.items() if value > 2}
    | ORDINAL_SCALES
    | {word + "s": value for word, value in ORDINAL_SCALES.items()}
)

SINGLE_DENOMINATORS = frozenset(word for word in DENOMINATORS if not word.endswith("s"))

VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}

TIME_WORDS = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds decade"
    " decades night nights january february march april may june july august september october"
    " november december percent per".split()
)
"""Words that cannot follow the second figure of "nine in ten"."""
