"""The article view: one text, its findings, the decisions about them, and the review they lead to."""

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

PARTS = (
    "shared", "frame", "outbox", "dialogs", "article_text", "article_list", "evidence", "article_dialogs",
    "article_why", "article_log", "article_dock", "article_bar",
)  # fmt: skip


# What the app does with a step; it answers with {"ok": bool, "message": sentence, "state": the finding's entry in
# `states`, with its "fingerprint"}, or with whole "states" and "desk" as they are now.
Doing = Callable[[messages.Step], Mapping[str, Any]]


class ArticleWidget(anywidget.AnyWidget):
    """An article as a widget.

    Traits: `article`, sent once on open ({} = still loading, {"error": sentence, "details": text} = could not be read);
    `states`, what was decided about each fingerprint; `desk`, what stands about the review (see `steps.desk`; {} = only
    findings can be decided here); `status`, the last thing said; `why` this person may only read ("" = they may
    decide). Each step is answered by the message {"type": "answered", "request", "ok"}, after the traits.
    """

    _esm = assets.module(*PARTS, "article")
    _css = assets.stylesheet("article", "shared", "article", "article_why", "article_bar")
    article = traitlets.Dict().tag(sync=True)
    states = traitlets.Dict().tag(sync=True)
    desk = traitlets.Dict().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)
    why = traitlets.Unicode().tag(sync=True)

    def __init__(
        self, on_step: Doing, on_back: Callable[[], None], on_look: Callable[[], None] = lambda: None, **traits: Any
    ) -> None:
        """`on_step` is given a step about this article; `on_back` leaves it; `on_look` reads it again with `keep`."""
        super().__init__(**traits)
        self._on_step, self._on_back, self._on_look = on_step, on_back, on_look
        self._answered: dict[str, tuple[bool, str]] = {}
        self.on_msg(self._receive)

    def show(
        self, article: Mapping[str, Any], states: Mapping[str, Any], desk: Mapping[str, Any] | None = None
    ) -> None:
        """Show another article; what was said about the last one is forgotten."""
        with self.hold_sync():
            self.article, self.states, self.desk, self.status = dict(article), dict(states), dict(desk or {}), {}

    def keep(self, states: Mapping[str, Any], desk: Mapping[str, Any]) -> None:
        """Show what stands now about the article that is open."""
        with self.hold_sync():
            self.states, self.desk = dict(states), dict(desk)

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
            if isinstance(request, str):  # an unanswered step would be sent again and again
                self.send({"type": "answered", "request": request, "ok": False})
            return
        if isinstance(message, messages.Back):
            self._on_back()
        elif isinstance(message, messages.Look):
            self._look()
        else:
            self._answer(message)

    def _look(self) -> None:
        try:
            self._on_look()
        except Exception:  # nobody asked for it: what was shown stays, and the next step says what is wrong
            _log.exception("article view")

    def _answer(self, message: messages.Step) -> None:
        if message.request in self._answered:
            ok, text = self._answered[message.request]
        else:
            ok, text = self._do(message)
            self._answered[message.request] = ok, text
            if len(self._answered) > _REMEMBERED:
                del self._answered[next(iter(self._answered))]
        self.say(text, "status" if ok else "alert")
        self.send({"type": "answered", "request": message.request, "ok": ok})

    def _do(self, message: messages.Step) -> tuple[bool, str]:
        if self.why:
            return False, self.why
        if isinstance(message, messages.Decide) and not self._has(message.fingerprint, *message.also):
            return False, "This article has no such finding any more. Nothing was changed. Open it again."
        try:
            outcome = self._on_step(message)
        except WorkbenchError as error:
            return False, str(error)
        except Exception as error:  # the person must learn that nothing was stored
            _log.exception("article view")
            return False, f"That could not be stored ({type(error).__name__}). Earlier decisions are safe. Try again."
        if "states" in outcome:
            self.keep(outcome["states"], outcome["desk"])
        else:
            state = dict(outcome["state"])
            name = state.pop("fingerprint", getattr(message, "fingerprint", ""))
            self.states = {**self.states, name: state} if state else self.states
        return bool(outcome["ok"]), str(outcome["message"])

    def _has(self, *fingerprints: str) -> bool:
        return set(fingerprints) <= {finding["fingerprint"] for finding in self.article.get("findings", ())}
