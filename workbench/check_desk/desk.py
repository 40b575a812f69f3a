"""A newsroom's checks and articles, as the commands about checks need them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from workbench import batch, checking, config, decisions, loader
from workbench.errors import Usage
from workbench.loader import Content
from workbench.model import Check, Report


class CheckDesk:
    """The checks that hold here, and the articles that they are tried on.

    Raises:
        WorkbenchError: a check or the configuration does not hold.
    """

    def __init__(self, working_directory: Path, as_of: date) -> None:
        self.settings = config.load(working_directory)
        self.root, self.as_of = self.settings.root or working_directory, as_of
        self.country = self.settings.newsroom.country
        self.folders = self.settings.folders
        self.content = loader.load(self.folders)
        folder = self.root / "articles"
        self.articles = checking.articles([os.path.relpath(folder)]) if folder.is_dir() else []

    def chosen(self, ids: Sequence[str]) -> tuple[Check, ...]:
        """The checks of these names, or all; a Usage where there is none of a name."""
        known = {check.id: check for check in self.content.checks}
        for id_ in ids:
            if id_ not in known:
                raise Usage(f"there is no check “{id_}”; see `workbench explain`")
        return tuple(known[id_] for id_ in ids) or self.content.checks

    def reports(self, folders: Iterable[Path], content: Content) -> tuple[Report, ...]:
        """The newsroom's articles by these checks, without people's decisions."""
        plan = batch.Plan(
            tuple(folders), self.settings.root, self.country, self.as_of, (), (), limits=self.settings.readers
        )
        outcomes = batch.examine(self.articles, plan, content)
        return tuple(outcome for outcome in outcomes if isinstance(outcome, Report))

    def name(self, path: str) -> str:
        """An article as people call it."""
        return decisions.article_name(Path(path), self.settings.root)
