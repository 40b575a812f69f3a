"""The block of Markdown that is being read: its words, links and pictures, until it is built where it ends."""

from __future__ import annotations

from typing import Any

from workbench.model import BlockKind
from workbench.readers._closer import DOTS
from workbench.readers._commonmark.parser import folded
from workbench.readers._commonmark.pieces import Anchor, Piece, code_pieces, draft_of, put
from workbench.readers._outline import Draft
from workbench.readers._source import shows


class OpenBlock:
    """What is open where the parser stands: one block at most, and the containers that say what its text is."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.drafts: list[Draft] = []
        self._kinds: list[BlockKind] = ["paragraph"]  # of text straight in the items, quotes and cells that are open
        self._depth = 0  # of lists
        self._fresh = self._near = False
        self._notes: list[str] = [""]  # names of the footnotes that are open
        self._own: BlockKind | None = None  # the block's kind, where that is not the kind of what it stands in
        self._level = 0
        self._pieces: list[Piece] = []
        self._begun = False  # also without a piece: by a picture, or by strong type
        self._anchors: list[Anchor] = []
        self._links: list[tuple[int, str, bool]] = []  # those that are open: first piece, target, whether paid
        self._strong = False  # strong type that began with the block is open
        self._strong_to = 0
        self._here = self._pieces  # where text goes: to the block, or to the words of the picture in it
        self._images = 0
        self._captions: list[Draft] = []
        self._names: list[str] = []  # by which links reach the block
        self._named: list[tuple[Draft, list[str]]] = []  # blocks that have such names

    def _close(self) -> None:
        """End the open block, if there is one."""
        if self._pieces or self._begun:
            self._build()
        self._own = None

    def _build(self) -> None:
        pieces = self._pieces
        kind = self._own or self._kinds[-1]
        level = self._level if self._own else self._depth if kind == "item" else 0
        draft = draft_of(self.source, kind, level, pieces, self._anchors, self._strong_to)
        if kind == "item":
            if draft is not None:
                draft.fresh, draft.near = self._fresh, self._near
            self._fresh = False
        put(draft, self.drafts, self.drafts, self._notes[-1])
        pieces.clear()
        self._begun, self._strong, self._strong_to = False, False, 0
        if self._links or self._anchors:
            self._links, self._anchors = [], []
        if self._names:
            if draft is not None:
                self._named.append((draft, self._names))
            self._names = []
        if self._captions:
            self.drafts.extend(self._captions)
            self._captions = []

    def _is_paragraph(self) -> bool:
        """Whether a paragraph is open."""
        return (self._begun or bool(self._pieces)) and (self._own or self._kinds[-1]) == "paragraph"

    def _break(self, _text: str, start: int, end: int) -> None:
        if not self._images and self._is_paragraph() and self.source[end : end + 1] in DOTS:
            self._close()
        else:
            self._here.append((" ", start, end))

    def _take_code(self, text: str, start: int, end: int) -> None:
        self._here.extend(code_pieces(self.source, text, start, end))

    def _take_inline_html(self, text: str, start: int, end: int) -> None:
        from workbench.readers._web import html

        tag = html.tag(text)
        if tag.name == "br":
            self._here.append((" ", start, end))
        elif tag.name in ("b", "strong"):
            (self._start_strong if tag.opens else self._end_strong)()
        elif tag.name == "a" and tag.opens:
            self._links.append((len(self._pieces), tag.target, tag.sponsored))
            self._begun = True
        elif tag.name == "a":
            self._end_link()
        if tag.opens and tag.name in ("a", "span") and not any(shows(piece) for piece, _, _ in self._pieces):
            from workbench.readers._commonmark.entries import names_of

            self._names.extend(names_of(text))

    def _take_reference(self, label: str, start: int, end: int) -> None:
        first = len(self._pieces)
        self._pieces.append((f"[{label}]", start, end))
        self._anchors.append((first, first + 1, f"#{note_name(label)}", False))

    def _start_link(self, value: Any) -> None:
        target = f"mailto:{value['dest_url']}" if value["link_type"] == "Email" else value["dest_url"]
        self._links.append((len(self._pieces), target, False))
        self._begun = True

    def _end_link(self) -> None:
        if self._links:
            first, target, paid = self._links.pop()
            self._anchors.append((first, len(self._pieces), target, paid))

    def _start_image(self, _value: Any) -> None:
        self._begun = True
        self._images += 1
        if self._images == 1:
            self._here = []

    def _end_image(self) -> None:
        self._images -= 1
        if not self._images:
            put(draft_of(self.source, "caption", 0, self._here), self.drafts, self._captions, self._notes[-1])
            self._here = self._pieces

    def _start_strong(self) -> None:
        self._begun = True
        if not any(shows(text) for text, _, _ in self._pieces):
            self._strong = True

    def _end_strong(self) -> None:
        if self._strong:
            self._strong_to = len(self._pieces)
        self._strong = False


def note_name(label: str) -> str:
    """The name of a footnote."""
    return f"fn-{folded(label)}"
