"""The entries of a baseline, and where the finding of each is now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from workbench import batch, checking, config, decisions, loader
from workbench.facts import Row
from workbench.model import Finding, Report, Unread

_MARK = "#"  # before the number of a row, which stands in for its reason while findings are matched


class Entry(Struct, frozen=True):
    """A row of the baseline, where its finding is now: `here`, `changed`, `gone`, or `not read`."""

    row: Row
    state: str
    now: Finding | None = None
    text_hash: str = ""


class Seen(Struct, frozen=True):
    """The articles that were read, with their names, and those that could not be."""

    names: dict[str, str]  # path → name
    reports: dict[str, Report]  # by name
    unread: tuple[Unread, ...]


def seen_now(given: Sequence[str], rows: Sequence[Row], as_of: date, settings: config.Settings) -> Seen:
    """The articles, checked; each row of the baseline has its number for a reason."""
    paths = checking.articles(given)
    names = decisions.article_names(paths, settings.root)
    content = loader.load(settings.folders)
    alone = settings.review.people == 1
    marked = ({**row, "reason": f"{_MARK}{number}"} if row["decision"] == "baseline" else row
              for number, row in enumerate(rows))  # fmt: skip
    plan = batch.Plan(
        folders=settings.folders,
        root=settings.root,
        country=settings.newsroom.country,
        as_of=as_of,
        only=(),
        decided=decisions.counted(marked, alone),
        limits=settings.readers,
        keep_text=True,
        people=tuple(member.id for member in settings.people),
    )
    outcomes = list(zip(paths, batch.examine(paths, plan, content), strict=True))
    reports = {names[path]: outcome for path, outcome in outcomes if isinstance(outcome, Report)}
    return Seen(names, reports, tuple(outcome for _, outcome in outcomes if isinstance(outcome, Unread)))


def entries_of(rows: Sequence[Row], seen: Seen, root: Path) -> list[Entry]:
    """Every row of the baseline with its place now, in file order."""
    found: dict[int, Entry] = {}
    for report in seen.reports.values():
        text_hash = hash_of(report)
        for finding in report.findings:
            decision = finding.decision
            if decision is None or not decision.reason.startswith(_MARK):
                continue
            number = int(decision.reason[len(_MARK) :])
            state = "here" if decision.state == "baseline" else "changed"
            found[number] = Entry(rows[number], state, finding, text_hash)
    return [
        found.get(number) or Entry(row, _lost(row, seen, root))
        for number, row in enumerate(rows)
        if row["decision"] == "baseline"
    ]


def _lost(row: Row, seen: Seen, root: Path) -> str:
    """An article that was not among those read keeps its entries, unless its file is gone."""
    if row["article"] in seen.reports:
        return "gone"
    there = row["article"] in seen.names.values() or any((root / "articles").glob(f"{row['article']}.*"))
    return "not read" if there else "gone"


def hash_of(report: Report) -> str:
    """The name of the text that was read, as the queue writes it."""
    return sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
