"""Tablets a day for so many days, and a total that they do not make."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from workbench.detectors import Hits
from workbench.doses import Dose, Length, Lists, Times, read
from workbench.doses.reckoning import plain
from workbench.doses.times import DAYS
from workbench.facts import Table
from workbench.model import Article, Evidence, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_IN_FRONT = (
    r"(?:\b(?:that is|that's|that makes|which makes|which is|makes?|making|a total of|total of|totall?ing|comes? to"
    r"|adds? up to|so you (?:need|take|swallow)|in total,?|altogether,?|in all,?|total:?)|=|\() ?(?:of |all )?$"
)
_BEHIND = r"^(?: \w+)? (?:in total|in all|altogether|total|overall|all told)\b"
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
    changing = {hit.sentence for hit in unless}
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        times, course = dose.times, dose.course
        if times is None or course is None or dose.form is None or dose.unit != dose.form.name or times.as_needed:
            continue
        sentence = article.sentences[dose.words.sentence]
        if course.words.where != "sentence" or times.words.where != "sentence" or sentence.index in changing:
            continue
        if exact(_LOOSE).search(sentence.shadow) is not None:
            continue
        following = article.sentences[sentence.index + 1 : sentence.index + 2]
        for other in (sentence, *(step for step in following if step.block == sentence.block)):
            total = next(_totals(article, other, dose), None) if other.index not in changing else None
            if total is not None:
                yield _judged(other, dose, times, course, total)
                break


def _totals(article: Article, sentence: Sentence, dose: Dose) -> Iterator[Quantity]:
    """The numbers of the dose's own pieces that are told as a total."""
    noun = dose.words.text.split()[-1].rstrip("s").lower().encode("ascii", "ignore")
    for quantity in article.quantities[sentence.index]:
        if quantity.low is None or (sentence.index == dose.words.sentence and quantity.at < dose.words.to):
            continue
        number = sentence.shadow[quantity.at : quantity.to].split(b" ")[0]
        right = sentence.shadow[quantity.at + len(number) :].lower()
        if not right.startswith(b" " + noun):
            continue
        left = before(sentence.shadow, quantity.at, 32)
        rest = after(sentence.shadow, quantity.at + len(number), 48)
        if exact(_IN_FRONT).search(left) is not None or exact(_BEHIND).match(rest) is not None:
            yield quantity


def _judged(sentence: Sentence, dose: Dose, times: Times, course: Length, total: Quantity) -> Match:
    span = DAYS[course.unit]
    low, high = sorted((Fraction(dose.low), Fraction(dose.high)))
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
