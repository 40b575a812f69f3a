"""Numerals in a sentence: digits and number words, without the digits that are no numbers.

Found in one pass on the shadow and read from the text. Dates, times, telephone numbers, addresses, citation markers,
ordinals, section numbers and the digits of a name (“COVID-19”, “B12”) are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from workbench.patterns import exact


def _values(pairs: str) -> dict[str, int]:
    words = pairs.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


_ONES = _values("one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9")
_TEENS = _values(
    "ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19"
)
_TENS = _values("twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90")
_TIMES = _values("once 1 twice 2 thrice 3")
_PARTS = _values("half 2 halves 2 third 3 thirds 3 quarter 4 quarters 4 fifth 5 fifths 5")
_SCALES = _values("hundred 100 thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000")
_WORDS = _ONES | _TEENS | _TENS
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_POINTS = "·•∙⋅"
_THIN_SPACES = "\u00a0\u2009\u202f\u2007\u2008"  # the spaces that may group digits; a plain one ends the number
_LONGEST = 24  # characters; a longer run of digits is an identifier
_REMEMBERED = 2_000  # sentences

_ANY_ONE, _ANY_TEN = "|".join(_ONES), "|".join(_TENS)
_SKIP = "|".join(
    (
        r"(?:https?://|www\.)\S+",
        r"\bdoi:?\s?\S+|\b10\.\d{4,9}/\S+",
        r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b",  # 2024-01-15, 15/01/24, 15.01.2024
        r"\b\d+(?:\.\d+){2,}",  # section 2.2.1, version 1.0.3
        r"\b\d{1,2}:\d{1,2}(?::\d\d)?",  # clock times, ratios
        r"\+?\(?\b(?:\d{1,2}[-. ])?\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}\b",  # telephone
        r"\b1-8\d\d-[\w-]+",
        r"\b24/7\b",
        r"\[\d{1,3}(?:\s?[,;-]\s?\d{1,3})*\]",  # citation markers
        r"\(\d{1,2}\)",  # (1) … (2) …
        r"\b\d+(?:st|nd|rd|th)\b",
        r"\b\d{2,4}'?s\b",  # the 1960s, in their 30s
    )
)
_NUMBER = "|".join(
    (
        r"\b\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?",
        r"\b\d+(?:\.\d+)?|\.\d+",
    )
)
_WORD = (
    rf"\b(?:(?:an?|{_ANY_ONE})[ -]hundred(?:[ -]and)?[ -])?"
    rf"(?:(?:{_ANY_TEN})(?:[ -](?:{_ANY_ONE}))?|{'|'.join(_TEENS)}|{_ANY_ONE})\b"
    rf"|\b(?:an?)[ -](?:{'|'.join(_SCALES)})\b|\b(?:{'|'.join(_TIMES)})\b"
)
_PART = (
    r"\b(?:(?:an?|one)[ -])?half\b"
    r"|\b(?:an?|one)[ -](?:third|quarter|fifth)\b"
    r"|\b(?:two|three|four)[ -](?:thirds|quarters|fifths)\b"
)
_SCAN = rf"({_SKIP})|({_PART})|({_WORD})|({_NUMBER})"
_SCALE = rf"[ -]?(?:{'|'.join(_SCALES)})\b"
_DECIMAL_COMMA = r"(,\d{1,2}) ?(?:%|per ?cent\b)"  # “63,5 %”
_UNIT_BEFORE_DASH = r"\d\s?[a-zA-Z%]{1,12}-$|\d-to-$"


class Numeral(Struct, frozen=True, gc=False):
    """A number as written: seen offsets `[at, to)` from the sentence's first character, and its value.

    `form` tells digits from words (“ten”), parts (“half”, “a third”) and times (“twice”).
    """

    at: int
    to: int
    value: Decimal
    form: Literal["digits", "word", "part", "times"] = "digits"


def before(shadow: bytes, at: int, length: int = 32) -> bytes:
    """What stands in front of a place, at most `length` characters."""
    return shadow[max(0, at - length) : at]


def after(shadow: bytes, to: int, length: int = 96) -> bytes:
    """What follows a place, at most `length` characters."""
    return shadow[to : to + length]


@lru_cache(maxsize=_REMEMBERED)
def numerals_of(text: str, shadow: bytes) -> tuple[Numeral, ...]:
    """The numerals of a whole sentence as `scan` gives them, read once: quantities and figures are made of them."""
    return tuple(scan(text, shadow))


def scan(text: str, shadow: bytes) -> Iterator[Numeral]:
    """The numerals of a sentence in reading order; `shadow` is the text's shadow."""
    pos, search = 0, exact(_SCAN).search
    while found := search(shadow, pos):
        at, pos = found.span()
        if found.group(1) is not None:
            continue
        if found.group(4) is not None:
            numeral = _digits(text, shadow, at, pos)
        elif found.group(2) is not None:
            numeral = _part(shadow, at, pos)
        else:
            numeral = _word(shadow, at, pos)
        if numeral is not None:
            pos = numeral.to
            yield numeral


def _digits(text: str, shadow: bytes, at: int, to: int) -> Numeral | None:
    if any(char == " " for char in text[at:to]) or shadow[to : to + 1].isdigit():
        plain = exact(r"\d+(?:\.\d+)?").match(shadow, at)  # “24 100” is two numbers
        if plain is None:
            return None
        to = plain.end()
    comma = exact(_DECIMAL_COMMA).match(shadow, to) if shadow[to : to + 1] == b"," else None
    if comma is not None and to - at <= 3 and text[at : comma.end(1)].replace(",", "").isdecimal():
        return None if _glued(text, shadow, at, comma.end(1)) else _with_comma(text, at, comma.end(1))
    while to > at and not text[to - 1].isdecimal():
        to -= 1  # a raised reference mark: “12³”
    if to == at or to - at > _LONGEST or _glued(text, shadow, at, to):
        return None
    kept = (char for char in text[at:to] if char != "," and char not in _THIN_SPACES)
    printed = "".join("." if char in _POINTS else char for char in kept)
    whole, _, parts = printed.partition(".")
    if not (whole + parts).isdecimal() or (whole[:1] == "0" and len(whole) > 1):
        return None  # a reference mark alone; “007”
    value = Decimal(printed)
    if text[to : to + 1] in _VULGAR:
        value, to = value + _VULGAR[text[to]], to + 1
    return _scaled(Numeral(at, to, value), shadow)


def _with_comma(text: str, at: int, to: int) -> Numeral:
    return Numeral(at, to, Decimal(text[at:to].replace(",", ".")))


def _glued(text: str, shadow: bytes, at: int, to: int) -> bool:
    """Whether the digits belong to a name, a list marker or a longer number."""
    left = before(shadow, at, 16)
    if not left.strip():
        return to - at <= 2 and exact(r"[.)](?:\s|$)").match(after(shadow, to, 2)) is not None
    last = left[-1:]
    if shadow[at : at + 1] == b".":
        return last.isalnum() or last in b".)]'\"%"
    if (last in b",." and left[-2:-1].isdigit()) or _runs_on(shadow, to):
        return True
    if last == b"-" and text[at - 1] != "—" and left[-2:-1].isalpha():
        return exact(_UNIT_BEFORE_DASH).search(left) is None
    return last in {b"#", b"_"}


def _runs_on(shadow: bytes, to: int) -> bool:
    """Whether a comma and more digits follow: “10,5” is not ours to read."""
    return shadow[to : to + 1] == b"," and shadow[to + 1 : to + 2].isdigit()


def _scaled(numeral: Numeral, shadow: bytes) -> Numeral:
    scale = exact(_SCALE).match(after(shadow, numeral.to, 12))
    if scale is None:
        return numeral
    factor = _SCALES[scale.group().strip(b" -").decode().lower()]
    return Numeral(numeral.at, numeral.to + scale.end(), numeral.value * factor, numeral.form)


def _word(shadow: bytes, at: int, to: int) -> Numeral | None:
    if before(shadow, at, 1) in (b"-", b"'") or after(shadow, to, 2)[:1] == b"'":
        return None
    words = shadow[at:to].decode().lower().replace("-", " ").split()
    if words[0] in _TIMES:
        return Numeral(at, to, Decimal(_TIMES[words[0]]), "times")
    value = 0
    for word in words:
        if word in _SCALES:
            value = (value or 1) * _SCALES[word]
        else:
            value += _WORDS.get(word, 0)
    return _scaled(Numeral(at, to, Decimal(value), "word"), shadow)


def _part(shadow: bytes, at: int, to: int) -> Numeral:
    first, *rest = shadow[at:to].decode().lower().replace("-", " ").split()
    name = rest[0] if rest else first
    value = Decimal(_WORDS.get(first, 1)) / Decimal(_PARTS[name])
    return Numeral(at, to, value, "part")
