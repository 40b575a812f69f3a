"""The inherited pages that nobody has taken up yet, with the findings that wait in them; and causes that many share."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, func, select

from workbench.fingerprint import digest, normalised
from workbench.model import Severity
from workbench.review.backlog.legacy import LIVE, WORK
from workbench.review.moves.cases import FindingCase
from workbench.review.moves.together import MOST, is_grave
from workbench.review.tables import UNDECIDED, articles, findings, revisions

INHERITED = (articles.c.live == LIVE) & (articles.c.state == WORK)


class Use(Struct, frozen=True):
    """A finding that nobody has decided; `cause` is what findings decided together share, as in `casing.cause`."""

    article: str
    fingerprint: str
    check: str
    topic: str
    category: str
    severity: Severity
    sentence: str
    cause: str

    def is_single(self) -> bool:
        """Whether it is never decided together with others: an error about dose, safety or approval."""
        return is_grave(FindingCase(
            state="open", fingerprint=self.fingerprint, severity=self.severity, topic=self.topic,
            category=self.category, held_back=False, authors=(), touches=(), cause=self.cause,
        ))  # fmt: skip


class Page(Struct, frozen=True):
    """An inherited page: `section` is the folder that its file lies in, `text_hash` names the text on the site."""

    name: str
    title: str
    section: str
    risk: int
    text_hash: str
    address: str
    uses: tuple[Use, ...]


class Cause(Struct, frozen=True):
    """One finding with its uses; `declared` says where the site says it ("footer"), "" = it is not declared."""

    uses: tuple[Use, ...]
    declared: str = ""

    def decisions(self) -> int:
        """How many decisions it takes: what is declared is judged once, other things 25 at a time or singly."""
        if self.uses[0].is_single():
            return len(self.uses)
        return 1 if self.declared else -(-len(self.uses) // MOST)

    def findings(self) -> int:
        """How many findings it counts as."""
        return len(self.uses) if self.uses[0].is_single() else 1


def pages(connection: Connection) -> list[Page]:
    """Every inherited page that is in no review, by name."""
    uses: dict[str, list[Use]] = {}
    for use in open_uses(connection, INHERITED):
        uses.setdefault(use.article, []).append(use)
    query = select(articles).where(INHERITED & (articles.c.revision > 0)).order_by(articles.c.name)
    return sorted((
        Page(
            row["name"], row["title"], posixpath.dirname(row["path"]), row["risk"], row["live_hash"],
            row["live_address"], tuple(uses.get(row["name"], ())),
        )
        for row in connection.execute(query).mappings()
    ), key=lambda page: page.name)  # fmt: skip


def texts(connection: Connection) -> dict[str, str]:
    """The hash of the newest text of each of them, by name."""
    newest = (revisions.c.article == articles.c.name) & (revisions.c.number == articles.c.revision)
    query = select(articles.c.name, revisions.c.text_hash).join(revisions, newest).where(INHERITED)
    return {row.name: row.text_hash for row in connection.execute(query)}


def count(connection: Connection) -> int:
    """How many there are."""
    return int(connection.execute(select(func.count()).select_from(articles).where(INHERITED)).scalar_one())


def open_uses(connection: Connection, where: ColumnElement[bool]) -> list[Use]:
    """The findings that wait for a first decision in these articles, by article and place."""
    columns = ("article", "fingerprint", "check", "topic", "category", "severity", "sentence")
    joined = select(*(findings.c[name] for name in columns)).join(articles, findings.c.article == articles.c.name)
    waits = findings.c.state.in_(UNDECIDED) & findings.c.held_back.is_(False)
    query = joined.where(where & waits).order_by(findings.c.article, findings.c.place)
    return [
        Use(**row, cause=digest("cause", row["check"], normalised(row["sentence"])))
        for row in connection.execute(query).mappings()
    ]


def causes(uses: Iterable[Use], declared: Mapping[str, str], but: Collection[str] = ()) -> list[Cause]:
    """Findings of one cause put together, those with most uses first.

    Args:
        uses: findings.
        declared: what the site always says, `normalised`, with where it says so.
        but: articles that are left out.
    """
    found: dict[str, list[Use]] = {}
    for use in uses:
        if use.article not in but:
            found.setdefault(use.cause, []).append(use)
    made = [Cause(tuple(group), _declared(group, declared)) for group in found.values()]
    return sorted(made, key=lambda cause: (-len(cause.uses), cause.uses[0].check, cause.uses[0].cause))


def _declared(group: Sequence[Use], declared: Mapping[str, str]) -> str:
    said = normalised(group[0].sentence)
    return next((where for text, where in declared.items() if said and said in text), "")
