"""`%%check` in a notebook: the panel where widgets are drawn, lines elsewhere, and mistakes told in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from workbench import magics
from workbench.errors import Usage
from workbench.widgets import draft_runner

pytest.importorskip("IPython")
HYPE = "# Drops\n\nThis miracle cure works for everyone.\n"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A notebook's shell in a newsroom's folder."""
    from IPython.testing.globalipapp import start_ipython

    monkeypatch.setattr(draft_runner, "_loop_here", lambda: None)  # a browser of other tests may have left one
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "drops.md").write_text(HYPE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = start_ipython()
    if found is None:
        from IPython.core.getipython import get_ipython

        found = get_ipython()
    found.run_line_magic("load_ext", "workbench")
    yield found
    found.run_line_magic("unload_ext", "workbench")


def test_a_cell_is_told_what_the_gate_would_say(shell: Any) -> None:
    said = repr(shell.run_cell_magic("check", "", HYPE))
    assert "Miracle or cure" in said and "line 3" in said
    assert "Does not confirm" in said


def test_the_answer_is_the_panel_with_lines_beside_it(shell: Any) -> None:
    answer = shell.run_cell_magic("check", "", HYPE)
    data = answer._repr_mimebundle_()[0]
    assert data["text/plain"] == repr(answer)
    assert "application/vnd.jupyter.widget-view+json" in data
    assert answer.widget.text == HYPE


def test_calm_words_are_never_said_to_be_fine(shell: Any) -> None:
    said = repr(shell.run_cell_magic("check", "", "# Walk\n\nWe walk to the lake.\n"))
    assert "No check fired." in said and "Miracle" not in said


def test_a_topic_and_a_country_can_be_chosen(shell: Any) -> None:
    words = HYPE + "\nIt acts on NDMA receptors.\n"
    said = repr(shell.run_cell_magic("check", "--only terminology --country GB", words))
    assert "NMDA" in said and "Miracle" not in said and "for GB" in said


@pytest.mark.parametrize(
    "line, cell, told",
    [
        ("--country usa", HYPE, "two-letter"), ("--only nonsense", HYPE, "nonsense"), ("--colour", HYPE, "--colour"),
        ("x.md", HYPE, "%check x.md"), ("", None, "%%check"), ("missing.md", None, "missing.md"), ('"', HYPE, "quot"),
        ("articles/drops.md --only dosing", None, "leave the options out"),
    ],
)  # fmt: skip
def test_mistakes_are_told_in_words(shell: Any, line: str, cell: str | None, told: str) -> None:
    from IPython.core.error import UsageError

    with pytest.raises(UsageError, match=told):
        magics.check(line, cell)


def test_markup_in_a_cell_stays_words(shell: Any) -> None:
    answer = shell.run_cell_magic("check", "", "<script>alert(1)</script> This miracle cure works.\n")
    assert set(answer._repr_mimebundle_()[0]) <= {"text/plain", "application/vnd.jupyter.widget-view+json"}


def test_a_file_is_followed(shell: Any) -> None:
    widget = shell.run_line_magic("check", "articles/drops.md")
    assert widget.draft["mode"] == "file" and widget.draft["path"] == "articles/drops.md"


def notebook(path: Path, *cells: str) -> Path:
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(cell) for cell in cells])
    path.write_text(nbformat.writes(made), encoding="utf-8")
    return path


def test_the_open_notebook_is_the_one_that_the_server_names(shell: Any, monkeypatch: Any, tmp_path: Path) -> None:
    monkeypatch.setenv(
        "JPY_SESSION_NAME", str(notebook(tmp_path / "mine.ipynb", "# Drops", "This miracle cure works."))
    )
    widget = shell.user_ns["check_notebook"]()
    assert widget.draft["path"] == "mine.ipynb"
    findings = [one["check"] for one in widget.panel["findings"]]
    assert "miracle-cure" in findings


@pytest.mark.parametrize("path", ["", "articles/drops.md", "gone.ipynb"])
def test_what_is_no_notebook_is_asked_for_by_name(shell: Any, path: str) -> None:
    with pytest.raises(Usage, match="name it"):
        magics.check_notebook(path)


def test_a_notebook_with_the_magic_runs_by_itself(tmp_path: Path) -> None:
    from nbclient import NotebookClient

    cells = ["%load_ext workbench", f"%%check\n{HYPE}"]
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(made, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    (output,) = made.cells[1].outputs
    assert "Miracle or cure" in json.dumps(output.data["text/plain"])
