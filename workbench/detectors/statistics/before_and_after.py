"""People who were better after a treatment, told as proof that it made them so, with nobody to compare them with."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._conclusions import Conclusions
from workbench.detectors.statistics._drawn import clause, doubts, stretch, taken_back, words
from workbench.model import Article, Evidence, Hit, Match

_MANY = 12  # words of a kind in one sentence that are looked at
_NEAR = 140  # characters between what changed and what it followed


def detect(
    article: Article,
    *,
    people: Hits,
    better: Hits,
    after: Hits,
    firm: Hits,
    general: Hits = (),
    drawing: Hits = (),
    but_not: Hits = (),
    compared: Hits = (),
    caveats: Hits = (),
) -> Iterator[Match]:
    """Every improvement after a treatment from which the text concludes that the treatment works.

    Args:
        people: whose lot changed ("patients", "scores").
        better: that it did ("improved", "fell").
        after: what it followed ("after the infusions", "since starting").
        firm, general, drawing, but_not: how a text concludes; see `Conclusions`.
        compared: words that tell of a comparison ("placebo", "than").
        caveats: words that say what such a story cannot tell.
    """
    premises = tuple(_told(people, better, after))
    if not premises:
        return
    conclusions = Conclusions(article, firm, general, drawing, but_not, flat=False)
    reported = set[Hit]()
    for told in premises:
        sentence = article.sentences[told.sentence]
        conclusion = conclusions.after(told)
        if conclusion is None or conclusion in reported:
            continue
        if taken_back(compared, sentence) or taken_back(caveats, sentence):
            continue
        reported.add(conclusion)
        place, change = stretch(article, told, conclusion), words(article, told)
        yield Match(
            place.sentence,
            place.at,
            place.to,
            values={"change": change, "said": words(article, clause(article, conclusion))},
            evidence=Evidence("before-after", change, "nobody who went without it is told of to compare with"),
            flags=doubts(article, told, conclusion),
        )


def _told(people: Hits, better: Hits, after: Hits) -> Iterator[Hit]:
    """The first stretch of each sentence from a change to what it followed, in either order."""
    whose, followed = {hit.sentence for hit in people}, by_sentence(after)
    for index, changes in by_sentence(better).items():
        causes = followed.get(index, ()) if index in whose else ()
        pairs = (Hit(index, min(a.at, b.at), max(a.to, b.to)) for a in changes[:_MANY] for b in causes[:_MANY])
        near = next((pair for pair in pairs if pair.to - pair.at <= _NEAR), None)
        if near is not None:
            yield near
