"""What a browser may say about pages, and what no screen of ours says."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.widgets import pages_messages
from workbench.widgets.messages import Malformed

REQUEST = "request-1"
SAID: list[dict[str, Any]] = [
    {"type": "refresh"},
    {"type": "look"},
    {"type": "look", "name": "tea"},
    {"type": "show", "name": "tea"},
    {"type": "plan", "wave": "sample", "size": 60, "seed": "one"},
    {"type": "plan", "wave": "reach", "file": "reach.csv", "table": "article,views\ntea,3\n"},
    {"type": "search", "key": "7"},
    {"type": "dossier", "name": "tea", "day": "2026-11-25", "form": "zip", "complaint": "7"},
    {"type": "live", "name": "tea", "action": "hold", "reason": "why", "request": REQUEST},
    {"type": "notice", "name": "tea", "action": "warn", "notice": "words", "request": REQUEST},
    {"type": "enter", "code": "0123abcd", "request": REQUEST},
    {"type": "settle", "name": "tea", "what": "merge", "into": "lamp", "day": "2027-01-01", "request": REQUEST},
    {"type": "receive", "key": "7", "name": "tea", "sender": "A", "words": "w", "deadline": "2026-12-01",
     "request": REQUEST},
    {"type": "find", "key": "7", "claim": "", "request": REQUEST},
    {"type": "close", "key": "7", "action": "reject", "words": "why", "request": REQUEST},
]  # fmt: skip


@pytest.mark.parametrize("content", SAID, ids=lambda one: one["type"])
def test_what_the_screen_says_is_understood(content: dict[str, Any]) -> None:
    message = pages_messages.of_pages(content)
    assert type(message).__name__.lower() == content["type"]
    assert isinstance(message, pages_messages.Step) == ("request" in content)


@pytest.mark.parametrize(
    "content",
    [
        None, "hold", [], {}, {"type": "hold"}, {"type": "show"}, {"type": "show", "name": ""},
        {"type": "show", "name": "x" * 501}, {"type": "show", "name": "tea", "more": 1},
        {"type": "live", "name": "tea", "action": "hold", "reason": "why"},
        {"type": "live", "name": "tea", "action": "warn", "request": REQUEST},
        {"type": "live", "name": "tea", "action": "agree", "reason": "why", "request": REQUEST},
        {"type": "live", "name": "tea", "action": "hold", "reason": "x" * 2001, "request": REQUEST},
        {"type": "notice", "name": "tea", "action": "agree", "notice": "words", "request": REQUEST},
        {"type": "plan", "wave": "all"}, {"type": "plan", "wave": "reach"},
        {"type": "plan", "wave": "harm", "size": -1},
        {"type": "plan", "wave": "harm", "table": "article,views\n"}, {"type": "plan", "wave": "harm", "size": 10**9},
        {"type": "enter", "code": "0123ABCD", "request": REQUEST},
        {"type": "enter", "code": "../x", "request": REQUEST},
        {"type": "settle", "name": "tea", "what": "merge", "day": "2027-01-01", "request": REQUEST},
        {"type": "settle", "name": "tea", "what": "keep", "into": "lamp", "day": "2027-01-01", "request": REQUEST},
        {"type": "settle", "name": "tea", "what": "delete", "day": "2027-01-01", "request": REQUEST},
        {"type": "dossier", "name": "tea", "day": "yesterday", "form": "zip"},
        {"type": "dossier", "name": "tea", "day": "2026-11-25", "form": "exe"},
        {"type": "receive", "key": "", "name": "tea", "sender": "A", "words": "w", "deadline": "2026-12-01",
         "request": REQUEST},
        {"type": "close", "key": "7", "action": "purge", "words": "why", "request": REQUEST},
        {"type": "close", "key": "7", "action": "reject", "words": "why", "request": "<script>"},
    ],
)  # fmt: skip
def test_anything_else_is_refused(content: Any) -> None:
    with pytest.raises(Malformed):
        pages_messages.of_pages(content)
