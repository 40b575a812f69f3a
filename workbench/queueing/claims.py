"""Claims and the facts they rest on; and proposals about checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.errors import Usage
from workbench.queueing import naming
from workbench.queueing.newsroom import Wanted
from workbench.queueing.stepping import OK, Order, Sitting, lines, told
from workbench.review import Outcome, Person
from workbench.review.ledger import Place
from workbench.review.moves.needs import touches
from workbench.review.touching import name_of
from workbench.writers.terminal import clean

REFUSED = 2


def claim(
    wanted: Wanted, working_directory: Path, name: str, key: str, action: str, given: Mapping[str, str] | None = None,
    reason: str = "", seen: str = "", person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Take a step about a claim.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        name: the article.
        key: the claim, or its first digits (four at least).
        action: "suggest", "substantiate", "renew", "settle", "reject" or "doubt".
        given: source, version, place, value, country, effective, fact.
        reason: for "reject" and "doubt".
        seen: the code of the list of live sentences, where the step needs them seen; without it they are listed.
        person: who decides; default: whoever is there.

    Raises:
        Usage: refused; says who can.
    """
    with Sitting(working_directory, wanted, person) as sitting:
        sitting.refresh(name)
        known = [row["claim"] for row in sitting.store.overview(name).claims]
        place = Place("claim", naming.whole(key, known, "claim", name), name)
        order = Order(action=action, reason=reason, given=given or {}, seen=seen)
        return _shown_first(sitting, place, order)


def fact(
    wanted: Wanted, working_directory: Path, key: str, action: str, given: Mapping[str, str] | None = None,
    seen: str = "", person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Suggest that a fact changed, or change it: what rests on it is looked at again.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        key: the fact.
        action: "suggest" or "change".
        given: value, country, effective, source.
        seen: the code of the list of live sentences; without it they are listed and nothing is changed.
        person: who decides; default: whoever is there.

    Raises:
        Usage: refused; says who can.
    """
    with Sitting(working_directory, wanted, person, checks=False) as sitting:
        order = Order(action=action, given=given or {}, seen=seen)
        return _shown_first(sitting, Place("fact", key), order)


def check(
    wanted: Wanted, working_directory: Path, key: str, action: str, measured: str = "", reason: str = "",
    person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Propose another severity for a check, change it, or retire it.

    Raises:
        Usage: there is no such check, or refused; says who can.
    """
    with Sitting(working_directory, wanted, person) as sitting:
        if all(known.id != key for known in sitting.newsroom.content.checks):
            raise Usage(f"there is no check “{clean(key)}”. See: workbench checks list")
        order = Order(action=action, reason=reason, given={"measured": measured})
        return lines(sitting.make(Place("check", key), order)), OK


def _shown_first(sitting: Sitting, place: Place, order: Order) -> tuple[str, int]:
    """What happened; or, where the live sentences have to be seen before, their list, which changes nothing."""
    touched = sitting.store.touched(place)
    outcome = sitting.attempt(place, order)
    if outcome.ok or not outcome.message.startswith(touches(len(touched))):
        return lines(told(outcome), sitting.left(place.article) if place.article else _opened(touched, order)), OK
    return _listed(outcome, touched, order.seen)


def _opened(touched: Sequence[str], order: Order) -> str:
    number = len(touched)
    if order.action != "change" or not number:
        return ""
    return f"{number} live sentence{'' if number == 1 else 's'} to look at again. See: workbench queue list"


def _listed(outcome: Outcome, touched: Sequence[str], seen: str) -> tuple[str, int]:
    first = (
        [f"“{clean(seen)}” is another list: what is live has changed since. {clean(outcome.message)}"] if seen else []
    )
    sentences = [f"  {clean(one)}" for one in touched] or ["  No live sentence rests on this."]
    again = f"Nothing is changed yet. If that is right, say it again with --seen {name_of(touched)}"
    head = "" if seen else f"{touches(len(touched))}:"
    return lines(*first, head, *sentences, again), REFUSED if seen else OK
