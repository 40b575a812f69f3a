"""Steps about pages, notices, inherited pages and complaints, taken to the store and told in the screen's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from workbench.errors import Usage
from workbench.review import Outcome, Store, complaints_of, repeating
from workbench.review.acting import Deed
from workbench.review.backlog.desk import Moment
from workbench.review.ledger import Place
from workbench.review.wording import counted, day
from workbench.widgets import pages_messages

if TYPE_CHECKING:
    from workbench.widgets.pages_sitting import Room

_TOLD = {
    ("live", "put back"): "Proposed, 1 of 2. Another editor or medical reviewer must agree. U takes it back.",
    ("live", "agree"): "Put back, 2 of 2. The page is on the site again as it was before the hold.",
    ("live", "overrule"): "The page stays on hold.",
    ("live", "undo"): "Taken back. The page stays on hold.",
    ("notice", "warn"): "Notice proposed, 1 of 2. It goes live when one other person agrees. U takes it back.",
    ("notice", "agree"): "The notice is live for 24 hours. Then the page is in the queue again for both approvals.",
    ("notice", "overrule"): "The notice does not go live.",
    ("notice", "undo"): "Taken back. No notice waits on this page.",
}


class Deeds:
    """What one person does about pages."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store, self._room = store, room

    def do(self, message: pages_messages.Step) -> Outcome:
        """Take the step; raises `Usage` where it is about nothing that is there."""
        if isinstance(message, pages_messages.Settle):
            return self._settle(message)
        if isinstance(message, pages_messages.Live):
            return self._told("live", message, self._act("live", message.name, message.name, message, message.reason))
        if isinstance(message, pages_messages.Notice):
            given = {"notice": message.notice} if message.action == "warn" else {}
            return self._told("notice", message, self._act("notice", message.name, message.name, message, "", given))
        if isinstance(message, pages_messages.Receive):
            return self._receive(message)
        if isinstance(message, pages_messages.Find):
            return self._find(message)
        if isinstance(message, pages_messages.Close):
            return self._close(message)
        raise Usage("This step is taken elsewhere.")

    def complaint(self, connection: Connection, key: str) -> dict[str, Any]:
        """The complaint of this key; raises `Usage` where there is none."""
        found = next((one for one in complaints_of.complaints(connection) if one["key"] == key), None)
        if found is None:
            raise Usage(f"There is no complaint “{key}” any more. Read the screen again.")
        return found

    def _act(
        self, subject: str, key: str, article: str, message: Any, reason: str = "",
        given: dict[str, str] | None = None, action: str = "",
    ) -> Outcome:  # fmt: skip
        room = self._room
        return self._store.act(Deed(
            place=Place(subject, key, article), action=action or message.action, person=room.person, on=room.as_of,
            at=room.now(), reason=reason, given=given or {}, request=message.request,
        ))  # fmt: skip

    def _told(self, subject: str, message: pages_messages.Live | pages_messages.Notice, outcome: Outcome) -> Outcome:
        words = _TOLD.get((subject, message.action)) if outcome.ok else None
        if words is None:
            return outcome
        alone = " Second person: none." if self._room.house.people == 1 and message.action == "agree" else ""
        return Outcome(True, words + alone, outcome.state)

    def _settle(self, message: pages_messages.Settle) -> Outcome:
        room = self._room
        who = Moment(room.person, room.as_of, room.now())
        return self._store.catalogue().settle(message.name, message.what, message.day, message.into, who)

    def _receive(self, message: pages_messages.Receive) -> Outcome:
        given = {"from": message.sender, "words": message.words, "deadline": message.deadline.isoformat()}
        outcome = self._act("complaint", message.key, message.name, message, "", given, "receive")
        until = day(given["deadline"], self._room.as_of)
        told = f"Complaint {message.key} received; answer by {until}. Its records are held. Find the claim next."
        return Outcome(True, told, outcome.state) if outcome.ok else outcome

    def _find(self, message: pages_messages.Find) -> Outcome:
        with self._store.reading() as connection:
            one = self.complaint(connection, message.key)
            if message.claim and message.claim not in repeating.claims_of(connection, one["article"]):
                raise Usage(f"“{one['article']}” never told such a claim. Choose one of the list.")
            found = repeating.repeats(connection, message.claim or one["given"].get("words", ""))
        given = {"claim": message.claim or complaints_of.ONLY_WORDS, "pages": repeating.named(found)}
        outcome = self._act("complaint", message.key, one["article"], message, "", given, "find")
        number = len({repeat.article for repeat in found})
        says = "says" if number == 1 else "say"
        told = f"{counted(number, 'page')} on the site {says} this; recorded. Correct it, or reject the complaint."
        return Outcome(True, told, outcome.state) if outcome.ok else outcome

    def _close(self, message: pages_messages.Close) -> Outcome:
        with self._store.reading() as connection:
            one = self.complaint(connection, message.key)
        correct = message.action == "correct"
        given = {"notice": message.words} if correct else {}
        reason = "" if correct else message.words
        outcome = self._act("complaint", message.key, one["article"], message, reason, given)
        done = "corrected. The notice stands in its records" if correct else "rejected, with your reason"
        told = f"Complaint {message.key}: {done}. Its records stay held."
        return Outcome(True, told, outcome.state) if outcome.ok else outcome
