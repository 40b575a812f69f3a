"""Every lesson runs without an error or the network, has its parts, is plain, and types no number into its prose."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

pytest.importorskip("anywidget")
from nbclient import NotebookClient

from workbench import lessons
from workbench.errors import Usage
from workbench.learning.exercises import words

FOLDER = Path(__file__).parents[2] / "dashboards" / "learn"
TEN = sorted(FOLDER.glob("[01][0-9]-*.ipynb"))
ALL = [*TEN, FOLDER / "tuning-a-check.ipynb"]
_QUOTED = re.compile(r'"[^"\n]*"|`[^`\n]*`')


def _state(notebook: Any, key: str) -> list[dict[str, Any]]:
    models = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {}).get("state", {})
    return [model["state"][key] for model in models.values() if key in model["state"]]


def test_there_are_ten() -> None:
    assert [path.name[:2] for path in TEN] == [f"{number:02}" for number in range(1, 11)]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_the_notebook_as_kept(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    prose = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    for part in ("**Goal.**", "## Exercises", "## What the check cannot know", "## Sources"):
        assert part in prose, part
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None
        else:
            assert not re.search(r"\d", _QUOTED.sub("", cell.source)), cell.source
            assert lessons.grade(cell.source) <= lessons.GRADE, cell.source


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_the_notebook_runs_and_what_it_tells_is_plain(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")  # whoever asks the network is refused
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    exercises, figures = _state(notebook, "exercise"), _state(notebook, "figure")
    assert len(exercises) == 3
    assert figures
    for exercise in exercises:
        assert lessons.grade(words(exercise)) <= lessons.GRADE, exercise["question"]
        assert sum(answer["right"] for answer in exercise["answers"]) == 1
    told = [output.data["text/markdown"] for cell in notebook.cells for output in cell.get("outputs", [])
            if "text/markdown" in output.get("data", {})]  # fmt: skip
    for text in told:
        own = "\n\n".join(line for line in text.splitlines() if not line.startswith((">", "|")))
        assert lessons.grade(own) <= lessons.GRADE, text
    assert "Does not confirm that a treatment is right" in told[-1]


def test_a_hard_cell_would_be_noticed() -> None:
    hard = "Discontinuation of administration necessitates consultation with a qualified healthcare professional."
    assert lessons.grade(hard) > lessons.GRADE


def test_nothing_to_grade_is_grade_nought_and_never_plain() -> None:
    assert lessons.grade("# A title") == 0
    with pytest.raises(Usage, match="whole sentence"):
        lessons.grades("# A title")


def test_sources_are_those_of_the_check_and_an_unknown_check_is_refused() -> None:
    assert "10.1177/1948550616673876" in lessons.sources("impossible-mean").data
    with pytest.raises(Usage, match="no check"):
        lessons.sources("no-such-check")


def test_a_denied_promise_is_shown_as_held_back() -> None:
    shown = lessons.beside("x", "marketing", "Barkol is a miracle cure.", "Barkol is no miracle cure.").figure
    assert [frame["caption"].split(":")[0] for frame in shown["frames"]] == ["Found", "Held back"]


def test_a_text_without_findings_has_nothing_to_walk_through() -> None:
    with pytest.raises(Usage, match="nothing"):
        lessons.walk("The sky was grey today.")
