"""A Word file as a package: which part is the text, and which parts and addresses belong to it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any, NamedTuple

from workbench.config import Limits
from workbench.errors import Unreadable
from workbench.readers._docx.xml import RELATIONSHIP, STRICT, TYPES, parse
from workbench.readers._docx.zip import SAVE_AGAIN, Parts

_AS_DOCX = "save it in Word as “Word Document (.docx)”"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Word wrote until 2003, and what holds a locked file today
_TYPES = "[Content_Types].xml"
_OTHERS = {
    "spreadsheetml": "is an Excel workbook",
    "presentationml": "is a PowerPoint presentation",
    "opendocument.text": "is an OpenDocument text",
    "opendocument.spreadsheet": "is an OpenDocument spreadsheet",
    "epub": "is an e-book",
}


class Relation(NamedTuple):
    """A part (by its name in the package) or an outside address that another part refers to."""

    kind: str
    target: str
    outside: bool


class Package:
    """The parts of one Word file. `main` is the name of the part with the text; `strict` the form it is written in."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Look for the text; it is not parsed yet.

        Raises:
            Unreadable: it is no Word file, is locked, holds macros, or is packed as no honest file is.
        """
        if data.startswith(_OLD):
            raise Unreadable(f"is protected by a password or written by a Word before 2007; {_AS_DOCX}, unprotected")
        if not data.startswith(b"PK"):
            raise Unreadable(f"is {'empty' if not data else 'no Word file, whatever its name says'}; {_AS_DOCX}")
        self.parts = Parts(data, limits)
        self._known: dict[str, dict[str, Relation]] = {}
        types = self._types()
        self.main = self._main()
        if self._has_macros(types):
            raise Unreadable(f"holds macros, which are never run here; {_AS_DOCX}, without macros")
        type_ = types.get("/" + self.main.lower(), "")
        if "wordprocessingml" not in type_:
            raise Unreadable(f"{_other(type_)}; {_AS_DOCX}")
        self.strict = False

    def _types(self) -> dict[str, str]:
        """What each part, or each suffix of parts, is said to be."""
        data = self.parts.get(_TYPES)
        if data is None:
            written = (self.parts.get("mimetype") or b"")[:100].decode("ascii", "replace")
            raise Unreadable(f"{_other(written)}; {_AS_DOCX}")
        root = parse(data, _TYPES)
        return {
            element.get("PartName", element.get("Extension", "")).lower(): element.get("ContentType", "")
            for element in root.iter(f"{TYPES}Override", f"{TYPES}Default")
        }

    def _main(self) -> str:
        found = (relation.target for relation in self.relations("").values() if relation.kind == "officeDocument")
        return next((name for name in found if name in self.parts), "word/document.xml")

    def _has_macros(self, types: Mapping[str, str]) -> bool:
        kinds = {relation.kind for relation in self.relations(self.main).values()}
        said = any("macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind in types.values())
        return said or "vbaProject" in kinds or "word/vbaproject.bin" in self.parts

    def root(self, name: str) -> Any:
        """The parsed part of this name; None where there is none, as a link into nothing."""
        data = self.parts.get(name) if name else None
        return None if data is None else parse(data, "".join(filter(str.isprintable, name))[:60])

    def text(self) -> Any:
        """The root of the part with the text."""
        root = self.root(self.main)
        if root is None:
            raise Unreadable(f"holds no text, only what belongs to one; {SAVE_AGAIN}")
        self.strict = STRICT in "".join(root.nsmap.values())
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by the names it uses; "" for the package itself."""
        if part not in self._known:
            self._known[part] = self._relations(part)
        return self._known[part]

    def _relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in () if root is None else root.iter(RELATIONSHIP):
            target = element.get("Target", "")
            outside = element.get("TargetMode", "").lower() == "external"
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relation(kind, target if outside else _inside(folder, target), outside)
        return found

    def related(self, kind: str) -> str:
        """The name of the part of this kind that the text refers to; "" where there is none."""
        found = (relation for relation in self.relations(self.main).values() if relation.kind == kind)
        return next((relation.target for relation in found if not relation.outside), "")


def _inside(folder: str, target: str) -> str:
    """The name of a part that is named from a folder; one that leads out of the package stays inside it."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _other(said: str) -> str:
    return next((what for mark, what in _OTHERS.items() if mark in said), "is a zip archive, but no Word file")
