"""The sentences of an article as one text, in which a cue is looked for once instead of in each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from workbench.model import Article, Sentence
from workbench.patterns import Pattern, exact


class Joined:
    """Sentences, one a line."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        shadows = [sentence.shadow for sentence in sentences]
        self._text = b"\n".join(shadows)
        self._starts = list(accumulate([len(shadow) + 1 for shadow in shadows], initial=0))

    def cued(self, pattern: str) -> Iterator[int]:
        """Which of the sentences a cue stands in, by their place among these, in order.

        "^" and "$" are the ends of a sentence. A cue that goes on in the next sentence is met where it begins.
        """
        text, starts, search = self._text, self._starts, _cue(pattern).search
        done, end = 0, len(text)
        while done < end and (found := search(text, done)):
            index = bisect_right(starts, found.start()) - 1
            done = starts[index + 1]
            yield index


@lru_cache(maxsize=512)
def _cue(pattern: str) -> Pattern:
    return exact(f"(?m){pattern}")


_last: list[tuple[Article, Joined]] = []


def joined(article: Article) -> Joined:
    """All sentences of an article; the last one is kept, because many checks ask for it."""
    if not _last or _last[0][0] is not article:
        _last[:] = [(article, Joined(article.sentences))]
    return _last[0][1]
