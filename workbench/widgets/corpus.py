"""The corpus overview: all articles by risk and topic, what moves, where articles disagree, and how far to trust it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, corpus_messages
from workbench.widgets.messages import Malformed
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)

PARTS = (
    "shared", "frame", "outbox", "dialogs", "fragment", "chart", "corpus_export", "corpus_rows", "corpus_table",
    "corpus_trend", "corpus_trust", "corpus_compare", "corpus_conflicts",
)  # fmt: skip


class CorpusWidget(Screen):
    """The corpus overview as a widget.

    Traits, each a plain dict, {} while it loads and {"error": sentence, "details": text} where it could not be read:
    `frame` ("as_of", "person", "line"), `head` ("lead", "at" the moment of the last check, "checking", "articles",
    "failed", "unread"), `table` ("columns", "rows" as lists in that order), `trend` ("runs"), `conflicts` ("rows"),
    `trust` ("checks", "missed", "harmless", "looked_at"). `status` is the last thing said; `why` this person may only
    read ("" = they may do more). Each step is answered by {"type": "answered", "request", "ok"}.
    """

    called = "corpus view"
    _esm = assets.module(*PARTS, "corpus")
    _css = assets.stylesheet("corpus", "shared", "corpus")
    frame = traitlets.Dict().tag(sync=True)
    head = traitlets.Dict().tag(sync=True)
    table = traitlets.Dict().tag(sync=True)
    trend = traitlets.Dict().tag(sync=True)
    conflicts = traitlets.Dict().tag(sync=True)
    trust = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        on_refresh: Callable[[], None],
        on_step: Callable[[corpus_messages.Step], Mapping[str, Any]],
        **traits: Any,
    ) -> None:
        """`on_refresh` checks and reads again; `on_step` does a step and answers {"ok", "message"}."""
        super().__init__(**traits)
        self._on_refresh, self._on_step = on_refresh, on_step

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = corpus_messages.of_corpus(content)
        except Malformed as error:
            self._refuse(content, error)
            return
        if isinstance(message, corpus_messages.Refresh):
            self._safely(self._refresh)
            return
        done = self._done_once(message.request, lambda: self._safely(lambda: self._step(message)))
        self._answer_to(message.request, {"ok": done})

    def _refresh(self) -> bool:
        self._on_refresh()
        return True

    def _step(self, message: corpus_messages.Step) -> bool:
        outcome = {"ok": False, "message": self.why} if self.why else self._on_step(message)
        self.say(str(outcome["message"]), "status" if outcome["ok"] else "alert")
        return bool(outcome["ok"])

    def _safely(self, act: Callable[[], bool]) -> bool:
        try:
            return act()
        except WorkbenchError as error:
            self.say(f"{error}", "alert")
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("corpus view")
            self.say(f"That failed ({type(error).__name__}). Your decisions are safe. Try again.", "alert")
        return False
