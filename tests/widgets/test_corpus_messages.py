"""Messages of the corpus overview and of the list of checks are held to their form, and done once."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.errors import Usage
from workbench.widgets import check_messages, corpus_messages
from workbench.widgets.check_list import ChecksWidget
from workbench.widgets.corpus import CorpusWidget
from workbench.widgets.messages import Malformed

ONE = "request-0001"
KEEP = {"type": "keep", "key": "0123456789abcdef", "reason": "Two drugs.", "request": ONE}
LIBRARY = {
    "type": "library", "key": "k", "article": "a", "source": "s", "place": "p", "version": "v", "expires": "2027-01-01",
    "request": ONE,
}  # fmt: skip
VERDICT = {"type": "verdict", "article": "a", "fingerprint": "0" * 16, "verdict": "harmless", "request": ONE}
PROPOSE = {
    "type": "propose",
    "id": "miracle-cure",
    "action": "propose",
    "severity": "note",
    "reason": "r",
    "request": ONE,
}


@pytest.mark.parametrize(
    "given",
    [
        KEEP,
        LIBRARY,
        {"type": "refresh"},
        {"type": "settle", "key": "k", "request": ONE},
        {"type": "change", "key": "k", "article": "a", "note": "n", "request": ONE},
    ],
)
def test_messages_of_the_corpus_are_read(given: dict[str, Any]) -> None:
    assert type(corpus_messages.of_corpus(given)).__name__.lower() in ("keep", "approve", "refresh", "settle", "change")


@pytest.mark.parametrize(
    "given",
    [
        None,
        [],
        "keep",
        {},
        {"type": "drop"},
        {**KEEP, "reason": ""},
        {**KEEP, "reason": "x" * 2001},
        {**KEEP, "more": 1},
        {**KEEP, "key": "../../etc"},
        {**KEEP, "request": "x"},
        {**LIBRARY, "expires": "soon"},
        {**LIBRARY, "place": ""},
        {**LIBRARY, "article": "x" * 501},
    ],
)
def test_what_no_screen_of_ours_sends_is_refused(given: Any) -> None:
    with pytest.raises(Malformed):
        corpus_messages.of_corpus(given)


@pytest.mark.parametrize(
    "given",
    [
        VERDICT,
        PROPOSE,
        {"type": "show", "id": "a-1"},
        {"type": "refresh"},
        {**PROPOSE, "action": "undo", "severity": ""},
    ],
)
def test_messages_of_the_checks_are_read(given: dict[str, Any]) -> None:
    assert check_messages.of_checks(given)


@pytest.mark.parametrize(
    "given",
    [
        {**VERDICT, "verdict": "wrong"},
        {**VERDICT, "fingerprint": "x"},
        {**PROPOSE, "severity": ""},
        {**PROPOSE, "severity": "fatal"},
        {**PROPOSE, "action": "delete"},
        {**PROPOSE, "id": "../x"},
        {"type": "show"},
    ],
)
def test_what_the_list_of_checks_never_sends_is_refused(given: Any) -> None:
    with pytest.raises(Malformed):
        check_messages.of_checks(given)


class Desk:
    """Counts what is asked of it."""

    def __init__(self, ok: bool = True) -> None:
        self.steps: list[Any] = []
        self.ok = ok

    def step(self, message: Any) -> dict[str, Any]:
        self.steps.append(message)
        return {"ok": self.ok, "message": "Done." if self.ok else "Only an editor can do this."}

    def nothing(self, *_: Any) -> Any:
        return None


def widgets(desk: Desk, **traits: Any) -> tuple[CorpusWidget, ChecksWidget, list[dict[str, Any]]]:
    answers: list[dict[str, Any]] = []
    corpus = CorpusWidget(desk.nothing, desk.step, **traits)
    checks = ChecksWidget(desk.nothing, desk.nothing, desk.step, **traits)
    corpus.send = checks.send = lambda content, *_: answers.append(content)
    return corpus, checks, answers


def test_a_step_is_done_once_and_answered_each_time() -> None:
    desk = Desk()
    corpus, checks, answers = widgets(desk)
    for _ in range(3):
        corpus._receive(None, KEEP, [])
        checks._receive(None, VERDICT, [])
    assert len(desk.steps) == 2
    assert answers == [{"type": "answered", "request": ONE, "ok": True}] * 6


def test_a_refusal_is_said_and_answered() -> None:
    corpus, checks, answers = widgets(Desk(ok=False))
    corpus._receive(None, KEEP, [])
    checks._receive(None, PROPOSE, [])
    assert (corpus.status["kind"], checks.status["text"]) == ("alert", "Only an editor can do this.")
    assert [one["ok"] for one in answers] == [False, False]


def test_who_may_only_read_is_told_why_and_nothing_is_asked() -> None:
    desk = Desk()
    corpus, checks, answers = widgets(desk, why="Ask Ada.")
    corpus._receive(None, KEEP, [])
    checks._receive(None, VERDICT, [])
    assert desk.steps == [] and corpus.status["text"] == "Ask Ada." and [one["ok"] for one in answers] == [False, False]


def test_a_message_that_is_none_changes_nothing_and_is_answered() -> None:
    desk = Desk()
    corpus, checks, answers = widgets(desk)
    corpus._receive(None, {**KEEP, "more": "<script>"}, [])
    checks._receive(None, {"type": "no", "request": ONE}, [])
    corpus._receive(None, [1], [])
    assert desk.steps == [] and "Nothing was changed" in corpus.status["text"]
    assert answers == [{"type": "answered", "request": ONE, "ok": False}] * 2


def test_a_mistake_and_a_bug_are_told_and_the_screen_stays_usable() -> None:
    def fails(_: Any) -> Any:
        raise Usage("The library has these words already.")

    def breaks(_: Any) -> Any:
        raise RuntimeError("x")

    corpus = CorpusWidget(lambda: None, fails)
    corpus._receive(None, KEEP, [])
    assert corpus.status["text"] == "The library has these words already."
    checks = ChecksWidget(lambda _: None, lambda: None, breaks)
    checks._receive(None, VERDICT, [])
    assert "RuntimeError" in checks.status["text"] and "decisions are safe" in checks.status["text"]
    checks._receive(None, {"type": "show", "id": "gone"}, [])
    assert "not there any more" in checks.status["text"]
