"""`workbench init` makes a newsroom that passes its own gate, and the commands of its CI files do what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from repository import HARM, Repository, run
from speak import REPOSITORY

from workbench.errors import Usage
from workbench.gate.founding import found

DOCS = REPOSITORY / "docs" / "ci"
OURS = REPOSITORY / "workbench" / "gate" / "newsroom"
SOLD = "Wine with your Xanax is fine."  # an error


def founded(place: Path) -> Repository:
    """A newsroom as `init` makes it, in a repository with a first commit."""
    done = run("init", str(place), cwd=place.parent)
    assert done.returncode == 0, done.stderr
    room = Repository.__new__(Repository)
    room.place = place
    room.git("init", "-q", "-b", "main")
    room.commit("first")
    room.git("tag", "start")
    return room


def script(file: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DOCS / file).read_text(encoding="utf-8"))
    return loaded


def github(job: str) -> list[str]:
    steps = script("github.yml")["jobs"][job]["steps"]
    return [step["run"] for step in steps if "run" in step and step.get("name") != "install"]


def shell(command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """A line of a CI file, as a runner gives it to its shell, with this workbench on the path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command], cwd=cwd, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PATH": path, **env},
    )  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Founded once; each test works in a copy."""
    return founded(tmp_path_factory.mktemp("founded") / "room").place


@pytest.fixture
def room(template: Path, tmp_path: Path) -> Repository:
    room = Repository.__new__(Repository)
    room.place = tmp_path / "room"
    shutil.copytree(template, room.place, symlinks=True)
    return room


def test_a_new_newsroom_passes_its_own_gate_at_its_strictest(room: Repository) -> None:
    done = run("check", "articles", "--fail-on", "note", cwd=room.place)
    assert (done.returncode, done.stderr) == (0, "")
    assert run("checks", "test", "hype-density", cwd=room.place).returncode == 0
    assert room.git("status", "--porcelain") == ""


def test_its_notebook_runs_and_says_what_was_found(room: Repository) -> None:
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    pytest.importorskip("anywidget")
    place = room.place / "dashboards"
    notebook = nbformat.read(place / "articles.ipynb", as_version=4)
    nbformat.validate(notebook)
    nbclient.NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(place)}}).execute()
    load, article, words = (cell for cell in notebook.cells if cell.cell_type == "code")
    assert load.outputs == []
    assert "application/vnd.jupyter.widget-view+json" in article.outputs[0].data
    assert "0 errors" in words.outputs[0].data["text/plain"]


def test_its_own_change_of_a_check_holds(room: Repository) -> None:
    room.write("articles/a.md", "# A\n\nTry our wonder drop.\n")
    assert "wonder drop" in run("check", "articles", "--only", "hype-density", cwd=room.place).stdout
    (room.place / "checks" / "marketing" / "house-style.toml").unlink()
    assert "“wonder drop”" not in run("check", "articles", "--only", "hype-density", cwd=room.place).stdout


@pytest.mark.parametrize("country", ["US", "GB"])
def test_it_declares_the_country_that_was_named(tmp_path: Path, country: str) -> None:
    found(tmp_path / "room", country)
    settings = tomllib.loads((tmp_path / "room" / "workbench.toml").read_text(encoding="utf-8"))
    assert settings["newsroom"]["country"] == country
    assert run("check", "articles", "--fail-on", "note", cwd=tmp_path / "room").returncode == 0


@pytest.mark.parametrize("country", ["us", "USA", "", "U1", '"'])
def test_a_country_is_a_code(tmp_path: Path, country: str) -> None:
    with pytest.raises(Usage, match="no code of a country"):
        found(tmp_path / "room", country)
    assert not (tmp_path / "room").exists()


@pytest.mark.parametrize("name", ["workbench.toml", ".gitlab-ci.yml", ".gitignore"])
def test_nothing_is_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(Usage, match=f"has {re.escape(name)} already"):
        found(tmp_path, "US")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    found(tmp_path, "US")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "room").write_text("", encoding="utf-8")
    with pytest.raises(Usage, match="is a file"):
        found(tmp_path / "room", "US")


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_the_docs_show_what_init_writes(name: str) -> None:
    assert (DOCS / name).read_bytes() == (OURS / name).read_bytes()


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_nothing_is_installed_before_somebody_says_what(name: str) -> None:
    (line,) = set(re.findall(r"python -m pip install .*?}\"", (DOCS / name).read_text(encoding="utf-8")))
    told = line.replace("python", "echo python")
    done = shell(told, REPOSITORY, WORKBENCH="")
    assert done.returncode != 0
    assert "say what pip installs" in done.stderr
    assert (
        shell(line.replace("python", "echo python"), REPOSITORY, WORKBENCH="a b").stdout
        == "python -m pip install a b\n"
    )


def test_no_expression_of_a_workflow_stands_in_a_command() -> None:
    commands = [command for job in ("changes", "everything") for command in github(job)]
    assert commands
    assert not [command for command in commands if "${{" in command]


def test_github_blocks_a_change_that_harms_and_passes_one_that_does_not(room: Repository) -> None:
    (command,) = github("changes")
    room.git("checkout", "-q", "-b", "mine")
    room.write("articles/a.md", "# A\n\nIt is blue.\n")
    room.commit("harmless")
    assert shell(command, room.place, BASE="main").returncode == 0
    room.write("articles/a.md", f"# A\n\n{SOLD}\n")
    room.commit("harm")
    done = shell(command, room.place, BASE="main")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=articles/a.md,")


def test_github_reads_everything_and_looks_at_decisions(room: Repository) -> None:
    check, audit = github("everything")
    room.write("articles/a.md", f"# A\n\n{HARM}\n")
    assert shell(check, room.place).returncode == 0
    assert json.loads((room.place / "workbench.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert run("baseline", "create", "--by", "ines", cwd=room.place).returncode == 0
    assert shell(audit, room.place).returncode == 0
    room.write("articles/a.md", "# A\n\nIt is blue.\n")
    assert shell(audit, room.place).returncode == 1


def test_gitlab_writes_its_report_and_blocks(room: Repository) -> None:
    (command,) = script("gitlab.yml")["changes"]["script"]
    base = room.git("rev-parse", "HEAD")
    room.write("articles/a.md", f"# A\n\n{SOLD}\n")
    room.commit("harm")
    done = shell(command, room.place, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1
    assert "at the gate (errors block" in done.stderr
    issues = json.loads((room.place / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert {issue["location"]["path"] for issue in issues} == {"articles/a.md"}
    assert "blocker" in {issue["severity"] for issue in issues}


def test_gitlab_reads_everything(room: Repository) -> None:
    check, audit = script("gitlab.yml")["everything"]["script"]
    assert shell(check, room.place).returncode == 0
    assert "<testsuites" in (room.place / "workbench.xml").read_text(encoding="utf-8")
    assert shell(audit, room.place).returncode == 0


def test_what_ci_writes_is_not_committed(room: Repository) -> None:
    for name in ("workbench.sarif", "workbench.xml", "gl-code-quality-report.json", ".workbench/queue.sqlite"):
        room.write(name, "x")
    assert room.git("status", "--porcelain") == ""


def test_pre_commit_is_given_articles_only(room: Repository) -> None:
    (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (local,) = yaml.safe_load((room.place / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert hook["files"] == local["files"]
    taken = re.compile(hook["files"])
    assert taken.search("articles/a b.md")
    assert taken.search("articles/old/page.html")
    assert not [
        name for name in ("README.md", "articles/a.csv", "claims/a.md", "my-articles/a.md") if taken.search(name)
    ]
    done = shell(f"{hook['entry']} articles/reading-a-medicine-label.md", room.place)
    assert done.returncode == 0
