"""Whether a text itself says what became of a work: that its journal took it back, doubts it or corrected it.

“Withdrawn” and “pulled” are said of drugs and of people too: what was taken back has to be a work, before a passive
and behind an active verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench import clauses, negation
from workbench.detectors import Hits
from workbench.identifiers import Placed
from workbench.model import Article, Hit

_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|is|are|being|got|since|later|now|then|and|,|\()\W*(?:\w+ly |since |later |now )*$"
)
_BY = re.compile(r"\W*by (?:its |the |their |his |her )?(?:\w+ )?(?:journals?|publishers?|editors?|authors?)\b")
_FROM = re.compile(
    r"\W*from (?!(?:the |its )?(?:journal|literature|record|website|site|server|pubmed)\b)", re.IGNORECASE
)
_FOR = re.compile(r"\W*(?:for|of)\b")
_IT = re.compile(r"\b(?:it|them|its own|they)\b", re.IGNORECASE)
_APART = re.compile(r"\b(?:in|of|from|after|before|with|for|on|to|at|by|who|were|was)\b", re.IGNORECASE)
_CLOSE = 60  # characters within which an active verb's object begins
_ONE_WORK = 30  # characters between two identifiers that may be those of one work


class Words(NamedTuple):
    """What a check names: sure reports, verbs of taking back, works, what else is taken back, reports of mending."""

    sure: Hits
    verbs: Hits
    works: Hits
    others: Hits
    mended: Hits


class TakenBack:
    """The reports of a page, read once."""

    def __init__(self, article: Article, words: Words, placed: Sequence[Placed]) -> None:
        self._article, self._words, self._placed = article, words, placed
        self._gone = [cue for cue in (*words.sure, *self._verbs()) if not self._denied(cue)]
        self._mended = [cue for cue in words.mended if not _FOR.match(self._text(cue), cue.to)]

    def cue(self, place: Placed, state: str) -> Hit | None:
        """The words that report what became of the work at a place; None where the text keeps silent about it."""
        block = self._block(place.sentence)
        cues = [*self._gone, *(self._mended if state == "corrected" else ())]
        return next((cue for cue in cues if self._block(cue.sentence) == block and self._of(cue, place)), None)

    def _of(self, cue: Hit, place: Placed) -> bool:
        """Whether a report is about this work: the nearest of its sentence, or of a sentence that names none."""
        near = {self._far(cue, other): other for other in self._placed if other.sentence == cue.sentence}
        if not near:
            return True
        nearest = near[min(near)]
        return nearest.sentence == place.sentence and (
            place == nearest or min(abs(place.at - nearest.to), abs(nearest.at - place.to)) <= _ONE_WORK
        )

    @staticmethod
    def _far(cue: Hit, place: Placed) -> int:
        return max(0, place.at - cue.to, cue.at - place.to)

    def _verbs(self) -> Iterator[Hit]:
        for verb in self._words.verbs:
            sentence, text = self._article.sentences[verb.sentence], self._text(verb)
            low, high = clauses.around(sentence.shadow, verb.at)
            if _BY.match(text, verb.to) or self._taken(verb, text, low, high):
                yield verb

    def _taken(self, verb: Hit, text: str, low: int, high: int) -> bool:
        """Whether what the verb takes back, in its clause, is a work."""
        others = ((hit.at, hit.to, False) for hit in self._words.others if hit.sentence == verb.sentence)
        things = sorted([*((at, to, True) for at, to in self._named(verb)), *others])
        if any(work and not text[verb.to : at].strip() for at, _, work in things if at >= verb.to):
            return True  # “a withdrawn paper”
        if _PASSIVE.search(text, low, verb.at):
            before = [work for at, to, work in things if low <= at and to <= verb.at]
            return before[-1] if before else bool(_IT.search(text, low, verb.at))
        reach = min(high, verb.to + _CLOSE)
        apart = _APART.search(text, verb.to, reach)  # “removed the gallbladder in this study”
        reach = apart.start() if apart else reach
        after = [(at, work) for at, _, work in things if verb.at < at < reach]
        if _FROM.match(text, verb.to):
            return False
        pronoun = _IT.search(text, verb.at, reach)
        return after[0][1] if after else pronoun is not None

    def _named(self, verb: Hit) -> Iterator[tuple[int, int]]:
        for work in self._words.works:
            if work.sentence == verb.sentence and not work.at <= verb.at < work.to:
                yield work.at, work.to
        yield from ((place.at, place.to) for place in self._placed if place.sentence == verb.sentence)

    def _denied(self, cue: Hit) -> bool:
        return any(
            scope.at <= cue.at < scope.to for scope in negation.negations(self._article.sentences[cue.sentence].shadow)
        )

    def _text(self, hit: Hit) -> str:
        return self._article.sentences[hit.sentence].text

    def _block(self, sentence: int) -> int:
        return self._article.sentences[sentence].block
