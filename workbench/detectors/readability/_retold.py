"""A number that is hard to use, said with whole numbers; exact until it is rounded once."""

from __future__ import annotations

import re
from fractions import Fraction

_PERCENT = r"(\d+\.\d+) ?(?:%|per ?cent)"
_SHARE = r"(one|\d+(?:\.\d+)?) (?:in|out of) (?:every )?(\d+(?:\.\d+)?|ten|a hundred)"
_DECIMAL = r"\b(0?\.\d+)"
_WORDS = {"one": "1", "ten": "10", "a hundred": "100"}
_GROUPS = (100, 1_000, 10_000, 100_000)
_FEWEST = 1  # people that a group has to hold of those meant
_WHOLE = 10  # percent; above it no decimal is needed


def retold(text: str) -> str:
    """How a percentage, a share or a chance in a text can be told; empty where there is none, or it is out of range.

    >>> retold("1 in 37.4"), retold("12.37%"), retold("a chance of 0.0342")
    ('about 3 in 100', 'about 12%', 'about 3 in 100')
    """
    if match := re.search(_PERCENT, text, re.IGNORECASE):
        share = Fraction(match[1])
        return f"about {_rounded(share, 0 if share >= _WHOLE else 1)}%"
    if match := re.search(_SHARE, text, re.IGNORECASE):
        part, whole = (Fraction(_WORDS.get(word.lower(), word)) for word in match.groups())
        return _of_people(part / whole) if whole else ""
    if match := re.search(_DECIMAL, text):
        return _of_people(Fraction(match[1]))
    return ""


def _of_people(share: Fraction) -> str:
    group = next((size for size in _GROUPS if share * size >= _FEWEST), None)
    return "" if group is None or share >= 1 else f"about {_rounded(share * group, 0)} in {group:,}"


def _rounded(value: Fraction, places: int) -> str:
    """Half up, without a trailing zero."""
    scaled = (value * 10**places * 2 + 1) // 2
    whole, rest = divmod(scaled, 10**places)
    return f"{whole}.{rest}" if rest else f"{whole}"
