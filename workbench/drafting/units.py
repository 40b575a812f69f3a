"""Offsets as a browser and an editor count them: in UTF-16 units, where an emoji takes two."""

from __future__ import annotations

from bisect import bisect_left

_LAST = "\uffff"  # characters beyond it take two units


class Units:
    """UTF-16 offsets of one text; a text without rare characters costs one look at it."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [at for at, char in enumerate(text) if char > _LAST]

    def of(self, at: int) -> int:
        """The offset in UTF-16 units of an offset in code points."""
        return at + bisect_left(self._wide, at)
