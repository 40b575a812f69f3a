"""What a page says beside its text."""

from __future__ import annotations

from collections.abc import Mapping


class Facts:
    """What a page says beside its text, as it stands there: `<html lang>`, title, tags of the head, data in scripts."""

    def __init__(self) -> None:
        self.language = ""
        self.title: str | None = None
        self.tags: list[tuple[str, Mapping[str, str]]] = []
        self.data: list[str] = []
