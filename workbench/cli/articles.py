"""`workbench check`, `claims`, `explain` and `serve`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, day_of, put, view, width
from workbench.errors import Usage

_SILENT = ("sarif", "junit", "gitlab")  # formats in which nobody reads the summary


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Articles, or folders of articles.")],
    format: Annotated[str, typer.Option(help="terminal, json, html, sarif, junit, github or gitlab.")] = "terminal",
    output: Annotated[str, typer.Option(help="Write here instead of to the terminal.")] = "",
    fail_on: Annotated[str, typer.Option(help="Exit 1 from this severity on: error, warning, note, never.")] = "error",
    min_confidence: Annotated[str, typer.Option(help="Findings less sure than this never gate.")] = "medium",
    only: Annotated[list[str] | None, typer.Option(metavar="TOPIC|ID", help="Run these checks; repeatable.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to use.")] = 1,
    as_of: Annotated[str, typer.Option(metavar="DATE", help="The day to check for; default: today.")] = "",
    held_back: Annotated[bool, typer.Option("--held-back", help="Also show what context or people closed.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show every note, not three of each check.")] = False,
    online: Annotated[
        bool, typer.Option("--online", help="Look identifiers up at Crossref, PubMed and ClinicalTrials.gov.")
    ] = False,
    grammar: Annotated[
        bool, typer.Option("--grammar", help="Ask the proofreader too; set it up by: workbench grammar install.")
    ] = False,
    annotate: Annotated[
        str, typer.Option(metavar="COPY.docx", help="Of one Word file, also write a copy with comments.")
    ] = "",
    changed_since: Annotated[
        str, typer.Option(metavar="REF", help="Only articles that changed since; of their findings, what that caused.")
    ] = "",
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check every article anew; take no report of an earlier run.")
    ] = False,
) -> None:
    """Check articles and say what an editor should look at.

    Exit codes, the gravest wins: 0 nothing at the gate; 1 findings; 2 a mistake in the call, the configuration or a
    check file; 3 an article could not be read, or a look-up or the proofreader that was asked for failed; 4 a bug of
    ours.
    """
    from workbench import checking  # `--help` and mistakes answer without loading the engine

    wanted = checking.Wanted(
        paths=tuple(paths), as_of=day_of(as_of), format=format, fail_on=fail_on, min_confidence=min_confidence,
        only=tuple(only or ()), jobs=jobs, view=view(output, held_back, everything),
        online=online, grammar=grammar, annotate=annotate, changed_since=changed_since,
        remember=not no_cache,
    )  # fmt: skip
    if output and any(os.path.realpath(output) == os.path.realpath(path) for path in paths):
        raise Usage(f"--output: {output} is one of the articles; choose another place")
    if output and annotate and os.path.realpath(output) == os.path.realpath(annotate):
        raise Usage(f"--output: {output} is where --annotate writes; choose another place")
    answer = checking.answer(wanted, Path.cwd(), _asking)
    put(answer.parts, output)
    if format in _SILENT:  # what is written there is for machines; people read the log
        print("\n".join(answer.summary), file=sys.stderr)
    raise typer.Exit(answer.code)


def claims(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Articles, or folders of articles.")],
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when a table is stale.")] = False,
    as_of: Annotated[str, typer.Option(metavar="DATE", help="The day to read for; default: today.")] = "",
) -> None:
    """Write each article's claim table to claims/, keeping what people wrote in it."""
    from workbench import claiming  # see above

    text, code = claiming.write(paths, day_of(as_of), check, Path.cwd())
    put(text, "")
    raise typer.Exit(code)


def explain(id: Annotated[str, typer.Argument(help="A check's id; leave it out for the list.")] = "") -> None:
    """Say what a check catches, why, on which sources, and where its border runs."""
    from workbench import explaining  # see above

    put(explaining.explain(id, Path.cwd(), width()), "")


def serve(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Default: the newsroom's articles.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Tried first; 0 = any free one.")] = 8866,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
    behind_proxy: Annotated[
        bool, typer.Option("--behind-proxy", help="A proxy signs people in; the header in [review] names them.")
    ] = False,
    database: Annotated[str, typer.Option(metavar="URL", help="Another database than the newsroom's own.")] = "",
    as_of: AsOf = "",
) -> None:
    """Check the articles and show the review queue in a browser: on this machine, or through a proxy."""
    from workbench import serve as serving  # see above

    how = serving.How(database, behind_proxy)
    raise typer.Exit(serving.serve(paths or (), day_of(as_of), port, not no_browser, Path.cwd(), how))


def _asking(what: str, done: int, of: int) -> None:
    if sys.stderr.isatty() and of:
        end = "\n" if done == of else ""
        print(f"\r{what}: {done} of {of}", end=end, file=sys.stderr, flush=True)
