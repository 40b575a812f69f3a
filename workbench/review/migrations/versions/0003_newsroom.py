"""The whole newsroom: what is live beside what is written, every role's steps, claims, facts, messages."""

import sqlalchemy as sa
from alembic import op

from workbench.review.migrations.rebuilding import alter, rebuild

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_KNOWN = {  # table: (column, the words that were known, the words that are known now)
    "articles": ("state", "'new', 'in review'", "'none', 'new', 'in review', 'changes requested', 'approved'"),
    "findings": (
        "state",
        "'open', 'fix', 'dismissed', 'accepted', 'second', 'changed', 'fixed'",
        "'open', 'fix', 'dismissed', 'accepted', 'second', 'changed', 'fixed', 'accepting', 'questioned', 'contested'",
    ),
    "history": (
        "event",
        "'check', 'open', 'decision', 'undo', 'import'",
        "'check', 'open', 'decision', 'undo', 'import', 'step', 'message', 'assign'",
    ),
    "decisions": (
        "decision",
        "'dismissed', 'accepted', 'baseline', 'fix', 'second', 'undone'",
        "'dismissed', 'accepted', 'baseline', 'fix', 'second', 'accepting', 'questioned', 'contested', 'undone'",
    ),
}

_LIVE = "\"live\" IN ('none', 'published', 'expired', 'inherited', 'held', 'putting back')"

_SQLITE_NEW = tuple(
    statement
    for table in ("steps", "messages")
    for statement in (
        f"""CREATE TRIGGER {table}_are_never_updated BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END""",
        f"""CREATE TRIGGER {table}_are_never_deleted BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END""",
        f"""CREATE TRIGGER {table}_are_never_replaced BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR request = NEW.request OR history = NEW.history)
    BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END""",
    )
)

_POSTGRES_NEW = tuple(
    statement
    for table in ("steps", "messages")
    for statement in (
        f"""CREATE TRIGGER {table}_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_are_append_only",
    )
)

# What a complaint holds: `findings` and `claims` are rewritten by every check, never deleted.
_KEPT = ("revisions", "findings", "claims", "cases")
_HELD = "EXISTS (SELECT 1 FROM cases WHERE subject = 'complaint' AND article = OLD.article)"
_WORDS = "a complaint holds the records of this article"

_SQLITE_HELD = (
    *(
        f"""CREATE TRIGGER {table}_are_held BEFORE DELETE ON {table} WHEN {_HELD}
    BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"""
        for table in _KEPT
    ),
    f"""CREATE TRIGGER revisions_are_not_rewritten
    BEFORE UPDATE OF article, number, text_hash, text, as_of ON revisions WHEN {_HELD}
    BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END""",
    """CREATE TRIGGER revisions_are_not_replaced BEFORE INSERT ON revisions
    WHEN EXISTS (SELECT 1 FROM revisions WHERE article = NEW.article AND number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'a revision is stored once'); END""",
)

_POSTGRES_HELD = (
    f"""CREATE FUNCTION refuse_purge() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF {_HELD} THEN
        RAISE EXCEPTION USING MESSAGE = '{_WORDS}', ERRCODE = 'integrity_constraint_violation';
      END IF;
      IF TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
      RETURN OLD;
    END $$""",
    *(
        f"""CREATE TRIGGER {table}_are_held BEFORE DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION refuse_purge()"""
        for table in _KEPT
    ),
    """CREATE TRIGGER revisions_are_not_rewritten BEFORE UPDATE OF article, number, text_hash, text, as_of ON revisions
    FOR EACH ROW EXECUTE FUNCTION refuse_purge()""",
    *(
        f"""CREATE TRIGGER {table}_are_never_truncated BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"""
        for table in _KEPT
    ),
    *(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_are_never_truncated" for table in _KEPT),
    *(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_are_held" for table in _KEPT),
    "ALTER TABLE revisions ENABLE ALWAYS TRIGGER revisions_are_not_rewritten",
)


def upgrade() -> None:
    """Widen the four tables that say which words they know, add columns to them, and make four tables more."""
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    for table, (column, before, now) in _KNOWN.items():
        (rebuild if sqlite else alter)(connection, table, column, before, now)
        if table == "history" and not sqlite:
            connection.exec_driver_sql("ALTER TABLE history ALTER COLUMN article DROP NOT NULL")
    _columns(sqlite)
    _tables()
    op.create_index("articles_by_last_day", "articles", ["live_until"])
    op.create_index("articles_by_risk", "articles", ["risk", "oldest", "due", "revision", "live", "state", "name"])
    for statement in (*_SQLITE_NEW, *_SQLITE_HELD) if sqlite else (*_POSTGRES_NEW, *_POSTGRES_HELD):
        connection.exec_driver_sql(statement)


def _text(name: str, default: str | None = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _number(name: str, default: str = "0") -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default=default)


def _json(name: str, default: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON, nullable=False, server_default=default)


def _columns(sqlite: bool) -> None:
    live = sa.Column("live", sa.Text, sa.CheckConstraint(_LIVE, name="live_is_known"), nullable=False,
                     server_default="none")  # fmt: skip
    if sqlite:  # takes a check with the column; elsewhere it is named as a constraint of the table
        op.get_bind().exec_driver_sql(
            "ALTER TABLE articles ADD COLUMN live TEXT NOT NULL DEFAULT 'none'"
            f" CONSTRAINT live_is_known CHECK ({_LIVE})"
        )
    else:
        op.add_column("articles", live)
    words = ("held_from", "live_hash", "live_address", "live_since", "live_until", "since", "stage", "written",
             "assignee", "due", "oldest", "glance")  # fmt: skip
    for name in words:
        op.add_column("articles", _text(name))
    op.add_column("articles", _json("authors", "[]"))
    op.add_column("revisions", _text("surface"))
    for name in ("errors", "warnings", "notes", "waiting"):
        op.add_column("articles", _number(name))
    op.add_column("history", _number("form", "1"))
    for name in ("subject", "key", "check_version", "tool_version", "row_hash"):
        op.add_column("history", _text(name))
    for name in ("at", "fact"):
        op.add_column("decisions", _text(name))
    op.add_column("decisions", _json("roles", "[]"))
    op.add_column("decisions", sa.Column("sample", sa.Boolean, nullable=False, server_default=sa.false()))


def _tables() -> None:
    _claims()
    op.create_table(
        "history_end",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.CheckConstraint("id = 1", name="there_is_one_end"),
    )
    op.get_bind().exec_driver_sql(
        "INSERT INTO history_end SELECT 1, coalesce(max(id), 0),"
        " coalesce((SELECT hash FROM history ORDER BY id DESC LIMIT 1), '') FROM history"
    )
    op.create_table(
        "cases",
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name")),
        _text("state", None),
        _text("since", None),
        _json("given", "{}"),
        sa.CheckConstraint("\"subject\" IN ('notice', 'fact', 'complaint', 'check')", name="subject_is_known"),
    )
    op.create_index("cases_by_article", "cases", ["article"])
    _steps()
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name"), nullable=False),
        _text("fingerprint"),
        _text("by", None),
        _text("by_name"),
        _text("text", None),
        _text("on", None),
        _text("at", None),
        sa.Column("request", sa.Text, unique=True),
        sa.Column("history", sa.Integer, sa.ForeignKey("history.id"), nullable=False, unique=True),
        sqlite_autoincrement=True,
    )
    op.create_index("messages_by_article", "messages", ["article"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name"), primary_key=True),
        sa.Column("claim", sa.Text, primary_key=True),
        _text("type", None),
        _text("text"),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        _text("citation"),
        _text("state", "unsubstantiated"),
        *(_text(name) for name in ("source", "version", "locator", "fact")),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("first_revision", sa.Integer, nullable=False),
        sa.Column("last_revision", sa.Integer, nullable=False),
        sa.CheckConstraint(
            "\"state\" IN ('unsubstantiated', 'substantiated', 'expired', 'disputed')", name="state_is_known"
        ),
        sa.CheckConstraint("first_revision <= last_revision", name="revisions_go_forward"),
        sa.ForeignKeyConstraint(["article", "first_revision"], ["revisions.article", "revisions.number"]),
        sa.ForeignKeyConstraint(["article", "last_revision"], ["revisions.article", "revisions.number"]),
    )
    op.create_index("claims_by_fact", "claims", ["fact"])
    op.create_index("claims_by_name", "claims", ["claim"])


def _steps() -> None:
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer, primary_key=True),
        _text("subject", None),
        _text("key", None),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name")),
        *(_text(name, None) for name in ("action", "before", "after", "by")),
        _text("by_name"),
        _json("roles", "[]"),
        *(_text(name) for name in ("second", "reason", "note", "until", "text_hash")),
        _json("given", "{}"),
        *(_text(name, None) for name in ("on", "at")),
        _text("sitting"),
        sa.Column("request", sa.Text, unique=True),
        sa.Column("history", sa.Integer, sa.ForeignKey("history.id"), nullable=False, unique=True),
        sa.CheckConstraint("\"by\" != '' AND \"on\" != ''", name="somebody_some_day"),
        sqlite_autoincrement=True,
    )
    op.create_index("steps_by_key", "steps", ["subject", "key"])
    op.create_index("steps_by_article", "steps", ["article"])
