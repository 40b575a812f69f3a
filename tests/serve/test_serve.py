from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench import config, serve
from workbench.errors import Usage, WorkbenchError

DAY = date(2026, 11, 25)
PAGE = Path(serve.__file__).parent / "page" / "index.html.j2"
NOTEBOOK = config.content_root() / "dashboards" / "review.ipynb"


def test_outside_a_newsroom_it_says_what_to_do(tmp_path: Path):
    with pytest.raises(Usage, match=r"workbench\.toml beside articles/"):
        serve.serve([], DAY, 0, False, tmp_path)


def test_a_newsroom_without_articles_folder_is_told_where_to_put_them(tmp_path: Path):
    (tmp_path / "workbench.toml").write_text("")
    with pytest.raises(Usage, match="put articles there"):
        serve.serve([], DAY, 0, False, tmp_path)


def test_a_missing_path_is_found_before_anything_is_served(room, tmp_path: Path):
    with pytest.raises(WorkbenchError, match="no such file or folder") as told:
        serve.serve(["articles/none.md"], DAY, 0, False, tmp_path)
    assert told.value.exit_code == 2


@pytest.mark.parametrize("package", ["voila", "anywidget"])
def test_a_missing_package_is_named_with_the_way_to_get_it(room, tmp_path, monkeypatch, package):
    find = serve.find_spec
    monkeypatch.setattr(serve, "find_spec", lambda name: None if name == package else find(name))
    with pytest.raises(Usage, match=rf"serve needs {package}; install it with: pip install 'workbench\[notebook\]'"):
        serve.serve([], DAY, 0, False, tmp_path)


@pytest.mark.parametrize(("name", "screen"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("TERM", False)])
def test_without_a_screen_no_browser_is_opened(monkeypatch, capsys, name, screen):
    opened: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("webbrowser.open", opened.append)
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv(name, ":0")
    serve._announce("http://127.0.0.1:1/?token=x", 1, True)
    assert bool(opened) is screen
    assert "http://127.0.0.1:1/?token=x" in capsys.readouterr().out


def test_no_browser_means_none(monkeypatch, capsys):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda address: pytest.fail(f"opened {address}"))
    serve._announce("http://127.0.0.1:1/?token=x", 1, False)
    assert "taken" not in capsys.readouterr().out


def test_a_port_that_gave_way_is_mentioned(capsys):
    serve._announce("http://127.0.0.1:8867/?token=x", 8866, False)
    assert "Port 8866 is taken" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["", "https://queue.news.example/"])
def test_behind_a_proxy_no_browser_is_opened_and_the_proxys_duty_is_said(monkeypatch, capsys, address):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda address: pytest.fail(f"opened {address}"))
    serve._announce("http://127.0.0.1:8866/", 8866, True, "X-Remote-User", address)
    said = capsys.readouterr().out
    assert "replace that header in what" in said and "X-Remote-User says who they are" in said
    assert ("People reach it at https://queue" in said) is bool(address)


def test_the_notebook_holds_no_logic_and_no_output():
    notebook = json.loads(NOTEBOOK.read_text())
    (cell,) = notebook["cells"]
    assert cell["outputs"] == [] and cell["execution_count"] is None
    assert "".join(cell["source"]).split() == (
        ["from", "workbench.serve.dashboard", "import", "dashboard", "dashboard()"]
    )
    assert notebook["metadata"]["title"] == "Workbench"


def test_the_page_names_no_host():
    assert "//" not in PAGE.read_text()


def test_checking_loads_no_browser_part():
    heavy = ("voila", "tornado", "jupyter_server", "ipywidgets", "anywidget", "sqlalchemy", "IPython")
    code = f"import sys, workbench.cli, workbench.checking; print([n for n in {heavy!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_mistakes_are_found_without_loading_the_server():
    code = (
        "import sys, datetime, pathlib, workbench.serve as s\n"
        "try: s.serve([], datetime.date(2026, 1, 1), 0, False, pathlib.Path('/'))\n"
        "except s.Usage: print('tornado' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
