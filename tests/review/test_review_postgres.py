"""The queue on PostgreSQL where it cannot be used: one clear line, exit code 3, nothing half done, no password told."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import DAY, MARA, TEXT, file_text, name_of, opened, rewritten, rows, seen, url_of
from postgres import GUARDED, PASSWORD, Server
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from workbench import queueing
from workbench.review import QueueUnavailable, Store, connection, postgres

pytestmark = pytest.mark.usefixtures("on_postgres")
RIGHT = quote(PASSWORD, safe="")


@pytest.fixture(scope="module")
def on_postgres(postgres: Server) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsroom.SERVER", postgres)
        yield


def refused(url: str, root: Path) -> str:
    with pytest.raises(QueueUnavailable) as error:
        Store.open(url, root, DAY)
    assert error.value.exit_code == 3
    assert not {"wrong", PASSWORD, RIGHT} & set(re.split(r"[:@ ]", str(error.value)))
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("postgresql://{guarded}:wrong@/postgres?host={here}", "“postgres” on {here} does not let this user in"),
        ("postgresql://{guarded}@/postgres?host={here}", "does not let this user in with this password"),
        ("postgresql://nobody-here@/postgres?host={here}", "does not know this user"),
        ("postgresql://workbench@/nowhere?host={here}", "“nowhere” on {here} does not exist. Check its name"),
        ("postgresql://workbench@/postgres?host={here}/none", "cannot be reached (No such file or directory)"),
        ("postgres://workbench@127.0.0.1:1/queue", "“queue” on 127.0.0.1 cannot be reached (Connection refused)"),
        ("postgresql+psycopg://{guarded}:{right}@/postgres?host={here}", "may not be used like this by the user"),
    ],
)
def test_who_cannot_be_let_in_is_told_why(tmp_path: Path, postgres: Server, form: str, told: str) -> None:
    words = {"guarded": GUARDED, "here": str(postgres.folder), "right": RIGHT}
    assert told.format(**words) in refused(form.format(**words), tmp_path)


def test_a_queue_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
    url = url_of(tmp_path) + "%20-cdefault_transaction_read_only%3Don"
    with Store.open(url, tmp_path, DAY) as store:
        assert store.queue()[0]["name"] == "drops"
        with pytest.raises(QueueUnavailable, match="may only be read; nothing was changed"):
            store.decide("drops", name_of(store, "cure"), "fix", MARA)


def test_a_database_that_cannot_hold_every_text_is_refused_before_anything_is_made(
    tmp_path: Path, postgres: Server
) -> None:
    postgres.ask("public", "CREATE DATABASE old_fashioned TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    url = postgres.url("public", database="old_fashioned")
    assert "it keeps text as LATIN1, which cannot hold every article" in refused(url, tmp_path)
    assert "LATIN1" in refused(url, tmp_path)  # not even the table of migrations is there


def test_a_server_that_is_too_old_is_named(tmp_path: Path, postgres: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.review.postgres.OLDEST", 99)
    assert ", and 99 or newer is needed; ask" in refused(postgres.create("too_old"), tmp_path)


def test_the_commands_work_on_it_from_list_to_audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/drops.md").write_text("# Drops\n\nOf the 10 people, 70.8% improved.\n", encoding="utf-8")
    wanted = queueing.Wanted(DAY, at="2026-11-25T09:41:07+00:00", url=url_of(tmp_path))
    assert "drops" in queueing.list_articles(wanted, tmp_path)[0]
    ((name,),) = rows(tmp_path, "SELECT fingerprint FROM findings WHERE \"check\" = 'impossible-percentage'")
    assert queueing.decide(wanted, tmp_path, "drops", name, "dismiss", "2", person=MARA)[1] == 0
    assert not (tmp_path / "claims").exists() and not (tmp_path / ".workbench").exists()
    assert queueing.export(wanted, tmp_path) == ("claims/decisions.csv: 1 decision.\n", 0)
    assert name in file_text(tmp_path)
    assert f"{name}  Dismissed: quoted or denied · mara, 25 Nov" in queueing.show(wanted, tmp_path, "drops")[0]
    assert queueing.audit(wanted, tmp_path)[1] == 0
    rewritten(tmp_path, "UPDATE history SET who = 'tom' WHERE id = 1")
    assert queueing.audit(wanted, tmp_path)[1] == 3


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("53100", "could not be written: the server's disk is full; nothing was changed"),
        ("53200", "the server has no memory left"),
        ("53300", "takes no more connections"),
        ("57014", "took too long to answer"),
        ("40P01", "was wanted by two programs at once; nothing was changed. Try again"),
        ("40001", "was wanted by two programs at once"),
        ("58030", "the server's disk reports an error"),
        ("XX001", "is damaged"),
    ],
)
def test_what_the_server_reports_is_said_in_words_and_nothing_is_kept(tmp_path: Path, code: str, told: str) -> None:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        with pytest.raises(QueueUnavailable, match=re.escape(told)), connection.writing(store._engine) as there:
            there.exec_driver_sql("UPDATE articles SET title = 'Half done'")
            there.exec_driver_sql(f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{code}'; END $$")
        assert store.queue()[0]["title"] == "Drops"


def test_a_mistake_of_ours_is_not_dressed_up_as_one_of_the_server(tmp_path: Path) -> None:
    with (
        opened(tmp_path) as store,
        pytest.raises(Exception, match="nonsense") as error,
        connection.reading(store._engine) as there,
    ):
        there.exec_driver_sql("SELECT nonsense")
    assert not isinstance(error.value, QueueUnavailable)


def test_a_connection_that_is_cut_says_so_and_the_next_decision_finds_a_new_one(
    tmp_path: Path, postgres: Server
) -> None:
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'workbench'"
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        name = name_of(store, "cure")
        with (
            pytest.raises(QueueUnavailable, match=r"was lost on the way.*; look, then try again"),
            connection.writing(store._engine) as there,
        ):
            there.exec_driver_sql("UPDATE articles SET title = 'Half done'")
            postgres.ask("public", cut)
            there.exec_driver_sql("UPDATE articles SET title = 'Half done'")
        assert store.queue()[0]["title"] == "Drops"
        postgres.ask("public", cut)  # between two transactions nobody notices
        assert store.decide("drops", name, "fix", MARA).ok


def test_a_short_wait_for_another_program_is_no_error(tmp_path: Path) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as other:
        store.record([seen(TEXT)])
        name, held, done = name_of(store, "cure"), threading.Event(), threading.Event()

        def hold() -> None:
            with connection.writing(other._engine):
                held.set()
                done.wait(0.3)

        thread = threading.Thread(target=hold)
        thread.start()
        assert held.wait(5)
        assert store.decide("drops", name, "fix", MARA).ok
        thread.join()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("connection failed: FATAL:  sorry, too many clients already", "takes no more connections"),
        ("connection failed: FATAL:  no pg_hba.conf entry for host", "does not let this user in from this machine"),
        ("connection failed: FATAL:  the database system is starting up", "is just starting"),
        ("connection failed: FATAL:  la base « queue » n'existe pas", "cannot be reached (FATAL:  la base"),
        ("failed to resolve host 'db': Name or service not known", "cannot be reached"),
        ("consuming input failed: server closed the connection unexpectedly", "was lost on the way"),
        ("something else", ""),
    ],
)
def test_a_connection_that_was_never_made_is_known_by_its_words(said: str, told: str) -> None:
    found = postgres.remedy(OperationalError(None, None, Exception(said)))
    assert told in found and bool(told) == bool(found)


def test_without_its_driver_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "pip install 'workbench[postgres]'" in refused("postgresql://workbench@/queue", tmp_path)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("postgresql://mara:secret@db.example.org/queue", "the database “queue” on db.example.org"),
        ("postgresql:///queue?host=/run/postgresql&password=secret", "the database “queue” on /run/postgresql"),
        ("postgresql:///queue", "the database “queue”"),
        ("postgresql://", "the database"),
    ],
)
def test_messages_name_the_database_without_its_password(url: str, name: str) -> None:
    assert postgres.called(make_url(url)) == name


@given(st.text(st.sampled_from("a\0\ufdd0\ufdd1\ufdd2"), max_size=8))
def test_any_text_comes_back_as_it_was_and_no_two_are_stored_alike(text: str) -> None:
    written, dialect = postgres.Written(), postgresql.dialect()
    stored = written.process_bind_param(text, dialect)
    assert stored is not None and "\0" not in stored
    assert written.process_result_value(stored, dialect) == text
