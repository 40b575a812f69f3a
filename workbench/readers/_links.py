"""Links: addresses written out in the text, and targets that say somebody is paid for the click."""

from __future__ import annotations

import re

from workbench.model import Link
from workbench.readers._lazy import lazily

_ADDRESS = lazily(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_|"
_PAID_QUERY = lazily(
    r"[?&#](?:aff|affid|aff_?id|affiliate|affiliate_?id|ref|ref_?id|referral|referrer|partner|partner_?id|sponsor|hop"
    r"|subid|clickid|irclickid|coupon)=[^&#]",
    re.IGNORECASE,
)
_PAID_PART = lazily(
    r"[/._-](?:aff|affiliates?|sponsored|partners?|referral)(?:[/?._-]|$)|[?&]utm_medium=(?:affiliate|sponsor|paid|cpc)",
    re.IGNORECASE,
)


def sponsored(target: str) -> bool:
    """Whether a link's target itself says that the click is paid for (`?aff=…`, `/affiliate/…`)."""
    return ("=" in target and bool(_PAID_QUERY.search(target))) or (
        _names_partner(target) and bool(_PAID_PART.search(target))
    )


def _names_partner(target: str) -> bool:
    low = target.casefold()
    return "aff" in low or "sponsor" in low or "partner" in low or "referral" in low or "utm_medium" in low


def holds_address(seen: str) -> bool:
    """Whether a text may hold an address that is written out."""
    return "://" in seen or "www." in seen.lower()


def addresses(seen: str, links: tuple[Link, ...] = ()) -> tuple[Link, ...]:
    """`links`, and the addresses written out in `seen` outside them, in reading order."""
    if not holds_address(seen):
        return links
    taken = [(link.at, link.to) for link in links]
    found = list(links)
    index = 0
    for match in _ADDRESS.finditer(seen):
        at, target = match.start(), _without_trail(match.group())
        while index < len(taken) and taken[index][1] <= at:
            index += 1
        inside = index < len(taken) and taken[index][0] < at + len(target)
        if not inside and len(target) > len("https://"):
            found.append(Link(at, at + len(target), target, sponsored(target)))
    return tuple(sorted(found, key=lambda link: (link.at, link.to)))


def _without_trail(address: str) -> str:
    """Without the punctuation of the sentence around it; a bracket stays if the address opens it."""
    while address and (address[-1] in _TRAILING or (address[-1] in ")]" and _unopened(address))):
        address = address[:-1]
    return address


def _unopened(address: str) -> bool:
    opening = {")": "(", "]": "["}[address[-1]]
    return address.count(opening) < address.count(address[-1])
