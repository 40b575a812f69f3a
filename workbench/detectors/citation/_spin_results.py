"""Another result than the source had: relative for absolute, a further outcome for the main one, another dose."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.detectors.citation._spin_said import EFFECTS, Differs, Outcome, Statement, Unread
from workbench.detectors.citation._spin_source import Facts, share
from workbench.library.amounts import Amount
from workbench.model import Quantity

_TIMES = (2, 3, 4)  # doses a day, tablets a dose
_NEAR = Decimal("1.5")  # percentage points between a relative change and the one that two risks give
_HALF = Decimal(50)
_MASS = "mass"  # measures of a dose: "mass", "mass/kg"
_LIKE = 0.4  # likeness from which a place is the one that the claim tells


def relative_for_absolute(said: Statement, facts: Facts) -> Outcome:
    """A change told as a share of the risk where the source gives the risks, or as points where it gives a share."""
    if not said.asserted:
        return
    for quantity in said.claim.quantities:
        if quantity.kind == "percent" and quantity.unit == "percentage points" and quantity.low is not None:
            there = [told for told in facts.told for q in told.percents() if share(q) == quantity.low]
            as_points = any(
                q.unit == quantity.unit and q.low == quantity.low for t in facts.told for q in t.sentence.quantities
            )
            if there and not as_points and all(told.has("relative") for told in there):
                words = f"The text tells {quantity.text}; in the source it is a share of the risk, not points."
                yield Differs("relative", said.sentence.index, quantity.at, quantity.to, words, tuple(there[:1]))
    if "relative" not in said.met or said.place is None:
        return
    at, to = said.met["relative"][0]
    inside = [q for q in said.claim.quantities if q.kind in ("percent", "ratio") and q.at < to and at < q.to]
    change = _change(inside, said)
    if change is None or any(share(q) == change for told in facts.told for q in told.percents()):
        return
    yield from _from_two_risks(said, facts, change, (at, to))


def _from_two_risks(said: Statement, facts: Facts, change: Decimal, spot: tuple[int, int]) -> Outcome:
    around = {share(q) for _, quantities, _ in said.paragraph for q in quantities}
    for told in (facts.told[place.sentence] for place in said.places):
        risks = sorted({value for q in told.percents() if (value := share(q)) is not None})
        if len(risks) != 2 or around & set(risks):
            continue
        low, high = risks
        if abs((high - low) * 100 / high - change) <= _NEAR:
            words = (
                f"The text tells a share of the risk; the source tells the risks, {_short(low)}% and {_short(high)}%."
            )
            computed = f"({_short(high)} − {_short(low)}) ÷ {_short(high)} = {(high - low) * 100 / high:.0f}%"
            yield Differs("relative", said.sentence.index, *spot, words, (told,), computed=computed)
            return


def _change(inside: Sequence[Quantity], said: Statement) -> Decimal | None:
    if inside:
        first = inside[0]
        return share(first) if first.kind == "percent" else _HALF if first.low == Decimal("0.5") else None
    return _HALF if "halves" in said.met else None


def _short(value: Decimal) -> str:
    """A share as people write it: 4 or 4.2."""
    return f"{round(value, 1).normalize():f}"


def outcome_told(said: Statement, facts: Facts) -> Outcome:
    """A benefit told without saying that the main outcome did not come out, or that it was looked for afterwards."""
    if not said.asserted or "better" not in said.met or said.claim.type not in EFFECTS or "outcomes" in said.around:
        return
    at, to = said.met["better"][0]
    told = facts.told[said.place.sentence] if said.place and said.place.score >= _LIKE else None
    if facts.unmet:
        main = facts.unmet[0]
        sure = told is not None and (told.has("secondary", "afterwards") or bool(told.percents()))
        words = "The text tells a benefit; in the source the main outcome showed none."
        shown = (main,) if told is None or told in facts.unmet else (main, told)
        yield Differs("outcome", said.sentence.index, at, to, words, shown, "medium" if sure else "low")
    elif told is not None and told.has("afterwards"):
        words = "The text tells a result of everybody; in the source it is one of a subgroup or sought afterwards."
        yield Differs("outcome", said.sentence.index, at, to, words, (told,), "low")


def dose(said: Statement, facts: Facts) -> Outcome:
    """Another dose than any in the source."""
    drugs = {said.claim.intervention} - {""}
    theirs = [
        (amount, told)
        for told in facts.told
        if told.own
        for amount in told.sentence.amounts
        if amount.kind == "dose" and amount.measure.partition("/")[0] == _MASS
    ]
    for mine in said.amounts:
        if mine.kind != "dose" or mine.measure.partition("/")[0] != _MASS or mine.low is None:
            continue
        if drugs and not any(drugs & told.sentence.names for told in facts.told):
            yield Unread("the drug")
            continue
        same = [(amount, told) for amount, told in theirs if amount.measure == mine.measure]
        if not same:
            yield Unread("the dose")
        elif not any(_covers(amount, mine) for amount, _ in same):
            told = same[0][1]
            printed = ", ".join(dict.fromkeys(amount.printed for amount, _ in same[:4]))
            words = f"The text says {mine.printed}; the source {printed}."
            yield Differs("dose", said.sentence.index, mine.at, mine.to, words, (told,))


def _covers(theirs: Amount, mine: Amount) -> bool:
    """The same amount, one inside the source's range, or a whole number of times as much or as little."""
    if theirs.low is None or theirs.high is None or mine.low is None or mine.high is None:
        return True
    if theirs.low <= mine.low and mine.high <= theirs.high:
        return True
    if mine.low <= theirs.low and theirs.high <= mine.high:
        return True
    return any(mine.high == theirs.high * n or theirs.high == mine.high * n for n in _TIMES)
