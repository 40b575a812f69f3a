"""`from workbench.lessons.practising import practice`: what the notebooks of practice show, as a last value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import config, loader
from workbench.errors import Usage
from workbench.learning import sets
from workbench.learning.keeping import Keeper
from workbench.learning.sets import Passage, Set

if TYPE_CHECKING:
    from workbench.drafting import Desk
    from workbench.widgets.practice import PracticeWidget

AS_OF = date(2026, 11, 25)  # the day the answers were checked for; ages and deadlines in them are of this day
COUNTRY = "US"


def folder_of_passages(folder: str | Path = "") -> Path:
    """Where the passages are: the folder that is named, `passages` beside the notebook, else the ones that we bring."""
    if folder:
        return Path(folder)
    beside = Path("passages")
    return beside if beside.is_dir() else bundled()


def bundled() -> Path:
    """Our own passages."""
    return config.content_root() / "dashboards" / "learn" / "passages"


def practice(
    number: int = 0, *, passages: Iterable[str] = (), title: str = "Practice", folder: str | Path = "",
    marks: str | Path = ".",
) -> PracticeWidget:  # fmt: skip
    """Read, mark, compare, rewrite. Marks are kept in `my-marks.json` beside the notebook, and nowhere else.

    Args:
        number: the set to begin with, from 1; 0 = where you were last.
        passages: a set of your own, by the names of passages; () = all sets.
        title: what a set of your own is called.
        folder: where passages are; "" = those beside the notebook, else ours.
        marks: the folder that keeps your marks.

    Raises:
        Usage: there are no passages of these names, or the widgets are not installed.
    """
    if find_spec("anywidget") is None:
        raise Usage("practice needs anywidget; install it with: pip install 'workbench[notebook]'")
    from workbench.widgets.practice_screen import Class, PracticeScreen

    known = sets.read(folder_of_passages(folder))
    own = tuple(passages)
    given = (sets.chosen(known, own, title),) if own else sets.sets(known)
    room = Class(known, given, desk, country=COUNTRY)
    return PracticeScreen(room, Keeper(Path(marks)), number - 1).widget


def desk() -> Desk:
    """Our own checks, ready to check a text; for the country and the day that the answers are of."""
    from workbench.drafting import Desk  # the engine, when the first answer is asked for

    folders = (config.content_root() / "checks",)
    settings = config.Settings(None, config.Newsroom(country=COUNTRY))
    return Desk(loader.load(folders), settings, folders, AS_OF)


def passages(folder: str | Path = "") -> dict[str, Passage]:
    """Every passage by its name."""
    return sets.read(folder_of_passages(folder))


def own_set(ids: Iterable[str], title: str = "Practice", folder: str | Path = "") -> Set:
    """A teacher's own set; see `workbench.learning.sets.chosen`."""
    return sets.chosen(passages(folder), ids, title)
