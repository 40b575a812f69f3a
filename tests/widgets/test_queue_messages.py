"""Messages of the queue view, the desk behind it, and rows on the wire."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from payloads import AS_OF, MARA, store_in
from sittings import INES, STAFF, TOM
from speak import content

from workbench.review import Outcome, Person, Store
from workbench.review.moves import House
from workbench.widgets import queue_messages
from workbench.widgets.messages import Malformed
from workbench.widgets.queue import QueueWidget, _wire
from workbench.widgets.queue_desk import QueueDesk
from workbench.widgets.queue_wire import pack
from workbench.widgets.review import Newsroom
from workbench.widgets.sitting import Sitting

REQUEST = "12345678-aaaa"
TOGETHER = {"type": "together", "names": ["a"], "fingerprint": "a" * 16, "action": "fix", "request": REQUEST}


@pytest.mark.parametrize(
    "given",
    [
        {"type": "about", "name": "a"}, {"type": "find", "words": ""}, {"type": "uses", "fingerprint": "a" * 16},
        {"type": "later", "names": ["a"], "request": REQUEST, "until": "2026-12-01"},
        {"type": "later", "names": ["a"], "request": REQUEST}, TOGETHER,
        {**TOGETHER, "action": "dismiss", "reason": "wrong reading"},
    ],
)  # fmt: skip
def test_what_the_screen_sends_is_read(given: dict[str, Any]) -> None:
    assert queue_messages.read(given)


@pytest.mark.parametrize(
    "given",
    [
        {"type": "about", "name": ""}, {"type": "about", "name": "a" * 501}, {"type": "find", "words": "a" * 201},
        {"type": "uses", "fingerprint": "../../etc"}, {"type": "later", "names": [], "request": REQUEST},
        {"type": "later", "names": ["a"], "request": "x"},
        {"type": "later", "names": ["a"], "request": REQUEST, "until": "soon"},
        {**TOGETHER, "names": ["a"] * 26}, {**TOGETHER, "action": "dismiss"}, {**TOGETHER, "reason": "wrong reading"},
        {**TOGETHER, "action": "dismiss", "reason": "other"}, {**TOGETHER, "action": "accept"}, {**TOGETHER, "more": 1},
        {"type": "decide"}, "about", None, [],
    ],
)  # fmt: skip
def test_other_messages_are_refused(given: Any) -> None:
    with pytest.raises(Malformed):
        queue_messages.read(given)


def unpacked(packed: dict[str, Any]) -> list[dict[str, Any]]:
    """What `queue_wire.js` makes of it, in Python."""

    def value(column: Any, at: int) -> Any:
        if isinstance(column, list):
            return column[at]
        if "same" in column:
            return column["same"]
        if "else" in column:
            return column["at"].get(str(at), column["else"])
        if "of" in column:
            return column["of"][column["at"][at]]
        return {key: value(one, at) for key, one in column["keys"].items()}

    every = [{name: value(column, at) for name, column in packed["columns"].items()} for at in range(packed["n"])]
    return [{name: one for name, one in row.items() if one is not None} for row in every]


CELLS = st.one_of(
    st.text(max_size=4), st.sampled_from(["New", "", "In review"]), st.integers(0, 2), st.booleans(),
    st.lists(st.integers(0, 9), max_size=3), st.fixed_dictionaries({"error": st.integers(0, 1), "note": st.booleans()}),
)  # fmt: skip


@given(st.lists(st.dictionaries(st.sampled_from("abcdef"), CELLS), max_size=40))
def test_packed_rows_come_back_as_they_were(rows: list[dict[str, Any]]) -> None:
    back = unpacked(pack(rows))
    assert back == rows
    assert str(back) == str([{name: row[name] for name in one} for row, one in zip(rows, back, strict=True)]), (
        "True is not 1"
    )


def test_rows_that_are_alike_cost_little() -> None:
    rows = [{"name": f"a{number}", "state": "New", "due": "", "late": False} for number in range(1000)]
    rows[7]["due"] = "2026-12-01"
    assert len(str(pack(rows))) < 12 * 1000
    assert _wire({"rows": []}, None) == {"rows": []} and _wire({}, None) == {}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_in(tmp_path) as there:
        yield there


def desk(store: Any, person: Person = MARA, **more: Any) -> QueueDesk:
    room = Newsroom(content(), AS_OF, "US", person, staff=STAFF, days=5, house=House(), **more)
    return QueueDesk(store, room, Sitting(store, room))


def later(*names: str, until: str = "2026-12-01") -> Any:
    return queue_messages.read({"type": "later", "names": names, "request": REQUEST, "until": until})


def test_rows_are_small_and_their_kinds_count_what_is_to_decide(store: Store) -> None:
    queue = desk(store).queue(())
    (first, *_) = queue["rows"]
    assert not {"parts", "first", "topics", "path", "words"} & set(first)
    numbers = first["kinds"][1::2]
    assert sum(numbers) == sum(first["to_decide"].values())
    assert all(len(kind) == 4 for kind in queue["kinds"])
    assert queue["pace"] == {"minutes": 2.0, "measured": False}


def test_the_pane_says_more_and_nothing_of_an_unknown_article(store: Store) -> None:
    name = store.queue()[0]["name"]
    answer = desk(store).answer(queue_messages.read({"type": "about", "name": name}))
    assert answer["name"] == name and answer["about"]["first"][0]["severity"] == "error"
    assert desk(store).answer(queue_messages.read({"type": "about", "name": "../x"}))["about"] == {}


def test_an_article_is_put_off_for_its_person_until_its_day(store: Store) -> None:
    name = store.queue()[0]["name"]
    outcome = desk(store).do(later(name))
    assert (outcome.ok, outcome.message) == (True, "1 article put off until 1 Dec. U to undo.")
    assert next(row for row in desk(store).queue(())["rows"] if row["name"] == name)["later"] == "2026-12-01"
    assert all("later" not in row for row in desk(store, INES).queue(())["rows"])


@pytest.mark.parametrize("until", [AS_OF.isoformat(), "2026-11-01"])
def test_a_day_that_is_not_ahead_puts_nothing_off(store: Store, until: str) -> None:
    outcome = desk(store).do(later(store.queue()[0]["name"], until=until))
    assert not outcome.ok and "is not ahead" in outcome.message
    assert all("later" not in row for row in desk(store).queue(())["rows"])


def test_who_may_only_read_puts_nothing_off(store: Store) -> None:
    reader = desk(store, why="You can read everything here.")
    assert reader.queue(())["laters"] is False
    assert reader.do(later(store.queue()[0]["name"])) == Outcome(False, "You can read everything here.", {})


def shared(store: Store) -> tuple[str, list[str]]:
    """The fingerprint of a finding that may be decided together, and the articles that have it."""
    with store.reading() as connection:
        from workbench.review import causes

        found = next(one for one in causes.shared(connection) if one.severity != "error")
        return found.fingerprint, [use["article"] for use in causes.uses(connection, found.fingerprint)]


def test_one_cause_is_decided_in_every_article_and_taken_back(store: Store) -> None:
    fingerprint, names = shared(store)
    asked = queue_messages.read({"type": "uses", "fingerprint": fingerprint})
    mine = desk(store)
    assert mine.answer(asked)["number"] == len(names) > 1
    message = {**TOGETHER, "names": names, "fingerprint": fingerprint}
    outcome = mine.do(queue_messages.read(message))
    assert outcome.ok and outcome.message.endswith("each recorded singly. U to undo.")
    assert mine.answer(asked)["number"] == 0
    assert mine.do(queue_messages.read({**message, "action": "undo", "request": REQUEST + "2"})).ok
    assert mine.answer(asked)["number"] == len(names)


def test_a_refusal_names_who_can(store: Store) -> None:
    fingerprint, names = shared(store)
    outcome = desk(store, TOM).do(queue_messages.read({**TOGETHER, "names": names, "fingerprint": fingerprint}))
    assert not outcome.ok and outcome.message.endswith("Ask Mara Olsen or Ines Calder.")
    assert all(state["state"] == "open" for state in store.states(names[0]).values())


class Rows:
    """A store that has nothing but rows and decides about findings."""

    def __init__(self, store: Store) -> None:
        self.queue = store.queue


def test_a_store_of_rows_alone_has_its_screen(store: Store) -> None:
    plain = desk(Rows(store))
    queue = plain.queue(())
    assert (queue["hands"], queue["laters"], queue["pace"]) == (False, False, None)
    name = queue["rows"][0]["name"]
    assert plain.answer(queue_messages.read({"type": "about", "name": name}))["about"]["first"]
    assert plain.answer(queue_messages.read({"type": "find", "words": "sleep"}))["claims"] == {}
    assert not plain.do(later(name)).ok


class Hall:
    """An app around the queue view."""

    def __init__(self, error: Exception | None = None) -> None:
        self.opened: list[str] = []
        self.read = 0
        self.error = error
        self.widget = QueueWidget(on_open=self.open, on_refresh=self.refresh, queue={"rows": [{"name": "known"}]})

    def open(self, name: str) -> None:
        if self.error:
            raise self.error
        self.opened.append(name)

    def refresh(self) -> None:
        self.read += 1


def test_only_articles_of_the_queue_are_opened() -> None:
    hall = Hall()
    for name in ("known", "../secret", "unknown"):
        hall.widget._receive(hall.widget, {"type": "open", "name": name}, [])
    assert hall.opened == ["known"]
    assert hall.widget.status["kind"] == "alert"


@pytest.mark.parametrize("content", [{"type": "open"}, {"type": "open", "name": ""}, {"type": "decide"}, "open", None])
def test_malformed_messages_open_nothing(content: Any) -> None:
    hall = Hall()
    hall.widget._receive(hall.widget, content, [])
    assert hall.opened == []
    assert hall.widget.status["kind"] == "alert"


def test_what_is_asked_is_answered_by_a_message_of_its_own() -> None:
    sent: list[Any] = []
    widget = QueueWidget(lambda _: None, lambda: None, on_ask=lambda asked: {"type": "about", "name": asked.name})
    widget.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    widget._receive(widget, {"type": "about", "name": "known"}, [])
    assert sent == [{"type": "about", "name": "known"}] and widget.status == {}


def test_refresh_reads_again() -> None:
    hall = Hall()
    hall.widget._receive(hall.widget, {"type": "refresh"}, [])
    assert hall.read == 1
    assert hall.widget.status == {}


def test_an_article_that_cannot_be_opened_is_told() -> None:
    hall = Hall(KeyError("x"))
    hall.widget._receive(hall.widget, {"type": "open", "name": "known"}, [])
    assert "decisions are safe" in hall.widget.status["text"]


HAND = {"type": "hand", "names": ["known"], "to": "ines", "request": "12345678-aaaa"}


@pytest.mark.parametrize(("names", "ok"), [(["known"], True), (["known", "unknown"], False), (["../secret"], False)])
def test_only_articles_of_the_queue_are_handed_out(names: list[str], ok: bool) -> None:
    given: list[Any] = []

    def hand(message: queue_messages.Done) -> Outcome:
        given.append(message)
        return Outcome(True, "Given.", {})

    sent: list[Any] = []
    widget = QueueWidget(lambda _: None, lambda: None, on_do=hand, queue={"rows": [{"name": "known"}]})
    widget.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    widget._receive(widget, {**HAND, "names": names}, [])
    assert bool(given) == ok
    assert sent == [{"type": "answered", "request": "12345678-aaaa", "ok": ok}]


def test_who_may_only_read_hands_nothing_out() -> None:
    widget = QueueWidget(lambda _: None, lambda: None, queue={"rows": [{"name": "known"}]}, why="You can read.")
    widget._receive(widget, HAND, [])
    assert widget.status["text"] == "You can read." and widget.status["kind"] == "alert"
