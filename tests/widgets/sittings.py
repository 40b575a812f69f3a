"""The review screen in a browser, on a real queue: what the page sends goes to the kernel's side, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from speak import AS_OF, REPOSITORY, content, report_of

from workbench.review import Person, Seen, Store
from workbench.review.casing import Rules
from workbench.review.moves import House
from workbench.staff import Member, Staff
from workbench.widgets.article import ArticleWidget
from workbench.widgets.queue import QueueWidget
from workbench.widgets.review import Newsroom, Review

MARA, JON = Person("mara", "Mara Olsen"), Person("jon", "Jon Bell")
INES, TOM = Person("ines", "Ines Calder", "medical reviewer"), Person("tom", "Tom Adeyemi", "writer")
STAFF = Staff(tuple(Member(one.id, one.name, one.roles) for one in (MARA, INES, TOM, JON)))
RULES = Rules(House(), STAFF)
NAME = "ketamine-lozenges-by-post"


def open_plain(root: Path, text: str, authors: tuple[str, ...] = ("Tom Adeyemi",)) -> Store:
    """A queue with an article of this text."""
    path = root / "articles" / f"{NAME}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    store = Store.open("", root, AS_OF, "morning", content().checks, RULES)
    report = msgspec.structs.replace(report_of.__wrapped__(path), path=f"articles/{NAME}.md")
    store.record([Seen(NAME, text, report, authors=authors)])
    return store


def open_store(root: Path, authors: tuple[str, ...] = ("Tom Adeyemi",)) -> Store:
    """A queue with one of our articles, by these authors."""
    store = Store.open("", root, AS_OF, "morning", content().checks, RULES)
    path = REPOSITORY / "articles" / f"{NAME}.md"
    report = report_of(path.relative_to(REPOSITORY).as_posix())
    store.record([Seen(NAME, path.read_text(encoding="utf-8"), report, authors=authors)])
    return store


def review_of(store: Store, person: Person = MARA, name: str = NAME, why: str = "") -> Review:
    """The screen of this person; "" = the queue."""
    room = Newsroom(content(), AS_OF, "US", person, why=why, house=RULES.house, staff=STAFF, days=5)
    review = Review(store, room)
    if name:
        review.open_article(name)
    return review


class Screen:
    """A page and the kernel's side of it."""

    def __init__(self, page_on: Any, review: Review, **how: Any) -> None:
        self.review, self.taken = review, 0
        self.widget = review.children[0]
        kind = ArticleWidget if isinstance(self.widget, ArticleWidget) else QueueWidget
        names = ("article", "states", "desk", "status", "why") if kind is ArticleWidget else (
            "queue", "status", "why",
        )  # fmt: skip
        self.names = names
        self.page = page_on(kind, {name: getattr(self.widget, name) for name in names}, **how)
        self.page.evaluate("window.answers = false")
        self.known = {name: getattr(self.widget, name) for name in names}
        self.answers: list[Any] = []
        self.widget.send = lambda given, buffers=None: self.answers.append(given)

    def press(self, keys: str) -> Screen:
        """Press keys, one after the other, and let the kernel answer."""
        for key in keys.split():
            self.page.keyboard.press(key)
        return self.answer()

    def type(self, words: str) -> Screen:
        """Type words."""
        self.page.keyboard.type(words)
        return self

    def answer(self) -> Screen:
        """Let the kernel do what was sent, and show the page what became of it."""
        sent = self.page.evaluate("window.sent")
        for message in sent[self.taken :]:
            self.widget._receive(self.widget, message, [])
        self.taken = len(sent)
        return self.show()

    def show(self) -> Screen:
        """Tell the page of every trait that differs."""
        for name in self.names:
            now = getattr(self.widget, name)
            if now != self.known[name]:
                self.known[name] = now
                self.page.evaluate("([name, value]) => window.set(name, value)", [name, now])
        for one in self.answers:
            self.page.evaluate("one => window.message(one)", one)
        self.answers.clear()
        return self

    def told(self) -> str:
        """The last thing said."""
        return str(self.widget.status.get("text", ""))
