"""One step about anything: its article is checked anew, the step is made, and told with what is left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from workbench.errors import Usage
from workbench.queueing import left
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.review import Outcome, Person, Store
from workbench.review.acting import Deed
from workbench.review.ledger import Place
from workbench.writers.terminal import clean

OK, INCOMPLETE = 0, 3


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What a person wants done: an action of the table of moves, and what goes with it, as in `acting.Deed`."""

    action: str
    reason: str = ""
    note: str = ""
    until: date | None = None
    text_hash: str = ""
    given: Mapping[str, str] = {}
    seen: str = ""


class Sitting:
    """A newsroom with its queue open and the person who decides; a with statement gives the queue back."""

    def __init__(self, working_directory: Path, wanted: Wanted, person: Person | None, *, checks: bool = True) -> None:
        self.newsroom, self.wanted = Newsroom(working_directory, wanted), wanted
        self.person = self.newsroom.decider(person)
        self.store: Store = self.newsroom.open(checks=checks)

    def __enter__(self) -> Sitting:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def refresh(self, name: str) -> None:
        """The article of this name as it is now; raises `Usage` where there is none."""
        self.newsroom.refresh(self.store, name)

    def make(self, place: Place, order: Order) -> str:
        """Make the step; what happened. Raises `Usage` with the sentence that says who can, where it is refused."""
        return told(self.attempt(place, order))

    def attempt(self, place: Place, order: Order) -> Outcome:
        """Make the step; what became of it."""
        given = {key: value for key, value in order.given.items() if value.strip()}
        return self.store.act(Deed(
            place=place, action=order.action, person=self.person, on=self.wanted.as_of, at=self.wanted.moment,
            reason=order.reason, note=order.note, until=order.until, text_hash=order.text_hash, given=given,
            seen=order.seen,
        ))  # fmt: skip

    def left(self, name: str) -> str:
        """What an article still waits for, in a line."""
        return left.sentence(self.store.overview(name))


def told(outcome: Outcome) -> str:
    """The sentence of an outcome; raises it as `Usage` where nothing was done."""
    if not outcome.ok:
        raise Usage(clean(outcome.message))
    return clean(outcome.message.removesuffix(" U to undo."))


def lines(*parts: str) -> str:
    """Lines of text; the empty ones are left out."""
    return "".join(f"{part}\n" for part in parts if part)
