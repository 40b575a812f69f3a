"""`workbench queue repeats`: every page on the site that says something; asked for a complaint before `find`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from workbench.errors import Usage
from workbench.queueing import naming
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import OK
from workbench.review import repeating
from workbench.review.repeating import Repeat
from workbench.review.wording import counted
from workbench.writers.terminal import clean


def tell(wanted: Wanted, working_directory: Path, asked: str) -> tuple[str, int]:
    """The pages that repeat a claim or quoted words, and what differs there.

    Raises:
        Usage: no words are given.
    """
    if not asked.strip():
        raise Usage("name a claim by its id, or give the words that are complained of")
    newsroom = Newsroom(working_directory, wanted)
    with newsroom.open(checks=False) as store, store.reading() as connection:
        found = repeating.repeats(connection, asked)
    return "\n".join([*lines(found), "", *newsroom.closing()]) + "\n", OK


def completed(newsroom: Newsroom, name: str, given: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """What the step `find` of a complaint takes, with every page that repeats the claim, and these pages told.

    Args:
        newsroom: whose queue is asked.
        name: the article that is complained of.
        given: what the person gave: `claim`, by its id or its first digits; `pages`, "" = those that are found.

    Raises:
        Usage: this article never told such a claim.
    """
    with newsroom.open(checks=False) as store, store.reading() as connection:
        claim = naming.whole(given.get("claim", ""), repeating.claims_of(connection, name), "claim", name)
        found = repeating.repeats(connection, claim)
    return {**given, "claim": claim, "pages": given.get("pages") or repeating.named(found)}, "\n".join(lines(found))


def lines(found: Iterable[Repeat]) -> Iterator[str]:
    """A line a page, with the words below it."""
    rows = list(found)
    yield f"{counted(len(rows), 'page')} on the site {'says' if len(rows) == 1 else 'say'} this."
    for one in rows:
        address = f"  {clean(one.address)}" if one.address else ""
        yield f"  {clean(one.article)}  {clean(one.title)}{address}"
        claim = f", claim {clean(one.claim)}" if one.claim else ""
        yield f"    {one.how}{claim}{f' ({clean(one.differs)})' if one.differs else ''}: “{clean(one.text)}”"
