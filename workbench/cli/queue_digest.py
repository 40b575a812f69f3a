"""`workbench queue digest|repeats`: what waits for somebody, and which pages say the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, done
from workbench.cli.queue_asked import At, Database, asked


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {"digest": queue_digest, "repeats": queue_repeats}
    for name, command in commands.items():
        queue.command(name)(command)


def queue_digest(
    who: Annotated[str, typer.Option("--for", metavar="ID", help="The person, by the id in workbench.toml.")],
    ics: Annotated[bool, typer.Option("--ics", help="As a calendar entry.")] = False,
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Print what waits for somebody, for others to send."""
    from workbench.queueing import digests  # `--help` answers without loading the engine

    done(digests.tell(asked(as_of, database, at), Path.cwd(), who, ics))


def queue_repeats(
    words: Annotated[str, typer.Argument(help="A claim's id, or the quoted words.")],
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """List every page on the site that says this: the same claim, one like it, or the same words."""
    from workbench.queueing import repeated  # see above

    done(repeated.tell(asked(as_of, database, at), Path.cwd(), words))
