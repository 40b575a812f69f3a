"""The corpus overview inside a kernel, put together from what the server put into its environment.

The last numbers stand at once, with their time; the screen then asks for new ones, and only then is anything checked.
"""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection

from workbench import decisions
from workbench.errors import WorkbenchError
from workbench.model import Unread, limits
from workbench.review import conflicts, runs, trust, views
from workbench.review import corpus as lines_of
from workbench.serve import intake
from workbench.serve.corpus_steps import Steps
from workbench.serve.intake import Room, Taken
from workbench.widgets import corpus_messages, corpus_payload, corpus_words
from workbench.widgets.corpus import CorpusWidget

_WEEKS = timedelta(weeks=12)
_FAILED = "This could not be read. Your decisions are safe, and the other parts stand. Try again."


def corpus() -> CorpusWidget:
    """The screen, the last value of the notebook's only cell; where the queue cannot be read, one that says so."""
    room = intake.enter()
    try:
        return _Screen(room).widget
    except WorkbenchError as error:
        return _trouble(f"{error}")
    except Exception as error:  # Voilà would tell the person to run Voilà differently
        traceback.print_exc(file=sys.__stderr__)
        kind = type(error).__name__
        return _trouble(f"A bug of ours ({kind}). Your decisions are safe. The terminal says more; please report it.")


def _trouble(message: str) -> CorpusWidget:
    def nothing(*_: Any) -> Any:
        screen.say("Put this right, then load the page again.", "alert")
        return {"ok": False, "message": "Put this right, then load the page again."}

    screen = CorpusWidget(on_refresh=nothing, on_step=nothing)
    told = {"error": message, "details": ""}
    screen.frame, screen.table = told, told
    screen.trend = screen.conflicts = screen.trust = {"error": "Not read.", "details": message}
    return screen


class _Screen:
    """One sitting at the corpus overview."""

    def __init__(self, room: Room) -> None:
        self._room, self._viewer, self._content = room, intake.viewer(room, os.environ), intake.content_of(room)
        self._checks = {check.id: check for check in self._content.checks}
        self._store = intake.open_store(room, self._content, sitting=secrets.token_hex(8))
        self._there = _last_taken(room)
        self._found: list[dict[str, Any]] = []
        self._steps = Steps(self._store, room, self._viewer.person)
        self.widget = CorpusWidget(on_refresh=self._refresh, on_step=self._step, why=self._viewer.why)
        person = {key: getattr(self._viewer.person, key) for key in ("id", "name", "role")}
        self.widget.frame = {"as_of": room.as_of.isoformat(), "person": person, "line": limits(room.country)}
        self._show(checking=True)

    def _refresh(self) -> None:
        self._there = intake.take_in(self._room, self._store, self._content)
        self._show()

    def _step(self, message: corpus_messages.Step) -> Mapping[str, Any]:
        outcome = self._steps.do(message, self._found)
        with self._store.reading() as connection:
            self._articles(connection)
        return outcome

    def _show(self, checking: bool = False) -> None:
        """Every panel; the head last, since it tells of the others."""
        with self._store.reading() as connection:
            lines = self._articles(connection)
            days = _guarded(lambda: runs.since(connection, self._room.as_of - _WEEKS))
            self.widget.trend = days if isinstance(days, dict) else corpus_payload.trend(days)
            self.widget.trust = _guarded(lambda: self._trust(connection))
        if checking and not lines:
            self.widget.table = {}  # nothing was ever checked here: grey rows until it is
            return
        unread = [{"path": one.path, "message": one.message} for one in self._there.unread]
        told = {"lead": "", "at": _moment(self._room), "checking": checking, "unread": unread}
        if lines is not None:
            told["lead"] = corpus_words.lead(lines, days if isinstance(days, list) else (), self._room.as_of)
            told["articles"] = sum(line.checked for line in lines)
            told["failed"] = sum(sum(line.failed.values()) for line in lines)
        self.widget.head = told

    def _articles(self, connection: Connection) -> list[lines_of.Line] | None:
        """The table and the conflicts, which count in it; None where the table could not be read."""
        present, lines = self._there.names or None, list[lines_of.Line]()

        def disagree() -> dict[str, Any]:
            self._found = [_plain(one) for one in conflicts.of(connection, present)]
            return corpus_payload.conflicts(self._found, {line.name: line.state for line in lines})

        def table() -> dict[str, Any]:
            told = None if "error" in self.widget.conflicts else corpus_payload.disagreeing(self._found)
            return corpus_payload.table(lines, told)

        read = _guarded(lambda: lines_of.lines(connection, present))
        lines.extend(read if isinstance(read, list) else ())
        self.widget.conflicts = _guarded(disagree)
        self.widget.table = read if isinstance(read, dict) else _guarded(table)
        return lines if isinstance(read, list) else None

    def _trust(self, connection: Connection) -> dict[str, Any]:
        judged, missed = trust.by_check(connection), trust.missed(connection)
        return corpus_payload.trust(judged, missed, lambda id_: views.title_of(id_, self._checks))


def _guarded(read: Callable[[], Any]) -> Any:
    """What is read; where that fails, what its panel says instead, while the others stand."""
    try:
        return read()
    except WorkbenchError as error:
        return {"error": _FAILED, "details": f"{error}"}
    except Exception as error:  # one panel must not take the others along
        traceback.print_exc(file=sys.__stderr__)
        return {"error": _FAILED, "details": f"{type(error).__name__}; the terminal says more."}


def _last_taken(room: Room) -> Taken:
    """The articles that were there at the last look, without looking anew."""
    try:
        notes = msgspec.json.decode(Path(room.notes).read_bytes(), type=dict[str, dict[str, Any]])
    except (OSError, msgspec.DecodeError):
        return Taken(frozenset(), ())
    unread = {path: note["message"] for path, note in sorted(notes.items()) if note.get("message")}
    names = (decisions.article_name(Path(path), Path(room.root)) for path in notes if path not in unread)
    return Taken(frozenset(names), tuple(Unread(path, message) for path, message in unread.items()))


def _moment(room: Room) -> str:
    """When the articles were last looked at; "" = never in this launch."""
    try:
        return datetime.fromtimestamp(Path(room.notes).stat().st_mtime, UTC).isoformat(timespec="seconds")
    except OSError:
        return ""


def _plain(one: Any) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(one)
    return plain
