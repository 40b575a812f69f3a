"""A difference that was not shown, sold as sameness: “no significant difference, so it is just as good”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._drawn import clause, doubts, stretch, taken_back, words
from workbench.model import Article, Evidence, Hit, Match, Sentence

VALUES = ("said",)
_BACK = 2  # sentences in which an equivalence trial may be named before, and a caveat behind


def detect(
    article: Article, *, same: Hits, undiffering: Hits = (), alike: Hits = (), cleared_by: Hits = ()
) -> Iterator[Match]:
    """Every “statistically identical”, and every “just as good” that follows from a difference that was not shown.

    Args:
        same: words that say it by themselves ("statistically identical").
        undiffering: that no difference was shown ("no significant difference").
        alike: that two things are the same ("just as effective"); in the same sentence or the next one of its block.
        cleared_by: words of a trial that can show sameness ("non-inferiority", "margin"), and of a text that knows
            the difference ("does not mean").
    """
    for hit in same:
        if not taken_back(cleared_by, article.sentences[hit.sentence], _BACK, _BACK):
            yield _match(article, hit, hit)
    concluded, said = by_sentence(alike), {hit.sentence for hit in same}
    for index, premises in by_sentence(undiffering).items() if alike else ():
        sentence = article.sentences[index]
        conclusion = _conclusion(article, sentence, premises[0], concluded)
        if conclusion is None or index in said or taken_back(cleared_by, sentence, _BACK, _BACK):
            continue
        sure = (one for one in premises if not doubts(article, one, conclusion))  # a denial belongs to its premise
        yield _match(article, next(sure, premises[0]), conclusion)


def _conclusion(article: Article, sentence: Sentence, premise: Hit, concluded: dict[int, Hits]) -> Hit | None:
    """The first words that say it, in the sentence or behind it."""
    here = next(
        (hit for hit in concluded.get(sentence.index, ()) if hit.at >= premise.to or hit.to <= premise.at), None
    )
    following = article.sentences[sentence.index + 1 : sentence.index + 2]
    if here is None and following and following[0].block == sentence.block:
        return next(iter(concluded.get(following[0].index, ())), None)
    return here


def _match(article: Article, premise: Hit, conclusion: Hit) -> Match:
    alone = premise == conclusion
    place = conclusion if alone else stretch(article, premise, conclusion)
    said = words(article, conclusion if alone else clause(article, conclusion))
    return Match(
        place.sentence,
        place.at,
        place.to,
        values={"said": said},
        evidence=Evidence(
            "no-difference", words(article, premise), "how large a difference was still possible (interval) is missing"
        ),
        flags=doubts(article, premise, conclusion) if not alone else (),
    )
