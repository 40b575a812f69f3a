"""Places in a text as editors count them: lines, and UTF-16 units in a line."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, Range

_ENDS = re.compile(r"\r\n|\n|\r")  # what the protocol takes for the end of a line
_WIDE = "\uffff"  # characters beyond it take two units


class Lines:
    """One text with the places of its lines; offsets are in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _ENDS.finditer(text))]
        self._plain = text.isascii()

    def position(self, at: int) -> Position:
        """Line and UTF-16 unit of an offset."""
        at = max(0, min(at, len(self._text)))
        line = bisect_right(self._starts, at) - 1
        start = self._starts[line]
        return Position(line, at - start + (0 if self._plain else self._wide(start, at)))

    def range(self, start: int, end: int) -> Range:
        """The range of `[start, end)`."""
        return Range(self.position(start), self.position(end))

    def line(self, number: int) -> Range:
        """A whole line without its end, counted from 0; the last one where there are not so many."""
        start = self._starts[min(max(0, number), len(self._starts) - 1)]
        found = _ENDS.search(self._text, start)
        return self.range(start, found.start() if found else len(self._text))

    def offset(self, position: Position) -> int:
        """The offset of a line and UTF-16 unit; what lies outside the text counts as its nearest place."""
        if position.line >= len(self._starts):
            return len(self._text)
        at = start = self._starts[max(0, position.line)]
        found = _ENDS.search(self._text, start)
        end = found.start() if found else len(self._text)
        if self._plain:
            return min(start + max(0, position.character), end)
        units = 0
        while at < end and units < position.character:
            units += 1 + (self._text[at] > _WIDE)
            at += 1
        return at

    def _wide(self, start: int, end: int) -> int:
        return sum(char > _WIDE for char in self._text[start:end])
