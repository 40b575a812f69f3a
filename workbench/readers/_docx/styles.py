"""What a paragraph style makes of its text, and what kind of list a paragraph stands in."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from workbench.model import BlockKind
from workbench.readers._docx.xml import VAL, W, child, number, switched, value

_HEADING = re.compile(r"heading ?([1-9])")
_LISTED = re.compile(r"list ?(bullet|number|continue)(?: ?([2-9]))?")
_KINDS: dict[str, BlockKind] = {
    "title": "heading", "quote": "quote", "intense quote": "quote", "block text": "quote", "caption": "caption",
}  # fmt: skip
_DEEPEST = 6
_NO_OUTLINE = 9  # what Word writes for "body text"


class Style(Struct, frozen=True):
    """A style with all that it inherits.

    `level` is that of a heading, `listed` the word of a built-in list style ("bullet", "number", "continue") and
    `depth` its number; `list_id` and `list_level` name the numbering it brings along; `contents` is true for the lines
    of a table of contents; `strong` and `hidden` say how its text looks.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    listed: str = ""
    depth: int = 1
    list_id: str = ""
    list_level: int | None = None
    contents: bool = False
    strong: bool = False
    hidden: bool = False


PLAIN = Style()


class Styles:
    """The styles of a Word file; `language` is what its texts are written in unless they say otherwise."""

    def __init__(self, root: Any) -> None:
        """Take the root of the part with the styles; None where there is none."""
        self._found: dict[str, Style] = {}
        self._elements: dict[str, Any] = {}
        self._default = ""
        self.language = ""
        if root is None:
            return
        self.language = value(root, "docDefaults", "rPrDefault", "rPr", "lang") or ""
        for element in root.iter(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            self._elements.setdefault(name, element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self._default = name
                self.language = value(element, "rPr", "lang") or self.language

    def get(self, name: str | None) -> Style:
        """The style of this id; without one, that of ordinary paragraphs."""
        wanted = self._default if name is None else name
        chain: list[str] = []
        current: str | None = wanted
        while current and current not in self._found:
            chain.append(current)
            self._found[current] = PLAIN  # a style that is based on itself ends there
            current = value(self._elements.get(current), "basedOn")
        for each in reversed(chain):
            below = value(self._elements.get(each), "basedOn")
            self._found[each] = self._made(each, self._found.get(below or "", PLAIN))
        return self._found.get(wanted, PLAIN)

    def _made(self, name: str, base: Style) -> Style:
        element = self._elements.get(name)
        called = (value(element, "name") or name).lower()
        listed = _LISTED.fullmatch(called)
        strong, hidden = (switched(child(element, "rPr"), key) for key in ("b", "vanish"))
        kind, level = _rank(called, number(value(element, "pPr", "outlineLvl")), base)
        list_id = value(element, "pPr", "numPr", "numId")
        list_level = number(value(element, "pPr", "numPr", "ilvl"))
        return Style(
            kind=kind,
            level=level,
            listed=listed.group(1) if listed else base.listed,
            depth=int(listed.group(2) or 1) if listed else base.depth,
            list_id=base.list_id if list_id is None else list_id,
            list_level=base.list_level if list_level is None else list_level,
            contents=base.contents or called.startswith("toc "),
            strong=base.strong if strong is None else strong,
            hidden=base.hidden if hidden is None else hidden,
        )


def _rank(called: str, outline: int | None, base: Style) -> tuple[BlockKind, int]:
    """The kind of block and level of heading; what the style says itself goes before what it inherits."""
    if called == "title":
        return "heading", 1
    if outline is not None:
        level = outlined(outline)
        return ("heading", level) if level else (_KINDS.get(called, "paragraph"), 0)
    named = _HEADING.fullmatch(called)
    if named:
        return "heading", min(int(named.group(1)), _DEEPEST)
    if called in _KINDS:
        return _KINDS[called], 0
    return base.kind, base.level


def outlined(outline: int) -> int:
    """The level of a heading by Word's outline level, which counts from 0; 0 for body text."""
    return 0 if outline >= _NO_OUTLINE else min(outline + 1, _DEEPEST)


class Level(Struct, frozen=True):
    """One depth of a list: `bullet` or counted, the definition it comes from, and whether its count begins anew."""

    list_id: str
    depth: int
    bullet: bool
    definition: str
    restarts: bool


class Lists:
    """The lists of a Word file."""

    def __init__(self, root: Any) -> None:
        """Take the root of the part with the lists; None where there is none."""
        self._known = root is not None
        self._levels: dict[tuple[str, int], tuple[str, bool]] = {}  # its format, and whether it shows anything
        self._styled: dict[tuple[str, str], int] = {}
        self._lists: dict[str, Any] = {}
        for element in () if root is None else root:
            if element.tag == f"{W}abstractNum":
                self._define(element)
            elif element.tag == f"{W}num":
                self._lists.setdefault(element.get(f"{W}numId", ""), element)

    def _define(self, element: Any) -> None:
        name = element.get(f"{W}abstractNumId", "")
        for level in element.iter(f"{W}lvl"):
            depth = number(level.get(f"{W}ilvl")) or 0
            shown = (value(level, "numFmt") or "decimal", bool(value(level, "lvlText")))
            self._levels[(name, depth)] = shown
            styled = value(level, "pStyle")
            if styled:
                self._styled[(name, styled)] = depth

    def at(self, list_id: str, depth: int | None, style: str) -> Level | None:
        """The level of a paragraph with this numbering; None where Word shows neither bullet nor number.

        Args:
            list_id: as the paragraph or its style names it.
            depth: counted from 0; None where nothing is said.
            style: the id of the paragraph's style, which may have a depth of its own in the list.
        """
        if list_id in ("", "0") or (self._known and list_id not in self._lists):
            return None
        element = self._lists.get(list_id)
        definition = value(element, "abstractNumId") or ""
        if depth is None:
            depth = self._styled.get((definition, style), 0)
        format_, worded = self._levels.get((definition, depth), ("bullet", True))
        if format_ == "none" and not worded:
            return None
        restarts = element is not None and element.find(f"{W}lvlOverride/{W}startOverride[@{VAL}]") is not None
        return Level(list_id, depth, format_ == "bullet", definition, restarts)
