"""`workbench queue add|take-back|matches|match|trust`: what people know better than the checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, done
from workbench.cli.queue_asked import Article, At, Database, Reason, asked


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {
        "add": queue_add, "take-back": queue_take_back, "matches": queue_matches,
        "match": queue_match, "trust": queue_trust,
    }  # fmt: skip
    for name, command in commands.items():
        queue.command(name)(command)


def queue_add(
    article: Article,
    words: Annotated[str, typer.Argument(help="The words it is about; they must stand once in the text.")],
    category: Annotated[str, typer.Option(metavar="C", help="Which kind of finding, as the checks name it.")] = "",
    note: Annotated[str, typer.Option(help="What is wrong; a claim needs none.")] = "",
    severity: Annotated[str, typer.Option(help="error, warning or note.")] = "warning",
    claim: Annotated[str, typer.Option(metavar="KIND", help="The words are a claim of this kind, no finding.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Add a finding that no check saw; it waits for a decision like any other, and counts as missed.

    With --claim the words are marked as a claim, which needs a source like any other.
    """
    from workbench.queueing import adding  # `--help` answers without loading the engine

    done(adding.add(asked(as_of, database, at), Path.cwd(), article, words, category, note, severity, claim))


def queue_take_back(
    article: Article,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The claim or finding, or its first digits.")],
    reason: Reason = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Take back a claim or a finding that was added by hand.

    Who added it can, and an editor who says why another person's words are no claim. What somebody decided or
    substantiated since stays.
    """
    from workbench.queueing import adding  # see above

    done(adding.take_back(asked(as_of, database, at), Path.cwd(), article, name, reason))


def queue_matches(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Default: all in the queue.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """List the held-back matches that are put up for a verdict: one in twenty, so that nobody picks."""
    from workbench.queueing import adding  # see above

    done(adding.matches(asked(as_of, database, at), Path.cwd(), article))


def queue_match(
    article: Article,
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="Its name or its first digits.")],
    verdict: Annotated[str, typer.Argument(help="harmless or counts; undo takes your own back.")],
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Say whether a match was rightly held back."""
    from workbench.queueing import adding  # see above

    done(adding.match(asked(as_of, database, at), Path.cwd(), article, finding, verdict))


def queue_trust(
    export: Annotated[
        bool, typer.Option("--export", help="Write checks/measured.csv, which can only lower a severity.")
    ] = False,
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Say how often people agreed with each check, and what they found that no check saw."""
    from workbench.queueing import trusting  # see above

    done(trusting.trusted(asked(as_of, database, at), Path.cwd(), export))
