"""The draft screen in a browser: typing, marks, keys, what waits, and what must never happen."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from workbench.widgets.draft import DraftWidget

SMALL = """[...document.querySelectorAll('.wb button, .wb select')]
    .filter((node) => node.getClientRects().length && node.offsetHeight < 24).map((node) => node.textContent)"""
PASTE = """(area, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true, bubbles: true }));
}"""
PageOn = Callable[..., Any]
HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>\u202e'
TEXT = "# Tea\n\nFerrol tea is a miracle cure.\n\nIt acts on NDMA receptors 😀 and cures all.\n"
DRAFT = {
    "mode": "text", "name": "", "path": "", "shown": True, "articles": [], "line": "Limits.", "as_of": "2026-11-25",
    "person": {"id": "tom", "name": "Tom Adeyemi", "role": "writer"}, "checks": 3,
    "send": {"can": False, "how": "This text is in no file yet."}, "longest": 3000,
}  # fmt: skip
FILE = DRAFT | {
    "mode": "file", "name": "tea", "path": "articles/tea.md", "send": {"can": True, "how": ""},
    "articles": [{"name": "tea", "title": "articles/tea.md"}],
}  # fmt: skip
TITLES = {
    "needed": "Needed in every treatment article", "findings": "Findings", "claims": "Claims without a source",
    "reading": "Easy to read?", "unchecked": "Not checked",
}  # fmt: skip


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


SUM = {"title": "The sum", "aside": "", "sum": "0.5 × 70 = 35", "lists": [], "head": [], "rows": []}


def finding(number: int, word: str, severity: str = "warning", text: str = TEXT, **more: Any) -> dict[str, Any]:
    start = units(text[: text.index(word)]) if word else -1
    plain = {
        "id": number, "fingerprint": f"{number:016x}", "check": f"check-{number}", "severity": severity,
        "confidence": "high", "message": f"“{word}” promises too much.", "open": True, "decision": "", "text": word,
        "line": text[: text.index(word)].count("\n") + 1 if word else 0, "replace": "",
        "start": start, "end": start + units(word) if word else -1,
        "evidence": {"kind": "weight-sum", "tolerance": "", "rows": [], "working": SUM},
    }  # fmt: skip
    return {**plain, **more}


def panel(*findings: dict[str, Any], rows: tuple[dict[str, Any], ...] = (), **more: Any) -> dict[str, Any]:
    count = {name: sum(one["severity"] == name for one in findings) for name in ("error", "warning", "note")}
    plain = {
        "n": 1, "took": 0.3, "head": "Not ready yet" if count["error"] else "Ready for review", "counts": count,
        "held": 0, "decided": 0, "words": 12, "lines": 6, "read": 6, "left": 0, "unchecked": [], "reading": [],
        "silence": "",
        "needed": {"have": 0, "of": len(rows), "unknown": 0, "rows": list(rows)}, "findings": list(findings),
        "checks": {one["check"]: {"title": f"Title {one['id']}", "why": "So.", "advice": "Do it."} for one in findings},
        "claims": {"n": 2, "sourced": 2, "bare": 0, "rows": []}, "going": "Nothing goes.", "titles": TITLES,
    }  # fmt: skip
    return {**plain, **more}


CRISIS = {
    "check": "missing-crisis-line", "label": "Crisis line", "state": "missing", "severity": "error", "where": "",
    "text": "The page discusses “suicide”.", "number": 0, "why": "", "line": 0,
    "insert": {"at": units(TEXT) - 1, "text": "\n\nCall the line.", "wording": "Call the line.", "line": 5},
}  # fmt: skip
THREE = panel(
    finding(1, "miracle cure", "error"),
    finding(2, "NDMA", replace="NMDA"),
    finding(3, "cures all", "note"),
    rows=(CRISIS,),
)


@pytest.fixture
def open_on(page_on: PageOn) -> PageOn:
    """Opens the screen on a text and, if given, answers its first check with this panel."""

    def open_on(
        answer: dict[str, Any] | None = None, text: str = TEXT, draft: dict[str, Any] = DRAFT, **how: Any
    ) -> Any:
        first = answer if answer and draft["mode"] == "file" else {}
        page = page_on(
            DraftWidget, {"draft": draft, "text": text, "panel": first, "status": {}, "why": how.pop("why", "")}, **how
        )
        if answer and draft["mode"] == "text":
            reply(page, answer)
        return page

    return open_on


def sent(page: Any, kind: str = "check") -> list[dict[str, Any]]:
    return [message for message in page.evaluate("window.sent") if message["type"] == kind]


def reply(page: Any, answer: dict[str, Any], number: int | None = None) -> None:
    number = sent(page)[-1]["number"] if number is None else number
    page.evaluate("value => window.set('panel', value)", {**answer, "n": number})


def typed(page: Any, text: str, after: int = 0) -> None:
    page.locator(".area").focus()
    page.keyboard.insert_text(text)
    if after:
        page.wait_for_function("n => window.sent.filter((m) => m.type === 'check').length >= n", arg=after)


def value(page: Any) -> str:
    return str(page.locator(".area").input_value())


def said(page: Any) -> str:
    return str(page.locator(".send [role=status]").inner_text())


def head(page: Any) -> str:
    return str(page.locator(".dp h1").inner_text())


def test_a_text_that_is_there_is_checked_at_once_with_the_line_in_sight(open_on: PageOn) -> None:
    page = open_on()
    (check,) = sent(page)
    assert (check["text"], check["number"], check["seen"]) == (TEXT, 1, 6)
    reply(page, THREE)
    assert head(page) == "Not ready yet"
    assert page.locator(".counts").inner_text().split("\n") == ["1 must be fixed", "1 should be", "1 could be"]
    assert page.locator(".when").inner_text() == "Checked in 0.3 s\non this computer"


def test_an_empty_text_asks_for_one_and_is_not_called_ready(open_on: PageOn) -> None:
    page = open_on(text="")
    assert head(page) == "Nothing to check yet" and sent(page) == []
    typed(page, " ", after=1)
    reply(page, panel(words=0, head="Nothing to check yet"))
    assert head(page) == "Nothing to check yet"
    assert page.locator(".sec:visible").count() == 0


def test_typing_is_checked_once_after_a_pause(open_on: PageOn) -> None:
    page = open_on(THREE)
    for letter in "abc":
        typed(page, letter)
        page.wait_for_timeout(60)
    assert len(sent(page)) == 1
    page.wait_for_timeout(600)
    assert len(sent(page)) == 2 and sent(page)[1]["text"].count("abc") == 1


def test_results_of_an_older_text_are_dropped(open_on: PageOn) -> None:
    page = open_on()
    typed(page, "More. ", after=2)
    reply(page, THREE, number=1)
    assert page.locator(".fhead").count() == 0
    reply(page, THREE, number=2)
    assert page.locator(".fhead").count() == 3


def test_an_answer_while_somebody_types_waits_for_the_next(open_on: PageOn) -> None:
    page = open_on(THREE)
    typed(page, "x")
    reply(page, panel(), number=1)
    assert page.locator(".fhead").count() == 3


@pytest.mark.parametrize("width", [1440, 800, 500])
def test_text_and_lines_behind_it_break_alike(open_on: PageOn, width: int) -> None:
    text = "\n".join([
        "# Títle", "", "word " * 120, "Pneumono" * 60, "日本語のとても長い文章です。" * 20, "عربي طويل جدا " * 30,
        "😀👩‍⚕️ " * 60, "\ttab\tand  two  blanks   " * 12, "trailing      ", "a-b-c-" * 60, "",
    ])  # fmt: skip
    page = open_on(panel(finding(1, "word", text=text)), text=text, width=width)
    area, lines = page.evaluate(
        "[document.querySelector('.area').scrollHeight, document.querySelector('.lines').offsetHeight]"
    )
    assert abs(area - lines) <= 1


def test_marks_stand_on_their_words_beyond_an_emoji(open_on: PageOn) -> None:
    page = open_on(THREE)
    assert page.locator(".sq").all_inner_texts() == ["miracle cure", "NDMA", "cures all"]
    assert page.locator(".ln:nth-child(5) .sev").get_attribute("class") == "sev warning"


def test_marks_move_with_the_text_and_go_where_it_is_typed_over(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.locator(".area").evaluate("area => area.setSelectionRange(0, 0)")
    typed(page, "New line\n\n")
    assert page.locator(".sq").all_inner_texts() == ["miracle cure", "NDMA", "cures all"]
    page.locator(".area").evaluate("area => { const at = area.value.indexOf('acts'); area.setSelectionRange(at, at); }")
    typed(page, "often ")
    assert page.locator(".sq").all_inner_texts() == ["miracle cure", "NDMA", "cures all"]
    page.locator(".area").evaluate(
        "area => { const at = area.value.indexOf('DMA'); area.setSelectionRange(at, at + 1); }"
    )
    typed(page, "x")
    assert page.locator(".sq").all_inner_texts() == ["miracle cure", "cures all"]


def test_f8_goes_round_the_problems_and_the_panel_follows(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.locator(".area").evaluate("area => area.setSelectionRange(0, 0)")
    for title in ("Title 1", "Title 2", "Title 3", "Title 1"):
        page.keyboard.press("F8")
        assert page.locator(".fhead[aria-expanded=true] b").inner_text() == title
        assert page.evaluate("document.activeElement.className") == "area"
    assert said(page) == "Error, line 3: Title 1."
    assert page.locator(".sq.open").all_inner_texts() == ["miracle cure"]
    page.keyboard.press("Shift+F8")
    assert page.locator(".fhead[aria-expanded=true] b").inner_text() == "Title 3"


def test_without_a_problem_f8_says_so(open_on: PageOn) -> None:
    page = open_on(
        panel(silence="No check fired. 2 claims carry a source; nobody has confirmed that the sources say so.")
    )
    page.keyboard.press("F8")
    assert said(page) == "No problem stands in the text."
    assert page.locator(".silence").inner_text().startswith("No check fired.")


def test_the_caret_on_marked_words_chooses_their_finding(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.locator(".area").evaluate(
        "area => { area.focus(); const at = area.value.indexOf('NDMA') + 1; area.setSelectionRange(at, at); }"
    )
    page.wait_for_function("document.querySelector('.fhead[aria-expanded=true] b')?.textContent === 'Title 2'")
    assert page.evaluate("document.activeElement.className") == "area"
    assert page.locator(".caret").inner_text() == "Ln 5, Col 13"


def test_the_list_is_walked_by_keys_and_the_working_stands_under_the_chosen(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Error 1 of 3: Title 1, line 3"
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Note 3 of 3: Title 3, line 5"
    assert "0.5 × 70 = 35" in page.locator(".f.open .ev").inner_text()
    assert page.locator(".fhead[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    assert page.locator(".f.open").count() == 0
    page.keyboard.press("Home")
    page.keyboard.press("t")
    assert page.evaluate("[document.activeElement.className, window.getSelection().toString()]")[0] == "area"


def test_alt_r_replaces_the_spelling_of_a_term_and_undo_takes_it_back(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.keyboard.press("F8")
    page.keyboard.press("F8")
    assert "NDMA NMDA" in page.locator(".fix q").inner_text()
    page.keyboard.press("Alt+r")
    assert "acts on NMDA receptors" in value(page) and said(page) == "Replaced: NMDA. Ctrl Z takes it back."
    page.keyboard.press("Control+z")
    assert value(page) == TEXT


def test_nothing_else_is_replaced(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.keyboard.press("F8")
    page.keyboard.press("Alt+r")
    assert value(page) == TEXT and said(page).startswith("Only the spelling of a term is replaced.")
    assert page.locator(".fix").count() == 0


def test_words_that_changed_meanwhile_are_not_replaced(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.keyboard.press("F8")
    page.keyboard.press("F8")
    page.locator(".area").evaluate(
        "area => { const at = area.value.indexOf('NDMA'); area.setSelectionRange(at, at + 4); }"
    )
    typed(page, "the")
    page.keyboard.press("Alt+r")
    assert sent(page)[-1]["number"] == 2
    reply(page, panel(finding(1, "miracle cure", "error")))
    assert "the receptors" in value(page) and "NMDA" not in value(page)


def test_alt_i_inserts_the_statement_at_its_place_once_the_text_is_checked(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.locator(".area").evaluate("area => area.setSelectionRange(0, 0)")
    typed(page, "x")
    page.keyboard.press("Alt+i")
    assert "Call the line." not in value(page)
    moved = {**CRISIS, "insert": {**CRISIS["insert"], "at": CRISIS["insert"]["at"] + 1}}
    reply(page, {**THREE, "needed": {"have": 0, "of": 1, "unknown": 0, "rows": [moved]}})
    assert value(page) == f"x{TEXT[:-1]}\n\nCall the line.\n"
    assert said(page) == "Inserted after line 5: Crisis line. Ctrl Z takes it back."


def test_where_no_statement_is_missing_nothing_is_inserted(open_on: PageOn) -> None:
    page = open_on(panel(finding(1, "miracle cure")))
    page.keyboard.press("Alt+i")
    assert value(page) == TEXT and "No statement" in said(page)


def test_of_a_followed_file_the_statement_is_only_copied(open_on: PageOn) -> None:
    page = open_on(THREE, draft=FILE, permissions=["clipboard-read", "clipboard-write"])
    assert page.locator(".area").get_attribute("readonly") is not None
    assert page.locator("button", has_text="Replace").count() == 0
    page.get_by_role("button", name="Copy text: Crisis line").click()
    page.wait_for_function("document.querySelector('.send [role=status]').textContent.includes('line 5')")
    assert value(page) == TEXT and sent(page) == []


def test_beside_a_file_that_is_open_elsewhere_only_the_panel_stands(open_on: PageOn) -> None:
    page = open_on(THREE, draft=FILE | {"shown": False})
    assert page.locator(".area").count() == 0
    page.keyboard.press("F8")
    assert said(page) == "Error, line 3: Title 1."
    assert page.locator(".fhead[aria-expanded=true]").count() == 1


def test_sending_with_errors_asks_why_and_goes_once(open_on: PageOn) -> None:
    page = open_on(THREE, draft=FILE)
    page.get_by_role("button", name="Send to review…").click()
    assert page.locator("dialog[open] h2").inner_text() == "1 error goes with this draft. What should the editor know?"
    page.keyboard.press("Enter")
    assert page.locator("dialog[open] [role=alert]").inner_text() == "Say in a sentence why it goes with errors."
    page.keyboard.type("The source comes on Monday.")
    page.keyboard.press("Enter")
    (step,) = sent(page, "send")
    assert (step["note"], step["number"]) == ("The source comes on Monday.", 1)
    page.evaluate("request => window.message({ type: 'answered', request, ok: true })", step["request"])


def test_from_a_text_area_sending_says_how(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.get_by_role("button", name="Send to review…").click()
    assert said(page) == "This text is in no file yet." and sent(page, "send") == []


def test_who_may_only_read_is_told_and_sends_nothing(open_on: PageOn) -> None:
    page = open_on(THREE, draft=FILE, why="You can read everything here.")
    page.get_by_role("button", name="Send to review…").click()
    assert page.locator(".send [role=alert]").first.inner_text() == "You can read everything here."
    assert page.locator("dialog[open]").count() == 0


def test_a_finding_is_answered_in_the_writers_words(open_on: PageOn) -> None:
    page = open_on(THREE, draft=FILE)
    page.keyboard.press("F8")
    page.get_by_role("button", name="Source is on its way…").click()
    page.get_by_role("button", name="Send answer").click()
    (step,) = sent(page, "answer")
    assert (step["fingerprint"], step["text"]) == (f"{1:016x}", "Source is on its way.")
    assert page.locator("button", has_text="Dismiss").count() == 0


def test_a_slow_check_is_told_after_a_second_and_the_last_results_stay(open_on: PageOn) -> None:
    page = open_on(THREE)
    typed(page, "x", after=2)
    assert page.locator(".dp.waiting").count() == 0
    page.wait_for_selector(".dp.waiting", timeout=3000)
    assert page.locator(".when").inner_text() == "Checking…" and page.locator(".fhead").count() == 3
    reply(page, THREE)
    assert page.locator(".dp.waiting").count() == 0


def test_a_lost_kernel_is_told_and_the_text_stays(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.evaluate("window.broken = true")
    typed(page, "kept ")
    page.wait_for_selector(".trouble:visible")
    assert page.locator(".trouble p").inner_text() == "Checks are not running; your text is not affected."
    page.evaluate("window.broken = false")
    page.get_by_role("button", name="Restart checks").click()
    assert sent(page, "again") and "kept " in sent(page)[-1]["text"]
    reply(page, THREE)
    assert not page.locator(".trouble").is_visible() and "kept " in value(page)


def test_checks_that_stopped_say_so_with_the_kind_folded(open_on: PageOn) -> None:
    page = open_on(THREE)
    typed(page, "x", after=2)
    reply(page, {"failed": "ZeroDivisionError"})
    assert page.locator(".trouble details p").text_content() == "ZeroDivisionError"
    assert page.locator(".fhead").count() == 3


def test_what_cannot_be_read_is_told_above_the_last_results(open_on: PageOn) -> None:
    page = open_on(THREE)
    typed(page, "x", after=2)
    reply(page, {"unread": "articles/tea.md is not there any more."})
    assert "not there any more" in page.locator(".trouble").inner_text()
    assert page.locator(".when").inner_text() == "Of the last text"


def test_more_than_one_article_is_not_sent_and_not_lost(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.locator(".area").fill("x" * 3001)
    page.wait_for_selector(".trouble:visible")
    assert "3,001 characters, and 3,000 can be checked" in page.locator(".trouble").inner_text()
    assert len(sent(page)) == 1 and len(value(page)) == 3001


def test_a_book_is_refused_before_it_is_pasted(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.locator(".area").evaluate(PASTE, "x" * 5_000_000)
    assert value(page) == TEXT and len(sent(page)) == 1
    assert page.locator(".send [role=alert]").first.inner_text().startswith("Nothing was pasted: 5,000,000 characters")


def test_a_very_long_text_has_no_lines_behind_it_and_stays_usable(open_on: PageOn) -> None:
    page = open_on(text="", draft=DRAFT | {"longest": 10**6})
    text = "We walk to the lake.\n" * 15_000 + "It is a miracle cure.\n"
    page.locator(".area").evaluate(
        "(area, text) => { area.value = text; area.dispatchEvent(new Event('input')); }", text
    )
    page.wait_for_function("window.sent.some((one) => one.type === 'check')")
    reply(page, panel(finding(1, "miracle cure", "error", text)))
    assert page.locator(".ln").count() == 0
    page.keyboard.press("F8")
    start = page.locator(".area").evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert start == "miracle cure"
    page.locator(".area").fill(TEXT)
    assert page.locator(".ln").count() == 6


def test_a_part_that_was_checked_first_says_how_far_it_goes(open_on: PageOn) -> None:
    page = open_on()
    reply(page, panel(finding(1, "miracle cure"), read=840, lines=2100, needed=None))
    assert page.locator(".when").inner_text() == "Checked to line 840\nof 2,100"
    assert head(page) == "Checking…" and page.locator(".sec.need:visible").count() == 0


def test_focus_and_choice_stay_when_new_results_come(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    reply(page, panel(finding(7, "Ferrol"), *({**one, "id": one["id"] + 20} for one in THREE["findings"])), number=1)
    assert page.evaluate("document.activeElement.dataset.print") == f"{2:016x}"
    assert page.locator(".f.open b").first.inner_text() == "Title 22"


def test_hostile_words_are_text_everywhere(open_on: PageOn) -> None:
    text = f"# {HOSTILE}\n\n{HOSTILE}\n"
    one = finding(1, "onerror", "error", text, message=HOSTILE, replace=HOSTILE)
    row = {
        **CRISIS,
        "label": HOSTILE,
        "text": HOSTILE,
        "why": HOSTILE,
        "insert": {**CRISIS["insert"], "wording": HOSTILE},
    }
    claim = {"text": HOSTILE, "type": "x", "vague": True, "line": 1, "start": 0, "end": 3}
    told = panel(
        one, rows=(row,), reading=[{"state": "note", "text": HOSTILE, "aside": HOSTILE, "line": 1}],
        unchecked=[{"title": HOSTILE, "n": 2, "why": HOSTILE, "lines": [1]}],
        claims={"n": 1, "sourced": 0, "bare": 1, "rows": [claim]},
        silence=HOSTILE,
    )  # fmt: skip
    told["checks"] = {"check-1": {"title": HOSTILE, "why": HOSTILE, "advice": HOSTILE}}
    articles = [{"name": "a", "title": HOSTILE}]
    page = open_on(told, text=text, draft=DRAFT | {"articles": articles, "path": HOSTILE, "line": HOSTILE})
    page.keyboard.press("F8")
    page.locator(".need button.name").first.click()
    assert page.evaluate("window.pwned") is None
    assert page.locator(".wb img, .wb script").count() == 0
    assert HOSTILE[:20] in page.locator(".dp").inner_text()


def test_leaving_a_text_of_one_s_own_is_asked_first(open_on: PageOn) -> None:
    page = open_on(THREE, draft=DRAFT | {"articles": FILE["articles"]})
    page.get_by_label("What to check").select_option("tea")
    assert sent(page, "choose") == [] and page.locator("dialog[open]").count() == 1
    page.get_by_role("button", name="Leave it").click()
    assert sent(page, "choose") == [{"type": "choose", "name": "tea"}]


def test_f6_walks_the_regions_also_from_the_text(open_on: PageOn) -> None:
    page = open_on(THREE)
    seen = []
    for _ in range(5):
        page.keyboard.press("F6")
        seen.append(page.evaluate("document.activeElement.closest('section, .top')?.getAttribute('aria-label')"))
    assert "Findings" in seen and len(set(seen)) >= 3


def test_letters_typed_are_letters_and_not_keys(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.locator(".area").evaluate("area => area.setSelectionRange(0, 0)")
    page.keyboard.type("jkts?")
    assert value(page).startswith("jkts?") and page.locator("dialog[open]").count() == 0
    assert page.locator(".f.open").count() == 0


def test_a_screen_that_cannot_check_says_why(page_on: PageOn) -> None:
    page = page_on(
        DraftWidget,
        {
            "draft": {"error": "workbench.toml is not valid.", "details": "line 3"},
            "text": "",
            "panel": {},
            "status": {},
            "why": "",
        },
    )
    assert page.locator("[role=alert] h2").inner_text() == "workbench.toml is not valid."


def test_grey_rows_stand_while_a_file_is_read(open_on: PageOn) -> None:
    page = open_on(None, draft=FILE, text="")
    assert head(page) == "Reading the file…"
    page.wait_for_selector(".ghost")
    page.evaluate("value => window.set('panel', value)", json.loads(json.dumps(THREE)))
    assert page.locator(".ghost").count() == 0 and head(page) == "Not ready yet"


def test_leaving_the_page_leaves_no_listener(open_on: PageOn) -> None:
    page = open_on(THREE)
    page.evaluate("window.leave()")
    assert page.evaluate("window.listening()") == 0


@pytest.mark.parametrize(("width", "dark"), [(1600, False), (1280, True), (800, True), (500, False)])
def test_nothing_stands_out_of_the_page(open_on: PageOn, width: int, dark: bool) -> None:
    page = open_on(THREE, width=width, dark=dark)
    page.keyboard.press("F8")
    wide = page.evaluate("document.querySelector('.wb').scrollWidth")
    small = page.evaluate(SMALL)
    assert wide <= width and small == []
    above, below = page.evaluate("['.ed', '.dp'].map((one) => document.querySelector(one).getBoundingClientRect())")
    assert (above["bottom"] <= below["top"] + 1) == (width <= 900)
