"""`workbench queue claim|fact|check`: claims, the facts that they rest on, and the checks themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, ClaimName, done
from workbench.cli.queue_asked import (
    Article,
    At,
    Country,
    Database,
    Effective,
    Reason,
    Seen,
    Source,
    Value,
    asked,
    given,
)


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {"claim": queue_claim, "fact": queue_fact, "check": queue_check}
    for name, command in commands.items():
        queue.command(name)(command)


def queue_claim(
    article: Article,
    claim: ClaimName,
    action: Annotated[str, typer.Argument(help="suggest, substantiate, renew, settle, reject or doubt.")],
    source: Source = "",
    version: Annotated[str, typer.Option(help="Of the source.")] = "",
    place: Annotated[str, typer.Option(help="Where in the source.")] = "",
    value: Value = "",
    country: Country = "",
    effective: Effective = "",
    fact: Annotated[str, typer.Option(metavar="ID", help="The fact that the claim hangs on.")] = "",
    reason: Reason = "",
    seen: Seen = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Say what a claim rests on, doubt it, settle a dispute, or renew what has expired.

    Where live sentences rest on it they are listed first; nothing changes before you have seen them.
    """
    from workbench import queueing  # `--help` answers without loading the engine

    papers = given(
        source=source, version=version, place=place, value=value, country=country, effective=effective, fact=fact
    )
    done(queueing.claim(asked(as_of, database, at), Path.cwd(), article, claim, action, papers, reason, seen))


def queue_fact(
    id: Annotated[str, typer.Argument(metavar="ID", help="The fact, as claims and accepted risks name it.")],
    action: Annotated[str, typer.Argument(help="suggest or change.")],
    value: Value = "",
    country: Country = "",
    effective: Effective = "",
    source: Source = "",
    seen: Seen = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Change a fact: everything that rests on it is looked at again. Live sentences are listed before."""
    from workbench import queueing  # see above

    papers = given(value=value, country=country, effective=effective, source=source)
    done(queueing.fact(asked(as_of, database, at), Path.cwd(), id, action, papers, seen))


def queue_check(
    id: Annotated[str, typer.Argument(metavar="ID", help="The check.")],
    action: Annotated[str, typer.Argument(help="propose, change, retire or undo.")],
    measured: Annotated[str, typer.Option(help="How often it was right, as “47 of 50”.")] = "",
    reason: Reason = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Propose another severity for a check, change it, or retire it."""
    from workbench import queueing  # see above

    done(queueing.check(asked(as_of, database, at), Path.cwd(), id, action, measured, reason))
