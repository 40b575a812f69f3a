"""Where something stands on a page, counted in words, and whether the page means it."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.detectors import Hits
from workbench.model import Article, Hit

_NOT_MEANT = ("negated", "question", "warning-list")
_OF_OTHERS = ("quoted", "attributed")


def denied(article: Article, hit: Hit, others: bool = False) -> bool:
    """Whether the words at a hit are denied, asked, or warned of in a list; with `others` also if somebody else's."""
    names = (*_NOT_MEANT, *_OF_OTHERS) if others else _NOT_MEANT
    flags = article.sentences[hit.sentence].flags
    return any(flag.flag in names and flag.at <= hit.at < flag.to for flag in flags)


def stated(article: Article, hit: Hit) -> bool:
    """Whether the words at a hit are neither denied nor asked; a heading may ask, its section answers."""
    sentence = article.sentences[hit.sentence]
    names = {flag.flag for flag in sentence.flags if flag.at <= hit.at < flag.to}
    return "negated" not in names and ("question" not in names or article.block(sentence).kind == "heading")


def words(article: Article, hit: Hit) -> str:
    """What stands at a hit, as the reader saw it."""
    return article.sentences[hit.sentence].text[hit.at : hit.to]


def outside(hits: Hits, others: Hits) -> list[Hit]:
    """The hits that share no character with one of the others."""
    taken = {(other.sentence, at) for other in others for at in range(other.at, other.to)}
    return [hit for hit in hits if not any((hit.sentence, at) in taken for at in range(hit.at, hit.to))]


class Places:
    """Word numbers of an article's sentences, in reading order."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._before: list[int] = []
        self.total = 0
        for sentence in article.sentences:
            self._before.append(self.total)
            self.total += len(sentence.shadow.split())

    def word(self, hit: Hit) -> int:
        """How many words stand before a hit."""
        return self._before[hit.sentence] + self._article.sentences[hit.sentence].shadow[: hit.at].count(b" ")

    def where(self, hit: Hit) -> str:
        """The place of a hit in words that an editor can follow."""
        block = self._article.block(self._article.sentences[hit.sentence])
        place = f"after {self.word(hit)} of {self.total} words"
        return f"{place}, in the page furniture" if block.boilerplate else place

    def too_far(self, said: Iterable[Hit], due: Iterable[Hit], before: bool, near: int) -> bool:
        """Whether no statement stands near enough to what makes it due.

        Args:
            said: the statements.
            due: what calls for them; nothing is too far from nothing.
            before: a statement must come before the first of `due`, or at most `near` words after it; otherwise at
                most `near` words must lie between any statement and any of `due`.
            near: words; 0 = anywhere will do.
        """
        places = [self.word(hit) for hit in due]
        if not near or not places:
            return False
        stands = [self.word(hit) for hit in said]
        if before:
            return min(stands) - min(places) > near
        return min(abs(one - other) for one in stands for other in places) > near
