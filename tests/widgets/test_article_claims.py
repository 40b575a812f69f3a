"""Claims in the article view: shown, sorted, filtered, substantiated and disputed by role, and added by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sittings import INES, MARA, NAME, TOM, Screen, open_plain, open_store, review_of

from workbench.review import Store
from workbench.widgets.article_messages import Ask

HOSTILE = "<img src=x onerror=window.pwned=1>"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that no test here changes."""
    with open_store(tmp_path_factory.mktemp("newsroom")) as store:
        yield store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def rows(screen: Screen) -> list[int]:
    """The numbers of the claims in sight, top to bottom."""
    shown = screen.page.locator(".claims[aria-label=Claims] tbody tr:visible td:first-child")
    return [int(text) for text in shown.all_inner_texts()]


def claim_of(screen: Screen, kind: str) -> dict[str, Any]:
    return next(dict(one) for one in screen.widget.article["claims"] if one["type"] == kind)


def open_claim(screen: Screen, number: int) -> None:
    row = screen.page.locator(".claims[aria-label=Claims] tbody tr").filter(
        has=screen.page.locator(f"td:first-child:text-is('{number}')")
    )
    row.focus()
    screen.press("Enter")


def test_enter_shows_the_claim_with_its_sentence_and_escape_gives_the_finding_back(page_on: Any, shared: Store) -> None:
    screen = Screen(page_on, review_of(shared))
    screen.press("c Enter")
    pane = screen.page.get_by_role("region", name="Claim", exact=True).first
    assert pane.is_visible()
    assert screen.widget.article["claims"][0]["text"] in pane.inner_text()
    assert screen.page.get_by_text("Nobody has confirmed a source for it.").is_visible()
    screen.press("Escape")
    assert screen.page.get_by_text("Finding 1 of").first.is_visible()
    assert screen.page.evaluate("document.activeElement.closest('.claims') !== null"), "focus is back in the table"


@pytest.mark.parametrize("key", ["f", "d", "a", "s"])
def test_no_key_decides_about_a_finding_that_a_claim_hides(page_on: Any, shared: Store, key: str) -> None:
    screen = Screen(page_on, review_of(shared))
    screen.press(f"c Enter {key}")
    assert screen.taken == 0 or screen.page.evaluate("window.sent").count({"type": "decide"}) == 0
    assert screen.page.locator("dialog[open]").count() == 0
    assert screen.page.get_by_text("A claim is open here.").is_visible()


def test_the_table_sorts_and_says_so(page_on: Any, shared: Store) -> None:
    screen = Screen(page_on, review_of(shared))
    before = rows(screen)
    head = screen.page.get_by_role("button", name="Sort by number", exact=True)
    head.click()
    assert rows(screen) == before[::-1]
    assert screen.page.locator("th[aria-sort=descending]").inner_text().startswith("#")


def test_kind_and_standing_filter_and_nothing_left_is_said(page_on: Any, shared: Store) -> None:
    screen = Screen(page_on, review_of(shared))
    screen.page.get_by_label("Kind of claim").select_option("dosing")
    dosing = [one["number"] for one in screen.widget.article["claims"] if one["type"] == "dosing"]
    assert rows(screen) == dosing
    screen.page.get_by_label("Standing", exact=True).select_option("disputed")
    assert rows(screen) == []
    assert screen.page.get_by_text("No claim fits.").is_visible()


def test_a_medical_reviewer_substantiates_with_source_version_and_place(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store, INES))
    claim = claim_of(screen, "dosing")
    open_claim(screen, claim["number"])
    screen.page.get_by_role("button", name="Substantiate…").click()
    screen.page.get_by_label("Source, with its identifier").fill("doi:10.1000/xyz")
    screen.page.get_by_role("button", name="Substantiate", exact=True).click()
    assert screen.page.get_by_text("Name the version").is_visible(), "nothing is sent half"
    screen.page.get_by_label("Version of the source").fill("2024")
    screen.page.get_by_label("Place in it").fill("p. 4")
    screen.page.get_by_label("Place in it").press("Enter")
    screen.answer()
    assert screen.told() == "Substantiated: doi:10.1000/xyz, p. 4."
    stands = screen.widget.desk["claims"][claim["id"]]
    assert (stands["state"], stands["source"], stands["locator"], stands["by"]) == (
        "substantiated", "doi:10.1000/xyz", "p. 4", "Ines Calder",
    )  # fmt: skip
    assert screen.page.locator(".claim-pane").get_by_text("doi:10.1000/xyz, 2024, p. 4").is_visible()


def test_an_editor_cannot_substantiate_a_dose_and_is_told_who_can(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    open_claim(screen, claim_of(screen, "dosing")["number"])
    screen.page.get_by_role("button", name="Substantiate…").press("Enter")
    assert screen.page.get_by_role("alert").filter(has_text="Only a medical reviewer can do this").is_visible()
    assert screen.page.locator("dialog[open]").count() == 0
    screen.page.get_by_role("button", name="Ask Ines Calder").click()
    screen.answer()
    assert store.overview(NAME).article["assignee"] == "ines"


def test_an_editor_substantiates_a_statistic(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    claim = claim_of(screen, "statistic")
    sent = {"type": "claim", "claim": claim["id"], "action": "substantiate", "request": "12345678-aaaa"}
    screen.widget._receive(screen.widget, {**sent, "source": "a", "version": "b", "place": "c"}, [])
    assert screen.widget.desk["claims"][claim["id"]]["state"] == "substantiated"


def test_a_writer_suggests_and_the_reviewer_sees_who_did(page_on: Any, store: Store) -> None:
    tom = Screen(page_on, review_of(store, TOM))
    claim = claim_of(tom, "dosing")
    open_claim(tom, claim["number"])
    tom.page.get_by_role("button", name="Suggest a source…").click()
    tom.page.get_by_label("Source, with its identifier").fill(HOSTILE)
    tom.page.get_by_role("button", name="Suggest", exact=True).click()
    tom.answer()
    assert tom.widget.status["kind"] == "status", tom.told()
    ines = Screen(page_on, review_of(store, INES))
    open_claim(ines, claim["number"])
    assert ines.page.get_by_text(f"Tom Adeyemi suggests: {HOSTILE}").is_visible()
    assert ines.page.evaluate("window.pwned") is None
    ines.page.get_by_role("button", name="Use this…").click()
    assert ines.page.get_by_label("Source, with its identifier").input_value() == HOSTILE


def test_what_is_live_is_listed_before_a_dispute_is_settled(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store, INES))
    open_claim(screen, 1)
    screen.page.get_by_role("button", name="Dispute…").click()
    screen.type("It is far too sure.").press("Enter")
    assert screen.told() == "Disputed. A medical reviewer settles it."
    screen.page.get_by_role("button", name="Settle: no source…").click()
    screen.answer()
    assert screen.page.get_by_text("No live sentence rests on this.").is_visible()
    screen.type("Nothing says so.").press("Enter")
    screen.answer()
    assert screen.told() == "Settled: it rests on no source."


def test_a_list_that_was_not_seen_settles_nothing(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store, INES))
    claim, request = claim_of(screen, "dosing")["id"], {"type": "claim", "request": "12345678-aaaa"}
    screen.widget._receive(screen.widget, {**request, "claim": claim, "action": "doubt", "reason": "No."}, [])
    wrong = {**request, "request": "12345678-bbbb", "claim": claim, "action": "reject", "reason": "No.", "seen": "0"}
    screen.widget._receive(screen.widget, wrong, [])
    assert screen.widget.status["kind"] == "alert"
    assert screen.widget.desk["claims"][claim]["state"] == "disputed"


def test_sources_readability_and_what_was_not_checked_have_their_tabs(page_on: Any, shared: Store) -> None:
    screen = Screen(page_on, review_of(shared))
    names = [tab.split("\n")[0] for tab in screen.page.get_by_role("tab").all_inner_texts()]
    assert names == ["Claims", "Sources", "Other articles disagree", "Readability", "History", "Not checked"]
    screen.page.get_by_role("tab", name="Readability").click()
    assert screen.page.get_by_text("Flesch–Kincaid").first.is_visible()
    screen.page.get_by_role("tab", name="Sources").press("ArrowRight")
    assert screen.page.get_by_role("tab", name="Other articles disagree").get_attribute("aria-selected") == "true"
    screen.page.get_by_role("tab", name="Not checked").click()
    assert screen.page.get_by_role("region", name="Not checked").is_visible()


def test_history_opens_the_text_as_it_was_signed(page_on: Any, tmp_path: Path) -> None:
    with open_plain(tmp_path, "# A walk\n\nA walk is nice in the evening. Take a friend.\n") as store:
        screen = Screen(page_on, review_of(store))
        screen.page.get_by_role("button", name="Approve", exact=True).press("Enter")
        screen.press("Enter")
        assert "approval" in screen.told(), screen.told()
        screen.page.get_by_role("tab", name="History").click()
        screen.page.get_by_role("button", name="Text then").click()
        screen.answer()
        dialog = screen.page.get_by_role("dialog", name="Text as it was signed")
        dialog.wait_for()
        assert "Nothing changed since." in dialog.inner_text()
        assert "A walk is nice in the evening." in dialog.inner_text()


def test_a_text_that_was_never_signed_cannot_be_shown(shared: Store) -> None:
    review = review_of(shared, MARA)
    assert "not stored" in review._screen.answer(Ask("then", "0" * 64))["error"]


def disagreement(kept: dict[str, str] | None) -> dict[str, Any]:
    """A matter that two articles tell differently, as the store tells it."""
    part = {"state": "In review", "live": False, "start": 0, "end": 3, "sentence": "", "differs": False}
    values = [
        {**part, "article": "another", "title": HOSTILE, "value": "6", "text": "six sessions", "live": True},
        {**part, "article": NAME, "title": "Mine", "value": "8", "text": "eight sessions"},
    ]
    return {
        "key": "k1", "attribute": "sessions", "title": "Sessions in a course", "scope": "ketamine", "severity": "note",
        "values": values, "kept": kept, "library": "6 in two weeks", "library_row": "r",
    }  # fmt: skip


def test_other_articles_that_disagree_stand_in_a_table_with_the_librarys_value(page_on: Any, shared: Store) -> None:
    screen = Screen(page_on, review_of(shared))
    screen.page.evaluate("desk => window.set('desk', desk)", {**screen.widget.desk, "conflicts": [disagreement(None)]})
    tab = screen.page.get_by_role("tab", name="Other articles disagree")
    assert tab.inner_text().split() == ["Other", "articles", "disagree", "1"]
    tab.click()
    rows = screen.page.locator(".agree tbody tr").all_inner_texts()
    assert [row.split("\t")[0] for row in rows] == ["8", "6"], "this article first"
    assert "on the site" in rows[1] and HOSTILE in rows[1]
    assert screen.page.get_by_text("The library says: 6 in two weeks").is_visible()
    screen.page.get_by_role("button", name="Keep both…").click()
    screen.page.keyboard.press("Enter")
    assert screen.page.get_by_text("This needs a reason.").is_visible()
    screen.page.keyboard.type("Two protocols.")
    screen.page.keyboard.press("Enter")
    (sent,) = screen.page.evaluate("window.sent")
    assert {key: sent[key] for key in ("type", "key", "action", "reason")} == {
        "type": "conflict", "key": "k1", "action": "keep both", "reason": "Two protocols.",
    }  # fmt: skip
    assert screen.page.evaluate("window.pwned") is None


def test_what_was_kept_says_who_and_why_and_none_is_not_silence(page_on: Any, shared: Store) -> None:
    screen = Screen(page_on, review_of(shared))
    kept = {"state": "kept", "reason": "Two protocols.", "by": "Ines Calder", "on": "2026-11-20"}
    screen.page.evaluate("desk => window.set('desk', desk)", {**screen.widget.desk, "conflicts": [disagreement(kept)]})
    screen.page.get_by_role("tab", name="Other articles disagree").click()
    assert screen.page.get_by_text("Both kept by Ines Calder, 20 Nov 2026: Two protocols.").is_visible()
    screen.page.evaluate("desk => window.set('desk', desk)", {**screen.widget.desk, "conflicts": None})
    assert screen.page.get_by_text("Not checked: articles are not compared").is_visible()


def test_who_comes_back_is_told_what_changed_since(store: Store) -> None:
    first = review_of(store, MARA)
    assert first.article.article["since"] is None, "who never looked has nothing to compare"
    first.back()
    fingerprint = first.article.article["findings"][10]["fingerprint"]
    store.decide(NAME, fingerprint, "fix", INES)
    again = review_of(store, MARA).article.article["since"]
    assert "Ines Calder decided 1 finding." in again["words"]


def test_on_paper_the_text_stands_whole_before_the_list_with_numbers_and_the_line(page_on: Any, shared: Store) -> None:
    page = Screen(page_on, review_of(shared)).page
    page.emulate_media(media="print")
    text, listed, line = (page.locator(one).bounding_box() for one in (".text", ".list", ".limits"))
    assert text["y"] + text["height"] <= listed["y"] + 1 and listed["y"] < line["y"]
    assert page.evaluate(
        "document.querySelector('.text').scrollHeight <= document.querySelector('.text').clientHeight + 1"
    )
    assert not page.locator(".decide").first.is_visible()
    colours = "[...document.querySelectorAll('.seg')].map(node => getComputedStyle(node).backgroundColor)"
    assert set(page.evaluate(colours)) == {"rgba(0, 0, 0, 0)"}, "grey paper loses no mark: lines and numbers stay"
