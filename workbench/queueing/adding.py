"""What people know better than the checks: findings and claims that they mark, and verdicts on held-back matches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from workbench.errors import Usage
from workbench.model import SEVERITIES, Severity
from workbench.queueing import naming
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import OK, Order, Sitting, lines, told
from workbench.review import Person
from workbench.review.by_hand import Added
from workbench.review.held import Match
from workbench.review.ledger import Place
from workbench.review.moves.of_matches import HELD
from workbench.review.moves.terms import TAKE_BACK
from workbench.review.wording import counted
from workbench.writers.terminal import clean


def add(
    wanted: Wanted, working_directory: Path, name: str, words: str, category: str = "", note: str = "",
    severity: str = "warning", claim: str = "", person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Add a finding that no check saw, or with `claim` mark a claim that no check read as one.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        name: the article.
        words: what the finding is about; they must stand once in the text, whatever blanks lie between them.
        category: one of the closed list; of a finding.
        note: what is wrong; of a claim, what there is to say about it.
        severity: "error", "warning" or "note".
        claim: which kind of claim the words are; then they are no finding.
        person: who adds it; default: whoever is there.

    Raises:
        Usage: refused (says who can), or the words stand there never or more than once.
    """
    if bool(category) == bool(claim):
        raise Usage("give --category for words with a problem, or --claim for words that are a claim; one of the two")
    with Sitting(working_directory, wanted, person) as sitting:
        sitting.refresh(name)
        text = str(sitting.store.article(name)["text"])
        start, end = _place(text, words, name)
        outcome = sitting.store.add(Added(
            article=name, start=start, end=end, text=text[start:end], category=category, note=note,
            person=sitting.person, on=wanted.as_of, at=wanted.moment, severity=_severity(severity), claim=claim,
        ))  # fmt: skip
        said = told(outcome)
        key = str(outcome.state["claim" if claim else "fingerprint"])
        way_back = f"To take it back: workbench queue take-back {clean(name)} {key}"
        return lines(said, f"{'Claim' if claim else 'Finding'} {key}", sitting.left(name), way_back), OK


def take_back(
    wanted: Wanted, working_directory: Path, name: str, key: str, reason: str = "", person: Person | None = None
) -> tuple[str, int]:
    """Take back a claim or a finding that a person marked by hand.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        name: the article.
        key: the claim or the finding, or its first digits (four at least).
        reason: why; needed from an editor for another person's claim.
        person: who takes it back; default: whoever is there.

    Raises:
        Usage: refused; says who can, and what to do.
    """
    with Sitting(working_directory, wanted, person) as sitting:
        sitting.refresh(name)
        claims = [row["claim"] for row in sitting.store.overview(name).claims]
        whole = naming.whole(key, {*claims, *sitting.store.states(name)}, "claim or finding", name)
        place = Place("claim" if whole in claims else "finding", whole, name)
        return lines(sitting.make(place, Order(action=TAKE_BACK, reason=reason)), sitting.left(name)), OK


def matches(wanted: Wanted, working_directory: Path, name: str = "") -> tuple[str, int]:
    """The held-back matches that are put up for a verdict, in one article (checked anew) or in the whole queue.

    Raises:
        Usage: there is no such article.
    """
    newsroom = Newsroom(working_directory, wanted)
    with newsroom.open() as store:
        if name:
            newsroom.refresh(store, name)
        found = store.matches(name)
    titles = {check.id: check.title for check in newsroom.content.checks}
    waits = [one for one in found if one.state == HELD]
    judged = f"{len(found) - len(waits)} of {len(found)} have their verdict." if len(waits) < len(found) else ""
    head = f"{counted(len(waits), 'held-back match').replace('matchs', 'matches')} put up for a verdict."
    return lines(head, *_listed(waits, titles), judged, *newsroom.closing()), OK


def match(
    wanted: Wanted, working_directory: Path, name: str, fingerprint: str, verdict: str, person: Person | None = None
) -> tuple[str, int]:
    """Say of a held-back match that it is "harmless" or "counts", or take one's own word back ("undo").

    Raises:
        Usage: refused; says who can.
    """
    with Sitting(working_directory, wanted, person) as sitting:
        sitting.refresh(name)
        key = naming.whole(fingerprint, sitting.store.states(name), "match", name)
        said = sitting.make(Place("match", key, name), Order(action=verdict))
        back = "" if verdict == "undo" else f"To take it back: workbench queue match {name} {key} undo"
        return lines(said, back), OK


def _place(text: str, words: str, name: str) -> tuple[int, int]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        raise Usage("no words are named; copy them from the text")
    # An assertion, so that places which overlap are all counted.
    places = [found.span(1) for found in re.finditer(f"(?=({pattern}))", text)]
    if len(places) == 1:
        return places[0]
    shown = " ".join(words.split())
    if not places:
        raise Usage(f"“{clean(shown)}” does not stand in “{clean(name)}”; copy the words from its text as it is now")
    raise Usage(f"“{clean(shown)}” stands {len(places)} times in “{clean(name)}”; give more of the words around it")


def _severity(text: str) -> Severity:
    found = next((one for one in SEVERITIES if one == text), None)
    if found is None:
        raise Usage(f"--severity: “{clean(text)}” is none; choose one of: {', '.join(SEVERITIES)}")
    return found


def _listed(found: Iterable[Match], titles: Mapping[str, str]) -> Iterator[str]:
    for one in found:
        yield f"  {clean(one.article)}  {one.fingerprint}  {clean(titles.get(one.check, one.check))}"
        yield f"    “{clean(one.text)}” in: {clean(' '.join(one.sentence.split()))}"
        yield f"    workbench queue match {clean(one.article)} {one.fingerprint} harmless|counts"
