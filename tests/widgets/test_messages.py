"""Messages from the browser: only what a screen of ours can send is done, and each once."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from payloads import overlapping

from workbench.decisions import REASONS
from workbench.errors import Usage
from workbench.review.moves import MOVES
from workbench.review.moves.judging import LONGEST
from workbench.review.moves.terms import TAKE_BACK
from workbench.widgets import article_messages, messages, queue_messages
from workbench.widgets.article import ArticleWidget

FINGERPRINT = f"{1:016x}"
WHERE = ("finding", "work", "live")
DISMISS = {
    "type": "decide", "fingerprint": FINGERPRINT, "action": "dismiss", "reason": "quoted or denied", "note": "",
    "request": "12345678-aaaa",
}  # fmt: skip


class Desk:
    """An app that notes what it is asked, and the widget's answers."""

    def __init__(self, outcome: Any = None) -> None:
        self.asked: list[messages.Step] = []
        self.backs = 0
        self.outcome = outcome or {"ok": True, "message": "Done. 3 left.", "state": {"state": "fix", "words": "Fix"}}
        self.widget = ArticleWidget(on_step=self.decide, on_back=self.back, article=overlapping())
        self.sent: list[Any] = []
        self.widget.send = lambda content, buffers=None: self.sent.append(content)  # type: ignore[method-assign]

    def decide(self, asked: messages.Step) -> Any:
        self.asked.append(asked)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def back(self) -> None:
        self.backs += 1

    def receive(self, content: Any) -> None:
        self.widget._receive(self.widget, content, [])


def test_words_of_the_screen_are_the_words_of_the_rules() -> None:
    assert get_args(messages.Reason) == ("", *REASONS)
    moves = [move for move in MOVES if move.roles and move.action != TAKE_BACK]  # which has a message of its own
    by_hand = {subject: {move.action for move in moves if move.subject == subject} for subject in WHERE}
    assert set(get_args(messages.Action)) == by_hand["finding"]
    assert set(get_args(messages.OfWork)) == by_hand["work"]
    assert set(get_args(messages.OfPage)) == by_hand["live"]
    assert LONGEST == 2000
    for reason in REASONS:
        assert f'["{reason}"' in ArticleWidget._esm


def test_a_decision_is_done_and_answered() -> None:
    desk = Desk()
    desk.receive(DISMISS)
    assert desk.asked == [messages.Decide(FINGERPRINT, "dismiss", "12345678-aaaa", "quoted or denied")]
    assert desk.widget.states == {FINGERPRINT: {"state": "fix", "words": "Fix"}}
    assert desk.widget.status == {"text": "Done. 3 left.", "kind": "status", "n": 1}
    assert desk.sent == [{"type": "answered", "request": "12345678-aaaa", "ok": True}]


def test_a_decision_sent_twice_is_done_once_and_answered_twice() -> None:
    desk = Desk()
    desk.receive(DISMISS)
    desk.receive(DISMISS)
    assert len(desk.asked) == 1
    assert len(desk.sent) == 2


def test_two_requests_are_two_decisions() -> None:
    desk = Desk()
    desk.receive(DISMISS)
    desk.receive({**DISMISS, "request": "another-one"})
    assert len(desk.asked) == 2


def test_undo_may_change_another_finding_than_the_one_named() -> None:
    other = f"{2:016x}"
    desk = Desk({"ok": True, "message": "Taken back.", "state": {"fingerprint": other, "state": "open", "words": ""}})
    desk.receive({"type": "decide", "fingerprint": FINGERPRINT, "action": "undo", "request": "12345678"})
    assert desk.widget.states == {other: {"state": "open", "words": ""}}


def test_a_refusal_is_an_alert() -> None:
    desk = Desk({"ok": False, "message": "Only a medical reviewer can do this.", "state": {}})
    desk.receive(DISMISS)
    assert desk.widget.status["kind"] == "alert"
    assert desk.widget.states == {}
    assert desk.sent[0]["ok"] is False


@pytest.mark.parametrize("error", [Usage("The queue is locked. Nothing was stored."), ZeroDivisionError()])
def test_a_failure_is_told_and_the_view_lives(error: Exception) -> None:
    desk = Desk(error)
    desk.receive(DISMISS)
    assert desk.widget.status["kind"] == "alert"
    assert desk.sent == [{"type": "answered", "request": "12345678-aaaa", "ok": False}]


def test_unknown_finding_is_refused() -> None:
    desk = Desk()
    desk.receive({**DISMISS, "fingerprint": "f" * 16})
    assert desk.asked == []
    assert desk.widget.status["kind"] == "alert"


@pytest.mark.parametrize(
    "change",
    [
        {"fingerprint": "../../etc"}, {"fingerprint": 7}, {"fingerprint": "a" * 17}, {"action": "accept"},
        {"action": ["fix"]}, {"reason": "because"}, {"reason": ""}, {"note": "x" * 2001}, {"note": None},
        {"request": ""}, {"request": "x" * 65}, {"request": "a b c d e f"}, {"extra": 1}, {"type": "open"},
        {"action": "fix", "reason": "other"}, {"until": "2026-12-01"}, {"action": "accept", "until": "soon"},
        {"source": "a paper"}, {"also": ["x"]}, {"also": [FINGERPRINT] * 25}, {"action": "agree"},
        {"action": "ask", "reason": "", "also": [FINGERPRINT]},
    ],
)  # fmt: skip
def test_malformed_decisions_are_refused(change: dict[str, Any]) -> None:
    desk = Desk()
    desk.receive({**DISMISS, **change})
    assert desk.asked == []
    assert desk.widget.status["kind"] == "alert"


def test_a_malformed_decision_with_a_name_is_answered_so_that_it_does_not_wait() -> None:
    desk = Desk()
    desk.receive({**DISMISS, "reason": "because"})
    assert desk.sent == [{"type": "answered", "request": "12345678-aaaa", "ok": False}]


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@given(ANY_JSON)
def test_no_message_breaks_a_view(content: Any) -> None:
    for read in (article_messages.of_article, queue_messages.read):
        with pytest.raises(messages.Malformed):
            read(content)


REQUEST = {"request": "12345678-aaaa"}


@pytest.mark.parametrize(
    "content",
    [
        {"type": "work", "action": "approve editorial", "text_hash": "a" * 64}, {"type": "page", "action": "hold"},
        {"type": "work", "action": "ask for changes", "note": "Please."}, {"type": "say", "text": "Why?"},
        {"type": "hand", "names": ["article"], "to": "ines", "due": "2026-12-01"},
    ],
)  # fmt: skip
def test_other_steps_are_done_once_and_answered(content: dict[str, Any]) -> None:
    desk = Desk({"ok": True, "message": "Done.", "states": {}, "desk": {"state": "Approved"}})
    desk.receive({**content, **REQUEST})
    desk.receive({**content, **REQUEST})
    assert len(desk.asked) == 1
    assert desk.widget.desk == {"state": "Approved"}
    assert desk.sent == [{"type": "answered", "request": "12345678-aaaa", "ok": True}] * 2


@pytest.mark.parametrize(
    "content",
    [
        {"type": "work", "action": "approve"}, {"type": "work", "action": "the text changes"}, {"type": "say"},
        {"type": "work", "action": "mark live", "text_hash": "../etc"}, {"type": "page", "action": "published"},
        {"type": "say", "text": ""}, {"type": "say", "text": "x" * 2001}, {"type": "hand", "names": [], "to": "ines"},
        {"type": "hand", "names": ["a"], "to": "ines", "due": "tomorrow"}, {"type": "hand", "names": ["a"]},
    ],
)  # fmt: skip
def test_other_malformed_steps_are_refused_and_answered(content: dict[str, Any]) -> None:
    desk = Desk()
    desk.receive({**content, **REQUEST})
    assert desk.asked == []
    assert desk.sent == [{"type": "answered", "request": "12345678-aaaa", "ok": False}]


def test_a_step_without_a_request_is_none() -> None:
    desk = Desk()
    desk.receive({"type": "say", "text": "Why?"})
    assert desk.asked == [] and desk.sent == []


@pytest.mark.parametrize("error", [Usage("The queue is locked."), ZeroDivisionError()])
def test_a_look_that_fails_changes_nothing_and_says_nothing(error: Exception) -> None:
    def look(fingerprint: str) -> None:
        raise error

    widget = ArticleWidget(on_step=lambda _: {}, on_back=lambda: None, on_look=look, states={"a": 1})
    widget._receive(widget, {"type": "look"}, [])
    assert widget.states == {"a": 1} and widget.status == {}


def test_back_goes_back() -> None:
    desk = Desk()
    desk.receive({"type": "back"})
    assert desk.backs == 1
