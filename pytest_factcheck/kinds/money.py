"""Money: what something costs, pays or is worth."""

from datetime import date
from typing import ClassVar

from pytest_factcheck.language.fairness import agrees
from pytest_factcheck.language.money import same_currency
from pytest_factcheck.language.values import MoneyValue
from pytest_factcheck.model.figure import Alternative, Figure
from pytest_factcheck.model.mention import Mention
from pytest_factcheck.model.verdict import Comparison


class OtherMoney(Alternative):
    """Another sum that goes by the same words."""

    money: MoneyValue


class Money(Figure):
    """A price, a budget, a profit, a wage: a sum with its currency.

    ## What it checks
    Sums in the same currency that belong to the subject (`of`), with symbols, codes or words, and their
    hedges.

    ## Why it matters
    Millions and billions are confused more often than any other two words of a newsroom.

    ## Examples that contradict and that agree
    The new tram line costs €340 million (`of: tram line, tram`):

    - contradicts: "the €340 billion tram line", "the line will cost 430 million euros"
    - agrees: "the tram line, at about 340 million euros", "less than €350 million for the tram"

    ## What it leaves alone
    Sums in another currency, shares of the sum ("€20 million of it for the bridge"), prices of other
    things, and whatever `also_true` declares.
    """

    kind: ClassVar[str] = "money"
    value_keys: ClassVar[tuple[str, ...]] = ("money",)
    takes: ClassVar[frozenset[str]] = frozenset({"money", "quantity", "number"})

    money: MoneyValue
    also_true: tuple[OtherMoney, ...] = ()

    def compare(self, mention: Mention, published: date | None) -> Comparison:
        """Hold a stated sum against the fact's; sums in different currencies are never compared."""
        if mention.kind == "quantity" and mention.unit != "pound":
            return Comparison(None, mention.text, self.money.text, "it is no sum of money")
        if not same_currency(mention.unit, self.money.unit):
            return Comparison(None, mention.text, self.money.text, "the currencies differ")
        return Comparison(agrees(mention, self.money), mention.text, self.money.text)
