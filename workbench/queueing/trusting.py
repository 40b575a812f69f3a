"""Can the checks be trusted: shares right with their exact intervals, what was missed, and the export of both."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from workbench import files
from workbench.errors import Usage
from workbench.loader import MEASURED
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import OK, lines
from workbench.review import Person, trust
from workbench.review.backlog import bound
from workbench.review.moves.phrases import here_as, people
from workbench.review.trust import Trust
from workbench.review.wording import counted
from workbench.writers.terminal import clean

_EXPORTS = ("editor", "medical reviewer", "admin")


def trusted(
    wanted: Wanted, working_directory: Path, export: bool = False, person: Person | None = None
) -> tuple[str, int]:
    """How often people agreed with each check, what they found that no check saw, and how held-back matches did.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        export: also write the newsroom's `checks/measured.csv`; it can lower an error to a warning and nothing else.
        person: who exports; default: whoever is there.

    Raises:
        Usage: this person cannot export (says who can), or the file cannot be written.
    """
    newsroom = Newsroom(working_directory, wanted)
    who = newsroom.decider(person) if export else None
    if who is not None and not who.holds(*_EXPORTS):
        raise Usage(f"Only {people(_EXPORTS)} can do this; you are here as {here_as(who.roles)}.")
    with newsroom.open(checks=False) as store:
        trusts, missed = store.trust(), store.missed()
    written = _export(newsroom, trusts) if export else ""
    return lines(*_shares(trusts), *_missed(missed), *_held(trusts), written), OK


def _shares(trusts: Mapping[str, Trust]) -> Iterator[str]:
    decided = {check: one for check, one in sorted(trusts.items()) if one.of}
    yield "How often people agreed, with 95 % confidence:" if decided else "No finding of a check is decided yet."
    yield from (f"  {clean(check)}: right {_share(one.right, one.of)}" for check, one in decided.items())


def _missed(missed: Mapping[str, int]) -> Iterator[str]:
    yield "Found by people, and by no check:" if missed else "Nobody found anything that no check saw."
    yield from (f"  {clean(category)}: {number}" for category, number in sorted(missed.items()))


def _held(trusts: Mapping[str, Trust]) -> Iterator[str]:
    looked = {check: one for check, one in sorted(trusts.items()) if one.looked_at}
    yield "Held-back matches, by the verdicts:" if looked else "Nobody gave a verdict on a held-back match yet."
    yield from (f"  {clean(check)}: harmless {_share(one.harmless, one.looked_at)}" for check, one in looked.items())


def _share(number: int, of: int) -> str:
    """ "47 of 50; between 83.4 and 98.8 %", rounded outwards."""
    low, high = bound.between(number, of)
    least, most = math.floor(round(low * 1000, 6)) / 10, math.ceil(round(high * 1000, 6)) / 10
    return f"{number} of {of}; between {least:g} and {most:g} %"


def _export(newsroom: Newsroom, trusts: Mapping[str, Trust]) -> str:
    place = newsroom.root / "checks" / MEASURED
    try:
        place.parent.mkdir(exist_ok=True)
        files.replace(place, trust.render(trusts, newsroom.wanted.as_of))
    except OSError as error:
        raise Usage(f"checks/{MEASURED} cannot be written ({error.strerror}); nothing else was changed") from error
    number = sum(bool(one.of) for one in trusts.values())
    return f"checks/{MEASURED}: {counted(number, 'check')}. It can lower an error to a warning, and nothing else."
