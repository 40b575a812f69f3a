"""The article view: one text, its findings, the decisions about them, and the review they lead to."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import article_messages as wanted
from workbench.widgets import assets, messages
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)

PARTS = (
    "shared", "frame", "outbox", "dialogs", "evidence", "evidence_lines", "evidence_words", "article_map",
    "article_fold", "article_words", "article_text", "article_list", "article_fields", "article_dialogs",
    "article_reasons", "article_people", "article_causes", "article_said", "article_why", "article_claim_steps",
    "article_claim", "article_claims", "article_sources", "article_agree", "article_reading", "article_history",
    "article_dock", "article_site", "article_bar", "article_add", "article_select", "article_state", "article_moving",
    "article_deciding", "article_painting", "article_keys",
)  # fmt: skip
STYLES = ("shared", "article", "article_why", "article_bar", "article_dock", "article_claim", "article_print")


# What the app does with a step; it answers with {"ok": bool, "message": sentence, "state": the finding's entry in
# `states`, with its "fingerprint"}, or with whole "states" and "desk" as they are now, and "article" where it changed.
# A refusal may have "ask", the people who could, and "first", what somebody else decided before.
Doing = Callable[[wanted.Step], Mapping[str, Any]]
_SAID = ("ask", "first", "marked")


class ArticleWidget(Screen):
    """An article as a widget.

    Traits: `article`, sent once on open ({} = still loading, {"error": sentence, "details": text} = could not be read);
    `states`, what was decided about each fingerprint; `desk`, what stands about the review (see `steps.desk`; {} = only
    findings can be decided here); `status`, the last thing said; `why` this person may only read ("" = they may
    decide). Each step is answered by the message {"type": "answered", "request", "ok"}, after the traits, and each
    question by {"type": "given", "what", "key", "value"}.
    """

    called = "article view"
    _esm = assets.module(*PARTS, "article")
    _css = assets.stylesheet("article", *STYLES)
    article = traitlets.Dict().tag(sync=True)
    states = traitlets.Dict().tag(sync=True)
    desk = traitlets.Dict().tag(sync=True)

    def __init__(
        self, on_step: Doing, on_back: Callable[[], None], on_look: Callable[[str], None] = lambda _: None,
        on_ask: Callable[[wanted.Ask], Mapping[str, Any]] = lambda _: {}, **traits: Any,
    ) -> None:  # fmt: skip
        """`on_step` is given a step about this article; `on_back` leaves it; `on_look` reads it again with `keep`, and
        is given the fingerprint of the finding that is chosen; `on_ask` answers a question."""
        super().__init__(**traits)
        self._on_step, self._on_back, self._on_look, self._on_ask = on_step, on_back, on_look, on_ask

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

    def change(self, now: Mapping[str, Any]) -> None:
        """Show the open article anew: traits `article`, `states`, `desk`; what was said and chosen stays."""
        with self.hold_sync():
            self.article, self.states, self.desk = dict(now["article"]), dict(now["states"]), dict(now["desk"])

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = wanted.of_article(content)
        except messages.Malformed as error:
            self._refuse(content, error)
            return
        if isinstance(message, messages.Back):
            self._on_back()
        elif isinstance(message, messages.Look):
            self._look(message.fingerprint)
        elif isinstance(message, wanted.Ask):
            self.send({"type": "given", "what": message.what, "key": message.key, "value": self._given(message)})
        else:
            self._answer(message)

    def _given(self, message: wanted.Ask) -> dict[str, Any]:
        try:
            return dict(self._on_ask(message))
        except WorkbenchError as error:
            return {"error": str(error)}
        except Exception as error:
            _log.exception("article view")
            return {"error": f"That could not be looked up ({type(error).__name__}). Nothing was changed. Try again."}

    def _look(self, fingerprint: str) -> None:
        try:
            self._on_look(fingerprint)
        except Exception:  # nobody asked for it: what was shown stays, and the next step says what is wrong
            _log.exception("article view")

    def _answer(self, message: wanted.Step) -> None:
        ok, text, more = self._done_once(message.request, lambda: self._do(message))
        self.say(text, "status" if ok else "alert")
        self._answer_to(message.request, {"ok": ok, **more})

    def _do(self, message: wanted.Step) -> tuple[bool, str, dict[str, Any]]:
        if self.why:
            return False, self.why, {}
        if isinstance(message, messages.Decide) and not self._has(message.fingerprint, *message.also):
            return False, "This article has no such finding any more. Nothing was changed. Open it again.", {}
        try:
            outcome = self._on_step(message)
        except WorkbenchError as error:
            return False, str(error), {}
        except Exception as error:  # the person must learn that nothing was stored
            _log.exception("article view")
            kind = type(error).__name__
            return False, f"That could not be stored ({kind}). Earlier decisions are safe. Try again.", {}
        self._take(outcome, message)
        return bool(outcome["ok"]), str(outcome["message"]), {key: outcome[key] for key in _SAID if outcome.get(key)}

    def _take(self, outcome: Mapping[str, Any], message: wanted.Step) -> None:
        if "article" in outcome:
            self.change(outcome)
        elif "states" in outcome:
            self.keep(outcome["states"], outcome["desk"])
        else:
            state = dict(outcome["state"])
            name = state.pop("fingerprint", getattr(message, "fingerprint", ""))
            self.states = {**self.states, name: state} if state else self.states

    def _has(self, *fingerprints: str) -> bool:
        return set(fingerprints) <= {finding["fingerprint"] for finding in self.article.get("findings", ())}
