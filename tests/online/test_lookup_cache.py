"""Answers are kept for some days, in a file that two processes share and that survives being stopped."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from answering import QUICK, Desk, Reply, notice
from speak import AS_OF

from workbench import online
from workbench.model import Known
from workbench.online.cache import Cache

WANTED = ("doi:10.5555/fine", "doi:10.5555/none")


def look(desk: Desk, root: Path, as_of: date = AS_OF, **settings: object) -> dict[str, str]:
    found = online.look_up(WANTED, as_of, desk.settings(**settings), root, manners=QUICK)
    return {one: known.state for one, known in found.known.items()}


@pytest.fixture
def stocked(desk: Desk, tmp_path: Path) -> Desk:
    desk.work("10.5555/fine")
    assert look(desk, tmp_path) == {"doi:10.5555/fine": "resolves", "doi:10.5555/none": "not found"}
    desk.asked.clear()
    desk.work("10.5555/fine", updated_by=[notice("retraction")])
    return desk


def test_a_kept_answer_needs_no_request(stocked: Desk, tmp_path: Path) -> None:
    assert look(stocked, tmp_path) == {"doi:10.5555/fine": "resolves", "doi:10.5555/none": "not found"}
    assert stocked.asked == []


@pytest.mark.parametrize(
    ("days", "asks"),
    [(0, set()), (1, set()), (2, {"none"}), (30, {"none"}), (31, {"fine", "none"}), (-1, {"fine", "none"})],
)
def test_answers_age_and_not_found_ages_in_a_day(stocked: Desk, tmp_path: Path, days: int, asks: set[str]) -> None:
    look(stocked, tmp_path, AS_OF + timedelta(days=days))
    assert {path.split("/")[3] for path in stocked.asked} == asks


def test_the_days_are_the_newsrooms_choice(stocked: Desk, tmp_path: Path) -> None:
    look(stocked, tmp_path, AS_OF + timedelta(days=3), cache_days=2)
    assert any("fine" in path for path in stocked.asked)


def test_a_look_back_does_not_spoil_what_is_kept_for_today(stocked: Desk, tmp_path: Path) -> None:
    look(stocked, tmp_path, AS_OF - timedelta(days=400))
    stocked.asked.clear()
    assert look(stocked, tmp_path)["doi:10.5555/fine"] == "resolves"
    assert stocked.asked == []


def test_a_failure_is_not_kept(desk: Desk, tmp_path: Path) -> None:
    desk.reply("/works/10.5555/fine", Reply("broken", 500))
    assert look(desk, tmp_path) == {"doi:10.5555/none": "not found"}
    desk.work("10.5555/fine")
    assert look(desk, tmp_path)["doi:10.5555/fine"] == "resolves"


def test_a_file_that_is_no_database_any_more_is_made_anew(stocked: Desk, tmp_path: Path) -> None:
    place = tmp_path / online.PLACE
    for end in ("-wal", "-shm"):
        place.with_name(place.name + end).unlink(missing_ok=True)
    place.write_bytes(b"this is no database, and long enough to be taken for one" * 100)
    assert look(stocked, tmp_path)["doi:10.5555/fine"] == "retracted"
    stocked.asked.clear()
    look(stocked, tmp_path)
    assert stocked.asked == []


def test_an_answer_that_cannot_be_read_is_asked_for_again(stocked: Desk, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / online.PLACE) as open_:
        open_.execute("UPDATE kept SET answer = 'broken'")
    open_.close()
    assert look(stocked, tmp_path)["doi:10.5555/fine"] == "retracted"


def test_a_place_that_cannot_be_written_is_done_without(desk: Desk, tmp_path: Path) -> None:
    desk.work("10.5555/fine")
    (tmp_path / ".workbench").write_text("a file where the folder should be")
    assert look(desk, tmp_path)["doi:10.5555/fine"] == "resolves"


def test_the_folder_keeps_itself_out_of_git(stocked: Desk, tmp_path: Path) -> None:
    assert (tmp_path / ".workbench" / ".gitignore").read_text() == "*\n"


def test_without_a_newsroom_nothing_is_kept() -> None:
    with Cache(None, 30, AS_OF) as cache:
        cache.put("doi:10.5555/abc", Known("resolves", "2026-11-25", "Crossref"))
        assert cache.get("doi:10.5555/abc") is None


def test_a_person_who_stops_the_run_keeps_what_was_answered(desk: Desk, tmp_path: Path) -> None:
    wanted = [f"doi:10.5555/{n}" for n in range(12)]
    for one in wanted:
        desk.work(one.removeprefix("doi:"))

    def stop(done: int, of: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        online.look_up(wanted, AS_OF, desk.settings(), tmp_path, stop, QUICK)
    assert whole(tmp_path) == 5
    desk.asked.clear()
    assert len(online.look_up(wanted, AS_OF, desk.settings(), tmp_path, manners=QUICK).known) == 12
    assert len(desk.asked) == 7


def whole(root: Path) -> int:
    """How many answers are kept; the file is sound."""
    open_ = sqlite3.connect(root / online.PLACE)
    try:
        assert open_.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return open_.execute("SELECT count(*) FROM kept").fetchone()[0]
    finally:
        open_.close()


CODE = """
import sys
from datetime import date
from pathlib import Path
from workbench import online
from workbench.config import Online
from workbench.online.manners import Manners
address, root, first, last = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
wanted = [f"doi:10.5555/{n}" for n in range(first, last)]
settings = Online(crossref=address)
found = online.look_up(wanted, date(2026, 11, 25), settings, root, manners=Manners(pause=0.01))
print(len(found.known), found.engines[0].state)
"""


def start(desk: Desk, root: Path, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CODE, desk.address, str(root), str(first), str(last)]
    plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=plain)


def test_two_processes_share_one_file(desk: Desk, tmp_path: Path) -> None:
    for n in range(60):
        desk.work(f"10.5555/{n}")
    running = [start(desk, tmp_path, 0, 40), start(desk, tmp_path, 20, 60)]
    assert [process.communicate(timeout=60)[0].split() for process in running] == [["40", "ok"], ["40", "ok"]]
    assert whole(tmp_path) == 60


@pytest.mark.skipif(os.name != "posix", reason="interrupts are sent otherwise there")
def test_an_interrupt_leaves_a_sound_file(desk: Desk, tmp_path: Path) -> None:
    for n in range(200):
        desk.work(f"10.5555/{n}")
        desk.replies[f"/works/10.5555/{n}"][0] = desk.replies[f"/works/10.5555/{n}"][0]._replace(wait=0.05)
    process = start(desk, tmp_path, 0, 200)
    until = time.monotonic() + 30
    while len(desk.asked) < 12 and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode != 0
    assert 0 < whole(tmp_path) < 200
