"""Numbers and words of a sentence, as printed."""

from __future__ import annotations

from decimal import Decimal

from workbench.figures.stated import Number, Words
from workbench.model import Quantity, Sentence
from workbench.numerals import Numeral, scan
from workbench.patterns import exact

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
SIGNED = rf"(?:[-+] ?)?{NUMBER}"
_SHORT = r" ?(k|m|b|bn|mn|tn)\b"
_SHORT_LETTERS = frozenset((b"k", b"m", b"b", b"t", b"K", b"M", b"B", b"T"))
_SHORT_SCALES = {b"k": 3, b"m": 6, b"mn": 6, b"b": 9, b"bn": 9, b"tn": 12}
_SCALES = {b"hu": 2, b"th": 3, b"mi": 6, b"bi": 9, b"tr": 12}  # hundred … trillion
_LARGE = r"[ -](million|billion|trillion)$"
_MONEY = ("$", "£", "€", "¥", "₹", "D", "R", "P")  # signs, and the last letters of USD, EUR, GBP
_LONGEST = 24  # characters of a number


_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
WORDED = (  # a number in digits or in words
    rf"(?:{NUMBER}|(?:a|one) hundred|{_TENS}(?:[ -]{_ONES})?|ten|eleven|twelve(?: and a half)?|thirteen|fourteen"
    rf"|fifteen"
    rf"|sixteen|seventeen|eighteen|nineteen|{_ONES})"
)


def words(sentence: Sentence, at: int, to: int) -> Words:
    """A stretch of a sentence."""
    return Words(sentence.index, at, to, sentence.text[at:to])


def number(
    sentence: Sentence, place: tuple[int, int], unit: str = "", *, offset: int = 0, exactly: bool = False
) -> Number | None:
    """The number printed at a place; None where the digits run on (a decimal comma, a date) or are no number.

    `offset` is added to the place. `exactly` takes the place as it is: digits may be lowered (t₂₈)
    and others may follow (F1,28).
    """
    text, shadow = sentence.text, sentence.shadow
    at, to = place[0] + offset, place[1] + offset
    while not exactly and to > at and not text[to - 1].isdecimal():
        to -= 1  # a raised reference mark
    if at >= to or to - at > _LONGEST or (not exactly and _runs_on(shadow[to : to + 2])):
        return None
    printed = shadow[at:to].decode().replace(" ", "").replace(",", "").lstrip("+")
    try:
        value = Decimal(printed)
    except ArithmeticError:
        return None
    return Number(sentence.index, at, to, text[at:to], value, unit)


def worded(sentence: Sentence, place: tuple[int, int], unit: str = "") -> Number | None:
    """The number at a place, in digits or in words."""
    if sentence.shadow[place[0] : place[0] + 1].isalpha():
        at, to = place
        text = sentence.text[at:to]
        return next(
            (Number(sentence.index, at, to, text, one.value, unit) for one in scan(text, sentence.shadow[at:to])), None
        )
    return number(sentence, place, unit)


def _runs_on(behind: bytes) -> bool:
    """Whether more digits follow, or a point or comma with digits."""
    return behind[:1].isdigit() or (behind[1:].isdigit() and behind[:1] in b".,")


def find(sentence: Sentence, pattern: str, at: int = 0, to: int | None = None) -> Words | None:
    """The first place of a pattern in a stretch of a sentence."""
    found = exact(pattern).search(sentence.shadow[at : len(sentence.shadow) if to is None else to])
    return None if found is None else words(sentence, at + found.start(), at + found.end())


def amount(sentence: Sentence, one: Numeral, quantities: tuple[Quantity, ...]) -> Number:
    """A numeral with the unit of the quantity it is a part of, and its scale (“3.24 bn”)."""
    plain = number(sentence, _digits(sentence, one)) if one.form == "digits" else None
    to, value, scale = one.to, one.value, 0
    if plain is not None and (name := sentence.shadow[plain.to : one.to].strip(b" -").lower()).isalpha():
        value, scale = plain.value, _SCALES[name[:2]]
    elif plain is not None:
        letter = sentence.shadow[to : to + 2].lstrip(b" ")[:1]
        short = exact(_SHORT).match(sentence.shadow[to : to + 5]) if letter in _SHORT_LETTERS else None
        if short is not None and (len(short.group(1)) > 1 or _money(sentence, one.at)):
            to, scale = to + short.end(), _SHORT_SCALES[short.group(1).lower()]
    elif one.form == "word" and (large := exact(_LARGE).search(sentence.shadow[one.at : one.to])) is not None:
        scale = _SCALES[large.group(1)[:2].lower()]
        value = value.scaleb(-scale)
    unit = ""
    for quantity in quantities:
        if quantity.at < to and one.at < quantity.to:
            unit = quantity.unit
            break
    return Number(sentence.index, one.at, to, sentence.text[one.at : to], value, unit, scale)


def _money(sentence: Sentence, at: int) -> bool:
    return sentence.text[max(0, at - 4) : at].rstrip()[-1:] in _MONEY


def _digits(sentence: Sentence, one: Numeral) -> tuple[int, int]:
    if sentence.shadow[one.at : one.to].isdigit():
        return one.at, one.to
    found = exact(r"[\d., ]*\d").match(sentence.shadow[one.at : one.to])
    return one.at, one.at if found is None else one.at + found.end()
