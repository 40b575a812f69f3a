"""The facts that claims and accepted risks rest on, and everything that rests on one of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.review import touching
from workbench.review.library_uses import where
from workbench.review.tables import articles, cases, claims, decisions, steps

_SAID = ("value", "country", "effective", "source")


class Fact(Struct, frozen=True):
    """A fact: what is on record about it, and what rests on it.

    Attributes:
        key: its name.
        value, country, effective, source: as last changed; "" where nobody has said so yet.
        changed: the moment at which it was changed; "" = never.
        by: who changed it, by name.
        claims: how many claims of the newest texts rest on it, by their standing.
        live: how many sentences on the site do.
        risks: how many accepted risks hang on it.
        suggested: the newest suggestion since its last change, {"value", "source", "by", "on"}; {} = none.
    """

    key: str
    value: str = ""
    country: str = ""
    effective: str = ""
    source: str = ""
    changed: str = ""
    by: str = ""
    claims: dict[str, int] = {}
    live: int = 0
    risks: int = 0
    suggested: dict[str, str] = {}


def facts(connection: Connection) -> list[Fact]:
    """All facts by name: those with expired claims first, since they wait for somebody."""
    resting = _resting(connection)
    known = {row.key: dict(row.given) for row in connection.execute(
        select(cases.c.key, cases.c.given).where(cases.c.subject == "fact")
    )}  # fmt: skip
    risks = _risks(connection)
    changes, suggested = _steps(connection)
    found = []
    for key in sorted({*resting, *known, *risks}):
        said = known.get(key, {})
        last = changes.get(key, {})
        live = len(touching.of_fact(connection, key)) if key in resting else 0
        found.append(Fact(
            key=key, **{name: str(said.get(name, "")) for name in _SAID}, changed=last.get("at", ""),
            by=last.get("by_name", ""), claims=dict(resting.get(key, {})), live=live, risks=risks.get(key, 0),
            suggested=suggested.get(key, {}),
        ))  # fmt: skip
    return sorted(found, key=lambda fact: (not fact.claims.get("expired"), fact.key))


def names(connection: Connection) -> list[str]:
    """The names of all facts that anything rests on or anybody spoke of, sorted."""
    rested = select(claims.c.fact).where(claims.c.fact != "").distinct()
    spoken = select(cases.c.key).where(cases.c.subject == "fact")
    return sorted({*connection.execute(rested).scalars(), *connection.execute(spoken).scalars()})


def uses(connection: Connection, key: str) -> list[dict[str, Any]]:
    """The claims of the newest texts that rest on a fact: those that expired first, then by article and place.

    Each has "article", "title", "where" (draft, published …), "claim", "type", "text", "state", "source", "version",
    "locator", and as "touched" the live sentences that tell the same claim.
    """
    newest = (claims.c.article == articles.c.name) & (claims.c.last_revision == articles.c.revision)
    kept = (
        claims.c.article, articles.c.title, articles.c.live, claims.c.claim, claims.c.type, claims.c.text,
        claims.c.state, claims.c.source, claims.c.version, claims.c.locator,
    )  # fmt: skip
    query = select(*kept).select_from(claims).join(articles, newest).where(claims.c.fact == key)
    rows = connection.execute(query.order_by(claims.c.article, claims.c.start)).mappings().all()
    found = []
    for row in sorted(rows, key=lambda row: row["state"] != "expired"):
        told = {name: row[name] for name in row if name != "live"}
        touched = touching.of_claim(connection, row["claim"])
        found.append({**told, "where": where(row["live"]), "touched": list(touched), "seen": touching.name_of(touched)})
    return found


def _resting(connection: Connection) -> dict[str, Counter[str]]:
    newest = (claims.c.article == articles.c.name) & (claims.c.last_revision == articles.c.revision)
    query = select(claims.c.fact, claims.c.state).select_from(claims).join(articles, newest)
    found: dict[str, Counter[str]] = {}
    for row in connection.execute(query.where(claims.c.fact != "")):
        found.setdefault(row.fact, Counter())[row.state] += 1
    return found


def _risks(connection: Connection) -> dict[str, int]:
    """Accepted risks that hang on a fact and were not ended since."""
    ended = select(decisions.c.ends).where(decisions.c.ends.is_not(None))
    hanging = (decisions.c.fact != "") & (decisions.c.decision == "accepted") & decisions.c.id.not_in(ended)
    return dict(Counter(connection.execute(select(decisions.c.fact).where(hanging)).scalars()))


def _steps(connection: Connection) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """The last change of each fact, and the newest suggestion since."""
    changes: dict[str, dict[str, str]] = {}
    suggested: dict[str, dict[str, str]] = {}
    kept = (steps.c.key, steps.c.action, steps.c.at, steps.c.on, steps.c.by, steps.c.by_name, steps.c.given)
    for row in connection.execute(select(*kept).where(steps.c.subject == "fact").order_by(steps.c.id)):
        who = row.by_name or row.by
        if row.action == "change":
            changes[row.key] = {"at": row.at, "by_name": who}
            suggested.pop(row.key, None)
        elif row.action == "suggest":
            given = {name: str(row.given.get(name, "")) for name in _SAID}
            suggested[row.key] = {**given, "by": who, "on": row.on}
    return changes, suggested
