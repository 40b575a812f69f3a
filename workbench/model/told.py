"""What an article tells of an attribute, and articles that tell it differently."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from workbench.model.terms import Severity


class Amount(Struct, frozen=True, order=True):
    """Every amount that a printed value allows, as two values are compared.

    `base` is what is counted in: "time" (seconds), "between" (seconds from one to the next), "USD", "mg a day", "share"
    (percent), "" for a number of things. `low` and `high` are exact fractions as text ("1/3"); no end is `ENDLESS`.
    `unit` is the printed unit, and `vague` is true for “about 40 minutes”.
    """

    base: str
    low: str
    high: str
    unit: str = ""
    vague: bool = False

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The lowest and the highest amount."""
        return Fraction(self.low), Fraction(self.high)


class Setting(Struct, frozen=True, order=True):
    """Of what, for whom and where an attribute is told; two values are compared where these are the same.

    `subject` are the drugs and treatments, `limits` the words that limit the value ("maintenance", "children"),
    `names` other names in its clause (a clinic, a protocol), `country` where it holds. `manner` (the route or form:
    "intravenous"), `conditions` and `years` limit it only where the other value names other ones; of a dose or a price
    the manner is part of the value, and stands among the limits.
    """

    subject: tuple[str, ...]
    manner: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    country: str = ""


class Approved(Struct, frozen=True):
    """What the library says of an attribute in the same setting: its row's id, and the value as printed there."""

    row: str
    text: str
    amount: Amount


class Told(Struct, frozen=True):
    """A value that an article tells of an attribute which other articles may tell, too.

    `attribute` is what is told, in plain words ("the number of sessions"), and `title` the same as a heading ("Sessions
    in a course"). `text` is the source `[start, end)` to the letter, `sentence` what the reader saw around it.
    `approved` is what the library says of the same.
    """

    attribute: str
    title: str
    setting: Setting
    amount: Amount
    text: str
    start: int
    end: int
    sentence: str
    approved: Approved | None = None


class Value(Struct, frozen=True):
    """One article's value in a conflict; `article` is its name or its path, as the articles were given."""

    article: str
    told: Told


class Conflict(Struct, frozen=True):
    """An attribute that articles tell differently, in one setting.

    `scope` says that setting in words. `key` names exactly these values in these articles: another value is another
    conflict, which nobody has decided yet. `approved` is what the library says, where it says anything.
    """

    key: str
    attribute: str
    title: str
    scope: str
    severity: Severity
    values: tuple[Value, ...]
    approved: Approved | None = None
