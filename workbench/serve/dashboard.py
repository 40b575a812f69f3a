"""The review screen inside the kernel, put together from what the server put into its environment."""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from workbench import config
from workbench.errors import WorkbenchError
from workbench.model import Knowledge, Unread
from workbench.review import Outcome, Person, Store, people
from workbench.review.acting import Deed
from workbench.review.by_hand import Added
from workbench.review.handing import Handing
from workbench.review.ledger import Place
from workbench.review.overview import Overview
from workbench.review.talking import Message
from workbench.serve import intake
from workbench.serve.intake import Room
from workbench.widgets.queue import QueueWidget
from workbench.widgets.review import Newsroom, Opened, Review


def dashboard() -> Review | QueueWidget:
    """The screen, the last value of the notebook's only cell; where the queue cannot be read, a screen that says so."""
    room = intake.enter()
    try:
        desk = Desk(room)
        settings = config.load(Path(room.root))
        newsroom = Newsroom(
            desk.content, room.as_of, room.country, desk.viewer.person, Knowledge(), desk.viewer.why,
            people.house_of(settings.review), settings.staff, settings.review.days, intake.moment,
            settings.review.minutes, desk.opened, Path(room.root),
        )  # fmt: skip
        return Review(desk, newsroom, unread=desk.refresh(), on_refresh=desk.refresh)
    except WorkbenchError as error:
        return _trouble(f"{error}")
    except Exception as error:  # Voilà would tell the person to run Voilà differently
        traceback.print_exc(file=sys.__stderr__)
        kind = type(error).__name__
        return _trouble(f"A bug of ours ({kind}). Your decisions are safe. The terminal says more; please report it.")


def _trouble(message: str) -> QueueWidget:
    screen = QueueWidget(
        on_open=lambda _: None,
        on_refresh=lambda: screen.say("Put this right, then load the page again.", "alert"),
    )
    screen.queue = {"error": message, "details": ""}
    return screen


class Desk:
    """The queue of one sitting: only the articles that are there, and every event with its moment."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.viewer = intake.viewer(room, os.environ)
        self.content = intake.content_of(room)
        self._store: Store = intake.open_store(room, self.content, sitting=secrets.token_hex(8))
        self._names: frozenset[str] = frozenset()

    def refresh(self) -> tuple[Unread, ...]:
        """Check what changed; says what could not be read."""
        taken = intake.take_in(self._room, self._store, self.content)
        self._names = taken.names
        return taken.unread

    def opened(self, name: str) -> Opened:
        """See `intake.opened`."""
        return intake.opened(self._room, self._store, self.content, name)

    def queue(self) -> list[dict[str, Any]]:
        """See `Store.queue`."""
        return self._store.queue(self._names)

    def reading(self) -> AbstractContextManager[Connection]:
        """See `Store.reading`."""
        return self._store.reading()

    def later(self, names: Iterable[str], person: Person, until: date | None) -> None:
        """See `Store.later`."""
        self._store.later(names, person, until)

    def article(self, name: str) -> dict[str, Any]:
        """See `Store.article`."""
        return self._store.article(name)

    def states(self, name: str) -> Mapping[str, Any]:
        """See `Store.states`."""
        return self._store.states(name)

    def begin(self, name: str, person: Person) -> None:
        """See `Store.begin`; who may only read begins nothing."""
        if not self.viewer.why:
            self._store.begin(name, person, at=intake.moment())

    def decide(
        self, name: str, fingerprint: str, action: str, person: Person, reason: str = "", note: str = "",
        **more: Any,
    ) -> Outcome:  # fmt: skip
        """See `Store.decide`; who may only read is told why."""
        if self.viewer.why:
            return Outcome(False, self.viewer.why, {})
        return self._store.decide(name, fingerprint, action, person, reason, note, **more, at=intake.moment())

    def decide_together(
        self, chosen: Iterable[tuple[str, str]], action: str, person: Person, reason: str = "", note: str = "",
        **more: Any,
    ) -> Outcome:  # fmt: skip
        """See `Store.decide_together`; who may only read is told why."""
        if self.viewer.why:
            return Outcome(False, self.viewer.why, {})
        return self._store.decide_together(chosen, action, person, reason, note, **more, at=intake.moment())

    def overview(self, name: str) -> Overview:
        """See `Store.overview`."""
        return self._store.overview(name)

    def act(self, deed: Deed) -> Outcome:
        """See `Store.act`; who may only read is told why."""
        return Outcome(False, self.viewer.why, {}) if self.viewer.why else self._store.act(deed)

    def add(self, added: Added) -> Outcome:
        """See `Store.add`; who may only read is told why."""
        return Outcome(False, self.viewer.why, {}) if self.viewer.why else self._store.add(added)

    def touched(self, place: Place) -> tuple[str, ...]:
        """See `Store.touched`."""
        return self._store.touched(place)

    def look(self, name: str, person: Person, fingerprint: str, at: str) -> None:
        """See `Store.look`."""
        self._store.look(name, person, fingerprint, at)

    def leave(self, name: str, person: Person, at: str) -> None:
        """See `Store.leave`."""
        self._store.leave(name, person, at)

    def send(self, message: Message) -> Outcome:
        """See `Store.send`; who may only read is told why."""
        return Outcome(False, self.viewer.why, {}) if self.viewer.why else self._store.send(message)

    def hand(self, handing_: Handing) -> Outcome:
        """See `Store.hand`; who may only read is told why."""
        return Outcome(False, self.viewer.why, {}) if self.viewer.why else self._store.hand(handing_)
