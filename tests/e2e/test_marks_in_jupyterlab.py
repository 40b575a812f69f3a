"""A real JupyterLab: marks appear while a Markdown file is edited, move and go with their words; cells are checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from e2e.lab import TOKEN, laboratory
from e2e.served import newsroom

TEXT = "# Drops\n\nThis miracle cure works.\n"
MARK = ".cm-lintRange"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


def test_marks_appear_move_and_vanish_with_nothing_configured(tmp_path: Path, headless: Any) -> None:
    root = newsroom(tmp_path / "newsroom", {"drops": TEXT})
    cells = [nbformat.v4.new_code_cell(words) for words in ("%load_ext workbench", f"%%check\n{TEXT}")]
    (root / "articles" / "cells.ipynb").write_text(
        nbformat.writes(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL))
    )
    with laboratory(root, tmp_path) as address:
        page = headless.new_context(viewport={"width": 1400, "height": 900}).new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{address}articles/drops.md?token={TOKEN}")
        page.locator(".jp-FileEditor .cm-content").wait_for()
        marked = page.locator(MARK, has_text="miracle cure").first
        marked.wait_for()
        page.locator(".cm-line", has_text="# Drops").click()
        page.keyboard.press("Control+Home")
        page.keyboard.type("A line more.\n\n")
        page.wait_for_function(
            """mark => [...document.querySelectorAll(mark)].some(
                one => one.textContent === "miracle cure" && one.closest(".cm-line").textContent.startsWith("This"))""",
            arg=MARK,
        )
        line = page.locator(".cm-line", has_text="miracle cure")
        line.click()
        page.keyboard.press("Home")
        for _ in range(len("This miracle cure")):
            page.keyboard.press("Delete")
        page.keyboard.type("Rest")
        page.wait_for_function(
            "mark => ![...document.querySelectorAll(mark)].some(one => /miracle|cure/.test(one.textContent))", arg=MARK
        )
        _checks_a_cell(page.context.new_page(), address)
        page.context.close()


def _checks_a_cell(page: Any, address: str) -> None:
    """In the same program: it takes seconds to start."""
    page.set_default_timeout(60_000)
    page.goto(f"{address}articles/cells.ipynb?token={TOKEN}")
    page.get_by_text("| Idle").wait_for()
    page.locator(".jp-CodeCell .jp-InputArea-editor").first.click()
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    panel = page.locator(".wb-draft")
    panel.get_by_text("Miracle or cure").first.wait_for()
