"""The library and the articles that use it, as the commands about them need both."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from workbench import checking, config, decisions, engine, knowledge, loader
from workbench.errors import Usage
from workbench.facts import Row
from workbench.library.linking import rules_in
from workbench.model import Article, Claim
from workbench.writers.terminal import clean

CHECK = "library-drift"  # its parameters say how wordings are compared
_SHORTEST = 4  # digits of a claim's id that a person must type


class LibraryDesk:
    """A newsroom's library with the articles that use it.

    Raises:
        WorkbenchError: no newsroom here, or its checks or what it knows do not hold.
    """

    def __init__(self, working_directory: Path, as_of: date) -> None:
        settings = config.load(working_directory)
        self.root, self.as_of = root_of(working_directory), as_of
        self._country, self._limits = settings.newsroom.country, settings.readers
        self._content = loader.load(checking.folders(settings))
        self.known = knowledge.load(self.root, as_of)
        self._folder = os.path.relpath(self.root / "articles", working_directory)
        check = next((check for check in self._content.checks if check.id == CHECK), None)
        if check is None:
            raise Usage(f"the check {CHECK} is turned off in checks/; its lists are needed to compare wordings")
        self.rules = rules_in(check.params, self._content.tables)

    def row(self, id: str) -> Row:
        """The claim of this name; a Usage where there is none."""
        row = next((row for row in self.known.library if row["id"] == id), None)
        if row is None:
            raise Usage(f"the library has no claim “{clean(id)}”. See: workbench library list")
        return row

    def articles(self) -> dict[str, str]:
        """Path → name of the newsroom's articles."""
        there = checking.articles((self._folder,)) if Path(self._folder).is_dir() else []
        return decisions.article_names(there, self.root)

    def article(self, given: str) -> tuple[str, str]:
        """Path and name of an article given by either; a Usage where there is none."""
        if Path(given).is_file():
            (path,) = checking.articles((given,))
            return path, decisions.article_name(Path(path), self.root)
        found = next(((path, name) for path, name in self.articles().items() if name == given), None)
        if found is None:
            raise Usage(f"there is no article “{clean(given)}”; give its path, or its name below articles/")
        return found

    def read(self, path: str, name: str) -> Article:
        """The article as it is now, with what is known for it; an Unreadable where it cannot be read."""
        document = engine.read(Path(path), path, self._limits)
        known = knowledge.about(self.known, name)
        return engine.analyse(document, self._content.lexicon, self._country, self.as_of, known)


def root_of(working_directory: Path) -> Path:
    """The newsroom's root; a Usage where there is none."""
    root = config.load(working_directory).root
    if root is None:
        raise Usage("no newsroom here: the library needs workbench.toml in this folder or one above; make one there")
    return root


def claim_named(page: Article, beginning: str) -> Claim:
    """The claim whose id begins so; a Usage where none or several do."""
    if len(beginning) < _SHORTEST:
        raise Usage(f"“{clean(beginning)}” is too short; give at least {_SHORTEST} digits of the claim's id")
    found = [claim for claim in page.claims if claim.id.startswith(beginning)]
    if len(found) != 1:
        problem = "fits several claims; give more digits" if found else "is no claim of this article as it is now"
        raise Usage(f"“{clean(beginning)}” {problem}. See its table in claims/, or: workbench library suggest ARTICLE")
    return found[0]
