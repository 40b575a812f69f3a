"""What prose states of a dose, as frozen values. Offsets are seen offsets from the first character of `sentence`."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, TypeVar

from msgspec import Struct

Where = Literal["sentence", "next", "before", "row", "column", "lead-in", "section", "heading"]
Bound = Literal["", "at most", "at least", "above", "below"]
SettingKind = Literal[
    "study", "history", "excess", "animal", "prescriber", "quotation", "warning", "denied", "question"
]
GroupKind = Literal["infancy", "childhood", "adolescence", "adulthood", "old age", "pregnant", "lactating"]


class Words(Struct, frozen=True, gc=False):
    """A stretch of a sentence that says something: sentence index, seen offsets, the text, and how near it stands."""

    sentence: int
    at: int
    to: int
    text: str
    where: Where = "sentence"


class Drug(Struct, frozen=True):
    """The drug of a dose: `name` is the table's (a brand's own where it is dosed differently, "semaglutide oral"),
    `generic` the substance, `known` whether the table has it (else both are the words in lower case)."""

    words: Words
    name: str
    generic: str
    known: bool


class Manner(Struct, frozen=True):
    """A route, form or release as the table of dose words names it, with the words that say so.

    `fits` are the other names of the table that it may mean as well ("injected": into a vein, a muscle …).
    """

    words: Words
    name: str
    fits: tuple[str, ...] = ()


class Times(Struct, frozen=True):
    """How often, as times in 24 hours (`low <= high`, exact); `window` is the unit of time in which it is said.

    A month counts 30 days. `divided` means that the amount is what the parts add up to ("20 mg a day in two doses").
    """

    words: Words
    low: Fraction
    high: Fraction
    window: str
    as_needed: bool = False
    divided: bool = False


class Length(Struct, frozen=True):
    """A stretch of time with its unit ("s", "min", "h", "day", "week", "month", "year")."""

    words: Words
    low: Decimal
    high: Decimal
    unit: str


class Group(Struct, frozen=True):
    """Whom a dose is for. `age_min` and `age_max` are years (half a year is 1/2); None = not said, an open end."""

    words: Words
    kind: GroupKind | None
    age_min: Fraction | None = None
    age_max: Fraction | None = None


class Setting(Struct, frozen=True):
    """A circumstance in which a dose is no advice to the reader, and the words that show it."""

    kind: SettingKind
    words: Words


_Made = TypeVar("_Made")
_NOT_SAID: dict[str, tuple[Setting, ...] | None] = dict.fromkeys(
    ("route", "form", "release", "over", "course", "group", "indication", "concentration")
)
_NOT_SAID["settings"] = ()


class Dose:
    """An amount that is, was or could be given; never changed. What stands around it is read when it is asked for.

    Attributes:
        words: amount and unit as printed (`words.text`), in its sentence.
        low, high: the amount; `low > high` for a range that is printed in reverse.
        unit: "mg", "mcg", "ng", "g", "mL", "L", "units", "mmol", "mEq"; the form's name for a number of pieces
            ("tablet"); "" where a number has none ("take 200 twice a day").
        by: "kg", "lb" or "m2" for an amount by weight or surface, else "".
        per: the window of the amount itself: "day", "week", "month", "h", "min", else "". ("15 mg daily" is "day".)
        second: the other part of a combination ("16 mg/4 mg", "5/325 mg"), in `unit` unless `second_unit` is said.
        pieces: how many at a time where `low` to `high` is the strength of one ("two 500 mg tablets").
        strength: whether the amount is what one piece or product holds, not what somebody takes.
        bound: "at most" for a ceiling ("no more than", "up to"), "above" for an excess ("more than 4 g harms") …
        approximate: behind "about" and the like.
        times: how often; over: the time one dose runs in; course: for how long it is taken.
        concentration: words of a concentration in the same paragraph ("25 mg/mL").
        settings: why it may be no advice, the nearest words of each kind.
    """

    words: Words
    low: Decimal
    high: Decimal
    unit: str
    by: str = ""
    per: str = ""
    second: Decimal | None = None
    second_unit: str = ""
    pieces: tuple[Decimal, Decimal] | None = None
    strength: bool = False
    bound: Bound = ""
    approximate: bool = False
    drug: Drug | None = None
    times: Times | None = None
    route: Manner | None
    form: Manner | None
    release: Manner | None
    over: Length | None
    course: Length | None
    group: Group | None
    indication: Words | None
    concentration: Words | None
    settings: tuple[Setting, ...]

    def __init__(
        self,
        words: Words,
        low: Decimal,
        high: Decimal,
        unit: str,
        around: Callable[[str], Any] | None = None,
        **said: Any,
    ) -> None:
        self.words, self.low, self.high, self.unit, self._around = words, low, high, unit, around
        self._kept: dict[Hashable, Any] = {}
        self.__dict__.update(said)

    def __getattr__(self, name: str) -> Any:
        """What stands around it, by the attribute's name: asked for once, and only where it was not said."""
        if name not in _NOT_SAID:
            raise AttributeError(name)
        value = self.__dict__[name] = _NOT_SAID[name] if self._around is None else self._around(name)
        return value

    def kept(self, what: Hashable, make: Callable[[], _Made]) -> _Made:
        """What is worked out of this dose, once: many checks ask for the same."""
        if what not in self._kept:
            self._kept[what] = make()
        made: _Made = self._kept[what]
        return made

    def but(self, **said: Any) -> Dose:
        """The same dose with other attributes."""
        other = Dose.__new__(Dose)
        other.__dict__.update(self.__dict__, **said, _kept={})
        return other

    def setting(self, *kinds: str) -> Setting | None:
        """The first setting of one of these kinds."""
        return next((setting for setting in self.settings if setting.kind in kinds), None)
