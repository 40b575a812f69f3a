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


KINDS = [
    ["A promise", "marketing", "warning", "high"], ["A dose", "dosing", "error", "high"],
    ["A hard sentence", "readability", "note", "low"], ["FDA words", "regulatory", "warning", "medium"],
]  # fmt: skip


def row(name: str, risk: int, **other: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "name": name, "title": f"About {name}", "risk": risk, "unknowns": 0, "failed": 0,
        "to_decide": {"error": 0, "warning": 1, "note": 0}, "state": "New", "live": "Not live", "assignee": "",
        "due": "", "late": False, "waiting_days": 0, "checked": True, "kinds": [0, 1],
    }  # fmt: skip
    return {**plain, **other}


def about(**other: Any) -> dict[str, Any]:
    """What the kernel says of an article for the pane."""
    first = [
        {"title": "A promise", "topic": "marketing", "severity": "warning", "confidence": "high", "text": "It heals.",
         "fingerprint": "a" * 16, "uses": 0},
    ]  # fmt: skip
    plain: dict[str, Any] = {
        "parts": [["marketing", 30], ["dosing", 10]], "words": 1146, "path": "articles/one.md", "draft": 4,
        "live": "Not live", "first": first, "people": [["Writer", "Tom Adeyemi", ""]], "since": {}, "was": None,
    }  # fmt: skip
    return {**plain, **other}


def queue(*rows: dict[str, Any], **other: Any) -> dict[str, Any]:
    person = {"id": "mara", "name": "Mara Olsen", "role": "editor"}
    plain = {"as_of": "2026-11-25", "country": "US", "person": person, "line": limits("US"), "rows": list(rows)}
    return {**plain, "unread": [], "kinds": KINDS, **other}


def sent(page: Any) -> list[dict[str, Any]]:
    """What the screen sent, but for its questions about the chosen article."""
    return [one for one in page.evaluate("window.sent") if one["type"] != "about"]


def tell(page: Any, name: str, said: dict[str, Any]) -> None:
    """The kernel's answer about an article."""
    page.evaluate("([name, about]) => window.message({type: 'about', name, about})", [name, said])


@pytest.fixture
def open_on(page_on: PageOn) -> PageOn:
    def open_on(given: dict[str, Any], **how: Any) -> Any:
        return page_on(QueueWidget, {"queue": given, "status": {}}, **how)

    return open_on


THREE = queue(row("low", 10), row("high", 80), row("middle", 40, kinds=[1, 2]))


def names(page: Any) -> list[str]:
    """The last word of every title that is drawn, from the top."""
    titles = "[...document.querySelectorAll('.art h3')].map((title) => title.innerText.trim())"
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
    assert sent(page) == [{"type": "open", "name": "high"}]


@pytest.mark.parametrize(
    ("keys", "name"), [("j", "middle"), ("ArrowDown ArrowDown", "low"), ("j k", "high"), ("End", "low")]
)
def test_moving_and_opening(open_on: PageOn, keys: str, name: str) -> None:
    page = open_on(THREE)
    press(page, f"{keys} Enter")
    assert chosen(page) == name
    assert sent(page) == [{"type": "open", "name": name}]
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


def test_what_waits_for_somebody_else_stays_in_sight_below(open_on: PageOn) -> None:
    away = row("away", 90, state="With writer", to_decide={"error": 0, "warning": 0, "note": 0})
    page = open_on(queue(away, row("open", 10)))
    assert names(page) == ["open", "away"]
    assert page.get_by_text("Not yours now").is_visible()
    press(page, "2")
    assert names(page) == ["away"]


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
    assert sent(page) == [{"type": "refresh"}]


def test_error_and_way_on(open_on: PageOn) -> None:
    told = "The queue could not be read. Your decisions are safe. Try again."
    page = open_on({"error": told, "details": "database is locked"})
    assert page.get_by_role("alert").filter(has_text=told).is_visible()
    press(page, "Enter")
    assert sent(page) == [{"type": "refresh"}]


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
    words = ("title", "note", "with", "state", "group", "later", "assignee", "due", "reason")
    bad = row("x", 50, **dict.fromkeys(words, HOSTILE))
    page = open_on(queue(bad, line=HOSTILE, kinds=[[HOSTILE] * 4], unread=[{"path": HOSTILE, "message": HOSTILE}]))
    item = {"title": HOSTILE, "topic": HOSTILE, "severity": HOSTILE, "text": HOSTILE, "fingerprint": HOSTILE, "uses": 3}
    people, since = [[HOSTILE, HOSTILE, HOSTILE]], {"on": HOSTILE, "words": HOSTILE}
    tell(page, "x", about(parts=[[HOSTILE, 3]], first=[item], people=people, since=since, path=HOSTILE, live=HOSTILE))
    press(page, "6 j /")
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


STAFF = [
    {"id": "mara", "name": "Mara Olsen", "roles": ["editor"]},
    {"id": "ines", "name": "Ines Calder", "roles": ["medical reviewer"]},
]


def team(*rows: dict[str, Any], roles: tuple[str, ...] = ("editor",), **other: Any) -> dict[str, Any]:
    """A queue before one of several people, where articles can be handed out."""
    person = {"id": "mara", "name": "Mara Olsen", "role": roles[0]}
    return queue(*rows, person=person, roles=list(roles), people=STAFF, hands=True, days=5, **other)


STATES = [
    row("new", 90), row("away", 80, state="With writer"), row("medical", 70, state="Medical review"),
    row("asked", 60, state="Second opinion", second=1), row("old", 50, state="Expired", live="Expired"),
    row("decided", 40, state="All decided"), row("live", 30, state="Published", live="Published"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("roles", "mine"),
    [
        (("editor",), ["new", "old", "decided"]), (("medical reviewer",), ["medical", "asked", "old"]),
        (("writer",), ["away"]), (("admin",), []),
        (("editor", "medical reviewer"), ["new", "medical", "asked", "old", "decided"]),
    ],
)  # fmt: skip
def test_what_needs_whom(open_on: PageOn, roles: tuple[str, ...], mine: list[str]) -> None:
    rows = [{**one, "answers": int("medical reviewer" in roles and one["name"] == "asked")} for one in STATES]
    page = open_on(team(*rows, roles=roles))
    assert names(page)[: len(mine)] == mine
    assert len(names(page)) == len(STATES), "what is not theirs stands below"
    assert page.locator(".views button").first.inner_text().split() == ["Needs", "me", str(len(mine))]


@pytest.mark.parametrize(
    ("key", "shown"),
    [("2", ["away"]), ("3", ["medical"]), ("4", ["asked"]), ("6", ["old"]), ("7", [one["name"] for one in STATES])],
)
def test_views_by_key(open_on: PageOn, key: str, shown: list[str]) -> None:
    page = open_on(team(*STATES))
    press(page, key)
    assert names(page) == shown


def test_what_is_due_soon_is_a_view_and_a_late_one_is_told(open_on: PageOn) -> None:
    page = open_on(team(row("soon", 1, due="2026-12-01"), row("later", 2, due="2027-06-01"), row("late", 3, late=True)))
    press(page, "5")
    assert names(page) == ["soon"]
    assert page.locator(".wait").inner_text().split("\n")[-1] == "due 1 Dec"
    press(page, "1")
    assert page.locator(".wait.late").count() == 1
    assert page.get_by_role("row", name="past the limit").count() == 1


def test_an_article_that_was_given_to_somebody_else_is_not_mine(open_on: PageOn) -> None:
    page = open_on(team(row("hers", 9, assignee="ines"), row("mine", 1, state="Medical review", assignee="mara")))
    assert names(page) == ["mine", "hers"]
    assert page.get_by_role("heading", name="One article needs you").is_visible()


def test_nothing_needs_me_says_what_writers_have(open_on: PageOn) -> None:
    page = open_on(team(row("away", 9, state="With writer")))
    assert page.get_by_role("heading", name="Nothing needs you", exact=True).is_visible()
    assert page.get_by_text("1 article is with writers.").is_visible()


def test_selected_articles_are_assigned_by_keys_alone(open_on: PageOn) -> None:
    page = open_on(team(row("one", 9), row("two", 5), row("three", 1)))
    press(page, "x j x")
    assert page.get_by_role("row", name="Selected. ").count() == 2
    press(page, "g")
    assert page.get_by_role("heading", name="Assign 2 articles to").is_visible()
    press(page, "2")
    page.get_by_label("Due (may stay empty)").fill("2026-12-01")
    press(page, "Enter")
    (message,) = sent(page)
    assert message.pop("request")
    assert message == {"type": "hand", "names": ["one", "two"], "to": "ines", "due": "2026-12-01"}
    page.wait_for_function("document.querySelectorAll('.picked').length === 0")


def test_assign_needs_a_person_and_escape_assigns_nothing(open_on: PageOn) -> None:
    page = open_on(team(row("one", 9)))
    press(page, "g")
    page.get_by_role("button", name="Assign", exact=True).click()
    assert page.get_by_text("Choose a person.").is_visible()
    press(page, "Escape")
    assert sent(page) == []
    assert chosen(page) == "one"


def test_a_day_that_has_passed_is_no_due_day(open_on: PageOn) -> None:
    page = open_on(team(row("one", 9)))
    press(page, "g 2")
    page.get_by_label("Due (may stay empty)").fill("2026-11-01")
    press(page, "Enter")
    assert page.get_by_role("alert").filter(has_text="Name a day from 25 Nov 2026.").is_visible()
    assert sent(page) == []


@pytest.mark.parametrize("key", ["x", "g"])
def test_where_nothing_can_be_handed_out_keys_say_so(open_on: PageOn, key: str) -> None:
    page = open_on(THREE)
    press(page, key)
    assert page.get_by_role("alert").filter(has_text="cannot be handed out here").is_visible()
    assert page.get_by_role("button", name="Assign…").count() == 0


def test_a_lost_kernel_keeps_what_was_assigned(open_on: PageOn) -> None:
    page = open_on(team(row("one", 9)))
    page.evaluate("window.broken = true")
    press(page, "g 2 Enter")
    page.get_by_role("alert").filter(has_text="Connection lost. 1 decision waits here").wait_for()
