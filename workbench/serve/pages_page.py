"""The screen of live pages inside a kernel, put together from what the server put into its environment."""

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
from workbench.review import Outcome, people
from workbench.serve import intake
from workbench.serve.intake import Room
from workbench.widgets import pages_messages, pages_sitting
from workbench.widgets.pages import PagesWidget


def pages() -> PagesWidget:
    """The screen, the last value of the notebook's only cell; where the queue cannot be read, one that says so."""
    room = intake.enter()
    try:
        return _screen(room)
    except WorkbenchError as error:
        return _trouble(f"{error}")
    except Exception as error:  # Voilà would tell the person to run Voilà differently
        traceback.print_exc(file=sys.__stderr__)
        kind = type(error).__name__
        return _trouble(f"A bug of ours ({kind}). Your decisions are safe. The terminal says more; please report it.")


def _screen(room: Room) -> PagesWidget:
    viewer, content = intake.viewer(room, os.environ), intake.content_of(room)
    settings = config.load(Path(room.root))
    store = intake.open_store(room, content, sitting=secrets.token_hex(8))
    intake.take_in(room, store, content)  # what the queue shows and what stands here are one
    here = pages_sitting.Room(
        room.as_of, room.country, viewer.person, viewer.why, people.house_of(settings.review), settings.staff,
        settings.site, settings.review.minutes, intake.moment,
    )  # fmt: skip
    screen = PagesWidget(pages_sitting.PagesSitting(store, here), why=viewer.why)
    screen.read()
    return screen


class _Nothing:
    """What stands in for a store that cannot be used."""

    def __init__(self, message: str) -> None:
        self._message = message

    def everything(self) -> dict[str, Any]:
        """The sentence that says why."""
        return {"error": self._message, "details": ""}

    def answer(self, message: pages_messages.Asking) -> Mapping[str, Any]:
        """The same for every question."""
        return {"type": "failed", "of": "", "message": "Put this right, then load the page again."}

    def step(self, message: pages_messages.Step) -> tuple[Outcome, Mapping[str, Any]]:
        """Nothing is done."""
        return Outcome(False, "Put this right, then load the page again.", {}), {}


def _trouble(message: str) -> PagesWidget:
    screen = PagesWidget(_Nothing(message))
    screen.read()
    return screen
