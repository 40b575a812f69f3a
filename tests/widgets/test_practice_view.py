"""The practice screen in a browser: marks by mouse and keyboard, the comparison, and what never stands in the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench.model import limits
from workbench.widgets.practice import PracticeWidget

PageOn = Callable[..., Any]
HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>\u202e{{7*7}}'
KINDS = {"promise": "Promise or hype", "number": "Number", "safety": "Safety"}
FIRST = "🙂 The drops halve falls. Of 38 people, 91.3% agree."
WORDS = ["Evening drops", FIRST, "Never drive after them."]


def blocks(*cuts: tuple[int, str, int]) -> list[dict[str, Any]]:
    found = []
    for index, text in enumerate(WORDS):
        parts, rest = [], text
        for _, words, n in [cut for cut in cuts if cut[0] == index]:
            before, _, rest = rest.partition(words)
            parts += [{"text": before, "findings": [], "held": []}, {"text": words, "findings": [n], "held": []}]
        parts.append({"text": rest, "findings": [], "held": []})
        found.append({"kind": "paragraph" if index else "heading", "level": 0 if index else 1, "segments": parts})
    return found


def row(n: int, what: str, **more: Any) -> dict[str, Any]:
    usual = {
        "title": f"Point {n}",
        "explanation": f"Because {n}.",
        "kind": "number",
        "given": "",
        "reasons": [],
        "text": "",
    }
    return {"n": n, "what": what, **usual, "evidence": None, "severity": "warning", **more}


def passage(**more: Any) -> dict[str, Any]:
    usual = {
        "id": "drops", "title": "Evening drops", "n": 1, "of": 2, "blocks": blocks(), "rows": [], "next": "sound",
        "before": "", "step": "read", "rewrite": "", "seconds": 0, "usual": 6, "source": "", "trouble": "",
        "strays": [], "questions": [], "head": "", "sub": "",
    }  # fmt: skip
    return {**usual, **more}


def compared(**more: Any) -> dict[str, Any]:
    rows = [
        row(1, "found", reasons=["Half of what?"]), row(2, "missed"),
        row(3, "fair", title="A fair warning", reasons=["It scares."], given="safety"),
    ]  # fmt: skip
    cut = blocks((1, "halve falls", 1), (1, "91.3%", 2), (2, "Never drive", 3))
    told = {"blocks": cut, "rows": rows, "step": "compare", "head": "You found 1 of 2 problems", "sub": "One was fair."}
    return passage(**told, source="\n\n".join(WORDS), seconds=240, **more)


def marked(**more: Any) -> dict[str, Any]:
    rows = [{"n": 1, "id": "mark-0001", "kind": "number", "reason": "Half of what?", "text": "halve falls"}]
    return passage(blocks=blocks((1, "halve falls", 1)), rows=rows, step="mark", **more)


def traits(shown: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    frame = {
        "as_of": "", "person": None, "line": limits("US"), "kept": "my-marks.json", "trouble": "", "set": 0,
        "sets": ["Practice 1: numbers"], "kinds": KINDS,
    }  # fmt: skip
    usual = {"frame": frame, "passage": shown or passage(), "skills": {"passages": 0, "rows": []}, "checked": {}}
    return {**usual, "status": {}, "why": "", **more}


@pytest.fixture
def open_on(page_on: PageOn) -> PageOn:
    return lambda given=None, **how: page_on(PracticeWidget, given or traits(), **how)


def press(page: Any, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def sent(page: Any) -> list[dict[str, Any]]:
    return list(page.evaluate("window.sent"))


def test_words_are_marked_by_keys_alone_with_a_kind_and_a_reason(open_on: PageOn) -> None:
    page = open_on()
    page.locator(".pt").focus()
    press(page, "ArrowRight ArrowRight ArrowRight ArrowRight Shift+ArrowRight Enter 2")
    page.keyboard.type("Half of how many?")
    press(page, "Enter")
    (mark,) = sent(page)
    at = FIRST.index("halve falls")
    assert (mark["type"], mark["kind"], mark["reason"]) == ("mark", "number", "Half of how many?")
    assert (mark["block"], mark["at"], mark["to_block"], mark["to"]) == (1, at, 1, at + len("halve falls"))


def test_a_double_click_chooses_whole_words(open_on: PageOn) -> None:
    page = open_on()
    page.locator(".pt p").nth(1).dblclick(position={"x": 20, "y": 16})
    page.get_by_role("button", name="Mark these words").click()
    press(page, "3")
    page.keyboard.type("Too strong.")
    page.get_by_role("button", name="Mark", exact=True).click()
    (mark,) = sent(page)
    assert (mark["block"], mark["at"], mark["to"], mark["kind"]) == (2, 0, 5, "safety")


@pytest.mark.parametrize(("keys", "words"), [("Enter", "Choose a kind."), ("2 Enter", "guessing is visible")])
def test_a_mark_without_kind_or_reason_is_refused(open_on: PageOn, keys: str, words: str) -> None:
    page = open_on()
    page.locator(".pt").focus()
    press(page, "ArrowRight Enter")
    page.locator("dialog[open]").wait_for()
    if keys == "Enter":
        page.get_by_role("button", name="Mark", exact=True).click()
    else:
        press(page, keys)
    assert words in page.locator("dialog[open]").inner_text() and sent(page) == []


def test_enter_without_words_opens_nothing(open_on: PageOn) -> None:
    page = open_on()
    page.locator(".pt").focus()
    press(page, "Enter")
    assert page.locator("dialog[open]").count() == 0
    assert page.get_by_text("Choose words first").is_visible()


def test_nothing_marked_is_asked_before_it_is_compared(open_on: PageOn) -> None:
    page = open_on()
    press(page, "c")
    assert page.get_by_text("You marked nothing. Compare anyway?").is_visible() and sent(page) == []
    press(page, "Escape")
    assert sent(page) == []
    press(page, "c Enter")
    assert [one["type"] for one in sent(page)] == ["compare"]


def test_compare_is_sent_once_and_the_answer_comes_then(open_on: PageOn) -> None:
    page = open_on(traits(marked()))
    assert "Point" not in page.locator(".wb").inner_text()
    press(page, "c c")
    assert [one["type"] for one in sent(page)] == ["compare"]
    page.evaluate("p => window.set('passage', p)", compared())
    page.evaluate("window.message({type: 'answered', request: window.sent[0].request, ok: true})")
    assert page.evaluate("document.activeElement.textContent") == "You found 1 of 2 problems"
    pane = page.locator(".res").inner_text()
    assert all(words in pane for words in ("Both", "You missed", "Only you", "Because 2.", "Because 3.", "4 minutes"))
    assert "Because 1." not in pane
    assert "Half of what?" in page.locator(".mine-said").inner_text()
    page.locator(".pt").focus()
    press(page, "ArrowRight Enter")
    assert page.locator("dialog[open]").count() == 0  # what was compared is not marked any more


def test_a_comparison_that_is_refused_can_be_asked_again(open_on: PageOn) -> None:
    page = open_on(traits(marked()))
    press(page, "c")
    said = {"text": "The reviewed answer could not be opened. Your marks are kept.", "kind": "alert", "n": 1}
    page.evaluate("s => window.set('status', s)", said)
    page.evaluate("window.message({type: 'answered', request: window.sent[0].request, ok: false})")
    assert page.get_by_role("alert").filter(has_text="Your marks are kept.").is_visible()
    press(page, "c")
    assert len(sent(page)) == 2


def test_the_evidence_table_stands_with_what_was_missed(open_on: PageOn) -> None:
    rows = [{"people": p, "of": "38", "percent": s} for p, s in (("34", "89.5"), ("none", "91.3"), ("35", "92.1"))]
    working = {"title": "What a group can give", "aside": "", "sum": "", "lists": [], "head": [], "rows": []}
    evidence = {"kind": "percent-of-n", "tolerance": "", "rows": rows, "working": working}
    shown = compared()
    shown["rows"][1]["evidence"] = evidence
    page = open_on(traits(shown))
    assert [cell.inner_text() for cell in page.locator(".grim tr").nth(1).locator("td").all()] == [
        "89.5%",
        "91.3%",
        "92.1%",
    ]


def test_a_question_is_kept_and_can_be_copied(open_on: PageOn) -> None:
    page = open_on(traits(compared()))
    page.get_by_role("button", name="I disagree…").click()
    page.keyboard.type("Is it not on the label?")
    press(page, "Enter")
    assert [(one["type"], one["about"], one["text"]) for one in sent(page)] == [
        ("disagree", "Point 2", "Is it not on the label?")
    ]
    page.evaluate("p => window.set('passage', p)", compared(questions=[{"about": "Point 2", "text": "Is it not?"}]))
    assert "Your question: Is it not?" in page.locator(".res").inner_text()
    assert page.get_by_role("button", name="Copy the question").is_visible()


def test_rewrite_is_checked_and_says_what_is_left(open_on: PageOn) -> None:
    page = open_on(traits(compared()))
    press(page, "j")
    page.locator(".pt").focus()
    press(page, "Enter")
    area = page.get_by_label("The passage, rewritten")
    assert area.input_value().startswith("Evening drops")
    area.fill("Plain words.")
    page.get_by_role("button", name="Check the text").click()
    assert [(one["type"], one["text"]) for one in sent(page)] == [("rewrite", "Plain words.")]
    rows = [{"severity": "note", "title": "T", "message": "M", "text": "Plain"}]
    said = {"text": "Plain words.", "head": "The checks still find 1 thing.", "rows": rows}
    page.evaluate("s => window.set('checked', s)", said)
    assert "The checks still find 1 thing." in page.locator(".res").inner_text()
    area.fill("Other words.")
    assert "You changed the text since." in page.locator(".res").inner_text()
    page.get_by_role("button", name="Back to the comparison").click()
    assert page.get_by_role("heading", name="You found 1 of 2 problems").is_visible()


def test_n_turns_the_page_and_the_last_one_says_so(open_on: PageOn) -> None:
    page = open_on()
    press(page, "n")
    assert sent(page) == [{"type": "turn", "set": 0, "passage": "sound"}]
    page = open_on(traits(passage(next="")))
    press(page, "n")
    assert sent(page) == [] and page.get_by_text("This is the last passage.").is_visible()


def test_a_mark_is_taken_back(open_on: PageOn) -> None:
    page = open_on(traits(marked()))
    page.get_by_role("button", name="Take back mark 1").click()
    assert [(one["type"], one["id"]) for one in sent(page)] == [("unmark", "mark-0001")]


def test_a_lost_connection_keeps_the_step(open_on: PageOn) -> None:
    page = open_on(traits(marked()))
    page.evaluate("window.broken = true")
    press(page, "c")
    page.get_by_text("Connection lost. 1 step waits here and will be sent.").wait_for()


def test_empty_loading_error_and_a_file_that_is_not_ours(open_on: PageOn) -> None:
    page = open_on(traits(frame={"error": "There are no passages here yet.", "details": "", "line": limits("US")}))
    assert page.get_by_text("There are no passages here yet.").is_visible()
    page = open_on({**traits(), "passage": {}})
    page.locator(".ghost").first.wait_for()
    frame = {**traits()["frame"], "trouble": "my-marks.json cannot be read. It is left as it is."}
    page = open_on(traits(frame=frame))
    assert page.get_by_text("It is left as it is.").is_visible()
    page = open_on(traits(passage(strays=["words that went"])))
    assert "words that went" in page.locator(".res").inner_text()


def test_who_may_not_mark_marks_nothing(open_on: PageOn) -> None:
    page = open_on(traits(why="Ask Ada for a place."))
    page.locator(".pt").focus()
    press(page, "ArrowRight Enter")
    assert page.locator("dialog[open]").count() == 0 and page.get_by_text("Ask Ada for a place.").is_visible()


def test_hostile_words_fire_nothing(open_on: PageOn) -> None:
    rows = [
        row(1, "missed", title=HOSTILE, explanation=HOSTILE),
        row(2, "only", title=HOSTILE, text=HOSTILE, reasons=[HOSTILE]),
    ]
    cut = [{"kind": "img onerror", "level": 1, "segments": [{"text": HOSTILE, "findings": [1, 2], "held": []}]}]
    odd = passage(title=HOSTILE, blocks=cut, rows=rows, step="compare", head=HOSTILE, sub=HOSTILE, source=HOSTILE)
    odd["questions"] = [{"about": HOSTILE, "text": HOSTILE}]
    page = open_on(traits(odd))
    press(page, "j j n")
    assert page.evaluate("window.pwned") is None and page.locator(".wb img, .wb script").count() == 0


def test_skills_are_plain_counts(open_on: PageOn) -> None:
    rows = [
        {"title": "Promises", "found": 5, "of": 5},
        {"title": "Doses", "found": 0, "of": 0},
        {"title": "Numbers", "found": 9, "of": 30},
    ]
    page = open_on(traits(compared(), skills={"passages": 3, "rows": rows}))
    shown = page.locator(".sk").inner_text()
    assert all(words in shown for words in ("3 passages", "5 of 5", "none yet", "9 of 30")) and "%" not in shown


@pytest.mark.parametrize(("width", "dark"), [(1600, True), (1440, False), (1280, True), (800, False)])
def test_every_width(open_on: PageOn, width: int, dark: bool) -> None:
    page = open_on(traits(compared()), width=width, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert limits("US") in page.locator("footer").inner_text()
    tall = page.evaluate("[...document.querySelectorAll('.wb button:not(.ref)')].map((one) => one.offsetHeight)")
    assert [height for height in tall if 0 < height < 24] == []
