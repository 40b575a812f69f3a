"""A newsroom with pages in every state on the site, for the screen of live pages; all of it invented."""

from __future__ import annotations

import atexit
import shutil
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from msgspec.structs import replace
from review.newsroom import ADA, DAY, INES, JON, MANY, MARA, STAFF, TOM, did, opened, seen, text_hash

from workbench.review import Person, Seen, Store
from workbench.review.backlog.legacy import Legacy, Origin
from workbench.review.moves import House
from workbench.widgets.pages import PagesWidget
from workbench.widgets.pages_sitting import PagesSitting, Room

AT = "2026-11-25T09:00:00+00:00"
NOW = "2026-11-25T14:00:00+00:00"
SAYS = "Velodrin costs 30 dollars a month."
PUBLISHED = {
    "drops": "Evening drops: what they can do", "lamp": "The amber lamp, tried for a month",
    "tea": "Ferrol tea and sleep", "patch": "A patch for travel sickness", "sleep": "Sleep after a night shift",
    "lens": "Lenses for the evening",
}  # fmt: skip
INHERITED = {"old/sleep/naps": "Ten naps", "old/sleep/beds": "Beds and backs", "old/food/oats": "Oats, again"}
__all__ = ["ADA", "AT", "DAY", "INES", "JON", "MARA", "NOW", "TOM", "published", "scene", "screen", "sitting"]


def titled(name: str, text: str, title: str) -> Seen:
    """An article of this title, by Tom."""
    item = seen(text, name, path=f"articles/{name}.md", authors=("Tom Adeyemi",))
    return replace(item, report=replace(item.report, title=title))


def published(store: Store, name: str, title: str = "", until: str = "", text: str = "") -> None:
    """An article with both approvals, marked live."""
    store.record([titled(name, text or f"Nothing else of {name}.\n{SAYS}\n", title or name.title())], at=AT)
    store.begin(name, MARA, AT)
    signs = text_hash(store, name)
    for action, person in (("approve editorial", MARA), ("approve medical", INES)):
        outcome = did(store, "work", action, person, AT, key=name, article=name, text_hash=signs)
        assert outcome.ok, outcome.message
    given = {"address": f"https://news.example/{name}", **({"until": until} if until else {})}
    outcome = did(store, "work", "mark live", MARA, AT, key=name, article=name, text_hash=signs, given=given)
    assert outcome.ok, outcome.message


def inherited(store: Store, pages: dict[str, str], text: str = "It is a cure.\nIt is a wonder.\n") -> None:
    """Pages that were there before."""
    items = [titled(name, text, title) for name, title in pages.items()]
    origins = {name: Origin(f"https://news.example/{name}", "2020-01-02") for name in pages}
    store.catalogue().take(items, Legacy("ada", origins), AT)


def scene(root: Path) -> Store:
    """A page in every state: published, expired, held, putting back, with a notice proposed and live, inherited."""
    shutil.copytree(_made(), root, dirs_exist_ok=True)
    return opened(root, rules=MANY)


@cache
def _made() -> Path:
    root = Path(mkdtemp(prefix="workbench-"))
    atexit.register(shutil.rmtree, root)
    _fill(opened(root, rules=MANY))
    return root


def _fill(store: Store) -> None:
    until = {"tea": "2026-11-20", "sleep": (DAY + timedelta(days=12)).isoformat()}
    for name, title in PUBLISHED.items():
        published(store, name, title, until.get(name, ""))
    inherited(store, INHERITED)
    for name, subject, action, person, more in (
        ("lamp", "live", "hold", MARA, {"reason": "The lamp was recalled."}),
        ("patch", "live", "hold", INES, {"reason": "A reader was hurt."}),
        ("patch", "live", "put back", MARA, {}),
        ("drops", "notice", "warn", MARA, {"given": {"notice": "Do not use the drops of lot 14."}}),
        ("drops", "notice", "agree", TOM, {}),
        ("lens", "notice", "warn", INES, {"given": {"notice": "Take the lenses out before driving."}}),
    ):
        outcome = did(store, subject, action, person, AT, key=name, article=name, **more)
        assert outcome.ok, outcome.message
    words = {"from": "A. Reader", "words": "costs 30 dollars a month", "deadline": "2026-12-02"}
    assert did(store, "complaint", "receive", MARA, AT, key="2026-1", article="tea", given=words).ok
    store.close()


def sitting(store: Store, person: Person = MARA, now: str = NOW, **more: Any) -> PagesSitting:
    """One person before the pages."""
    room = Room(DAY, "US", person, house=House(), staff=STAFF, clock=lambda: now)
    return PagesSitting(store, replace(room, **more))


def screen(store: Store, person: Person = MARA, now: str = NOW, why: str = "", **more: Any) -> PagesWidget:
    """The widget of this person, with everything read."""
    widget = PagesWidget(sitting(store, person, now, why=why, **more), why=why)
    widget.read()
    return widget
