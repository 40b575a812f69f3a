"""The XML of a Word file: parsed without anything that reaches outside, under the names of the usual form."""

from __future__ import annotations

import re
from typing import Any

from workbench.errors import Unreadable
from workbench.readers._docx.zip import SAVE_AGAIN

_OOXML = "http://schemas.openxmlformats.org/"
W = f"{{{_OOXML}wordprocessingml/2006/main}}"
R = f"{{{_OOXML}officeDocument/2006/relationships}}"
M = f"{{{_OOXML}officeDocument/2006/math}}"
WP = f"{{{_OOXML}drawingml/2006/wordprocessingDrawing}}"
MC = f"{{{_OOXML}markup-compatibility/2006}}"
V = "{urn:schemas-microsoft-com:vml}"
RELATIONSHIP = f"{{{_OOXML}package/2006/relationships}}Relationship"
TYPES = f"{{{_OOXML}package/2006/content-types}}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STRICT = "http://purl.oclc.org/ooxml/"
_USUAL = {
    f"{{{STRICT}wordprocessingml/main}}": W,
    f"{{{STRICT}officeDocument/relationships}}": R,
    f"{{{STRICT}officeDocument/math}}": M,
    f"{{{STRICT}drawingml/wordprocessingDrawing}}": WP,
}
_MOST_MARKS = (
    4_000_000  # tags and attributes of one part; a text of 100,000 words with all in runs of one has 1,000,000
)
_ROOT = re.compile(rb"<[A-Za-z_]")
VAL = f"{W}val"
OFF = ("0", "false", "off")


def parse(data: bytes, part: str) -> Any:
    """The root element of a part.

    Raises:
        Unreadable: it is no XML, has a document type, is nested too deeply, or holds more markup than a text.
    """
    from lxml import etree  # only Word files pay for it

    first = _ROOT.search(data)
    if b"<!DOCTYPE" in data[: first.start() if first else None]:
        raise _typed(part)
    if data.count(b"<") + data.count(b"=") > _MOST_MARKS:
        raise Unreadable(f"holds more markup in {part} than an article has; save the text alone as a new Word file")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None)
        where = f" near line {line}" if line else ""
        raise Unreadable(f"is damaged: its part {part} is no sound XML{where}; {SAVE_AGAIN}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _typed(part)
    if root.tag.startswith(f"{{{STRICT}"):
        _as_usual(root)
    return root


def _typed(part: str) -> Unreadable:
    return Unreadable(f"declares a document type in its part {part}, which Word never does; {SAVE_AGAIN}")


def _as_usual(root: Any) -> None:
    """Give the elements of a "Strict Open XML" part the names that everything here knows."""
    for element in root.iter("*"):
        element.tag = _renamed(element.tag)
        for name, value in element.attrib.items():
            usual = _renamed(name)
            if usual != name:
                del element.attrib[name]
                element.set(usual, value)


def _renamed(name: str) -> str:
    space, brace, local = name.rpartition("}")
    return _USUAL.get(space + brace, space + brace) + local


def child(element: Any, *names: str) -> Any:
    """The element down this path of `w:` names, or None."""
    for name in names:
        element = None if element is None else element.find(W + name)
    return element


def value(element: Any, *names: str) -> str | None:
    """The `w:val` of the element down this path; None where it is not there or has none."""
    found = child(element, *names)
    return None if found is None else found.get(VAL)


def switched(element: Any, name: str) -> bool | None:
    """Whether a property such as bold is switched on or off here; None where nothing is said."""
    found = None if element is None else element.find(W + name)
    return None if found is None else found.get(VAL) not in OFF


def number(text: str | None) -> int | None:
    """A small whole number as XML writes it; None for anything else."""
    return int(text) if text and len(text) <= 9 and text.isascii() and text.isdigit() else None
