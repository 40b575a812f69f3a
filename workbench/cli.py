"""The command line: parse, call, print; the one place where errors end."""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench import files
from workbench.errors import Usage, WorkbenchError

if TYPE_CHECKING:
    from workbench import queueing
    from workbench.model import View

_BUG = 4  # exit code of an error that nobody but us can mend

app = typer.Typer(
    add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Checks health articles: citations, numbers, promises, approvals and required statements.",
)  # fmt: skip


@app.callback()
def _workbench() -> None:
    """Checks health articles: citations, numbers, promises, approvals and required statements."""


@app.command()
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Articles, or folders of articles.")],
    format: Annotated[str, typer.Option(help="terminal or json.")] = "terminal",
    output: Annotated[str, typer.Option(help="Write here instead of to the terminal.")] = "",
    fail_on: Annotated[str, typer.Option(help="Exit 1 from this severity on: error, warning, note, never.")] = "error",
    min_confidence: Annotated[str, typer.Option(help="Findings less sure than this never gate.")] = "medium",
    only: Annotated[list[str] | None, typer.Option(metavar="TOPIC|ID", help="Run these checks; repeatable.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to use.")] = 1,
    as_of: Annotated[str, typer.Option(metavar="DATE", help="The day to check for; default: today.")] = "",
    held_back: Annotated[bool, typer.Option("--held-back", help="Also show what context or people closed.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show every note, not three of each check.")] = False,
) -> None:
    """Check articles and say what an editor should look at.

    Exit codes, the gravest wins: 0 nothing at the gate; 1 findings; 2 a mistake in the call, the configuration or a
    check file; 3 an article could not be read; 4 a bug of ours.
    """
    from workbench import checking  # `--help` and mistakes answer without loading the engine

    wanted = checking.Wanted(
        paths=tuple(paths), as_of=_day(as_of), format=format, fail_on=fail_on, min_confidence=min_confidence,
        only=tuple(only or ()), jobs=jobs, view=_view(output, held_back, everything),
    )  # fmt: skip
    if output and any(os.path.realpath(output) == os.path.realpath(path) for path in paths):
        raise Usage(f"--output: {output} is one of the articles; choose another place")
    text, code = checking.check(wanted, Path.cwd())
    _put(text, output)
    raise typer.Exit(code)


@app.command()
def claims(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Articles, or folders of articles.")],
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when a table is stale.")] = False,
    as_of: Annotated[str, typer.Option(metavar="DATE", help="The day to read for; default: today.")] = "",
) -> None:
    """Write each article's claim table to claims/, keeping what people wrote in it."""
    from workbench import claiming  # see above

    text, code = claiming.write(paths, _day(as_of), check, Path.cwd())
    _put(text, "")
    raise typer.Exit(code)


@app.command()
def explain(id: Annotated[str, typer.Argument(help="A check's id; leave it out for the list.")] = "") -> None:
    """Say what a check catches, why, on which sources, and where its border runs."""
    from workbench import explaining  # see above

    _put(explaining.explain(id, Path.cwd(), _width()), "")


queue = typer.Typer(no_args_is_help=True, help="The review queue: what needs a decision, and deciding it.")
app.add_typer(queue, name="queue")
_Name = Annotated[str, typer.Argument(metavar="ARTICLE", help="As `queue list` names it.")]
_Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH…", help="Default: the newsroom's articles.")]
_AsOf = Annotated[str, typer.Option(metavar="DATE", help="The day to check for; default: today.")]
_Database = Annotated[str, typer.Option(metavar="URL", help="Another database than the newsroom's own.")]


@queue.command("list")
def queue_list(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Default: the newsroom's articles.")
    ] = None,
    as_of: _AsOf = "",
    database: _Database = "",
) -> None:
    """Check the articles, record what was found, and list what needs a decision, most harmful first."""
    from workbench import queueing  # see above

    _done(queueing.list_articles(_asked(as_of, database), Path.cwd(), paths or ()))


@queue.command("show")
def queue_show(article: _Name, as_of: _AsOf = "", database: _Database = "") -> None:
    """Show an article's findings with what was decided about each, and its history."""
    from workbench import queueing  # see above

    _done(queueing.show(_asked(as_of, database), Path.cwd(), article))


@queue.command("decide")
def queue_decide(
    article: _Name,
    finding: Annotated[str, typer.Argument(help="The finding's name, or its first digits.")],
    action: Annotated[str, typer.Argument(help="dismiss, fix (ask for it) or undo.")],
    reason: Annotated[str, typer.Option(help="Why it is no problem, in words or by number.")] = "",
    note: Annotated[str, typer.Option(help="Anything to add.")] = "",
    as_of: _AsOf = "",
    database: _Database = "",
) -> None:
    """Dismiss a finding, ask for its fix, or take your own decision back."""
    from workbench import queueing  # see above

    _done(queueing.decide(_asked(as_of, database), Path.cwd(), article, finding, action, reason, note))


@queue.command("export")
def queue_export(as_of: _AsOf = "", database: _Database = "") -> None:
    """Write the decisions that hold to claims/decisions.csv."""
    from workbench import queueing  # see above

    _done(queueing.export(_asked(as_of, database), Path.cwd()))


@queue.command("audit")
def queue_audit(as_of: _AsOf = "", database: _Database = "") -> None:
    """Verify that nobody changed the history."""
    from workbench import queueing  # see above

    _done(queueing.audit(_asked(as_of, database), Path.cwd()))


@app.command()
def serve(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Default: the newsroom's articles.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Tried first; 0 = any free one.")] = 8866,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
    as_of: _AsOf = "",
) -> None:
    """Check the articles and show the review queue in a browser on this machine."""
    from workbench import serve as serving  # see above

    raise typer.Exit(serving.serve(paths or (), _day(as_of), port, not no_browser, Path.cwd()))


def _asked(as_of: str, database: str) -> queueing.Wanted:
    from workbench import queueing  # see above

    moment = datetime.now(UTC).isoformat(timespec="seconds")
    return queueing.Wanted(as_of=_day(as_of), at=moment, url=database, width=_width())


def _done(result: tuple[str, int]) -> None:
    text, code = result
    _put(text, "")
    raise typer.Exit(code)


def _view(output: str, held_back: bool, everything: bool) -> View:
    from workbench.model import View  # see above

    colour = not output and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return View(width=_width(), colour=colour, held_back=held_back, everything=everything)


def _day(text: str) -> date:
    if not text:
        return date.today()  # the only place that asks for the date; the newsroom's own day is meant
    try:
        day = date.fromisoformat(text)
        if day.isoformat() != text:
            raise ValueError(text)
        return day
    except ValueError as error:
        raise Usage(f"--as-of: “{text}” is no date; write it as 2026-11-25") from error


def _width() -> int:
    return min(110, os.get_terminal_size().columns) if sys.stdout.isatty() else 100


def _put(text: str, output: str) -> None:
    data = text.encode("utf-8", "backslashreplace")
    if not output:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    place = Path(output)
    try:
        if place.exists() and not place.is_file():  # a device or a pipe is written to, never replaced
            place.write_bytes(data)
        else:
            files.replace(place, data)
    except OSError as error:
        raise Usage(f"--output: {output} cannot be written ({error.strerror}); choose another place") from error


def main() -> None:
    """Entry point of `workbench`: every error becomes one clear line and an exit code."""
    gc.disable()  # start-up makes many lasting objects and no garbage; `checking` turns it on again
    try:
        app(standalone_mode=True)
    except WorkbenchError as error:
        print(f"workbench: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left; say nothing more
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"workbench: {where}{error.strerror or error}; check the place and its permissions", file=sys.stderr)
        sys.exit(Usage.exit_code)
    except Exception as error:
        if "WORKBENCH_TRACEBACK" in os.environ:
            raise
        hint = "Your files are unchanged. Run again with WORKBENCH_TRACEBACK=1 set and report what it prints."
        print(f"workbench: a bug of ours: {type(error).__name__}: {error}. {hint}", file=sys.stderr)
        sys.exit(_BUG)
