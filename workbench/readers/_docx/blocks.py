"""From the lines of a Word file to drafts: headings, items, cells, captions and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.model import BlockKind, Link
from workbench.readers._closer import DOTS, look_closer
from workbench.readers._docx.lines import Line, Stretch
from workbench.readers._docx.styles import Level, Lists, outlined
from workbench.readers._docx.values import Paragraph, Target
from workbench.readers._docx.xml import W
from workbench.readers._links import sponsored
from workbench.readers._outline import Draft
from workbench.readers._source import Seen

_DOTS = DOTS + "·➢\uf0b7\uf0a7\uf0fc\uf0d8"  # the last four as the picture fonts have them
_TYPED = re.compile(rf"[{_DOTS}]\s*(?=\S)|(?:[-–*+]|\d{{1,3}}[.)])\s+(?=\S)")
_BREAK = f"{W}br"


class Blocks:
    """Turns lines into drafts, in reading order."""

    def __init__(self, source: str, lists: Lists) -> None:
        self.source, self.lists = source, lists
        self.drafts: list[Draft] = []
        self._depths: list[int] = []  # Word's depths of the items above, outermost first
        self._counted: list[Level | None] = []

    def take(self, line: Line) -> None:
        """Make the drafts of a line."""
        paragraph = line.paragraph
        kind, level = _ranked(paragraph)
        listed = self.lists.at(*_numbering(paragraph), paragraph.style_id) if kind == "paragraph" else None
        if kind == "caption":
            self._put(line.stretches, paragraph, "caption", 0)
        elif listed is not None or (kind == "paragraph" and paragraph.style.listed in ("bullet", "number")):
            depth = (listed.depth if listed else 0) + paragraph.style.depth - 1
            self._item(line, depth, listed)
        elif kind == "paragraph" and self._continues(paragraph):
            self._put(line.stretches, paragraph, "item", len(self._depths))
        else:
            self._depths.clear()
            self._counted.clear()
            for stretches in self._cut(line) if kind == "paragraph" else (line.stretches,):
                self._put(stretches, paragraph, kind, level)

    def _item(self, line: Line, depth: int, listed: Level | None) -> None:
        deeper = not self._depths or depth > self._depths[-1]
        while self._depths and self._depths[-1] > depth:
            self._depths.pop()
            self._counted.pop()
        if not self._depths or self._depths[-1] < depth:
            self._depths.append(depth)
            self._counted.append(None)
        fresh = deeper or _begins(self._counted[-1], listed)
        self._counted[-1] = listed
        for index, stretches in enumerate(self._cut(line)):
            self._put(stretches, line.paragraph, "item", len(self._depths), fresh and not index)

    def _continues(self, paragraph: Paragraph) -> bool:
        """A paragraph without a mark of its own that goes on with the item above."""
        return bool(self._depths) and paragraph.style.listed == "continue" and paragraph.cell is None

    def _cut(self, line: Line) -> list[list[Stretch]]:
        """The stretches of a line, parted where a typed bullet begins a new row."""
        found: list[list[Stretch]] = [[]]
        broken = False
        for stretch in line.stretches:
            if broken and self.source[stretch.start] in _DOTS:
                found.append([])
            found[-1].append(stretch)
            broken = stretch.piece.element.tag == _BREAK
        return found

    def _put(
        self, stretches: Sequence[Stretch], paragraph: Paragraph, kind: BlockKind, level: int, fresh: bool = False
    ) -> None:
        draft = _draft(self.source, stretches, kind, level)
        if draft is None:
            return
        draft.fresh, draft.note = fresh, paragraph.note
        draft.boilerplate = paragraph.boilerplate or ("table of contents" if paragraph.contents else "")
        if kind == "heading":
            draft.strong = 0  # the type of headings says nothing more
        if kind == "paragraph" and draft.boilerplate in ("", "footnote"):
            look_closer(draft, self.drafts, _TYPED)
        self.drafts.append(draft)


def _ranked(paragraph: Paragraph) -> tuple[BlockKind, int]:
    """Kind and level that a paragraph has by itself or its style; an entry of a table is a cell."""
    if paragraph.kind is not None:
        return paragraph.kind, 0
    kind, level = paragraph.style.kind, paragraph.style.level
    if paragraph.outline is not None:
        level = outlined(paragraph.outline)
        kind = "heading" if level else "paragraph" if kind == "heading" else kind
    if paragraph.contents:
        return "paragraph", 0
    if paragraph.cell is not None and kind in ("heading", "paragraph"):
        kind = "cell" if not _numbering(paragraph)[0] else "paragraph"
    return kind, level if kind == "heading" else 0


def _numbering(paragraph: Paragraph) -> tuple[str, int | None]:
    list_id, depth = paragraph.numbering
    style = paragraph.style
    return style.list_id if list_id is None else list_id, style.list_level if depth is None else depth


def _begins(above: Level | None, level: Level | None) -> bool:
    """Whether an item begins a list of its own right below another: bullets of two lists look like one."""
    if above is None or level is None or above.list_id == level.list_id:
        return False
    if above.bullet and level.bullet:
        return False
    return above.definition != level.definition or level.restarts


def _draft(source: str, stretches: Sequence[Stretch], kind: BlockKind, level: int) -> Draft | None:
    """The draft of some stretches of the source; None where nothing of them is seen."""
    seen = Seen(source)
    linked: list[tuple[Target, int, int]] = []
    strong, in_strong = 0, True
    for stretch in stretches:
        begin, target = seen.length, stretch.piece.link
        text = source[stretch.start : stretch.end]
        seen.add(text, stretch.start, stretch.end)
        if in_strong and not text.isspace():
            in_strong = stretch.piece.look.strong
            strong = seen.length if in_strong else strong
        if target is not None and linked and linked[-1][0] is target:
            begin = linked.pop()[1]
        if target is not None:
            linked.append((target, begin, seen.length))
    text, runs, cut = seen.take()
    strong = min(max(strong - cut, 0), len(text))
    return Draft(kind, text, runs, level, tuple(_links(linked, cut, len(text))), strong) if text else None


def _links(linked: Sequence[tuple[Target, int, int]], cut: int, length: int) -> Iterator[Link]:
    """Links of a text whose first `cut` characters were blank, within its `length`."""
    for target, begin, end in linked:
        at, to = max(begin - cut, 0), min(end - cut, length)
        if at < to:
            yield Link(at, to, target.address, sponsored(target.address))
