"""A numeral or a range with what stands around it: how “5 to 7 mg” is one amount and “from 25% to 10%” are two."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct

from workbench.model import QuantityKind
from workbench.money import currency_before
from workbench.numerals import Numeral, after, before
from workbench.patterns import exact
from workbench.units import Unit, unit_after

_DASHES = r" ?- ?|-to-"
_JOINING = (b"-", b" to ", b" through ", b" and ", b" or ")
_TO = r" to | through "
_BETWEEN = r"\bbetween(?: the)?(?: ages of)? (?:an? )?$"
_FROM = r"\bfrom (?:an? |about |around )?$"
_RANGING = r"\b(?:rang\w+|anywhere|anything|var(?:y|ies|ied|ying)) from (?:an? |about |around )?$"
NO_ENDS = ("part", "times")  # forms of numerals that no range begins or ends with
_NEAR = 48  # characters between two numerals that may belong together


class Draft(Struct, frozen=True, gc=False):
    """A quantity in seen offsets, before its source text is looked up."""

    kind: QuantityKind
    at: int
    to: int
    low: Decimal | None
    high: Decimal | None
    unit: str = ""


class Place(Struct, frozen=True):
    """A numeral to be read, with all that stands around it.

    `first` and `last` are the same numeral unless they are the ends of a range; `unit` follows the last one. `beside`
    is the numeral after the first that is not part of a range.
    """

    text: str
    shadow: bytes
    first: Numeral
    last: Numeral
    unit: Unit | None
    beside: Numeral | None

    def left(self, pattern: str) -> bool:
        """Whether the text in front of the numeral ends like this."""
        return exact(pattern).search(before(self.shadow, self.first.at, 40)) is not None

    def right(self, pattern: str) -> int | None:
        """Where this ends, if it follows the numeral."""
        found = exact(pattern).match(after(self.shadow, self.last.to))
        return None if found is None else self.last.to + found.end()

    def draft(self, kind: QuantityKind, to: int, unit: str, at: int | None = None) -> Draft:
        """The range or number as a quantity of this kind."""
        return Draft(kind, self.first.at if at is None else at, to, self.first.value, self.last.value, unit)


class _End(NamedTuple):
    unit: Unit | None


def place_of(text: str, shadow: bytes, found: tuple[Numeral, ...], index: int) -> Place:
    """Numeral `index` of a sentence, or the range that begins with it."""
    first = found[index]
    beside = found[index + 1] if index + 1 < len(found) else None
    if beside is not None and beside.at - first.to <= _NEAR:
        other = _range(text, shadow, first, beside)
        if other is not None:
            return Place(text, shadow, first, beside, other.unit, None)
        return Place(text, shadow, first, first, unit_after(shadow, first.to), beside)
    return Place(text, shadow, first, first, unit_after(shadow, first.to), None)


def _range(text: str, shadow: bytes, first: Numeral, last: Numeral) -> _End | None:
    """The unit of a range from `first` to `last`; None when the two are no range."""
    if not any(word in shadow[first.to : last.at].lower() for word in _JOINING):
        return None
    own, unit = unit_after(shadow, first.to), unit_after(shadow, last.to)
    money = currency_before(text, shadow, first.at), currency_before(text, shadow, last.at)
    start, end = own.to if own else first.to, money[1][1] if money[1] else last.at
    gap, left = shadow[start:end], before(shadow, money[0][1] if money[0] else first.at, 40)
    if own and not (unit and (unit.name == own.name or unit.name.startswith(own.name + "/"))):
        return None
    if money[1] and not (money[0] and money[0][0] == money[1][0]):
        return None
    dashed = exact(_DASHES).fullmatch(gap) is not None
    joined = dashed or exact(_TO).fullmatch(gap) is not None
    joined = joined or (gap == b" and " and exact(_BETWEEN).search(left) is not None)
    joined = joined or (gap == b" or " and own is None and unit is not None)
    if not joined or first.form in NO_ENDS or last.form in NO_ENDS:
        return None
    if unit and unit.kind == "percent" and exact(_FROM).search(left) and not exact(_RANGING).search(left):
        return None  # from 25% to 10% is a change
    falling = last.value < first.value
    return _End(unit) if not falling or (dashed and unit and unit.kind == "dose") else None
