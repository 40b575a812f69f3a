"""The draft screen's Python side: messages, numbers, the thread beside the kernel, files that come and go."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from speak import REPOSITORY, content

pytest.importorskip("anywidget", reason="NOT TESTED: the screens need workbench[notebook]")

from workbench.config import Newsroom, Settings
from workbench.drafting import Desk, Dropped
from workbench.drafting.telling import Here
from workbench.errors import Unreadable
from workbench.widgets import draft_runner
from workbench.widgets.draft import DraftWidget
from workbench.widgets.draft_messages import Send
from workbench.widgets.draft_runner import Job, Runner
from workbench.widgets.draft_screen import Around, DraftScreen, Followed, Shown

TEA = "# Ferrol tea\n\nFerrol tea is a miracle cure.\n"
REQUEST = "request-0001"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a scene what is asked is done at once, whatever loop the browser of other tests left behind."""
    here, main = draft_runner._loop_here, threading.main_thread()
    monkeypatch.setattr(draft_runner, "_loop_here", lambda: None if threading.current_thread() is main else here())


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(content(), Settings(None, Newsroom("US")), (REPOSITORY / "checks",), date(2026, 11, 25))


def heard(widget: DraftWidget) -> list[dict[str, Any]]:
    """What the widget answers from now on."""
    said: list[dict[str, Any]] = []
    widget.send = lambda message, *_: said.append(message)  # type: ignore[method-assign]
    return said


def tell(widget: DraftWidget, content: Any) -> None:
    widget._receive(widget, content, [])


def check(widget: DraftWidget, number: int, text: str, **more: Any) -> None:
    tell(widget, {"type": "check", "number": number, "text": text, **more})


def file_of(place: Path, shown: bool = False) -> Followed:
    return Followed(place, f"articles/{place.name}", place.stem, shown)


def test_a_typed_text_is_checked_and_told_with_its_number(desk: Desk) -> None:
    widget = DraftScreen(Here(desk), Around()).open()
    assert widget.draft["mode"] == "text" and widget.panel == {}
    check(widget, 3, TEA)
    assert widget.panel["n"] == 3 and widget.panel["head"] and "hash" not in widget.panel
    assert any("miracle" in one["text"] for one in widget.panel["findings"])


def test_a_followed_file_is_read_at_once_and_its_text_sent_only_where_it_is_shown(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "tea.md"
    place.write_text(TEA)
    panel_only = DraftScreen(Here(desk), Around(how="Run: …")).open(file_of(place))
    assert panel_only.panel["head"] and panel_only.text == ""
    assert panel_only.draft["send"] == {"can": False, "how": "Run: …"}
    assert DraftScreen(Here(desk), Around()).open(file_of(place, shown=True)).text == TEA


def test_a_text_area_is_never_checked_over_a_followed_file(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "tea.md"
    place.write_text(TEA)
    widget = DraftScreen(Here(desk), Around()).open(file_of(place))
    before = widget.panel
    check(widget, 9, "# Other\n")
    assert widget.panel == before and place.read_text() == TEA


@pytest.mark.parametrize(
    "message",
    [
        None, [], {"type": "check"}, {"type": "check", "number": -1, "text": ""}, {"type": "write", "path": "/x"},
        {"type": "check", "number": 1, "text": "x" * 1_000_001}, {"type": "choose", "name": 4},
        {"type": "answer", "request": REQUEST, "fingerprint": "../../x", "text": "hm"},
        {"type": "send", "request": REQUEST, "number": 1, "note": "x" * 2001},
        {"type": "send", "request": REQUEST, "number": 1, "note": "", "name": "other"},
    ],
)  # fmt: skip
def test_what_no_screen_of_ours_sends_is_refused_and_answered(desk: Desk, message: Any) -> None:
    widget = DraftScreen(Here(desk), Around()).open()
    said = heard(widget)
    tell(widget, message)
    assert widget.panel == {} and widget.status["kind"] == "alert"
    request = message.get("request") if isinstance(message, dict) else None
    assert said == ([{"type": "answered", "request": REQUEST, "ok": False}] if request else [])


def test_an_unknown_article_opens_a_text_of_one_s_own(desk: Desk, tmp_path: Path) -> None:
    widget = DraftScreen(Here(desk), Around()).open()
    tell(widget, {"type": "choose", "name": "../../etc/passwd"})
    assert widget.draft["mode"] == "text" and widget.text == ""


def test_a_step_is_done_once_and_only_about_the_text_that_was_shown(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "tea.md"
    place.write_text(TEA)
    done: list[tuple[Any, Shown]] = []
    around = Around(send=lambda step, shown: (done.append((step, shown)), (True, "Sent."))[1])
    widget = DraftScreen(Here(desk), around).open(file_of(place, shown=True))
    said = heard(widget)
    number = widget.panel["n"]
    for _ in range(2):
        tell(widget, {"type": "send", "request": REQUEST, "number": number, "note": "It is late."})
    assert len(done) == 1 and done[0][0] == Send(REQUEST, number, "It is late.")
    assert done[0][1].name == "tea" and len(done[0][1].text_hash) == 64
    assert [one["ok"] for one in said] == [True, True]
    tell(widget, {"type": "send", "request": "request-0002", "number": number + 1, "note": ""})
    assert len(done) == 1 and "changed meanwhile" in widget.status["text"]


def test_nothing_is_sent_from_a_text_area_or_by_who_may_only_read(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "tea.md"
    place.write_text(TEA)
    done: list[Any] = []

    def send(*given: Any) -> tuple[bool, str]:
        done.append(given)
        return True, ""

    typed = DraftScreen(Here(desk), Around(send=send)).open()
    check(typed, 1, TEA)
    tell(typed, {"type": "send", "request": REQUEST, "number": 1, "note": ""})
    assert "in no file yet" in typed.status["text"]
    reads = DraftScreen(Here(desk), Around(send=send, why="You can read everything here.")).open(
        file_of(place, shown=True)
    )
    tell(reads, {"type": "send", "request": REQUEST, "number": 0, "note": ""})
    assert reads.status["text"] == "You can read everything here." and done == []


def test_a_step_that_fails_says_that_nothing_was_sent(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "tea.md"
    place.write_text(TEA)

    def send(*_: Any) -> tuple[bool, str]:
        raise OSError("disk")

    widget = DraftScreen(Here(desk), Around(send=send)).open(file_of(place))
    said = heard(widget)
    tell(widget, {"type": "send", "request": REQUEST, "number": 0, "note": ""})
    assert said[0]["ok"] is False and "could not be sent (OSError)" in widget.status["text"]


def test_what_is_no_article_is_told_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    widget = DraftScreen(Here(desk), Around()).open()
    check(widget, 1, "\0" * 50)
    assert "It was not checked; your text is as it was." in widget.panel["unread"]
    gone = DraftScreen(Here(desk), Around()).open(file_of(tmp_path / "gone.md"))
    assert "renamed or deleted" in gone.panel["unread"] and str(tmp_path) not in gone.panel["unread"]


def test_a_bug_of_ours_stops_no_later_check(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = DraftScreen(Here(desk), Around()).open()
    with monkeypatch.context() as broken:
        broken.setattr("workbench.drafting.telling.panel", lambda *_: 1 / 0)
        check(widget, 1, TEA)
        assert widget.panel == {"n": 1, "failed": "ZeroDivisionError"}
    check(widget, 2, TEA)
    assert widget.panel["head"]


def test_of_a_long_text_what_is_in_sight_comes_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = DraftScreen(Here(desk), Around())
    widget = screen.open()
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(widget, "tell", told.append)
    check(widget, 1, TEA + "We walk to the lake and back on Sundays, and rest.\n\n" * 1400, seen=20)
    assert [one["read"] for one in told] == [20, told[1]["lines"]]
    assert told[0]["needed"] is None and told[1]["needed"] is not None
    told.clear()
    check(widget, 2, TEA, seen=2)
    assert len(told) == 1


# --- the thread


def run(scene: Callable[[], Any]) -> Any:
    """A scene in a loop of its own, in a thread of its own: the browser of other tests keeps a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(scene())).result()


async def until(what: Callable[[], Any], patience: float = 10.0) -> None:
    end = time.monotonic() + patience
    while not what():
        assert time.monotonic() < end
        await asyncio.sleep(0.01)


def test_the_loop_stays_free_and_only_the_newest_is_told() -> None:
    began: list[int] = []
    told: list[int] = []

    def work(job: Job, stale: Callable[[], bool], _early: Any) -> dict[str, Any]:
        began.append(job.number)
        end = time.monotonic() + 5
        while job.number == 1 and not stale() and time.monotonic() < end:
            time.sleep(0.005)
        if stale():
            raise Dropped
        return {"n": job.number}

    async def scene() -> float:
        runner = Runner(work, lambda answer: told.append(answer["n"]))
        runner.ask(Job(1))
        await until(lambda: began == [1])
        at = time.monotonic()
        for number in range(2, 9):
            runner.ask(Job(number))
        blocked = time.monotonic() - at
        await until(lambda: told == [8])
        await asyncio.sleep(0.05)
        runner.close()
        return blocked

    assert run(scene) < 0.5
    assert told == [8] and began[0] == 1 and began[-1] == 8


def test_two_pages_on_one_kernel_may_number_alike() -> None:
    told: list[int] = []

    async def scene() -> None:
        runner = Runner(lambda job, *_: {"n": job.number}, lambda answer: told.append(answer["n"]))
        runner.ask(Job(5))
        await until(lambda: told == [5])
        runner.ask(Job(1))
        await until(lambda: told == [5, 1])
        runner.close()

    run(scene)
    assert told == [5, 1]


def test_after_closing_nothing_is_told() -> None:
    told: list[Any] = []

    async def scene() -> None:
        runner = Runner(lambda job, *_: (time.sleep(0.05), {"n": job.number})[1], told.append)
        runner.ask(Job(1))
        await asyncio.sleep(0.01)
        runner.close()
        await asyncio.sleep(0.15)

    run(scene)
    assert told == []


def test_a_file_is_followed_through_changes_and_away_and_back(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "tea.md"
    place.write_text(TEA)

    async def scene() -> list[str]:
        screen = DraftScreen(Here(desk), Around())
        widget = screen.open(file_of(place))
        seen = []
        await until(lambda: widget.panel.get("words") == 8)
        place.write_text("# Walking\n\nWe walk.\n")
        await until(lambda: widget.panel.get("words") == 3)
        place.rename(tmp_path / "other.md")
        await until(lambda: "unread" in widget.panel)
        seen.append(widget.panel["unread"])
        (tmp_path / "other.md").rename(place)
        await until(lambda: widget.panel.get("words") == 3)
        screen.close()
        return seen

    (gone,) = run(scene)
    assert gone.startswith("articles/tea.md is not there any more")


def test_a_cell_that_is_run_again_leaves_one_panel_that_follows(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "tea.md"
    place.write_text(TEA)

    async def scene() -> tuple[Any, Any]:
        first, second = DraftScreen(Here(desk), Around()), DraftScreen(Here(desk), Around())
        old = first.open(file_of(place))
        await until(lambda: old.panel.get("words") == 8)
        new = second.open(file_of(place))
        place.write_text("# Walking\n\nWe walk.\n")
        await until(lambda: new.panel.get("words") == 3)
        await asyncio.sleep(0.6)
        second.close()
        return old.panel["words"], old.status["text"]

    assert run(scene) == (8, "A newer panel follows this file; this one stands still.")


def test_a_file_that_stays_as_it_is_is_not_read_again(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "tea.md"
    place.write_text(TEA)

    async def scene() -> None:
        screen = DraftScreen(Here(desk), Around())
        widget = screen.open(file_of(place))
        await until(lambda: widget.panel.get("head"))
        first = widget.panel
        await asyncio.sleep(1.0)
        assert widget.panel is first
        screen.close()

    run(scene)


def test_checks_begin_anew_after_a_stop(desk: Desk) -> None:
    async def scene() -> None:
        screen = DraftScreen(Here(desk), Around())
        widget = screen.open()
        screen.close()
        check(widget, 1, TEA)
        await asyncio.sleep(0.1)
        assert widget.panel == {}
        tell(widget, {"type": "again", "number": 2})
        check(widget, 3, TEA)
        await until(lambda: widget.panel.get("n") == 3)
        screen.close()

    run(scene)


def test_an_unreadable_text_is_an_answer_and_a_dropped_one_is_none() -> None:
    def work(job: Job, *_: Any) -> dict[str, Any]:
        raise Unreadable("no") if job.number == 1 else Dropped

    told: list[Any] = []
    runner = Runner(work, told.append)
    runner.ask(Job(1))
    runner.ask(Job(2))
    runner.ask(Job(3, warm=True))
    assert told == [{"n": 1, "unread": "no"}]
