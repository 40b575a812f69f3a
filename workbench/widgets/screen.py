"""What every screen of ours does: it says things, refuses messages that it cannot read, and answers each once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import anywidget
import traitlets

_log = logging.getLogger(__name__)
_REMEMBERED = 500  # answered requests kept, so that one that is sent again is answered again and not done again

Answer = TypeVar("Answer")


class Screen(anywidget.AnyWidget):
    """A widget that people work with.

    Traits: `status`, the last thing said; `why` this person may only read ("" = they may do more). A subclass hears
    each message in `_receive`. `called` is how the log calls it, `safe` what a person is told who sent nonsense.
    """

    called = "screen"
    safe = "Nothing was changed."
    status = traitlets.Dict().tag(sync=True)
    why = traitlets.Unicode().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self._once: dict[str, Any] = {}
        self.on_msg(self._receive)

    def say(self, text: str, kind: str = "status") -> None:
        """Tell the person something: "status" politely, "alert" at once."""
        self.status = {"text": text, "kind": kind, "n": self.status.get("n", 0) + 1}

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        raise NotImplementedError

    def _refuse(self, content: Any, error: Exception) -> None:
        """A message that no screen of ours sends."""
        _log.warning("%s: message refused: %s", self.called, error)
        self.say(f"That could not be understood. {self.safe} Load the page again.", "alert")
        self._answer_to(content.get("request") if isinstance(content, dict) else None, {"ok": False})

    def _answer_to(self, request: Any, answer: dict[str, Any]) -> None:
        """What is not answered would be sent again and again; what has no name wants no answer."""
        if isinstance(request, str):
            self.send({"type": "answered", "request": request, **answer})

    def _done_once(self, request: str, do: Callable[[], Answer]) -> Answer:
        """What came of a request, done when it came first."""
        if request not in self._once:
            self._once[request] = do()
            if len(self._once) > _REMEMBERED:
                del self._once[next(iter(self._once))]
        answer: Answer = self._once[request]
        return answer
