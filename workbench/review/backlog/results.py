"""What the random samples showed, counted anew from the records whenever somebody asks."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.review import standing
from workbench.review.backlog import bound
from workbench.review.backlog.entering import SUBJECT
from workbench.review.tables import findings, steps
from workbench.review.wording import Row

_FINISHED = ("ask for changes", "approve editorial", "approve medical")
_RIGHT = ("fix", "accepted")


class Shown(Struct, frozen=True):
    """A section of a sample: of `drawn` pages out of `pages`, so many were `looked` at and so many `harmful`."""

    wave: str
    on: str
    seed: str
    section: str
    pages: int
    drawn: int
    looked: int
    harmful: tuple[str, ...]

    def told(self) -> str:
        """ "articles/sleep: 0 harmful of 60: at most 4.9 % of 412 pages."."""
        said = bound.told(len(self.harmful), self.looked)
        of = f" of {self.pages} pages" if self.looked else ""
        left = self.drawn - self.looked
        waits = f" {left} of {self.drawn} drawn pages are still in review." if left else ""
        return f"{self.section}: {said}{of}.{waits}"


def samples(connection: Connection) -> list[Shown]:
    """Every section of every sample, oldest first.

    A page is looked at when somebody asked for changes to it or approved it after it was drawn, or found it harmful.
    It is harmful where a person confirmed an error in it (asked for a fix, or accepted the risk) after it was drawn.
    """
    here = (steps.c.subject == SUBJECT) & (steps.c.action == "sample")
    found: list[Shown] = []
    for wave in connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings().all():
        found += _of(connection, dict(wave))
    return found


def _of(connection: Connection, wave: Row) -> Iterable[Shown]:
    given = wave["given"]
    names = given["pages"]
    harmful = _harmful(connection, names, wave["history"])
    looked = _finished(connection, names, wave["history"]) | harmful
    for section, frame in given["frame"].items():
        mine = [name for name in names if name in set(frame)]
        yield Shown(
            wave["key"], wave["on"], given["seed"], section, len(frame), len(mine), len(looked.intersection(mine)),
            tuple(name for name in mine if name in harmful),
        )  # fmt: skip


def _finished(connection: Connection, names: list[str], since: int) -> set[str]:
    """Pages about which somebody said the last word of a first reading after this row of the history."""
    done = (steps.c.subject == "work") & steps.c.action.in_(_FINISHED) & (steps.c.history > since)
    return set(connection.execute(select(steps.c.article).where(done & steps.c.article.in_(names))).scalars())


def _harmful(connection: Connection, names: list[str], since: int) -> set[str]:
    errors = select(findings.c.article, findings.c.fingerprint).where(findings.c.severity == "error")
    grave = {tuple(row) for row in connection.execute(errors.where(findings.c.article.in_(names)))}
    found = set()
    for name, rows in standing.rows_of(connection, names).items():
        for row in standing.standing(rows):
            right = row["decision"] in _RIGHT and row["history"] > since
            if right and (name, row["fingerprint"]) in grave:
                found.add(name)
    return found
