"""`from workbench import read, check, draft`: an article in a notebook, as values, data frames and a panel.

>>> page = read("draft.md")                   # doctest: +SKIP
>>> page.claims_frame()                       # doctest: +SKIP
>>> check("draft.md").findings_frame()        # doctest: +SKIP
>>> draft("draft.md")                         # doctest: +SKIP
"""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from workbench import batch, beside, checking, config, decisions, engine, knowledge, loader
from workbench.errors import Unreadable, Usage
from workbench.model import Article, Report, Unread

if TYPE_CHECKING:
    import pandas as pd

    from workbench.widgets.draft import DraftWidget

_HOW = "To send it to review, save the file and run: workbench queue send {}. Or open the queue with: workbench serve"


class Page:
    """An article in a notebook: `article` as it was understood, `report` where it was checked (else None)."""

    def __init__(self, article: Article, report: Report | None = None) -> None:
        self.article, self.report = article, report

    def claims_frame(self) -> pd.DataFrame:
        """Its claims, one a row; see `workbench.frames.claims_frame` for the columns."""
        from workbench import frames

        return frames.claims_frame(self.article)

    def findings_frame(self) -> pd.DataFrame:
        """What the checks found, one a row; see `workbench.frames.findings_frame` for the columns.

        Raises:
            Usage: the article was read, not checked.
        """
        from workbench import frames

        if self.report is None:
            raise Usage(f"{self.article.document.path} was read, not checked; call check(…) instead of read(…)")
        return frames.findings_frame(self.report)

    def __repr__(self) -> str:
        path, day = self.article.document.path, self.article.as_of
        claims = f"{len(self.article.claims)} claims"
        if self.report is None:
            return f"<Page {path!r}: {claims}, as of {day}>"
        return f"<Page {path!r}: {claims}, {len(self.report.findings)} findings, as of {day}>"


def read(path: str | Path, *, as_of: date | None = None) -> Page:
    """Read one article: its sentences, numbers and claims, without running checks.

    Args:
        path: the article; the newsroom is looked for from the working directory, as on the command line.
        as_of: the day to read for; None = today.

    Raises:
        Unreadable: it cannot be opened or read; says why and what to do.
        Usage: a mistake in the path, the configuration or a check file.
    """
    shown, day = _named(path), as_of or today()
    settings = config.load(Path.cwd())
    return Page(_understood(shown, settings, loader.load(settings.folders), day))


def check(path: str | Path, *, as_of: date | None = None) -> Page:
    """Read one article and run the newsroom's checks on it; arguments as `read`.

    What people decided counts, and so do the comments in the article that close findings.
    """
    shown, day = _named(path), as_of or today()
    settings = config.load(Path.cwd())
    folders = settings.folders
    content = loader.load(folders)
    plan = batch.Plan(
        folders=folders, root=settings.root, country=settings.newsroom.country, as_of=day, only=(),
        decided=decisions.read(settings.root), limits=settings.readers,
        people=tuple(member.id for member in settings.people),
    )  # fmt: skip
    (outcome,) = batch.examine([shown], beside.ask([shown], settings, day).on(plan), content)
    if isinstance(outcome, Unread):
        raise Unreadable(f"{outcome.path}: {outcome.message}")
    return Page(_understood(shown, settings, content, day), outcome)


def draft(path: str | Path = "", *, as_of: date | None = None) -> DraftWidget:
    """The panel of a draft, which follows the file while it is written; the last value of a cell.

    Args:
        path: the article; "" = a text area to type into.
        as_of: the day to check for; None = today.

    Raises:
        Usage: a mistake in the path, the configuration or a check file; or the widgets are not installed.
    """
    if find_spec("anywidget") is None:
        raise Usage("draft needs anywidget; install it with: pip install 'workbench[notebook]'")
    from workbench.drafting import Desk  # not paid for by `read` and `check`
    from workbench.drafting.telling import Here
    from workbench.widgets.draft_screen import Around, DraftScreen, Followed

    settings = config.load(Path.cwd())
    folders = settings.folders
    here = Here(Desk(loader.load(folders), settings, folders, as_of or today()))
    if not str(path):
        return DraftScreen(here, Around()).open()
    shown = _named(path)
    name = decisions.article_name(Path(shown), settings.root)
    return DraftScreen(here, Around(how=_HOW.format(quote(name)))).open(Followed(Path(shown).resolve(), shown, name))


def _understood(path: str, settings: config.Settings, content: loader.Content, day: date) -> Article:
    document = engine.read(Path(path), path, settings.readers)
    known = knowledge.load(settings.root, day)
    return engine.analyse(document, content.lexicon, settings.newsroom.country, day, known)


def _named(path: str | Path) -> str:
    """One article; a folder is not one."""
    found = checking.articles([str(path)])
    if Path(path).is_dir():
        raise Usage(f"{path}: is a folder; name one article, for example {found[0]}")
    return found[0]


def today() -> date:
    """A notebook's own day."""
    return date.today()  # a notebook's own day, where its author names none; `Page` says which it was
