"""`workbench dossier`: a page's records as they stood on a day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import put
from workbench.cli.queue_asked import Article, Database, asked


def dossier(
    article: Article,
    at: Annotated[str, typer.Option(metavar="DATE", help="The day that it tells of.")],
    out: Annotated[str, typer.Option(metavar="FILE", help="Where to write it; default: standard output.")] = "",
    complaint: Annotated[str, typer.Option(metavar="ID", help="The complaint that it is made for.")] = "",
    database: Database = "",
    now: Annotated[str, typer.Option("--now", metavar="MOMENT", envvar="WORKBENCH_AT", hidden=True)] = "",
) -> None:
    """Write everything known about a page on a day as one HTML page, which can be verified offline."""
    from workbench.queueing import dossiers  # `--help` answers without loading the engine

    put(dossiers.page(asked("", database, now), Path.cwd(), article, at, complaint), out)
