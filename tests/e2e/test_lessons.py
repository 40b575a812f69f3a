"""A lesson in a real JupyterLab and on the served pages: move a figure, answer an exercise, see why."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from e2e.lab import TOKEN, laboratory
from e2e.pages import Browser
from e2e.served import Served, newsroom

LESSON = Path(__file__).parents[2] / "dashboards" / "learn" / "04-relative-and-absolute-risk.ipynb"


def test_a_lesson_is_read_moved_and_answered(tmp_path: Path, headless: Any) -> None:
    root = newsroom(tmp_path / "newsroom", {"drops": "# Drops\n\nA text.\n"})
    shutil.copy(LESSON, root / "lesson.ipynb")
    with laboratory(root, tmp_path) as address:
        page = headless.new_context(viewport={"width": 1280, "height": 1000}).new_page()
        page.set_default_timeout(12_000)
        page.goto(f"{address}lesson.ipynb?token={TOKEN}")
        page.get_by_text("| Idle").wait_for()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        slider = page.get_by_role("slider", name="People of 1000 with a stroke, untreated")
        slider.wait_for()
        page.get_by_text("Does not confirm that a treatment is right").wait_for(state="attached")  # all cells ran
        page.get_by_role("region", name="less risk").get_by_role("button", name="Next").click()
        page.get_by_text("50 of 1000 become 25 of 1000").wait_for()
        slider.click()
        before = slider.get_attribute("aria-valuetext")
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        assert slider.get_attribute("aria-valuetext") != before
        assert slider.evaluate("one => document.activeElement === one")
        first = page.get_by_role("region", name="Exercise 1")
        first.get_by_label("Your answer").fill("10")
        first.get_by_role("button", name="Look").click()
        first.get_by_text("The question asks how many are left.").wait_for()
        first.get_by_label("Your answer").click()
        page.keyboard.press("Control+a")
        page.keyboard.type("30")
        page.keyboard.press("Enter")
        first.get_by_text("Right.").wait_for()
        page.context.close()


def test_a_lesson_is_a_page_of_its_own_beside_practice(served: Served, chromium: Browser) -> None:
    with chromium.visit(served, f"{served.base}practice?token={served.token}") as visit:
        page = visit.page
        page.set_default_timeout(60_000)
        page.get_by_label("Lessons").select_option(label="4 Relative and absolute risk")
        page.get_by_role("heading", name="Relative and absolute risk").wait_for()
        page.get_by_role("region", name="less risk").get_by_role("button", name="Next").click()
        page.get_by_text("50 of 1000 become 25 of 1000").wait_for()
        assert "?" not in page.url
        page.get_by_role("link", name="Practice and lessons").click()
        page.locator(".wb-practice h1").wait_for()
