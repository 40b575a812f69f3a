"""How the table speaks: roles in a sentence, what is decided, what can be done from here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from workbench.review import wording
from workbench.review.moves.cases import Case
from workbench.review.moves.terms import ROLES, Past

_DONE = {
    "dismiss": "It was dismissed",
    "accept": "It was accepted",
    "fix": "A fix was asked",
    "ask": "A second opinion was asked",
    "contest": "It was contested",
    "put back": "Putting it back was proposed",
    "warn": "A notice was proposed",
    "propose": "A change was proposed",
}
_WAITING = {"second": "Its dismissal was proposed", "accepting": "Its acceptance was proposed"}
_PROPOSED = "You proposed this; {able} other than you must agree before this {what}."
_ANOTHER = {
    "second": _PROPOSED.format(able="{able}", what="error is dismissed"),
    "accepting": _PROPOSED.format(able="{able}", what="error is accepted"),
    "putting back": _PROPOSED.format(able="{able}", what="page is put back"),
    "proposed": _PROPOSED.format(able="{able}", what="notice goes live"),
    "questioned": "You asked this; {able} other than you must answer it.",
    "contested": "You have had your say in this contest; {able} other than you must answer it.",
}
NAMES = {"work": "draft", "live": "page", "notice": "notice", "conflict": "disagreement"}


def people(roles: Iterable[str]) -> str:
    """ "an editor or a medical reviewer"; "nobody" for no role. Always in the same order."""
    given = set(roles)
    known = [f"{'an' if role[0] in 'aeio' else 'a'} {role}" for role in ROLES if role in given]
    return listed(known) or "nobody"


def listed(words: Sequence[str]) -> str:
    """ "a, b or c"."""
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def here_as(roles: Sequence[str]) -> str:
    """What a person is, in a refusal."""
    return " and ".join(role for role in ROLES if role in roles) or "reader"


def name_of(case: Case) -> str:
    """What people call the thing a case is about."""
    return NAMES.get(case.subject, case.subject)


def another(case: Case, able: str) -> str:
    """Why this person cannot be the second."""
    return _ANOTHER[case.state].format(able=able)


def told(case: Case, past: Past, on: date) -> str:
    """What stands, as a sentence without its full stop: "It was dismissed on 20 Nov by Mara: quoted or denied"."""
    because = f": {past.reason}" if past.reason else ""
    until = f", until {wording.day(past.until.isoformat(), on)}" if past.until else ""
    done = _WAITING.get(case.state) or _DONE.get(past.action, "It was decided")
    return f"{done} on {wording.day(past.at.isoformat(), on)} by {past.name or past.by}{because}{until}"


def moment(at: datetime) -> str:
    """A moment as people write it: "26 Nov 2026, 09:00"."""
    return f"{wording.day(at.isoformat())}, {at:%H:%M}"
