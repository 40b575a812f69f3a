"""The words of the table: who, what moves, from where to where, what is asked and what is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal, Protocol

from msgspec import Struct

Role = Literal["writer", "editor", "medical reviewer", "admin"]
Subject = Literal["work", "live", "notice", "finding", "claim", "fact", "complaint", "check", "match", "conflict"]
Who = Literal["anyone", "another", "the same", "own text", "not own text", "who marked it"]

ROLES: tuple[Role, ...] = ("writer", "editor", "medical reviewer", "admin")
DECIDERS: tuple[Role, ...] = ("editor", "medical reviewer")
EDITOR: tuple[Role, ...] = ("editor",)
MEDICAL: tuple[Role, ...] = ("medical reviewer",)
WRITER: tuple[Role, ...] = ("writer",)
ADMIN: tuple[Role, ...] = ("admin",)
TAKE_BACK = "take back"  # what somebody marked by hand
AS_BEFORE = "as before"  # the state a step leads to when it takes another one back
NOBODY = "none"  # the second person where a second pass of the same person stands in; shown as “second person: none”


class Someone(Protocol):
    """A person as the table sees one: `id` stands in records; no role means reading only."""

    @property
    def id(self) -> str:
        """What records name."""

    @property
    def roles(self) -> Sequence[str]:
        """The roles this person holds, in any order."""


class Move(Struct, frozen=True):
    """One row of the table.

    `roles` may make the move; empty = nobody by hand, it happens by itself. `who` is "anyone", "another" (than who
    proposed or asked), "the same" (who decided), "own text", "not own text" or "who marked it" (by hand). `when` and
    `needs` name conditions and requirements of `conditions` and `needs`; of the rows that fit, the first one counts.
    `sets` names states of other subjects of the same article that move along.
    """

    subject: Subject
    action: str
    before: tuple[str, ...]
    after: str
    roles: tuple[Role, ...] = ()
    who: Who = "anyone"
    needs: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    sets: tuple[tuple[Subject, str], ...] = ()


class Past(Struct, frozen=True):
    """The step that stands: by whom (`by`; `actor` where a second person agreed later), with which roles, when, why."""

    action: str
    by: str
    roles: tuple[str, ...]
    at: datetime
    reason: str = ""
    until: date | None = None
    actor: str = ""
    name: str = ""  # of `by`, for sentences; "" = the id


class House(Struct, frozen=True):
    """What a newsroom says about itself: how many people review (1 = newsroom of one), and if warnings bar approval."""

    people: int | None = None
    warnings_bar: bool = False


USUAL = House()


class Step(Struct, frozen=True, kw_only=True):
    """What a person wants to do.

    `on` is the day and `at` the moment of it (with its zone, like every other moment here); `reason` is one of the list
    for a dismissal and a sentence elsewhere; `until` ends an accepted risk; `text_hash` is the text that was read;
    `requests` counts what goes to the writer; `shown` is the list of live sentences that was on screen before saving;
    `given` holds what else the move needs, by the names that its row shows (source, version, place, value …).
    """

    action: str
    person: Someone
    on: date
    at: datetime
    reason: str = ""
    note: str = ""
    until: date | None = None
    text_hash: str = ""
    requests: int = 0
    shown: tuple[str, ...] | None = None
    given: Mapping[str, str] = {}


class Ruling(Struct, frozen=True):
    """What a step leads to, as records tell it.

    `by` decided, with the reason and end date that the row asks for; where two people did it together, `by` is the
    first of them and `second` the other. `second` is "none" where a second pass of the same person stood in, "" where
    one person is enough. `sample`: the medical reviewer looks at it later. `carries`: the medical approval is signed
    over to this text.
    `sets` are the states that move along, by subject.
    """

    state: str
    move: Move
    by: str
    second: str = ""
    reason: str = ""
    until: date | None = None
    sample: bool = False
    carries: bool = False
    sets: tuple[tuple[Subject, str], ...] = ()


class Refused(Exception):
    """It cannot be done; the message says why and who can. `roles` are those people's roles; empty = nobody."""

    def __init__(self, message: str, roles: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.roles = tuple(roles)
