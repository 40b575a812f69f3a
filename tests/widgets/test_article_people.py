"""Several people, several articles: who is there, who was first, one cause, held-back matches, safety notices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sittings import INES, JON, MARA, NAME, RULES, TOM, Screen, open_plain, open_store, review_of
from speak import AS_OF, content, report_of

from workbench.review import Seen, Store
from workbench.review.held import put_up

HYPE = "# Walks\n\nOur tea is a miracle breakthrough that nobody should miss.\n\nWe walk at {place}.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Store]:
    """Three articles that share a paragraph."""
    with Store.open("", tmp_path, AS_OF, "morning", content().checks, RULES) as store:
        (tmp_path / "articles").mkdir()
        for place in ("dawn", "noon", "dusk"):
            path, text = tmp_path / "articles" / f"{place}.md", HYPE.format(place=place)
            path.write_text(text, encoding="utf-8")
            report = msgspec.structs.replace(report_of.__wrapped__(path), path=f"articles/{place}.md")
            store.record([Seen(place, text, report, authors=("Tom Adeyemi",))])
        yield store


def first(screen: Screen, severity: str) -> dict[str, Any]:
    found = next(
        one for one in screen.widget.article["findings"] if one["severity"] == severity and not one["held_back"]
    )
    screen.page.locator(f".it[data-id='{found['id']}']").click()
    return dict(found)


def shared(screen: Screen) -> dict[str, Any]:
    """A finding that other articles have too."""
    article = screen.widget.article
    return next(dict(one) for one in article["findings"] if one["fingerprint"] in article["same"])


def test_others_see_which_finding_somebody_is_deciding(page_on: Any, store: Store) -> None:
    mara, ines = (Screen(page_on, review_of(store, one)) for one in (MARA, INES))
    found = first(ines, "warning")
    ines.review.look(found["fingerprint"])
    mara.review.look()
    mara.show()
    first(mara, "warning")
    assert mara.page.get_by_text(f"Ines Calder is deciding finding {found['id']} now.").is_visible()
    assert mara.page.locator(".it.sel .there").inner_text() == "Ines Calder"
    ines.review.back()
    mara.review.look()
    mara.show()
    assert mara.page.locator(".peers").inner_text() == ""


def test_nobody_is_told_of_who_may_only_read(page_on: Any, store: Store) -> None:
    reader = review_of(store, JON, why="You can read everything here.")
    reader.look("")
    assert review_of(store).article.desk["others"] == []


@pytest.mark.parametrize(("button", "after"), [("Keep the first", "dismissed"), ("Use mine", "dismissed")])
def test_the_first_decision_wins_and_the_second_person_sees_both(
    page_on: Any, store: Store, button: str, after: str
) -> None:
    mara, ines = (Screen(page_on, review_of(store, one)) for one in (MARA, INES))
    found = first(mara, "warning")
    first(ines, "warning")
    ines.press("d 2")
    mara.press("f")
    assert mara.told() == "Ines Calder decided this first. Yours is not stored. You see both and can choose."
    both = mara.page.get_by_role("group", name="Two decisions")
    assert "quoted or denied" in both.inner_text() and "Ask for a fix" in both.inner_text()
    both.get_by_role("button", name=button).click()
    mara.answer()
    assert store.states(NAME)[found["fingerprint"]]["state"] == after, "what stands is taken back by whoever decided it"
    if button == "Use mine":
        assert mara.widget.status["kind"] == "alert"


def test_a_decision_that_somebody_overtook_is_not_lost_on_its_author(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    found = first(screen, "warning")
    screen.press("f")
    again = {"type": "decide", "fingerprint": found["fingerprint"], "action": "withdraw", "seen": "open"}
    screen.widget._receive(screen.widget, {**again, "request": "12345678-cccc"}, [])
    assert screen.widget.status["kind"] == "status", "one's own earlier decision is nobody else's"


def test_one_cause_is_decided_in_every_article_and_taken_back_together(page_on: Any, many: Store) -> None:
    screen = Screen(page_on, review_of(many, name="noon"))
    found = shared(screen)
    assert screen.widget.article["same"][found["fingerprint"]] == [2, 0]
    screen.page.locator(f".it[data-id='{found['id']}']").click()
    assert screen.page.get_by_text("Same cause in 3 articles.").is_visible()
    screen.page.get_by_role("button", name="Show them…").click()
    screen.answer()
    dialog = screen.page.get_by_role("dialog", name="Same cause in 3 articles")
    assert dialog.get_by_role("checkbox").count() == 3
    assert dialog.get_by_text("miracle breakthrough").count() == 3
    dialog.get_by_role("radio", name="Dismiss in each…").click()
    dialog.get_by_role("button", name="Go on").click()
    reasons = screen.page.get_by_role("dialog", name="Why is this not a problem?").filter(visible=True)
    assert reasons.get_by_role("radio", name="Other").count() == 0
    reasons.get_by_role("radio", name="Agreed exception").click()
    screen.press("Enter")
    assert "3 findings of one cause" in screen.told(), screen.told()
    assert {many.states(name)[found["fingerprint"]]["state"] for name in ("dawn", "noon", "dusk")} == {"dismissed"}
    screen.press("u")
    assert {many.states(name)[found["fingerprint"]]["state"] for name in ("dawn", "noon", "dusk")} == {"open"}


def test_a_choice_of_none_decides_nothing(page_on: Any, many: Store) -> None:
    screen = Screen(page_on, review_of(many, name="noon"))
    found = shared(screen)
    screen.page.locator(f".it[data-id='{found['id']}']").click()
    screen.page.get_by_role("button", name="Show them…").click()
    screen.answer()
    for box in screen.page.locator("dialog[open]").get_by_role("checkbox").all():
        box.uncheck()
    screen.page.get_by_role("button", name="Go on").click()
    assert screen.page.get_by_text("Choose at least one article.").is_visible()
    assert [one["type"] for one in screen.page.evaluate("window.sent")] == ["ask"]


def test_findings_of_two_causes_are_not_decided_together(page_on: Any, many: Store) -> None:
    screen = Screen(page_on, review_of(many, name="noon"))
    two = [one["fingerprint"] for one in screen.widget.article["findings"] if not one["held_back"]][:2]
    sent = {"type": "together", "chosen": [["noon", two[0]], ["dawn", two[1]]], "action": "fix"}
    screen.widget._receive(screen.widget, {**sent, "request": "12345678-aaaa"}, [])
    assert screen.widget.status["kind"] == "alert"
    assert {state["state"] for state in many.states("noon").values()} == {"open"}


@pytest.mark.parametrize(("key", "verdict"), [("y", "harmless"), ("n", "should count")])
def test_a_held_back_match_that_is_put_up_gets_its_verdict(page_on: Any, store: Store, key: str, verdict: str) -> None:
    screen = Screen(page_on, review_of(store))
    asked = next(one for one in screen.widget.article["findings"] if one["held_back"] and put_up(one["fingerprint"]))
    chip = screen.page.get_by_role("button", name="Held back")
    assert "to judge" in chip.inner_text()
    chip.click()
    screen.page.locator(f".it[data-id='{asked['id']}']").click()
    assert screen.page.get_by_role("button", name="Harmless").is_visible()
    screen.press(key)
    assert screen.widget.desk["matches"][asked["fingerprint"]] == verdict
    screen.press("u")
    assert screen.widget.desk["matches"][asked["fingerprint"]] == "held back"


def test_of_other_held_back_matches_nothing_is_asked(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    held = (one for one in screen.widget.article["findings"] if one["held_back"])
    other = next(one for one in held if not put_up(one["fingerprint"]))
    screen.page.get_by_role("button", name="Held back").click()
    screen.page.locator(f".it[data-id='{other['id']}']").click()
    screen.press("y n f")
    assert screen.page.get_by_role("button", name="Harmless").count() == 0
    assert screen.page.evaluate("window.sent") == []
    sent = {"type": "verdict", "fingerprint": other["fingerprint"], "action": "harmless", "request": "12345678-aaaa"}
    screen.widget._receive(screen.widget, sent, [])
    assert screen.widget.status["kind"] == "alert"


def test_a_safety_notice_takes_two_people(page_on: Any, tmp_path: Path) -> None:
    with open_plain(tmp_path, "# A walk\n\nA walk is nice in the evening. Take a friend.\n") as store:
        mara, ines, tom = (Screen(page_on, review_of(store, one)) for one in (MARA, INES, TOM))
        for screen, name in ((mara, "Approve"), (ines, "Approve (medical)")):
            screen.review.look()
            screen.show()
            screen.page.get_by_role("button", name=name, exact=True).press("Enter")
            screen.press("Enter")
        mara.review.look()
        mara.show().page.get_by_role("button", name="Mark live…").press("Enter")
        mara.press("Enter")
        mara.page.get_by_role("button", name="Safety notice…").press("Enter")
        mara.page.get_by_label("Words of the notice").fill("Do not walk on ice.")
        mara.press("Enter")
        assert mara.told() == "Proposed. The notice is shown once another person agrees."
        strip = mara.page.locator(".notice-strip")
        assert "Do not walk on ice." in strip.inner_text()
        assert strip.get_by_role("button", name="Show the notice").count() == 0, "nobody is both people"
        assert strip.get_by_role("button", name="Take it back").is_visible()
        tom.review.look()
        tom.show().page.get_by_role("button", name="Show the notice").click()
        tom.answer()
        assert tom.widget.desk["site"]["notice"]["state"] == "live"
        assert "Safety notice on the page since 25 Nov 2026" in tom.page.locator(".notice-strip").inner_text()
