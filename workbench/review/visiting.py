"""What screens tell the queue of people who only look: it spares others work, and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from workbench.review import export, looks
from workbench.review.connection import writing
from workbench.review.looking import Looking
from workbench.review.people import Person


class Visiting(Looking):
    """Who has which article open, and what they have put off; `store.Store` is what people open."""

    def look(self, name: str, person: Person, fingerprint: str = "", at: str = "") -> None:
        """A person has the article open, with this finding chosen; others can see that for a while."""
        with writing(self._engine) as connection:
            looks.look(connection, name, safely_named(person), fingerprint, at or self._as_of.isoformat())

    def leave(self, name: str, person: Person, at: str = "") -> None:
        """The person closed the article; “since you last looked” counts from here."""
        with writing(self._engine) as connection:
            looks.leave(connection, name, safely_named(person), at or self._as_of.isoformat())

    def later(self, names: Iterable[str], person: Person, until: date | None) -> None:
        """Ask this person about these articles again on that day; None = now."""
        with writing(self._engine) as connection:
            looks.put_off(connection, names, safely_named(person), until)


def safely_named(person: Person) -> Person:
    """A person as a table can hold them."""
    return msgspec.structs.replace(person, id=export.cell(person.id), name=export.cell(person.name))
