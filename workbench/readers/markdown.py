"""Markdown: CommonMark with tables, footnotes and strikethrough."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Any

from workbench.config import Limits
from workbench.model import Document
from workbench.readers import _front_matter
from workbench.readers._events import Reading
from workbench.readers._outline import document
from workbench.readers._source import decode

SUFFIXES = (".md", ".markdown")
_FIRST_OF_CHARACTER = bytes(0 if 0x80 <= byte < 0xC0 else 1 for byte in range(256))


def read(data: bytes, path: str, limits: Limits = Limits()) -> Document:
    """Read a Markdown text.

    Raises:
        Unreadable: it is not UTF-8 text, or its front matter does not hold.
    """
    source = decode(data)
    said, begin = _front_matter.split(source)
    reading = Reading(source)
    for event, start, end in _events(source, begin):
        reading.take(event, start, end)
    return document(path, source, reading.drafts, said)


def _events(source: str, begin: int) -> Iterable[tuple[Any, int, int]]:
    """The parser's events with their ranges in code points of the source."""
    import pyromark  # only Markdown pays for it

    options = pyromark.Options
    chosen = (
        options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_GFM
    )
    text = source[begin:].replace("\0", "\u200b")  # as unseen, and the parser keeps it
    events = pyromark.events_with_range(text, options=chosen)
    place = _places(text, begin)
    for event, where in events:
        yield event, place(where["start"]), place(where["end"])


def _places(text: str, begin: int) -> Callable[[int], int]:
    """The way from a byte of the parsed text to a code point of the source."""
    if text.isascii():
        return begin.__add__
    before = list(accumulate(text.encode().translate(_FIRST_OF_CHARACTER), initial=begin))
    return before.__getitem__
