"""Markdown: CommonMark with tables, footnotes, lists of tasks and of terms, and HTML."""

from __future__ import annotations

from workbench.config import Limits
from workbench.model import Document
from workbench.readers import _front_matter
from workbench.readers._commonmark.events import Reading
from workbench.readers._outline import document
from workbench.readers._source import decode

SUFFIXES = (".md", ".markdown")


def read(data: bytes, path: str, limits: Limits = Limits()) -> Document:
    """Read a Markdown text.

    Raises:
        Unreadable: it is not UTF-8 text, or its front matter does not hold.
    """
    source = decode(data)
    said, begin = _front_matter.split(source)
    reading = Reading(source)
    reading.read(begin, len(source))
    return document(path, source, reading.done(), said)
