"""The price of several things against the price of one: “six infusions at $450 each come to $2,400”."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from workbench.doses.reckoning import plain
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_EACH = r"^(?: ?/ ?| per | an? | each\b| every | apiece\b)"
_TOTAL = (
    r"\b(?:total(?:s|ing)?(?: of)?|comes? to|adds? up to|sums? (?:up )?to|amounts? to|works? out (?:at|to)|makes?"
    r"|in all|altogether|=|that is|i\.e\.,?|total (?:cost|price)(?: is| of)?|for a total of)(?: about| around)? $"
)
_TOTAL_AFTER = r"^ (?:in total|in all|altogether|total|overall|for all)\b"
_ROUGH = Decimal("0.1")


class Total(NamedTuple):
    """A total that its parts do not come to: what is wrong, the sum written out, and the words of the text."""

    whole: Quantity
    problem: str
    computed: str
    told: tuple[str, ...]


def wrong_total(sentence: Sentence, money: list[Quantity], there: tuple[Quantity, ...]) -> Total | None:
    """The total of a sentence with one count, one price of each and one of all; None where it is right or not told."""
    counts = [one for one in there if one.kind == "count" and one.low == one.high]
    if len(money) != 2 or len(counts) != 1:
        return None
    shadow, number = sentence.shadow, counts[0].high
    unit = next((one for one in money if exact(_EACH).match(after(shadow, one.to, 12))), None)
    whole = next((one for one in money if _is_total(shadow, one)), None)
    if unit is None or whole is None or unit is whole or number is None or unit.unit != whole.unit:
        return None
    if unit.low is None or unit.high is None or whole.low is None or whole.high is None:
        return None
    give = _ROUGH if unit.approximate or whole.approximate else Decimal(0)
    low, high = unit.low * number, unit.high * number
    if low * (1 - give) <= whole.high and whole.low <= high * (1 + give):
        return None
    each, sums = _range(unit.low, unit.high), _range(low, high)
    problem = f"{counts[0].text} at {unit.text} each are {sums}, not {whole.text}"
    return Total(whole, problem, f"{plain(number)} × {each} = {sums}", (counts[0].text, unit.text, whole.text))


def _is_total(shadow: bytes, one: Quantity) -> bool:
    ahead, behind = before(shadow, one.at, 40), after(shadow, one.to, 20)
    return exact(_TOTAL).search(ahead) is not None or exact(_TOTAL_AFTER).match(behind) is not None


def _range(low: Decimal, high: Decimal) -> str:
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"
