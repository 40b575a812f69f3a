"""Queue and article in one place: opening an article changes the view, not the page or the kernel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any, Protocol

import ipywidgets
import msgspec

from workbench import engine
from workbench.errors import WorkbenchError
from workbench.knowledge import about
from workbench.loader import Content
from workbench.model import Document, Knowledge, Unread, limits
from workbench.review import Person
from workbench.review.moves import House
from workbench.review.moves.terms import USUAL
from workbench.staff import NOBODY, Staff
from workbench.widgets import messages, steps
from workbench.widgets.article import ArticleWidget
from workbench.widgets.payload import payload
from workbench.widgets.queue import QueueWidget
from workbench.widgets.sitting import Sitting


class Queue(Protocol):
    """What the review asks of every store of the queue; one with `sitting.Steps` too can do all the rest."""

    def queue(self) -> list[dict[str, Any]]:
        """The rows of the queue view."""

    def article(self, name: str) -> Mapping[str, Any]:
        """An article with its findings and its text."""

    def states(self, name: str) -> Mapping[str, Any]:
        """What was decided, by fingerprint."""

    def begin(self, name: str, person: Any) -> None:
        """A person opened the article."""

    def decide(
        self, name: str, fingerprint: str, action: str, person: Any, reason: str = "", note: str = "",
        *, request: str = "",
    ) -> Any:  # fmt: skip
        """Store a decision; the answer has `ok`, `message` and `state`."""


class Newsroom(msgspec.Struct, frozen=True):
    """What holds while the screen is open: checks, day, declared country, who is sitting there, and what is known.

    `why` this person may only read; "" = they may decide. `house` and `staff` are what the newsroom says about itself,
    `days` how long an article may wait there; `clock` tells the moment in ISO form, "" = the day alone is known.
    """

    content: Content
    as_of: date
    country: str
    person: Person
    knowledge: Knowledge = Knowledge()
    why: str = ""
    house: House = USUAL
    staff: Staff = NOBODY
    days: int = 0
    clock: Callable[[], str] = str

    def now(self) -> str:
        """The moment, or the day."""
        return self.clock() or self.as_of.isoformat()


def _document(record: Mapping[str, Any]) -> Document:
    """The article as it was read when it was checked."""
    path, text = record["path"], record["text"]
    if record.get("reading"):
        return Document.unpacked(record["reading"], path, text)
    return engine.parse(text.encode("utf-8"), path, PurePath(path).suffix.lower())  # a row of an older program


class Review(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The screen. Show it as the last value of a cell."""

    def __init__(
        self,
        store: Queue,
        newsroom: Newsroom,
        unread: Iterable[Unread] = (),
        on_refresh: Callable[[], Iterable[Unread]] | None = None,
    ) -> None:
        """`unread` are articles that could not be read; `on_refresh` checks all articles again and says which."""
        self._store, self._newsroom, self._unread, self._refresh = store, newsroom, tuple(unread), on_refresh
        self._name, self._read, self._heard = "", "", 0
        self._sitting = Sitting(store, newsroom)
        self.queue = QueueWidget(
            on_open=self.open_article, on_refresh=self.refresh, on_hand=self._hand, why=newsroom.why
        )
        self.article = ArticleWidget(on_step=self._step, on_back=self.back, on_look=self.look, why=newsroom.why)
        self.queue.queue = self._rows()
        super().__init__([self.queue], layout=ipywidgets.Layout(width="100%"))

    def open_article(self, name: str) -> None:
        """Show an article; who opens a new one has begun its review, unless they may only read."""
        room = self._newsroom
        if not room.why:
            self._store.begin(name, room.person)
        record = self._store.article(name)
        document = _document(record)
        article = engine.analyse(document, room.content.lexicon, room.country, room.as_of, about(room.knowledge, name))
        _, verdicts = engine.run(article, room.content.checks, room.content.tables)
        self._name, self._read, self._heard = name, record["text_hash"], len(record["history"])
        history = steps.history(record["history"], room.staff)
        shown = {**payload(record, article, verdicts), **self._who_and_when(), "history": history}
        self.article.show(shown, self._store.states(name), self._sitting.desk(name, record, self._read, self._heard))
        self.children = [self.article]

    def back(self) -> None:
        """Show the queue as it is now."""
        self._name = ""
        self.queue.queue = self._rows()
        self.children = [self.queue]

    def refresh(self) -> None:
        """Check the articles again, where the app knows how, and show the queue."""
        if self._refresh is not None:
            self._unread = tuple(self._refresh())
        self.queue.queue = self._rows()
        self.queue.say("The queue was read again.")

    def look(self) -> None:
        """Show what others did meanwhile about the open article."""
        if self._name and self._sitting.steps:
            self.article.keep(**self._now())

    def _now(self) -> dict[str, Any]:
        record = self._store.article(self._name)
        desk = self._sitting.desk(self._name, record, self._read, self._heard)
        return {"states": self._store.states(self._name), "desk": desk}

    def _rows(self) -> dict[str, Any]:
        room = self._newsroom
        try:
            rows = self._store.queue()
        except WorkbenchError as error:
            return {"error": "The queue could not be read. Your decisions are safe. Try again.", "details": str(error)}
        return {
            **self._who_and_when(),
            "country": room.country,
            "line": limits(room.country),
            "roles": list(room.person.roles),
            "people": steps.people(room.staff),
            "days": room.days,
            "hands": self._sitting.steps,
            "rows": rows,
            "unread": [{"path": item.path, "message": item.message} for item in self._unread],
        }

    def _who_and_when(self) -> dict[str, Any]:
        person = {key: getattr(self._newsroom.person, key) for key in ("id", "name", "role")}
        return {"as_of": self._newsroom.as_of.isoformat(), "person": person}

    def _hand(self, message: messages.Hand) -> Mapping[str, Any]:
        outcome = self._sitting.hand(message)
        self.queue.queue = self._rows()
        return {"ok": outcome.ok, "message": outcome.message}

    def _step(self, message: messages.Step) -> Mapping[str, Any]:
        outcome = self._sitting.do(self._name, self._read, message)
        told = {"ok": outcome.ok, "message": outcome.message}
        return {**told, **(self._now() if self._sitting.steps else {"state": outcome.state})}
