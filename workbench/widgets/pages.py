"""The screen of live pages: what is on the site, the back catalogue, complaints and dossiers."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Protocol

import traitlets

from workbench.errors import WorkbenchError
from workbench.review import Outcome
from workbench.widgets import assets, pages_messages
from workbench.widgets.messages import Malformed
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)
PARTS = (
    "shared", "frame", "outbox", "dialogs", "pages_words", "pages_list", "pages_fields", "pages_live",
    "pages_live_pane", "pages_print", "pages_waves", "pages_waves_pane", "pages_complaints", "pages_complaints_pane",
    "pages_dossier",
)  # fmt: skip


class Sitting(Protocol):
    """What the screen asks of whoever has the store: see `pages_sitting.PagesSitting`."""

    def everything(self) -> dict[str, Any]:
        """The trait `pages`."""

    def answer(self, message: pages_messages.Asking) -> Mapping[str, Any]:
        """What was asked for, as a message to the browser; {} = there is nothing new."""

    def step(self, message: pages_messages.Step) -> tuple[Outcome, Mapping[str, Any]]:
        """Take a step; what became of it, and what changed on the screen."""


class PagesWidget(Screen):
    """The pages on the site as a widget.

    Traits: `pages`, what `pages_sitting` gives ({} = still loading, {"error": sentence, "details": text} = could not
    be read); `status`, the last thing said; `why` this person may only read ("" = they may do more). What is asked for
    comes as a message of the type of its question ("show", "plan", "search", "dossier"; "changes" after a look). Each
    step is answered by {"type": "answered", "request", "ok", …what changed}.
    """

    called = "pages screen"
    _esm = assets.module(*PARTS, "pages")
    _css = assets.stylesheet("pages", "shared", "pages", "pages_pane")
    pages = traitlets.Dict().tag(sync=True)

    def __init__(self, sitting: Sitting, **traits: Any) -> None:
        """`sitting` has the store."""
        super().__init__(**traits)
        self._sitting = sitting

    def read(self) -> None:
        """Show everything as it is now; where the store cannot be read, say so."""
        try:
            self.pages = self._sitting.everything()
        except WorkbenchError as error:
            sentence = "The pages could not be read. Your decisions are safe. Try again."
            self.pages = {"error": sentence, "details": f"{error}", "n": self.pages.get("n", 0) + 1}

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = pages_messages.of_pages(content)
        except Malformed as error:
            self._refuse(content, error)
            return
        if isinstance(message, pages_messages.Step):
            self._step(message)
        else:
            self._answer(message)

    def _answer(self, message: pages_messages.Asking) -> None:
        try:
            if isinstance(message, pages_messages.Refresh):
                self.read()
                if "error" not in self.pages:
                    self.say("Read again.")
                return
            found = dict(self._sitting.answer(message))
        except WorkbenchError as error:
            found = {"type": "failed", "of": _kind(message), "message": f"{error}"}
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("pages screen")
            told = f"That failed ({type(error).__name__}). Nothing was changed. Try again."
            found = {"type": "failed", "of": _kind(message), "message": told}
        if found.get("type") == "failed":
            self.say(found["message"], "alert")
        if found:
            self.send(found)

    def _step(self, message: pages_messages.Step) -> None:
        """The screen is brought in line before anything is said about it."""
        fresh = message.request not in self._once
        answer, text, kind = self._done_once(message.request, lambda: self._taken(message))
        self._answer_to(message.request, answer)
        if fresh and text:  # what is sent again is answered again, and said once
            self.say(text, kind)

    def _taken(self, message: pages_messages.Step) -> tuple[dict[str, Any], str, str]:
        """The answer to a step, with what is said and how."""
        if self.why:
            return {"ok": False}, self.why, "alert"
        try:
            outcome, changed = self._sitting.step(message)
        except WorkbenchError as error:
            return {"ok": False}, f"{error}", "alert"
        except Exception as error:  # the person must learn that nothing was stored
            _log.exception("pages screen")
            told = f"That failed ({type(error).__name__}). What was decided before is safe. Try again."
            return {"ok": False}, told, "alert"
        return {"ok": outcome.ok, **changed}, outcome.message, "status" if outcome.ok else "alert"


def _kind(message: pages_messages.Asking) -> str:
    return type(message).__name__.lower()
