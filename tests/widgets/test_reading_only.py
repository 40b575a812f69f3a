"""Who may only read: everything opens, nothing can be decided, and the page says who can change that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from payloads import article_of, overlapping, store_in
from test_article_view import four
from test_claims_grid import THREE, active, cell, row, table

from workbench.errors import Usage
from workbench.widgets.article import ArticleWidget
from workbench.widgets.claims import ClaimsWidget, Kept
from workbench.widgets.queue import QueueWidget

PageOn = Callable[..., Any]
WHY = "You can read everything here. To decide, ask Ines Calder to name “eve” under [people]."


@pytest.fixture
def article(page_on: PageOn) -> PageOn:
    def article(record: dict[str, Any], why: str = WHY, states: dict[str, Any] | None = None, **how: Any) -> Any:
        traits = {"article": article_of(record), "states": states or {}, "status": {}, "why": why}
        return page_on(ArticleWidget, traits, **how)

    return article


@pytest.fixture
def claims(page_on: PageOn) -> PageOn:
    def claims(given: dict[str, Any], why: str = WHY, **how: Any) -> Any:
        return page_on(ClaimsWidget, {"table": given, "status": {}, "why": why}, **how)

    return claims


def press(page: Any, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def sent(page: Any) -> list[dict[str, Any]]:
    return list(page.evaluate("window.sent"))


DECIDED = {f"{1:016x}": {"state": "fix", "words": "Fix asked · mara, 25 Nov", "reopened": ""}}


@pytest.mark.parametrize("keys", ["f", "d", "d 1", "u", "d 6", "j f j d 2 u"])
def test_no_key_decides_and_each_says_why(article: PageOn, keys: str) -> None:
    page = article(four(), states=DECIDED)
    press(page, keys)
    assert sent(page) == [] and page.locator("dialog[open]").count() == 0
    assert page.get_by_role("alert").filter(has_text=WHY).count() == 1


@pytest.mark.parametrize("width", [1440, 800])
def test_the_buttons_are_disabled_and_described_by_the_sentence(article: PageOn, width: int) -> None:
    page = article(four(), width=width)
    group = page.get_by_role("group", name="Decision")
    for name in ("Ask for fix", "Dismiss…"):
        button = group.get_by_role("button", name=name)
        assert button.is_disabled() and button.is_visible()
        described = button.get_attribute("aria-describedby")
        assert page.locator(f"[id='{described}']").inner_text() == WHY
        button.focus()
        assert page.evaluate("document.activeElement.textContent").startswith(name)  # it can still be found and read
        button.click(force=True)
    assert not group.get_by_role("button", name="Undo").is_visible()
    assert sent(page) == []
    assert page.locator(".decide .barred").is_visible()


def test_who_may_decide_sees_no_such_sentence(article: PageOn) -> None:
    page = article(four(), "")
    assert page.locator(".barred").count() == 0
    assert not page.get_by_role("button", name="Ask for fix").is_disabled()
    press(page, "f d 1")
    assert [message["action"] for message in sent(page)] == ["fix", "dismiss"]


def test_reading_keys_work_and_are_the_ones_named(article: PageOn) -> None:
    page = article(overlapping())
    press(page, "j j o t")
    assert page.locator(".it[aria-selected=true]").get_attribute("data-id") == "3"
    hints = page.locator(".hints").inner_text()
    assert "next, previous" in hints and "dismiss" not in hints and "undo" not in hints
    press(page, "Escape")
    assert sent(page)[-1] == {"type": "back"}


def test_a_decided_finding_shows_what_was_decided_and_no_undo(article: PageOn) -> None:
    page = article(four(), states=DECIDED)
    page.locator(".it[data-id='1']").click()
    assert page.locator(".standing").inner_text() == "Fix asked · mara, 25 Nov"
    assert not page.get_by_role("button", name="Undo").is_visible()


@pytest.mark.parametrize("column", ["standing", "evidence", "note"])
def test_no_cell_of_the_claims_opens(claims: PageOn, column: str) -> None:
    page = claims(THREE)
    cell(page, "c2", column).click()
    press(page, "Enter")
    assert page.locator(".cgrid .field").count() == 0 and active(page) == ("c2", column)
    assert cell(page, "c2", column).get_attribute("aria-readonly") == "true"
    page.get_by_role("alert").filter(has_text=WHY).wait_for()
    page.keyboard.press("Control+s")
    assert sent(page) == []


def test_a_cell_opens_for_who_may_write(claims: PageOn) -> None:
    page = claims(THREE, "")
    cell(page, "c2", "standing").click()
    press(page, "Enter")
    assert page.locator(".cgrid .field").count() == 1
    assert cell(page, "c2", "note").get_attribute("aria-readonly") == "false"
    assert page.locator(".barred").count() == 0


def test_beside_the_claims_everything_is_read_and_nothing_written(claims: PageOn) -> None:
    page = claims(THREE)
    cell(page, "c2", "wording").click()
    assert page.locator(".look .field").count() == 0
    assert [text.strip() for text in page.locator(".look .form dd").all_inner_texts()] == ["Disputed", "label", "–"]
    assert page.locator(".told .barred").inner_text() == WHY
    press(page, "Enter")
    assert page.evaluate("document.activeElement.className") == "in"


def test_a_changed_wording_is_not_confirmed(claims: PageOn) -> None:
    page = claims(table(row(1, presence="changed", was="Drug 1 heals.", told="one word")))
    button = page.get_by_role("button", name="Confirm the new wording")
    assert button.is_disabled()
    button.click(force=True)
    press(page, "c")
    page.keyboard.press("Control+s")
    assert sent(page) == [] and page.get_by_text("New wording confirmed").count() == 0


def test_the_queue_says_it_and_still_opens(page_on: PageOn, tmp_path: Any) -> None:
    from payloads import queue_of

    with store_in(tmp_path) as store:
        page = page_on(QueueWidget, {"queue": queue_of(store), "status": {}, "why": WHY})
    assert page.locator(".qh .barred").inner_text() == WHY
    press(page, "j Enter")
    assert [message["type"] for message in sent(page) if message["type"] != "about"] == ["open"]


# Below the screen: a message that no button sends.


def decision(widget: ArticleWidget) -> tuple[str, str]:
    message = {"type": "decide", "fingerprint": f"{1:016x}", "action": "fix", "request": "request-1"}
    widget._receive(widget, message, [])
    return widget.status["kind"], widget.status["text"]


def test_a_decision_that_comes_all_the_same_is_refused_before_it_is_made() -> None:
    made: list[str] = []
    widget = ArticleWidget(on_step=lambda *_: made.append("decided") or {}, on_back=lambda: None, why=WHY)  # type: ignore[func-returns-value]
    widget.show(article_of(four()), {})
    assert decision(widget) == ("alert", WHY) and made == []


def test_without_the_sentence_it_is_made() -> None:
    answer = {"ok": True, "message": "Fix asked.", "state": {}}
    widget = ArticleWidget(on_step=lambda *_: answer, on_back=lambda: None)
    widget.show(article_of(four()), {})
    assert decision(widget) == ("status", "Fix asked.")


@pytest.mark.parametrize(("why", "kept"), [(WHY, 0), ("", 1)])
def test_cells_that_come_all_the_same_are_not_written(why: str, kept: int) -> None:
    written: list[str] = []

    def save(name: str, _: Any) -> Kept:
        written.append(name)
        return Kept("Saved.", [])

    widget = ClaimsWidget(on_choose=lambda _: None, on_save=save, why=why)
    widget.show(THREE)
    cells = [{"id": "c1", "column": "note", "before": "", "value": "seen"}]
    widget._receive(widget, {"type": "save", "name": "lamp", "cells": cells, "request": "request-1"}, [])
    assert len(written) == kept
    assert widget.status["text"] == ("Saved." if kept else f"Not saved. {WHY}")


def test_an_error_of_the_app_is_not_taken_for_it() -> None:
    def refuse(*_: Any) -> Any:
        raise Usage("Nothing was decided.")

    widget = ArticleWidget(on_step=refuse, on_back=lambda: None)
    widget.show(article_of(four()), {})
    assert decision(widget) == ("alert", "Nothing was decided.")
