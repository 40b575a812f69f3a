"""`checks new`: a check that runs at once, and what it refuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_newsroom import WHERE, lay_out

from workbench.check_desk.drafting import Draft, new
from workbench.check_desk.testing import test as run
from workbench.errors import BadContent, Usage

DRAFT = Draft("marketing", "star-drop", ("star drop~", "/sun ?drops?/"), "Stars sell.", "House rule of 3 May 2026")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path)


def test_it_runs_as_written(room: Path) -> None:
    text, code = new(DRAFT, room)
    assert "Wrote checks/marketing/star-drop.toml" in text and "Not yet right" not in text
    assert code == 0
    assert run(["star-drop"], False, date(2026, 11, 25), room)[1] == 0


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"topic": "gossip"}, "is no topic"),
        ({"id": "Star Drop"}, "is no name for a check"),
        ({"id": "../drop"}, "is no name for a check"),
        ({"id": "moon-drop"}, "there is a check “moon-drop” already"),
        ({"id": "miracle-cure"}, "there is a check “miracle-cure” already"),
        ({"phrases": ()}, "--phrase is missing"),
        ({"why": " "}, "--why is empty"),
        ({"category": "gossip"}, "--category"),
        ({"topic": "disclaimers"}, "--category is missing"),
    ],
)
def test_what_it_refuses(room: Path, change: dict[str, object], problem: str) -> None:
    values = {name: getattr(DRAFT, name) for name in DRAFT.__struct_fields__} | change
    with pytest.raises(Usage, match=problem):
        new(Draft(**values), room)
    assert {path.name for path in room.rglob("*.toml")} == {"workbench.toml", WHERE.partition("/")[2]}


def test_a_phrase_that_cannot_be_used_leaves_nothing_behind(room: Path) -> None:
    with pytest.raises(BadContent):
        new(Draft("marketing", "star-drop", ("/(/",), "Stars sell.", "House rule"), room)
    assert not (room / "checks" / "marketing" / "star-drop.toml").exists()


def test_quotes_and_backslashes_survive(room: Path) -> None:
    why = 'They say "drop" \\ and mean it.'
    new(Draft("marketing", "star-drop", ("star drop",), why, "House rule"), room)
    assert run(["star-drop"], False, date(2026, 11, 25), room)[1] == 0
