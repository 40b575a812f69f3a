"""Names for things that survive an edit elsewhere: no line numbers, no paths."""

from __future__ import annotations

from hashlib import sha256

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"})


def normalised(text: str) -> str:
    """Text as it is compared across edits: any case, straight quotes and dashes, one space between words."""
    return " ".join(text.translate(_STRAIGHT).casefold().split())


def digest(*parts: str) -> str:
    """Sixteen hex digits that stand for the parts in this order; the parts cannot run into each other."""
    return sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Counter:
    """Numbers equal things in reading order, so that two equal findings in one article keep different names."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], int] = {}

    def ordinal(self, *parts: str) -> int:
        """How many times these parts came before: 0 at first."""
        count = self._seen.get(parts, 0)
        self._seen[parts] = count + 1
        return count
