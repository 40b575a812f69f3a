"""The queue view: which article to open next, and why."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from workbench.errors import WorkbenchError
from workbench.review import Outcome
from workbench.widgets import assets, queue_messages
from workbench.widgets.messages import Malformed, Open, Refresh
from workbench.widgets.queue_messages import Asked, Done, Together
from workbench.widgets.queue_wire import pack
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)


def _nothing(_: Asked) -> Mapping[str, Any]:
    return {}


def _nobody(_: Done) -> Outcome:
    return Outcome(False, "Articles cannot be handed out here.", {})


def _wire(queue: Mapping[str, Any], _: Any) -> dict[str, Any]:
    return {**queue, "rows": pack(queue["rows"])} if queue.get("rows") else dict(queue)


class QueueWidget(Screen):
    """The queue as a widget.

    Traits: `queue`, the rows and what stands around them ({} = still loading, {"error": sentence, "details": text} =
    could not be read); `status`, the last thing said ({"text", "kind": "status" | "alert", "n"}); `why` this person may
    only read ("" = they may do more). What is asked is answered by a message of its own, {"type": "about" | "found" |
    "uses", …}; each step by {"type": "answered", "request", "ok"}.
    """

    called = "queue view"
    _esm = assets.module(
        "shared", "frame", "fragment", "outbox", "dialogs", "queue_wire", "queue_views", "queue_boxes", "queue_list",
        "queue_row", "queue_pane", "queue_dialogs", "queue_head", "queue",
    )  # fmt: skip
    _css = assets.stylesheet("queue", "shared", "queue", "queue_pane")
    queue = traitlets.Dict().tag(sync=True, to_json=_wire)

    def __init__(
        self, on_open: Callable[[str], None], on_refresh: Callable[[], None],
        on_ask: Callable[[Asked], Mapping[str, Any]] = _nothing, on_do: Callable[[Done], Outcome] = _nobody,
        **traits: Any,
    ) -> None:  # fmt: skip
        """`on_open` is given the name of an article of the queue; `on_refresh` reads the queue again.

        `on_ask` answers what the screen wants to know, `on_do` takes a step.
        """
        super().__init__(**traits)
        self._on_open, self._on_refresh, self._on_ask, self._on_do = on_open, on_refresh, on_ask, on_do

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = queue_messages.read(content)
        except Malformed as error:
            self._refuse(content, error)
            return
        try:
            done, said = self._do(message)
        except WorkbenchError as error:
            done, said = False, str(error)
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("queue view")
            done, said = False, f"That failed ({type(error).__name__}). Your decisions are safe. Try again."
        # Answered before it is said: who hears "done" and presses U at once can take it back.
        self._answer_to(getattr(message, "request", None), {"ok": done})
        if said:
            self.say(said, "status" if done else "alert")

    def _do(self, message: queue_messages.Message) -> tuple[bool, str]:
        if isinstance(message, Refresh):
            self._on_refresh()
            return True, ""
        if isinstance(message, Asked):
            answer = self._on_ask(message)
            if answer:
                self.send(dict(answer))
            return True, ""
        names = (message.name,) if isinstance(message, Open) else message.names
        # A finding's other articles need not be among the rows.
        if not isinstance(message, Together) and not self._known(names):
            return False, "This article is no longer in the queue. Read the queue again."
        if isinstance(message, Open):
            self._on_open(message.name)
            return True, ""
        if self.why:
            return False, self.why
        outcome = self._on_do(message)
        return outcome.ok, outcome.message

    def _known(self, names: tuple[str, ...]) -> bool:
        return set(names) <= {row["name"] for row in self.queue.get("rows", ())}
