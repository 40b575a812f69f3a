"""The queue of one person before one store: the rows, what the pane says of each, and what can be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

from sqlalchemy import Connection

from workbench.model import Unread, limits
from workbench.review import Outcome, causes, handing, own_pace, pane, searching, turns, views
from workbench.review.casing import Rules
from workbench.review.moves.terms import DECIDERS
from workbench.review.turns import Viewer
from workbench.review.wording import counted, day
from workbench.widgets import article_moves, steps
from workbench.widgets import queue_messages as messages
from workbench.widgets.building import building
from workbench.widgets.messages import Hand
from workbench.widgets.sitting import Sitting

_KEPT = ("name", "title", "risk", "unknowns", "to_decide", "state", "live", "assignee", "due", "late", "waiting_days",
         "checked", "failed", "second")  # fmt: skip
_DONE = {"fix": "Fix asked", "dismiss": "Dismissed", "undo": "Taken back"}
_MOST = 200  # uses of one cause that are shown


@runtime_checkable
class Reads(Protocol):
    """What a store has beside its rows: one consistent view for look-ups, and what a person puts off."""

    def reading(self) -> Any:
        """A context manager that gives a connection."""

    def later(self, names: Iterable[str], person: Any, until: Any) -> None:
        """Ask this person about these articles again on that day."""


class QueueDesk:
    """One person before one store. `room` is the `Newsroom` of the screen, `sitting` takes their steps to the store."""

    def __init__(self, store: Any, room: Any, sitting: Sitting) -> None:
        self._store, self._room, self._sitting = store, room, sitting
        self._reads = isinstance(store, Reads)
        self._checks = {check.id: check for check in room.content.checks}
        self._pace: dict[str, Any] | None = None  # measured once a sitting

    def _viewer(self) -> Viewer:
        room = self._room
        return Viewer(room.person, room.as_of, room.now(), Rules(room.house, room.staff, room.days))

    def queue(self, unread: Iterable[Unread]) -> dict[str, Any]:
        """The trait `queue`.

        Raises:
            WorkbenchError: the queue cannot be read.
        """
        room = self._room
        with building():
            rows, kinds = self._rows()
        return {
            "country": room.country,
            "line": limits(room.country),
            "roles": list(room.person.roles),
            "people": steps.people(room.staff),
            "days": room.days,
            "hands": self._sitting.steps and room.person.holds(*handing.MAY),
            "hands_why": handing.ONLY if self._sitting.steps else "",
            "decides": self._sitting.steps and room.person.holds(*DECIDERS),
            "laters": self._reads and not room.why,
            "pace": self._pace,
            "kinds": kinds,
            "rows": rows,
            "unread": [{"path": item.path, "message": item.message} for item in unread],
        }

    def _rows(self) -> tuple[list[dict[str, Any]], list[list[str]]]:
        read = self._store.queue()
        more: Mapping[str, Mapping[str, Any]] = {}
        if self._reads:
            with self._store.reading() as connection:
                more = turns.beside(connection, read, self._viewer())
                self._pace = self._pace or self._measured(connection)
        table: dict[tuple[str, ...], int] = {}
        rows = [_row(row, more.get(row["name"], {}), table) for row in read]
        return rows, [[views.title_of(check, self._checks), *kind] for check, *kind in table]

    def _measured(self, connection: Connection) -> dict[str, Any]:
        pace = own_pace.of(connection, self._room.person.id, self._room.minutes)
        return {"minutes": round(pace.minutes, 2), "measured": pace.measured}

    def answer(self, message: messages.Asked) -> dict[str, Any]:
        """What was asked for, with the words that name the question."""
        if isinstance(message, messages.About):
            return {"type": "about", "name": message.name, "about": self._about(message.name)}
        if isinstance(message, messages.Find):
            return {"type": "found", "words": message.words, "claims": self._found(message.words)}
        return {"type": "uses", "fingerprint": message.fingerprint, **self._uses(message.fingerprint)}

    def _about(self, name: str) -> dict[str, Any]:
        if self._reads:
            with self._store.reading() as connection:
                return pane.of(connection, name, self._checks, self._viewer())
        row: Mapping[str, Any] = next((row for row in self._store.queue() if row["name"] == name), {})
        kept = {key: row[key] for key in ("parts", "words", "path", "draft", "live", "first") if key in row}
        return {**kept, "people": [], "since": {}, "was": None} if row else {}

    def _found(self, words: str) -> dict[str, str]:
        if not self._reads:
            return {}
        with self._store.reading() as connection:
            return searching.claims_with(connection, words)

    def _uses(self, fingerprint: str) -> dict[str, Any]:
        if not self._reads:
            return {"uses": [], "number": 0}
        with self._store.reading() as connection:
            found = causes.uses(connection, fingerprint)
        kept = ("article", "title", "sentence", "text", "severity")
        shown = [{key: one[key] for key in kept} for one in found[:_MOST]]
        return {"uses": shown, "number": len(found)}

    def do(self, message: messages.Done) -> Outcome:
        """Take the step; a refusal names the people who can."""
        if self._room.why:
            return Outcome(False, self._room.why, {})
        if isinstance(message, Hand):
            outcome = self._sitting.hand(message)
        elif isinstance(message, messages.Later):
            outcome = self._later(message)
        else:
            outcome = self._together(message)
        return outcome if outcome.ok else self._with_names(outcome)

    def _later(self, message: messages.Later) -> Outcome:
        room = self._room
        if not self._reads:
            return Outcome(False, "Nothing can be put off here.", {})
        if message.until is not None and message.until <= room.as_of:
            return Outcome(False, f"{day(message.until.isoformat())} is not ahead; choose a later day.", {})
        self._store.later(message.names, room.person, message.until)
        what = counted(len(message.names), "article")
        if message.until is None:
            return Outcome(True, f"{what} back in “Needs me”.", {})
        return Outcome(True, f"{what} put off until {day(message.until.isoformat(), room.as_of)}. U to undo.", {})

    def _together(self, message: messages.Together) -> Outcome:
        chosen = [(name, message.fingerprint) for name in message.names]
        if not self._sitting.steps:
            return Outcome(False, "Findings are decided one by one here.", {})
        outcome: Outcome = self._store.decide_together(
            chosen, message.action, self._room.person, message.reason, message.note, request=message.request
        )
        if not outcome.ok:
            return outcome
        because = f": {message.reason}" if message.reason else ""
        undo = "" if message.action == "undo" else " U to undo."
        where = counted(len(message.names), "article")
        return Outcome(True, f"{_DONE[message.action]}{because}, in {where}, each recorded singly.{undo}", {})

    def _with_names(self, outcome: Outcome) -> Outcome:
        able = [one["name"] for one in article_moves.able(
            outcome.roles, self._room.person, self._room.staff, outcome.message
        )]  # fmt: skip
        if not able:
            return outcome
        return Outcome(False, f"{outcome.message} Ask {' or '.join(able[:2])}.", {}, outcome.roles)


def _row(row: Mapping[str, Any], more: Mapping[str, Any], table: dict[tuple[str, ...], int]) -> dict[str, Any]:
    """A row of the screen: what is worth nothing there stays behind, and each kind of finding is a number of `table`.

    `kinds` are pairs of such a number and how many; a check that failed is counted as not checked, never as a note.
    """
    shown = {key: row[key] for key in _KEPT if key in row} | {key: more[key] for key in more if key != "kinds"}
    kinds = more.get("kinds") or row.get("kinds") or ()
    if row["failed"]:
        shown["to_decide"] = {**row["to_decide"], "note": max(0, row["to_decide"]["note"] - row["failed"])}
    if not kinds:
        return shown | {"reason": row["reason"]}
    flat: list[int] = []
    for *kind, number in kinds:
        flat += [table.setdefault(tuple(kind), len(table)), number]
    return shown | {"kinds": flat}
