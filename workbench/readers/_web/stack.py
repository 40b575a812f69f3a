"""The open elements of a web page and their scopes, in constant time however deep they stand.

Tags that are not closed close by the rules of browsers (WHATWG, "The stack of open elements"). Of the inline elements
only those stand here that change what is seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from msgspec import Struct, structs

from workbench.model import BlockKind
from workbench.readers._web.elements import PHRASES
from workbench.readers._web.regions import Region
from workbench.readers._web.tables import Table
from workbench.readers._wordings import words


class Context(Struct, frozen=True, gc=False):
    """What an element says about the text in it.

    `depth` counts the lists around it. `name` is the id that a footnote mark may lead to. `silent` text is not shown.
    `foreign` is where the drawing or formula around it begins in the stack, 0 without one: other rules hold there.
    `inside` is true in the page's `<main>` or an `<article>`.
    """

    region: Region
    kind: BlockKind = "paragraph"
    level: int = 0
    depth: int = 0
    name: str = ""
    table: Table | None = None
    pre: bool = False
    silent: bool = False
    strong: bool = False
    foreign: int = 0
    inside: bool = False


class Entry(Struct):
    """An open element; `scope`, `wall` and `special` are where the nearest element of that sort stands, or -1."""

    name: str
    context: Context
    scope: int
    wall: int
    special: int
    undo: Callable[[], None] | None


SCOPES = words("table td th caption object applet marquee template")  # end tags inside do not reach across these
_NOT_WALLS = words("address div p li dd dt")  # a new list item ends one that stands outside these
INLINE = words("del ruby rt rp label a b strong video audio canvas progress meter datalist") | PHRASES


class Stack:
    """Open elements, outermost first; the lowest stands for the page."""

    def __init__(self, context: Context) -> None:
        self.entries = [Entry("", context, -1, -1, -1, None)]
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        self.context = context

    def push(self, name: str, context: Context, undo: Callable[[], None] | None = None) -> None:
        """Open an element; `undo` is called when it closes."""
        at, top = len(self.entries), self.entries[-1]
        if name in _NOT_WALLS:
            entry = Entry(name, context, top.scope, top.wall, at, undo)
        elif name in INLINE:
            entry = Entry(name, context, top.scope, top.wall, top.special, undo)
        else:
            entry = Entry(name, context, at if name in SCOPES else top.scope, at, at, undo)
        self._open(entry, at)

    def push_foreign(self, name: str, context: Context, again: bool) -> None:
        """Open an element of a drawing or formula; `again` where tags are those of pages again inside."""
        at, top = len(self.entries), self.entries[-1]
        scope, wall, special = (at, at, at) if again else (top.scope, top.wall, top.special)
        self._open(Entry(f"f:{name}", context, scope, wall, special, None), at)

    def _open(self, entry: Entry, at: int) -> None:
        self.entries.append(entry)
        self.places[entry.name].append(at)
        self.context = entry.context

    def last(self, name: str) -> int:
        """Where the innermost open element of this name stands; -1 where there is none."""
        places = self.places.get(name)
        return places[-1] if places else -1

    @property
    def top(self) -> Entry:
        """The innermost open element."""
        return self.entries[-1]

    def in_scope(self, name: str, beyond: str = "") -> int:
        """Where the innermost element of this name stands if an end tag may close it from here, else -1.

        `beyond` is a further name that end tags do not reach across.
        """
        places = self.places.get(name)
        if not places or places[-1] < self.entries[-1].scope or (beyond and places[-1] < self.last(beyond)):
            return -1
        return places[-1]

    def pop_to(self, at: int) -> None:
        """Close everything from the element at `at` on."""
        entries, places = self.entries, self.places
        while len(entries) > at:
            entry = entries.pop()
            self.context = entries[-1].context
            if entry.name:
                places[entry.name].pop()
            if entry.undo is not None:
                entry.undo()

    def forget(self, at: int) -> None:
        """Take one element out and leave those in it open, as the end of a form does."""
        entry = self.entries[at]
        self.places[entry.name].pop()
        entry.name = ""


def inside(context: Context, **changes: object) -> Context:
    """The context with some of its values changed."""
    return structs.replace(context, **changes)
