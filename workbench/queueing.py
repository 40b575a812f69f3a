"""`workbench queue` as functions: what the caller wants → text and an exit code."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from workbench import batch, beside, checking, config, decisions, loader
from workbench.errors import Usage
from workbench.model import SEVERITIES, Unread, limits
from workbench.review import Person, Seen, Store, rules
from workbench.review.gathering import gather
from workbench.review.people import of_this_system
from workbench.writers.terminal import clean

_OK, _INCOMPLETE = 0, 3
_SHORTEST = 4  # digits of a fingerprint that a person must type


class Wanted(msgspec.Struct, frozen=True):
    """What the caller asks for: the day, the moment for the history (ISO), a database URL ("" = the newsroom's own)."""

    as_of: date
    at: str = ""
    url: str = ""
    jobs: int = 1
    width: int = 100


def list_articles(wanted: Wanted, working_directory: Path, paths: Sequence[str] = ()) -> tuple[str, int]:
    """Check the articles (default: all below `articles/`), record what was found, and list the queue.

    Returns:
        One line an article, most harmful first; 0, or 3 where an article could not be read.

    Raises:
        WorkbenchError: no newsroom here, a path is wrong, or the queue cannot be used.
    """
    newsroom = _Newsroom(working_directory, wanted)
    with newsroom.open() as store:
        seen, unread = newsroom.examine(checking.articles(tuple(paths) or (newsroom.folder,)))
        store.record(seen, at=wanted.at)
        rows = store.queue(present={item.name for item in seen})
    lines = [*_table(rows, wanted.width), *(f"Not read  {clean(item.path)}  {clean(item.message)}" for item in unread)]
    return "\n".join([*lines, *newsroom.closing()]) + "\n", _INCOMPLETE if unread else _OK


def show(wanted: Wanted, working_directory: Path, name: str) -> tuple[str, int]:
    """Check one article and show its findings with what stands about each, and its history.

    Raises:
        WorkbenchError: there is no such article, or the queue cannot be used.
    """
    newsroom = _Newsroom(working_directory, wanted)
    with newsroom.open() as store:
        newsroom.refresh(store, name)
        article, states = store.article(name), store.states(name)
    lines = [f"{clean(article['title'])}  ({clean(name)})", _summary(article)]
    for finding in article["findings"]:
        lines += ["", *_finding(finding, states[finding["fingerprint"]])]
    lines += ["", "History"]
    lines += [f"  {clean(event['at'])}  {clean(event['who'])}: {clean(event['what'])}" for event in article["history"]]
    return "\n".join([*lines, "", *newsroom.closing()]) + "\n", _OK


def decide(
    wanted: Wanted, working_directory: Path, name: str, fingerprint: str, action: str, reason: str = "", note: str = "",
    person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Dismiss a finding, ask for its fix, or take one's own decision back.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        name: the article, as `queue list` names it.
        fingerprint: the finding, or its first digits (four at least).
        action: "dismiss", "fix" or "undo".
        reason: for "dismiss"; in words, or its number from 1.
        note: free words.
        person: who decides; default: the user of this system.

    Raises:
        Usage: the rules do not allow it (says who can), or there is no such article or finding.
        QueueUnavailable: the queue cannot be used.
    """
    newsroom = _Newsroom(working_directory, wanted)
    who = person or of_this_system()
    with newsroom.open() as store:
        newsroom.refresh(store, name)
        whole = _finding_named(fingerprint, store.states(name), name)
        if action == "undo":
            outcome = store.take_back(name, whole, who, at=wanted.at)
        else:
            outcome = store.decide(name, whole, action, who, _reason(reason), note, at=wanted.at)
    if not outcome.ok:
        raise Usage(clean(outcome.message))
    return clean(outcome.message) + "\n", _OK


def export(wanted: Wanted, working_directory: Path) -> tuple[str, int]:
    """Bring `claims/decisions.csv` in line with the queue, and the queue with rows that only the file has.

    Raises:
        WorkbenchError: no newsroom here, the file does not hold, or the queue cannot be used.
    """
    newsroom = _Newsroom(working_directory, wanted)
    with newsroom.open() as store:  # opening does both
        store.export()
    count = len(decisions.read(newsroom.root))
    return f"{decisions.NAME}: {count} decision{'' if count == 1 else 's'}.\n", _OK


def audit(wanted: Wanted, working_directory: Path) -> tuple[str, int]:
    """Verify the history's chain: every row follows the one before it, every decision has its row.

    Returns:
        What is wrong, a line each; 0 where nothing is, else 3: the history cannot be relied on.
    """
    newsroom = _Newsroom(working_directory, wanted)
    with newsroom.open() as store:
        wrong = store.verify()
    if not wrong:
        return "The history is whole: every row follows the one before it.\n", _OK
    return "\n".join(["The history was changed by hand:", *(f"  {clean(line)}" for line in wrong)]) + "\n", _INCOMPLETE


class _Newsroom:
    """The newsroom that a working directory belongs to, with its checks."""

    def __init__(self, working_directory: Path, wanted: Wanted) -> None:
        settings = config.load(working_directory)
        if settings.root is None:
            raise Usage("no newsroom here: the queue needs workbench.toml in this folder or one above; make one there")
        self.root, self.wanted = settings.root, wanted
        self.country = settings.newsroom.country
        self.folder = os.path.relpath(self.root / "articles", working_directory)
        self._folders = checking.folders(settings)
        self._settings = settings
        self._content = loader.load(self._folders)

    def open(self) -> Store:
        return Store.open(self.wanted.url, self.root, self.wanted.as_of, checks=self._content.checks)

    def examine(self, paths: Sequence[str]) -> tuple[list[Seen], list[Unread]]:
        day, limits_ = self.wanted.as_of, self._settings.readers
        plan = batch.Plan(self._folders, self.root, self.country, day, (), (), limits=limits_)
        plan = beside.ask(paths, self._settings, day).on(plan)
        found = list(gather(paths, plan, self._content, self.wanted.jobs))
        seen = [item for item in found if isinstance(item, Seen)]
        return seen, [item for item in found if isinstance(item, Unread)]

    def refresh(self, store: Store, name: str) -> None:
        """Check the article of this name anew, where its file is still there."""
        there = Path(self.folder).is_dir()
        paths = checking.articles((self.folder,)) if there else []
        mine = [path for path in paths if decisions.article_name(Path(path), self.root) == name]
        if not mine and name not in {row["name"] for row in store.queue()}:
            raise Usage(f"the queue has no article “{clean(name)}”. See: workbench queue list")
        seen, unread = self.examine(mine)
        if unread:
            raise Usage(f"{unread[0].path}: {unread[0].message}")
        store.record(seen, at=self.wanted.at)

    def closing(self) -> list[str]:
        return [limits(self.country)]


def _table(rows: Iterable[dict[str, Any]], width: int) -> list[str]:
    head = ("Risk", "To decide", "State", "Waiting", "Article")
    lines = [head]
    for row in rows:
        counts = " ".join(f"{row['to_decide'][severity]} {severity}" for severity in SEVERITIES)
        second = f", {row['second']} second" if row["second"] else ""
        unknown = f" ·{row['unknowns']}?" if row["unknowns"] else ""
        title = f"{clean(row['name'])}  {clean(row['title'])}"
        lines.append((f"{row['risk']}{unknown}", counts + second, row["state"], f"{row['waiting_days']} d", title))
    if len(lines) == 1:
        return ["Nothing is in the queue."]
    widths = [max(len(line[index]) for line in lines) for index in range(4)]
    room = max(20, width - sum(widths) - 8)
    return ["  ".join([*map(str.ljust, line, widths), _cut(line[4], room)]) for line in lines]


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"


def _summary(article: dict[str, Any]) -> str:
    unknown = f" · {article['unknowns']} unknown" if article["unknowns"] else ""
    parts = ", ".join(f"{topic} {points}" for topic, points in article["parts"] if points)
    return f"risk {article['risk']}{unknown} · {article['state']}" + (f" · {parts}" if parts else "")


def _finding(finding: dict[str, Any], state: dict[str, str]) -> list[str]:
    place = "whole article" if finding["whole"] else f"line {finding['line']}"
    words = "held back by its context" if finding["held_back"] else state["words"] or state["state"]
    lines = [f"{finding['id']:>3} {finding['severity']}  {place}  {finding['fingerprint']}  {clean(words)}"]
    lines.append(f"    {clean(finding['title'])} ({finding['check']})")
    lines += [f"    “{clean(finding['text'])}”"] if finding["text"] else []
    lines.append(f"    {clean(finding['message'])}")
    return [*lines, f"    {clean(state['reopened'])}"] if state["reopened"] else lines


def _finding_named(beginning: str, known: Iterable[str], name: str) -> str:
    found = [fingerprint for fingerprint in known if fingerprint.startswith(beginning)]
    if len(beginning) < _SHORTEST:
        raise Usage(f"“{clean(beginning)}” is too short; give at least {_SHORTEST} digits of the finding's name")
    if len(found) != 1:
        problem = "fits several findings; give more digits" if found else "is no finding that this text still has"
        raise Usage(f"“{clean(beginning)}” {problem}. See: workbench queue show {clean(name)}")
    return found[0]


def _reason(text: str) -> str:
    numbers = {str(number): reason for number, reason in enumerate(rules.REASONS, start=1)}
    return numbers.get(text, text)
