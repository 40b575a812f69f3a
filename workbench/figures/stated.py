"""What prose states about numbers, as frozen values.

Offsets are seen offsets from the first character of `sentence`, and `text` is what stands there, to the letter. A
`value` keeps its trailing zeros: the last printed digit says how far a number was rounded.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from msgspec import Struct

Where = Literal["beside", "sentence", "before", "after", "lead-in", "column"]
Sign = Literal["=", "<", ">", "ns"]


class Words(Struct, frozen=True, gc=False):
    """A stretch of a sentence that says something."""

    sentence: int
    at: int
    to: int
    text: str


class Number(Struct, frozen=True, gc=False):
    """A number as printed.

    `unit` is "%", "percentage points", a unit of `workbench.units`, a currency, or "". `value` are the printed digits:
    “3.24 billion” is 3.24 with `scale` 9, so that its last digit still tells how it was rounded; `amount` is the whole.
    """

    sentence: int
    at: int
    to: int
    text: str
    value: Decimal
    unit: str = ""
    scale: int = 0

    @property
    def amount(self) -> Decimal:
        """The value with its scale."""
        return self.value.scaleb(self.scale) if self.scale else self.value


def alike(one: Number, other: Number) -> tuple[Decimal, Decimal]:
    """Two values in the larger of their scales: 850 million and 1.2 billion are 0.850 and 1.2."""
    scale = max(one.scale, other.scale)
    return one.value.scaleb(one.scale - scale), other.value.scaleb(other.scale - scale)


class P(Struct, frozen=True):
    """A printed p.

    `sign` is "ns" where it is only called not significant (`value` is then None). `inclusive` tells ≤ and ≥ from < and
    >. `of` names another question than the main one ("trend", "interaction").
    """

    words: Words
    sign: Sign
    value: Number | None
    inclusive: bool = False
    of: str = ""


class Tested(Struct, frozen=True):
    """A test statistic: `t(28) = 2.20, p = .03`.

    Attributes:
        words: the statistic with its degrees of freedom.
        kind, value, sign, df: as `workbench.statistics.tests.Statistic` wants them; `df` may be empty (not said).
        n: people told in its brackets or beside it ("χ²(1, N = 90)").
        p: the p beside it.
        one_tailed: words in its paragraph that say so, unless its own sentence says "two-tailed".
        corrected: words in its paragraph that tell of another p than the plain one ("Bonferroni", "adjusted p").
    """

    words: Words
    kind: Literal["t", "F", "chi2", "z", "r"]
    value: Number
    sign: Literal["=", "<", ">"]
    df: tuple[Number, ...] = ()
    n: Number | None = None
    p: P | None = None
    one_tailed: Words | None = None
    corrected: Words | None = None


class Interval(Struct, frozen=True):
    """A confidence interval.

    Attributes:
        words: from its name, or from its lower end, to its upper end.
        low, high: in the order of printing.
        estimate: the number it belongs to; None where that is not plain.
        kind: "OR", "RR", "HR", "IRR", "PR", "SMR"; "log"; "SMD", "MD", "RD", "slope", "change", "reduction";
            "r", "AUC", "mean", "median", "share"; "" = not said.
        null: the value that means “no difference”; None where the kind has none or is not said.
        level: as printed (95); None where only brackets or "CI" show that it is one.
        named: whether it is called an interval; otherwise the brackets behind a ratio are taken for one.
        credible: a Bayesian one. adjusted: an adjusted estimate.
        p: the p beside it. unit: of its ends ("%").
    """

    words: Words
    low: Number
    high: Number
    estimate: Number | None = None
    kind: str = ""
    null: Literal[0, 1] | None = None
    level: Number | None = None
    named: bool = True
    credible: bool = False
    adjusted: bool = False
    p: P | None = None
    unit: str = ""


class Size(Struct, frozen=True):
    """How many people a group has, and the words that name it ("the placebo group"); `where` from a figure's view."""

    number: Number
    label: str = ""
    where: Where = "sentence"
    approximate: bool = False


class Share(Struct, frozen=True):
    """People counted in a group: “17 of 24 (70.8 %)”, “all 8”, “half of the 12”, “of the 10 …, 64.3 %”.

    Attributes:
        words: from the first to the last of its numbers.
        count, size, percent: as printed; None where not said. `size.where` tells how near the size stands.
        part: the share that words tell ("all" 1, "half" 1/2, "none" 0), else None.
        rate: a way of speaking or a rate (“three out of four people”), not a group that was counted.
        approximate: behind "about" and the like.
    """

    words: Words
    count: Number | None
    size: Size | None
    percent: Number | None = None
    part: Fraction | None = None
    rate: bool = False
    approximate: bool = False


class Scale(Struct, frozen=True):
    """The scale of a mean: lowest and highest answer, or the number of points, and how many items were averaged."""

    words: Words
    low: Decimal | None = None
    high: Decimal | None = None
    points: int | None = None
    items: int | None = None


class Mean(Struct, frozen=True):
    """A printed mean.

    Attributes:
        words: mean and spread.
        spread_kind: "SD", "SE", or "" for a bare ±; a range is in `low` and `high` and is no spread.
        sizes: the groups it may be of, nearest first; one only where that is plain.
        scale: of the answers, where the paragraph tells it. unit: of the mean ("year", "points").
        kind: "change" for a mean change within a group.
        about: other sentences that tell what was averaged (the heading of a column, the words over a table).
    """

    words: Words
    mean: Number
    spread: Number | None = None
    spread_kind: Literal["SD", "SE", ""] = ""
    low: Number | None = None
    high: Number | None = None
    sizes: tuple[Size, ...] = ()
    scale: Scale | None = None
    unit: str = ""
    kind: Literal["", "change"] = ""
    about: tuple[int, ...] = ()
