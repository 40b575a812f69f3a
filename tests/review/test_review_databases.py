"""SQLite and PostgreSQL hold the same: tables, guards, the same bytes, and what a transaction promises."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import newsroom
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from newsroom import DAY, INES, MARA, TEXT, changed, csv_text, empty, name_of, opened, rows, seen
from postgres import Server
from sqlalchemy import CheckConstraint, Connection, Engine, inspect, select, text, update
from sqlalchemy.exc import IntegrityError

import workbench
from workbench.review import QueueUnavailable, Store, connection, history, migrating, tables

pytestmark = pytest.mark.usefixtures("database")
PACKAGE = Path(workbench.__file__).parent


def test_migrations_make_exactly_the_tables_that_the_code_knows(tmp_path: Path, database: Server | None) -> None:
    engine = connection.connect(empty(tmp_path), tmp_path)
    migrating.migrate(engine)
    with engine.connect() as there:
        assert compare_metadata(MigrationContext.configure(there), tables.metadata) == []
        found = {
            (table, check["name"], check["sqltext"] if database is None else "")  # PostgreSQL rewrites it
            for table in tables.metadata.tables
            for check in inspect(there).get_check_constraints(table)
        }
    engine.dispose()
    constraints = [(t.name, c) for t in tables.metadata.tables.values() for c in t.constraints]
    known = [(t, c.name, str(c.sqltext)) for t, c in constraints if isinstance(c, CheckConstraint)]
    assert found == {(t, name, said if database is None else "") for t, name, said in known}
    assert len(found) == 20


def test_a_database_of_an_older_program_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    url = empty(tmp_path)
    engine = connection.connect(url, tmp_path)
    with connection.writing(engine) as there:
        upgraded(there, "0001")
        there.exec_driver_sql("INSERT INTO articles (name, revision, last_checked) VALUES ('old', 1, '2026-01-02')")
        there.exec_driver_sql(
            f"INSERT INTO revisions VALUES ('old', 1, '{'a' * 64}', 'It was read before.', '2026-01-02')"
        )
    engine.dispose()
    with Store.open(url, tmp_path, DAY) as store:
        record = store.article("old")
    assert (record["text"], record["reading"]) == ("It was read before.", "")


@pytest.mark.parametrize("revision", migrating.KNOWN)
def test_after_every_migration_the_database_refuses_to_rewrite_what_happened(tmp_path: Path, revision: str) -> None:
    """Both before the next one and after it: the rows are there when it runs, and still say what they said."""
    url = empty(tmp_path)
    engine = connection.connect(url, tmp_path)
    with connection.writing(engine) as there:
        upgraded(there, revision)
        as_written_before(there)
    refuses(engine, ("history", "decisions") if revision < "0003" else LEDGERS)
    before = told(engine)
    migrating.migrate(engine)
    refuses(engine, LEDGERS)
    assert told(engine) == before
    engine.dispose()
    with Store.open(url, tmp_path, DAY) as store:
        assert store.verify() == []
        store.record([seen(TEXT)])
        assert store.decide("drops", name_of(store, "wonder"), "fix", MARA).ok
        assert store.verify() == []
        assert [row["form"] for row in store.events()] == [1, 1, 2, 2, 2]


def as_written_before(there: Connection) -> None:
    """Rows as the first form wrote them: a review that started and a fix that was asked."""
    prev = ""
    there.exec_driver_sql("INSERT INTO articles (name, state) VALUES ('old', 'in review')")
    for number, (kind, what, after) in enumerate(
        (("open", "Review started.", ""), ("decision", "Fix asked.", "fix")), 1
    ):
        values = ("old", "2026-01-02", kind, "mara", "c", "f", what, "", after, "", "", "a" * 64, "monday")
        signed = json.dumps([prev, *values], ensure_ascii=False, separators=(",", ":"))
        own = sha256(signed.encode()).hexdigest()
        cells = ", ".join(f"'{value}'" for value in (*values, prev, own))
        there.exec_driver_sql(
            'INSERT INTO history (id, article, at, event, who, "check", fingerprint, what, before, after, reason, note,'
            f" text_hash, sitting, prev, hash) VALUES ({number}, {cells})"
        )
        prev = own
    there.exec_driver_sql(
        'INSERT INTO decisions (id, article, "check", fingerprint, decision, "by", "on", text_hash, actor, sitting,'
        f" history) VALUES (1, 'old', 'c', 'f', 'fix', 'mara', '2026-01-02', '{'a' * 64}', 'mara', 'monday', 2)"
    )
    if there.execute(text("SELECT version_num FROM alembic_version")).scalar() >= "0003":
        there.exec_driver_sql("UPDATE history_end SET number = 2, hash = (SELECT hash FROM history WHERE id = 2)")


def told(engine: Engine) -> list[tuple[object, ...]]:
    """What the tables said in the first form."""
    each = ("id, at, event, who, what, after, prev, hash FROM history", 'id, decision, "by", actor FROM decisions')
    each += ("name AS id, state, risk FROM articles",)
    with connection.reading(engine) as there:
        return [tuple(row) for query in each for row in there.exec_driver_sql(f"SELECT {query} ORDER BY id")]


def upgraded(there: Connection, revision: str) -> None:
    configuration = Config()
    configuration.set_main_option("script_location", str(PACKAGE / "review/migrations"))
    configuration.attributes["connection"] = there
    command.upgrade(configuration, revision)


LEDGERS = ("history", "decisions", "steps", "messages")


def refuses(engine: Engine, ledgers: tuple[str, ...]) -> None:
    each = ["UPDATE {} SET article = article", "DELETE FROM {}"]
    if engine.dialect.name == "postgresql":
        each += ["TRUNCATE {} CASCADE"]
    rows = ledgers[:2] if engine.dialect.name == "sqlite" else ledgers  # SQLite's triggers ask row by row
    for statement in (line.format(table) for line in each for table in rows):
        with pytest.raises(IntegrityError, match="append-only"), connection.writing(engine) as there:
            there.exec_driver_sql(statement)
    with connection.reading(engine) as there:
        (guards,) = there.exec_driver_sql(_GUARDS[engine.dialect.name]).scalars()
    held = (
        ledgers == LEDGERS
    )  # then a complaint guards four more tables, each also against emptying, and revisions twice
    more = {"sqlite": 6, "postgresql": 9}[engine.dialect.name] if held else 0
    assert guards == {"sqlite": 3 * len(ledgers), "postgresql": len(ledgers) + 1}[engine.dialect.name] + more


_GUARDS = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT count(*) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE tgenabled = 'A' AND NOT tgisinternal AND relnamespace = current_schema()::regnamespace",
}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO findings SELECT 'nowhere', \"check\", 'f', severity, topic, category, text, sentence, message, "
        "held_back, place, detail, state, since, first_revision, last_revision FROM findings LIMIT 1",
        "UPDATE findings SET state = 'closed'",
        "UPDATE findings SET severity = 'grave'",
        "UPDATE findings SET first_revision = 2",
        "UPDATE articles SET risk = 101",
        "UPDATE articles SET state = 'closed'",
        "UPDATE articles SET live = 'gone'",
        "UPDATE articles SET revision = 0",
        "DELETE FROM revisions",
        "DELETE FROM articles",
    ],
)
def test_the_database_itself_holds_keys_and_lists(tmp_path: Path, statement: str) -> None:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
    with pytest.raises(Exception, match="constraint"):
        changed(tmp_path, statement)


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    opened(tmp_path).close()
    changed(tmp_path, "UPDATE alembic_version SET version_num = '9999'")
    forms = f"(form 9999, this one knows {migrating.KNOWN[-1]})"
    with pytest.raises(QueueUnavailable) as error:
        opened(tmp_path)
    assert f"was written by a newer workbench {forms}; nothing was changed" in str(error.value)
    assert rows(tmp_path, "SELECT version_num FROM alembic_version") == [("9999",)]


def a_morning(root: Path) -> tuple[object, ...]:
    """Decisions of all kinds, with words that a database may trip over; all that is stored, and the file for CI."""
    hostile = "half \x00 \ufdd0\ufdd2 \u2028 \U0001f600 '; DROP TABLE history; -- %s %(x)s =1+1 \\"
    with opened(root) as store:
        store.record([seen(TEXT), seen(TEXT + "A wonder\x00 pill.\r\n", "Größe/\u00a0x")])
        store.begin("drops", MARA, "2026-11-25T09:41:07+00:00")
        assert store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "other", hostile).ok
        assert store.decide("drops", name_of(store, "cure"), "dismiss", MARA, "agreed exception").ok
        assert store.decide("drops", name_of(store, "cure"), "dismiss", INES, "agreed exception", request="r1").ok
        assert store.decide("drops", "", "undo", INES).ok
        store.record([seen(TEXT.replace("It is a wonder", "This is a wonder"))])
        assert store.verify() == []
        text = store.article("Größe/\u00a0x")["text"]
        assert "wonder\x00 pill.\r\n" in text
        views = [store.queue(), store.article("drops"), store.states("drops")]
        with connection.reading(store._engine) as there:
            kept = [
                [tuple(row) for row in there.execute(select(table).order_by(*table.primary_key))]
                for table in tables.metadata.sorted_tables
            ]
    return views, kept, csv_text(root)


def test_both_keep_and_sign_the_same_to_the_byte(
    tmp_path: Path, database: Server | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = a_morning(tmp_path / "here")
    monkeypatch.setattr(newsroom, "SERVER", None)
    assert a_morning(tmp_path / "there") == found


def test_who_reads_sees_one_moment_and_waits_for_nobody(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        title = select(tables.articles.c.title)
        with connection.reading(store._engine) as reader:
            assert reader.execute(title).scalar() == "Drops"
            with connection.writing(store._engine) as writer:
                writer.execute(update(tables.articles).values(title="Pills"))
                assert reader.execute(title).scalar() == "Drops"
                with connection.reading(store._engine) as another:
                    assert another.execute(title).scalar() == "Drops"
            assert reader.execute(title).scalar() == "Drops"
        with connection.reading(store._engine) as reader:
            assert reader.execute(title).scalar() == "Pills"


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        with pytest.raises(ZeroDivisionError), connection.writing(store._engine) as there:
            history.append(there, [{"article": "drops", "at": "x", "event": "open", "who": "x", "what": "x"}])
            raise ZeroDivisionError
        assert len(rows(tmp_path, "SELECT id FROM history")) == 1
        assert store.decide("drops", name_of(store, "cure"), "fix", MARA).ok
        # then the decision, and the review that it started
        assert rows(tmp_path, "SELECT id FROM history ORDER BY id") == [(1,), (2,), (3,)]


def test_two_writers_never_see_the_same_last_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.1)
    with opened(tmp_path) as store, opened(tmp_path) as other:
        store.record([seen(TEXT)])
        name = name_of(store, "cure")
        with connection.writing(store._engine):
            with pytest.raises(
                QueueUnavailable, match=r"by another program; nothing was changed\. .*ry again"
            ) as error:
                other.decide("drops", name, "fix", MARA)
            assert error.value.exit_code == 3
        assert other.decide("drops", name, "fix", MARA).ok
