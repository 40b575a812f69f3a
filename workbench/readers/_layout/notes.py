"""Footnotes of a plain text: entries that begin with "[1]", and the marks in the text that point to them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Link
from workbench.readers._layout.rows import Row
from workbench.readers._lazy import lazily

_MARK = lazily(r"\[(\d{1,3})\]")
_ENTRY = lazily(r"\[(\d{1,3})\][ \t\xa0]+(?=\S)")


def entries(rows: Sequence[Row]) -> dict[int, tuple[str, int]]:
    """Index of each row that is a note, with the note's name and the length of its mark.

    A note is a row that begins with a mark which stands in the text above it.
    """
    found: dict[int, tuple[str, int]] = {}
    pointed: set[str] = set()
    for index, row in enumerate(rows):
        if "[" not in row.text:
            continue
        entry = _ENTRY.match(row.text)
        first, last = row.pieces[0]
        if entry and entry.group(1) in pointed and entry.end() < last - first:
            pointed.remove(entry.group(1))
            found[index] = _name(entry.group(1)), entry.end()
        elif not entry:
            pointed.update(_MARK.findall(row.text))
    return found


def marks(seen: str, names: frozenset[str]) -> tuple[Link, ...]:
    """The links of a block to the notes of these names."""
    if "[" not in seen:
        return ()
    found = [(match, _name(match.group(1))) for match in _MARK.finditer(seen)]
    return tuple(Link(match.start(), match.end(), f"#{name}") for match, name in found if name in names)


def _name(number: str) -> str:
    return f"fn-{number}"
