"""No button that always refuses: what a role can never do is not offered, or says at once who can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sittings import INES, MARA, NAME, STAFF, TOM, Screen, open_store, review_of

from workbench.review import Person, Store

ADA = Person("ada", "Ada Brandt", "admin")
SITS = Callable[..., Screen]
DECIDES = ("Ask for fix", "Dismiss…", "Accept…", "2nd opinion…", "Mark words", "Ask for changes")
DUTY = "An editor or a medical reviewer decides about findings."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that no test here changes."""
    with open_store(tmp_path_factory.mktemp("newsroom")) as store:
        yield store


def offered(screen: Screen, names: tuple[str, ...] = DECIDES) -> set[str]:
    """Which of these buttons are in sight and are not greyed out."""
    every = """() => [...document.querySelectorAll('button')].filter((one) => one.checkVisibility())
        .filter((one) => one.getAttribute('aria-disabled') !== 'true')
        .map((one) => one.getAttribute('aria-label') || one.firstChild.textContent)"""
    return {name for name in screen.page.evaluate(every) if name in names}


@pytest.mark.parametrize("person", [TOM, ADA])
def test_who_decides_nothing_is_offered_no_decision_and_reads_who_does(
    page_on: Any, store: Store, person: Person
) -> None:
    screen = Screen(page_on, review_of(store, person))
    assert offered(screen) == set()
    assert screen.page.get_by_text(DUTY).first.is_visible()
    assert screen.page.get_by_label("Message to the editors about this finding").is_visible(), "words are open to all"


@pytest.mark.parametrize("person", [MARA, INES])
def test_who_decides_is_offered_everything_and_no_such_line(page_on: Any, store: Store, person: Person) -> None:
    screen = Screen(page_on, review_of(store, person))
    assert offered(screen) >= set(DECIDES) - {"Ask for changes", "Accept…"}
    assert screen.page.get_by_text(DUTY).first.is_hidden()


@pytest.mark.parametrize("key", ["f", "d", "a", "s", "e", "r"])
def test_a_key_that_is_not_the_writers_says_who_can_and_sends_nothing(page_on: Any, store: Store, key: str) -> None:
    screen = Screen(page_on, review_of(store, TOM))
    screen.page.keyboard.press(key)
    assert "editor or a medical reviewer" in screen.page.locator("[role=alert]:visible").first.inner_text()
    assert screen.page.evaluate("window.sent") == []
    assert screen.page.locator("dialog[open]").count() == 0


def test_a_writer_is_not_asked_for_a_verdict_on_a_held_back_match(page_on: Any, store: Store) -> None:
    mara, tom = review_of(store), review_of(store, TOM)
    assert "held back" in mara.article.desk["matches"].values()
    assert tom.article.desk["matches"] == {}


def test_words_that_a_writer_selects_offer_no_mark(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store, TOM))
    screen.page.locator(".text .block").nth(1).dblclick()
    screen.page.wait_for_timeout(50)
    assert screen.page.locator(".marking").is_hidden()


def test_a_writer_suggests_a_source_and_who_confirms_it_is_named(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store, TOM))
    screen.press("c Enter")
    assert offered(screen, ("Suggest a source…", "Dispute…", "Accept…", "Refuse")) == {"Suggest a source…"}
    screen.page.get_by_role("button", name="Substantiate…").press("Enter")
    assert screen.page.locator(".claim-pane .way").inner_text().endswith(" can.")
    assert screen.page.locator(".claim-pane .way button").count() == 0, "a writer hands no article out"


@pytest.mark.parametrize("person", [MARA, INES, ADA, TOM])
def test_only_who_hands_articles_out_is_offered_it_in_the_queue(page_on: Any, store: Store, person: Person) -> None:
    screen = Screen(page_on, review_of(store, person, name=""))
    screen.press("7")
    hands = person.id != "tom"
    assert offered(screen, ("Assign…",)) == ({"Assign…"} if hands else set())
    assert offered(screen, ("Later…",)) == {"Later…"}, "one's own list is everybody's"
    screen.page.keyboard.press("g")
    assert screen.page.locator("dialog[open]").count() == int(hands)
    if not hands:
        said = "Only an editor, a medical reviewer or an admin can hand articles out."
        assert screen.page.get_by_role("alert").filter(has_text=said).is_visible()


def test_the_screen_is_told_by_the_table_and_not_by_names_of_roles(store: Store) -> None:
    for person in (MARA, INES, TOM, ADA):
        desk = review_of(store, person).article.desk
        assert desk["decides"] == person.holds("editor", "medical reviewer")
        assert desk["hands"] == person.holds("editor", "medical reviewer", "admin")
    assert NAME and STAFF.members
