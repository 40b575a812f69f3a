"""Which part of a text its approvals still cover: the signed difference between the text they signed and this one."""

from __future__ import annotations

from sqlalchemy import Connection, select

from workbench import covering
from workbench.covering import Difference
from workbench.review import wording
from workbench.review.tables import findings, revisions
from workbench.review.wording import Row


def since(connection: Connection, name: str, signed: str) -> Difference | None:
    """The difference between the revision whose text hash was signed and the newest one of this article.

    Returns:
        None where either was stored by an older program, or the signed text is unknown: nothing can be said then.
    """
    before, now = _revision(connection, name, signed), _newest(connection, name)
    if before is None or now is None:
        return None
    old, new = covering.unpacked(before["surface"]), covering.unpacked(now["surface"])
    if old is None or new is None:
        return None
    hashes = (before["text_hash"], now["text_hash"])
    found = _found_since(connection, name, before["number"], now["number"])
    return covering.differ(old, new, hashes=hashes, findings=found)


def told(difference: Difference) -> str:
    """In a sentence: "Covers 41 of 42 sentences; 1 sentence is open again."."""
    again = len(difference.reopened())
    found = len(difference.findings)
    parts = [f"{wording.counted(again, 'sentence')} {'is' if again == 1 else 'are'} open again"] if again else []
    parts += [f"{wording.counted(found, 'new finding')}"] if found else []
    rest = "; ".join(parts) or "nothing that it rests on changed"
    return f"Covers {difference.covered} of {wording.counted(difference.sentences, 'sentence')}; {rest}."


def _revision(connection: Connection, name: str, text_hash: str) -> Row | None:
    here = (revisions.c.article == name) & (revisions.c.text_hash == text_hash)
    query = select(revisions).where(here).order_by(revisions.c.number.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else dict(row)


def _newest(connection: Connection, name: str) -> Row | None:
    query = select(revisions).where(revisions.c.article == name).order_by(revisions.c.number.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else dict(row)


def _found_since(connection: Connection, name: str, before: int, now: int) -> tuple[str, ...]:
    """What the checks find in the newest revision and had not found in any up to the signed one."""
    here = (findings.c.article == name) & (findings.c.first_revision > before) & (findings.c.last_revision == now)
    query = select(findings.c.check, findings.c.message).where(
        here & ~findings.c.held_back & (findings.c.state != "fixed")
    )
    return tuple(f"{row.check}: {row.message}" for row in connection.execute(query.order_by(findings.c.place)))
