"""The draft screen inside the kernel: a text of one's own or an article of the newsroom, and the way to review."""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from workbench import checking, decisions, notebook_use
from workbench.errors import WorkbenchError
from workbench.loader import Content
from workbench.serve import intake
from workbench.serve.intake import Room
from workbench.serve.there import There
from workbench.widgets.draft import Asked, DraftWidget
from workbench.widgets.draft_messages import Answer, Send
from workbench.widgets.draft_screen import Around, DraftScreen, Followed, Shown

_CHANGED = "The file changed after it was checked. Look at what is said of the new text, then send it."
_NEW = "new"  # what the queue calls a draft that no editor has opened
_IN_QUEUE = "It stands in the queue as new; an editor or a medical reviewer opens it."
_WITH_WORDS = "It stands in the queue as new, with your words. An editor or a medical reviewer opens it."


def draft(path: str | Path = "", *, as_of: date | None = None) -> DraftWidget:
    """The draft screen; show it as the last value of a cell.

    Args:
        path: an article to follow while it is written elsewhere; "" = a text area. Where `workbench serve` shows the
            page, an article is chosen on it.
        as_of: the day to check for; None = the day of `workbench serve`, else today.
    """
    try:
        if intake.VARIABLE not in os.environ:
            return notebook_use.draft(path, as_of=as_of)
        room = intake.enter()
        return _served(room, as_of or room.as_of)
    except WorkbenchError as error:
        return _trouble(f"{error}")
    except Exception as error:  # Voilà would tell the person to run Voilà differently
        traceback.print_exc(file=sys.__stderr__)
        return _trouble(f"A bug of ours ({type(error).__name__}). Your text is not affected; please report it.")


def _served(room: Room, as_of: date) -> DraftWidget:
    content = intake.content_of(room)
    viewer = intake.viewer(room, os.environ)
    person = {"id": viewer.person.id, "name": viewer.person.name, "role": viewer.person.role}
    around = Around(person, _articles(room), _Sender(room, content, viewer).send, "", viewer.why)
    return DraftScreen(There(room, content, as_of), around).open()


def _articles(room: Room) -> Mapping[str, Followed]:
    """The newsroom's articles by name; none yet is no trouble for a text of one's own."""
    try:
        paths = checking.articles(room.paths)
    except WorkbenchError:
        return {}
    names = decisions.article_names(paths, Path(room.root))
    return {names[path]: Followed(Path(path), path, names[path], shown=True) for path in paths}


def _trouble(message: str) -> DraftWidget:
    def nothing(*_: Any) -> None:
        screen.say("Put this right, then load the page again.", "alert")

    screen = DraftWidget(Asked(nothing, nothing, nothing), lambda _: (False, "Nothing can be sent from here."))
    screen.show({"error": message, "details": ""})
    return screen


class _Sender:
    """The way to review: the queue is opened with the first step, not with the page."""

    def __init__(self, room: Room, content: Content, viewer: intake.Viewer) -> None:
        self._room, self._content, self._viewer = room, content, viewer
        self._store: Any = None

    def send(self, step: Send | Answer, shown: Shown) -> tuple[bool, str]:
        """Take the step about the text that was shown, once the queue has that text."""
        if self._viewer.why:
            return False, self._viewer.why
        if self._store is None:
            self._store = intake.open_store(self._room, self._content, sitting=secrets.token_hex(8))
        intake.take_in(self._room, self._store, self._content)
        if self._store.article(shown.name)["text_hash"] != shown.text_hash:
            return False, _CHANGED
        if isinstance(step, Answer):
            outcome = self._told(shown.name, step.text, step.request, step.fingerprint)
        elif self._store.overview(shown.name).work.state == _NEW:
            if not step.note:
                return True, _IN_QUEUE
            outcome = self._told(shown.name, step.note, step.request)
            return bool(outcome.ok), _WITH_WORDS if outcome.ok else str(outcome.message)
        else:
            outcome = self._sent(step, shown)
        return bool(outcome.ok), str(outcome.message)

    def _sent(self, step: Send, shown: Shown) -> Any:
        from workbench.review.acting import Deed  # the page opens without the queue
        from workbench.review.ledger import Place

        place = Place("work", shown.name, shown.name)
        return self._store.act(Deed(
            place=place, action="send", person=self._viewer.person, on=self._room.as_of, at=intake.moment(),
            note=step.note, text_hash=shown.text_hash, request=step.request,
        ))  # fmt: skip

    def _told(self, name: str, text: str, request: str, fingerprint: str = "") -> Any:
        from workbench.review.talking import Message  # see above

        return self._store.send(Message(
            article=name, person=self._viewer.person, text=text, on=self._room.as_of, at=intake.moment(),
            fingerprint=fingerprint, request=request,
        ))  # fmt: skip
