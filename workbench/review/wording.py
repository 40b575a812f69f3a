"""The words in which decisions and days are told; one voice on screen, in the terminal and in the history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_HEADLINES = {
    "dismissed": "Dismissed",
    "baseline": "Known from the start",
    "fix": "Fix asked",
    "questioned": "Second opinion asked",
    "contested": "Contested",
}
_TOLD = {
    "dismissed": "It was dismissed",
    "accepted": "It was accepted",
    "baseline": "It was known from the start",
    "fix": "A fix was asked",
    "second": "Its dismissal was proposed",
    "accepting": "Its acceptance was proposed",
    "questioned": "A second opinion was asked",
    "contested": "It was contested",
}

_SECOND = {"": "", "none": " (second person: none)"}

Row = Mapping[str, Any]


def day(iso: str, as_of: date | None = None) -> str:
    """A day as people write it, "20 Nov"; with its year unless that is the year of `as_of`."""
    moment = date.fromisoformat(iso[:10])
    short = f"{moment.day} {_MONTHS[moment.month - 1]}"
    return short if as_of is not None and as_of.year == moment.year else f"{short} {moment.year}"


def name_of(decision: Row) -> str:
    """The person a decision belongs to, by name where it is known."""
    return str(decision["by_name"] or decision["by"])


def standing(decision: Row | None, as_of: date) -> str:
    """A decision that stands, in a few words; empty for none.

    Example:
        "Dismissed: quoted or denied · mara, 25 Nov".
    """
    if decision is None:
        return ""
    people = decision["by"] + _SECOND.get(decision["second"], f" and {decision['second']}")
    return f"{headline(decision, as_of)} · {people}, {day(decision['on'], as_of)}"


def headline(decision: Row, as_of: date) -> str:
    """What a decision is and why: "Dismissed: quoted or denied"."""
    kind, reason = decision["decision"], decision["reason"]
    because = _because(reason)
    if kind == "accepted":
        return f"Accepted until {day(decision['until'], as_of)}{because}"
    return f"{_HEADLINES.get(kind, 'Waits for a second person')}{because}"


def _because(reason: str) -> str:
    """A reason behind what was done; the sentence around it has its own full stop."""
    return f": {reason.removesuffix('.')}" if reason else ""


def told(decision: Row, as_of: date) -> str:
    """What happened, as a sentence without its full stop: "It was dismissed on 20 Nov by Mara: quoted or denied"."""
    because = _because(decision["reason"])
    until = f", until {day(decision['until'], as_of)}" if decision["until"] else ""
    on = day(decision["on"], as_of)
    return f"{_TOLD[decision['decision']]} on {on} by {name_of(decision)}{because}{until}"


def reopened(decision: Row, as_of: date) -> str:
    """Why a finding that was decided is open again."""
    if decision["until"] and decision["until"] < as_of.isoformat():
        return f"{told(decision, as_of)}. That day has passed."
    return f"This sentence changed. {told(decision, as_of)}."


def counted(number: int, noun: str) -> str:
    """ "1 finding", "2 findings"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
