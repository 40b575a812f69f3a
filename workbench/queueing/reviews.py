"""The review of what is being written: open, send, ask for changes, approve, withdraw, mark live; who works on it."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import Usage
from workbench.queueing import naming, publishing
from workbench.queueing.newsroom import Wanted
from workbench.queueing.stepping import OK, Order, Sitting, lines, told
from workbench.review import Person
from workbench.review.handing import Handing
from workbench.review.ledger import Place
from workbench.review.talking import Message
from workbench.writers.terminal import clean

KINDS = ("editorial", "medical")
NOBODY, NO_DAY = "nobody", "none"  # what is typed to take an article, or its due day, away


def start(wanted: Wanted, working_directory: Path, name: str, person: Person | None = None) -> tuple[str, int]:
    """Open the review of a draft, or of a page that expired or was inherited. Raises `Usage` where refused."""
    return _step(wanted, working_directory, name, Order(action="open"), person)


def send(
    wanted: Wanted, working_directory: Path, name: str, note: str = "", person: Person | None = None
) -> tuple[str, int]:
    """Send a draft to review; `note` says why, where errors are open. Raises `Usage` where refused."""
    return _step(wanted, working_directory, name, Order(action="send", note=note), person)


def changes(
    wanted: Wanted, working_directory: Path, name: str, note: str = "", person: Person | None = None
) -> tuple[str, int]:
    """Send every fix that was asked, and a message, to the writer; then publish the decisions.

    Raises:
        Usage: refused; says who can.
    """
    order = Order(action="ask for changes", note=note)
    return _step(wanted, working_directory, name, order, person, publish="changes asked")


def approve(
    wanted: Wanted, working_directory: Path, name: str, kind: str, text: str, person: Person | None = None
) -> tuple[str, int]:
    """Sign the text as it stands; then publish the decisions.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        name: the article.
        kind: "editorial" or "medical".
        text: the first digits, eight at least, of the text that was read, as `queue show` prints them.
        person: who signs; default: whoever is there.

    Raises:
        Usage: refused; says who can.
    """
    if kind not in KINDS:
        raise Usage(f"“{clean(kind)}” is no approval; choose {' or '.join(KINDS)}")
    order = Order(action=f"approve {kind}")
    return _step(wanted, working_directory, name, order, person, text=text, publish=f"approved ({kind})")


def withdraw(wanted: Wanted, working_directory: Path, name: str, person: Person | None = None) -> tuple[str, int]:
    """Take one's own approval of this text back. Raises `Usage` where refused."""
    return _step(wanted, working_directory, name, Order(action="withdraw approval"), person)


def go_live(
    wanted: Wanted, working_directory: Path, name: str, text: str, address: str = "", until: str = "",
    person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Say that the approved text is on the site, at this address.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        name: the article.
        text: the beginning of the hash of the text that was read.
        address: where it can be read; "" = as before.
        until: the last day on which it stands; then it expires and waits for a review. "" = no such day.
        person: who says so; default: whoever is there.

    Raises:
        Usage: refused; says who can. Or the day is no day, or has passed.
    """
    last = naming.day(until, "--until")
    if last is not None and last < wanted.as_of:
        raise Usage(f"--until: {last} has passed; name a day on which the page is to be reviewed again")
    order = Order(action="mark live", given={"address": address, "until": last.isoformat() if last else ""})
    return _step(wanted, working_directory, name, order, person, text=text)


def message(
    wanted: Wanted, working_directory: Path, name: str, text: str, finding: str = "", person: Person | None = None
) -> tuple[str, int]:
    """Write to the other side about the article, or about one finding. Raises `Usage` where refused."""
    with Sitting(working_directory, wanted, person) as sitting:
        sitting.refresh(name)
        about = naming.whole(finding, sitting.store.states(name), "finding", name) if finding else ""
        sent = sitting.store.send(Message(
            article=name, person=sitting.person, text=text, on=wanted.as_of, at=wanted.moment, fingerprint=about
        ))  # fmt: skip
        return lines(told(sent), sitting.left(name)), OK


def assign(
    wanted: Wanted, working_directory: Path, name: str, to: str, due: str = "", person: Person | None = None
) -> tuple[str, int]:
    """Give the article to somebody ("nobody" = take it away), due on a day ("none" = no day; "" = as before).

    Raises:
        Usage: refused; says who can.
    """
    given = None if due == NO_DAY else naming.day(due, "--due")
    with Sitting(working_directory, wanted, person) as sitting:
        sitting.refresh(name)
        before = str(sitting.store.overview(name).article["due"])
        kept = naming.day(before, "--due") if not due and before >= wanted.as_of.isoformat() else given
        handing = Handing(
            article=name, person=sitting.person, to="" if to == NOBODY else to, due=kept, on=wanted.as_of,
            at=wanted.moment,
        )  # fmt: skip
        return lines(told(sitting.store.hand(handing)), sitting.left(name)), OK


def _step(
    wanted: Wanted, working_directory: Path, name: str, order: Order, person: Person | None, *, text: str | None = None,
    publish: str = "",
) -> tuple[str, int]:  # fmt: skip
    with Sitting(working_directory, wanted, person) as sitting:
        sitting.refresh(name)
        if text is not None:
            now = sitting.store.overview(name).work.text_hash
            order = Order(action=order.action, given=order.given, text_hash=naming.text_named(text, now))
        said = sitting.make(Place("work", name, name), order)
        problem = publishing.publish(sitting, name, publish) if publish else ""
        return lines(said, sitting.left(name), problem), publishing.INCOMPLETE if problem else OK
