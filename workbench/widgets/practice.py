"""The practice screen: read, mark, compare, rewrite. Nothing of the answer is in the page before it is compared."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, practice_messages
from workbench.widgets.messages import Malformed
from workbench.widgets.practice_messages import Step, Turn

_log = logging.getLogger(__name__)
_REMEMBERED = 200  # answered requests kept, so that one that is sent again is answered again and not done again

PARTS = (
    "shared", "frame", "outbox", "dialogs", "evidence", "evidence_lines", "evidence_words", "article_words",
    "practice_text", "practice_marking", "practice_pane", "practice_rewrite",
)  # fmt: skip

Doing = Callable[[Step], tuple[bool, str]]


class PracticeWidget(anywidget.AnyWidget):
    """A passage as a widget.

    Traits: `frame` {"sets": [titles], "set", "line" (of limits), "as_of", "person", "kinds" {kind: words}, "kept"
    (where marks are kept), "trouble"} or {"error", "details"}; `passage` {"id", "title", "n", "of", "first", "next",
    "last" (no passage follows), "step", "blocks" [{"kind", "level", "segments" [{"text", "findings"}]}], "rows",
    "head", "sub", "rewrite", "seconds", "usual", "left"}; its rows are the learner's marks {"n", "id", "kind",
    "reason", "text"} before the comparison, and what was found, near, missed, only or fair after it, with "title",
    "explanation", "evidence"; `skills` {"passages", "rows" [{"title", "found", "of"}]}; `checked`, what the checks
    still find in the rewritten passage; `status`, the last thing said; `why` nothing can be marked here.
    """

    _esm = assets.module(*PARTS, "practice")
    _css = assets.stylesheet("practice", "shared", "practice", "practice_pane")
    frame = traitlets.Dict().tag(sync=True)
    passage = traitlets.Dict().tag(sync=True)
    skills = traitlets.Dict().tag(sync=True)
    checked = traitlets.Dict().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)
    why = traitlets.Unicode().tag(sync=True)

    def __init__(self, on_step: Doing, on_turn: Callable[[Turn], None], **traits: Any) -> None:
        """`on_step` does what the learner did and says whether it is kept, and what to tell; `on_turn` turns pages."""
        super().__init__(**traits)
        self._on_step, self._on_turn = on_step, on_turn
        self._answered: dict[str, tuple[bool, str]] = {}
        self.on_msg(self._receive)

    def say(self, text: str, kind: str = "status") -> None:
        """Tell the person something: "status" politely, "alert" at once."""
        self.status = {"text": text, "kind": kind, "n": self.status.get("n", 0) + 1}

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = practice_messages.of_practice(content)
        except Malformed as error:
            _log.warning("practice: message refused: %s", error)
            self.say("That could not be understood. Your marks are as they were. Load the page again.", "alert")
            request = content.get("request") if isinstance(content, dict) else None
            if isinstance(request, str):  # an unanswered step would be sent again and again
                self.send({"type": "answered", "request": request, "ok": False})
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
        if message.request not in self._answered:
            self._answered[message.request] = self._done(message)
            if len(self._answered) > _REMEMBERED:
                del self._answered[next(iter(self._answered))]
        ok, text = self._answered[message.request]
        self.say(text, "status" if ok else "alert")
        self.send({"type": "answered", "request": message.request, "ok": ok})

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
