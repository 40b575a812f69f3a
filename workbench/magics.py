"""`%load_ext workbench`: `%%check` on the words of a cell, `%check` on a file.

    %%check
    # Evening drops
    The drops cut the risk by half.

The answer is the panel of a draft, with the same findings and words as at the gate. Where widgets are not drawn (a
printed notebook, a plain terminal) the same is said in lines.
"""

from __future__ import annotations

import argparse
import os
import shlex
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from IPython.core.error import UsageError
from msgspec import structs

from workbench import batch, checking, config, loader, notebook_use
from workbench.drafting import Desk, Draft, panel
from workbench.drafting.desk import typed
from workbench.errors import Usage, WorkbenchError
from workbench.model import limits

_HOW = "What stands in a cell cannot be sent. Save it as a file in articles/, then send it from there."
_SESSION = "JPY_SESSION_NAME"  # the environment variable in which Jupyter's server names the open notebook
_MOST = 20  # findings in the plain answer


class Answer:
    """What was found, as a panel where widgets are drawn and as lines everywhere else."""

    def __init__(self, widget: Any, said: str) -> None:
        self.widget, self._said = widget, said

    def __repr__(self) -> str:
        return self._said

    def _repr_mimebundle_(self, **more: Any) -> Any:
        if self.widget is None:
            return {"text/plain": self._said}
        bundle = self.widget._repr_mimebundle_(**more)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/plain": self._said}, metadata


def check_cell(text: str, *, country: str = "", only: tuple[str, ...] = (), as_of: date | None = None) -> Answer:
    """Check the words of a cell, read as Markdown.

    Args:
        text: the words.
        country: the country to check for; "" = the newsroom's.
        only: topics or ids of checks; none = all.
        as_of: the day; None = today.

    Raises:
        Usage: a mistake in the options, the configuration or a check file.
        Unreadable: the text is over a limit.
    """
    desk = _desk(country, only, as_of)
    said = _lines(panel(desk, desk.check(Draft(typed(text)))), desk)
    return Answer(_widget(desk, text), said)


def check_notebook(path: str | Path = "", *, as_of: date | None = None) -> Any:
    """The panel of a notebook's Markdown cells, as they are saved; it follows the file.

    Args:
        path: the notebook; "" = the one that is open, where Jupyter's server says which that is.
        as_of: the day; None = today.

    Raises:
        Usage: nobody says which notebook is open, or as `notebook_use.draft`.
    """
    shown = str(path) or os.environ.get(_SESSION, "")
    if not Path(shown).is_file() or Path(shown).suffix != ".ipynb":
        raise Usage("which notebook is open is not known here; name it: check_notebook('draft.ipynb')")
    return notebook_use.draft(os.path.relpath(shown), as_of=as_of)


def _desk(country: str, only: tuple[str, ...], as_of: date | None) -> Desk:
    settings = config.load(Path.cwd())
    if country and not (len(country) == len("US") and country.isascii() and country.isalpha() and country.isupper()):
        raise Usage(f"--country is “{country}”; write its two-letter code, like US, GB or AU")
    if country:
        settings = structs.replace(settings, newsroom=structs.replace(settings.newsroom, country=country))
    folders = settings.folders
    content = loader.load(folders)
    chosen = batch.chosen(content, checking.chosen(content, only))
    return Desk(structs.replace(content, checks=chosen), settings, folders, as_of or notebook_use.today())


def _widget(desk: Desk, text: str) -> Any:
    """The panel beside the words; None where no widget can be drawn."""
    try:
        from workbench.drafting.telling import Here
        from workbench.widgets.draft_screen import Around, DraftScreen
    except ImportError:
        return None
    return DraftScreen(Here(desk), Around(how=_HOW)).open(text=text)


def _lines(told: dict[str, Any], desk: Desk) -> str:
    """The panel in lines."""
    counts = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in told["counts"].items())
    lines = [f"{told['head']}: {counts}."]
    titles = {id_: check["title"] for id_, check in told["checks"].items()}
    for one in told["findings"][:_MOST]:
        place = f"line {one['line']}" if one["line"] else "whole text"
        lines.append(f"{one['severity']:8} {place:10} {titles.get(one['check'], one['check'])}: {one['message']}")
    if len(told["findings"]) > _MOST:
        lines.append(f"… and {len(told['findings']) - _MOST} more")
    lines += [told["silence"]] if told["silence"] else []
    return "\n".join([*lines, limits(desk.settings.newsroom.country)])


class _Options(argparse.ArgumentParser):
    """Options of a magic: a mistake is told, and ends no notebook."""

    def error(self, message: str) -> NoReturn:
        raise Usage(f"%check: {message}")


_OPTIONS = _Options(prog="%check", add_help=False)
_OPTIONS.add_argument("path", nargs="?", default="")
_OPTIONS.add_argument("--country", default="")
_OPTIONS.add_argument("--only", action="append", default=[], metavar="TOPIC|ID")


def check(line: str, cell: str | None = None) -> Any:
    """Check the words of this cell, or with `%check PATH` an article while it is written.

    %%check [--country XX] [--only TOPIC|ID]…
    %check PATH
    """
    try:
        given = _OPTIONS.parse_args(shlex.split(line))
        if cell is not None and given.path:
            raise Usage(f"%%check takes its words from the cell; for a file write: %check {given.path}")
        if cell is None and not given.path:
            raise Usage("%check needs the path of an article; for the words of a cell write: %%check")
        if cell is None and (given.country or given.only):
            raise Usage("%check follows the file with the newsroom's own settings; leave the options out")
        if cell is None:
            return notebook_use.draft(given.path)
        return check_cell(cell, country=given.country, only=tuple(given.only))
    except (WorkbenchError, ValueError) as error:  # an open quotation is a ValueError
        raise UsageError(f"{error}") from error


def load(shell: Any) -> None:
    """Give a notebook its magics, and `check_notebook`."""
    shell.register_magic_function(check, "line_cell", "check")
    shell.user_ns.setdefault("check_notebook", check_notebook)
