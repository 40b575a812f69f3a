"""The corpus overview and the list of checks as people meet them: served beside the queue, worked by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from e2e.pages import Browser
from e2e.served import Served


@pytest.fixture
def place(served: Served, chromium: Browser) -> Callable[[str], Any]:
    return lambda name: chromium.visit(served, f"{served.base}{name}?token={served.token}")


def test_from_a_number_of_the_corpus_into_the_queue(place: Callable[[str], Any]) -> None:
    with place("corpus") as visit:
        page = visit.page
        page.wait_for_selector(".heat tbody tr th a")
        page.locator(".saved", has_text="none failed").wait_for()  # the newer numbers came
        assert page.locator(".lead").inner_text()
        assert page.evaluate("window.fired") is None  # one article is hostile
        visit.press("ArrowRight")
        cell = page.locator(".heat td.c a").first
        cell.focus()
        visit.press("Enter")
        visit.queue()
        assert page.url.split("#")[1].startswith("topic=") and "&article=" in page.url
        assert "?" not in page.url.split("#")[0]


def test_a_check_is_read_and_a_change_of_it_proposed_and_taken_back(place: Callable[[str], Any]) -> None:
    with place("checks") as visit:
        page = visit.page
        page.wait_for_selector(".art.ck")
        visit.press("/")
        page.keyboard.type("miracle")
        visit.press("Escape")
        page.locator(".art.ck", has_text="Miracle or cure").first.click()
        visit.see("Its border, by example")
        visit.press("p", "1")
        page.keyboard.type("It takes songs for promises.")
        visit.press("Enter")
        page.locator(".box", has_text="It takes songs for promises.").wait_for()
        visit.press("u")
        page.locator(".box").wait_for(state="detached")
