"""The claim grid: the claims of one article as a table, in which people write what they know about each."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, claim_messages
from workbench.widgets.claim_messages import Cell
from workbench.widgets.messages import Malformed
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)

PARTS = (
    "shared", "frame", "outbox", "library_tabs", "claims_words", "claims_edits", "claims_grid", "claims_pane",
    "claims_conflict",
)  # fmt: skip


class Kept(msgspec.Struct, frozen=True):
    """What became of a save: `rows` is the table as it stands now; `conflicts` are cells that somebody else changed.

    Each conflict is {"id", "now" (the claim's id today), "text", "column", "base", "mine", "theirs"}.
    """

    message: str
    rows: Sequence[Mapping[str, Any]]
    conflicts: Sequence[Mapping[str, str]] = ()


class ClaimsWidget(Screen):
    """A claim table as a widget.

    Traits: `table`, sent when an article is opened: what `claim_rows.table` gives with "articles" ([{"name",
    "title"}]), "standings", "as_of", "person" and "tabs", true where the grid stands beside the library ({} = still
    loading, {"error": sentence, "details": text} = could not be read); `status`, the last thing said; `why` this person
    may only read ("" = they may write). Each save is answered by the message {"type": "answered", "request", "ok",
    "rows", "order", "conflicts"}: the rows that differ from what was sent before, and all ids in order.
    """

    called = "claim grid"
    _esm = assets.module(*PARTS, "claims")
    _css = assets.stylesheet("claims", "shared", "library_tabs", "claims", "claims_pane")
    table = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        on_choose: Callable[[str], None],
        on_save: Callable[[str, Sequence[Cell]], Kept],
        on_go: Callable[[str], None] | None = None,
        **traits: Any,
    ) -> None:
        """`on_choose` is given an article's name, `on_save` the name and the cells that a person changed.

        `on_go` is given the tab that the person goes to; None = the grid stands alone.
        """
        super().__init__(**traits)
        self._on_choose, self._on_save, self._on_go = on_choose, on_save, on_go
        self._sent: dict[str, Mapping[str, Any]] = {}

    def show(self, table: Mapping[str, Any]) -> None:
        """Show another table; what was said about the last one is forgotten."""
        self._sent = {row["id"]: row for row in table.get("rows", ())}
        with self.hold_sync():
            self.table, self.status = dict(table), {}

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = claim_messages.of_claims(content)
        except Malformed as error:
            self._refuse(content, error)
            return
        if isinstance(message, claim_messages.Choose):
            self._choose(message.name)
        elif isinstance(message, claim_messages.Go):
            if self._on_go is not None:
                self._on_go(message.tab)
        else:
            self._save(message)

    def _choose(self, name: str) -> None:
        if not any(article["name"] == name for article in self.table.get("articles", ())):
            self.say("There is no such article any more. Load the page again.", "alert")
            return
        try:
            self._on_choose(name)
        except WorkbenchError as error:
            self.say(f"{error}", "alert")
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("claim grid")
            self.say(f"That failed ({type(error).__name__}). What was saved is safe. Try again.", "alert")

    def _save(self, message: claim_messages.Save) -> None:
        self._answer_to(message.request, self._done_once(message.request, lambda: self._kept(message)))

    def _kept(self, message: claim_messages.Save) -> dict[str, Any]:
        if self.why:
            self.say(f"Not saved. {self.why}", "alert")
            return {"ok": False}
        if message.name != self.table.get("name"):
            self.say("These cells belong to another article than the one that is open. Nothing was changed.", "alert")
            return {"ok": False}
        try:
            kept = self._on_save(message.name, message.cells)
        except WorkbenchError as error:
            self.say(f"Not saved; your cells wait here. {error}", "alert")
            return {"ok": False}
        except Exception as error:  # the person must learn that nothing was stored
            _log.exception("claim grid")
            kind = type(error).__name__
            self.say(
                f"That could not be saved ({kind}). Your cells wait here; the file is unchanged. Try again.", "alert"
            )
            return {"ok": False}
        self.say(kept.message, "alert" if kept.conflicts else "status")
        changed = [row for row in kept.rows if self._sent.get(row["id"]) != row]
        self._sent = {row["id"]: row for row in kept.rows}
        return {
            "ok": not kept.conflicts,
            "rows": changed,
            "order": [row["id"] for row in kept.rows],
            "conflicts": [dict(conflict) for conflict in kept.conflicts],
        }
