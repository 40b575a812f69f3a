"""`workbench queue open|send|changes|approve|withdraw|live|message|assign`: the review of what is being written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, done
from workbench.cli.queue_asked import Article, At, Database, Text, asked


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {
        "open": queue_open, "send": queue_send, "changes": queue_changes, "approve": queue_approve,
        "withdraw": queue_withdraw, "live": queue_live, "message": queue_message, "assign": queue_assign,
    }  # fmt: skip
    for name, command in commands.items():
        queue.command(name)(command)


def queue_open(article: Article, as_of: AsOf = "", database: Database = "", at: At = "") -> None:
    """Start the review of a draft, or of a page that expired or was live before us."""
    from workbench import queueing  # `--help` answers without loading the engine

    done(queueing.start(asked(as_of, database, at), Path.cwd(), article))


def queue_send(
    article: Article,
    note: Annotated[str, typer.Option(help="Why, where errors go with it.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Send a draft to review."""
    from workbench import queueing  # see above

    done(queueing.send(asked(as_of, database, at), Path.cwd(), article, note))


def queue_changes(
    article: Article,
    message: Annotated[str, typer.Option(help="What the writer should know.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Ask the writer for changes: every fix that was asked goes out at once."""
    from workbench import queueing  # see above

    done(queueing.changes(asked(as_of, database, at), Path.cwd(), article, message))


def queue_approve(
    article: Article,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="editorial or medical.")],
    text: Text,
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Approve the text as it stands; any later change ends this approval."""
    from workbench import queueing  # see above

    done(queueing.approve(asked(as_of, database, at), Path.cwd(), article, kind, text))


def queue_withdraw(article: Article, as_of: AsOf = "", database: Database = "", at: At = "") -> None:
    """Take your own approval of this text back."""
    from workbench import queueing  # see above

    done(queueing.withdraw(asked(as_of, database, at), Path.cwd(), article))


def queue_live(
    article: Article,
    text: Text,
    address: Annotated[str, typer.Option(metavar="URL", help="Where it can be read.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="The last day before it is reviewed again.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Say that the approved text is on the site now."""
    from workbench import queueing  # see above

    done(queueing.go_live(asked(as_of, database, at), Path.cwd(), article, text, address, until))


def queue_message(
    article: Article,
    text: Annotated[str, typer.Argument(help="What the other side should read.")],
    finding: Annotated[str, typer.Option(help="The finding it is about.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Write to the writer, or as the writer to the desk."""
    from workbench import queueing  # see above

    done(queueing.message(asked(as_of, database, at), Path.cwd(), article, text, finding))


def queue_assign(
    article: Article,
    person: Annotated[str, typer.Argument(help="Their id in workbench.toml; nobody = take it away.")],
    due: Annotated[str, typer.Option(metavar="DATE", help="By when; none = no day. Default: as before.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Give an article to somebody."""
    from workbench import queueing  # see above

    done(queueing.assign(asked(as_of, database, at), Path.cwd(), article, person, due))
