"""Tables that only help screens: nothing in them is a decision, all can be worked out again or forgotten."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from workbench.review.tables import TEXT, metadata, text_column

runs = Table(  # one row a day of checking, as it stood at the end of that day
    "runs",
    metadata,
    Column("on", TEXT, primary_key=True),
    Column("articles", Integer, nullable=False, server_default="0"),
    Column("errors", Integer, nullable=False, server_default="0"),  # findings to decide, as the next two
    Column("warnings", Integer, nullable=False, server_default="0"),
    Column("notes", Integer, nullable=False, server_default="0"),
    text_column("checks"),  # a hash over the versions of all checks
    text_column("tool"),  # version of the workbench
)

looks = Table(  # who has an article open, and what they have put off
    "looks",
    metadata,
    Column("article", TEXT, ForeignKey("articles.name"), primary_key=True),
    Column("by", TEXT, primary_key=True),
    text_column("by_name"),
    text_column("at"),  # the moment of the last sign of life in this visit
    text_column("fingerprint"),  # the finding that is chosen; "" = none, or the visit is over
    text_column("seen"),  # the moment at which the visit before this one ended
    Column("heard", Integer, nullable=False, server_default="0"),  # the last row of the history then
    text_column("later"),  # a day until which the person does not want to be asked
)

told = Table(  # values that the newest text of an article tells
    "told",
    metadata,
    Column("article", TEXT, ForeignKey("articles.name"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # order in the article
    text_column("attribute"),
    text_column("scope"),
    text_column("value"),
    text_column("text"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    text_column("detail"),  # the rest, as JSON
    Index("told_by_attribute", "attribute"),
)
