"""Changes from one value to another, with what is told of them: “rose from 10 % to 15 %, up 5 %”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.figures._pairs import pairs
from workbench.figures._told import MOVES, Direction, told_of
from workbench.figures.page import Page, once
from workbench.figures.printed import words
from workbench.figures.stated import Number
from workbench.figures.stated_changes import Change, Told
from workbench.model import Sentence
from workbench.patterns import exact

CUE = (
    r"\bfrom\b[^\n]*(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty))"
    r"|\d[^\n]* ?(?:~|->) ?\S{0,4}\d"
)
_NEAR = 90  # characters between the pair and what tells its change
_GOES_ON = r"\band from\b"
_FAR = r"[;]|\.\s|\bwhile\b|\bwhereas\b|\bbut\b"


@once
def read(page: Page) -> Iterator[Change]:
    """Every pair of values that a verb of change or a told change makes one, in reading order."""
    for sentence in page.cued(CUE):
        found = pairs(page, sentence)
        if not found:
            continue
        told = told_of(page, sentence)
        for index, (old, new) in enumerate(found):
            left = found[index - 1][1].to if index else 0
            right = found[index + 1][0].at if index + 1 < len(found) else len(sentence.shadow)
            own = tuple(one for one in told if _belongs(sentence, one, old.at, new.to, left, right))
            reach = max(left, old.at - 70)
            if index and exact(_GOES_ON).search(sentence.shadow[left : old.at]) is not None:
                reach = max(0, found[0][0].at - 70)  # “fell from … to … and from … to …”
            verb = exact(MOVES).search(sentence.shadow[reach : old.at])
            if own or verb is not None:
                direction: Direction = "up" if new.amount > old.amount else "down" if new.amount < old.amount else ""
                vague = any(_is_vague(page, sentence, one) for one in (old, new))
                yield Change(words(sentence, old.at, new.to), old, new, own, direction, vague)


def _belongs(sentence: Sentence, one: Told, at: int, to: int, left: int, right: int) -> bool:
    """Whether a told change stands beside a pair `[at, to)`, and in its clause."""
    figure = one.number or one.words
    if figure.at < to and at < figure.to:
        return False
    if figure.at >= to:
        gap = sentence.shadow[to : figure.at]
        return figure.at < right and len(gap) <= _NEAR and exact(_FAR).search(gap) is None
    gap = sentence.shadow[figure.to : at]
    return figure.at >= left and len(gap) <= _NEAR and exact(_FAR).search(gap) is None


def _is_vague(page: Page, sentence: Sentence, one: Number) -> bool:
    quantity = page.quantity(one)
    arrow = sentence.text[max(0, one.at - 3) : one.at].rstrip().endswith(("→", "->"))
    return quantity is not None and quantity.approximate and not arrow
