"""What makes risky words careful: a clinician, a taper, an emergency, a denial; and what brushes such care aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception
from workbench.model import Article, Flag, Hit, Span

Care = Mapping[int, Hits]  # the careful words that stand, by sentence


def care(careful: Hits, defiant: Hits) -> Care:
    """The careful words of an article that no defiant words undo by overlapping them, by sentence."""
    undone = by_sentence(defiant)
    return {index: tuple(_apart(hits, undone.get(index, ()))) for index, hits in by_sentence(careful).items()}


def _apart(hits: Hits, others: Hits) -> Iterator[Hit]:
    """The hits that overlap none of the others; both in reading order, and read once."""
    number = 0
    for hit in hits:
        while number < len(others) and others[number].to <= hit.at:
            number += 1
        if number == len(others) or others[number].at >= hit.to:
            yield hit


def harmless(
    article: Article, words: Care, match: Hit, *acts: Hit, name: Hit | None = None, also: int = -1
) -> tuple[Flag, ...]:
    """Why a match does no harm: one of its parts is denied, or careful words stand in its sentence or the next one.

    Args:
        article: the article.
        words: what `care` gave.
        match: what would be reported.
        acts: its parts; the engine itself looks only at the first word of a match.
        name: the name of a drug; a careful word inside it is none ("seizure medicine").
        also: one more sentence in which careful words count: the one that "it" points to.
    """
    own = [article.span(article.sentences[act.sentence], act.at, act.to) for act in acts]
    denied = next((flag for act in acts if (flag := _negated(article, act, own))), None)
    if denied is not None:
        return (denied,)
    asked = also >= 0 and any(flag.flag == "question" for flag in article.sentences[also].flags)
    for index in (*_near(article, match.sentence), -1 if asked else also):
        for hit in words.get(index, ()):
            if name is None or index != name.sentence or hit.at < name.at or name.to < hit.to:
                return (exception(article, match, hit),)
    return ()


def _negated(article: Article, act: Hit, own: Sequence[Span]) -> Flag | None:
    """What denies a part, from outside of the parts: "no need to avoid" does not deny itself."""
    flags = (flag for flag in article.sentences[act.sentence].flags if flag.flag == "negated")
    covering = (flag for flag in flags if flag.at <= act.at < flag.to)
    return next((flag for flag in covering if not any(one.start <= flag.start < one.end for one in own)), None)


def _near(article: Article, index: int) -> tuple[int, ...]:
    """The sentence, and the one after it if it stands in the same block."""
    following = article.sentences[index + 1 : index + 2]
    same = following and following[0].block == article.sentences[index].block
    return (index, index + 1) if same else (index,)
