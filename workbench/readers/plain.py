"""Plain text, mostly scraped pages: one line a paragraph or wrapped by hand, indented or not, marked up or not."""

from __future__ import annotations

from workbench.config import Limits
from workbench.model import BlockKind, Document
from workbench.readers import _front_matter
from workbench.readers._outline import Draft, document
from workbench.readers._roles import Role, roles
from workbench.readers._rows import Row, rows
from workbench.readers._source import BLANK, Seen, decode

SUFFIXES = (".txt", ".text")


def read(data: bytes, path: str, limits: Limits = Limits()) -> Document:
    """Read a plain text.

    Raises:
        Unreadable: it is not UTF-8 text, or its front matter does not hold.
    """
    source = decode(data)
    said, begin = _front_matter.split(source)
    found = rows(source, begin)
    drafts = []
    for row, role in zip(found, roles(found), strict=True):
        drafts.extend(_drafts(source, row, role))
    return document(path, source, drafts, said, tagged=True)


def _drafts(source: str, row: Row, role: Role) -> list[Draft]:
    if role.kind == "cell":
        return [_draft(source, ((start, end),), "cell", role, row) for start, end in cells(source, row)]
    return [_draft(source, row.pieces, role.kind, role, row)]


def _draft(source: str, pieces: tuple[tuple[int, int], ...], kind: BlockKind, role: Role, row: Row) -> Draft:
    seen = Seen(source)
    last = 0
    for index, (start, end) in enumerate(pieces):
        if index:
            seen.add(" ", last, start)
        seen.add(source[start:end], start, end)
        last = end
    text, runs, _ = seen.take()
    return Draft(kind, text, runs, level=role.level, fresh=role.fresh, near=not row.gap, boilerplate=role.boilerplate)


def cells(source: str, row: Row) -> list[tuple[int, int]]:
    """Spans of the cells of a table row, parted by tabs or bars; empty cells left out."""
    start, end = row.pieces[0]
    mark = "\t" if "\t" in source[start:end] else "|"
    found = []
    for part in source[start:end].split(mark):
        if part.strip(BLANK):
            left = len(part) - len(part.lstrip(BLANK))
            found.append((start + left, start + left + len(part.strip(BLANK))))
        start += len(part) + 1
    return found
