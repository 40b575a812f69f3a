"""By which route, in which form and with which release a dose is given."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.doses.scene import Scene
from workbench.doses.stated import Manner, Where
from workbench.facts import SEPARATOR, Row
from workbench.model import Sentence
from workbench.patterns import exact

_NUMBERED = r"\b(?:phase|stage|type|grade|class|schedule|part|factor|level|step|category|table|figure)s? $"
_A_PLACE = r"\b(?:the|an?|nearest|local) $"  # “go to the ER”
_A_PRODUCT = (  # “the SR version”, “an IV dose”
    r"^[ -](?:versions?|forms?|formulations?|tablets?|capsules?|products?|pills?|brands?|drugs?|releases?|doses?|dosing"
    r"|infusions?|injections?|lines?|drips?|routes?|generics?|medicines?)\b"
)
_SHORT = 4  # characters of an abbreviation
_CLAUSE = 60
_MAY_MEAN = ("route", "release")  # columns that the cell "fits" speaks of
_APART = 120  # characters between a dose and what is said of it


def manner_of(scene: Scene, sentence: Sentence, column: str, at: int, to: int) -> Manner | None:
    """What is said of a dose in one column of the table of words ("route", "form", "release").

    In the sentence the nearest counts; then the sentences beside it, its row, its lead-in, and the nearest heading, if
    it says one thing only.
    """
    own = [said for said in _said(scene, sentence) if said[0][column]]
    if own:
        row, low, high = min(own, key=lambda said: (_distance(sentence, said[1], said[2], at, to), said[1]))
        if _distance(sentence, low, high, at, to) <= _APART:
            return _manner(scene, sentence, row, column, (low, high))
    for where, other in scene.kept("beside", sentence.index, lambda: list(_beside(scene, sentence))):
        names = [said for said in _said(scene, other) if said[0][column]]
        if names and len({row[column] for row, _, _ in names}) == 1:
            row, low, high = names[0]
            return _manner(scene, other, row, column, (low, high), where)
    return None


def _manner(
    scene: Scene, sentence: Sentence, row: Row, column: str, place: tuple[int, int], where: Where = "sentence"
) -> Manner:
    fits = tuple(name for name in row["fits"].split(SEPARATOR) if name) if column in _MAY_MEAN else ()
    return Manner(scene.quote(sentence.index, *place, where), row[column], fits)


def _said(scene: Scene, sentence: Sentence) -> list[tuple[Row, int, int]]:
    """The words of the table in a sentence without the abbreviations that are a number or a place ("stage IV")."""
    return scene.kept(
        "said", sentence.index, lambda: [said for said in scene.manners(sentence.index) if not _other(sentence, *said)]
    )


def _other(sentence: Sentence, row: Row, at: int, to: int) -> bool:
    if to - at > _SHORT or not sentence.text[at:to].isupper():
        return False
    left, right = sentence.shadow[max(0, at - 16) : at], sentence.shadow[to : to + 24]
    place = exact(_A_PLACE).search(left) is not None and exact(_A_PRODUCT).match(right) is None
    return place or exact(_NUMBERED).search(left) is not None


def _beside(scene: Scene, sentence: Sentence) -> Iterator[tuple[Where, Sentence]]:
    """The sentences beside one and above it that name anything of the table."""
    following = scene.next(sentence)
    places: list[tuple[Where, Sentence]] = [("before", other) for other in scene.before(sentence)]
    places += [] if following is None else [("next", following)]
    yield from ((where, other) for where, other in (*places, *scene.above(sentence)) if _said(scene, other))


def _distance(sentence: Sentence, low: int, high: int, at: int, to: int) -> int:
    """Characters between; what stands behind the amount is nearer than what stands as far in front, and another clause
    is far away."""
    between = sentence.shadow[to:low] if low >= to else sentence.shadow[high:at]
    return len(between) + (low < to) + _CLAUSE * between.count(b";")
