"""What a text concludes from people it has just told of: in the same sentence, the next ones or the heading above."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.statistics._drawn import doubts
from workbench.model import Article, Hit, Sentence
from workbench.patterns import exact

_FOLLOWING = 2  # sentences of the same block in which the conclusion may follow
_FLAT = 6  # words of a sentence that says no more than that it works
_NAME = 4  # letters of a name that both sentences have
_POINTS_BACK = r"\W*(?:so|the|this|that|these|those|it|they|our|we|you)\b"
_GAP = 12  # characters between such a name and what is said of it
_ASKS = r"\W*(?:how|why|what|when|who|where|which|do|does|is|are|can|will|if|whether)\b"
_LINK = r": | -+ "


class Conclusions:
    """What an article concludes, by sentence.

    Args:
        firm: words that conclude by themselves ("this proves", "it works").
        general: words that say what is so in general ("relieves", "is effective"); a conclusion beside one of the words
            `drawing`, across a colon, in a flat sentence right behind ("The drops work.") or in the heading above.
        drawing: words that draw it ("so it", "shows that").
        but_not: idioms that hold such words ("how it works").
        flat: whether a flat sentence concludes.
    """

    def __init__(
        self,
        article: Article,
        firm: Hits,
        general: Hits = (),
        drawing: Hits = (),
        but_not: Hits = (),
        *,
        flat: bool = True,
    ) -> None:
        self.article, self._flat = article, flat
        idioms = by_sentence(but_not)
        self._firm, self._general = (
            by_sentence(hit for hit in hits if not any(overlap(hit, one) for one in idioms.get(hit.sentence, ())))
            for hits in (firm, general)
        )
        self._drawing = by_sentence(drawing)

    def after(self, premise: Hit) -> Hit | None:
        """The conclusion drawn from what is told at a place; one that is meant before one that is denied."""
        found = list(self._around(premise))
        meant = (hit for hit in found if not doubts(self.article, premise, hit))
        return next(meant, found[0] if found else None)

    def _around(self, premise: Hit) -> Iterator[Hit]:
        sentences, index = self.article.sentences, premise.sentence
        own = sentences[index]
        yield from self._in(index, near=True)
        yield from (hit for hit in self._general.get(index, ()) if _joined(own.shadow, hit, premise))
        for later in sentences[index + 1 : index + 1 + _FOLLOWING]:
            if later.block != own.block:
                if self.article.block(later).kind != "heading":
                    yield from self._in(later.index)
                break
            beside = later.index == index + 1
            if beside and self._flat and (name := _named_again(own, later)):
                yield from (hit for hit in self._general.get(later.index, ()) if hit.at <= name + _GAP)
            yield from self._in(later.index, self._flat and beside and _is_flat(own, later), near=beside)
        if index:
            yield from self._before(own, sentences[index - 1])

    def _before(self, premise: Sentence, earlier: Sentence) -> Iterator[Hit]:
        """In the sentence before it in its block, or in the heading right above."""
        if earlier.block == premise.block:
            yield from self._firm.get(earlier.index, ())
        elif self.article.block(earlier).kind == "heading" and exact(_ASKS).match(earlier.shadow) is None:
            yield from self._firm.get(earlier.index, ())
            yield from self._general.get(earlier.index, ())

    def _in(self, index: int, flat: bool = False, near: bool = False) -> Iterator[Hit]:
        yield from self._firm.get(index, ())
        drawn = self._drawing.get(index, ())
        # “Mice recovered, so you will”: one further on that draws from its own first half draws from nothing else.
        if flat or any(near or self._shadow(index)[hit.at : hit.at + 1] not in b",;:-" for hit in drawn):
            yield from self._general.get(index, ())
            return
        start = Hit(index, 0, 0)
        yield from (hit for hit in self._general.get(index, ()) if _joined(self._shadow(index), start, hit))

    def _shadow(self, index: int) -> bytes:
        return self.article.sentences[index].shadow


def _joined(shadow: bytes, first: Hit, last: Hit) -> bool:
    """Whether a colon or a dash stands between the two: “It cures asthma: all 13 were well.”"""
    return exact(_LINK).search(shadow[first.to : last.at]) is not None


def _is_flat(premise: Sentence, later: Sentence) -> bool:
    """Whether a sentence says no more than that what was told of works: “The drops work.”"""
    if later.shadow.count(b" ") >= _FLAT:
        return False
    return exact(_POINTS_BACK).match(later.shadow) is not None or _named_again(premise, later) > 0


def _named_again(premise: Sentence, later: Sentence) -> int:
    """The length of a sentence's first word where the premise has it too: “… took kava. Kava is an effective way”."""
    first = later.shadow.split(b" ", 1)[0].lower()
    return len(first) if len(first) >= _NAME and first.isalpha() and first in premise.shadow.lower() else 0
