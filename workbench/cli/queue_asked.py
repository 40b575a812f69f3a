"""What the commands of the queue share: their options, and the caller's day, moment and database."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.answers import day_of, width
from workbench.errors import Usage

if TYPE_CHECKING:
    from workbench.queueing import Wanted

Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="As `queue list` names it.")]
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH…", help="Default: the newsroom's articles.")]
Text = Annotated[
    str,
    typer.Option("--text", metavar="HASH", help="The text you read: its first 8 digits, as `queue show` prints it."),
]
Seen = Annotated[str, typer.Option(metavar="CODE", help="The list of live sentences that you have seen.")]
Reason = Annotated[str, typer.Option(help="Why.")]
Source = Annotated[str, typer.Option(help="What it rests on.")]
Value = Annotated[str, typer.Option(help="What holds now.")]
Country = Annotated[str, typer.Option(metavar="CODE", help="Where it holds.")]
Effective = Annotated[str, typer.Option(metavar="DATE", help="From which day it holds.")]
Database = Annotated[str, typer.Option(metavar="URL", help="Another database than the newsroom's own.")]
At = Annotated[str, typer.Option("--at", metavar="MOMENT", envvar="WORKBENCH_AT", hidden=True)]


def asked(as_of: str, database: str, at: str) -> Wanted:
    """What the caller asks for.

    A script that replays a week says when by `--at` or WORKBENCH_AT; then that moment's day is the day, too, unless
    `--as-of` names another.

    Raises:
        Usage: the day or the moment is written wrongly.
    """
    from workbench.queueing import Wanted  # `--help` answers without loading the engine

    moment = _moment(at)
    day = moment.date() if at and not as_of else day_of(as_of)
    return Wanted(as_of=day, at=moment.isoformat(timespec="seconds"), url=database, width=width())


def given(**words: str) -> dict[str, str]:
    """What a step needs, by the names that the table of moves has for it; what is empty is left out."""
    return {name.rstrip("_"): word for name, word in words.items() if word}


def _moment(text: str) -> datetime:
    if not text:
        return datetime.now(UTC)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or len(text) == len(date.min.isoformat()):
        raise Usage(f"--at: “{text}” is no moment; write it with its zone, as 2026-11-25T09:00+00:00")
    return found
