"""`workbench claims` as a function: writes the claim table of each article, or says which are stale."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from workbench import checking, claim_table, config, decisions, engine, files, loader
from workbench.errors import Unreadable, Usage

_TAKEN = (decisions.NAME, "claims/library.csv")  # tables of another kind that stand in the same folder
_OK, _STALE, _INCOMPLETE = 0, 1, 3


def write(paths: Sequence[str], as_of: date, only_check: bool, working_directory: Path) -> tuple[str, int]:
    """Write `claims/<article>.csv` for these articles.

    Args:
        paths: articles or folders.
        as_of: the day, as in `check`.
        only_check: write nothing; a stale or missing table is exit code 1, as for a lock file.
        working_directory: where the newsroom's root is looked for.

    Returns:
        One line for each article, and the exit code: 0 done, 1 stale, 3 an article could not be read.

    Raises:
        WorkbenchError: a mistake of the caller's, or a table that does not hold (nothing is written then).
    """
    settings = config.load(working_directory)
    if settings.root is None:
        raise Usage("claim tables stand beside a newsroom's articles; put a workbench.toml into its folder first")
    content = loader.load(checking.folders(settings))
    fresh: list[tuple[str, Path, str]] = []
    unread: list[str] = []
    names = decisions.article_names(checking.articles(paths), settings.root)
    for path in names:
        try:
            document = engine.read(Path(path), path, settings.readers)
        except Unreadable as error:
            unread.append(f"{path}: not read: {error}")
            continue
        article = engine.analyse(document, content.lexicon, settings.newsroom.country, as_of)
        name = f"claims/{names[path]}.csv"
        if name in _TAKEN:
            raise Usage(f"{path}: {name} is not a claim table; give the article another file name")
        old = claim_table.read(settings.root / name, name)
        fresh.append((name, settings.root / name, claim_table.render(article.claims, old)))
    stale = [entry for entry in fresh if not _same(entry[1], entry[2])]
    if not only_check:
        for _, place, text in stale:
            place.parent.mkdir(parents=True, exist_ok=True)
            files.replace(place, text.encode("utf-8"))
    lines = [*_lines(fresh, stale, only_check), *unread]
    return "".join(f"{line}\n" for line in lines), _INCOMPLETE if unread else _STALE if only_check and stale else _OK


def _lines(fresh: list[tuple[str, Path, str]], stale: list[tuple[str, Path, str]], only_check: bool) -> Iterator[str]:
    for entry in fresh:
        claims = sum(1 for _ in csv.reader(io.StringIO(entry[2]))) - 1
        state = "up to date" if entry not in stale else "stale: run `workbench claims`" if only_check else "written"
        yield f"{entry[0]}: {claims} claims, {state}"


def _same(place: Path, text: str) -> bool:
    if not place.is_file():
        return False
    with place.open(encoding="utf-8-sig") as file:  # line ends of another system are no difference
        return file.read() == text
