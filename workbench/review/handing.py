"""Who works on an article, and by when."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from sqlalchemy import Connection, update

from workbench.review import history
from workbench.review.casing import Rules
from workbench.review.desk import lay_out
from workbench.review.moves import Refused
from workbench.review.outcome import Outcome
from workbench.review.people import Person
from workbench.review.tables import articles

MAY = ("editor", "medical reviewer", "admin")
ONLY = "Only an editor, a medical reviewer or an admin can hand articles out."


class Handing(Struct, frozen=True, kw_only=True):
    """An article given to somebody: `to` is a person's id ("" = nobody), `due` a day (None = none)."""

    article: str
    person: Person
    to: str
    due: date | None
    on: date
    at: str


def hand(connection: Connection, handing: Handing, rules: Rules) -> Outcome:
    """Store it, or say why not and who can; `connection` is inside a writing transaction."""
    try:
        desk = lay_out(connection, handing.article, handing.on)
        _allowed(handing, rules)
    except Refused as refused:
        return Outcome(False, str(refused), {}, refused.roles)
    due = handing.due.isoformat() if handing.due else ""
    before = (desk.article["assignee"], desk.article["due"])
    if before == (handing.to, due):
        return Outcome(True, "It is handed out like this already.", {"assignee": handing.to, "due": due})
    values = {"assignee": handing.to, "due": due}
    connection.execute(update(articles).where(articles.c.name == handing.article).values(values))
    what = f"Given to {handing.to or 'nobody'}{f', due {due}' if due else ''}."
    told = {
        "article": handing.article, "at": handing.at, "event": "assign", "who": handing.person.id, "what": what,
        "subject": "work", "key": handing.article, "before": ", ".join(filter(None, before)),
        "after": ", ".join(filter(None, (handing.to, due))), "text_hash": desk.text_hash,
    }  # fmt: skip
    history.append(connection, [told])
    return Outcome(True, what, values)


def _allowed(handing: Handing, rules: Rules) -> None:
    if not handing.person.holds(*MAY):
        raise Refused(ONLY, MAY)
    if handing.to and rules.staff.members and all(one.id != handing.to for one in rules.staff.members):
        raise Refused(
            f"Nobody is called “{handing.to}” under [people]; name a person by the id that stands there.", MAY
        )
    if handing.due is not None and handing.due < handing.on:
        raise Refused(f"{handing.due} has passed; you can name today or a later day.", MAY)
