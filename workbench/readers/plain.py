"""Plain text, mostly scraped pages: one line a paragraph or wrapped by hand, indented or not, marked up or not."""

from __future__ import annotations

from workbench.config import Limits
from workbench.model import BlockKind, Document, Run
from workbench.readers import _front_matter
from workbench.readers._layout.notes import entries, marks
from workbench.readers._layout.roles import Role, roles
from workbench.readers._layout.rows import Row, rows, stretches
from workbench.readers._layout.tables import cells
from workbench.readers._outline import Draft, document
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
    notes = entries(found)
    drafts: list[Draft] = []
    for index, (row, role) in enumerate(zip(found, roles(found), strict=True)):
        if index in notes and not role.boilerplate:
            drafts.append(_note(source, row, *notes[index]))
        elif role.kind == "cell":
            drafts.extend(_draft(source, (cell,), "cell", role, row) for cell in cells(source, row))
        else:
            drafts.append(_draft(source, row.pieces, role.kind, role, row))
    if notes:
        names = frozenset(name for name, _ in notes.values())
        for draft in drafts:
            draft.links = marks(draft.seen, names)
    return document(path, source, [draft for draft in drafts if draft.seen], said, tagged=True)


def _note(source: str, row: Row, name: str, mark: int) -> Draft:
    """A footnote without its mark, as the other readers see it."""
    (start, end), *further = row.pieces
    role = Role("paragraph", boilerplate="footnote")
    draft = _draft(source, ((start + mark, end), *further), "paragraph", role, row)
    draft.note = name
    return draft


def _draft(source: str, pieces: tuple[tuple[int, int], ...], kind: BlockKind, role: Role, row: Row) -> Draft:
    start, end = pieces[0]
    text = source[start:end]
    if len(pieces) == 1 and text.isprintable() and text[0] not in BLANK and text[-1] not in BLANK:
        runs: tuple[Run, ...] = (Run(0, start, end),)
    else:
        seen = Seen(source)
        for part, first, last in stretches(source, pieces):
            seen.add(part, first, last)
        text, runs, _ = seen.take()
    return Draft(kind, text, runs, role.level, (), 0, role.fresh, not row.gap, role.boilerplate)
