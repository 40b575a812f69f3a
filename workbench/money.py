"""Currency before and after an amount: “US$ 3”, “£300”, “EUR 20”, “300 dollars”."""

from __future__ import annotations

from workbench.numerals import after, before
from workbench.patterns import exact

_SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"}
_DOLLARS = dict(
    pair.split("=") for pair in ("US=USD", "AU=AUD", "A=AUD", "CA=CAD", "C=CAD", "NZ=NZD", "HK=HKD", "S=SGD")
)
_CODES = r"(USD|EUR|GBP|AUD|CAD|CHF|NZD)"
_BEFORE = rf"(?:\b(US|AU|A|CA|C|NZ|HK|S) ?)?(\$) ?$|\b{_CODES} ?$"
_AFTER = rf" (?:US )?(dollars?|euros?)\b| ?{_CODES}\b"
_WORDS = {"d": "USD", "e": "EUR"}


def currency_before(text: str, shadow: bytes, at: int) -> tuple[str, int] | None:
    """The currency in front of an amount that starts at `at`, and where it starts."""
    place = at - 2 if text[at - 1 : at].isspace() else at - 1
    if place >= 0 and text[place] != "$" and text[place] in _SYMBOLS:
        return _SYMBOLS[text[place]], place
    left = before(shadow, at, 8)
    found = exact(_BEFORE, any_case=False).search(left)
    if found is None:
        return None
    country, dollar, code = (group.decode() if group else "" for group in found.groups())
    return (_DOLLARS.get(country, "USD") if dollar else code), at - len(left) + found.start()


def currency_after(shadow: bytes, to: int) -> tuple[str, int] | None:
    """The currency behind an amount that ends at `to`, and where it ends."""
    found = exact(_AFTER).match(after(shadow, to, 16))
    if found is None:
        return None
    word, code = (group.decode() if group else "" for group in found.groups())
    return (_WORDS[word[0].lower()] if word else code.upper()), to + found.end()
