"""`measure`: shares right and found by labelled passages and pages, and what labels may not be."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from small_newsroom import CHECK, WHERE, lay_out

from workbench.check_desk import measuring
from workbench.check_desk.measuring import Share, measure
from workbench.errors import Usage

DAY = date(2026, 11, 25)
PASSAGES = """
[[passage]]
text = "Take a moon drop today."
must = [{ category = "marketing-hype", text = "moon drop" }]
[[passage]]
text = "The moon drop is a pear that ripens late."
note = "a fruit"
[[passage]]
text = "A star drop shines."
must = [{ category = "marketing-hype", text = "star drop" }]
[[passage]]
text = "Some call it a moon drop."
may = [{ category = "marketing-absolute", text = "moon drop" }]
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path)
    (tmp_path / "labels").mkdir()
    return tmp_path


def told(room: Path, write: bool = False) -> dict[str, list[str]]:
    text, code = measure("labels", DAY, room, write, True)
    assert code == 0
    rows = [line.split() for line in text.splitlines()]
    return {row[0]: row[1:] for row in rows if row} | {"lines": text.splitlines()}


def test_passages(room: Path) -> None:
    (room / "labels" / "drops.toml").write_text(PASSAGES, encoding="utf-8")
    found = told(room)
    assert found["moon-drop"][:6] == ["2", "3", "0.67", "0.09", "to", "0.99"]
    assert found["moon-drop"][6:9] == ["1", "of", "2,"]  # its category has two musts; it found one
    assert found["marketing-hype"] == ["1", "2", "0.50", "0.01", "to", "0.99"]
    assert "false   drops.toml 2: moon-drop: moon drop" in found["lines"]
    assert "missed  drops.toml 3: marketing-hype: star drop" in found["lines"]


def test_a_page_with_traps(room: Path) -> None:
    text = "A moon drop cures. The moon drop is a pear.\n"
    (room / "labels" / "page.md").write_text(text, encoding="utf-8")
    at = text.index("moon drop is")
    labels = [
        {"finding": "marketing-hype", "expect": "must", "start": 2, "end": 11},
        {"finding": "marketing-hype", "expect": "must_not", "start": at, "end": at + 9},
        {"claim": True, "start": 0, "end": 18},
    ]
    (room / "labels" / "page.jsonl").write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
    lines = told(room)["lines"]
    assert [line.split()[:4] for line in lines if "moon-drop " in line] == [["moon-drop", "1", "2", "0.50"]]
    assert [line.split()[1:4] for line in lines if line.startswith("  marketing-hype")] == [["1", "1", "1.00"]] * 2


def test_the_share_is_written_into_the_check(room: Path) -> None:
    (room / "labels" / "drops.toml").write_text(PASSAGES, encoding="utf-8")
    told(room, write=True)
    line = 'measured = { right = 2, of = 3, on = "2026-11-25", where = "labels" }'
    written = (room / "checks" / WHERE).read_text(encoding="utf-8")
    assert line in written.splitlines()
    told(room, write=True)
    assert (room / "checks" / WHERE).read_text(encoding="utf-8") == written != CHECK


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[passage]]\ntext = "A"\nmust = [{ category = "x", text = "B" }]\n', "has to stand in the passage once"),
        ('[[passage]]\ntext = "B B"\nmay = [{ category = "x", text = "B" }]\n', "stands there 2×"),
        ('[[passage]]\ntext = "A"\nmust_not = []\n', "must_not"),
        ("passage = 1\n", "drops.toml"),
        ("[[", "drops.toml"),
    ],
)
def test_labels_that_do_not_hold_are_named(room: Path, text: str, problem: str) -> None:
    (room / "labels" / "drops.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Usage, match=problem):
        measure("labels", DAY, room, False, False)


def test_a_label_without_its_article_is_named(room: Path) -> None:
    (room / "labels" / "page.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(Usage, match="there is no article of this name"):
        measure("labels", DAY, room, False, False)


def test_a_parameter_called_measured_is_left_alone() -> None:
    text = 'confidence = "low"\nmeasured = { right = 1, of = 2 }\n[params]\nmeasured = [\n  "weighed",\n]\n'
    assert measuring._MEASURED.sub("", text) == 'confidence = "low"\n[params]\nmeasured = [\n  "weighed",\n]\n'


def test_nothing_counted_may_be_any_share_and_all_right_is_not_certain() -> None:
    assert Share(0, 0).interval == (0.0, 1.0)
    low, high = Share(10, 10).interval
    assert (round(low, 3), high) == (0.692, 1.0)
    assert tuple(round(end, 3) for end in Share(47, 50).interval) == (0.835, 0.987)
