"""A newsroom with people, articles and the shipped checks, for tests of `workbench queue`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import newsroom
import pytest
from invented import PEOPLE, member, table

from workbench import cli, loader, queueing
from workbench.errors import Usage
from workbench.loader import Content
from workbench.queueing import Wanted
from workbench.review import Person
from workbench.review.people import recognised
from workbench.staff import Member, Staff

STARTS = datetime.fromisoformat("2026-11-25T09:00:00+00:00")
_TOML = '[newsroom]\ncountry = "US"\n' + table()
_HEAD = "---\ntitle: {title}\nauthor: Tom Adeyemi\n---\n\n# {title}\n\n"
DROPS = _HEAD.format(title="Evening drops") + (
    "Of the 10 people in the trial, 70.8% improved.\n\nThese drops are a miracle cure.\n\n"
    "The FDA has approved ketamine for depression.\n\nThe drops cost 40 dollars a month.\n"
)
SLEEP = _HEAD.format(title="Sleep") + "Keep the room dark. These drops are a miracle cure.\n"
CALM = (
    _HEAD.format(title="Rest") + "Velodrin reduces pain in adults, according to [the trial](https://example.org/t).\n"
)
PERCENT, MIRACLE, ERROR = "impossible-percentage", "miracle-cure", "approval-that-does-not-exist"

_load = loader.load


def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the shipped checks be loaded, and the commands be made, once for all tests."""
    monkeypatch.setattr(loader, "load", lambda folders: _loaded(tuple(filter(Path.is_dir, folders))))
    monkeypatch.setattr(cli, "app", _commands())


@cache
def _loaded(folders: tuple[Path, ...]) -> Content:
    return _load(folders)


@cache
def _commands() -> Any:
    from typer.main import get_command

    return get_command(cli.app)


class Desk:
    """The newsroom at a moment; `hours` later by `later`."""

    def __init__(self, root: Path, extra: str = "") -> None:
        self.root, self.now = root, STARTS
        (root / "articles").mkdir(parents=True)
        (root / "workbench.toml").write_text(_TOML + extra, encoding="utf-8")
        for name, text in (("drops", DROPS), ("sleep", SLEEP), ("calm", CALM)):
            self.write(name, text)
        if newsroom.SERVER is None:
            shutil.copytree(newsroom._empty(), root / ".workbench")
        self.url = newsroom.url_of(root)

    def write(self, name: str, text: str) -> None:
        """An article's text changes."""
        (self.root / f"articles/{name}.md").write_text(text, encoding="utf-8")

    def later(self, hours: float) -> None:
        """Time passes."""
        self.now += timedelta(hours=hours)

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.now.date(), at=self.now.isoformat(), url=self.url)

    def does(self, who: str, step: Callable[..., tuple[str, int]], *words: Any, **more: Any) -> str:
        """What a person is told who does this."""
        text, code = step(self.wanted, self.root, *words, person=person(who), **more)
        assert code == 0, text
        return text

    def refused(self, who: str, step: Callable[..., tuple[str, int]], *words: Any, **more: Any) -> str:
        """Why a person cannot do this; nothing was stored."""
        before = self.counts()
        with pytest.raises(Usage) as error:
            step(self.wanted, self.root, *words, person=person(who), **more)
        assert (error.value.exit_code, self.counts()) == (2, before)
        assert "\n" not in str(error.value)
        return str(error.value)

    def counts(self) -> list[tuple[Any, ...]]:
        """How many steps, decisions and messages there are."""
        tables = ("steps", "decisions", "messages")
        return [newsroom.rows(self.root, f"SELECT count(*) FROM {table}")[0] for table in tables]

    def shows(self, name: str = "drops") -> str:
        """What `queue show` prints."""
        return queueing.show(self.wanted, self.root, name)[0]

    def finding(self, check: str, name: str = "drops") -> str:
        """The fingerprint of the only finding of a check."""
        self.shows(name)
        where = f"article = '{name}' AND \"check\" = '{check}' AND state != 'fixed'"
        ((found,),) = newsroom.rows(self.root, f"SELECT fingerprint FROM findings WHERE {where}")
        return str(found)

    def claim(self, kind: str, name: str = "drops") -> str:
        """The only claim of a type."""
        self.shows(name)
        ((found,),) = newsroom.rows(self.root, f"SELECT claim FROM claims WHERE article = '{name}' AND type = '{kind}'")
        return str(found)

    def claims(self, name: str = "drops") -> list[str]:
        """Every claim that the text tells."""
        self.shows(name)
        found = newsroom.rows(self.root, f"SELECT claim FROM claims WHERE article = '{name}' ORDER BY start")
        return [str(claim) for (claim,) in found]

    def text(self, name: str = "drops") -> str:
        """The first digits of the text as it stands, as `queue show` prints them."""
        (line,) = (line for line in self.shows(name).splitlines() if line.startswith("Text "))
        return line.split()[1]

    def article(self, column: str, name: str = "drops") -> Any:
        """What is stored of an article."""
        ((found,),) = newsroom.rows(self.root, f"SELECT {column} FROM articles WHERE name = '{name}'")
        return found


def person(who: str) -> Person:
    """Somebody of the newsroom, or a stranger."""
    return recognised(who, STAFF)


STAFF = Staff(tuple(Member(id_, name, (role,)) for id_, name, role in map(member, PEOPLE)))


class Terminal:
    """Whoever sits at the newsroom's terminal: every command is six minutes after the one before."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.desk, self._monkeypatch, self._capfd = desk, monkeypatch, capfd

    @property
    def where(self) -> tuple[str, ...]:
        """The option that names the database, where it is not the newsroom's own."""
        return ("--database", self.desk.url) if self.desk.url else ()

    def runs(self, who: str, *words: str) -> tuple[int, str]:
        """Exit code and what was told of any command."""
        self._monkeypatch.setenv("JUPYTERHUB_USER", who)
        self._monkeypatch.setenv("WORKBENCH_AT", self.desk.now.isoformat())
        self._monkeypatch.setattr(sys, "argv", ["workbench", *words])
        with pytest.raises(SystemExit) as end:
            cli.main()
        self.desk.later(0.1)
        told = self._capfd.readouterr()
        return int(end.value.code or 0), told.out + told.err

    def types(self, who: str, *words: str) -> tuple[int, str]:
        """The same of a command of the queue."""
        return self.runs(who, "queue", *words, *self.where)

    def does(self, who: str, *words: str) -> str:
        """What was told of a step that is done."""
        end, told = self.types(who, *words)
        assert end == 0, told
        return told

    def barred(self, who: str, *words: str) -> str:
        """Why a step is not done, in one line."""
        end, told = self.types(who, *words)
        assert end == 2 and told.startswith("workbench: ") and told.count("\n") == 1, told
        return told
