"""Plain text as rows: physical lines, hard wraps undone, markers taken off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from workbench.readers._lazy import lazily
from workbench.readers._shape import core
from workbench.readers._source import BLANK

_LINE = lazily(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_NARROWEST, _WIDEST = 55, 120  # columns that people wrap at
_COLUMNS = "   "  # blanks that part the columns of a table; a line of those is whole
_BULLETS = "-*•‣▪▫◦●○■□◆◇►▶➤➔➢→✓✔✗✘☑☐❌✅·–∙⁃"
_NUMBER = lazily(r"(?:(\d{1,3})[.)]|\((\d{1,2})\)|([a-z])\)|\(([a-z])\)|\(?(?:[ivx]{1,5})\))[ \t\xa0]+(?=\S)")
_DECIMAL = lazily(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t\xa0]+(?=[A-Z])")
_HASHES = lazily(r"(#{1,6})[ \t]+(?=\S)")
_QUOTED = lazily(r"(?:>[ \t]?)+(?=\S)")
_ASKED = lazily(r"(Q|Question|A|Answer)(?:[ \t]?\d{1,2})?[.:)][ \t]+(?=\S)")
_LINKING = lazily(r"(?:and|or|to)\b")
_RULE = lazily(r"[-=_*~#+|:. \t—–]{2,}")


class Line(Struct, frozen=True, gc=False):
    """A physical line that holds something: its span without blank ends, indent, width in columns, and marker."""

    start: int
    end: int
    indent: int
    width: int
    gap: bool
    marker: str
    rank: int
    marked: int


class Row(Struct, frozen=True, gc=False):
    """A line of text as its writer meant it: one paragraph, heading, item or table row.

    `pieces` are the spans it is made of, the marker left out; `marker` is "", "bullet", "number", "decimal", "hash",
    "quote", "question" or "answer"; `rank` the number or depth the marker shows, 1 for a bullet that is a picture;
    `gap` a blank line above.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    marker: str
    rank: int
    indent: int
    gap: bool


def lines(source: str, begin: int) -> list[Line]:
    """The lines from `begin` on that hold more than blanks and drawn rules."""
    found: list[Line] = []
    gap, ended = False, begin
    for match in _LINE.finditer(source, begin):
        start, end = match.span()
        gap = gap or _blank_between(source, ended, start, begin)
        ended = end
        raw = match.group()
        text = raw.strip(BLANK)
        if not text or (not text[0].isalnum() and _RULE.fullmatch(text)):
            gap = True
            continue
        indent = 0
        if len(text) < len(raw):
            left = len(raw) - len(raw.lstrip(BLANK))
            indent = len(raw[:left].replace("\t", "    "))
            start += left
            end = start + len(text)
        marker = ("", 0, 0) if text.isalnum() else marker_of(source, start, end)
        found.append(Line(start, end, indent, indent + len(text), gap, *marker))
        gap = False
    return found


def _blank_between(source: str, ended: int, start: int, begin: int) -> bool:
    """Whether an empty line stands between the end of one line and the start of the next."""
    if ended == begin:
        return start > begin
    return start - ended > 1 and (start - ended > 2 or source[ended:start] != "\r\n")


def rows(source: str, begin: int) -> list[Row]:
    """The rows of a plain text."""
    physical = lines(source, begin)
    width = _wrap_width(source, physical)
    found: list[Row] = []
    group: list[Line] = []
    hanging = 0
    for line in physical:
        if group and not (line.gap or line.marker) and _goes_on(source, group[-1], line, width, hanging):
            group.append(line)
            continue
        if group:
            found.append(_row(source, group))
        group = [line]
        hanging = line.indent + (2 if line.marker else 10_000)
    if group:
        found.append(_row(source, group))
    return found


def _goes_on(source: str, above: Line, line: Line, width: int, hanging: int) -> bool:
    """Whether a line continues the row above: wrapped there for want of room, or hung under an item's text."""
    if _drops(source, above, line):
        return True
    hung = line.indent >= hanging and line.width <= _WIDEST
    wrapped = width and line.indent <= max(hanging, above.indent) + 8 and _full(source, above, line, width)
    if not (hung or wrapped):
        return False
    both = (source[above.start : above.end], source[line.start : line.end])
    return not any("\t" in text or _COLUMNS in text for text in both)


def _drops(source: str, above: Line, line: Line) -> bool:
    """Whether the line above is the large first letter of this one's first word."""
    return above.end - above.start == 1 and source[above.start].isupper() and source[line.start].islower()


def _full(source: str, above: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line had no more room on the line above."""
    first = source[line.start : line.end].split(None, 1)[0]
    return above.width + 1 + len(first) > width


def _wrap_width(source: str, physical: Sequence[Line]) -> int:
    """The column a hard-wrapped text is wrapped at; 0 for a text with one line a paragraph."""
    wide = sum(line.width > _WIDEST for line in physical)
    width = max((line.width for line in physical if line.width <= _WIDEST), default=0)
    if wide * 50 > len(physical) or width < _NARROWEST:
        return 0
    wrapped = broken = 0
    for above, line in pairwise(physical):
        head = source[line.start : line.start + 1]
        if line.gap or not head.islower() or core(source[above.start : above.end]).endswith((".", "!", "?", ":", ";")):
            continue
        full = _full(source, above, line, width)
        wrapped, broken = wrapped + full, broken + (not full)
    return width if wrapped > broken else 0


def marker_of(source: str, start: int, end: int) -> tuple[str, int, int]:
    """Marker name, rank and length (with the blanks after it) of the line `[start, end)`; "" without one."""
    char = source[start]
    if char.isalpha() and char not in "QAivx" and source[start + 1 : start + 2] != ")":
        return "", 0, 0
    after = source[start + 1 : start + 2]
    if _is_bullet(char, source, start, end):
        length = 1 + (after in "\ufe0e\ufe0f" and after != "")
        rest = source[start + length : end]
        blanks = len(rest) - len(rest.lstrip(BLANK))
        if rest.strip(BLANK) and (blanks or char in "•●▪◦‣✓✔✅❌"):
            return "bullet", int(char not in _BULLETS), length + blanks
        return "", 0, 0
    for name, pattern in (("hash", _HASHES), ("quote", _QUOTED), ("decimal", _DECIMAL), ("number", _NUMBER)):
        found = pattern.match(source, start, end)
        if found:
            return name, _rank(name, found), found.end() - start
    asked = _ASKED.match(source, start, end)
    if asked:
        return "question" if asked.group(1)[0] == "Q" else "answer", 0, asked.end() - start
    return "", 0, 0


def _is_bullet(char: str, source: str, start: int, end: int) -> bool:
    """Whether a character marks items: a bullet, a picture sign, or a cross before a word ("× 3" counts)."""
    if char == "×":
        return end - start > 2 and source[start + 2].isalpha()
    return char in _BULLETS or (ord(char) > 0x2190 and unicodedata.category(char) == "So")


def _rank(name: str, found: re.Match[str]) -> int:
    if name == "hash":
        return len(found.group(1))
    if name == "decimal":
        return found.group(1).count(".") + 1
    if name == "number":
        return int(found.group(1) or found.group(2) or 0)
    return 0


def _row(source: str, group: Sequence[Line]) -> Row:
    first = group[0]
    start = first.start + first.marked
    if len(group) == 1:
        return Row(source[start : first.end], ((start, first.end),), first.marker, first.rank, first.indent, first.gap)
    pieces = [(start, first.end), *((line.start, line.end) for line in group[1:])]
    text = "".join(seen for seen, _, _ in stretches(source, pieces))
    return Row(text, tuple(pieces), first.marker, first.rank, first.indent, first.gap)


def stretches(source: str, pieces: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """What is seen of the pieces of a row, and where it stands: the pieces, and a space at each line end.

    A word that was divided at the end of a line is not parted further: "be-" and "cause" give "be-cause".
    """
    last = -1
    for start, end in pieces:
        if last >= 0 and not _divided(source, last, start):
            yield " ", last, start
        yield source[start:end], start, end
        last = end


def _divided(source: str, last: int, start: int) -> bool:
    """Whether a line ends inside a word; "pre- and" at a line's end is two words."""
    head = source[start : start + 4]
    if last < 2 or source[last - 2] in "\n\r":
        return source[last - 1] not in "AI" and head[:1].islower()  # a large first letter; "A" is a word
    return source[last - 1] == "-" and source[last - 2].isalpha() and head[:1].islower() and not _LINKING.match(head)
