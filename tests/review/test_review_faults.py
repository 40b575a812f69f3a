"""What goes wrong around the queue: one clear line, exit code 3, nothing lost, and it works again afterwards."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import connect
from tempfile import mkdtemp
from typing import Any

import mixed
import newsroom
import postgres as servers
import pytest
from newsroom import DAY, INES, MARA, TEXT, file_text, name_of, opened, rows, seen, url_of

from workbench import decisions
from workbench.review import QueueUnavailable, Store, connection
from workbench.review.acting import Deed
from workbench.review.handing import Handing
from workbench.review.ledger import Place
from workbench.review.talking import Message

AT = "2026-11-25T09:41:07+00:00"
LONG = TEXT + "It is a wonder to read this line once more.\n" * 4000


def _warn(store: Store, at: str = AT) -> object:
    given = {"notice": "Do not use these drops."}
    place = Place("notice", "drops", "drops")
    return store.act(Deed(place=place, action="warn", person=MARA, on=DAY, at=at, given=given))


def _decide(store: Store, at: str = AT) -> object:
    return store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading", "Why? " * 90, at=at)


def _send(store: Store, at: str = AT) -> object:
    return store.send(Message(article="drops", person=MARA, text="Look again. " * 160, on=DAY, at=at))


def _hand(store: Store, at: str = AT) -> object:
    return store.hand(Handing(article="drops", person=MARA, to="ines", due=DAY, on=DAY, at=at))


def _record(store: Store, at: str = AT) -> object:
    return store.record([seen(LONG)], at=at)


def _turn(store: Store) -> object:
    assert store.decide("drops", name_of(store, "cure"), "fix", MARA, note="Why? " * 90, at=AT).ok
    return store.decide("drops", name_of(store, "cure"), "undo", MARA, at=AT)


STEPS: dict[str, Callable[..., object]] = {
    "decide": _decide, "act": _warn, "send": _send, "hand": _hand, "record": _record,
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)], at=AT)
    return tmp_path


def stored(root: Path) -> list[Any]:
    tables = ("articles", "revisions", "findings", "history", "decisions", "steps", "messages", "cases", "claims")
    return [sorted(map(repr, rows(root, f"SELECT * FROM {table}"))) for table in tables]


def refused(step: Callable[[], object], told: str) -> None:
    with pytest.raises(QueueUnavailable, match=told) as error:
        step()
    assert error.value.exit_code == 3
    assert "\n" not in str(error.value)


def full(store: Store, room: int) -> None:
    """From now on the database may grow by so many pages."""
    with connection.reading(store._engine) as there:
        pages = there.exec_driver_sql("PRAGMA page_count").scalar() or 0
        there.exec_driver_sql(f"PRAGMA max_page_count = {pages + room}")


@pytest.mark.parametrize("step", ["turn", "send", "record"])
def test_a_full_database_refuses_whole_steps_and_goes_on_when_there_is_room(root: Path, step: str) -> None:
    with opened(root) as store:
        before = stored(root)
        full(store, 0)
        take = _turn if step == "turn" else STEPS[step]
        refused(lambda: [take(store) for _ in range(50)], "the disk is full; nothing was changed. Make room")
        full(store, 10_000)
        assert store.verify() == []
        assert step != "record" or stored(root) == before  # of many steps, those before it are whole
        _decide(store)
        assert store.verify() == []
    assert mixed.problems(root, []) == []


def test_a_full_disk_keeps_what_was_reported(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        newsroom_ = disk / "newsroom"
        newsroom_.mkdir()
        done = []
        with opened(newsroom_) as store:
            store.record([seen(TEXT)], at=AT)
            with pytest.raises(QueueUnavailable, match=r"the disk is full|No space left"):
                for number in range(100_000):
                    store.send(Message(
                        article="drops", person=MARA, text="x" * 1900, on=DAY, at=AT, request=f"m{number}"
                    ))  # fmt: skip
                    done.append(f"m{number}")
        kept = shutil.copytree(newsroom_, tmp_path / "kept")
    assert len(done) > 3
    assert mixed.problems(kept, done) == []


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(folder)], capture_output=True, text=True, check=False
    ) if shutil.which("mount") else None  # fmt: skip
    if made is None or made.returncode:
        pytest.skip("NOT TESTED: a disk that is really full needs the right to mount a small one (run as root)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="NOT TESTED: no /dev/full, which is Linux's full disk")
def test_where_the_file_finds_no_room_the_decision_is_safe_and_the_next_start_writes_it(root: Path) -> None:
    (root / "claims").mkdir()
    half = root / "claims/.decisions.csv.part"
    half.symlink_to("/dev/full")
    with opened(root) as store:
        refused(
            lambda: _decide(store), r"decisions\.csv cannot be written \(No space left on device\)\. Your decisions"
        )
    assert file_text(root) == ""
    half.unlink()
    with opened(root):
        assert "no-wonder" in file_text(root)
    assert mixed.problems(root, []) == []


def as_somebody(root: Path, work: Callable[[], object]) -> str:
    """What another user is told, in a process of its own; the tests may run as root, who is refused nothing."""
    hearing, telling = os.pipe()
    with warnings.catch_warnings():  # later Pythons mind threads, of which the child needs none
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        told: object = "the child failed"
        try:
            if owner := servers.somebody():
                os.setgroups([])
                os.setgid(owner[1])
                os.setuid(owner[0])
            try:
                told = work()
            except QueueUnavailable as error:
                told = f"{type(error).__name__}: {error}"
        finally:
            os.write(telling, pickle.dumps(str(told)))
            os._exit(0)
    os.close(telling)
    with os.fdopen(hearing, "rb") as pipe:
        answer = pickle.loads(pipe.read())
    os.waitpid(pid, 0)
    return str(answer)


@pytest.fixture
def theirs() -> Iterator[Path]:
    """A newsroom that belongs to the user of `as_somebody`."""
    if os.name != "posix":
        pytest.skip("NOT TESTED: rights and fork are POSIX")
    folder = Path(mkdtemp(prefix="workbench-"))
    with opened(folder) as store:
        store.record([seen(TEXT)], at=AT)
        store.decide("drops", name_of(store, "always"), "dismiss", INES, "wrong reading", at=AT)
    owner = servers.somebody()
    for path in (folder, *folder.rglob("*")):
        if owner:
            os.chown(path, *owner)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("place", "mode", "told"),
    [
        (".workbench/queue.sqlite", 0o400, "may not be written; nothing was changed. Check the rights of the file"),
        (".workbench", 0o500, "Check th"),
        ("claims", 0o500, "decisions.csv cannot be written (Permission denied). Your decisions are safe"),
        (".", 0o700, "True"),
    ],
)
def test_without_the_right_to_write_it_says_which_and_keeps_everything(
    theirs: Path, place: str, mode: int, told: str
) -> None:
    before, path = stored(theirs), theirs / place
    owner = servers.somebody()
    path.chmod(mode)

    def work() -> object:
        with opened(theirs) as store:
            return store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading", at=AT).ok

    assert told in as_somebody(theirs, work)
    path.chmod(0o700)
    safe = place in ("claims", ".")
    assert (stored(theirs) == before) is not safe
    if owner:
        for one in theirs.rglob("*"):
            os.chown(one, *owner)
    with opened(theirs) as store:
        assert store.verify() == []
        assert ("no-wonder" in file_text(theirs)) is safe


def test_a_file_that_may_not_be_read_says_so_and_nothing_is_decided(theirs: Path) -> None:
    (theirs / decisions.NAME).chmod(0)
    before = stored(theirs)
    told = as_somebody(theirs, lambda: opened(theirs).close())
    assert "claims/decisions.csv cannot be read (Permission denied); nothing was changed" in told
    assert stored(theirs) == before


def test_a_newsroom_that_may_not_be_written_gets_no_queue(theirs: Path) -> None:
    shutil.rmtree(theirs / ".workbench")
    theirs.chmod(0o500)
    told = as_somebody(theirs, lambda: Store.open("", theirs, DAY).close())
    assert ".workbench cannot be made (Permission denied); check the rights of its parent" in told


@pytest.mark.parametrize("step", STEPS)
def test_a_lock_that_is_not_given_back_stops_every_step_with_nothing_done(
    root: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.05)
    with opened(root) as store, closing(connect(root / ".workbench/queue.sqlite")) as raw:
        before = stored(root)
        raw.execute("BEGIN IMMEDIATE")
        refused(lambda: STEPS[step](store), "is locked by another program; nothing was changed")
        raw.rollback()
        assert stored(root) == before
        STEPS[step](store)
        assert store.verify() == []


def test_a_database_of_a_newer_program_is_refused_with_every_byte_as_it_was(root: Path) -> None:
    with closing(connect(root / ".workbench/queue.sqlite")) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (root / ".workbench/queue.sqlite").read_bytes()
    refused(lambda: opened(root), r"newer workbench \(form 9999.*nothing was changed\. Update the workbench")
    assert (root / ".workbench/queue.sqlite").read_bytes() == before


@pytest.mark.parametrize("damage", ["middle", "cut"])
def test_a_damaged_database_says_so_and_the_file_brings_the_decisions_back(root: Path, damage: str) -> None:
    with opened(root) as store:
        _decide(store)
    filed, path = file_text(root), root / ".workbench/queue.sqlite"
    data = path.read_bytes()
    cut = len(data) // 2
    path.write_bytes(data[:cut] if damage == "cut" else data[:4096] + b"\xff" * (len(data) - 8192) + data[-4096:])

    def work() -> None:
        with opened(root) as store:
            store.record([seen(LONG)], at=AT)
            store.verify()

    refused(work, r"is damaged\. Move it aside; the next start takes the decisions from claims/decisions\.csv")
    assert file_text(root) == filed
    (root / ".workbench").rename(root / "aside")
    with opened(root) as store:
        store.record([seen(TEXT)], at=AT)
        assert store.states("drops")[name_of(store, "wonder")]["state"] == "dismissed"
    assert file_text(root) == filed


def test_a_server_that_stops_in_the_middle_has_all_that_was_reported_when_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT", 1.0)
    with servers.running() as server:
        monkeypatch.setattr(newsroom, "SERVER", server)
        url = url_of(tmp_path) + "%20-csynchronous_commit%3Don"  # which the other tests do without
        with Store.open(url, tmp_path, DAY) as store:
            store.record([seen(TEXT)], at=AT)
            name = name_of(store, "wonder")
            assert store.decide("drops", name_of(store, "always"), "dismiss", INES, "wrong reading", at=AT).ok
            with (
                pytest.raises(QueueUnavailable, match=r"was lost on the way.*there whole or not at all"),
                connection.writing(store._engine) as there,
            ):
                there.exec_driver_sql("UPDATE articles SET title = 'Half done'")
                server.stop()
                there.exec_driver_sql("UPDATE articles SET title = 'Half done'")
            refused(lambda: store.decide("drops", name, "fix", MARA, at=AT), "cannot be reached|lost on the way")
            with servers.again(server):
                assert store.queue()[0]["title"] == "Drops"
                assert store.decide("drops", name, "dismiss", MARA, "wrong reading", at=AT).ok
                assert store.verify() == []
                store.export()
        assert file_text(tmp_path).count("dismissed") == 2


class TestClock:
    """A clock that goes backwards; `at` is what counts, the day of the checks may be any."""

    @pytest.mark.parametrize("step", STEPS)
    def test_more_than_a_day_is_refused_with_the_newest_moment(self, root: Path, step: str) -> None:
        with opened(root) as store:
            before = stored(root)
            told = (
                rf"newest row of its history is from {AT[:19]}.*clock says 2026-11-24T09:41:06.*"
                r"Nothing was changed\. Set the clock right, then try again"
            )
            refused(lambda: STEPS[step](store, "2026-11-24T09:41:06+00:00"), told)
            assert stored(root) == before
            STEPS[step](store, "2026-11-24T09:41:07+00:00")
            assert store.verify() == []

    @pytest.mark.parametrize("at", ["2026-11-24T10:00:00+00:00", "2026-11-25T09:41:06+00:00", "2026-11-25T10:00+01:00"])
    def test_less_keeps_the_order(self, root: Path, at: str) -> None:
        with opened(root) as store:
            _decide(store, at)
            _send(store, at)
            _warn(store, at)
        for table in ("history", "decisions", "messages", "steps"):
            assert {row[0] for row in rows(root, f"SELECT at FROM {table}")} == {AT}, table

    @pytest.mark.parametrize("at", [AT, "2026-11-25T09:41:08+00:00", "2026-11-25T11:41:07+01:00", "2026-11-25"])
    def test_a_clock_that_goes_forwards_is_believed(self, root: Path, at: str) -> None:
        with opened(root) as store:
            _send(store, at)
        assert rows(root, "SELECT at FROM messages") == [(at,)]

    def test_many_small_steps_do_not_add_up(self, root: Path) -> None:
        with opened(root) as store:
            for hour in range(20, -1, -4):
                _send(store, f"2026-11-24T{hour:02}:00:00+00:00" if hour >= 12 else f"2026-11-25T{hour:02}:00:00+00:00")
            refused(lambda: _send(store, "2026-11-23T20:00:00+00:00"), "from 2026-11-25T09:41:07")

    def test_a_wait_that_begins_while_the_clock_is_behind_is_not_shorter(self, root: Path) -> None:
        with opened(root) as store:
            _warn(store, "2026-11-24T12:00:00+00:00")
            place, said = Place("notice", "drops", "drops"), "2026-11-24T12:00:00+00:00"
            assert store.act(Deed(place=place, action="agree", person=INES, on=DAY, at=said)).ok
            assert rows(root, "SELECT state, since FROM cases") == [("live", AT)]
            store.record([], at="2026-11-26T09:41:06+00:00")
            assert rows(root, "SELECT state FROM cases") == [("live",)]
            store.record([], at="2026-11-26T09:41:07+00:00")
            assert rows(root, "SELECT state FROM cases") == [("over",)]

    def test_the_day_of_the_checks_may_lie_far_back(self, root: Path) -> None:
        past = date(2026, 1, 2)
        with opened(root, as_of=past) as store:
            store.record([seen(LONG)], at=AT)
            assert store.decide("drops", name_of(store, "cure"), "fix", MARA, at=AT).ok
            assert store.verify() == []

    def test_a_file_is_taken_over_on_any_day(self, root: Path) -> None:
        with opened(root) as store:
            name = name_of(store, "wonder")
        line = f"drops,no-wonder,{name},wonder,dismissed,wrong reading,,tom,,2026-01-01,,"
        (root / "claims").mkdir()
        (root / decisions.NAME).write_text(f"{','.join(decisions.COLUMNS)}\n{line}\n", encoding="utf-8")
        with opened(root, as_of=date(2026, 1, 2)) as store:
            assert store.verify() == []
        assert rows(root, "SELECT at FROM history ORDER BY id DESC LIMIT 1") == [(AT,)]

    @pytest.mark.parametrize(("at", "kept"), [("2026-11-24", AT), ("2020-01-01", AT), ("2026-11-25", "2026-11-25")])
    def test_a_day_alone_is_no_clock_and_stays_in_order(self, root: Path, at: str, kept: str) -> None:
        with opened(root, as_of=date.fromisoformat(at)) as store:
            _send(store, at)
            store.begin("drops", MARA)
        assert rows(root, "SELECT at FROM messages") == [(kept,)]
        assert rows(root, "SELECT at FROM history ORDER BY id DESC LIMIT 1") == [(kept,)]

    def test_without_rows_any_moment_will_do(self, tmp_path: Path) -> None:
        with opened(tmp_path) as store:
            store.record([seen(TEXT)], at="1999-01-01T00:00:00+00:00")
            assert store.verify() == []


def test_the_judge_of_these_tests_objects(root: Path) -> None:
    """What is asked after every kill would notice a step that is lost, a state that is not so, a file that lags."""
    with opened(root) as store:
        _decide(store)
    assert mixed.problems(root, []) == []
    assert mixed.problems(root, ["r1"]) == ["r1 was reported and is lost"]
    newsroom.changed(root, "UPDATE findings SET state = 'fix' WHERE text = 'cure'")
    assert any("stored as fix, by its decisions open" in told for told in mixed.problems(root, []))
    newsroom.changed(root, "UPDATE findings SET state = 'open' WHERE text = 'cure'")
    newsroom.changed(root, "UPDATE articles SET errors = 7")
    assert any("shows (7, " in told for told in mixed.problems(root, []))
