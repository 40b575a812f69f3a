"""The queue view: which article to open next, and why."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, messages

_log = logging.getLogger(__name__)


class QueueWidget(anywidget.AnyWidget):
    """The queue as a widget.

    Traits: `queue`, the rows and what stands around them ({} = still loading, {"error": sentence, "details": text} =
    could not be read); `status`, the last thing said ({"text", "kind": "status" | "alert", "n"}).
    """

    _esm = assets.module("shared", "frame", "queue_pane", "queue")
    _css = assets.stylesheet("queue", "shared", "queue")
    queue = traitlets.Dict().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)

    def __init__(self, on_open: Callable[[str], None], on_refresh: Callable[[], None], **traits: Any) -> None:
        """`on_open` is given the name of an article of the queue; `on_refresh` reads the queue again."""
        super().__init__(**traits)
        self._on_open, self._on_refresh = on_open, on_refresh
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
            return
        try:
            if isinstance(message, messages.Refresh):
                self._on_refresh()
            elif any(row["name"] == message.name for row in self.queue.get("rows", ())):
                self._on_open(message.name)
            else:
                self.say("This article is no longer in the queue. Read the queue again.", "alert")
        except WorkbenchError as error:
            self.say(f"{error}", "alert")
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("queue view")
            self.say(f"That failed ({type(error).__name__}). Your decisions are safe. Try again.", "alert")
