"""The practice screen: read, mark, compare, rewrite. Nothing of the answer is in the page before it is compared."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, practice_messages
from workbench.widgets.messages import Malformed
from workbench.widgets.practice_messages import Step, Turn
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)

PARTS = (
    "shared", "frame", "outbox", "dialogs", "evidence", "evidence_lines", "evidence_words", "article_words",
    "practice_text", "practice_marking", "practice_pane", "practice_rewrite",
)  # fmt: skip

Doing = Callable[[Step], tuple[bool, str]]


class PracticeWidget(Screen):
    """A passage as a widget.

    Traits: `frame` {"sets": [titles], "set", "line" (of limits), "as_of", "person", "kinds" {kind: words}, "kept"
    (where marks are kept), "trouble"} or {"error", "details"}; `passage` {"id", "title", "n", "of", "first", "next",
    "last" (no passage follows), "step", "blocks" [{"kind", "level", "segments" [{"text", "findings"}]}], "rows",
    "head", "sub", "rewrite", "seconds", "usual", "left"}; its rows are the learner's marks {"n", "id", "kind",
    "reason", "text"} before the comparison, and what was found, near, missed, only or fair after it, with "title",
    "explanation", "evidence"; `skills` {"passages", "rows" [{"title", "found", "of"}]}; `checked`, what the checks
    still find in the rewritten passage; `status`, the last thing said; `why` nothing can be marked here.
    """

    called = "practice"
    safe = "Your marks are as they were."
    _esm = assets.module(*PARTS, "practice")
    _css = assets.stylesheet("practice", "shared", "practice", "practice_pane")
    frame = traitlets.Dict().tag(sync=True)
    passage = traitlets.Dict().tag(sync=True)
    skills = traitlets.Dict().tag(sync=True)
    checked = traitlets.Dict().tag(sync=True)

    def __init__(self, on_step: Doing, on_turn: Callable[[Turn], None], **traits: Any) -> None:
        """`on_step` does what the learner did and says whether it is kept, and what to tell; `on_turn` turns pages."""
        super().__init__(**traits)
        self._on_step, self._on_turn = on_step, on_turn

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = practice_messages.of_practice(content)
        except Malformed as error:
            self._refuse(content, error)
            return
        if isinstance(message, Turn):
            self._turn(message)
        else:
            self._answer(message)

    def _turn(self, message: Turn) -> None:
        try:
            self._on_turn(message)
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("practice")
            self.say(f"That failed ({type(error).__name__}). Your marks are kept. Try again.", "alert")

    def _answer(self, message: Step) -> None:
        ok, text = self._done_once(message.request, lambda: self._done(message))
        self.say(text, "status" if ok else "alert")
        self._answer_to(message.request, {"ok": ok})

    def _done(self, message: Step) -> tuple[bool, str]:
        if self.why:
            return False, self.why
        try:
            return self._on_step(message)
        except (WorkbenchError, OSError) as error:
            return False, f"{error}. Your earlier marks are kept."
        except Exception as error:  # the person must learn that it was not done
            _log.exception("practice")
            return False, f"That failed ({type(error).__name__}). Your earlier marks are kept. Try again."
