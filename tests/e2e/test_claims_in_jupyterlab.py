"""The claims notebook in a real JupyterLab: its cell is run in a browser, and what is written there is in the file."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from e2e.lab import TOKEN, laboratory
from e2e.served import newsroom, until
from speak import REPOSITORY

TEXT = "# Ferrol drops\n\nFerrol drops lower blood pressure by 12% in adults. They cost $20.\n"


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = newsroom(tmp_path / "newsroom", {"ferrol": TEXT})
    (root / "dashboards").mkdir()
    shutil.copy(REPOSITORY / "dashboards" / "claims.ipynb", root / "dashboards")
    with laboratory(root, tmp_path) as address:
        yield root, f"{address}dashboards/claims.ipynb?token={TOKEN}"


def test_the_grid_works_in_jupyterlab(lab: tuple[Path, str], headless: Any) -> None:
    root, address = lab
    page = headless.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    cell = page.locator(".jp-CodeCell").first
    page.get_by_text("| Idle").wait_for()  # the kernel; a cell that is run before it stands is forgotten
    cell.locator(".jp-InputArea-editor").click()
    page.keyboard.press("Shift+Enter")
    page.locator(".cgrid [role=gridcell]").first.wait_for()
    page.locator(".cgrid [role=gridcell][tabindex='0']").focus()
    for key in ("Enter", "s", "Enter", "Control+s"):
        page.keyboard.press(key)
    table = root / "claims" / "ferrol.csv"
    until(lambda: table.is_file() and "substantiated" in table.read_text(encoding="utf-8"), "the saved table", 30)
    with table.open(encoding="utf-8") as file:
        assert next(row["standing"] for row in csv.DictReader(file)) == "substantiated"
    page.context.close()
