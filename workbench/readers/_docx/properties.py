"""What a Word file says beside its text: title, author and language, where a person wrote them."""

from __future__ import annotations

from typing import Any

from workbench.readers._docx.package import Package

_DC = "{http://purl.org/dc/elements/1.1/}"
_LONGEST = 300  # characters
# What programs write where nobody wrote anything.
_NO_TITLE = frozenset({"word document", "title", "document", "document1", "untitled"})
_NOBODY = frozenset({
    "windows user", "microsoft office user", "user", "admin", "administrator", "python-docx", "author", "owner",
    "un-named", "unknown",
})  # fmt: skip


def properties(package: Package, language: str) -> dict[str, str]:
    """Keys of `Metadata` with what the properties say; dates of the file are not dates of the article.

    Args:
        package: the file.
        language: what the text is marked with, which goes before what the properties say.
    """
    name = next((each.target for each in package.relations("").values() if each.kind == "core-properties"), "")
    root = package.root(name)
    title, author = _said(root, "title"), _said(root, "creator")
    empty = title.lower() in _NO_TITLE or title.lower().startswith("microsoft word - ")
    return {
        "title": "" if empty else title,
        "author": "" if author.lower() in _NOBODY else author,
        "language": language or _said(root, "language"),
    }


def _said(root: Any, name: str) -> str:
    text = "" if root is None else root.findtext(f"{_DC}{name}") or ""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())[:_LONGEST]
