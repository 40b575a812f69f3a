"""The page on the site: holding it and putting it back, safety notices on it, complaints about it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workbench.queueing import repeated
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import OK, Order, Sitting, lines
from workbench.review import Person
from workbench.review.ledger import Place

ANSWERS = ("agree", "overrule", "undo")


def hold(
    wanted: Wanted, working_directory: Path, name: str, reason: str, person: Person | None = None
) -> tuple[str, int]:
    """Take the page off the site. Raises `Usage` where refused."""
    return _step(wanted, working_directory, Place("live", name, name), Order(action="hold", reason=reason), person)


def put_back(
    wanted: Wanted, working_directory: Path, name: str, answer: str = "", person: Person | None = None
) -> tuple[str, int]:
    """Propose to put a held page back, or answer the proposal: "agree", "overrule", "undo". Raises `Usage`."""
    order = Order(action=answer or "put back")
    return _step(wanted, working_directory, Place("live", name, name), order, person)


def notice(
    wanted: Wanted, working_directory: Path, name: str, text: str, person: Person | None = None
) -> tuple[str, int]:
    """Propose an urgent safety notice with these words; or answer the proposal: "agree", "overrule", "undo".

    Raises:
        Usage: refused; says who can.
    """
    order = Order(action=text) if text in ANSWERS else Order(action="warn", given={"notice": text})
    return _step(wanted, working_directory, Place("notice", name, name), order, person)


def complaint(
    wanted: Wanted, working_directory: Path, name: str, key: str, action: str, given: Mapping[str, str] | None = None,
    reason: str = "", person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Work on a complaint about a page.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        name: the article.
        key: the complaint, by the newsroom's own number or word.
        action: "receive", "find", "correct" or "reject".
        given: what it needs: from, words, deadline; claim, pages; notice.
        reason: for "reject".
        person: who works; default: whoever is there.

    Raises:
        Usage: refused; says who can.
    """
    words, found = dict(given or {}), ""
    if action == "find" and words.get("claim", "").strip():  # without one, the table says what is missing
        words, found = repeated.completed(Newsroom(working_directory, wanted), name, words)
    order = Order(action=action, reason=reason, given=words)
    told, code = _step(wanted, working_directory, Place("complaint", key, name), order, person)
    return (f"{found}\n{told}" if found else told), code


def _step(
    wanted: Wanted, working_directory: Path, place: Place, order: Order, person: Person | None
) -> tuple[str, int]:
    name = place.article or ""
    with Sitting(working_directory, wanted, person) as sitting:
        sitting.refresh(name)
        return lines(sitting.make(place, order), sitting.left(name)), OK
