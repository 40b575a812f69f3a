"""Pieces and their strength: “two 500 mg tablets” is 1,000 mg; “500 mg tablets” is what one of them holds."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from workbench.doses.scene import Scene
from workbench.model import Sentence
from workbench.numerals import scan
from workbench.patterns import exact

_NUMBER = r"(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|half|single)"
_IN_FRONT = (
    rf"\b({_NUMBER})(?: ?(?:-|to|or) ?({_NUMBER}))?(?: ?[x*]| of the| of| full| whole| single| separate| more)? ?$"
)
_TIMES = r"(?:^|[^\w.])(\d{1,2}) ?[x*] ?$"
_TO_FORM = r"^(?:[- ](?:[a-z][a-z-]*[- ]){0,2})$"
_FROM_FORM = r"^,?(?: ?\()?(?: (?:of|at|containing|with|each of|each containing|each))* $"
_TOTAL = r"\(\s*$"
_EACH = r"^\)?,? (?:each|apiece)\b"
_HOLDS = (
    r"\b(?:available|comes?|sold|supplied|stocked|marketed|packaged|contain(?:s|ing|ed)?|holds?|packed|strengths?)\b"
    r"(?: (?:as|in|of|with|at|about|around|are|is|up|to|both|either|only|an?|the|each|and|or|doses?|strengths?|tablets?"
    r"|capsules?)|,? ?[\d.]+ ?(?:mg|mcg|g)?,?)*:? *$"
    r"|\b(?:each|every|one|per|a|the) \w+ (?:holds?|contains?|delivers?|packs?|pairs?|provides?|supplies)\b[^.;]*$"
)
_IS_STRENGTH = r"^[- ](?:strengths?|versions?|formulations?|products?|packs?|bottles?|sizes?)\b"

_PACKED = (
    r"\b(?:pack(?:et|age)?s?|box(?:es)?|bottles?|cartons?|suppl(?:y|ies)|blisters?|jars?|tubs?|strips?)"
    r" (?:of|with|holding) $|\b(?:counted|dispensed|ordered|bought|sold|received|seized|packed|holds?|contains?) $"
)

_SUM = (
    r"(?:\b(?:that is|that's|that makes|which is|which makes|makes?|making|a total of|totall?ing|comes? to|adds? up to"
    r"|in total,?|altogether,?|in all,?|so you (?:need|use))|=) ?(?:of |all |about )?\S+(?: \w+)? $"
)
_OF_EACH = r"^,? of $"
_COUNTED = 40  # characters in front of an amount that may hold the number


class Pieces(Struct, frozen=True):
    """How many pieces at a time, and whether the amount is the strength of one with no word of how many."""

    count: tuple[Decimal, Decimal] | None = None
    strength: bool = False


def pieces_of(scene: Scene, sentence: Sentence, at: int, to: int) -> Pieces:
    """The pieces whose strength is the amount at `[at, to)`."""
    shadow = sentence.shadow
    left, right = shadow[max(0, at - 120) : at], shadow[to : to + 24]
    times = exact(_TIMES).search(left)
    if times is not None:
        number = Decimal(times.group(1).decode())
        return Pieces((number, number))
    for row, low, high in scene.manners(sentence.index):
        if not row["counted"]:
            continue
        if to <= low <= to + 30 and exact(_TO_FORM).match(shadow[to:low]) is not None:
            count = _count_before(scene, sentence, at)
            return Pieces(count, count is None)
        if high <= at <= high + 20 and exact(_FROM_FORM).match(shadow[high:at]) is not None:
            count = _count_before(scene, sentence, low)
            if count is not None and exact(_SUM).search(shadow[max(0, low - _COUNTED) : low]) is not None:
                return Pieces(strength=True)  # “that is 21 capsules of 500 mg”
            if exact(_TOTAL).search(left) is not None and exact(_EACH).match(right) is None:
                return Pieces()
            return Pieces(count, count is None and shadow[high:at].strip() != b"")
    if (named := _named_pieces(scene, sentence, at, to)) is not None:
        return Pieces(named)
    if holds(left) or exact(_IS_STRENGTH).match(right) is not None:
        return Pieces(strength=True)
    return Pieces()


def _named_pieces(scene: Scene, sentence: Sentence, at: int, to: int) -> tuple[Decimal, Decimal] | None:
    """How many of a drug's own name: “two 500 mg Tylenol”, “two aspirin of 325 mg”, “two Advil (200 mg each)”."""
    shadow = sentence.shadow
    for hit in scene.drugs.get(sentence.index, ()):
        each = exact(_EACH).match(shadow[to : to + 12]) is not None
        of = exact(_OF_EACH).match(shadow[hit.to : at]) or (each and exact(_FROM_FORM).match(shadow[hit.to : at]))
        end = at if shadow[to : hit.at] == b" " else hit.at if of else -1
        count = _count(sentence, shadow[max(0, end - _COUNTED) : end], max(0, end - _COUNTED)) if end >= 0 else None
        if count is not None and count[0] > 1:  # “a 0.5 mg ketamine infusion” is no piece
            return count
    return None


def holds(left: bytes) -> bool:
    """Whether words in front of an amount say what a piece or a pack holds."""
    return exact(_HOLDS).search(left) is not None


def _count_before(scene: Scene, sentence: Sentence, at: int) -> tuple[Decimal, Decimal] | None:
    """The number in front of an amount or form, or in front of the drug's name before it (“two ibuprofen tablets”)."""
    names = (hit.at for hit in scene.drugs.get(sentence.index, ()) if sentence.shadow[hit.to : at] == b" ")
    end = next(names, at)
    start = max(0, end - _COUNTED)
    return _count(sentence, sentence.shadow[start:end], start)


def _count(sentence: Sentence, left: bytes, start: int) -> tuple[Decimal, Decimal] | None:
    """The number that ends here, one piece for “a” and “half”."""
    found = exact(_IN_FRONT).search(left)
    if found is None or exact(_PACKED).search(left[: found.start(1)]) is not None:
        return None  # “a pack of 56 tablets of 20 mg” is nobody's dose
    numbers = []
    for group in (1, 2):
        if found.group(group) is not None:
            at, to = found.span(group)
            numbers.append(_value(sentence.text[start + at : start + to], found.group(group)))
    return numbers[0], numbers[-1]


def _value(text: str, shadow: bytes) -> Decimal:
    if shadow.lower() == b"half":
        return Decimal("0.5")
    return next((numeral.value for numeral in scan(text, shadow)), Decimal(1))
