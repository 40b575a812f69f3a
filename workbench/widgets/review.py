"""Queue and article in one place: opening an article changes the view, not the page or the kernel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import ipywidgets
import msgspec

from workbench.errors import WorkbenchError
from workbench.model import Knowledge, Unread, limits
from workbench.review import Outcome, Person
from workbench.review.moves import House
from workbench.review.moves.terms import USUAL
from workbench.staff import NOBODY, Staff
from workbench.staff.reviewing import USUAL_MINUTES
from workbench.widgets import queue_messages
from workbench.widgets.article import ArticleWidget
from workbench.widgets.article_screen import ArticleScreen
from workbench.widgets.queue import QueueWidget
from workbench.widgets.queue_desk import QueueDesk
from workbench.widgets.sitting import Sitting

if TYPE_CHECKING:
    from workbench.loader import Content

Opened = tuple[Mapping[str, Any], Mapping[str, Any]]


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
    `days` how long an article may wait there, `minutes` how long a decision is assumed to take; `clock` tells the
    moment in ISO form, "" = the day alone is known. `root` is the newsroom's folder.
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
    minutes: float = USUAL_MINUTES
    opened: Callable[[str], Opened] | None = None
    root: Path | None = None

    def now(self) -> str:
        """The moment, or the day."""
        return self.clock() or self.as_of.isoformat()


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
        self._sitting = Sitting(store, newsroom)
        self._screen = ArticleScreen(store, newsroom, self._sitting, self._opened)
        self._desk = QueueDesk(store, newsroom, self._sitting)
        self.queue = QueueWidget(
            on_open=self.open_article, on_refresh=self.refresh, on_ask=self._desk.answer, on_do=self._do,
            why=newsroom.why,
        )  # fmt: skip
        self.article = ArticleWidget(
            on_step=self._screen.step, on_back=self.back, on_look=self.look, on_ask=self._screen.answer,
            why=newsroom.why,
        )  # fmt: skip
        self.queue.queue = self._rows()
        super().__init__([self.queue], layout=ipywidgets.Layout(width="100%"))

    def open_article(self, name: str) -> None:
        """Show an article; who opens a new one has begun its review, unless they may only read."""
        room = self._newsroom
        if not room.why:
            self._store.begin(name, room.person)
        opened = self._screen.open(name)
        self.article.show(opened["article"], opened["states"], opened["desk"])
        self.children = [self.article]

    def _opened(self, name: str) -> Opened:
        room = self._newsroom
        if room.opened is not None:
            return room.opened(name)
        from workbench.widgets import reading  # brings the engine, which a served page does without

        record = self._store.article(name)
        return record, reading.shown(record, room.content, room.country, room.as_of, room.knowledge)

    def back(self) -> None:
        """Show the queue as it is now."""
        self._screen.close()
        self.queue.queue = self._rows()
        self.children = [self.queue]

    def refresh(self) -> None:
        """Check the articles again, where the app knows how, and show the queue."""
        if self._refresh is not None:
            self._unread = tuple(self._refresh())
        self.queue.queue = self._rows()
        self.queue.say("The queue was read again.")

    def look(self, fingerprint: str = "") -> None:
        """Show what others did meanwhile about the open article; others see which finding is chosen here."""
        if not self._screen.name or not self._sitting.steps:
            return
        now = self._screen.look(fingerprint)
        if "article" in now:
            self.article.change(now)
        else:
            self.article.keep(now["states"], now["desk"])

    def _rows(self) -> dict[str, Any]:
        try:
            return {**self._who_and_when(), **self._desk.queue(self._unread)}
        except WorkbenchError as error:
            told = "The queue could not be read. Your decisions are safe. Try again."
            return {"error": told, "details": str(error), "line": limits(self._newsroom.country)}

    def _who_and_when(self) -> dict[str, Any]:
        person = {key: getattr(self._newsroom.person, key) for key in ("id", "name", "role")}
        return {"as_of": self._newsroom.as_of.isoformat(), "person": person}

    def _do(self, message: queue_messages.Done) -> Outcome:
        outcome = self._desk.do(message)
        self.queue.queue = self._rows()
        return outcome
