"""`checks diff`: what a change of the checks does to the articles."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from small_newsroom import CHECK, lay_out, put

from workbench.check_desk.difference import diff
from workbench.errors import Usage

DAY = date(2026, 11, 25)


def git(root: Path, *words: str) -> None:
    names = ("-c", "user.name=Ana Example", "-c", "user.email=ana@example.org")
    subprocess.run(["git", "-C", str(root), *names, *words], check=True, capture_output=True)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def test_more_and_fewer_findings(room: Path) -> None:
    put(room, CHECK.replace("moon", "star"))
    text, code = diff("HEAD", DAY, room)
    assert text.splitlines() == [
        "+ drops:3 moon-drop (note): star drop",
        "- drops:3 moon-drop (note): moon drop",
        "1 findings more and 1 fewer than with the checks of HEAD.",
    ]
    assert code == 0


def test_a_change_that_changes_nothing(room: Path) -> None:
    put(room, CHECK.replace("Words matter.", "Words matter to readers."))
    assert diff("HEAD", DAY, room)[0] == "0 findings more and 0 fewer than with the checks of HEAD.\n"


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", ""])
def test_an_unknown_revision_is_the_callers_mistake(room: Path, ref: str) -> None:
    with pytest.raises(Usage, match="git does not know the revision"):
        diff(ref, DAY, room)
