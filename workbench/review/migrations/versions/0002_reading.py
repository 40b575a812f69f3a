"""What was read of each revision: the text of a Word file or a notebook cannot be read again by itself."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One more column; SQLite adds it in place, so the triggers stay."""
    op.add_column("revisions", sa.Column("reading", sa.Text, nullable=False, server_default=""))
