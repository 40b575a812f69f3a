"""The price of several things against the price of one: “six infusions at $450 each come to $2,400”."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from workbench.doses.reckoning import plain
from workbench.figures.printed import WORDED
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before, scan
from workbench.patterns import exact

_EACH = r"^(?: ?/ ?| per | an? | each\b| every | apiece\b)"
_TOTAL = (
    r"\b(?:total(?:s|ing)?(?: of)?|comes? to|adds? up to|sums? (?:up )?to|amounts? to|works? out (?:at|to)|makes?"
    r"|in all|altogether|=|that is|i\.e\.,?|total (?:cost|price)(?: is| of)?|for a total of)(?: about| around)? $"
    r"|(?:^| )= ?$"
)
_WHICH_IS_EACH = r"^,? (?:which is|that is|i\.e\.|or|=)\W"  # “a course of five is $500, which is $100 each”
_TOTAL_AFTER = r"^ (?:in total|in all|altogether|total|overall|for all)\b"
_AT = r"(?: at| x| \*| for) $"
_PACK = (
    rf"\b(?:(?:packages?|packs?|courses?|blocks?|sets?|bundles?|series) of ({WORDED})\b"
    rf"|({WORDED}) (?:[a-z-]+ ){{0,2}}?[a-z]{{3,}}s (?:at|for|x) \S?\d)"
)
_ROUGH = Decimal("0.1")


class Total(NamedTuple):
    """A total that its parts do not come to: what is wrong, the sum written out, and the words of the text."""

    whole: Quantity
    problem: str
    computed: str
    told: tuple[str, ...]


def wrong_total(sentence: Sentence, money: list[Quantity], there: tuple[Quantity, ...]) -> Total | None:
    """The total of a sentence with one count, one price of each and one of all; None where it is right or not told."""
    counts: list[tuple[Decimal | None, str]] = [
        (one.high, one.text) for one in there if one.kind == "count" and one.low == one.high
    ]
    counts = counts or _packs(sentence)
    if len(money) != 2 or len(counts) != 1:
        return None
    shadow, (number, said) = sentence.shadow, counts[0]
    unit = next((one for one in money if exact(_EACH).match(after(shadow, one.to, 12))), None)
    unit = unit or next((one for one in money if exact(_AT).search(before(shadow, one.at, 8))), None)
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
    problem = f"{said} at {unit.text} each are {sums}, not {whole.text}"
    return Total(whole, problem, f"{plain(number)} × {each} = {sums}", (said, unit.text, whole.text))


def _packs(sentence: Sentence) -> list[tuple[Decimal | None, str]]:
    """The number of things in “a course of five”."""
    found = exact(_PACK).search(sentence.shadow)
    if found is None:
        return []
    part = 1 if found.group(1) is not None else 2
    said = sentence.text[found.start(part) : found.end(part)]
    number = next(iter(scan(said, found.group(part))), None)
    return [] if number is None else [(number.value, said)]


def _is_total(shadow: bytes, one: Quantity) -> bool:
    ahead, behind = before(shadow, one.at, 40), after(shadow, one.to, 20)
    if exact(_WHICH_IS_EACH).match(after(shadow, one.to, 24)) is not None:
        return True
    return exact(_TOTAL).search(ahead) is not None or exact(_TOTAL_AFTER).match(behind) is not None


def _range(low: Decimal, high: Decimal) -> str:
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"
