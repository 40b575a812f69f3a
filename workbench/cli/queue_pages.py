"""`workbench queue hold|back|notice|complaint`: the page on the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, done
from workbench.cli.queue_asked import Article, At, Database, Reason, asked, given


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {
        "hold": queue_hold,
        "back": queue_back,
        "notice": queue_notice,
        "complaint": queue_complaint,
    }
    for name, command in commands.items():
        queue.command(name)(command)


def queue_hold(
    article: Article,
    reason: Annotated[str, typer.Argument(help="Why.")],
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Take a page off the site, alone and at once; the site must confirm it."""
    from workbench import queueing  # `--help` answers without loading the engine

    done(queueing.hold(asked(as_of, database, at), Path.cwd(), article, reason))


def queue_back(
    article: Article,
    answer: Annotated[str, typer.Argument(help="agree, overrule or undo; nothing = propose it.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Propose to put a held page back, or answer such a proposal; it needs two people."""
    from workbench import queueing  # see above

    done(queueing.put_back(asked(as_of, database, at), Path.cwd(), article, answer))


def queue_notice(
    article: Article,
    text: Annotated[str, typer.Argument(help="The notice; or agree, overrule or undo, to answer one.")],
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Propose an urgent safety notice, or answer such a proposal; it is live for 24 hours."""
    from workbench import queueing  # see above

    done(queueing.notice(asked(as_of, database, at), Path.cwd(), article, text))


def queue_complaint(
    article: Article,
    id: Annotated[str, typer.Argument(metavar="ID", help="The newsroom's own number or word for it.")],
    action: Annotated[str, typer.Argument(help="receive, find, correct or reject.")],
    from_: Annotated[str, typer.Option("--from", help="For receive: who complains.")] = "",
    words: Annotated[str, typer.Option(help="For receive: the words complained of.")] = "",
    deadline: Annotated[str, typer.Option(metavar="DATE", help="For receive: by when.")] = "",
    claim: Annotated[str, typer.Option(metavar="ID", help="For find: the claim.")] = "",
    pages: Annotated[str, typer.Option(help="For find: every page that repeats it.")] = "",
    notice: Annotated[str, typer.Option(help="For correct: what the page says now.")] = "",
    reason: Reason = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Work on a complaint about a page."""
    from workbench import queueing  # see above

    papers = given(from_=from_, words=words, deadline=deadline, claim=claim, pages=pages, notice=notice)
    done(queueing.complaint(asked(as_of, database, at), Path.cwd(), article, id, action, papers, reason))
