"""`workbench queue …`: the review queue."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.answers import AsOf, day_of, done, width

if TYPE_CHECKING:
    from workbench import queueing

queue = typer.Typer(no_args_is_help=True, help="The review queue: what needs a decision, and deciding it.")
_Name = Annotated[str, typer.Argument(metavar="ARTICLE", help="As `queue list` names it.")]
_Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH…", help="Default: the newsroom's articles.")]
_Database = Annotated[str, typer.Option(metavar="URL", help="Another database than the newsroom's own.")]


@queue.command("list")
def queue_list(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Default: the newsroom's articles.")
    ] = None,
    as_of: AsOf = "",
    database: _Database = "",
) -> None:
    """Check the articles, record what was found, and list what needs a decision, most harmful first."""
    from workbench import queueing  # see above

    done(queueing.list_articles(_asked(as_of, database), Path.cwd(), paths or ()))


@queue.command("show")
def queue_show(article: _Name, as_of: AsOf = "", database: _Database = "") -> None:
    """Show an article's findings with what was decided about each, and its history."""
    from workbench import queueing  # see above

    done(queueing.show(_asked(as_of, database), Path.cwd(), article))


@queue.command("decide")
def queue_decide(
    article: _Name,
    finding: Annotated[str, typer.Argument(help="The finding's name, or its first digits.")],
    action: Annotated[str, typer.Argument(help="dismiss, fix (ask for it) or undo.")],
    reason: Annotated[str, typer.Option(help="Why it is no problem, in words or by number.")] = "",
    note: Annotated[str, typer.Option(help="Anything to add.")] = "",
    as_of: AsOf = "",
    database: _Database = "",
) -> None:
    """Dismiss a finding, ask for its fix, or take your own decision back."""
    from workbench import queueing  # see above

    done(queueing.decide(_asked(as_of, database), Path.cwd(), article, finding, action, reason, note))


@queue.command("export")
def queue_export(as_of: AsOf = "", database: _Database = "") -> None:
    """Write the decisions that hold to claims/decisions.csv."""
    from workbench import queueing  # see above

    done(queueing.export(_asked(as_of, database), Path.cwd()))


@queue.command("audit")
def queue_audit(as_of: AsOf = "", database: _Database = "") -> None:
    """Verify that nobody changed the history."""
    from workbench import queueing  # see above

    done(queueing.audit(_asked(as_of, database), Path.cwd()))


def _asked(as_of: str, database: str) -> queueing.Wanted:
    from workbench import queueing  # see above

    moment = datetime.now(UTC).isoformat(timespec="seconds")
    return queueing.Wanted(as_of=day_of(as_of), at=moment, url=database, width=width())
