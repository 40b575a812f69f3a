"""How sure it is that a percentage is of the groups told near it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from workbench.detectors.statistics._counted_share import LEFT, Link
from workbench.figures.page import Page
from workbench.figures.stated import Size
from workbench.model import Quantity, Sentence
from workbench.patterns import exact
from workbench.statistics import decimals, fits

LONG = 300  # characters on either side that are looked at for other groups and studies
_MANY = 12  # quantities on either side that are looked at
_ALL = 100
_PARTS = (
    r"\b(?:respectively|versus|vs|compared (?:with|to)|combined|sub-?groups?|subsets?|groups?|arms?|cohorts?"
    r"|completers?|who (?:had|were|received|completed|took|got|finished|stayed|responded|remained)|those|remaining"
    r"|both|each|either|follow-?up|randomi[sz]ed to|assigned to|with data|available"
    r"|completed|sessions?|visits?|doses?|attempts?|episodes?|placebo|sham|controls?|half|(?:with|on) the (?:drug"
    r"|treatment)"
    r"|meta-?analys[ei]s|reviews?|studies|trials|pooled|weighted|average|per (?:group|arm))\b"
)
_LATER = (  # words of a time by which some may have left a larger group
    r"\b(?:(?:month|week|year)s? later|(?:at|by|after|for) (?:the )?(?:week|month|year|day|end|\d+|one|two|three|four"
    r"|six"
    r"|twelve))\b"
)
_FITTING = 100  # people; of more, a percentage with one decimal fits by chance
_FEW = 40  # people, of whom a short text would say that some left


def loosely(
    page: Page,
    how: Literal["told", "same", "near"],
    groups: list[Size],
    sentence: Sentence,
    percent: Quantity,
    home: Sentence | None = None,
) -> Link | None:
    """A link to the groups of the sentence `home`, unclear where other numbers or words may change the group."""
    if any(group.approximate for group in groups):
        return None
    sizes = tuple(dict.fromkeys(int(group.number.value) for group in groups))
    parted = len(sizes) > 2 and sizes[0] == sum(sizes[1:])
    if parted:
        sizes = sizes[:1]  # “23 people (14 men, 9 women)”
    words = words_around(sentence, percent) + (b"" if home is None else b" " + home.shadow[-LONG:])
    quantities = [*_around(page, sentence, percent), *(page.article.quantities[home.index][-_MANY:] if home else ())]
    percents = [q.low for q in quantities if q.kind == "percent" and not q.approximate and q.low is not None]
    together = len(percents) == 1 or (len(percents) > 1 and sum(percents) == _ALL)  # 55 percent and 45 percent
    together = together or (len(sizes) == 1 and _others_fit(percent, percents, sizes[0]))
    alone = (
        len(sizes) == 1
        and together
        and not any(
            _further(one) for one in quantities if one.low not in sizes and not (parted and one.kind == "group")
        )
    )
    if how == "told":
        return Link("told" if alone else "near", sizes, clear=alone)
    later = max(sizes) > _FEW or exact(LEFT).search(words) is not None
    apart = exact(_PARTS).search(words) is not None or (later and exact(_LATER).search(words) is not None)
    return Link(how, sizes, clear=alone and not apart)


def _others_fit(percent: Quantity, percents: list[Decimal], n: int) -> bool:
    """Whether every other percentage is right for a small group, to its decimals: then they all are of that group."""
    others = [one for one in percents if one != percent.low]
    exact_ones = [one for one in others if decimals(one) > 0]
    return n <= _FITTING and bool(exact_ones) and all(fits(one, decimals(one), n) for one in others)


def _around(page: Page, sentence: Sentence, percent: Quantity) -> tuple[Quantity, ...]:
    there = page.article.quantities[sentence.index]
    place = there.index(percent)
    return there[max(0, place - _MANY) : place + _MANY + 1]


def words_around(sentence: Sentence, percent: Quantity) -> bytes:
    return sentence.shadow[max(0, percent.at - LONG) : percent.to + LONG]


def _further(quantity: Quantity) -> bool:
    """Whole numbers without a unit, and counted people, may be further groups: “84 were asked, 24 came”."""
    value = quantity.low
    if quantity.kind == "group":
        return value is not None and value > 1  # “one of sixteen people”
    whole = value is not None and value == quantity.high and value == int(value) and value > 1
    return quantity.kind == "number" and not quantity.unit and whole
