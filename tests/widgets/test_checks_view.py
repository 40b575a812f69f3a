"""The list of checks in a browser: how far each can be trusted, and held-back matches answered by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from corpora import WORDS, check, checks, judged, match

from workbench.model import limits
from workbench.widgets.check_list import ChecksWidget

PageOn = Callable[..., Any]
HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>\u202e{{7*7}}'


@pytest.fixture
def open_on(page_on: PageOn) -> PageOn:
    def open_on(given: dict[str, Any] | None = None, **how: Any) -> Any:
        return page_on(ChecksWidget, checks() if given is None else given, **how)

    return open_on


def press(page: Any, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def chosen(page: Any) -> str:
    return str(page.locator(".list:not([hidden]) .art[aria-selected=true]").get_attribute("aria-label"))


def sent(page: Any) -> list[dict[str, Any]]:
    return [one for one in page.evaluate("window.sent") if one["type"] != "show"]


def roles(*held: str) -> dict[str, Any]:
    return checks(frame={**checks()["frame"], "roles": list(held)})


def test_the_least_right_comes_first_with_its_range_and_how_it_runs(open_on: PageOn) -> None:
    page = open_on()
    first = chosen(page)
    assert first.startswith("Cure and miracle language. Promises and hype, runs as warning, written as error.")
    assert "right 49 of 64 times, between 64 and 87 %" in first
    row = page.locator(".art.ck").first
    assert "76%, under 85" in row.inner_text() and row.locator("svg.interval").count() == 1
    assert "Not decided yet" in page.locator(".art.ck", has_text="Hard to read").inner_text()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "row"


def test_the_words_are_asked_for_once_the_choice_stands_and_then_known(open_on: PageOn) -> None:
    page = open_on()
    press(page, "j j k")
    page.wait_for_function("window.sent.at(-1)?.id === 'impossible-percentage'")
    asked = page.evaluate("window.sent.map((one) => one.id)")
    assert len(asked) == len(set(asked)) and "reading-grade" not in asked
    page.evaluate("w => window.message({type: 'shown', id: 'impossible-percentage', ...w})", WORDS)
    pane = page.locator(".look")
    for words in (
        "Nothing cures everybody.",
        "Readers may stop",
        "Federal Trade Commission",
        "stays silent",
        "holds back",
    ):
        assert words in pane.inner_text()
    assert "Not yet reviewed by a clinician." in pane.inner_text()
    page.evaluate(
        "w => window.message({type: 'shown', id: 'reading-grade', ...w, message: 'Of another check.'})", WORDS
    )
    assert "Of another check." not in pane.inner_text()


def test_an_error_is_one_only_where_it_was_seen_to_be_right(open_on: PageOn) -> None:
    page = open_on()
    assert (
        "written as error; it runs as one once it was right in 90 % of 30 cases" in page.locator(".look").inner_text()
    )


def test_find_topic_and_order(open_on: PageOn) -> None:
    page = open_on()
    press(page, "/")
    page.keyboard.type("source")
    assert page.locator(".art.ck").count() == 1
    press(page, "Escape")
    assert page.locator(".art.ck").count() == 6
    page.get_by_label("Order", exact=True).select_option("Most missed first")
    assert page.locator(".art.ck h3").first.inner_text() == "Claim without a source"
    page.get_by_label("Topic").select_option("grammar")
    assert page.get_by_text("No check fits.").is_visible()


def test_an_editor_proposes_with_a_reason_and_an_admin_decides(open_on: PageOn) -> None:
    page = open_on()
    press(page, "p")
    assert "It was right 49 of 64 times, between 64 and 87 %" in page.locator("dialog[open]").inner_text()
    press(page, "2 Enter")
    assert page.get_by_text("Say why.").is_visible()
    page.keyboard.type("It takes songs for promises.")
    press(page, "Enter")
    (message,) = sent(page)
    assert (message["type"], message["action"], message["severity"]) == ("propose", "propose", "note")
    admin = open_on(roles("admin"))
    press(admin, "p 3")
    admin.keyboard.type("Too often wrong.")
    press(admin, "Enter")
    assert [(one["action"], one["severity"]) for one in sent(admin)] == [("retire", "retire")]


def test_what_is_proposed_stands_there_and_can_be_taken_back(open_on: PageOn) -> None:
    page = open_on()
    press(page, "u")
    assert page.get_by_text("Nothing is proposed for this check.").is_visible() and sent(page) == []
    page.locator(".art.ck", has_text="Dose slipped").click()
    assert "Mara Olsen, 20 Nov 2026: to run it as note. It stumbles over tables." in page.locator(".box").inner_text()
    press(page, "u")
    assert [(one["action"], one["id"]) for one in sent(page)] == [("undo", "slipped-injection")]


def test_who_may_only_read_changes_nothing(open_on: PageOn) -> None:
    page = open_on(checks(why="To decide, ask Ada."))
    press(page, "p")
    assert page.locator("dialog[open]").count() == 0
    assert page.get_by_role("alert").filter(has_text="ask Ada").is_visible()
    assert sent(page) == []


def test_matches_are_answered_by_keys_one_after_another(open_on: PageOn) -> None:
    page = open_on()
    assert page.get_by_role("tab", name="Held back, for a verdict").inner_text().split()[-3:] == ["2", "of", "3"]
    press(page, "2 h")
    assert chosen(page).startswith("Waits. Cure and miracle language, in Ketamine treatment")
    press(page, "s")
    told = [(one["article"], one["verdict"]) for one in sent(page)]
    assert told == [("a0", "harmless"), ("a1", "counts")]
    page.evaluate(
        "m => window.set('matches', m)", {"rows": [match(0, state="harmless"), match(1, state="should count")]}
    )
    assert page.get_by_role("tab", name="Held back, for a verdict").inner_text().split()[-3:] == ["0", "of", "2"]
    assert page.evaluate("document.activeElement.getAttribute('role')") == "row"


def test_a_match_with_a_verdict_takes_no_second_one(open_on: PageOn) -> None:
    page = open_on()
    press(page, "2 End h")
    assert page.get_by_role("alert").filter(has_text="This has its verdict.").is_visible() and sent(page) == []
    press(page, "u")
    assert [(one["article"], one["verdict"]) for one in sent(page)] == [("a2", "undo")]


def test_verdict_keys_are_quiet_in_the_list_of_checks(open_on: PageOn) -> None:
    page = open_on()
    press(page, "h s")
    assert sent(page) == []


def test_every_key_has_a_button(open_on: PageOn) -> None:
    page = open_on()
    page.get_by_role("tab", name="Held back, for a verdict").click()
    page.get_by_role("button", name="Should count").last.click()
    assert [(one["article"], one["verdict"]) for one in sent(page)] == [("a1", "counts")]


def test_nothing_put_up_no_checks_loading_and_errors(open_on: PageOn) -> None:
    page = open_on(checks(matches={"rows": []}, checks={"lead": "", "rows": [], "missed": []}))
    assert page.get_by_text("No checks are loaded.").is_visible()
    press(page, "p 2 h")
    assert page.get_by_text("No held-back match is put up.").is_visible() and sent(page) == []
    page = open_on(checks(checks={}, matches={}))
    page.locator(".ghost").first.wait_for()
    broken = {"error": "This could not be read.", "details": "locked"}
    page = open_on(checks(matches=broken))
    assert page.locator(".art.ck").count() == 6
    press(page, "2")
    page.get_by_role("button", name="Try again").click()
    assert sent(page) == [{"type": "refresh"}]


def test_hostile_words_fire_nothing(open_on: PageOn) -> None:
    said = {"action": "propose", "by": HOSTILE, "name": HOSTILE, "on": HOSTILE, "reason": HOSTILE, "severity": HOSTILE}
    row = check("miracle-cure", HOSTILE, category=HOSTILE, topic=HOSTILE, severity=HOSTILE, state=HOSTILE, said=said,
                reviewed={"by": HOSTILE, "on": HOSTILE}, right=judged(1, 2, 0.1, 0.9))  # fmt: skip
    odd = match(0, title=HOSTILE, before=HOSTILE, text=HOSTILE, state=HOSTILE, check=HOSTILE)
    page = open_on(checks(checks={"lead": HOSTILE, "rows": [row], "missed": []}, matches={"rows": [odd]}))
    words = {
        **WORDS,
        "message": HOSTILE,
        "sources": [HOSTILE],
        "examples": [{"text": HOSTILE, "finds": [HOSTILE], "held": []}],
    }
    page.evaluate("w => window.message({type: 'shown', id: 'miracle-cure', ...w})", words)
    press(page, "p Escape 2")
    assert page.evaluate("window.pwned") is None
    assert page.locator(".wb img, .wb script").count() == 0


@pytest.mark.parametrize(("width", "dark"), [(1600, True), (1440, False), (1280, True), (800, False)])
def test_every_width(open_on: PageOn, width: int, dark: bool) -> None:
    page = open_on(width=width, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert limits("US") in page.locator("footer").inner_text()
    wide = page.locator(".art.ck .right").first.evaluate("box => box.scrollWidth <= box.clientWidth + 1")
    assert wide and page.locator(".look").is_visible()


def test_a_connection_that_is_lost_keeps_the_verdict(open_on: PageOn) -> None:
    page = open_on()
    page.evaluate("window.broken = true")
    press(page, "2 h")
    page.get_by_text("Connection lost. 1 decision waits here and will be sent.").wait_for()
