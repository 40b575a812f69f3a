"""What prose states about changes: from one value to another, risks, growth, forecasts, parts.

As in `stated`: offsets are seen offsets from the first character of `sentence`, and `text` is what stands there.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from workbench.figures.stated import Number, Where, Words


class Told(Struct, frozen=True):
    """A change as words tell it: “fell by 40 %”, “up 5 points”, “doubled”, “three times more”.

    Attributes:
        number: None where a word says it; `value` always says how much: 2 for "doubled" and "halved".
        wording: "percent", "points", "ratio" (times as many, doubled, threefold) or "more" (times more, times higher).
        direction: "up", "down" or "".
        bound: "up to" and the like.
    """

    words: Words
    value: Decimal
    wording: Literal["percent", "points", "ratio", "more"]
    number: Number | None = None
    direction: Literal["up", "down", ""] = ""
    approximate: bool = False
    bound: str = ""


class Change(Struct, frozen=True):
    """From one value to another (“from 10 % to 15 %”), with each way its sentence tells the change.

    `apart` is true where the values are told apart from each other; `words` are then those of the change.
    """

    words: Words
    old: Number
    new: Number
    told: tuple[Told, ...] = ()
    direction: Literal["up", "down", ""] = ""
    approximate: bool = False
    apart: bool = False


class Risk(Struct, frozen=True):
    """The risk in one arm: a percentage, or `count` of `size`; `label` are the words that name the arm."""

    words: Words
    percent: Number | None = None
    count: Number | None = None
    size: Number | None = None
    label: str = ""
    approximate: bool = False


class Needed(Struct, frozen=True):
    """A number needed to treat (or to harm), with the ends of its interval; `plain` where its words say it all."""

    words: Words
    number: Number
    harm: bool = False
    low: Number | None = None
    high: Number | None = None
    plain: bool = False


class Effect(Struct, frozen=True):
    """Risks in two arms as printed (first, second), with what is told of their difference in the same sentence or
    beside it; `pair` is None where a change of a risk or a number needed stands alone. `moved` is true for one risk
    that went from one value to another (“from 10 % to 5 %”), false for two arms."""

    sentence: int
    pair: tuple[Risk, Risk] | None = None
    needed: Needed | None = None
    told: Told | None = None
    where: Where = "sentence"
    moved: bool = False


class At(Struct, frozen=True):
    """A value and the year it belongs to."""

    value: Number
    year: Number | None = None


class Growth(Struct, frozen=True):
    """A yearly rate with the ends it leads from and to, and the years that are told.

    `years` is a printed number of years (“over six years”); `period` the years of a rate (“2023–2028”); `compound`
    whether it is called a compound rate.
    """

    words: Words
    rate: Number
    compound: bool
    start: At | None = None
    end: At | None = None
    years: Number | None = None
    period: tuple[Number, Number] | None = None
    approximate: bool = False


class Forecast(Struct, frozen=True):
    """Something foretold for a year: “will reach $3 bn in 2022”; `past` = told as a forecast of its time (“was expected
    to”), `dated` the words that say whose or of when."""

    words: Words
    year: Number
    value: Number | None = None
    past: bool = False
    dated: Words | None = None


class Parts(Struct, frozen=True):
    """Figures listed beside each other: “60 % IV, 30 % nasal, 25 % oral”.

    `exclusive` is true or false where `cue` says that they cannot or can overlap, else None. `whole` is what counts are
    parts of; None for percentages. `rest` is true where "the rest" is told without a number, `bare` where each
    percentage has only a word or three behind it (“60 % nasal,”). `sure` is true where words say that everybody has
    one of them (“each named one place”), `closed` where they say how many parts there are.
    """

    words: Words
    parts: tuple[Number, ...]
    exclusive: bool | None = None
    cue: Words | None = None
    whole: Number | None = None
    rest: bool = False
    bare: bool = False
    sure: bool = False
    closed: bool = False


class UpTo(Struct, frozen=True):
    """A figure told only by its largest value; `words` from "up to" to the number, `heading` where it is a headline."""

    words: Words
    number: Number
    heading: bool = False
