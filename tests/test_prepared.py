"""Checks kept prepared: the same checks, never older ones, and no harm where they cannot be kept."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest
from speak import REPOSITORY
from test_loader import GOOD, folder

from workbench import loader, prepared


@pytest.fixture
def checks(tmp_path: Path) -> Path:
    return folder(tmp_path, ("marketing/wonder-drop.toml", GOOD), ("vocabulary/forms.txt", "tablet*\n"))


def kept(checks: Path) -> Path:
    return checks / "__pycache__" / "prepared.msgpack"


def phrases(content: loader.Content) -> list[str]:
    text = b"a wonder drop, a moon drop"
    return [text[at:to].decode() for _, at, to in content.lexicon.scan(text)]


def test_what_was_kept_is_the_same_as_what_is_read(checks: Path) -> None:
    read, again = loader.load([checks]), loader.load([checks])
    assert kept(checks).is_file()
    assert read.checks == again.checks and phrases(read) == phrases(again) == ["wonder drop"]
    assert {key: table.rows for key, table in read.tables.items()} == {k: t.rows for k, t in again.tables.items()}


def test_our_own_checks_come_back_whole() -> None:
    first = loader.load([REPOSITORY / "checks"])
    second = loader.load([REPOSITORY / "checks"])
    assert first.checks == second.checks
    assert {key: table.rows for key, table in first.tables.items()} == {k: t.rows for k, t in second.tables.items()}


def test_a_change_is_seen_at_once(checks: Path) -> None:
    loader.load([checks])
    file = checks / "marketing" / "wonder-drop.toml"
    file.write_text(GOOD.replace("wonder drop", "moon drop"), encoding="utf-8")
    assert phrases(loader.load([checks])) == ["moon drop"]


def test_a_file_that_came_or_went_is_seen_at_once(checks: Path) -> None:
    loader.load([checks])
    (checks / "marketing" / "moon-drop.toml").write_text(GOOD.replace("wonder drop", "moon drop"), encoding="utf-8")
    assert [check.id for check in loader.load([checks]).checks] == ["moon-drop", "wonder-drop"]
    (checks / "marketing" / "wonder-drop.toml").unlink()
    assert phrases(loader.load([checks])) == ["moon drop"]


@pytest.mark.parametrize("data", [b"", b"\x00" * 40, msgspec.msgpack.encode({"seal": "x", "prepared": {}})])
def test_a_broken_or_foreign_file_is_passed_over(checks: Path, data: bytes) -> None:
    loader.load([checks])
    kept(checks).write_bytes(data)
    assert phrases(loader.load([checks])) == ["wonder drop"]
    assert kept(checks).read_bytes() != data


def test_another_overlay_is_another_state(checks: Path, tmp_path: Path) -> None:
    theirs = folder(tmp_path / "theirs", ("marketing/house.toml", 'extends = "wonder-drop"\nenabled = false\n'))
    loader.load([checks])
    assert loader.load([checks, theirs]).checks == ()
    assert prepared.seal((checks,)) != prepared.seal((checks, theirs))
    assert len(loader.load([checks]).checks) == 1


@pytest.mark.skipif(os.name != "posix", reason="permissions")
def test_where_it_cannot_be_kept_nothing_is_said(checks: Path) -> None:
    (checks / "__pycache__").write_text("a file in the place of the folder")
    assert phrases(loader.load([checks])) == ["wonder drop"]
