"""Every step of the review by keys, on a real queue: what is allowed is stored, what is not says who can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sittings import INES, JON, MARA, NAME, TOM, Screen, open_plain, open_store, review_of

from workbench.review import Person, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


@pytest.fixture
def sit(page_on: Any, store: Store) -> Any:
    """Opens the article before a person."""
    return lambda person=MARA, **how: Screen(page_on, review_of(store, person), **how)


def first(screen: Screen, severity: str) -> dict[str, Any]:
    """The first finding of this severity, chosen on the page."""
    found = next(
        one for one in screen.widget.article["findings"] if one["severity"] == severity and not one["held_back"]
    )
    screen.page.locator(f".it[data-id='{found['id']}']").click()
    return dict(found)


def state(screen: Screen, found: dict[str, Any]) -> str:
    return str(screen.widget.states[found["fingerprint"]]["state"])


def test_a_warning_is_accepted_by_keys_alone_for_thirty_days(sit: Any) -> None:
    screen = sit()
    found = first(screen, "warning")
    screen.press("a 1").type("It is told on every page.").press("Enter")
    assert state(screen, found) == "accepted"
    assert screen.told().startswith("Accepted until 25 Dec")
    assert "It comes back by itself." in screen.told()


def test_a_day_of_ones_own_ends_an_accepted_risk(sit: Any) -> None:
    screen = sit()
    found = first(screen, "warning")
    screen.press("a 3")
    screen.page.get_by_label("The day").fill("2027-03-01")
    screen.page.get_by_label("Why is it acceptable?").fill("Known to the desk.")
    screen.press("Enter")
    assert screen.widget.desk["decisions"][found["fingerprint"]]["until"] == "2027-03-01"


@pytest.mark.parametrize("day", ["2026-11-25", "2028-01-01"])
def test_a_day_that_cannot_be_is_refused_in_the_dialog(sit: Any, day: str) -> None:
    screen = sit()
    found = first(screen, "warning")
    screen.press("a 3")
    screen.page.get_by_label("The day").fill(day)
    screen.page.get_by_label("Why is it acceptable?").fill("Known to the desk.")
    screen.press("Enter")
    assert screen.page.get_by_role("alert").filter(has_text="Name a day from 26 Nov 2026").is_visible()
    assert state(screen, found) == "open"


def test_accepting_needs_a_reason(sit: Any) -> None:
    screen = sit()
    first(screen, "warning")
    screen.press("a 1 Enter")
    assert screen.page.get_by_text("Say why it is acceptable.").is_visible()
    assert screen.taken == 0


def test_a_note_is_no_risk_to_accept(sit: Any) -> None:
    screen = sit()
    first(screen, "note")
    screen.press("a")
    assert screen.page.locator("dialog[open]").count() == 0
    assert screen.page.get_by_role("alert").filter(has_text="A note is no risk to accept").is_visible()


def test_an_error_that_an_editor_accepts_is_a_proposal_for_another_person(sit: Any) -> None:
    screen = sit()
    found = first(screen, "error")
    screen.press("a")
    assert screen.page.get_by_text("A second person must agree before this error is accepted.").is_visible()
    screen.press("2").type("The label says so.").press("Enter")
    assert state(screen, found) == "accepting"
    first(screen, "error")
    assert screen.page.get_by_role("button", name="Agree", exact=True).count() == 0
    assert screen.page.get_by_text("Another person has to answer: Ines Calder.").is_visible()


@pytest.mark.parametrize(("key", "after"), [("y", "dismissed"), ("n", "open")])
def test_a_proposed_dismissal_is_agreed_or_overruled_by_the_medical_reviewer(sit: Any, key: str, after: str) -> None:
    screen = sit()
    found = first(screen, "error")
    screen.press("d 5")
    assert screen.page.get_by_text("A second person must agree before this error is dismissed.").is_visible()
    assert screen.page.get_by_role("button", name="Ask Ines Calder").is_visible()
    screen.press("Enter")
    assert state(screen, found) == "second"
    ines = sit(INES)
    first(ines, "error")
    assert ines.page.get_by_text("Mara Olsen proposes to dismiss").is_visible()
    ines.press(key)
    assert state(ines, found) == after


def test_another_editor_cannot_agree_and_is_told_who_can(sit: Any) -> None:
    screen = sit()
    found = first(screen, "error")
    screen.press("d 5 Enter")
    jon = sit(JON)
    first(jon, "error")
    jon.press("y")
    assert state(jon, found) == "second"
    assert "medical reviewer" in jon.told() and jon.widget.status["kind"] == "alert"
    assert jon.page.locator(".it.sel").get_attribute("data-id") == str(found["id"]), "the refusal is about this one"
    jon.page.get_by_role("button", name="Ask Ines Calder").click()
    jon.answer()
    assert jon.widget.desk["assignee"] == "Ines Calder"


@pytest.mark.parametrize(("keys", "after"), [("d 1", "dismissed"), ("n", "open"), ("f", "fix")])
def test_a_second_opinion_is_asked_and_answered(sit: Any, keys: str, after: str) -> None:
    screen = sit()
    found = first(screen, "warning")
    screen.press("s")
    assert screen.page.get_by_role("button", name="Send to Ines Calder").is_visible()
    screen.press("Enter")
    assert screen.page.get_by_text("A second opinion needs a question to settle.").is_visible()
    screen.type("Is this dose usual?").press("Enter")
    assert state(screen, found) == "questioned"
    ines = sit(INES)
    first(ines, "warning")
    assert ines.page.locator(".view-of").inner_text().split("\n") == [
        "Mara Olsen asks, 25 Nov 2026", "Is this dose usual?",
    ]  # fmt: skip
    ines.press(keys)
    assert state(ines, found) == after


def test_a_message_about_a_finding_is_stored_and_shown(sit: Any) -> None:
    screen = sit()
    found = first(screen, "warning")
    screen.press("m").type("Where does this number come from?").press("Enter")
    (said,) = screen.widget.desk["messages"]
    assert (said["fingerprint"], said["by"]) == (found["fingerprint"], "Mara Olsen")
    thread = screen.page.get_by_role("list", name="Messages about this finding")
    assert "Where does this number come from?" in thread.inner_text()
    assert screen.page.evaluate("document.activeElement.dataset.id") == str(found["id"])


def test_changes_are_asked_for_with_the_count_and_a_message(sit: Any) -> None:
    screen = sit()
    screen.press("f f")
    assert screen.page.get_by_role("button", name="Ask for changes · 2").is_visible()
    screen.press("r")
    assert screen.page.get_by_role("heading", name="Send 2 requests to Tom Adeyemi?").is_visible()
    screen.type("Please by Friday.").press("Enter")
    assert screen.told() == "Sent. The article is now with the writer."
    assert screen.widget.desk["state"] == "With writer"
    assert screen.page.locator(".bar .states").inner_text() == "With writer"


def test_nothing_is_sent_where_nothing_would_reach_the_writer(sit: Any) -> None:
    screen = sit()
    screen.press("r Enter")
    assert screen.page.get_by_text("Nothing would reach the writer.").is_visible()
    assert screen.taken == 0


def test_approve_is_there_when_barred_and_says_what_is_missing(sit: Any) -> None:
    screen = sit()
    approve = screen.page.get_by_role("button", name="Approve", exact=True)
    approve.focus()
    assert approve.get_attribute("aria-disabled") == "true"
    screen.press("Enter")
    errors = screen.widget.desk["errors"]
    assert screen.page.get_by_role("alert").filter(has_text=f"Not yet: {errors} errors to decide").is_visible()
    screen.press("Enter")  # [Go to the next]
    assert screen.page.locator(".it.sel").get_attribute("class").split()[1] == "error"
    assert screen.page.evaluate("document.activeElement.classList.contains('sel')")


def settled(store: Store) -> None:
    """Every error is dismissed by two people, so that an editor can approve."""
    for found in store.article(NAME)["findings"]:
        if found["severity"] == "error" and not found["held_back"]:
            store.decide(NAME, found["fingerprint"], "dismiss", MARA, "wrong reading")


def test_an_editor_approves_the_text_that_was_read_and_can_take_it_back(sit: Any, store: Store) -> None:
    settled(store)
    screen = sit()
    read = screen.widget.desk["text_hash"]
    screen.page.get_by_role("button", name="Approve", exact=True).click()
    assert screen.page.get_by_text(
        "You approve draft 1 as it stands. Any later change ends this approval."
    ).is_visible()
    assert screen.page.get_by_text(read[:12]).is_visible()
    screen.press("Enter")
    assert "Approved by mara (editorial)" in screen.told()
    assert screen.widget.desk["state"] == "Medical review"
    assert "Editorial approval: Mara Olsen" in screen.page.locator(".signed").inner_text()
    screen.page.get_by_role("button", name="Take my approval back").click()
    screen.answer()
    assert screen.widget.desk["approvals"] == []


def test_the_medical_approval_waits_for_claims_and_goes_to_the_next(sit: Any, store: Store) -> None:
    settled(store)
    screen = sit(INES)
    approve = screen.page.get_by_role("button", name="Approve (medical)")
    approve.press("Enter")
    assert screen.page.get_by_role("alert").filter(has_text="neither substantiated nor accepted").is_visible()
    screen.page.get_by_role("button", name="Go to the next").click()
    assert "keeps the medical approval back" in str(screen.page.evaluate("document.activeElement.innerText"))


def test_a_writer_approves_nothing_and_reads_who_does(sit: Any, store: Store) -> None:
    screen = sit(TOM)
    screen.page.get_by_role("button", name="Approve", exact=True).press("Enter")
    assert screen.page.get_by_role("alert").filter(has_text="Only an editor can do this").is_visible()
    assert screen.page.get_by_text("Mara Olsen or Jon Bell can.").is_visible()
    assert screen.page.get_by_role("button", name="Ask Mara Olsen").count() == 0, "a writer hands nothing out"


def test_an_approval_of_an_older_text_is_struck_through(sit: Any, store: Store) -> None:
    settled(store)
    screen = sit()
    screen.page.get_by_role("button", name="Approve", exact=True).click()
    screen.press("Enter")
    one = screen.widget.desk["approvals"][0]
    gone = {**screen.widget.desk, "approvals": [{**one, "stands": False, "covers": "Covers 41 of 42 sentences."}]}
    screen.page.evaluate("desk => window.set('desk', desk)", gone)
    assert screen.page.locator(".signed s").inner_text().startswith("Editorial approval: Mara Olsen")
    assert "Covers 41 of 42 sentences." in screen.page.locator(".signed").inner_text()


def test_a_contest_is_made_by_the_writer_and_answered_by_an_editor(sit: Any, store: Store) -> None:
    screen = sit()
    found = first(screen, "warning")
    screen.press("f")
    tom = sit(TOM)
    first(tom, "warning")
    tom.page.get_by_role("button", name="Contest…").click()
    tom.type("The trial says so.").press("Enter").type("Registry, page 4").press("Enter")
    assert state(tom, found) == "contested"
    jon = sit(JON)
    first(jon, "warning")
    assert "The trial says so. – Registry, page 4" in jon.page.locator(".view-of").inner_text()
    jon.press("f")
    jon.type("The page is from before the recall.").press("Enter")
    assert state(jon, found) == "fix"


def test_what_another_person_decided_shows_at_the_next_look_and_focus_stays(sit: Any, store: Store) -> None:
    screen = sit()
    found = first(screen, "warning")
    screen.press("k")
    held = screen.page.evaluate("document.activeElement.dataset.id")
    store.decide(NAME, found["fingerprint"], "dismiss", JON, "agreed exception")
    screen.widget._receive(screen.widget, {"type": "look"}, [])
    screen.show()
    assert "Dismissed: agreed exception" in screen.page.locator(f".it[data-id='{found['id']}']").text_content()
    assert screen.page.evaluate("document.activeElement.dataset.id") == held


def test_the_first_decision_wins_and_the_other_person_is_told(sit: Any, store: Store) -> None:
    screen = sit()
    found = first(screen, "warning")
    store.decide(NAME, found["fingerprint"], "dismiss", JON, "agreed exception")
    screen.press("f")
    assert screen.widget.status["kind"] == "alert"
    assert "jon" in screen.told().lower()
    assert state(screen, found) == "dismissed"


def test_a_lost_kernel_keeps_the_steps_of_the_review_too(sit: Any) -> None:
    screen = sit()
    screen.page.clock.install()
    for key in ("f", "r", "Enter"):
        screen.page.keyboard.press(key)
    screen.page.clock.run_for(5000)
    screen.page.get_by_role("alert").filter(has_text="Connection lost. 2 decisions wait here").wait_for()
    screen.answer()
    assert screen.widget.desk["state"] == "With writer"
    screen.page.get_by_text("Connection lost.").wait_for(state="hidden")


def test_history_tells_the_new_events_and_can_be_narrowed_to_a_person(sit: Any) -> None:
    screen = sit()
    first(screen, "warning")
    screen.press("s").type("Is this usual?").press("Enter")
    screen.page.get_by_role("tab", name="History").click()
    log = screen.page.get_by_role("list", name="History", exact=True)
    assert "Second opinion asked" in log.inner_text() and "Is this usual?" in log.inner_text()
    screen.page.get_by_label("History of", exact=True).select_option("Mara Olsen")
    assert log.locator(".who-did").all_inner_texts() == ["Mara Olsen"] * log.locator("li").count()


PLAIN = "# Opening hours\n\nThe desk is open on weekdays. Bring your card.\n"


def test_both_approvals_then_live_then_hold_and_back_by_two_people(page_on: Any, tmp_path: Path) -> None:
    with open_plain(tmp_path, PLAIN) as store:
        mara, ines = (Screen(page_on, review_of(store, one)) for one in (MARA, INES))
        for screen, name in ((mara, "Approve"), (ines, "Approve (medical)")):
            screen.review.look()
            screen.show()
            screen.page.get_by_role("button", name=name, exact=True).press("Enter")
            screen.press("Enter")
            assert screen.widget.status["kind"] == "status", screen.told()
        assert ines.widget.desk["state"] == "Approved"
        mara.review.look()
        mara.show()
        mara.page.get_by_role("button", name="Mark live…").press("Enter")
        mara.press("Enter")
        assert mara.told() == "Marked live. This text is the page on the site now."
        assert mara.page.locator(".bar .states").inner_text() == "Published"
        mara.page.get_by_role("button", name="Hold…").press("Enter")
        mara.press("Enter")
        assert mara.page.get_by_text("A hold needs a reason.").is_visible()
        mara.type("The label changed.").press("Enter")
        assert "The site must confirm that the page is down" in mara.told()
        mara.page.get_by_role("button", name="Put back").press("Enter")
        mara.answer()
        assert mara.page.get_by_role("button", name="Agree to put back").count() == 0, "nobody is both people"
        assert mara.page.get_by_role("button", name="Take that back").is_visible()
        ines.review.look()
        ines.show()
        ines.page.get_by_role("button", name="Agree to put back").press("Enter")
        ines.answer()
        assert ines.widget.desk["live"] == "published"


def test_one_person_never_gives_both_approvals(page_on: Any, tmp_path: Path) -> None:
    with open_plain(tmp_path, PLAIN) as store:
        screen = Screen(page_on, review_of(store, Person("eve", "Eve Lund", "editor", ("medical reviewer",))))
        screen.page.get_by_role("button", name="Approve", exact=True).press("Enter")
        screen.press("Enter")
        button = screen.page.locator(".moves").get_by_role("button", name="Approve")
        assert button.get_attribute("aria-disabled") == "true"


def test_a_text_that_changed_while_it_was_open_is_said_and_not_approved(page_on: Any, tmp_path: Path) -> None:
    with open_plain(tmp_path, PLAIN) as store:
        screen = Screen(page_on, review_of(store))
        with open_plain(tmp_path, PLAIN.replace("weekdays", "Sundays")):
            screen.review.look()
            screen.show()
        assert screen.page.get_by_text("The text was changed while it was open here.").is_visible()
        screen.page.get_by_role("button", name="Approve", exact=True).press("Enter")
        assert screen.page.get_by_role("alert").filter(has_text="This is not the text you read").is_visible()
        assert screen.taken == 0


SNORING = "# Lamp\n\nThe lamp is a miracle cure for snoring, sold in three shops.\n"


@pytest.mark.parametrize(
    ("button", "reason"), [("Same reason", "quoted or denied"), ("Decide anew", "agreed exception")]
)
def test_what_was_dismissed_before_its_sentence_changed(page_on: Any, tmp_path: Path, button: str, reason: str) -> None:
    with open_plain(tmp_path, SNORING) as store:
        found = next(one for one in store.article(NAME)["findings"] if one["check"] == "miracle-cure")
        store.decide(NAME, found["fingerprint"], "dismiss", MARA, "quoted or denied")
        with open_plain(tmp_path, SNORING.replace("snoring", "snoring and hay fever")):
            screen = Screen(page_on, review_of(store))
        now = next(one for one, standing in screen.widget.states.items() if standing["state"] == "changed")
        number = next(one["id"] for one in screen.widget.article["findings"] if one["fingerprint"] == now)
        screen.page.locator(f".it[data-id='{number}']").click()
        screen.page.get_by_role("button", name=button).press("Enter")
        screen.press("5" if button == "Decide anew" else "Shift")
        assert screen.widget.states[now]["state"] == "dismissed"
        assert screen.widget.desk["decisions"][now]["reason"] == reason


def test_who_may_only_read_sees_everything_and_is_told_why_nothing_can_be_done(page_on: Any, store: Store) -> None:
    why = "You can read everything here. To decide, ask Ines Calder."
    screen = Screen(page_on, review_of(store, Person("eve", "Eve", "reader"), why=why))
    screen.press("a s y m r")
    screen.page.get_by_role("button", name="Approve", exact=True).press("Enter")
    assert screen.page.get_by_role("alert").filter(has_text=why).is_visible()
    assert screen.taken == 0 and screen.page.locator("dialog[open]").count() == 0


TWICE = "# Lamp\n\n> Our lamp is a miracle cure.\n\nOur lamp is a miracle cure.\n\nOur lamp is a miracle cure.\n"


def test_one_cause_is_decided_together_and_only_when_asked(page_on: Any, tmp_path: Path) -> None:
    with open_plain(tmp_path, TWICE) as store:
        screen = Screen(page_on, review_of(store))
        same = screen.page.get_by_role("button", name="Decide together")
        for found in screen.widget.article["findings"]:
            screen.page.locator(f".it[data-id='{found['id']}']").click()
            if same.count():
                break
        uses = [
            one
            for one in screen.widget.article["findings"]
            if (one["check"], one["held_back"]) == (found["check"], False)
        ]
        assert screen.page.locator(".same").inner_text().startswith(f"One cause, {len(uses)} uses")
        same.press("Enter")
        screen.press("f")
        assert [state(screen, one) for one in uses] == ["fix"] * len(uses)
        assert screen.told().startswith(f"{len(uses)} findings of one cause.")


HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>'


def test_hostile_words_of_people_fire_nothing(sit: Any, store: Store) -> None:
    screen = sit()
    first(screen, "warning")
    screen.press("m").type(HOSTILE).press("Enter")
    screen.press("s").type(HOSTILE).press("Enter")
    screen.page.get_by_role("tab", name="History").click()
    assert HOSTILE in screen.page.get_by_role("list", name="History", exact=True).inner_text()
    assert screen.page.evaluate("window.pwned") is None
    assert screen.page.locator(".wb img, .wb script").count() == 0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1440, 1280, 800])
def test_everything_has_room_and_can_be_hit_at_every_width(sit: Any, width: int, dark: bool) -> None:
    screen = sit(width=width, dark=dark)
    small = """[...document.querySelectorAll('.wb button:not(.ref), .wb select, .wb [role=option], .wb textarea')]
      .filter(e => e.getClientRects().length).map(e => [e.className, e.getBoundingClientRect()])
      .filter(([, r]) => r.width < 24 || r.height < 24 || r.right > innerWidth + 1).map(([name]) => name)"""
    assert screen.page.evaluate(small) == []
    assert screen.page.locator(".bar .states").inner_text() == "In review"
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= width
    screen.press("j" if width > 900 else "f")
    assert screen.page.get_by_role("button", name="Ask for changes").is_visible()


def test_regions_buttons_and_fields_have_names(sit: Any) -> None:
    screen = sit()
    nameless = """[...document.querySelectorAll('.wb button, .wb textarea, .wb input, .wb select')]
      .filter(e => e.getClientRects().length)
      .filter(e => !(e.getAttribute('aria-label') || e.innerText.trim() || e.closest('label')?.innerText.trim()))
      .map(e => e.outerHTML)"""
    assert screen.page.evaluate(nameless) == []
    first(screen, "warning")
    screen.press("a")
    assert screen.page.evaluate(nameless) == []
    assert screen.page.get_by_role("radiogroup", name="Accept this until").get_by_role("radio").count() == 3
    assert screen.page.get_by_role("dialog", name="Accept this until").count() == 1


def test_undo_takes_an_accepted_risk_back(sit: Any) -> None:
    screen = sit()
    found = first(screen, "warning")
    screen.press("a 2").type("Told on every page.").press("Enter")
    screen.press("u")
    assert state(screen, found) == "open"


def test_a_request_of_another_person_is_withdrawn(sit: Any, store: Store) -> None:
    screen = sit()
    found = first(screen, "warning")
    store.decide(NAME, found["fingerprint"], "fix", JON)
    screen.review.look()
    screen.show()
    assert screen.page.get_by_role("button", name="Undo").count() == 0, "it is not theirs to take back"
    screen.press("n")
    assert state(screen, found) == "open"
