"""The newsroom that somebody works in: its settings, its people, its queue, and its articles as they are now."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import msgspec

from workbench import batch, beside, checking, config, decisions, engine, loader
from workbench.errors import Unreadable, Usage
from workbench.loader import Content
from workbench.model import Unread, limits
from workbench.review import Person, Seen, Store
from workbench.review.casing import Rules
from workbench.review.gathering import gather
from workbench.review.people import decider, house_of, present
from workbench.writers.terminal import clean


class Wanted(msgspec.Struct, frozen=True):
    """What the caller asks for: the day, the moment for the history (ISO), and a database URL.

    "" = the database that `[review]` names, else the newsroom's own.
    """

    as_of: date
    at: str = ""
    url: str = ""
    jobs: int = 1
    width: int = 100

    @property
    def moment(self) -> str:
        """The moment; where none is named, the day."""
        return self.at or self.as_of.isoformat()


class Newsroom:
    """The newsroom that a working directory belongs to."""

    def __init__(self, working_directory: Path, wanted: Wanted) -> None:
        settings = config.load(working_directory)
        if settings.root is None:
            raise Usage("no newsroom here: the queue needs workbench.toml in this folder or one above; make one there")
        self.root, self.wanted, self.staff, self.review = settings.root, wanted, settings.staff, settings.review
        self.country, self.site = settings.newsroom.country, settings.site
        self.folder = os.path.relpath(self.root / "articles", working_directory)
        self._settings = settings

    @cached_property
    def content(self) -> Content:
        """The checks, loaded when they are first asked for."""
        return loader.load(self._settings.folders)

    def decider(self, person: Person | None = None) -> Person:
        """Who decides: this person, else whoever is there; raises what `people.decider` raises."""
        return decider(self.staff, os.environ, person)

    def visitor(self, person: Person | None = None) -> Person:
        """Who looks: this person, else whoever is there, who may only read; raises `Unidentified`."""
        return person or present(self.staff, os.environ)

    def open(self, *, checks: bool = True) -> Store:
        """The queue, with the rules of this newsroom; without `checks` their titles and versions are not known."""
        rules = Rules(house_of(self.review), self.staff, self.review.days)
        known = self.content.checks if checks else ()
        return Store.open(
            self.wanted.url or self.review.database, self.root, self.wanted.as_of, checks=known, rules=rules
        )

    def examine(self, paths: Sequence[str]) -> tuple[list[Seen], list[Unread]]:
        """Check these articles."""
        day, limits_ = self.wanted.as_of, self._settings.readers
        people = tuple(member.id for member in self._settings.people)
        folders = self._settings.folders
        plan = batch.Plan(folders, self.root, self.country, day, (), (), limits=limits_, people=people)
        plan = beside.ask(paths, self._settings, day).on(plan)
        found = list(gather(paths, plan, self.content, self.wanted.jobs))
        seen = [item for item in found if isinstance(item, Seen)]
        return seen, [item for item in found if isinstance(item, Unread)]

    def text_hash(self, path: str) -> str:
        """The hash of an article's text; "" where it cannot be read."""
        try:
            text = engine.read(Path(path), path, self._settings.readers).source
        except Unreadable:
            return ""
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def refresh(self, store: Store, name: str) -> None:
        """Check the article of this name anew, where its file is still there.

        Raises:
            Usage: neither the folder nor the queue has it, or it cannot be read.
        """
        mine = self._files(name)
        if not mine:
            try:
                store.states(name)
            except Usage:
                raise Usage(f"the queue has no article “{clean(name)}”. See: workbench queue list") from None
        seen, unread = self.examine(mine)
        if unread:
            raise Usage(f"{unread[0].path}: {unread[0].message}")
        store.record(seen, at=self.wanted.at)

    def _files(self, name: str) -> list[str]:
        """The files of the article: looked for where it should lie, and only then among all, which may be thousands."""
        place = Path(self.folder, name).parent
        hidden = any(part.startswith(".") for part in Path(name).parts)
        if place.is_dir() and not hidden:
            beside = [path for path in place.iterdir() if path.stem == Path(name).name and path.is_file()]
            known = [path for path in beside if path.suffix.lower() in engine.suffixes()]
            mine = sorted(path.as_posix() for path in known if decisions.article_name(path, self.root) == name)
            if mine:
                return mine
        paths = checking.articles((self.folder,)) if Path(self.folder).is_dir() else []
        return [path for path in paths if decisions.article_name(Path(path), self.root) == name]

    def closing(self) -> list[str]:
        """The line that every page ends with."""
        return [limits(self.country)]
