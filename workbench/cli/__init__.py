"""The command line: parse, call, print; the one place where errors end."""

from __future__ import annotations

import gc
import os
import sys

import typer

from workbench.cli import articles, baseline, checks, dossier, library, machine, queue, sources
from workbench.errors import Usage, WorkbenchError

_BUG = 4  # exit code of an error that nobody but us can mend

app = typer.Typer(
    add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Checks health articles: citations, numbers, promises, approvals and required statements.",
)  # fmt: skip


@app.callback()
def _workbench() -> None:
    """Checks health articles: citations, numbers, promises, approvals and required statements."""


for command in (articles.check, articles.claims, articles.explain):
    app.command()(command)
app.add_typer(checks.checks, name="checks")
app.command()(checks.facts)
app.command()(checks.measure)
app.add_typer(queue.queue, name="queue")
app.add_typer(library.library, name="library")
app.add_typer(sources.sources, name="sources")
app.command()(dossier.dossier)
app.command()(articles.serve)
app.add_typer(baseline.baseline, name="baseline")
app.command()(baseline.init)
app.add_typer(machine.grammar, name="grammar")
app.command()(machine.doctor)
app.command()(machine.lsp)


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
