"""Queue and article together, on a real queue, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from payloads import MARA, store_in
from speak import AS_OF, content

from workbench.errors import Usage
from workbench.model import Unread
from workbench.review import Store
from workbench.widgets.review import Newsroom, Review

NAME = "ketamine-lozenges-by-post"
ROOM = Newsroom(content(), AS_OF, "US", MARA)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_in(tmp_path) as store:
        yield store


def opened(store: Store) -> Review:
    review = Review(store, ROOM)
    receive(review.queue, {"type": "open", "name": NAME})
    return review


def receive(widget: Any, message: dict[str, Any]) -> None:
    widget._receive(widget, message, [])


def waiting(review: Review) -> int:
    (row,) = (row for row in review.queue.queue["rows"] if row["name"] == NAME)
    return sum(row["to_decide"].values())


def test_it_begins_with_the_queue(store: Store) -> None:
    review = Review(store, ROOM, [Unread("articles/bad.md", "is not UTF-8")])
    assert review.children == (review.queue,)
    assert review.queue.queue["person"] == {"id": "mara", "name": "Mara Olsen", "role": "editor"}
    assert review.queue.queue["roles"] == ["editor"]
    assert review.queue.queue["unread"] == [{"path": "articles/bad.md", "message": "is not UTF-8"}]
    assert len(review.queue.queue["rows"]) == len(store.queue())


def test_opening_changes_the_view_and_begins_the_review(store: Store) -> None:
    review = opened(store)
    assert review.children == (review.article,)
    assert review.article.article["name"] == NAME
    assert review.article.article["state"] == "In review"
    assert set(review.article.states) == {found["fingerprint"] for found in review.article.article["findings"]}


def test_a_decision_is_stored_and_the_queue_knows_it(store: Store) -> None:
    review = opened(store)
    before = waiting(review)
    found = next(f for f in review.article.article["findings"] if f["severity"] == "warning")
    decide = {"type": "decide", "fingerprint": found["fingerprint"], "request": "request-1"}
    receive(review.article, {**decide, "action": "dismiss", "reason": "agreed exception"})
    assert review.article.status["text"].startswith("Dismissed: agreed exception.")
    assert review.article.states[found["fingerprint"]]["state"] == "dismissed"
    receive(review.article, {"type": "back"})
    assert review.children == (review.queue,)
    assert waiting(review) == before - 1


def test_undo_names_the_finding_it_opened_again(store: Store) -> None:
    review = opened(store)
    first, second = (found["fingerprint"] for found in review.article.article["findings"][2:4])
    receive(review.article, {"type": "decide", "fingerprint": first, "action": "fix", "request": "request-1"})
    receive(review.article, {"type": "decide", "fingerprint": second, "action": "undo", "request": "request-2"})
    assert review.article.states[first]["state"] == "open"
    assert review.article.status["kind"] == "status"


def test_an_error_dismissed_for_another_reason_waits_for_a_second_person(store: Store) -> None:
    review = opened(store)
    found = next(f for f in review.article.article["findings"] if f["severity"] == "error")
    decide = {"type": "decide", "fingerprint": found["fingerprint"], "request": "request-1"}
    receive(review.article, {**decide, "action": "dismiss", "reason": "agreed exception"})
    assert review.article.states[found["fingerprint"]]["state"] == "second"


def test_refresh_checks_again(store: Store) -> None:
    calls: list[int] = []

    def check() -> list[Unread]:
        calls.append(1)
        return [Unread("articles/new.md", "cannot be opened")]

    review = Review(store, ROOM, on_refresh=check)
    receive(review.queue, {"type": "refresh"})
    assert calls == [1]
    assert review.queue.queue["unread"][0]["path"] == "articles/new.md"
    assert review.queue.status["kind"] == "status"


class Locked:
    """A queue that cannot be read."""

    def queue(self) -> list[dict[str, Any]]:
        raise Usage("database is locked")


def test_a_queue_that_cannot_be_read_says_what_is_safe() -> None:
    review = Review(Locked(), ROOM)  # type: ignore[arg-type]
    assert review.queue.queue["error"].startswith("The queue could not be read. Your decisions are safe.")
    assert review.queue.queue["details"] == "database is locked"


class OnlyDecides:
    """A store that decides about findings and can do nothing else."""

    def __init__(self, store: Store) -> None:
        self.queue, self.article, self.states = store.queue, store.article, store.states
        self.begin, self.decide = store.begin, store.decide


def test_a_store_that_only_decides_still_has_its_screen(store: Store) -> None:
    review = Review(OnlyDecides(store), ROOM)
    assert review.queue.queue["hands"] is False
    receive(review.queue, {"type": "open", "name": NAME})
    assert review.article.desk == {}
    found = review.article.article["findings"][5]
    receive(
        review.article, {"type": "decide", "fingerprint": found["fingerprint"], "action": "fix", "request": "one-two-3"}
    )
    assert review.article.states[found["fingerprint"]]["state"] == "fix"
    receive(review.article, {"type": "work", "action": "open", "request": "one-two-4"})
    assert review.article.status["text"] == "Only findings can be decided here."


def test_articles_are_handed_out_until_the_first_refusal(store: Store) -> None:
    review = Review(store, ROOM)
    hand = {"type": "hand", "names": [NAME, "coming-off"], "to": "mara", "request": "one-two-5"}
    receive(review.queue, hand)
    assert review.queue.status["kind"] == "alert", "one of them is not in the queue: nobody gets any"
    receive(review.queue, {**hand, "names": [NAME], "due": "2026-12-01", "request": "one-two-6"})
    assert review.queue.status["text"] == "1 article given to mara, due 1 Dec."
    (row,) = (row for row in review.queue.queue["rows"] if row["name"] == NAME)
    assert (row["assignee"], row["due"]) == ("mara", "2026-12-01")
