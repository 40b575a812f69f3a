"""A treatment protocol told with its rhythm and number of sessions, on a page that never states a dose."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import exception
from workbench.doses import Lists
from workbench.doses.courses import Course, courses
from workbench.doses.scene import Scene
from workbench.facts import Table
from workbench.kinds import kinds
from workbench.model import Article, Evidence, Hit, Match

VALUES = ("name",)
_PART = "week"  # “weeks one to four” are a part of the treatment


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    protocol: Hits,
    unless: Hits = (),
) -> Iterator[Match]:
    """The first such protocol of the page.

    Args:
        article: the article.
        facts: the table of doses.
        words: the table of dose words.
        drugs: lexicon key of drug names; one must stand in the sentence, before it or above it.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
        protocol: words that make instructions of it ("our protocol", "schedule"), in its sentence, before or above.
        unless: words that say who sets the dose, or that this is a study or a price; anywhere on the page.
    """
    if not protocol or kinds(article).count("dose"):
        return
    scene = Scene(article, facts, words, Lists(drugs, conditions, forms))
    told = {hit.sentence for hit in protocol}
    for course in courses(scene):
        if course.times is None or course.length is None or course.length.words.text[:4].casefold() == _PART:
            continue  # “in weeks one to four” counts visits
        around = _around(scene, course)
        drug = next((scene.named(hit) for index in around for hit in scene.drugs.get(index, ())), None)
        if drug is None or not drug.known or not told.intersection(around):
            continue
        here = Hit(course.words.sentence, course.words.at, course.words.to)
        given = ", ".join((course.words.text, course.times.words.text, course.length.words.text))
        yield Match(
            here.sentence,
            here.at,
            here.to,
            values={"name": drug.words.text},
            evidence=Evidence("protocol", given, f"amount of {drug.words.text} a session: not said on this page"),
            flags=tuple(exception(article, here, hit) for hit in unless[:1]),
        )
        return


def _around(scene: Scene, course: Course) -> list[int]:
    """The sentence, those before it in its block, and what stands above it."""
    sentence = scene.article.sentences[course.words.sentence]
    beside = [other.index for other in scene.before(sentence)]
    return [sentence.index, *beside, *(other.index for _, other in scene.above(sentence))]
