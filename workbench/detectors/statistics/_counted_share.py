"""Counts told with a percentage and the group they are of: “17 (70.8%)” behind “24 people”."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from workbench import statistics
from workbench.figures._sizes import sizes_of
from workbench.figures.page import Page
from workbench.figures.stated import Number, Share
from workbench.patterns import exact

_OTHERS = 1000  # whole numbers of a sentence that may be a group too; not years
_LIST = 12  # sentences of a list between a group and what is counted of it
LEFT = (
    r"\b(?:complet\w+|follow(?:ed|-?up| up)|dropp?ed out|drop-?outs?|withdr\w+|lost|missing|evaluable|available"
    r"|excluded"
    r"|screened|analy[sz]ed|with data|remaining|remained|responders|per protocol|intention|imputed|answered this"
    r"|skipped|left the|discontinu\w+|stayed in)\b"
)


class Link(Struct, frozen=True):
    """The groups a percentage may speak of, the count that is told with it, and how sure that is.

    how: "told" (17 of 24 (70.8%), 70.8% of the 24; nothing else can be meant), "same" (in one sentence), "near" (in a
    sentence before, a lead-in, the heading of a column). `clear` is false when the words between speak of several
    groups or of parts of one. `plain` is true where they say by themselves that it is a share of the group.
    """

    how: Literal["told", "same", "near"]
    sizes: tuple[int, ...]
    count: int | None = None
    clear: bool = True
    plain: bool = False


def of_share(page: Page, share: Share, beside: list[Share]) -> Link | None:
    """The group of a percentage that stands with its group or with a count.

    Args:
        beside: the other shares of its sentence or list. Counts that add up to the group, or whose percentages are
            right, tell that all of them are of that group.
    """
    if share.size is None or share.size.approximate:
        return None
    size, count = int(share.size.number.value), None if share.count is None else int(share.count.value)
    of_it = [one.count.value for one in beside if one.count and one.size and one.size.number == share.size.number]
    numbers = page.numerals(page.article.sentences[share.words.sentence])
    if share.count is not None and share.size.where != "beside" and of_another_base(share, beside, [*numbers]):
        return None
    right = (
        one is not share and one.size and one.size.number == share.size.number and fits_its_group(one) for one in beside
    )
    if share.size.where == "beside" or (len(of_it) > 1 and sum(of_it) == size) or any(right):
        return Link("told", (size,), count)
    if share.size.where != "sentence" and nobody_left(page, share):
        return Link("near", (size,), count)
    others = (one.value for one in page.numerals(page.article.sentences[share.words.sentence]) if not one.unit)
    larger = tuple(int(one) for one in others if one == int(one) and (count or 0) < one <= _OTHERS and one != size)
    return Link("same" if share.size.where == "sentence" else "near", (size, *larger), count, clear=False)


def of_another_base(share: Share, others: list[Share], numbers: list[Number]) -> bool:
    """Whether a count and its percentage are right for another number told: “of 81, 52 replied, 40 (76.9 %) …”."""
    if share.count is None or share.percent is None or share.size is None:
        return False
    count, percent, size = share.count.value, share.percent.value, share.size.number.value
    told = {one.count.value for one in others if one.count is not None} | {one.value for one in numbers if not one.unit}
    bases = {int(one) for one in told if one == one.to_integral_value() and count < one != size and one <= _OTHERS}
    return any(count in statistics.fits(percent, statistics.decimals(percent), base) for base in bases)


def fits_its_group(share: Share) -> bool:
    """Whether a count and a percentage are right for the group they are told with."""
    if share.count is None or share.percent is None or share.size is None:
        return False
    count, size, percent = share.count.value, int(share.size.number.value), share.percent.value
    return count in statistics.fits(percent, statistics.decimals(percent), size)


def nobody_left(page: Page, share: Share) -> bool:
    """Whether the words from a group to a count of it, in later sentences, tell of nobody who left it."""
    if share.size is None or share.size.approximate:
        return False
    first, last = share.size.number.sentence, share.words.sentence
    between = page.article.sentences[first : last + 1] if last - first <= _LIST else ()
    shadows = b" ".join([one.shadow for one in between])
    others = {size.number.value for one in between for size in sizes_of(page, one)}
    return bool(between) and others == {share.size.number.value} and exact(LEFT).search(shadows) is None
