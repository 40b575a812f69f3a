"""`workbench checks …`, `facts` and `measure`: looking after the checks themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, day_of, done

checks = typer.Typer(no_args_is_help=True, help="Try checks, see what a change does, and begin a new one.")


@checks.command("test")
def checks_test(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]…", help="Names of checks; none = all.")] = None,
    coverage: Annotated[bool, typer.Option("--coverage", help="Also say which never fire on articles/.")] = False,
    as_of: AsOf = "",
) -> None:
    """Run the examples of the checks, and refuse patterns that are dear."""
    from workbench.check_desk import testing  # heavy parts are imported where they are used

    done(testing.test(tuple(ids or ()), coverage, day_of(as_of), Path.cwd()))


@checks.command("diff")
def checks_diff(
    ref: Annotated[str, typer.Argument(metavar="REF", help="A revision of git: HEAD, a branch, a hash.")] = "HEAD",
    as_of: AsOf = "",
) -> None:
    """Show the findings on articles/ that a change of the checks adds or removes."""
    from workbench.check_desk import difference  # see above

    done(difference.diff(ref, day_of(as_of), Path.cwd()))


@checks.command("new")
def checks_new(
    name: Annotated[str, typer.Argument(metavar="TOPIC/ID", help="As in marketing/wonder-drop.")],
    phrase: Annotated[list[str], typer.Option("--phrase", help="What to look for; may be given again.")],
    why: Annotated[str, typer.Option("--why", help="Why it matters to a reader, in one sentence.")],
    source: Annotated[str, typer.Option("--source", help="Where that comes from: a rule, a paper, a page.")],
    category: Annotated[str, typer.Option("--category", help="As in `workbench explain`; default: by topic.")] = "",
) -> None:
    """Begin a check of the newsroom's own that looks for phrases."""
    from workbench.check_desk import drafting  # see above

    topic, _, id_ = name.partition("/")
    done(drafting.new(drafting.Draft(topic, id_, tuple(phrase), why, source, category), Path.cwd()))


def facts(
    due: Annotated[bool, typer.Option("--due", help="List the rows past their date, or old.")] = False,
    within: Annotated[int, typer.Option("--within", min=0, metavar="DAYS", help="Also those that run out then.")] = 30,
    older_than: Annotated[
        int, typer.Option("--older-than", min=1, metavar="MONTHS", help="When a row without an end is old.")
    ] = 24,
    as_of: AsOf = "",
) -> None:
    """Reference rows that somebody has to look at again."""
    from workbench.check_desk import due as rows  # see above
    from workbench.errors import Usage

    if not due:
        raise Usage("say what to list: workbench facts --due")
    done(rows.due(day_of(as_of), Path.cwd(), within, older_than))


def measure(
    labels: Annotated[str, typer.Argument(metavar="LABELS", help="A folder of labelled texts.")],
    misses: Annotated[bool, typer.Option("--misses", help="Also list every false alarm and every miss.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Also write the shares into the checks' files.")] = False,
    as_of: AsOf = "",
) -> None:
    """Say how often each check is right on labelled texts, and how much it finds."""
    from workbench.check_desk import measuring  # see above

    done(measuring.measure(labels, day_of(as_of), Path.cwd(), write, misses))
