"""How long one dose runs (“over 40 minutes”) and for how long it is taken (“for 14 days”)."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.doses.scene import Scene
from workbench.doses.stated import Length, Where
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_A_DAY = 24  # hours: “in 24 hours” is a window; “a 60-hour infusion” runs so long
_SHORT_UNITS, _LONG_UNITS = ("s", "min", "h"), ("day", "week", "month", "year")
_RUNS = (
    r"\b(?:over|across|throughout|lasting|lasts?|takes?|taking|took|runs?|running|(?:infus|giv|drip|deliver|push|inject"
    r"|administer)\w* (?:slowly )?(?:over|for|in|during)|for|during|in)(?: (?:about|around|at least|approximately"
    r"|roughly"
    r"|a period of|the course of|a total of|no less than|up to|only|just|an?|the))* ?$"
)
_RUN_OF = r"^(?:-long)?[- ](?:\w+ )?(?:infusions?|drips?|push|injections?|runs?|iv|intravenous)\b"
_FOR_LONG = (
    r"\b(?:for|over|during|lasting|across|x|times|within|throughout|course of)(?: (?:about|around|at least|up to"
    r"|no more"
    r" than|only|the|first|next|a total of|a further|another|an?|approximately))* ?$"
)
_COURSE_OF = (
    r"^(?:-long)?[- ](?:\w+ )?(?:courses?|cycles?|regimens?|supply|treatments?|protocols?|programs?|programmes?)\b"
)
_NO_RUN = (
    r"\b(?:wait|rest|stay|monitored|observed|supervised|last|lasts|works?|effects?|relief|wears?|peaks?"
    r"|every)\b[^.;,]{0,30}$"
)


def over_of(scene: Scene, sentence: Sentence, at: int, to: int) -> Length | None:
    """The time in which one dose runs in, said in its sentence, in those beside it, or above it."""
    return _nearest(scene, sentence, at, to, _SHORT_UNITS)


def course_of(scene: Scene, sentence: Sentence, at: int, to: int) -> Length | None:
    """For how long the dose is taken, said in its own sentence."""
    found = list(_lengths(scene, sentence, _LONG_UNITS))
    ahead = [length for length in found if length.words.at >= to]
    return ahead[0] if ahead else next(iter(found[::-1]), None)


def _nearest(scene: Scene, sentence: Sentence, at: int, to: int, units: tuple[str, ...]) -> Length | None:
    found = list(_lengths(scene, sentence, units))
    if found:
        return min(found, key=lambda length: abs(length.words.at - to))
    following = scene.next(sentence)
    beside: list[tuple[Where, Sentence]] = [] if following is None else [("next", following)]
    beside += [("before", other) for other in scene.before(sentence)]
    for where, other in (*beside, *scene.above(sentence)):
        for length in _lengths(scene, other, units, where):
            return length
    return None


def _lengths(scene: Scene, sentence: Sentence, units: tuple[str, ...], where: Where = "sentence") -> Iterator[Length]:
    runs, of = (_RUNS, _RUN_OF) if units is _SHORT_UNITS else (_FOR_LONG, _COURSE_OF)
    for quantity in scene.article.quantities[sentence.index]:
        if quantity.kind != "duration" or quantity.unit not in units or quantity.low is None or quantity.high is None:
            continue
        left = before(sentence.shadow, quantity.at, 60)
        if (
            quantity.unit == "h"
            and quantity.high >= _A_DAY
            and not exact(of).match(after(sentence.shadow, quantity.to))
        ):
            continue
        if units is _SHORT_UNITS and exact(_NO_RUN).search(left) is not None:
            continue
        if exact(runs).search(left) or exact(of).match(after(sentence.shadow, quantity.to, 40)) or where == "row":
            words = scene.quote(sentence.index, quantity.at, quantity.to, where)
            yield Length(words, quantity.low, quantity.high, quantity.unit)
