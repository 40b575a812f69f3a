"""Live pages through the whole server: a hold, a wave, a complaint and its dossier, by keyboard; and hostile pages."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e.pages import ATTACK, HOSTILE, LAMP, PROMISE, Browser, Visit
from e2e.served import DAY, Served, newsroom

STAFF = (
    '[people.mara]\nname = "Mara Olsen"\nroles = ["editor"]\n[people.tom]\nname = "Tom Adeyemi"\nroles = ["writer"]\n'
)


@pytest.fixture(scope="module")
def old(voila, tmp_path_factory) -> Iterator[Served]:
    """A newsroom that took three old pages over, one of them hostile in every way it can be."""
    root = newsroom(tmp_path_factory.mktemp("pages") / "newsroom", {})
    folder = root / "articles" / "old"
    folder.mkdir()
    for name in ("lamp", "light"):
        (folder / f"{name}.md").write_text(LAMP.format(title=f"The old {name}"), encoding="utf-8")
    (folder / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    command = [sys.executable, "-m", "workbench", "queue", "import", "articles/old", "--as-of", DAY]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    running = Served(root)
    yield running
    assert running.stop() == 0, running.said
    assert "Traceback" not in running.said, running.said


def _at(visit: Visit) -> Visit:
    visit.page.wait_for_selector(".pages-view .prow")
    return visit


def _address(served: Served) -> str:
    return f"{served.base}pages?token={served.token}"


def test_a_page_is_held_complained_of_and_its_dossier_verifies(chromium: Browser, old: Served, tmp_path: Path) -> None:
    with chromium.visit(old, _address(old), accept_downloads=True) as visit:
        page = _at(visit).page
        visit.press("/")
        page.keyboard.type("old lamp")
        visit.press("Enter", "h")
        page.locator("dialog[open]").wait_for()
        page.keyboard.type("The lamp was recalled.")
        visit.press("Enter")
        visit.said("The site must confirm that the page is down")
        visit.press("c")
        page.locator("dialog[open]").wait_for()
        visit.press("Tab")
        page.keyboard.type("A. Reader")
        visit.press("Enter")
        page.keyboard.type(PROMISE)
        visit.press("Enter")
        visit.said("Its records are held")
        visit.press("f")
        page.locator("dialog[open] .found h3").wait_for()
        assert page.inner_text("dialog[open] .found h3") == "2 pages on the site say this"
        visit.press("Enter", "Enter")
        visit.said("2 pages on the site say this; recorded")
        visit.press("d", "e")
        visit.said("is ready")
        with page.expect_download() as saved:
            visit.press("s")
        place = tmp_path / saved.value.suggested_filename
        saved.value.save_as(place)
    with zipfile.ZipFile(place) as packed:
        packed.extractall(tmp_path)
    verified = subprocess.run(
        [sys.executable, "verify_dossier.py", place.with_suffix(".html").name], cwd=tmp_path, capture_output=True
    )
    assert verified.stdout == b"OK\n"


def test_a_hostile_page_is_listed_planned_and_fires_nothing(chromium: Browser, old: Served) -> None:
    with chromium.visit(old, _address(old)) as visit:
        page = _at(visit).page
        page.locator(".prow", has_text="A hostile page").click()
        page.locator(".look h2", has_text="A hostile page").wait_for()
        assert ATTACK in page.inner_text(".look h2")
        visit.press("2", "ArrowDown", "ArrowDown", "ArrowDown", "l")
        page.locator(".cost").wait_for()
        assert page.locator(".prow.line").count() >= 1
        visit.press("e")
        page.locator("dialog[open]").wait_for()
        visit.press("Enter")
        visit.said("have their days")
        assert page.evaluate("window.fired") is None
