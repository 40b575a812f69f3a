"""`workbench baseline …` and `workbench init`: beginning with the gate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.answers import AsOf, day_of, done, put

if TYPE_CHECKING:
    from workbench.gate.baseline import Doing

baseline = typer.Typer(no_args_is_help=True, help="What was known before the gate: decisions, one for each finding.")
_Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH…", help="Default: the newsroom's articles.")]
_By = Annotated[str, typer.Option(metavar="ID", help="Whose decision it is.")]
_Second = Annotated[str, typer.Option(metavar="ID", help="Who agrees; an error needs this.")]
_Note = Annotated[str, typer.Option(help="Anything to add to each entry.")]


@baseline.command()
def create(paths: _Paths = None, by: _By = "", second: _Second = "", note: _Note = "", as_of: AsOf = "") -> None:
    """Take every finding that is open now into the baseline."""
    _run("create", paths, as_of, by, second, note)


@baseline.command()
def update(paths: _Paths = None, by: _By = "", second: _Second = "", note: _Note = "", as_of: AsOf = "") -> None:
    """Confirm entries whose sentence changed, and take out those that are gone; nothing new comes in."""
    _run("update", paths, as_of, by, second, note)


@baseline.command()
def prune(paths: _Paths = None, as_of: AsOf = "") -> None:
    """Take out the entries whose finding is gone."""
    _run("prune", paths, as_of)


@baseline.command()
def audit(paths: _Paths = None, as_of: AsOf = "") -> None:
    """Who let what in, when, and what became of it; exit code 1 when an entry needs somebody."""
    _run("audit", paths, as_of)


def init(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Made where it is not there; default: here.")] = ".",
    country: Annotated[str, typer.Option(metavar="CODE", help="The country of your pages, as in ISO 3166.")] = "US",
) -> None:
    """Lay out a newsroom: configuration, an article, a change of a check, a notebook, and the gate in CI."""
    from workbench.gate import founding  # `--help` answers without loading the engine

    put(founding.found(Path(folder), country), "")


def _run(doing: Doing, paths: list[str] | None, as_of: str, by: str = "", second: str = "", note: str = "") -> None:
    from workbench.gate import baseline as keeping  # see above

    wanted = keeping.Wanted(tuple(paths or ()), day_of(as_of), by, second, note)
    done(keeping.run(doing, wanted, Path.cwd()))
