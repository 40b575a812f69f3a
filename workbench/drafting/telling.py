"""What is told of a draft, and by whom: the checks of this process, or those of another that a page's kernel asks."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any, Protocol

from workbench.config import Settings
from workbench.drafting.desk import Desk, Draft, Stale, never
from workbench.drafting.panel import panel
from workbench.errors import Unreadable


class Teller(Protocol):
    """Who tells of one draft after the other. `settings` are the newsroom's, `checks` how many look at each."""

    settings: Settings
    as_of: date
    checks: int

    def said(self, draft: Draft, stale: Stale = never) -> dict[str, Any]:
        """The panel of a draft (`drafting.panel`), with "hash" of its text and, of a file, its "source".

        Raises:
            WorkbenchError: it cannot be read, or what the newsroom knows does not hold; says what is safe.
            Dropped: `stale` said that nobody waits any more.
        """

    def warm(self, stale: Stale = never) -> None:
        """Be ready for the first text, if that takes time."""


class Here:
    """Tells with the checks of this process."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.settings, self.as_of, self.checks = desk.settings, desk.as_of, len(desk.content.checks)

    def said(self, draft: Draft, stale: Stale = never) -> dict[str, Any]:
        """See `Teller.said`."""
        try:
            drafted = self._desk.check(draft, stale)
        except Unreadable as error:
            named = draft.path or "This text"
            raise Unreadable(f"{named}: {error}. It was not checked; your text is as it was.") from error
        source = drafted.article.document.source
        told = {"hash": sha256(source.encode("utf-8", "surrogatepass")).hexdigest()}
        return {**panel(self._desk, drafted), **told, **({"source": source} if draft.path else {})}

    def warm(self, stale: Stale = never) -> None:
        """See `Teller.warm`."""
        self._desk.warm(stale)
