"""`workbench queue digest`: what waits for somebody, as text or as a calendar entry that others can send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workbench import __version__
from workbench.errors import Usage
from workbench.fingerprint import digest as name_of
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import OK
from workbench.review import Person, digest
from workbench.review.casing import Rules
from workbench.review.digest import Asker, Waits
from workbench.review.moments import moment
from workbench.review.people import house_of, recognised
from workbench.review.wording import counted, day
from workbench.writers.terminal import clean

NOTHING = "Nothing waits for you.\n"
_WIDE = 75  # octets of a line of a calendar


def tell(wanted: Wanted, working_directory: Path, who: str, ics: bool = False) -> tuple[str, int]:
    """What waits for the person of this id, as the queue knows it from the last checks.

    Args:
        wanted: the day, the moment and the database.
        working_directory: where the caller works.
        who: an id or alias under `[people]`.
        ics: as a calendar entry; nothing at all where nothing waits.

    Raises:
        Usage: nobody is called like this, or they may only read.
    """
    newsroom = Newsroom(working_directory, wanted)
    person = recognised(who, newsroom.staff)
    if newsroom.staff.members and newsroom.staff.known(who) is None:
        raise Usage(f"nobody is called “{clean(who)}” under [people]; name a person by the id that stands there")
    rules = Rules(house_of(newsroom.review), newsroom.staff, newsroom.review.days)
    with newsroom.open(checks=False) as store, store.reading() as connection:
        found = digest.of(connection, Asker(person, wanted.as_of, moment(wanted.moment)), rules)
    if not found:
        return ("" if ics else NOTHING), OK
    if ics:
        return entry(found, person, wanted, newsroom.closing()), OK
    return "\n".join([*text(found, person, wanted), "", *newsroom.closing()]) + "\n", OK


def text(found: Iterable[Waits], person: Person, wanted: Wanted) -> Iterator[str]:
    """A heading, and below it a line for each thing that waits."""
    yield f"What waits for {clean(person.name)} on {day(wanted.as_of.isoformat())}"
    by_heading: dict[str, list[Waits]] = {}
    for one in found:
        by_heading.setdefault(one.heading, []).append(one)
    for heading, group in by_heading.items():
        yield ""
        yield f"{heading} ({len(group)})"
        yield from (f"  {clean(one.article)}  {clean(one.title)}: {clean(one.words)}" for one in group)


def entry(found: Sequence[Waits], person: Person, wanted: Wanted, closing: Sequence[str]) -> str:
    """The same as an entry for the day, by RFC 5545; made again for the same day and person it replaces itself."""
    stamp = moment(wanted.moment).astimezone(UTC)
    first, last = wanted.as_of, wanted.as_of + timedelta(days=1)
    soon = sum(one.heading == "Due soon" for one in found)
    title = f"{counted(len(found), 'thing')} in the review queue{f', {soon} due soon' if soon else ''}"
    body = "\n".join([*text(found, person, wanted), "", *closing])
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//workbench//workbench {__version__}//EN", "BEGIN:VEVENT",
        f"UID:{name_of('digest', person.id, first.isoformat())}@workbench", f"DTSTAMP:{_utc(stamp)}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last:%Y%m%d}", f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(body)}", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _utc(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}"


def _escaped(words: str) -> str:
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line in parts of at most 75 octets, none of which cuts a character; each later one begins with a space."""
    parts, part, size = list[str](), "", 0
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if size + octets > _WIDE:
            parts.append(part)
            part, size = " ", 1
        part, size = part + sign, size + octets
    return "\r\n".join([*parts, part])
