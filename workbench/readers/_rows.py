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

_LINE_END = lazily(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_NARROWEST, _WIDEST = 55, 120  # columns that people wrap at
_BULLETS = "-*•‣▪▫◦●○■□◆◇►▶➤➔➢→✓✔✗✘☑☐❌✅·–∙⁃"
_NUMBER = lazily(r"(?:(\d{1,3})[.)]|\((\d{1,2})\)|([a-z])\)|\(([a-z])\)|\(?(?:[ivx]{1,5})\))[ \t\xa0]+(?=\S)")
_DECIMAL = lazily(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t\xa0]+(?=[A-Z])")
_HASHES = lazily(r"(#{1,6})[ \t]+(?=\S)")
_QUOTED = lazily(r"(?:>[ \t]?)+(?=\S)")
_ASKED = lazily(r"(Q|Question|A|Answer)(?:[ \t]?\d{1,2})?[.:)][ \t]+(?=\S)")
_RULE = lazily(r"[-=_*~#+|:. \t—–]{3,}")


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
    "quote", "question" or "answer"; `rank` the number or depth the marker shows; `gap` a blank line above.
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
    gap = False
    for start, end in _line_spans(source, begin):
        raw = source[start:end]
        text = raw.strip(BLANK)
        if not text or (_RULE.fullmatch(text) and not text.isalnum()):
            gap = True
            continue
        left = len(raw) - len(raw.lstrip(BLANK))
        indent = len(raw[:left].replace("\t", "    "))
        first, last = start + left, start + left + len(text)
        found.append(Line(first, last, indent, indent + len(text), gap, *marker_of(source, first, last)))
        gap = False
    return found


def _line_spans(source: str, begin: int) -> Iterator[tuple[int, int]]:
    start = begin
    for match in _LINE_END.finditer(source, begin):
        yield start, match.start()
        start = match.end()
    yield start, len(source)


def rows(source: str, begin: int) -> list[Row]:
    """The rows of a plain text."""
    physical = lines(source, begin)
    width = _wrap_width(source, physical)
    found: list[Row] = []
    group: list[Line] = []
    hanging = 0
    for line in physical:
        if group and _goes_on(source, group, line, width, hanging):
            group.append(line)
            continue
        if group:
            found.append(_row(source, group))
        group = [line]
        hanging = line.indent + (2 if line.marker else 10_000)
    if group:
        found.append(_row(source, group))
    return found


def _goes_on(source: str, group: Sequence[Line], line: Line, width: int, hanging: int) -> bool:
    """Whether a line continues the row above: wrapped there for want of room, or hung under an item's text."""
    above = group[-1]
    if line.gap or line.marker:
        return False
    if "\t" in source[line.start : line.end] or "\t" in source[above.start : above.end]:
        return False
    if width and _full(source, above, line, width) and line.indent <= max(hanging, above.indent) + 8:
        return True
    return line.indent >= hanging and line.width <= _WIDEST


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
    after = source[start + 1 : start + 2]
    if char.isalpha() and char not in "QAivx" and after != ")":
        return "", 0, 0
    if char in _BULLETS or (ord(char) > 0x2190 and unicodedata.category(char) == "So"):
        length = 1 + (after in "\ufe0e\ufe0f" and after != "")
        rest = source[start + length : end]
        blanks = len(rest) - len(rest.lstrip(BLANK))
        if rest.strip(BLANK) and (blanks or char in "•●▪◦‣✓✔✅❌"):
            return "bullet", 0, length + blanks
        return "", 0, 0
    for name, pattern in (("hash", _HASHES), ("quote", _QUOTED), ("decimal", _DECIMAL), ("number", _NUMBER)):
        found = pattern.match(source, start, end)
        if found:
            return name, _rank(name, found), found.end() - start
    asked = _ASKED.match(source, start, end)
    if asked:
        return "question" if asked.group(1)[0] == "Q" else "answer", 0, asked.end() - start
    return "", 0, 0


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
    pieces = [(first.start + first.marked, first.end), *((line.start, line.end) for line in group[1:])]
    text = " ".join(source[start:end] for start, end in pieces)
    return Row(text, tuple(pieces), first.marker, first.rank, first.indent, first.gap)
