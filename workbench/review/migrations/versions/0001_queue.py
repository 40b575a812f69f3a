"""The review queue: articles, revisions, findings, decisions, and a history that the database itself protects."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# INSERT OR REPLACE deletes without firing DELETE triggers, so an insert that would replace a row is refused as well.
_SQLITE = (
    """CREATE TRIGGER history_is_never_updated BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END""",
    """CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END""",
    """CREATE TRIGGER history_is_a_chain BEFORE INSERT ON history
    WHEN NEW.prev IS NOT COALESCE((SELECT hash FROM history ORDER BY id DESC LIMIT 1), '')
      OR EXISTS (SELECT 1 FROM history WHERE id = NEW.id OR hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'history is append-only and every row follows the last one'); END""",
    """CREATE TRIGGER decisions_are_never_updated BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END""",
    """CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END""",
    """CREATE TRIGGER decisions_are_never_replaced BEFORE INSERT ON decisions
    WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id OR request = NEW.request OR history = NEW.history)
    BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END""",
)

# What SQLite's one writer at a time gives for nothing: the lock that `workbench.review.postgres` takes, and numbers
# without a gap, so that a writer who looks at an old snapshot cannot hang a second row on the same one.
# ALWAYS: they also hold where a session has switched triggers off for replication.
_POSTGRES = (
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only', ERRCODE = 'integrity_constraint_violation';
    END $$""",
    """CREATE FUNCTION follow_the_last_row() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE last record;
    BEGIN
      PERFORM pg_advisory_xact_lock(5730226118453601923);
      EXECUTE 'SELECT id, hash FROM ' || TG_RELID::regclass || ' ORDER BY id DESC LIMIT 1' INTO last;
      IF NEW.prev IS DISTINCT FROM COALESCE(last.hash, '') OR NEW.id IS DISTINCT FROM COALESCE(last.id, 0) + 1 THEN
        RAISE EXCEPTION USING MESSAGE = 'history is append-only and every row follows the last one',
          ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$""",
    """CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER history_is_a_chain BEFORE INSERT ON history
    FOR EACH ROW EXECUTE FUNCTION follow_the_last_row()""",
    """CREATE TRIGGER decisions_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    "ALTER TABLE history ENABLE ALWAYS TRIGGER history_is_append_only",
    "ALTER TABLE history ENABLE ALWAYS TRIGGER history_is_a_chain",
    "ALTER TABLE decisions ENABLE ALWAYS TRIGGER decisions_are_append_only",
)


def upgrade() -> None:
    """Make the five tables and the triggers."""
    _articles()
    _revisions()
    _findings()
    _history()
    _decisions()
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRES:
        op.get_bind().exec_driver_sql(statement)


def _text(name: str, default: str | None = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("name", sa.Text, primary_key=True),
        _text("path"),
        _text("title"),
        sa.Column("words", sa.Integer, nullable=False, server_default="0"),
        sa.Column("risk", sa.Integer, nullable=False, server_default="0"),
        sa.Column("parts", sa.JSON, nullable=False, server_default="[]"),
        sa.Column("unknowns", sa.Integer, nullable=False, server_default="0"),
        _text("state", "new"),
        sa.Column("revision", sa.Integer, nullable=False, server_default="0"),
        sa.Column("first_seen", sa.Text),
        sa.Column("last_checked", sa.Text),
        sa.CheckConstraint("\"state\" IN ('new', 'in review')", name="state_is_known"),
        sa.CheckConstraint("risk BETWEEN 0 AND 100", name="risk_is_a_score"),
        sa.CheckConstraint("(revision = 0) = (last_checked IS NULL)", name="read_means_checked"),
    )


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("as_of", sa.Text, nullable=False),
        sa.CheckConstraint("number > 0", name="numbers_start_at_one"),
        sa.CheckConstraint("length(text_hash) = 64", name="text_hash_is_sha256"),
    )


def _findings() -> None:
    op.create_table(
        "findings",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name"), primary_key=True),
        sa.Column("check", sa.Text, primary_key=True),
        sa.Column("fingerprint", sa.Text, primary_key=True),
        _text("severity", None),
        _text("topic"),
        _text("category"),
        _text("text"),
        _text("sentence"),
        _text("message"),
        sa.Column("held_back", sa.Boolean, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        _text("state", "open"),
        sa.Column("since", sa.Text, nullable=False),
        sa.Column("first_revision", sa.Integer, nullable=False),
        sa.Column("last_revision", sa.Integer, nullable=False),
        sa.CheckConstraint("\"severity\" IN ('error', 'warning', 'note')", name="severity_is_known"),
        sa.CheckConstraint(
            "\"state\" IN ('open', 'fix', 'dismissed', 'accepted', 'second', 'changed', 'fixed')",
            name="state_is_known",
        ),
        sa.CheckConstraint("first_revision <= last_revision", name="revisions_go_forward"),
        sa.ForeignKeyConstraint(["article", "first_revision"], ["revisions.article", "revisions.number"]),
        sa.ForeignKeyConstraint(["article", "last_revision"], ["revisions.article", "revisions.number"]),
    )
    op.create_index("findings_by_state", "findings", ["state", "article"])


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name"), nullable=False),
        _text("at", None),
        _text("event", None),
        _text("who", None),
        _text("check"),
        _text("fingerprint"),
        _text("what", None),
        _text("before"),
        _text("after"),
        _text("reason"),
        _text("note"),
        _text("text_hash"),
        _text("sitting"),
        _text("prev", None),
        sa.Column("hash", sa.Text, nullable=False, unique=True),
        sa.CheckConstraint("\"event\" IN ('check', 'open', 'decision', 'undo', 'import')", name="event_is_known"),
        sqlite_autoincrement=True,
    )
    op.create_index("history_by_article", "history", ["article"])


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name"), nullable=False),
        _text("check", None),
        _text("fingerprint", None),
        _text("text"),
        _text("decision", None),
        _text("reason"),
        _text("note"),
        _text("by", None),
        _text("by_name"),
        _text("second"),
        _text("on", None),
        _text("until"),
        _text("text_hash"),
        _text("actor", None),
        _text("sitting"),
        sa.Column("request", sa.Text, unique=True),
        sa.Column("ends", sa.Integer, sa.ForeignKey("decisions.id")),
        sa.Column("history", sa.Integer, sa.ForeignKey("history.id"), nullable=False, unique=True),
        sa.CheckConstraint(
            "\"decision\" IN ('dismissed', 'accepted', 'baseline', 'fix', 'second', 'undone')",
            name="decision_is_known",
        ),
        sa.CheckConstraint("decision != 'undone' OR ends IS NOT NULL", name="undone_needs_its_decision"),
        sa.CheckConstraint("decision != 'accepted' OR until != ''", name="accepted_needs_an_end"),
        sa.CheckConstraint("\"by\" != '' AND \"on\" != '' AND actor != ''", name="somebody_some_day"),
        sa.CheckConstraint('second != "by"', name="second_is_another_person"),
        sqlite_autoincrement=True,
    )
    op.create_index("decisions_by_article", "decisions", ["article"])
    op.create_index("decisions_by_end", "decisions", ["ends"])
