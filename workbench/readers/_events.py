"""Blocks from the events of a Markdown parser."""

from __future__ import annotations

from typing import Any

from workbench.model import BlockKind, Link
from workbench.readers import _html
from workbench.readers._links import sponsored
from workbench.readers._outline import Draft
from workbench.readers._shape import asks, heading_like, leads_in, stub
from workbench.readers._source import BLANK, Seen, trim

_DOTS = "•●▪◦‣✓✔✅❌"  # marks of items that Markdown does not know


class _Open:
    """A block that is being read."""

    def __init__(self, source: str, kind: BlockKind, level: int = 0) -> None:
        self.seen, self.kind, self.level = Seen(source), kind, level
        self.links: list[Link] = []
        self.strong = 0
        self.fresh = self.near = False


class Reading:
    """Turns events into drafts, in reading order; containers are kept on a stack."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.drafts: list[Draft] = []
        self.open: _Open | None = None
        self.around: list[str] = []
        self.depth = 0
        self.fresh = self.near = False
        self.link: list[tuple[int, str, bool]] = []
        self.image: _Open | None = None
        self.waiting: list[Draft] = []
        self.strong_from: int | None = None
        self.html: list[tuple[int, int]] = []

    def take(self, event: Any, start: int, end: int) -> None:
        """Take in one event of the parser and its range in the source."""
        if isinstance(event, str):
            self._mark(event, start, end)
            return
        name, value = next(iter(event.items()))
        if name == "Text":
            self._text(value, start, end)
        elif name == "Start":
            self._start(*_named(value), start, end)
        elif name == "End":
            self._end(_named(value)[0])
        elif name == "Code":
            self._code(value, start, end)
        elif name == "InlineHtml":
            self._inline_html(value, start, end)
        elif name == "Html":
            self.html.append((start, end))
        elif name == "FootnoteReference":
            block = self._block()
            at = block.seen.length
            block.seen.add(f"[{value}]", start, end)
            block.links.append(Link(at, at + len(value) + 2, f"#fn-{value}"))

    def _mark(self, event: str, start: int, end: int) -> None:
        if event in ("SoftBreak", "HardBreak"):
            if self.open is not None and self.open.kind == "paragraph" and self.source[end : end + 1] in _DOTS:
                self._close()
            else:
                self._block().seen.add(" ", start, end)
        elif event == "Rule":
            self._close()

    def _text(self, text: str, start: int, end: int) -> None:
        seen = (self.image or self._block()).seen
        seen.add(text, start, end)

    def _code(self, text: str, start: int, end: int) -> None:
        seen = (self.image or self._block()).seen
        for piece, first, last in _aligned(self.source, text, start, end):
            seen.add(piece, first, last)

    def _block(self) -> _Open:
        """The open block; text straight in an item or quote opens one of its kind."""
        if self.open is None:
            kind, level = self._kind()
            self.open = _Open(self.source, kind, level)
            if kind == "item":
                self.open.fresh, self.fresh = self.fresh, False
                self.open.near = self.near
        return self.open

    def _kind(self) -> tuple[BlockKind, int]:
        for name in reversed(self.around):
            if name == "Item":
                return "item", self.depth
            if name == "BlockQuote":
                return "quote", 0
            if name == "TableCell":
                return "cell", 0
        return "paragraph", 0

    def _start(self, name: str, value: Any, start: int, end: int) -> None:
        if name in ("Link", "Image"):
            self._start_inline(name, value)
        elif name == "Strong":
            if self._block().seen.length == 0:
                self.strong_from = 0
        elif name in ("Emphasis", "Strikethrough"):
            pass
        elif name == "Heading":
            self._close()
            self.open = _Open(self.source, "heading", int(str(value["level"])[1:]))
        elif name == "CodeBlock":
            self._close()
            self.open = _Open(self.source, "code")
        else:
            self._close()
            self._enter(name, start)

    def _enter(self, name: str, start: int) -> None:
        if name == "List":
            self.depth += 1
            self.fresh = True
            self.near = bool(self.drafts) and self.source[self.drafts[-1].runs[-1].end : start].count("\n") == 1
        self.around.append(name)

    def _start_inline(self, name: str, value: Any) -> None:
        if name == "Image":
            self._block()
            self.image = self.image or _Open(self.source, "caption")
            self.around.append("Image")
            return
        block = self._block()
        target = str(value["dest_url"])
        if value["link_type"] == "Email":
            target = f"mailto:{target}"
        self.link.append((block.seen.length, target, False))

    def _end(self, name: str) -> None:
        if name == "Link":
            self._end_link()
        elif name == "Image":
            self.around.pop()
            if "Image" not in self.around and self.image is not None:
                self._emit(self.image, self.waiting)
                self.image = None
        elif name == "Strong":
            if self.strong_from is not None and self.open is not None:
                self.open.strong = self.open.seen.length
            self.strong_from = None
        elif name in ("Emphasis", "Strikethrough"):
            pass
        elif name in ("Heading", "CodeBlock", "Paragraph"):
            self._close()
            if name == "Paragraph":
                self.around.pop()
        else:
            self._leave(name)

    def _leave(self, name: str) -> None:
        self._close()
        if name == "HtmlBlock":
            self._html_block()
        if name == "List":
            self.depth -= 1
        self.around.pop()

    def _end_link(self) -> None:
        if not self.link:
            return
        at, target, paid = self.link.pop()
        block = self._block()
        if block.seen.length > at:
            block.links.append(Link(at, block.seen.length, target, paid or sponsored(target)))

    def _inline_html(self, text: str, start: int, end: int) -> None:
        tag = _html.tag(text)
        if tag.name == "br":
            self._block().seen.add(" ", start, end)
        elif tag.name == "a" and tag.opens:
            self.link.append((self._block().seen.length, tag.target, tag.sponsored))
        elif tag.name == "a":
            self._end_link()

    def _html_block(self) -> None:
        for kind, level, seen, links in _html.blocks(self.source, self.html):
            block = _Open(self.source, kind, level)
            block.seen, block.links = seen, links
            self._emit(block, self.drafts)
        self.html = []

    def _close(self) -> None:
        if self.open is not None:
            self._emit(self.open, self.drafts)
            self.open = None
        self.drafts.extend(self.waiting)
        self.waiting.clear()
        self.link.clear()
        self.strong_from = None

    def _emit(self, block: _Open, onto: list[Draft]) -> None:
        seen, runs, cut = block.seen.take()
        if not seen:
            return
        links = tuple(
            Link(max(link.at - cut, 0), min(link.to - cut, len(seen)), link.target, link.sponsored)
            for link in block.links
            if link.to > cut and link.at - cut < len(seen)
        )
        draft = Draft(block.kind, seen, runs, block.level, links, min(max(block.strong - cut, 0), len(seen)))
        draft.fresh, draft.near = block.fresh, block.near
        draft.boilerplate = "footnote" if "FootnoteDefinition" in self.around else ""
        if draft.kind == "paragraph":
            self._look_closer(draft)
        onto.append(draft)

    def _look_closer(self, draft: Draft) -> None:
        """A paragraph may be an item behind a dot, or a heading in strong type."""
        seen = draft.seen
        if seen[0] in _DOTS and seen[1:].strip(BLANK):
            draft.fresh = not self.drafts or self.drafts[-1].kind != "item"
            draft.near = draft.fresh
            draft.kind, draft.level = "item", 1
            _cut(draft, len(seen) - len(seen[1:].lstrip(BLANK)))
        elif draft.strong >= len(seen) and (stub(seen) or asks(seen)) and heading_like(seen) and not leads_in(seen):
            draft.level = self._strong_level()
            draft.kind = "heading"

    def _strong_level(self) -> int:
        """A paragraph all in strong type heads what follows, one level below the last heading."""
        for draft in reversed(self.drafts):
            if draft.kind == "heading":
                return draft.level if draft.strong >= len(draft.seen) else min(draft.level + 1, 6)
        return 2


def _named(value: Any) -> tuple[str, Any]:
    return (value, None) if isinstance(value, str) else next(iter(value.items()))


def _aligned(source: str, text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Pieces of inline code and their places; the ticks, line ends and line prefixes between them are not seen."""
    ticks = len(source[start:end]) - len(source[start:end].lstrip("`"))
    at, left = end - ticks, len(text)
    pieces: list[tuple[str, int, int]] = []
    while left and at > start + ticks:
        char = text[left - 1]
        if char == source[at - 1] or (char == " " and source[at - 1] in "\r\n"):
            pieces.append((char, at - 1, at))
            left -= 1
        at -= 1
    return pieces[::-1]


def _cut(draft: Draft, length: int) -> None:
    """Take the mark off the beginning of an item."""
    runs = [[run.at, run.start, run.end] for run in draft.runs]
    draft.runs = trim(runs, len(draft.seen), length, len(draft.seen))
    draft.seen = draft.seen[length:]
    draft.strong = max(draft.strong - length, 0)
    moved = (Link(max(link.at - length, 0), link.to - length, link.target, link.sponsored) for link in draft.links)
    draft.links = tuple(link for link in moved if link.to > link.at)
