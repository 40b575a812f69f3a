"""A Word file, opened: its parts, its text with the place of every character, and the blocks of that text."""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec import Struct

from workbench.config import Limits
from workbench.readers._docx.blocks import Blocks
from workbench.readers._docx.lines import Line, lay
from workbench.readers._docx.package import Package
from workbench.readers._docx.styles import Lists, Styles
from workbench.readers._docx.values import Notes, Paragraph
from workbench.readers._docx.walk import Walk
from workbench.readers._docx.xml import R, W
from workbench.readers._outline import Draft

BODY = "body"


class Reading(Struct):
    """A Word file as read. `root` is the parsed part with the text, `notes` the marks of its notes."""

    package: Package
    root: Any
    source: str
    lines: list[Line]
    drafts: list[Draft]
    notes: Notes
    language: str


def reading(data: bytes, limits: Limits) -> Reading:
    """Read a Word file: its text, then its notes in the order of their marks, its headers and its footers.

    Raises:
        Unreadable: as in `word.read`.
    """
    package = Package(data, limits)
    root = package.text()
    styles = Styles(package.root(package.related("styles")))
    notes = Notes()
    paragraphs = Walk(BODY, styles, package.relations(package.main), notes).over(root)
    for kind in ("footnote", "endnote"):
        paragraphs += _notes(package, styles, notes, kind)
    for kind in ("header", "footer"):
        paragraphs += _margins(package, styles, notes, root, kind)
    source, lines = lay(paragraphs)
    blocks = Blocks(source, Lists(package.root(package.related("numbering"))))
    for line in lines:
        blocks.take(line)
    return Reading(package, root, source, lines, blocks.drafts, notes, _language(lines, styles))


def _notes(package: Package, styles: Styles, notes: Notes, kind: str) -> list[Paragraph]:
    """The paragraphs of the notes that the text refers to, in the order of their marks."""
    name = package.related(f"{kind}s")
    root = package.root(name) if any(known == kind for known, _ in notes.numbers) else None
    if root is None:
        return []
    found = Walk(f"{kind}s", styles, package.relations(name), notes).over(root)
    for paragraph in found:
        paragraph.boilerplate = "footnote"
    order = {f"{kind}-{count}": count for (known, _), count in notes.numbers.items() if known == kind}
    return sorted((each for each in found if each.note), key=lambda each: order[each.note])


def _margins(package: Package, styles: Styles, notes: Notes, root: Any, kind: str) -> list[Paragraph]:
    """The paragraphs of the headers or footers of all pages, each part once."""
    relations = package.relations(package.main)
    named = (element.get(f"{R}id", "") for element in root.iter(f"{W}{kind}Reference"))
    parts = [relations[id_].target for id_ in named if id_ in relations and not relations[id_].outside]
    found: list[Paragraph] = []
    for number, name in enumerate(dict.fromkeys(parts), start=1):
        part = package.root(name)
        if part is not None:
            found += Walk(f"{kind}{number}", styles, package.relations(name), notes).over(part)
    for paragraph in found:
        paragraph.boilerplate = "page header" if kind == "header" else kind
    return found


def _language(lines: list[Line], styles: Styles) -> str:
    """What most of the text is marked as; a machine's own language often differs from the text's."""
    lengths: Counter[str] = Counter()
    for line in lines:
        for stretch in line.stretches:
            lengths[stretch.piece.look.language or styles.language] += stretch.end - stretch.start
    return max(lengths, key=lambda language: (lengths[language], language), default="")
