"""The draft page in its kernel: what it opens on, what goes to review, and what never does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from speak import REPOSITORY

pytest.importorskip("anywidget", reason="NOT TESTED: the screens need workbench[notebook]")

from workbench.serve import draft_page, intake
from workbench.serve.intake import Room
from workbench.widgets import draft_runner
from workbench.widgets.draft import DraftWidget


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked is done at once, whatever loop the browser of other tests left behind."""
    monkeypatch.setattr(draft_runner, "_loop_here", lambda: None)


@pytest.fixture
def told(room: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """The room as the kernel finds it, with this process left as it was afterwards."""
    for name, value in room.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.syspath_prepend("")
    return room


def open_article(name: str = "bold") -> tuple[DraftWidget, list[dict[str, Any]]]:
    widget = draft_page.draft()
    said: list[dict[str, Any]] = []
    widget.send = lambda message, *_: said.append(message)  # type: ignore[method-assign]
    widget._receive(widget, {"type": "choose", "name": name}, [])
    return widget, said


def step(widget: DraftWidget, **message: Any) -> str:
    usual = {"type": "send", "request": "request-0001", "number": widget.panel["n"], "note": ""}
    widget._receive(widget, {**usual, **message}, [])
    return str(widget.status["text"])


def store_of(room: Room) -> Any:
    return intake.open_store(room, intake.content_of(room))


def test_it_opens_on_a_text_of_one_s_own_beside_the_newsrooms_articles(told: Room) -> None:
    widget = draft_page.draft()
    assert widget.draft["mode"] == "text" and widget.text == ""
    assert widget.draft["articles"] == [
        {"name": "bold", "title": "articles/bold.md"}, {"name": "calm", "title": "articles/calm.md"},
    ]  # fmt: skip
    assert widget.draft["person"] == {"id": "mara", "name": "Mara", "role": "editor"}
    assert not (Path(told.root) / ".workbench").exists()  # the queue is opened with the first step


def test_an_article_is_shown_and_followed(told: Room) -> None:
    widget, _ = open_article()
    assert widget.text.startswith("# Ferrol tea") and widget.panel["findings"]
    assert widget.draft["send"]["can"]


def test_a_new_draft_stands_in_the_queue_with_the_writers_words(told: Room) -> None:
    widget, said = open_article()
    assert step(widget, note="It is wanted on Monday.").startswith("It stands in the queue as new, with your words.")
    assert said[-1]["ok"] is True
    messages = store_of(told).overview("bold").messages
    assert [one["text"] for one in messages] == ["It is wanted on Monday."]
    step(widget, note="It is wanted on Monday.")
    assert len(store_of(told).overview("bold").messages) == 1


def test_a_draft_that_came_back_goes_to_review_again(told: Room) -> None:
    from workbench.review.acting import Deed
    from workbench.review.ledger import Place
    from workbench.review.talking import Message

    widget, _ = open_article()
    step(widget)
    store, usual = store_of(told), {"person": told.person, "on": told.as_of}
    for action in ("open", "ask for changes"):
        deed = Deed(place=Place("work", "bold", "bold"), action=action, at=intake.moment(), **usual)
        assert store.act(deed).ok
        store.send(Message(article="bold", text="Please say where this comes from.", at=intake.moment(), **usual))
    assert store.overview("bold").work.state == "changes requested"
    refused = step(widget, request="request-0002") if widget.panel["counts"]["error"] else ""
    step(widget, request="request-0003", note="The source is named now.")
    assert store_of(told).overview("bold").work.state == "in review", refused


def test_a_text_that_changed_after_it_was_shown_is_not_sent(told: Room) -> None:
    widget, said = open_article()
    place = Path(told.root) / "articles" / "bold.md"
    place.write_text(place.read_text() + "\nOne more miracle cure.\n")
    assert step(widget) == draft_page._CHANGED
    assert said[-1]["ok"] is False


def test_an_answer_reaches_the_finding_it_is_about_and_no_other(told: Room) -> None:
    widget, _ = open_article()
    about = widget.panel["findings"][0]["fingerprint"]
    widget._receive(
        widget, {"type": "answer", "request": "request-0003", "fingerprint": about, "text": "Source is on its way."}, []
    )
    (message,) = store_of(told).overview("bold").messages
    assert (message["fingerprint"], message["text"]) == (about, "Source is on its way.")
    widget._receive(
        widget, {"type": "answer", "request": "request-0004", "fingerprint": "f" * 16, "text": "Never found."}, []
    )
    assert "no longer has this finding" in widget.status["text"]


def test_who_is_named_nowhere_reads_and_sends_nothing(told: Room) -> None:
    with (Path(told.root) / "workbench.toml").open("a") as file:
        file.write('[people.ines]\nname = "Ines Calder"\nroles = ["admin"]\n')
    widget, said = open_article()
    assert widget.why and widget.panel["findings"]
    assert step(widget) == widget.why and said[-1]["ok"] is False
    assert not (Path(told.root) / ".workbench" / "queue.sqlite").exists()


def test_no_article_yet_leaves_the_text_area(told: Room) -> None:
    for path in (Path(told.root) / "articles").iterdir():
        path.unlink()
    widget = draft_page.draft()
    assert widget.draft["articles"] == [] and "error" not in widget.draft


def test_a_mistake_in_the_configuration_is_a_sentence_on_the_screen(told: Room) -> None:
    (Path(told.root) / "workbench.toml").write_text("[newsroom\n")
    assert "workbench.toml" in draft_page.draft().draft["error"]


def test_a_bug_is_told_without_its_inside(told: Room, monkeypatch: pytest.MonkeyPatch, capfd: Any) -> None:
    monkeypatch.setattr(draft_page, "_served", lambda *_: 1 / 0)
    error = draft_page.draft().draft["error"]
    assert "ZeroDivisionError" in error and "Your text is not affected" in error


def test_in_a_notebook_it_says_how_to_send(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(intake.VARIABLE, raising=False)
    widget = draft_page.draft("articles/bold.md")
    assert widget.draft["mode"] == "file" and not widget.draft["shown"] and widget.text == ""
    assert "workbench queue send bold" in widget.draft["send"]["how"]
    assert widget.panel["findings"]
    assert "no such file" in draft_page.draft("articles/gone.md").draft["error"]
    assert draft_page.draft().draft["mode"] == "text"


def test_the_notebook_is_one_call_without_output() -> None:
    notebook = json.loads((REPOSITORY / "dashboards" / "draft.ipynb").read_text())
    (cell,) = notebook["cells"]
    assert "".join(cell["source"]) == "from workbench.serve.draft_page import draft\n\ndraft()"
    assert cell["outputs"] == [] and cell["execution_count"] is None
