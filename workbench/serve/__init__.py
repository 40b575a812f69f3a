"""`workbench serve`: the review queue in a browser, on this machine behind a token that is new at each launch.

For a team, a proxy that signs people in may stand before it; then the proxy's header says who each person is.

The only owner of Voilà and Jupyter's server. What screens show is `workbench.widgets`; what they ask is
`workbench.review`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec

from workbench.errors import Usage

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.serve.intake import Room, Taken

DASHBOARD = "review"  # the notebook of `dashboards/` that is shown
BESIDE = ("corpus", "claims", "pages", "draft", "practice", "checks")  # and those under an address of their own


LESSONS = "learn/[0-9]*.ipynb"  # in `dashboards/`; each is a page under its own name


def lessons() -> tuple[str, ...]:
    """The lessons, in their order, as paths below `dashboards/` without their ending."""
    from workbench import config

    folder = config.content_root() / "dashboards"
    return tuple(path.relative_to(folder).with_suffix("").as_posix() for path in sorted(folder.glob(LESSONS)))


class How(msgspec.Struct, frozen=True):
    """Where the queue lies, "" = as `[review]` says; and whether a proxy that signs people in stands before it."""

    database: str = ""
    behind_proxy: bool = False


_USUAL = How()


def serve(
    paths: Sequence[str], as_of: date, port: int, open_browser: bool, working_directory: Path, how: How = _USUAL
) -> int:
    """Check the articles, bring the queue in line, and show it until stopped; returns the exit code, 0.

    Args:
        paths: articles or folders as the caller named them; none = the newsroom's `articles/`.
        as_of: the day to check for; decisions made in the browser carry it.
        port: where to listen, on loopback only; 0 = any free port. A taken port gives way to the next free one.
        open_browser: open the page too, where there is a screen and no proxy.
        working_directory: where the caller works; the newsroom's root is looked for from here.
        how: the database, and who says who people are.

    Raises:
        WorkbenchError: nothing to serve, a mistake in the configuration or a check, the queue cannot be used, or no
            port is free (exit 2 or 3); found before anything is served.
    """
    from workbench import config
    from workbench.staff import NOBODY

    _need_notebooks()
    settings = config.load(working_directory)
    staff, address = (settings.staff, settings.review.address) if how.behind_proxy else (NOBODY, "")
    with TemporaryDirectory(prefix="workbench-") as folder:
        from workbench.serve import checker

        room = _room(paths, as_of, settings, working_directory, Path(folder), how)
        with checker.running(room, Path(folder), _server) as (told, taken):
            _say(_checked(taken, as_of))
            server = _server()
            launch = server.Launch(
                folder=Path(folder), notebook=DASHBOARD, port=port, environment=told.environment(),
                beside=(*BESIDE, *lessons()), staff=staff, address=address, places=settings.review.pages,
            )  # fmt: skip
            server.run(launch, announce=lambda here: _announce(here, port, open_browser, room.header, address))
    return 0


def _server() -> ModuleType:
    """The server's module, which takes a second to import."""
    # Another second would go into a grammar of international addresses, for a format that no schema here asks for.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    from workbench.serve import server

    return server


def _need_notebooks() -> None:
    for package in ("voila", "anywidget"):
        if find_spec(package) is None:
            raise Usage(f"serve needs {package}; install it with: pip install 'workbench[notebook]'")


def _room(
    paths: Sequence[str], as_of: date, settings: Settings, working_directory: Path, folder: Path, how: How
) -> Room:
    from workbench.review import people
    from workbench.serve.intake import Room

    if settings.root is None:
        raise Usage("this folder is in no newsroom; put a file workbench.toml beside articles/, then work there")
    return Room(
        root=str(settings.root),
        folder=str(working_directory),
        paths=tuple(paths) or (_usual(settings.root, working_directory),),
        as_of=as_of,
        country=settings.newsroom.country,
        person=None if how.behind_proxy else people.present(settings.staff, os.environ),
        notes=str(folder / "notes.json"),
        database=how.database or settings.review.database,
        header=people.header_of(settings.staff) if how.behind_proxy else "",
    )


def _usual(root: Path, working_directory: Path) -> str:
    usual = root / "articles"
    if not usual.is_dir():
        raise Usage(f"{usual}: there is no such folder; put articles there, or name where they are")
    return os.path.relpath(usual, working_directory)


def _checked(taken: Taken, as_of: date) -> str:
    missing = f"; {_count(len(taken.unread), 'file')} could not be read" if taken.unread else ""
    return f"Checked {_count(len(taken.names), 'article')} as of {as_of}{missing}."


def _announce(here: str, port: int, open_browser: bool, header: str = "", address: str = "") -> None:
    if port and f":{port}/" not in here:
        _say(f"Port {port} is taken; the next free one is used.")
    if header:
        _say(f"The review queue waits for the proxy at {here}")
        alone = "Only this machine's own names are answered, until [review] in workbench.toml says address = …"
        _say(f"People reach it at {address}" if address else alone)
        _say(f"{header} says who they are: let the proxy alone reach this port, and replace that header in what")
        _say("visitors send. Press Ctrl-C to stop.")
        return
    _say(f"The review queue is at {here}")
    _say("The address works on this machine only. Press Ctrl-C to stop.")
    if open_browser and _has_screen():
        import webbrowser

        webbrowser.open(here)


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))  # else a text browser would block us


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
