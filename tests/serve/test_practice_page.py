"""The practice page of a served newsroom: each person's marks lie in a folder of their own."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench.review import Person
from workbench.serve import practice_page
from workbench.serve.intake import Room


def opened(root: Path, person: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    (root / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    who = Person(id=person, name="Mara Olsen")
    room = Room(str(root), str(root), ("articles",), date(2026, 11, 25), "US", who, str(root / "notes.json"))
    for name, value in room.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "path", list(sys.path))
    here = Path.cwd()
    try:
        screen = practice_page.practice()
    finally:
        os.chdir(here)
    names = screen.passage["id"]
    step = {
        "request": "request-1",
        "type": "mark",
        "id": "mark-0001",
        "passage": names,
        "kind": "number",
        "reason": "Why?",
    }
    screen._receive(screen, {**step, "block": 0, "at": 0, "to_block": 0, "to": 4}, [])
    return screen.frame["person"]["name"], str(screen.status["text"])


@pytest.mark.parametrize("person", ["mara", "../../mara", "Mära Ölsen", "a" * 300])
def test_marks_stay_below_the_newsroom_whatever_people_are_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, person: str
) -> None:
    name, said = opened(tmp_path, person, monkeypatch)
    assert name == "Mara Olsen" and said.startswith("Marked as")
    (kept,) = tmp_path.rglob("my-marks.json")
    assert kept.parent.parent == tmp_path / ".workbench" / "practice"


def test_two_people_never_share_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for person in ("mara olsen", "mara-olsen"):
        opened(tmp_path, person, monkeypatch)
    assert len(list(tmp_path.rglob("my-marks.json"))) == 2


def test_passages_that_are_not_installed_are_told_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice_page.practising, "bundled", lambda: tmp_path / "none")
    with pytest.raises(KeyError):
        opened(tmp_path, "mara", monkeypatch)  # no passage is shown
    assert "no such folder" in practice_page.practice().frame["error"]
