"""Whether an article turns an approved claim round: a denial, a direction, the sides of a comparison.

Two turns at once may say the same again (“less often with placebo than with X”), so that only one alone is sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.library.reading import Reading
from workbench.library.rules import Rules

Turn = tuple[str, str, str]  # what is turned, and both wordings


def turns(approved: Reading, used: Reading, rules: Rules) -> list[Turn]:
    """Everything that is turned round between two sentences of one claim."""
    found = list(_denied(approved, used))
    for name, printed in approved.opposites.items():
        pair, _, side = name.partition(":")
        other = f"{pair}:{1 - int(side)}"
        there = other in used.opposites and name not in used.opposites and other not in approved.opposites
        if there and _of_the_same(approved, printed, used, used.opposites[other]):
            found.append(("direction", printed, used.opposites[other]))
    first, second = _sides(approved, rules), _sides(used, rules)
    pairs = [{name.partition(":")[0] for name in reading.opposites} for reading in (approved, used)]
    if first and second and pairs[0] == pairs[1] and first[0] & second[1] and first[1] & second[0]:
        found.append(("direction", approved.text, used.text))
    return found


def _of_the_same(approved: Reading, printed: str, used: Reading, its: str) -> bool:
    """Whether prepositions that are opposites (“before”, “after”) stand before the same word."""
    follows = [_following(approved, printed), _following(used, its)]
    return None in follows or follows[0] == follows[1]


def _following(reading: Reading, printed: str) -> str | None:
    """The first telling word behind a preposition; None where it is no preposition."""
    at = next(at for at, token in enumerate(reading.tokens) if reading.text.startswith(printed, token.at))
    if reading.tokens[at].word not in ("before", "after", "prior", "ahead", "following", "inside", "outside"):
        return None
    return next((token.stem for token in reading.tokens[at + 1 :] if token.telling and token.word != "to"), "")


def _denied(approved: Reading, used: Reading) -> Iterator[Turn]:
    """Something that one denies and the other asserts; a denial of something else is only other wording."""
    common = _said(approved) & _said(used)
    before, now = approved.denied & common, used.denied & common
    if _told_aside(before, approved, used) or _told_aside(now, used, approved):
        return
    heads = (approved.heads if before else used.heads) & common  # what is denied has to be what the other asserts
    if heads and bool(before) != bool(now) and approved.denials != used.denials:
        yield "negation", _says(bool(before)), _says(bool(now))


def _said(reading: Reading) -> set[str]:
    main = {sign for sign, at in reading.frame if at not in reading.aside}
    return main | {token.stem for at, token in enumerate(reading.tokens) if token.telling and at not in reading.aside}


def _told_aside(denied: frozenset[str], denying: Reading, other: Reading) -> bool:
    """Whether the other sentence has what is denied only in a condition: “tell us before you stop”."""
    mine, its = _inside(denying) | {""}, _inside(other)
    return bool(denied) and bool((denied | {denying.opening}) & its - mine)


def _inside(reading: Reading) -> set[str]:
    covered = {at for first, last in reading.spans for at in range(first, last)}
    return {sign for sign, at in reading.frame if at in covered}


def _says(denied: bool) -> str:
    return "denied" if denied else "not denied"


def _sides(reading: Reading, rules: Rules) -> tuple[set[str], set[str]] | None:
    places = rules.comparisons.find(reading.tokens)
    if not places or not places[0][0]:
        return None
    low, high, _ = places[0]
    telling = [(token.stem, at) for at, token in enumerate(reading.tokens) if token.telling]
    before, after = ({sign for sign, at in telling if part(at)} for part in (low.__gt__, high.__le__))
    return before - after, after - before
