"""Drafts and passages told by the process that checks for all pages; by this one's checks where that is gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

from workbench import config
from workbench.drafting import Dropped
from workbench.drafting.desk import Draft, Stale, never
from workbench.drafting.telling import Here
from workbench.loader import Content
from workbench.serve import asking
from workbench.serve.intake import Room


class There:
    """A `drafting.telling.Teller` for the kernel of a served page."""

    def __init__(self, room: Room, content: Content, as_of: date) -> None:
        self._room, self._content = room, content
        self.settings, self.as_of, self.checks = config.load(Path(room.root)), as_of, len(content.checks)
        self._place = room.checker if as_of == room.as_of else None  # it has one clock, the room's

    @cached_property
    def _here(self) -> Here:
        from workbench.drafting.desk import Desk

        return Here(Desk(self._content, self.settings, self.settings.folders, self.as_of))

    def said(self, draft: Draft, stale: Stale = never) -> dict[str, Any]:
        """See `Teller.said`."""
        told = _asked(self._place, {"do": "draft", "draft": msgspec.to_builtins(draft)}, stale)
        return self._here.said(draft, stale) if told is None else told

    def warm(self, stale: Stale = never) -> None:
        """That process is: it checked the newsroom's articles."""
        if self._place is None:
            self._here.warm(stale)


def passages(room: Room, otherwise: Callable[[], Callable[[str], dict[str, Any]]]) -> Callable[[str], dict[str, Any]]:
    """What the checks say of a passage of practice; `otherwise` makes checks of our own where nobody answers."""
    own = cache(otherwise)

    def said(text: str) -> dict[str, Any]:
        told = _asked(room.checker, {"do": "practise", "text": text}, never)
        return own()(text) if told is None else told

    return said


def _asked(place: asking.Place | None, question: Mapping[str, Any], stale: Stale) -> dict[str, Any] | None:
    if place is None:
        return None
    try:
        found: dict[str, Any] | None = asking.ask(place, question, stale)
    except asking.Left as error:
        raise Dropped from error
    return found
