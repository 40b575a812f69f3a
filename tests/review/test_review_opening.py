"""Opening the queue by its file: migrations, and one clear line with exit code 3 where it cannot be used."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from newsroom import DAY, MARA, TEXT, name_of, opened, rows, seen

import workbench
from workbench.errors import Usage
from workbench.review import QueueUnavailable, Store, connection, migrating

PACKAGE = Path(workbench.__file__).parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    Store.open("", tmp_path, DAY).close()
    return tmp_path


def refused(root: Path, url: str = "") -> str:
    with pytest.raises(QueueUnavailable) as error:
        Store.open(url, root, DAY).close()
    assert error.value.exit_code == 3
    return str(error.value)


def test_the_code_knows_every_migration() -> None:
    configuration = Config()
    configuration.set_main_option("script_location", str(PACKAGE / "review/migrations"))
    scripts = ScriptDirectory.from_config(configuration)
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == migrating.KNOWN


def test_sqlite_is_held_to_its_rules(root: Path) -> None:
    engine = connection.connect("", root)
    with connection.reading(engine) as there:
        asked = [
            there.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "journal_mode", "synchronous")
        ]
    engine.dispose()
    assert asked == [1, "wal", 2]


def test_opening_again_changes_nothing_and_needs_no_alembic(root: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import date; from workbench.review import Store\n"
        f"Store.open('', Path({str(root)!r}), date(2026, 11, 25)).close()\n"
        "print([name for name in ('alembic', 'mako', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_works_where_it_is_installed(tmp_path: Path) -> None:
    place = tmp_path / "site packages 100%"
    shutil.copytree(PACKAGE, place / "workbench", ignore=shutil.ignore_patterns("__pycache__", "_content"))
    code = (
        "from pathlib import Path; from datetime import date; import workbench; from workbench.review import Store\n"
        f"assert Path(workbench.__file__).is_relative_to({str(place)!r})\n"
        "Store.open('', Path('.'), date(2026, 11, 25)).close()"
    )
    environment = {**os.environ, "PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
    assert len(rows(tmp_path, "SELECT 1 FROM sqlite_master WHERE type = 'trigger'")) == 18


def test_the_folder_keeps_itself_out_of_git(root: Path) -> None:
    assert (root / ".workbench/.gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("name", ["plain", "with space", "per%cent", "quest?ion", "ha#sh", "ümlaut"])
def test_any_folder_name_works(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with opened(tmp_path / name) as store:
        store.record([seen(TEXT)])
    assert (tmp_path / name / ".workbench/queue.sqlite").is_file()


def test_a_named_database_is_used_and_no_folder_is_made(tmp_path: Path) -> None:
    Store.open(f"sqlite:///{tmp_path}/here.sqlite", tmp_path, DAY).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here.sqlite"]


@pytest.mark.parametrize(
    "url",
    [
        "queue",
        "postgresql+psycopg2://x/y",
        "postgresql://u:secret@h:port/y",
        "postgresql://u:sec:ret@h:port/y?password=secret&a=b",
        "mysql://u:secret@x",
        "sqlite://",
        "sqlite:///:memory:",
    ],
)
def test_another_kind_of_database_is_the_callers_mistake_and_no_password_is_repeated(tmp_path: Path, url: str) -> None:
    with pytest.raises(Usage, match=r"sqlite:///folder/queue\.sqlite or postgresql\+psycopg://") as error:
        Store.open(url, tmp_path, DAY)
    assert error.value.exit_code == 2
    assert "secret" not in str(error.value)


def test_a_locked_database_says_so_after_waiting(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.1)
    with opened(root) as store, closing(connect(root / ".workbench/queue.sqlite")) as raw:
        store.record([seen(TEXT)])
        raw.execute("BEGIN IMMEDIATE")
        assert store.queue()[0]["name"] == "drops"  # reading goes on
        with pytest.raises(QueueUnavailable, match="is locked by another program; nothing was changed") as error:
            store.decide("drops", name_of(store, "cure"), "fix", MARA)
        assert error.value.exit_code == 3
        raw.rollback()
        assert store.decide("drops", name_of(store, "cure"), "fix", MARA).ok


def test_a_short_wait_for_another_process_is_no_error(root: Path) -> None:
    code = (
        "import sqlite3, sys, time; raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('BEGIN IMMEDIATE'); print('held', flush=True); time.sleep(0.4); raw.execute('ROLLBACK')"
    )
    path = str(root / ".workbench/queue.sqlite")
    with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with opened(root) as store:
            store.record([seen(TEXT)])
            assert store.queue()[0]["name"] == "drops"


def test_a_read_only_database_says_so(root: Path) -> None:
    url = f"sqlite:///file:{root}/.workbench/queue.sqlite?mode=ro&uri=true"
    with Store.open(url, root, DAY) as store, pytest.raises(QueueUnavailable, match="may not be written"):
        store.record([seen(TEXT)])


def test_what_is_no_database_says_so_and_is_left_alone(root: Path) -> None:
    path = root / ".workbench/queue.sqlite"
    path.write_bytes(b"not a database, " * 300)
    assert "is no database. Move it aside" in refused(root)
    assert path.read_bytes() == b"not a database, " * 300


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(tmp_path, f"sqlite:///{tmp_path}/none/queue.sqlite")
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "cannot be made" in refused(tmp_path / "file")
