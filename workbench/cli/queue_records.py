"""`workbench queue rules|export|audit`: the records of the newsroom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, done
from workbench.cli.queue_asked import At, Database, asked


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {"rules": queue_rules, "export": queue_export, "audit": queue_audit}
    for name, command in commands.items():
        queue.command(name)(command)


def queue_rules() -> None:
    """Print who may do what, from which state to which, and what it needs."""
    from workbench import queueing  # `--help` answers without loading the engine

    done(queueing.rules())


def queue_export(as_of: AsOf = "", database: Database = "", at: At = "") -> None:
    """Write the decisions that hold to claims/decisions.csv."""
    from workbench import queueing  # see above

    done(queueing.export(asked(as_of, database, at), Path.cwd()))


def queue_audit(
    verify: Annotated[
        bool, typer.Option("--verify", help="Find any edit, deletion or reordering; always done.")
    ] = True,
    export: Annotated[str, typer.Option(metavar="FILE", help="Write the history to FILE.csv or FILE.json, too.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Verify that nobody changed the history, and export it."""
    from workbench import queueing  # see above

    done(queueing.audit(asked(as_of, database, at), Path.cwd(), export))
