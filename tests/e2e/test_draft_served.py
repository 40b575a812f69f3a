"""The draft page as people meet it: typed, marked, put right and followed beside the queue; and in a notebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from e2e.pages import HOSTILE, Browser, Visit, write
from e2e.served import Served, newsroom, until
from nbclient import NotebookClient

TEXT = """# Low mood

Some people have thoughts of suicide. If you have thoughts of suicide, you are not alone.

Ferrol tea is a miracle cure. Talk to somebody about how you feel today and tomorrow, and the day after that as well.
Talk to somebody you trust. Talk to a nurse. Write down what helps and what does not, and take it with you.
"""


def titles(page: Any) -> list[str]:
    return list(page.locator(".fhead b").all_inner_texts())


def test_a_text_is_marked_while_it_is_typed_and_a_file_is_followed(served: Served, chromium: Browser) -> None:
    write(served, "hostile", HOSTILE)
    place = write(served, "mood", TEXT)
    with chromium.visit(served, f"{served.base}draft?token={served.token}") as visit:
        page = visit.page
        page.locator(".area").fill(TEXT)
        page.locator(".sq").first.wait_for()
        assert "Miracle or cure" in titles(page)
        visit.press("Alt+i")
        page.locator(".need li", has_text="Crisis line").get_by_text("Present").wait_for(state="attached")
        assert "the 988 Suicide & Crisis Lifeline" in page.locator(".area").input_value()
        _follows(visit, place)
        page.get_by_label("What to check").select_option("hostile")
        page.locator(".edhead").get_by_text("followed while you write").wait_for()
        page.locator(".fhead").first.wait_for()
        visit.press("F8", "F8", "F8")
        assert page.evaluate("window.fired") is None
        assert page.locator(".wb script, .wb iframe, .wb img, .wb [onload], .wb [onerror]").count() == 0


def _follows(visit: Visit, place: Path) -> None:
    """The file is read again when it changes, and the text area's own text is asked for before it is left."""
    page = visit.page
    page.get_by_label("What to check").select_option("mood")
    page.get_by_role("button", name="Leave it").click()
    page.locator(".need button", has_text="Copy text").first.wait_for()
    assert page.locator(".area").get_attribute("readonly") is not None
    before = place.read_text()
    place.write_text(before.replace("Ferrol tea is a miracle cure. ", ""))
    until(lambda: "Miracle or cure" not in titles(page), "the file's new text")
    place.unlink()
    page.get_by_text("renamed or deleted").wait_for()
    place.write_text(before)
    until(lambda: "Miracle or cure" in titles(page), "the file that is back")
    assert place.read_text() == before


def test_the_panel_follows_a_file_in_a_notebook_of_one_s_own(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.delenv("WORKBENCH_REVIEW", raising=False)
    folder = newsroom(tmp_path / "room", {"mood": TEXT})
    cells = [
        'from workbench import draft\nshown = draft("articles/mood.md")\nshown',
        "import asyncio\nfor _ in range(200):\n    if shown.panel: break\n    await asyncio.sleep(0.05)",
        'print(shown.panel["head"], len(shown.panel["findings"]) > 0)',
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(folder)}}).execute()
    assert "application/vnd.jupyter.widget-view+json" in notebook.cells[0].outputs[0]["data"]
    assert notebook.cells[2].outputs[0]["text"].endswith("True\n")
