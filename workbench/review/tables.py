"""The tables of the review queue, as the newest migration leaves them.

Decisions are never changed or deleted: a later row *ends* an earlier one, and a row of kind "undone" takes one back.
A decision *stands* while nothing that still counts has ended it.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

from workbench.model import SEVERITIES
from workbench.review.postgres import Written

STATES = ("open", "fix", "dismissed", "accepted", "second", "changed", "fixed")  # of a finding
ARTICLE_STATES = ("new", "in review")
KINDS = ("dismissed", "accepted", "baseline", "fix", "second", "undone")  # of a decision
EVENTS = ("check", "open", "decision", "undo", "import")  # of the history

metadata = MetaData()

_TEXT = Text().with_variant(Written(), "postgresql")  # for words from outside, which may hold anything


def _one_of(column: str, words: tuple[str, ...]) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f'"{column}" IN ({listed})', name=f"{column}_is_known")


def _text(name: str, default: str | None = "") -> Column[str]:
    return Column(name, _TEXT, nullable=False, server_default=default)


def _article() -> Column[str]:
    return Column("article", _TEXT, ForeignKey("articles.name"), nullable=False)


articles = Table(
    "articles",
    metadata,
    Column("name", _TEXT, primary_key=True),
    _text("path"),
    _text("title"),
    Column("words", Integer, nullable=False, server_default="0"),
    Column("risk", Integer, nullable=False, server_default="0"),
    Column("parts", JSON, nullable=False, server_default="[]"),  # [[topic, points], …], largest first
    Column("unknowns", Integer, nullable=False, server_default="0"),
    _text("state", "new"),
    Column("revision", Integer, nullable=False, server_default="0"),  # 0 = known by decisions only, never read
    Column("first_seen", Text),
    Column("last_checked", Text),
    _one_of("state", ARTICLE_STATES),
    CheckConstraint("risk BETWEEN 0 AND 100", name="risk_is_a_score"),
    CheckConstraint("(revision = 0) = (last_checked IS NULL)", name="read_means_checked"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("article", _TEXT, ForeignKey("articles.name"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("text_hash", Text, nullable=False),
    Column("text", _TEXT, nullable=False),
    Column("as_of", Text, nullable=False),
    _text("reading"),  # the packed document; "" in rows of an older program
    CheckConstraint("number > 0", name="numbers_start_at_one"),
    CheckConstraint("length(text_hash) = 64", name="text_hash_is_sha256"),
)

findings = Table(
    "findings",
    metadata,
    Column("article", _TEXT, ForeignKey("articles.name"), primary_key=True),
    Column("check", _TEXT, primary_key=True),
    Column("fingerprint", _TEXT, primary_key=True),
    _text("severity", None),
    _text("topic"),
    _text("category"),
    _text("text"),
    _text("sentence"),
    _text("message"),
    Column("held_back", Boolean, nullable=False),
    Column("place", Integer, nullable=False),  # order in the article: whole article first, then by place
    Column("detail", _TEXT, nullable=False),  # the finding as JSON, without its decision
    _text("state", "open"),
    Column("since", Text, nullable=False),  # the day it came into this state by a check
    Column("first_revision", Integer, nullable=False),
    Column("last_revision", Integer, nullable=False),
    _one_of("severity", SEVERITIES),
    _one_of("state", STATES),
    CheckConstraint("first_revision <= last_revision", name="revisions_go_forward"),
    ForeignKeyConstraint(["article", "first_revision"], ["revisions.article", "revisions.number"]),
    ForeignKeyConstraint(["article", "last_revision"], ["revisions.article", "revisions.number"]),
    Index("findings_by_state", "state", "article"),
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    _article(),
    _text("at", None),  # a moment or a day in ISO form, as the caller gave it
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
    Column("hash", Text, nullable=False, unique=True),
    _one_of("event", EVENTS),
    Index("history_by_article", "article"),
    sqlite_autoincrement=True,
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    _article(),
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
    _text("actor", None),  # who made this row; differs from `by` where a second person agreed
    _text("sitting"),
    Column("request", _TEXT, unique=True),  # a request sent twice is done once
    Column("ends", Integer, ForeignKey("decisions.id")),
    Column("history", Integer, ForeignKey("history.id"), nullable=False, unique=True),
    _one_of("decision", KINDS),
    CheckConstraint("decision != 'undone' OR ends IS NOT NULL", name="undone_needs_its_decision"),
    CheckConstraint("decision != 'accepted' OR until != ''", name="accepted_needs_an_end"),
    CheckConstraint("\"by\" != '' AND \"on\" != '' AND actor != ''", name="somebody_some_day"),
    CheckConstraint('second != "by"', name="second_is_another_person"),
    Index("decisions_by_article", "article"),
    Index("decisions_by_end", "ends"),
    sqlite_autoincrement=True,
)
