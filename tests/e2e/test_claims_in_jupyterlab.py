"""The claims notebook in a real JupyterLab: its cell is run in a browser, and what is written there is in the file."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from e2e.served import newsroom, until
from speak import REPOSITORY

TOKEN = "for-this-test"
TEXT = "# Ferrol drops\n\nFerrol drops lower blood pressure by 12% in adults. They cost $20.\n"
SETTINGS = '{"fetchNews": "false", "checkForUpdates": false}'


def listening(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def laboratory(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = newsroom(tmp_path / "newsroom", {"ferrol": TEXT})
    (root / "dashboards").mkdir()
    shutil.copy(REPOSITORY / "dashboards" / "claims.ipynb", root / "dashboards")
    settings = tmp_path / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(SETTINGS)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        f"--ServerApp.port={port}", f"--IdentityProvider.token={TOKEN}", "--ServerApp.port_retries=0",
        f"--LabApp.user_settings_dir={tmp_path / 'settings'}", f"--LabApp.workspaces_dir={tmp_path / 'workspaces'}",
    ]  # fmt: skip
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(tmp_path / "config"), "JUPYTER_PREFER_ENV_PATH": "1"}
    with (tmp_path / "said.txt").open("wb") as out:
        process = subprocess.Popen(
            command, cwd=root, env=environment, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        until(lambda: listening(port) or process.poll() is not None, "JupyterLab", 60)
        assert process.poll() is None, (tmp_path / "said.txt").read_text()
        yield root, f"http://127.0.0.1:{port}/lab/tree/dashboards/claims.ipynb?token={TOKEN}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def test_the_grid_works_in_jupyterlab(laboratory: tuple[Path, str], headless: Any) -> None:
    root, address = laboratory
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
