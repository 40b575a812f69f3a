"""The list of checks inside a kernel, put together from what the server put into its environment."""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench import config
from workbench.errors import WorkbenchError
from workbench.model import Severity, limits
from workbench.review import corpus, trust, views
from workbench.review.acting import Deed
from workbench.review.held import Match, matches
from workbench.review.ledger import Place
from workbench.serve import intake
from workbench.serve.intake import Room
from workbench.widgets import check_messages, check_rows
from workbench.widgets.check_list import ChecksWidget
from workbench.widgets.corpus_payload import judged, parted

_FAILED = "This could not be read. Your decisions are safe, and the other part stands. Try again."


def checks() -> ChecksWidget:
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


def _trouble(message: str) -> ChecksWidget:
    def nothing(*_: Any) -> Any:
        screen.say("Put this right, then load the page again.", "alert")
        return {"ok": False, "message": "Put this right, then load the page again."}

    screen = ChecksWidget(on_show=nothing, on_refresh=nothing, on_step=nothing)
    screen.checks = screen.matches = {"error": message, "details": ""}
    return screen


class _Screen:
    """One sitting at the list of checks."""

    def __init__(self, room: Room) -> None:
        self._room, self._viewer = room, intake.viewer(room, os.environ)
        content = intake.content_of(room)
        self._checks = {check.id: check for check in content.checks}
        self._written = _written(room)
        self._store = intake.open_store(room, content, sitting=secrets.token_hex(8))
        self.widget = ChecksWidget(self._words, self._show, self._step, why=self._viewer.why)
        person = self._viewer.person
        who = {key: getattr(person, key) for key in ("id", "name", "role")}
        told = {"as_of": room.as_of.isoformat(), "person": who, "roles": list(person.roles)}
        self.widget.frame = {**told, "line": limits(room.country)}
        self._show()

    def _words(self, id_: str) -> Mapping[str, Any] | None:
        check = self._checks.get(id_)
        return check_rows.words(check) if check else None

    def _show(self) -> None:
        self._list()
        self._matches()

    def _list(self) -> None:
        try:
            with self._store.reading() as connection:
                known = check_rows.Known(
                    trust.by_check(connection), corpus.by_check(connection), trust.missed(connection),
                    corpus.proposals(connection), self._written,
                )  # fmt: skip
            self.widget.checks = check_rows.table(self._checks.values(), known)
        except Exception as error:  # one part must not take the other along
            self.widget.checks = _failed(error)

    def _matches(self) -> None:
        try:
            with self._store.reading() as connection:
                self.widget.matches = {"rows": [self._match(one) for one in matches(connection)]}
        except Exception as error:  # one part must not take the other along
            self.widget.matches = _failed(error)

    def _match(self, one: Match) -> dict[str, Any]:
        before, text, after = parted(one.sentence or one.text, one.text)
        return {
            "article": one.article, "title": one.title or one.article, "fingerprint": one.fingerprint,
            "check": views.title_of(one.check, self._checks), "before": before, "text": text, "after": after,
            "state": one.state,
        }  # fmt: skip

    def _step(self, message: check_messages.Step) -> Mapping[str, Any]:
        if isinstance(message, check_messages.Verdict):
            outcome = self._act(message, Place("match", message.fingerprint, message.article), message.verdict)
            self._matches()
        elif message.id in self._checks:
            given = {"measured": self._measured(message.id), "severity": message.severity}
            given = {} if message.action == "undo" else given
            outcome = self._act(message, Place("check", message.id), message.action, message.reason, given)
        else:
            return {"ok": False, "message": "This check is not there any more. Load the page again."}
        self._list()
        return outcome

    def _act(
        self, message: check_messages.Step, place: Place, action: str, reason: str = "", given: Mapping[str, str] = {}
    ) -> Mapping[str, Any]:  # fmt: skip
        outcome = self._store.act(Deed(
            place=place, action=action, person=self._viewer.person, on=self._room.as_of, at=intake.moment(),
            reason=reason, given={key: value for key, value in given.items() if value}, request=message.request,
        ))  # fmt: skip
        return {"ok": outcome.ok, "message": outcome.message}

    def _measured(self, id_: str) -> str:
        """The share right that a change of severity has to rest on, in the words that its record keeps."""
        one, check = self._store.trust().get(id_), self._checks[id_]
        if one is not None and one.of:
            ends = judged(one)
            return f"right {one.right} of {one.of} here; between {ends['low']:.0%} and {ends['high']:.0%}"
        if check.measured:
            return f"right {check.measured.right} of {check.measured.of} on {check.measured.where}"
        return "not measured yet"


def _failed(error: Exception) -> dict[str, Any]:
    if isinstance(error, WorkbenchError):
        return {"error": _FAILED, "details": f"{error}"}
    traceback.print_exception(error, file=sys.__stderr__)
    return {"error": _FAILED, "details": f"{type(error).__name__}; the terminal says more."}


def _written(room: Room) -> dict[str, Severity]:
    """Severities as the check files have them; none where nothing was prepared, since reading all takes long."""
    from workbench import prepared  # brings the engine

    folders = config.load(Path(room.root)).folders
    found = prepared.read(folders, prepared.seal(folders))
    return {id_: file.severity for id_, (_, file) in found.files.items()} if found else {}
