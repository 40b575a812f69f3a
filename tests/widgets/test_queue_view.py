"""The queue view in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from payloads import queue_of, store_in

from workbench.widgets.payload import limits
from workbench.widgets.queue import QueueWidget

PageOn = Callable[..., Any]
HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>\u202e'


def row(name: str, risk: int, **other: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "name": name, "title": f"About {name}", "path": f"articles/{name}.md", "risk": risk, "unknowns": 0,
        "reason": "A promise", "to_decide": {"error": 0, "warning": 1, "note": 0}, "state": "New", "waiting_days": 0,
        "words": 100, "parts": [["marketing", risk]],
        "first": [{"title": "A promise", "severity": "warning", "text": "It heals."}],
        "topics": {"marketing": 1}, "checked": True,
    }  # fmt: skip
    return {**plain, **other}


def queue(*rows: dict[str, Any], **other: Any) -> dict[str, Any]:
    person = {"id": "mara", "name": "Mara Olsen", "role": "editor"}
    plain = {"as_of": "2026-11-25", "country": "US", "person": person, "line": limits("US"), "rows": list(rows)}
    return {**plain, "unread": [], **other}


@pytest.fixture
def open_on(page_on: PageOn) -> PageOn:
    def open_on(given: dict[str, Any], **how: Any) -> Any:
        return page_on(QueueWidget, {"queue": given, "status": {}}, **how)

    return open_on


THREE = queue(row("low", 10), row("high", 80), row("middle", 40, topics={"dosing": 2}))


def names(page: Any) -> list[str]:
    """The last word of every title; rows are filled when they come into view, which may be a frame later."""
    titles = "[...document.querySelectorAll('.art h3')].map((title) => title.innerText.trim())"
    page.wait_for_function(f"{titles}.every((title) => title !== '')")
    return [text.split()[-1] for text in page.evaluate(titles)]


def chosen(page: Any) -> str:
    return str(page.locator(".art[aria-selected=true] h3").inner_text()).split()[-1]


def press(page: Any, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def test_most_harmful_first_and_focus_stands_there(open_on: PageOn) -> None:
    page = open_on(THREE)
    assert names(page) == ["high", "middle", "low"]
    assert page.get_by_role("heading", name="Three articles need you").is_visible()
    press(page, "Enter")
    assert page.evaluate("window.sent") == [{"type": "open", "name": "high"}]


@pytest.mark.parametrize(
    ("keys", "name"), [("j", "middle"), ("ArrowDown ArrowDown", "low"), ("j k", "high"), ("End", "low")]
)
def test_moving_and_opening(open_on: PageOn, keys: str, name: str) -> None:
    page = open_on(THREE)
    press(page, f"{keys} Enter")
    assert chosen(page) == name
    assert page.evaluate("window.sent") == [{"type": "open", "name": name}]
    assert page.locator(".look h2").inner_text() == f"About {name}"


def test_find_takes_letters_and_escape_clears(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "/")
    page.keyboard.type("mid")
    assert names(page) == ["middle"]
    press(page, "Escape")
    assert len(names(page)) == 3


def test_nothing_fits_offers_a_way_back(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "/")
    page.keyboard.type("zzz")
    assert page.get_by_text("No article fits.").is_visible()
    page.get_by_role("button", name="Show all").click()
    assert len(names(page)) == 3


def test_topics_filter_rows(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.get_by_role("checkbox", name="Promises and hype").uncheck()
    assert names(page) == ["middle"]


def test_what_is_decided_stays_in_sight_below(open_on: PageOn) -> None:
    decided = row("done", 90, state="All decided", to_decide={"error": 0, "warning": 0, "note": 0})
    page = open_on(queue(decided, row("open", 10)))
    assert names(page) == ["open", "done"]
    press(page, "2")
    assert names(page) == ["done"]


def test_zero_is_not_the_same_as_not_checked(open_on: PageOn) -> None:
    page = open_on(queue(row("new", 0, to_decide=None, checked=False), row("old", 5)))
    assert page.locator(".art", has_text="About new").locator(".counts").inner_text().split() == ["?", "?", "?"]
    assert "0" in page.locator(".art", has_text="About old").locator(".counts").inner_text()


def test_unknowns_stand_beside_the_risk(open_on: PageOn) -> None:
    page = open_on(queue(row("one", 22, unknowns=4)))
    assert page.locator(".rk").inner_text().split() == ["22", "4", "unknown"]
    assert page.get_by_role("row", name="About one. Risk 22, 4 unknown.").count() == 1


def test_empty_queue(open_on: PageOn) -> None:
    page = open_on(queue())
    assert page.get_by_role("heading", name="Nothing needs you", exact=True).is_visible()
    page.get_by_role("button", name="Read the queue again").click()
    assert page.evaluate("window.sent") == [{"type": "refresh"}]


def test_error_and_way_on(open_on: PageOn) -> None:
    told = "The queue could not be read. Your decisions are safe. Try again."
    page = open_on({"error": told, "details": "database is locked"})
    assert page.get_by_role("alert").filter(has_text=told).is_visible()
    press(page, "Enter")
    assert page.evaluate("window.sent") == [{"type": "refresh"}]


def test_loading_and_then_the_rows(open_on: PageOn) -> None:
    page = open_on({})
    assert page.locator(".ghost").count() in (0, 8)
    page.locator(".ghost").first.wait_for()
    page.evaluate("queue => window.set('queue', queue)", THREE)
    assert len(names(page)) == 3


def test_articles_that_could_not_be_read_are_listed(open_on: PageOn) -> None:
    page = open_on(queue(row("one", 1), unread=[{"path": "articles/bad.md", "message": "is not UTF-8"}]))
    assert page.get_by_text("1 article could not be read").is_visible()
    assert page.get_by_text("is not UTF-8").is_visible()


def test_hostile_titles_fire_nothing(open_on: PageOn) -> None:
    first = [{"title": HOSTILE, "severity": "error", "text": HOSTILE}]
    bad = row(
        "x",
        50,
        title=HOSTILE,
        reason=HOSTILE,
        path=HOSTILE,
        first=first,
        state=HOSTILE,
        parts=[[HOSTILE, 3]],
        topics={HOSTILE: 1},
    )
    page = open_on(queue(bad, line=HOSTILE, unread=[{"path": HOSTILE, "message": HOSTILE}]))
    press(page, "j /")
    assert page.evaluate("window.pwned") is None
    assert page.locator(".wb img, .wb script").count() == 0


@pytest.mark.parametrize("width", [1440, 1280, 800])
@pytest.mark.parametrize("dark", [False, True])
def test_our_articles_at_every_width(open_on: PageOn, tmp_path: Any, width: int, dark: bool) -> None:
    with store_in(tmp_path) as store:
        given = queue_of(store)
    page = open_on(given, width=width, dark=dark)
    assert page.locator(".art").count() == len(given["rows"])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert limits("US") in page.locator("footer").inner_text()


def test_the_status_of_the_kernel_is_told(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.evaluate("window.set('status', {text: 'The article could not be opened.', kind: 'alert', n: 1})")
    page.get_by_role("alert").filter(has_text="could not be opened").wait_for()


def test_f6_and_the_grid(open_on: PageOn) -> None:
    page = open_on(THREE)
    assert page.get_by_role("grid", name="Articles").count() == 1
    press(page, "F6")
    assert page.evaluate("document.activeElement.closest('.look') !== null")
