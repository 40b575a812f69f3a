"""A newsroom of two invented articles, in its own folder, with nobody's decisions yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.review import Person
from workbench.serve.intake import Room

DAY = date(2026, 11, 25)
BOLD = "# Ferrol tea\n\nFerrol tea is a miracle cure. It works for everyone.\n"
CALM = "# Walking\n\nWe walk to the lake on Sundays.\n"


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n')
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bold.md").write_text(BOLD)
    (tmp_path / "articles" / "calm.md").write_text(CALM)
    monkeypatch.chdir(tmp_path)
    return Room(
        root=str(tmp_path), folder=str(tmp_path), paths=("articles",), as_of=DAY, country="US",
        person=Person("mara", "Mara"), notes=str(tmp_path / "notes.json"),
    )  # fmt: skip
