"""What a complaint holds: from its first step on, also when it is closed, nothing of its article may be purged.

The database refuses to change or delete history, decisions, steps and messages by itself, of every article. Whoever
writes something that purges (old revisions, an article that left the site) asks here first.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from workbench.review.moves import Refused
from workbench.review.tables import cases


def held_by(connection: Connection, name: str) -> tuple[str, ...]:
    """The complaints about an article, open or closed, by their keys."""
    here = (cases.c.subject == "complaint") & (cases.c.article == name)
    return tuple(connection.execute(select(cases.c.key).where(here).order_by(cases.c.key)).scalars())


def must_not_be_held(connection: Connection, name: str) -> None:
    """Asked before anything of an article is purged.

    Raises:
        Refused: a complaint holds its records.
    """
    keys = held_by(connection, name)
    if keys:
        about = f"complaint {keys[0]}" if len(keys) == 1 else f"complaints {', '.join(keys)}"
        raise Refused(f"The records of “{name}” are held by {about}; nobody can purge them.")
