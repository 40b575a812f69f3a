"""A learner's session in a real JupyterLab: mark by keys, compare, see why, load the page again, marks still there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from e2e.lab import TOKEN, laboratory
from e2e.served import newsroom, until
from speak import REPOSITORY

PASSAGE = """title = "Moss tea for the night"
skill = "numbers"
by = "the workbench's authors"
text = "Moss tea is a miracle cure for snoring. Of 38 people, 91.3% liked it."
[[problem]]
text = "miracle cure"
kind = "promise"
title = "No tea is a miracle cure"
explanation = "The text shows nothing that could carry such words."
[[problem]]
text = "91.3%"
kind = "number"
title = "91.3% is not possible with 38 people"
explanation = "34 of 38 is 89.5%, 35 of 38 is 92.1%."
"""


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = newsroom(tmp_path / "newsroom", {})
    folder = root / "learn"
    (folder / "passages").mkdir(parents=True)
    (folder / "passages" / "moss-tea.toml").write_text(PASSAGE, encoding="utf-8")
    shutil.copy(REPOSITORY / "dashboards" / "learn" / "practice.ipynb", folder)
    with laboratory(root, tmp_path) as address:
        yield folder, f"{address}learn/practice.ipynb?token={TOKEN}"


def run(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_text("| Idle").wait_for()  # the kernel; a cell that is run before it stands is forgotten
    page.locator(".jp-CodeCell .jp-InputArea-editor").first.click()
    page.keyboard.press("Shift+Enter")
    page.locator(".practice-view .pt p").first.wait_for()


def test_a_session_is_marked_compared_and_still_there_after_a_reload(lab: tuple[Path, str], headless: Any) -> None:
    folder, address = lab
    page = headless.new_context(viewport={"width": 1400, "height": 1000}).new_page()
    page.set_default_timeout(60_000)
    run(page, address)
    assert "not possible" not in page.content()
    page.locator(".pt").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Enter", "1"):
        page.keyboard.press(key)
    page.keyboard.type("Nothing shows that it cures.")
    page.keyboard.press("Enter")
    page.locator(".mk.mine", has_text="miracle cure").wait_for()
    kept = folder / "my-marks.json"
    until(kept.is_file, "the marks", 30)
    (mark,) = json.loads(kept.read_text(encoding="utf-8"))["passages"]["moss-tea"]["marks"]
    assert (mark["text"], mark["kind"], mark["reason"]) == ("miracle cure", "promise", "Nothing shows that it cures.")
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("heading", name="You found 1 of 2 problems").wait_for()
    assert "92.1%" in page.locator(".res .r.open .grim").inner_text()
    run(page, address)  # a page that is loaded anew
    page.get_by_role("heading", name="You found 1 of 2 problems").last.wait_for()
    assert "Nothing shows that it cures." in page.locator(".mine-said").last.inner_text()
    page.context.close()
