"""Whose words these are: what stands between quotation marks."""

from __future__ import annotations

_PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "'": "'"}
_LONGEST = {"'": 200, "‘": 400}  # an apostrophe may look like the closing mark
_LONGEST_QUOTE = 1500


def quotations(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks in a block's text, marks excluded, in order and without nesting.

    Apostrophes, feet and inches are no quotation marks; a mark that is never closed opens nothing.
    """
    found: list[tuple[int, int]] = []
    at = 0
    dead: set[str] = set()  # openers for which no closer is left
    while at < len(text):
        opener = text[at]
        if opener in _PAIRS and opener not in dead and _opens(text, at):
            end = _close(text, at + 1, _PAIRS[opener], at + _LONGEST.get(opener, _LONGEST_QUOTE))
            if end > at + (2 if opener in _LONGEST else 1):
                found.append((at + 1, end))
                at = end
            elif end < 0 and opener not in _LONGEST:
                dead.add(opener)
        at += 1
    return found


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or not (before.isalnum() or before in "\"'’”.,")) and bool(after) and not after.isspace()


def _close(text: str, at: int, mark: str, limit: int) -> int:
    """The place of the closing mark, or -1."""
    while (at := text.find(mark, at, limit)) >= 0:
        before, after = text[at - 1], text[at + 1 : at + 2]
        if not before.isspace() and not after.isalnum():
            return at
        at += 1
    return -1
