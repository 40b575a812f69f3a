"""The claim grid: the claims of one article as a table, in which people write what they know about each."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import anywidget
import msgspec
import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, claim_messages
from workbench.widgets.claim_messages import Cell
from workbench.widgets.messages import Malformed

_log = logging.getLogger(__name__)
_REMEMBERED = 200  # answered requests kept, so that one that is sent again is answered again and not done again

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


class ClaimsWidget(anywidget.AnyWidget):
    """A claim table as a widget.

    Traits: `table`, sent when an article is opened: what `claim_rows.table` gives with "articles" ([{"name",
    "title"}]), "standings", "as_of", "person" and "tabs", true where the grid stands beside the library ({} = still
    loading, {"error": sentence, "details": text} = could not be read); `status`, the last thing said; `why` this person
    may only read ("" = they may write). Each save is answered by the message {"type": "answered", "request", "ok",
    "rows", "order", "conflicts"}: the rows that differ from what was sent before, and all ids in order.
    """

    _esm = assets.module(*PARTS, "claims")
    _css = assets.stylesheet("claims", "shared", "library_tabs", "claims", "claims_pane")
    table = traitlets.Dict().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)
    why = traitlets.Unicode().tag(sync=True)

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
        self._answered: dict[str, dict[str, Any]] = {}
        self._sent: dict[str, Mapping[str, Any]] = {}
        self.on_msg(self._receive)

    def show(self, table: Mapping[str, Any]) -> None:
        """Show another table; what was said about the last one is forgotten."""
        self._sent = {row["id"]: row for row in table.get("rows", ())}
        with self.hold_sync():
            self.table, self.status = dict(table), {}

    def say(self, text: str, kind: str = "status") -> None:
        """Tell the person something: "status" politely, "alert" at once."""
        self.status = {"text": text, "kind": kind, "n": self.status.get("n", 0) + 1}

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = claim_messages.of_claims(content)
        except Malformed as error:
            _log.warning("claim grid: message refused: %s", error)
            self.say("That could not be understood. Nothing was changed. Load the page again.", "alert")
            request = content.get("request") if isinstance(content, dict) else None
            if isinstance(request, str):  # an unanswered save would be sent again and again
                self.send({"type": "answered", "request": request, "ok": False})
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
        if message.request not in self._answered:
            self._answered[message.request] = {"type": "answered", "request": message.request, **self._kept(message)}
            if len(self._answered) > _REMEMBERED:
                del self._answered[next(iter(self._answered))]
        self.send(self._answered[message.request])

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
