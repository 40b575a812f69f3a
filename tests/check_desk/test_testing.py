"""`checks test`: examples that do not hold, patterns that are dear or unsafe, and what never fires."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_newsroom import CHECK, lay_out, put

from workbench.check_desk import cost
from workbench.check_desk.testing import test as run
from workbench.errors import Usage
from workbench.phrases import compiled

DAY = date(2026, 11, 25)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path)


def test_a_check_that_holds(room: Path) -> None:
    text, code = run(["moon-drop"], False, DAY, room)
    assert (text.splitlines()[0], code) == ("1 check with 4 examples", 0)
    assert "Every example comes out as stated" in text


def test_an_example_that_does_not_come_out_is_named(room: Path) -> None:
    put(room, CHECK.replace('"A drop.", finds = []', '"A drop.", finds = ["drop"]'))
    text, code = run(["moon-drop"], False, DAY, room)
    assert "moon-drop, example 4: states finds “drop”, finds nothing" in text
    assert code == 1


def test_coverage_names_thin_and_silent_checks(room: Path) -> None:
    put(room, CHECK.replace('  { text = "Two moon drops.", finds = ["moon drops"] },\n', ""))
    put(room, CHECK.replace("moon", "sun"), "marketing/sun-drop.toml")
    text, code = run(["moon-drop", "sun-drop"], True, DAY, room)
    assert "On 1 articles 1 of them fire." in text
    assert "never fires there: sun-drop" in text and "never fires there: moon-drop" not in text
    assert "moon-drop: 1 firing and 2 silent examples; it needs 2 of each" in text
    assert code == 1


def test_a_dear_pattern_is_refused_by_name(room: Path) -> None:
    put(room, CHECK.replace('["moon drop~"]', r"""['moon drop~', '/\bmoon\b(?:[^.]*\bsun\b)?/']"""))
    text, code = run(["moon-drop"], False, DAY, room)
    assert r"moon-drop.phrases: the pattern /\bmoon\b(?:[^.]*\bsun\b)?/ costs " in text
    assert code == 1


def reasons(*patterns: str) -> list[str]:
    parts = compiled({"key": [f"/{pattern}/" for pattern in patterns]})
    return [reason.partition(" ")[0] for reason in map(cost.unsafe, parts.patterns) if reason]


@pytest.mark.parametrize(
    ("pattern", "refused"),
    [
        (r"\w+ \w+", ["has"]),
        (r"(cure)?", ["has"]),
        (r"(cures?|miracles?)?\d?", ["has"]),
        # near misses
        (r"\b(no|without) (\w+ ){0,4}side[- ]effects?\b", []),
        (r"\b100 ?%", []),
        (r"^\W*(?-i:[A-Z])[a-z]+$", []),
    ],
)
def test_the_safe_subset(pattern: str, refused: list[str]) -> None:
    assert reasons(pattern) == refused


def test_an_unknown_check_is_the_callers_mistake(room: Path) -> None:
    with pytest.raises(Usage, match="there is no check “sun-drop”"):
        run(["sun-drop"], False, DAY, room)
