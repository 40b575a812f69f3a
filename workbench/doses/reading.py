"""An article's doses, each connected with what its sentence and the sentences around it say of it."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from workbench.doses.amounts import Amount, amounts
from workbench.doses.lengths import course_of, over_of
from workbench.doses.manner import manner_of
from workbench.doses.naming import drug_of
from workbench.doses.people import group_of
from workbench.doses.piece_strength import with_strength_before
from workbench.doses.pieced import with_strength
from workbench.doses.pieces import Pieces
from workbench.doses.scene import Lists, Scene
from workbench.doses.settings import settings_of
from workbench.doses.spelled import CUE
from workbench.doses.stated import Dose, Words
from workbench.doses.times import DAYS, times_of
from workbench.doses.unitless import counted, lost_units
from workbench.facts import Table
from workbench.kinds import kinds
from workbench.model import Article, Sentence
from workbench.patterns import exact

_PIECE = r"^[ -](?:tablet|capsule|caplet|pill|softgel|patch|film|lozenge)\)?\W*$"
_COUNTS = ("frequency", "count", "number")
_VOLUME, _PAIRED = "mL", b"/"
_last: list[tuple[Article, Table, Table, Lists, tuple[Dose, ...]]] = []  # one article is read by many checks in turn


def read(article: Article, facts: Table, words: Table, lists: Lists) -> tuple[Dose, ...]:
    """Every dose that an article states, in reading order.

    Args:
        article: as analysed.
        facts: columns drug, aliases ("|" between names) and generic; says which names are one substance.
        words: columns route, form, release and terms: what a row's terms say of a dose.
        lists: lexicon keys of drug names, conditions and forms.
    """
    for seen, *given, found in _last:
        if seen is article and given == [facts, words, lists]:
            return found
    doses = _read(article, facts, words, lists)
    _last[:] = [(article, facts, words, lists, doses)]
    return doses


def _read(article: Article, facts: Table, words: Table, lists: Lists) -> tuple[Dose, ...]:
    drugs, forms = article.hits.get(lists.drugs, ()), article.hits.get(lists.forms, ())
    named = {hit.sentence for hit in (*drugs, *forms)}
    told = kinds(article)
    worth = {*told.of("dose", *(_COUNTS if drugs else ()))}
    worth.update(index for index in named if forms or CUE in article.sentences[index].shadow)
    worth.update(set(told.of("number")).intersection(told.of("frequency")))  # “take 200 twice a day”
    if not worth:
        return ()
    scene = Scene(article, facts, words, lists)
    return with_strength_before(
        article, [dose for index in sorted(worth) for dose in _of_sentence(scene, article.sentences[index])]
    )


def _of_sentence(scene: Scene, sentence: Sentence) -> list[Dose]:
    there = {quantity.kind for quantity in scene.article.quantities[sentence.index]}
    with_unit = tuple(amounts(scene, sentence)) if "dose" in there or CUE in sentence.shadow else ()
    bare = tuple(lost_units(scene, sentence)) if "number" in there or _PAIRED in sentence.shadow else ()
    pieces = "count" in there or sentence.index in scene.forms
    found = [*with_unit, *bare, *(counted(scene, sentence, (*with_unit, *bare)) if pieces else ())]
    if not found:
        return []
    found.sort(key=lambda amount: amount.at)
    found = with_strength(sentence, found)
    places = tuple((amount.at, amount.to) for amount in found)
    doses = (_dose(scene, sentence, amount, places) for amount in found)
    return [dose for dose in doses if dose is not None]


def _dose(scene: Scene, sentence: Sentence, amount: Amount, places: tuple[tuple[int, int], ...]) -> Dose | None:
    at, to = amount.at, amount.to
    others = tuple(place for place in places if place != (at, to))
    drug = drug_of(scene, sentence, at, to)
    times = times_of(scene, sentence, at, to, others)
    held = amount.held
    if held.strength and times is not None and times.words.where == "row" and _one_piece(sentence, to):
        held = Pieces((Decimal(1), Decimal(1)))
    if times is not None and amount.per and times.words.at < at:
        times = None  # “every 6 hours, at most 8 in 24 hours”: the rhythm is of the amount before
    if times is not None and times.window == amount.per and times.low == times.high == 1 / DAYS[amount.per]:
        times = None  # “a daily dose of 20 mg”: the window says it already
    if drug is None and amount.unusual and (times is None or times.words.where != "sentence"):
        return None  # food, drink, blood
    return Dose(
        scene.quote(sentence.index, at, to),
        amount.low,
        amount.high,
        amount.unit,
        partial(_around, scene, sentence, amount, others),
        by=amount.by,
        per=amount.per,
        second=amount.second,
        second_unit=amount.second_unit,
        pieces=held.count,
        strength=held.strength,
        bound=amount.bound,
        approximate=amount.approximate,
        drug=drug,
        times=times,
    )


def _around(scene: Scene, sentence: Sentence, amount: Amount, others: tuple[tuple[int, int], ...], part: str) -> object:
    """A part of a dose that most checks never ask for."""
    at, to = amount.at, amount.to
    match part:
        case "route" | "form" | "release":
            return manner_of(scene, sentence, part, at, to)
        case "over":
            return over_of(scene, sentence, at, to)
        case "course":
            return course_of(scene, sentence, at, to)
        case "group":
            return group_of(scene, sentence, at, to, others)
        case "indication":
            return _indication(scene, sentence, at)
        case "concentration":
            return _concentration(scene, sentence)
    return tuple(settings_of(scene, sentence, at, to, amount.bound))


def _one_piece(sentence: Sentence, to: int) -> bool:
    """Whether a cell ends with an amount and one piece of it: “Barkol 10 mg tablet”, its rhythm in the next cell."""
    return exact(_PIECE).match(sentence.shadow[to:]) is not None


def _indication(scene: Scene, sentence: Sentence, at: int) -> Words | None:
    """The condition nearest to a dose: in its sentence, before it, above it."""
    own = scene.conditions.get(sentence.index, ())
    if own:
        hit = min(own, key=lambda hit: abs(hit.at - at))
        return scene.quote(sentence.index, hit.at, hit.to)
    for where, other in (*(("before", other) for other in scene.before(sentence)), *scene.above(sentence)):
        for hit in scene.conditions.get(other.index, ()):
            return scene.quote(other.index, hit.at, hit.to, where)
    return None


def _concentration(scene: Scene, sentence: Sentence) -> Words | None:
    """A strength per volume in the same paragraph."""
    for index in scene.of_block[sentence.block]:
        for quantity in scene.article.quantities[index]:
            if "/" in quantity.unit and quantity.unit.rpartition("/")[2] == _VOLUME:
                return scene.quote(index, quantity.at, quantity.to, "sentence" if index == sentence.index else "before")
    return None
