"""What screens look up: days of checking, who looks at what, what articles tell, and the same finding elsewhere."""

import sqlalchemy as sa
from alembic import op

from workbench.review.migrations.rebuilding import alter, rebuild

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BEFORE = "'notice', 'fact', 'complaint', 'check'"
_NOW = "'notice', 'fact', 'complaint', 'check', 'conflict'"


def upgrade() -> None:
    """Make three tables and an index; let a case be a conflict between articles."""
    connection = op.get_bind()
    (rebuild if connection.dialect.name == "sqlite" else alter)(connection, "cases", "subject", _BEFORE, _NOW)
    op.create_index("findings_by_fingerprint", "findings", ["fingerprint"])
    op.create_table(
        "runs",
        sa.Column("on", sa.Text, primary_key=True),
        *(_number(name) for name in ("articles", "errors", "warnings", "notes")),
        *(_text(name) for name in ("checks", "tool")),
    )
    op.create_table(
        "looks",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name"), primary_key=True),
        sa.Column("by", sa.Text, primary_key=True),
        *(_text(name) for name in ("by_name", "at", "fingerprint", "seen")),
        _number("heard"),
        _text("later"),
    )
    op.create_table(
        "told",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.name"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(_text(name) for name in ("attribute", "scope", "value", "text")),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        _text("detail"),
    )
    op.create_index("told_by_attribute", "told", ["attribute"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")
