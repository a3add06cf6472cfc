"""Whether two sums are in one currency."""

NAMES = {
    "$": "USD", "us$": "USD", "dollar": "USD", "€": "EUR", "euro": "EUR", "£": "GBP", "pound": "GBP",
    "¥": "JPY", "yen": "JPY", "yuan": "CNY", "rupee": "INR", "₹": "INR", "ruble": "RUB", "rouble": "RUB",
    "₴": "UAH", "hryvnia": "UAH", "cent": "USD", "pence": "GBP", "penny": "GBP", "franc": "CHF",
}  # fmt: skip


def same_currency(one: str | None, other: str | None) -> bool:
    """Tell whether two units of money name one currency; a unit that is not named fits any."""
    if not one or not other:
        return True
    return _code(one) == _code(other)


def _code(unit: str) -> str:
    low = unit.casefold().strip(". ")
    singular = low[:-1] if low.endswith("s") and len(low) > 3 else low
    return NAMES.get(low) or NAMES.get(singular) or singular.upper()
