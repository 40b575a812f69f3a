"""Every state of every screen as a fixture: tests look at them with axe-core and rulers, `make shots` takes their pictures.

A scene opens a widget on a page of the harness (`page_on` of tests/widgets/conftest.py) and brings it into its state.
All people, texts and newsrooms are invented, or are our own example articles.
"""

# ruff: noqa: E501  # scripts and scenes read better on one line

from __future__ import annotations

import atexit
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "widgets"))

import corpora
import pages_scene
import test_claims_grid as grid
import test_draft_view as drafts
import test_library_view as library
import test_practice_view as practising
import test_queue_view as queues
from pages_driver import Driven
from payloads import article_of, finding, overlapping, queue_of, record_of, store_in
from sittings import INES, MARA, STAFF, Screen, open_store, review_of
from test_article_view import four

from workbench.widgets.article import ArticleWidget
from workbench.widgets.check_list import ChecksWidget
from workbench.widgets.claims import ClaimsWidget
from workbench.widgets.corpus import CorpusWidget
from workbench.widgets.draft import DraftWidget
from workbench.widgets.library import LibraryWidget
from workbench.widgets.pages import PagesWidget
from workbench.widgets.practice import PracticeWidget
from workbench.widgets.queue import QueueWidget

Open = Callable[..., Any]  # given page_on and how (width, height, dark …), answers the page
SCENES: dict[str, Open] = {}
WHY = "You can read everything here. To decide, ask Ines Calder to name “eve” under [people]."
LONG = "Nebenschilddrüsenüberfunktionsbehandlungsempfehlungen and everything else that a very long title can hold: "
RTL = "קטמין: מה צפוי \u202e and 😀 what to expect"


def scene(name: str) -> Callable[[Open], Open]:
    """Names a scene: screen, then state."""

    def named(opens: Open) -> Open:
        SCENES[name] = opens
        return opens

    return named


def plain(name: str, widget: type, traits: Callable[[], dict[str, Any]], keys: str = "", waits: str = "") -> None:
    """A scene of traits alone, then keys, then something that has to be there."""

    def opens(page_on: Any, **how: Any) -> Any:
        page = page_on(widget, traits(), **how)
        for key in keys.split():
            page.keyboard.press(key)
        if waits:
            page.locator(waits).first.wait_for()
        return page

    SCENES[name] = opens


def _folder() -> Path:
    root = Path(mkdtemp(prefix="workbench-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    return root


# The queue.


@cache
def _ours() -> dict[str, Any]:
    with store_in(_folder()) as store:
        return queue_of(store, staff=STAFF)


def _queue(**other: Any) -> dict[str, Any]:
    return {"queue": {**_ours(), **other}, "status": {}, "why": ""}


def _mixed() -> dict[str, Any]:
    rows = [
        queues.row("one", 84, waiting_days=9, late=True, kinds=[0, 1, 1, 2], unknowns=4),
        queues.row("two", 72, state="In review", failed=1, waiting_days=3, to_decide={"error": 4, "warning": 4, "note": 0}),
        queues.row("three", 0, checked=False, to_decide=None), queues.row("four", 66, state="Medical review", **{"with": "Ines Calder"}),
        queues.row("five", 55, state="With writer", note="5 fixes asked, 2 done", **{"with": "Tom Adeyemi"}),
    ]  # fmt: skip
    unread = [{"path": "articles/broken.md", "message": "It is no text."}]
    return _team(*rows, unread=unread)


def _team(*rows: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {"queue": queues.team(*rows, laters=True, **other), "status": {}, "why": ""}


def _many(number: int) -> dict[str, Any]:
    titles = (LONG * 2, RTL, "About sleep")
    return _team(*(queues.row(f"r{n}", 99 - n % 90, title=titles[n % 3], waiting_days=n % 12) for n in range(number)))


def _told(name: str, traits: Callable[[], dict[str, Any]], keys: str = "", waits: str = "") -> None:
    """A queue whose pane knows its article."""

    def opens(page_on: Any, **how: Any) -> Any:
        page = page_on(QueueWidget, traits(), **how)
        page.wait_for_function("window.sent.some((one) => one.type === 'about')")
        name_of = page.evaluate("window.sent.find((one) => one.type === 'about').name")
        queues.tell(page, name_of, queues.about(since={}, was=88))
        for key in keys.split():
            page.keyboard.press(key)
        if waits:
            page.locator(waits).first.wait_for()
        return page

    SCENES[name] = opens


_told("queue", _queue)
_told("queue-mixed", _mixed)
_told("queue-assign", _mixed, "g", "dialog[open]")
_told("queue-later", _mixed, "h", "dialog[open]")
_told("queue-keys", _mixed, "?", "dialog[open]")
_told("queue-long", lambda: _many(5000))
plain("queue-empty", QueueWidget, lambda: _team(queues.row("away", 9, state="With writer", **{"with": "Tom Adeyemi"})))
plain("queue-none", QueueWidget, lambda: _queue(rows=[]))
plain("queue-loading", QueueWidget, lambda: {"queue": {}, "status": {}}, waits=".ghost")
plain(
    "queue-error", QueueWidget,
    lambda: {"queue": {"error": "The queue could not be read. Your decisions are safe.", "details": "disk full"}, "status": {}},
    waits=".notice",
)  # fmt: skip
plain("queue-reading", QueueWidget, lambda: {**_team(queues.row("one", 40)), "why": WHY})


# The article.


@cache
def _review(person: Any = MARA) -> dict[str, Any]:
    with open_store(_folder()) as store:
        widget = review_of(store, person).children[0]
        return {name: getattr(widget, name) for name in ("article", "states", "desk", "status", "why")}


def _article(name: str, keys: str = "", waits: str = "", person: Any = MARA) -> None:
    plain(name, ArticleWidget, lambda: _review(person), keys, waits)


def _record(record: dict[str, Any], states: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"article": article_of(record), "states": states or {}, "status": {}, **more}


def _words(number: int, findings: int) -> dict[str, Any]:
    """A text of so many words, and findings spread over it."""
    lines = [
        f"Everybody felt far better in week {n}, and nobody asked the other {n} people." for n in range(number // 13)
    ]
    text, found, at = "", [], 0
    for n, sentence in enumerate(lines):
        text += (f"## Part {n // 20}\n\n" if n % 20 == 0 else "") + sentence + "\n\n"
        if n % max(1, len(lines) // findings) == 0 and len(found) < findings:
            at = len(text) - len(sentence) - 2
            kind = ("error", "warning", "note")[n % 3]
            found.append(finding(len(found) + 1, at, at + 30, sentence[:30], severity=kind, sentence=sentence))
    return record_of(text, found, title=LONG)


def _silent() -> dict[str, Any]:
    return record_of("# Walks\n\nWe walk to the lake on Sundays. The path is flat and there is a bench.\n", [])


DECIDED = {f"{n:016x}": {"state": "fix", "words": "Fix asked · mara, 25 Nov", "reopened": ""} for n in range(1, 5)}
ONE = dict(list(DECIDED.items())[:1])
AGAIN = {
    f"{1:016x}": {
        "state": "open",
        "words": "",
        "reopened": "This sentence changed. It was dismissed on 20 Nov by Mara: quoted or denied.",
    }
}

_article("article")
_article("article-medical", "c Enter", person=INES)
_article("article-reasons", "d", "dialog[open]")
_article("article-accept", "j j a", "dialog[open]")
_article("article-second", "s", "dialog[open]")
_article("article-message", "m")
_article("article-barred", "", ".bar")
_article("article-claims", "c", ".dock")
_article("article-marking", "e Shift+ArrowRight", ".page")
_article("article-keys", "?", "dialog[open]")
plain("article-four", ArticleWidget, lambda: _record(four()))
plain("article-overlap", ArticleWidget, lambda: _record(overlapping()))
plain("article-decided", ArticleWidget, lambda: _record(four(), DECIDED))
plain("article-reopened", ArticleWidget, lambda: _record(four(), AGAIN))
plain("article-empty", ArticleWidget, lambda: _record(_silent()))
plain("article-loading", ArticleWidget, lambda: {"article": {}, "states": {}, "status": {}}, waits=".ghost")
plain(
    "article-error", ArticleWidget,
    lambda: {"article": {"error": "This article could not be read. Your decisions are safe.", "details": "bad bytes"}, "states": {}, "status": {}},
    waits=".notice",
)  # fmt: skip
plain("article-long", ArticleWidget, lambda: _record(_words(20_000, 500)))
plain("article-reading", ArticleWidget, lambda: _record(four(), ONE, why=WHY))


@scene("article-sheet")
def _sheet(page_on: Any, **how: Any) -> Any:
    """The list behind “5 of 12”, where there is one."""
    page = page_on(ArticleWidget, _record(four()), **how)
    more = page.get_by_role("button", name="List of findings")
    if more.count() and more.first.is_visible():
        more.first.click()
    return page


@scene("article-lost")
def _lost(page_on: Any, **how: Any) -> Any:
    """Two decisions wait for a kernel that does not answer."""
    page = page_on(ArticleWidget, _record(four()), **how)
    page.evaluate("window.broken = true")
    page.keyboard.press("f")
    page.locator(".lost:not([hidden])").first.wait_for()
    return page


# The corpus.

_corpus = corpora.corpus
_NOTHING = {"lead": "No articles yet. Put files in articles/ and run the checks.", "at": "", "checking": False,
            "articles": 0, "failed": 0, "unread": []}  # fmt: skip
_BAD = {
    "error": "This could not be read. Your decisions are safe, and the other parts stand. Try again.",
    "details": "x",
}
plain("corpus", CorpusWidget, _corpus)
plain(
    "corpus-empty",
    CorpusWidget,
    lambda: _corpus(head=_NOTHING, table=corpora.table(), trend={"runs": []}, conflicts={"rows": [], "all": 0}),
)
plain(
    "corpus-few",
    CorpusWidget,
    lambda: _corpus(
        trend={"runs": corpora.days()[:2]},
        conflicts={"rows": [], "all": 0},
        trust={"checks": [], "missed": [], "harmless": 0, "looked_at": 0},
    ),
)
plain(
    "corpus-loading",
    CorpusWidget,
    lambda: {**_corpus(), "head": {}, "table": {}, "trend": {}, "conflicts": {}, "trust": {}},
    waits=".ghost",
)
plain("corpus-error", CorpusWidget, lambda: {**_corpus(), "table": _BAD, "trend": _BAD})
plain("corpus-long", CorpusWidget, lambda: _corpus(table=corpora.table(*(
    corpora.line(f"l{n}", (LONG * 2, RTL)[n % 2], 90 - n % 80, counts={"dosing": 112, "citation": 3}) for n in range(2000)
))))  # fmt: skip


@scene("corpus-compare")
def _compare(page_on: Any, **how: Any) -> Any:
    page = page_on(CorpusWidget, _corpus(), **how)
    page.get_by_role("button", name="Compare").nth(1).click()
    page.locator("dialog[open]").wait_for()
    return page


# Claims: library, consistency, sources, tables.


def _library(name: str, keys: str = "", tab: str = "", **more: Any) -> None:
    def opens(page_on: Any, **how: Any) -> Any:
        rows = [
            library.row(1), library.row(2, standing="disputed", topic="gout", quantities=["2 mg"]),
            library.row(3, wording=LONG * 3, standing="expired"), library.row(4, standing="unsubstantiated", evidence=""),
        ]  # fmt: skip
        traits = {
            "place": {**library.PLACE, "tab": tab, "line": corpora.FRAME["line"]}, "library": {"rows": rows},
            "counts": library.COUNTS, "facts": {"facts": [library.fact()], "conflicts": [library.CONFLICT]},
            "sources": {"rows": [library.source(), library.source("doi:10.5555/r", state="retracted", notice="doi:1")]},
            "status": {}, "why": "",
        }  # fmt: skip
        here = library.Page(page_on(LibraryWidget, {**traits, **more}, **how))
        here.press(keys)
        return here.page

    SCENES[name] = opens


_library("library")
_library("library-uses", "Enter")
_library("library-keep", "Enter e")
_library("library-keys", "?")
_library("library-empty", library={"rows": []}, counts={"left": 0, "unread": [], "of": {}})
_library("library-loading", place={}, library={}, counts={}, facts={}, sources={})
_library("library-error", library={"error": "The library could not be read. Your decisions are safe.", "details": "x"})
_library("library-failed", counts={"left": 2, "unread": [{"name": "toe", "message": "It is no text."}], "of": {}})
_library("library-long", library={"rows": [library.row(n, wording=(LONG, RTL)[n % 2]) for n in range(5000)]})
_library("consistency", tab="consistency")
_library("consistency-fact", "j Enter c", tab="consistency")
_library("consistency-empty", tab="consistency", facts={"facts": [], "conflicts": []})
_library("sources", tab="sources")
_library("sources-empty", tab="sources", sources={"rows": []})


def _tables(name: str, given: Callable[[], dict[str, Any]], keys: str = "", waits: str = "") -> None:
    plain(name, ClaimsWidget, lambda: {"table": given(), "status": {}}, keys, waits)


_tables("tables", lambda: grid.THREE)
_tables("tables-cell", lambda: grid.THREE, "Enter", "select, input")
_tables("tables-empty", grid.table)
_tables("tables-loading", dict, waits=".ghost")
_tables("tables-error", lambda: {"error": "The claims could not be read. Nothing was changed.", "details": "x"})
_tables("tables-long", lambda: grid.table(*(grid.row(n, wording=(LONG, RTL)[n % 2]) for n in range(2000))))


# Live pages.


def _pages(name: str, *keys: str, waits: str = "", person: Any = MARA) -> None:
    def opens(page_on: Any, **how: Any) -> Any:
        root = _folder()
        with pages_scene.scene(root) as store:
            here = Driven(page_on, pages_scene.screen(store, person), **how).shown()
            here.press(*keys)
            if waits:
                here.page.locator(waits).first.wait_for()
            return here.page

    SCENES[name] = opens


_pages("pages")
_pages("pages-hold", "j", "j", "j", "j", "j", "h")
_pages("pages-waves", "2", "ArrowDown", "ArrowDown", "l", waits=".cost")
_pages("pages-complaints", "3", "n")
_pages("pages-dossier", "4")
_pages("pages-keys", "?", waits="dialog[open]")


def _empty_pages(**other: Any) -> dict[str, Any]:
    person = {"id": "mara", "name": "Mara Olsen", "role": "editor"}
    given = {"columns": ["name"], "rows": [], "complaints": [], "rest": [], "catalogue": {}, "people": []}
    frame = {"as_of": "2026-11-25", "now": pages_scene.NOW, "person": person, "roles": ["editor"]}
    return {"pages": {**given, **frame, "line": corpora.FRAME["line"], **other}, "status": {}, "why": ""}


plain("pages-empty", PagesWidget, _empty_pages)
plain("pages-loading", PagesWidget, lambda: {"pages": {}, "status": {}, "why": ""}, waits=".ghost")
plain(
    "pages-error",
    PagesWidget,
    lambda: {
        "pages": {"error": "The pages could not be read. Your decisions are safe.", "details": "x"},
        "status": {},
        "why": "",
    },
    waits=".notice",
)


# The draft.


def _draft(
    name: str,
    answer: dict[str, Any] | None,
    keys: str = "",
    waits: str = "",
    text: str = drafts.TEXT,
    draft: dict[str, Any] | None = None,
) -> None:
    def opens(page_on: Any, **how: Any) -> Any:
        given = {**drafts.DRAFT, "line": corpora.FRAME["line"], **(draft or {})}
        file = given["mode"] == "file"
        traits = {"draft": given, "text": text, "panel": (answer or {}) if file else {}, "status": {}, "why": ""}
        page = page_on(DraftWidget, traits, **how)
        if answer and not file:
            drafts.reply(page, answer)
        for key in keys.split():
            page.keyboard.press(key)
        if waits:
            page.locator(waits).first.wait_for()
        return page

    SCENES[name] = opens


_FILE = {name: drafts.FILE[name] for name in ("mode", "name", "path", "send", "articles")}
_draft("draft", drafts.THREE, "F8 F8")
_draft("draft-file", drafts.THREE, draft=_FILE)
_draft("draft-empty", None, text="")
_draft(
    "draft-silent",
    drafts.panel(silence="No check fired. 2 claims carry a source; nobody has confirmed that the sources say so."),
)
_draft("draft-checking", None)
_draft("draft-part", drafts.panel(drafts.finding(1, "miracle cure"), lines=2100, read=840, left=1260))


@scene("draft-send")
def _send(page_on: Any, **how: Any) -> Any:
    page = SCENES["draft-file"](page_on, **how)
    page.get_by_role("button", name="Send to review").first.click()
    page.locator("dialog[open]").wait_for()
    return page


# The checks.


def _checks(name: str, traits: Callable[[], dict[str, Any]], *keys: str, waits: str = "") -> None:
    def opens(page_on: Any, **how: Any) -> Any:
        given = traits()
        page = page_on(ChecksWidget, given, **how)
        if given["checks"].get("rows"):
            page.wait_for_function("window.sent.some((one) => one.type === 'show')")
        page.evaluate(
            "w => window.sent.filter((one) => one.id).forEach(({ id }) => window.message({ type: 'shown', id, ...w }))",
            corpora.WORDS,
        )
        for key in keys:
            page.keyboard.press(key)
        if waits:
            page.locator(waits).first.wait_for()
        return page

    SCENES[name] = opens


_checks("checks", corpora.checks)
_checks("checks-matches", corpora.checks, "2")
_checks("checks-keys", corpora.checks, "?", waits="dialog[open]")
_checks("checks-empty", lambda: corpora.checks(checks={"lead": "", "rows": [], "missed": []}, matches={"rows": []}))
_checks("checks-loading", lambda: corpora.checks(checks={}, matches={}), waits=".ghost")
_checks("checks-error", lambda: corpora.checks(checks=_BAD, matches=_BAD))


# Practice.

_SKILLS = {"passages": 3, "rows": [{"title": "Promises", "found": 5, "of": 5}, {"title": "Numbers", "found": 9, "of": 30},
                                   {"title": "Sources", "found": 2, "of": 4}, {"title": "Doses", "found": 0, "of": 0}]}  # fmt: skip


def _practice(name: str, given: Callable[[], dict[str, Any]], keys: str = "", waits: str = "", **more: Any) -> None:
    plain(name, PracticeWidget, lambda: practising.traits(given(), skills=_SKILLS, **more), keys, waits)


_practice("practice", practising.compared, "j")
_practice("practice-read", practising.passage)
_practice("practice-mark", practising.marked, "ArrowRight ArrowRight Shift+ArrowRight Enter", "dialog[open]")
_practice("practice-marked", practising.marked)
_practice("practice-keys", practising.compared, "?", "dialog[open]")
_practice("practice-long", lambda: {**practising.compared(title=LONG * 2), "head": RTL, "sub": LONG})


@scene("practice-rewrite")
def _rewrite(page_on: Any, **how: Any) -> Any:
    page = SCENES["practice"](page_on, **how)
    page.get_by_role("button", name="Rewrite the passage").click()
    page.get_by_label("The passage, rewritten").wait_for()
    return page


plain("practice-loading", PracticeWidget, lambda: {**practising.traits(), "passage": {}}, waits=".ghost")
plain("practice-error", PracticeWidget, lambda: practising.traits(
    frame={"error": "The reviewed answer could not be opened. Your marks are kept.", "details": "x", "line": corpora.FRAME["line"]}))  # fmt: skip

__all__ = ["SCENES", "Screen", "scene"]
