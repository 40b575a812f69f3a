"""What approval words are, and the regulator named right before or behind them."""

from __future__ import annotations

from typing import NamedTuple

from workbench.detectors.regulatory._approval_grammar import ARTICLES
from workbench.detectors.regulatory._approval_names import Name, Text

OWN = "own"  # what the table of jurisdictions calls the regulator of the page's country, whichever that is


class Cue(NamedTuple):
    """The approval words `[first, after)`.

    `place` is the jurisdiction they name ("" where they name none), `explicit` says that a regulator is named, `active`
    that it is the subject ("the FDA approved …"), `gained` that the product is ("… received FDA approval"), and
    `recipient` is a product between verb and noun ("the FDA gave X the green light").
    """

    first: int
    after: int
    place: str
    explicit: bool
    active: bool
    gained: bool = False
    recipient: Name | None = None


def place_of(name: Name) -> str:
    """The jurisdiction of a regulator or a place; "" where it is the page's own ("the agency")."""
    return name.rows[0][""].removeprefix(OWN)


def regulator_before(text: Text, after: int) -> Name | None:
    """The regulator that ends here; with its short form in brackets, where it has one."""
    if text.word(after - 1) == ")":
        short = text.regulators.ending(after - 1)
        long = short and text.regulators.ending(short.first - 1)
        return Name(long.first, after, long.key, long.rows) if long else None
    return text.regulators.ending(after)


def regulator_after(text: Text, index: int) -> Name | None:
    while text.word(index) in ARTICLES and text.regulators.beginning(index) is None:
        index += 1
    name = text.regulators.beginning(index)
    if name and text.word(name.after) == "(" and text.regulators.beginning(name.after + 1):
        short = text.regulators.beginning(name.after + 1)
        return short and Name(name.first, short.after + 1, name.key, name.rows)
    return name
