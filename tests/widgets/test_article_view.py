"""The article view in a browser: keys, decisions, marks, and texts that mean harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from payloads import article_of, finding, overlapping, record_of, store_in

from workbench.widgets.article import ArticleWidget

PageOn = Callable[..., Any]
WORDS = "The cure is safe. It heals all. Everybody is well. Nobody is ill.\n"


def four(**first: Any) -> dict[str, Any]:
    """An article with an error, two warnings and a note."""

    def on(number: int, words: str, **other: Any) -> dict[str, Any]:
        start = WORDS.index(words)
        return finding(number, start, start + len(words), words, sentence=f"{words}.", **other)

    return record_of(
        WORDS,
        [
            on(1, "The cure is safe", severity="error", **first),
            on(2, "It heals all"),
            on(3, "Everybody is well"),
            on(4, "Nobody is ill", severity="note"),
        ],
    )


@pytest.fixture
def open_on(page_on: PageOn) -> PageOn:
    """Opens a record in the article view."""

    def open_on(record: dict[str, Any], states: dict[str, Any] | None = None, **how: Any) -> Any:
        traits = {"article": article_of(record), "states": states or {}, "status": {}}
        return page_on(ArticleWidget, traits, **how)

    return open_on


def chosen(page: Any) -> int:
    return int(page.locator(".it[aria-selected=true]").get_attribute("data-id"))


def sent(page: Any) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = page.evaluate("window.sent")
    return messages


def press(page: Any, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def test_focus_stands_on_the_first_finding_so_that_keys_work_at_once(open_on: PageOn) -> None:
    page = open_on(four())
    assert page.evaluate("document.activeElement.dataset.id") == "1"


@pytest.mark.parametrize(
    ("keys", "at"),
    [("j", 2), ("ArrowDown ArrowDown", 3), ("j j k", 2), ("k", 1), ("End", 4), ("j j j j j", 4), ("End Home", 1)],
)
def test_moving(open_on: PageOn, keys: str, at: int) -> None:
    page = open_on(four())
    press(page, keys)
    assert chosen(page) == at
    assert page.evaluate("document.activeElement.dataset.id") == str(at)
    assert page.locator(".seg.active").first.inner_text() in WORDS


def test_one_key_asks_for_a_fix_and_moves_on(open_on: PageOn) -> None:
    page = open_on(four())
    press(page, "f")
    assert chosen(page) == 2
    (message,) = sent(page)
    assert message.pop("request")
    assert message == {"type": "decide", "fingerprint": f"{1:016x}", "action": "fix", "reason": "", "note": ""}
    page.get_by_role("status").filter(has_text="Fix asked. 3 left. U to undo.").wait_for()
    assert page.locator(".it.done").get_attribute("data-id") == "1"
    assert page.get_by_text("3 of 4 to decide").is_visible()
    assert page.locator(".saved").inner_text().startswith("Saved ")


@pytest.mark.parametrize(
    ("key", "reason"), [("1", "wrong reading"), ("2", "quoted or denied"), ("5", "agreed exception")]
)
def test_two_keys_dismiss_with_a_reason(open_on: PageOn, key: str, reason: str) -> None:
    page = open_on(four())
    press(page, f"j d {key}")
    assert [(m["action"], m["reason"]) for m in sent(page)] == [("dismiss", reason)]
    assert chosen(page) == 3
    assert page.locator("dialog[open]").count() == 0


def test_other_asks_for_ten_characters(open_on: PageOn) -> None:
    page = open_on(four())
    press(page, "j d 6")
    page.keyboard.type("too short")
    press(page, "Enter")
    assert sent(page) == []
    page.keyboard.type(" no more")
    press(page, "Enter")
    assert [(m["reason"], m["note"]) for m in sent(page)] == [("other", "too short no more")]


def test_reasons_are_a_radio_group_that_arrows_walk(open_on: PageOn) -> None:
    page = open_on(four())
    press(page, "j d ArrowDown ArrowDown Enter")
    assert [m["reason"] for m in sent(page)] == ["source is given elsewhere"]


def test_escape_closes_the_dialog_first_and_then_goes_back(open_on: PageOn) -> None:
    page = open_on(four())
    press(page, "d Escape")
    assert page.locator("dialog[open]").count() == 0
    assert sent(page) == []
    press(page, "Escape")
    assert sent(page) == [{"type": "back"}]


def test_undo_steps_back_through_the_sitting(open_on: PageOn) -> None:
    page = open_on(four())
    press(page, "f f u u")
    asked = [(m["action"], int(m["fingerprint"], 16)) for m in sent(page)]
    assert asked == [("fix", 1), ("fix", 2), ("undo", 2), ("undo", 1)]
    assert chosen(page) == 1
    page.get_by_text("4 of 4 to decide").wait_for()


def test_all_decided_is_said(open_on: PageOn) -> None:
    page = open_on(four())
    page.evaluate("window.answers = false")
    press(page, "f f f f")
    page.get_by_text("All decided.").wait_for()
    press(page, "f")
    assert len(sent(page)) == 4


def test_shift_j_passes_what_is_decided(open_on: PageOn) -> None:
    done = {"state": "dismissed", "words": "Dismissed: other · tom, 20 Nov", "reopened": ""}
    page = open_on(four(), {f"{2:016x}": done})
    press(page, "Shift+J")
    assert chosen(page) == 3


def test_a_closed_finding_offers_no_dead_buttons(open_on: PageOn) -> None:
    done = {"state": "dismissed", "words": "Dismissed: other · tom, 20 Nov", "reopened": ""}
    page = open_on(four(), {f"{number:016x}": done for number in (1, 2, 3, 4)})
    assert page.get_by_role("button", name="Ask for fix").count() == 0
    assert page.get_by_role("button", name="Undo").is_visible()
    assert page.locator(".standing").inner_text() == done["words"]
    press(page, "f")
    assert sent(page) == []


def test_a_reopened_finding_says_why(open_on: PageOn) -> None:
    why = "This sentence changed. It was dismissed on 20 Nov by Mara: quoted or denied."
    page = open_on(four(), {f"{1:016x}": {"state": "changed", "words": "", "reopened": why}})
    assert page.locator(".reopened").inner_text() == why
    assert page.get_by_text("4 of 4 to decide").is_visible()


def test_only_this_one(open_on: PageOn) -> None:
    page = open_on(four())
    press(page, "o")
    assert page.locator(".seg").count() == page.locator(".seg.active").count()
    press(page, "o")
    assert page.locator(".seg:not(.active)").count() >= 3


@pytest.mark.parametrize("chord", ["Control+f", "Meta+d", "Alt+f"])
def test_chords_belong_to_the_browser(open_on: PageOn, chord: str) -> None:
    page = open_on(four())
    press(page, chord)
    assert sent(page) == []
    assert page.locator("dialog[open]").count() == 0


def test_keys_outside_the_widget_do_nothing(open_on: PageOn) -> None:
    page = open_on(four())
    page.evaluate("const i = document.createElement('input'); document.body.append(i); i.focus()")
    press(page, "f")
    assert sent(page) == []


def test_letter_keys_can_be_switched_off(open_on: PageOn) -> None:
    page = open_on(four())
    press(page, "?")
    page.get_by_label("Letter keys work while focus is inside").uncheck()
    press(page, "Escape")
    press(page, "f d")
    assert sent(page) == []
    press(page, "ArrowDown")
    assert chosen(page) == 2


def test_every_action_has_a_button(open_on: PageOn) -> None:
    page = open_on(four())
    page.get_by_role("button", name="Next finding").click()
    page.get_by_role("button", name="Ask for fix").click()
    page.get_by_role("button", name="Dismiss…").click()
    page.get_by_role("radio", name="Wrong reading").click()
    page.get_by_role("button", name="Undo").click()
    assert [m["action"] for m in sent(page)] == ["fix", "dismiss", "undo"]
    page.get_by_role("button", name="Back to the queue").click()
    assert sent(page)[-1] == {"type": "back"}


def test_names_tell_what_eyes_see(open_on: PageOn) -> None:
    page = open_on(four())
    assert page.get_by_role("option", name="Warning 2 of 4: Title 2, “It heals all”, undecided").count() == 1
    assert page.get_by_role("button", name="Finding 2, warning, Title 2", exact=True).count() == 1
    assert page.get_by_role("listbox", name="Findings of this article").count() == 1
    for region in ("Article text", "Findings", "Why this was found", "Decision", "Claims"):
        assert page.get_by_role("region", name=region, exact=True).count() == 1


def test_text_claims_and_list_move_together(open_on: PageOn) -> None:
    page = open_on(four())
    page.locator(".seg", has_text="Everybody is").first.click()
    assert chosen(page) == 3
    assert page.locator(".why h3").inner_text() == "Message 3."
    press(page, "t")
    assert page.evaluate("document.activeElement.dataset.id") == "3"
    press(page, "n")
    assert chosen(page) == 4
    press(page, "p p")
    assert chosen(page) == 2


def test_f6_walks_the_regions(open_on: PageOn) -> None:
    page = open_on(four())
    regions = []
    for _ in range(6):
        press(page, "F6")
        regions.append(page.evaluate("document.activeElement.closest('section, header.top')?.className"))
    assert {"left", "why", "decide", "dock", "top"} <= set(regions)


def test_a_refusal_is_an_alert_and_the_finding_stays_open(open_on: PageOn) -> None:
    page = open_on(four())
    page.evaluate("window.answers = false")
    press(page, "f")
    page.evaluate("window.answer(window.sent[0], false, 'Only a medical reviewer can do this. Ask Ines Calder.')")
    page.get_by_role("alert").filter(has_text="Only a medical reviewer").wait_for()
    assert page.get_by_text("4 of 4 to decide").is_visible()


def test_a_lost_kernel_loses_no_decision(open_on: PageOn) -> None:
    page = open_on(four())
    page.clock.install()
    page.evaluate("window.answers = false")
    press(page, "f f")
    page.clock.run_for(5000)
    lost = page.get_by_role("alert").filter(has_text="Connection lost. 2 decisions wait here and will be sent.")
    lost.wait_for()
    page.clock.run_for(6000)
    first = sent(page)[0]["request"]
    assert [m["request"] for m in sent(page)].count(first) >= 2
    page.evaluate("window.answers = true; window.answer(window.sent[0])")
    page.clock.run_for(100)
    lost.wait_for(state="hidden")
    assert len({m["request"] for m in sent(page)}) == 2
    assert page.get_by_text("2 of 4 to decide").is_visible()


def test_a_dead_kernel_does_not_break_the_view(open_on: PageOn) -> None:
    page = open_on(four())
    page.evaluate("window.broken = true")
    press(page, "f")
    page.get_by_text("Connection lost. 1 decision waits here and will be sent.").wait_for()
    assert chosen(page) == 2


def test_overlaps_show_every_tag_and_each_can_be_chosen(open_on: PageOn) -> None:
    page = open_on(overlapping())
    for number in range(1, 7):
        page.locator(f".text .ref[data-id='{number}']").click()
        assert chosen(page) == number
    assert page.locator(".text .ref[data-id='7']").is_hidden()
    page.get_by_role("button", name="Held back 1").click()
    page.locator(".text .ref[data-id='7']").click()
    assert chosen(page) == 7
    assert page.locator(".seg *").count() == 0, "segments must not nest"


def test_an_overlapped_segment_gives_its_shortest_finding_then_the_next(open_on: PageOn) -> None:
    page = open_on(overlapping())
    page.locator(".text .ref[data-id='5']").click()
    for expected in (3, 4, 1, 2, 3):
        page.locator(".seg", has_text="adults").first.click()
        assert chosen(page) == expected
    assert page.locator(".also").inner_text().startswith("3 more on this text")


def test_the_active_finding_is_filled_over_its_whole_span(open_on: PageOn) -> None:
    page = open_on(overlapping())
    for number, words in ((1, "all ten adults felt far better"), (5, "It was a marvel.A marvel that lasts")):
        page.locator(f".text .ref[data-id='{number}']").click()
        assert "".join(page.locator(".seg.active").all_inner_texts()) == words


def test_nothing_of_the_text_is_lost(open_on: PageOn) -> None:
    page = open_on(overlapping())
    script = """[...document.querySelectorAll('.text .block')].map(block => {
      const copy = block.cloneNode(true);
      copy.querySelectorAll('.ref').forEach(tag => tag.remove());
      return copy.textContent;
    })"""
    assert page.evaluate(script) == [
        "In a small 😀 pilot all ten adults felt far better. It was a marvel.",
        "A marvel that lasts, they say.",
    ]


HOSTILE = '<script>window.pwned=1</script> <img src=x onerror="window.pwned=2"> \u202ethgir\u202c "\' ]]> -->'


def test_hostile_text_fires_nothing(open_on: PageOn) -> None:
    hostile = dict.fromkeys(("title", "message", "why", "advice", "sentence", "read_as", "measured", "check"), HOSTILE)
    working = {
        "title": HOSTILE, "aside": HOSTILE, "sum": HOSTILE, "lists": [[[HOSTILE, HOSTILE]]], "head": [HOSTILE],
        "rows": [[HOSTILE]],
    }  # fmt: skip
    evidence = {"kind": HOSTILE, "rows": [{HOSTILE: HOSTILE}], "working": working}
    bad = finding(
        1, 0, 8, HOSTILE, **{**hostile, "sentence": HOSTILE}, evidence=evidence, rests_on=[HOSTILE], severity="error",
        context=[{"flag": HOSTILE, "cue": HOSTILE}], history=[{"on": HOSTILE, "who": HOSTILE, "what": HOSTILE}],
    )  # fmt: skip
    record = record_of(f"The pill cures pain, they say: {HOSTILE}\n", [bad], title=HOSTILE, path=HOSTILE + ".md")
    page = open_on(record, {f"{1:016x}": {"state": "changed", "words": HOSTILE, "reopened": HOSTILE}})
    page.evaluate("text => window.set('status', {text, kind: 'alert', n: 9})", HOSTILE)
    press(page, "f o t d Escape")
    assert page.evaluate("window.pwned") is None
    assert page.locator(".wb img, .wb script").count() == 0
    assert HOSTILE.split()[0] in page.locator(".bar h1").inner_text()


def test_silence_is_no_praise(open_on: PageOn) -> None:
    page = open_on(record_of("The pill lowers blood pressure.\n", [], unknowns=2))
    words = "1 claim was read, 2 could not be checked; nobody has confirmed that the sources say so."
    assert page.get_by_text("No check fired.").is_visible()
    assert page.get_by_text(words).is_visible()


def test_an_error_says_what_is_safe(page_on: PageOn) -> None:
    told = {"error": "This article could not be read. Your decisions are safe.", "details": "bad bytes"}
    page = page_on(ArticleWidget, {"article": told, "states": {}, "status": {}})
    assert page.get_by_role("alert").filter(has_text="could not be read").is_visible()
    press(page, "Escape")
    assert sent(page) == [{"type": "back"}]


def test_loading_draws_grey_rows_and_then_the_article(page_on: PageOn) -> None:
    page = page_on(ArticleWidget, {"article": {}, "states": {}, "status": {}})
    page.locator(".ghost").first.wait_for()
    page.evaluate("article => window.set('article', article)", article_of(four()))
    assert chosen(page) == 1
    assert page.locator(".ghost").count() == 0


def test_narrow_shows_text_above_one_finding(open_on: PageOn) -> None:
    page = open_on(four(), width=800, height=1000)
    assert page.locator(".list").is_hidden()
    press(page, "j f")
    assert [int(m["fingerprint"], 16) for m in sent(page)] == [2]
    page.get_by_role("button", name="List of findings").click()
    page.locator(".it[data-id='4']").click()
    assert page.locator(".why h3").inner_text() == "Message 4."
    page.get_by_role("button", name="Claims").click()
    assert page.locator(".dock").is_visible()


@pytest.mark.parametrize("dark", [False, True])
def test_the_theme_of_the_system_and_of_the_host(open_on: PageOn, dark: bool) -> None:
    page = open_on(four(), dark=dark)
    look = "getComputedStyle(document.querySelector('.wb')).getPropertyValue('--wb-bg').trim()"
    assert page.evaluate(look) == ("#111514" if dark else "#f3f4f2")
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    page.wait_for_function(f"{look} === '#111514'")
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    page.wait_for_function(f"{look} === '#f3f4f2'")


def test_leaving_cleans_up(open_on: PageOn) -> None:
    page = open_on(four(), dark=True)
    page.evaluate("window.leave()")
    assert page.evaluate("window.listening()") == 0
    press(page, "f")
    assert sent(page) == []


def test_targets_are_large_enough(open_on: PageOn) -> None:
    page = open_on(four())
    script = """[...document.querySelectorAll('.wb button:not(.ref), .wb select, .wb [role=option]')]
      .filter(e => e.getClientRects().length).map(e => [e.className, e.getBoundingClientRect()])
      .filter(([, r]) => r.width < 24 || r.height < 24).map(([name]) => name)"""
    assert page.evaluate(script) == []


def test_real_articles_open_without_trouble(page_on: PageOn, tmp_path: Any) -> None:
    with store_in(tmp_path) as store:
        for row in store.queue()[:4]:
            article = article_of(store.article(row["name"]))
            page = page_on(ArticleWidget, {"article": article, "states": store.states(row["name"]), "status": {}})
            press(page, "j j t n Escape")
            assert page.locator(".bar h1").inner_text() == row["title"]
