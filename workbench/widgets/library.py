"""The screen about what the newsroom says once: its claim library, what is told differently, facts and sources."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import traitlets

from workbench.errors import WorkbenchError
from workbench.widgets import assets, library_messages
from workbench.widgets.library_messages import Again, Go, Look, Seek, Step
from workbench.widgets.messages import Malformed
from workbench.widgets.screen import Screen

_log = logging.getLogger(__name__)

PARTS = (
    "shared", "frame", "outbox", "dialogs", "library_tabs", "library_words", "library_list", "library_pane",
    "library_steps", "library_claims", "facts_review", "facts", "sources",
)  # fmt: skip


class Answers(Protocol):
    """What the screen asks of whoever keeps the library; every answer is plain data."""

    def look(self, message: Look) -> Mapping[str, Any]:
        """More of one thing; see `LibraryWidget`."""

    def seek(self, words: str) -> list[Mapping[str, Any]]:
        """Claims of articles that hold these words."""

    def again(self) -> None:
        """Read everything again."""

    def do(self, step: Step) -> Mapping[str, Any]:
        """Take a step; answers {"ok", "message"}."""


class LibraryWidget(Screen):
    """Library, consistency and sources as one widget.

    Traits ({} = still loading, {"error": sentence, "details": text} = could not be read):

    - `place`: who sits there and when, the line of limits, how many tables there are.
    - `library`: {"rows"}; `counts`, what comes later: {"left" (articles whose uses are still to be counted),
      "unread": [{"name", "message"}], "of": {claim: {"uses", "errors", "notes", "similar", "topic", "quantities"}}}.
    - `facts`: {"conflicts", "facts"}; `sources`: {"rows", "unread"}.
    - `status`, the last thing said; `why` this person may only read ("" = they may do more).

    A question is answered by {"type": "detail", "of", "key", …} or {"type": "found", "n", "claims"}, a step by
    {"type": "answered", "request", "ok"}.
    """

    called = "library"
    _esm = assets.module(*PARTS, "library")
    _css = assets.stylesheet("library", "shared", "library_tabs", "library", "facts", "sources")
    place = traitlets.Dict().tag(sync=True)
    library = traitlets.Dict().tag(sync=True)
    counts = traitlets.Dict().tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)
    sources = traitlets.Dict().tag(sync=True)

    def __init__(self, answers: Answers, on_go: Callable[[str, str], None], **traits: Any) -> None:
        """`on_go` is given the tab that the person goes to, and the name of an article, "" = none in particular."""
        super().__init__(**traits)
        self._answers, self._on_go = answers, on_go

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        try:
            message = library_messages.of_library(content)
        except Malformed as error:
            self._refuse(content, error)
            return
        if isinstance(message, Go | Look | Again | Seek):
            self._tried(lambda: self._ask(message))
        else:
            self._step(message)

    def _ask(self, message: Go | Look | Again | Seek) -> None:
        if isinstance(message, Go):
            self._on_go(message.tab, message.name)
        elif isinstance(message, Again):
            self._answers.again()
        elif isinstance(message, Seek):
            self.send({"type": "found", "n": message.n, "claims": list(self._answers.seek(message.words))})
        else:
            about = {"of": message.of, "key": message.key, "article": message.article}
            self.send({"type": "detail", **about, **self._answers.look(message)})

    def _step(self, message: Step) -> None:
        self._answer_to(message.request, {"ok": self._done_once(message.request, lambda: self._stepped(message))})

    def _stepped(self, message: Step) -> bool:
        outcome: Mapping[str, Any] = {"ok": False, "message": f"Nothing was changed. {self.why}"}
        if not self.why:
            outcome = self._tried(lambda: self._answers.do(message)) or {"ok": False, "message": ""}
        if outcome["message"]:
            self.say(str(outcome["message"]), "status" if outcome["ok"] else "alert")
        return bool(outcome["ok"])

    def _tried(self, action: Callable[[], Any]) -> Any:
        try:
            return action()
        except WorkbenchError as error:
            self.say(f"{error}", "alert")
        except Exception as error:  # the person must learn of it, and the screen must stay usable
            _log.exception("library")
            self.say(f"That failed ({type(error).__name__}). What was saved is safe. Try again.", "alert")
        return None
