"""`from workbench.lessons.practising import practice`: what the notebooks of practice show, as a last value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench import config, loader
from workbench.errors import Usage
from workbench.learning import sets
from workbench.learning.keeping import Keeper
from workbench.learning.sets import Passage, Set

if TYPE_CHECKING:
    from workbench.drafting import Desk
    from workbench.loader import Content
    from workbench.widgets.practice import PracticeWidget

AS_OF = date(2026, 11, 25)  # the day the answers were checked for; ages and deadlines in them are of this day
COUNTRY = "US"
_OURS = config.Settings(None, config.Newsroom(country=COUNTRY))  # no newsroom adds to these checks


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
    room = Class(known, given, Checks(), country=COUNTRY)
    return PracticeScreen(room, Keeper(Path(marks)), number - 1).widget


class Checks:
    """Our own checks, for the country and the day that the answers are of; made ready with the first text."""

    def __init__(self, content: Content | None = None) -> None:
        """`content` are our checks where they are loaded already, see `shares`."""
        self._content = content
        self._desk: Desk | None = None

    @staticmethod
    def shares(folders: tuple[Path, ...]) -> bool:
        """Whether checks that were loaded from these folders are ours alone."""
        return folders == _OURS.folders

    def __call__(self, text: str) -> dict[str, Any]:
        """What `drafting.panel` says, with "categories" {check: category} and offsets in code points."""
        from workbench.drafting import Draft, panel  # the engine, when the first answer is asked for
        from workbench.drafting.desk import typed

        desk = self._desk = self._desk or self._made()
        drafted = desk.check(Draft(typed(text)))
        said = panel(desk, drafted)
        places = {one.fingerprint: (one.start, one.end) for one in drafted.findings}
        for finding in said["findings"]:
            start, end = places[finding["fingerprint"]]
            finding["start"], finding["end"] = (-1, -1) if start is None or end is None else (start, end)
        said["categories"] = {check.id: check.category for check in desk.content.checks}
        return said

    def _made(self) -> Desk:
        from workbench.drafting import Desk  # see above

        return Desk(self._content or loader.load(_OURS.folders), _OURS, _OURS.folders, AS_OF)


def passages(folder: str | Path = "") -> dict[str, Passage]:
    """Every passage by its name."""
    return sets.read(folder_of_passages(folder))


def own_set(ids: Iterable[str], title: str = "Practice", folder: str | Path = "") -> Set:
    """A teacher's own set; see `workbench.learning.sets.chosen`."""
    return sets.chosen(passages(folder), ids, title)
