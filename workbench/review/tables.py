"""The tables of the review queue, as the newest migration leaves them.

Decisions about findings are never changed or deleted: a later row *ends* an earlier one, and a row of kind "undone"
takes one back. A decision *stands* while nothing that still counts has ended it. Every other step (about the review,
the page on the site, notices, claims, facts, complaints, checks) is a row of `steps`, and what it led to a state in
`articles` (the review as `state`, the page on the site as `live`) or in `cases` (all the others).
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

STATES = (  # of a finding
    "open", "fix", "dismissed", "accepted", "second", "changed", "fixed", "accepting", "questioned", "contested",
)  # fmt: skip
ARTICLE_STATES = ("none", "new", "in review", "changes requested", "approved")  # of what is being written
LIVE_STATES = ("none", "published", "expired", "inherited", "held", "putting back")  # of the page on the site
KINDS = (  # of a decision
    "dismissed", "accepted", "baseline", "fix", "second", "accepting", "questioned", "contested", "undone",
)  # fmt: skip
UNDECIDED = ("open", "changed")  # a finding that nobody has decided
WAITING = ("second", "accepting", "questioned", "contested")  # one that waits for somebody else
CLAIM_STATES = ("unsubstantiated", "substantiated", "expired", "disputed")
CASES = ("notice", "fact", "complaint", "check", "conflict")
EVENTS = ("check", "open", "decision", "undo", "import", "step", "message", "assign")  # of the history

metadata = MetaData()

TEXT = Text().with_variant(Written(), "postgresql")  # for words from outside, which may hold anything


def _one_of(column: str, words: tuple[str, ...]) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f'"{column}" IN ({listed})', name=f"{column}_is_known")


def text_column(name: str, default: str | None = "") -> Column[str]:
    """A column of words that is never null."""
    return Column(name, TEXT, nullable=False, server_default=default)


def _article() -> Column[str]:
    return Column("article", TEXT, ForeignKey("articles.name"), nullable=False)


articles = Table(
    "articles",
    metadata,
    Column("name", TEXT, primary_key=True),
    text_column("path"),
    text_column("title"),
    Column("words", Integer, nullable=False, server_default="0"),
    Column("risk", Integer, nullable=False, server_default="0"),
    Column("parts", JSON, nullable=False, server_default="[]"),  # [[topic, points], …], largest first
    Column("unknowns", Integer, nullable=False, server_default="0"),
    text_column("state", "new"),
    Column("revision", Integer, nullable=False, server_default="0"),  # 0 = known by decisions only, never read
    Column("first_seen", Text),
    Column("last_checked", Text),
    text_column("live", "none"),
    text_column("held_from"),  # what a held page was before
    text_column("live_hash"),  # of the text on the site
    text_column("live_address"),
    text_column("live_since"),  # a moment
    text_column("live_until"),  # the last day on which it stands unreviewed; "" = no such day
    text_column("since"),  # the moment at which the review came into its state
    text_column("stage"),  # why it is in review: "medical review", "changes made"
    text_column("written"),  # the moment at which the text last changed
    Column("authors", JSON, nullable=False, server_default="[]"),  # names as the text gives them
    text_column("assignee"),
    text_column("due"),  # a day
    Column("errors", Integer, nullable=False, server_default="0"),  # findings to decide, as the next two
    Column("warnings", Integer, nullable=False, server_default="0"),
    Column("notes", Integer, nullable=False, server_default="0"),
    Column("waiting", Integer, nullable=False, server_default="0"),  # findings that wait for somebody else
    text_column("oldest"),  # the day from which the oldest of them waits
    text_column("glance"),  # what the queue shows of the findings, as JSON; "" = to be worked out
    _one_of("state", ARTICLE_STATES),
    _one_of("live", LIVE_STATES),
    Index("articles_by_last_day", "live_until"),
    Index("articles_by_risk", "risk", "oldest", "due", "revision", "live", "state", "name"),
    CheckConstraint("risk BETWEEN 0 AND 100", name="risk_is_a_score"),
    CheckConstraint("(revision = 0) = (last_checked IS NULL)", name="read_means_checked"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("article", TEXT, ForeignKey("articles.name"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("text_hash", Text, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("as_of", Text, nullable=False),
    text_column("reading"),  # the packed document; "" in rows of an older program, as the next
    text_column("surface"),  # what an approval of this text rests on
    CheckConstraint("number > 0", name="numbers_start_at_one"),
    CheckConstraint("length(text_hash) = 64", name="text_hash_is_sha256"),
)

findings = Table(
    "findings",
    metadata,
    Column("article", TEXT, ForeignKey("articles.name"), primary_key=True),
    Column("check", TEXT, primary_key=True),
    Column("fingerprint", TEXT, primary_key=True),
    text_column("severity", None),
    text_column("topic"),
    text_column("category"),
    text_column("text"),
    text_column("sentence"),
    text_column("message"),
    Column("held_back", Boolean, nullable=False),
    Column("place", Integer, nullable=False),  # order in the article: whole article first, then by place
    Column("detail", TEXT, nullable=False),  # the finding as JSON, without its decision
    text_column("state", "open"),
    Column("since", Text, nullable=False),  # the day it came into this state by a check
    Column("first_revision", Integer, nullable=False),
    Column("last_revision", Integer, nullable=False),
    _one_of("severity", SEVERITIES),
    _one_of("state", STATES),
    CheckConstraint("first_revision <= last_revision", name="revisions_go_forward"),
    ForeignKeyConstraint(["article", "first_revision"], ["revisions.article", "revisions.number"]),
    ForeignKeyConstraint(["article", "last_revision"], ["revisions.article", "revisions.number"]),
    Index("findings_by_state", "state", "article"),
    Index("findings_by_fingerprint", "fingerprint"),  # the same words in another article have the same one
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", TEXT, ForeignKey("articles.name")),  # none where it is about the whole newsroom
    text_column("at", None),  # a moment or a day in ISO form, as the caller gave it
    text_column("event", None),
    text_column("who", None),
    text_column("check"),
    text_column("fingerprint"),
    text_column("what", None),
    text_column("before"),
    text_column("after"),
    text_column("reason"),
    text_column("note"),
    text_column("text_hash"),
    text_column("sitting"),
    Column("form", Integer, nullable=False, server_default="1"),  # which columns the hash covers; see `history`
    text_column("subject"),  # what it is about: "finding", "work", "live" …
    text_column("key"),  # which one: a fingerprint, a claim's or a fact's id …
    text_column("check_version"),
    text_column("tool_version"),
    text_column("row_hash"),  # of the decision, step or message that it tells; "" = it tells none
    text_column("prev", None),
    Column("hash", Text, nullable=False, unique=True),
    _one_of("event", EVENTS),
    Index("history_by_article", "article"),
    sqlite_autoincrement=True,
)

history_end = Table(  # one row: the last one of the history, so that one that is cut off is missed
    "history_end",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    CheckConstraint("id = 1", name="there_is_one_end"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    _article(),
    text_column("check", None),
    text_column("fingerprint", None),
    text_column("text"),
    text_column("decision", None),
    text_column("reason"),
    text_column("note"),
    text_column("by", None),
    text_column("by_name"),
    text_column("second"),
    text_column("on", None),
    text_column("until"),
    text_column("text_hash"),
    text_column("actor", None),  # who made this row; differs from `by` where a second person agreed
    text_column("sitting"),
    Column("request", TEXT, unique=True),  # a request sent twice is done once
    Column("ends", Integer, ForeignKey("decisions.id")),
    Column("history", Integer, ForeignKey("history.id"), nullable=False, unique=True),
    text_column("at"),  # the moment; "" in rows of an older program, whose day is in `on`
    Column("roles", JSON, nullable=False, server_default="[]"),  # of `by`, then
    Column("sample", Boolean, nullable=False, server_default="0"),  # the medical reviewer looks at it later
    text_column("fact"),  # that an accepted risk hangs on
    _one_of("decision", KINDS),
    CheckConstraint("decision != 'undone' OR ends IS NOT NULL", name="undone_needs_its_decision"),
    CheckConstraint("decision != 'accepted' OR until != ''", name="accepted_needs_an_end"),
    CheckConstraint("\"by\" != '' AND \"on\" != '' AND actor != ''", name="somebody_some_day"),
    CheckConstraint('second != "by"', name="second_is_another_person"),
    Index("decisions_by_article", "article"),
    Index("decisions_by_end", "ends"),
    sqlite_autoincrement=True,
)

claims = Table(
    "claims",
    metadata,
    Column("article", TEXT, ForeignKey("articles.name"), primary_key=True),
    Column("claim", TEXT, primary_key=True),
    text_column("type", None),
    text_column("text"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    text_column("citation"),
    text_column("state", "unsubstantiated"),
    text_column("source"),
    text_column("version"),
    text_column("locator"),  # the place in the source
    text_column("fact"),  # that it rests on
    Column("detail", TEXT, nullable=False),  # the claim as JSON
    Column("first_revision", Integer, nullable=False),
    Column("last_revision", Integer, nullable=False),
    _one_of("state", CLAIM_STATES),
    CheckConstraint("first_revision <= last_revision", name="revisions_go_forward"),
    ForeignKeyConstraint(["article", "first_revision"], ["revisions.article", "revisions.number"]),
    ForeignKeyConstraint(["article", "last_revision"], ["revisions.article", "revisions.number"]),
    Index("claims_by_fact", "fact"),
    Index("claims_by_name", "claim"),
)

cases = Table(
    "cases",
    metadata,
    Column("subject", TEXT, primary_key=True),
    Column("key", TEXT, primary_key=True),
    Column("article", TEXT, ForeignKey("articles.name")),
    text_column("state", None),
    text_column("since", None),  # the moment at which it came into this state
    Column("given", JSON, nullable=False, server_default="{}"),  # what is known of it: a fact's value, a notice's words
    _one_of("subject", CASES),
    Index("cases_by_article", "article"),
)

steps = Table(
    "steps",
    metadata,
    Column("id", Integer, primary_key=True),
    text_column("subject", None),
    text_column("key", None),
    Column("article", TEXT, ForeignKey("articles.name")),
    text_column("action", None),
    text_column("before", None),
    text_column("after", None),
    text_column("by", None),
    text_column("by_name"),
    Column("roles", JSON, nullable=False, server_default="[]"),
    text_column("second"),
    text_column("reason"),
    text_column("note"),
    text_column("until"),
    text_column("text_hash"),
    Column("given", JSON, nullable=False, server_default="{}"),
    text_column("on", None),
    text_column("at", None),
    text_column("sitting"),
    Column("request", TEXT, unique=True),
    Column("history", Integer, ForeignKey("history.id"), nullable=False, unique=True),
    CheckConstraint("\"by\" != '' AND \"on\" != ''", name="somebody_some_day"),
    Index("steps_by_key", "subject", "key"),
    Index("steps_by_article", "article"),
    sqlite_autoincrement=True,
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    _article(),
    text_column("fingerprint"),  # the finding it is about; "" = the article
    text_column("by", None),
    text_column("by_name"),
    text_column("text", None),
    text_column("on", None),
    text_column("at", None),
    Column("request", TEXT, unique=True),
    Column("history", Integer, ForeignKey("history.id"), nullable=False, unique=True),
    Index("messages_by_article", "article"),
    sqlite_autoincrement=True,
)
