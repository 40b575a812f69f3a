"""The practice screen inside a served kernel; each person's marks lie in a folder of their own in the newsroom."""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from workbench import config
from workbench.errors import WorkbenchError
from workbench.learning import sets
from workbench.learning.keeping import Keeper
from workbench.lessons import practising
from workbench.model import limits
from workbench.serve import intake, lessons, there
from workbench.serve.intake import Room
from workbench.widgets.practice import PracticeWidget
from workbench.widgets.practice_screen import Class, PracticeScreen

_FOLDER = Path(".workbench") / "practice"  # in the newsroom's root; nobody else's marks are read


def practice() -> PracticeWidget:
    """The screen, the last value of the notebook's only cell; where it cannot be opened, one that says so."""
    try:
        if intake.VARIABLE not in os.environ:
            return practising.practice()
        room = intake.enter()
        return _served(room)
    except WorkbenchError as error:
        return _trouble(f"{error}")
    except Exception as error:  # Voilà would tell the person to run Voilà differently
        traceback.print_exc(file=sys.__stderr__)
        return _trouble(f"A bug of ours ({type(error).__name__}). Your marks are kept; please report it.")


def _served(room: Room) -> PracticeWidget:
    viewer = intake.viewer(room, os.environ)
    known = sets.read(practising.bundled())
    person = {"id": viewer.person.id, "name": viewer.person.name, "role": viewer.person.role}
    frame = {"as_of": room.as_of.isoformat(), "person": person, "lessons": _lessons()}
    given = Class(known, sets.sets(known), there.passages(room, practising.Checks), frame, practising.COUNTRY)
    return PracticeScreen(given, Keeper(Path(room.root) / _FOLDER / _own(viewer.person.id))).widget


def _lessons() -> list[dict[str, str]]:
    """The lessons that are served beside this page: title and address of each."""
    folder = config.content_root() / "dashboards"
    read = ((name, json.loads((folder / f"{name}.ipynb").read_text(encoding="utf-8"))) for name in lessons())
    return [
        {"title": notebook["metadata"]["title"].removeprefix("Workbench: "), "address": PurePosixPath(name).name}
        for name, notebook in read
    ]


def _own(person: str) -> str:
    """A folder's name for a person: their id where it can be one, with a hash, so that no two people share it."""
    return f"{re.sub(r'[^0-9a-z]+', '-', person.lower())[:40]}-{sha256(person.encode()).hexdigest()[:8]}"


def _trouble(message: str) -> PracticeWidget:
    def nothing(*_: Any) -> tuple[bool, str]:
        return False, "Put this right, then load the page again."

    screen = PracticeWidget(nothing, lambda _: None)
    screen.frame = {"error": message, "details": "", "line": limits("")}
    return screen
