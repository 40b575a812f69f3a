"""`workbench sources places` and `confirm` as functions: where a claim may stand in its sources, and saying so."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import engine, sources
from workbench.claim_desk import ClaimDesk, Drawn, Edit
from workbench.errors import Unreadable, Usage
from workbench.identifiers import Listing
from workbench.model import Claim
from workbench.sources import evidence, resting
from workbench.sources.places import Place
from workbench.sources.shelf import Shelf
from workbench.writers.terminal import clean

if TYPE_CHECKING:
    from workbench.review import Person

CHANGED = "source changed, confirm"
_OK, _INCOMPLETE = 0, 3
_SHORTEST = 4  # digits of a claim's id that a person must type
_SUBSTANTIATED, _DISPUTED = "substantiated", "disputed"


def places(as_of: date, working_directory: Path, article: str, claim: str = "") -> tuple[str, int]:
    """For each claim that rests on a source of the shelf (or for one), the places that may bear it, numbered.

    Raises:
        WorkbenchError: there is no such article or claim, or no newsroom.
    """
    desk = ClaimDesk(working_directory, as_of)
    drawn = desk.draw(*_article(desk, article))
    shelf = sources.shelf(desk.root)
    wanted = (_claim_named(drawn, claim),) if claim else drawn.article.claims
    cells = {row["id"]: row["evidence"] for row in drawn.rows}
    lines: list[str] = []
    code = _OK
    listing = Listing(drawn.article.document)
    for one in wanted:
        keys, elsewhere = resting.keys(shelf, one, listing, cells.get(one.id, ""))
        if not keys and not claim:
            continue
        lines.append(f"{one.id}  {clean(drawn.article.sentences[one.sentence].text)}")
        lines += [f"    {line}" for line in _standing(shelf, cells.get(one.id, ""))]
        found, problems = _places(shelf, drawn, one, keys)
        if problems:
            code = _INCOMPLETE
        lines += [f"    {line}" for line in problems]
        if elsewhere:
            lines.append(f"    {elsewhere} of its references {'is' if elsewhere == 1 else 'are'} not on the shelf")
        if not keys:
            lines.append("    rests on no source of the shelf; add one, or name its key in the claim's evidence")
        elif not found and not problems:
            lines.append(f"    {', '.join(keys)}: nothing like this claim was found; read the source")
        lines += [line for number, place in enumerate(found, 1) for line in _shown(number, place)]
    if not lines:
        return "No claim of this article rests on a source of the shelf. See: workbench sources list\n", _OK
    lines.append("Confirm one: workbench sources confirm ARTICLE CLAIM NUMBER")
    return "".join(f"{line}\n" for line in lines), code


def confirm(
    as_of: date, working_directory: Path, article: str, claim: str, number: int, person: Person | None = None
) -> tuple[str, int]:
    """Write into the claim table that a place bears a claim: standing, evidence, reviewer and day.

    Args:
        number: of the place, as `places` prints it.
        person: who decides; default: whoever is there.

    Raises:
        WorkbenchError: this person may only read; no such article, claim or place; the claim is disputed; or somebody
            wrote into the same cells meanwhile. Nothing is written then.
    """
    desk = ClaimDesk(working_directory, as_of)
    who = _decider(desk, person)
    path, name = _article(desk, article)
    drawn = desk.draw(path, name)
    mine = _claim_named(drawn, claim)
    row = next(row for row in drawn.rows if row["id"] == mine.id)
    if row["standing"] == _DISPUTED:
        raise Usage(f"this claim is disputed; settle that in {drawn.name} first. Nothing was written")
    shelf = sources.shelf(desk.root)
    keys, _ = resting.keys(shelf, mine, Listing(drawn.article.document), row["evidence"])
    found, problems = _places(shelf, drawn, mine, keys)
    if not 1 <= number <= len(found):
        why = problems[0] if problems else f"there are {len(found)}"
        raise Usage(f"there is no place {number} for this claim: {why}. See: workbench sources places ARTICLE CLAIM")
    place = found[number - 1]
    told = evidence.confirmed(shelf[place.key], place.start, place.end, place.page)
    cell = evidence.put(row["evidence"], told)
    edits = [
        Edit(mine.id, "standing", row["standing"], _SUBSTANTIATED),
        Edit(mine.id, "evidence", row["evidence"], cell),
    ]
    saved = desk.save(path, name, drawn.rows, edits, who.id)
    if saved.conflicts:
        raise Usage(f"{drawn.name}: somebody wrote into this claim meanwhile; nothing was written. Look again")
    return f"{drawn.name}: {mine.id} is {_SUBSTANTIATED} by {told}\n", _OK


def places_of(
    as_of: date, working_directory: Path, article: str, claim: str
) -> tuple[list[Place], list[str], Mapping[str, Mapping[str, str]]]:
    """The numbered places that may bear one claim, what is wrong with its sources, and the rows of the shelf by key.

    Raises:
        WorkbenchError: there is no such article or claim, or no newsroom.
    """
    desk = ClaimDesk(working_directory, as_of)
    drawn = desk.draw(*_article(desk, article))
    shelf, mine = sources.shelf(desk.root), _claim_named(drawn, claim)
    cell = next((row["evidence"] for row in drawn.rows if row["id"] == mine.id), "")
    keys, _ = resting.keys(shelf, mine, Listing(drawn.article.document), cell)
    found, problems = _places(shelf, drawn, mine, keys)
    return found, problems, shelf.rows


def _places(shelf: Shelf, drawn: Drawn, claim: Claim, keys: tuple[str, ...]) -> tuple[list[Place], list[str]]:
    """The likeliest places over all sources of a claim, and what is wrong with sources that cannot be used."""
    found: list[Place] = []
    problems: list[str] = []
    seen = drawn.article.sentences[claim.sentence].text
    for key in keys:
        try:
            found += sources.best(claim, shelf[key], seen)
        except Unreadable as error:
            problems.append(f"{key} is not used: it {clean(str(error))}")
    return sorted(found, key=lambda place: (-place.score, place.key, place.start))[:3], problems


def _shown(number: int, place: Place) -> Iterator[str]:
    yield f"  {number}  {place.key} p.{place.page}, likeness {place.score:.2f}: {clean(place.why)}"
    if place.before:
        yield f"       {clean(place.before)}"
    yield f"     > {clean(place.text)}"
    if place.after:
        yield f"       {clean(place.after)}"


def _standing(shelf: Shelf, cell: str) -> Iterator[str]:
    for place in evidence.parse_evidence(cell):
        yield f"confirmed: {clean(str(place))}" if shelf.holds(place) else f"{CHANGED}: {clean(str(place))}"


def _article(desk: ClaimDesk, given: str) -> tuple[str, str]:
    """Path and name of an article given by either."""
    path = given
    if not Path(given).is_file():
        found = [end for end in engine.suffixes() if (desk.root / "articles" / f"{given}{end}").is_file()]
        if not found:
            raise Usage(f"there is no article “{clean(given)}”; give its path, or its name below articles/")
        path = str(desk.root / "articles" / f"{given}{found[0]}")
    return next(iter(desk.names((path,)).items()))


def _claim_named(drawn: Drawn, beginning: str) -> Claim:
    if len(beginning) < _SHORTEST:
        raise Usage(f"“{clean(beginning)}” is too short; give at least {_SHORTEST} digits of the claim's id")
    found = [claim for claim in drawn.article.claims if claim.id.startswith(beginning)]
    if len(found) != 1:
        problem = "fits several claims; give more digits" if found else "is no claim of this article as it is now"
        raise Usage(f"“{clean(beginning)}” {problem}. See {drawn.name}, or: workbench sources places ARTICLE")
    return found[0]


def _decider(desk: ClaimDesk, person: Person | None) -> Person:
    from workbench.review.people import decider  # only needed when something is decided

    return decider(desk.settings.staff, os.environ, person)
