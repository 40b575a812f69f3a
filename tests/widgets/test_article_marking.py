"""Words that no check saw, marked in the text: they become a finding or a claim, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sittings import INES, JON, MARA, NAME, TOM, Screen, open_plain, review_of

from workbench import forms
from workbench.review import Person, Store
from workbench.widgets import article_messages
from workbench.widgets.article_words import CATEGORIES, CLAIMS
from workbench.widgets.messages import Malformed

TEXT = """# Café 😀 walks

We left the house 😀 on a *very* cold evening. Bring a coat.

Many people walk by the lake.
"""
REQUEST = {"type": "add", "request": "12345678-aaaa", "note": "Who says so?"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_plain(tmp_path, TEXT) as store:
        yield store


def block_of(screen: Screen, words: str) -> int:
    texts = ["".join(part["text"] for part in block["segments"]) for block in screen.widget.article["blocks"]]
    return next(index for index, text in enumerate(texts) if words in text)


def place(screen: Screen, words: str) -> dict[str, Any]:
    """Where the words stand, as the browser would say it."""
    index = block_of(screen, words)
    text = "".join(part["text"] for part in screen.widget.article["blocks"][index]["segments"])
    at = text.index(words)
    return {"block": index, "at": at, "to_block": index, "to": at + len(words), "text": words}


def added(screen: Screen) -> dict[str, Any]:
    return next(dict(one) for one in screen.widget.article["findings"] if one["check"] == "added-by-hand")


def test_by_keyboard_words_become_a_finding_that_is_there_at_once(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    screen.press("e")
    while "Bring" not in screen.page.locator(".marking .clip").inner_text():
        screen.page.keyboard.press("ArrowRight")
    for _ in range(2):
        screen.page.keyboard.press("Shift+ArrowRight")
    assert screen.page.locator(".marking .clip").inner_text() == "“Bring a coat.”"
    screen.page.keyboard.press("Enter")
    screen.page.get_by_label("Kind of problem").select_option("marketing-hype")
    screen.page.get_by_role("textbox", name="What is wrong").fill("Nobody needs one.")
    screen.press("Enter")
    assert screen.told().startswith("Added: “Bring a coat")
    found = added(screen)
    told = found["category"], found["severity"], found["message"]
    assert told == ("marketing-hype", "warning", "Nobody needs one.")
    assert screen.page.locator(".it.sel").get_attribute("data-id") == str(found["id"])
    assert "Bring a coat" in "".join(screen.page.locator(".seg.active").all_inner_texts())
    assert screen.page.get_by_text("Mara Olsen marked this; no check saw it.").is_visible()
    assert screen.page.evaluate("document.activeElement.closest('.it.sel') !== null"), "the keys go on from there"


def test_with_the_mouse_across_markup_and_an_emoji(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    index = block_of(screen, "We left")
    screen.page.evaluate(
        """index => {
            const block = document.querySelectorAll('.text .block')[index], walk = document.createTreeWalker(block, 4);
            const node = walk.nextNode(), range = document.createRange();
            range.setStart(node, node.data.indexOf('use 😀'));
            range.setEnd(node, node.data.indexOf('old ev') + 2);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            block.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        }""",
        index,
    )
    screen.page.locator(".marking").wait_for()
    assert screen.page.locator(".marking .clip").inner_text() == "“house 😀 on a very cold”", "whole words only"
    screen.page.get_by_role("button", name="It is a claim…").click()
    screen.press("1 Enter")
    assert screen.told().startswith("Added as a claim"), screen.told()
    (claim,) = [one for one in screen.widget.article["claims"] if one["by_hand"]]
    assert (claim["type"], claim["start_block"]) == (next(iter(CLAIMS)), index)
    assert store.overview(NAME).claims[-1]["text"] == "house 😀 on a *very* cold"


def test_a_selection_over_two_paragraphs_is_taken_whole(store: Store, page_on: Any) -> None:
    screen = Screen(page_on, review_of(store))
    first, last = block_of(screen, "Bring"), block_of(screen, "Many people")
    text = "".join(part["text"] for part in screen.widget.article["blocks"][first]["segments"])
    sent = {"block": first, "at": text.index("Bring"), "to_block": last, "to": 4, "text": "Bring a coat. Many"}
    screen.widget._receive(screen.widget, {**REQUEST, **sent, "category": "readability"}, [])
    assert added(screen)["text"] == "Bring a coat.\n\nMany"


def test_escape_ends_marking_and_changes_nothing(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    screen.press("e").page.keyboard.press("Shift+ArrowRight")
    screen.press("Escape")
    assert screen.page.locator(".marking").is_hidden()
    assert [one["type"] for one in screen.page.evaluate("window.sent")] == []


def test_a_finding_without_a_reason_is_not_sent(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    screen.press("e Enter")
    screen.page.get_by_label("Kind of problem").select_option("readability")
    screen.page.get_by_role("button", name="Add the finding").click()
    assert screen.page.get_by_text("Say what is wrong.").is_visible()
    assert screen.page.evaluate("window.sent") == []


def test_a_writer_adds_nothing_and_is_told_who_can(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store, TOM))
    screen.widget._receive(screen.widget, {**REQUEST, **place(screen, "Bring a coat"), "category": "readability"}, [])
    assert "Only an editor or a medical reviewer can add a finding" in screen.told()
    assert all(one["check"] != "added-by-hand" for one in store.article(NAME)["findings"])


@pytest.mark.parametrize("change", [{"text": "Bring a hat"}, {"block": 99, "to_block": 99}, {"to": 5000}])
def test_other_words_than_stand_there_are_refused(store: Store, page_on: Any, change: dict[str, Any]) -> None:
    screen = Screen(page_on, review_of(store))
    sent = {**REQUEST, **place(screen, "Bring a coat"), "category": "readability", **change}
    screen.widget._receive(screen.widget, sent, [])
    assert screen.widget.status["kind"] == "alert"
    assert all(one["check"] != "added-by-hand" for one in store.article(NAME)["findings"])


@pytest.mark.parametrize(
    "change",
    [{"category": "", "claim": ""}, {"claim": "dosing"}, {"to": 0}, {"at": -1}, {"claim": "praise", "category": ""}],
)
def test_a_malformed_mark_is_refused(change: dict[str, Any]) -> None:
    good = {**REQUEST, "block": 1, "at": 2, "to_block": 1, "to": 6, "text": "slow", "category": "readability"}
    assert article_messages.of_article(good)
    with pytest.raises(Malformed):
        article_messages.of_article({**good, **change})


def test_a_claim_that_is_one_already_is_refused(store: Store, page_on: Any) -> None:
    screen = Screen(page_on, review_of(store))
    sent = {**REQUEST, **place(screen, "Many people walk by the lake."), "claim": "prevalence"}
    screen.widget._receive(screen.widget, sent, [])
    screen.widget._receive(screen.widget, {**sent, "request": "12345678-bbbb"}, [])
    assert "These words are a claim already" in screen.told()


def test_somebody_elses_mark_comes_with_the_next_look(page_on: Any, store: Store) -> None:
    mara, ines = (Screen(page_on, review_of(store, one)) for one in (MARA, INES))
    mara.widget._receive(mara.widget, {**REQUEST, **place(mara, "Bring a coat"), "category": "readability"}, [])
    ines.review.look()
    ines.show()
    assert ines.page.get_by_text("Added by hand").first.is_visible()


def test_every_category_that_people_may_choose_has_words() -> None:
    assert set(forms.CATEGORIES) - set(CATEGORIES) == {"check-failed", "not-checkable", "suppression"}
    assert set(CATEGORIES) <= set(forms.CATEGORIES)


def mark(screen: Screen, words: str, request: str = "12345678-aaaa", **more: str) -> None:
    screen.widget._receive(screen.widget, {**REQUEST, **place(screen, words), "request": request, **more}, [])


def by_hand(screen: Screen) -> list[str]:
    """What people marked, as the screen of now shows it."""
    shown = screen.widget.article
    found = [one["text"] for one in shown["findings"] if one["check"] == "added-by-hand"]
    return [*found, *(one["text"] for one in shown["claims"] if one["by_hand"])]


def mark_by_keyboard(screen: Screen, what: str) -> None:
    screen.press("e")
    screen.page.keyboard.press("Shift+ArrowRight")
    screen.page.keyboard.press("Shift+Enter" if what == "claim" else "Enter")
    if what == "finding":
        screen.page.get_by_label("Kind of problem").select_option("readability")
        screen.page.get_by_role("textbox", name="What is wrong").fill("Too short.")
        screen.press("Enter")
    else:
        screen.press("1 Enter")


@pytest.mark.parametrize("what", ["claim", "finding"])
def test_u_right_after_takes_back_what_was_marked(page_on: Any, store: Store, what: str) -> None:
    screen = Screen(page_on, review_of(store))
    mark_by_keyboard(screen, what)
    assert screen.told().endswith("U to undo."), screen.told()
    assert len(by_hand(screen)) == 1
    screen.press("u")
    assert screen.told().startswith("Taken back: “"), screen.told()
    assert by_hand(screen) == []
    assert screen.page.evaluate("document.activeElement !== document.body"), "the keys go on"
    screen.press("u")
    assert "nothing to undo" in screen.page.locator("[role=status]").filter(has_text="undo").first.inner_text()


def test_u_goes_back_through_marks_and_decisions_in_their_order(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store))
    mark_by_keyboard(screen, "finding")
    screen.press("f")
    assert [one["state"] for one in screen.widget.states.values()] == ["fix"]
    screen.press("u")
    assert [one["state"] for one in screen.widget.states.values()] == ["open"]
    screen.press("u")
    assert by_hand(screen) == []


def test_later_a_button_takes_back_ones_own_claim(page_on: Any, store: Store) -> None:
    first = Screen(page_on, review_of(store))
    mark(first, "Bring a coat", claim="safety")
    screen = Screen(page_on, review_of(store))
    screen.press("c Enter")
    screen.page.get_by_role("button", name="Take back", exact=True).click()
    screen.answer()
    assert screen.told() == "Taken back: “Bring a coat” is no claim any more."
    assert by_hand(screen) == []


def test_later_a_button_takes_back_ones_own_finding_while_it_is_open(page_on: Any, store: Store) -> None:
    mark(Screen(page_on, review_of(store)), "Bring a coat", category="readability")
    screen = Screen(page_on, review_of(store))
    back = screen.page.get_by_role("button", name="Take back", exact=True)
    assert back.is_visible()
    screen.press("f")
    assert back.is_hidden(), "what somebody decided stays"
    screen.press("u")
    back.click()
    screen.answer()
    assert by_hand(screen) == []


def test_an_editor_takes_back_anothers_claim_with_a_reason(page_on: Any, store: Store) -> None:
    mark(Screen(page_on, review_of(store, INES)), "Bring a coat", claim="safety")
    screen = Screen(page_on, review_of(store))
    screen.press("c Enter")
    screen.page.get_by_role("button", name="Take back…").click()
    screen.page.get_by_role("button", name="Take back", exact=True).last.click()
    assert screen.page.get_by_text("This needs a reason.").is_visible(), "nothing is sent without one"
    screen.page.get_by_label("Why", exact=True).fill("It is advice.")
    screen.press("Enter")
    assert screen.told().startswith("Taken back"), screen.told()
    assert store.article(NAME)["history"][-1]["reason"] == "It is advice."


def test_what_somebody_substantiated_stays_and_the_button_says_what_to_do(page_on: Any, store: Store) -> None:
    ines = Screen(page_on, review_of(store, INES))
    mark(ines, "Bring a coat", claim="safety")
    papers = {"source": "a label", "version": "3", "place": "p. 2"}
    key = next(one["id"] for one in ines.widget.article["claims"] if one["by_hand"])
    step = {"type": "claim", "claim": key, "action": "substantiate", "request": "12345678-bbbb", **papers}
    ines.widget._receive(ines.widget, step, [])
    screen = Screen(page_on, review_of(store))
    screen.press("c Enter")
    back = screen.page.get_by_role("button", name="Take back", exact=True)
    assert back.get_attribute("aria-disabled") == "true"
    back.press("Enter")
    assert screen.page.get_by_role("alert").filter(has_text="so that it stays. An editor or a medical").is_visible()
    assert screen.page.evaluate("window.sent") == []


def test_a_medical_reviewer_is_told_who_takes_an_editors_claim_back(page_on: Any, store: Store) -> None:
    mark(Screen(page_on, review_of(store)), "Bring a coat", claim="safety")
    screen = Screen(page_on, review_of(store, INES))
    screen.press("c Enter")
    screen.page.get_by_role("button", name="Take back", exact=True).press("Enter")
    assert (
        screen.page.get_by_role("alert")
        .filter(has_text="Mara Olsen marked this and can take it back; an editor who says why can too.")
        .is_visible()
    )
    assert screen.page.get_by_role("button", name="Ask Mara Olsen").is_visible()


@pytest.mark.parametrize("person", [TOM, JON])
def test_who_may_not_sees_no_button_for_anothers_mark(page_on: Any, store: Store, person: Person) -> None:
    mara = Screen(page_on, review_of(store))
    mark(mara, "Bring a coat", category="readability")
    screen = Screen(page_on, review_of(store, person))
    assert screen.page.get_by_role("button", name="Take back", exact=True).is_hidden()
    key = added(screen)["fingerprint"]
    sent = {"type": "take back", "what": "finding", "key": key, "request": "12345678-cccc"}
    screen.widget._receive(screen.widget, sent, [])
    assert screen.widget.status["kind"] == "alert"
    assert len(by_hand(screen)) == 1


def test_a_mark_that_another_takes_back_goes_with_the_next_look(page_on: Any, store: Store) -> None:
    mara = Screen(page_on, review_of(store))
    mark(mara, "Bring a coat", category="readability")
    ines = Screen(page_on, review_of(store, INES))
    sent = {"type": "take back", "what": "finding", "key": added(mara)["fingerprint"], "request": "12345678-cccc"}
    mara.widget._receive(mara.widget, sent, [])
    ines.review.look()
    assert by_hand(ines) == []


@pytest.mark.parametrize("change", [{"key": "../x"}, {"what": "article"}, {"request": ""}, {"more": 1}])
def test_a_malformed_taking_back_is_refused(change: dict[str, Any]) -> None:
    good = {"type": "take back", "what": "claim", "key": "0123456789ab", "request": "12345678-cccc"}
    assert article_messages.of_article(good)
    with pytest.raises(Malformed):
        article_messages.of_article({**good, **change})
