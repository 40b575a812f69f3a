"""The notebooks of practice and teaching run as they are, and their words are plain."""

from __future__ import annotations

import json
from typing import Any

import nbformat
import pytest
from learning.test_passages import grade
from nbclient import NotebookClient
from speak import REPOSITORY

LEARN = REPOSITORY / "dashboards" / "learn"


def executed(name: str, folder: Any) -> Any:
    notebook = nbformat.read(LEARN / f"{name}.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


def test_teaching_runs_and_measures(tmp_path: Any) -> None:
    notebook = executed("teaching", tmp_path)
    printed = " ".join(
        out.get("text", "") for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs
    )
    assert "3 learners with marks." in printed and "κ = " in printed and "α = " in printed
    assert "found of its category" in printed and "miracle" in printed


def test_practice_runs_and_leaves_no_file_before_a_mark(tmp_path: Any) -> None:
    notebook = executed("practice", tmp_path)
    shown = [out for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs]
    assert "application/vnd.jupyter.widget-view+json" in shown[-1]["data"]
    assert list(tmp_path.iterdir()) == []
    states = notebook.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"].values()
    (passage,) = [state["state"]["passage"] for state in states if "passage" in state["state"]]
    assert passage["rows"] == [] and passage["source"] == "" and "explanation" not in json.dumps(passage)


@pytest.mark.parametrize("name", ["practice", "teaching"])
def test_notebooks_hold_no_output(name: str) -> None:
    for cell in json.loads((LEARN / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]:
        assert cell.get("outputs", []) == [] and cell.get("execution_count") is None


@pytest.mark.parametrize("name", ["practice", "teaching"])
def test_words_are_plain(name: str) -> None:
    cells = json.loads((LEARN / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    told = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    assert grade(told) <= 9
