"""What a week by keys alone needs of the screens: ways that no mouse has to take, and refusals that say who can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sittings import INES, MARA, NAME, STAFF, TOM, Screen, open_store, review_of
from speak import AS_OF

from workbench.review import Person, Store
from workbench.review.acting import Deed
from workbench.review.ledger import Place
from workbench.review.touching import name_of
from workbench.widgets import article_moves

FOCUSED = "document.activeElement.getAttribute('role')"
HOSTILE = "<img src=x onerror=window.pwned=1>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def claim_open(page_on: Any, store: Store, person: Person) -> tuple[Screen, str]:
    """The article's first dose, in the place of the explanation."""
    screen = Screen(page_on, review_of(store, person))
    claim = next(one for one in screen.widget.article["claims"] if one["type"] == "dosing")
    row = screen.page.locator(".claims[aria-label=Claims] tbody tr").nth(claim["number"] - 1)
    row.focus()
    screen.press("Enter")
    return screen, claim["id"]


def fact_of(store: Store, claim: str) -> str:
    return next(str(row["fact"]) for row in store.overview(NAME).claims if row["claim"] == claim)


def test_a_claim_hangs_on_a_fact_and_facts_that_are_known_are_offered(page_on: Any, store: Store) -> None:
    place = Place("fact", HOSTILE)
    given = {"value": "6", "country": "US", "effective": "2026-11-25", "source": "Label"}
    seen = name_of(store.touched(place))
    changed = Deed(place=place, action="change", person=INES, on=AS_OF, at=AS_OF.isoformat(), given=given, seen=seen)
    assert store.act(changed).ok
    screen, claim = claim_open(page_on, store, INES)
    screen.page.get_by_role("button", name="Substantiate…").press("Enter")
    screen.answer()
    assert screen.page.locator("dialog[open] datalist option").get_attribute("value") == HOSTILE
    for words in ("doi:10.1000/xyz", "2024", "p. 4", "a-label"):
        screen.type(words).page.keyboard.press("Tab")
    screen.page.keyboard.press("Enter")
    screen.answer()
    assert fact_of(store, claim) == "a-label"
    assert screen.page.get_by_text("The fact a-label").is_visible()
    assert screen.page.evaluate("window.pwned === undefined")


def test_a_fact_may_be_left_out_and_enter_after_the_place_sends(page_on: Any, store: Store) -> None:
    screen, claim = claim_open(page_on, store, INES)
    screen.page.get_by_role("button", name="Substantiate…").press("Enter")
    for words in ("doi:10.1000/xyz", "2024"):
        screen.type(words).page.keyboard.press("Tab")
    screen.type("p. 4").press("Enter")
    assert screen.told() == "Substantiated: doi:10.1000/xyz, p. 4."
    assert fact_of(store, claim) == ""


def test_a_suggestion_names_no_fact(page_on: Any, store: Store) -> None:
    screen, _ = claim_open(page_on, store, TOM)
    screen.page.get_by_role("button", name="Suggest a source…").press("Enter")
    assert screen.page.locator("dialog[open] textarea").count() == 3
    assert screen.page.locator("dialog[open] datalist").count() == 0


@pytest.mark.parametrize("key", ["Enter", "ArrowDown"])
def test_from_the_words_that_are_looked_for_to_the_row(page_on: Any, store: Store, key: str) -> None:
    screen = Screen(page_on, review_of(store, name=""))
    screen.press("7 /").type("lozenges").press(key)
    assert screen.page.evaluate(FOCUSED) == "row"
    assert screen.page.locator(".find").input_value() == "lozenges"
    assert screen.page.locator(".art").count() == 1, "nothing is opened yet, and the words stay"


def test_where_nothing_is_found_the_keys_stay_in_the_words(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store, name=""))
    screen.press("7 /").type("zzz").press("Enter").type("y")
    assert screen.page.locator(".find").input_value() == "zzzy"
    assert screen.page.get_by_text("No article fits.").is_visible()


@pytest.mark.parametrize("name", ["", NAME])
def test_enter_on_a_link_follows_it_and_does_nothing_else(page_on: Any, store: Store, name: str) -> None:
    screen = Screen(page_on, review_of(store, name=name))
    screen.page.evaluate(
        "() => { const link = Object.assign(document.createElement('a'), { href: '#there', textContent: 'There' });"
        " document.querySelector('.wb nav').append(link); link.focus(); }"
    )
    screen.page.keyboard.press("Enter")
    assert screen.page.evaluate("location.hash") == "#there"
    assert screen.page.evaluate("window.sent.filter((one) => one.type === 'open').length") == 0


def test_a_second_contest_names_others_who_can_answer() -> None:
    why = "You have had your say in this contest; an editor or a medical reviewer other than you must answer it."
    able = article_moves.able(("editor", "medical reviewer"), MARA, STAFF, why)
    assert [one["name"] for one in able] == ["Ines Calder", "Jon Bell"]


def test_who_holds_the_role_is_sent_to_nobody_where_it_is_not_the_role() -> None:
    why = "Not yet: 1 contest to answer; then an editor or a medical reviewer can ask for changes."
    assert article_moves.able(("editor", "medical reviewer"), MARA, STAFF, why) == []


def test_a_risk_whose_day_has_passed_is_not_said_to_have_changed(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    finding = next(one for one in screen.widget.article["findings"] if one["severity"] == "warning")
    states = dict(screen.widget.states)
    words = {"state": "open", "words": "", "reopened": "It was accepted until 26 Nov. That day has passed."}
    screen.page.evaluate("value => window.set('states', value)", {**states, finding["fingerprint"]: words})
    entry = screen.page.locator("[role=option]", has_text=finding["title"]).first.inner_text()
    assert "Its day has passed" in entry and "Changed since" not in entry


def approvals(screen: Screen, kinds: tuple[str, ...], roles: list[str]) -> None:
    desk = screen.widget.desk
    signed = {"by": "Mara Olsen", "on": "2026-11-25", "second": "", "carried": False, "stands": True, "covers": ""}
    given = [{"kind": one, **signed} for one in kinds]
    may = {
        **desk["may"], "approve editorial": {"why": "You gave this approval already.", "ask": []},
        "approve medical": {"why": "In a newsroom of one the second pass is 24 hours later.", "ask": []},
    }  # fmt: skip
    value = {**desk, "me": {**desk["me"], "roles": roles}, "alone": True, "approvals": given, "may": may}
    screen.page.evaluate("value => window.set('desk', value)", value)


def test_of_two_approvals_the_missing_one_is_offered_and_says_what_it_waits_for(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    approvals(screen, ("editorial",), ["editor", "medical reviewer"])
    screen.page.get_by_role("button", name="Approve (medical)").press("Enter")
    assert "24 hours later" in screen.page.get_by_role("alert").filter(has_text="newsroom of one").first.inner_text()


def test_an_editor_alone_is_never_offered_the_medical_approval(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    approvals(screen, ("editorial",), ["editor"])
    assert screen.page.get_by_role("button", name="Approve (medical)").count() == 0


def test_alone_an_error_is_proposed_and_nobody_else_is_named(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    approvals(screen, (), ["editor", "medical reviewer"])
    error = next(one for one in screen.widget.article["findings"] if one["severity"] == "error")
    screen.page.locator("[role=option]", has_text=error["title"]).first.focus()
    screen.page.locator("[role=option]", has_text=error["title"]).first.press("Home")
    screen.press("d 5")
    dialog = screen.page.locator("dialog[open]")
    assert "your second pass 24 hours later" in dialog.inner_text()
    assert dialog.get_by_role("button", name="Propose").is_visible()
    assert "Ines Calder" not in dialog.inner_text()
