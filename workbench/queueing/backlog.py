"""The back catalogue on the command line: `queue import`, `plan`, `wave`, `sample`, `rest` and `causes`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workbench import checking, decisions
from workbench.errors import Usage
from workbench.model import Document
from workbench.queueing import telling
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import INCOMPLETE, OK
from workbench.queueing.waves import Wave
from workbench.review import Person, Seen, Store
from workbench.review.backlog.desk import Catalogue, Moment, Taken
from workbench.review.backlog.legacy import Legacy, Origin
from workbench.review.moves.phrases import here_as, people
from workbench.writers.terminal import clean

_IMPORTS = ("editor", "admin")  # who may say what is live, as for “mark live”
_CHUNK = 200  # pages checked and recorded before the next ones are
REFUSED = 2


def import_pages(wanted: Wanted, working_directory: Path, folder: str, person: Person | None = None) -> tuple[str, int]:
    """Take the pages of a folder as inherited: live before us, not reviewed here, outside the queue.

    Returns:
        How many came, and what could not be read; 0, or 3 where something could not.

    Raises:
        Usage: the folder is not below `articles/`, or this person may not import.
    """
    newsroom = Newsroom(working_directory, wanted)
    who = newsroom.decider(person)
    if not who.holds(*_IMPORTS):
        raise Usage(f"Only {people(_IMPORTS)} can do this; you are here as {here_as(who.roles)}.")
    paths, failed = _named(newsroom, working_directory, folder)
    taken = Taken()
    with newsroom.open() as store:
        catalogue = store.catalogue()
        for start in range(0, len(paths), _CHUNK):
            seen, unread = newsroom.examine(paths[start : start + _CHUNK])
            legacy = Legacy(who.id, {item.name: _origin(item) for item in seen})
            taken = telling.added(taken, catalogue.take(seen, legacy, wanted.at))
            failed += [f"{clean(item.path)}: {clean(item.message)}" for item in unread]
        count = catalogue.count()
    return telling.imported(taken, failed, count), INCOMPLETE if failed else OK


def plan(wanted: Wanted, working_directory: Path, wave: Wave | None) -> tuple[str, int]:
    """What a wave would bring into review, why each page, and what that costs; without one, all four in short."""
    newsroom = Newsroom(working_directory, wanted)
    with newsroom.open() as store:
        catalogue = _catalogue(newsroom, store)
        if wave is None:
            return telling.overview(catalogue, wanted.as_of), OK
        wish, told = wave.wish(catalogue, working_directory, wanted.as_of)
        found = catalogue.plan(wish)
        return telling.plan(found, told, wave.again(wish, found.code)), OK


def enter(
    wanted: Wanted, working_directory: Path, wave: Wave, code: str, person: Person | None = None
) -> tuple[str, int]:
    """Bring exactly the wave that was printed with this code into review.

    Returns:
        What happened; where another list would come now, that list and 2: nothing was changed.

    Raises:
        Usage: refused; says who can.
    """
    newsroom = Newsroom(working_directory, wanted)
    who = Moment(newsroom.decider(person), wanted.as_of, wanted.moment)
    with newsroom.open() as store:
        catalogue = _catalogue(newsroom, store)
        wish, told = wave.wish(catalogue, working_directory, wanted.as_of)
        outcome = catalogue.enter(wish, code, who)
        if outcome.ok:
            return f"{clean(outcome.message)}\n{telling.left(catalogue.count())}\n", OK
        if "plan" not in outcome.state:
            raise Usage(clean(outcome.message))
        found = catalogue.plan(wish)
        return f"{clean(outcome.message)}\n{telling.plan(found, told, wave.again(wish, found.code))}", REFUSED


def settle(
    wanted: Wanted, working_directory: Path, name: str, what: str, day: date, into: str = "",
    person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Say that a page of the rest is kept, merged or retired, and when it comes into review. Raises `Usage`."""
    newsroom = Newsroom(working_directory, wanted)
    who = Moment(newsroom.decider(person), wanted.as_of, wanted.moment)
    with newsroom.open(checks=False) as store:
        outcome = store.catalogue().settle(name, what, day, into, who)
    if not outcome.ok:
        raise Usage(clean(outcome.message))
    return f"{clean(outcome.message)}\n", OK


def samples(wanted: Wanted, working_directory: Path) -> tuple[str, int]:
    """What the random samples showed so far, by section, with the bound that follows."""
    with Newsroom(working_directory, wanted).open(checks=False) as store:
        return telling.samples(store.catalogue().samples()), OK


def causes(wanted: Wanted, working_directory: Path, first: int = 10) -> tuple[str, int]:
    """Findings that stand in many places, with the command that decides up to 25 of them at once."""
    newsroom = Newsroom(working_directory, wanted)
    with newsroom.open() as store:
        found = _catalogue(newsroom, store).causes()
    titles = {check.id: check.title for check in newsroom.content.checks}
    return telling.causes(found, titles, first), OK


def untouched(newsroom: Newsroom, store: Store, paths: Sequence[str]) -> dict[str, str]:
    """Of these files, the inherited pages in no review whose text is as it was: path → name. They need no new check."""
    texts = store.catalogue().texts()
    found = {}
    for path in paths if texts else ():
        name = decisions.article_name(Path(path), newsroom.root)
        if name in texts and texts[name] == newsroom.text_hash(path):
            found[path] = name
    return found


def _catalogue(newsroom: Newsroom, store: Store) -> Catalogue:
    return store.catalogue(newsroom.site, newsroom.review.minutes)


def _named(newsroom: Newsroom, working_directory: Path, folder: str) -> tuple[list[str], list[str]]:
    """The pages of the folder, each with a name of its own; and what is wrong with the others."""
    place, articles = (working_directory / folder).resolve(), (newsroom.root / "articles").resolve()
    if not place.is_dir():
        raise Usage(f"{clean(folder)}: there is no such folder; check the path")
    if not place.is_relative_to(articles):
        raise Usage(f"{clean(folder)} does not lie below articles/; put it there, so that each page has its own name")
    names: dict[str, str] = {}
    failed = []
    for path in checking.articles((os.path.relpath(place, Path.cwd()),)):
        name = decisions.article_name(Path(path), newsroom.root)
        if name in names:
            failed.append(f"{clean(path)}: would share the name “{clean(name)}” with {clean(names[name])}; rename one")
        else:
            names[name] = path
    return list(names.values()), failed


def _origin(item: Seen) -> Origin:
    """Its address and since when it is there, as the page itself says."""
    if not item.reading:
        return Origin()
    meta = Document.unpacked(item.reading, item.report.path, item.text).meta
    return Origin(meta.canonical.strip(), _day(meta.published))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return ""
