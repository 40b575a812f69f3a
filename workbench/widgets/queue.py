"""The queue view: which article to open next, and why."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, messages

_log = logging.getLogger(__name__)

Handing = Callable[[messages.Hand], Mapping[str, Any]]  # gives articles to a person; answers {"ok", "message"}


def _nobody(_: messages.Hand) -> Mapping[str, Any]:
    return {"ok": False, "message": "Articles cannot be handed out here."}


class QueueWidget(anywidget.AnyWidget):
    """The queue as a widget.

    Traits: `queue`, the rows and what stands around them ({} = still loading, {"error": sentence, "details": text} =
    could not be read); `status`, the last thing said ({"text", "kind": "status" | "alert", "n"}); `why` this person may
    only read ("" = they may do more). Each handing out is answered by {"type": "answered", "request", "ok"}.
    """

    _esm = assets.module("shared", "frame", "outbox", "dialogs", "queue_views", "queue_pane", "queue")
    _css = assets.stylesheet("queue", "shared", "queue")
    queue = traitlets.Dict().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)
    why = traitlets.Unicode().tag(sync=True)

    def __init__(
        self, on_open: Callable[[str], None], on_refresh: Callable[[], None], on_hand: Handing = _nobody, **traits: Any
    ) -> None:
        """`on_open` is given the name of an article of the queue; `on_refresh` reads the queue again."""
        super().__init__(**traits)
        self._on_open, self._on_refresh, self._on_hand = on_open, on_refresh, on_hand
        self.on_msg(self._receive)

    def say(self, text: str, kind: str = "status") -> None:
        """Tell the person something: "status" politely, "alert" at once."""
        self.status = {"text": text, "kind": kind, "n": self.status.get("n", 0) + 1}

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = messages.of_queue(content)
        except messages.Malformed as error:
            _log.warning("queue view: message refused: %s", error)
            self.say("That could not be understood. Nothing was changed. Load the page again.", "alert")
            self._answered(content.get("request") if isinstance(content, dict) else None, False)
            return
        done = False
        try:
            done = self._do(message)
        except WorkbenchError as error:
            self.say(f"{error}", "alert")
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("queue view")
            self.say(f"That failed ({type(error).__name__}). Your decisions are safe. Try again.", "alert")
        self._answered(getattr(message, "request", None), done)

    def _do(self, message: messages.Open | messages.Refresh | messages.Hand) -> bool:
        if isinstance(message, messages.Refresh):
            self._on_refresh()
            return True
        wanted = {message.name} if isinstance(message, messages.Open) else set(message.names)
        if not wanted <= {row["name"] for row in self.queue.get("rows", ())}:
            self.say("This article is no longer in the queue. Read the queue again.", "alert")
        elif isinstance(message, messages.Open):
            self._on_open(message.name)
            return True
        else:
            outcome = {"ok": False, "message": self.why} if self.why else self._on_hand(message)
            self.say(str(outcome["message"]), "status" if outcome["ok"] else "alert")
            return bool(outcome["ok"])
        return False

    def _answered(self, request: Any, ok: bool) -> None:
        if isinstance(request, str):  # what is not answered would be sent again and again
            self.send({"type": "answered", "request": request, "ok": ok})
