"""From what is stored to what the table of moves judges: one function for each subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.consistency import heading
from workbench.fingerprint import digest, normalised
from workbench.model import ClaimType, Finding
from workbench.review import conflicts, ledger, marks, signatures, touching
from workbench.review.desk import Desk
from workbench.review.held import put_up
from workbench.review.ledger import Place
from workbench.review.moments import moment
from workbench.review.moves import (
    Case,
    CheckCase,
    ClaimCase,
    ComplaintCase,
    ConflictCase,
    FactCase,
    FindingCase,
    House,
    LiveCase,
    MatchCase,
    NoticeCase,
    Past,
    Refused,
    WorkCase,
)
from workbench.review.moves.of_matches import HELD
from workbench.review.moves.terms import USUAL
from workbench.review.standing import Settled
from workbench.review.tables import UNDECIDED, WAITING, cases
from workbench.review.wording import Row
from workbench.staff import NOBODY, Staff

HARMFUL = ("efficacy", "dosing", "safety")  # claims that a medical approval answers for
_ACTIONS = {
    "dismissed": "dismiss", "second": "dismiss", "accepted": "accept", "accepting": "accept", "baseline": "accept",
    "fix": "fix", "questioned": "ask", "contested": "contest",
}  # fmt: skip
_FIRST_STATE = {"notice": "none", "fact": "current", "complaint": "none", "check": "in use"}


class Rules(Struct, frozen=True):
    """What holds in this newsroom: what it says about itself, and who works there."""

    house: House = USUAL
    staff: Staff = NOBODY
    days: int = 5  # how long an article may wait


PLAIN = Rules()


def authors(names: Iterable[str], staff: Staff) -> tuple[str, ...]:
    """Who wrote a text, as ids where the newsroom knows the names, else as the text gives them."""
    known = {member.name.casefold(): member.id for member in staff.members}
    found = []
    for name in names:
        member = staff.known(name)
        found.append(member.id if member else known.get(" ".join(name.split()).casefold(), name))
    return tuple(dict.fromkeys(found))


def finding(
    desk: Desk, item: Settled, rules: Rules, chosen: Row | None = None, marked: Past | None = None
) -> FindingCase:
    """A finding with what stands about it, or with the decision `chosen` that is to be taken back.

    `marked` is the step by which a person added it; only who takes that back has to know it.
    """
    found, row = item.finding, chosen or item.decision
    state = item.state if chosen is None else _state_of(chosen)
    return FindingCase(
        state=state,
        last=None if row is None or state in UNDECIDED else decision(row),
        fingerprint=found.fingerprint,
        severity=found.severity,
        topic=found.topic,
        category=found.category,
        held_back=found.held_back,
        authors=authors(desk.article["authors"], rules.staff),
        touches=_touches(desk, found),
        answered_by=_answered_by(desk.rows, found.fingerprint, row),
        cause=cause(found),
        marked=marked,
    )


def undoing(row: Row) -> FindingCase:
    """A decision that is to be taken back about a finding that the text no longer has."""
    return FindingCase(
        state=_state_of(row), last=decision(row), fingerprint=row["fingerprint"], severity="note", topic="",
        category="", held_back=False, authors=(), touches=(),
    )  # fmt: skip


def decision(row: Row) -> Past:
    """A stored decision as the table of moves sees it."""
    until = ledger.day(row["until"])
    kind, at = _ACTIONS[row["decision"]], moment(row["at"] or row["on"])
    return Past(kind, row["by"], tuple(row["roles"]), at, row["reason"], until, row["actor"], row["by_name"])


def cause(found: Finding) -> str:
    """What findings decided together share: the check with the words, or the check whose element is missing."""
    return digest("cause", found.check, normalised(found.sentence) if found.start is not None else "")


def _state_of(row: Row) -> str:
    return "accepted" if row["decision"] == "baseline" else str(row["decision"])


def _touches(desk: Desk, found: Finding) -> tuple[ClaimType, ...]:
    if found.start is None or found.end is None:
        return ()
    near = (row["type"] for row in desk.claims if row["start"] < found.end and found.start < row["end"])
    return tuple(dict.fromkeys(near))


def _answered_by(rows: Sequence[Row], fingerprint: str, row: Row | None) -> str:
    """Who answered the last contest of this finding before the one that stands, also under an earlier name of it."""
    by_id, names, here = {one["id"]: one for one in rows}, {fingerprint}, row
    while here is not None:
        names.add(here["fingerprint"])
        here = by_id.get(here["ends"])
    mine = [one for one in rows if one["fingerprint"] in names]
    undone = {one["ends"] for one in mine if one["decision"] == "undone"}
    contests = {one["id"] for one in mine if one["decision"] == "contested"}
    answers = [one for one in mine if one["ends"] in contests and one["decision"] != "undone"]
    given = [one for one in answers if one["id"] not in undone or one["ends"] in undone]  # the last: withdrawn later
    return given[-1]["actor"] if given else ""


def work(connection: Connection, desk: Desk, rules: Rules) -> WorkCase:
    """The review of what is being written."""
    article = desk.article
    rows = ledger.about(connection, Place("work", article["name"], article["name"]))
    counted = [item for item in desk.settled if not item.finding.held_back]

    def waits(severity: str) -> int:
        return sum(item.finding.severity == severity and item.state in (*UNDECIDED, *WAITING) for item in counted)

    return WorkCase(
        state=article["state"],
        last=ledger.past(rows[-1] if rows else None),
        live=article["live"],
        text_hash=desk.text_hash,
        written=moment(article["written"] or article["first_seen"]),
        authors=authors(article["authors"], rules.staff),
        approvals=signatures.given(rows),
        errors=waits("error"),
        warnings=waits("warning"),
        fixes=sum(item.state == "fix" for item in counted),
        contested=sum(item.state == "contested" for item in counted),
        claims_left=len(claims_left(desk)),
        same_meaning=signatures.same_meaning(connection, desk, rows),
    )


def claims_left(desk: Desk) -> list[Row]:
    """Claims about effect, dose and safety that neither rest on a source nor on an accepted risk."""
    accepted = [item.finding for item in desk.settled if item.state == "accepted" and item.finding.start is not None]

    def covered(row: Row) -> bool:
        return any((found.start or 0) < row["end"] and row["start"] < (found.end or 0) for found in accepted)

    harmful = (row for row in desk.claims if row["type"] in HARMFUL)
    return [row for row in harmful if row["state"] != "substantiated" and not covered(row)]


def live(connection: Connection, desk: Desk) -> LiveCase:
    """The version on the site."""
    name = desk.article["name"]
    state, held_from = desk.article["live"], desk.article["held_from"] or "published"
    rows = ledger.about(connection, Place("live", name, name))
    return LiveCase(state=state, last=_led_to(state, rows), held_from=held_from)


def claim(connection: Connection, desk: Desk, key: str) -> ClaimCase:
    """A claim of the text as it stands.

    Raises:
        Refused: the text has no such claim.
    """
    row = next((row for row in desk.claims if row["claim"] == key), None)
    name = desk.article["name"]
    if row is None:
        raise Refused(f"“{name}” has no claim {key}; you can see them with: workbench queue show {name}")
    rows = ledger.about(connection, Place("claim", key, name))
    touched = touching.of_claim(connection, key)
    last = ledger.past(rows[-1] if rows else None)
    mine = ledger.past(marks.mark(row, rows))
    return ClaimCase(state=row["state"], last=last, type=row["type"], touched=touched, marked=mine)


def added(connection: Connection, desk: Desk, key: str, rules: Rules) -> FindingCase:
    """A finding of the text as it stands, with the step by which a person added it.

    Raises:
        Refused: the text has no such finding.
    """
    item, name = desk.about(key), desk.article["name"]
    if item is None:
        raise Refused(f"“{name}” has no finding {key}; you can see them with: workbench queue show {name}")
    rows = ledger.about(connection, Place("finding", key, name))
    found = item.finding
    by_hand = marks.mark({"check": found.check}, rows)
    return finding(desk, item, rules, marked=ledger.past(by_hand))


def match(connection: Connection, desk: Desk, key: str) -> MatchCase:
    """A match that its context holds back in the text as it stands.

    Raises:
        Refused: the text has no such match.
    """
    item, name = desk.about(key), desk.article["name"]
    if item is None or not item.finding.held_back:
        raise Refused(f"“{name}” has no match {key} that is held back; you can see them with: workbench queue matches")
    rows = ledger.about(connection, Place("match", key, name))
    state = rows[-1]["after"] if rows else HELD
    return MatchCase(state=state, last=_led_to(state, rows), put_up=put_up(key))


def conflict(connection: Connection, place: Place) -> ConflictCase:
    """Articles that disagree now.

    Raises:
        Refused: they do not, or no longer with these values.
    """
    found = conflicts.by_key(connection, place.key)
    if found is None:
        gone = "The articles do not tell this differently any more, so that nobody has to decide about it"
        raise Refused(f"{gone}; see what is left: workbench queue conflicts")
    row = stored(connection, place)
    state = conflicts.OPEN if row is None else row["state"]
    title = heading(found)
    names = tuple(dict.fromkeys(value.article for value in found.values))
    return ConflictCase(state=state, last=_led_to(state, ledger.about(connection, place)), title=title, articles=names)


def other(connection: Connection, place: Place) -> Case:
    """A notice, a fact, a complaint or a check; in its first state where nothing was ever said about it.

    Raises:
        Refused: it is about another article.
    """
    row = stored(connection, place)
    if row is not None and row["article"] != place.article:
        raise Refused(f"The {place.subject} “{place.key}” is about “{row['article']}”; you can go on with it there.")
    state = _FIRST_STATE[place.subject] if row is None else row["state"]
    last = _led_to(state, ledger.about(connection, place))
    if place.subject == "fact":
        return FactCase(state=state, last=last, touched=touching.of_fact(connection, place.key))
    kinds: dict[str, type[NoticeCase | ComplaintCase | CheckCase]] = {
        "notice": NoticeCase, "complaint": ComplaintCase, "check": CheckCase,
    }  # fmt: skip
    return kinds[place.subject](state=state, last=last)


def _led_to(state: str, rows: Sequence[Row]) -> Past | None:
    """The step that led to this state; what happened since without moving it is nobody's half of a pair."""
    return ledger.past(next((row for row in reversed(rows) if row["after"] == state != row["before"]), None))


def stored(connection: Connection, place: Place) -> Row | None:
    """The row of `cases`, if there is one."""
    here = (cases.c.subject == place.subject) & (cases.c.key == place.key)
    row = connection.execute(select(cases).where(here)).mappings().first()
    return None if row is None else dict(row)
