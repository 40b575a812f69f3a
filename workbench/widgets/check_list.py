"""The list of checks: what each catches, how often it is right, what was missed, and matches put up for a verdict."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, check_messages
from workbench.widgets.messages import Malformed
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)

PARTS = (
    "shared", "frame", "outbox", "dialogs", "fragment", "chart", "check_list_rows", "check_list_pane",
    "check_list_matches",
)  # fmt: skip


class ChecksWidget(Screen):
    """The list of checks as a widget.

    Traits, each a plain dict, {} while it loads and {"error": sentence, "details": text} where it could not be read:
    `frame` ("as_of", "person", "roles", "line"), `checks` ("lead", "rows" as `check_rows.row` gives them, "missed"),
    `matches` ("rows"). `status` is the last thing said; `why` this person may only read. The words of a check are sent
    when it is chosen, as {"type": "shown", "id", …}; each step is answered by {"type": "answered", "request", "ok"}.
    """

    called = "list of checks"
    _esm = assets.module(*PARTS, "check_list")
    _css = assets.stylesheet("checks", "shared", "check_list")
    frame = traitlets.Dict().tag(sync=True)
    checks = traitlets.Dict().tag(sync=True)
    matches = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        on_show: Callable[[str], Mapping[str, Any] | None],
        on_refresh: Callable[[], None],
        on_step: Callable[[check_messages.Step], Mapping[str, Any]],
        **traits: Any,
    ) -> None:
        """`on_show` gives the words of a check, None where there is none; `on_step` answers {"ok", "message"}."""
        super().__init__(**traits)
        self._on_show, self._on_refresh, self._on_step = on_show, on_refresh, on_step

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = check_messages.of_checks(content)
        except Malformed as error:
            self._refuse(content, error)
            return
        if isinstance(message, check_messages.Show | check_messages.Refresh):
            self._safely(lambda: self._look(message))
            return
        done = self._done_once(message.request, lambda: self._safely(lambda: self._step(message)))
        self._answer_to(message.request, {"ok": done})

    def _look(self, message: check_messages.Show | check_messages.Refresh) -> bool:
        if isinstance(message, check_messages.Refresh):
            self._on_refresh()
            self.say("The checks were read again.")
            return True
        words = self._on_show(message.id)
        if words is None:
            self.say("This check is not there any more. Load the page again.", "alert")
            return False
        self.send({"type": "shown", "id": message.id, **words})
        return True

    def _step(self, message: check_messages.Step) -> bool:
        outcome = {"ok": False, "message": self.why} if self.why else self._on_step(message)
        self.say(str(outcome["message"]), "status" if outcome["ok"] else "alert")
        return bool(outcome["ok"])

    def _safely(self, act: Callable[[], bool]) -> bool:
        try:
            return act()
        except WorkbenchError as error:
            self.say(f"{error}", "alert")
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("list of checks")
            self.say(f"That failed ({type(error).__name__}). Your decisions are safe. Try again.", "alert")
        return False
