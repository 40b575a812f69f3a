"""The numbers of a sentence in one form: 0.5 mg and 500 mcg, “six weeks” and “6 weeks” are the same amount.

Only exact conversions count: a month is no number of weeks, and a share told as “three in ten” is 30 %, while “17 of
24” keeps its group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from workbench import numerals
from workbench.library.words import Token, folded, stem

_SCALES = {
    name: (base, Decimal(factor))
    for base, table in {
        "mass": {"ng": "0.000001", "mcg": "0.001", "mg": "1", "g": "1000", "kg": "1000000"},
        "volume": {"mL": "1", "L": "1000"},
        "length": {"mm": "1", "cm": "10", "m": "1000", "km": "1000000"},
        "time": {"s": "1", "min": "60", "h": "3600", "day": "86400", "week": "604800"},
        "months": {"month": "1", "year": "12"},
    }.items()
    for name, factor in table.items()
}
_PERIODS = {"day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}
_ADVERBS = {adverb: period for period, adverb in _PERIODS.items()}
_SPANS = frozenset(f"{unit}s" for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade"))
_LOOSE = frozenset({"number", "count", "group"})  # the same figure may be read as any of these
WEIGHTY = frozenset({"dose", "percent", "duration", "frequency", "ratio", "age", "money"})
_SMALLEST = 2  # “one of them” counts nothing
_NAMES = frozenset({"group", "count"})  # kinds whose words say what is counted: they stay words


class _Read(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def at(self) -> int: ...
    @property
    def to(self) -> int: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def unit(self) -> str: ...


class Amount(NamedTuple):
    """An amount: what kind of thing it measures, its value in the base unit, and how it is printed at `[at, to)`."""

    measure: str
    low: Decimal | None
    high: Decimal | None
    kind: str
    at: int
    to: int
    printed: str
    figure: tuple[Decimal | None, Decimal | None]

    def same(self, other: Amount) -> bool:
        """Whether both say the same."""
        if (self.low, self.high) != (other.low, other.high) or self.measure == other.measure:
            return self.measure == other.measure and (self.low, self.high) == (other.low, other.high)
        (kind, _, unit), (its_kind, _, its_unit) = self.measure.partition(":"), other.measure.partition(":")
        units = kind == its_kind == "number" and bool(unit and its_unit)  # 10 cups are not 10 ounces
        return {kind, its_kind} <= _LOOSE and not units


def amounts(text: str, shadow: bytes, quantities: Iterable[_Read], found: Sequence[Token]) -> tuple[Amount, ...]:
    """The amounts of a sentence in reading order; numerals alone (“type 2”) and times alone (“weeks”) count.

    Args:
        text: the sentence.
        shadow: its shadow.
        quantities: as read by `workbench.quantities`, offsets from the sentence's start.
        found: its tokens; “daily” without a number is once a day.
    """
    read = [amount for quantity in quantities for amount in _amounts(text, quantity)]
    covered = [(amount.at, amount.to) for amount in read]

    def free(at: int, to: int) -> bool:
        return not any(low < to and at < high for low, high in covered)

    for at, token in enumerate(found):
        period = _period(found, at)
        if period and free(token.at, token.to):
            read.append(_once(token.at, token.to, text, period))
        elif token.word in _SPANS and free(token.at, token.to):
            place = (token.at, token.to, text[token.at : token.to])
            read.append(Amount(f"span:{token.stem}", None, None, "span", *place, (None, None)))
    for numeral in numerals.scan(text, shadow):
        counts = numeral.form == "digits" or numeral.value >= _SMALLEST
        if counts and free(numeral.at, numeral.to):
            ends = (numeral.value, numeral.value)
            read.append(Amount("number:", *ends, "number", numeral.at, numeral.to, text[numeral.at : numeral.to], ends))
    return tuple(sorted(read, key=lambda amount: amount.at))


def hidden(amount: Amount, token: Token) -> bool:
    """Whether a word belongs to an amount and tells nothing of its own: a figure, a unit."""
    inside = amount.at <= token.at < amount.to
    return inside and (amount.kind not in _NAMES or not token.word.isalpha())


def _amounts(text: str, quantity: _Read) -> Iterator[Amount]:
    first, *per = quantity.unit.split("/")
    printed = text[quantity.at : quantity.to]
    place = (quantity.at, quantity.to, printed, (quantity.low, quantity.high))
    if quantity.kind == "dose" and per and per[-1] in _PERIODS:
        yield _once(quantity.at, quantity.to, text, per.pop())
    if quantity.kind in ("dose", "duration", "number") and first in _SCALES:
        base, factor = _SCALES[first]
        measure = "/".join((base, *per))
        yield Amount(measure, _times(quantity.low, factor), _times(quantity.high, factor), quantity.kind, *place)
    elif quantity.unit in ("%", "fraction"):
        factor = Decimal("0.01") if quantity.unit == "%" else Decimal(1)
        yield Amount("share", _times(quantity.low, factor), _times(quantity.high, factor), quantity.kind, *place)
    elif quantity.unit == "rate" and quantity.low is not None and quantity.high:
        share = quantity.low / quantity.high
        yield Amount("share", share, share, quantity.kind, *place)
    elif quantity.kind == "group" and quantity.low is not None:
        yield Amount("of", quantity.low, quantity.high, quantity.kind, *place)
    elif quantity.kind in _LOOSE:
        unit = stem(folded(first)) if first else ""
        low = quantity.high if quantity.low is None else quantity.low
        yield Amount(f"{quantity.kind}:{unit}", low, quantity.high, quantity.kind, *place)
    else:
        yield Amount(f"{quantity.kind}:{quantity.unit}", quantity.low, quantity.high, quantity.kind, *place)


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else (value * factor).normalize()


def _once(at: int, to: int, text: str, period: str) -> Amount:
    one = Decimal(1)
    return Amount(f"frequency:/{period}", one, one, "frequency", at, to, text[at:to], (one, one))


def _period(found: Sequence[Token], at: int) -> str:
    """“daily”, “every day”, “each week”: once in that time."""
    word = found[at].word
    if word in _ADVERBS:
        return _ADVERBS[word]
    return word if word in _PERIODS and at and found[at - 1].word in ("every", "each") else ""
