"""Reference entries of a Markdown text: blocks that begin with `<a id="ref1"></a>` and that a mark in it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from workbench.model import Link
from workbench.readers._lazy import lazily
from workbench.readers._outline import Draft
from workbench.readers._web.references import attributes

_MARK = lazily(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|\*{1,4}|[†‡§¶])[\])]?")  # of a note


def names_of(tag: str) -> list[str]:
    """The names by which links reach a start tag, as written; none for one that gives no name."""
    at = next((place for place, char in enumerate(tag) if char in " \t\r\n"), len(tag))
    said = attributes(tag, at, len(tag) - 1)
    return [name for name in (said.get("id"), said.get("name")) if name]


def mark_entries(drafts: Sequence[Draft], named: Iterable[tuple[Draft, Sequence[str]]]) -> None:
    """Make notes of the blocks to whose names a mark ("1", "[2]", "*") leads."""
    led = {
        unquote(link.target[1:]): link.target[1:]
        for draft in drafts
        for link in draft.links
        if link.target[:1] == "#" and _is_mark(draft, link)
    }
    for draft, names in named:
        name = next((led[unquote(name)] for name in names if unquote(name) in led), "")
        if name and draft.kind != "heading":
            draft.boilerplate, draft.note = "footnote", name


def _is_mark(draft: Draft, link: Link) -> bool:
    return link.to - link.at <= 9 and _MARK.fullmatch(draft.seen[link.at : link.to].strip()) is not None
