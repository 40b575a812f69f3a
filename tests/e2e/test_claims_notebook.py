"""The claim page as people meet it: served beside the queue, written by keys, kept in the file; and the notebooks."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from e2e.pages import HOSTILE, Browser, Visit, write
from e2e.served import DAY, Served, newsroom
from nbclient import NotebookClient
from speak import REPOSITORY

DASHBOARDS = REPOSITORY / "dashboards"
TEXT = """# Ferrol drops

Ferrol drops lower blood pressure by 12% in adults. About one in ten people feel sick in the first week.
"""


def opened(visit: Visit, title: str, name: str) -> Any:
    page = visit.page
    if page.locator(f"select.articles option[value={name}]").count() == 0:
        page.reload()  # it was written after the page was opened
    page.wait_for_selector(".cgrid [role=gridcell]")
    page.get_by_label("Article", exact=True).select_option(name)
    page.locator("h1", has_text=title).wait_for()
    page.locator(".cgrid [role=gridcell][tabindex='0']").focus()
    return page


def reloaded(visit: Visit) -> None:
    """A page is left only when it stands: one that is left while it is being laid out leaves its kernel to the cull."""
    visit.page.reload()
    visit.page.wait_for_selector(".cgrid [role=gridcell]")


def rows(served: Served, name: str) -> list[dict[str, str]]:
    with (served.root / "claims" / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def visit(served: Served, chromium: Browser, tmp_path: Path) -> Any:
    with chromium.visit(served, f"{served.base}claims?token={served.token}#tables") as visit:
        visit.page.wait_for_selector(".cgrid")
        yield visit


def test_a_claim_is_written_by_keys_and_stands_in_the_file_and_after_a_reload(visit: Visit) -> None:
    served = visit.served
    write(served, "ferrol", TEXT)
    page = opened(visit, "Ferrol drops", "ferrol")
    visit.press("Enter", "s", "Enter", "ArrowRight", "Enter")
    page.keyboard.type("Trial report, table 2")
    visit.press("Control+s")
    visit.said("Saved 2 cells to claims/ferrol.csv.")
    first, second = rows(served, "ferrol")
    assert (first["standing"], first["evidence"], first["reviewed_on"]) == (
        "substantiated", "Trial report, table 2", DAY,
    )  # fmt: skip
    assert first["reviewer"] and not second["reviewer"]
    reloaded(visit)
    page = opened(visit, "Ferrol drops", "ferrol")
    assert "Trial report, table 2" in page.locator(".crow.sel").inner_text()


def test_a_number_that_changed_asks_to_be_confirmed_and_is(visit: Visit) -> None:
    served = visit.served
    write(served, "nantol", TEXT.replace("Ferrol", "Nantol"))
    opened(visit, "Nantol drops", "nantol")
    visit.press("Enter", "s", "Enter", "Control+s")
    visit.said("Saved 1 cell")
    write(served, "nantol", TEXT.replace("Ferrol", "Nantol").replace("12%", "21%"))
    reloaded(visit)
    opened(visit, "Nantol drops", "nantol")
    visit.see("Number 12 became 21.")
    visit.press("c", "Control+s")
    visit.said("Saved 1 cell")
    first, _ = rows(served, "nantol")
    assert (first["presence"], first["was"], first["standing"]) == ("here", "", "substantiated")


def test_what_a_colleague_wrote_meanwhile_is_shown_beside_ours(visit: Visit) -> None:
    served = visit.served
    write(served, "ovalin", TEXT.replace("Ferrol", "Ovalin"))
    page = opened(visit, "Ovalin drops", "ovalin")
    page.get_by_label("Note of claim 1").fill("ours")
    page.keyboard.press("Control+s")
    visit.said("Saved 1 cell")
    place = served.root / "claims" / "ovalin.csv"
    place.write_text(place.read_text().replace("ours", "a colleague's"))
    page.get_by_label("Note of claim 1").fill("ours again")
    page.keyboard.press("Control+s")
    page.locator("dialog[open]").wait_for()
    assert "a colleague's" in page.locator("dialog[open]").inner_text()
    assert rows(served, "ovalin")[0]["note"] == "a colleague's"
    page.get_by_label("Yours").check()
    page.get_by_role("button", name="Keep what I chose and save").click()
    visit.said("Saved 1 cell")
    assert rows(served, "ovalin")[0]["note"] == "ours again"


def test_hostile_text_is_shown_and_does_nothing_and_cannot_run_in_a_spreadsheet(visit: Visit) -> None:
    write(visit.served, "hostile", HOSTILE)
    page = opened(visit, "A hostile page", "hostile")
    for _ in range(page.locator(".crow").count()):
        visit.press("j")
    page.get_by_label("Note of claim").fill("=1+1")
    page.keyboard.press("Control+s")
    visit.said("Saved 1 cell")
    assert page.evaluate("window.fired") is None
    assert page.locator(".wb script, .wb iframe, .wb img, .wb [onload], .wb [onerror]").count() == 0
    assert "'=1+1" in (visit.served.root / "claims" / "hostile.csv").read_text()


def test_a_table_that_does_not_hold_says_so_and_others_can_be_chosen(visit: Visit) -> None:
    write(visit.served, "aaa-first", TEXT.replace("Ferrol", "Quintas"))
    write(visit.served, "ferrol", TEXT)
    (visit.served.root / "claims").mkdir(exist_ok=True)
    place = visit.served.root / "claims" / "aaa-first.csv"
    place.write_text("id,text\n")
    try:
        visit.page.reload()
        visit.page.get_by_text("could not be read").first.wait_for()
        visit.page.get_by_label("Article", exact=True).select_option("ferrol")
        visit.page.locator("h1", has_text="Ferrol drops").wait_for()
    finally:
        place.unlink()


def test_queue_and_claims_lead_to_each_other(visit: Visit) -> None:
    visit.page.get_by_role("link", name="Queue").click()
    visit.queue()
    visit.page.get_by_role("link", name="Claims").click()
    visit.page.wait_for_selector(".place-view [role=tabpanel]")
    assert visit.page.url == f"{visit.served.base}claims"
    visit.page.get_by_role("link", name="Queue").click()
    visit.queue()
    assert visit.page.url == visit.served.base


def test_a_claim_starts_the_library_and_its_uses_are_found_by_keys_alone(visit: Visit) -> None:
    served = visit.served
    write(served, "quellin", "# Quellin\n\nAbout 4% of adults have quellin gout.\n")
    write(served, "quellin-two", "# Quellin too\n\nAbout 14% of adults have quellin gout.\n")
    visit.page.get_by_role("link", name="Queue").click()
    visit.queue()  # which takes the two articles in
    visit.page.get_by_role("link", name="Claims").click()
    visit.page.get_by_text("No claims yet.").wait_for()
    visit.press("n")
    visit.page.keyboard.type("4% quellin")
    visit.page.locator("dialog[open] [role=option]", has_text="About 4%").click()
    visit.page.keyboard.type("doi:10.5555/quellin")
    visit.press("Enter")
    try:
        visit.page.get_by_text("In the library as").wait_for()
        visit.page.locator(".prow .num b", has_text="2").wait_for()
        visit.page.locator(".prow").focus()
        visit.press("Enter")
        visit.page.locator(".differences", has_text="14%").wait_for()
        visit.page.locator(":focus[aria-label^='Error: Quellin too']").wait_for()
        visit.press("x")
        visit.page.get_by_text("Refused: this is another claim.").wait_for()
        with (served.root / "claims" / "library-uses.csv").open(encoding="utf-8") as file:
            assert [(use["article"], use["state"]) for use in csv.DictReader(file)] == [("quellin-two", "refused")]
    finally:
        for name in ("library", "library-uses"):
            (served.root / "claims" / f"{name}.csv").unlink(missing_ok=True)


@pytest.mark.parametrize("path", ["/claims/", "/claims.ipynb", "/claims/decisions.csv", "/review"])
def test_only_the_page_itself_is_served(served: Served, path: str) -> None:
    assert served.ask(f"GET {path} HTTP/1.1\n{served.cookie()}")[0] == 404


def test_the_claim_page_needs_the_token_too(served: Served) -> None:
    status, headers, _ = served.ask("GET /claims HTTP/1.1")
    assert (status, headers["location"].split("?")[0]) == (302, "/login")
    status, headers, _ = served.ask(f"GET /claims?token={served.token} HTTP/1.1")
    assert (status, headers["location"]) == (302, "/claims")


@pytest.mark.parametrize("name", ["claims", "notebook-use"])
def test_notebooks_hold_no_output(name: str) -> None:
    for cell in json.loads((DASHBOARDS / f"{name}.ipynb").read_text())["cells"]:
        assert cell.get("outputs", []) == [] and cell.get("execution_count") is None


def executed(name: str, folder: Path) -> Any:
    notebook = nbformat.read(DASHBOARDS / f"{name}.ipynb", as_version=4)
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


def test_the_notebook_about_frames_runs() -> None:
    notebook = executed("notebook-use", DASHBOARDS)
    shown = [cell.outputs[0]["data"] for cell in notebook.cells if cell.cell_type == "code"]
    assert "claims, as of" in shown[0]["text/plain"]
    assert all("text/plain" in data for data in shown)


def test_the_grid_opens_in_a_notebook_of_one_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKBENCH_REVIEW", raising=False)
    folder = newsroom(tmp_path / "room", {"ferrol": TEXT})
    (folder / "dashboards").mkdir()
    notebook = executed("claims", folder / "dashboards")
    assert "application/vnd.jupyter.widget-view+json" in notebook.cells[0].outputs[0]["data"]
    states = notebook.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"].values()
    tables = [state["state"]["table"] for state in states if "table" in state["state"]]
    assert [table["title"] for table in tables] == ["Ferrol drops"]
