"""Which amounts of an approved claim an article tells otherwise, and which only in another form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from workbench.library.amounts import Amount
from workbench.library.reading import Reading

_HALF_A_POINT = Decimal("0.006")  # a share is right where it is the rounded one
_NEARLY = Decimal("0.02")  # of a dose worked out from a body's weight


class Told(NamedTuple):
    """How the amounts of two sentences meet: pairs that differ, and amounts that only one has."""

    changed: tuple[tuple[Amount, Amount], ...]
    lost: tuple[Amount, ...]
    new: tuple[Amount, ...]


def told(approved: Reading, used: Reading) -> Told:
    """The amounts of a claim against those of an article's sentence; what is only added to the sentence is left out."""
    lost, new = _apart(approved.amounts, used.amounts)
    _groups(lost, new)
    new = [amount for amount in new if not _follows(amount, used.amounts)]
    _worked_out(lost, new, used)
    beside = {used.tokens[at].at for at in used.aside}
    main = [amount for amount in new if not any(amount.at <= at < amount.to for at in beside)]
    changed = []
    for some in (main, new):
        for old in list(lost):
            rival = _rival(old, some)
            if rival is not None and (some is main or rival.measure == old.measure):
                lost.remove(old)
                new.remove(rival)
                if rival in main:
                    main.remove(rival)
                changed.append((old, rival))
    return Told(tuple(changed), tuple(lost), tuple(amount for amount in main if amount.kind != "year"))


def _apart(before: Sequence[Amount], now: Sequence[Amount]) -> tuple[list[Amount], list[Amount]]:
    lost, new = list(before), []
    for amount in now:
        same = next((old for old in lost if old.same(amount) or _one_share(old, amount) or _bare(old, amount)), None)
        if same is None:
            new.append(amount)
        else:
            lost.remove(same)
    return lost, new


def _one_share(one: Amount, other: Amount) -> bool:
    """“25 of 100 people” and “25%” are one share; so are “one in twelve” and “8%”, which is rounded."""
    first, second = (amount.low if amount.measure == "share" else _part(amount) for amount in (one, other))
    if first is None or second is None or "share" not in (one.measure, other.measure):
        return False
    return abs(first - second) <= (_HALF_A_POINT if one.kind != other.kind else 0)


def _bare(one: Amount, other: Amount) -> bool:
    """“from 25” and “from the age of 25”: the figure is the same, and one of them leaves out that it is an age."""
    return one.figure == other.figure and {one.kind, other.kind} == {"age", "number"}


def _part(amount: Amount) -> Decimal | None:
    told = amount.measure == "of" and amount.low is not None and amount.high
    return (amount.low or Decimal(0)) / amount.high if told and amount.high else None


def _groups(lost: list[Amount], new: list[Amount]) -> None:
    """“38 of 640 people” told as “of 640 people, 38”: the group is the same; its part is compared as a number."""
    for one, other in ((lost, new), (new, lost)):
        for group in [amount for amount in one if amount.measure == "of"]:
            whole = next((amount for amount in other if amount.low == group.high and amount.measure != "of"), None)
            if whole is None:
                continue
            other.remove(whole)
            one.remove(group)
            part = next((amount for amount in other if amount.low == group.low and amount.measure != "of"), None)
            if part is not None:
                other.remove(part)
            else:
                one.append(group._replace(measure="number:", kind="number", high=group.low))


def _follows(amount: Amount, around: Iterable[Amount]) -> bool:
    """Whether a share is that of a group in the same sentence: “312 of 1,040 people (30%)”."""
    if amount.measure != "share" or amount.low is None:
        return False
    groups = [group for group in around if group.measure == "of" and group.low is not None and group.high]
    return any(abs(group.low / group.high - amount.low) <= _HALF_A_POINT for group in groups)  # type: ignore[operator]


def _worked_out(lost: list[Amount], new: list[Amount], used: Reading) -> None:
    """A dose per kilogram worked out for a weight that is told: “15 mg/kg”, “for 20 kg 300 mg”."""
    for rule in [amount for amount in lost if amount.measure.startswith("mass/kg") and amount.low]:
        rest = rule.measure.replace("/kg", "", 1)
        for weight in [amount for amount in new if amount.measure == "mass" and amount.printed.endswith("kg")]:
            kilos = weight.figure[0] or Decimal(0)
            wanted = (rule.low or Decimal(0)) * kilos
            doses = [a for a in new if a is not weight and a.measure == rest and a.low is not None]
            right = next((a for a in doses if abs((a.low or Decimal(0)) - wanted) <= _NEARLY * wanted), None)
            if right is not None:
                lost.remove(rule)
                new.remove(right)
                new.remove(weight)
                return


def rest_of(one: Amount, other: Amount) -> bool:
    """Whether the one share is what the other leaves of the whole: seven in ten, three in ten."""
    shares = one.measure == other.measure == "share" and one.low is not None and other.low is not None
    return shares and (one.low or 0) + (other.low or 0) == 1


def _rival(old: Amount, new: Sequence[Amount]) -> Amount | None:
    """The amount that stands in the place of another: of the same measure, else with its figure, else of its kind."""
    return (
        next((amount for amount in new if amount.measure == old.measure), None)
        or next((amount for amount in new if amount.figure == old.figure and amount.low is not None), None)
        or next((amount for amount in new if amount.kind == old.kind), None)
    )
