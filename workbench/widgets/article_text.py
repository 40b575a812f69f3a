"""The text of an article as it was read when it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from workbench.model import Document


def document_of(record: Mapping[str, Any]) -> Document:
    """From a record with `path`, `text` and `reading`, the packed document; "" in rows of an older program."""
    path, text = record["path"], record["text"]
    if record.get("reading"):
        return Document.unpacked(record["reading"], path, text)
    from workbench import engine  # only for such rows: it costs time and memory

    return engine.parse(text.encode("utf-8"), path, PurePath(path).suffix.lower())
