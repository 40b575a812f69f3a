"""Courses of treatment: how many sessions, how often, for how long, as one passage states them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from workbench.doses.scene import Scene
from workbench.doses.stated import Length, Times, Words
from workbench.doses.times import times_in
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_SITTINGS = ("sessions", "infusions", "treatments", "injections", "doses", "visits", "appointments", "cycles")
_UNITS = ("day", "week", "month", "year")
_FOR = (
    r"\b(?:for|over|across|spread over|within|during|lasting|throughout|in|course of)(?: (?:about|around|the first|the"
    r"|a|an|first|next|a total of|at least|up to|only|approximately))* ?$"
)
_LONG = r"^[- ](?:\w+ )?(?:course|programme|program|protocol|series|plan|cycle|period|induction|phase)s?\b"
_OPEN = (
    r"\b(?:up to|at least|at most|as many as|no more than|more than|about|around|roughly|some|usually"
    r"|typically)(?: \w+)? $"
)
_EACH = r"\b(?:each|every|per|a|one|the|another|after|between|previous|last|first)(?: \w+)? $"


class Course(Struct, frozen=True):
    """Sittings, rhythm and length of one sentence, or of a sentence and the one behind it in its block.

    `sittings` is their number with its words, `times` how often, `length` for how long; `open` where a number is only
    a bound or vague ("up to six").
    """

    sittings: tuple[Decimal, Decimal]
    words: Words
    times: Times | None
    length: Length | None
    open: bool = False


def courses(scene: Scene) -> Iterator[Course]:
    """Every number of sittings with the rhythm and the length that stand nearest to it in its passage."""
    for sentence in scene.article.sentences:
        for quantity in scene.article.quantities[sentence.index]:
            if quantity.kind != "count" or quantity.unit not in _SITTINGS or quantity.low is None:
                continue
            if exact(_EACH).search(before(sentence.shadow, quantity.at, 24)) is not None:
                continue
            yield _course(scene, sentence, quantity)


def _course(scene: Scene, sentence: Sentence, quantity: Quantity) -> Course:
    passage = [sentence, *scene.before(sentence)[:1]]
    following = scene.next(sentence)
    if following is not None:
        passage.append(following)
    times = next((times for other in passage for times in times_in(scene, other)), None)
    length = next((length for other in passage for length in _lengths(scene, other)), None)
    low, high = quantity.low or Decimal(0), quantity.high or Decimal(0)
    vague = quantity.approximate or exact(_OPEN).search(before(sentence.shadow, quantity.at, 32)) is not None
    return Course((low, high), scene.quote(sentence.index, quantity.at, quantity.to), times, length, vague)


def _lengths(scene: Scene, sentence: Sentence) -> Iterator[Length]:
    for quantity in scene.article.quantities[sentence.index]:
        if quantity.kind != "duration" or quantity.unit not in _UNITS or quantity.low is None or quantity.high is None:
            continue
        left, right = before(sentence.shadow, quantity.at, 48), after(sentence.shadow, quantity.to, 32)
        if exact(_FOR).search(left) is not None or exact(_LONG).match(right) is not None:
            words = scene.quote(sentence.index, quantity.at, quantity.to)
            yield Length(words, quantity.low, quantity.high, quantity.unit)
