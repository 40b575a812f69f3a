"""The process that checks for all pages: it answers kernels, and they do without it where it is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import msgspec
import pytest

from workbench.errors import WorkbenchError
from workbench.review import versions
from workbench.serve import asking, checker, intake
from workbench.serve.intake import Room, Taken


@pytest.fixture
def beside(room: Room, tmp_path: Path) -> Iterator[Room]:
    """The room with its process running."""
    folder = tmp_path / "launch"
    folder.mkdir(mode=0o700)
    with checker.running(msgspec.structs.replace(room, notes=str(folder / "notes.json")), folder) as (told, taken):
        assert taken.names == {"bold", "calm"}
        yield told


def test_a_kernel_is_told_what_it_would_have_found_itself(beside: Room) -> None:
    content = intake.content_of(beside)
    whole = intake.content_of(msgspec.structs.replace(beside, checker=None))
    assert [versions.of(one) for one in content.checks] == [versions.of(one) for one in whole.checks]
    with intake.open_store(beside, content) as store:
        Path("articles/new.md").write_text("# New\n\nA miracle cure.\n")
        assert intake.take_in(beside, store, content).names == {"bold", "calm", "new"}
        record, shown = intake.opened(beside, store, content, "new")
        alone = msgspec.structs.replace(beside, checker=None)
        there, here = intake.opened(alone, store, whole, "new")
        assert (record["text_hash"], shown["blocks"]) == (there["text_hash"], here["blocks"])
        with pytest.raises(WorkbenchError, match="nothing-here"):
            intake.opened(beside, store, content, "nothing-here")
        Path("articles/new.md").unlink()
        answers: list[frozenset[str]] = []
        asks = [Thread(target=lambda: answers.append(intake.take_in(beside, store, content).names)) for _ in range(6)]
        for one in asks:
            one.start()
        for one in asks:
            one.join()
        assert answers == [frozenset({"bold", "calm"})] * 6


def test_who_does_not_know_the_secret_is_told_nothing(beside: Room) -> None:
    assert beside.checker
    stranger = msgspec.structs.replace(beside.checker, secret="00" * 32)
    assert asking.ask(stranger, {"do": "take in"}) is None
    assert asking.ask(beside.checker, {"do": "take in"}) is not None


def test_a_question_that_makes_no_sense_ends_nothing(beside: Room, capfd: pytest.CaptureFixture[str]) -> None:
    assert beside.checker
    assert asking.ask(beside.checker, {"please": "stop"}) is None
    assert msgspec.convert(asking.ask(beside.checker, {"do": "take in"}), Taken).unread == ()


def test_where_it_is_gone_a_kernel_does_the_work_itself(room: Room, tmp_path: Path) -> None:
    gone = asking.Place(str(tmp_path / "nobody"), "00" * 32, str(tmp_path / "nothing.pickle"))
    room = msgspec.structs.replace(room, checker=gone)
    content = intake.content_of(room)
    with intake.open_store(room, content) as store:
        assert intake.take_in(room, store, content).names == {"bold", "calm"}
        assert intake.opened(room, store, content, "bold")[0]["name"] == "bold"


def test_a_mistake_keeps_its_sentence_and_its_exit_code(room: Room, tmp_path: Path) -> None:
    (Path(room.root) / "claims").mkdir(exist_ok=True)
    (Path(room.root) / "claims" / "decisions.csv").write_text("article,check\n")
    with pytest.raises(WorkbenchError, match=r"claims/decisions\.csv: line 1") as told, checker.running(room, tmp_path):
        pass
    assert told.value.exit_code == 2


def test_a_kernel_loads_no_engine_for_a_page() -> None:
    heavy = ("workbench.engine", "workbench.lexicon", "workbench.detectors", "nupunkt", "lxml", "alembic", "pandas")
    code = f"import sys, workbench.serve.intake; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == "[]"
