"""A newsroom whose people sit at browsers behind a proxy, with a keyboard and nothing else, while days pass."""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from e2e.pages import Browser, Visit, write
from e2e.proxy import HEADER, Proxy
from e2e.served import DAY, Served, newsroom, until
from invented import table

_LATER = Path(__file__).with_name("later")
REVIEW = f'\n[review]\nheader = "{HEADER}"\n'
ALONE = f'[newsroom]\ncountry = "US"\n{REVIEW}people = 1\n[people.mara]\nname = "Mara Olsen"\n'
_HEAD = "---\ntitle: {title}\nauthor: Tom Adeyemi\n---\n\n# {title}\n\n"
_ON = "[document.activeElement.tagName, (document.activeElement.getAttribute('aria-label') || document.activeElement.textContent).trim()]"  # noqa: E501


def drops(title: str) -> str:
    return _HEAD.format(title=title) + (
        "Of the 10 people in the trial, 70.8% improved.\n\nThese drops are a miracle cure.\n\n"
        "The FDA has approved ketamine for depression.\n\nThe drops cost 40 dollars a month.\n"
    )


def sleep(title: str) -> str:
    return _HEAD.format(title=title) + "Keep the room dark. A dark room is a miracle cure.\n"


def rest(title: str) -> str:
    return _HEAD.format(title=title) + (
        "Velodrin reduces pain in adults, according to [the trial](https://example.org/t).\n"
    )


def many(title: str) -> str:
    return _HEAD.format(title=title) + "".join(
        f"The number {n} tea is a miracle cure for hiccups.\n\n" for n in range(1, 31)
    )


ARTICLES = {
    "drops": drops("Evening drops"), "drops-1": drops("Morning drops"), "many": many("Twenty promises"),
    "sleep": sleep("Sleep at home"), "sleep-1": sleep("Sleep at work"), "sleep-2": sleep("Sleep on trains"),
    "calm": rest("Rest"), "calm-1": rest("Second rest"), "calm-2": rest("Third rest"),
}  # fmt: skip


def _no_mouse(*_: object, **__: object) -> None:
    raise AssertionError("this week is done by keys alone")


class Desk:
    """Whoever sits there, with a keyboard and nothing else."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.page, self.keys = visit, visit.page, 0
        for name in ("click", "dblclick", "down", "up"):
            setattr(visit.page.mouse, name, _no_mouse)

    def press(self, *keys: str) -> Desk:
        self.keys += len(keys)
        self.visit.press(*keys)
        return self

    def type(self, words: str) -> Desk:
        self.page.keyboard.type(words)
        return self

    def said(self, words: str) -> Desk:
        """Wait for the answer to a step; only then is it stored."""
        self.visit.said(words)
        return self

    def see(self, words: str) -> Desk:
        """Wait until these words stand on the page, where a person can see them."""
        self.page.get_by_text(words).locator("visible=true").first.wait_for()
        return self

    def refused(self, *names: str) -> Desk:
        """Nothing was done; it is said why, and who can do it stands there in words or on a button."""
        alarm = self.page.locator(".said.alarm:not(:empty)").locator("visible=true").first
        alarm.wait_for()
        ways = self.page.locator(".way button").locator("visible=true").all_inner_texts()
        told = " ".join([alarm.inner_text(), *ways])
        assert any(name in told for name in names), told
        return self

    def dialog(self, words: str = "") -> Desk:
        self.page.locator("dialog[open]", has_text=words).wait_for()
        return self

    def closed(self) -> Desk:
        self.page.locator("dialog[open]").wait_for(state="detached")
        return self

    def to(self, name: str, kind: str = "BUTTON") -> Desk:
        """Go by Tab to the button (or link, "A") of this name, as somebody without a mouse does, and press it."""
        seen = []
        for _ in range(150):
            self.visit.press("Tab")
            tag, words = self.page.evaluate(_ON)
            seen.append(words[:30])
            if tag == kind and words.startswith(name):
                return self.press("Enter")
        raise AssertionError(f"no key leads to “{name}”: {seen}")

    def fill(self, *words: str) -> Desk:
        """The fields of the open dialog, one after the other."""
        self.dialog()
        for at, one in enumerate(words):
            if at:
                self.visit.press("Tab")
            self.type(one)
        return self.press("Enter")

    def article(self, title: str, finding: str = "") -> Desk:
        """Back to the queue if need be, to this article in it, and perhaps to one of its findings."""
        self.home().visit.open(title)
        if finding:
            self.visit.choose(finding)
        return self

    def home(self) -> Desk:
        """The queue with all articles, whatever was looked for there."""
        if self.page.locator(".pages-view, .place-view").count():
            self.place("Queue", ".queue-view")
        for _ in range(4):
            if self.page.locator(".queue-view").count():
                break
            self.press("Escape")
            self.page.wait_for_timeout(50)
        self.visit.queue().press("Escape", "7")
        return self

    def row(self, title: str) -> Desk:
        """To the row of this article, and what stands beside it."""
        self.visit._walk("[role=row][aria-selected=true] h3", title)
        return self

    def titles(self) -> list[str]:
        """The articles of the queue, as they stand there."""
        return self.page.locator(".art h3").all_inner_texts()

    def ways(self, part: str) -> list[str]:
        """The buttons that a person sees in a part of the page."""
        return self.page.locator(f"{part} button").locator("visible=true").all_inner_texts()

    def today(self) -> str:
        """The day on which signatures of this sitting stand."""
        now = datetime.now(UTC)
        return f"{now.day} {now:%b %Y}"

    def anew(self) -> Desk:
        """Load the queue again, and with it the articles as they are now."""
        self.home().page.reload()
        self.visit.queue()
        return self

    def place(self, name: str, shows: str) -> Desk:
        """Another page of the app, by the links at the top."""
        self.to(name, "A")
        self.page.locator(shows).first.wait_for()
        return self

    def entry(self, words: str) -> str:
        """The list's entry of a finding."""
        return self.visit.entry(words)


class Week:
    """The newsroom over the days: each person keeps one browser tab a day, at which they sit again and again."""

    def __init__(self, folder: Path, chromium: Browser) -> None:
        self.root = newsroom(folder, ARTICLES)
        self._chromium, self._desks, self._open = chromium, dict[str, Desk](), ExitStack()
        self.people(f"{REVIEW}{table()}")
        self.served = Served(self.root, options=("--behind-proxy",))

    def people(self, told: str) -> None:
        """Who works there from now on."""
        head = "" if "[newsroom]" in told else '[newsroom]\ncountry = "US"\n'
        (self.root / "workbench.toml").write_text(head + told, encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        write(self.served, name, text)

    def at(self, who: str) -> Desk:
        """Their desk, with the queue or whatever they had there last."""
        if who not in self._desks:
            proxy = self._open.enter_context(Proxy(who, self.served.port))
            self._desks[who] = Desk(self._open.enter_context(self._chromium.visit(self.served, proxy.address)))
            self._desks[who].visit.queue()
        return self._desks[who]

    def leave(self) -> None:
        """Everybody goes home, and the server is stopped."""
        self._desks.clear()
        try:
            self._open.close()
        finally:
            ended = self.served.stop()
        assert ended == 0, self.served.said
        assert "Traceback" not in self.served.said, self.served.said

    def later(self, days: int) -> None:
        """So many days after the first, each an hour later: a new launch on the same newsroom."""
        self.leave()
        day = (date.fromisoformat(DAY) + timedelta(days=days)).isoformat()
        path = os.pathsep.join(filter(None, (str(_LATER), os.environ.get("PYTHONPATH"))))
        told = {"PYTHONPATH": path, "HOURS_LATER": str(25 * days)}
        self.served = Served(self.root, options=("--behind-proxy", "--as-of", day), **told)

    def events(self, article: str) -> list[tuple[str, str]]:
        """(who, action) of all that the store keeps of an article, oldest first."""
        found = self.rows("select who, event from history where article = ? order by id", article)
        return [(str(who), str(event)) for who, event in found]

    def rows(self, query: str, *given: str) -> list[tuple[object, ...]]:
        """What the store holds."""
        with closing(sqlite3.connect(self.root / ".workbench" / "queue.sqlite")) as database:
            return list(database.execute(query, given))

    def stored(self, article: str, column: str, value: object) -> None:
        """Wait until this stands about an article."""
        query = f"select {column} from articles where name = ?"
        until(lambda: self.rows(query, article) == [(value,)], f"{article}: {column} = {value}")
