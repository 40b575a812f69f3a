"""A paragraph looked at more closely: an item behind a typed mark, or a heading in strong type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.model import Link
from workbench.readers._outline import Draft
from workbench.readers._shape import asks, heading_like, leads_in, stub
from workbench.readers._source import BLANK, trim

DOTS = "•●▪◦‣✓✔✅❌"  # marks of items that no format knows as such


def look_closer(draft: Draft, drafts: Sequence[Draft], typed: re.Pattern[str] | None = None) -> None:
    """Make an item or heading of a paragraph that is one to the eye.

    Args:
        draft: the paragraph.
        drafts: those above it.
        typed: further marks of items, with the blanks after them, where the format has no lists of its own for them.
    """
    seen = draft.seen
    if seen[0] in DOTS and seen[1:].strip(BLANK):
        _as_item(draft, drafts, len(seen) - len(seen[1:].lstrip(BLANK)))
    elif draft.strong >= len(seen) and (stub(seen) or asks(seen)) and heading_like(seen) and not leads_in(seen):
        draft.level = _strong_level(drafts)
        draft.kind = "heading"
    elif typed is not None and (mark := typed.match(seen)):
        _as_item(draft, drafts, mark.end())


def _as_item(draft: Draft, drafts: Sequence[Draft], mark: int) -> None:
    draft.fresh = not drafts or drafts[-1].kind != "item"
    draft.near = draft.fresh
    draft.kind, draft.level = "item", 1
    _cut(draft, mark)


def _strong_level(drafts: Sequence[Draft]) -> int:
    """A paragraph all in strong type heads what follows, one level below the last heading."""
    for draft in reversed(drafts):
        if draft.kind == "heading":
            return draft.level if draft.strong >= len(draft.seen) else min(draft.level + 1, 6)
    return 2


def _cut(draft: Draft, length: int) -> None:
    """Take the mark off the beginning of an item."""
    draft.runs = trim(draft.runs, len(draft.seen), length, len(draft.seen))
    draft.seen = draft.seen[length:]
    draft.strong = max(draft.strong - length, 0)
    moved = (Link(max(link.at - length, 0), link.to - length, link.target, link.sponsored) for link in draft.links)
    draft.links = tuple(link for link in moved if link.to > link.at)
