"""`queue list`: what needs a decision, one line an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from workbench import checking
from workbench.model import SEVERITIES
from workbench.queueing.backlog import untouched
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import INCOMPLETE, OK
from workbench.queueing.telling import left
from workbench.review import Person
from workbench.review.wording import day
from workbench.writers.terminal import clean

_HEAD = ("Risk", "To decide", "State", "Waiting", "With", "Article")
_WITH = _HEAD.index("With")


class Only(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows: at most `first` (0 = all), those handed to whoever asks (`mine`), those due within a day (`due`).

    `inherited`: also pages that were live before us and are in no review.
    """

    first: int = 0
    mine: bool = False
    due: bool = False
    inherited: bool = False


_ALL = Only()


def list_articles(
    wanted: Wanted, working_directory: Path, paths: Sequence[str] = (), only: Only = _ALL,
    person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Check the articles (default: all below `articles/`), record what was found, and list the queue.

    Returns:
        One line an article, due within a day first, then most harmful; 0, or 3 where an article could not be read.

    Raises:
        WorkbenchError: no newsroom here, a path is wrong, or the queue cannot be used.
    """
    newsroom = Newsroom(working_directory, wanted)
    chosen = _chosen(newsroom, only, person)
    with newsroom.open() as store:
        found = checking.articles(tuple(paths) or (newsroom.folder,))
        same = {} if paths else untouched(newsroom, store, found)
        seen, unread = newsroom.examine([path for path in found if path not in same])
        store.record(seen, at=wanted.at)
        present = {item.name for item in seen} | set(same.values())
        rows = [row for row in store.queue(present, inherited=only.inherited) if chosen(row)]
        outside = 0 if only.inherited else store.catalogue().count()
    shown = rows[: only.first] if only.first else rows
    more = [f"{len(shown)} of {len(rows)} shown."] if len(shown) < len(rows) else []
    more += [left(outside)] if outside else []
    failed = [f"Not read  {clean(item.path)}  {clean(item.message)}" for item in unread]
    lines = [*_table(shown, wanted), *more, *failed, *newsroom.closing()]
    return "\n".join(lines) + "\n", INCOMPLETE if unread else OK


def _chosen(newsroom: Newsroom, only: Only, person: Person | None) -> Callable[[dict[str, Any]], bool]:
    who = newsroom.visitor(person).id if only.mine else ""
    last = (newsroom.wanted.as_of + timedelta(days=1)).isoformat()

    def chosen(row: dict[str, Any]) -> bool:
        return (not only.mine or row["assignee"] == who) and (not only.due or "" < row["due"] <= last)

    return chosen


def _table(rows: Iterable[dict[str, Any]], wanted: Wanted) -> list[str]:
    lines = [_HEAD, *(_line(row, wanted) for row in rows)]
    if len(lines) == 1:
        return ["Nothing is in the queue."]
    if not any(line[_WITH] for line in lines[1:]):
        lines = [line[:_WITH] + line[_WITH + 1 :] for line in lines]
    widths = [max(len(line[index]) for line in lines) for index in range(len(lines[0]) - 1)]
    room = max(20, wanted.width - sum(widths) - 2 * len(widths))
    return ["  ".join([*map(str.ljust, line, widths), _cut(line[-1], room)]) for line in lines]


def _line(row: dict[str, Any], wanted: Wanted) -> tuple[str, ...]:
    counts = " ".join(f"{row['to_decide'][severity]} {severity}" for severity in SEVERITIES)
    second = f", {row['second']} second" if row["second"] else ""
    unknown = f" ·{row['unknowns']}?" if row["unknowns"] else ""
    waited = f"{row['waiting_days']} d{' late' if row['late'] else ''}"
    due = f"due {day(row['due'], wanted.as_of)}" if row["due"] else ""
    with_ = ", ".join(filter(None, (clean(row["assignee"]), due)))
    title = f"{clean(row['name'])}  {clean(row['title'])}"
    return f"{row['risk']}{unknown}", counts + second, row["state"], waited, with_, title


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"
