"""Ages in a sentence: “under 12”, “6 months to 2 years”, “65 and older”; a stretch of time is none."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from workbench.model import Sentence
from workbench.numerals import after, before, scan
from workbench.patterns import exact

_NO = (
    r"(\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_FIGURE = rf"\d|\b{_NO}"
_UNIT = r"(?:[ -]?(years?|yrs?|months?|mos?|weeks?|y/?o)\b)"
# Each form: its numbers and units, and which ends it gives.
_FORMS = (
    (rf"\b{_NO}{_UNIT}? ?(?:-|to|through|and|up to) ?{_NO}{_UNIT}", True, True),
    (rf"\bages? (?:between |from )?{_NO}{_UNIT}? ?(?:-|to|through|and) ?{_NO}\b{_UNIT}?", True, True),
    (rf"\baged (?:between |from )?{_NO}{_UNIT}? ?(?:-|to|through|and) ?{_NO}\b{_UNIT}?", True, True),
    (rf"\b{_NO}{_UNIT}?(?:[ -]olds?| of age)? (?:and|or) (?:older|over|above|up)\b", True, False),
    (rf"\b{_NO}{_UNIT}?\+", True, False),
    (rf"\b(?:over|above|older than|at least|past|from)(?: the age of| age)? {_NO}\b{_UNIT}?", True, False),
    (rf"\b{_NO}{_UNIT}?(?:[ -]olds?| of age)? (?:and|or) (?:younger|under|below)\b", False, True),
    (rf"\b(?:under|below|younger than|less than|up to)(?: the age of| age)? {_NO}\b{_UNIT}?", False, True),
    (rf"\baged? {_NO}\b{_UNIT}?", True, True),
    (rf"\b{_NO}{_UNIT}[ -]olds?\b", True, True),
    (r"^\W*At ([2-9]\d)(),", True, True),
    (rf"\b{_NO}() ?(?:-|to|through) ?{_NO}\b()", True, True),
)
_WHO = (
    r"\b(?:child\w*|kids?|people|persons?|adults?|anyone|everyone|everybody|someone|those|patients?|infants?|babies"
    r"|teens?|teenagers?"
    r"|toddlers?|women|men|girls|boys|seniors|users|ages?|aged|adolescents|nobody|no one)(?:,? (?:who are|that are|is"
    r"|are|aged|ages?"
    r"|between|from|of|years))*[ (]*$|\b(?:if|when) (?:you are|your child is|you're) $"
)
_CUE = (
    r"\b(?:age|old|young|year|yr|month|mo\b|child|kid|people|person|adult|anyone|every(?:one|body)|someone|those"
    r"|patient|infant|bab|teen"
    r"|^\W*At [2-9]\d,|toddler|women|men\b|girl|boy|senior|user|adolescent|nobody|no one)|\b(?:if|when) you"
)
_OPENING = r"\W*At \d\d,"  # “At 82, …” begins a sentence; the hours of a day end at 12
_OLD = r"^(?:[- ]olds?\b| of age\b)"
_OLDER = r"\bage[ds]?\b|\bolder\b|\byounger\b|\bolds?\b"
_WITH_UNIT = r"[a-z+]$"
_LABEL = r"^ ?(?:[:(]|- |$)"
_NOT_AGE = (
    r"^[- ]?(?:%|mg|mcg|g|kg|ml|units?|times|hours?|h\b|minutes?|min|days?|pounds|lbs?|doses?|tablets?|percent|/)"
)
_YEARS = {b"m": Fraction(1, 12), b"w": Fraction(7, 365)}


class Age(NamedTuple):
    """Where an age stands, and its ends in years; None is an open end."""

    at: int
    to: int
    low: Fraction | None
    high: Fraction | None


def ages(sentence: Sentence) -> Iterator[Age]:
    """The ages of a sentence, by form and then in reading order."""
    shadow, taken = sentence.shadow, list[Age]()
    if exact(_CUE).search(shadow) is None or exact(_FIGURE).search(shadow) is None:
        return
    for pattern, low, high in _FORMS:
        for found in exact(pattern).finditer(shadow):
            at, to = found.span()
            if any(at < age.to and age.at < to for age in taken) or not _is_age(shadow, at, to):
                continue
            first, last = _ends(sentence, [found.span(group) for group in range(1, found.count + 1)])
            taken.append(Age(at, to, first if low else None, last if high else None))
    yield from taken


def _ends(sentence: Sentence, spans: list[tuple[int, int]]) -> tuple[Fraction, Fraction]:
    """Both ends in years; a number without a unit has that of the other."""
    units = [sentence.shadow[at:to][:1].lower() for at, to in spans[1::2] if at >= 0]
    numbers = [_number(sentence, at, to) for at, to in spans[::2] if at >= 0]
    own = sentence.shadow[spans[1][0] : spans[1][1]][:1].lower() if spans[1][0] >= 0 else b""
    last = units[-1] if units else b""
    return numbers[0] * _YEARS.get(own or last, Fraction(1)), numbers[-1] * _YEARS.get(last or own, Fraction(1))


def _is_age(shadow: bytes, at: int, to: int) -> bool:
    left, right, said = before(shadow, at, 40), after(shadow, to, 12), shadow[at:to]
    if exact(_NOT_AGE).match(right) is not None:
        return False
    if exact(_OPENING).match(said) is not None:
        return True
    if not left.strip(b" -*.(") and exact(_LABEL).match(right) is not None and exact(_WITH_UNIT).search(said):
        return True  # “2 to 11 years: …” begins an item
    return any(
        found is not None for found in (exact(_WHO).search(left), exact(_OLD).match(right), exact(_OLDER).search(said))
    )


def _number(sentence: Sentence, at: int, to: int) -> Fraction:
    text, shadow = sentence.text[at:to], sentence.shadow[at:to]
    return next((Fraction(numeral.value) for numeral in scan(text, shadow)), Fraction(0))
