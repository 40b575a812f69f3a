"""A person's steps at the screen, taken to the store of the queue and told in the screen's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol, runtime_checkable

from sqlalchemy import Connection

from workbench.model import Document
from workbench.review import Outcome
from workbench.review.acting import Deed
from workbench.review.by_hand import Added
from workbench.review.handing import Handing
from workbench.review.ledger import Place
from workbench.review.moments import moment
from workbench.review.overview import Overview
from workbench.review.talking import Message
from workbench.review.wording import counted, day
from workbench.widgets import article_desk, article_doing, messages, steps
from workbench.widgets import article_messages as wanted

_TOLD = {
    "ask for changes": "Sent. The article is now with the writer.",
    "mark live": "Marked live. This text is the page on the site now.",
    "withdraw approval": "Your approval is taken back.",
    "send": "Sent to review.",
    "open": "Review started.",
}
_PAGE = {
    "put back": "Proposed. Another editor or medical reviewer must agree before the page is back.",
    "agree": "Put back. The page is on the site again as it was before.",
    "overrule": "The page stays on hold.",
    "undo": "Taken back. The page stays on hold.",
}


@runtime_checkable
class Steps(Protocol):
    """What the review asks of a store that can do more than decide about findings; see `review.Store`."""

    def overview(self, name: str) -> Overview:
        """What stands about an article."""

    def act(self, deed: Deed) -> Outcome:
        """A step about the review or the page."""

    def send(self, message: Message) -> Outcome:
        """A message."""

    def hand(self, handing_: Handing) -> Outcome:
        """An article given to somebody."""

    def reading(self) -> AbstractContextManager[Connection]:
        """One consistent view, for what is looked up."""

    def add(self, added: Added) -> Outcome:
        """A finding or a claim that no check saw."""

    def touched(self, place: Place) -> tuple[str, ...]:
        """The live sentences that have to be seen before this is changed."""

    def look(self, name: str, person: Any, fingerprint: str, at: str) -> None:
        """A sign of life of who has the article open."""

    def leave(self, name: str, person: Any, at: str) -> None:
        """The article is closed."""

    def decide_together(
        self, chosen: Any, action: str, person: Any, reason: str = "", note: str = "", **more: Any
    ) -> Outcome:
        """One cause, one decision."""


class Sitting:
    """One person before one store. `room` is the `Newsroom` of the screen."""

    def __init__(self, store: Any, room: Any) -> None:
        self._store, self._room = store, room
        self.steps = isinstance(store, Steps)

    def do(self, name: str, read: str, message: wanted.Step, document: Document | None = None) -> Outcome:
        """Take the step about the article `name`, of which the text with the hash `read` is open as `document`."""
        if isinstance(message, messages.Decide):
            return self._decide(name, message)
        if not self.steps:
            return Outcome(False, "Only findings can be decided here.", {})
        if isinstance(message, messages.Hand):
            return self.hand(message)
        if isinstance(message, messages.Say):
            return self._say(name, message)
        if isinstance(message, messages.Work | messages.Page):
            return self._act(name, read, message)
        return self._further(name, read, message, document)

    def _further(self, name: str, read: str, message: wanted.Step, document: Document | None) -> Outcome:
        outcome: Outcome
        if isinstance(message, wanted.Together):
            more = {"until": message.until} if message.until is not None else {}
            args = (message.action, self._room.person, message.reason, message.note)
            outcome = self._store.decide_together(message.chosen, *args, **more, request=message.request)
            return Outcome(outcome.ok, self._told(outcome.message), {})
        if isinstance(message, wanted.Add):
            if document is None:
                return Outcome(False, "No text is open. Nothing was added.", {})
            outcome = self._store.add(article_doing.added(message, name, self._room, document))
            return outcome
        if isinstance(message, article_doing.Deeds):
            outcome = article_doing.told(message, self._store.act(article_doing.deed(message, name, self._room, read)))
            alone = self._alone(message.action) if outcome.ok and isinstance(message, wanted.Notice) else ""
            return Outcome(outcome.ok, outcome.message + alone, outcome.state, outcome.roles) if alone else outcome
        return Outcome(False, "This cannot be done here.", {})

    def desk(self, name: str, record: Mapping[str, Any], read: str, heard: int) -> dict[str, Any]:
        """The trait `desk`, with the events after the first `heard`; {} where the store only decides about findings."""
        if not self.steps:
            return {}
        room = self._room
        here = steps.Here(room.person, room.as_of, moment(room.now()), read, room.house, room.staff, heard)
        seen = self._store.overview(name)
        with self._store.reading() as connection:
            return {**steps.desk(seen, record, here), **article_desk.beside(connection, name, seen, here)}

    def hand(self, message: messages.Hand) -> Outcome:
        """Give the articles to a person, one after the other; the first refusal ends it and is told."""
        if not self.steps:
            return Outcome(False, "Articles cannot be handed out here.", {})
        room = self._room
        for name in message.names:
            given = Handing(
                article=name, person=room.person, to=message.to, due=message.due, on=room.as_of, at=room.now()
            )
            outcome: Outcome = self._store.hand(given)
            if not outcome.ok:
                return outcome
        to = steps.name_of(message.to, room.staff) or "nobody"
        due = f", due {day(message.due.isoformat(), room.as_of)}" if message.due else ""
        return Outcome(True, f"{counted(len(message.names), 'article')} given to {to}{due}.", {})

    def _decide(self, name: str, message: messages.Decide) -> Outcome:
        first = self._decided_first(name, message)
        if first is not None:
            return first
        more: dict[str, Any] = {"request": message.request}
        if message.until is not None:
            more["until"] = message.until
        args = (message.action, self._room.person, message.reason, message.note)
        outcome: Outcome
        if message.also:
            chosen = [(name, one) for one in (message.fingerprint, *message.also)]
            outcome = self._store.decide_together(chosen, *args, **more)
        else:
            if message.source:
                more["source"] = message.source
            outcome = self._store.decide(name, message.fingerprint, *args, **more)
        return Outcome(outcome.ok, self._told(outcome.message), outcome.state) if outcome.ok else outcome

    def _decided_first(self, name: str, message: messages.Decide) -> Outcome | None:
        """The refusal where somebody else decided since this person looked: the first decision wins."""
        if not message.seen or not self.steps:
            return None
        state = self._store.states(name).get(message.fingerprint, {}).get("state", message.seen)
        if state == message.seen:
            return None
        decided = self._store.article(name)["decisions"]
        one = next((row for row in decided if row["fingerprint"] == message.fingerprint), None)
        if one is None or self._room.person.id in (one["by"], one["second"]):
            return None
        who = steps.name_of(one["by"], self._room.staff)
        first = {"by": who, "state": state, "words": one["words"], "note": one["note"]}
        text = f"{who} decided this first. Yours is not stored. You see both and can choose."
        return Outcome(False, text, {"first": first})

    def _told(self, text: str) -> str:
        """An accepted risk comes back by itself, which the person should know."""
        accepted = text.startswith("Accepted until") or " Accepted until" in text
        return re.sub(r" (\d+ left\.)", r" It comes back by itself. \1", text, count=1) if accepted else text

    def _say(self, name: str, message: messages.Say) -> Outcome:
        room = self._room
        given = Message(
            article=name, person=room.person, text=message.text, on=room.as_of, at=room.now(),
            fingerprint=message.fingerprint, request=message.request,
        )  # fmt: skip
        outcome: Outcome = self._store.send(given)
        return outcome

    def _act(self, name: str, read: str, message: messages.Work | messages.Page) -> Outcome:
        work = isinstance(message, messages.Work)
        deed = Deed(
            place=Place("work" if work else "live", name, name), action=message.action, person=self._room.person,
            on=self._room.as_of, at=self._room.now(), reason=getattr(message, "reason", ""),
            note=getattr(message, "note", ""), text_hash=getattr(message, "text_hash", "") or read,
            given={"address": message.address} if isinstance(message, messages.Work) and message.address else {},
            request=message.request,
        )  # fmt: skip
        outcome: Outcome = self._store.act(deed)
        told = (_TOLD if work else _PAGE).get(message.action) if outcome.ok else None
        return Outcome(True, told + self._alone(message.action), outcome.state) if told else outcome

    def _alone(self, action: str) -> str:
        """A second pass in a newsroom of one is never told as two people."""
        return " Second person: none." if self._room.house.people == 1 and action == "agree" else ""
