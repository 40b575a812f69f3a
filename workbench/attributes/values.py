"""Two values of one attribute: the stretch that each allows, and whether the stretches meet."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from workbench.model import Quantity, Sentence
from workbench.numerals import before
from workbench.patterns import exact

_AT_MOST = (
    r"\b(?:up to|at most|no (?:more|longer) than|not more than|under|below|less than|fewer than|within|maximum of)"
    r"(?: an?| the)? $"
)
_AT_LEAST = (
    r"\b(?:at least|from|starting at|starts at|starts from|above|more than|minimum of|as (?:little|low|few|soon"
    r"|early|fast|quickly) as|upwards of|not less than|no less than)(?: an?| the)? $"
)
_MORE = r"^(?:\+|,? (?:or|and) (?:more|longer|over|older|above|up)\b| at (?:the )?least\b| (?:as a )?minimum\b)"
_LESS = r"^,? (?:or (?:less|fewer|under|shorter)|at (?:the )?most|at the longest|tops|maximum)\b"
BASES = {  # unit → what it is counted in, and the shortest and longest it can be
    "s": ("time", 1, 1), "min": ("time", 60, 60), "h": ("time", 3600, 3600),
    "day": ("time", 86400, 86400), "week": ("time", 604800, 604800),
    "month": ("time", 2419200, 2678400), "year": ("time", 31449600, 31622400),
}  # fmt: skip
SHORT, LONG = ("s", "min", "h"), ("day", "week", "month", "year")
_ROUGH = Fraction(1, 10)  # that “about” allows on either side
_OTHER_UNIT = Fraction(15, 100)  # “six weeks” and “a month and a half”
SHARES = ("%", "rate", "fraction")
_SHARE, _BETWEEN = "share", "between"
ENDLESS = Fraction(10**12)


class Stretch(Struct, frozen=True):
    """All amounts that a printed value allows, in the base of its unit; `unit` is the printed one."""

    base: str
    low: Fraction
    high: Fraction
    unit: str
    vague: bool


def base_of(quantity: Quantity) -> str:
    """What a quantity is counted in: the base of its stretch, told without reading what stands around it."""
    if quantity.kind == "frequency":
        return _BETWEEN
    return _SHARE if quantity.unit in SHARES else _base(quantity)[0]


def disputable(quantities: Iterable[tuple[str, Quantity]]) -> frozenset[str]:
    """The names under which more than one amount of a base is printed; one amount agrees with itself."""
    first: dict[tuple[str, str], tuple[Decimal | None, Decimal | None, str]] = {}
    apart = set[str]()
    for name, quantity in quantities:
        if name not in apart:
            printed = (quantity.low, quantity.high, quantity.unit)
            if first.setdefault((name, base_of(quantity)), printed) != printed:
                apart.add(name)
    return frozenset(apart)


def stretch(sentence: Sentence, quantity: Quantity) -> Stretch | None:
    """The stretch of a quantity of a sentence; None where it has no value."""
    ends = _ends(quantity)
    if ends is None or ends[0] > ends[1]:
        return None
    if quantity.kind == "frequency":
        return _between(quantity, ends)
    base, shortest, longest = _base(quantity)
    low, high, vague = ends[0] * shortest, ends[1] * longest, quantity.approximate
    left, right = before(sentence.shadow, quantity.at, 40), sentence.shadow[quantity.to : quantity.to + 16]
    if exact(_AT_MOST).search(left) or exact(_LESS).match(right):
        low, vague = Fraction(0), False
    elif ends[0] == ends[1] and (exact(_at_least(quantity)).search(left) or exact(_MORE).match(right)):
        high, vague = ENDLESS, False
    return Stretch(_SHARE if quantity.unit in SHARES else base, low, high, quantity.unit, vague)


def _base(quantity: Quantity) -> tuple[str, int, int]:
    return BASES.get(quantity.unit) or ("" if quantity.kind == "count" else quantity.unit, 1, 1)


def _between(quantity: Quantity, ends: tuple[Fraction, Fraction]) -> Stretch | None:
    """How long it is from one time to the next: “twice a week” and “every three days” are of one sort."""
    _, _, name = quantity.unit.rpartition(quantity.unit[0] if quantity.unit.startswith("/") else " ")
    if name not in BASES or not ends[0]:
        return None
    _, shortest, longest = BASES[name]
    low, high = (1 / ends[1], 1 / ends[0]) if quantity.unit.startswith("/") else ends
    return Stretch(_BETWEEN, low * shortest, high * longest, quantity.unit, quantity.approximate)


def _at_least(quantity: Quantity) -> str:
    """“Over 40 minutes” is the time that something takes, “lasts over 40 minutes” is more than that."""
    return _AT_LEAST if quantity.kind != "duration" else rf"{_AT_LEAST}|\b(?:lasts?|takes?|for|is|are|well|just) over $"


def _ends(quantity: Quantity) -> tuple[Fraction, Fraction] | None:
    if quantity.low is None or quantity.high is None:
        return None
    low, high = Fraction(quantity.low), Fraction(quantity.high)
    if quantity.unit == "fraction":
        return low * 100, high * 100
    return (low * 100 / high,) * 2 if quantity.unit == "rate" and high else (low, high)


def agree(one: Stretch, other: Stretch) -> bool:
    """Whether both can be right: the stretches meet, "about" and another unit allowing for a little more."""
    if one.base != other.base:
        return True  # of different sorts, which cannot be compared
    give = _ROUGH if one.vague or other.vague else 0
    if one.unit != other.unit and (one.unit in LONG or other.unit in LONG):
        give = max(give, _OTHER_UNIT)
    if not give:
        return one.low <= other.high and other.low <= one.high
    return one.low * (1 - give) <= other.high * (1 + give) and other.low * (1 - give) <= one.high * (1 + give)
