"""The draft screen: a text while it is written, and what the checks say of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, draft_messages
from workbench.widgets.draft_messages import Again, Check, Choose, Step
from workbench.widgets.messages import Malformed
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)

PARTS = (
    "shared", "frame", "outbox", "dialogs", "evidence", "evidence_lines", "evidence_words", "draft_lines", "draft_text",
    "draft_rows", "draft_panel", "draft_checks", "draft_steps",
)  # fmt: skip

Doing = Callable[[Step], tuple[bool, str]]


class Asked(msgspec.Struct, frozen=True):
    """What the app does when the person types, wants the checks anew, or turns to another text."""

    check: Callable[[Check], None]
    again: Callable[[int], None]
    choose: Callable[[str], None]


class DraftWidget(Screen):
    """A draft as a widget.

    Traits: `draft`, sent when a text is opened: {"mode": "text" (typed here) | "file" (followed), "name", "path",
    "shown" (the text stands beside the panel), "served", "articles" [{"name", "title"}], "line" (of limits), "as_of",
    "person", "checks" (how many), "send" {"can", "how"}, "longest"} ({"error": sentence, "details"} = nothing can be
    checked); `text`, what to put into the text area then; `panel`, what `workbench.drafting.panel` says with "n" (the
    number of the text), "took" in seconds and "partial" ({"n", "unread": why} = cannot be read, {"n", "failed": kind}
    = the checks stopped); `status`, the last thing said; `why` this person may only read. Each step is answered by the
    message {"type": "answered", "request", "ok"}.
    """

    called = "draft"
    safe = "Your text is as it was."
    _esm = assets.module(*PARTS, "draft")
    _css = assets.stylesheet("draft", "shared", "draft", "draft_text")
    draft = traitlets.Dict().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    panel = traitlets.Dict().tag(sync=True)

    def __init__(self, asked: Asked, on_step: Doing, **traits: Any) -> None:
        """`on_step` sends to review or answers; it says whether that was done, and what to tell."""
        super().__init__(**traits)
        self._asked, self._on_step = asked, on_step

    def show(self, draft: Mapping[str, Any], text: str = "") -> None:
        """Show another text; what was said about the last one is forgotten."""
        with self.hold_sync():
            self.panel, self.status, self.text, self.draft = {}, {}, text, dict(draft)

    def tell(self, panel: Mapping[str, Any]) -> None:
        """Show what the checks say of a text."""
        self.panel = dict(panel)

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = draft_messages.of_draft(content)
        except Malformed as error:
            self._refuse(content, error)
            return
        if isinstance(message, Step):
            self._answer(message)
        else:
            self._do(message)

    def _do(self, message: Check | Again | Choose) -> None:
        try:
            if isinstance(message, Check):
                self._asked.check(message)
            elif isinstance(message, Again):
                self._asked.again(message.number)
            else:
                self._asked.choose(message.name)
        except WorkbenchError as error:
            self.say(f"{error}", "alert")
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("draft")
            self.say(f"That failed ({type(error).__name__}). Your text is not affected. Try again.", "alert")

    def _answer(self, message: Step) -> None:
        ok, text = self._done_once(message.request, lambda: self._done(message))
        self.say(text, "status" if ok else "alert")
        self._answer_to(message.request, {"ok": ok})

    def _done(self, message: Step) -> tuple[bool, str]:
        if self.why:
            return False, self.why
        try:
            return self._on_step(message)
        except WorkbenchError as error:
            return False, str(error)
        except Exception as error:  # the person must learn that nothing was sent
            _log.exception("draft")
            return False, f"That could not be sent ({type(error).__name__}). Your text is not affected. Try again."
