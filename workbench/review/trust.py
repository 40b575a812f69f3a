"""Can the checks be trusted: how often people agreed with each, and what they found that no check saw."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.decisions import READING
from workbench.review import held, standing
from workbench.review.marks import ADD, CHECK
from workbench.review.moves.of_matches import COUNTS, HARMLESS
from workbench.review.moves.terms import TAKE_BACK
from workbench.review.tables import findings, steps

_JUDGED = ("fix", "dismissed", "accepted")


class Trust(Struct):
    """Of so many decided findings of a check so many were right; of so many held-back matches so many were harmless."""

    right: int = 0
    of: int = 0
    harmless: int = 0
    looked_at: int = 0


def by_check(connection: Connection) -> dict[str, Trust]:
    """People's verdicts on each check, by its id.

    A dismissal about the reading (“wrong reading”, “quoted or denied”) says that the check was wrong; every other
    standing decision, and a fix that the next check saw, says that it was right to speak.
    """
    found: dict[str, Trust] = {}
    for rows in standing.rows_of(connection).values():
        for row in standing.standing(rows):
            if row["decision"] in _JUDGED and row["check"] != CHECK:
                trust = found.setdefault(row["check"], Trust())
                trust.of += 1
                trust.right += row["decision"] != "dismissed" or row["reason"] not in READING
    for check, verdict in _matches(connection):
        trust = found.setdefault(check, Trust())
        trust.looked_at += 1
        trust.harmless += verdict == HARMLESS
    return found


def missed(connection: Connection) -> dict[str, int]:
    """Findings that people added by hand and left, and held-back matches that should have counted, by category."""
    counted: dict[str, int] = {}
    added = (steps.c.subject == "finding") & steps.c.action.in_((ADD, TAKE_BACK))
    for action, given in connection.execute(select(steps.c.action, steps.c.given).where(added)):
        more = 1 if action == ADD else -1
        counted[given["category"]] = counted.get(given["category"], 0) + more
    counted = {category: number for category, number in counted.items() if number}
    for category in _wrongly_held(connection):
        counted[category] = counted.get(category, 0) + 1
    return counted


def render(trusts: Mapping[str, Trust], on: date) -> bytes:
    """`checks/measured.csv`: what the loader reads, which can only lower a severity. Sorted; UTF-8, LF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("check", "right", "of", "on"))
    writer.writerows((check, one.right, one.of, on.isoformat()) for check, one in sorted(trusts.items()) if one.of)
    return out.getvalue().encode("utf-8")


def _matches(connection: Connection) -> Iterable[tuple[str, str]]:
    """Check and newest verdict of every held-back match that somebody looked at."""
    verdicts = held.verdicts(connection)
    query = select(findings.c.check, findings.c.article, findings.c.fingerprint).where(findings.c.held_back)
    for row in connection.execute(query):
        verdict = verdicts.get((row.article, row.fingerprint))
        if verdict is not None:
            yield row.check, verdict


def _wrongly_held(connection: Connection) -> Iterable[str]:
    verdicts = held.verdicts(connection)
    query = select(findings.c.category, findings.c.article, findings.c.fingerprint).where(findings.c.held_back)
    for row in connection.execute(query):
        if verdicts.get((row.article, row.fingerprint)) == COUNTS:
            yield row.category
