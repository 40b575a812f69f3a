"""What a promise needs around it (a page that sells, a treatment that acts), and what makes it none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile

from workbench.detectors import Hits
from workbench.detectors.marketing._selling import sells
from workbench.detectors.phrase import by_sentence, exception
from workbench.model import Article, Flag, Hit

_SPOKEN = 40  # characters from which a quotation is a sentence
_REACH = 200  # characters; a softening word far away softens something else


class PromisePage:
    """A page as far as promises go.

    Args:
        offers: words of somebody who offers what the page is about ("our clinic", "order now"), and such as need no
            second one ("our formula").
        least: so many different ones of the first kind make it a page that sells.
        agents: what can have an effect ("formula", "we"); places of several lists.
        witness: words by which somebody tells their own story ("my").
        gives_way: places that other checks report.
    """

    def __init__(
        self,
        article: Article,
        offers: tuple[Hits, Hits],
        least: int,
        agents: Sequence[Hits],
        witness: Hits,
        gives_way: Sequence[Hits],
    ) -> None:
        self._article, self._offers, self._least = article, offers, least
        self._acting = {hit.sentence for hits in agents for hit in hits}
        self._witnessed = {hit.sentence for hit in witness}
        self._taken = [by_sentence(hits) for hits in gives_way]

    @cached_property
    def sells(self) -> bool:
        """Whether the page offers what it writes about."""
        selling, own = self._offers
        return sells(self._article, own, 1) or sells(self._article, selling, self._least)

    def acts(self, sentence: int) -> bool:
        """Whether the sentence names something that can have an effect."""
        return sentence in self._acting

    def taken(self, match: Hit) -> bool:
        """Whether another check reports words of this match."""
        return next(_touching(match, self._taken), None) is not None

    def quotes_itself(self, quoted: Flag, sentence: int) -> bool:
        """Whether a quotation is the seller's own word (“It heals everybody,” says our doctor).

        A few words in quotation marks are a distance, and a story told by “I” is another matter: a testimonial.
        """
        return quoted.to - quoted.at > _SPOKEN and sentence not in self._witnessed and self.sells


def praised_in(article: Article, remedies: Hits) -> set[int]:
    """Sentences that name such a remedy, and those right behind one in its block ("It works for everybody")."""
    named = {hit.sentence for hit in remedies}
    blocks = [sentence.block for sentence in article.sentences]
    return named | {index + 1 for index in named if blocks[index + 1 : index + 2] == [blocks[index]]}


class Excuses:
    """Why a promise is none: an idiom, words that keep it in bounds, somebody else's words, a source.

    Args:
        limits: count wherever in the sentence they stand.
        softened: count where no comma stands between them and the promise.
        but_not: count where they overlap the promise.
        sourced: whether a named or linked source counts.
    """

    def __init__(
        self, article: Article, page: PromisePage, limits: Hits, softened: Hits, but_not: Hits, sourced: bool
    ) -> None:
        self._article, self._page = article, page
        self._limits, self._softened, self._idioms = by_sentence(limits), by_sentence(softened), by_sentence(but_not)
        self._claims = {claim.sentence: claim for claim in article.claims} if sourced else {}

    def of(self, match: Hit) -> tuple[Flag, ...]:
        """The flag that holds a match back; none where nothing excuses it."""
        if cue := next(self._cues(match), None):
            return (exception(self._article, match, cue),)
        sentence = self._article.sentences[match.sentence]
        quoted = (flag for flag in sentence.flags if flag.flag == "quoted" and flag.at <= match.at < flag.to)
        if (flag := next(quoted, None)) and not self._page.quotes_itself(flag, match.sentence):
            return (flag,)
        claim = self._claims.get(match.sentence)
        if claim is None or claim.citation not in ("linked", "named"):
            return ()
        source = claim.references[0] if claim.references else claim
        return (Flag("exception", source.start, source.end, source.text, match.at, match.to),)

    def _cues(self, match: Hit) -> Iterator[Hit]:
        yield from _touching(match, [self._idioms])
        yield from self._limits.get(match.sentence, ())
        dark, around = self._article.sentences[match.sentence].shadow, self._softened.get(match.sentence, ())
        first = bisect_left(around, match.at - _REACH, key=_start)
        for cue in islice(around, first, bisect_left(around, match.to + _REACH, key=_start)):
            if b"," not in dark[min(cue.to, match.to) : max(cue.at, match.at)]:
                yield cue


def _touching(match: Hit, places: Iterable[dict[int, Hits]]) -> Iterator[Hit]:
    """Hits of a list stand in order and apart, so that those in touch with the match stand together."""
    for hits in places:
        around = hits.get(match.sentence, ())
        first = bisect_right(around, match.at, key=_end)
        yield from takewhile(lambda hit: hit.at < match.to, islice(around, first, None))


def _start(hit: Hit) -> int:
    return hit.at


def _end(hit: Hit) -> int:
    return hit.to
