"""Whether pounds are money or a weight."""

from __future__ import annotations

import re
from functools import lru_cache

from pytest_factcheck.language.number import GAP, Number
from pytest_factcheck.language.units import Unit
from pytest_factcheck.model.pattern import lazy_pattern

_POUND = lazy_pattern(r"pounds?$", re.IGNORECASE)


_WEIGHT_AFTER = lazy_pattern(
    rf"{GAP}(?:of{GAP}(?!debt|damage|compensation|savings|investment|funding|cuts|cash|public|tax|his|her|their|your|my|our)|heavier|lighter|overweight|"
    rf"per{GAP}square|in{GAP}weight)|{GAP}[\d.]+{GAP}?oz|{GAP}\w+{GAP}ounces?",
    re.IGNORECASE,
)


_WEIGHT_BEFORE = lazy_pattern(
    r"\b(?:weigh(?:s|ed|ing|t)?|los[et]|losing|gain(?:ed|s)?|drop(?:ped)?|shed|lift(?:ed|ing)?|carr(?:y|ied|ying)|burn(?:ed|s)?|caught|pull(?:ed)?)\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)


def is_weight(text: str, number: Number, money: Unit) -> bool:
    """Tell whether "pounds" are a weight here, not money."""
    words = text[number.end : money.end].strip("- \n")
    if not _POUND.fullmatch(words) or number.scale >= 10**6:
        return False
    if _WEIGHT_AFTER.match(text, money.end) or _WEIGHT_BEFORE.search(
        text, max(0, number.start - 40), number.start
    ):
        return True
    if words.lower() == "pound" and text[number.end] == "-":
        return not _NOTE_AFTER.match(text, money.end)
    return not (_writes_sterling(text) or _COST_BEFORE.search(text, max(0, number.start - 48), number.start))


_NOTE_AFTER = lazy_pattern(
    rf"(?:-a-\w+)?{GAP}(?:notes?|coins?|fines?|tickets?|fees?|prizes?|loans?|bills?|deals?|cheques?|bets?)\b"
)


_COST_BEFORE = lazy_pattern(
    r"\b(?:cost(?:s|ing)?|pa(?:y|ys|id|ying)|worth|prices?d?|fine[ds]?|sold|rais(?:e|ed|ing)|spen[dt]s?|spending|earn(?:s|ed|ing)?"
    r"|ow(?:e|es|ed)|bet|won|charg(?:e|es|ed)|sav(?:e|es|ed|ings)|debts?|budget|fees?|rewards?|salary|wages?|rent|loans?|donat(?:e|ed)"
    r"|grants?|prizes?|bill|bought|invest(?:s|ed)?|fund|tax|profits?|money"
    r"|cash|payments?|bonus|sum|cheque|refunds?|compensation|income|allowance)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4)
def _writes_sterling(text: str) -> bool:
    """Tell whether the copy writes of British money anywhere; then its pounds are no weights."""
    return any(sign in text for sign in ("£", "sterling", "pence", "llion pounds"))
