"""Tablets a day for so many days, and a total that they do not make."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from workbench.detectors import Hits
from workbench.detectors.dosing._pack_lasts import CUE, lasting
from workbench.doses import Dose, Length, Lists, Times, read
from workbench.doses.reckoning import plain
from workbench.doses.scene import Scene
from workbench.doses.times import DAYS
from workbench.facts import Table
from workbench.joined import joined
from workbench.model import Article, Evidence, Hit, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

VALUES = ("rhythm", "length", "made")
_IN_FRONT = (
    r"(?:\b(?:that is|that's|that makes|which makes|which is|makes?|making|a total of|total of|totall?ing|comes? to"
    r"|adds? up to|so you (?:need|take|swallow)|in total,?|altogether,?|in all,?|total:?)|=|\() ?(?:of |all )?$"
)
_PACK = r"\b(?:pack|packet|box|bottle|blister|carton|strip|supply|tub|tube|jar)s?\b"
_IN_PACK = rf"{_PACK} (?:holds?|contains?|has|of|with|comes with|:) $"
_ALL_OF_PACK = (  # the pack is the course
    r"\b(?:exactly|just|precisely)\b[^.;]{0,24}\b(?:course|enough|treatment)\b"
    r"|\b(?:finished|empty|used up|gone|runs? out|emptied)\b[^.;]{0,30}\b(?:last day|end of (?:the"
    r"|your) (?:course|treatment)|final day)\b"
    r"|\b(?:enough|lasts?|sufficient|covers?|is) (?:for )?(?:exactly )?(?:the|your|one) (?:whole|full"
    r"|entire|complete) (?:course|treatment)\b"
    r"|, \w+ \w+s (?:in all|in total|altogether)\b|\b(?:none|nothing|no \w+) (?:is |are "
    r"|will be )?left(?: over)?\b|\bno leftovers?\b"
)
_BARE = r"^ (?:is|are|will|lasts?|covers?|runs?|and|which|that)\b|^[.,;)]|^$"
_COLON, _ENDS = r"[:=] $", r"^ \w+(?:$|[.,;)])"
_BEHIND = r"^(?: \w+)? (?:in total|in all|altogether|total|overall|all told)\b"
_MASSES = ("mg", "mcg", "g")
_LOOSE = r"\b(?:up to|at least|about|around|or more|until|plus|spare|extra)\b"


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    unless: Hits = (),
) -> Iterator[Match]:
    """Every number of pieces that a direction of the same or the next sentence adds up to; a pass where it fits.

    Args:
        article: the article.
        facts: the table of doses.
        words: the table of dose words.
        drugs: lexicon key of drug names.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
        unless: words by which the number a day changes (a taper, a first dose); sentences with one are left alone.
    """
    changing: set[int] | None = None
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        times = dose.times
        if times is None or times.as_needed or dose.strength or dose.by:
            continue
        course = dose.course
        if course is None or dose.form is None:
            continue
        if dose.unit != dose.form.name and dose.unit not in _MASSES:
            continue
        sentence = article.sentences[dose.words.sentence]
        if course.words.where != "sentence" or times.words.where != "sentence":
            continue
        changing = _changing(article, unless) if changing is None else changing
        if sentence.index in changing:
            continue
        if exact(_LOOSE).search(sentence.shadow) is not None:
            continue
        following = article.sentences[sentence.index + 1 : sentence.index + 2]
        for other in (sentence, *(step for step in following if step.block == sentence.block)):
            total = next(_totals(article, other, dose), None) if other.index not in changing else None
            if total is not None:
                yield _judged(other, dose, times, course, total)
                break
    if next(joined(article).cued(CUE), None) is not None:
        yield from lasting(Scene(article, facts, words, Lists(drugs, conditions, forms)))


def _changing(article: Article, unless: Hits) -> set[int]:
    """The sentences in which the number a day changes; the word for a pack that is the course does not tell so."""
    packs = set(joined(article).cued(_ALL_OF_PACK)) if unless else set[int]()
    return {hit.sentence for hit in unless if hit.sentence not in packs or not _of_pack(article, hit)}


def _of_pack(article: Article, hit: Hit) -> bool:
    """Whether a word is a name of a pack."""
    return exact(_PACK).match(article.sentences[hit.sentence].shadow[hit.at :]) is not None


def _noun(sentence: Sentence, dose: Dose) -> str:
    """What the pieces are called: “two capsules”, or of “500 mg” what stands beside the same amount again."""
    if dose.form is not None and dose.unit == dose.form.name:
        return dose.words.text.split()[-1]
    return dose.form.words.text if dose.form is not None and dose.form.words.sentence == sentence.index else ""


def _pieces(dose: Dose) -> tuple[Fraction, Fraction]:
    """How many pieces are taken at a time; an amount without a number is one of them."""
    if dose.form is not None and dose.unit != dose.form.name:
        low, high = dose.pieces or (1, 1)
    else:
        low, high = sorted((dose.low, dose.high))
    return Fraction(low), Fraction(high)


def _totals(article: Article, sentence: Sentence, dose: Dose) -> Iterator[Quantity]:
    """The numbers of the dose's own pieces that are told as a total."""
    noun = _noun(sentence, dose).rstrip("s").lower().encode("ascii", "ignore")
    if not noun:
        return
    for quantity in article.quantities[sentence.index]:
        if quantity.low is None or (sentence.index == dose.words.sentence and quantity.at < dose.words.to):
            continue
        number = sentence.shadow[quantity.at : quantity.to].split(b" ")[0]
        right = sentence.shadow[quantity.at + len(number) :].lower()
        left = before(sentence.shadow, quantity.at, 32)
        if exact(_IN_PACK).search(left) is not None and exact(_ALL_OF_PACK).search(sentence.shadow) is not None:
            if right.startswith(b" " + noun) or exact(_BARE).match(right) is not None:
                yield quantity
            continue
        if not right.startswith(b" " + noun):
            continue
        rest = after(sentence.shadow, quantity.at + len(number), 48)
        of_mass = dose.pieces is None and dose.unit in _MASSES
        if of_mass and dose.words.text.encode("ascii", "ignore") not in rest:
            continue  # “that is 21 capsules of 500 mg”: the same strength
        colon = exact(_COLON).search(left) is not None and exact(_ENDS).match(rest) is not None
        if colon or exact(_IN_FRONT).search(left) is not None or exact(_BEHIND).match(rest) is not None:
            yield quantity


def _judged(sentence: Sentence, dose: Dose, times: Times, course: Length, total: Quantity) -> Match:
    span = DAYS[course.unit]
    low, high = _pieces(dose)
    days = sorted((Fraction(course.low) * span, Fraction(course.high) * span))
    fewest, most = low * times.low * days[0], high * times.high * days[1]
    made = plain(fewest) if fewest == most else f"{plain(fewest)} to {plain(most)}"
    working = f"{dose.words.text} × {times.words.text} × {course.words.text} = {made}"
    at, to = total.at, total.to
    given = sentence.text[at:to]
    if total.low is not None and total.high is not None and floor(fewest) <= total.high and total.low <= ceil(most):
        return Match(sentence.index, at, to, verdict="pass", evidence=Evidence("course", given, working))
    values = {"rhythm": f"{dose.words.text} {times.words.text}", "length": course.words.text, "made": made}
    evidence = Evidence("course", given, f"{working}, not {given.split()[0]}")
    return Match(sentence.index, at, to, values=values, evidence=evidence)
