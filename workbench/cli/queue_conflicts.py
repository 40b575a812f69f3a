"""`workbench queue conflicts|keep-both|settle|reopen`: articles that tell the same thing differently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, done
from workbench.cli.queue_asked import At, Database, asked, given

Conflict = Annotated[
    str, typer.Argument(metavar="CONFLICT", help="Its name or its first digits, as `queue conflicts` prints it.")
]


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {
        "conflicts": queue_conflicts, "keep-both": queue_keep_both, "settle": queue_settle, "reopen": queue_reopen,
    }  # fmt: skip
    for name, command in commands.items():
        queue.command(name)(command)


def queue_conflicts(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Default: all articles.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """List where articles tell the same thing differently; what was decided comes last."""
    from workbench.queueing import conflicts  # `--help` answers without loading the engine

    done(conflicts.listed(asked(as_of, database, at), Path.cwd(), article))


def queue_keep_both(
    conflict: Conflict,
    reason: Annotated[str, typer.Option(help="What makes the difference.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Keep what the articles tell, because both are right. A changed value is another conflict."""
    from workbench.queueing import conflicts  # see above

    done(conflicts.decide(asked(as_of, database, at), Path.cwd(), conflict, "keep both", reason))


def queue_settle(
    conflict: Conflict,
    row: Annotated[str, typer.Option(metavar="ID", help="The library's row that says what holds.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Let the library's value hold; articles that tell another one drift from it."""
    from workbench.queueing import conflicts  # see above

    done(conflicts.decide(asked(as_of, database, at), Path.cwd(), conflict, "settle", given=given(row=row)))


def queue_reopen(conflict: Conflict, as_of: AsOf = "", database: Database = "", at: At = "") -> None:
    """Open a conflict again that was kept or settled."""
    from workbench.queueing import conflicts  # see above

    done(conflicts.decide(asked(as_of, database, at), Path.cwd(), conflict, "reopen"))
