"""`workbench library` as functions: what the caller wants → text and an exit code."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import config, knowledge, library
from workbench.errors import Unreadable, Usage
from workbench.facts import Row
from workbench.library.linking import Link, links
from workbench.library.standing import reopened
from workbench.library_desk import CHECK, LibraryDesk, root_of
from workbench.library_desk import New as New
from workbench.library_desk import Renewal as Renewal
from workbench.model import Article
from workbench.writers.terminal import clean

if TYPE_CHECKING:
    from workbench.review import Person

_OK, _INCOMPLETE = 0, 3
_WORDS = {"exact": "the same words", "near": "nearly the same words", "similar": "similar", "accepted": "accepted"}


def list_claims(as_of: date, working_directory: Path, expired: bool = False) -> tuple[str, int]:
    """The claims of the library with their evidence and what speaks against them.

    Args:
        as_of: the day.
        working_directory: where the newsroom's root is looked for.
        expired: only claims that have to be looked at again.

    Raises:
        WorkbenchError: no newsroom here, or the library does not hold.
    """
    known = knowledge.load(root_of(working_directory), as_of)
    lines: list[str] = []
    for row in known.library:
        against = [found.words for found in reopened(row, as_of, known.identifiers)]
        if not expired or against:
            lines += _claim(row, against)
    if lines:
        return _text(lines), _OK
    if known.library:
        return "No claim has to be looked at again.\n", _OK
    return "No claims yet. Approve an article's claim to start the library: workbench library add ARTICLE CLAIM\n", _OK


def uses(as_of: date, working_directory: Path, id: str) -> tuple[str, int]:
    """Where a claim is used in the newsroom's articles, and how each use differs.

    Returns:
        A line or two for each use; 0, or 3 where an article could not be read (it is named).

    Raises:
        WorkbenchError: there is no such claim, or no newsroom.
    """
    desk = LibraryDesk(working_directory, as_of)
    row = desk.row(id)
    lines = _claim(row, [found.words for found in reopened(row, as_of, desk.known.identifiers)])
    unread: list[str] = []
    count = 0
    for path, name in desk.articles().items():
        try:
            article = desk.read(path, name)
        except Unreadable as error:
            unread.append(f"Not read  {clean(path)}: {clean(str(error))}")
            continue
        for link in links(article, desk.rules):
            if link.row is row:
                count += 1
                lines += _use(path, article, link)
    lines += [f"{count} use{'' if count == 1 else 's'}.", *unread]
    return _text(lines), _INCOMPLETE if unread else _OK


def suggest(as_of: date, working_directory: Path, article: str) -> tuple[str, int]:
    """The claims of an article that the library may hold: those linked by themselves, and those for a person to judge.

    Raises:
        WorkbenchError: there is no such article, it cannot be read, or there is no newsroom.
    """
    desk = LibraryDesk(working_directory, as_of)
    page = desk.read(*desk.article(article))
    claims = {claim.sentence: claim for claim in page.claims}
    lines: list[str] = []
    told: set[int] = set()
    for link in links(page, desk.rules, suggested=True):
        claim = claims.get(link.sentence)
        if claim is None:
            continue  # no claim, so nothing to accept
        if link.sentence not in told:
            told.add(link.sentence)
            lines.append(f"{claim.id}  {clean(page.sentences[link.sentence].text)}")
        lines += _match(link)
    if not lines:
        return "The library has nothing like this article's claims.\n", _OK
    return _text([*lines, "Accept or refuse: workbench library accept|refuse ARTICLE CLAIM ID"]), _OK


def decide(
    as_of: date,
    working_directory: Path,
    article: str,
    claim: str,
    id: str,
    state: str,
    person: Person | None = None,
) -> tuple[str, int]:
    """Take an article's claim for a claim of the library, or say that it is another one.

    Args:
        as_of: the day of the decision.
        working_directory: where the newsroom's root is looked for.
        article: its path, or its name as in the tables.
        claim: the claim's id, or its first digits (four at least).
        id: of the library's claim.
        state: "accepted" or "refused".
        person: who decides; default: whoever is there.

    Raises:
        WorkbenchError: this person may only read, or there is no such article, claim or row; nothing is written then.
    """
    desk, who = LibraryDesk(working_directory, as_of), _decider(working_directory, person)
    decided = desk.decide(desk.article(article), claim, id, state, who.id)
    is_it = "" if state == "accepted" else "not "
    lines = [f"{state.capitalize()}: “{clean(decided.row['text'])}” is {is_it}{clean(id)}."]
    if state == "accepted":
        grave = [d.told() for d in decided.link.differences if d.grave] if decided.link else []
        lines += [f"  It still differs: {clean(told)}" for told in grave]
        lines += [f"  The check {CHECK} reports this until it says the same as {clean(id)}."] * bool(grave)
    return _text(lines), _OK


def add(
    as_of: date, working_directory: Path, article: str, claim: str, new: New, person: Person | None = None
) -> tuple[str, int]:
    """Take an article's claim into the library, approved by the person who does it.

    Raises:
        WorkbenchError: this person may only read, there is no such claim, evidence or expiry is missing, or the library
            has these words already; nothing is written then.
    """
    desk, who = LibraryDesk(working_directory, as_of), _decider(working_directory, person)
    row = desk.add(desk.article(article), claim, new, who.id)
    return f"{library.NAME}: {clean(row['id'])}, approved by {row['approver']} until {row['expires']}.\n", _OK


def renew(
    as_of: date, working_directory: Path, id: str, given: Renewal, person: Person | None = None
) -> tuple[str, int]:
    """Say that somebody looked at a claim's evidence again: it holds until another day.

    Raises:
        WorkbenchError: this person is no medical reviewer, there is no such claim, it is disputed, its source fell, or
            the day does not lie ahead; nothing is written then.
    """
    from workbench.review import renewing  # see `_decider`

    desk, who = LibraryDesk(working_directory, as_of), _decider(working_directory, person)
    refused = renewing.barred(who, as_of)
    if refused is not None:
        raise Usage(clean(str(refused)))
    row = desk.renew(id, given, who.id).after
    rests = ", ".join(clean(row[part]) for part in ("evidence", "version", "place") if row[part])
    return (
        f"{library.NAME}: {clean(id)} holds until {row['expires']}, by {row['approver']}. It rests on {rests}.\n",
        _OK,
    )


def _decider(working_directory: Path, person: Person | None) -> Person:
    from workbench.review.people import decider  # the queue's database is not needed to look something up

    return decider(config.load(working_directory).staff, os.environ, person)


def _claim(row: Row, against: Sequence[str]) -> list[str]:
    where = f", {row['jurisdiction']}" if row["jurisdiction"] else ""
    lines = [f"{clean(row['id'])}  {row['kind'] or 'any kind'}{where}, until {row['expires']}"]
    lines += [f"    “{clean(row['wording'])}”"]
    lines += [f"    {clean(row['evidence'])}; approved by {clean(row['approver'])} on {row['approved_on']}"]
    return [*lines, *(f"    Look again: {clean(words)}." for words in against)]


def _use(path: str, article: Article, link: Link) -> Iterator[str]:
    sentence = article.sentences[link.sentence]
    line = article.document.source.count("\n", 0, sentence.start) + 1
    yield f"{clean(path)}, line {line}: {_level(link)}"
    yield f"    “{clean(sentence.text)}”"
    yield from (f"    differs in {clean(difference.told())}" for difference in link.differences)


def _match(link: Link) -> Iterator[str]:
    yield f"    {clean(link.row['id'])}: {_level(link)}: “{clean(link.row['wording'])}”"
    yield from (f"        differs in {clean(difference.told())}" for difference in link.differences)


def _level(link: Link) -> str:
    by = f" by {clean(link.use['by'])} on {link.use['on']}" if link.use and link.level == "accepted" else ""
    return _WORDS[link.level] + by


def _text(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
