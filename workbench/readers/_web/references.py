"""Character references ("&amp;", "&#8364;") and the attributes of a tag."""

from __future__ import annotations

import re
from html.entities import html5

from workbench.readers._lazy import lazily
from workbench.readers._web.tokens import S

REFERENCE = r"&(?:#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)"
_REFERENCE = lazily(REFERENCE)
_ATTRIBUTE = lazily(rf"([^{S}/>][^{S}/>=]*)(?:[{S}]*=[{S}]*(?:\"([^\"]*)\"|'([^']*)'|([^{S}>\"'][^{S}>]*)|(?=>|\Z)))?")
_UNKNOWN = "\ufffd"


def resolve(text: str, follow: str | None = None) -> tuple[str, int]:
    """What a reference says, and how many of its characters it takes; 0 where it is no reference but text.

    Args:
        text: from "&" on, as `REFERENCE` finds it.
        follow: in an attribute what stands after it: "&copy=1" is no reference there. None in text.
    """
    if text[1] == "#":
        return _numbered(text), len(text)
    name = text[1:]
    if name in html5 and (name[-1] == ";" or follow != "="):
        return html5[name], len(text)
    if follow is not None:
        return "", 0
    for length in range(min(len(name), 6), 1, -1):  # names that need no ";" have at most six letters
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return "", 0


def _numbered(text: str) -> str:
    sixteen = text[2] in "xX"
    digits = text[3 if sixteen else 2 :].rstrip(";").lstrip("0")
    code = int(digits or "0", 16 if sixteen else 10) if len(digits) <= 7 else 0
    if not 0 < code <= 0x10FFFF or 0xD800 <= code < 0xE000:
        return _UNKNOWN
    if 0x80 <= code < 0xA0:
        return bytes((code,)).decode("cp1252", "ignore") or chr(code)
    return chr(code)


def resolved(text: str, attribute: bool = False) -> str:
    """A text with all its references resolved."""
    if "&" not in text:
        return text

    def said(found: re.Match[str]) -> str:
        char, length = resolve(found.group(), text[found.end() : found.end() + 1] if attribute else None)
        return char + found.group()[length:] if length else found.group()

    return _REFERENCE.sub(said, text)


def attributes(text: str, start: int, end: int) -> dict[str, str]:
    """The attributes that stand in `text[start:end]`: names in lower case, values resolved, the first of a name."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text, start, end):
        name = match[1].lower()
        if name not in found:
            found[name] = resolved(match[match.lastindex or 1], attribute=True) if match.lastindex != 1 else ""
    return found


def place(text: str, start: int, end: int, name: str) -> tuple[int, int]:
    """Where the value of an attribute stands, without its quotes; an empty range where there is none."""
    for match in _ATTRIBUTE.finditer(text, start, end):
        if match[1].lower() == name:
            return match.span(match.lastindex or 1) if match.lastindex != 1 else (start, start)
    return start, start
