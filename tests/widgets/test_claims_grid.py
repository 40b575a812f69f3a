"""The claim grid in a browser: writing, saving, conflicts, keys, and what must never happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench.widgets.claims import ClaimsWidget

PageOn = Callable[..., Any]
HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>\u202e'


def row(number: int, **other: Any) -> dict[str, Any]:
    """A claim as the grid is sent it; invented."""
    plain = {
        "id": f"c{number}", "number": number, "presence": "here", "text": f"Drug {number} helps.", "was": "",
        "told": "", "type": "efficacy", "quantities": "", "citation": "None", "certainty": "asserted", "about": "",
        "references": "", "source_states": "", "own": {}, "standing": "", "evidence": "", "note": "", "reviewer": "",
        "reviewed_on": "", "wording": f"Drug {number} helps.", "before": "We read this. ", "after": " So they say.",
        "section": "",
    }  # fmt: skip
    return {**plain, **other}


def table(*rows: dict[str, Any], **other: Any) -> dict[str, Any]:
    plain = {
        "name": "lamp", "title": "The lamp", "path": "articles/lamp.md", "file": "claims/lamp.csv", "line": "Limits.",
        "rows": list(rows), "articles": [{"name": "lamp", "title": "lamp"}, {"name": "tea", "title": "tea"}],
        "standings": ["substantiated", "disputed", "expired"], "as_of": "2026-11-25",
        "person": {"id": "mara", "name": "Mara Olsen", "role": "editor"},
    }  # fmt: skip
    return {**plain, **other}


THREE = table(
    row(1),
    row(2, type="dosing", standing="disputed", evidence="label"),
    row(3, wording="Tea number 3 helps."),
)


@pytest.fixture
def open_on(page_on: PageOn) -> PageOn:
    def open_on(given: dict[str, Any], **how: Any) -> Any:
        return page_on(ClaimsWidget, {"table": given, "status": {}}, **how)

    return open_on


def press(page: Any, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def sent(page: Any) -> list[dict[str, Any]]:
    return [message for message in page.evaluate("window.sent") if message["type"] == "save"]


def answer(page: Any, request: str, ok: bool = True, rows: list[dict[str, Any]] | None = None, **more: Any) -> None:
    message = {"type": "answered", "request": request, "ok": ok, "rows": rows or [], **more}
    page.evaluate("message => window.message(message)", message)


def active(page: Any) -> tuple[str, str]:
    """Row and column of the cell that has the focus."""
    script = "[document.activeElement.parentNode.dataset?.id, document.activeElement.dataset?.column]"
    first, second = page.evaluate(script)
    return first, second


def order(page: Any) -> list[str]:
    script = "[...document.querySelectorAll('.cbody .crow')].map((node) => node.dataset.id)"
    return list(page.evaluate(script))


def cell(page: Any, name: str, column: str) -> Any:
    return page.locator(f'[data-id="{name}"] [data-column="{column}"]')


def test_the_claims_stand_in_reading_order_and_focus_on_what_can_be_written(open_on: PageOn) -> None:
    page = open_on(THREE)
    assert order(page) == ["c1", "c2", "c3"]
    assert active(page) == ("c1", "standing")
    assert page.locator(".qh p").inner_text() == "3 claims · 0 substantiated · claims/lamp.csv"
    assert page.locator(".context").inner_text() == "We read this. Drug 1 helps. So they say."


def test_arrows_walk_cells_and_the_pane_follows(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "ArrowDown ArrowRight")
    assert active(page) == ("c2", "evidence")
    assert "Claim 2" in page.locator(".look .eyebrow").inner_text()
    press(page, "ArrowDown ArrowDown ArrowDown ArrowLeft Home")
    assert active(page) == ("c1", "standing")


def test_a_cell_is_written_and_saved_with_what_it_held_before(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "ArrowDown ArrowRight Enter")
    page.keyboard.type("label, section 14")
    press(page, "Enter")
    assert active(page) == ("c2", "evidence")
    assert "label, section 14" in cell(page, "c2", "evidence").inner_text()
    assert page.locator(".saved").inner_text() == "1 cell not saved"
    press(page, "Control+s")
    (save,) = sent(page)
    assert save["cells"] == [{"id": "c2", "column": "evidence", "before": "label", "value": "label, section 14"}]
    answer(
        page, save["request"], rows=[row(2, evidence="label, section 14", reviewer="mara", reviewed_on="2026-11-25")]
    )
    assert "Saved " in page.locator(".saved").inner_text()
    assert cell(page, "c2", "reviewer").inner_text().split("\n") == ["mara", "25 Nov 2026"]
    assert active(page) == ("c2", "evidence")


def test_a_standing_is_chosen_by_keys(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "Enter")
    page.keyboard.type("Sub")
    press(page, "Enter Control+s")
    assert sent(page)[0]["cells"] == [{"id": "c1", "column": "standing", "before": "", "value": "substantiated"}]


def test_tab_goes_on_to_the_next_cell_of_the_claim(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "ArrowRight Enter")
    page.keyboard.type("one")
    press(page, "Tab")
    page.keyboard.type("two")
    press(page, "Control+s")
    assert [(one["column"], one["value"]) for one in sent(page)[0]["cells"]] == [("evidence", "one"), ("note", "two")]


def test_escape_leaves_the_cell_as_it_was(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "ArrowRight Enter")
    page.keyboard.type("not meant")
    press(page, "Escape")
    assert active(page) == ("c1", "evidence")
    press(page, "Control+s")
    assert sent(page) == []
    assert page.get_by_text("Everything is saved.").is_visible()


def test_writing_what_stood_there_is_no_change(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "ArrowDown ArrowRight Enter")
    page.keyboard.type("label  ")
    press(page, "Enter Control+s")
    assert sent(page) == []


@pytest.mark.parametrize("column", ["wording", "type", "quantities", "citation", "number", "reviewer"])
def test_what_the_machine_says_cannot_be_written(open_on: PageOn, column: str) -> None:
    page = open_on(THREE)
    cell(page, "c1", column).click()
    assert cell(page, "c1", column).get_attribute("aria-readonly") == "true"
    press(page, "Enter")
    assert page.locator(".crow .field").count() == 0
    assert page.evaluate("document.activeElement.closest('.look') !== null")


def test_undo_takes_back_one_change_after_the_other(open_on: PageOn) -> None:
    page = open_on(THREE)
    for text in ("first", "second"):
        press(page, "ArrowRight Enter" if text == "first" else "Enter")
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
        press(page, "Enter")
    press(page, "u")
    assert "first" in cell(page, "c1", "evidence").inner_text()
    press(page, "u u")
    assert page.locator(".saved").inner_text() == ""
    assert page.get_by_text("There is nothing to undo.").is_visible()


def test_the_form_beside_it_writes_the_same_cells(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.get_by_label("Note of claim 1").fill("Ask for the paper.")
    page.keyboard.press("Control+s")
    assert sent(page)[0]["cells"] == [{"id": "c1", "column": "note", "before": "", "value": "Ask for the paper."}]
    assert "Ask for the paper." in cell(page, "c1", "note").inner_text()


CLASH = {
    "id": "c1", "now": "c1", "text": "Drug 1 helps.", "column": "note", "base": "", "mine": "mine", "theirs": "theirs",
}  # fmt: skip


def clashing(open_on: PageOn, clash: dict[str, str] = CLASH) -> Any:
    page = open_on(THREE)
    page.get_by_label("Note of claim 1").fill("mine")
    page.keyboard.press("Control+s")
    rows = [row(1, id=clash["now"], note="theirs")]
    ids = [clash["now"], "c2", "c3"]
    answer(page, sent(page)[0]["request"], False, rows, order=ids, conflicts=[clash])
    page.locator("dialog[open]").wait_for()
    return page


def test_both_values_are_shown_and_one_is_chosen(open_on: PageOn) -> None:
    page = clashing(open_on)
    shown = page.locator("dialog[open]").inner_text()
    assert "mine" in shown and "theirs" in shown
    page.get_by_role("button", name="Keep what I chose").click(force=True)
    assert page.locator("dialog[open]").count() == 1  # nothing was chosen yet
    page.get_by_label("Yours").check()
    page.get_by_role("button", name="Keep what I chose").click()
    assert sent(page)[1]["cells"] == [{"id": "c1", "column": "note", "before": "theirs", "value": "mine"}]


def test_choosing_what_stands_in_the_file_saves_nothing(open_on: PageOn) -> None:
    page = clashing(open_on)
    page.get_by_label("In the file").check()
    page.get_by_role("button", name="Keep what I chose").click()
    assert len(sent(page)) == 1
    assert "theirs" in cell(page, "c1", "note").inner_text()
    assert page.locator(".saved").inner_text() == ""


def test_not_now_keeps_what_was_written(open_on: PageOn) -> None:
    page = clashing(open_on)
    page.get_by_role("button", name="Not now").click()
    assert len(sent(page)) == 1
    assert "mine" in cell(page, "c1", "note").inner_text()


def test_a_claim_that_was_reworded_meanwhile_takes_the_choice_along(open_on: PageOn) -> None:
    page = clashing(open_on, {**CLASH, "now": "c9"})
    page.get_by_label("Yours").check()
    page.get_by_role("button", name="Keep what I chose").click()
    assert sent(page)[1]["cells"][0]["id"] == "c9"


def test_a_lost_kernel_loses_nothing(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.evaluate("window.broken = true")
    page.get_by_label("Note of claim 1").fill("kept")
    page.keyboard.press("Control+s")
    page.get_by_role("alert").filter(has_text="Connection lost. 1 cell waits here and will be sent.").wait_for()
    page.evaluate("window.broken = false")
    page.wait_for_function("window.sent.some((message) => message.type === 'save')")
    (save,) = sent(page)
    answer(page, save["request"], rows=[row(1, note="kept")])
    assert page.locator(".lost").is_hidden()
    assert "Saved " in page.locator(".saved").inner_text()


def test_what_is_refused_stays_to_be_saved(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.get_by_label("Note of claim 1").fill("kept")
    page.keyboard.press("Control+s")
    answer(page, sent(page)[0]["request"], False)
    assert page.locator(".saved").inner_text() == "1 cell not saved"
    page.keyboard.press("Control+s")
    assert len(sent(page)) == 2


def test_what_is_written_while_a_save_is_under_way_is_saved_after_it(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.get_by_label("Note of claim 1").fill("one")
    page.keyboard.press("Control+s")
    page.get_by_label("Note of claim 1").fill("two")
    page.keyboard.press("Control+s")
    assert len(sent(page)) == 1
    answer(page, sent(page)[0]["request"], rows=[row(1, note="one")])
    assert sent(page)[1]["cells"] == [{"id": "c1", "column": "note", "before": "one", "value": "two"}]


def test_leaving_asks_only_where_something_is_not_saved(open_on: PageOn) -> None:
    page = open_on(THREE)
    asks = """() => {
      const leaving = new Event("beforeunload", { cancelable: true });
      dispatchEvent(leaving);
      return leaving.defaultPrevented;
    }"""
    assert page.evaluate(asks) is False
    page.get_by_label("Note of claim 1").fill("kept")
    assert page.evaluate(asks) is True


def test_a_redrawn_view_keeps_edits_place_and_focus(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "ArrowDown ArrowRight Enter")
    page.keyboard.type("kept")
    press(page, "Enter")
    page.evaluate("table => window.set('table', table)", {**THREE, "title": "The lamp again"})
    page.wait_for_function("document.activeElement.getAttribute('role') === 'gridcell'")
    assert active(page) == ("c2", "evidence")
    assert "kept" in cell(page, "c2", "evidence").inner_text()


def test_another_article_waits_for_unsaved_cells(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.get_by_label("Note of claim 1").fill("kept")
    page.get_by_label("Article", exact=True).select_option("tea")
    page.get_by_role("alert").filter(has_text="1 cell not saved. Save first").wait_for()
    assert page.evaluate("window.sent") == []
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    page.get_by_label("Article", exact=True).select_option("tea")
    assert page.evaluate("window.sent") == [{"type": "choose", "name": "tea"}]


def test_finding_filtering_and_sorting(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "/")
    page.keyboard.type("tea")
    assert order(page) == ["c3"]
    press(page, "Escape")
    assert order(page) == ["c1", "c2", "c3"] and active(page)[0] == "c3"
    page.get_by_label("Kind of claim").select_option("dosing")
    assert order(page) == ["c2"]
    page.get_by_label("Kind of claim").select_option("")
    page.get_by_label("Standing", exact=True).select_option("disputed")
    assert order(page) == ["c2"]
    page.get_by_label("Standing", exact=True).select_option("changed")
    assert page.get_by_text("No claim fits.").is_visible()
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("button", name="Claim", exact=True).click()
    assert order(page) == ["c1", "c2", "c3"]
    page.get_by_role("button", name="Claim", exact=True).click()
    assert order(page) == ["c3", "c2", "c1"]
    assert page.locator("[data-column=wording][aria-sort=descending]").count() == 1


CHANGED = row(
    1, presence="changed", was="Drug 1 helps 30%.", text="Drug 1 helps 60%.", wording="Drug 1 helps 60%.",
    told="number 30 became 60", standing="substantiated", reviewer="ines", reviewed_on="2026-10-02",
)  # fmt: skip
GONE = row(2, presence="gone", before="", after="", note="kept")


def test_a_changed_claim_says_what_changed_and_is_confirmed(open_on: PageOn) -> None:
    page = open_on(table(CHANGED, GONE, row(3)))
    assert cell(page, "c1", "wording").locator(".sev.warning").inner_text() == "Changed, confirm"
    assert cell(page, "c2", "wording").locator(".sev.held").inner_text() == "Left the article"
    assert page.locator(".box").inner_text().split("\n\n")[:2] == [
        "Changed since it was reviewed", "Number 30 became 60.",
    ]  # fmt: skip
    assert (page.locator(".box del").inner_text(), page.locator(".box ins").inner_text()) == ("30%.", "60%.")
    press(page, "c")
    assert cell(page, "c1", "wording").locator(".sev").count() == 0
    press(page, "Control+s")
    assert sent(page)[0]["cells"] == [{"id": "c1", "column": "was", "before": "Drug 1 helps 30%.", "value": ""}]


def test_an_unchanged_claim_has_nothing_to_confirm(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "c Control+s")
    assert sent(page) == []


def test_hostile_text_is_shown_and_fires_nothing(open_on: PageOn) -> None:
    words = dict.fromkeys(("text", "wording", "before", "after", "section", "references", "note", "evidence"), HOSTILE)
    bad = row(1, **words, was="Was " + HOSTILE, presence="changed", told=HOSTILE, type=HOSTILE, own={HOSTILE: HOSTILE})
    page = open_on(table(bad, title=HOSTILE, file=HOSTILE, articles=[{"name": "lamp", "title": HOSTILE}]))
    press(page, "ArrowRight Enter Escape c u")
    assert page.evaluate("window.pwned") is None
    assert page.locator(".wb img, .wb script").count() == 0
    assert "<img src=x" in page.locator("h1").inner_text()


def test_two_thousand_claims_are_drawn_as_they_come_into_view(open_on: PageOn) -> None:
    page = open_on(table(*(row(number) for number in range(1, 2001))))
    assert page.evaluate("window.drawn") < 400
    assert page.locator(".cbody .crow").count() < 60
    slowest = page.evaluate(
        """async () => {
          const best = {}; // of three rounds: the machine may be busy with something else
          for (let round = 0; round < 3; round += 1) {
            for (const key of ["ArrowDown", "End", "ArrowUp", "PageUp", "Home", "PageDown", "ArrowRight"]) {
              const began = performance.now();
              document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
              document.body.offsetHeight;
              best[key] = Math.min(best[key] ?? Infinity, performance.now() - began);
              await new Promise(requestAnimationFrame);
            }
          }
          return Math.max(...Object.values(best));
        }"""
    )
    assert slowest < 100
    press(page, "End")
    assert active(page)[0] == "c2000"
    assert page.locator('[data-id="c2000"]').get_attribute("aria-rowindex") == "2001"


def test_scrolling_away_does_not_lose_the_focus(open_on: PageOn) -> None:
    page = open_on(table(*(row(number) for number in range(1, 501))))
    page.evaluate("document.querySelector('.rows').scrollTop = 9000")
    page.wait_for_function("document.querySelector('[data-id=c150]') !== null")
    assert active(page) == ("c1", "standing")
    press(page, "ArrowDown")
    assert active(page) == ("c2", "standing")


@pytest.mark.parametrize("width", [360, 800, 1280, 1600])
@pytest.mark.parametrize("dark", [False, True])
def test_every_width_in_both_themes(open_on: PageOn, width: int, dark: bool) -> None:
    page = open_on(table(CHANGED, GONE, row(3, wording="a" * 400), row(4)), width=width, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert cell(page, "c1", "wording").locator(".sev.warning").is_visible()
    press(page, "ArrowDown ArrowDown Enter")
    page.keyboard.type("Dis")
    press(page, "Enter")
    assert "Disputed" in cell(page, "c3", "standing").inner_text()
    assert page.get_by_role("button", name="Keys").bounding_box()["x"] < width - 20


def test_f6_walks_the_parts(open_on: PageOn) -> None:
    page = open_on(THREE)
    press(page, "F6")
    assert page.evaluate("document.activeElement.closest('.look') !== null")
    press(page, "Shift+F6")
    assert page.evaluate("document.activeElement.closest('.rows') !== null")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (table(), "No claim was read in this text."),
        ({"error": "claims/lamp.csv: line 3: holds git's conflict marks", "details": ""}, "conflict marks"),
        ({}, "Reading the claims…"),
    ],
)
def test_empty_broken_and_loading_say_so(open_on: PageOn, given: dict[str, Any], words: str) -> None:
    page = open_on(given)
    page.get_by_text(words).first.wait_for()
    press(page, "ArrowDown Enter u c Control+s")
    assert sent(page) == []
