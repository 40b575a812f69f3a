"""The live pages' notebook and the screen that its one cell shows."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

pytest.importorskip("anywidget", reason="NOT TESTED: the screens need workbench[notebook]")

from workbench.serve import pages_page as page
from workbench.serve.intake import Room

NOTEBOOK = Path(__file__).parents[2] / "dashboards" / "pages.ipynb"


@pytest.fixture
def told(room: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """The room as the kernel finds it, with this process left as it was afterwards."""
    for name, value in room.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.syspath_prepend("")
    return room


def test_the_notebook_has_one_cell_and_no_logic() -> None:
    (cell,) = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert "".join(cell["source"]) == "from workbench.serve.pages_page import pages\n\npages()"


def test_articles_that_are_not_live_are_no_pages(told: Room) -> None:
    shown = page.pages()
    assert shown.pages["rows"] == [] and shown.pages["person"]["name"] == "Mara"
    assert shown.pages["line"].startswith("Checks wording and arithmetic") and shown.why == ""


def test_who_may_only_read_is_told_whom_to_ask(told: Room) -> None:
    with (Path(told.root) / "workbench.toml").open("a") as file:
        file.write('[people.ines]\nname = "Ines Calder"\nroles = ["admin"]\n')
    assert "ask Ines Calder" in page.pages().why


def test_a_queue_that_cannot_be_used_is_a_sentence_and_takes_no_step(told: Room) -> None:
    (Path(told.root) / ".workbench").mkdir(exist_ok=True)
    (Path(told.root) / ".workbench" / "queue.sqlite").write_bytes(b"no database at all" * 100)
    shown = page.pages()
    assert "is no database" in shown.pages["error"]
    sent: list[dict[str, object]] = []
    shown.send = lambda content, buffers=None: sent.append(content)
    content = {"type": "live", "name": "bold", "action": "hold", "reason": "x", "request": "request-1"}
    shown._receive(shown, content, [])
    shown._receive(shown, {"type": "show", "name": "bold"}, [])
    assert sent[0]["ok"] is False and sent[1]["type"] == "failed"
    assert shown.status["text"] == "Put this right, then load the page again."


def test_a_bug_is_told_and_spelled_out_in_the_terminal(told: Room, monkeypatch, capfd) -> None:
    monkeypatch.setattr(page.intake, "content_of", lambda room: 1 / 0)
    monkeypatch.setattr(page.sys, "__stderr__", os.fdopen(os.dup(2), "w"))
    shown = page.pages()
    page.sys.__stderr__.close()
    assert "ZeroDivisionError" in shown.pages["error"] and "1 / 0" in capfd.readouterr().err


def test_whom_nobody_named_gets_a_sentence(told: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in replace(told, person=None, header="X-Remote-User").environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("HTTP_X_REMOTE_USER", raising=False)
    assert "the proxy names nobody" in page.pages().pages["error"]
