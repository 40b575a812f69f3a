"""An invented newsroom with a library, facts and sources, its screen, and the page that the screen stands on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from invented import member, table
from speak import AS_OF

from workbench import library
from workbench.review import Person
from workbench.review.acting import Deed
from workbench.review.ledger import Place
from workbench.review.touching import name_of
from workbench.serve import intake
from workbench.serve.intake import Room
from workbench.widgets.claims_place import ClaimsPlace
from workbench.widgets.library import LibraryWidget

FACT = "velodrin-label"
TOML = '[newsroom]\ncountry = "US"\n' + table("mara", "ines", "tom")
ARTICLES = {
    "gout": "# Gout and its attacks\n\nVelodrin 5 mg once a day prevents gout attacks in adults over 40.\n\n"
            "About 4% of adults have gout [(doi:10.5555/gout.count)](https://doi.org/10.5555/gout.count).\n",
    "feet": "# Sore feet\n\nVelodrin 50 mg once a day prevents gout attacks in adults over 40.\n\n"
            "Studies show that cherries help against gout.\n",
    "toes": "# Toes at night\n\nVelodrin 5 mg once a day prevents attacks of gout in adults over 40.\n\n"
            "Gout affects 4% of adults, says the Gout Register report of 2019.\n",
    "knee": "# Knees\n\nIn adults over 40, gout attacks are prevented with 5 mg of Velodrin tablets, once a day.\n",
}  # fmt: skip
ROW = {
    "id": "velodrin-gout", "wording": "Velodrin 5 mg once a day prevents gout attacks in adults over 40.",
    "kind": "efficacy", "qualifiers": "adults", "evidence": "doi:10.5555/velodrin", "place": "section 5.1",
    "version": "18", "approver": "ines", "approved_on": "2026-03-02", "expires": "2027-03-02", "jurisdiction": "US",
    "standing": "substantiated", "note": "Tablets only",
}  # fmt: skip
OLD = {
    **ROW, "id": "gout-share", "wording": "About 4% of adults have gout.", "kind": "prevalence", "qualifiers": "",
    "evidence": "doi:10.5555/gout.count", "expires": "2026-10-01", "jurisdiction": "", "note": "", "version": "2019",
}  # fmt: skip
PEOPLE = {who: Person(*member(who)) for who in ("mara", "ines", "tom")}


def newsroom(folder: Path, articles: dict[str, str] = ARTICLES) -> Path:
    """The newsroom's folder, with nothing in its library yet."""
    (folder / "articles").mkdir(parents=True)
    (folder / "claims").mkdir()
    (folder / "workbench.toml").write_text(TOML)
    for name, text in articles.items():
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "claims" / "retractions.csv").write_text(
        "OriginalPaperDOI,RetractionDate,RetractionNature,RetractionDOI,Title\n"
        "10.5555/gout.count,2026-11-01,Retraction,10.5555/notice,How many have gout\n"
    )
    return folder


def room_of(folder: Path, who: str = "ines") -> Room:
    """One launch in it."""
    return Room(
        root=str(folder), folder=str(folder), paths=("articles",), as_of=AS_OF, country="US", person=PEOPLE[who],
        notes=str(folder / "notes.json"),
    )  # fmt: skip


def taken_in(room: Room, rows: tuple[dict[str, str], ...] = (ROW, OLD)) -> None:
    """The articles stand in the queue, two claims rest on a fact, and then the library gets its rows."""
    content = intake.content_of(room)
    with intake.open_store(room, content) as store:
        intake.take_in(room, store, content)
        for name in ("gout", "toes"):
            claim = store.overview(name).claims[0]["claim"]
            papers = {"source": "Velodrin label", "version": "17", "place": "section 5.1", "fact": FACT}
            did = store.act(Deed(
                place=Place("claim", claim, name), action="substantiate", person=PEOPLE["ines"], on=AS_OF,
                at=intake.moment(), given=papers,
            ))  # fmt: skip
            assert did.ok, did.message
    for row in rows:
        library.add(Path(room.root), row)


def go_live(room: Room, *names: str) -> None:
    """These articles are on the site as they stand, whatever the review says."""
    from sqlalchemy import create_engine, text

    engine = create_engine(f"sqlite:///{room.root}/.workbench/queue.sqlite")
    with engine.begin() as connection:
        for name in names:
            newest = "SELECT text_hash FROM revisions WHERE article = :n ORDER BY number DESC LIMIT 1"
            connection.execute(
                text(f"UPDATE articles SET live = 'published', live_hash = ({newest}) WHERE name = :n"), {"n": name}
            )
    engine.dispose()


def change_fact(room: Room) -> None:
    """The fact changed, after the live sentences were seen."""
    content = intake.content_of(room)
    with intake.open_store(room, content) as store:
        place = Place("fact", FACT)
        given = {"value": "at most 10 mg a day", "country": "US", "effective": "2026-12-01", "source": "Label, v18"}
        did = store.act(Deed(
            place=place, action="change", person=PEOPLE["ines"], on=AS_OF, at=intake.moment(),
            given=given, seen=name_of(store.touched(place)),
        ))  # fmt: skip
        assert did.ok, did.message


class PlaceScreen:
    """The screen on a page, and the kernel's side of it."""

    NAMES = ("place", "library", "counts", "facts", "sources", "status", "why")

    def __init__(self, page_on: Any, place: ClaimsPlace, **how: Any) -> None:
        self.place, self.widget = place, place.library
        self.known = {name: msgspec.to_builtins(getattr(self.widget, name)) for name in self.NAMES}
        self.page = page_on(LibraryWidget, dict(self.known), **how)
        self.answers: list[Any] = []
        self.taken = 0
        self.widget.send = lambda given, buffers=None: self.answers.append(msgspec.to_builtins(given))
        self.answer()

    def press(self, keys: str) -> PlaceScreen:
        """Press keys, one after the other, and let the kernel answer."""
        for key in keys.split():
            self.page.keyboard.press(key)
            self.answer()
        return self

    def type(self, words: str) -> PlaceScreen:
        """Type words."""
        self.page.keyboard.type(words)
        return self

    def answer(self) -> PlaceScreen:
        """Let the kernel do what was sent, and show the page what became of it, until nothing more is asked."""
        while True:
            sent = self.page.evaluate("window.sent")
            if len(sent) == self.taken:
                return self
            for message in sent[self.taken :]:
                self.widget._receive(self.widget, message, [])
            self.taken = len(sent)
            for name in self.NAMES:
                now = msgspec.to_builtins(getattr(self.widget, name))
                if now != self.known[name]:
                    self.known[name] = now
                    self.page.evaluate("([name, value]) => window.set(name, value)", [name, now])
            for one in self.answers:
                self.page.evaluate("one => window.message(one)", one)
            self.answers.clear()

    def told(self) -> str:
        """The last thing said."""
        return str(self.widget.status.get("text", ""))

    def pane(self) -> str:
        """What stands under the chosen row."""
        return str(self.page.locator(".look .in").inner_text())
