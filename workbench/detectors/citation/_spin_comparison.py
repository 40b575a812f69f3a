"""Another comparison than the source made, or none."""

from __future__ import annotations

from workbench.detectors.citation._spin_said import EFFECTS, Differs, Outcome, Statement, Unread
from workbench.detectors.citation._spin_source import Facts, Spots, Told, share
from workbench.sources.reading import name_spots

_BEHIND = 70  # characters behind “than” in which the comparator stands


def comparison(said: Statement, facts: Facts) -> Outcome:
    """Another comparison than the source made."""
    if not said.asserted or "comparing" not in said.met:
        return
    _, behind = said.met["comparing"][0]
    placebo, other = facts.first("placebo"), facts.first("comparator")
    alone = facts.first("uncontrolled")
    spot = _within(said.met.get("placebo", ()), behind)
    if spot and alone and not placebo:
        words = "The text compares with placebo; the source had no group to compare with."
        yield Differs("comparison", said.sentence.index, *spot, words, (alone,))
    elif spot and not facts.first("placebo", own=False):
        if other is None:
            yield Unread("what it was compared with")
        else:
            words = "The text compares with placebo; the source tells of another comparison."
            yield Differs("comparison", said.sentence.index, *spot, words, (other,))
    elif spot is None and placebo and not other:
        yield from _against_another(said, facts, behind, placebo)


def _against_another(said: Statement, facts: Facts, behind: int, placebo: Told) -> Outcome:
    """“Better than fluoxetine” where the source compared with placebo only."""
    spot = _within(said.met.get("comparator", ()), behind)
    if spot is None:
        spots = name_spots(said.sentence.text, said.sentence.shadow)
        mine = {name for low, _, name in spots if low < behind} | {said.claim.condition}
        low, high, name = next((spot for spot in spots if spot[0] >= behind and spot[2] not in mine), (0, 0, ""))
        if not name or any(name in told.sentence.names for told in facts.told):
            return
        spot = (low, high)
    words = f"The text compares with “{said.sentence.text[slice(*spot)]}”; the source with placebo."
    yield Differs("comparison", said.sentence.index, *spot, words, (placebo,), "low")


def one_arm_alone(said: Statement, facts: Facts) -> Outcome:
    """The share of those treated, where the source gives it beside that of the others."""
    if said.claim.type not in EFFECTS or {"comparing", "placebo", "limits"} & said.around:
        return
    shares = [q for _, quantities, _ in said.paragraph for q in quantities if share(q) is not None]
    if len(shares) != 1 or said.place is None or "relative" in said.met:
        return
    mine, told = shares[0], facts.told[said.place.sentence]
    own = next((q for q in said.claim.quantities if q.start == mine.start), None)
    theirs = told.percents()
    if own is None or len(theirs) < 2 or not told.has("placebo", "comparator") or "relative" in told.met:
        return
    if any(share(q) == share(mine) for q in theirs):
        rest = next((q.text for q in theirs if share(q) != share(mine)), "")
        if rest:
            words = f"The text tells {mine.text} of those treated; without the treatment it was {rest}."
            yield Differs("one arm", said.sentence.index, own.at, own.to, words, (told,), "low")


def _within(spots: Spots, behind: int) -> tuple[int, int] | None:
    return next((spot for spot in spots if behind - 1 <= spot[0] <= behind + _BEHIND), None)
