"""The article view: one text, its findings, and the decisions about them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, messages

_log = logging.getLogger(__name__)
_REMEMBERED = 500  # answered requests kept, so that one that is sent again is answered again and not done again

PARTS = ("shared", "frame", "outbox", "article_text", "article_list", "evidence", "article_why", "article_dock")


# What the app does with fingerprint, action, reason, note and request of a decision; it answers with
# {"ok": bool, "message": sentence, "state": the finding's entry in `states`, with its "fingerprint"}.
Deciding = Callable[[str, messages.Action, str, str, str], Mapping[str, Any]]


class ArticleWidget(anywidget.AnyWidget):
    """An article as a widget.

    Traits: `article`, sent once on open ({} = still loading, {"error": sentence, "details": text} = could not be read);
    `states`, what was decided about each fingerprint; `status`, the last thing said. Each decision is answered by the
    message {"type": "answered", "request", "ok"}, after `states` and `status`.
    """

    _esm = assets.module(*PARTS, "article")
    _css = assets.stylesheet("article", "shared", "article", "article_why")
    article = traitlets.Dict().tag(sync=True)
    states = traitlets.Dict().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)

    def __init__(self, on_decide: Deciding, on_back: Callable[[], None], **traits: Any) -> None:
        """`on_decide` is given a decision about a finding of this article; `on_back` leaves it."""
        super().__init__(**traits)
        self._on_decide, self._on_back = on_decide, on_back
        self._answered: dict[str, tuple[bool, str]] = {}
        self.on_msg(self._receive)

    def show(self, article: Mapping[str, Any], states: Mapping[str, Any]) -> None:
        """Show another article; what was said about the last one is forgotten."""
        with self.hold_sync():
            self.article, self.states, self.status = dict(article), dict(states), {}

    def say(self, text: str, kind: str = "status") -> None:
        """Tell the person something: "status" politely, "alert" at once."""
        self.status = {"text": text, "kind": kind, "n": self.status.get("n", 0) + 1}

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = messages.of_article(content)
        except messages.Malformed as error:
            _log.warning("article view: message refused: %s", error)
            self.say("That could not be understood. Nothing was changed. Load the page again.", "alert")
            request = content.get("request") if isinstance(content, dict) else None
            if isinstance(request, str):  # an unanswered decision would be sent again and again
                self.send({"type": "answered", "request": request, "ok": False})
            return
        if isinstance(message, messages.Back):
            self._on_back()
            return
        if message.request in self._answered:
            ok, text = self._answered[message.request]
        else:
            ok, text = self._decide(message)
            self._answered[message.request] = ok, text
            if len(self._answered) > _REMEMBERED:
                del self._answered[next(iter(self._answered))]
        self.say(text, "status" if ok else "alert")
        self.send({"type": "answered", "request": message.request, "ok": ok})

    def _decide(self, message: messages.Decide) -> tuple[bool, str]:
        if not any(finding["fingerprint"] == message.fingerprint for finding in self.article.get("findings", ())):
            return False, "This article has no such finding any more. Nothing was changed. Open it again."
        try:
            outcome = self._on_decide(
                message.fingerprint, message.action, message.reason, message.note, message.request
            )
        except WorkbenchError as error:
            return False, str(error)
        except Exception as error:  # the person must learn that nothing was stored
            _log.exception("article view")
            return False, f"That could not be stored ({type(error).__name__}). Earlier decisions are safe. Try again."
        state = dict(outcome["state"])
        if state:
            self.states = {**self.states, state.pop("fingerprint", message.fingerprint): state}
        return bool(outcome["ok"]), str(outcome["message"])
