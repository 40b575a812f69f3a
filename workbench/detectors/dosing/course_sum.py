"""A course of treatment whose number of sessions is not what its rhythm and its length make."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.dosing._course_passage import length_of, of_one, passage_of, rhythm_of
from workbench.detectors.dosing._course_table import table_rows
from workbench.detectors.phrase import by_sentence
from workbench.doses import Length, Lists, Times, Words
from workbench.doses.courses import Course, courses
from workbench.doses.reckoning import plain
from workbench.doses.scene import Scene
from workbench.doses.times import DAYS
from workbench.facts import Table
from workbench.kinds import kinds
from workbench.model import Article, Evidence, Match
from workbench.numerals import before
from workbench.patterns import exact

VALUES = ("rhythm", "length", "made")
_SPANS = {unit: tuple(map(Fraction, days.split())) for unit, days in (("month", "28 31"), ("year", "364 366"))}
# Numbers of sessions that are a milestone or a part of the course, or that are told of somebody.
_PART = (
    r"\b(?:after|first|by|within|every|(?:each|two|three|four|five|six|\d+|out) of|following|attended|completed"
    r"|missed|than|last"
    r"|next|remaining|another|extra|additional|bonus|booster|further|free|other|initial|before|until|once)"
    r"(?: (?:the|these|those|your|first|last|initial))* $"
)
_GOES_ON = r"^(?: (?:in all|altogether|in total))?\)?[,;:]? ?(?:and )?$"
_THEN = b"then"
_FAR = 2  # times off, and a number in a table counts something else
_TOLD = ("count", "frequency", "duration")
_DAYS_OFF = Fraction(5, 7)  # a “daily” course may rest on weekends


class _Sum(NamedTuple):
    """The fewest and the most sessions that rhythm and length can make, and whether a first and a last day count."""

    low: int
    high: int
    working: str
    fences: bool


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
    """Every course with one number of sessions, one rhythm and one length; a pass where they fit.

    Args:
        article: the article.
        facts: the table of doses.
        words: the table of dose words.
        drugs: lexicon key of drug names.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
        unless: words by which the rhythm changes or rests (a taper, a break, a second phase); passages with one are
            left alone.
    """
    if not kinds(article).of(*_TOLD, "number"):
        return
    scene = Scene(article, facts, words, Lists(drugs, conditions, forms))
    yield from table_rows(scene)
    changing = by_sentence(unless)
    told = list(courses(scene))
    for course in told:
        sentence = article.sentences[course.words.sentence]
        if course.open or exact(_PART).search(before(sentence.shadow, course.words.at, 40)) is not None:
            continue
        passage = passage_of(scene, sentence)
        indices = {other.index for other in passage}
        end = _turn(scene, course, changing)
        if any(index in changing and (end is None or index != sentence.index) for index in indices):
            continue
        if sum(other.words.sentence in indices for other in told) != 1:
            continue
        times, length = rhythm_of(scene, passage, end), length_of(scene, passage, end)
        if times is not None and length is not None and of_one(scene, sentence, passage, course, times, length):
            bare = course.words.text.isdigit() and scene.article.block(sentence).kind == "cell"
            if not bare or _same_size(_sum(times, length), course):
                yield _judged(course, times, length)


def _turn(scene: Scene, course: Course, changing: dict[int, Hits]) -> Words | None:
    """Where another part of the course begins behind the number of sessions: “six visits, | then weekly”."""
    hits = changing.get(course.words.sentence, ())
    if not hits or hits[0].at < course.words.to:
        return None
    shadow = scene.article.sentences[course.words.sentence].shadow
    if exact(_GOES_ON).match(shadow[course.words.to : hits[0].at]) is None or shadow[hits[0].at : hits[0].to] != _THEN:
        return None
    return scene.quote(course.words.sentence, hits[0].at, hits[0].to)


def _sum(times: Times, length: Length) -> _Sum:
    low, high = sorted((Fraction(length.low), Fraction(length.high)))
    short, long = _SPANS.get(length.unit, (DAYS[length.unit],) * 2)
    if times.window == length.unit:
        short = long = DAYS[length.unit]
    fewest, most = times.low * low * short, times.high * high * long
    if times.low == times.high == 1:
        fewest *= _DAYS_OFF
    span = length.words.text.replace("-", " ")
    working = f"{times.words.text} × {span} = {_ends(fewest, most)}"
    seldom = times.high <= Fraction(1, 7) or (times.high < 1 and (times.high * 7).denominator != 1)
    return _Sum(floor(fewest), ceil(most), working, seldom)


def _same_size(made: _Sum, course: Course) -> bool:
    """Whether a bare number of a table can count the sessions at all: it is not far off."""
    low, high = course.sittings
    return low <= made.high * _FAR and made.low <= high * _FAR


def _ends(low: Fraction, high: Fraction) -> str:
    first, last = floor(low), ceil(high)
    return plain(Fraction(first)) if first == last else f"{first} to {last}"


def _judged(course: Course, times: Times, length: Length) -> Match:
    made = _sum(times, length)
    low, high = sorted(course.sittings)
    fits = made.low <= high and low <= made.high + made.fences
    tolerance = "a session on the first and on the last day is allowed" if made.fences else ""
    if times.low == times.high == 1:
        tolerance = "weekends may be free"
    working = made.working if fits else f"{made.working}, not {course.words.text.split()[0]}"
    evidence = Evidence("course", course.words.text, working, tolerance)
    if fits:
        return Match(course.words.sentence, course.words.at, course.words.to, verdict="pass", evidence=evidence)
    values = {"rhythm": times.words.text, "length": length.words.text, "made": _shown(made)}
    return Match(course.words.sentence, course.words.at, course.words.to, values=values, evidence=evidence)


def _shown(made: _Sum) -> str:
    return str(made.low) if made.low == made.high else f"{made.low} to {made.high}"
