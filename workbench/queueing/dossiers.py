"""`workbench dossier`: what was known about a page on a day, as one page that anybody can keep and verify."""

from __future__ import annotations

from pathlib import Path

from workbench import dossier
from workbench.errors import Usage
from workbench.queueing import naming
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.review import records
from workbench.writers.terminal import clean


def page(wanted: Wanted, working_directory: Path, name: str, at: str, complaint: str = "") -> str:
    """The dossier of an article as HTML; nothing is checked anew and nothing is stored.

    Args:
        wanted: the day and the database.
        working_directory: where the caller works.
        name: the article.
        at: the day that it tells of, in ISO form; today or earlier.
        complaint: the complaint that it is made for, "" = none.

    Raises:
        Usage: the day is none or has not come, or nothing was known of the article by then.
    """
    newsroom = Newsroom(working_directory, wanted)
    day = naming.day(at, "--at")
    if day is None or day > wanted.as_of:
        raise Usage(f"--at: name the day that the dossier tells of, until {wanted.as_of}, as 2026-11-25")
    try:
        with newsroom.open(checks=False) as store, store.reading() as connection:
            papers = records.of(connection, name, day, newsroom.country, complaint)
    except Usage as error:
        raise Usage(clean(str(error))) from error
    return dossier.render(papers)
