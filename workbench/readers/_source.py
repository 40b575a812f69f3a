"""From bytes to source text, and the map from what is seen of a block to where it stands in that text."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import Unreadable
from workbench.model import Run
from workbench.readers._lazy import lazily

BOM = "\ufeff"
BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
BLANK += "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060" + BOM  # spaces, and marks without a width
# What has no width or turns the reading direction is not seen, so it cannot part a word for the checks ("cu\u200bre").
# A joiner stays where no letter stands before it: it holds a picture sign together.
_UNSEEN = lazily(
    "[\0\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]+"
    "|(?<=\\w)\u200d+"
)
_NUL_SHARE = 0.01  # more NULs than that are no slip: the file is no text, or text of another encoding


def decode(data: bytes) -> str:
    """The source text of an article in UTF-8, or in UTF-16 with its mark; a BOM and line ends stay as they are.

    Raises:
        Unreadable: the bytes are neither, or so many of them are NUL that they are no text.
    """
    utf16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2])
    try:
        text = data.decode(utf16 or "utf-8")
    except UnicodeDecodeError as error:
        name = "UTF-16, as its first bytes say" if utf16 else "UTF-8"
        raise Unreadable(f"is not {name} (byte {error.start}); save it as UTF-8") from error
    if text.count("\0") > len(text) * _NUL_SHARE:
        raise Unreadable(f"holds NUL characters (the first is character {text.find(chr(0))}); save it as text in UTF-8")
    return text


class Seen:
    """Collects the seen text of one block and its runs, piece by piece."""

    __slots__ = ("_joint", "_parts", "_runs", "_source", "length")

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._joint = -1  # source position at which a further piece would extend the last run
        self.length = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Append `text`, which the source writes as `[start, end)`; what nobody can see is left out."""
        if not text or end <= start:
            return
        if ("\0" in text) if text.isascii() else (not text.isprintable() and _UNSEEN.search(text)):
            self._add_seen(text, start, end)
        elif len(text) == end - start and self._source.startswith(text, start):
            self._extend(text, start, end)
        else:
            self._add(text, start, end)

    def _add_seen(self, text: str, start: int, end: int) -> None:
        """The pieces of a text around the characters that are not seen."""
        if len(text) != end - start:
            self._add(_UNSEEN.sub("", text), start, end)
            return
        at = 0
        for unseen in _UNSEEN.finditer(text):
            self._add(text[at : unseen.start()], start + at, start + unseen.start())
            at = unseen.end()
        self._add(text[at:], start + at, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        length = len(text)
        if length == end - start and _same(text, self._source[start:end]):
            self._extend(text, start, end)
            return
        if length == end - start:  # but not character by character: each stands for the whole
            self._runs.extend([Run(at, start, end) for at in range(self.length, self.length + length)])
        else:
            self._runs.append(Run(self.length, start, end))
        self._joint = -1
        self._parts.append(text)
        self.length += length

    def _extend(self, text: str, start: int, end: int) -> None:
        if start == self._joint:
            last = self._runs[-1]
            self._runs[-1] = Run(last.at, last.start, end)
        else:
            self._runs.append(Run(self.length, start, end))
        self._joint = end
        self._parts.append(text)
        self.length += end - start

    def take(self) -> tuple[str, tuple[Run, ...], int]:
        """The seen text without blank ends, its runs, and how many characters were cut off its beginning."""
        text = self._parts[0] if len(self._parts) == 1 else "".join(self._parts)
        seen = text.strip(BLANK)
        if len(seen) == len(text):
            return seen, tuple(self._runs), 0
        cut = len(text) - len(text.lstrip(BLANK))
        return seen, trim(self._runs, len(text), cut, cut + len(seen)), cut


def _same(text: str, source: str) -> bool:
    if text == source or (text == " " and source.isspace()):
        return True
    return all(a == b or (a == " " and b.isspace()) for a, b in zip(text, source, strict=True))


def trim(runs: Sequence[Run], length: int, first: int, last: int) -> tuple[Run, ...]:
    """The runs of the seen range `[first, last)` of a block of `length` characters, counted from `first`."""
    kept = []
    for index, run in enumerate(runs):
        to = runs[index + 1].at if index + 1 < len(runs) else length
        low, high = max(run.at, first), min(to, last)
        if low >= high:
            continue
        start, end = run.start, run.end
        if to - run.at == end - start:
            start, end = start + low - run.at, start + high - run.at
        kept.append(Run(low - first, start, end))
    return tuple(kept)


def shows(text: str) -> bool:
    """Whether anything of a text is seen, be it a blank."""
    return text != "" and (text.isprintable() or _UNSEEN.sub("", text) != "")
