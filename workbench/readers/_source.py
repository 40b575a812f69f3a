"""From bytes to source text, and the map from what is seen of a block to where it stands in that text."""

from __future__ import annotations

from workbench.errors import Unreadable
from workbench.model import Run

BOM = "\ufeff"
BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
BLANK += "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060" + BOM  # spaces, and marks without a width


def decode(data: bytes) -> str:
    """The source text of an article in UTF-8; a BOM and line ends stay as they are.

    Raises:
        Unreadable: the bytes are not UTF-8, or hold a NUL character.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    nul = text.find("\0")
    if nul >= 0:
        raise Unreadable(f"holds a NUL character (character {nul}), so it is not a text; save it as text in UTF-8")
    return text


class Seen:
    """Collects the seen text of one block and its runs, piece by piece."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._runs: list[list[int]] = []  # at, start, end
        self._joint = -1  # source position at which a further piece would extend the last run
        self.length = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Append `text`, which the source writes as `[start, end)`."""
        if not text or end <= start:
            return
        if len(text) == end - start and not _same(text, self._source[start:end]):
            for char in text:  # of equal length but not character by character: each stands for the whole
                self._runs.append([self.length, start, end])
                self._parts.append(char)
                self.length += 1
            self._joint = -1
            return
        if len(text) != end - start:
            self._runs.append([self.length, start, end])
            self._joint = -1
        else:
            if start == self._joint:
                self._runs[-1][2] = end
            else:
                self._runs.append([self.length, start, end])
            self._joint = end
        self._parts.append(text)
        self.length += len(text)

    def take(self) -> tuple[str, tuple[Run, ...], int]:
        """The seen text without blank ends, its runs, and how many characters were cut off its beginning."""
        text = "".join(self._parts)
        cut = len(text) - len(text.lstrip(BLANK))
        seen = text.strip(BLANK)
        return seen, trim(self._runs, len(text), cut, cut + len(seen)), cut


def _same(text: str, source: str) -> bool:
    return text == source or all(a == b or (a == " " and b.isspace()) for a, b in zip(text, source, strict=True))


def trim(runs: list[list[int]], length: int, first: int, last: int) -> tuple[Run, ...]:
    """The runs of the seen range `[first, last)` of a block of `length` characters, counted from `first`."""
    if first == 0 and last == length:
        return tuple([Run(*run) for run in runs])
    kept = []
    for index, (at, start, end) in enumerate(runs):
        to = runs[index + 1][0] if index + 1 < len(runs) else length
        low, high = max(at, first), min(to, last)
        if low >= high:
            continue
        if to - at == end - start:
            start, end = start + low - at, start + high - at
        kept.append(Run(low - first, start, end))
    return tuple(kept)
