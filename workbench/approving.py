"""`workbench library` as functions: what the caller wants → text and an exit code."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbench import config, knowledge, library
from workbench.errors import Unreadable, Usage
from workbench.facts import Row
from workbench.fingerprint import normalised
from workbench.library.linking import Link, links
from workbench.library.standing import reopened
from workbench.library_desk import CHECK, LibraryDesk, claim_named, root_of
from workbench.model import Article
from workbench.writers.terminal import clean

if TYPE_CHECKING:
    from workbench.review import Person

_OK, _INCOMPLETE = 0, 3
_WORDS = {"exact": "the same words", "near": "nearly the same words", "similar": "similar", "accepted": "accepted"}
_SLUG = 5  # words of a claim that make its name, where a person gives none


class New(msgspec.Struct, frozen=True):
    """What a person says about a claim that goes into the library; "" where there is nothing to say.

    `expires` is an ISO day. `jurisdiction` holds codes with "|" between, "all" = wherever; "" = the article's country.
    """

    evidence: str
    expires: str
    id: str = ""
    place: str = ""
    version: str = ""
    qualifiers: tuple[str, ...] = ()
    jurisdiction: str = ""
    note: str = ""


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
    row, (path, name) = desk.row(id), desk.article(article)
    page = desk.read(path, name)
    mine = claim_named(page, claim)
    text = page.sentences[mine.sentence].text
    use = {"article": name, "claim": mine.id, "library": id, "state": state, "by": who.id, "on": as_of.isoformat()}
    _written(library.USES_NAME, lambda: library.record(desk.root, {**use, "text": text}))
    lines = [f"{state.capitalize()}: “{clean(text)}” is {'' if state == 'accepted' else 'not '}{clean(id)}."]
    if state == "accepted":
        now = msgspec.structs.replace(page, knowledge=knowledge.about(knowledge.load(desk.root, as_of), name))
        found = [link for link in links(now, desk.rules) if link.sentence == mine.sentence and link.row["id"] == id]
        grave = [d.told() for link in found for d in link.differences if d.grave]
        lines += [f"  It still differs: {clean(told)}" for told in grave]
        lines += [f"  The check {CHECK} reports this until it says the same as {clean(row['id'])}."] * bool(grave)
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
    path, name = desk.article(article)
    page = desk.read(path, name)
    mine = claim_named(page, claim)
    text = page.sentences[mine.sentence].text
    same = next((row for row in desk.known.library if normalised(row["wording"]) == normalised(text)), None)
    if same is not None:
        raise Usage(f"the library has these words already, as {clean(same['id'])}; renew that row if it has expired")
    where = new.jurisdiction or page.country
    row = {
        "id": new.id or _slug(text, {row["id"] for row in desk.known.library}),
        "wording": text,
        "kind": mine.type,
        "qualifiers": "|".join(new.qualifiers),
        "evidence": new.evidence,
        "place": new.place,
        "version": new.version,
        "approver": who.id,
        "approved_on": as_of.isoformat(),
        "expires": new.expires,
        "jurisdiction": "" if where == "all" else where,
        "standing": "substantiated",
        "note": new.note,
    }
    for column, problem in library.problems(row):
        raise Usage(f"{column} {problem}. Nothing was written")
    if any(old["id"] == row["id"] for old in desk.known.library):
        raise Usage(f"the library has a claim “{clean(row['id'])}” already; give this one another name with --id")
    _written(library.NAME, lambda: library.add(desk.root, row))
    return f"{library.NAME}: {clean(row['id'])}, approved by {row['approver']} until {row['expires']}.\n", _OK


def _decider(working_directory: Path, person: Person | None) -> Person:
    from workbench.review.people import decider  # the queue's database is not needed to look something up

    return decider(config.load(working_directory).staff, os.environ, person)


def _written(name: str, write: Callable[[], None]) -> None:
    try:
        write()
    except OSError as error:
        raise Usage(f"{name} cannot be written ({error.strerror}); nothing was changed. Check the folder") from error


def _slug(text: str, taken: set[str]) -> str:
    words = ["".join(char for char in word if char.isalnum()) for word in normalised(text).split()]
    name = "-".join([word for word in words if word][:_SLUG])
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(other for other in numbered if other not in taken)


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
