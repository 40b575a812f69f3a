"""The state of a page that is being read: the open block, the elements around it, and the blocks made so far."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote

from workbench.readers._lazy import lazily
from workbench.readers._outline import Draft
from workbench.readers._web import look
from workbench.readers._web.elements import FORMATTING
from workbench.readers._web.facts import Facts
from workbench.readers._web.line import Anchor, Line
from workbench.readers._web.look import Look
from workbench.readers._web.references import attributes
from workbench.readers._web.regions import Region
from workbench.readers._web.stack import Context, Stack

Handler: TypeAlias = "Callable[[State], None]"  # what a tag does

_MARK = lazily(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|\*{1,4}|[†‡§¶])[\])]?")  # of a note


class Hushed(NamedTuple):
    """An open element that is not shown: where it stands, and what was open when it began; `around` at any depth."""

    at: int
    plain: dict[str, int]
    around: dict[str, int]
    bold: int
    link: Anchor | None


class State:
    """What is known of a page so far, and what tags may do.

    Args:
        source: the whole source text.
        text: what to read, which begins at `base` of the source.
        whole: whether this is a page and not a piece of HTML in another text.
        strict: whether it is XHTML, where any tag may end itself.

    Attributes:
        drafts: in reading order.
        where: the region of each draft.
        names: the ids by which each draft can be reached.
        marks: ids that the mark of a note leads to, and how it writes them.
    """

    def __init__(self, source: str, text: str, base: int, whole: bool, strict: bool = False) -> None:
        self.source, self.text, self.base, self.whole, self.strict = source, text, base, whole, strict
        self.regions = [Region(None)]
        self.stack = Stack(Context(self.regions[0]))
        self.drafts: list[Draft] = []
        self.where: list[Region] = []
        self.names: list[tuple[str, ...]] = []
        self.marks: dict[str, str] = {}
        self.facts = Facts()
        self.line: Line | None = None
        self.waiting: list[Line] = []
        self.link: Anchor | None = None
        self.anchors: list[str] = []
        self.bold = self.struck = self.raised = self.quoted = 0
        self.floor = (0, 0)  # of `bold` and `struck`: end tags in a table cell do not reach those outside
        self.plain: dict[str, int] = {}
        self.hushed: list[Hushed] = []
        self.fresh = self.near = self.loose = self.keep = False
        self.name = ""
        self.at = self.to = 0  # where the tag stands
        self._looks: dict[tuple[str, str], Look] = {}

    def open(self, context: Context) -> Line:
        """Begin a block for text that stands in this context."""
        line = self.line = Line(self.base, context, self.bold > 0 or context.strong)
        line.anchors, self.anchors = self.anchors, []
        if context.kind == "item":
            line.fresh, self.fresh = self.fresh, False
            line.near = line.fresh and self.near
        return line

    def part(self) -> None:
        """End the block that is being read; nothing parts what is not shown."""
        if self.line is None and not self.waiting:
            return
        if self.stack.context.silent:
            return
        line, self.line = self.line, None
        if line is not None:
            if self.link is not None:
                line.link(self.link)
            self.emit(line)
        for caption in self.waiting:
            self.emit(caption)
        self.waiting.clear()

    def emit(self, line: Line) -> None:
        """Make a draft of a block."""
        draft = line.draft(self.source)
        if draft is None:
            return
        context = line.context
        if context.table is not None and draft.kind in ("cell", "heading"):
            context.table.took(len(self.drafts), draft.kind == "cell")
        for link in draft.links:
            if link.target[0] == "#" and (
                (line.raised is not None and link.target in line.raised)
                or _MARK.fullmatch(draft.seen[link.at : min(link.to, link.at + 9)].strip())
            ):
                self.marks[unquote(link.target[1:])] = link.target[1:]
        self.drafts.append(draft)
        self.where.append(context.region)
        self.names.append((context.name, *line.anchors) if context.name else tuple(line.anchors))

    def close(self, at: int) -> None:
        """End the block and close all elements from this place on."""
        if self.line is not None or self.waiting:
            self.part()
        self.stack.pop_to(at)
        if self.line is not None or self.waiting:
            self.part()

    def said(self) -> dict[str, str]:
        """The attributes of the tag that is being read."""
        return attributes(self.text, *self.attributes)

    @property
    def attributes(self) -> tuple[int, int]:
        """Where the attributes of the start tag stand that is being read."""
        return self.at + 1 + len(self.name), self.to - 1

    def look(self) -> Look:
        """What the tag that is being read says about its content; told once for tags that are alike."""
        key = self.name, self.text[slice(*self.attributes)]
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = look.look(self.name, self.said())
        return found

    def region(self, parent: Region, why: str, firm: bool = False, sort: str = "") -> Region:
        """A new region of the page."""
        made = Region(parent, why, firm, sort)
        self.regions.append(made)
        return made

    def fence(self) -> Callable[[], None]:
        """What stands in a table cell or the like cannot end type or links around it; gives the way to end that."""
        before = self.floor, self.bold, self.struck, self.link
        self.floor = (self.bold, self.struck)

        def end() -> None:
            self.floor, self.bold, self.struck, self.link = before

        return end

    def hush(self) -> Callable[[], None]:
        """An element begins that is not shown; gives the way to end that."""
        around = dict(self.hushed[-1].around) if self.hushed else {}
        for name, count in self.plain.items():
            around[name] = around.get(name, 0) + count
        self.hushed.append(Hushed(len(self.stack.entries), self.plain, around, self.bold, self.link))
        self.plain = {}

        def end() -> None:
            inner, self.plain = self.plain, self.hushed.pop().plain
            for name in FORMATTING & inner.keys():
                self.plain[name] = self.plain.get(name, 0) + inner[name]

        return end

    def unhush(self, ends: Callable[[Hushed], bool]) -> None:
        """An end tag also ends elements that are not shown and stand inside what it ends."""
        while self.hushed and self.hushed[-1].at > self.stack.top.special and ends(self.hushed[-1]):
            self.stack.pop_to(self.hushed[-1].at)

    def hold(self, name: str, context: Context, undo: Handler | None) -> None:
        """Open an inline element that changes what is seen; `undo` is called at its end."""
        before, self.plain[name] = self.plain.get(name, 0), 0

        def end() -> None:
            self.plain[name] = before
            if undo is not None:
                undo(self)

        self.stack.push(name, context, end)

    def weaken(self) -> None:
        """One element of strong type ends."""
        self.bold -= 1
        if self.bold == 0 and self.line is not None:
            self.line.weaken()

    def set_aside(self) -> Handler:
        """Text that is not shown becomes a block of its own below the one it stands in; gives the way to end that."""
        aside, self.line = self.line, None

        def end(page: State) -> None:
            hidden, page.line = page.line, aside
            if hidden is None:
                return
            if page.link is not None:
                hidden.link(page.link)
            if aside is None and hidden.fresh:
                hidden.fresh, page.fresh = False, True
            page.waiting.append(hidden)

        return end
