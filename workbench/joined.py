"""The sentences of an article as one text, in which a cue is looked for once instead of in each of them.

A search finds where a cue stands about as fast as it reads; but many readers ask for a cue each. From some articles on
it is known which cues they ask for, and one scan for all of them tells which stand where.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from workbench.model import Article, Sentence
from workbench.patterns import Pattern, Several, exact

_SOME, _TIMES = 20, 10  # articles after which the cues asked for are made one scan, and times as many: made anew


class Cues:
    """The cues that readers of one sort ask for, learnt as they ask.

    Making the scan ready takes as long as it saves in some articles, so that it is made when there are many.
    """

    def __init__(self) -> None:
        self.asked: dict[str, int] = {}  # with the place of each in a scan
        self._articles, self._next = 0, _SOME
        self._scan: tuple[Several, int] | None = None

    def scan(self) -> tuple[Several, int] | None:
        """The scan for all cues with their number, once for each article; None while there is none."""
        self._articles += 1
        if self._articles >= self._next:
            self._next *= _TIMES
            self._scan = Several([f"(?m){cue}" for cue in self.asked]), len(self.asked)
        return self._scan


_ANYWHERE = Cues()


class Joined:
    """Sentences, one a line."""

    def __init__(self, sentences: Sequence[Sentence], cues: Cues = _ANYWHERE) -> None:
        self._shadows = [sentence.shadow for sentence in sentences]
        self._cues = cues
        scan = cues.scan()
        self._scan: Several | None = None if scan is None else scan[0]
        self._known = 0 if scan is None else scan[1]

    def cued(self, cue: str) -> Iterator[int]:
        """Which of the sentences a cue stands in, by their place among these, in order.

        "^" and "$" are the ends of a sentence.
        """
        number = self._cues.asked.setdefault(cue, len(self._cues.asked))
        if number >= self._known:
            return self._searched(cue)
        if self._cues is _ANYWHERE:
            return self._searched(cue) if number in self._somewhere else iter(())
        return iter(self._places.get(number, ()))

    def holds(self, place: int, cue: str) -> bool:
        """Whether a cue stands in the sentence at a place among these."""
        number = self._cues.asked.setdefault(cue, len(self._cues.asked))
        if number >= self._known or self._cues is _ANYWHERE:
            return _cue(cue).search(self._shadows[place]) is not None
        return number in self._met[place]

    def _searched(self, cue: str) -> Iterator[int]:
        text, starts, search = self._text, self._starts, _cue(cue).search
        done, end = 0, len(text)
        while done < end and (found := search(text, done)):
            index = bisect_right(starts, found.start()) - 1
            start, done = starts[index], starts[index + 1]
            if found.end() < done or search(text, start, done - 1):  # it may go on in the next sentence
                yield index

    @cached_property
    def _text(self) -> bytes:
        return b"\n".join(self._shadows)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate([len(shadow) + 1 for shadow in self._shadows], initial=0))

    @cached_property
    def _somewhere(self) -> frozenset[int]:
        return frozenset(self._scan.met(self._text) if self._scan is not None else ())

    @cached_property
    def _met(self) -> list[list[int]]:
        """The cues of each sentence."""
        return [self._scan.met(shadow) for shadow in self._shadows] if self._scan is not None else []

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """The sentences of each cue."""
        found: dict[int, list[int]] = {}
        for place, met in enumerate(self._met):
            for number in met:
                found.setdefault(number, []).append(place)
        return found


@lru_cache(maxsize=512)
def _cue(pattern: str) -> Pattern:
    return exact(f"(?m){pattern}")


_last: list[tuple[Article, Joined]] = []


def joined(article: Article) -> Joined:
    """All sentences of an article; the last one is kept, because many checks ask for it."""
    if not _last or _last[0][0] is not article:
        _last[:] = [(article, Joined(article.sentences))]
    return _last[0][1]
