"""What a text concludes from people it has just told of: in the same sentence, the next ones or the heading above."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.statistics._asserted import Asserted, asserted, given_in, named_in
from workbench.detectors.statistics._drawn import doubts
from workbench.model import Article, Hit, Sentence
from workbench.patterns import exact

_FOLLOWING = 2  # sentences of the same block in which the conclusion may follow
_FLAT = 6  # words of a sentence that says no more than that it works
_NAME = 4  # letters of a name that both sentences have
_POINTS_BACK = r"\W*(?:so|the|this|that|these|those|it|they|our|we|you)\b"
_GAP = 12  # characters between such a name and what is said of it
_ASKS = r"\W*(?:how|why|what|when|who|where|which|do|does|is|are|can|will|if|whether)\b"
_YES = (
    r"(?i)\W*(yes|absolutely|definitely|of course|certainly|without (?:a )?doubt|it does|they do|it is)\b"
    r"(?:[,.!;:]? |[.!]*\s*$)"
)
_ASKED = (
    r"\b(?:work|works|help|helps|proven|proved|effective|cure|cures|treat|treats|safe|harmless|evidence|worth"
    r"|good for"
    r"|do anything|heal|heals|stop|stops|relieve|relieves|improve|improves|make a difference)\b[^?]*\?"
)
_NONE = r"(?i)\W*(none|no|zero|nothing|not at all|not that we know)\b(?:[,.!;:] | so far\b| whatsoever\b| - |[.!]*\s*$)"
_RISKS = (
    r"\b(?:risks?|risky|unsafe|dangers?|dangerous|side effects?|harm|harmful|downsides?|drawbacks?|safety|worry"
    r"|afraid)\b[^?]*\?"
)
_SHARES = r"(?i)\b(?:once|twice|[a-z]+ times|half|halved|a third|a quarter)\b"
_LINK = r"[:;] | -+ "
_SIGNS = (b": ", b"; ", b"- ")  # one of which is in each link


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
        yield from self._answer(own)
        yield from self._in(index, near=True)
        yield from (hit for hit in self._general.get(index, ()) if _joined(own.shadow, hit, premise))
        for said in asserted(own) if any(sign in own.shadow for sign in _SIGNS) else ():
            if _joined(own.shadow, premise, said.hit) or _joined(own.shadow, said.hit, premise):
                yield said.hit
        told = self._flat or self._figures(index)
        for later in sentences[index + 1 : index + 1 + _FOLLOWING]:
            if later.block != own.block:
                if self.article.block(later).kind != "heading":
                    yield from self._in(later.index)
                break
            beside = later.index == index + 1
            if beside and self._flat and (name := _named_again(own, later)):
                yield from (hit for hit in self._general.get(later.index, ()) if hit.at <= name + _GAP)
            yield from self._in(later.index, self._flat and beside and _is_flat(own, later), near=beside)
            for said in asserted(later) if told else ():
                flatly = self._flat and (given_in(said.subject, own) or _both(said, own))
                if flatly or (not self._flat and named_in(said.subject | said.object, own)):
                    yield said.hit
        if index:
            yield from self._before(own, sentences[index - 1])

    def _answer(self, own: Sentence) -> Iterator[Hit]:
        """The “yes” with which it, or the sentence in front, answers whether something works."""
        for answer in self.article.sentences[max(0, own.index - 1) : own.index + 1]:
            yes = exact(_YES).match(answer.shadow)
            asked = self.article.sentences[answer.index - 1] if yes is not None and answer.index else None
            if yes is not None and asked is not None and exact(_ASKED).search(asked.shadow) is not None:
                yield Hit(answer.index, yes.start(1), yes.end(1))
            none = exact(_NONE).match(answer.shadow)
            if none is not None and answer.index:
                asked = self.article.sentences[answer.index - 1]
                if exact(_RISKS).search(asked.shadow) is not None:
                    yield Hit(answer.index, none.start(1), none.end(1))

    def _before(self, premise: Sentence, earlier: Sentence) -> Iterator[Hit]:
        """In the sentence before it in its block, or in the heading right above."""
        if earlier.block == premise.block:
            yield from self._firm.get(earlier.index, ())
        elif self.article.block(earlier).kind == "heading" and exact(_ASKS).match(earlier.shadow) is None:
            yield from self._firm.get(earlier.index, ())
            yield from self._general.get(earlier.index, ())

    def _in(self, index: int, flat: bool = False, near: bool = False) -> Iterator[Hit]:
        yield from self._firm.get(index, ())
        shadow = self._shadow(index)
        # “Mice recovered, so you will”: one further on that draws from its own first half draws from nothing else.
        drawn = [hit for hit in self._drawing.get(index, ()) if near or shadow[hit.at : hit.at + 1] not in b",;:-"]
        first = min((hit.at if _is_so(shadow, hit) else 0 for hit in drawn), default=None)
        if flat or first is not None:
            yield from (hit for hit in self._general.get(index, ()) if flat or hit.at >= (first or 0))
            said = asserted(self.article.sentences[index]) if not flat else ()
            yield from (one.hit for one in said if one.hit.at >= (first or 0))
            return
        start = Hit(index, 0, 0)
        yield from (hit for hit in self._general.get(index, ()) if _joined(self._shadow(index), start, hit))

    def _figures(self, index: int) -> bool:
        """Whether a sentence tells how much something changed or how many people."""
        if exact(_SHARES).search(self._shadow(index)) is not None:
            return True
        return any(
            one.kind in ("percent", "number", "group", "ratio", "duration") for one in self.article.quantities[index]
        )

    def _shadow(self, index: int) -> bytes:
        return self.article.sentences[index].shadow


def _both(said: Asserted, own: Sentence) -> bool:
    """Whether both what acts and what it acts on were told of: “did the straw exercise … Straws heal nodules.”"""
    return named_in(said.subject, own) and named_in(said.object, own)


def _joined(shadow: bytes, first: Hit, last: Hit) -> bool:
    """Whether a colon or a dash stands between the two: “It cures asthma: all 13 were well.”"""
    return exact(_LINK).search(shadow[first.to : last.at]) is not None


def _is_so(shadow: bytes, hit: Hit) -> bool:
    return shadow[hit.at : hit.to].lower().lstrip(b",;:- ").startswith((b"so ", b"and so "))


def _is_flat(premise: Sentence, later: Sentence) -> bool:
    """Whether a sentence says no more than that what was told of works: “The drops work.”"""
    if later.shadow.count(b" ") >= _FLAT:
        return False
    return exact(_POINTS_BACK).match(later.shadow) is not None or _named_again(premise, later) > 0


def _named_again(premise: Sentence, later: Sentence) -> int:
    """The length of a sentence's first word where the premise has it too: “… took kava. Kava is an effective way”."""
    first = later.shadow.split(b" ", 1)[0].lower()
    return len(first) if len(first) >= _NAME and first.isalpha() and first in premise.shadow.lower() else 0
