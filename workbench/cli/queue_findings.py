"""`workbench queue list|show|decide`: what needs a decision, and deciding it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, done
from workbench.cli.queue_asked import Article, At, Database, Paths, asked

_Findings = Annotated[
    list[str],
    typer.Argument(metavar="FINDING…", help="Names or their first digits; ARTICLE:DIGITS for one of another article."),
]
_Action = Annotated[str, typer.Argument(help="dismiss, fix, withdraw, accept, ask, agree, overrule, contest or undo.")]


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {"list": queue_list, "show": queue_show, "decide": queue_decide}
    for name, command in commands.items():
        queue.command(name)(command)


def queue_list(
    paths: Paths = None,
    first: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 = all.")] = 0,
    mine: Annotated[bool, typer.Option("--mine", help="Only what was given to you.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Only what is due within a day.")] = False,
    inherited: Annotated[bool, typer.Option("--inherited", help="Also pages live before us, in no review.")] = False,
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Check the articles, record what was found, and list what needs a decision: what is due, then most harmful."""
    from workbench import queueing  # `--help` answers without loading the engine

    only = queueing.Only(first=first, mine=mine, due=due, inherited=inherited)
    done(queueing.list_articles(asked(as_of, database, at), Path.cwd(), paths or (), only))


def queue_show(article: Article, as_of: AsOf = "", database: Database = "", at: At = "") -> None:
    """Show an article: its review and page, findings with what was decided, claims, messages, history."""
    from workbench import queueing  # see above

    done(queueing.show(asked(as_of, database, at), Path.cwd(), article))


def queue_decide(
    article: Article,
    findings: _Findings,
    action: _Action,
    reason: Annotated[str, typer.Option(help="Why: in words, or for dismiss by number.")] = "",
    note: Annotated[str, typer.Option(help="Anything to add; the question of ask, the answer to a contest.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="For accept: when it comes back.")] = "",
    fact: Annotated[str, typer.Option(metavar="ID", help="For accept: the fact that the risk hangs on.")] = "",
    source: Annotated[str, typer.Option(help="For contest: what you rest on.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Decide a finding, or several of one cause at once: all of them or none. `queue rules` says who may do what."""
    from workbench import queueing  # see above

    further = queueing.Further(until=until, fact=fact, source=source)
    wanted = asked(as_of, database, at)
    done(queueing.decide(wanted, Path.cwd(), article, findings, action, reason, note, further=further))
