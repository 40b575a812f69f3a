"""One step about anything but a finding: judged by the table of moves, stored, and followed by what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection

from workbench.review import casing, effects, history, ledger, touching, unmarking
from workbench.review.casing import Rules
from workbench.review.desk import Desk, lay_out
from workbench.review.ledger import Entry, Place
from workbench.review.moments import later, moment
from workbench.review.moves import Case, ClaimCase, FactCase, Refused, Ruling, Step, WorkCase, judge
from workbench.review.moves.terms import DECIDERS, TAKE_BACK
from workbench.review.outcome import Outcome
from workbench.review.people import Person

_ONE_EACH = ("work", "live", "notice")


class Deed(Struct, frozen=True, kw_only=True):
    """What a person wants done about a place; the other fields as in `moves.Step`.

    `seen` names the list of live sentences that was on screen (`touching.name_of`); `request` makes a message that
    was sent twice count once.
    """

    place: Place
    action: str
    person: Person
    on: date
    at: str
    reason: str = ""
    note: str = ""
    until: date | None = None
    text_hash: str = ""
    given: Mapping[str, str] = {}
    seen: str = ""
    sitting: str = ""
    request: str = ""


def act(connection: Connection, deed: Deed, rules: Rules) -> Outcome:
    """Do it, or say why not and who can; `connection` is inside a writing transaction."""
    try:
        deed = _named(deed)
        done = ledger.requested(connection, deed.request)
        if done is not None:
            return _answered(done, deed)
        desk = lay_out(connection, deed.place.article, deed.on) if deed.place.article is not None else None
        case = _case(connection, deed, desk, rules)
        step = _step(connection, deed, case)
        ruling = judge(case, step, rules.house)
    except Refused as refused:
        return Outcome(False, str(refused), {}, refused.roles)
    deed = replace(deed, at=history.moment_of(connection, deed.at))  # judged by the clock, stored in order
    entry = _entry(connection, deed, case, ruling)
    ledger.write(connection, entry)
    effects.follow(connection, entry, ruling, case, desk)
    return Outcome(True, effects.told(connection, entry), {"state": ruling.state, "sample": ruling.sample})


def touched(connection: Connection, place: Place) -> tuple[str, ...]:
    """The live sentences that a person has to have seen before this place is changed."""
    return (
        touching.of_fact(connection, place.key) if place.subject == "fact" else touching.of_claim(connection, place.key)
    )


def _answered(done: Mapping[str, object], deed: Deed) -> Outcome:
    if (done["subject"], done["key"], done["by"]) != (deed.place.subject, deed.place.key, deed.person.id):
        raise Refused(f"This request was already used for another step by {done['by']}; you can send a new one.")
    return Outcome(True, "This was done already.", {"state": done["after"]})


def _named(deed: Deed) -> Deed:
    """What there is one of for each article is called as the article."""
    place = deed.place
    if place.subject in _ONE_EACH and place.article is not None:
        return replace(deed, place=Place(place.subject, place.article, place.article))
    if place.subject in (*_ONE_EACH, "claim", "match", "finding") and place.article is None:
        raise Refused("No article is named; you can name one, as the queue does.")
    if place.subject == "conflict":
        deed = replace(deed, place=Place(place.subject, place.key))  # it is between articles, of none alone
    if not place.key.strip():
        raise Refused(f"No {place.subject} is named; you can name one.")
    return deed


def _case(connection: Connection, deed: Deed, desk: Desk | None, rules: Rules) -> Case:
    place = deed.place
    if desk is not None and place.subject == "work":
        return casing.work(connection, desk, rules)
    if desk is not None and place.subject == "live":
        return casing.live(connection, desk)
    if desk is not None and place.subject == "claim":
        return casing.claim(connection, desk, place.key)
    if desk is not None and place.subject == "finding":
        if deed.action != TAKE_BACK:
            raise Refused("A finding is decided for itself; an editor can do it with: workbench queue decide", DECIDERS)
        return casing.added(connection, desk, place.key, rules)
    if desk is not None and place.subject == "match":
        return casing.match(connection, desk, place.key)
    if place.subject == "conflict":
        return casing.conflict(connection, place)
    return casing.other(connection, place)


def _step(connection: Connection, deed: Deed, case: Case) -> Step:
    requests = 0
    if isinstance(case, WorkCase):
        own = tuple(name for name in case.authors if name != deed.person.id)
        requests = case.fixes + effects.messages_since(connection, deed.place, own)
    shown: tuple[str, ...] | None = None
    if isinstance(case, ClaimCase | FactCase) and deed.seen == touching.name_of(case.touched):
        shown = case.touched
    last = case.last.at.isoformat() if case.last else ""
    return Step(
        action=deed.action, person=deed.person, on=deed.on, at=moment(later(deed.at, last)), reason=deed.reason,
        note=deed.note, until=deed.until, text_hash=deed.text_hash, requests=requests, shown=shown, given=deed.given,
    )  # fmt: skip


def _entry(connection: Connection, deed: Deed, case: Case, ruling: Ruling) -> Entry:
    text_hash = case.text_hash if isinstance(case, WorkCase) else deed.text_hash
    given = unmarking.kept(connection, deed.place) if deed.action == TAKE_BACK else dict(deed.given)
    return Entry(
        place=deed.place, action=deed.action, before=case.state, after=ruling.state, person=deed.person, on=deed.on,
        at=deed.at, what=effects.headline(deed.place, deed.action, case, ruling), second=ruling.second,
        reason=deed.reason, note=deed.note, until=deed.until.isoformat() if deed.until else "",
        text_hash=text_hash, given=given, sitting=deed.sitting, request=deed.request,
    )  # fmt: skip
