"""The queue view in a browser: boxes, orders, what is put off, the pane, causes, many rows, and what keys take back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from test_queue_view import HOSTILE, about, chosen, names, press, queue, row, sent, team, tell

from workbench.widgets.queue import QueueWidget
from workbench.widgets.queue_wire import pack

PageOn = Callable[..., Any]
CAUSE = {
    "title": "A promise", "topic": "marketing", "severity": "warning", "confidence": "high", "text": "It heals.",
    "fingerprint": "a" * 16, "uses": 30,
}  # fmt: skip


@pytest.fixture
def open_on(page_on: PageOn) -> PageOn:
    def open_on(given: dict[str, Any], **how: Any) -> Any:
        return page_on(QueueWidget, {"queue": given, "status": {}, "why": how.pop("why", "")}, **how)

    return open_on


def desk(*rows: dict[str, Any], **other: Any) -> dict[str, Any]:
    return team(*rows, laters=True, **other)


def counts(page: Any, name: str) -> list[str]:
    cells = page.locator(".art", has_text=f"About {name}").locator(".counts > span")
    return [text.split()[0] for text in cells.all_inner_texts()]


def reason(page: Any, name: str) -> str:
    return str(page.locator(".art", has_text=f"About {name}").locator(".why").inner_text())


MIXED = row("one", 50, to_decide={"error": 2, "warning": 1, "note": 3}, kinds=[1, 2, 3, 1, 2, 3])


def test_boxes_change_counts_and_reasons_alike(open_on: PageOn) -> None:
    page = open_on(queue(MIXED))
    assert (counts(page, "one"), reason(page, "one")) == (["2", "1", "3"], "A dose; FDA words")
    page.get_by_role("checkbox", name="Dosing").uncheck()
    assert (counts(page, "one"), reason(page, "one")) == (["0", "1", "3"], "FDA words; a hard sentence")
    page.get_by_role("checkbox", name="Low").uncheck()
    assert (counts(page, "one"), reason(page, "one")) == (["0", "1", "0"], "FDA words")
    assert page.get_by_text("5 findings are left out by the boxes.").is_visible()


def test_what_the_boxes_leave_out_comes_back_at_once(open_on: PageOn) -> None:
    page = open_on(queue(MIXED))
    page.get_by_role("checkbox", name="Dosing").uncheck()
    page.get_by_role("button", name="Count all").click()
    assert counts(page, "one") == ["2", "1", "3"]
    assert page.get_by_role("checkbox", name="Dosing").is_checked()


def test_an_article_without_findings_is_no_box_s_business(open_on: PageOn) -> None:
    page = open_on(queue(MIXED, row("calm", 0, kinds=[], to_decide={"error": 0, "warning": 0, "note": 0})))
    for name in ("Dosing", "Regulatory", "Low"):
        page.get_by_role("checkbox", name=name).uncheck()
    assert names(page) == ["calm"]


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        ("Risk, then age", ["soon", "old", "new"]), ("Due first", ["soon", "old", "new"]),
        ("Waiting longest", ["old", "new", "soon"]), ("Title", ["new", "old", "soon"]),
    ],
)  # fmt: skip
def test_orders_and_what_is_due_within_a_day_goes_first(open_on: PageOn, order: str, shown: list[str]) -> None:
    rows = (row("soon", 5, due="2026-11-26"), row("old", 50, waiting_days=9), row("new", 50, waiting_days=1))
    page = open_on(queue(*rows))
    page.get_by_label("Order").select_option(order)
    assert names(page) == shown


def test_hours_are_told_below_a_day_and_only_what_is_past_its_limit_is_late(open_on: PageOn) -> None:
    page = open_on(
        desk(row("hours", 9, hours=4), row("late", 8, waiting_days=9, late=True), row("fine", 7, waiting_days=5))
    )
    assert [text.split("\n")[0] for text in page.locator(".wait").all_inner_texts()] == ["4 hours", "9 days", "5 days"]
    assert page.locator(".wait.late").count() == 1


def test_the_head_says_how_long_it_takes(open_on: PageOn) -> None:
    rows = [row(f"r{number}", number, waiting_days=number) for number in range(10)]
    page = open_on(queue(*rows, pace={"minutes": 4, "measured": True}))
    assert page.get_by_text(
        "The oldest has waited nine days. At your usual pace this is about 40 minutes."
    ).is_visible()
    page.evaluate("queue => window.set('queue', queue)", queue(*rows, pace={"minutes": 2, "measured": False}))
    assert page.get_by_text("At 2 minutes a decision this is about 20 minutes.").is_visible()


def test_whose_it_is_stands_in_the_reason_of_what_is_not_mine(open_on: PageOn) -> None:
    away = row("away", 9, state="With writer", note="3 fixes asked, none answered yet", **{"with": "Tom Adeyemi"})
    page = open_on(desk(row("mine", 1), away))
    assert reason(page, "away") == "With Tom Adeyemi: 3 fixes asked, none answered yet"
    assert reason(page, "mine") == "A promise"


def test_a_check_that_failed_counts_as_not_checked(open_on: PageOn) -> None:
    page = open_on(queue(row("one", 9, failed=1, unknowns=2)))
    assert reason(page, "one").endswith("1 check failed; counted as not checked")
    assert page.locator(".rk").inner_text().split() == ["9", "3", "unknown"]


def test_my_own_question_is_not_put_before_me_and_my_own_text_neither(open_on: PageOn) -> None:
    asked = row("asked", 9, state="Second opinion", second=1, note="You asked for a second opinion")
    mine = row("mine", 8, state="Medical review", own=True)
    page = open_on(desk(asked, mine, row("hers", 7, state="Medical review"), roles=("medical reviewer",)))
    assert names(page) == ["hers", "asked", "mine"]
    assert page.get_by_role("heading", name="One article needs you").is_visible()


LATER = {"later": "2026-12-05"}


def test_what_was_put_off_is_hidden_and_all_articles_say_until_when(open_on: PageOn) -> None:
    page = open_on(desk(row("now", 5), row("off", 9, **LATER)))
    assert names(page) == ["now"]
    assert page.get_by_text("1 put off until later, in All articles").is_visible()
    press(page, "7")
    assert names(page) == ["off", "now"]
    assert page.locator(".wait").first.inner_text().split("\n")[-1] == "later until 5 Dec"


@pytest.mark.parametrize(
    "more",
    [{"due": "2026-11-26"}, {"due": "2026-11-20"}, {"state": "Expired", "live": "Expired"}, {"later": "2026-11-25"}],
)
def test_nothing_that_is_due_or_expired_can_be_put_off(open_on: PageOn, more: dict[str, Any]) -> None:
    page = open_on(desk(row("stays", 5, **{**LATER, **more})))
    assert names(page) == ["stays"]
    assert page.get_by_role("heading", name="One article needs you").is_visible()


def test_later_by_keys_alone_and_back_again(open_on: PageOn) -> None:
    page = open_on(desk(row("one", 9), row("two", 5)))
    press(page, "x j x h")
    assert page.get_by_role("heading", name="Later: 2 articles").is_visible()
    press(page, "3 Enter")
    (message,) = sent(page)
    assert message.pop("request")
    assert message == {"type": "later", "names": ["one", "two"], "until": "2026-12-02"}
    page.get_by_role("button", name="Undo").wait_for()
    press(page, "u")
    back = sent(page)[-1]
    assert {key: back[key] for key in back if key != "request"} == {"type": "later", "names": ["one", "two"]}


def test_undo_gives_each_article_back_to_whom_it_was_with(open_on: PageOn) -> None:
    page = open_on(desk(row("one", 9, assignee="mara", due="2026-12-01"), row("two", 5)))
    press(page, "x j x g 2 Enter")
    page.get_by_role("button", name="Undo").wait_for()
    press(page, "u")
    page.wait_for_function("window.sent.filter((one) => one.type === 'hand').length === 3")
    back = [{key: one[key] for key in one if key != "request"} for one in sent(page)[1:]]
    assert back == [
        {"type": "hand", "to": "mara", "due": "2026-12-01", "names": ["one"]},
        {"type": "hand", "to": "", "names": ["two"]},
    ]


def test_undo_of_nothing_says_so_and_a_refused_step_is_none(open_on: PageOn) -> None:
    page = open_on(desk(row("one", 9)))
    press(page, "u")
    assert page.get_by_text("Nothing to undo in this sitting.").is_visible()
    page.evaluate("window.answers = false")
    press(page, "h 1 Enter")
    page.evaluate("window.message({type: 'answered', request: window.sent.at(-1).request, ok: false})")
    press(page, "u")
    assert page.get_by_text("Nothing to undo in this sitting.").is_visible()
    assert len(sent(page)) == 1


@pytest.mark.parametrize("key", ["h", "g", "x"])
def test_who_may_only_read_is_told_why(open_on: PageOn, key: str) -> None:
    page = open_on(desk(row("one", 9)), why="You can read everything here.")
    press(page, key)
    assert page.get_by_role("alert").filter(has_text="You can read everything here.").is_visible()
    assert sent(page) == []


def test_the_pane_shows_where_the_risk_comes_from_and_what_it_was(open_on: PageOn) -> None:
    page = open_on(queue(row("one", 40, kinds=[0, 1, 1, 1], unknowns=4)))
    page.wait_for_function("window.sent.some((one) => one.type === 'about')")
    since = {"on": "18 Nov", "words": "5 findings fixed, 2 new. Your 4 decisions still stand."}
    tell(page, "one", about(was=88, since=since))
    told = page.locator(".look .in").inner_text()
    for words in (
        "Where the risk of 40 comes from",
        "was 88",
        "A promise\n30",
        "A dose\n10",
        "4 unknown",
        "1,146 words",
    ):
        assert words in told, words
    assert "Since you last looked, 18 Nov" in told and "Your 4 decisions still stand." in told
    assert page.get_by_role("img", name="A promise 30, A dose 10").count() == 1


def test_parts_add_up_to_the_risk_and_the_smallest_stand_together(open_on: PageOn) -> None:
    page = open_on(queue(row("one", 71, kinds=[])))
    tell(page, "one", about(parts=[[f"topic-{number}", 10] for number in range(7)]))
    numbers = [int(text) for text in page.locator(".look .parts:not(.who-is) b").all_inner_texts()]
    assert len(numbers) == 5 and sum(numbers) == 71
    assert page.get_by_text("Three others").is_visible()


def test_an_answer_about_another_article_changes_nothing(open_on: PageOn) -> None:
    page = open_on(queue(row("one", 40), row("two", 30)))
    tell(page, "two", about(path="articles/two.md"))
    assert "articles/two.md" not in page.locator(".look .in").inner_text()
    press(page, "j")
    assert "articles/two.md" in page.locator(".look .in").inner_text(), "it was kept"


def test_going_past_rows_quickly_asks_about_the_last_one_only(open_on: PageOn) -> None:
    page = open_on(queue(*(row(f"r{number}", 90 - number) for number in range(9))))
    page.wait_for_function("window.sent.length === 1")
    page.evaluate(
        "for (let n = 0; n < 4; n += 1) document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }))"
    )
    page.wait_for_function("window.sent.length === 2")
    assert [one["name"] for one in page.evaluate("window.sent")] == ["r0", "r4"]


def cause_on(open_on: PageOn, number: int = 30, uses: int = 30) -> Any:
    page = open_on(desk(row("one", 40)))
    tell(page, "one", about(first=[CAUSE]))
    page.get_by_role("button", name="Same cause in 30 articles…").click()
    assert sent(page) == [{"type": "uses", "fingerprint": "a" * 16}]
    rows = [{"article": f"a{at:02}", "title": f"Article {at}", "sentence": "It heals."} for at in range(uses)]
    rows.append({"article": "one", "title": HOSTILE, "sentence": HOSTILE})
    given = {"type": "uses", "fingerprint": "a" * 16, "uses": rows, "number": number}
    page.evaluate("given => window.message(given)", given)
    return page


def test_one_cause_is_decided_for_at_most_25_articles(open_on: PageOn) -> None:
    page = cause_on(open_on)
    assert page.get_by_text("25 of 30 chosen.").is_visible()
    press(page, "3 Enter")
    message = sent(page)[-1]
    assert message["names"] == ["one", *(f"a{at:02}" for at in range(24))], "this article first"
    assert (message["action"], message["reason"], message["fingerprint"]) == ("dismiss", "quoted or denied", "a" * 16)
    assert page.evaluate("window.pwned") is None


def test_more_than_25_are_not_sent(open_on: PageOn) -> None:
    page = cause_on(open_on)
    page.get_by_role("checkbox", name="Article 28").check()
    press(page, "1")
    page.get_by_role("button", name="Decide together").click()
    assert page.get_by_text("Untick some: at most 25 are decided at a time.").is_visible()
    assert len(sent(page)) == 1


def test_a_cause_that_is_gone_meanwhile_opens_nothing(open_on: PageOn) -> None:
    page = cause_on(open_on, number=1, uses=0)
    assert page.get_by_text("No other article has this cause now.").is_visible()
    assert page.locator("dialog[open]").count() == 0


def test_claims_are_looked_through_and_an_older_answer_is_dropped(open_on: PageOn) -> None:
    page = open_on(queue(row("one", 40), row("two", 30)))
    press(page, "/")
    page.keyboard.type("heals")
    page.wait_for_function("window.sent.some((one) => one.type === 'find')")
    assert sent(page)[-1] == {"type": "find", "words": "heals"}
    assert names(page) == []
    page.evaluate("window.message({type: 'found', words: 'heal', claims: {one: 'Old'}})")
    assert names(page) == []
    page.evaluate("claims => window.message({type: 'found', words: 'heals', claims})", {"two": HOSTILE})
    assert names(page) == ["two"]
    assert reason(page, "two").startswith("Claim: “<img") and page.evaluate("window.pwned") is None


def test_expired_pages_stand_under_the_fact_that_changed(open_on: PageOn) -> None:
    gone = {"state": "Expired", "live": "Expired"}
    page = open_on(
        desk(
            row("a", 9, group="Last day reached: 1 Nov", **gone),
            *(row(n, 5, group="Fact changed", **gone) for n in "bc"),
        )
    )
    press(page, "6")
    assert names(page) == ["b", "c", "a"]
    assert page.locator(".section b").all_inner_texts() == ["Fact changed", "Last day reached: 1 Nov"]


def test_ten_thousand_rows_are_a_screenful_in_the_document(open_on: PageOn) -> None:
    rows = [row(f"r{number:05}", 50, waiting_days=0) for number in range(10_000)]
    given = queue()
    page = open_on({**given, "rows": pack(rows)})
    assert page.locator(".art").count() < 40
    assert page.get_by_role("grid").get_attribute("aria-rowcount") == "10001"
    press(page, "End")
    assert chosen(page) == "r09999"
    assert page.evaluate("document.activeElement.getAttribute('aria-rowindex')") == "10001"
    page.locator(".rows").evaluate("rows => { rows.scrollTop = 0; }")
    page.wait_for_function("document.querySelector('.art h3').textContent.includes('r00000')")
    assert page.evaluate("document.activeElement.textContent.includes('r09999')"), "what has focus is never taken away"
    press(page, "k")
    assert chosen(page) == "r09998"


@pytest.mark.parametrize("width", [1600, 1280, 800])
def test_at_every_width_the_views_and_the_boxes_can_be_reached(open_on: PageOn, width: int) -> None:
    page = open_on(desk(MIXED, row("two", 5, state="With writer")), width=width)
    if width < 1400:
        page.get_by_label("View", exact=True).select_option("1")
        assert names(page) == ["two"]
        page.get_by_role("button", name="Findings").click()
    assert page.get_by_role("checkbox", name="Dosing").is_visible()
    press(page, "Escape")
    assert page.get_by_role("checkbox", name="Dosing").is_visible() == (width > 1400)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_before_the_rows_are_there_no_number_is_told(open_on: PageOn) -> None:
    page = open_on({"error": "The queue could not be read. Your decisions are safe. Try again.", "line": "The line."})
    assert page.locator(".views b").count() == 0
    assert page.get_by_role("button", name="Open review").count() == 0
    assert "The line." in page.locator("footer").inner_text()
